//! Who a person is, at whichever provider they sign in. Two identities are one person where a provider of high assurance vouches for the number
//! by which the nation knows them; nothing that is typed, said or alike joins any.

use fingertip_kit::{clock, secrets};
use fingertip_store::{
    StoreError, Transaction,
    persons::{self, Identity},
};

use crate::pairwise::derive_actor;

/// What is known of whoever asks.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Whose token they showed.
    pub issuer: String,
    /// Their name there.
    pub subject: String,
    /// The hash of their number, where the issuer vouches for it with high assurance.
    pub number: Option<String>,
}

/// The person, and whether an identity was joined to them just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Their name here.
    pub person: String,
    /// Whether one was.
    pub has_joined: bool,
}

/// The mark of a number: as good as none without the platform's secret, since numbers are few.
fn derive_mark(number: &str, secret: &str) -> String {
    hex::encode(secrets::digest_parts(&[number, "number of a person", secret]))
}

/// The person's name for their own devices.
#[must_use]
pub fn derive_own_name(person: &str, secret: &str) -> String {
    let mut text = hex::encode(secrets::digest_parts(&[person, "own devices", secret]));
    text.truncate(32);
    text
}

/// Whoever asks, as they are called here from their first request on. `first_issuer` is the one whose people were here before there were others.
///
/// # Errors
/// [`StoreError`] when the database refuses, or the system gives no random bytes.
pub fn find_person(
    work: &Transaction<'_>,
    asking: &Asking,
    first_issuer: &str,
    secret: &str,
) -> Result<Found, StoreError> {
    let who = Identity { issuer: &asking.issuer, subject: &asking.subject };
    let known = persons::find(work, who)?;
    let mark = asking.number.as_deref().map(|number| derive_mark(number, secret));
    let bearer = match &mark {
        Some(mark) => persons::of_mark(work, mark)?,
        None => None,
    };
    let found = |person: String| Found { person, has_joined: false };
    match (known, bearer) {
        (None, Some(bearer)) => {
            let now_ms = clock::now().as_millisecond();
            let has_history = who.issuer == first_issuer
                && !persons::is_taken(work, who.subject)?
                && known_since(work, who.subject, secret)?.is_some();
            if !has_history {
                persons::add(work, who, &bearer, now_ms)?;
                return Ok(Found { person: bearer, has_joined: true });
            }
            persons::add(work, who, who.subject, now_ms)?;
            join(work, who.subject, &bearer, secret)
        }
        (Some(known), Some(bearer)) if known == bearer => Ok(found(known)),
        (Some(known), Some(bearer)) => {
            if persons::has_mark(work, &known)? {
                // Their number has changed into somebody else's. Who that is, a token does not decide.
                tracing::warn!(
                    "a provider vouches for somebody with the number of another person: nothing is joined"
                );
                return Ok(found(known));
            }
            join(work, &known, &bearer, secret)
        }
        (known, None) => {
            let person = match known {
                Some(known) => known,
                None => {
                    let named = name_for(work, who, first_issuer)?;
                    persons::add(work, who, &named, clock::now().as_millisecond())?;
                    named
                }
            };
            if let Some(mark) = mark
                && !persons::has_mark(work, &person)?
            {
                persons::mark(work, &person, &mark)?;
            }
            Ok(found(person))
        }
    }
}

/// What somebody is called who was not here before: by the first issuer's own name for them, which was theirs before there were other
/// issuers, or by a new one, which no issuer can claim.
fn name_for(work: &Transaction<'_>, who: Identity<'_>, first_issuer: &str) -> Result<String, StoreError> {
    if who.issuer == first_issuer && !persons::is_taken(work, who.subject)? {
        return Ok(who.subject.to_owned());
    }
    Ok(format!("person-{}", secrets::make_token(16).map_err(|_| StoreError::Ended)?))
}

/// Two are one: who has been known longer keeps their name, for departments know them by it.
fn join(work: &Transaction<'_>, one: &str, other: &str, secret: &str) -> Result<Found, StoreError> {
    let since = |person: &str| Ok::<_, StoreError>(known_since(work, person, secret)?.unwrap_or(i64::MAX));
    let (stays, goes) = if since(one)? < since(other)? { (one, other) } else { (other, one) };
    persons::join(work, goes, stays)?;
    Ok(Found { person: stays.to_owned(), has_joined: true })
}

fn known_since(work: &Transaction<'_>, person: &str, secret: &str) -> Result<Option<i64>, StoreError> {
    persons::known_since(work, person, &derive_actor(person, secret))
}

#[cfg(test)]
mod tests;
