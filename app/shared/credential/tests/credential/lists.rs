//! Status lists: the draft's own examples, and what nobody may be made to believe.

use std::io::Write;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::status::{
    CheckedList, LIST_TYPE, ListContent, MOST_LIST_BYTES, Status, StatusError, StatusList, check, make,
};
use flate2::{Compression, write::ZlibEncoder};
use jsonwebtoken::Header;
use serde_json::{Value, json};

use crate::issuer::{ISSUER, Issuer, after, now};

const URI: &str = "https://department.example/status/1";

/// draft-ietf-oauth-status-list-21, 4.1 and 4.2: the bits a place takes, `lst`, and what each place says.
const SMALL: [(u8, &str, &[u8]); 2] = [
    (1, "eNrbuRgAAhcBXQ", &[1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]),
    (2, "eNo76fITAAPfAgc", &[1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]),
];

/// draft-ietf-oauth-status-list-21, appendix C.1: a list of 2^20 places of one bit, and those that are taken back.
const LARGE: &str = concat!(
    "eNrt3AENwCAMAEGogklACtKQPg9LugC9k_ACvreiogE",
    "AAKkeCQAAAAAAAAAAAAAAAAAAAIBylgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAXG9IAAAAAAAAAPwsJAAAAAAAAAAAAAAAvhsSAAAAAAAAAAA",
    "A7KpLAAAAAAAAAAAAAAAAAAAAAJsLCQAAAAAAAAAAADjelAAAAAAAAAAAKjDMAQAAA",
    "ACAZC8L2AEb"
);
const TAKEN_BACK: [u64; 11] =
    [0, 1993, 25460, 159_495, 495_669, 554_353, 645_645, 723_232, 854_545, 934_534, 1_000_345];

#[test]
fn the_drafts_own_lists_are_read_and_made() {
    for (bits, lst, says) in SMALL {
        let read = StatusList::decompress(bits, lst).expect("a list");
        let mut made = StatusList::new(bits, says.len() as u64).expect("a list");
        for (index, value) in (0..).zip(says) {
            assert_eq!(read.get(index), Ok(Status::read(*value)), "{bits} {index}");
            made.set(index, Status::read(*value)).expect("set");
        }
        assert_eq!(made, read);
        assert_eq!(read.get(says.len() as u64), Err(StatusError::NoSuchPlace));
        assert_eq!(StatusList::decompress(bits, &made.compress().expect("packed")), Ok(read));
    }
}

#[test]
fn a_large_list_says_what_the_draft_says_and_nothing_of_anybody_else() {
    const PLACES: u64 = 1 << 20;
    let read = StatusList::decompress(1, LARGE).expect("a list");
    let mut made = StatusList::new(1, PLACES).expect("a list");
    for index in TAKEN_BACK {
        made.set(index, Status::Invalid).expect("set");
    }
    assert!(made == read, "they differ somewhere");
    assert_eq!(read.get(PLACES), Err(StatusError::NoSuchPlace));
    assert_eq!(read.get(u64::MAX), Err(StatusError::NoSuchPlace));
}

#[test]
fn a_value_takes_no_others_place() {
    let mut list = StatusList::new(2, 8).expect("a list");
    assert_eq!(list.set(1, Status::Other(4)), Err(StatusError::DoesNotFit));
    list.set(1, Status::Other(3)).expect("set");
    list.set(1, Status::Suspended).expect("set again");
    let all: Vec<_> = (0..8).map(|index| list.get(index).expect("a place").value()).collect();
    assert_eq!(all, [0, 2, 0, 0, 0, 0, 0, 0]);
    for bits in [0, 3, 5, 16, 255] {
        assert_eq!(StatusList::new(bits, 8).err(), Some(StatusError::Bits));
        assert_eq!(StatusList::decompress(bits, SMALL[0].1).err(), Some(StatusError::Bits));
    }
    assert_eq!(StatusList::new(8, MOST_LIST_BYTES as u64 + 1).err(), Some(StatusError::TooLarge));
    assert_eq!(StatusList::new(1, u64::MAX).err(), Some(StatusError::TooLarge));
}

/// `n_bytes` of nothing, as `lst`.
fn packed(n_bytes: usize) -> String {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let block = vec![0; 1 << 16];
    for _ in 0..n_bytes / block.len() {
        packed.write_all(&block).expect("written");
    }
    packed.write_all(&block[..n_bytes % block.len()]).expect("written");
    URL_SAFE_NO_PAD.encode(packed.finish().expect("packed"))
}

#[test]
fn what_unpacks_to_more_than_a_list_may_hold_is_refused() {
    assert!(StatusList::decompress(1, &packed(MOST_LIST_BYTES)).is_ok());
    assert_eq!(StatusList::decompress(1, &packed(MOST_LIST_BYTES + 1)).err(), Some(StatusError::TooLarge));
    let bomb = packed(64 << 20);
    assert!(bomb.len() < 1 << 18, "it is small on its way");
    assert_eq!(StatusList::decompress(1, &bomb).err(), Some(StatusError::TooLarge));
}

