//! Before something grave the person shows anew that it is them.

mod provider;

use std::{sync::Arc, time::Duration};

use fingertip_identity::{Identity, IdentityError, SignInOptions};
use provider::{Provider, Secrets, sign_in, step_up};
use serde_json::{Value, json};

async fn signed_in() -> (Provider, Identity) {
    let provider = Provider::start().await;
    let identity = provider.identity(&Arc::new(Secrets::default()));
    sign_in(&identity).await.expect("signed in");
    (provider, identity)
}

/// Id tokens say this of how the person signed in.
fn tells(provider: &Provider, how: impl Fn(i64) -> Value + Send + Sync + 'static) {
    provider.makes_id_tokens(move |signer, mut claims| {
        let how = how(claims["iat"].as_i64().expect("a time"));
        for (name, value) in how.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        signer.sign(&claims)
    });
}

#[tokio::test]
async fn a_sign_in_of_long_ago_is_not_taken_for_one_of_now() {
    let (provider, identity) = signed_in().await;
    let now = || SignInOptions { max_age: Some(Duration::ZERO), ..SignInOptions::default() };
    tells(&provider, |issued| json!({ "auth_time": issued - 5 }));
    step_up(&identity, now()).await.expect("just now");
    assert_eq!(provider.heard("/authorize").last().expect("asked").value("max_age"), "0");
    for how in [json!({ "auth_time": 1 }), json!({ "auth_time": null }), json!({})] {
        let told = how.clone();
        tells(&provider, move |_| told.clone());
        let failed = step_up(&identity, now()).await.expect_err("too long ago");
        assert!(matches!(failed, IdentityError::Refused { .. }), "{how}: {failed:?}");
        assert!(identity.session().is_some(), "the session of before goes on");
    }
    sign_in(&identity).await.expect("where nothing is asked for, nothing is checked");
}

#[tokio::test]
async fn a_weaker_sign_in_is_not_taken_for_a_stronger_one() {
    let (provider, identity) = signed_in().await;
    let asked =
        || SignInOptions { acr_values: vec!["high".into(), "substantial".into()], ..Default::default() };
    for class in ["high", "substantial"] {
        tells(&provider, move |_| json!({ "acr": class }));
        step_up(&identity, asked()).await.expect(class);
    }
    assert_eq!(provider.heard("/authorize").last().expect("asked").value("acr_values"), "high substantial");
    for how in
        [json!({ "acr": "low" }), json!({ "acr": "high substantial" }), json!({ "acr": "" }), json!({})]
    {
        let told = how.clone();
        tells(&provider, move |_| told.clone());
        let failed = step_up(&identity, asked()).await.expect_err("too weak");
        assert!(matches!(failed, IdentityError::Refused { .. }), "{how}: {failed:?}");
    }
}

#[tokio::test]
async fn somebody_else_cannot_show_that_they_are_the_person() {
    let (provider, identity) = signed_in().await;
    let somebody_else = |provider: &Provider| {
        tells(provider, |issued| json!({ "sub": "s-2", "acr": "high", "auth_time": issued }));
        provider.changes("/userinfo", |facts| facts["sub"] = "s-2".into());
    };
    somebody_else(&provider);
    let asked = SignInOptions { acr_values: vec!["high".into()], max_age: Some(Duration::ZERO) };
    let failed = step_up(&identity, asked).await.expect_err("somebody else");
    assert!(matches!(failed, IdentityError::Refused { .. }), "{failed:?}");
    assert_eq!(identity.session().expect("the person's own").subject, "s-1");
    assert_eq!(sign_in(&identity).await.expect("somebody else may sign in").subject, "s-2");
}
