use std::sync::LazyLock;

use jiff::Timestamp;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::json;

use super::*;
use crate::{CaseRow, OwnerMark, carried::UnreadRow};

static CODE: LazyLock<RecoveryCode> = LazyLock::new(RecoveryCode::generate);

fn carried() -> Carried {
    let mut carried = Carried::empty(OwnerMark::of("https://id.example", "a"), Timestamp::UNIX_EPOCH);
    carried.cases = vec![CaseRow {
        id: "HR-1".into(),
        submitted_at: Timestamp::UNIX_EPOCH,
        as_of: Timestamp::UNIX_EPOCH,
        content: json!({ "of": "a version to come", "name": "张伟" }),
    }];
    carried.unread =
        vec![UnreadRow { kind: "case".into(), name: "x".into(), content: crate::Bytes(vec![0, 255, 7]) }];
    carried
}

fn opened(file: &[u8]) -> Result<Carried, CarryError> {
    open(file, &CODE)
}

#[test]
fn what_is_sealed_is_opened_by_its_code_and_by_no_other() {
    let file = seal(&carried(), &CODE).expect("sealed");
    assert!(file.starts_with(MAGIC));
    assert_eq!(opened(&file).expect("opened"), carried());
    assert!(matches!(open(&file, &RecoveryCode::generate()), Err(CarryError::WrongCode)));
    let text = String::from_utf8_lossy(&file);
    assert!(!text.contains("HR-1") && !text.contains(&CODE.text()));
}

#[test]
fn a_file_that_ends_early_anywhere_is_torn() {
    let file = seal(&carried(), &CODE).expect("sealed");
    let ends =
        [MAGIC.len(), MAGIC.len() + 9, file.len() / 3, file.len() / 2, file.len() - 17, file.len() - 1];
    for end in ends {
        assert!(matches!(opened(&file[..end]), Err(CarryError::Torn)), "cut at {end} of {}", file.len());
    }
    let longer = [&file[..], b"x"].concat();
    assert!(matches!(opened(&longer), Err(CarryError::Torn)));
}

/// A change is found wherever it is; in the lines that lock the key it looks as another code does.
#[test]
fn a_changed_byte_is_found() {
    let file = seal(&carried(), &CODE).expect("sealed");
    let mut random = StdRng::seed_from_u64(7);
    for _ in 0..60 {
        let mut changed = file.clone();
        let place = random.random_range(0..file.len());
        changed[place] ^= 1 << random.random_range(0..8);
        assert!(opened(&changed).is_err(), "changed at {place}");
    }
}

#[test]
fn what_is_something_else_is_no_copy() {
    for file in [
        &b""[..],
        b"hello",
        b"age-encryption.org/v2\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        &[0xFF; 300],
    ] {
        assert!(matches!(opened(file), Err(CarryError::NotACopy)));
    }
    // An age file with something else in it, though the code is right.
    for plain in [&b"no JSON"[..], b"{}", br#"{"format":"other","version":1}"#, b"[1,2]", &[b'['; 5000]] {
        let file = encipher(plain, &CODE).expect("enciphered");
        assert!(matches!(opened(&file), Err(CarryError::NotACopy)));
    }
    let half = json!({ "format": FORMAT, "version": VERSION, "cases": 7 }).to_string();
    let file = encipher(half.as_bytes(), &CODE).expect("enciphered");
    assert!(matches!(opened(&file), Err(CarryError::Unreadable(_))));
}

#[test]
fn a_newer_version_is_told_whatever_its_fields_are() {
    let newer = json!({ "format": FORMAT, "version": VERSION + 1, "cases": "elsewhere" }).to_string();
    let file = encipher(newer.as_bytes(), &CODE).expect("enciphered");
    let outcome = opened(&file);
    assert!(matches!(outcome, Err(CarryError::FromNewer { found, known: VERSION }) if found == VERSION + 1));
}

#[test]
fn more_work_than_a_copy_asks_for_is_not_done() {
    let file = seal(&carried(), &CODE).expect("sealed");
    let end = file.windows(4).position(|part| part == b" 15\n").expect("the work");
    for work in ["19", "22", "63"] {
        let mut busy = file.clone();
        busy.splice(end + 1..end + 3, work.bytes());
        assert!(matches!(opened(&busy), Err(CarryError::TooMuchWork)), "{work}");
    }
    let mut nonsense = file.clone();
    nonsense.splice(end + 1..end + 3, *b"99999999999999999999");
    assert!(opened(&nonsense).is_err());
}

#[test]
fn a_file_for_several_codes_costs_the_work_of_none() {
    let file = seal(&carried(), &CODE).expect("sealed");
    let stanza = file.windows(2).position(|part| part == b"->").expect("a stanza");
    let end = file.windows(5).position(|part| part == b"\n--- ").expect("the end of the header") + 1;
    let mut many = file[..end].to_vec();
    for _ in 0..3 {
        many.extend_from_slice(&file[stanza..end]);
    }
    many.extend_from_slice(&file[end..]);
    // Refused as it is parsed, before a code is tried.
    assert!(matches!(Decryptor::new(&many[..]), Err(DecryptError::InvalidHeader)));
    assert!(matches!(opened(&many), Err(CarryError::Torn)));
}

#[test]
fn what_is_too_large_is_neither_written_nor_read() {
    let mut large = carried();
    large.settings.insert("x".into(), json!("x".repeat(COPY_BYTES)));
    assert!(matches!(seal(&large, &CODE), Err(CarryError::TooLarge)));
    let file = [MAGIC, &vec![b'a'; FILE_BYTES]].concat();
    assert!(matches!(opened(&file), Err(CarryError::TooLarge)));
}

/// Nothing that begins like an age file is more than refused.
#[test]
fn junk_is_refused_and_no_more() {
    let mut random = StdRng::seed_from_u64(11);
    let pieces: [&[u8]; 9] = [
        b"-> scrypt ",
        b"-> X25519 ",
        b"\n",
        b"--- ",
        b"AAAAAAAAAAAAAAAAAAAAAA ",
        b"18",
        b"-1",
        &[0xFF, 0],
        b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ];
    for _ in 0..2000 {
        let mut file = MAGIC.to_vec();
        for _ in 0..random.random_range(0..12) {
            file.extend_from_slice(pieces[random.random_range(0..pieces.len())]);
        }
        assert!(opened(&file).is_err());
    }
}

/// What a person wrote down years ago is read: `kept/<version>.json` stays for good, and today's is written as it stands there.
#[test]
fn every_version_that_was_ever_written_is_read() {
    let read = |kept: &str| opened(&encipher(kept.as_bytes(), &CODE).expect("enciphered")).expect("read");
    let old = read(include_str!("../../kept/1.json"));
    assert_eq!((old.version, old.cases.len(), old.payments.len()), (1, 1, 0));
    let kept = include_str!("../../kept/2.json");
    let carried = read(kept);
    let written: serde_json::Value = serde_json::to_value(&carried).expect("written");
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(kept).expect("JSON"),
        "a new shape is a new version"
    );
    assert_eq!(carried.version, VERSION);
}
