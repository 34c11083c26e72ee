//! What person and department say to each other in a case, from either side, and what nobody may say.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_contract::{
    ActKind, Case, CaseState, EntryKind, Party,
    api::{self, CaseAct, CaseQueue},
};
use serde_json::{Value, json};

use super::{
    desk::{Desk, Officer, act, acting},
    nation::{Nation, problem, until},
    uploads::{append, begun, photo},
};

async fn nation_with(desk: &Desk) -> Nation {
    Nation::start_elsewhere("human-resources", desk.url()).await
}

fn asks() -> Value {
    json!([
        {"id": "street", "kind": "words", "label": {"en": "Which street?"}, "is_required": true},
        {"id": "photo", "kind": "file", "label": {"en": "A photo"}, "is_required": true},
        {"id": "card", "kind": "document", "label": {"en": "Your card"}, "is_required": true, "document_kind": "social-security-card"}
    ])
}

/// A card that human resources made out to the person of a case, under the name by which they know them.
async fn card(nation: &Nation, desk: &Desk, case: &Case) -> String {
    let file = nation.folder.path().join("keys/human-resources.pk8");
    let key = fingertip_kit::keys::SigningKey::load_or_make(&file).expect("a key");
    let told = until("the department has the case", || async {
        desk.taken().into_iter().find(|(_, body)| body["id"] == case.id.as_str())
    })
    .await;
    let document = json!({
        "jti": "card-1", "iss": "human-resources", "sub": told.1["subject"], "kind": "social-security-card",
        "title": {"en": "Card"}, "holder": "张伟", "number": "1", "iat": 0, "fields": []
    });
    key.sign("JWT", &document).expect("signed")
}

#[tokio::test]
async fn what_is_asked_is_answered_with_words_a_file_and_a_document_and_the_department_gets_them_in_order() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    assert_eq!(case.acts, [ActKind::Add, ActKind::Ask, ActKind::Withdraw]);
    officer
        .advance(
            &case,
            &json!({"state": "correction-asked", "asks": asks(), "answer_by": "2099-01-01", "office": {"en": "Card office"}}),
        )
        .await;
    let asked = nation.case(&access, &case).await;
    assert_eq!((asked.asked.len(), asked.answer_by.is_some()), (3, true));
    assert_eq!(asked.office.as_ref().expect("an office").in_language("en"), "Card office");
    assert_eq!(asked.acts[0], ActKind::Answer);

    // A large photo comes ahead, under the act's own key.
    let photo = photo();
    let upload = begun(&nation, &access, "a", &photo).await;
    assert_eq!(append(&nation, &access, &upload.id, (0, true), &photo).await.status(), 204);
    let document = card(&nation, &desk, &case).await;
    let answer = json!({
        "kind": "answer", "words": "That is all.", "answers": {"street": "1 Harbour Road"}, "documents": [document],
        "files": [{"key": "photo", "name": "me.png", "media_type": "image/png", "upload": upload.id}]
    });
    let answered = act(&nation, &access, &case.id, "a", &answer).await;
    assert_eq!((&answered.state, answered.asked.len(), answered.answer_by), (&CaseState::Received, 0, None));
    let entry = &answered.entries[0];
    assert_eq!((&entry.from, &entry.kind), (&Party::Person, &EntryKind::Answer));
    assert_eq!(entry.words.in_language("en"), "1 Harbour Road\nThat is all.");
    let names: Vec<_> = entry.attachments.iter().map(|one| (one.name.as_str(), one.bytes)).collect();
    assert_eq!(names, [("me.png", 40_000), ("social-security-card", document.len() as u64)]);
    assert_eq!(act(&nation, &access, &case.id, "a", &answer).await, answered, "the same again is one act");

    act(&nation, &access, &case.id, "b", &json!({"kind": "add", "words": "My door is the blue one."})).await;
    let taken = desk.until_taken(3).await;
    let paths: Vec<&str> = taken.iter().map(|(path, _)| path.as_str()).collect();
    let acts = format!("/cases/{}/acts", case.id);
    assert_eq!(paths, ["/cases", &acts, &acts]);
    let told = desk.acts().remove(0);
    assert_eq!((&told.id, &told.act.answers["street"]), (&entry.id, &"1 Harbour Road".to_owned()));
    assert_eq!(
        (BASE64.decode(&told.act.files[0].content).expect("base64"), &told.act.files[0].upload),
        (photo, &None)
    );
    assert_eq!((told.subject.len(), taken[0].1["subject"].as_str()), (32, Some(told.subject.as_str())));
}