#[test]
fn what_is_no_list_is_refused() {
    let cut = &SMALL[0].1[..10];
    for lst in ["", "!", "bm90IHpsaWI", "eNrbuRgAAhcBXA", cut] {
        assert_eq!(StatusList::decompress(1, lst).err(), Some(StatusError::Malformed), "{lst}");
    }
}

fn payload() -> Value {
    json!({
        "iss": ISSUER, "sub": URI, "iat": now().as_second(), "exp": after(3600).as_second(), "ttl": 600,
        "status_list": { "bits": SMALL[1].0, "lst": SMALL[1].1 }
    })
}

fn checked(issuer: &Issuer, token: &str) -> Result<CheckedList, StatusError> {
    check(token, &issuer.keys, ISSUER, URI, now())
}

#[test]
fn a_list_is_its_issuers_and_the_one_that_was_asked_for() {
    let issuer = Issuer::new();
    let mut list = StatusList::new(2, 16).expect("a list");
    list.set(5, Status::Suspended).expect("set");
    let content =
        ListContent { issuer: ISSUER, uri: URI, issued_at: now(), expires_at: after(3600), ttl_seconds: 600 };
    let sign = |typ: &str, payload: &Value| Ok(issuer.sign(&Issuer::header(typ), payload));
    let token = make(&list, content, sign).expect("made");
    let read = checked(&issuer, &token).expect("a list");
    assert_eq!((read.get(5), read.get(4)), (Ok(Status::Suspended), Ok(Status::Valid)));
    assert_eq!(check(&token, &issuer.keys, "another", URI, now()).err(), Some(StatusError::Issuer));
    assert_eq!(
        check(&token, &issuer.keys, ISSUER, "https://department.example/status/2", now()).err(),
        Some(StatusError::Subject)
    );
    let foreign = check(&token, &Issuer::new().keys, ISSUER, URI, now());
    assert!(matches!(foreign, Err(StatusError::Signature(_))), "{foreign:?}");
}

#[test]
fn a_list_that_is_wrong_in_one_member_is_refused() {
    let issuer = Issuer::new();
    let with = |member: &str, value: Value| {
        let mut payload = payload();
        payload[member] = value;
        checked(&issuer, &issuer.sign(&Issuer::header(LIST_TYPE), &payload)).err()
    };
    assert_eq!(with("iss", ISSUER.into()), None);
    for (member, value, error) in [
        ("sub", json!("https://department.example/status/10"), StatusError::Subject),
        ("sub", json!(null), StatusError::Subject),
        ("iss", json!(["https://id.example"]), StatusError::Issuer),
        ("iat", json!(after(3600).as_second()), StatusError::NotYetValid),
        ("iat", json!("now"), StatusError::Malformed),
        ("exp", json!("never"), StatusError::Malformed),
        ("ttl", json!(0), StatusError::Malformed),
        ("ttl", json!(-5), StatusError::Malformed),
        ("ttl", json!("1"), StatusError::Malformed),
        ("status_list", json!(null), StatusError::Malformed),
        ("status_list", json!({ "bits": 3, "lst": SMALL[0].1 }), StatusError::Bits),
        ("status_list", json!({ "bits": 257, "lst": SMALL[0].1 }), StatusError::Bits),
        ("status_list", json!({ "bits": 1 }), StatusError::Malformed),
        ("status_list", json!({ "bits": 1, "lst": packed(MOST_LIST_BYTES + 1) }), StatusError::TooLarge),
    ] {
        assert_eq!(with(member, value.clone()), Some(error), "{member} {value}");
    }
}

#[test]
fn a_list_is_no_other_kind_of_token() {
    let issuer = Issuer::new();
    let critical = Header { crit: Some(vec!["b64".into()]), ..Issuer::header(LIST_TYPE) };
    for header in [Issuer::header("JWT"), Issuer::header("dc+sd-jwt"), critical] {
        let refused = checked(&issuer, &issuer.sign(&header, &payload()));
        assert!(matches!(refused, Err(StatusError::Signature(_))), "{refused:?}");
    }
    assert!(checked(&issuer, "").is_err() && checked(&issuer, "a.b.c").is_err());
}

#[test]
fn a_kept_list_is_current_for_as_long_as_its_issuer_says_and_never_past_its_end() {
    let issuer = Issuer::new();
    let until = |change: &dyn Fn(&mut Value)| {
        let mut payload = payload();
        change(&mut payload);
        let read = checked(&issuer, &issuer.sign(&Issuer::header(LIST_TYPE), &payload)).expect("a list");
        read.is_current_until(now())
    };
    assert_eq!(until(&|_| {}), after(600));
    assert_eq!(until(&|payload| payload["ttl"] = 1e300.into()), after(3600));
    assert_eq!(until(&|payload| payload["exp"] = after(-5).as_second().into()), after(-5));
    let day = 24 * 3600;
    let silent = |payload: &mut Value| {
        let members = payload.as_object_mut().expect("an object");
        members.remove("ttl");
        members.remove("exp");
    };
    assert_eq!(until(&silent), after(day), "one that says nothing of it is asked for each day");
}
