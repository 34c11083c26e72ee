//! What this version cannot read, what is too much, and what was made to harm.

use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::json;

use super::*;

#[test]
fn what_this_version_cannot_read_comes_along_and_takes_nothings_place() {
    let (_old_folder, old) = full();
    old.records()
        .execute_batch(
            "UPDATE person_case SET content = '{\"of\":\"a version to come\"}', as_of_ms = 99;
             UPDATE consent SET content = 'no JSON at all';
             UPDATE draft SET inputs = '[1]', updated_ms = 99;",
        )
        .expect("changed");
    let carried = copy(&old);
    assert_eq!(carried.unread.iter().filter(|row| row.kind == "consent").count(), 1);
    let (_new_folder, new) = store();
    new.import(&carried, &owner(), &fill).expect("brought back");
    assert_eq!(new.cases().expect("read").unread.len(), 1, "it waits for a version that can");
    assert_eq!(new.forms().expect("read").unread.len(), 1);
    assert_eq!(content(&new).unread.len(), carried.unread.len());
    // Where something that can be read stands, it stays.
    let (_third_folder, third) = store();
    third.keep_cases(&[case()], at(11)).expect("kept");
    third.keep_draft(&draft("/more", "own", 11)).expect("kept");
    third.import(&carried, &owner(), &fill).expect("brought back");
    assert_eq!(third.cases().expect("read").rows.len(), 1);
    assert_eq!(third.draft(&app(), "/more").expect("read"), Some(draft("/more", "own", 11)));
    assert_eq!(content(&third).unread.len(), carried.unread.len() + 2);
}

#[test]
fn a_mini_app_gets_no_more_room_by_a_copy() {
    let (_old_folder, old) = store();
    old.store_for_app(&app(), "a", &vec![0; limits::STORAGE_BYTES - 100]).expect("kept");
    let (_new_folder, new) = store();
    new.store_for_app(&app(), "b", &[0; 200]).expect("kept");
    new.import(&copy(&old), &owner(), &fill).expect("brought back");
    assert_eq!(new.fetch_for_app(&app(), "a").expect("read"), None);
    assert_eq!(content(&new).unread.len(), 1, "it is not lost");
    new.store_for_app(&app(), "c", &[0; 200]).expect("its own room is its own");
}

#[test]
fn an_item_whose_key_no_platform_takes_is_put_aside() {
    let (_old_folder, old) = full();
    let mut carried = copy(&old);
    carried.outgoing[0].key = "a\r\nx: y".into();
    let (_new_folder, new) = store();
    new.import(&carried, &owner(), &fill).expect("brought back");
    assert_eq!(new.outgoing().expect("read").len(), 1);
    assert_eq!(content(&new).unread.len(), carried.unread.len() + 1);
}

/// Whatever stands in a copy, it comes in whole or not at all, and the store can be read and carried on.
#[test]
fn wild_copies_harm_no_store() {
    let (_old_folder, old) = full();
    let mut random = StdRng::seed_from_u64(5);
    let wild = [
        json!(null),
        json!(-1),
        json!(1e300),
        json!("\u{0}'; DROP TABLE draft; --"),
        json!(i64::MIN),
        json!([[[]]]),
        json!({ "a": {} }),
        json!("9999-12-30T22:00:00Z"),
        json!("-009999-01-02T01:59:59Z"),
        json!(u64::MAX),
    ];
    let (_new_folder, new) = store();
    let mut n_taken = 0;
    for _ in 0..600 {
        let mut value = serde_json::to_value(copy_without_envelope(&old)).expect("a value");
        for _ in 0..random.random_range(1..3) {
            change(&mut value, &wild[random.random_range(0..wild.len())], &mut random);
        }
        let Ok(carried) = serde_json::from_value::<Carried>(value) else { continue };
        n_taken += usize::from(new.import(&carried, &owner(), &fill).is_ok());
        let again = content(&new);
        assert!(new.everything(at(1)).is_ok() && new.outgoing().is_ok() && new.drafted_apps().is_ok());
        assert!(new.next_to_send(at(i64::from(u32::MAX))).is_ok());
        serde_json::to_vec(&again).expect("it can be carried on");
    }
    assert!(n_taken > 50, "only {n_taken} came as far as a store");
}

fn copy_without_envelope(records: &Records) -> Carried {
    records.carried(owner(), at(100)).expect("carried")
}

/// Puts `wild` in some place of `value`.
fn change(value: &mut Value, wild: &Value, random: &mut StdRng) {
    let is_leaf = random.random_ratio(1, 6);
    let place = match value {
        Value::Object(members) if !members.is_empty() && !is_leaf => {
            let index = random.random_range(0..members.len());
            members.values_mut().nth(index)
        }
        Value::Array(items) if !items.is_empty() => {
            let index = random.random_range(0..items.len());
            items.get_mut(index)
        }
        _ => None,
    };
    match place {
        Some(place) => change(place, wild, random),
        None => *value = wild.clone(),
    }
}
