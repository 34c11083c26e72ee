//! Three life events from one form to their end: each across departments, with one that is down, one that asks for a correction, one that is
//! late; and how much less a person gives.

use std::{
    collections::HashMap,
    fmt::Write,
    sync::atomic::{AtomicI64, Ordering},
};

use fingertip_contract::{
    CaseState, JointMomentKind, JointReasonKind, JointState, JointStepState, api::DispatchedCase,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{
    desk::{Desk, act},
    life::{Clerk, birth, brought, case, demo_catalogue, moving, retirement, step},
    nation::{Nation, until},
    proven::payload,
};

fn elsewhere(department: &str, desk: &Desk) -> HashMap<fingertip_standard::DepartmentId, String> {
    HashMap::from([(department.parse().expect("an id"), desk.url())])
}

/// The answers that a department was given.
fn given(told: &DispatchedCase) -> Vec<String> {
    let answers: Value = serde_json::from_str(&told.case.body).expect("JSON");
    answers.as_object().expect("an object").keys().cloned().collect()
}

#[tokio::test]
async fn a_child_is_born_one_department_is_down_and_one_asks_for_a_correction_and_all_of_it_is_done() {
    let desk = Desk::closed().await;
    let down = elsewhere("medical-insurance", &desk);
    let nation = Nation::start_whole(|options| options.elsewhere.clone_from(&down)).await;
    let access = nation.log_in("zhang-wei").await.access;
    let mut form = birth();
    form["answers"]["birth-record"] = "I do not have it here".into();
    let joint = nation.hand_in(&access, "k", form).await;
    assert_eq!((&joint.state, joint.steps.len(), joint.may_withdraw), (&JointState::UnderWay, 5, true));
    assert_eq!(step(&joint, "certificate").state, JointStepState::Begun);
    assert_eq!(step(&joint, "card").waits_for, ["household"]);
    assert_eq!(step(&joint, "card").takes, ["household-register-page"]);
    let departments: std::collections::BTreeSet<_> =
        joint.steps.iter().map(|step| &step.department).collect();
    assert_eq!(departments.len(), 4);

    // The hospital's number is none: only that step waits for the person, in its own case.
    let asked = nation.until_state(&access, &joint, JointState::AsksPerson).await;
    let certificate = case(&asked, "certificate").clone();
    assert_eq!((certificate.asked.len(), certificate.asked[0].id.as_str()), (1, "birth-record"));
    let answer = json!({"kind": "answer", "answers": {"birth-record": "B20261120"}});
    act(&nation, &access, &certificate.id, "a", &answer).await;

    // The insurance is down: what does not depend on it goes on, and what it has to do is waiting for it.
    let others = nation
        .until_joint(&access, &joint, "all but the insurance is done", |now| {
            ["certificate", "household", "card"]
                .iter()
                .all(|id| step(now, id).case.as_ref().is_some_and(|case| case.state == CaseState::Closed))
        })
        .await;
    assert_eq!(case(&others, "insurance").state, CaseState::Received);
    assert_eq!(case(&others, "allowance").state, CaseState::Received);
    assert_eq!(others.state, JointState::UnderWay);
    let card = payload(&case(&others, "card").documents[0]);
    assert_eq!(
        (card.holder.as_str(), card.kind.as_str()),
        ("张宁", "social-security-card"),
        "the child's own"
    );

    desk.begin().await;
    let (insurance, allowance) = (case(&others, "insurance").clone(), case(&others, "allowance").clone());
    let told = brought(&desk, &insurance).await;
    let kinds: Vec<String> = told.case.documents.iter().map(|jws| payload(jws).kind).collect();
    assert_eq!(kinds, ["birth-certificate", "household-register-page"], "nobody asked the person for them");
    assert_eq!(given(&told), ["phone"], "it is told what it needs to know, and nothing else");
    assert_eq!(told.proven.as_ref().expect("proven").claims.len(), 1);
    assert_eq!(told.joint.as_ref().expect("a step").id, joint.id);
    let told_allowance = brought(&desk, &allowance).await;
    let clerk = Clerk { nation: &nation, department: "medical-insurance" };
    clerk.grant(&insurance, &told, None).await;
    clerk.grant(&allowance, &told_allowance, None).await;
    let done = nation.until_state(&access, &joint, JointState::Done).await;
    assert!(!done.may_withdraw);

    let handed_on: Vec<_> = done
        .timeline
        .iter()
        .filter(|moment| moment.kind == JointMomentKind::HandedOn)
        .map(|moment| (moment.from_step.as_deref(), moment.step.as_deref()))
        .collect();
    assert!(handed_on.contains(&(Some("certificate"), Some("household"))));
    assert!(handed_on.contains(&(Some("household"), Some("card"))));
    assert!(done.timeline.is_sorted_by_key(|moment| moment.at));
    assert_eq!(done.timeline[0].kind, JointMomentKind::Submitted);
    // Each step is a case as every other, and in the list that older devices read.
    let listed = nation.cases(&access).await;
    assert_eq!(
        listed.iter().filter(|case| case.joint.as_ref().is_some_and(|of| of.id == joint.id)).count(),
        5
    );
    // Nothing of what was said is left where nobody needs it.
    until("what was said is forgotten", || async { (!holds(&nation, "990106199203070028")).then_some(()) })
        .await;
    assert!(!holds(&nation, "6200000000000001"));
}

/// Whether the platform's files hold this text.
fn holds(nation: &Nation, text: &str) -> bool {
    ["platform.db", "platform.db-wal"].iter().any(|name| {
        let bytes = std::fs::read(nation.folder.path().join(name)).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

/// How many days the platform's clock goes before that of the machine.
static DAYS_AHEAD: AtomicI64 = AtomicI64::new(0);

fn later() -> Timestamp {
    let ahead = SignedDuration::from_hours(24 * DAYS_AHEAD.load(Ordering::SeqCst));
    Timestamp::now().checked_add(ahead).expect("a time")
}

#[tokio::test]
async fn who_moves_is_handed_from_one_province_to_the_other_and_the_office_that_is_late_is_told_of() {
    let desk = Desk::open().await;
    let zhejiang = elsewhere("public-security-zhejiang", &desk);
    let change = |options: &mut fingertip_demo::Options| {
        options.elsewhere.clone_from(&zhejiang);
        options.now = Some(later);
    };
    let nation = Nation::start_whole(change).await;
    let access = nation.log_in("zhang-wei").await.access;
    let joint = nation.hand_in(&access, "k", moving()).await;
    let of = |id: &str| (step(&joint, id).department.as_str(), step(&joint, id).region.as_str());
    assert_eq!(of("move-out"), ("public-security-guangdong", "440100"), "the old place's own office");
    assert_eq!(of("move-in"), ("public-security-zhejiang", "330100"), "the new place's own office");
    assert_eq!(of("id-card"), ("public-security", "330100"));

    let moved = nation
        .until_joint(&access, &joint, "the new place has it", |now| step(now, "move-in").case.is_some())
        .await;
    let move_in = case(&moved, "move-in").clone();
    let told = brought(&desk, &move_in).await;
    let permit = payload(&told.case.documents[0]);
    assert_eq!((permit.issuer.as_str(), permit.kind.as_str()), ("public-security-guangdong", "move-permit"));
    assert_eq!(given(&told), ["new-address", "phone", "reason"]);
    assert_eq!(told.case.files.iter().map(|file| file.key.as_str()).collect::<Vec<_>>(), ["home-proof"]);

    // The new place accepts it and lets the promised day pass.
    Clerk { nation: &nation, department: "public-security-zhejiang" }.to(&move_in, &["accepted"]).await;
    DAYS_AHEAD.store(60, Ordering::SeqCst);
    let nation = nation.restart_with(change).await;
    let late =
        nation.until_joint(&access, &joint, "an office is told", |now| case(now, "move-in").is_late).await;
    assert!(case(&late, "move-in").escalated_to.is_some());
    let of_it = |kind| {
        late.timeline.iter().filter(move |one| one.kind == kind && one.step.as_deref() == Some("move-in"))
    };
    assert!(
        of_it(JointMomentKind::Told).next().expect("told").words.in_language("en").contains("Supervision")
    );
    assert_eq!(step(&late, "pension").waits_for, ["move-in"], "who waits for it waits");

    let clerk = Clerk { nation: &nation, department: "public-security-zhejiang" };
    let page = clerk.document(&told, "household-register-page", None);
    clerk.to(&move_in, &["review", "approved"]).await;
    clerk.advance(&move_in, &json!({"state": "delivered", "documents": [page]})).await;
    let done = nation.until_state(&access, &joint, JointState::Done).await;
    let regions: std::collections::BTreeSet<_> = done.steps.iter().map(|step| step.region.as_str()).collect();
    let departments: std::collections::BTreeSet<_> = done.steps.iter().map(|step| &step.department).collect();
    assert_eq!((regions.len(), departments.len()), (2, 5));
}

#[tokio::test]
async fn who_retires_is_asked_once_and_what_they_do_not_want_is_left_out() {
    let nation = Nation::start_whole(|_| ()).await;
    let access = nation.log_in("zhang-wei").await.access;
    let joint = nation.hand_in(&access, "k", retirement()).await;
    let left_out = step(&joint, "allowance");
    assert_eq!(left_out.state, JointStepState::Skipped);
    assert_eq!(left_out.reason.as_ref().expect("a reason").kind, JointReasonKind::NotNeeded);
    let done = nation.until_state(&access, &joint, JointState::Done).await;
    let certificate = payload(&case(&done, "retirement").documents[0]);
    assert_eq!((certificate.kind.as_str(), certificate.holder.as_str()), ("retirement-certificate", "张伟"));
    let departments: std::collections::BTreeSet<_> = done.steps.iter().map(|step| &step.department).collect();
    assert_eq!(departments.len(), 4);
    // Side by side: both began by the same decision.
    let begun = |id: &str| {
        let is_it = |one: &&fingertip_contract::JointMoment| {
            one.kind == JointMomentKind::Begun && one.step.as_deref() == Some(id)
        };
        done.timeline.iter().find(is_it).map(|one| one.at)
    };
    assert_eq!((begun("fund").is_some(), begun("fund")), (true, begun("pass")));
}

#[test]
fn one_form_asks_for_at_least_sixty_in_a_hundred_fewer_fields_than_the_departments_apart() {
    let catalogue = demo_catalogue();
    let mut table =
        String::from("life event                 departments  fields  apart  fewer  documents  apart\n");
    for (id, form) in
        [("child-is-born", birth()), ("moving-to-another-region", moving()), ("growing-old", retirement())]
    {
        let event = catalogue.life_event(&id.parse().expect("an id")).expect("a life event");
        let joint = event.joint.as_ref().expect("a joint service");
        assert_eq!(joint.check(&catalogue), []);
        let effort = joint.effort();
        let fewer = effort.percent_fewer_fields();
        let region = |member: &str| form[member].as_str().map(|code| code.parse().expect("a code"));
        let (home, destination) = (region("region").expect("a home"), region("destination"));
        let departments: std::collections::BTreeSet<_> = joint
            .steps
            .iter()
            .filter_map(|step| {
                let at = joint.region_of(step, &home, destination.as_ref())?;
                joint.service_of(step, at, &catalogue).map(|service| service.department.clone())
            })
            .collect();
        let (together, apart) = (effort.together, effort.apart);
        writeln!(
            table,
            "{id:26} {:11} {:7} {:6} {fewer:5}% {:10} {:6}",
            departments.len(),
            together.fields,
            apart.fields,
            together.documents,
            apart.documents
        )
        .expect("a line");
        assert!(fewer >= 60, "{id}: {effort:?}");
        assert!(together.documents < apart.documents);
    }
    insta::assert_snapshot!(table);
}
