//! Acting for another: a case that a helper hands in under a mandate is the helped person's, and nothing but the mandate lets it in.

use fingertip_contract::{Case, CaseState, HelperCode, HelperLink, Mandate, api};
use fingertip_standard::HelperLinkId;
use fingertip_store::{StoreError, Transaction};
use jiff::{ToSpan, civil::Date};
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    delivery::{free_port, listen},
    helpers::At,
    nation::{Nation, app, problem, until},
    proven::{accepted, refused},
    uploads,
};

/// The nation's day, so many days from today.
fn day(from_today: i32) -> Date {
    let today = jiff::Timestamp::now().to_zoned(fingertip_kit::clock::nation_zone()).date();
    today.checked_add(from_today.days()).expect("a day")
}

fn mandate(departments: &[&str], days: i32) -> Mandate {
    let departments = departments.iter().map(|id| id.parse().expect("an id")).collect();
    Mandate { departments, until: day(days) }
}

async fn asked(person: &At<'_>, mandate: &Mandate) -> reqwest::Response {
    let asked = json!({ "mandate": mandate });
    person.ask(Method::POST, api::HELPER_CODES).json(&asked).send().await.expect("answered")
}

/// `helper` helps `person` with this mandate.
async fn give(person: &At<'_>, helper: &At<'_>, mandate: &Mandate) -> HelperLink {
    let answer = asked(person, mandate).await;
    assert_eq!(answer.status(), 201);
    let code: HelperCode = answer.json().await.expect("a code");
    helper.accept(&code.code).await
}

fn card_for(link: &HelperLinkId) -> Value {
    json!({"service": "social-security-card", "region": "440100", "body": "{}", "on_behalf": link})
}

async fn refused_to(person: &At<'_>, link: &HelperLinkId) -> (u16, String) {
    refused(person.nation, &person.access, "other-key", &card_for(link)).await
}

fn no_mandate() -> (u16, String) {
    (403, "mandate-invalid".into())
}

/// Lets a day go by for every mandate that was given.
async fn a_day_goes_by(nation: &Nation) {
    let database = nation.database().await;
    let over = serde_json::to_string(&mandate(&[], -1)).expect("JSON");
    let change =
        move |work: &Transaction<'_>| Ok(work.execute("UPDATE helper_links SET mandate = ?1", [&over])?);
    let changed: Result<usize, StoreError> = database.run(change).await;
    assert_eq!(changed.expect("changed"), 1);
}

#[tokio::test]
async fn a_case_that_a_helper_hands_in_is_the_helped_persons_and_says_to_both_who_did_it() {
    let port = free_port().await;
    let nation = Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let (son, other) = (At::log_in(&nation, "zhang-wei").await, At::log_in(&nation, "chen-jing").await);
    let given = mandate(&["human-resources"], 0);
    let link = give(&mother, &son, &given).await;
    let follows = other.accept(&mother.code().await.code).await;
    assert_eq!(link.mandate.as_ref(), Some(&given), "it holds all of its last day");
    assert_eq!(mother.helpers().await.helpers[0].mandate.as_ref(), Some(&given), "both see the same");

    let case = accepted(&nation, &son.access, "k", &card_for(&link.id)).await;
    assert_eq!(accepted(&nation, &son.access, "k", &card_for(&link.id)).await.id, case.id, "once");
    let own = json!({"service": "social-security-card", "region": "440100", "body": "{}"});
    let own = accepted(&nation, &mother.access, "k", &own).await;
    assert_eq!((case.handed_in_by.as_deref(), own.handed_in_by.as_deref()), (Some("张伟"), None));
    let list = async |person: &At<'_>, path: &str| -> Vec<Case> {
        let mut cases: Vec<Case> =
            person.ask(Method::GET, path).send().await.expect("answered").json().await.expect("cases");
        cases.sort_by_key(|one| one.id != case.id);
        cases
    };
    let hers = list(&mother, api::CASES).await;
    assert_eq!((hers.len(), &hers[0].id, hers[0].handed_in_by.as_deref()), (2, &case.id, Some("张伟")));
    assert!(list(&son, api::CASES).await.is_empty(), "it is not the helper's own");
    let seen = list(&son, &api::helped_cases(&link.id)).await;
    assert_eq!((seen.len(), seen[0].handed_in_by.as_deref()), (2, Some("张伟")));
    let seen = list(&other, &api::helped_cases(&follows.id)).await;
    assert_eq!((seen.len(), seen[0].handed_in_by.as_deref()), (2, None), "another helper learns no name");

    // The department knows one person, and neither the link nor who helps.
    let inbox = listen(port).await;
    let both = || async { Some(inbox.lock().expect("unpoisoned").clone()).filter(|came| came.len() >= 2) };
    let came = until("both cases arrive", both).await;
    assert!(
        came.iter().all(|(_, told)| told.subject == came[0].1.subject),
        "the mother's name at this department"
    );
    let said = serde_json::to_string(&came.iter().map(|(_, told)| told).collect::<Vec<_>>()).expect("JSON");
    assert!(!said.contains(link.id.as_str()) && !said.contains("张伟"), "{said}");
    let token =
        std::fs::read_to_string(nation.folder.path().join("tokens/human-resources")).expect("a token");
    let path = format!("/api/v1/departments/human-resources/cases/{}/steps", case.id);
    let step = nation.client.post(nation.at(&path)).bearer_auth(token).json(&json!({"state": "accepted"}));
    let moved: Case = step.send().await.expect("answered").json().await.expect("a case");
    assert_eq!((moved.state, moved.handed_in_by), (CaseState::Accepted, None));
}

