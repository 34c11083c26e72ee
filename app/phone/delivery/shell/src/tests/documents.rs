//! What screens say of documents: whether they hold, on which day, and when they were shown.

use std::sync::Arc;

use fingertip_contract::Document;
use fingertip_core::{
    Check, KeptDocument, Model, NationRules, Showing, ShownAs, Standing, Verification, parts::Parts,
};
use fingertip_standard::{DepartmentId, events::Display};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;

use super::{at, model};

const ALL: [Standing; 6] = [
    Standing::Valid,
    Standing::Withdrawn,
    Standing::Suspended,
    Standing::KeyGone,
    Standing::Unclear,
    Standing::Unasked,
];

fn document(valid_until: Option<&str>) -> Document {
    serde_json::from_value(json!({
        "jti": "card-1", "iss": "hrss", "sub": "p", "kind": "card", "title": { "en": "«Card»" }, "holder": "«Holder»", "number": "«1»",
        "iat": 0, "valid_until": valid_until, "fields": [{ "label": { "en": "«Bank»" }, "value": "«Bank»" }],
    }))
    .expect("a document")
}

fn key() -> (DepartmentId, String) {
    (DepartmentId::new("hrss").expect("an id"), "card-1".to_owned())
}

fn check(standing: Standing) -> Check {
    let (now, day) = (Timestamp::now(), jiff::SignedDuration::from_hours(24));
    let as_of = (standing != Standing::Unasked).then_some(now);
    Check { standing, as_of, current_until: as_of.and_then(|at| at.checked_add(day).ok()) }
}

fn showing(shown_as: ShownAs) -> Showing {
    let Document { issuer, id, title, .. } = document(None);
    Showing { at: Timestamp::UNIX_EPOCH, issuer, document: id, title, shown_as }
}

/// A card is kept; it was shown in every way, and its code is shown now.
pub(super) fn keep(model: &mut Model) {
    let document = document(Some("2026-12-01"));
    *model.documents = vec![KeptDocument { document, jws: "a.b.c".into(), as_of: Timestamp::UNIX_EPOCH }];
    *model.checks = [(key(), check(Standing::Valid))].into_iter().collect();
    let ways = [ShownAs::Code, ShownAs::Page, ShownAs::Export, ShownAs::Given(key().0)];
    *model.showings = ways.map(showing).to_vec();
    *model.shown = Some(showing(ShownAs::Code));
}

/// Each thing that can be said of a document, on the screens that say it.
pub(super) fn pages(language: &str, display: Display) -> Vec<(&'static str, String)> {
    let mut pages = Vec::new();
    for standing in ALL {
        let mut model = model(language, display);
        *model.checks = [(key(), check(standing))].into_iter().collect();
        *model.verification = Verification::Genuine(Box::new(document(None)), check(standing));
        *model.shown = Some(showing(ShownAs::Page));
        pages.push(("/records", at("/records", model.clone())));
        pages.push(("/records/hrss/card-1", at("/records/hrss/card-1", model.clone())));
        pages.push(("/verify", at("/verify", model)));
    }
    let mut parts = Parts::default();
    parts.take("fingertip-part:1/2:00:a");
    let mut missing = model(language, display);
    *missing.verification = Verification::Parts(parts);
    pages.push(("/verify in parts", at("/verify", missing)));
    for length in [3000, 100_000] {
        let mut large = model(language, display);
        large.documents[0].jws = "x".repeat(length);
        pages.push(("a large document", at("/records/hrss/card-1/code", large)));
    }
    pages
}

#[test]
fn a_document_that_does_not_hold_says_so_wherever_it_is_seen() {
    for (standing, short, checked) in [
        (Standing::Valid, "Valid", "It is genuine, issued by"),
        (Standing::Withdrawn, "Withdrawn", "but has been withdrawn"),
        (Standing::Suspended, "Suspended for now", "is suspended and not valid now"),
        (Standing::KeyGone, "No longer vouched for", "This document cannot be confirmed"),
        (Standing::Unclear, "Ask the department", "Ask there whether it is valid."),
        (Standing::Unasked, "Not checked yet", "whether it is still valid could not be checked"),
    ] {
        let mut model = model("en", Display::Normal);
        model.documents[0].document.valid_until = None;
        *model.checks = [(key(), check(standing))].into_iter().collect();
        *model.verification = Verification::Genuine(Box::new(document(None)), check(standing));
        for path in ["/", "/records", "/records/hrss/card-1"] {
            assert!(at(path, model.clone()).contains(short), "{path} does not say {short}");
        }
        assert!(at("/verify", model).contains(checked), "{checked}");
    }
}

