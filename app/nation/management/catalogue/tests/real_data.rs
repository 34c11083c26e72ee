//! The importers against real catalogues, where they are at hand: `FINGERTIP_DATA` names the folder.

use fingertip_catalogue::{Imported, duplicates::duplicates, export, import, same_item::same_items};
use fingertip_contract::Catalogue;

/// The bytes of a file, where it is at hand.
fn file(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var("FINGERTIP_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../../shared/data").to_owned());
    let bytes = std::fs::read(format!("{folder}/services/{name}")).ok();
    if bytes.is_none() {
        println!("skipped: no services/{name} in {folder} (set FINGERTIP_DATA)");
    }
    bytes
}

fn guangdong() -> Option<Catalogue> {
    let Imported { catalogue, rejected } = import(&file("guangdong-services.jsonl")?).expect("a catalogue");
    assert_eq!(rejected, []);
    Some(catalogue)
}

#[test]
fn guangdong_is_read_whole_with_the_fields_of_the_standard() {
    let Some(catalogue) = guangdong() else { return };
    assert_eq!((catalogue.services.len(), catalogue.regions.len()), (2262, 3));
    let items = || catalogue.services.iter().map(|service| &service.item);
    assert!(items().all(|item| item.kind.is_some() && item.level.is_some() && item.basic_code.len() == 12));
    // Calendar days stand apart from working days, and none is lost.
    let limits = items().filter(|item| item.statutory_limit.is_some()).count();
    assert_eq!((limits, items().filter(|item| item.promised_limit.is_some()).count()), (11, 2));
    assert_eq!(catalogue.services.iter().filter(|service| service.statutory_days.is_some()).count(), 1538);
}

#[test]
fn the_same_items_of_guangdong_and_guangzhou_are_found_with_what_differs() {
    let Some(catalogue) = guangdong() else { return };
    let items = same_items(&catalogue);
    assert_eq!(items.len(), 41);
    let differ = items.iter().filter(|item| !item.differences.is_empty()).count();
    let strays = items.iter().filter(|item| item.differences.iter().any(|one| one.is_of_standard)).count();
    assert_eq!((differ, strays), (40, 20));
    assert!(
        items.iter().any(|item| item
            .differences
            .iter()
            .any(|one| one.field == "promised_days" && !one.is_of_standard))
    );
    // Parts of one item have the same basic code, body and region, and are no duplicates.
    assert_eq!(duplicates(&catalogue), []);
}

#[test]
fn guangdong_is_written_for_others_and_read_back() {
    let Some(catalogue) = guangdong() else { return };
    let lines = export::json_lines(&catalogue).expect("lines");
    assert_eq!(import(lines.as_bytes()).expect("a catalogue").catalogue, catalogue);
    let linked = export::cpsv_ap(&catalogue, "https://platform.example").to_string();
    let read = import(linked.as_bytes()).expect("a catalogue").catalogue;
    assert_eq!(read.services.len(), catalogue.services.len());
    for (read, was) in read.services.iter().zip(&catalogue.services) {
        assert_eq!(read, was);
    }
}

#[test]
fn the_united_kingdoms_tables_are_read_whole() {
    let (Some(services), Some(authorities)) = (file("local_services.csv"), file("local-authorities.csv"))
    else {
        return;
    };
    let services = import(&services).expect("services").catalogue;
    assert_eq!((services.services.len(), services.regions.len()), (117, 1));
    let authorities = import(&authorities).expect("authorities").catalogue;
    // 382 authorities, four countries and the nation.
    assert_eq!((authorities.departments.len(), authorities.regions.len()), (382, 387));
    let whole = fingertip_catalogue::merge(services, authorities);
    fingertip_catalogue::offered::check(&whole).expect("it can be offered");
}
