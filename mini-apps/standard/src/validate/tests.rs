//! What is read, what is wrong, and the suite of what people type.

use std::{fs, path::Path};

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Case {
    about: String,
    kind: Kind,
    typed: Vec<(String, Input)>,
}

#[test]
fn what_is_typed_is_read_as_the_suite_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/typed");
    let mut n_texts = 0;
    for file in fs::read_dir(folder).expect("the suite") {
        let text = fs::read_to_string(file.expect("a case").path()).expect("a case");
        let case: Case = serde_json::from_str(&text).expect("a case in the form of README.md");
        for (typed, meant) in case.typed {
            let read = as_meant(&case.kind, Input::Text(typed.clone()), &Nation::built_in());
            assert_eq!(read, meant, "{}: {typed:?}", case.about);
            n_texts += 1;
        }
    }
    assert!(n_texts >= 80, "{n_texts} texts");
}

#[test]
fn purposes_are_checked_by_the_nations_rules() {
    let nation = Nation::built_in();
    for (purpose, good, bad, problem) in [
        (TextPurpose::Email, "a.b@example.cn", "a@b", Problem::NotEmail),
        (TextPurpose::Phone, "+8613800000000", "call me", Problem::NotPhone),
        (TextPurpose::NationalId, "11010519491231002X", "110105194912310021", Problem::NotNationalId),
        (TextPurpose::Postcode, "510030", "51003", Problem::NotPostcode),
        (TextPurpose::Plate, "粤BD12345", "BD12345", Problem::NotPlate),
    ] {
        assert_eq!(by_purpose(purpose, good, &nation), None);
        assert_eq!(by_purpose(purpose, bad, &nation), Some(problem));
    }
    assert_eq!(long("一二三", 3), None);
    assert_eq!(long("一二三四", 3), Some(Problem::TooLong { most: 3, given: 4 }));
}

#[test]
fn a_birth_date_may_be_known_in_part() {
    let date = |year, month, day| Date { year, month, day };
    assert_eq!(day(date(1958, 0, 0), None, Some(date(2026, 11, 28))), None);
    assert_eq!(day(date(2026, 11, 0), None, Some(date(2026, 11, 28))), None, "it may be before");
    assert_eq!(day(date(2026, 12, 0), None, Some(date(2026, 11, 28))), Some(Problem::TooLate));
    assert_eq!(day(date(1899, 0, 0), Some(date(1900, 1, 1)), None), Some(Problem::TooEarly));
    assert_eq!(day(date(1958, 0, 3), None, None), Some(Problem::NotDate));
}

#[test]
fn addresses_and_places_are_whole() {
    use crate::view::{AddressInput, Field, PlaceInput};
    let field = || Field {
        label: 0,
        hint: None,
        error: None,
        optional: false,
        fills_from: None,
        reports_change: false,
    };
    let address = Kind::AddressInput(AddressInput { field: field(), region: None, initial: None });
    let of = |region: &str, rest: &str| {
        problem(&address, &Input::Address(region.into(), rest.into()), &Nation::built_in())
    };
    assert_eq!(of("", "1 Dongfeng Road"), Some(Problem::NoRegion));
    assert_eq!(of("440100", " "), Some(Problem::NoStreet));
    assert_eq!(of("440100", "1 Dongfeng Road"), None);
    assert_eq!(of("", ""), Some(Problem::Missing));
    let place = Kind::PlaceInput(PlaceInput { field: field(), near_region: None });
    assert_eq!(problem(&place, &Input::Place(23_129_100, 113_264_400), &Nation::built_in()), None);
    assert_eq!(
        problem(&place, &Input::Place(123_129_100, 113_264_400), &Nation::built_in()),
        Some(Problem::NotPlace)
    );
    assert_eq!(problem(&place, &Input::Place(i32::MIN, 0), &Nation::built_in()), Some(Problem::NotPlace));
    assert_eq!(
        problem(&place, &Input::Text("somewhere".into()), &Nation::built_in()),
        Some(Problem::NotPlace)
    );
}

#[test]
fn numbers_and_days_keep_their_ranges() {
    let number = |digits, scale| Decimal { digits, scale };
    assert_eq!(range(number(15, 1), Some(number(1, 0)), Some(number(2, 0))), None);
    assert_eq!(range(number(21, 1), None, Some(number(2, 0))), Some(Problem::TooLarge));
    assert_eq!(range(number(i64::MAX, 255), Some(number(0, 0)), Some(number(1, 0))), None);
    assert_eq!(range(number(i64::MIN, 0), Some(number(-1, 255)), None), Some(Problem::TooSmall));
    assert_eq!(range(number(0, 0), Some(number(0, 255)), Some(number(0, 19))), None);
    let date = |year, month, day| Date { year, month, day };
    assert_eq!(day(date(2026, 2, 30), None, None), Some(Problem::NotDate));
    assert_eq!(day(date(2026, 2, 3), Some(date(2026, 2, 4)), None), Some(Problem::TooEarly));
}