#[tokio::test]
async fn nobody_hands_in_without_a_mandate_that_is_theirs_holds_today_and_reaches_so_far() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let (son, other) = (At::log_in(&nation, "zhang-wei").await, At::log_in(&nation, "chen-jing").await);
    let link = son.accept(&mother.code().await.code).await;
    assert_eq!(refused_to(&son, &link.id).await, no_mandate(), "who may follow may follow alone");
    // With a newer code the same two have a mandate under the same link.
    let again = give(&mother, &son, &mandate(&["taxation"], 30)).await;
    assert_eq!(again.id, link.id);
    assert_eq!(refused_to(&son, &link.id).await, no_mandate(), "another department");
    give(&mother, &son, &mandate(&[], 30)).await;
    assert_eq!(refused_to(&other, &link.id).await, no_mandate(), "another's link");
    assert_eq!(refused_to(&mother, &link.id).await, no_mandate(), "the wrong side");
    assert_eq!(refused_to(&son, &"0".repeat(32).parse().expect("an id")).await, no_mandate(), "no link");
    let case = accepted(&nation, &son.access, "k", &card_for(&link.id)).await;

    a_day_goes_by(&nation).await;
    assert_eq!(refused_to(&son, &link.id).await, no_mandate(), "past its last day");
    give(&mother, &son, &mandate(&["human-resources"], 1)).await;
    assert_eq!(mother.end(&link.id).await.status(), 204);
    assert_eq!(refused_to(&son, &link.id).await, no_mandate(), "ended a moment ago");
    // What was received before is answered as it was, and stays the mother's.
    assert_eq!(accepted(&nation, &son.access, "k", &card_for(&link.id)).await.id, case.id);
    let hers = nation.case(&mother.access, &case).await;
    assert_eq!(hers.handed_in_by.as_deref(), Some("张伟"), "the history stays");
}

#[tokio::test]
async fn what_the_helper_proves_tells_or_holds_is_not_the_helped_persons() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let son = At::log_in(&nation, "zhang-wei").await;
    let case = nation.submit(&son.access, "own").await;
    let document = nation.until(&son.access, &case, CaseState::Closed).await.documents.remove(0);
    let link = give(&mother, &son, &mandate(&[], 30)).await.id;
    let proven = nation.proven(&son.access, "k", super::nation::card_application()).await;
    for (member, value, code) in [
        ("claims", json!({"name": "张伟"}), "facts-of-another"),
        ("told", json!({"phone": "+86"}), "facts-of-another"),
        ("proof", proven["proof"].clone(), "facts-of-another"),
        ("documents", json!([document]), "document-of-another"),
    ] {
        let mut body = card_for(&link);
        body[member] = value;
        assert_eq!(refused(&nation, &son.access, "k", &body).await, (422, code.into()), "{member}");
    }
    // A file is the helper's until the case takes it.
    let (photo, key) = (uploads::photo(), "with-a-file");
    let upload = uploads::begun(&nation, &son.access, key, &photo).await.id;
    assert_eq!(uploads::append(&nation, &son.access, &upload, (0, true), &photo).await.status(), 204);
    let mut body = card_for(&link);
    body["files"] = json!([{"key": "photo", "name": "a.png", "media_type": "image/png", "upload": upload}]);
    let case = accepted(&nation, &son.access, key, &body).await;
    assert_eq!(nation.case(&mother.access, &case).await.id, case.id);
}

