//! What is said of what is switched off, and what stays.

use fingertip_core::Model;
use fingertip_standard::events::Display;
use serde_json::{Value, json};

use super::{at, model};

/// The page at `path` where these switches hold.
fn page(path: &str, switches: Value) -> String {
    let mut model: Model = model("en", Display::Normal);
    *model.switches = serde_json::from_value(switches).expect("switches");
    at(path, model)
}

fn works() -> Value {
    json!({ "reason": { "en": "«Works»" }, "until": "2099-01-01T00:00:00Z" })
}

#[test]
fn a_screen_that_is_switched_off_says_why_and_hides_nothing_of_the_persons_own() {
    let switches = json!({ "screens": { "verify": works(), "cases": works(), "something-else": works() } });
    let off = page("/verify", switches.clone());
    assert!(off.contains("«Works»") && off.contains("out of order"), "{off}");
    assert!(!off.contains("photo of its code"), "the screen itself is not there");
    let cases = page("/cases", switches.clone());
    assert!(cases.contains("«Works»") && cases.contains("«Card»"), "what is the person's own stays: {cases}");
    assert!(!page("/", switches).contains("«Works»"), "home has no switch");
}

#[test]
fn an_app_that_is_switched_off_or_too_old_says_so_everywhere_and_what_to_do() {
    for path in ["/", "/cases", "/help"] {
        let off = page(path, json!({ "app": { "unavailable": works() } }));
        assert!(off.contains("«Works»") && off.contains("sent later"), "{path}: {off}");
        let needed = json!({ "app": { "needed": "99.0.0", "update_url": "https://example.org/app" } });
        let old = page(path, needed);
        assert!(old.contains("too old") && old.contains("href=\"https://example.org/app\""), "{path}: {old}");
    }
    let script = json!({ "app": { "needed": "99.0.0", "update_url": "javascript:alert(1)" } });
    assert!(!page("/", script).contains("javascript:"), "only an encrypted address is a link");
    let advised = json!({ "app": { "advised": "99.0.0" } });
    assert!(page("/", advised.clone()).contains("newer version"));
    assert!(!page("/cases", advised).contains("newer version"), "once is enough");
}

#[test]
fn a_service_that_is_switched_off_says_why_in_its_guide_and_in_lists() {
    let switches = json!({ "services": { "card": works() } });
    let guide = page("/services/card", switches);
    assert!(guide.contains("«Works»") && guide.contains("«All»"), "the guide stays: {guide}");
    assert!(!guide.contains("data-action=\"open-service\""));
}
