use fingertip_calendar::WorkingDays;
use fingertip_contract::{Catalogue, JointCase, JointStepState, api::SubmitJointCase};
use fingertip_departments::{Departments, Registration};
use fingertip_kit::clock;
use fingertip_store::{Database, MIGRATIONS};
use serde_json::json;

use super::{
    super::{submission::JointSubmission, view},
    *,
};

fn catalogue() -> Catalogue {
    let step = |id: &str, depends_on: &[&str]| json!({"id": id, "services": ["s"], "place": "home", "depends_on": depends_on});
    serde_json::from_value(json!({
        "regions": [{"code": "100000", "name": {"en": "N"}, "level": "nation"}],
        "departments": [{"id": "parks", "name": {"en": "P"}, "region": "100000"}],
        "services": [{"id": "s", "name": {"en": "S"}, "department": "parks", "region": "100000", "theme": "other", "promised_days": 5}],
        "life_events": [{"id": "e", "name": {"en": "E"}, "occasion": "home", "services": ["s"],
            "joint": {"sections": [], "steps": [step("one", &[]), step("two", &["one"])]}}]
    }))
    .expect("a catalogue")
}

fn parks(folder: &std::path::Path) -> Departments {
    let token_file = folder.join("token");
    std::fs::write(&token_file, "a-token").expect("written");
    let registration: Registration = serde_json::from_value(json!({
        "id": "parks", "backend": "http://127.0.0.1:9", "token_file": token_file, "keys": {"keys": []}
    }))
    .expect("a registration");
    Departments::new(&[registration]).expect("registered")
}

#[tokio::test]
async fn a_step_whose_department_is_not_there_is_ready_and_begins_once_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = Database::open(&folder.path().join("platform.db"), MIGRATIONS).expect("opened");
    let there = parks(folder.path());
    let work = move |work: &Transaction<'_>| -> Result<(), ApiError> {
        let (nobody, working_days) = (Departments::default(), WorkingDays::built_in());
        let around = |departments| Around {
            now: clock::now(),
            departments,
            working_days: &working_days,
            pairwise_secret: "s",
        };
        let asked: SubmitJointCase =
            serde_json::from_value(json!({"life_event": "e", "region": "100000"})).expect("a submission");
        let submission = JointSubmission::new("p".into(), "k".into(), asked)?;
        let received = submission.receive(work, submission.fit(&catalogue())?, None, around(&nobody))?;
        let shown: JointCase = serde_json::from_str(&received.response).expect("a joint case");
        let states =
            |shown: &JointCase| shown.steps.iter().map(|step| step.state.clone()).collect::<Vec<_>>();
        assert_eq!(states(&shown), [JointStepState::Ready, JointStepState::Waiting]);
        assert_eq!(
            (received.told, joint::with_ready_steps(work, "", 9)?),
            (vec![], vec![received.id.clone()])
        );
        settle(work, &received.id, around(&nobody))?;
        assert_eq!(settle(work, &received.id, around(&there))?.len(), 1, "the department is told");
        assert_eq!(settle(work, &received.id, around(&there))?, [], "and once");
        let now = view::find(work, "p", received.id.as_str(), clock::now())?.expect("a joint case");
        assert_eq!(states(&now), [JointStepState::Begun, JointStepState::Waiting]);
        assert_eq!(now.steps[0].case.as_ref().expect("a case").promised_days, Some(5));
        assert_eq!(joint::with_ready_steps(work, "", 9)?, []);
        // What was said is kept while a step may need it, and forgotten when its time has come.
        joint::keep_until(work, &received.id, Some(clock::now()))?;
        assert_eq!(super::super::sweep::forget_due(work, clock::now())?, 1);
        let kept = joint::find(work, received.id.as_str())?.expect("a joint case");
        assert_eq!(kept.content, None);
        assert_eq!(
            settle(work, &received.id, around(&there))?,
            [],
            "what was forgotten is not begun any more"
        );
        Ok(())
    };
    database.run(work).await.expect("done");
}
