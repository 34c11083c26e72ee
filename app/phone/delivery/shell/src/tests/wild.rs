//! Names and catalogues that nobody would make on purpose: every screen is still a screen.

use std::sync::Arc;

use fingertip_contract::{Case, Catalogue, Document, ServiceRating};
use fingertip_core::{AsOf, Check, KeptDocument, Model, Remote, Showing, ShownAs, Standing, Verification};
use fingertip_standard::events::Display;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{at, model};

/// Texts that break what was not made for them.
fn wild() -> Vec<String> {
    vec![
        "长".repeat(500),
        "W".repeat(500),
        "👨\u{200D}👩\u{200D}👧\u{200D}👦🏳️\u{200D}🌈".repeat(20),
        "\u{202E}gnorts\u{202C} \u{2067}مەكتەپ School 学校\u{2069}\u{2069}\u{2069}".into(),
        "\u{200B}\u{FEFF}a\u{200B}b\u{2060}c".into(),
        "<script>alert(1)</script>\"'&{ $name }".into(),
        "a\u{0300}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}\u{0306}\u{0307}".repeat(30),
        " ".into(),
    ]
}

/// A nation whose every name is `text`, in a language that no reader has; with all that a shell does not expect.
fn catalogue(text: &str) -> Catalogue {
    let name = json!({ "tlh": text });
    let far = json!({ "reason": name, "until": "9999-12-30T22:00:00Z" });
    let service = |id: &str, more: Value| {
        let mut service =
            json!({ "id": id, "name": name, "department": "d", "region": "440100", "theme": "space-travel" });
        if let (Some(service), Some(more)) = (service.as_object_mut(), more.as_object()) {
            service.extend(more.clone());
        }
        service
    };
    serde_json::from_value(json!({
        "regions": [{ "code": "440100", "name": name, "level": "prefecture", "parent": "440100" }],
        "departments": [{ "id": "d", "name": name, "region": "gone" }, { "id": "e", "name": {}, "region": "440100", "phone": text, "answers_for_all": true }],
        "services": [
            service("bare", json!({})),
            service("full", json!({
                "summary": name, "conditions": name, "documents": [name, name, {}], "fee": name, "promised_days": 65535, "statutory_days": 0,
                "legal_basis": [{ "title": name, "url": "javascript:alert(1)" }, { "title": {}, "url": "http://example.org" }],
                "is_high_demand": true, "outage": far,
            })),
            { "id": "nobody", "name": {}, "department": "gone", "region": "gone", "theme": "other" },
        ],
        "life_events": [
            { "id": "none", "name": name, "summary": name, "occasion": "birth", "services": [] },
            { "id": "gone", "name": {}, "occasion": "home", "services": ["gone", "full", "full"] },
        ],
        "alerts": [{
            "id": "a", "severity": "extreme", "headline": name, "instruction": name, "department": "gone", "phone": "call me: +86 (0)10-1 ext",
            "url": "javascript:alert(1)", "effective": "0001-01-02T00:00:00Z", "expires": "9999-12-30T22:00:00Z",
        }],
    }))
    .expect("a catalogue")
}

