//! What a case's screen asks of the person, offers them, and says of what they sent.

use fingertip_contract::{ActKind, Case};
use fingertip_core::{ActDraft, Model, NotAccepted, OutgoingState, OutgoingSubject};
use fingertip_standard::events::Display;
use serde_json::json;

use super::{at, model};

/// A case in which everything is asked and may be done, and in which everybody has said something.
fn case(state: &str, acts: &[&str]) -> Case {
    let said = |text: &str| json!({ "en": format!("«{text}»") });
    let ask = |id: &str, kind: &str, document: Option<&str>| json!({ "id": id, "kind": kind, "label": said(id), "hint": said("Hint"), "is_required": true, "document_kind": document });
    let entry = |id: &str, from: &str, kind: &str| {
        json!({ "id": id, "from": from, "kind": kind, "at": "2026-11-25T08:00:00Z", "words": said(kind), "attachments": [
            { "name": "«a.jpg»", "media_type": "image/jpeg", "bytes": 1200 }, { "name": "card", "media_type": "application/jose", "bytes": 9 },
        ] })
    };
    let persons = ["answer", "addition", "withdrawal", "appeal", "question", "dance"];
    let entries: Vec<_> = persons
        .iter()
        .map(|kind| entry(kind, "person", kind))
        .chain([
            entry("r", "department", "reply"),
            entry("e", "platform", "escalation"),
            entry("p", "platform", "put-aside"),
            entry("u", "somebody", "reply"),
        ])
        .collect();
    let asked = [
        ask("photo", "file", None),
        ask("card", "document", Some("card")),
        ask("none", "document", Some("passport")),
        ask("why", "words", None),
        ask("later", "dance", None),
    ];
    serde_json::from_value(json!({
        "id": "2026000001", "service": "card", "department": "hrss", "region": "440100", "app": "cn.gov.hrss.card", "state": state,
        "submitted_at": "2026-11-24T08:00:00Z", "promised_days": 20, "acts": acts, "asked": asked, "answer_by": "2026-12-22",
        "entries": entries, "office": said("Desk"), "is_late": true, "escalated_to": said("Above"),
        "steps": [{ "state": state, "at": "2026-11-24T08:00:00Z", "note": said("Note") }],
    }))
    .expect("a case")
}

fn with(model: Model, case: Case) -> Model {
    let mut model = model;
    model.cases[0].value = case;
    model
}

fn outgoing(kind: ActKind, not_accepted: Option<NotAccepted>, of: &Model) -> OutgoingState {
    let case = &of.cases[0].value;
    OutgoingState {
        key: "act".into(),
        subject: OutgoingSubject::Act(case.id.clone(), kind),
        created_at: case.submitted_at,
        attempts: 1,
        not_before: case.submitted_at,
        not_accepted,
    }
}

const EVERY: [&str; 6] = ["answer", "add", "ask", "withdraw", "appeal", "dance"];
const CASE: &str = "/cases/2026000001";

/// A case in every state that asks for something, with each form open, missing something, on its way, and not accepted.
pub(super) fn pages(language: &str, display: Display) -> Vec<(&'static str, String)> {
    let mut pages = Vec::new();
    for state in ["correction-asked", "supplement-asked", "suspended", "appealed"] {
        pages.push((CASE, at(CASE, with(model(language, display), case(state, &EVERY)))));
    }
    let whole = || with(model(language, display), case("correction-asked", &EVERY));
    let mut open = whole();
    let id = open.cases[0].value.id.clone();
    open.acts.drafts = ActKind::ALL
        .map(|kind| ActDraft {
            says_missing: true,
            words: "«x»".repeat(700),
            ..ActDraft::new(id.clone(), kind)
        })
        .into();
    pages.push(("every form, too much written", at(CASE, open)));
    let mut empty = whole();
    empty.acts.drafts =
        ActKind::ALL.map(|kind| ActDraft { says_missing: true, ..ActDraft::new(id.clone(), kind) }).into();
    pages.push(("every form, nothing written", at(CASE, empty)));
    let why = NotAccepted { code: "case-state".into(), words: None, at: open_at() };
    for not_accepted in [None, Some(why)] {
        let mut sent = whole();
        let all = ActKind::ALL.map(|kind| outgoing(kind, not_accepted.clone(), &sent));
        *sent.outbox = all.into();
        sent.sending = Some(("act".into(), 40));
        pages.push(("on its way, or not accepted", at(CASE, sent.clone())));
        pages.push(("/cases with it", at("/cases", sent.clone())));
        pages.push(("/messages with it", at("/messages", sent)));
    }
    for state in ["open", "replied", "appealed", "closed", "danced"] {
        pages.push(("a rated case", at(CASE, with(model(language, display), rated(state)))));
    }
    let mut handled = case("closed", &["ask"]);
    handled.is_late = false;
    pages.push(("a case to be rated", at(CASE, with(model(language, display), handled))));
    pages
}