#[tokio::test]
async fn who_asks_is_answered_in_the_case_and_by_either_side_once() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    let asked = act(&nation, &access, &case.id, "q", &json!({"kind": "ask", "words": "How long?"})).await;
    assert_eq!(
        (&asked.state, asked.steps.len(), &asked.entries[0].kind),
        (&CaseState::Received, 1, &EntryKind::Question)
    );
    let words = json!({"words": {"en": "Until Friday.", "zh-Hans": "周五前。"}});
    let replied: Case = officer.reply(&case, "r", &words).await.json().await.expect("a case");
    assert_eq!(
        (replied.entries.len(), replied.acts.len()),
        (2, 0),
        "a person's acts are none of the department's"
    );
    assert_eq!(officer.reply(&case, "r", &words).await.json::<Case>().await.expect("a case"), replied);
    let other = json!({"words": {"en": "Until Monday."}});
    assert_eq!(
        problem(officer.reply(&case, "r", &other).await).await,
        (422, "idempotency-key-reused".into())
    );
    let empty = json!({"words": {"en": " "}});
    assert_eq!(problem(officer.reply(&case, "e", &empty).await).await, (422, "act-incomplete".into()));
    let long = json!({"words": {"en": "x".repeat(CaseAct::MOST_WORDS + 1)}});
    assert_eq!(problem(officer.reply(&case, "l", &long).await).await, (422, "words-too-long".into()));
    let now = nation.case(&access, &case).await;
    assert_eq!(
        (&now.entries[1].from, now.entries[1].words.in_language("zh-CN")),
        (&Party::Department, "周五前。")
    );
}

#[tokio::test]
async fn a_case_that_is_taken_back_is_worked_on_no_more_and_one_that_was_refused_is_objected_to_once() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    officer.to(&case, &["accepted", "review"]).await;
    let back = act(&nation, &access, &case.id, "w", &json!({"kind": "withdraw"})).await;
    assert_eq!(
        (&back.state, &back.acts[..], back.promised_by),
        (&CaseState::Withdrawn, &[ActKind::Ask][..], None)
    );
    assert_eq!(
        problem(officer.step(&case, &json!({"state": "approved"})).await).await,
        (409, "case-state".into())
    );

    let case = nation.submit(&access, "k2").await;
    officer.to(&case, &["refused", "closed"]).await;
    let refused = nation.case(&access, &case).await;
    assert_eq!(refused.acts, [ActKind::Ask, ActKind::Appeal]);
    let objection = json!({"kind": "appeal", "words": "I live here."});
    let appealed = act(&nation, &access, &case.id, "o", &objection).await;
    assert_eq!(
        (&appealed.state, appealed.promised_by.is_some()),
        (&CaseState::Appealed, true),
        "its time begins anew"
    );
    officer.to(&case, &["review", "rejected", "closed"]).await;
    let again = acting(&nation, &access, &case.id, "o2", &objection).send().await.expect("answered");
    assert_eq!(problem(again).await, (409, "case-state".into()));
    assert_eq!(nation.case(&access, &case).await.acts, [ActKind::Ask]);
}

