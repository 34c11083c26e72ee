use std::sync::Arc;

use fingertip_contract::{Case, Catalogue};
use fingertip_records::{ProfileName, Profiles, Records};
use fingertip_slices::Lines;
use fingertip_standard::RegionCode;
use jiff::Timestamp;
use tempfile::TempDir;

use super::kept::{KeptSlice, joined};
use crate::{
    CasesMsg, CatalogueEffect, CatalogueMsg, Effect, Model, Parts, PersonMsg, SearchEffect, SearchMsg,
    WantedParts,
    testing::{at, ready, sign_in, told},
};

fn code(text: &str) -> RegionCode {
    RegionCode::new(text).expect("a code")
}

fn connects(effects: &[Effect]) -> Option<&WantedParts> {
    effects.iter().find_map(|effect| match effect {
        Effect::Catalogue(CatalogueEffect::Connect(wanted)) => Some(wanted),
        _ => None,
    })
}

fn case_in(region: &str) -> Case {
    let case = serde_json::json!({
        "id": "CASE-1", "service": "social-security-card", "department": "human-resources", "state": "received", "app": crate::testing::BUS,
        "submitted_at": "2026-06-01T08:00:00Z", "region": region, "steps": [],
    });
    serde_json::from_value(case).expect("a case")
}

fn parts_came(model: &mut Model, has_more: bool, home: Option<&str>) -> Vec<Effect> {
    let wanted = WantedParts { home: home.map(code), ..WantedParts::default() };
    told(model, CatalogueMsg::PartsCame(Parts { wanted, has_more, ..Parts::default() }))
}

#[test]
fn another_region_is_asked_for_where_not_all_is_here_and_nowhere_else() {
    let mut model = ready();
    assert_eq!(connects(&told(&mut model, PersonMsg::ChoseRegion(code("440100")))), None);
    assert_eq!(connects(&parts_came(&mut model, true, Some("440100"))), None, "that is what was asked for");
    let effects = told(&mut model, PersonMsg::ChoseRegion(code("110000")));
    let beijing = WantedParts { home: Some(code("110000")), ..WantedParts::default() };
    assert_eq!(connects(&effects), Some(&beijing));
    // What comes of the question before says nothing of this choice: it is asked for again.
    assert_eq!(connects(&parts_came(&mut model, true, Some("440100"))), Some(&beijing));
    let effects = told(&mut model, PersonMsg::ChoseWholeNation(true));
    assert_eq!(connects(&effects), Some(&WantedParts { is_whole: true, ..beijing }));
}

#[test]
fn the_offices_of_another_place_are_asked_for_once_a_case_is_there() {
    let mut model = ready();
    sign_in(&mut model);
    told(&mut model, PersonMsg::ChoseRegion(code("440100")));
    parts_came(&mut model, true, Some("440100"));
    let elsewhere = case_in("310000");
    let effects = told(&mut model, CasesMsg::CasesCame(vec![elsewhere.clone()], at(1)));
    let besides = [code("310000")].into_iter().collect();
    assert_eq!(
        connects(&effects),
        Some(&WantedParts { home: Some(code("440100")), besides, is_whole: false })
    );
    assert_eq!(connects(&told(&mut model, CasesMsg::CasesCame(vec![elsewhere], at(2)))), None, "once");
}

#[test]
fn what_was_here_is_found_until_what_finds_the_newer_catalogue_is_made() {
    let mut model = ready();
    let mut newer = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
    newer.services.pop();
    let came = CatalogueMsg::CatalogueCame { catalogue: Arc::new(newer), as_of: at(1) };
    let made = told(&mut model, came);
    assert!(made.iter().any(|effect| matches!(effect, Effect::Search(SearchEffect::MakeIndex(_)))));
    let effects = told(&mut model, SearchMsg::TypedSearch("bus".into()));
    let found = effects.iter().find_map(|effect| match effect {
        Effect::Search(SearchEffect::Find(job)) => Some(job.catalogue.services.len()),
        _ => None,
    });
    assert_eq!(found, Some(3), "in the catalogue that the index was made of");
}

fn records() -> (TempDir, Records) {
    let folder = tempfile::tempdir().expect("a folder");
    let records = Profiles::new(folder.path())
        .open(&ProfileName::new("main").expect("a name"), &[7; 32])
        .expect("a store");
    (folder, records)
}

fn slice(region: &str, parent: Option<&str>, service: &str) -> Lines {
    let part = serde_json::json!({
        "regions": [{ "code": region, "name": { "en": region }, "level": "province", "parent": parent }],
        "departments": [{ "id": "taxation", "name": { "en": "T" }, "region": region }],
        "services": [{ "id": service, "name": { "en": "S" }, "department": "taxation", "region": region, "theme": "taxation" }],
    });
    Lines::of(&serde_json::from_value(part).expect("a part")).expect("lines")
}

#[test]
fn a_kept_slice_that_is_not_what_it_was_costs_itself_alone() {
    let (_folder, records) = records();
    let keep = |name: &str, lines: &Lines, sha256: String| {
        let kept = KeptSlice { sha256, text: lines.text().to_owned() };
        records.keep_cached(name, &kept, Timestamp::UNIX_EPOCH).expect("kept");
    };
    let services = || {
        let known = joined(&records).expect("read").map(|(known, _)| known.catalogue.services.clone());
        known.map(|services| services.iter().map(|own| own.id.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(services(), None);
    let (nation, city) = (slice("100000", None, "all"), slice("440100", Some("100000"), "city"));
    keep("catalogue-slice 440100", &city, city.name());
    assert_eq!(services(), None, "a city without its nation is no catalogue");
    keep("catalogue-slice ", &nation, nation.name());
    assert_eq!(services(), Some(vec!["all".into(), "city".into()]));
    keep("catalogue-slice 440100", &city, nation.name());
    records.keep_cached("catalogue-slice 450000", &7, Timestamp::UNIX_EPOCH).expect("kept");
    records.keep_cached("catalogue-slice ../..", &7, Timestamp::UNIX_EPOCH).expect("kept");
    assert_eq!(services(), Some(vec!["all".into()]));
}
