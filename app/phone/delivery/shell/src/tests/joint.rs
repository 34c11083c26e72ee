//! A life event with one form: what its screens ask, show before it goes, and say of what became of it.

use std::sync::Arc;

use fingertip_contract::Catalogue;
use fingertip_core::{JointDraft, Model, Remote};
use fingertip_standard::{LifeEventId, events::Display};
use serde_json::{Value, json};

use super::{at, model};

fn said(text: &str) -> Value {
    json!({ "en": format!("«{text}»") })
}

/// The shell's model, in which a life event with a field of every kind is filled in, and one was handed in.
fn joint(language: &str, display: Display, page: usize) -> Model {
    let mut model = model(language, display);
    let kinds = ["text", "date", "region", "number", "yes-no", "file", "dance"];
    let field = |kind: &&str| json!({ "id": kind, "kind": kind, "label": said(kind), "hint": said("Hint") });
    let choice = json!({ "id": "choice", "kind": "choice", "label": said("Which"), "choices": [{ "id": "a", "label": said("This") }] });
    let fields: Vec<Value> = kinds.iter().map(field).chain([choice]).collect();
    let mut whole =
        serde_json::to_value(model.catalogue.ready().expect("a catalogue").as_ref()).expect("JSON");
    whole["life_events"] = json!([{
        "id": "birth", "occasion": "birth", "name": said("Birth"), "summary": said("All of it"), "services": ["card"],
        "joint": {
            "guide": said("Have it at hand"), "sections": [{ "title": said("The child"), "hint": said("Help"), "fields": fields }],
            "steps": [{ "id": "card", "services": ["card"], "place": "home", "answers": kinds, "facts": ["name"], "own_fields": (0..20).map(|n| n.to_string()).collect::<Vec<_>>() }],
        },
    }]);
    let catalogue: Catalogue = serde_json::from_value(whole).expect("a catalogue");
    *model.catalogue = Remote::Ready(Arc::new(catalogue), jiff::Timestamp::UNIX_EPOCH);
    let step = |id: &str, state: &str, case: bool| {
        let mut step = json!({ "id": id, "service": "card", "department": "hrss", "region": "440100", "state": state, "may_withdraw": true });
        if case {
            step["case"] = serde_json::to_value(&model.cases[0].value).expect("JSON");
        } else {
            step["waits_for"] = json!(["card"]);
            step["reason"] = json!({ "kind": "refused-before", "words": said("Why not") });
        }
        step
    };
    let moment = |kind: &str| json!({ "at": "2026-11-25T08:00:00Z", "kind": kind, "step": "card", "from_step": "card", "words": said("Words") });
    let kinds =
        ["submitted", "begun", "handed-on", "moved", "told", "skipped", "resumed", "withdrawn", "dance"];
    let timeline: Vec<_> = kinds.iter().map(|kind| moment(kind)).collect();
    model.joint.cases = vec![
        serde_json::from_value(json!({
            "id": "JC-2026-1", "life_event": "birth", "name": said("Birth"), "region": "440100", "submitted_at": "2026-11-24T08:00:00Z",
            "state": "asks-person", "may_withdraw": true, "timeline": timeline,
            "steps": [step("card", "begun", true), step("later", "waiting", false), step("never", "skipped", false), step("new", "dance", false)],
        }))
        .expect("a joint case"),
    ];
    let mut draft = JointDraft::new(LifeEventId::new("birth").expect("an id"));
    draft.inputs =
        serde_json::from_value(json!({ "text": { "Text": "«Little Moon»" }, "choice": { "Choice": "a" } }))
            .expect("inputs");
    draft.page = page;
    model.joint.drafts = vec![draft];
    model
}

/// Every screen of it, for the tests of all screens.
pub(super) fn pages(language: &str, display: Display) -> Vec<(&'static str, String)> {
    let page = |path, number| (path, at(path, joint(language, display, number)));
    vec![
        page("/life-events/birth", 0),
        page("/life-events/birth/form", 0),
        page("/life-events/birth/form", 1),
        page("/joint-cases/JC-2026-1", 0),
        page("/cases", 0),
    ]
}

#[test]
fn everything_is_asked_with_its_help_and_seen_before_it_goes() {
    let form = at("/life-events/birth/form", joint("en", Display::Normal, 0));
    for wanted in ["«Have it at hand»", "«The child»", "«Help»", "«dance»", "«This»", "«Little Moon»"]
    {
        assert!(form.contains(wanted), "{wanted} is not asked:\n{form}");
    }
    let check = at("/life-events/birth/form", joint("en", Display::Normal, 9));
    for wanted in ["«Little Moon»", "«This»", "«Card»", "«Office»", "1 proven fact", "hand-in", "change-0"]
    {
        assert!(check.contains(wanted), "{wanted} is not shown before it goes:\n{check}");
    }
}

#[test]
fn what_became_of_it_says_where_each_step_stands_and_why_one_is_not_done() {
    let html = at("/joint-cases/JC-2026-1", joint("en", Display::Normal, 0));
    for wanted in
        ["JC-2026-1", "«Why not»", "Waits for", "«Words»", "Take all of it back", "Take this step back"]
    {
        assert!(html.contains(wanted), "{wanted} is not said:\n{html}");
    }
    let event = at("/life-events/birth", joint("en", Display::Normal, 0));
    for wanted in ["questions instead of", "Go on with the form"] {
        assert!(event.contains(wanted), "{wanted}:\n{event}");
    }
}
