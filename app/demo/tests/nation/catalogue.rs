use fingertip_contract::{Catalogue, api, catalogue_change::changed};
use serde_json::{Value, json};

use super::nation::{Nation, catalogue, options, problem};

#[tokio::test]
async fn the_catalogue_is_read_with_a_tag_and_replaced_by_the_operator_alone() {
    let nation = Nation::start().await;
    let get = || nation.client.get(nation.at(api::CATALOGUE));
    let first = get().send().await.expect("answered");
    let tag = first.headers()["etag"].clone();
    assert_eq!(first.json::<Catalogue>().await.expect("a catalogue").services.len(), 3);
    assert_eq!(get().header("if-none-match", &tag).send().await.expect("answered").status(), 304);

    let put = |token: &str| nation.client.put(nation.at(api::CATALOGUE)).bearer_auth(token);
    let mut changed = catalogue();
    changed["services"].as_array_mut().expect("services").pop();
    assert_eq!(
        problem(put("wrong").json(&changed).send().await.expect("answered")).await,
        (401, "operator-token-invalid".into())
    );
    let operator = nation.running.operator_token.clone();
    assert_eq!(put(&operator).json(&changed).send().await.expect("answered").status(), 204);
    assert_eq!(get().header("if-none-match", &tag).send().await.expect("answered").status(), 200);

    changed["departments"] = json!([]);
    let refused = put(&operator).json(&changed).send().await.expect("answered");
    assert_eq!(problem(refused).await, (422, "catalogue-inconsistent".into()));
    let nation = nation.restart().await;
    let kept: Catalogue = nation
        .client
        .get(nation.at(api::CATALOGUE))
        .send()
        .await
        .expect("answered")
        .json()
        .await
        .expect("a catalogue");
    assert_eq!(kept.services.len(), 2);
}

#[tokio::test]
async fn who_knows_a_version_reads_what_has_changed_since() {
    let nation = Nation::start().await;
    let whole = async |nation: &Nation| {
        let answer = nation.client.get(nation.at(api::CATALOGUE)).send().await.expect("answered");
        let version = answer.headers()["etag"].to_str().expect("text").trim_matches('"').to_owned();
        (version, answer.json::<Value>().await.expect("JSON"))
    };
    let since = async |nation: &Nation, version: &str| {
        let door = format!("{}/changes/{version}", nation.at(api::CATALOGUE));
        nation.client.get(door).send().await.expect("answered")
    };
    let put = async |nation: &Nation, catalogue: &Value| {
        let operator = nation.running.operator_token.clone();
        let answer =
            nation.client.put(nation.at(api::CATALOGUE)).bearer_auth(operator).json(catalogue).send().await;
        assert_eq!(answer.expect("answered").status(), 204);
    };
    put(&nation, &catalogue()).await;
    let (first, before) = whole(&nation).await;
    let mut other = catalogue();
    let services = other["services"].as_array_mut().expect("services");
    services.pop();
    services[0]["demand"] = json!(7);
    put(&nation, &other).await;
    // What was remembered outlives the platform's own end.
    let nation = nation.restart().await;
    let (second, now) = whole(&nation).await;
    // A list that is left out is an empty one.
    let read = |whole: Value| serde_json::from_value::<Catalogue>(whole).expect("a catalogue");
    for _ in 0..2 {
        let change: Value = since(&nation, &first).await.json().await.expect("JSON");
        assert_eq!(change["version"].as_str(), Some(second.as_str()));
        assert_eq!(change["put"]["services"].as_array().map(Vec::len), Some(1));
        assert_eq!(changed(before.clone(), change).map(read), Ok(read(now.clone())));
    }
    let nothing: Value = since(&nation, &second).await.json().await.expect("JSON");
    assert_eq!(changed(now.clone(), nothing).map(read), Ok(read(now)));
    assert_eq!(
        problem(since(&nation, "0123456789abcdef").await).await,
        (404, "catalogue-version-unknown".into())
    );
}

#[tokio::test]
async fn what_is_switched_off_is_told_from_the_next_request_on() {
    let nation = Nation::start().await;
    let told = async || {
        let info = nation.client.get(nation.at(api::INFO)).send().await.expect("answered");
        info.json::<api::PlatformInfo>().await.expect("info").switches
    };
    assert!(told().await.is_none());
    let works = json!({"reason": {"en": "Works"}, "until": "2099-01-01T00:00:00Z"});
    let switches = json!({
        "app": {"needed": "1.2.0", "update_url": "https://example.org/app"},
        "screens": {"verify": works}, "services": {"bus-card": works}
    });
    let file = options(nation.folder.path()).switches_file();
    std::fs::write(&file, switches.to_string()).expect("written");
    let now = told().await;
    assert_eq!((now.app.needed.as_deref(), now.screens.len(), now.services.len()), (Some("1.2.0"), 1, 1));
    std::fs::write(&file, "{\"screens\": \"all\"}").expect("written");
    assert_eq!(told().await, now, "what nobody understands changes nothing");
    std::fs::write(&file, "{}").expect("written");
    assert!(told().await.is_none());
}

#[tokio::test]
async fn the_info_leads_to_all_else_and_the_repository_is_served() {
    let nation = Nation::start().await;
    let info: api::PlatformInfo =
        nation.client.get(nation.at(api::INFO)).send().await.expect("answered").json().await.expect("info");
    assert_eq!(info.issuer, format!("{}/oidc", nation.running.demo_url));
    let metadata = nation.folder.path().join("repository/metadata");
    std::fs::create_dir_all(&metadata).expect("a folder");
    std::fs::write(metadata.join("1.root.json"), "{}").expect("a file");
    let get = async |path: &str| {
        nation.client.get(format!("{}{path}", info.metadata_url)).send().await.expect("answered")
    };
    assert_eq!(get("1.root.json").await.text().await.expect("text"), "{}");
    assert_eq!(problem(get("2.root.json").await).await, (404, "not-found".into()));
    assert_eq!(problem(get("..%2f..%2foperator-token").await).await, (404, "not-found".into()));
}
