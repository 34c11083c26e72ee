use super::*;
use crate::AlertStatus;

fn region(code: &str, parent: Option<&str>, level: RegionLevel) -> Region {
    let code_of = |text: &str| RegionCode::new(text).expect("a test's region code");
    Region::new(code_of(code), LocalText::single("en", code), parent.map(code_of), level)
}

#[test]
fn a_service_reaches_its_region_and_all_below() {
    let catalogue = Catalogue {
        regions: vec![
            region("100000", None, RegionLevel::Nation),
            region("440000", Some("100000"), RegionLevel::Province),
            region("440100", Some("440000"), RegionLevel::Prefecture),
            region("450000", Some("100000"), RegionLevel::Province),
        ],
        ..Catalogue::default()
    };
    let code = |text: &str| RegionCode::new(text).expect("a test's region code");
    assert!(catalogue.reaches(&code("100000"), &code("440100")));
    assert!(catalogue.reaches(&code("440000"), &code("440100")));
    assert!(!catalogue.reaches(&code("450000"), &code("440100")));
    assert!(!catalogue.reaches(&code("440100"), &code("440000")));
}

#[test]
fn an_alert_reaches_the_people_whom_it_concerns_while_it_is_in_force() {
    let code = |text: &str| RegionCode::new(text).expect("a test's region code");
    let at = |text: &str| text.parse::<Timestamp>().expect("a test's time");
    let alert = |id: &str, severity, region: Option<&str>| Alert {
        id: fingertip_standard::AlertId::new(id).expect("a test's id"),
        severity,
        headline: LocalText::single("en", id),
        instruction: LocalText::default(),
        region: region.map(code),
        department: None,
        status: AlertStatus::Actual,
        effective: Some(at("2026-11-01T00:00:00Z")),
        expires: Some(at("2026-11-02T00:00:00Z")),
        phone: None,
        url: None,
    };
    let catalogue = Catalogue {
        regions: vec![
            region("100000", None, RegionLevel::Nation),
            region("440000", Some("100000"), RegionLevel::Province),
            region("440100", Some("440000"), RegionLevel::Prefecture),
        ],
        alerts: vec![
            alert("for-all", crate::Severity::Minor, None),
            alert("storm", crate::Severity::Extreme, Some("440000")),
            alert("nation", crate::Severity::Severe, Some("100000")),
        ],
        ..Catalogue::default()
    };
    let ids = |home: Option<&str>, now| {
        catalogue
            .alerts_in(home.map(code).as_ref(), at(now))
            .iter()
            .map(|alert| alert.id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(Some("440100"), "2026-11-01T12:00:00Z"), ["storm", "nation", "for-all"]);
    assert_eq!(ids(None, "2026-11-01T12:00:00Z"), ["nation", "for-all"]);
    assert!(ids(Some("440100"), "2026-11-02T00:00:00Z").is_empty());
    assert!(ids(Some("440100"), "2026-10-31T23:59:59Z").is_empty());
}

#[test]
fn a_region_that_ended_is_understood_and_not_offered() {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let ended = Region {
        valid_until: Some(day("2018-12-26")),
        successor: RegionCode::new("370100").ok(),
        ..region("371200", Some("370000"), RegionLevel::Prefecture)
    };
    let began = Region {
        valid_from: Some(day("2015-02-19")),
        ..region("460400", Some("460000"), RegionLevel::Prefecture)
    };
    let lost = Region { successor: RegionCode::new("990000").ok(), ..ended.clone() };
    let jinan = region("370100", Some("370000"), RegionLevel::Prefecture);
    let of = |regions: Vec<Region>| Catalogue { regions, ..Catalogue::default() };
    let catalogue = of(vec![ended, began, jinan]);
    let stands = |catalogue: &Catalogue, code: &str, on: &str| {
        let code = RegionCode::new(code).expect("a code");
        catalogue.region_on(&code, day(on)).map(|region| region.code.to_string())
    };
    assert_eq!(stands(&catalogue, "371200", "2018-12-26").as_deref(), Some("371200"), "its last day");
    assert_eq!(stands(&catalogue, "371200", "2018-12-27").as_deref(), Some("370100"));
    assert_eq!(stands(&of(vec![lost]), "371200", "2026-01-01"), None);
    let offered =
        |on: &str| catalogue.regions_on(day(on)).map(|region| region.code.to_string()).collect::<Vec<_>>();
    assert_eq!(offered("2026-01-01"), ["460400", "370100"]);
    assert_eq!(offered("2015-02-18"), ["371200", "370100"]);
}

#[test]
fn a_cycle_of_regions_ends() {
    let catalogue = Catalogue {
        regions: vec![
            region("aa", Some("bb"), RegionLevel::Province),
            region("bb", Some("aa"), RegionLevel::Province),
        ],
        ..Catalogue::default()
    };
    let code = |text: &str| RegionCode::new(text).expect("a test's region code");
    assert!(!catalogue.reaches(&code("cc"), &code("aa")));
}
