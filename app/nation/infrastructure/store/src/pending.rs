//! Which migrations a database still wants, whichever it is.

use crate::error::StoreError;

/// Those of `migrations`, oldest first and each with its version, that come behind the version that was `found`.
///
/// # Errors
/// [`StoreError::Newer`]: a program that knows more of them was there before.
pub(crate) fn pending<'m>(
    found: u32,
    migrations: &'m [&'m str],
) -> Result<impl Iterator<Item = (u32, &'m str)>, StoreError> {
    let known = known(migrations);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok((1..=known).zip(migrations.iter().copied()).filter(move |(version, _)| *version > found))
}

/// The newest version that this program knows.
pub(crate) fn known(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}