/// Somebody whose cases and documents are as strange as the nation.
fn somebody(text: &str, language: &str, display: Display, as_of: Timestamp) -> Model {
    let mut model = model(language, display);
    *model.catalogue = Remote::Ready(Arc::new(catalogue(text)), as_of);
    let case = |id: &str, service: &str, state: &str, at: &str| -> AsOf<Case> {
        let value = json!({
            "id": id, "service": service, "department": "gone", "region": "gone", "app": "a.b.c", "state": state, "submitted_at": at,
            "promised_by": "9999-12-31", "steps": [{ "state": "received", "at": at }, { "state": state, "at": at, "note": text }],
        });
        AsOf { value: serde_json::from_value(value).expect("a case"), as_of }
    };
    *model.cases = vec![
        case("CASE-1", "gone", "correction-asked", "9999-12-30T22:00:00Z"),
        case("CASE-2", "full", "delivered", "1970-01-01T00:00:00Z"),
        AsOf {
            value: Case {
                steps: Vec::new(),
                ..case("CASE-3", "bare", "closed", "2026-01-01T00:00:00Z").value
            },
            as_of,
        },
    ];
    let document = |issued: i64, until: Option<&str>| -> KeptDocument {
        let document: Document = serde_json::from_value(json!({
            "jti": text, "iss": "gone", "sub": "p", "kind": "k", "title": { "tlh": text }, "holder": text, "number": text, "iat": issued,
            "valid_until": until, "fields": [{ "label": {}, "value": text }],
        }))
        .expect("a document");
        KeptDocument { document, jws: text.repeat(10), as_of }
    };
    *model.documents = vec![document(i64::MAX, Some("0001-01-01")), document(i64::MIN, None)];
    let strange = &model.documents[0].document;
    let (issuer, title) = (strange.issuer.clone(), strange.title.clone());
    let showing = |shown_as| Showing {
        at: as_of,
        issuer: issuer.clone(),
        document: text.to_owned(),
        title: title.clone(),
        shown_as,
    };
    *model.showings = vec![showing(ShownAs::Code), showing(ShownAs::Given(issuer.clone()))];
    *model.verification = Verification::Genuine(
        Box::new(strange.clone()),
        Check { standing: Standing::Unclear, as_of: Some(as_of), current_until: Some(as_of) },
    );
    let service = fingertip_standard::ServiceId::new("full").expect("an id");
    *model.ratings = vec![ServiceRating { service, count: u32::MAX, levels: [u32::MAX; 5] }];
    model
}

#[test]
fn strange_names_and_missing_things_leave_every_screen_a_screen() {
    const PLACES: [&str; 17] = [
        "/",
        "/search",
        "/services",
        "/services/bare",
        "/services/full",
        "/services/nobody",
        "/departments/d",
        "/departments/e",
        "/life-events",
        "/life-events/none",
        "/life-events/gone",
        "/regions",
        "/regions/440100",
        "/cases",
        "/cases/CASE-1",
        "/records",
        "/messages",
    ];
    for text in wild() {
        // The device's clock was at the beginning of time, at its end, or a moment ahead of now when things were kept.
        let ahead = Timestamp::now().saturating_add(SignedDuration::from_hours(24 * 400)).expect("a time");
        for (language, display, as_of) in [
            ("zh-Hans", Display::Normal, Timestamp::UNIX_EPOCH),
            ("ug", Display::Seniors, Timestamp::MAX),
            ("en", Display::Normal, Timestamp::MIN),
            ("zh-Hant", Display::Seniors, ahead),
        ] {
            for path in PLACES.into_iter().chain([
                "/cases/CASE-2",
                "/cases/CASE-3",
                "/help",
                "/me",
                "/privacy",
                "/verify",
            ]) {
                let html = at(path, somebody(&text, language, display, as_of));
                let at = format!("{path} in {language} with {:?}", text.chars().take(12).collect::<String>());
                assert_eq!(html.matches("<h1").count(), 1, "{at}: one first heading");
                assert!(!html.contains("<script>alert"), "{at}: text is text");
                assert!(
                    !html.contains("href=\"javascript:") && !html.contains("href=\"http:"),
                    "{at}: no address of the catalogue that is not safe"
                );
                assert!(
                    !html.contains('\u{202E}') && !html.contains('\u{200B}'),
                    "{at}: nothing steers the words around it"
                );
                let heading =
                    html.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default();
                let words = heading.split('>').flat_map(|part| part.split('<').next()).collect::<String>();
                assert!(
                    words.chars().any(|c| !c.is_whitespace()),
                    "{at}: the heading says nothing: {heading}"
                );
            }
        }
    }
}
