//! Whether a document still holds, as far as a device can know.

use fingertip_contract::Document;
use fingertip_credential::{
    HolderKey, SignError,
    status::{ListContent, Status, StatusList, make},
};
use fingertip_documents::{Check, KEYS_AGE, Kept, Standing, check_document, is_newer};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

const URI: &str = "https://parks.example/status/1";

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_500_000 + seconds).expect("a time")
}

fn parks() -> DepartmentId {
    DepartmentId::new("parks").expect("an id")
}

struct Department {
    key: HolderKey,
    kid: &'static str,
}

impl Department {
    fn new(kid: &'static str) -> Self {
        Self { key: HolderKey::make().expect("a key"), kid }
    }

    fn keys(&self) -> String {
        let mut jwk = self.key.public().clone();
        jwk["kid"] = self.kid.into();
        json!({ "keys": [jwk] }).to_string()
    }

    fn sign(&self, typ: &str, payload: &Value) -> String {
        let header = Header {
            typ: Some(typ.to_owned()),
            kid: Some(self.kid.to_owned()),
            ..Header::new(Algorithm::ES256)
        };
        jsonwebtoken::encode(&header, payload, &EncodingKey::from_ec_der(self.key.to_pkcs8()))
            .expect("signed")
    }

    fn document(&self, status: &Value) -> String {
        let mut document = json!({
            "jti": "d", "iss": "parks", "sub": "s", "kind": "pass", "title": {"en": "Pass"}, "holder": "h", "number": "1", "iat": 0
        });
        if !status.is_null() {
            document["status"] = status.clone();
        }
        self.sign("JWT", &document)
    }

    /// The list with one place that is not valid, made at `made`.
    fn list(&self, place: u64, status: Status, made: i64) -> String {
        let mut list = StatusList::new(2, 64).expect("a list");
        list.set(place, status).expect("set");
        let content = ListContent {
            issuer: "parks",
            uri: URI,
            issued_at: at(made),
            expires_at: at(made + 3600),
            ttl_seconds: 600,
        };
        make(&list, content, |typ, payload| Ok::<_, SignError>(self.sign(typ, payload))).expect("made")
    }
}

fn kept(text: &str, seconds: i64) -> Kept<'_> {
    Kept { text, as_of: at(seconds) }
}

fn place(idx: u64) -> Value {
    json!({ "status_list": { "idx": idx, "uri": URI } })
}

/// What is found out now, with keys and list of now.
fn found(jws: &str, keys: &str, list: Option<&str>) -> Check {
    check_document(jws, &parks(), kept(keys, 0), list.map(|list| kept(list, 0)), at(0)).check
}

#[test]
fn a_document_says_what_its_place_in_the_list_says() {
    let department = Department::new("k");
    let (keys, jws) = (department.keys(), department.document(&place(7)));
    for (status, standing) in [
        (Status::Valid, Standing::Valid),
        (Status::Invalid, Standing::Withdrawn),
        (Status::Suspended, Standing::Suspended),
        (Status::Other(3), Standing::Unclear),
    ] {
        let check = found(&jws, &keys, Some(&department.list(7, status, 0)));
        assert_eq!((check.standing, check.as_of), (standing, Some(at(0))));
        assert!(check.is_current(at(599)) && !check.is_current(at(600)) && !check.is_current(at(-1)));
    }
    let other = department.list(8, Status::Invalid, 0);
    assert_eq!(found(&jws, &keys, Some(&other)).standing, Standing::Valid, "another's place is another's");
}

#[test]
fn what_nobody_knows_is_never_said_to_hold() {
    let (department, stranger) = (Department::new("k"), Department::new("k"));
    let (keys, jws) = (department.keys(), department.document(&place(7)));
    assert_eq!(found(&jws, &keys, None), Check::UNASKED);
    let foreign = stranger.list(7, Status::Valid, 0);
    for list in ["", "a.b.c", &foreign, &department.document(&Value::Null)] {
        assert_eq!(found(&jws, &keys, Some(list)), Check::UNASKED, "{list}");
    }
    let list = department.list(7, Status::Invalid, 0);
    let beyond = department.document(&place(64));
    assert_eq!(found(&beyond, &keys, Some(&list)).standing, Standing::Unclear, "the list has no such place");
    let unknown = department.document(&json!({ "some_other_way": {} }));
    assert_eq!(found(&unknown, &keys, Some(&list)).standing, Standing::Unclear);
    let plain = department.document(&Value::Null);
    assert_eq!(found(&plain, &keys, None).standing, Standing::Valid, "one that is never taken back");
}

#[test]
fn a_key_that_left_the_set_verifies_no_more_once_the_set_is_fresh() {
    let (old, new) = (Department::new("k1"), Department::new("k2"));
    let jws = old.document(&Value::Null);
    let by = |keys: &str, fetched: i64, now: i64| {
        check_document(&jws, &parks(), kept(keys, fetched), None, at(now))
    };
    let day = KEYS_AGE.as_secs();
    let before = by(&old.keys(), 0, day + 5);
    assert!(before.document.is_ok() && before.check.standing == Standing::Valid);
    assert!(!before.check.is_current(at(day + 5)), "kept keys that are old say since when");
    let after = by(&new.keys(), day + 5, day + 6);
    assert!(after.document.is_err());
    assert_eq!(after.check.standing, Standing::KeyGone);
    let unknown = by(&new.keys(), 0, day + 6);
    assert!(unknown.document.is_err());
    assert_eq!(unknown.check, Check::UNASKED, "keys that are old may lack the one that signed it");
}

#[test]
fn an_older_list_takes_no_newer_ones_place() {
    let department = Department::new("k");
    let keys = department.keys();
    let (withdrawn, earlier) =
        (department.list(7, Status::Invalid, 100), department.list(7, Status::Valid, 50));
    let newer = |fetched: &str, old: Option<&str>, now: i64| {
        is_newer(kept(fetched, now), old.map(|old| kept(old, 110)), &parks(), kept(&keys, 0), URI)
    };
    assert!(newer(&earlier, None, 120));
    assert!(
        !newer(&earlier, Some(&withdrawn), 120),
        "an old list that somebody kept brings no document back"
    );
    assert!(newer(&withdrawn, Some(&withdrawn), 120) && newer(&withdrawn, Some(&earlier), 120));
    assert!(newer(&withdrawn, Some("nonsense"), 120));
    assert!(!newer(&withdrawn, None, 100 + 3600), "one that has ended");
    assert!(!newer("nonsense", None, 120));
}

#[test]
fn a_document_with_a_status_reads_as_it_was_written() {
    let department = Department::new("k");
    let jws = department.document(&place(7));
    let read = check_document(&jws, &parks(), kept(&department.keys(), 0), None, at(0)).document;
    let document: Document = read.expect("a document");
    assert_eq!(document.status_place().map(|place| (place.idx, place.uri.as_str())), Some((7, URI)));
}
