//! The way back that a device has itself: Android's key or gesture, a browser's button. Once the shell can go back the page keeps
//! an entry of history of its own, so that the device leaves that entry and not the app.

use dioxus::prelude::*;

/// Presses what leads back on the page: a sheet's closing button, a screen's back, or its close. A sheet without one must be
/// answered. Where there is nothing to press, the shell is told; where the shell cannot go back, the device leaves the app.
/// The entry is never taken away before that: a step back that the page asks for comes later than what is pressed meanwhile.
const WATCH: &str = "
let isKept = false;
window.fingertipBack = () => {
  if (!window.fingertipCanGoBack || isKept) return;
  history.pushState(null, '');
  isKept = true;
};
addEventListener('popstate', () => {
  if (!isKept) return;
  isKept = false;
  if (!window.fingertipCanGoBack) { history.back(); return; }
  window.fingertipBack();
  const sheet = document.querySelector('.fi-sheet');
  const way = (sheet ?? document.querySelector('main'))?.querySelector('[data-way-back]');
  if (way) way.click(); else if (!sheet) dioxus.send(true);
});
window.fingertipBack();
await new Promise(() => {});
";

/// Watches the device's way back, and says when there is nothing on the page that it could press.
pub async fn watch_back(mut tell: impl FnMut()) {
    let mut page = document::eval(WATCH);
    while page.recv::<bool>().await.is_ok() {
        tell();
    }
}

/// Says whether the device's way back leads to something in the app, or out of it.
pub fn keep_back(can_go_back: bool) {
    document::eval(&format!("window.fingertipCanGoBack = {can_go_back}; window.fingertipBack?.();"));
}
