//! The catalogue as others than the operator read it: phones in slices, catalogues of others as linked data.

use std::path::Path;

use fingertip_catalogue::slices::{Cut, cut};
use fingertip_contract::{
    Catalogue,
    api::{CATALOGUE, LINKED, Operation, PACKED},
};
use fingertip_server::{Options, Running, bind};
use fingertip_slices::{Lines, Slice, difference::applied, unpack};
use serde_json::{Value, json};

fn nation(demand: u32) -> Catalogue {
    let service = |id: &str, region: &str, demand: u32| {
        json!({
            "id": id, "name": { "en": id }, "department": "taxation", "region": region, "theme": "taxation", "demand": demand,
            "summary": { "en": "Apply, change and end it here, with an identity card and a photo of this year." }
        })
    };
    let in_city = (0..200).map(|number| service(&format!("city-{number}"), "440100", 1));
    let services: Vec<Value> =
        [service("all", "100000", 1), service("city", "440100", demand)].into_iter().chain(in_city).collect();
    serde_json::from_value(json!({
        "regions": [
            { "code": "100000", "name": { "en": "All" }, "level": "nation" },
            { "code": "440100", "name": { "en": "City" }, "parent": "100000", "level": "prefecture" }
        ],
        "departments": [{ "id": "taxation", "name": { "en": "T" }, "region": "100000" }],
        "services": services
    }))
    .expect("a catalogue")
}

async fn start(folder: &Path) -> Running {
    let options = Options::new(folder.join("data"), folder.join("repository"), "http://127.0.0.1:9", "shell");
    bind(0).await.expect("bound").start(options).await.expect("started")
}

async fn put(running: &Running, catalogue: &Catalogue) -> Cut {
    let put = reqwest::Client::new()
        .put(format!("{}{CATALOGUE}", running.url))
        .bearer_auth(&running.operator_token)
        .json(catalogue);
    assert_eq!(put.send().await.expect("answered").status(), 204);
    cut(catalogue).expect("cut")
}

async fn get(running: &Running, operation: Operation, ids: &[&str]) -> reqwest::Response {
    let path = operation.route().path_with(ids);
    reqwest::get(format!("{}{path}", running.url)).await.expect("answered")
}

async fn slice(running: &Running, slice: &Slice) -> Lines {
    let answer = get(running, Operation::ShowCatalogueSlice, &[&slice.sha256]).await;
    assert_eq!(answer.headers()["content-type"], PACKED);
    assert!(answer.headers()["cache-control"].to_str().expect("text").contains("immutable"));
    let packed = answer.bytes().await.expect("a body");
    assert_eq!(u64::try_from(packed.len()).expect("a length"), slice.packed);
    Lines::from_packed(&packed, &slice.sha256, slice.bytes).expect("the slice that was asked for")
}

fn city(cut: &Cut) -> &Slice {
    cut.index.regions.values().next().expect("a city")
}

#[tokio::test]
async fn a_slice_is_read_by_its_name_and_by_what_has_changed_in_it_also_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = start(folder.path()).await;
    let before = put(&running, &nation(1)).await;
    let old = slice(&running, city(&before)).await;
    let now = put(&running, &nation(2)).await;
    assert_eq!(now.index.national, before.index.national, "what did not change has its name still");
    running.stop().await;
    let running = start(folder.path()).await;
    let new = city(&now);
    let answer = get(&running, Operation::ShowCatalogueSliceChange, &[&new.sha256, &old.name()]).await;
    let packed = answer.bytes().await.expect("a body");
    let length = u64::try_from(packed.len()).expect("a length");
    assert!(length * 5 < new.packed, "{length} of {} bytes", new.packed);
    let difference = unpack(&packed, new.bytes).expect("packed");
    let led = applied(&old, &difference, &new.sha256, new.bytes).expect("it fits");
    assert_eq!(led, slice(&running, new).await);
    // A phone that read the index a moment before the newest still finds what that names.
    assert_eq!(slice(&running, city(&before)).await, old);
    running.stop().await;
}

#[tokio::test]
async fn what_is_no_slice_is_a_problem_with_a_code_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = start(folder.path()).await;
    let cut = put(&running, &nation(1)).await;
    let own = city(&cut).sha256.clone();
    for path in ["none", "..%2f", "%00", &own.to_uppercase()] {
        let answer = get(&running, Operation::ShowCatalogueSlice, &[path]).await;
        assert_eq!(answer.status(), 404, "{path}");
        let answer = get(&running, Operation::ShowCatalogueSliceChange, &[path, &own]).await;
        assert_eq!(answer.status(), 404, "{path}");
        let answer = get(&running, Operation::ShowCatalogueSliceChange, &[&own, path]).await;
        let problem: Value = answer.json().await.expect("a problem");
        assert_eq!(problem["code"], "catalogue-slice-unknown", "{path}");
    }
    running.stop().await;
}

#[tokio::test]
async fn what_a_region_offers_is_there_as_linked_data_and_not_sent_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = start(folder.path()).await;
    put(&running, &nation(1)).await;
    for (operation, mark) in
        [(Operation::ShowRegionCpsv, "PublicService"), (Operation::ShowRegionSchemaOrg, "GovernmentService")]
    {
        let answer = get(&running, operation, &["440100"]).await;
        assert_eq!(answer.headers()["content-type"], LINKED);
        let etag = answer.headers()["etag"].clone();
        let written: Value = answer.json().await.expect("JSON");
        let nodes = written["@graph"].as_array().expect("a graph");
        assert_eq!(nodes.iter().filter(|node| node["@type"] == mark).count(), 201);
        assert!(nodes.iter().all(|node| node["@id"].as_str().is_some_and(|id| id.starts_with(&running.url))));
        let url = format!("{}{}", running.url, operation.route().path_with(&["440100"]));
        let again =
            reqwest::Client::new().get(url).header("if-none-match", etag).send().await.expect("answered");
        assert_eq!(again.status(), 304);
        for strange in ["990000", "..%2f", "0000000000000"] {
            let answer = get(&running, operation, &[strange]).await;
            let problem: Value = answer.json().await.expect("a problem");
            assert_eq!(problem["code"], "region-unknown", "{strange}");
        }
    }
    running.stop().await;
}
