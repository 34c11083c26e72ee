//! What Linux' web view keeps from screen readers, said in another way.

use dioxus::prelude::*;

/// Whether the page is in WebKitGTK: it says so of itself on X11 and on Wayland alike.
pub(crate) const IS_WEBKIT_GTK: &str =
    "(/X11; Linux/.test(navigator.userAgent) && !/Chrom|Firefox/.test(navigator.userAgent))";

/// Takes what has changed out of the accessibility tree and puts it back at once, before anything is drawn: an object that is new has the
/// name of now. What has the focus then gets it anew, so that its new name is said; a field keeps it, for somebody types there.
const NAMES: &str = "
window.fingertipNames ??= (() => {
  if (!IS_WEBKIT_GTK) return true;
  const NAMED = 'a, button, input, select, textarea, summary, label, legend, h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, caption, figcaption, [role], [aria-label], [tabindex]';
  const changed = new Set();
  const renew = (element) => {
    // A policy may forbid to write the attribute back as a text.
    const [had, before] = [element.hasAttribute('style'), element.style.display];
    const [x, y] = [scrollX, scrollY];
    element.style.display = 'none';
    void element.offsetWidth;
    element.style.display = before;
    if (!had) element.removeAttribute('style');
    void element.offsetWidth;
    if (scrollX !== x || scrollY !== y) scrollTo(x, y);
  };
  const tell = () => {
    const all = [...changed].filter((element) => element.isConnected);
    changed.clear();
    for (const element of all) {
      if (all.some((other) => other !== element && other.contains(element))) continue;
      const focused = element.contains(document.activeElement) ? document.activeElement : null;
      const isTypedIn = focused?.matches('input, textarea, select') ?? false;
      if (isTypedIn && element !== document.body) {
        focused.addEventListener('focusout', () => change(element), { once: true });
        continue;
      }
      renew(element);
      if (focused && !isTypedIn && focused !== document.body) { focused.blur(); focused.focus({ preventScroll: true }); }
    }
  };
  const change = (element) => {
    if (!element) return;
    if (changed.size === 0) requestAnimationFrame(tell);
    changed.add(element);
    // A field is told with what names and describes it.
    const id = element.id && CSS.escape(element.id);
    if (id) document.querySelectorAll(`[aria-describedby~='${id}'], :is(input, select, textarea)[aria-labelledby~='${id}']`).forEach((other) => changed.add(other));
    if (element.control) changed.add(element.control);
  };
  new MutationObserver((records) => {
    for (const { target, type } of records) change((type === 'characterData' ? target.parentElement : target)?.closest(NAMED));
  }).observe(document.body, { subtree: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'aria-invalid', 'aria-describedby'] });
  // In another language everything is called otherwise, also what is named by something else.
  new MutationObserver(() => change(document.body)).observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  // Orca (43.1) says a field to which the page itself has led once, as from a list of errors, never again; it is another one to it then.
  document.addEventListener('focusout', ({ target }) => { if (target.matches?.('input, textarea')) change(target); });
  return true;
})();
";

/// From now on a screen reader hears what things are called now, and which field is wrong and why. WebKitGTK (2.50) tells nobody when that
/// changes of an element that stands, and who asks keeps what was heard first: after another language was chosen Orca went on in the one
/// before, and said nothing of an error.
pub fn watch_names() {
    document::eval(&NAMES.replace("IS_WEBKIT_GTK", IS_WEBKIT_GTK));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_asks_for_the_one_web_view_that_needs_it() {
        let script = NAMES.replace("IS_WEBKIT_GTK", IS_WEBKIT_GTK);
        assert!(script.contains("navigator.userAgent") && !script.contains("IS_WEBKIT_GTK"));
    }
}
