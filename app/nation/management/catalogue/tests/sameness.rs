//! What stands there twice, and what is the same item with local differences.

use fingertip_catalogue::{
    duplicates::{SameBy, duplicates},
    same_item::same_items,
};
use fingertip_contract::Catalogue;
use serde_json::{Value, json};

fn service(id: &str, name: &str, region: &str, item: &Value) -> Value {
    json!({ "id": id, "name": { "zh-Hans": name }, "department": "d", "region": region, "theme": "other", "promised_days": 5, "item": item })
}

fn catalogue(services: &Value) -> Catalogue {
    let region = |code: &str, level: &str| json!({ "code": code, "name": { "en": code }, "level": level });
    serde_json::from_value(json!({
        "regions": [region("100000", "nation"), region("440000", "province"), region("440100", "prefecture")],
        "departments": [
            { "id": "d", "name": { "zh-Hans": "教育厅" }, "region": "440000" },
            { "id": "e", "name": { "zh-Hans": "教育厅 " }, "region": "440000" },
            { "id": "f", "name": { "zh-Hans": "公安厅" }, "region": "440000" },
        ],
        "services": services,
    }))
    .expect("a catalogue")
}

#[test]
fn what_is_there_twice_is_told_once_by_its_surest_sign() {
    let code = |own: &str| json!({ "basic_code": "440102002003", "implementation_code": own });
    let whole = code("11440000006940116U2440102002003");
    let mut other_body = service("c", "初审", "440000", &json!({}));
    other_body["department"] = "e".into();
    let mut police = service("p", "初审", "440000", &json!({}));
    police["department"] = "f".into();
    let found = duplicates(&catalogue(&json!([
        service("a", "教材初审", "440000", &whole.clone()),
        service("b", "教材初审", "440000", &whole),
        other_body,
        service("d", "初审 ", "440000", &json!({})),
        service("elsewhere", "初审", "440100", &json!({})),
        police,
        service("part-1", "延续", "440000", &code("11440000006940116U244010200200301")),
        service("part-2", "变更", "440000", &code("11440000006940116U244010200200302")),
    ])));
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.by, one.services.iter().map(|id| id.as_str()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(told, [(SameBy::Code, vec!["a", "b"]), (SameBy::Name, vec!["c", "d"])]);
    let found = duplicates(&catalogue(&json!([
        service("a", "甲", "440000", &json!({ "basic_code": "831" })),
        service("b", "乙", "440000", &json!({ "basic_code": "831" })),
    ])));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].by, SameBy::Item);
}

#[test]
fn the_same_item_in_two_regions_says_what_differs_and_what_should_not() {
    let item = |kind: &str| json!({ "basic_code": "440102002003", "kind": kind });
    let mut city = service("b", "教材初审", "440100", &item("licence"));
    city["promised_days"] = 3.into();
    let catalogue_of = |city: Value| {
        catalogue(&json!([
            service("a", "教材初审", "440000", &item("licence")),
            city,
            service("alone", "别的", "440000", &json!({ "basic_code": "440102002009" })),
        ]))
    };
    let found = catalogue_of(city.clone());
    let items = same_items(&found);
    assert_eq!((items.len(), items[0].basic_code, items[0].services.len()), (1, "440102002003", 2));
    let fields = |catalogue: &Catalogue| {
        same_items(catalogue)[0]
            .differences
            .iter()
            .map(|one| (one.field.clone(), one.is_of_standard))
            .collect::<Vec<_>>()
    };
    assert_eq!(fields(&found), [("promised_days".to_owned(), false)]);
    city["item"] = item("public-service");
    city["promised_days"] = 5.into();
    assert_eq!(fields(&catalogue_of(city)), [("item.kind".to_owned(), true)]);
    // Done as several services in both, in whichever order, it is the same.
    let several = catalogue(&json!([
        service("a", "延续", "440000", &item("licence")),
        service("b", "变更", "440000", &item("licence")),
        service("c", "变更", "440100", &item("licence")),
        service("d", "延续", "440100", &item("licence")),
    ]));
    assert_eq!(same_items(&several)[0].differences, []);
}
