//! A nation for benches: a platform, whoever has a token for it, and a department elsewhere.

use std::{path::Path, sync::Arc, time::Duration};

use axum::Router;
use fingertip_contract::api;
use fingertip_demo::{Options, Running, start};
use fingertip_kit::{issuer::AUDIENCE, keys::SigningKey};
use fingertip_standard::DepartmentId;
use fingertip_store::Place;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The department.
pub(crate) const DEPARTMENT: &str = "human-resources";

/// A running platform, and whoever has a token for it.
#[derive(Clone)]
pub(crate) struct Nation {
    pub(crate) url: String,
    pub(crate) issuer: String,
    pub(crate) key: Arc<SigningKey>,
    pub(crate) client: reqwest::Client,
}

impl Nation {
    /// A nation whose department does what `routes` say.
    pub(crate) async fn begin(folder: &Path, database: Option<Place>, routes: Router) -> (Self, Running) {
        let mut options = Options { database, ..Options::new(folder, folder.join("repository")) };
        options.elsewhere.insert(DepartmentId::new(DEPARTMENT).expect("an id"), serve(routes).await);
        let running = start(options).await.expect("started");
        let nation = Self {
            url: running.platform_url.clone(),
            issuer: format!("{}/oidc", running.demo_url),
            key: Arc::new(SigningKey::load_or_make(&folder.join("keys/identity.pk8")).expect("a key")),
            client: reqwest::Client::builder().no_proxy().build().expect("a client"),
        };
        nation.offer(&running.operator_token).await;
        (nation, running)
    }

    /// Offers a catalogue of one service.
    pub(crate) async fn offer(&self, operator_token: &str) {
        let catalogue = json!({
            "regions": [{"code": "100000", "name": {"en": "Nation"}, "level": "nation"}],
            "departments": [{"id": DEPARTMENT, "name": {"en": "HR"}, "region": "100000"}],
            "services": [{"id": "card", "name": {"en": "Card"}, "department": DEPARTMENT, "region": "100000", "theme": "other"}]
        });
        let put = self.client.put(format!("{}{}", self.url, api::CATALOGUE)).bearer_auth(operator_token);
        assert_eq!(put.json(&catalogue).send().await.expect("answered").status(), 204);
    }

    pub(crate) fn token(&self, person: &str) -> String {
        let claims =
            json!({"iss": self.issuer, "aud": AUDIENCE, "sub": person, "exp": 9_999_999_999_i64, "iat": 0});
        self.key.sign("at+jwt", &claims).expect("signed")
    }

    pub(crate) async fn submit(&self, token: &str, key: &str, body: &str) -> String {
        let app = json!({"department": DEPARTMENT, "app": "cn.example.human-resources.app", "version": 1, "sha256": "ab"});
        let answer = self
            .client
            .post(format!("{}{}", self.url, api::CASES))
            .bearer_auth(token)
            .header(api::IDEMPOTENCY_KEY, key)
            .header(api::RUNNING_APP, app.to_string())
            .json(&json!({"service": "card", "region": "100000", "body": body}))
            .send()
            .await
            .expect("answered");
        assert_eq!(answer.status(), 201);
        let case: Value = answer.json().await.expect("a case");
        case["id"].as_str().expect("a reference").to_owned()
    }
}

/// Serves on a free port; where.
pub(crate) async fn serve(routes: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    url
}

/// A hundredth of what was waited.
pub(crate) fn percentile(waits: &mut [f64], percent: usize) -> f64 {
    waits.sort_by(f64::total_cmp);
    waits.get((waits.len() * percent / 100).min(waits.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// In milliseconds.
pub(crate) fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
