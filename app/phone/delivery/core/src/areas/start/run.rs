//! How what is to be done here is done.

use std::sync::{Arc, atomic::Ordering};

use fingertip_contract::{JointCase, ServiceRating, api::PlatformInfo};
use fingertip_identity::Session;
use fingertip_platform_client::KnownCatalogue;
use fingertip_records::{OutgoingState, Records, RecordsError, Rows};
use fingertip_standard::{AppId, Disclosure};
use jiff::Timestamp;

use crate::{
    areas::{
        acts::{self, model::ActDraft},
        answers::{self, model::Answers},
        cards::{
            self,
            model::{KeptWidget, WidgetCard},
            run::KeptCard,
        },
        catalogue::{self, msg::CatalogueMsg},
        joint::{self, model::JointDraft},
        lock::{self, msg::LockMsg},
        notices::msg::NoticesMsg,
        person::{self, model::Preferences},
        reminders::{self, model::Reminder},
        resume::{
            self,
            model::{LeftOpen, Typed},
        },
        search::{self, memory::SearchMemory},
        session::elsewhere,
        start::{effect::StartEffect, model::Restored, msg::StartMsg},
        uses::{self, model::Uses, msg::UsesMsg, run::MostUsed},
    },
    handover::settle,
    names::{CATALOGUE, INFO, PREFERENCES, RATINGS},
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: &StartEffect) {
    match effect {
        StartEffect::Restore => restore(world),
    }
}

/// Reads everything that was kept.
pub(crate) fn restore(world: &Arc<World>) {
    let at = world.clone();
    world.write(move |records| {
        if let Some(info) = records.cached::<PlatformInfo>(INFO).unwrap_or_default() {
            catalogue::run::set(&at, info.value);
        }
        let mut n_unread = 0;
        let unread = &mut n_unread;
        let preferences = known(&at, records.setting::<Preferences>(PREFERENCES)).take_one(unread);
        let preferences = preferences.unwrap_or_else(|| {
            let chosen = Preferences::default();
            let language = at.options.first_language.clone().unwrap_or_else(|| chosen.language.clone());
            Preferences { language, ..chosen }
        });
        let session = own_session(&at, &preferences);
        let (disclosures, has_more_disclosures) = ledger(&at, records);
        let restored = Restored {
            preferences,
            searches: known(&at, records.setting::<SearchMemory>(search::run::MEMORY))
                .take_one(unread)
                .unwrap_or_default(),
            answers: known(&at, records.setting::<Answers>(answers::run::ANSWERS))
                .take_one(unread)
                .unwrap_or_default(),
            uses: known(&at, records.setting::<Uses>(uses::run::USES)).take_one(unread).unwrap_or_default(),
            reminders: known(&at, records.setting_list::<Reminder>(reminders::run::REMINDERS))
                .take_all(unread),
            acts: known(&at, records.setting_list::<ActDraft>(acts::run::ACTS)).take_all(unread),
            joint_drafts: known(&at, records.setting_list::<JointDraft>(joint::run::FORMS)).take_all(unread),
            joint_cases: known(&at, records.setting_list::<JointCase>(joint::run::CASES)).take_all(unread),
            last_place: known(&at, records.setting::<(String, Timestamp)>(person::run::PLACE))
                .take_one(unread),
            typed: resume::run::typed(known(&at, records.setting::<Typed>(resume::run::TYPED)), unread),
            left_open: resume::run::left_open(
                known(&at, records.setting::<Option<LeftOpen>>(resume::run::LEFT_OPEN)),
                records,
                unread,
            ),
            session,
            cases: known(&at, records.cases()).take_all(unread),
            documents: known(&at, records.documents()).take_all(unread),
            showings: known(&at, records.showings()).take_all(unread),
            payments: known(&at, records.payments()).take_all(unread),
            consents: known(&at, records.consents()).take_all(unread),
            disclosures: disclosures.take_all(unread),
            has_more_disclosures,
            drafts: drafts(&at, records, unread),
            helpers: known(&at, records.helpers()).take_one(unread),
            outbox: outbox(&at, records, unread),
            widgets: widgets(&at, records, unread),
        };
        at.send(StartMsg::Restored(Box::new(restored)));
        at.send(LockMsg::PinRead(lock::run::has_pin(&*at.options.secrets, &at.profile)));
        if n_unread > 0 {
            tracing::warn!(n_unread, "rows that cannot be read were put aside");
            at.send(NoticesMsg::LeftUnread(n_unread));
        }
        if let Some((catalogue, as_of)) = catalogue::kept::joined(records)? {
            catalogue::tell::tell_catalogue(&at, catalogue, as_of);
        } else if let Some(cached) = records.cached::<KnownCatalogue>(CATALOGUE)? {
            catalogue::tell::tell_catalogue(&at, cached.value, cached.as_of);
        }
        if let Some(cached) = records.cached::<Vec<ServiceRating>>(RATINGS)? {
            at.send(CatalogueMsg::RatingsCame(cached.value));
        }
        if let Some(cached) = records.cached::<MostUsed>(uses::run::MOST_USED)? {
            at.send(UsesMsg::MostUsedCame(cached.value));
        }
        Ok(None)
    });
}

