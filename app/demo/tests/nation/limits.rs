//! How much is answered: whoever asks for more is told when to come back, by a problem that a device knows, and nobody else notices.

use fingertip_contract::api;
use fingertip_server::{Limits, Rate};
use reqwest::Response;
use serde_json::json;

use super::{
    desk::Officer,
    nation::{Nation, app, problem},
};

/// Two at once, and one in a minute: a test is over before.
const TWO: Option<Rate> = Rate::new(1, 2);

async fn limited(limits: Limits) -> Nation {
    Nation::start_as(|options| options.limits = Some(limits)).await
}

async fn cases(nation: &Nation, access: &str) -> Response {
    nation.client.get(nation.at(api::CASES)).bearer_auth(access).send().await.expect("answered")
}

async fn check_refused(answer: Response) {
    let wait: u64 = answer.headers()["retry-after"].to_str().expect("text").parse().expect("seconds");
    assert!((1..=61).contains(&wait), "{wait}");
    assert_eq!(problem(answer).await, (429, "too-many-requests".into()));
}

#[tokio::test]
async fn a_person_who_asks_too_much_is_told_when_to_come_back_and_no_other_is() {
    let nation = limited(Limits { person: TWO, ..Limits::NONE }).await;
    let (person, other) = (nation.log_in("zhang-wei").await.access, nation.log_in("li-xiuying").await.access);
    for _ in 0..2 {
        assert_eq!(cases(&nation, &person).await.status(), 200);
    }
    check_refused(cases(&nation, &person).await).await;
    // By another device it is the same person; a token that is none is nobody's.
    let again = nation.log_in("zhang-wei").await.access;
    check_refused(cases(&nation, &again).await).await;
    assert_eq!(cases(&nation, &other).await.status(), 200);
    assert_eq!(cases(&nation, "forged").await.status(), 401);
}

#[tokio::test]
async fn an_address_that_asks_too_much_is_refused_before_anything_is_looked_at() {
    // The catalogue that the test puts is the first request.
    let nation = limited(Limits { address: Rate::new(1, 3), ..Limits::NONE }).await;
    let info = async || nation.client.get(nation.at(api::INFO)).send().await.expect("answered");
    assert_eq!(
        (info().await.status(), info().await.status()),
        (200.try_into().expect("ok"), 200.try_into().expect("ok"))
    );
    check_refused(info().await).await;
    check_refused(cases(&nation, "forged").await).await;
    let nowhere = nation.client.get(nation.at("/nowhere")).send().await.expect("answered");
    check_refused(nowhere).await;
    // Nobody becomes another by saying so.
    let other = nation.client.get(nation.at(api::INFO)).header("x-forwarded-for", "203.0.113.7");
    check_refused(other.send().await.expect("answered")).await;
}

#[tokio::test]
async fn a_departments_programs_and_a_mini_app_have_their_own_limits() {
    let limits = Limits { department: TWO, mini_app: TWO, ..Limits::NONE };
    let nation = Nation::start_as(|options| {
        options.limits = Some(limits);
        // What its programs ask is what the test asks.
        let nobody = "http://127.0.0.1:9".to_owned();
        options.elsewhere.insert("human-resources".parse().expect("an id"), nobody);
    })
    .await;
    let officer = Officer { nation: &nation };
    let queue = api::department_cases(&"human-resources".parse().expect("an id"));
    for _ in 0..2 {
        assert_eq!(officer.get(&queue).await.status(), 200);
    }
    check_refused(officer.get(&queue).await).await;
    // Who only says that they are the department takes nothing of its share.
    let taxation = api::department_cases(&"taxation".parse().expect("an id"));
    for _ in 0..3 {
        let stranger = nation.client.get(nation.at(&taxation)).bearer_auth("a guess");
        assert_eq!(stranger.send().await.expect("answered").status(), 401);
    }
    let own = nation.client.get(nation.at(&taxation)).bearer_auth(officer.token("taxation"));
    assert_eq!(own.send().await.expect("answered").status(), 200);

    let (person, other) = (nation.log_in("zhang-wei").await.access, nation.log_in("li-xiuying").await.access);
    for access in [&person, &other] {
        let answer = nation.operation(access, "transport", "lines.search", &json!({"text": ""})).await;
        assert_ne!(answer.status(), 429);
    }
    check_refused(nation.operation(&person, "transport", "lines.search", &json!({"text": ""})).await).await;
    let statement = nation.operation(&person, "taxation", "income.statement", &json!({"year": 2025})).await;
    assert_ne!(statement.status(), 429, "another mini-app has its own: {}", app("taxation"));
}
