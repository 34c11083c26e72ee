//! The importer against a real catalogue, where it is at hand: `FINGERTIP_DATA` names the folder.

#[test]
fn guangdong_is_read_whole() {
    let folder = std::env::var("FINGERTIP_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../../shared/data").to_owned());
    let Ok(text) = std::fs::read_to_string(format!("{folder}/services/guangdong-services.jsonl")) else {
        println!("skipped: no services/guangdong-services.jsonl in {folder} (set FINGERTIP_DATA)");
        return;
    };
    let imported = fingertip_catalogue::import(&text).expect("a catalogue");
    assert_eq!(imported.rejected, []);
    assert_eq!(imported.catalogue.services.len(), 2262);
    assert_eq!(imported.catalogue.regions.len(), 2);
}
