//! Documents that their department withdraws or suspends.

use fingertip_contract::{CaseState, document::StatusPlace};
use fingertip_credential::status::{CheckedList, MEDIA_TYPE, Status, check};
use jiff::Timestamp;
use jsonwebtoken::jwk::JwkSet;
use serde_json::json;

use super::{
    nation::{Nation, problem},
    proven::payload,
};

/// The list of a place, checked as a device does.
async fn list(nation: &Nation, place: &StatusPlace) -> CheckedList {
    let answer = nation.client.get(&place.uri).send().await.expect("answered");
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], MEDIA_TYPE);
    let keys = nation.client.get(nation.at("/api/v1/departments/human-resources/jwks.json")).send().await;
    let keys: JwkSet = keys.expect("answered").json().await.expect("keys");
    let token = answer.text().await.expect("a token");
    check(&token, &keys, "human-resources", &place.uri, Timestamp::now()).expect("a list")
}

#[tokio::test]
async fn a_department_withdraws_and_suspends_what_it_issued_and_nobody_else_does() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let mut places = Vec::new();
    for key in ["first", "second"] {
        let case = nation.submit(&access, key).await;
        let document = payload(&nation.until(&access, &case, CaseState::Closed).await.documents[0]);
        places.push((document.id.clone(), document.status_place().expect("a place").clone()));
    }
    let [(first, one), (second, other)] = &places[..] else { panic!("two documents") };
    assert_eq!(one.uri, other.uri, "one list for both, so that it says of whom nobody asks");
    assert_ne!(one.idx, other.idx);
    let says = async || {
        let list = list(&nation, one).await;
        (list.get(one.idx).expect("a place"), list.get(other.idx).expect("a place"))
    };
    assert_eq!(says().await, (Status::Valid, Status::Valid));

    let door = format!("{}/departments/human-resources/documents", nation.running.demo_url);
    let change = async |token: &str, document: &str, standing: &str| {
        let put = nation.client.put(format!("{door}/{document}/standing")).bearer_auth(token);
        put.json(&json!({ "standing": standing })).send().await.expect("answered")
    };
    let token = |department: &str| {
        std::fs::read_to_string(nation.folder.path().join("tokens").join(department)).expect("a token")
    };
    let own = token("human-resources");
    for (token, document, expected) in [
        (access.as_str(), first.as_str(), (401, "department-token-invalid".to_owned())),
        (&token("taxation"), first, (401, "department-token-invalid".to_owned())),
        (&own, "nobodys", (404, "not-found".to_owned())),
    ] {
        assert_eq!(problem(change(token, document, "withdrawn").await).await, expected);
    }
    assert_eq!(change(&own, first, "suspended").await.status(), 204);
    assert_eq!(says().await, (Status::Suspended, Status::Valid));
    assert_eq!(change(&own, first, "valid").await.status(), 204);
    assert_eq!(change(&own, second, "withdrawn").await.status(), 204);
    assert_eq!(says().await, (Status::Valid, Status::Invalid));
    assert_eq!(change(&own, second, "valid").await.status(), 422, "what was withdrawn stays withdrawn");
    assert_eq!(change(&own, second, "withdrawn").await.status(), 204);
    assert_eq!(says().await, (Status::Valid, Status::Invalid));
    let missing = nation.client.get(one.uri.replace("/status/1", "/status/2")).send().await;
    assert_eq!(problem(missing.expect("answered")).await, (404, "not-found".to_owned()));
}
