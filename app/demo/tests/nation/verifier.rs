//! A department's page asks to be shown something (OpenID for Verifiable Presentations 1.0), and believes nothing that is not true.

use fingertip_credential::{HolderKey, Presentation, key_proof, present};
use jiff::Timestamp;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use url::Url;

use super::nation::Nation;

/// Somebody in a browser, with a wallet beside it.
struct Visit<'n> {
    nation: &'n Nation,
    access: String,
    cookie: String,
    link: Url,
    request: Value,
}

fn parameter(link: &Url, name: &str) -> String {
    link.query_pairs().find(|(own, _)| own == name).expect("a parameter").1.into_owned()
}

/// What stands in a JWS, whoever signed it.
fn payload(jws: &str) -> Value {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let body = jws.split('.').nth(1).expect("a body");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).expect("base64")).expect("JSON")
}

impl<'n> Visit<'n> {
    async fn begin(nation: &'n Nation, person: &str) -> Self {
        let page = format!("{}/departments/transport/night-pass", nation.running.demo_url);
        let page = nation.client.get(page).header("accept-language", "en").send().await.expect("answered");
        assert_eq!(page.status(), StatusCode::OK);
        let cookie = page.headers()["set-cookie"]
            .to_str()
            .expect("text")
            .split(';')
            .next()
            .expect("a cookie")
            .to_owned();
        let text = page.text().await.expect("a page");
        let at =
            text.split("href=\"openid4vp").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
        let link = Url::parse(&format!("openid4vp{}", at.replace("&amp;", "&"))).expect("a link");
        assert_eq!(parameter(&link, "client_id"), "transport");
        let form = [("wallet_nonce", "w1")];
        let asked =
            nation.client.post(parameter(&link, "request_uri")).form(&form).send().await.expect("answered");
        assert_eq!(asked.headers()["content-type"], "application/oauth-authz-req+jwt");
        let request = payload(&asked.text().await.expect("a request"));
        assert_eq!((&request["wallet_nonce"], &request["client_id"]), (&json!("w1"), &json!("transport")));
        let access = nation.log_in(person).await.access;
        Self { nation, access, cookie, link, request }
    }

    /// A presentation of a credential that is fetched for it.
    async fn shown(&self, configuration: &str, names: &[&str], audience: &str, nonce: &str) -> String {
        let (client, key) = (&self.nation.client, HolderKey::make().expect("a key"));
        let c_nonce = client.post(self.nation.oidc("nonce")).send().await.expect("answered");
        let c_nonce: Value = c_nonce.json().await.expect("JSON");
        let c_nonce = c_nonce["c_nonce"].as_str().expect("a nonce");
        let proof = key_proof::make(&key, &self.nation.issuer(), c_nonce, Timestamp::now()).expect("made");
        let asked = json!({"credential_configuration_id": configuration, "proofs": {"jwt": [proof]}});
        let asked = client.post(self.nation.oidc("credential")).bearer_auth(&self.access).json(&asked);
        let answer: Value = asked.send().await.expect("answered").json().await.expect("JSON");
        let credential = answer["credentials"][0]["credential"].as_str().expect("a credential");
        let open = payload(credential.split('~').next().expect("a JWS"));
        assert_eq!(
            open["iat"].as_i64().map(|at| at % 3600),
            Some(0),
            "the second would be as good as a name"
        );
        assert_ne!(open["sub"], "7f1c9a52d06b4e38", "nobody is named as everywhere");
        present(credential, names, &key, Presentation { audience, nonce, now: Timestamp::now() })
            .expect("shown")
    }

    fn nonce(&self) -> &str {
        self.request["nonce"].as_str().expect("a nonce")
    }

    async fn answer(&self, token: &Value) -> Response {
        let (token, state) = (token.to_string(), self.request["state"].as_str().expect("a state"));
        let form = [("vp_token", token.as_str()), ("state", state)];
        self.post(&form).await
    }

