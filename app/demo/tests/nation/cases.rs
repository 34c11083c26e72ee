use fingertip_contract::{Case, CaseState, Document, ServiceRating, api};
use fingertip_kit::keys;
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

use super::nation::{Nation, card_application, problem};

#[tokio::test]
async fn the_same_key_is_the_same_request() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let first = nation.submit(&access, "k1").await;
    assert_eq!(first.state, CaseState::Received);
    assert!(
        first.promised_days.is_some() && first.promised_by.is_none() && first.id.as_str().starts_with("HU-")
    );
    assert_eq!(nation.submit(&access, "k1").await, first);
    let mut other = card_application();
    other["region"] = "440000".into();
    let answer = nation.submission(&access, "k1", &other).send().await.expect("answered");
    assert_eq!(problem(answer).await, (422, "idempotency-key-reused".into()));
    assert_ne!(nation.submit(&access, "k2").await.id, first.id);
    // Another person's key of the same name is another key.
    let other_access = nation.log_in("li-xiuying").await.access;
    assert_ne!(nation.submit(&other_access, "k1").await.id, first.id);
}

#[tokio::test]
async fn the_same_request_sent_at_once_is_one_case() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let (a, b, c, d) = tokio::join!(
        nation.submit(&access, "k"),
        nation.submit(&access, "k"),
        nation.submit(&access, "k"),
        nation.submit(&access, "k")
    );
    assert!([&b, &c, &d].iter().all(|case| case.id == a.id));
    let list = nation.cases(&access).await;
    assert_eq!(list.len(), 1);
}

#[tokio::test]
async fn a_case_is_worked_on_to_a_document_that_holds_and_is_rated_once() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    let rate = async |level: &str| {
        let rating = json!({"level": level, "text": "快"});
        nation
            .client
            .put(nation.at(&api::rating(&case.id)))
            .bearer_auth(&access)
            .json(&rating)
            .send()
            .await
            .expect("answered")
    };
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    let states: Vec<CaseState> = closed.steps.iter().map(|step| step.state.clone()).collect();
    use CaseState::{Accepted, Approved, Closed, Delivered, Received, Review};
    assert_eq!(states, [Received, Accepted, Review, Approved, Delivered, Closed]);

    let keys_address = nation.at(&api::department_keys(&closed.department));
    let keys: JwkSet =
        nation.client.get(keys_address).send().await.expect("answered").json().await.expect("keys");
    let jws = closed.documents.first().expect("a document");
    let document: Document =
        keys::verify(jws, &keys, &keys::plain_validation()).expect("signed by the department");
    assert_eq!((document.kind.as_str(), document.holder.as_str()), ("social-security-card", "张伟"));
    assert_eq!(document.subject.len(), 32);

    let rated: Case = rate("dissatisfied").await.json().await.expect("a case");
    assert_eq!(rated.rating.expect("a rating").text, "快");
    assert_eq!(rate("dissatisfied").await.status(), 200);
    assert_eq!(problem(rate("satisfied").await).await, (409, "already-rated".into()));
}

#[tokio::test]
async fn a_services_rating_is_published_once_it_says_nothing_of_a_person() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let ratings = async || {
        let answer = nation.client.get(nation.at(api::RATINGS)).send().await.expect("answered");
        answer.json::<Vec<ServiceRating>>().await.expect("ratings")
    };
    for (index, level) in
        ["very-satisfied", "very-satisfied", "satisfied", "fairly-satisfied", "dissatisfied"]
            .into_iter()
            .enumerate()
    {
        assert!(ratings().await.is_empty(), "after {index}");
        let case = nation.submit(&access, &format!("k{index}")).await;
        nation.until(&access, &case, CaseState::Closed).await;
        let rating = json!({"level": level});
        let rated = nation
            .client
            .put(nation.at(&api::rating(&case.id)))
            .bearer_auth(&access)
            .json(&rating)
            .send()
            .await
            .expect("answered");
        assert_eq!(rated.status(), 200);
    }
    let of = ratings().await.pop().expect("a rating");
    assert_eq!(
        (of.service.as_str(), of.count, of.levels, of.tenths()),
        ("social-security-card", 5, [2, 1, 1, 1, 0], Some(38))
    );
}

