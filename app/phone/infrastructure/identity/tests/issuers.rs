//! A session belongs to one issuer and one client, and its tokens go nowhere else.

mod provider;

use std::sync::Arc;

use fingertip_identity::{Identity, IdentityError, IdentityOptions};
use fingertip_secrets::SecretStore;
use fingertip_standard::Fault;
use provider::{LIFETIME, Provider, Secrets, credentials, sign_in};
use serde_json::{Value, json};

const DISCOVERY: &str = "/.well-known/openid-configuration";

fn open(options: IdentityOptions, secrets: &Arc<Secrets>) -> Identity {
    Identity::open(options, Arc::clone(secrets) as Arc<dyn SecretStore>).expect("opened")
}

#[tokio::test]
async fn another_issuer_or_client_sees_nothing_of_the_session_and_it_comes_back() {
    let (first, second) = (Provider::start().await, Provider::start().await);
    let secrets = Arc::new(Secrets::default());
    let identity = first.identity(&secrets);
    let session = sign_in(&identity).await.expect("signed in");

    let elsewhere = second.identity(&secrets);
    let other_client = open(IdentityOptions { client_id: "other".into(), ..first.options() }, &secrets);
    let n_tokens = first.heard("/token").len();
    for other in [&elsewhere, &other_client] {
        assert_eq!(other.session(), None);
        assert!(matches!(credentials(other, LIFETIME).await, Err(IdentityError::SignedOut)));
    }
    assert!(second.heard("/token").is_empty() && second.heard("/revoke").is_empty());
    assert_eq!(first.heard("/token").len(), n_tokens);

    sign_in(&elsewhere).await.expect("signed in there too");
    assert_eq!(first.identity(&secrets).session(), Some(session), "it was kept meanwhile");
    assert!(credentials(&first.identity(&secrets), LIFETIME).await.is_ok());
    // The end of one is not the end of the other.
    second.at("/token", |_, _| provider::oauth_error("invalid_grant"));
    assert!(matches!(credentials(&elsewhere, LIFETIME).await, Err(IdentityError::SessionEnded)));
    assert!(first.identity(&secrets).session().is_some());
    let kept = secrets.text("session-main").expect("kept");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    let token = kept["refresh_token"].as_str().expect("the first one's token");
    assert_eq!(kept["issuer"], first.url());
    assert!(!second.heard("/token").iter().any(|heard| heard.value("refresh_token") == token));
}

#[tokio::test]
async fn leaving_one_issuer_leaves_the_others_session_and_tells_nobody_by_itself() {
    let (first, second) = (Provider::start().await, Provider::start().await);
    let secrets = Arc::new(Secrets::default());
    sign_in(&first.identity(&secrets)).await.expect("signed in");
    let other = second.identity(&secrets);
    sign_in(&other).await.expect("signed in there too");
    let store: &dyn SecretStore = &*secrets;
    assert_eq!(fingertip_identity::last_issuer(store, "main").expect("read"), Some(second.url()));
    let own = first.identity(&secrets);
    let ended = own.leave().await.expect("left");
    assert_eq!((own.session(), first.identity(&secrets).session()), (None, None));
    assert!(matches!(credentials(&own, LIFETIME).await, Err(IdentityError::SignedOut)));
    assert!(credentials(&second.identity(&secrets), LIFETIME).await.is_ok());
    assert!(first.heard("/revoke").is_empty());
    own.tell(ended).await;
    assert_eq!((first.heard("/revoke").len(), second.heard("/revoke").len()), (1, 0));
    other.leave().await.expect("left");
    assert_eq!(fingertip_identity::last_issuer(store, "main").expect("read"), None);
}

#[tokio::test]
async fn signing_out_leaves_no_session_of_the_profile_and_tells_its_own_issuer_alone() {
    let (first, second) = (Provider::start().await, Provider::start().await);
    let secrets = Arc::new(Secrets::default());
    sign_in(&first.identity(&secrets)).await.expect("signed in");
    let identity = second.identity(&secrets);
    sign_in(&identity).await.expect("signed in");
    identity.sign_out().await.expect("signed out");
    assert_eq!((second.heard("/revoke").len(), first.heard("/revoke").len()), (1, 0));
    assert_eq!(second.heard("/revoke")[0].value("token_type_hint"), "refresh_token");
    assert_eq!(secrets.text("session-main"), None);
    assert_eq!(first.identity(&secrets).session(), None);
}

#[tokio::test]
async fn a_session_that_was_kept_before_issuers_were_written_down_goes_on() {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let old = json!({
        "session": {"subject": "s-1", "claims": {"name": "Zhang Wei"}, "since": "2026-11-24T02:00:00Z"},
        "refresh_token": "old"
    });
    secrets.set("session-main", old.to_string().as_bytes()).expect("kept");
    let identity = provider.identity(&secrets);
    assert_eq!(identity.session().expect("a session").name(), Some("Zhang Wei"));
    assert!(credentials(&identity, 0).await.is_ok());
    assert_eq!(provider.heard("/token")[0].value("refresh_token"), "old");
    let other = Provider::start().await;
    assert_eq!(other.identity(&secrets).session(), None, "from now on it is this issuer's");
}

#[tokio::test]
async fn nothing_is_sent_over_plain_http_but_to_this_device() {
    let secrets = Arc::new(Secrets::default());
    for issuer in ["http://id.example", "http://127.0.0.1.id.example", "ftp://127.0.0.1"] {
        let options = IdentityOptions { issuer: issuer.into(), ..Provider::start().await.options() };
        let failed = open(options, &secrets).begin_sign_in("en").await.expect_err("refused");
        assert!(matches!(failed, IdentityError::Insecure { .. }), "{issuer}: {failed:?}");
        assert_eq!((failed.message_id(), failed.can_retry()), ("fault-address-insecure", false));
    }
    let endpoints = [
        "authorization_endpoint",
        "token_endpoint",
        "userinfo_endpoint",
        "jwks_uri",
        "revocation_endpoint",
        "pushed_authorization_request_endpoint",
    ];
    for endpoint in endpoints {
        let provider = Provider::start().await;
        let identity = provider.identity(&secrets);
        sign_in(&identity).await.expect("signed in");
        provider.changes(DISCOVERY, move |announced: &mut Value| {
            announced[endpoint] = "http://id.example/somewhere".into();
        });
        let failed = identity.begin_sign_in("en").await.expect_err("refused");
        assert!(matches!(failed, IdentityError::Insecure { .. }), "{endpoint}: {failed:?}");
        let failed = credentials(&identity, LIFETIME).await.err().expect("refused");
        assert!(matches!(failed, IdentityError::Insecure { .. }), "{endpoint}: {failed:?}");
        assert!(identity.session().is_some(), "{endpoint}: the session goes on");
        provider.behaves();
        assert!(credentials(&identity, LIFETIME).await.is_ok(), "{endpoint}");
    }
}
