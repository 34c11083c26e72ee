use fingertip_contract::api;
use reqwest::Method;

use super::nation::{Nation, app, problem};

const BODIES: [&[u8]; 7] = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff\xfe\x00",
    b"{\"service\": {\"a\": 1}, \"state\": \"x\", \"level\": 9, \"body\": []}",
    b"\"text\"",
];

/// Every door of the platform that takes a body, with the status it answers nonsense by.
#[tokio::test]
async fn nonsense_is_answered_by_a_problem_everywhere() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let paying = nation.paying(&access).await;
    let department = std::fs::read_to_string(nation.folder.path().join("tokens/transport")).expect("a token");
    let demo = |path: &str| format!("{}{path}", nation.running.demo_url);
    let operator = nation.running.operator_token.clone();
    let doors = [
        (Method::PUT, nation.at(api::CATALOGUE), &operator),
        (Method::POST, nation.at(api::CASES), &access),
        (Method::PUT, nation.at("/api/v1/cases/HU-20261124-7KQ2X9/rating"), &access),
        (Method::POST, nation.at(api::HELPERS), &access),
        (
            Method::POST,
            nation.at("/api/v1/departments/transport/cases/HU-20261124-7KQ2X9/steps"),
            &department,
        ),
        (Method::POST, nation.at("/api/v1/departments/transport/operations/bus-card.balance"), &access),
        (Method::POST, demo("/payments"), &paying),
        (Method::POST, demo("/departments/transport/cases"), &department),
        (Method::POST, demo("/departments/transport/operations/bus-card.top-up"), &department),
    ];
    for (method, address, token) in doors {
        for body in BODIES {
            let request = nation
                .client
                .request(method.clone(), &address)
                .bearer_auth(token)
                .header(api::IDEMPOTENCY_KEY, "k");
            let request = request.header("fingertip-subject", "s").header(api::RUNNING_APP, app("transport"));
            // Departments read what the platform signs, and what it signs may be nonsense too.
            let request = nation.signed(request.body(body));
            let (status, _) = problem(nation.client.execute(request).await.expect("answered")).await;
            assert!(matches!(status, 400 | 422), "{address} {status}");
        }
    }
}

#[tokio::test]
async fn addresses_that_name_nothing_are_problems_too() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    for path in [
        "/",
        "/api/v1/cases/x",
        "/api/v1/cases/%ff",
        "/api/v1/cases/..%2f",
        "/api/v1/departments/No/jwks.json",
        "/nowhere",
    ] {
        let answer = nation.client.get(nation.at(path)).bearer_auth(&access).send().await.expect("answered");
        assert_eq!(problem(answer).await.0, 404, "{path}");
    }
    let wrong_method = nation.client.delete(nation.at(api::CASES)).send().await.expect("answered");
    assert_eq!(problem(wrong_method).await, (405, "method-not-allowed".into()));
    let large = vec![b' '; (8 << 20) + 1];
    let case = nation.submission(&access, "k", &serde_json::Value::Null).body(large.clone());
    assert_eq!(problem(case.send().await.expect("answered")).await, (413, "body-too-large".into()));
    // A catalogue may be larger, but only the operator's is read at all.
    for (token, status) in [(&nation.running.operator_token, 400), (&access, 401)] {
        let put = nation.client.put(nation.at(api::CATALOGUE)).bearer_auth(token).body(large.clone());
        assert_eq!(problem(put.send().await.expect("answered")).await.0, status);
    }
}

#[tokio::test]
async fn the_identity_provider_answers_nonsense_with_an_oauth_error_or_a_page() {
    let nation = Nation::start().await;
    for body in BODIES {
        for path in ["token", "revoke"] {
            let answer = nation.client.post(nation.oidc(path)).body(body).send().await.expect("answered");
            assert_eq!(answer.status(), 400, "{path}");
            let body: serde_json::Value = answer.json().await.expect("JSON");
            assert_eq!(body["error"], "invalid_request", "{path}");
        }
        let page = nation.client.post(nation.oidc("login")).body(body).send().await.expect("answered");
        assert_eq!(page.status(), 400);
    }
    let unknown = [("grant_type", "password"), ("client_id", "fingertip-shell")];
    assert_eq!(nation.token(&unknown).await.status(), 400);
    let stranger = [("grant_type", "refresh_token"), ("client_id", "stranger"), ("refresh_token", "x")];
    assert_eq!(nation.token(&stranger).await.status(), 401);
}
