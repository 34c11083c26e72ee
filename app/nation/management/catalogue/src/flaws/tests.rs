use serde_json::{Value, json};

use super::*;

fn whole() -> Value {
    json!({
        "regions": [
            {"code": "100000", "name": {"en": "N"}, "level": "nation"},
            {"code": "440000", "name": {"en": "P"}, "parent": "100000", "level": "province"},
        ],
        "departments": [{"id": "taxation", "name": {"en": "T"}, "region": "100000"}],
        "services": [{"id": "s", "name": {"en": "S"}, "department": "taxation", "region": "100000", "theme": "taxation"}]
    })
}

fn changed(change: impl Fn(&mut Value)) -> Catalogue {
    let mut value = whole();
    change(&mut value);
    serde_json::from_value(value).expect("a catalogue")
}

/// List, place and field of all that is wrong.
fn named(found: &[Flaw]) -> Vec<String> {
    found.iter().map(|flaw| format!("{}[{}].{}", flaw.list, flaw.idx, flaw.field)).collect()
}

#[track_caller]
fn check(change: impl Fn(&mut Value), expected: &[&str]) {
    assert_eq!(named(&flaws(&changed(change))), expected);
}

#[track_caller]
fn check_impossible(change: impl Fn(&mut Value), expected: &[&str]) {
    assert_eq!(named(&impossible(&changed(change))), expected);
}

#[test]
fn a_catalogue_names_only_what_it_holds() {
    check_impossible(|_| (), &[]);
    check_impossible(|v| v["services"][0]["department"] = "other".into(), &["services[0].department"]);
    check_impossible(|v| v["services"][0]["region"] = "99".into(), &["services[0].region"]);
    check_impossible(|v| v["departments"][0]["region"] = "99".into(), &["departments[0].region"]);
    check_impossible(|v| v["regions"][1]["parent"] = "99".into(), &["regions[1].parent"]);
    let twice = |v: &mut Value| {
        let service = v["services"][0].clone();
        v["services"] = json!([service, service]);
    };
    check_impossible(twice, &["services[1].id"]);
    let event = |services: Value| {
        move |v: &mut Value| {
            v["life_events"] =
                json!([{"id": "e", "name": {"en": "E"}, "occasion": "birth", "services": services}]);
        }
    };
    check_impossible(event(json!(["s"])), &[]);
    check_impossible(event(json!(["s", "t"])), &["life_events[0].services[1]"]);
    let bet = |service: &'static str| {
        move |v: &mut Value| v["best_bets"] = json!([{"question": "where", "services": [service]}])
    };
    check_impossible(bet("s"), &[]);
    check_impossible(bet("t"), &["best_bets[0].services[0]"]);
    let alert = |v: &mut Value| v["alerts"] = json!([{"id": "a", "severity": "severe", "headline": {"en": "A"}, "region": "99", "effective": "2026-11-01T00:00:00Z"}]);
    check_impossible(alert, &["alerts[0].region"]);
}

#[test]
fn what_goes_in_a_circle_is_named_where_it_does() {
    let joint = |depends_on: Value| {
        move |v: &mut Value| {
            v["life_events"] = json!([{
                "id": "e", "name": {"en": "E"}, "occasion": "birth", "services": ["s"], "joint": {"sections": [], "steps": [
                    {"id": "a", "services": ["s"], "place": "home", "depends_on": depends_on},
                    {"id": "b", "services": ["s"], "place": "home", "depends_on": ["a"]}
                ]}
            }]);
        }
    };
    check_impossible(joint(json!([])), &[]);
    let circle = impossible(&changed(joint(json!(["b"]))));
    assert!(named(&circle).contains(&"life_events[0].joint.steps[0].depends_on[0]".to_owned()), "{circle:?}");
    check_impossible(|v| v["regions"][0]["parent"] = "100000".into(), &["regions[0].parent"]);
    check_impossible(
        |v| v["regions"][0]["parent"] = "440000".into(),
        &["regions[0].parent", "regions[1].parent"],
    );
    let becomes = |v: &mut Value| {
        v["regions"][0]["successor"] = "440000".into();
        v["regions"][1]["successor"] = "100000".into();
    };
    check_impossible(becomes, &["regions[0].successor", "regions[1].successor"]);
    check_impossible(|v| v["regions"][1]["successor"] = "99".into(), &["regions[1].successor"]);
    let ends_first = |v: &mut Value| {
        v["regions"][1]["valid_from"] = "2020-02-01".into();
        v["regions"][1]["valid_until"] = "2020-01-01".into();
    };
    check_impossible(ends_first, &["regions[1].valid_until"]);
}

