//! A library that others wrote answers queries as this one does, and reads its answers: npm's dcql and @openid4vc/openid4vp, pinned.
//! `cargo xtask test` installs them beside what is built and names the folder.

#[path = "../../../../../tests/foreign/peer.rs"]
mod peer;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use fingertip_presentation::{Candidate, Offer, Query, Request};
use serde_json::{Map, Value, json};

fn libraries() -> Option<PathBuf> {
    peer::libraries("queries as a library answers them that others wrote")
}

/// What the program answers.
fn ask(libraries: &Path, asked: &Value) -> Value {
    peer::ask(peer::program(libraries, "dcql.mjs"), asked).unwrap_or_else(|said| panic!("{said}"))
}

fn have() -> Vec<(&'static str, Value)> {
    vec![
        ("age", json!({ "over-16": true, "over-18": true, "over-60": false })),
        ("person", json!({ "name": "张伟", "birth-date": "1990-03-07", "gender": "male", "height": 178 })),
        (
            "person",
            json!({ "name": "张伟", "phone": "1", "address": { "city": "广州", "lines": ["a", "b"] } }),
        ),
    ]
}

/// A query by chance, the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n
    }

    fn of(&mut self, all: &[Value]) -> Value {
        all[self.below(all.len())].clone()
    }

    fn claim(&mut self, place: usize) -> Value {
        let paths = [
            json!(["over-18"]),
            json!(["over-60"]),
            json!(["name"]),
            json!(["birth-date"]),
            json!(["phone"]),
            json!(["height"]),
            json!(["address", "city"]),
            json!(["address", "lines", null]),
            json!(["address", "lines", 1]),
            json!(["income"]),
        ];
        let mut claim = json!({ "id": format!("c{place}"), "path": self.of(&paths) });
        if self.below(4) == 0 {
            let values =
                [json!([true]), json!([false, "张伟"]), json!(["1990-03-07", 178]), json!(["178", "true"])];
            claim["values"] = self.of(&values);
        }
        claim
    }

    fn credential(&mut self, place: usize) -> Value {
        let kinds = [json!(["age"]), json!(["person"]), json!(["age", "person"]), json!(["passport"])];
        let mut asked = json!({ "id": format!("q{place}"), "format": "dc+sd-jwt", "meta": { "vct_values": self.of(&kinds) } });
        let n_claims = self.below(4);
        if n_claims > 0 {
            asked["claims"] = (0..n_claims).map(|place| self.claim(place)).collect();
            if self.below(3) == 0 {
                let set = |own: &mut Self| {
                    let first = own.below(n_claims);
                    (first..n_claims).map(|place| format!("c{place}")).collect::<Vec<_>>()
                };
                asked["claim_sets"] = json!([set(self), set(self)]);
            }
        }
        asked
    }

    fn query(&mut self) -> Value {
        let n_credentials = 1 + self.below(3);
        let credentials: Vec<Value> = (0..n_credentials).map(|place| self.credential(place)).collect();
        let mut query = json!({ "credentials": credentials });
        if self.below(2) == 0 {
            let option = |own: &mut Self| json!([format!("q{}", own.below(n_credentials))]);
            let required = json!({ "options": [option(self), option(self)] });
            let optional = json!({ "options": [option(self)], "required": false });
            query["credential_sets"] = json!([required, optional]);
        }
        query
    }
}

#[test]
fn what_fits_a_query_here_fits_it_elsewhere() {
    let Some(libraries) = libraries() else { return };
    let mut chance = Chance(20_250_709);
    let queries: Vec<Value> = (0..600).map(|_| chance.query()).collect();
    let credentials: Vec<Value> =
        have().into_iter().map(|(kind, claims)| json!({ "kind": kind, "claims": claims })).collect();
    let found = ask(&libraries, &json!({ "do": "match", "queries": queries, "credentials": credentials }));
    let object = |value: Value| value.as_object().expect("an object").clone();
    let candidates: Vec<Candidate> = have()
        .into_iter()
        .map(|(kind, claims)| Candidate { kind: kind.to_owned(), open: Map::new(), hidden: object(claims) })
        .collect();
    let (mut n_fit, mut n_offers) = (0, 0);
    for (asked, found) in queries.iter().zip(found.as_array().expect("a list")) {
        let query = Query::read(asked).unwrap_or_else(|error| panic!("{error}: {asked}"));
        assert!(found.is_object(), "refused elsewhere: {asked}");
        let offer = Offer::of(&query, &candidates);
        assert_eq!(found["satisfied"], Value::from(offer.is_some()), "{asked}");
        let Some(offer) = offer else { continue };
        n_offers += 1;
        for one in &query.credentials {
            let own = offer.fits.get(&one.id).into_iter().flatten();
            let own: Vec<Value> =
                own.map(|fit| json!({ "candidate": fit.candidate, "claims": fit.claims })).collect();
            n_fit += own.len();
            assert_eq!(found["fits"][&one.id], Value::from(own), "{}: {asked}", one.id);
        }
    }
    assert!(n_fit > 100 && n_offers > 100, "only {n_fit} fits of {n_offers}: the queries are out of date");
}

#[test]
fn an_answer_that_is_made_here_is_read_elsewhere() {
    let Some(libraries) = libraries() else { return };
    let query =
        json!({ "credentials": [{ "id": "a", "format": "dc+sd-jwt", "meta": { "vct_values": ["age"] } }] });
    let request = Request {
        asker: fingertip_standard::DepartmentId::new("transport").expect("an id"),
        response_uri: "https://bus.example/answers".parse().expect("an address"),
        nonce: "n".to_owned(),
        state: Some("s~1".to_owned()),
        query: Query::read(&query).expect("a query"),
    };
    let shown = BTreeMap::from([("a".to_owned(), "e30.e30.c2ln~WyJz~e30.e30.a2I".to_owned())]);
    let read = ask(&libraries, &json!({ "do": "answer", "form": request.answered(&shown).form }));
    assert_eq!(read, json!({ "state": "s~1", "token": { "a": ["e30.e30.c2ln~WyJz~e30.e30.a2I"] } }));
}
