use fingertip_contract::{Problem, ProblemCode, api};
use fingertip_kit::{clock, keys::SigningKey, webhooks};
use serde_json::{Value, json};

use super::nation::{Nation, app, problem};

#[tokio::test]
async fn a_mini_app_calls_only_registered_operations_of_its_own_department() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let call = async |path: &str, stamp: Option<&str>| {
        let request = nation.client.post(nation.at(path)).bearer_auth(&access).json(&json!({"body": "{}"}));
        let request = stamp.map_or(request.try_clone().expect("no stream"), |stamp| {
            request.header(api::RUNNING_APP, app(stamp))
        });
        problem(request.send().await.expect("answered")).await
    };
    let balance = "/api/v1/departments/transport/operations/bus-card.balance";
    assert_eq!(call(balance, Some("taxation")).await, (403, "wrong-department".into()));
    assert_eq!(call(balance, None).await, (400, "running-app-malformed".into()));
    let unknown = "/api/v1/departments/transport/operations/bus-card.empty";
    assert_eq!(call(unknown, Some("transport")).await, (404, "operation-unknown".into()));
    let nowhere = "/api/v1/departments/courts/operations/bus-card.balance";
    assert_eq!(call(nowhere, Some("courts")).await, (404, "department-unknown".into()));
}

#[tokio::test]
async fn every_operation_answers_what_its_mini_app_needs() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let options = nation.operated(&access, "human-resources", "card.options", &json!({})).await;
    assert!(
        options["banks"][0]["name"]["ug"].is_string() && options["offices"][0]["address"]["en"].is_string()
    );
    let statement = nation.operated(&access, "taxation", "income.statement", &json!({"year": 2025})).await;
    assert!(statement["wages_minor"].as_i64() > statement["withheld_minor"].as_i64());
    assert!(statement["payers"][0]["zh-Hant"].is_string());
    let card = nation.operated(&access, "transport", "bus-card.balance", &json!({})).await;
    assert_eq!((&card["balance_minor"], card["trips"].as_array().map(Vec::len)), (&json!(2350), Some(3)));
    let lines = nation.operated(&access, "transport", "lines.search", &json!({"query": "钟楼"})).await;
    assert_eq!(lines["lines"].as_array().map(Vec::len), Some(2));
    let next = nation.operated(&access, "transport", "lines.next-bus", &json!({"line": "7"})).await;
    let minutes: Vec<i64> = serde_json::from_value(next["stops"][1]["minutes"].clone()).expect("minutes");
    assert_eq!(minutes[1] - minutes[0], 10);
}

#[tokio::test]
async fn a_departments_refusal_reaches_the_person_in_its_own_words() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    for (department, operation, body) in [
        ("taxation", "income.statement", json!({"year": 1900})),
        ("taxation", "income.statement", json!({"year": "x"})),
        ("transport", "lines.next-bus", json!({"line": "none"})),
        ("transport", "lines.search", json!([])),
        ("transport", "bus-card.top-up", json!({"receipt": "nonsense"})),
        ("transport", "bus-card.balance", json!("x")),
        ("human-resources", "card.options", json!(1)),
    ] {
        let answer = nation.operation(&access, department, operation, &body).await;
        assert_eq!(answer.status(), 422, "{operation} {body}");
        let problem: Problem = answer.json().await.expect("a problem");
        assert_eq!(problem.code, ProblemCode::InputInvalid);
        assert!(!problem.detail.expect("the department's words").is_empty());
    }
}

#[tokio::test]
async fn a_departments_backend_answers_the_platform_alone() {
    let nation = Nation::start().await;
    let post = async |path: &str, token: &str, body: &Value| {
        let address = format!("{}/departments/transport/{path}", nation.running.demo_url);
        let request = nation
            .client
            .post(address)
            .bearer_auth(token)
            .header("fingertip-subject", "s")
            .header(api::RUNNING_APP, app("transport"));
        let request = nation.signed(request.json(body));
        problem(nation.client.execute(request).await.expect("answered")).await
    };
    assert_eq!(
        post("operations/bus-card.balance", "wrong", &json!({})).await,
        (401, "department-token-invalid".into())
    );
    assert_eq!(post("cases", "wrong", &json!({})).await, (400, "body-malformed".into()));
}

#[tokio::test]
async fn whoever_learns_a_departments_token_tells_it_nothing_in_the_platforms_name() {
    let nation = Nation::start().await;
    let token = std::fs::read_to_string(nation.folder.path().join("tokens/transport")).expect("the token");
    let asking = |body: &'static str| {
        let address =
            format!("{}/departments/transport/operations/bus-card.balance", nation.running.demo_url);
        let request = nation.client.post(address).bearer_auth(&token).header("fingertip-subject", "s");
        request.header(api::RUNNING_APP, app("transport")).body(body)
    };
    let answered = async |request: reqwest::Request| {
        let answer = nation.client.execute(request).await.expect("answered");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    };
    let refused = |(status, said): (u16, String)| (status, said.contains("signature-invalid"));
    let unsigned = asking("{}").build().expect("a request");
    assert_eq!(refused(answered(unsigned).await), (401, true));
    let stranger = SigningKey::load_or_make(&nation.folder.path().join("stranger.pk8")).expect("a key");
    let request = asking("{}").build().expect("a request");
    let request = webhooks::signed(request, &stranger, clock::now()).expect("signed");
    assert_eq!(refused(answered(request).await), (401, true), "another key");
    // What the platform did sign, with another person in it, another body, or told twice.
    let mut other = nation.signed(asking("{}"));
    other.headers_mut().insert("fingertip-subject", "t".parse().expect("a value"));
    assert_eq!(refused(answered(other).await), (401, true));
    let mut other = nation.signed(asking("{}"));
    *other.body_mut() = Some(r#"{"amount":1}"#.into());
    assert_eq!(refused(answered(other).await), (401, true));
    let once = nation.signed(asking("{}"));
    let twice = once.try_clone().expect("in memory");
    assert_eq!(answered(once).await.0, 200, "it is the platform's");
    assert_eq!(refused(answered(twice).await), (401, true));
}

#[tokio::test]
async fn a_department_that_does_not_answer_is_left_alone_for_a_while_and_no_other_is() {
    // Nobody listens at a port that was given back.
    let nowhere = {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}", taken.local_addr().expect("an address"))
    };
    let nation = Nation::start_elsewhere("transport", nowhere).await;
    let access = nation.log_in("zhang-wei").await.access;
    let call = || async {
        let answer = nation.operation(&access, "transport", "bus-card.balance", &json!({})).await;
        let wait = answer.headers().get("retry-after").map(|wait| wait.to_str().expect("text").to_owned());
        (problem(answer).await, wait)
    };
    for _ in 0..5 {
        assert_eq!(call().await, ((503, "department-unavailable".into()), None));
    }
    let (said, wait) = call().await;
    assert_eq!(said, (503, "department-unavailable".into()));
    let wait: u64 = wait.expect("it says when to come again").parse().expect("whole seconds");
    assert!((1..=6).contains(&wait), "{wait}");
    nation.operated(&access, "human-resources", "card.options", &json!({})).await;
}
