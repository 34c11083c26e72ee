//! The doors of whoever runs the platform, what is counted, and an end that loses nothing.

use std::{collections::BTreeSet, sync::Arc};

use fingertip_contract::{Case, CaseState, api};
use fingertip_server::{Limits, Rate};
use fingertip_standard::CaseId;
use serde_json::json;

use super::{
    desk::Desk,
    nation::{Nation, until},
};

async fn door(nation: &Nation, path: &str) -> (u16, String) {
    let url = nation.running.operation_url.as_ref().expect("doors of operation");
    let answer = nation.client.get(format!("{url}{path}")).send().await.expect("answered");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

/// The value of the series that holds all of `parts`.
fn value(metrics: &str, parts: &[&str]) -> Option<f64> {
    let line = metrics.lines().find(|line| parts.iter().all(|part| line.contains(part)))?;
    line.rsplit(' ').next()?.parse().ok()
}

#[tokio::test]
async fn what_is_asked_is_counted_by_door_and_status_and_no_id_stands_in_it() {
    let desk = Desk::open().await;
    let nation = Nation::start_as(|options| {
        options.operation_port = Some(0);
        options.limits = Some(Limits { person: Rate::new(1, 4), ..Limits::NONE });
        options.elsewhere.insert("human-resources".parse().expect("an id"), desk.url());
    })
    .await;
    assert_eq!((door(&nation, "/live").await.0, door(&nation, "/ready").await.0), (204, 204));
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    desk.refuse(&case.id, Some(422));
    super::desk::act(&nation, &access, &case.id, "a", &json!({"kind": "ask", "words": "Why?"})).await;
    nation.case(&access, &case).await;
    nation.client.get(nation.at("/nowhere/at/all")).send().await.expect("answered");
    let list = || nation.client.get(nation.at(api::CASES)).bearer_auth(&access).send();
    assert_eq!(list().await.expect("answered").status(), 200);
    assert_eq!(list().await.expect("answered").status(), 429);
    let metrics = until("what it refuses is put aside", || async {
        let (status, metrics) = door(&nation, "/metrics").await;
        assert_eq!(status, 200);
        let aside = value(&metrics, &["fingertip_deliveries_put_aside", "human-resources"]);
        (aside >= Some(1.0)).then_some(metrics)
    })
    .await;
    let requests = |parts: &[&str]| value(&metrics, &[&["fingertip_requests_total"], parts].concat());
    assert_eq!(requests(&["route=\"/api/v1/cases\"", "method=\"POST\"", "status=\"201\""]), Some(1.0));
    assert_eq!(requests(&["route=\"/api/v1/cases/{case}\"", "method=\"GET\"", "status=\"200\""]), Some(1.0));
    assert_eq!(requests(&["route=\"/api/v1/cases\"", "status=\"429\""]), Some(1.0));
    assert_eq!(requests(&["route=\"none\"", "status=\"404\""]), Some(1.0));
    assert_eq!(value(&metrics, &["fingertip_limited_total", "Person"]), Some(1.0));
    let count = value(&metrics, &["fingertip_request_duration_seconds_count", "\"/api/v1/cases/{case}\""]);
    assert_eq!(count, Some(1.0));
    for secret in [case.id.as_str(), "zhang-wei", "7f1c9a52d06b4e38", "127.0.0.1", "nowhere"] {
        assert!(!metrics.contains(secret), "{secret}");
    }
    // What is for whoever runs it is not at the port that everybody reaches.
    for path in ["/metrics", "/ready", "/live"] {
        assert_eq!(nation.client.get(nation.at(path)).send().await.expect("answered").status(), 404);
    }
}

#[tokio::test]
async fn who_ends_while_people_hand_in_loses_nothing_and_does_nothing_twice() {
    let desk = Desk::open().await;
    let elsewhere =
        ("human-resources".parse::<fingertip_standard::DepartmentId>().expect("an id"), desk.url());
    let change = |options: &mut fingertip_demo::Options| {
        options.elsewhere.insert(elsewhere.0.clone(), elsewhere.1.clone());
    };
    let nation = Nation::start_as(change).await;
    let access = nation.log_in("zhang-wei").await.access;
    let requests: Vec<_> = (0..40)
        .map(|n| {
            let body = json!({"service": "social-security-card", "region": "440100", "body": format!("{{\"n\": {n}}}")});
            nation.submission(&access, &format!("key-{n}"), &body)
        })
        .collect();
    let again: Vec<_> = requests.iter().map(|request| request.try_clone().expect("a request")).collect();
    let begun = Arc::new(tokio::sync::Notify::new());
    let sent: Vec<_> = requests
        .into_iter()
        .map(|request| {
            let begun = Arc::clone(&begun);
            tokio::spawn(async move {
                let answer = request.send().await;
                begun.notify_one();
                answer.ok()?.json::<Case>().await.ok()
            })
        })
        .collect();
    // In the middle of it.
    begun.notified().await;
    let nation = nation.restart_with(change).await;
    let mut acknowledged: BTreeSet<CaseId> = BTreeSet::new();
    for sent in sent {
        acknowledged.extend(sent.await.expect("no panic").map(|case| case.id));
    }
    assert!(!acknowledged.is_empty());
    let mut all = BTreeSet::new();
    for request in again {
        let case: Case = request.send().await.expect("answered").json().await.expect("a case");
        assert_eq!(case.state, CaseState::Received);
        all.insert(case.id);
    }
    assert_eq!(all.len(), 40, "each is one case, however often it was sent");
    assert!(acknowledged.is_subset(&all), "what was acknowledged is there");
    let listed = nation.cases(&access).await;
    assert_eq!(listed.into_iter().map(|case| case.id).collect::<BTreeSet<_>>(), all);
    until("the department has each of them", || async {
        let brought: BTreeSet<String> =
            desk.taken().iter().filter_map(|(_, body)| body["id"].as_str().map(str::to_owned)).collect();
        (brought.len() == 40).then_some(())
    })
    .await;
}
