//! What is not taken of a life event, and what becomes of one in which something is refused, taken back, or has run out.

use std::collections::HashMap;

use fingertip_contract::{
    CaseState, JointCase, JointMomentKind, JointReasonKind, JointState, JointStepState, api,
};
use fingertip_store::{Transaction, joint};
use serde_json::{Value, json};

use super::{
    desk::{Desk, act},
    life::{Clerk, birth, brought, case, moving, retirement, step},
    nation::{Nation, problem, until},
};

/// A nation whose human resources are at a desk.
async fn with_desk(desk: &Desk) -> Nation {
    let elsewhere = HashMap::from([("human-resources".parse().expect("an id"), desk.url())]);
    Nation::start_whole(|options| options.elsewhere.clone_from(&elsewhere)).await
}

fn reason(joint: &JointCase, id: &str) -> Option<(JointReasonKind, Option<String>)> {
    step(joint, id).reason.as_ref().map(|reason| (reason.kind.clone(), reason.step.clone()))
}

/// Whether what the person said is still kept.
async fn is_kept(nation: &Nation, of: &JointCase) -> bool {
    let database = nation.database().await;
    let id = of.id.clone();
    let find = move |work: &Transaction<'_>| joint::find(work, id.as_str());
    let found: Result<_, fingertip_store::StoreError> = database.run(find).await;
    found.expect("read").expect("a joint case").content.is_some()
}

#[tokio::test]
async fn a_refusal_stops_what_depends_on_it_and_nothing_else_and_when_it_falls_all_of_it_goes_on() {
    let desk = Desk::open().await;
    let nation = with_desk(&desk).await;
    let access = nation.log_in("zhang-wei").await.access;
    let joint = nation.hand_in(&access, "k", retirement()).await;
    let clerk = Clerk { nation: &nation, department: "human-resources" };
    let record = case(&joint, "record").clone();
    let told = brought(&desk, &record).await;
    clerk.to(&record, &["refused"]).await;
    let stopped = nation.joint(&access, &joint).await;
    for id in ["retirement", "fund", "pass"] {
        assert_eq!(
            reason(&stopped, id),
            Some((JointReasonKind::RefusedBefore, Some("record".into()))),
            "{id}"
        );
        let words = &step(&stopped, id).reason.as_ref().expect("a reason").words;
        assert!(words.in_language("en").contains("object"), "what can be done is said");
    }
    assert_eq!((&stopped.state, stopped.may_withdraw), (&JointState::Ended, false));
    assert!(is_kept(&nation, &joint).await, "an objection may still begin something");

    let objection = json!({"kind": "appeal", "words": "I have worked for forty years."});
    act(&nation, &access, &record.id, "o", &objection).await;
    let waiting = nation.joint(&access, &joint).await;
    assert_eq!(step(&waiting, "retirement").state, JointStepState::Waiting);
    assert!(waiting.timeline.iter().any(|moment| moment.kind == JointMomentKind::Resumed));
    let page = clerk.document(&told, "pension-record", None);
    clerk.to(&record, &["review", "approved"]).await;
    clerk.advance(&record, &json!({"state": "delivered", "documents": [page]})).await;
    let went_on = nation.joint(&access, &joint).await;
    let next = case(&went_on, "retirement").clone();
    let told = brought(&desk, &next).await;
    clerk.grant(&next, &told, Some("retirement-certificate")).await;
    let done = nation.until_state(&access, &joint, JointState::Done).await;
    assert!(matches!(case(&done, "fund").state, CaseState::Delivered | CaseState::Closed));
    assert!(!is_kept(&nation, &joint).await, "nobody needs it any more");
    let (rows, verified) = super::audit::read(&nation).await;
    assert!(verified.is_ok());
    let count = |action: &str, detail: &str| {
        rows.iter().filter(|[_, own, _, about]| own == action && about == detail).count()
    };
    assert_eq!((count("submit-joint-case", ""), count("begin-step", "record")), (1, 1));
    assert_eq!((count("skip-step", "fund"), count("begin-step", "fund")), (1, 1));
}

