//! Names that no department may have.

use fingertip_bundle::INTERPRETERS;

use crate::error::PublishError;

/// The one key of an operator whose repository was made before each role had its own.
pub(crate) const OPERATOR: &str = "operator";

/// A repository's own roles (TUF 1.0, 4.3; `mirrors` was one in earlier versions), and whose key the operator has. A department
/// of that name would stand in their files, and be given their key.
const TAKEN: [&str; 7] = ["root", "targets", "snapshot", "timestamp", "mirrors", OPERATOR, INTERPRETERS];

/// Refuses a department with a name that the repository needs itself. Some disks ignore case, so the name may not be
/// another's in any case.
pub(crate) fn check(department: &str) -> Result<(), PublishError> {
    if TAKEN.iter().any(|taken| taken.eq_ignore_ascii_case(department)) {
        return Err(PublishError::Reserved { name: department.to_owned() });
    }
    Ok(())
}
