//! What is asked for: the Digital Credentials Query Language (OpenID4VP 6), as far as SD-JWT VC goes (B.3.5).

use std::collections::BTreeSet;

use fingertip_credential::TYPE;
use serde_json::{Map, Value};

use crate::{PresentationError, path::Path};

/// The most credentials that one request names.
pub const MOST_CREDENTIALS: usize = 16;
/// The most claims, claim sets and values that are read of one credential.
pub const MOST_CLAIMS: usize = 64;
/// The most credential sets, and options of one.
pub const MOST_SETS: usize = 16;
/// The longest id, in bytes.
const MOST_ID_BYTES: usize = 64;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Credentials, each with a name of its own; never none.
    pub credentials: Vec<CredentialQuery>,
    /// In which combinations; none where all of them are wanted.
    pub sets: Vec<CredentialSet>,
}

/// A format of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// SD-JWT VC (`dc+sd-jwt`).
    SdJwtVc,
    /// One of those that nobody has here.
    Other,
}

/// One credential that is asked for (OpenID4VP 6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialQuery {
    /// Its name in this request.
    pub id: String,
    /// Its format.
    pub format: Format,
    /// The kinds that will do (`vct_values`, B.3.5).
    pub kinds: Vec<String>,
    /// Whether its issuer must be one of a trust framework (6.1.1). No credential here says of any.
    pub has_authorities: bool,
    /// Its claims.
    pub claims: Vec<ClaimQuery>,
    /// Which of these together will do, as places in [`Self::claims`], what the asker likes best first; none where all of them are wanted.
    pub claim_sets: Vec<Vec<usize>>,
}

/// One claim that is asked for (6.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimQuery {
    /// Its name in [`CredentialQuery::claim_sets`].
    pub id: Option<String>,
    /// Where it is.
    pub path: Path,
    /// What it has to be one of; none where anything will do.
    pub values: Option<Vec<Value>>,
}

/// Combinations of credentials, one of which is wanted (6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialSet {
    /// The combinations, each of ids.
    pub options: Vec<Vec<String>>,
    /// Whether nothing is answered without one of them.
    pub is_required: bool,
}

impl Query {
    /// Reads a query whole, or not at all: one that is half understood would be answered with something else. Members that it does not
    /// know are left aside (6).
    ///
    /// # Errors
    /// [`PresentationError::Request`] for whatever breaks a rule or a bound, [`PresentationError::Formats`] where no credential is asked for in
    /// a format of ours.
    pub fn read(query: &Value) -> Result<Self, PresentationError> {
        let query = object(query, "the query is no object")?;
        let asked = list(query.get("credentials"), MOST_CREDENTIALS, "its list of credentials")?;
        let credentials = asked.iter().map(credential).collect::<Result<Vec<_>, _>>()?;
        let ids: BTreeSet<&str> = credentials.iter().map(|one| one.id.as_str()).collect();
        if ids.len() != credentials.len() {
            return Err(PresentationError::Request("two credentials have one id"));
        }
        let sets = match query.get("credential_sets") {
            None => Vec::new(),
            sets => list(sets, MOST_SETS, "its list of credential sets")?
                .iter()
                .map(|set| credential_set(set, &ids))
                .collect::<Result<_, _>>()?,
        };
        if credentials.iter().all(|one| one.format == Format::Other) {
            return Err(PresentationError::Formats);
        }
        Ok(Self { credentials, sets })
    }

    /// Every kind of credential that is asked for, once.
    #[must_use]
    pub fn kinds(&self) -> BTreeSet<&str> {
        self.credentials.iter().flat_map(|one| one.kinds.iter().map(String::as_str)).collect()
    }

    /// The credential with this id.
    #[must_use]
    pub fn credential(&self, id: &str) -> Option<&CredentialQuery> {
        self.credentials.iter().find(|one| one.id == id)
    }
}

fn credential(asked: &Value) -> Result<CredentialQuery, PresentationError> {
    let asked = object(asked, "a credential is no object")?;
    let id = id(asked.get("id"))?;
    let format = match asked.get("format").and_then(Value::as_str) {
        Some(TYPE) => Format::SdJwtVc,
        Some(format) if !format.is_empty() => Format::Other,
        _ => return Err(PresentationError::Request("a credential has no format")),
    };
    // One presentation answers a query for several, too (8.1); and none is made without the holder's key.
    flag(asked, "multiple")?;
    flag(asked, "require_cryptographic_holder_binding")?;
    let meta = object(asked.get("meta").unwrap_or(&Value::Null), "a credential has no meta")?;
    let kinds = match format {
        Format::SdJwtVc => texts(meta.get("vct_values"), MOST_CLAIMS, "the kinds of a credential")?,
        Format::Other => Vec::new(),
    };
    let has_authorities = asked.contains_key("trusted_authorities");
    let claims = match asked.get("claims") {
        None => Vec::new(),
        claims => list(claims, MOST_CLAIMS, "the claims of a credential")?
            .iter()
            // A claim of another format may be named otherwise: nobody looks for it.
            .filter(|_| format == Format::SdJwtVc)
            .map(claim)
            .collect::<Result<_, _>>()?,
    };
    let claim_sets = match (asked.get("claim_sets"), format) {
        (None, _) | (_, Format::Other) => Vec::new(),
        (sets, Format::SdJwtVc) => claim_sets(sets, &claims)?,
    };
    Ok(CredentialQuery { id, format, kinds, has_authorities, claims, claim_sets })
}

