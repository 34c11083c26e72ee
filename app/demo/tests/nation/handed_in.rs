//! Documents and stamps at the platform's door: one's own, not over, of what was published.

use fingertip_contract::{CaseState, Document};
use fingertip_kit::keys::SigningKey;
use jiff::Timestamp;
use serde_json::json;

use super::{
    delivery::free_port,
    nation::{Nation, problem},
    proven::{accepted, payload, refused},
};

#[tokio::test]
async fn a_document_that_is_handed_in_is_ones_own_and_not_over() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "first").await;
    let own = nation.until(&access, &case, CaseState::Closed).await.documents.remove(0);
    let key = |name: &str| {
        SigningKey::load_or_make(&nation.folder.path().join(format!("keys/{name}.pk8"))).expect("a key")
    };
    let (department, taxation) = (key("human-resources"), key("taxation"));
    let changed = |signer: &SigningKey, change: &dyn Fn(&mut Document)| {
        let mut document = payload(&own);
        change(&mut document);
        signer.sign("JWT", &document).expect("signed")
    };
    let hand_in = |document: &str| json!({"service": "social-security-card", "region": "440100", "body": "{}", "documents": [document]});
    let yesterday =
        Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().checked_sub(jiff::Span::new().days(2));
    let over = changed(&department, &|document| document.valid_until = yesterday.clone().ok());
    let (header, rest) = own.split_once('.').expect("a JWS");
    let cut = format!("{header}.{}", &rest[1..]);
    for (document, code) in [
        (over.as_str(), "document-expired"),
        (&changed(&department, &|document| document.subject = "0".repeat(32)), "document-of-another"),
        // Under the name by which another department knows the person: linked to nobody here.
        (
            &changed(&taxation, &|document| document.issuer = "taxation".parse().expect("an id")),
            "document-of-another",
        ),
        (&changed(&taxation, &|_| ()), "document-invalid"),
        (
            &changed(&department, &|document| document.issuer = "courts".parse().expect("an id")),
            "document-invalid",
        ),
        (&cut, "document-invalid"),
        ("a.b.c", "document-invalid"),
        ("", "document-invalid"),
    ] {
        assert_eq!(refused(&nation, &access, "k", &hand_in(document)).await, (422, code.to_owned()));
    }
    let other = nation.log_in("li-xiuying").await.access;
    assert_eq!(refused(&nation, &other, "k", &hand_in(&own)).await, (422, "document-of-another".into()));
    let many = json!({"service": "social-security-card", "region": "440100", "body": "{}", "documents": vec![own.as_str(); 65]});
    assert_eq!(refused(&nation, &access, "k", &many).await, (413, "body-too-large".into()));
    accepted(&nation, &access, "k", &hand_in(&own)).await;
}

#[tokio::test]
async fn nobodys_document_lands_among_anothers() {
    let nation = Nation::start().await;
    let zhang = nation.log_in("zhang-wei").await.access;
    let li = nation.log_in("li-xiuying").await.access;
    let of_zhang = nation.submit(&zhang, "k").await;
    let of_zhang = nation.until(&zhang, &of_zhang, CaseState::Closed).await.documents.remove(0);
    let port = free_port().await;
    let nation = nation.restart_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let case = nation.submit(&li, "k").await;
    let token =
        std::fs::read_to_string(nation.folder.path().join("tokens/human-resources")).expect("a token");
    let step = |document: &str| json!({"state": "accepted", "documents": [document]});
    let path = format!("/api/v1/departments/human-resources/cases/{}/steps", case.id);
    let answer = nation.client.post(nation.at(&path)).bearer_auth(token).json(&step(&of_zhang));
    let answer = answer.send().await.expect("answered");
    assert_eq!(problem(answer).await, (422, "document-of-another".into()));
    let now = nation.case(&li, &case).await;
    assert_eq!((now.state, now.documents.len()), (CaseState::Received, 0));
}

#[tokio::test]
async fn a_mini_app_that_its_department_did_not_publish_hands_nothing_in_and_calls_nobody() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let metadata = nation.folder.path().join("repository/metadata");
    std::fs::create_dir_all(&metadata).expect("made");
    std::fs::write(metadata.join("timestamp.json"), "{}").expect("written");
    let forbidden = (403, "app-not-published".to_owned());
    let body = json!({"service": "social-security-card", "region": "440100", "body": "{}"});
    assert_eq!(refused(&nation, &access, "k", &body).await, forbidden);
    let call = async || nation.operation(&access, "human-resources", "card.options", &json!({})).await;
    assert_eq!(problem(call().await).await, forbidden);
    let published = json!({"signed": {"targets": {"human-resources/cn.example.human-resources.app.ma": {
        "length": 1, "hashes": {"sha256": "ab"}, "custom": {"version": 1}
    }}}});
    std::fs::write(metadata.join("1.human-resources.json"), published.to_string()).expect("written");
    assert_eq!(call().await.status(), 200);
    accepted(&nation, &access, "k", &body).await;
}
