use serde_json::{Value, json};

use super::*;
use crate::joint::{FormFlawKind, Given};

fn catalogue() -> Catalogue {
    let service = |id: &str, region: &str| json!({"id": id, "name": {"en": id}, "department": "d", "region": region, "theme": "other"});
    serde_json::from_value(json!({
        "regions": [
            {"code": "100000", "name": {"en": "N"}, "level": "nation"},
            {"code": "440000", "name": {"en": "A"}, "level": "province", "parent": "100000"},
            {"code": "330000", "name": {"en": "B"}, "level": "province", "parent": "100000"},
            {"code": "440100", "name": {"en": "C"}, "level": "prefecture", "parent": "440000"}
        ],
        "departments": [{"id": "d", "name": {"en": "D"}, "region": "100000"}],
        "services": [service("birth", "100000"), service("register", "100000"), service("near", "440000"), service("card", "440000")]
    }))
    .expect("a catalogue")
}

fn joint() -> Value {
    let field =
        |id: &str, kind: &str| json!({"id": id, "kind": kind, "label": {"en": id}, "is_required": true});
    let mut bank = field("bank", "choice");
    bank["choices"] = json!([{"id": "harbour", "label": {"en": "Harbour"}}]);
    bank["only_if"] = json!({"field": "wants-card", "is": "yes"});
    json!({
        "sections": [
            {"title": {"en": "The child"}, "fields": [field("name", "text"), field("born", "date"), field("photo", "file")]},
            {"title": {"en": "The card"}, "fields": [field("wants-card", "yes-no"), bank]}
        ],
        "steps": [
            {"id": "birth", "services": ["birth"], "place": "home", "answers": ["name", "born"], "facts": ["name"], "gives": "birth-certificate",
             "own_fields": ["name", "born"]},
            {"id": "register", "services": ["register", "near"], "place": "home", "depends_on": ["birth"], "answers": ["name"],
             "takes": ["birth-certificate"], "facts": ["id-number"], "own_fields": ["name", "born", "weight"], "own_documents": ["birth-certificate"]},
            {"id": "card", "services": ["card"], "place": "fixed", "region": "440100", "depends_on": ["register"], "answers": ["photo", "bank"],
             "takes": ["birth-certificate"], "only_if": {"field": "wants-card", "is": "yes"},
             "own_fields": ["name", "born", "bank"], "own_documents": ["photo", "birth-certificate"]}
        ]
    })
}

fn read(value: Value) -> JointService {
    serde_json::from_value(value).expect("a joint service")
}

fn flaws(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut value = joint();
    change(&mut value);
    read(value).check(&catalogue()).iter().map(ToString::to_string).collect()
}

#[test]
fn what_can_be_done_as_one_case_has_no_flaw() {
    assert_eq!(flaws(|_| ()), [""; 0]);
}

#[test]
fn a_graph_that_nobody_could_end_is_refused_by_its_member() {
    let one = |change: fn(&mut Value), at: &str, says: &str| {
        let found = flaws(change);
        assert!(
            found.iter().any(|flaw| flaw.starts_with(&format!("joint.{at}: ")) && flaw.contains(says)),
            "{at}: {found:?}"
        );
    };
    one(|v| v["steps"][0]["depends_on"] = json!(["card"]), "steps[0].depends_on[0]", "wait for each other");
    one(|v| v["steps"][0]["depends_on"] = json!(["birth"]), "steps[0].depends_on[0]", "wait for each other");
    one(|v| v["steps"][1]["depends_on"] = json!(["moon"]), "steps[1].depends_on[0]", "no step");
    one(|v| v["steps"][0]["gives"] = Value::Null, "steps[1].takes[0]", "given by no step");
    one(|v| v["steps"][1]["gives"] = json!("birth-certificate"), "steps[1].gives", "given by birth already");
    one(|v| v["steps"][1]["depends_on"] = json!([]), "steps[1].takes[0]", "does not wait");
    one(
        |v| v["steps"][0]["only_if"] = json!({"field": "wants-card", "is": "yes"}),
        "steps[1].takes[0]",
        "not always done",
    );
    one(|v| v["steps"][1]["id"] = json!("birth"), "steps[1].id", "twice");
    one(|v| v["steps"][1]["id"] = json!("Not an id"), "steps[1].id", "no id");
    one(|v| v["steps"] = json!([]), "steps", "0 steps");
    one(|v| v["steps"] = vec![v["steps"][0].clone(); 33].into(), "steps", "33 steps");
    one(|v| v["steps"][0]["services"] = json!([]), "steps[0].services", "empty");
    one(|v| v["steps"][0]["services"] = json!(["moonwalk"]), "steps[0].services[0]", "no service");
    one(|v| v["steps"][2]["region"] = json!("330000"), "steps[2].region", "no service reaches");
    one(|v| v["steps"][2]["region"] = Value::Null, "steps[2].region", "fixed");
    one(|v| v["steps"][0]["region"] = json!("440000"), "steps[0].region", "only a fixed place");
    one(|v| v["steps"][0]["place"] = json!("the-moon"), "steps[0].place", "unknown");
    one(|v| v["steps"][0]["answers"][0] = json!("weight"), "steps[0].answers[0]", "no field");
    one(|v| v["steps"][0]["own_fields"] = json!(["born"]), "steps[0].answers[0]", "own form");
}

