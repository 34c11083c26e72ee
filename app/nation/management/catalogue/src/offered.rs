//! The catalogue that a nation is offered: what it must hold, how it is kept at hand, which service a case asks for.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use fingertip_contract::{Catalogue, Service, api::SubmitCase};
use fingertip_standard::RunningApp;
use sha2::{Digest, Sha256};

use crate::{
    changes::Held,
    flaws::{Flaw, impossible},
};

/// A catalogue as it is offered: its content with the JSON and the tag that go out.
#[derive(Debug, Default)]
pub struct Offered {
    /// Its JSON.
    pub body: String,
    /// Its entity tag, quoted.
    pub etag: String,
    /// Its content.
    pub catalogue: Catalogue,
    /// What leads here from versions that phones have asked about, in JSON.
    changes: Mutex<HashMap<String, Arc<str>>>,
}

impl Offered {
    /// A catalogue with its JSON and tag.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn new(catalogue: Catalogue) -> Result<Self, serde_json::Error> {
        let body = serde_json::to_string(&catalogue)?;
        Ok(Self { etag: etag_of(&body), body, catalogue, changes: Mutex::default() })
    }

    /// What this version is called: its entity tag without quotes.
    #[must_use]
    pub fn version(&self) -> &str {
        self.etag.trim_matches('"')
    }

    /// What leads here from the version called `since`, in JSON, where somebody has asked for it before.
    #[must_use]
    pub fn known_change(&self, since: &str) -> Option<Arc<str>> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).get(since).cloned()
    }

    /// What leads here from the version called `since`, which held `before`, in JSON.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn change(&self, since: &str, before: &Held) -> Result<Arc<str>, serde_json::Error> {
        let change: Arc<str> = serde_json::to_string(&before.to(&self.catalogue, self.version())?)?.into();
        self.changes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(since.to_owned(), Arc::clone(&change));
        Ok(change)
    }
}

/// The entity tag of what goes out, quoted (RFC 9110, 8.8.3).
#[must_use]
pub fn etag_of(body: &str) -> String {
    let hash = hex::encode(Sha256::digest(body.as_bytes()));
    format!("\"{}\"", hash.get(..32).unwrap_or(&hash))
}

/// Where the catalogue that is offered now is at hand for every request.
#[derive(Debug, Default)]
pub struct Shelf {
    now: RwLock<Arc<Offered>>,
}

impl Shelf {
    /// A shelf with this catalogue.
    #[must_use]
    pub fn new(offered: Offered) -> Self {
        Self { now: RwLock::new(Arc::new(offered)) }
    }

    /// What is offered now.
    #[must_use]
    pub fn offered(&self) -> Arc<Offered> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Offers another catalogue from now on.
    pub fn offer(&self, offered: Offered) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(offered);
    }
}

/// Why a case is not received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubmitRefusal {
    /// No such service.
    ServiceUnknown,
    /// The service is not offered there.
    RegionNotServed,
    /// The mini-app belongs to another department.
    WrongDepartment,
}

/// Checks that a catalogue can be offered at all: every id stands once, everything named is there, nothing goes in a circle.
///
/// # Errors
/// The first [`Flaw`].
pub fn check(catalogue: &Catalogue) -> Result<(), Flaw> {
    impossible(catalogue).into_iter().next().map_or(Ok(()), Err)
}

/// The service that `asked` is for, when `app` may hand it in there.
///
/// # Errors
/// [`SubmitRefusal`].
pub fn service_for<'a>(
    catalogue: &'a Catalogue,
    asked: &SubmitCase,
    app: &RunningApp,
) -> Result<&'a Service, SubmitRefusal> {
    let service = catalogue.service(&asked.service).ok_or(SubmitRefusal::ServiceUnknown)?;
    if service.department != app.department {
        return Err(SubmitRefusal::WrongDepartment);
    }
    if !catalogue.reaches(&service.region, &asked.region) {
        return Err(SubmitRefusal::RegionNotServed);
    }
    Ok(service)
}
