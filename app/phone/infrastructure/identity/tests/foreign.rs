//! A provider that others wrote, npm's oidc-provider at its strictest: pushed requests, bound tokens with nonces, resources, rotation,
//! signed userinfo. `cargo xtask test` installs it beside what is built and names the folder.

#[path = "../../../../../tests/foreign/peer.rs"]
mod peer;

use std::{collections::BTreeMap, path::Path, process::Stdio, sync::Arc};

use fingertip_identity::{Identity, IdentityError, IdentityOptions, Session, Target};
use fingertip_secrets::{MemorySecrets, SecretStore};
use fingertip_typed::NameOrder;
use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};
use url::Url;

/// Where the provider and its platform are.
#[derive(Deserialize)]
struct Started {
    issuer: String,
    resource: String,
}

/// The provider, which ends with this.
struct Foreign {
    _node: Child,
    started: Started,
}

async fn start(libraries: &Path) -> Foreign {
    // Cargo's word at run time: this may have been compiled in another checkout.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let script = Path::new(&own).join("tests/foreign/provider.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .arg(libraries)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("node starts");
    let mut lines = BufReader::new(node.stdout.take().expect("its words")).lines();
    loop {
        let line = lines.next_line().await.expect("readable").expect("it says where it is");
        if let Ok(started) = serde_json::from_str(&line) {
            return Foreign { _node: node, started };
        }
    }
}

/// A browser: cookies, redirects, and the one button of each form.
struct Browser {
    client: Client,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    fn new() -> Self {
        let client = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        Self { client: client.build().expect("a browser"), cookies: BTreeMap::new() }
    }

    async fn go(&mut self, url: &Url, form: Option<&[(&str, &str)]>) -> reqwest::Response {
        let request = match form {
            Some(form) => self.client.post(url.clone()).form(form),
            None => self.client.get(url.clone()),
        };
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let answer = request.header("cookie", cookies.join("; ")).send().await.expect("answered");
        for set in answer.headers().get_all("set-cookie") {
            let pair = set.to_str().expect("text").split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    /// Signs in as `person` and agrees to everything, until the app's own door is open.
    async fn sign_in(mut self, mut url: Url, person: &str) {
        for _ in 0..20 {
            let mut answer = self.go(&url, None).await;
            if answer.status() == StatusCode::OK && url.path().starts_with("/interaction") {
                let page = answer.text().await.expect("text");
                let action = part(&page, "action=\"").expect("a form");
                let prompt = part(&page, "name=\"prompt\" value=\"").expect("what it asks");
                let form = [("prompt", prompt), ("login", person), ("password", "x")];
                let n_fields = if prompt == "login" { 3 } else { 1 };
                url = url.join(action).expect("an address");
                answer = self.go(&url, Some(&form[..n_fields])).await;
            }
            match answer.headers().get("location").and_then(|value| value.to_str().ok()) {
                Some(location) => url = url.join(location).expect("an address"),
                None => return,
            }
        }
        panic!("the provider leads nowhere");
    }
}

fn part<'a>(page: &'a str, before: &str) -> Option<&'a str> {
    page.split_once(before)?.1.split_once('"').map(|(part, _)| part)
}

impl Foreign {
    fn identity(&self, secrets: &Arc<MemorySecrets>) -> Identity {
        let options = IdentityOptions {
            issuer: self.started.issuer.clone(),
            client_id: "fingertip-shell".to_owned(),
            resource: Some(self.started.resource.clone()),
            slot: "main".to_owned(),
            name_order: NameOrder::FamilyFirst,
        };
        Identity::open(options, Arc::clone(secrets) as Arc<dyn SecretStore>).expect("opened")
    }

    async fn sign_in(&self, identity: &Identity) -> Result<Session, IdentityError> {
        let begun = identity.begin_sign_in("en").await?;
        let address = begun.url().clone();
        assert!(address.query_pairs().all(|(name, _)| name == "client_id" || name == "request_uri"));
        let browsing = tokio::spawn(Browser::new().sign_in(address, "wang"));
        let session = identity.finish_sign_in(begun, |_| String::new(), Timestamp::now()).await;
        browsing.await.expect("the browser comes to an end");
        session
    }

    /// Asks the platform, as the client of the platform does: once without its nonce, then with it. Gives what it said, and the proof.
    async fn ask(&self, identity: &Identity, seconds: i64) -> Result<(String, String), IdentityError> {
        let (client, url) = (Client::new(), self.started.resource.as_str());
        let mut nonce = None;
        loop {
            let target = Target { method: "GET", url, nonce: nonce.as_deref() };
            let given =
                identity.credentials(&target, Timestamp::now() + SignedDuration::from_secs(seconds)).await?;
            let proof = given.proof.expect("a bound token");
            let request =
                client.get(url).header("authorization", &given.authorization).header("dpop", &proof);
            let answer = request.send().await.expect("answered");
            let theirs =
                answer.headers().get("dpop-nonce").map(|value| value.to_str().expect("text").to_owned());
            if nonce.is_none() && theirs.is_some() {
                nonce = theirs;
                continue;
            }
            let said = answer.text().await.expect("text");
            let again = client.get(url).header("authorization", &given.authorization).header("dpop", &proof);
            return Ok((said, again.send().await.expect("answered").text().await.expect("text")));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_others_wrote_is_signed_in_at_renewed_shown_to_the_platform_and_left() {
    let Some(libraries) = peer::libraries("the provider that others wrote") else { return };
    let foreign = start(&libraries).await;
    let secrets = Arc::new(MemorySecrets::default());
    let identity = foreign.identity(&secrets);
    let session = foreign.sign_in(&identity).await.expect("signed in");
    assert_eq!((session.subject.as_str(), session.name()), ("wang", Some("Name of wang")));
    assert_eq!(session.claims.len(), 3, "name, birth date and id number");

    let welcome = ("welcome".to_owned(), "seen".to_owned());
    assert_eq!(foreign.ask(&identity, 0).await.expect("a token"), welcome);
    // Each time a new refresh token; then the app begins anew.
    for _ in 0..2 {
        identity.drop_access_token().await;
        assert_eq!(foreign.ask(&identity, 0).await.expect("renewed"), welcome);
    }
    let again = foreign.identity(&secrets);
    assert_eq!(again.session(), Some(session));
    assert_eq!(foreign.ask(&again, 0).await.expect("renewed"), welcome);

    // A thief's copy of the key store, which is worth nothing after the person has signed out.
    let copy = Arc::new(MemorySecrets::default());
    let bytes = secrets.get("session-main").expect("read").expect("a session");
    copy.set("session-main", &bytes).expect("kept");
    again.sign_out().await.expect("signed out");
    let stolen = foreign.identity(&copy);
    assert!(stolen.session().is_some());
    let failed = foreign.ask(&stolen, 0).await.expect_err("revoked");
    assert!(matches!(failed, IdentityError::SessionEnded), "{failed:?}");
    assert_eq!(stolen.session(), None);
}
