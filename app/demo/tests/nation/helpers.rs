use std::time::Duration;

use fingertip_contract::{Case, CaseState, HelperCode, HelperLink, Helpers, api};
use fingertip_standard::HelperLinkId;
use fingertip_store::{StoreError, Transaction};
use reqwest::{Method, RequestBuilder};
use serde_json::json;

use super::{
    desk::act,
    nation::{Nation, problem, until},
};

/// A person at the platform.
pub(super) struct At<'a> {
    pub(super) nation: &'a Nation,
    pub(super) access: String,
}

impl<'a> At<'a> {
    pub(super) async fn log_in(nation: &'a Nation, person: &str) -> Self {
        Self { nation, access: nation.log_in(person).await.access }
    }

    pub(super) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.nation.client.request(method, self.nation.at(path)).bearer_auth(&self.access)
    }

    pub(super) async fn code(&self) -> HelperCode {
        let answer = self.ask(Method::POST, api::HELPER_CODES).send().await.expect("answered");
        assert_eq!(answer.status(), 201);
        answer.json().await.expect("a code")
    }

    pub(super) async fn try_code(&self, code: &str) -> reqwest::Response {
        self.ask(Method::POST, api::HELPERS).json(&json!({ "code": code })).send().await.expect("answered")
    }

    pub(super) async fn accept(&self, code: &str) -> HelperLink {
        let answer = self.try_code(code).await;
        assert_eq!(answer.status(), 201);
        answer.json().await.expect("a link")
    }

    pub(super) async fn helpers(&self) -> Helpers {
        self.ask(Method::GET, api::HELPERS).send().await.expect("answered").json().await.expect("helpers")
    }

    pub(super) async fn cases_of(&self, link: &HelperLinkId) -> reqwest::Response {
        self.ask(Method::GET, &api::helped_cases(link)).send().await.expect("answered")
    }

    pub(super) async fn end(&self, link: &HelperLinkId) -> reqwest::Response {
        self.ask(Method::DELETE, &api::helper(link)).send().await.expect("answered")
    }
}

#[tokio::test]
async fn a_helper_follows_the_cases_and_the_person_sees_each_look() {
    let nation = Nation::start().await;
    let (mother, son) = (At::log_in(&nation, "li-xiuying").await, At::log_in(&nation, "zhang-wei").await);
    let case = nation.submit(&mother.access, "k").await;
    nation.until(&mother.access, &case, CaseState::Closed).await;
    let question = json!({"kind": "ask", "words": "Where is it?"});
    act(&nation, &mother.access, &case.id, "q", &question).await;

    let code = mother.code().await;
    // As it is read out on the telephone.
    let spoken = format!("{} {}", &code.code[..4], &code.code[4..]);
    let link = son.accept(&spoken).await;
    assert_eq!(link.name, "李秀英");
    let (hers, his) = (mother.helpers().await, son.helpers().await);
    assert_eq!((hers.helpers.len(), hers.helped.len(), hers.looks.len()), (1, 0, 0));
    assert_eq!((hers.helpers[0].name.as_str(), &hers.helpers[0].id), ("张伟", &link.id));
    assert_eq!((his.helpers.len(), &his.helped[..]), (0, &[link.clone()][..]));

    let seen: Vec<Case> = son.cases_of(&link.id).await.json().await.expect("cases");
    assert_eq!((seen.len(), &seen[0].id, &seen[0].state), (1, &case.id, &CaseState::Closed));
    assert!(seen[0].documents.is_empty() && seen[0].rating.is_none(), "a helper sees no document");
    assert!(seen[0].acts.is_empty() && !seen[0].entries.is_empty());
    assert!(seen[0].entries.iter().all(|entry| entry.words.is_empty()), "nor what was said");
    let asked =
        son.ask(Method::POST, &api::acts(&case.id)).header(api::IDEMPOTENCY_KEY, "q2").json(&question);
    assert_eq!(problem(asked.send().await.expect("answered")).await, (404, "case-not-found".into()));
    assert_eq!(mother.helpers().await.looks[0].name, "张伟");

    // What is the mother's alone stays so.
    let show = son.ask(Method::GET, &api::case(&case.id)).send().await.expect("answered");
    assert_eq!(problem(show).await, (404, "case-not-found".into()));
    let rate = son
        .ask(Method::PUT, &api::rating(&case.id))
        .json(&json!({"level": "satisfied"}))
        .send()
        .await
        .expect("answered");
    assert_eq!(problem(rate).await, (404, "case-not-found".into()));

    assert_eq!(son.end(&link.id).await.status(), 204);
    let hers = mother.helpers().await;
    assert_eq!((hers.helpers.len(), hers.looks.len()), (0, 1), "the history stays");
    assert_eq!(problem(son.cases_of(&link.id).await).await, (404, "helper-link-unknown".into()));
}

