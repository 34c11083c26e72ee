//! How the demo nation's departments work: what a tester of the app meets.

use fingertip_contract::{ActKind, AskKind, Case, CaseState, EntryKind};
use serde_json::{Value, json};

use super::{
    desk::act,
    nation::{Nation, card_application, until},
    proven::payload,
};

async fn submit(nation: &Nation, access: &str, key: &str, form: &Value) -> Case {
    let mut application = card_application();
    application["body"] = form.to_string().into();
    let application = nation.proven(access, key, application).await;
    let answer = nation.submission(access, key, &application).send().await.expect("answered");
    assert_eq!(answer.status(), 201);
    answer.json().await.expect("a case")
}

fn states(case: &Case) -> Vec<&CaseState> {
    case.steps.iter().map(|step| &step.state).collect()
}

#[tokio::test]
async fn a_card_without_a_photo_and_a_usable_address_is_asked_for_both_and_made_once_they_are_there() {
    use CaseState::{Accepted, Approved, Closed, CorrectionAsked, Delivered, Received, Review};
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let form = json!({"delivery": "post", "address": "at home", "photo": "upload"});
    let case = submit(&nation, &access, "k", &form).await;
    let asked = nation.until(&access, &case, CorrectionAsked).await;
    let asks: Vec<_> = asked.asked.iter().map(|ask| (ask.id.as_str(), &ask.kind, ask.is_required)).collect();
    assert_eq!(asks, [("address", &AskKind::Words, true), ("photo", &AskKind::File, true)]);
    assert!(asked.answer_by.is_some() && asked.office.is_some() && asked.acts.contains(&ActKind::Answer));
    let photo = json!({"key": "photo", "name": "me.png", "media_type": "image/png", "content": "AA=="});
    // An answer that is none is asked for once more.
    let vague = json!({"kind": "answer", "answers": {"address": "near the harbour"}, "files": [photo]});
    act(&nation, &access, &case.id, "a", &vague).await;
    let again = until("it is asked again", || async {
        let now = nation.case(&access, &case).await;
        (now.state == CorrectionAsked && now.steps.len() > 3).then_some(now)
    })
    .await;
    assert_eq!(again.asked.iter().map(|ask| ask.id.as_str()).collect::<Vec<_>>(), ["address"]);
    act(
        &nation,
        &access,
        &case.id,
        "b",
        &json!({"kind": "answer", "answers": {"address": "1 Harbour Road"}}),
    )
    .await;
    let closed = nation.until(&access, &case, Closed).await;
    assert_eq!(
        states(&closed),
        [
            &Received,
            &CorrectionAsked,
            &Received,
            &CorrectionAsked,
            &Received,
            &Accepted,
            &Review,
            &Approved,
            &Delivered,
            &Closed
        ]
    );
    assert_eq!(closed.documents.len(), 1);
}

#[tokio::test]
async fn a_question_gets_a_reply_also_when_the_case_is_closed() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    nation.until(&access, &case, CaseState::Closed).await;
    act(&nation, &access, &case.id, "q", &json!({"kind": "ask", "words": "Where is my card?"})).await;
    let replied = until("there is a reply", || async {
        let now = nation.case(&access, &case).await;
        (now.entries.len() == 2).then_some(now)
    })
    .await;
    assert_eq!((&replied.entries[1].kind, replied.entries[1].words.0.len()), (&EntryKind::Reply, 4));
}

#[tokio::test]
async fn who_takes_their_case_back_stops_the_work() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = submit(&nation, &access, "k", &json!({"delivery": "post", "address": "at home"})).await;
    nation.until(&access, &case, CaseState::CorrectionAsked).await;
    act(&nation, &access, &case.id, "w", &json!({"kind": "withdraw", "words": "I moved."})).await;
    let next = nation.submit(&access, "k2").await;
    nation.until(&access, &next, CaseState::Closed).await;
    let now = nation.case(&access, &case).await;
    assert_eq!((&now.state, now.documents.len()), (&CaseState::Withdrawn, 0));
    // What was said in it is no more in the department's hands.
    let kept = std::fs::read(nation.folder.path().join("demo.db")).unwrap_or_default();
    assert!(!kept.windows(7).any(|window| window == b"I moved"));
}

#[tokio::test]
async fn an_objection_is_decided_by_what_comes_with_it() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let card = nation.submit(&access, "card").await;
    let card = nation.until(&access, &card, CaseState::Closed).await.documents.remove(0);
    // Without a proven name no card is made out.
    let unproven = async |key: &str| {
        let form = json!({
            "service": "social-security-card", "region": "440100", "body": json!({"delivery": {"kind": "post"}}).to_string()
        });
        let answer = nation.submission(&access, key, &form).send().await.expect("answered");
        let case: Case = answer.json().await.expect("a case");
        let closed = nation.until(&access, &case, CaseState::Closed).await;
        assert_eq!(closed.steps[1].state, CaseState::Refused);
        closed
    };
    let case = unproven("u1").await;
    act(&nation, &access, &case.id, "o1", &json!({"kind": "appeal", "words": "It is me."})).await;
    let still = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!((&still.steps[still.steps.len() - 2].state, still.documents.len()), (&CaseState::Rejected, 0));

    let case = unproven("u2").await;
    let with_card = json!({"kind": "appeal", "words": "This is my card.", "documents": [card]});
    act(&nation, &access, &case.id, "o2", &with_card).await;
    let won = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!(payload(&won.documents[0]).holder, "张伟");
}