#[test]
fn a_code_says_where_a_region_of_china_is() {
    let region = |code: &'static str, parent: &'static str, level: &'static str| {
        move |v: &mut Value| {
            v["regions"][1] = json!({"code": code, "name": {"en": "R"}, "parent": parent, "level": level});
        }
    };
    for (code, parent, level) in [
        ("440000", "100000", "province"),
        ("440100", "440000", "prefecture"),
        ("469003", "460000", "county"),
        ("440106", "440100", "county"),
        ("440106001", "440106", "township"),
        ("440106001002", "440106001", "township"),
        ("440106", "440100", "a-newer-one"),
    ] {
        check(region(code, parent, level), &[]);
    }
    check(region("44X1", "100000", "county"), &["regions[1].code"]);
    check(region("4401", "100000", "county"), &["regions[1].code"]);
    check(region("440100", "440000", "county"), &["regions[1].level"]);
    check(region("440106", "450100", "county"), &["regions[1].parent"]);
    // Other nations have codes of their own.
    let british = |v: &mut Value| {
        v["regions"] = json!([
            {"code": "GB", "name": {"en": "N"}, "level": "nation"},
            {"code": "E09000001", "name": {"en": "L"}, "parent": "GB", "level": "prefecture"},
        ]);
        v["departments"][0]["region"] = "GB".into();
        v["services"][0]["region"] = "GB".into();
    };
    check(british, &[]);
    assert_eq!(regions::above("440106001").as_deref(), Some("440106"));
    assert_eq!(regions::above("469003").as_deref(), Some("460000"));
    assert_eq!(regions::above("44"), None);
}

#[test]
fn texts_that_nobody_could_read_are_named_with_their_language() {
    let name = |text: String| move |v: &mut Value| v["services"][0]["name"] = json!({"en": text});
    check(name(" ".to_owned()), &["services[0].name"]);
    check(name("长".repeat(501)), &["services[0].name.en"]);
    check(name("长".repeat(500)), &[]);
    check(name("Card \u{fffd}".to_owned()), &["services[0].name.en"]);
    check(name("Card\u{0}".to_owned()), &["services[0].name.en"]);
    check(
        |v| v["services"][0]["conditions"] = json!({"en": "x".repeat(50_001)}),
        &["services[0].conditions.en"],
    );
    check(|v| v["services"][0]["keywords"] = json!(["a", "x".repeat(501)]), &["services[0].keywords[1]"]);
    check(
        |v| v["services"][0]["documents"] = json!(vec![json!({"en": "a"}); 201]),
        &["services[0].documents"],
    );
    check(|v| v["services"][0]["summary"] = json!({"no language": "a"}), &["services[0].summary"]);
    check(|v| v["departments"][0]["name"] = json!({}), &["departments[0].name"]);
}

#[test]
fn codes_of_the_standard_agree_with_one_another() {
    const OWN: &str = "11440000006939756B2440101007000";
    let item = |item: Value| move |v: &mut Value| v["services"][0]["item"] = item.clone();
    let of = |code: &str, level: &str, kind: &str| json!({"basic_code": "440101007000", "implementation_code": code, "level": level, "kind": kind});
    check(item(of(OWN, "province", "licence")), &[]);
    check(item(of(&format!("{OWN}01"), "province", "licence")), &[]);
    check(
        item(of("11440000006939756B2440101007001", "province", "licence")),
        &["services[0].item.implementation_code"],
    );
    check(item(of(&OWN[..30], "province", "licence")), &["services[0].item.implementation_code"]);
    check(item(of(OWN, "prefecture", "licence")), &["services[0].item.level"]);
    check(item(of(OWN, "province", "public-service")), &["services[0].item.kind"]);
    check(item(json!({"basic_code": "831"})), &[]);
    check(item(json!({"charges": [{"name": {"en": "C"}, "amount": "12.50", "currency": "CNY"}]})), &[]);
    check(
        item(json!({"charges": [{"name": {"en": "C"}, "amount": "12,50", "currency": "yuan"}]})),
        &["services[0].item.charges[0].amount", "services[0].item.charges[0].currency"],
    );
    check(item(json!({"materials": [{"name": {"en": "Photo"}}]})), &["services[0].item.materials[0].name"]);
    let promise = |v: &mut Value| {
        v["services"][0]["statutory_days"] = 5.into();
        v["services"][0]["promised_days"] = 6.into();
    };
    check(promise, &["services[0].promised_days"]);
}
