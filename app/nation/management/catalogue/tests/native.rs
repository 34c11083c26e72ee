//! Our own JSON, item by item: what is wrong is named and left out, and nothing else is lost with it.

use fingertip_catalogue::import;
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
        "departments": [{ "id": "taxation", "name": {}, "region": "100000" }, 7],
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
    let imported = import(&whole.to_string()).expect("a catalogue");
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
    assert_eq!(imported.rejected.len(), 10, "{:?}", imported.rejected);
}
