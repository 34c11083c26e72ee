//! What a person does in a case goes once, whole, and where the platform takes it; what they write is never lost.

use fingertip_contract::{ActKind, Case};
use fingertip_records::{OutgoingState, OutgoingSubject};
use fingertip_standard::{CaseId, Disclosed, Disclosure};
use serde_json::{Value, json};

use super::{
    effect::ActsEffect,
    model::{ActDraft, Missing},
};
use crate::{
    ActChange, ActsMsg, AsOf, Effect, MiniAppMsg, Model, Msg,
    testing::{at, ready, sign_in, told},
};

fn case(state: &str, more: Value) -> Case {
    let mut case = json!({
        "id": "CASE-1", "service": "bus-card", "department": "transport", "region": "100000", "app": crate::testing::BUS,
        "state": state, "submitted_at": at(0), "steps": [],
    });
    if let (Value::Object(case), Value::Object(more)) = (&mut case, more) {
        case.extend(more);
    }
    serde_json::from_value(case).expect("a case")
}

/// A case in which a photo and a reason are asked for, and more may be told.
fn asked() -> Case {
    let ask = |id: &str, kind: &str, is_required: bool| json!({ "id": id, "kind": kind, "label": { "en": id }, "is_required": is_required });
    let asks = [
        ask("photo", "file", true),
        ask("why", "words", true),
        ask("more", "words", false),
        ask("sign", "dance", true),
    ];
    case("correction-asked", json!({ "asked": asks, "acts": ["answer", "ask", "withdraw"] }))
}

fn with(case: Case) -> Model {
    let mut model = ready();
    sign_in(&mut model);
    *model.cases = vec![AsOf { value: case, as_of: at(0) }];
    model
}

fn id() -> CaseId {
    CaseId::new("CASE-1").expect("an id")
}

fn change(model: &mut Model, kind: ActKind, change: ActChange) {
    assert!(told(model, ActsMsg::Changed(id(), kind, change)).is_empty(), "nothing is written at each key");
}

fn photo(name: &str) -> ActChange {
    ActChange::ChoseFiles("photo".into(), vec![(name.into(), "image/jpeg".into(), vec![1, 2, 3])])
}

fn send(model: &mut Model, kind: ActKind) -> Option<(ActDraft, Disclosure, Vec<ActDraft>)> {
    told(model, ActsMsg::Sent(id(), kind)).into_iter().find_map(|effect| match effect {
        Effect::Acts(ActsEffect::Send { draft, disclosure, left }) => Some((*draft, *disclosure, left)),
        _ => None,
    })
}

#[test]
fn an_answer_goes_once_all_that_is_asked_is_there_and_only_once() {
    let mut model = with(asked());
    assert!(send(&mut model, ActKind::Answer).is_none());
    let draft = model.acts.of(&id(), &ActKind::Answer).expect("what is missing is said").clone();
    assert!(draft.says_missing);
    let missing = |draft: &ActDraft| draft.missing(&asked(), |_| None);
    let ask = |id: &str| Missing::Asked(id.into());
    assert_eq!(missing(&draft), [ask("photo"), ask("why"), ask("sign")]);
    change(&mut model, ActKind::Answer, photo("face.jpg"));
    change(&mut model, ActKind::Answer, ActChange::Answered("why".into(), "  ".into()));
    change(&mut model, ActKind::Answer, ActChange::Answered("sign".into(), "I do".into()));
    assert!(send(&mut model, ActKind::Answer).is_none(), "blanks are no answer");
    change(&mut model, ActKind::Answer, ActChange::Answered("why".into(), " It was lost ".into()));
    let (draft, disclosure, left) = send(&mut model, ActKind::Answer).expect("sent");
    let act = draft.act();
    assert_eq!((act.answers["why"].as_str(), act.files[0].content.as_str()), ("It was lost", "AQID"));
    assert_eq!(disclosure.with, [Disclosed::File("face.jpg".into()), Disclosed::Text]);
    assert_eq!((disclosure.items, left), (vec!["bus-card".to_owned()], Vec::new()));
    assert!(send(&mut model, ActKind::Answer).is_none(), "a second press finds nothing to send");
}

#[test]
fn nothing_is_sent_that_the_platform_does_not_take_now() {
    let mut model = with(asked());
    change(&mut model, ActKind::Appeal, ActChange::Words("No".into()));
    assert!(send(&mut model, ActKind::Appeal).is_none());
    assert_eq!(model.acts.of(&id(), &ActKind::Appeal).expect("kept").words, "No");
}

#[test]
fn what_is_written_when_the_session_has_ended_waits_in_the_outbox() {
    let mut model = with(asked());
    model.session.set(crate::SessionState::SignedOut { has_ended: true });
    change(&mut model, ActKind::Ask, ActChange::Words("When?".into()));
    assert!(send(&mut model, ActKind::Ask).is_some());
}

