//! The page's title: what a browser's tab, a list of windows and a screen reader call what is open (WCAG 2.4.2).

use dioxus::prelude::*;

/// Sets the title anew whenever another heading is drawn: its first 80 letters, more is cut by whatever shows a title.
const SCRIPT: &str = "
const name = await dioxus.recv();
window.fingertipTitle?.disconnect();
const tell = () => {
  const heading = document.querySelector('main h1')?.textContent.trim().slice(0, 80);
  const title = heading ? `${heading} · ${name}` : name;
  if (document.title !== title) document.title = title;
};
window.fingertipTitle = new MutationObserver(tell);
window.fingertipTitle.observe(document.body, { childList: true, subtree: true, characterData: true });
tell();
";

/// Keeps the page's title: the first heading of the screen, and what the app is called. Draws nothing.
#[component]
pub fn DocumentTitle(
    /// What the app is called, in the person's language.
    name: String,
) -> Element {
    use_effect(use_reactive!(|name| {
        let script = document::eval(SCRIPT);
        // A page that has gone needs no title.
        let _ = script.send(name);
    }));
    rsx! {}
}
