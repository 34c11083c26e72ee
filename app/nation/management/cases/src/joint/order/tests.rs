use serde_json::json;

use super::*;

fn plan() -> JointService {
    let step = |id: &str, depends_on: &[&str], gives: Option<&str>, takes: &[&str]| json!({"id": id, "services": ["s"], "place": "home", "depends_on": depends_on, "gives": gives, "takes": takes});
    serde_json::from_value(json!({"sections": [], "steps": [
        step("birth", &[], Some("certificate"), &[]),
        step("register", &["birth"], None, &["certificate"]),
        step("insurance", &["register"], None, &[]),
        step("card", &["insurance"], None, &["certificate"])
    ]}))
    .expect("a plan")
}

fn case(states: &[&str], documents: &[&str]) -> Case {
    let steps: Vec<_> =
        states.iter().map(|state| json!({"state": state, "at": "2026-11-24T02:00:00Z"})).collect();
    serde_json::from_value(json!({
        "id": "HU-20261124-7KQ2X9", "service": "s", "department": "d", "region": "440100", "app": "cn.example.card",
        "state": states.last(), "submitted_at": "2026-11-24T02:00:00Z", "steps": steps,
        "documents": documents.iter().map(|kind| jws(kind)).collect::<Vec<_>>()
    }))
    .expect("a case")
}

/// A document that nobody signed: whose it is was looked at before.
fn jws(kind: &str) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let document = json!({"jti": "j", "iss": "d", "sub": "s", "kind": kind, "title": {}, "holder": "h", "number": "1", "iat": 0});
    format!("{}.{}.AA", part(json!({"alg": "ES256"})), part(document))
}

fn standing(
    id: &str,
    state: JointStepState,
    case: Option<Case>,
    reason: Option<JointReasonKind>,
) -> (String, Standing) {
    let step = Step {
        id: id.to_owned(),
        service: "s".parse().expect("an id"),
        department: "d".parse().expect("an id"),
        region: "440100".parse().expect("a code"),
        promised_days: None,
        state,
        reason: reason.map(|kind| JointReason {
            kind,
            step: None,
            words: fingertip_standard::LocalText::default(),
        }),
        case: None,
    };
    (id.to_owned(), Standing { step, case })
}

fn begun(id: &str, states: &[&str], documents: &[&str]) -> (String, Standing) {
    standing(id, JointStepState::Begun, Some(case(states, documents)), None)
}

fn turn(of: usize, before: Vec<(String, Standing)>) -> Turn {
    let plan = plan();
    turn_of(&plan, &plan.steps[of], &before.into_iter().collect())
}

fn wait(id: &str) -> Turn {
    Turn::Wait(vec![id.to_owned()])
}

#[test]
fn a_step_begins_when_all_before_it_were_decided_in_favour_and_gave_their_documents() {
    use JointReasonKind::{NoDocument, RefusedBefore, WithdrawnBefore};
    assert_eq!(turn(0, vec![]), Turn::Begin);
    let of = |states: &[&str], documents: &[&str]| turn(1, vec![begun("birth", states, documents)]);
    assert_eq!(of(&["received"], &[]), wait("birth"));
    assert_eq!(of(&["received", "correction-asked"], &[]), wait("birth"));
    assert_eq!(of(&["received", "approved"], &[]), wait("birth"), "its document comes with the result");
    assert_eq!(of(&["received", "approved", "delivered"], &["certificate"]), Turn::Begin);
    assert_eq!(of(&["received", "approved", "delivered", "closed"], &["other", "certificate"]), Turn::Begin);
    let skip = |kind| Turn::Skip(kind, "birth".to_owned());
    assert_eq!(of(&["received", "approved", "delivered"], &["other"]), skip(NoDocument));
    assert_eq!(of(&["received", "refused"], &[]), skip(RefusedBefore));
    assert_eq!(of(&["received", "rejected", "closed"], &[]), skip(RefusedBefore));
    assert_eq!(of(&["received", "withdrawn"], &[]), skip(WithdrawnBefore));
}

#[test]
fn an_objection_sets_a_decision_aside_and_one_that_is_closed_leaves_it() {
    let of = |states: &[&str]| outcome_of(&case(states, &[]));
    assert_eq!(of(&["received", "rejected", "appealed"]), Outcome::Pending);
    assert_eq!(of(&["received", "rejected", "appealed", "review"]), Outcome::Pending);
    assert_eq!(of(&["received", "rejected", "appealed", "closed"]), Outcome::Against);
    assert_eq!(of(&["received", "rejected", "appealed", "review", "approved"]), Outcome::InFavour);
    assert!(may_be_objected_to(&case(&["received", "rejected", "closed"], &[])));
    assert!(!may_be_objected_to(&case(&["received", "rejected", "appealed", "closed"], &[])));
}

#[test]
fn what_is_not_done_stops_what_depends_on_it_and_says_because_of_which_step() {
    use JointReasonKind::{NotNeeded, RefusedBefore, Withdrawn, WithdrawnBefore};
    let skipped = |kind| standing("register", JointStepState::Skipped, None, Some(kind));
    assert_eq!(turn(2, vec![skipped(RefusedBefore)]), Turn::Skip(RefusedBefore, "register".into()));
    assert_eq!(turn(2, vec![skipped(Withdrawn)]), Turn::Skip(WithdrawnBefore, "register".into()));
    let mut because = skipped(RefusedBefore);
    because.1.step.reason.as_mut().expect("a reason").step = Some("birth".into());
    assert_eq!(turn(2, vec![because]), Turn::Skip(RefusedBefore, "birth".into()));
    // What is not needed is passed over, and what it would have waited for is waited for.
    let birth = || begun("birth", &["received"], &[]);
    assert_eq!(turn(2, vec![skipped(NotNeeded), birth()]), wait("birth"));
    let done = begun("birth", &["received", "approved", "delivered"], &["certificate"]);
    assert_eq!(turn(2, vec![skipped(NotNeeded), done]), Turn::Begin);
}