#[tokio::test]
async fn what_is_taken_back_is_not_done_and_what_depends_on_it_neither() {
    let desk = Desk::open().await;
    let nation = with_desk(&desk).await;
    let access = nation.log_in("zhang-wei").await.access;
    let joint = nation.hand_in(&access, "k", retirement()).await;
    let taken = nation.take_back(&access, &joint, "w", Some("pass")).await;
    let taken: JointCase = taken.json().await.expect("a joint case");
    assert_eq!(reason(&taken, "pass"), Some((JointReasonKind::Withdrawn, None)));
    assert_eq!(step(&taken, "fund").state, JointStepState::Waiting);
    let again = nation.take_back(&access, &joint, "w2", Some("pass")).await;
    assert_eq!(problem(again).await, (409, "joint-state".into()));
    let unknown = nation.take_back(&access, &joint, "w3", Some("moonwalk")).await;
    assert_eq!(problem(unknown).await, (404, "joint-not-found".into()));

    // Of the step that is a case: what waits for it is not done.
    let taken = nation.take_back(&access, &joint, "w4", Some("record")).await;
    let taken: JointCase = taken.json().await.expect("a joint case");
    assert_eq!(case(&taken, "record").state, CaseState::Withdrawn);
    assert_eq!(reason(&taken, "fund"), Some((JointReasonKind::WithdrawnBefore, Some("record".into()))));
    assert_eq!(taken.state, JointState::Ended);
    assert!(!is_kept(&nation, &joint).await);
    desk.until_taken(2).await;

    // All of it at once; a case that is taken back through its own door counts as well.
    let joint = nation.hand_in(&access, "k2", retirement()).await;
    let whole = nation.take_back(&access, &joint, "w5", None).await;
    let whole: JointCase = whole.json().await.expect("a joint case");
    assert_eq!((&whole.state, whole.may_withdraw), (&JointState::Withdrawn, false));
    assert_eq!(
        nation.take_back(&access, &joint, "w5", None).await.json::<JointCase>().await.expect("the same"),
        whole
    );
    let joint = nation.hand_in(&access, "k3", retirement()).await;
    act(&nation, &access, &case(&joint, "record").id, "b", &json!({"kind": "withdraw"})).await;
    let now = nation.joint(&access, &joint).await;
    assert_eq!(reason(&now, "retirement"), Some((JointReasonKind::WithdrawnBefore, Some("record".into()))));
}

#[tokio::test]
async fn a_document_that_did_not_come_or_is_over_stops_the_step_that_takes_it() {
    let desk = Desk::open().await;
    let nation = with_desk(&desk).await;
    let access = nation.log_in("zhang-wei").await.access;
    let clerk = Clerk { nation: &nation, department: "human-resources" };
    let none = nation.hand_in(&access, "a", retirement()).await;
    let told = brought(&desk, case(&none, "record")).await;
    clerk.grant(case(&none, "record"), &told, None).await;
    let now = nation.joint(&access, &none).await;
    assert_eq!(reason(&now, "retirement"), Some((JointReasonKind::NoDocument, Some("record".into()))));
    assert_eq!(now.state, JointState::Ended);

    let over = nation.hand_in(&access, "b", retirement()).await;
    let told = brought(&desk, case(&over, "record")).await;
    let page = clerk.document(&told, "pension-record", Some("2020-01-01"));
    clerk.to(case(&over, "record"), &["accepted", "review", "approved"]).await;
    clerk.advance(case(&over, "record"), &json!({"state": "delivered", "documents": [page]})).await;
    let now = nation.joint(&access, &over).await;
    assert_eq!(reason(&now, "retirement"), Some((JointReasonKind::NoDocument, Some("record".into()))));
}

