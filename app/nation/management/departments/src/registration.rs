//! What an operator writes of a department, and how their file is read: entry by entry, member by member.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use fingertip_contract::api::AssuranceLevel;
use fingertip_standard::{DepartmentId, LocalText, OperationId};
use jsonwebtoken::jwk::JwkSet;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A department as the operator registers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Registration {
    /// Its id in the catalogue.
    pub id: DepartmentId,
    /// Where its backend stands: `http` or `https`.
    pub backend: String,
    /// The file with the token that it and the platform use with each other. In a file of registrations a relative path
    /// begins at that file's folder.
    pub token_file: PathBuf,
    /// The operations that its mini-apps may call.
    #[serde(default)]
    pub operations: Vec<OperationId>,
    /// Those of [`operations`](Self::operations) that change something: devices call them for a person who has pressed for it.
    #[serde(default)]
    pub changing_operations: Vec<OperationId>,
    /// The keys that sign its documents, a JWK set (RFC 7517).
    pub keys: JwkSet,
    /// The office that is told where it is late, by its name; persons read it. None where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<LocalText>,
    /// How surely people have to have signed in for what it does.
    #[serde(default, skip_serializing_if = "NeededAssurance::is_none")]
    pub assurance: NeededAssurance,
}

/// How surely people have to have signed in (ISO/IEC 29115). Where nothing is said any sign-in is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeededAssurance {
    /// To hand in a case.
    #[serde(default)]
    pub cases: AssuranceLevel,
    /// To call these of its operations.
    #[serde(default)]
    pub operations: BTreeMap<OperationId, AssuranceLevel>,
}

impl NeededAssurance {
    /// Whether any sign-in is enough.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Why registrations are not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegistrationError {
    /// The file cannot be read.
    #[error("reading the departments' file {} failed", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file is no list.
    #[error("the departments' file {} is no JSON list: {reason}", .path.display())]
    NotAList {
        /// Which.
        path: PathBuf,
        /// What stands there.
        reason: String,
    },
    /// A member of an entry is missing, unknown or cannot be used.
    #[error("department {entry}: `{member}` {reason}")]
    Member {
        /// The entry's id, or its place in the list, 1 the first.
        entry: String,
        /// Which member.
        member: String,
        /// What is wrong with it.
        reason: String,
    },
}

const MEMBERS: [&str; 8] =
    ["id", "backend", "token_file", "operations", "changing_operations", "keys", "supervisor", "assurance"];

/// Reads a file of registrations: a JSON list of [`Registration`].
///
/// # Errors
/// [`RegistrationError`] for the first thing that is wrong, with its entry and member.
pub fn read(path: &Path) -> Result<Vec<Registration>, RegistrationError> {
    let text = fs::read_to_string(path)
        .map_err(|source| RegistrationError::File { path: path.to_owned(), source })?;
    let no_list = |reason: String| RegistrationError::NotAList { path: path.to_owned(), reason };
    let entries: Vec<Value> = serde_json::from_str(&text).map_err(|error| no_list(error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    entries.iter().enumerate().map(|(index, entry)| read_entry(index + 1, entry, folder)).collect()
}

fn read_entry(number: usize, entry: &Value, folder: &Path) -> Result<Registration, RegistrationError> {
    let name = entry.get("id").and_then(Value::as_str).map_or_else(|| number.to_string(), str::to_owned);
    let Some(members) = entry.as_object() else {
        return Err(bad(&name, "id", "is missing: the entry is no JSON object"));
    };
    if let Some(unknown) = members.keys().find(|known| !MEMBERS.contains(&known.as_str())) {
        return Err(bad(&name, unknown, &format!("is not known; there are {}", MEMBERS.join(", "))));
    }
    let token_file: PathBuf = member(&name, members, "token_file")?;
    let operations = |of: &str| match members.get(of) {
        Some(_) => member::<Vec<OperationId>>(&name, members, of),
        None => Ok(Vec::new()),
    };
    Ok(Registration {
        id: member(&name, members, "id")?,
        backend: member(&name, members, "backend")?,
        token_file: folder.join(token_file),
        operations: operations("operations")?,
        changing_operations: operations("changing_operations")?,
        keys: member(&name, members, "keys")?,
        supervisor: match members.get("supervisor") {
            Some(_) => Some(member(&name, members, "supervisor")?),
            None => None,
        },
        assurance: match members.get("assurance") {
            Some(_) => member(&name, members, "assurance")?,
            None => NeededAssurance::default(),
        },
    })
}

fn member<T: DeserializeOwned>(
    entry: &str,
    members: &Map<String, Value>,
    name: &str,
) -> Result<T, RegistrationError> {
    let value = members.get(name).ok_or_else(|| bad(entry, name, "is missing"))?;
    serde_json::from_value(value.clone())
        .map_err(|error| bad(entry, name, &format!("cannot be read: {error}")))
}

/// An error that names entry and member.
pub(crate) fn bad(entry: &str, member: &str, reason: &str) -> RegistrationError {
    RegistrationError::Member {
        entry: entry.to_owned(),
        member: member.to_owned(),
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(content: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("departments.json");
        fs::write(&path, content).expect("written");
        read(&path).expect_err("refused").to_string()
    }

    #[test]
    fn what_is_written_is_what_is_read_and_the_token_stands_beside_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("departments.json");
        let entry = json!({"id": "parks", "backend": "http://127.0.0.1:9", "token_file": "parks.token", "operations": ["bench.reserve"], "keys": {"keys": []}});
        fs::write(&path, json!([entry]).to_string()).expect("written");
        let read = read(&path).expect("read");
        assert_eq!((read.len(), read[0].id.as_str()), (1, "parks"));
        assert_eq!(read[0].token_file, folder.path().join("parks.token"));
        assert_eq!(read[0].operations[0].as_str(), "bench.reserve");
    }

    #[test]
    fn a_bad_file_is_told_by_entry_and_member() {
        assert!(said("{").contains("no JSON list"));
        let entry =
            json!({"id": "parks", "backend": "http://127.0.0.1:9", "token_file": "t", "keys": {"keys": []}});
        let with = |name: &str, value: Option<Value>| {
            let mut changed = entry.clone();
            match value {
                Some(value) => changed[name] = value,
                None => drop(changed.as_object_mut().expect("an object").remove(name)),
            }
            said(&json!([entry, changed]).to_string())
        };
        assert_eq!(with("backend", None), "department parks: `backend` is missing");
        assert_eq!(with("id", None), "department 2: `id` is missing");
        assert!(with("keys", Some(json!(1))).starts_with("department parks: `keys` cannot be read"));
        assert!(with("operations", Some(json!(["No!"]))).starts_with("department parks: `operations`"));
        assert!(with("backends", Some(json!(""))).starts_with("department parks: `backends` is not known"));
        assert!(said("[1]").contains("department 1: `id` is missing"));
    }
}