#[tokio::test]
async fn no_act_is_taken_that_is_anothers_incomplete_too_large_or_of_another_moment() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let other = nation.log_in("li-xiuying").await.access;
    let case = nation.submit(&access, "k").await;
    let refused = async |access: &str, act: Value| {
        problem(acting(&nation, access, &case.id, "x", &act).send().await.expect("answered")).await
    };
    assert_eq!(refused(&other, json!({"kind": "withdraw"})).await, (404, "case-not-found".into()));
    for (act, status, code) in [
        (json!({"kind": "answer", "words": "Here."}), 409, "case-state"),
        (json!({"kind": "appeal", "words": "No."}), 409, "case-state"),
        (json!({"kind": "dance"}), 422, "input-invalid"),
        (json!({"words": "Here."}), 400, "body-malformed"),
        (json!({"kind": "ask"}), 422, "act-incomplete"),
        (json!({"kind": "add", "words": "  "}), 422, "act-incomplete"),
        (json!({"kind": "ask", "words": "x".repeat(2001)}), 422, "words-too-long"),
        (json!({"kind": "add", "documents": ["a.b.c"]}), 422, "document-invalid"),
        (
            json!({"kind": "add", "files": [{"key": "", "name": "a", "media_type": "b", "upload": "0".repeat(32)}]}),
            422,
            "upload-incomplete",
        ),
        (
            json!({"kind": "add", "files": [{"key": "", "name": "a", "media_type": "b", "content": "no base64!"}]}),
            422,
            "input-invalid",
        ),
        (
            json!({"kind": "add", "files": [{"key": "", "name": "x".repeat(256), "media_type": "b", "content": "AA=="}]}),
            422,
            "input-invalid",
        ),
        (json!({"kind": "add", "words": "x", "answers": {"street": "1"}}), 422, "input-invalid"),
    ] {
        assert_eq!(refused(&access, act.clone()).await, (status, code.to_owned()), "{act}");
    }
    officer.advance(&case, &json!({"state": "correction-asked", "asks": asks()})).await;
    let photo = json!({"key": "photo", "name": "a.png", "media_type": "image/png", "content": "AA=="});
    let document = card(&nation, &desk, &case).await;
    let whole =
        json!({"kind": "answer", "answers": {"street": "1"}, "files": [photo], "documents": [document]});
    for (member, value, code) in [
        ("answers", json!({}), (422, "act-incomplete")),
        ("files", json!([]), (422, "act-incomplete")),
        ("documents", json!([]), (422, "act-incomplete")),
        ("answers", json!({"street": "1", "colour": "red"}), (409, "case-state")),
    ] {
        let mut act = whole.clone();
        act[member] = value;
        assert_eq!(refused(&access, act.clone()).await, (code.0, code.1.to_owned()), "{member}");
    }
    let of_another = nation.submit(&other, "k").await;
    let mut foreign = whole.clone();
    foreign["documents"] = json!([card(&nation, &desk, &of_another).await]);
    assert_eq!(refused(&access, foreign).await, (422, "document-of-another".into()));
    assert_eq!(nation.case(&access, &case).await.entries, [], "nothing of all that was kept");

    act(&nation, &access, &case.id, "x", &whole).await;
    let mut replayed = whole.clone();
    replayed["answers"]["street"] = "2".into();
    assert_eq!(refused(&access, replayed).await, (422, "idempotency-key-reused".into()));
    let again = acting(&nation, &access, &case.id, "y", &whole).send().await.expect("answered");
    assert_eq!(problem(again).await, (409, "case-state".into()), "what was answered is asked no more");
}

#[tokio::test]
async fn a_department_asks_what_can_be_answered_and_does_nothing_in_its_persons_place() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    for state in ["withdrawn", "received", "appealed"] {
        assert_eq!(
            problem(officer.step(&case, &json!({"state": state})).await).await,
            (409, "case-state".into()),
            "{state}"
        );
    }
    let unknown = json!([{"id": "a", "kind": "dance", "label": {"en": "Dance"}}]);
    let step = json!({"state": "correction-asked", "asks": unknown});
    assert_eq!(problem(officer.step(&case, &step).await).await, (422, "asks-invalid".into()));
    let step = json!({"state": "accepted", "asks": asks()});
    assert_eq!(problem(officer.step(&case, &step).await).await, (422, "asks-invalid".into()));
    let step = json!({"state": "accepted", "note": {"en": "x".repeat(2001)}});
    assert_eq!(problem(officer.step(&case, &step).await).await, (422, "words-too-long".into()));
}

#[tokio::test]
async fn a_department_sees_its_own_queue_the_oldest_promise_first_and_place_by_place() {
    let desk = Desk::open().await;
    let nation = nation_with(&desk).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let mut cases = Vec::new();
    for n in 0..3 {
        cases.push(nation.submit(&access, &format!("k{n}")).await);
    }
    officer.to(&cases[1], &["accepted"]).await;
    officer.to(&cases[2], &["refused", "closed"]).await;
    let department = &cases[0].department;
    let path = api::department_cases(department);
    let queue: CaseQueue = officer.get(&path).await.json().await.expect("a queue");
    let ids = |queue: &CaseQueue| queue.cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&queue), &queue.next), (vec![cases[1].id.clone(), cases[0].id.clone()], &None));
    let promised = queue.cases[0].promised_by.expect("a day");
    let after = format!("{path}?after={promised}.{}.{}", cases[1].submitted_at.as_millisecond(), cases[1].id);
    let rest: CaseQueue = officer.get(&after).await.json().await.expect("a queue");
    assert_eq!(ids(&rest), [cases[0].id.clone()]);
    let shown: Case =
        officer.get(&api::department_case(department, &cases[0].id)).await.json().await.expect("a case");
    assert_eq!((&shown.id, shown.acts.len()), (&cases[0].id, 0));

    let taxation = |path: String| {
        let request = nation.client.get(nation.at(&path)).bearer_auth(officer.token("taxation"));
        async { problem(request.send().await.expect("answered")).await }
    };
    assert_eq!(taxation(path).await, (401, "department-token-invalid".into()));
    let own = "taxation".parse().expect("an id");
    assert_eq!(taxation(api::department_case(&own, &cases[0].id)).await, (404, "case-not-found".into()));
}
