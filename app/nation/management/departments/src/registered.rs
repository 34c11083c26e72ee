//! The departments that a running platform knows.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use fingertip_contract::api::AssuranceLevel;
use fingertip_kit::secrets;
use fingertip_standard::{DepartmentId, LocalText, OperationId};
use jsonwebtoken::jwk::JwkSet;
use tokio::sync::Notify;
use url::Url;

use crate::registration::{NeededAssurance, Registration, RegistrationError, bad};

/// A department's backend as the platform knows it.
#[derive(Debug)]
pub struct Registered {
    /// Where its backend stands, without a slash at the end.
    pub backend: String,
    /// The token that both use with each other.
    pub token: String,
    /// The operations that mini-apps may call.
    pub operations: HashSet<OperationId>,
    /// Those that change something.
    pub changing: BTreeSet<OperationId>,
    /// The keys that sign its documents.
    pub keys: JwkSet,
    /// The office that is told where it is late.
    pub supervisor: Option<LocalText>,
    /// How surely people have to have signed in.
    pub assurance: NeededAssurance,
    /// Told of every new delivery on its way.
    pub wake: Notify,
}

/// Every registered department.
#[derive(Debug, Default)]
pub struct Departments {
    by_id: HashMap<DepartmentId, Registered>,
}

impl Departments {
    /// Takes registrations in; their tokens are read here.
    ///
    /// # Errors
    /// [`RegistrationError::Member`]: one id twice, or one that the repository needs itself, a backend that is no address, a token that cannot be read.
    pub fn new(registrations: &[Registration]) -> Result<Self, RegistrationError> {
        let mut by_id = HashMap::new();
        for registration in registrations {
            let name = registration.id.as_str();
            if fingertip_bundle::is_taken(name) {
                return Err(bad(name, "id", "is a name that the repository of mini-apps needs itself"));
            }
            if by_id.insert(registration.id.clone(), register(registration)?).is_some() {
                return Err(bad(name, "id", "stands twice"));
            }
        }
        Ok(Self { by_id })
    }

    /// The department with this id.
    #[must_use]
    pub fn find(&self, id: &DepartmentId) -> Option<&Registered> {
        self.by_id.get(id)
    }

    /// The operations that change something, by department; those without any are left out.
    #[must_use]
    pub fn changing_operations(&self) -> BTreeMap<DepartmentId, BTreeSet<OperationId>> {
        let changing = self.by_id.iter().filter(|(_, own)| !own.changing.is_empty());
        changing.map(|(id, own)| (id.clone(), own.changing.clone())).collect()
    }

    /// How surely somebody has to have signed in who hands a case in at this department.
    #[must_use]
    pub fn needed_for_cases(&self, id: &DepartmentId) -> AssuranceLevel {
        self.find(id).map(|own| own.assurance.cases).unwrap_or_default()
    }

    /// Every id.
    pub fn ids(&self) -> impl Iterator<Item = &DepartmentId> {
        self.by_id.keys()
    }
}

fn register(registration: &Registration) -> Result<Registered, RegistrationError> {
    let Registration {
        id,
        backend,
        token_file,
        operations,
        changing_operations,
        keys,
        supervisor,
        assurance,
    } = registration;
    let is_address = Url::parse(backend).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !is_address {
        return Err(bad(id.as_str(), "backend", "is no address that begins with http or https"));
    }
    let token = std::fs::read_to_string(token_file).map_err(|error| {
        bad(id.as_str(), "token_file", &format!("{} cannot be read: {error}", token_file.display()))
    })?;
    if token.trim().is_empty() {
        return Err(bad(id.as_str(), "token_file", &format!("{} is empty", token_file.display())));
    }
    if let Some(unknown) = changing_operations.iter().find(|own| !operations.contains(own)) {
        let reason = format!("names {unknown}, which is none of `operations`");
        return Err(bad(id.as_str(), "changing_operations", &reason));
    }
    if let Some(unknown) = assurance.operations.keys().find(|own| !operations.contains(own)) {
        let reason = format!("names {unknown}, which is none of `operations`");
        return Err(bad(id.as_str(), "assurance", &reason));
    }
    Ok(Registered {
        backend: backend.trim_end_matches('/').to_owned(),
        token: token.trim().to_owned(),
        operations: operations.iter().cloned().collect(),
        changing: changing_operations.iter().cloned().collect(),
        keys: keys.clone(),
        supervisor: supervisor.clone(),
        assurance: assurance.clone(),
        wake: Notify::new(),
    })
}

impl Registered {
    /// How surely somebody has to have signed in who calls `operation`.
    #[must_use]
    pub fn needed_for(&self, operation: &OperationId) -> AssuranceLevel {
        self.assurance.operations.get(operation).copied().unwrap_or_default()
    }

    /// Whether whoever shows `token` is the department.
    #[must_use]
    pub fn is_token(&self, token: &str) -> bool {
        secrets::is_same(token, &self.token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_cannot_be_used_is_told_by_its_member() {
        let folder = tempfile::tempdir().expect("a folder");
        let token_file = folder.path().join("token");
        std::fs::write(&token_file, "t\n").expect("written");
        let good = Registration {
            id: DepartmentId::new("parks").expect("an id"),
            backend: "http://127.0.0.1:9/".into(),
            token_file,
            operations: Vec::new(),
            changing_operations: Vec::new(),
            keys: JwkSet { keys: Vec::new() },
            supervisor: None,
            assurance: NeededAssurance::default(),
        };
        let taken = Departments::new(std::slice::from_ref(&good)).expect("taken");
        let parks = taken.find(&good.id).expect("there");
        assert_eq!((parks.backend.as_str(), parks.token.as_str()), ("http://127.0.0.1:9", "t"));
        assert!(parks.is_token("t") && !parks.is_token("u"));
        let said = |all: &[Registration]| Departments::new(all).expect_err("refused").to_string();
        assert_eq!(said(&[good.clone(), good.clone()]), "department parks: `id` stands twice");
        let elsewhere = Registration { backend: "parks.example".into(), ..good.clone() };
        assert!(said(&[elsewhere]).starts_with("department parks: `backend` is no address"));
        let changing = vec![OperationId::new("bench.reserve").expect("an id")];
        let unknown = Registration { changing_operations: changing, ..good.clone() };
        assert!(said(&[unknown]).starts_with("department parks: `changing_operations` names bench.reserve"));
        let needed = NeededAssurance {
            operations: [(OperationId::new("bench.reserve").expect("an id"), AssuranceLevel::High)].into(),
            ..NeededAssurance::default()
        };
        let unknown = Registration { assurance: needed, ..good.clone() };
        assert!(said(&[unknown]).starts_with("department parks: `assurance` names bench.reserve"));
        let without = Registration { token_file: folder.path().join("none"), ..good };
        assert!(said(&[without]).starts_with("department parks: `token_file`"));
    }

    #[test]
    fn no_department_is_called_as_the_repository_calls_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let token_file = folder.path().join("token");
        std::fs::write(&token_file, "t").expect("written");
        for name in ["root", "targets", "snapshot", "timestamp", "mirrors", "operator", "engines"] {
            let entry = serde_json::json!({
                "id": name, "backend": "http://127.0.0.1:9", "token_file": token_file, "keys": {"keys": []}
            });
            let registration: Registration = serde_json::from_value(entry).expect("a registration");
            let error = Departments::new(&[registration]).expect_err(name).to_string();
            assert!(
                error.starts_with(&format!("department {name}: `id` is a name that the repository")),
                "{error}"
            );
        }
    }
}