/// A rated case, with all that can become of the rating.
fn rated(state: &str) -> Case {
    let said = |text: &str| json!({ "en": format!("«{text}»") });
    let mut rated = case("closed", &["ask"]);
    rated.rating =
        serde_json::from_value(json!({ "level": "dissatisfied", "text": "«slow»" })).expect("a rating");
    rated.follow_up = serde_json::from_value(json!({
        "state": state, "reply_by": "2026-12-04", "is_late": true, "reply": said("Sorry"), "appeal": "«No»", "appeal_answer": said("Right"),
        "exclusion": said("Not us"), "exclusion_answer": said("No"), "is_excluded": true,
    }))
    .expect("a follow-up");
    rated
}

#[test]
fn an_answer_to_a_bad_rating_may_be_objected_to_once_and_only_while_it_stands() {
    let object = "This is no answer";
    let screen = |case: Case| at(CASE, with(model("en", Display::Normal), case));
    for (state, may) in [("open", false), ("replied", true), ("appealed", false), ("closed", false)] {
        let html = screen(rated(state));
        assert_eq!(html.contains(object), may, "{state}");
        assert!(html.contains("«Sorry»"), "{state}: the department's answer is there");
    }
    let mut sent = with(model("en", Display::Normal), rated("replied"));
    let subject = OutgoingSubject::RatingAppeal(sent.cases[0].value.id.clone());
    *sent.outbox = vec![OutgoingState { subject, ..outgoing(ActKind::Ask, None, &sent) }];
    assert!(!at(CASE, sent).contains(object), "what is on its way is not written again");
}

fn open_at() -> jiff::Timestamp {
    jiff::Timestamp::UNIX_EPOCH
}

#[test]
fn what_is_asked_can_be_answered_on_the_spot_and_nothing_is_chosen_beforehand() {
    let html = at(CASE, with(model("en", Display::Normal), case("correction-asked", &["answer"])));
    for what in [
        "id=\"fi-ask-photo\"",
        "id=\"fi-ask-card-0\"",
        "id=\"fi-ask-why\"",
        "id=\"fi-ask-later\"",
        "«Note»",
        "Answer by",
    ] {
        assert!(html.contains(what), "{what} is missing");
    }
    assert!(html.contains("no such document"), "what the person does not have is said");
    assert!(!html.contains("checked=true"), "no document is chosen for the person");
    assert!(!html.contains("fi-case-withdraw"), "what the platform does not take is not offered");
}

#[test]
fn only_what_the_platform_takes_is_offered() {
    let html = at(CASE, with(model("en", Display::Normal), case("review", &["ask", "dance"])));
    assert!(html.contains("Ask the office"));
    for other in ["Withdraw the case", "Object to the decision", "Add something", "fi-case-asked"] {
        assert!(!html.contains(other), "{other}");
    }
}

#[test]
fn what_is_on_its_way_has_no_second_form() {
    let mut sent = with(model("en", Display::Normal), case("correction-asked", &["answer"]));
    *sent.outbox = vec![outgoing(ActKind::Answer, None, &sent)];
    let html = at(CASE, sent);
    assert!(!html.contains("fi-ask-photo") && html.contains("sent as soon as possible"));
}
