//! Whose stores there are on this device: one person, one store, one key, one session. Which store is whose is kept in the key store,
//! so that nobody who looks at the device's files learns who uses it.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_records::{ProfileName, Profiles, RecordsError};
use fingertip_secrets::{SecretError, SecretStore};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::options::CoreError;

/// A person, as one issuer names them: nobody else has both (OpenID Connect Core 1.0, 2: `iss` and `sub`). Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Owner {
    pub(crate) issuer: String,
    pub(crate) subject: String,
}

impl std::fmt::Debug for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Owner").finish_non_exhaustive()
    }
}

/// Where a person who has just signed in belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Belongs {
    /// In the store that is open.
    Here,
    /// In another, which may be there already. `was_nobodys`: who is here had not signed in, so what they began is this person's.
    Elsewhere { profile: ProfileName, was_nobodys: bool },
}

/// What is kept: the store that was open last, and whose each is.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Kept {
    current: Option<String>,
    owners: BTreeMap<String, Owner>,
    /// As whom else the person of a store signs in, at other issuers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    also: BTreeMap<String, Vec<Owner>>,
    /// What the platform calls the person of a store, at whichever issuer they sign in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    persons: BTreeMap<String, String>,
    /// A store that was nobody's, whose forms go to the one that is opened next: that one waits for its PIN.
    #[serde(default)]
    left: Option<String>,
}

/// The people of this device.
pub(crate) struct People {
    base: ProfileName,
    profiles: Profiles,
    secrets: Arc<dyn SecretStore>,
    kept: Kept,
}