/// Who is signed in, if this is their store. A device that ended between a sign-in and the person's own store is brought there now.
fn own_session(world: &World, preferences: &Preferences) -> Option<Session> {
    let connected = world.connected()?;
    let session = connected.identity.session()?;
    if !elsewhere::is_placed(world, &connected, &session) {
        // This device ended before it was known who has signed in: the platform is asked once it can be reached.
        return None;
    }
    match settle(world, &connected, &session, None, &preferences.for_the_next()) {
        Ok(None) => Some(session),
        Ok(Some(next)) => {
            world.end_with(next);
            None
        }
        Err(error) => {
            world.fail(&error);
            None
        }
    }
}

/// A list; where a part of the store is damaged, none of it. The app begins with what there is: a person whose cases are
/// gone still needs their documents.
fn known<T>(world: &World, rows: Result<Rows<T>, RecordsError>) -> Rows<T> {
    rows.unwrap_or_else(|error| {
        world.fail(&error);
        Rows::default()
    })
}

/// The newest lines of the ledger, and whether there are older ones.
fn ledger(world: &World, records: &Records) -> (Rows<Disclosure>, bool) {
    let most = world.ledger_lines.load(Ordering::Relaxed);
    records.latest_disclosures(most).unwrap_or_else(|error| {
        world.fail(&error);
        (Rows::default(), false)
    })
}

/// The mini-apps that have a form left in the middle; the forms that cannot be read are counted.
fn drafts(world: &World, records: &Records, n_unread: &mut usize) -> Vec<AppId> {
    let _ = known(world, records.forms()).take_all(n_unread);
    records.drafted_apps().unwrap_or_default()
}

/// What waits to be sent; what of it cannot be read is counted.
fn outbox(world: &World, records: &Records, n_unread: &mut usize) -> Vec<OutgoingState> {
    let _ = known(world, records.outbox()).take_all(n_unread);
    records.outgoing().unwrap_or_default()
}

/// The widgets on home, each with its card as it was kept. A card that cannot be read is made anew.
fn widgets(world: &World, records: &Records, n_unread: &mut usize) -> Vec<(KeptWidget, Option<WidgetCard>)> {
    let kept = known(world, records.setting_list::<KeptWidget>(cards::run::WIDGETS)).take_all(n_unread);
    let with_card = |kept: KeptWidget| {
        let card = records.cached::<KeptCard>(&cards::run::name(&kept.place)).unwrap_or_default();
        let card = card.and_then(|cached| cached.value.draw(cached.as_of));
        (kept, card)
    };
    kept.into_iter().map(with_card).collect()
}
