//! A catalogue as linked data: what is written is read back, and the European Union's own shapes take it (pyshacl of `PyPI`, pinned;
//! `cargo xtask test` installs it, `FINGERTIP_DATA` names the folder with the shapes).

#[path = "../../../../../tests/foreign/peer.rs"]
mod peer;

mod common;

use std::path::PathBuf;

use common::full;
use fingertip_catalogue::{export, import};
use fingertip_contract::Catalogue;
use fingertip_standard::RegionCode;
use serde_json::{Value, json};

const URL: &str = "https://platform.example/";

/// A file of the profile, where it is at hand.
fn profile(file: &str) -> Option<PathBuf> {
    let folder = std::env::var("FINGERTIP_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../../shared/data").to_owned());
    let path = PathBuf::from(folder).join("services/cpsv-ap").join(file);
    if !path.is_file() {
        println!("skipped: no {} (set FINGERTIP_DATA)", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn what_is_written_for_others_is_read_back_as_it_was() {
    let catalogue = full();
    let written = export::cpsv_ap(&catalogue, URL).to_string();
    let read = import(written.as_bytes()).expect("a catalogue").catalogue;
    assert_eq!(read.regions, catalogue.regions);
    assert_eq!(read.departments, catalogue.departments);
    for (read, was) in read.services.iter().zip(&catalogue.services) {
        assert_eq!(read, was);
    }
    assert_eq!(read, catalogue);
}

#[test]
fn working_days_are_written_as_the_days_of_the_calendar_that_they_may_take() {
    let written = export::cpsv_ap(&full(), URL);
    let graph = written["@graph"].as_array().expect("a graph");
    let service = graph
        .iter()
        .find(|node| node["@id"] == "https://platform.example/id/services/prices-1")
        .expect("it is there");
    // From a Thursday on seven working days end on the Monday after next.
    assert_eq!(service["PublicService.processingTime"], "P11D");
    assert_eq!(service["promisedWorkingDays"], 7);
}

#[test]
fn what_a_region_offers_is_complete_in_itself() {
    let code = |text: &str| RegionCode::new(text).expect("a code");
    let part = export::offered_in(&full(), &code("440000")).expect("a region");
    fingertip_catalogue::offered::check(&part).expect("all that it names is there");
    assert_eq!(part.services.iter().map(|service| service.id.as_str()).collect::<Vec<_>>(), ["prices-1"]);
    assert_eq!(part.life_events[0].services.len(), 1);
    assert_eq!(export::offered_in(&full(), &code("990000")), None);
    let empty = export::offered_in(&full(), &code("440100")).expect("a region");
    assert_eq!((empty.services.len(), empty.regions.len()), (0, 3));
}

#[test]
fn schema_org_names_each_service_with_who_offers_it_where() {
    let written = export::schema_org(&full(), URL);
    assert_eq!(written["@context"], "https://schema.org");
    let graph = written["@graph"].as_array().expect("a graph");
    let services: Vec<&Value> = graph.iter().filter(|node| node["@type"] == "GovernmentService").collect();
    assert_eq!(services.len(), 2);
    let ids: Vec<&Value> = graph.iter().map(|node| &node["@id"]).collect();
    for service in &services {
        assert!(ids.contains(&&service["provider"]["@id"]) && ids.contains(&&service["areaServed"]["@id"]));
    }
    assert_eq!(services[0]["offers"][0]["price"], "12.50");
    assert_eq!(services[1].get("offers"), None, "what is not known is not said");
}

#[test]
fn names_of_the_context_stand_for_what_the_published_one_says() {
    let Some(path) = profile("cpsv-ap.jsonld") else { return };
    let published: Value = serde_json::from_slice(&std::fs::read(path).expect("readable")).expect("JSON");
    let own = export::cpsv_ap(&Catalogue::default(), URL);
    let iri = |term: &Value| term.as_str().or_else(|| term["@id"].as_str()).unwrap_or_default().to_owned();
    let mut n_compared = 0;
    for (name, term) in own["@context"].as_object().expect("a context") {
        if let Some(theirs) = published["@context"].get(name) {
            assert_eq!(iri(term), iri(theirs), "{name}");
            n_compared += 1;
        }
    }
    assert!(n_compared > 40, "{n_compared}");
}

#[test]
fn the_profiles_own_shapes_take_what_is_written() {
    let Some(libraries) = peer::libraries("pyshacl of others") else { return };
    let Some(shapes) = profile("cpsv-ap-SHACL.ttl") else { return };
    let judge = |graph: &Value| {
        let asked = json!({ "graph": graph, "shapes": shapes });
        peer::ask(peer::program(&libraries, "shapes.py"), &asked).unwrap_or_else(|said| panic!("{said}"))
    };
    let mut graph = export::cpsv_ap(&full(), URL);
    let judged = judge(&graph);
    assert_eq!(judged["wrong"], json!([]), "{judged}");
    assert!(judged["triples"].as_u64().is_some_and(|count| count > 150), "{judged}");
    // The shapes are there and bite.
    let nodes = graph["@graph"].as_array_mut().expect("a graph");
    let service = nodes.iter_mut().find(|node| node["@type"] == "PublicService").expect("a service");
    service.as_object_mut().expect("a node").remove("PublicService.name");
    let judged = judge(&graph);
    assert_eq!(judged["wrong"][0]["path"], "http://purl.org/dc/terms/title", "{judged}");
}

/// The catalogue of the demo's nation, as its operator imports it.
fn demo() -> Catalogue {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../assets/demo"));
    let lists = ["regions", "departments", "services", "life_events", "alerts"].map(|list| {
        let bytes = std::fs::read(folder.join(format!("{list}.json"))).expect("a list of the demo");
        (list.to_owned(), serde_json::from_slice::<Value>(&bytes).expect("JSON"))
    });
    let whole = Value::Object(lists.into_iter().collect());
    import(whole.to_string().as_bytes()).expect("without a fault").catalogue
}

#[test]
fn the_demos_catalogue_is_without_fault_and_is_written_for_others_and_read_back() {
    let catalogue = demo();
    fingertip_catalogue::offered::check(&catalogue).expect("it can be offered");
    let read =
        import(export::cpsv_ap(&catalogue, URL).to_string().as_bytes()).expect("a catalogue").catalogue;
    assert_eq!((&read.regions, read.services.len()), (&catalogue.regions, catalogue.services.len()));
    for (read, was) in read.services.iter().zip(&catalogue.services) {
        // What is done in an app of this platform is of no other's concern.
        let (demand, is_high_demand) = (was.demand, was.is_high_demand);
        let read = fingertip_contract::Service {
            mini_app: was.mini_app.clone(),
            outage: was.outage.clone(),
            demand,
            is_high_demand,
            ..read.clone()
        };
        assert_eq!(read, *was);
    }
    let lines = export::json_lines(&catalogue).expect("lines");
    assert_eq!(import(lines.as_bytes()).expect("a catalogue").catalogue, catalogue);
}

/// The real catalogue of a province, judged whole.
#[test]
fn the_profiles_own_shapes_take_a_provinces_catalogue() {
    let Some(libraries) = peer::libraries("pyshacl of others") else { return };
    let Some(shapes) = profile("cpsv-ap-SHACL.ttl") else { return };
    let Some(lines) = profile("../guangdong-services.jsonl") else { return };
    let catalogue = import(&std::fs::read(lines).expect("readable")).expect("a catalogue").catalogue;
    let asked = json!({ "graph": export::cpsv_ap(&catalogue, URL), "shapes": shapes });
    let judged =
        peer::ask(peer::program(&libraries, "shapes.py"), &asked).unwrap_or_else(|said| panic!("{said}"));
    assert_eq!(judged["wrong"], json!([]));
}
