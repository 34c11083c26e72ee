//! Pairwise subjects: each department knows a person under a name that no other department shares.

use fingertip_kit::secrets;
use fingertip_standard::DepartmentId;

/// The person's name for `department`: 32 hexadecimal digits.
#[must_use]
pub fn derive_subject(subject: &str, department: &DepartmentId, secret: &str) -> String {
    let mut text = hex::encode(secrets::digest_parts(&[subject, department.as_str(), secret]));
    text.truncate(32);
    text
}

/// The person's name in the audit log, which is theirs nowhere else.
#[must_use]
pub fn derive_actor(subject: &str, secret: &str) -> String {
    // No department's id has a space.
    let mut text = hex::encode(secrets::digest_parts(&[subject, "audit log", secret]));
    text.truncate(32);
    format!("person {text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_another_name_in_each_department() {
        let department = |id| DepartmentId::new(id).expect("an id");
        let one = derive_subject("p", &department("taxation"), "s");
        assert_eq!(one.len(), 32);
        assert_eq!(one, derive_subject("p", &department("taxation"), "s"));
        assert_ne!(one, derive_subject("p", &department("transport"), "s"));
        assert_ne!(one, derive_subject("q", &department("taxation"), "s"));
        assert_ne!(one, derive_subject("p", &department("taxation"), "t"));
    }
}