impl People {
    /// Those whose stores are named after `base`.
    ///
    /// # Errors
    /// [`CoreError::Secrets`] when the key store fails, or holds what this version cannot read: whoever opened another store then
    /// would be shown somebody else's.
    pub(crate) fn open(
        base: ProfileName,
        profiles: Profiles,
        secrets: Arc<dyn SecretStore>,
    ) -> Result<Self, CoreError> {
        let kept = match secrets.get(&index(&base))? {
            Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| SecretError::Shape)?,
            None => Kept::default(),
        };
        Ok(Self { base, profiles, secrets, kept })
    }

    /// The store that was open last.
    pub(crate) fn current(&self) -> ProfileName {
        let kept = self.kept.current.as_deref().and_then(|name| ProfileName::new(name).ok());
        kept.unwrap_or_else(|| self.base.clone())
    }

    /// Whose a store is; none before anybody signed in there.
    pub(crate) fn owner(&self, profile: &ProfileName) -> Option<&Owner> {
        self.kept.owners.get(profile.as_str())
    }

    /// As whom the person of a store signs in, wherever they do.
    pub(crate) fn owners(&self, profile: &ProfileName) -> impl Iterator<Item = &Owner> {
        let also = self.kept.also.get(profile.as_str()).into_iter().flatten();
        self.owner(profile).into_iter().chain(also)
    }

    /// The store of whoever signs in as `who`.
    pub(crate) fn store_of(&self, who: &Owner) -> Option<ProfileName> {
        let mut names = self.kept.owners.keys().filter_map(|name| ProfileName::new(name).ok());
        names.find(|name| self.owners(name).any(|owner| owner == who))
    }

    /// What the platform calls the person of a store.
    pub(crate) fn person(&self, profile: &ProfileName) -> Option<&str> {
        self.kept.persons.get(profile.as_str()).map(String::as_str)
    }

    /// The platform calls the person of a store `person`.
    ///
    /// # Errors
    /// [`CoreError::Secrets`]: it cannot be written down.
    pub(crate) fn note_person(&mut self, profile: &ProfileName, person: &str) -> Result<(), CoreError> {
        if self.person(profile) == Some(person) {
            return Ok(());
        }
        self.change(|kept| {
            kept.persons.insert(profile.as_str().to_owned(), person.to_owned());
        })
    }

    /// The person of a store signs in as `who` too.
    ///
    /// # Errors
    /// [`CoreError::Secrets`]: it cannot be written down.
    pub(crate) fn note_also(&mut self, profile: &ProfileName, who: &Owner) -> Result<(), CoreError> {
        if self.owners(profile).any(|owner| owner == who) {
            return Ok(());
        }
        self.change(|kept| kept.also.entry(profile.as_str().to_owned()).or_default().push(who.clone()))
    }

    /// Where `who` belongs, who has signed in while `here` is open: in their store, or in that of the `person` whom the platform takes them for,
    /// where it said so. A store that is nobody's becomes theirs if they have none.
    ///
    /// # Errors
    /// [`CoreError`]: it cannot be written down; nobody is anywhere else then than before.
    pub(crate) fn place(
        &mut self,
        here: &ProfileName,
        who: &Owner,
        person: Option<&str>,
    ) -> Result<Belongs, CoreError> {
        let was_nobodys = self.owner(here).is_none();
        let of_person = |person: &str| {
            let mut stores = self.kept.persons.iter().filter(|(_, own)| *own == person);
            stores.find_map(|(name, _)| ProfileName::new(name).ok())
        };
        let own = self.store_of(who).or_else(|| person.and_then(of_person));
        if let Some(profile) = own {
            self.note_also(&profile, who)?;
            if let Some(person) = person {
                self.note_person(&profile, person)?;
            }
            let is_here = profile == *here;
            return Ok(if is_here { Belongs::Here } else { Belongs::Elsewhere { profile, was_nobodys } });
        }
        let (profile, belongs) = if was_nobodys {
            (here.clone(), Belongs::Here)
        } else {
            let profile = self.free_name()?;
            (profile.clone(), Belongs::Elsewhere { profile, was_nobodys })
        };
        self.change(|kept| {
            kept.owners.insert(profile.as_str().to_owned(), who.clone());
            if let Some(person) = person {
                kept.persons.insert(profile.as_str().to_owned(), person.to_owned());
            }
        })?;
        Ok(belongs)
    }

    /// A name for a store that is nobody's yet.
    ///
    /// # Errors
    /// [`CoreError::Records`] where the names have come to an end.
    pub(crate) fn free_name(&self) -> Result<ProfileName, CoreError> {
        Ok(self.profiles.free_name(&self.base)?)
    }

    /// From now on, and at the next start, `profile` is open.
    ///
    /// # Errors
    /// [`CoreError::Secrets`]: it cannot be written down.
    pub(crate) fn choose(&mut self, profile: &ProfileName) -> Result<(), CoreError> {
        self.change(|kept| kept.current = Some(profile.as_str().to_owned()))
    }

    /// As [`Self::choose`], for a store that cannot be opened before its person has given a PIN: the forms of `left` are theirs then.
    ///
    /// # Errors
    /// [`CoreError::Secrets`]: it cannot be written down.
    pub(crate) fn choose_locked(
        &mut self,
        profile: &ProfileName,
        left: Option<&ProfileName>,
    ) -> Result<(), CoreError> {
        self.change(|kept| {
            kept.current = Some(profile.as_str().to_owned());
            kept.left = left.map(|left| left.as_str().to_owned());
        })
    }

    /// The store whose forms go to the one that is open now; asked once.
    pub(crate) fn take_left(&mut self) -> Option<ProfileName> {
        let left = self.kept.left.as_deref().and_then(|name| ProfileName::new(name).ok())?;
        self.change(|kept| kept.left = None).ok()?;
        Some(left)
    }

    /// Forgets a store: its files, its key, its session, and whose it was.
    ///
    /// # Errors
    /// [`CoreError`]: some of it is still there.
    pub(crate) fn forget(&mut self, profile: &ProfileName) -> Result<(), CoreError> {
        // Without its key nothing of what a file system may still hold can be read.
        self.secrets.forget(&key_name(profile))?;
        fingertip_identity::forget_slot(&*self.secrets, profile.as_str())?;
        self.change(|kept| {
            kept.owners.remove(profile.as_str());
            kept.also.remove(profile.as_str());
            kept.persons.remove(profile.as_str());
        })?;
        Ok(self.profiles.remove(profile)?)
    }

    /// A session that began while `from` was open is `to`'s.
    ///
    /// # Errors
    /// [`CoreError::Secrets`]: it stays where it is.
    pub(crate) fn move_session(&self, from: &ProfileName, to: &ProfileName) -> Result<(), CoreError> {
        Ok(fingertip_identity::move_session(&*self.secrets, from.as_str(), to.as_str())?)
    }

    fn change(&mut self, change: impl FnOnce(&mut Kept)) -> Result<(), CoreError> {
        let mut next = self.kept.clone();
        change(&mut next);
        let bytes = serde_json::to_vec(&next).map_err(|_| SecretError::Shape)?;
        self.secrets.set(&index(&self.base), &bytes)?;
        self.kept = next;
        Ok(())
    }
}

/// Under which name the key store holds whose stores those of `base` are.
fn index(base: &ProfileName) -> String {
    format!("people-{}", base.as_str())
}

/// Under which name the key store holds a store's key.
pub(crate) fn key_name(profile: &ProfileName) -> String {
    format!("records-{}", profile.as_str())
}

/// Opens a store with its key. Where there are records and no key there is no new one either: with that, what is kept would be lost for
/// good, also when the old one comes back.
///
/// # Errors
/// [`CoreError::Secrets`] also when a PIN is needed or not taken, [`CoreError::Records`].
pub(crate) fn open_records(
    profiles: &Profiles,
    secrets: &dyn SecretStore,
    profile: &ProfileName,
    pin: Option<(&str, Timestamp)>,
) -> Result<fingertip_records::Records, CoreError> {
    let name = key_name(profile);
    let key = if profiles.has_records(profile) {
        match (fingertip_secrets::existing_key(secrets, &name), pin) {
            (Err(SecretError::PinNeeded), Some((pin, now))) => {
                fingertip_secrets::open_with_pin(secrets, &name, pin, now)?
            }
            (key, _) => key?,
        }
    } else {
        fingertip_secrets::device_key(secrets, &name)?
    };
    let opened: Result<_, RecordsError> = profiles.open(profile, &key);
    Ok(opened?)
}

#[cfg(test)]
mod tests;