#[tokio::test]
async fn a_form_that_does_not_fit_is_not_taken_and_begins_nothing() {
    let nation = Nation::start_whole(|_| ()).await;
    let access = nation.log_in("zhang-wei").await.access;
    let with = |form: Value, member: &str, value: Value| {
        let mut form = form;
        *form.pointer_mut(member).unwrap_or_else(|| panic!("{member}")) = value;
        form
    };
    let without = |form: Value, member: &str| {
        let mut form = form;
        form.as_object_mut().expect("an object").remove(member);
        form
    };
    let files: Vec<Value> = vec![birth()["files"][0].clone(); 21];
    for (form, status, code) in [
        (with(birth(), "/life_event", "finding-a-home".into()), 422, "joint-unknown"),
        (with(birth(), "/life_event", "no-such-event".into()), 422, "joint-unknown"),
        (with(birth(), "/answers/child-name", " ".into()), 422, "joint-form-invalid"),
        (with(birth(), "/answers/child-born", "soon".into()), 422, "joint-form-invalid"),
        (with(birth(), "/answers/child-sex", "dragon".into()), 422, "joint-form-invalid"),
        (with(birth(), "/answers/address", "x".repeat(501).into()), 422, "joint-form-invalid"),
        (with(birth(), "/answers", json!({"moonwalk": "yes"})), 422, "joint-form-invalid"),
        (with(birth(), "/answers/wants-card", "no".into()), 422, "joint-form-invalid"),
        (with(birth(), "/files/0/key", "child-name".into()), 422, "joint-form-invalid"),
        (with(birth(), "/files", files.into()), 422, "input-invalid"),
        (with(birth(), "/region", "999999".into()), 422, "region-not-served"),
        (with(birth(), "/region", "330100".into()), 422, "region-not-served"),
        (without(moving(), "destination"), 422, "joint-form-invalid"),
        (with(moving(), "/destination", "110000".into()), 422, "region-not-served"),
        (with(birth(), "/claims", json!({"name": "张伟"})), 422, "proof-missing"),
        (birth(), 422, "proof-missing"),
        (without(birth(), "region"), 400, "body-malformed"),
    ] {
        let answer = nation.life(&access, "x", &form).send().await.expect("answered");
        assert_eq!(problem(answer).await, (status, code.to_owned()), "{form}");
    }
    let mut more = birth();
    more["claims"]["gender"] = "male".into();
    let more = nation.proven(&access, "y", more).await;
    let answer = nation.life(&access, "y", &more).send().await.expect("answered");
    assert_eq!(problem(answer).await, (422, "input-invalid".into()), "no fact is shared that nobody needs");
    let broken = with(birth(), "/files/0/content", "no base64!".into());
    let broken = nation.proven(&access, "b", broken).await;
    let answer = nation.life(&access, "b", &broken).send().await.expect("answered");
    assert_eq!(problem(answer).await, (422, "input-invalid".into()));
    let other = nation.proven(&access, "another-key", birth()).await;
    let answer = nation.life(&access, "z", &other).send().await.expect("answered");
    assert_eq!(problem(answer).await, (422, "proof-invalid".into()));
    let list =
        nation.client.get(nation.at(api::JOINT_CASES)).bearer_auth(&access).send().await.expect("answered");
    assert_eq!(list.json::<Vec<JointCase>>().await.expect("a list"), []);
}

#[tokio::test]
async fn a_life_event_is_handed_in_once_and_seen_by_its_person_alone() {
    let nation = Nation::start_whole(|_| ()).await;
    let access = nation.log_in("zhang-wei").await.access;
    let other = nation.log_in("li-xiuying").await.access;
    let joint = nation.hand_in(&access, "k", retirement()).await;
    assert_eq!(nation.hand_in(&access, "k", retirement()).await, joint, "the same again is the same");
    let mut changed = retirement();
    changed["answers"]["last-employer"] = "Another".into();
    let changed = nation.proven(&access, "k", changed).await;
    let reused = nation.life(&access, "k", &changed).send().await.expect("answered");
    assert_eq!(problem(reused).await, (422, "idempotency-key-reused".into()));
    let path = nation.at(&api::joint_case(&joint.id));
    let shown = nation.client.get(path).bearer_auth(&other).send().await.expect("answered");
    assert_eq!(problem(shown).await, (404, "joint-not-found".into()));
    let taken = nation.take_back(&other, &joint, "w", None).await;
    assert_eq!(problem(taken).await, (404, "joint-not-found".into()));
    let list =
        nation.client.get(nation.at(api::JOINT_CASES)).bearer_auth(&other).send().await.expect("answered");
    assert_eq!(list.json::<Vec<JointCase>>().await.expect("a list"), []);
}

#[tokio::test]
async fn what_was_under_way_goes_on_after_a_restart_by_the_plan_of_its_day() {
    let desk = Desk::open().await;
    let nation = with_desk(&desk).await;
    let access = nation.log_in("zhang-wei").await.access;
    let joint = nation.hand_in(&access, "k", retirement()).await;
    let told = brought(&desk, case(&joint, "record")).await;
    // The plan is the one of the day on which it was handed in, whatever the catalogue has become.
    let put = nation.client.put(nation.at(api::CATALOGUE)).bearer_auth(&nation.running.operator_token);
    let put = put.json(&super::nation::catalogue()).send().await.expect("answered");
    assert_eq!(put.status(), 204);
    let elsewhere = HashMap::from([("human-resources".parse().expect("an id"), desk.url())]);
    let nation = nation.restart_with(|options| options.elsewhere.clone_from(&elsewhere)).await;
    let clerk = Clerk { nation: &nation, department: "human-resources" };
    clerk.grant(case(&joint, "record"), &told, Some("pension-record")).await;
    let now = nation.joint(&access, &joint).await;
    let told = brought(&desk, case(&now, "retirement")).await;
    clerk.grant(case(&now, "retirement"), &told, Some("retirement-certificate")).await;
    until("the rest is done", || async {
        (nation.joint(&access, &joint).await.state == JointState::Done).then_some(())
    })
    .await;
}