#[test]
fn what_could_not_be_asked_lately_says_since_when() {
    let mut model = model("en", Display::Normal);
    let old = Check {
        standing: Standing::Valid,
        as_of: Some(Timestamp::UNIX_EPOCH),
        current_until: Some(Timestamp::UNIX_EPOCH),
    };
    *model.checks = [(key(), old)].into_iter().collect();
    *model.verification = Verification::Genuine(Box::new(document(None)), old);
    for path in ["/records", "/records/hrss/card-1", "/records/hrss/card-1/code", "/verify"] {
        assert!(at(path, model.clone()).contains("It could not be checked since then."), "{path}");
    }
}

#[test]
fn one_day_counts_on_every_screen_wherever_the_device_is() {
    // The day of these two is never the same: there are 26 hours between them.
    for (zone, is_over) in [("Pacific/Kiritimati", true), ("Etc/GMT+12", false)] {
        let now = Timestamp::now();
        let west = now.to_zoned(TimeZone::get("Etc/GMT+12").expect("a zone")).date();
        let rules = NationRules { zone: TimeZone::get(zone).expect("a zone"), ..NationRules::default() };
        let today = rules.today(now);
        let mut model = model("en", Display::Normal);
        model.rules = Arc::new(rules);
        (*model.cases, *model.drafts) = (Vec::new(), Vec::new());
        let document = document(Some(&west.to_string()));
        model.documents[0].document = document.clone();
        *model.verification = Verification::Genuine(Box::new(document.clone()), check(Standing::Valid));
        assert_eq!(document.has_ended(today), is_over);
        for path in ["/records", "/records/hrss/card-1", "/verify"] {
            let html = at(path, model.clone());
            assert_eq!(html.contains("Expired"), is_over, "{path} in {zone}");
        }
        assert_eq!(at("/verify", model.clone()).contains("but has ended"), is_over, "{zone}");
        let step = model.next_step(now);
        assert!(
            matches!(step, Some(fingertip_core::NextStep::Renew { is_over: over, .. }) if over == is_over),
            "{step:?}"
        );
        let home = at("/", model);
        let day = format!("{} {} {}", today.day(), today.strftime("%B"), today.year());
        assert!(home.contains(&day), "home does not say {day} in {zone}");
    }
}

#[test]
fn a_code_is_drawn_once_its_showing_is_in_the_ledger() {
    let path = "/records/hrss/card-1/code";
    let mut model = model("en", Display::Normal);
    assert!(at(path, model.clone()).contains("class=\"fi-code\""));
    *model.shown = Some(showing(ShownAs::Page));
    assert!(!at(path, model.clone()).contains("class=\"fi-code\""), "written down for paper");
    *model.shown = Some(Showing { document: "another".into(), ..showing(ShownAs::Code) });
    assert!(!at(path, model.clone()).contains("class=\"fi-code\""), "another document's");
    *model.shown = None;
    assert!(!at(path, model.clone()).contains("class=\"fi-code\""));
    assert!(!at("/records/hrss/card-1", model).contains("class=\"fi-code\""), "who only reads shows nothing");
}

#[test]
fn a_large_document_is_shown_in_parts_and_one_that_is_too_large_says_so() {
    let mut model = model("en", Display::Normal);
    model.documents[0].jws = "x".repeat(3000);
    let html = at("/records/hrss/card-1/code", model.clone());
    assert!(html.contains("class=\"fi-code\"") && html.contains("Code 1 of 4"), "{html}");
    model.documents[0].jws = "x".repeat(100_000);
    let html = at("/records/hrss/card-1/code", model);
    assert!(
        !html.contains("class=\"fi-code\"") && html.contains("too large to be shown as a code"),
        "{html}"
    );
}

#[test]
fn each_showing_stands_with_its_document_and_in_the_ledger() {
    let own = at("/records/hrss/card-1", model("en", Display::Normal));
    for told in
        ["Shown as a code", "Printed or saved as a page", "Taken along with all your data", "Handed over to"]
    {
        assert!(own.contains(told), "{told}");
    }
    let ledger = at("/privacy", model("en", Display::Normal));
    assert!(
        ledger.contains("Shown as a code") && !ledger.contains("Handed over to"),
        "that is told with what it went for"
    );
}
