//! Case references: what a person reads out on the telephone.

use fingertip_standard::{CaseId, DepartmentId};
use jiff::Timestamp;
use rand::Rng;

use fingertip_kit::clock::nation_zone;

/// Without I, L, O, 0 and 1, which look or sound alike.
const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// A reference such as `HU-20261124-7KQ2X9`.
pub(crate) fn make_reference(department: &DepartmentId, at: Timestamp, random: &mut impl Rng) -> CaseId {
    let initials: String = department.as_str().chars().filter(char::is_ascii_alphanumeric).take(2).collect();
    make_with(&initials, at, random)
}

/// A reference that begins with `initials`, ASCII letters and digits.
pub(crate) fn make_with(initials: &str, at: Timestamp, random: &mut impl Rng) -> CaseId {
    let day = at.to_zoned(nation_zone()).strftime("%Y%m%d");
    let tail: String = (0..6)
        .filter_map(|_| ALPHABET.get(random.random_range(0..ALPHABET.len())))
        .map(|&b| char::from(b))
        .collect();
    CaseId::new(format!("{}-{day}-{tail}", initials.to_ascii_uppercase()))
        .expect("made of the letters that a reference has")
}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng, rngs::StdRng};

    use super::*;

    #[test]
    fn a_reference_holds_department_and_day_and_no_look_alikes() {
        let department = DepartmentId::new("human-resources").expect("an id");
        let at = "2026-11-24T02:00:00Z".parse().expect("a time");
        for seed in 0..200 {
            let reference = make_reference(&department, at, &mut StdRng::seed_from_u64(seed));
            let tail = reference.as_str().strip_prefix("HU-20261124-").expect("department and day");
            assert_eq!(tail.len(), 6);
            assert!(!tail.contains(['I', 'L', 'O', '0', '1']), "{tail}");
        }
    }
}