fn claim(asked: &Value) -> Result<ClaimQuery, PresentationError> {
    let asked = object(asked, "a claim is no object")?;
    let own = match asked.get("id") {
        None => None,
        given => Some(id(given)?),
    };
    let path = asked.get("path").and_then(Path::read).ok_or(PresentationError::Request("a claim's path"))?;
    let values = match asked.get("values") {
        None => None,
        values => {
            let values = list(values, MOST_CLAIMS, "the values of a claim")?;
            let is_one =
                |value: &Value| value.is_string() || value.is_boolean() || value.is_i64() || value.is_u64();
            if !values.iter().all(is_one) {
                return Err(PresentationError::Request(
                    "a value is neither a text, a whole number nor yes or no",
                ));
            }
            Some(values.clone())
        }
    };
    Ok(ClaimQuery { id: own, path, values })
}

fn claim_sets(sets: Option<&Value>, claims: &[ClaimQuery]) -> Result<Vec<Vec<usize>>, PresentationError> {
    if claims.is_empty() {
        return Err(PresentationError::Request("there are claim sets and no claims"));
    }
    let ids: Option<Vec<&str>> = claims.iter().map(|claim| claim.id.as_deref()).collect();
    let ids = ids.ok_or(PresentationError::Request("a claim of a set has no id"))?;
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        return Err(PresentationError::Request("two claims have one id"));
    }
    let place = |id: &Value| ids.iter().position(|own| Some(*own) == id.as_str());
    let set = |set: &Value| {
        let named = list(Some(set), MOST_CLAIMS, "a claim set")?;
        let places: Option<Vec<usize>> = named.iter().map(place).collect();
        places.ok_or(PresentationError::Request("a claim set names no claim"))
    };
    list(sets, MOST_CLAIMS, "the claim sets of a credential")?.iter().map(set).collect()
}

fn credential_set(asked: &Value, ids: &BTreeSet<&str>) -> Result<CredentialSet, PresentationError> {
    let asked = object(asked, "a credential set is no object")?;
    let option = |option: &Value| {
        let named = texts(Some(option), MOST_CREDENTIALS, "an option of a credential set")?;
        if named.iter().all(|id| ids.contains(id.as_str())) {
            Ok(named)
        } else {
            Err(PresentationError::Request("an option names no credential"))
        }
    };
    let options = list(asked.get("options"), MOST_SETS, "the options of a credential set")?;
    let options = options.iter().map(option).collect::<Result<_, _>>()?;
    Ok(CredentialSet { options, is_required: flag(asked, "required")?.unwrap_or(true) })
}

fn object<'v>(value: &'v Value, why: &'static str) -> Result<&'v Map<String, Value>, PresentationError> {
    value.as_object().ok_or(PresentationError::Request(why))
}

/// A list that is not empty.
fn list<'v>(
    value: Option<&'v Value>,
    most: usize,
    why: &'static str,
) -> Result<&'v Vec<Value>, PresentationError> {
    let list = value.and_then(Value::as_array).filter(|list| (1..=most).contains(&list.len()));
    list.ok_or(PresentationError::Request(why))
}

fn texts(value: Option<&Value>, most: usize, why: &'static str) -> Result<Vec<String>, PresentationError> {
    let texts = list(value, most, why)?.iter().map(|text| text.as_str().map(str::to_owned));
    texts.collect::<Option<_>>().ok_or(PresentationError::Request(why))
}

fn flag(object: &Map<String, Value>, name: &str) -> Result<Option<bool>, PresentationError> {
    match object.get(name) {
        None => Ok(None),
        Some(value) => {
            value.as_bool().map(Some).ok_or(PresentationError::Request("a flag is neither yes nor no"))
        }
    }
}

/// A name in a request (6.1, 6.3).
fn id(value: Option<&Value>) -> Result<String, PresentationError> {
    let is_one = |id: &&str| {
        (1..=MOST_ID_BYTES).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    };
    let id = value.and_then(Value::as_str).filter(is_one);
    id.map(str::to_owned).ok_or(PresentationError::Request("an id"))
}

#[cfg(test)]
mod tests;