#[tokio::test]
async fn a_form_that_nobody_can_read_is_refused_with_a_reason() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let mut form = card_application();
    form["body"] = "no form".into();
    let form = nation.proven(&access, "k", form).await;
    let case: Case =
        nation.submission(&access, "k", &form).send().await.expect("answered").json().await.expect("a case");
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!(closed.steps[1].state, CaseState::Refused);
    assert!(closed.steps[1].note.as_ref().expect("a reason").in_language("en").contains("cannot be read"));
    assert!(closed.documents.is_empty());
}

#[tokio::test]
async fn the_tax_certificate_says_what_was_paid() {
    let nation = Nation::start().await;
    let access = nation.log_in("li-xiuying").await.access;
    let statement = nation.operated(&access, "taxation", "income.statement", &json!({"year": 2025})).await;
    // What somebody reckons or makes up is on nobody's certificate.
    let body = json!({"year": 2025, "income_minor": 12_000_000, "tax_minor": 348_000}).to_string();
    let asked = json!({"service": "tax-paid-certificate", "region": "450000", "body": body, "claims": {"name": "李秀英"}});
    let asked = nation.proven(&access, "k", asked).await;
    let submitted = nation
        .client
        .post(nation.at(api::CASES))
        .bearer_auth(&access)
        .header(api::IDEMPOTENCY_KEY, "k")
        .header(api::RUNNING_APP, super::nation::app("taxation"))
        .json(&asked);
    let case: Case = submitted.send().await.expect("answered").json().await.expect("a case");
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    let payload: Value =
        jsonwebtoken::dangerous::insecure_decode(&closed.documents[0]).expect("a JWS").claims;
    let yuan = |name: &str| {
        let minor = statement[name].as_i64().expect("an amount");
        format!("¥ {}.{:02}", minor / 100, minor % 100)
    };
    assert_eq!(payload["fields"][1]["value"], yuan("wages_minor"));
    assert_eq!(payload["fields"][2]["value"], yuan("withheld_minor"));
    assert_eq!(payload["holder"], "李秀英");
}

#[tokio::test]
async fn another_persons_case_is_not_there() {
    let nation = Nation::start().await;
    let own = nation.log_in("zhang-wei").await.access;
    let other = nation.log_in("li-xiuying").await.access;
    let case = nation.submit(&own, "k").await;
    let show = nation
        .client
        .get(nation.at(&api::case(&case.id)))
        .bearer_auth(&other)
        .send()
        .await
        .expect("answered");
    assert_eq!(problem(show).await, (404, "case-not-found".into()));
    let rating = json!({"level": "satisfied"});
    let rate = nation
        .client
        .put(nation.at(&api::rating(&case.id)))
        .bearer_auth(&other)
        .json(&rating)
        .send()
        .await
        .expect("answered");
    assert_eq!(problem(rate).await, (404, "case-not-found".into()));
    let list = nation.client.get(nation.at(api::CASES)).bearer_auth(&other).send().await.expect("answered");
    assert!(list.json::<Vec<Case>>().await.expect("cases").is_empty());
}

#[tokio::test]
async fn what_is_not_offered_is_not_received() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let submit = async |name: &str, value: &str, department: &str| {
        let mut form = card_application();
        form[name] = value.into();
        let request =
            nation.client.post(nation.at(api::CASES)).bearer_auth(&access).header(api::IDEMPOTENCY_KEY, "k");
        problem(
            request
                .header(api::RUNNING_APP, super::nation::app(department))
                .json(&form)
                .send()
                .await
                .expect("answered"),
        )
        .await
    };
    assert_eq!(submit("service", "unknown", "human-resources").await, (422, "service-unknown".into()));
    assert_eq!(submit("region", "450000", "human-resources").await, (422, "region-not-served".into()));
    assert_eq!(submit("region", "440100", "taxation").await, (403, "wrong-department".into()));
    assert_eq!(submit("service", "file-a-suit", "courts").await, (422, "service-not-online".into()));
}