    async fn post(&self, form: &[(&str, &str)]) -> Response {
        let to = self.request["response_uri"].as_str().expect("an address");
        self.nation.client.post(to).form(form).send().await.expect("answered")
    }

    /// Where the browser is sent on to.
    async fn back(answer: Response, cookie: &str, nation: &Nation) -> (StatusCode, String) {
        assert_eq!(answer.status(), StatusCode::OK);
        let answer: Value = answer.json().await.expect("JSON");
        let to = answer["redirect_uri"].as_str().expect("an address").to_owned();
        let page = nation.client.get(to).header("cookie", cookie).header("accept-language", "en");
        let page = page.send().await.expect("answered");
        (page.status(), page.text().await.expect("a page"))
    }
}

#[tokio::test]
async fn who_is_of_age_shows_that_and_no_more_and_goes_on_in_their_own_browser() {
    let nation = Nation::start().await;
    let visit = Visit::begin(&nation, "zhang-wei").await;
    let shown = visit.shown("age", &["over-18"], "transport", visit.nonce()).await;
    let answer = visit.answer(&json!({ "of-age": [shown] })).await;
    let again = visit.answer(&json!({ "of-age": ["a~b"] })).await;
    assert_eq!(again.status(), StatusCode::NOT_FOUND, "once");
    let gone = nation.client.get(parameter(&visit.link, "request_uri")).send().await.expect("answered");
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
    let (status, page) = Visit::back(answer, &visit.cookie, &nation).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<dt>over-18</dt><dd>true</dd>") && !page.contains("1990"), "{page}");
}

#[tokio::test]
async fn whoever_did_not_begin_there_sees_nothing_of_it() {
    let nation = Nation::start().await;
    let (visit, other) =
        (Visit::begin(&nation, "zhang-wei").await, Visit::begin(&nation, "li-xiuying").await);
    let born = visit.shown("identity", &["birth-date"], "transport", visit.nonce()).await;
    let name = visit.shown("identity", &["name"], "transport", visit.nonce()).await;
    let answer = visit.answer(&json!({ "born": [born], "name": [name] })).await;
    let (status, page) = Visit::back(answer, &other.cookie, &nation).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(!page.contains("张伟") && !page.contains("1990"), "{page}");
}

#[tokio::test]
async fn what_is_not_true_not_theirs_or_not_asked_for_is_not_taken() {
    let nation = Nation::start().await;
    let visit = Visit::begin(&nation, "zhang-wei").await;
    let (nonce, age) = (visit.nonce(), ["over-18"]);
    let mut forged = visit.shown("age", &age, "transport", nonce).await;
    forged.insert(40, 'x');
    let wrong = [
        ("another audience", json!({ "of-age": [visit.shown("age", &age, "taxation", nonce).await] })),
        ("another request", json!({ "of-age": [visit.shown("age", &age, "transport", "n").await] })),
        ("another claim", json!({ "of-age": [visit.shown("age", &["over-16"], "transport", nonce).await] })),
        (
            "another kind",
            json!({ "of-age": [visit.shown("identity", &["birth-date"], "transport", nonce).await] }),
        ),
        ("the name alone", json!({ "name": [visit.shown("identity", &["name"], "transport", nonce).await] })),
        ("no list", json!({ "of-age": visit.shown("age", &age, "transport", nonce).await })),
        ("nobody asked", json!({ "other": [visit.shown("age", &age, "transport", nonce).await] })),
        ("forged", json!({ "of-age": [forged] })),
        ("empty", json!({})),
        ("no object", json!([])),
    ];
    for (what, token) in wrong {
        assert_eq!(visit.answer(&token).await.status(), StatusCode::BAD_REQUEST, "{what}");
    }
    let state = visit.request["state"].as_str().expect("a state");
    let (status, page) = Visit::back(
        visit.post(&[("error", "access_denied"), ("state", state)]).await,
        &visit.cookie,
        &nation,
    )
    .await;
    assert!(status == StatusCode::OK && page.contains("declined"), "{page}");
}
