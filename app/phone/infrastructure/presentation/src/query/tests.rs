//! What is read as a query, and what is not.

use serde_json::{Value, json};

use super::*;

fn read(query: &Value) -> Result<Query, PresentationError> {
    Query::read(query)
}

/// A query for one credential, with these members in place of its own.
fn with(members: &Value) -> Value {
    let mut credential = json!({ "id": "a", "format": "dc+sd-jwt", "meta": { "vct_values": ["k"] } });
    for (name, value) in members.as_object().expect("members") {
        credential[name] = value.clone();
    }
    json!({ "credentials": [credential] })
}

#[test]
fn a_query_of_the_standard_is_read() {
    // OpenID4VP 7.4, and appendix D's value matching and claim sets.
    let query = json!({ "credentials": [{
        "id": "my_credential", "format": "dc+sd-jwt", "x": 1,
        "meta": { "vct_values": ["https://credentials.example.com/identity_credential"] },
        "claims": [
            { "id": "a", "path": ["last_name"], "values": ["Doe"] },
            { "id": "b", "path": ["address", "street_address"] },
            { "id": "c", "path": ["age"], "values": [18, true, -1] }
        ],
        "claim_sets": [["a", "c"], ["a", "b"]]
    }], "y": 2 });
    let read = read(&query).expect("read");
    assert_eq!(read.credentials[0].claim_sets, [vec![0, 2], vec![0, 1]]);
    assert!(read.sets.is_empty() && read.credential("my_credential").is_some());
    assert_eq!(read.kinds().len(), 1);
}

#[test]
fn a_credential_of_another_format_is_one_that_nobody_has() {
    let mdoc = json!({ "id": "b", "format": "mso_mdoc", "meta": { "doctype_value": "d" }, "claims": [{ "path": [0] }] });
    let mut query = with(&json!({}));
    query["credentials"].as_array_mut().expect("a list").push(mdoc.clone());
    assert_eq!(read(&query).expect("read").credentials[1].format, Format::Other);
    assert_eq!(read(&json!({ "credentials": [mdoc] })), Err(PresentationError::Formats));
}

#[test]
fn each_malformed_query_is_refused_whole() {
    let twice = json!({ "id": "a", "format": "dc+sd-jwt", "meta": { "vct_values": ["k"] } });
    let many = |n: usize| (0..n).map(|n| json!({ "path": [n.to_string()] })).collect::<Vec<_>>();
    for query in [
        Value::Null,
        json!([]),
        json!({}),
        json!({ "credentials": [] }),
        json!({ "credentials": "a" }),
        json!({ "credentials": [1] }),
        json!({ "credentials": [twice, twice] }),
        json!({ "credentials": vec![twice.clone(); MOST_CREDENTIALS + 1] }),
        with(&json!({ "id": "" })),
        with(&json!({ "id": "a b" })),
        with(&json!({ "id": "ä" })),
        with(&json!({ "id": "a".repeat(65) })),
        with(&json!({ "id": 1 })),
        with(&json!({ "format": 1 })),
        with(&json!({ "format": "" })),
        with(&json!({ "meta": null })),
        with(&json!({ "meta": {} })),
        with(&json!({ "meta": { "vct_values": [] } })),
        with(&json!({ "meta": { "vct_values": [1] } })),
        with(&json!({ "multiple": "no" })),
        with(&json!({ "require_cryptographic_holder_binding": 1 })),
        with(&json!({ "claims": [] })),
        with(&json!({ "claims": many(MOST_CLAIMS + 1) })),
        with(&json!({ "claims": [{}] })),
        with(&json!({ "claims": [{ "path": [] }] })),
        with(&json!({ "claims": [{ "path": [-1] }] })),
        with(&json!({ "claims": [{ "path": ["a"], "values": [] }] })),
        with(&json!({ "claims": [{ "path": ["a"], "values": [1.5] }] })),
        with(&json!({ "claims": [{ "path": ["a"], "values": [null] }] })),
        with(&json!({ "claims": [{ "path": ["a"], "values": [{}] }] })),
        with(&json!({ "claim_sets": [["a"]] })),
        with(&json!({ "claims": [{ "path": ["a"] }], "claim_sets": [["a"]] })),
        with(&json!({ "claims": [{ "id": "a", "path": ["a"] }], "claim_sets": [["b"]] })),
        with(&json!({ "claims": [{ "id": "a", "path": ["a"] }], "claim_sets": [[]] })),
        with(&json!({ "claims": [{ "id": "a", "path": ["a"] }], "claim_sets": [] })),
        with(
            &json!({ "claims": [{ "id": "a", "path": ["a"] }, { "id": "a", "path": ["b"] }], "claim_sets": [["a"]] }),
        ),
    ] {
        assert!(matches!(read(&query), Err(PresentationError::Request(_))), "{query}");
    }
}

#[test]
fn each_malformed_credential_set_is_refused() {
    for sets in [
        json!([]),
        json!({}),
        json!([{}]),
        json!([{ "options": [] }]),
        json!([{ "options": [[]] }]),
        json!([{ "options": [["b"]] }]),
        json!([{ "options": [[1]] }]),
        json!([{ "options": ["a"] }]),
        json!([{ "options": [["a"]], "required": "yes" }]),
        json!(vec![json!({ "options": [["a"]] }); MOST_SETS + 1]),
    ] {
        let mut query = with(&json!({}));
        query["credential_sets"] = sets;
        assert!(matches!(read(&query), Err(PresentationError::Request(_))), "{query}");
    }
    let mut query = with(&json!({}));
    query["credential_sets"] =
        json!([{ "options": [["a"]], "purpose": "x" }, { "options": [["a"]], "required": false }]);
    let required: Vec<bool> = read(&query).expect("read").sets.iter().map(|set| set.is_required).collect();
    assert_eq!(required, [true, false]);
}
