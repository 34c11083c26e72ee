//! Writing on this device: one thread, in order, so that the last word typed is the last word kept.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};

use fingertip_contract::{Catalogue, Helpers, ServiceRating, api::PlatformInfo};
use fingertip_records::{Draft, Records, RecordsError};
use fingertip_standard::{AppId, ConsentSubject, StandingConsent};

use jiff::Timestamp;

use super::{World, connect, widget};
use crate::{KeptWidget, Msg, Preferences, Restored, ShownFault, WidgetCard, WidgetPlace};

type Job = Box<dyn FnOnce(&Records) + Send>;

/// The thread.
pub(crate) struct Device {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    thread: Mutex<Option<thread::JoinHandle<()>>>,
}

impl Device {
    pub(crate) fn start(records: Arc<Records>) -> io::Result<Self> {
        let (jobs, received) = mpsc::channel::<Job>();
        let run = move || received.into_iter().for_each(|job| job(&records));
        let thread = thread::Builder::new().name("fingertip-device".into()).spawn(run)?;
        Ok(Self { jobs: Mutex::new(Some(jobs)), thread: Mutex::new(Some(thread)) })
    }

    fn run(&self, job: impl FnOnce(&Records) + Send + 'static) {
        if let Some(jobs) = &*self.jobs.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Waits until everything is written.
    pub(crate) fn finish(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = thread.join();
        }
    }
}

/// Runs `job`; a failure is told to the person.
pub(super) fn write(
    world: &Arc<World>,
    job: impl FnOnce(&Records) -> Result<Option<Msg>, RecordsError> + Send + 'static,
) {
    let at = world.clone();
    world.device.run(move |records| match job(records) {
        Ok(told) => told.into_iter().for_each(|msg| at.send(msg)),
        Err(error) => at.fail(&error),
    });
}

const PREFERENCES: &str = "preferences";
const PLACE: &str = "place";
const WIDGETS: &str = "widgets";
/// The names under which the platform's answers are cached.
pub(super) const INFO: &str = "info";
pub(super) const CATALOGUE: &str = "catalogue";
pub(super) const RATINGS: &str = "ratings";

/// Reads everything that was kept.
pub(super) fn restore(world: &Arc<World>) {
    let at = world.clone();
    write(world, move |records| {
        if let Some(info) = records.cached::<PlatformInfo>(INFO)? {
            connect::set(&at, info.value);
        }
        let session = at.connected().and_then(|connected| connected.identity.session());
        let restored = Restored {
            preferences: records.setting::<Preferences>(PREFERENCES)?.unwrap_or_default(),
            last_place: records.setting::<(String, Timestamp)>(PLACE)?,
            session,
            cases: records.cases()?,
            documents: records.documents()?,
            consents: records.consents()?,
            disclosures: records.disclosures()?,
            drafts: records.drafted_apps()?,
            helpers: records.helpers()?,
            waiting: records.outbox()?.len(),
            widgets: widgets(records)?,
        };
        at.send(Msg::Restored(Box::new(restored)));
        if let Some(cached) = records.cached::<Catalogue>(CATALOGUE)? {
            connect::tell_catalogue(&at, cached.value, cached.as_of);
        }
        if let Some(cached) = records.cached::<Vec<ServiceRating>>(RATINGS)? {
            at.send(Msg::RatingsCame(cached.value));
        }
        Ok(None)
    });
}

/// The widgets on home, each with its card as it was kept.
fn widgets(records: &Records) -> Result<Vec<(KeptWidget, Option<WidgetCard>)>, RecordsError> {
    let kept = records.setting::<Vec<KeptWidget>>(WIDGETS)?.unwrap_or_default();
    let with_card = |kept: KeptWidget| {
        let card = records.cached::<widget::KeptCard>(&widget::name(&kept.place))?;
        let card = card.and_then(|cached| cached.value.draw(cached.as_of));
        Ok((kept, card))
    };
    kept.into_iter().map(with_card).collect()
}

pub(super) fn keep_widgets(world: &Arc<World>, widgets: Vec<KeptWidget>) {
    write(world, move |records| records.set_setting(WIDGETS, &widgets).map(|()| None));
}

pub(super) fn forget_card(world: &Arc<World>, place: &WidgetPlace) {
    world.cards.lock().unwrap_or_else(PoisonError::into_inner).remove(place);
    let name = widget::name(place);
    write(world, move |records| records.forget_cached(&name).map(|()| None));
}

pub(super) fn keep_helpers(world: &Arc<World>, helpers: Helpers, now: Timestamp) {
    write(world, move |records| records.keep_helpers(&helpers, now).map(|()| None));
}

pub(super) fn keep_preferences(world: &Arc<World>, preferences: Preferences) {
    write(world, move |records| records.set_setting(PREFERENCES, &preferences).map(|()| None));
}

pub(super) fn keep_place(world: &Arc<World>, place: String, now: Timestamp) {
    write(world, move |records| records.set_setting(PLACE, &(place, now)).map(|()| None));
}

pub(super) fn forget_everything(world: &Arc<World>) {
    write(world, |records| {
        Ok(Some(match records.forget_everything() {
            Ok(()) => Msg::Deleted,
            Err(error) => Msg::NotDeleted(ShownFault::of(&error)),
        }))
    });
}

/// Writes everything of the person to a new file that only they can read.
pub(super) fn export(world: &Arc<World>) {
    let (at, now) = (world.clone(), world.now());
    write(world, move |records| {
        let everything = serde_json::to_vec_pretty(&records.everything(now)?).map_err(io::Error::from)?;
        let folder = &at.options.downloads;
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("fingertip-{}.json", now.strftime("%Y-%m-%d-%H%M%S")));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        if let Err(error) = io::Write::write_all(&mut options.open(&file)?, &everything) {
            // Half of it would be of no use, and lie about unprotected.
            let _ = std::fs::remove_file(&file);
            return Err(error.into());
        }
        Ok(Some(Msg::Exported(file.display().to_string())))
    });
}

pub(super) fn keep_draft(world: &Arc<World>, draft: Draft) {
    write(world, move |records| {
        records.keep_draft(&draft)?;
        Ok(Some(Msg::DraftsCounted(records.drafted_apps()?)))
    });
}

pub(super) fn discard_draft(world: &Arc<World>, app: AppId, route: String) {
    write(world, move |records| {
        records.discard_draft(&app, &route)?;
        Ok(Some(Msg::DraftsCounted(records.drafted_apps()?)))
    });
}

pub(super) fn give_consent(world: &Arc<World>, consent: StandingConsent) {
    write(world, move |records| {
        records.give_consent(&consent)?;
        ledger(records)
    });
}

pub(super) fn revoke_consent(world: &Arc<World>, app: AppId, subject: ConsentSubject) {
    write(world, move |records| {
        records.revoke_consent(&app, &subject)?;
        ledger(records)
    });
}

pub(super) fn ledger(records: &Records) -> Result<Option<Msg>, RecordsError> {
    Ok(Some(Msg::LedgerChanged(records.consents()?, records.disclosures()?)))
}