#[tokio::test]
async fn a_code_is_taken_once_by_one_and_does_not_begin_again_what_was_ended() {
    let nation = Nation::start().await;
    let (mother, son, other) = (
        At::log_in(&nation, "li-xiuying").await,
        At::log_in(&nation, "zhang-wei").await,
        At::log_in(&nation, "chen-jing").await,
    );
    let old = mother.code().await;
    let code = mother.code().await;
    assert_eq!(
        problem(son.try_code(&old.code).await).await.1,
        "helper-code-unknown",
        "a new code takes the place of the old one"
    );
    assert_eq!(problem(mother.try_code(&code.code).await).await, (409, "helper-own".into()));
    let link = son.accept(&code.code).await;
    // The answer was lost on the way: asked again, it is the same.
    assert_eq!(son.accept(&code.code).await, link);
    assert_eq!(problem(other.try_code(&code.code).await).await, (404, "helper-code-unknown".into()));
    assert_eq!(mother.helpers().await.helpers.len(), 1);

    assert_eq!(mother.end(&link.id).await.status(), 204);
    assert_eq!(problem(son.try_code(&code.code).await).await, (404, "helper-code-unknown".into()));
    assert_eq!(son.helpers().await.helped.len(), 0);
}

#[tokio::test]
async fn two_who_use_a_code_at_once_do_not_both_become_helpers() {
    let nation = Nation::start().await;
    let (mother, son, other) = (
        At::log_in(&nation, "li-xiuying").await,
        At::log_in(&nation, "zhang-wei").await,
        At::log_in(&nation, "chen-jing").await,
    );
    let code = mother.code().await.code;
    let (one, two) = tokio::join!(son.try_code(&code), other.try_code(&code));
    let mut statuses = [one.status().as_u16(), two.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 404]);
    assert_eq!(mother.helpers().await.helpers.len(), 1);
}

#[tokio::test]
async fn codes_cannot_be_tried_through() {
    let nation = Nation::start().await;
    let (mother, thief) = (At::log_in(&nation, "li-xiuying").await, At::log_in(&nation, "chen-jing").await);
    let code = mother.code().await.code;
    let wrong = |number: u32| {
        if code == format!("{number:08}") { "99999999".to_owned() } else { format!("{number:08}") }
    };
    for number in 0..5 {
        assert_eq!(problem(thief.try_code(&wrong(number)).await).await, (404, "helper-code-unknown".into()));
    }
    // From now on not even the right one.
    assert_eq!(problem(thief.try_code(&code).await).await, (429, "helper-tries".into()));
    // Another one's tries are their own.
    assert_eq!(At::log_in(&nation, "zhang-wei").await.accept(&code).await.name, "李秀英");
}

#[tokio::test]
async fn a_code_is_over_after_its_time() {
    let nation =
        Nation::start_as(|options| options.helper_code_lifetime = Some(Duration::from_millis(1))).await;
    let (mother, son) = (At::log_in(&nation, "li-xiuying").await, At::log_in(&nation, "zhang-wei").await);
    let code = mother.code().await;
    until("the code is over", || async { (code.expires_at < jiff::Timestamp::now()).then_some(()) }).await;
    assert_eq!(problem(son.try_code(&code.code).await).await, (404, "helper-code-unknown".into()));
}

#[tokio::test]
async fn a_link_is_known_to_its_two_sides_only() {
    let nation = Nation::start().await;
    let (mother, son, other) = (
        At::log_in(&nation, "li-xiuying").await,
        At::log_in(&nation, "zhang-wei").await,
        At::log_in(&nation, "chen-jing").await,
    );
    let link = son.accept(&mother.code().await.code).await.id;
    for answer in [other.cases_of(&link).await, mother.cases_of(&link).await, other.end(&link).await] {
        assert_eq!(problem(answer).await, (404, "helper-link-unknown".into()));
    }
    assert!(mother.helpers().await.looks.is_empty(), "who may not look leaves no look");
    let odd = son.ask(Method::DELETE, "/api/v1/helpers/..%2fcases").send().await.expect("answered");
    assert_eq!(problem(odd).await.0, 404);
    for (method, path) in
        [(Method::GET, api::HELPERS), (Method::POST, api::HELPERS), (Method::POST, api::HELPER_CODES)]
    {
        let nobody = nation
            .client
            .request(method, nation.at(path))
            .json(&json!({"code": "1"}))
            .send()
            .await
            .expect("answered");
        assert_eq!(problem(nobody).await, (401, "token-invalid".into()));
    }
}

#[tokio::test]
async fn a_person_has_no_more_helpers_than_people_who_love_them() {
    let nation = Nation::start().await;
    let mother = At::log_in(&nation, "li-xiuying").await;
    let database = nation.database().await;
    let son = At::log_in(&nation, "zhang-wei").await;
    son.accept(&mother.code().await.code).await;
    let add = |work: &Transaction<'_>| {
        let subject: String = work.query_row("SELECT subject FROM helper_links", (), |row| row.get(0))?;
        for number in 0..4 {
            let sql = "INSERT INTO helper_links (id, subject, subject_name, helper, helper_name, since_ms) VALUES (?1, ?2, 'a', ?1, 'b', 0)";
            work.execute(sql, [&format!("{number:032}"), &subject])?;
        }
        Ok(())
    };
    let added: Result<(), StoreError> = database.run(add).await;
    added.expect("added");
    let answer = mother.ask(Method::POST, api::HELPER_CODES).send().await.expect("answered");
    assert_eq!(problem(answer).await, (409, "helper-too-many".into()));
    let unused = "SELECT count(*) FROM helper_codes WHERE used_by IS NULL";
    let counted: Result<i64, StoreError> =
        database.run(move |work| Ok(work.query_row(unused, (), |row| row.get(0))?)).await;
    assert_eq!(counted.expect("counted"), 0);
}