#[test]
fn a_form_that_nobody_could_fill_in_is_refused_by_its_member() {
    let one = |change: fn(&mut Value), at: &str| {
        let found = flaws(change);
        assert!(found.iter().any(|flaw| flaw.starts_with(&format!("joint.{at}: "))), "{at}: {found:?}");
    };
    one(|v| v["sections"][0]["fields"][0]["kind"] = json!("dance"), "sections[0].fields[0].kind");
    one(|v| v["sections"][0]["fields"][0]["label"] = json!({}), "sections[0].fields[0].label");
    one(|v| v["sections"][0]["title"] = json!({}), "sections[0].title");
    one(|v| v["sections"][0]["fields"][1]["id"] = json!("name"), "sections[0].fields[1].id");
    one(|v| v["sections"][1]["fields"][1]["choices"] = json!([]), "sections[1].fields[1].choices");
    one(
        |v| v["sections"][1]["fields"][1]["only_if"]["is"] = json!("perhaps"),
        "sections[1].fields[1].only_if",
    );
    one(
        |v| v["sections"][1]["fields"][0]["only_if"] = json!({"field": "bank", "is": "harbour"}),
        "sections[1].fields[0].only_if",
    );
    one(|v| v["steps"][2]["only_if"]["field"] = json!("name"), "steps[2].only_if");
    one(|v| v["steps"][0]["answers"] = json!(["name"]), "sections[0].fields[1].id");
    let many = |v: &mut Value| {
        let fields = (0..=JointField::MOST)
            .map(|n| json!({"id": format!("f-{n}"), "kind": "text", "label": {"en": "F"}}));
        v["sections"][0]["fields"] = fields.collect();
    };
    assert!(flaws(many).contains(&format!("joint.sections: more than {} fields", JointField::MOST)));
}

#[test]
fn what_was_filled_in_is_judged_field_by_field() {
    let joint = read(joint());
    let whole = [("name", "Ning"), ("born", "2026-11-20"), ("wants-card", "yes"), ("bank", "harbour")];
    let check = |change: &[(&str, &str)], files: &[&str]| {
        let answers =
            whole.iter().chain(change).map(|(id, said)| ((*id).to_owned(), (*said).to_owned())).collect();
        let flaws = joint.check_form(&answers, files);
        flaws.into_iter().map(|flaw| (flaw.field, flaw.kind)).collect::<Vec<_>>()
    };
    let only = |field: &str, kind| vec![(field.to_owned(), kind)];
    assert_eq!(check(&[], &["photo"]), []);
    assert_eq!(check(&[], &[]), only("photo", FormFlawKind::Missing));
    assert_eq!(check(&[("name", "  ")], &["photo"]), only("name", FormFlawKind::Missing));
    assert_eq!(check(&[("name", &"x".repeat(501))], &["photo"]), only("name", FormFlawKind::TooMuch));
    assert_eq!(check(&[], &["photo"; 6]), only("photo", FormFlawKind::TooMuch));
    assert_eq!(check(&[("born", "yesterday")], &["photo"]), only("born", FormFlawKind::Malformed));
    assert_eq!(check(&[("bank", "moon")], &["photo"]), only("bank", FormFlawKind::Malformed));
    assert_eq!(check(&[("wants-card", "no")], &["photo"]), only("bank", FormFlawKind::NotAsked));
    assert_eq!(check(&[("wants-card", "no"), ("bank", "")], &["photo"]), []);
    assert_eq!(check(&[("weight", "3")], &["photo", "x-ray"]).len(), 2);
    assert_eq!(check(&[], &["photo", "name"]), only("name", FormFlawKind::NotAsked));
    let number = |text: &str| crate::joint::form::is_number(text);
    assert!(
        ["7", "-7", "7.5", "0"].into_iter().all(number)
            && !["", "-", "7.", ".5", "1e3", "７", "7,5"].into_iter().any(number)
    );
}

#[test]
fn a_step_is_done_where_the_answers_say_so_and_only_its_facts_are_claimed() {
    let joint = read(joint());
    let facts = |wants: &str| {
        let answers = [("wants-card".to_owned(), wants.to_owned())].into();
        let steps: Vec<&str> = joint.steps_for(&answers).map(|step| step.id.as_str()).collect();
        (steps.len(), joint.facts_for(&answers).len())
    };
    assert_eq!((facts("yes"), facts("no")), ((3, 2), (2, 2)));
}

#[test]
fn the_nearest_of_the_services_that_reach_a_place_does_it() {
    let (joint, catalogue) = (read(joint()), catalogue());
    let at = |region: &str| {
        let region = region.parse().expect("a code");
        joint.service_of(&joint.steps[1], &region, &catalogue).map(|service| service.id.to_string())
    };
    assert_eq!((at("440100").as_deref(), at("330000").as_deref()), (Some("near"), Some("register")));
    assert_eq!(joint.service_of(&joint.steps[2], &"330000".parse().expect("a code"), &catalogue), None);
}

#[test]
fn one_form_is_counted_beside_the_departments_own() {
    let effort = read(joint()).effort();
    assert_eq!(effort.together, Given { fields: 4, documents: 1 });
    assert_eq!(effort.apart, Given { fields: 8, documents: 3 });
    assert_eq!(effort.percent_fewer_fields(), 50);
}
