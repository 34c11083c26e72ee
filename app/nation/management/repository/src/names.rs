//! Names that no department may have.

use crate::error::PublishError;

/// Refuses a department with a name that the repository needs itself ([`fingertip_bundle::is_taken`]).
pub(crate) fn check(department: &str) -> Result<(), PublishError> {
    if fingertip_bundle::is_taken(department) {
        return Err(PublishError::Reserved { name: department.to_owned() });
    }
    Ok(())
}
