//! What many people use is told, and of nobody.

use fingertip_contract::{
    api,
    use_counts::{ServiceUse, UseReport},
};
use fingertip_kit::clock;
use fingertip_standard::ServiceId;
use jiff::{ToSpan, civil::Date};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::json;

use super::nation::{Nation, catalogue, problem};

fn this_week() -> Date {
    let today = clock::now().to_zoned(clock::nation_zone()).date();
    today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).expect("a Monday")
}

async fn told(nation: &Nation) -> Vec<ServiceUse> {
    let told = nation.client.get(nation.at(api::USES)).send().await.expect("answered");
    told.json().await.expect("what stands out")
}

#[tokio::test]
async fn what_many_devices_say_at_random_outlives_the_platform_and_is_told() {
    let nation = Nation::start().await;
    let offered = catalogue()["services"][0]["id"].as_str().expect("an id").to_owned();
    let used = ServiceId::new(offered).expect("an id");
    let mut random = StdRng::seed_from_u64(16);
    for _ in 0..400 {
        let report = UseReport::of(this_week(), Some(&used), random.random());
        let taken = nation.client.post(nation.at(api::USES)).json(&report).send().await.expect("answered");
        assert_eq!(taken.status(), 204);
    }
    assert_eq!(told(&nation).await, [], "it is reckoned once an hour");
    let nation = nation.restart().await;
    let mut found = told(&nation).await;
    for _ in 0..100 {
        if !found.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        found = told(&nation).await;
    }
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].service, used);
    assert!((250..550).contains(&found[0].uses), "{found:?}");
}

#[tokio::test]
async fn a_report_that_no_device_makes_is_refused() {
    let nation = Nation::start().await;
    let week = this_week();
    let long_ago = week.checked_sub(21.days()).expect("a day");
    let no_monday = week.checked_add(1.day()).expect("a day");
    for wrong in [
        json!({"week": week, "hash": 1024, "bucket": 0}),
        json!({"week": week, "hash": 0, "bucket": 8}),
        json!({"week": long_ago, "hash": 0, "bucket": 0}),
        json!({"week": no_monday, "hash": 0, "bucket": 0}),
    ] {
        let told = nation.client.post(nation.at(api::USES)).json(&wrong).send().await.expect("answered");
        assert_eq!(problem(told).await, (422, "input-invalid".into()), "{wrong}");
    }
    for wrong in [json!({"week": "soon", "hash": 0, "bucket": 0}), json!({"hash": 0, "bucket": 0})] {
        let told = nation.client.post(nation.at(api::USES)).json(&wrong).send().await.expect("answered");
        assert_eq!(problem(told).await, (400, "body-malformed".into()), "{wrong}");
    }
}
