//! Moving the focus, and the ids by which it moves.

use dioxus::prelude::*;

use crate::webkit_gtk::IS_WEBKIT_GTK;

/// The DOM id of a view's input: an error leads there.
#[must_use]
pub fn input_id(key: &str) -> String {
    format!("fi-in-{}", plain(key))
}

/// The DOM id of a view's node.
#[must_use]
pub fn node_id(key: &str) -> String {
    format!("fi-node-{}", plain(key))
}

/// A key in letters, digits and hyphens; every other character becomes its number, so that two keys stay two.
fn plain(key: &str) -> String {
    let mut id = String::with_capacity(key.len());
    for c in key.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            id.push(c);
        } else {
            id.push_str(&format!("_{:x}_", u32::from(c)));
        }
    }
    id
}

/// Whether an id can stand in a script: it has no other characters than ours.
pub(crate) fn is_plain(id: &str) -> bool {
    id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Gives an element the focus. In WebKitGTK a text in a heading gets it instead: Orca (43.1) says nothing of a heading that has it, and the
/// text's name, what it is and its level when that has it. It is made anew each time, so that it is called what the heading says now.
const GIVE: &str = "const give = (element) => {
  let place = element;
  if (IS_WEBKIT_GTK && element.matches('h1, h2, h3, h4, h5, h6')) {
    place = document.createElement('span');
    place.setAttribute('role', 'text');
    place.tabIndex = -1;
    const before = element.querySelector(':scope > span[role=text]');
    place.append(...(before ?? element).childNodes);
    before?.remove();
    element.append(place);
  }
  place.focus({ preventScroll: true });
};";

/// Moves the focus to the element and its place into view. An id of other characters than ours is ignored.
pub fn focus_element(id: &str) {
    if is_plain(id) {
        let give = give();
        document::eval(&format!(
            "{give} requestAnimationFrame(() => {{ const e = document.getElementById('{id}'); if (e) {{ give(e); e.scrollIntoView({{ block: 'nearest' }}); }} }});"
        ));
    }
}

fn give() -> String {
    GIVE.replace("IS_WEBKIT_GTK", IS_WEBKIT_GTK)
}

/// Moves the focus to the heading of a screen that was just opened, and its beginning into view.
pub fn focus_screen() {
    document::eval(&format!("{} requestAnimationFrame(() => {HEADING});", give()));
}

const HEADING: &str = "{ const h = document.querySelector('main h1'); if (!h) return; h.tabIndex = -1; give(h); (document.querySelector('.fi-phone__screen') ?? window).scrollTo(0, 0); scrollTo(0, 0); }";

/// What was pressed on each screen is remembered by its place among what can be pressed there, and by what it says.
const ARRIVE: &str = "
const things = () => [...document.querySelectorAll('main button, main a[href]')];
const places = window.fingertipPlaces ??= new Map();
if (!isBack && from !== null) places.set(from, window.fingertipPressed);
window.fingertipPressed = undefined;
window.fingertipWatch ??= document.addEventListener('click', ({ target }) => {
  const thing = target.closest?.('main button, main a[href]');
  if (thing && !thing.matches('[data-way-back]')) window.fingertipPressed = { at: things().indexOf(thing), says: thing.textContent };
}, true) ?? true;
const place = isBack ? places.get(to) : undefined;
const pressed = () => {
  const all = things();
  const is = (thing) => thing?.textContent === place.says;
  return is(all[place.at]) ? all[place.at] : all.find(is);
};
if (isMoved) requestAnimationFrame(() => {
  const thing = place && pressed();
  if (thing) { thing.focus({ preventScroll: true }); thing.scrollIntoView({ block: 'center' }); } else HEADING
});
";

/// Moves the focus on a screen that was just opened: to its heading and, on the way back, to what had led away from it.
///
/// `from` and `to` are the names of the two screens; a screen that moves the focus itself is not `is_moved`.
pub fn focus_arrived(from: Option<&str>, to: &str, is_back: bool, is_moved: bool) {
    // In the script and not sent to it: one step later, the focus would be taken from who has begun to type.
    let from = from.map_or_else(|| "null".to_owned(), |from| format!("'{}'", plain(from)));
    let script = give() + &ARRIVE.replace("HEADING", HEADING);
    document::eval(&format!(
        "const from = {from}, to = '{}', isBack = {is_back}, isMoved = {is_moved};{script}",
        plain(to)
    ));
}

/// A field that is typed in stays above the keyboard: Android makes the window lower, iOS what is seen of it, and neither web view always
/// brings the field back into sight.
const KEYBOARD: &str = "
window.fingertipKeyboard ??= (() => {
  let before = visualViewport.height;
  visualViewport.addEventListener('resize', () => {
    const isLower = visualViewport.height < before;
    before = visualViewport.height;
    const field = document.activeElement;
    if (isLower && field?.matches('input, textarea, select')) field.scrollIntoView({ block: 'nearest' });
  });
  return true;
})();
";

/// Keeps the field that is typed in above the keyboard, from now on.
pub fn watch_keyboard() {
    document::eval(KEYBOARD);
}

/// Brings the whole of what has the focus into view, as far as it fits.
pub(crate) fn keep_focus_in_view() {
    document::eval(
        "requestAnimationFrame(() => { const e = document.activeElement; e?.scrollIntoView({ block: 'nearest' }); });",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_ids_that_cannot_leave_a_script_or_meet() {
        assert_eq!(input_id("id-number"), "fi-in-id-number");
        assert_eq!(input_id("a'b"), "fi-in-a_27_b");
        assert_ne!(input_id("a_b"), input_id("a b"));
    }
}
