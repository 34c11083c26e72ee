//! From one store to another: another person has signed in, the one who is here has signed out, or everything of theirs is forgotten.
//! The app ends for the one and begins for the next; nothing of the first is left in memory.

use std::sync::{Arc, MutexGuard, PoisonError};

use fingertip_identity::Session;
use fingertip_records::{ProfileName, Profiles, Records};
use fingertip_secrets::SecretError;

use crate::{
    areas::{notices::model::Told, person::model::Preferences},
    model::Model,
    names::{CATALOGUE, INFO, PREFERENCES, RATINGS, SLICES},
    next::{Handover, Leaves, Next},
    options::{CoreError, CoreOptions},
    people::{self, Belongs, Owner, People},
    sheet::Sheet,
    world::{Connected, World},
};

/// Opens `profile`. A new store begins with what the device's next person sees before they have chosen anything: its language and
/// display, and what the platform says to everybody.
///
/// # Errors
/// [`CoreError`]: it cannot be opened or written; whoever is here goes on.
pub(crate) fn open_next(
    world: &World,
    profile: &ProfileName,
    kept: &Preferences,
) -> Result<Arc<Records>, CoreError> {
    let profiles = Profiles::new(&world.options.data);
    let is_new = !profiles.has_records(profile);
    let records = people::open_records(&profiles, &*world.options.secrets, profile, None)?;
    if is_new {
        records.set_setting(PREFERENCES, kept)?;
    }
    let slices = world.records.cached_names(SLICES)?;
    let names = slices.iter().map(String::as_str).chain([INFO, CATALOGUE, RATINGS]);
    world.records.hand_cached_over(&records, &names.collect::<Vec<_>>())?;
    Ok(Arc::new(records))
}

/// Opens a store that is nobody's, to go on in.
///
/// # Errors
/// [`CoreError`]: there is none to be had; whoever is here goes on.
pub(crate) fn to_nobody(world: &World, kept: &Preferences, leaves: Leaves) -> Result<Handover, CoreError> {
    let profile = lock(world).free_name()?;
    let records = open_next(world, &profile, kept)?;
    Ok(Handover { profile, records, leaves })
}

/// From now on, and at the next start, `profile` is open.
///
/// # Errors
/// [`CoreError`]: it cannot be written down.
pub(crate) fn choose(world: &World, profile: &ProfileName) -> Result<(), CoreError> {
    lock(world).choose(profile)
}

/// It does not come to it: the store that was opened for it goes.
pub(crate) fn abandon(world: &World, next: Handover) {
    let Handover { profile, records, .. } = next;
    drop(records);
    if let Err(error) = lock(world).forget(&profile) {
        tracing::warn!(%error, "an empty store stays");
    }
}

fn lock(world: &World) -> MutexGuard<'_, People> {
    world.people.lock().unwrap_or_else(PoisonError::into_inner)
}

/// After the app has ended for the one who was here: what of the store that is left is to be done. What fails is logged: the person who
/// comes next can do nothing about it.
pub(crate) fn leave(world: &World, next: &Handover) {
    let failed =
        |error: &dyn std::error::Error| tracing::error!(%error, "what was left could not be put away");
    match next.leaves {
        Leaves::Closed => return,
        Leaves::HandedOver => {
            if let Err(error) = world.records.hand_drafts_over(&next.records) {
                // The store stays: what was begun there is not lost.
                return failed(&error);
            }
        }
        Leaves::Forgotten => {}
    }
    if let Err(error) = lock(world).forget(&world.profile) {
        failed(&error);
    }
}

/// What somebody began before they signed in and gave their PIN goes to their own store, which is open now.
pub(crate) fn take_what_was_left(people: &mut People, options: &CoreOptions, records: &Records) {
    let Some(left) = people.take_left() else { return };
    let profiles = Profiles::new(&options.data);
    let taken = people::open_records(&profiles, &*options.secrets, &left, None)
        .and_then(|from| Ok(from.hand_drafts_over(records)?))
        .and_then(|()| people.forget(&left));
    if let Err(error) = taken {
        tracing::error!(%error, "what was begun before signing in could not be taken over");
    }
}

/// What the next model begins with: nothing of the person's.
pub(crate) fn begin_anew(old: &mut Model, leaves: Leaves) -> Model {
    let mut new = Model::new(old.protection);
    new.preferences.language.clone_from(&old.preferences.language);
    new.catalogue = old.catalogue.clone();
    new.parts = old.parts.clone();
    // What the nation's services are called is nobody's.
    new.search.made = old.search.made.take();
    new.search.meaning = old.search.meaning.take();
    new.ratings = old.ratings.clone();
    new.hosts = std::mem::take(&mut old.hosts);
    new.next_instance = old.next_instance;
    new.rules = old.rules.clone();
    new.providers = old.providers.clone();
    new.switches = old.switches.clone();
    new.most_used = old.most_used.clone();
    new.is_online = old.is_online;
    new.is_in_front = old.is_in_front;
    if old.sheets.iter().any(|sheet| matches!(sheet, Sheet::SessionEnds { .. })) {
        new.tell(Told::SessionOver);
    }
    if leaves == Leaves::HandedOver {
        // Who has signed in from within a form goes on there.
        new.arriving = old.open.as_ref().map(|open| open.address().to_string());
        // So does who has signed in to answer somebody.
        new.arriving = old.arriving.take().or(new.arriving);
    }
    new
}

/// Somebody has signed in, whom the platform calls `person` where it was asked: where they belong. None where they are in their own store already; else that is opened, or waits for its PIN.
///
/// # Errors
/// [`CoreError`]: their store cannot be opened. They are not signed in then.
pub(crate) fn settle(
    world: &World,
    connected: &Connected,
    session: &Session,
    person: Option<&str>,
    kept: &Preferences,
) -> Result<Option<Next>, CoreError> {
    let who = owner_of(&connected.provider.issuer, session);
    let mut people = lock(world);
    match people.place(&world.profile, &who, person)? {
        Belongs::Here => Ok(None),
        Belongs::Elsewhere { profile, was_nobodys } => {
            let records = match open_next(world, &profile, kept) {
                Err(CoreError::Secrets(SecretError::PinNeeded)) => None,
                opened => Some(opened?),
            };
            people.move_session(&world.profile, &profile)?;
            let Some(records) = records else {
                people.choose_locked(&profile, was_nobodys.then_some(&world.profile))?;
                return Ok(Some(Next::Locked));
            };
            people.choose(&profile)?;
            let leaves = if was_nobodys { Leaves::HandedOver } else { Leaves::Closed };
            Ok(Some(Next::Store(Handover { profile, records, leaves })))
        }
    }
}

/// Who is signed in, as [`People`] knows them.
pub(crate) fn owner_of(issuer: &str, session: &Session) -> Owner {
    Owner { issuer: issuer.to_owned(), subject: session.subject.clone() }
}
