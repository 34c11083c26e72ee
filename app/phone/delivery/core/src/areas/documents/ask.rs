//! What departments say of their documents: their keys and status lists, from this device while they are young, else from them.

use std::collections::HashSet;

use fingertip_contract::Document;
use fingertip_credential::status::MOST_TOKEN_BYTES;
use fingertip_documents::{Checked, KEYS_AGE, Kept, check_document, is_newer, unverified};
use fingertip_platform_client::PlatformError;
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::{fault::ShownFault, world::World};

/// A text that this device has, and when it was fetched.
struct Own {
    text: String,
    as_of: Timestamp,
}

impl Own {
    fn kept(&self) -> Kept<'_> {
        Kept { text: &self.text, as_of: self.as_of }
    }
}

/// Asks for one look at documents: nobody is asked twice in it.
pub(crate) struct Asker<'w> {
    world: &'w World,
    may_ask: bool,
    asked: HashSet<String>,
}

impl<'w> Asker<'w> {
    /// One who asks departments where it may, and reads what this device has where not.
    pub(crate) fn new(world: &'w World, may_ask: bool) -> Self {
        Self { world, may_ask, asked: HashSet::new() }
    }

    /// Whether a document is of `department`, and still holds. Where nobody can be asked it is said by what this device has.
    ///
    /// # Errors
    /// There are no keys of the department on this device, and it could not be asked for them.
    pub(crate) async fn check(
        &mut self,
        jws: &str,
        department: &DepartmentId,
    ) -> Result<Checked, ShownFault> {
        let now = self.world.now();
        let mut keys = self.keys(department).await?;
        let place =
            unverified(jws).ok().as_ref().and_then(Document::status_place).map(|place| place.uri.clone());
        let mut list = place.as_ref().and_then(|uri| self.own(&list_name(uri)));
        let look = |keys: &Own, list: Option<&Own>| {
            check_document(jws, department, keys.kept(), list.map(Own::kept), now)
        };
        let mut found = look(&keys, list.as_ref());
        if found.document.is_err() {
            // New keys may have come since.
            if let Ok(Some(new)) = self.fetch_keys(department).await {
                keys = new;
                found = look(&keys, list.as_ref());
            }
        }
        // Only what a department signed says where somebody is asked.
        if let (Ok(_), Some(uri)) = (&found.document, &place)
            && !found.check.is_current(now)
            && let Some(new) = self.fetch_list(uri, list.as_ref(), &keys, department).await
        {
            list = Some(new);
            found = look(&keys, list.as_ref());
        }
        Ok(found)
    }

    /// The keys of a department: those of this device while they are young, or where it cannot be asked.
    pub(crate) async fn keep_keys(&mut self, department: &DepartmentId) -> Result<(), ShownFault> {
        self.keys(department).await.map(drop)
    }

    async fn keys(&mut self, department: &DepartmentId) -> Result<Own, ShownFault> {
        let own = self.own(&keys_name(department));
        let now = self.world.now();
        let is_young =
            |own: &Own| own.as_of <= now && own.as_of.checked_add(KEYS_AGE).is_ok_and(|until| now < until);
        match own {
            Some(own) if is_young(&own) => Ok(own),
            own => match (self.fetch_keys(department).await, own) {
                (Ok(Some(new)), _) => Ok(new),
                (_, Some(own)) => Ok(own),
                (Ok(None), None) => Err(ShownFault::of(&PlatformError::Unreachable)),
                (Err(error), None) => Err(ShownFault::of(&error)),
            },
        }
    }

    fn own(&self, name: &str) -> Option<Own> {
        let kept = self.world.records.cached::<String>(name).ok().flatten()?;
        Some(Own { text: kept.value, as_of: kept.as_of })
    }

    /// None where nobody may be asked, or was asked already.
    async fn fetch_keys(&mut self, department: &DepartmentId) -> Result<Option<Own>, PlatformError> {
        let name = keys_name(department);
        if !self.may_ask || !self.asked.insert(name.clone()) {
            return Ok(None);
        }
        let text = self.world.platform.department_keys(department).await?;
        Ok(Some(self.keep(&name, text)))
    }

    async fn fetch_list(
        &mut self,
        uri: &str,
        own: Option<&Own>,
        keys: &Own,
        department: &DepartmentId,
    ) -> Option<Own> {
        let name = list_name(uri);
        if !self.may_ask || !self.asked.insert(name.clone()) {
            // Another document's place stands in the same list.
            return self.own(&name);
        }
        let fetched = self.world.platform.status_list(uri, MOST_TOKEN_BYTES).await;
        let text = fetched
            .inspect_err(|error| tracing::warn!(%error, %department, "a status list did not come"))
            .ok()?;
        let new = Own { text, as_of: self.world.now() };
        if !is_newer(new.kept(), own.map(Own::kept), department, keys.kept(), uri) {
            tracing::warn!(%department, "a status list is not taken: it does not hold, has ended or is older");
            return None;
        }
        Some(self.keep(&name, new.text))
    }

    fn keep(&self, name: &str, text: String) -> Own {
        let as_of = self.world.now();
        if let Err(error) = self.world.records.keep_cached(name, &text, as_of) {
            tracing::warn!(%error, "a department's keys or list could not be kept");
        }
        Own { text, as_of }
    }
}

fn keys_name(department: &DepartmentId) -> String {
    format!("keys-{department}")
}

fn list_name(uri: &str) -> String {
    format!("status-list {uri}")
}
