//! Our own JSON, item by item: what is wrong is named and left out, and nothing else is lost with it.

use fingertip_catalogue::{ImportError, import, import_without_faulty};
use serde_json::json;

#[test]
fn one_bad_item_costs_no_other() {
    let region = |code: &str| json!({ "code": code, "name": { "en": code }, "level": "nation" });
    let service = |id: &str| json!({ "id": id, "name": { "en": id }, "department": "taxation", "region": "100000", "theme": "taxation" });
    let of = |id: &str, field: &str, value: serde_json::Value| {
        let mut service = service(id);
        service[field] = value;
        service
    };
    let whole = json!({
        "regions": [region("100000"), { "code": "!" }],
        "departments": [{ "id": "taxation", "name": { "en": "T" }, "region": "100000" }, 7],
        "services": [
            service("good"), service("good"), { "id": "no-fields" }, of("nobody", "department", json!("none")),
            of("nowhere", "region", json!("99")), of("nameless", "name", json!({ "en": " " })), of("newer", "theme", json!("space-travel")),
        ],
        "life_events": [
            { "id": "e", "name": { "en": "E" }, "occasion": "birth", "services": ["good", "gone"] },
            { "id": "f", "name": { "en": "F" }, "occasion": 7, "services": [] },
            { "id": "g", "name": { "en": "G" }, "occasion": "a-new-one", "services": [] },
        ],
        "alerts": [
            { "id": "a", "severity": 7, "headline": {}, "effective": "2026-01-01T00:00:00Z" },
            { "id": "b", "severity": "apocalyptic", "headline": {}, "effective": "2026-01-01T00:00:00Z" },
        ],
    });
    let imported = import_without_faulty(whole.to_string().as_bytes()).expect("a catalogue");
    let ids = |services: &[fingertip_contract::Service]| {
        services.iter().map(|service| service.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&imported.catalogue.services), ["good", "newer"]);
    assert_eq!(imported.catalogue.services[1].theme, fingertip_contract::Theme::Other);
    // What a newer catalogue knows is kept; what is no word at all is not.
    let events: Vec<_> = imported.catalogue.life_events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(events, ["e", "g"]);
    assert_eq!(imported.catalogue.life_events[0].services.len(), 1);
    let alerts: Vec<_> = imported.catalogue.alerts.iter().map(|alert| alert.id.as_str()).collect();
    assert_eq!(alerts, ["b"]);
    assert!(imported.rejected.len() >= 10, "{:?}", imported.rejected);
    assert!(matches!(import(whole.to_string().as_bytes()), Err(ImportError::Faulty(all)) if all.len() >= 10));
}

#[test]
fn steps_that_nobody_could_end_are_named_by_line_and_member_and_the_life_event_stays_a_list() {
    let event = |id: &str, depends_on: serde_json::Value| {
        let step = |id: &str, depends_on: serde_json::Value| json!({ "id": id, "services": ["s"], "place": "home", "depends_on": depends_on });
        json!({
            "id": id, "name": { "en": id }, "occasion": "birth", "services": ["s"],
            "joint": { "sections": [], "steps": [step("one", depends_on), step("two", json!(["one"]))] },
        })
    };
    let mut broken = event("broken", json!([]));
    broken["joint"]["steps"][1]["place"] = 7.into();
    let whole = json!({
        "regions": [{ "code": "100000", "name": { "en": "N" }, "level": "nation" }],
        "departments": [{ "id": "d", "name": { "en": "D" }, "region": "100000" }],
        "services": [{ "id": "s", "name": { "en": "S" }, "department": "d", "region": "100000", "theme": "other" }],
        "life_events": [event("good", json!([])), event("cyclic", json!(["two"])), event("stranger", json!(["three"])), broken],
    });
    let imported = import_without_faulty(whole.to_string().as_bytes()).expect("a catalogue");
    let joint: Vec<_> = imported
        .catalogue
        .life_events
        .iter()
        .map(|event| (event.id.as_str(), event.joint.is_some()))
        .collect();
    assert_eq!(joint, [("good", true), ("cyclic", false), ("stranger", false), ("broken", false)]);
    let named: Vec<String> = imported.rejected.iter().map(ToString::to_string).collect();
    let says = |text: &str| named.iter().any(|one| one.contains(text));
    assert!(says("field joint.steps[0].depends_on[0]: cyclic one and two wait for each other"), "{named:?}");
    assert!(says("field joint.steps[0].depends_on[0]: stranger three is no step"), "{named:?}");
    assert!(says("field joint.steps[1].place: life_event: "), "{named:?}");
}