#[test]
fn what_is_missing_is_said_of_one_form_at_a_time() {
    let mut model = with(asked());
    assert!(send(&mut model, ActKind::Answer).is_none() && send(&mut model, ActKind::Ask).is_none());
    let says = |kind: &ActKind| model.acts.of(&id(), kind).is_some_and(|draft| draft.says_missing);
    assert_eq!((says(&ActKind::Answer), says(&ActKind::Ask)), (false, true));
}

#[test]
fn a_question_and_an_objection_say_something_and_taking_back_need_not() {
    let mut model = with(case("review", json!({ "acts": ["ask", "add", "withdraw"] })));
    for kind in [ActKind::Ask, ActKind::Add] {
        told(&mut model, ActsMsg::Began(id(), kind.clone()));
        assert!(send(&mut model, kind.clone()).is_none(), "{kind:?}");
        change(&mut model, kind.clone(), ActChange::Words("x".repeat(2001)));
        assert!(send(&mut model, kind.clone()).is_none(), "{kind:?} is too long and nothing is cut");
        change(&mut model, kind.clone(), ActChange::Words("x".repeat(2000)));
        assert!(send(&mut model, kind).is_some());
    }
    assert!(send(&mut model, ActKind::Withdraw).is_some());
}

#[test]
fn a_file_that_is_taken_away_is_the_one_that_was_meant() {
    let mut model = with(asked());
    let other =
        ActChange::ChoseFiles(String::new(), vec![("other.pdf".into(), "application/pdf".into(), vec![0])]);
    for one in [photo("a.jpg"), other, photo("b.jpg"), photo("c.jpg")] {
        change(&mut model, ActKind::Answer, one);
    }
    change(&mut model, ActKind::Answer, ActChange::RemovedFile("photo".into(), 1));
    change(&mut model, ActKind::Answer, ActChange::RemovedFile("photo".into(), 9));
    let draft = model.acts.of(&id(), &ActKind::Answer).expect("kept");
    let names: Vec<_> = draft.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["a.jpg", "other.pdf", "c.jpg"]);
}

#[test]
fn what_is_written_is_written_down_with_the_clock_and_when_the_app_is_left() {
    let kept = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Acts(ActsEffect::Keep(drafts)) => Some(drafts.len()),
            _ => None,
        })
    };
    let mut model = with(asked());
    change(&mut model, ActKind::Ask, ActChange::Words("When?".into()));
    assert_eq!(kept(&told(&mut model, Msg::Ticked)), Some(1));
    assert_eq!(kept(&told(&mut model, Msg::Ticked)), None, "nothing is written for nothing");
    change(&mut model, ActKind::Ask, ActChange::Words("When then?".into()));
    assert_eq!(kept(&told(&mut model, MiniAppMsg::AppInFront(false))), Some(1));
    assert_eq!(kept(&told(&mut model, ActsMsg::PutAway(id(), ActKind::Ask))), Some(0));
}

#[test]
fn what_was_not_accepted_or_could_not_be_kept_is_a_form_again() {
    let mut model = with(asked());
    change(&mut model, ActKind::Answer, photo("face.jpg"));
    for ask in ["why", "sign"] {
        change(&mut model, ActKind::Answer, ActChange::Answered(ask.into(), "Lost".into()));
    }
    let (draft, ..) = send(&mut model, ActKind::Answer).expect("sent");
    let again = ActDraft::again(id(), draft.act());
    told(&mut model, ActsMsg::CameBack(Box::new(again)));
    let kept = model.acts.of(&id(), &ActKind::Answer).expect("there again");
    assert_eq!((kept.answers["why"].as_str(), kept.files.len()), ("Lost", 1));
    assert!(send(&mut model, ActKind::Answer).is_some());
}

#[test]
fn what_was_on_its_way_when_the_app_ended_is_not_written_again() {
    let draft = |kind| ActDraft { words: "When?".into(), ..ActDraft::new(id(), kind) };
    let on_its_way = OutgoingState {
        key: "k".into(),
        subject: OutgoingSubject::Act(id(), ActKind::Ask),
        created_at: at(0),
        attempts: 0,
        not_before: at(0),
        not_accepted: None,
    };
    let mut model = crate::testing::model();
    let restored = crate::Restored {
        acts: vec![draft(ActKind::Ask), draft(ActKind::Appeal)],
        outbox: vec![on_its_way],
        ..crate::Restored::default()
    };
    told(&mut model, crate::StartMsg::Restored(Box::new(restored)));
    let kinds: Vec<_> = model.acts.drafts.iter().map(|draft| draft.kind.clone()).collect();
    assert_eq!(kinds, [ActKind::Appeal]);
}
