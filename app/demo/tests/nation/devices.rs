//! On which devices a person is signed in: theirs to see and to end, and nobody else's.

use fingertip_contract::api::SignedInDevice;
use reqwest::StatusCode;

use super::nation::Nation;

async fn list(nation: &Nation, access: &str) -> Vec<SignedInDevice> {
    let answer =
        nation.client.get(nation.oidc("devices")).bearer_auth(access).send().await.expect("answered");
    answer.json().await.expect("devices")
}

async fn end(nation: &Nation, access: &str, id: &str) -> StatusCode {
    let url = nation.oidc(&format!("devices/{id}"));
    nation.client.delete(url).bearer_auth(access).send().await.expect("answered").status()
}

#[tokio::test]
async fn a_person_sees_and_ends_their_own_devices_and_nobody_elses() {
    let nation = Nation::start().await;
    let first = nation.log_in("zhang-wei").await;
    let second = nation.log_in("zhang-wei").await;
    let other = nation.log_in("li-xiuying").await;
    let devices = list(&nation, &second.access).await;
    assert_eq!(devices.len(), 2);
    assert_eq!(devices.iter().filter(|device| device.is_this).count(), 1);
    assert_eq!(list(&nation, &other.access).await.len(), 1);
    let lost = devices.iter().find(|device| !device.is_this).expect("the other").id.clone();
    assert_eq!(end(&nation, &other.access, &lost).await, StatusCode::NOT_FOUND, "another person's");
    assert_eq!(list(&nation, &first.access).await.len(), 2, "nothing happened");
    assert_eq!(end(&nation, &second.access, &lost).await, StatusCode::NO_CONTENT);
    assert_eq!(end(&nation, &second.access, &lost).await, StatusCode::NOT_FOUND, "once");
    assert_eq!(list(&nation, &second.access).await.len(), 1);
    let answer =
        nation.client.get(nation.oidc("devices")).bearer_auth(&first.access).send().await.expect("answered");
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "it is out, at once here");
    assert_eq!(nation.refresh(&first.refresh).await.status(), StatusCode::BAD_REQUEST, "and has no way back");
}