#[tokio::test]
async fn one_key_is_one_request_for_one_person() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let son = At::log_in(&nation, "zhang-wei").await;
    let link = give(&mother, &son, &mandate(&[], 30)).await.id;
    accepted(&nation, &son.access, "k", &card_for(&link)).await;
    let own = json!({"service": "social-security-card", "region": "440100", "body": "{}"});
    assert_eq!(refused(&nation, &son.access, "k", &own).await, (422, "idempotency-key-reused".into()));
}

#[tokio::test]
async fn no_mandate_is_given_that_is_over_or_names_more_than_anybody_needs() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    assert_eq!(problem(asked(&mother, &mandate(&[], -1)).await).await, no_mandate());
    let many: Vec<String> = (0..=Mandate::MOST_DEPARTMENTS).map(|number| format!("d{number}")).collect();
    let many = mandate(&many.iter().map(String::as_str).collect::<Vec<_>>(), 1);
    assert_eq!(problem(asked(&mother, &many).await).await, (413, "body-too-large".into()));
    let no_day = json!({"mandate": {"departments": ["taxation"]}});
    let answer = mother.ask(Method::POST, api::HELPER_CODES).json(&no_day).send().await.expect("answered");
    assert_eq!(problem(answer).await, (400, "body-malformed".into()));
}

#[tokio::test]
async fn a_department_answers_the_helper_as_the_helped_person_and_they_see_it() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let (son, other) = (At::log_in(&nation, "zhang-wei").await, At::log_in(&nation, "chen-jing").await);
    let link = give(&mother, &son, &mandate(&["taxation"], 30)).await.id;
    let call = async |person: &At<'_>, department: &str, operation: &str| {
        let path = format!("/api/v1/departments/{department}/operations/{operation}");
        let asked = json!({"body": json!({"year": 2025}).to_string(), "on_behalf": link});
        let request = person.ask(Method::POST, &path).header(api::RUNNING_APP, app(department));
        request.json(&asked).send().await.expect("answered")
    };
    let hers = nation.operated(&mother.access, "taxation", "income.statement", &json!({"year": 2025})).await;
    for _ in 0..2 {
        let reply: api::OperationReply =
            call(&son, "taxation", "income.statement").await.json().await.expect("a reply");
        assert_eq!(serde_json::from_str::<Value>(&reply.body).expect("JSON text"), hers);
    }
    let looks = mother.helpers().await.looks;
    let at = looks[0].department.as_ref().map(ToString::to_string);
    assert_eq!((looks.len(), &*looks[0].name, at.as_deref()), (1, "张伟", Some("taxation")), "one act");

    for (person, department, operation) in [
        (&other, "taxation", "income.statement"),
        (&mother, "taxation", "income.statement"),
        (&son, "transport", "bus-card.balance"),
    ] {
        assert_eq!(problem(call(person, department, operation).await).await, no_mandate(), "{operation}");
    }
    give(&mother, &son, &mandate(&[], 30)).await;
    assert_eq!(call(&son, "transport", "bus-card.balance").await.status(), 200);
    let top_up = call(&son, "transport", "bus-card.top-up").await;
    assert_eq!(problem(top_up).await, no_mandate(), "what changes something is not done for another");
    assert_eq!(mother.end(&link).await.status(), 204);
    assert_eq!(problem(call(&son, "taxation", "income.statement").await).await, no_mandate());
}
