//! What a query finds among what somebody has.

use serde_json::json;

use super::*;

fn candidate(kind: &str, hidden: &Value) -> Candidate {
    let open = json!({ "iss": "https://id.example", "vct": kind });
    let object = |value: &Value| value.as_object().expect("an object").clone();
    Candidate { kind: kind.to_owned(), open: object(&open), hidden: object(hidden) }
}

fn have() -> Vec<Candidate> {
    vec![
        candidate("age", &json!({ "over-16": true, "over-18": true })),
        candidate(
            "person",
            &json!({ "name": "张伟", "birth-date": "1990-03-07", "address": { "city": "广州", "street": "x" } }),
        ),
    ]
}

fn offer(query: &Value) -> Option<Offer> {
    Offer::of(&Query::read(query).expect("a query"), &have())
}

fn asked(id: &str, kind: &str, claims: &Value) -> Value {
    json!({ "id": id, "format": "dc+sd-jwt", "meta": { "vct_values": [kind] }, "claims": claims })
}

/// What goes, as query, candidate and claims.
fn goes(offer: &Offer, chosen: &Selection) -> Option<Vec<(String, usize, Vec<String>)>> {
    let picks = offer.picks(chosen)?.into_iter();
    Some(picks.map(|pick| (pick.query, pick.candidate, pick.claims.into_iter().collect())).collect())
}

fn one(id: &str, candidate: usize, claims: &[&str]) -> (String, usize, Vec<String>) {
    (id.to_owned(), candidate, claims.iter().map(|&claim| claim.to_owned()).collect())
}

#[test]
fn what_is_asked_for_goes_and_nothing_else() {
    let query = json!({ "credentials": [asked("p", "person", &json!([{ "path": ["name"] }, { "path": ["name"] }, { "path": ["iss"] }]))] });
    let offer = offer(&query).expect("an offer");
    assert_eq!(goes(&offer, &offer.least()), Some(vec![one("p", 1, &["name"])]));
}

#[test]
fn a_query_without_claims_discloses_none() {
    let query = json!({ "credentials": [{ "id": "p", "format": "dc+sd-jwt", "meta": { "vct_values": ["person"] } }] });
    let offer = offer(&query).expect("an offer");
    assert_eq!(goes(&offer, &offer.least()), Some(vec![one("p", 1, &[])]));
}

#[test]
fn what_is_not_there_is_not_answered_in_part() {
    for query in [
        json!({ "credentials": [asked("p", "person", &json!([{ "path": ["name"] }, { "path": ["income"] }]))] }),
        json!({ "credentials": [asked("p", "passport", &json!([{ "path": ["name"] }]))] }),
        json!({ "credentials": [asked("p", "person", &json!([{ "path": ["name"], "values": ["李娜"] }]))] }),
        json!({ "credentials": [asked("a", "age", &json!([{ "path": ["over-18"], "values": ["true"] }]))] }),
        json!({ "credentials": [asked("a", "age", &json!([{ "path": ["over-18"] }])), asked("p", "passport", &json!([{ "path": ["name"] }]))] }),
        json!({ "credentials": [asked("p", "person", &json!([{ "path": ["address", "country"] }]))] }),
    ] {
        assert_eq!(offer(&query), None, "{query}");
    }
    let mut trusted = json!({ "credentials": [asked("p", "person", &json!([{ "path": ["name"] }]))] });
    trusted["credentials"][0]["trusted_authorities"] = json!([{ "type": "aki", "values": ["x"] }]);
    assert_eq!(offer(&trusted), None, "no credential here says by whom its issuer is certified");
}

#[test]
fn a_value_is_compared_with_its_type() {
    let query = json!({ "credentials": [asked("a", "age", &json!([{ "path": ["over-18"], "values": [false, true] }]))] });
    let offer = offer(&query).expect("an offer");
    assert_eq!(goes(&offer, &offer.least()), Some(vec![one("a", 0, &["over-18"])]));
}

#[test]
fn the_first_claim_set_that_is_there_goes() {
    let mut query = json!({ "credentials": [asked("p", "person", &json!([
        { "id": "i", "path": ["income"] }, { "id": "n", "path": ["name"] }, { "id": "b", "path": ["birth-date"] },
        { "id": "c", "path": ["address", "city"] }
    ]))] });
    query["credentials"][0]["claim_sets"] = json!([["i", "n"], ["b"], ["n", "c"]]);
    let first = offer(&query).expect("an offer");
    assert_eq!(goes(&first, &first.least()), Some(vec![one("p", 1, &["birth-date"])]));
    query["credentials"][0]["claim_sets"] = json!([["n", "c"], ["b"]]);
    let second = offer(&query).expect("an offer");
    // A part of a claim that is disclosed whole: the sheet shows it whole, too.
    assert_eq!(goes(&second, &second.least()), Some(vec![one("p", 1, &["address", "name"])]));
    query["credentials"][0]["claim_sets"] = json!([["i"]]);
    assert_eq!(offer(&query), None);
}

#[test]
fn the_person_chooses_among_what_they_have_and_leaves_out_what_may_be() {
    let mut query = json!({ "credentials": [
        asked("age", "age", &json!([{ "path": ["over-18"] }])),
        asked("born", "person", &json!([{ "path": ["birth-date"] }])),
        asked("pass", "passport", &json!([{ "path": ["name"] }])),
        asked("name", "person", &json!([{ "path": ["name"] }]))
    ] });
    query["credential_sets"] = json!([
        { "options": [["pass"], ["age"], ["born", "name"]] },
        { "options": [["name"]], "required": false },
        { "options": [["pass"]], "required": false }
    ]);
    let offer = offer(&query).expect("an offer");
    assert_eq!(offer.sets[0].options, [vec!["age".to_owned()], vec!["born".to_owned(), "name".to_owned()]]);
    let least = offer.least();
    assert_eq!(goes(&offer, &least), Some(vec![one("age", 0, &["over-18"])]));
    let other = Selection { options: vec![Some(1), Some(0), None], ..least.clone() };
    assert_eq!(goes(&offer, &other), Some(vec![one("born", 1, &["birth-date"]), one("name", 1, &["name"])]));
    for wrong in [
        Selection { options: vec![None, Some(0), None], ..least.clone() },
        Selection { options: vec![Some(2), None, None], ..least.clone() },
        Selection { options: vec![Some(0), None, Some(0)], ..least.clone() },
        Selection { options: vec![Some(0)], ..least.clone() },
        Selection { fits: BTreeMap::from([("age".to_owned(), 1)]), ..least },
    ] {
        assert_eq!(offer.picks(&wrong), None, "{wrong:?}");
    }
}

#[test]
fn of_several_that_fit_the_person_chooses_one() {
    let two = [have(), vec![candidate("age", &json!({ "over-18": true }))]].concat();
    let query = json!({ "credentials": [asked("age", "age", &json!([{ "path": ["over-18"] }]))] });
    let offer = Offer::of(&Query::read(&query).expect("a query"), &two).expect("an offer");
    let second = Selection { fits: BTreeMap::from([("age".to_owned(), 1)]), ..offer.least() };
    assert_eq!(goes(&offer, &second), Some(vec![one("age", 2, &["over-18"])]));
}

#[test]
fn where_all_may_be_left_out_and_nothing_is_there_nothing_is_offered() {
    let mut query = json!({ "credentials": [asked("p", "passport", &json!([{ "path": ["name"] }]))] });
    query["credential_sets"] = json!([{ "options": [["p"]], "required": false }]);
    assert_eq!(offer(&query), None);
}
