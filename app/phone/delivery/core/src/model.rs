//! Everything that a screen can show, at one moment. Each area is a part that is shared while it stays as it is.

use std::sync::Arc;

use fingertip_contract::{
    Case, Catalogue, JointService, Outage, Service, ServiceRating,
    api::{AppState, IdentityProvider, SessionRules, SignedInDevice, Switches},
    use_counts::ServiceUse,
};
use fingertip_host::NationRules;
use fingertip_identity::Session;
use fingertip_locale::{Formatter, RegionNames, pick, shell_messages};
use fingertip_records::{AsOf, KeptDocument, OutgoingState, Paid, Showing};
use fingertip_secrets::Protection;
use fingertip_standard::{AppId, CaseId, Disclosure, LifeEventId, RegionCode, StandingConsent};
use jiff::{Timestamp, tz::TimeZone};

use crate::{
    areas::{
        acts::model::Acts,
        answers::model::Answers,
        cards::model::HomeWidget,
        carry::model::Carry,
        catalogue::model::Parts,
        documents::model::{Checks, Verification},
        family::model::{Acting, Help},
        joint::model::Joint,
        lock::model::Lock,
        mini_app::model::OpenMiniApp,
        notices::model::Told,
        person::model::Preferences,
        reminders::model::Reminder,
        resume::model::Typed,
        search::model::Search,
        session::model::{Attempt, SessionState},
        storage::model::Storage,
        uses::model::Uses,
    },
    lifetimes::NOTICES,
    pace::Pace,
    part::Part,
    remote::Remote,
    sheet::Sheet,
};

/// Everything that a screen can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What the person chose.
    pub preferences: Part<Preferences>,
    /// Whether the kept state has been read; before that nothing is known.
    pub is_restored: bool,
    /// The app has ended until its person gives a PIN.
    pub is_locked: bool,
    /// The PIN of this store.
    pub lock: Part<Lock>,
    /// Everything of the person is being forgotten.
    pub is_deleting: bool,
    /// Where in the shell the person was at the end of the last run, and when: a start soon after goes back there. Where they are now is
    /// the shell's own affair: it changes nothing that a screen shows.
    pub last_place: Option<(String, Timestamp)>,
    /// What the nation offers.
    pub catalogue: Part<Remote<Arc<Catalogue>>>,
    /// Which parts of it are here.
    pub parts: Part<Parts>,
    /// What people think of services.
    pub ratings: Part<Vec<ServiceRating>>,
    /// What stands in the fields of the screen on which the person is.
    pub typed: Part<Typed>,
    /// What is searched for.
    pub search: Part<Search>,
    /// What the person wrote in forms before.
    pub answers: Part<Answers>,
    /// What mini-apps remind the person of, in no order.
    pub reminders: Part<Vec<Reminder>>,
    /// Who is signed in.
    pub session: Part<SessionState>,
    /// The visit to the provider's page that is under way, or was last.
    pub(crate) attempt: Attempt,
    /// On which devices the person is signed in.
    pub devices: Part<Remote<Vec<SignedInDevice>>>,
    /// The person's cases, newest first.
    pub cases: Part<Vec<AsOf<Case>>>,
    /// What the person is about to do in their cases.
    pub acts: Part<Acts>,
    /// Life events that are asked for with one form.
    pub joint: Part<Joint>,
    /// The person's documents, newest first.
    pub documents: Part<Vec<KeptDocument>>,
    /// Whether these still hold.
    pub checks: Part<Checks>,
    /// When documents were shown, the newest first.
    pub showings: Part<Vec<Showing>>,
    /// What the person paid, the newest first.
    pub payments: Part<Vec<Paid>>,
    /// The document that is shown now: its line is in the ledger.
    pub shown: Part<Option<Showing>>,
    /// What the person agreed to.
    pub consents: Part<Vec<StandingConsent>>,
    /// What was disclosed, newest first: as much as the person wanted to see.
    pub disclosures: Part<Vec<Disclosure>>,
    /// Whether older disclosures are kept.
    pub has_more_disclosures: bool,
    /// Mini-apps that were left in the middle of something.
    pub drafts: Part<Vec<AppId>>,
    /// Cases and ratings that wait to be sent or were not accepted, the oldest first.
    pub outbox: Part<Vec<OutgoingState>>,
    /// Which of these is being sent, and how much of its files has been, in percent.
    pub sending: Option<(String, u8)>,
    /// The open mini-app.
    pub open: Part<Option<OpenMiniApp>>,
    /// Those who help the person, and those whom the person helps.
    pub help: Part<Help>,
    /// For whom the person acts now; none for themselves. It is kept nowhere: whoever starts the app acts for themselves.
    pub acting_for: Part<Option<Acting>>,
    /// The cards on home, in the person's order.
    pub widgets: Part<Vec<HomeWidget>>,
    /// The decisions that wait for the person, the first one shown.
    pub sheets: Part<Vec<Sheet>>,
    /// Since when the first of them is shown.
    pub(crate) sheet_since: Timestamp,
    /// What the person is told.
    pub told: Part<Vec<Told>>,
    /// How many of these, from the first, were there when the person came to this screen.
    pub(crate) told_before: usize,
    /// Whether the document that somebody shows is genuine.
    pub verification: Part<Verification>,
    /// Copies of the records that are saved and brought back.
    pub carry: Part<Carry>,
    /// What is kept on this device; none before it was measured.
    pub storage: Option<Storage>,
    /// Whether the platform answered last time.
    pub is_online: bool,
    /// How secrets are protected on this device.
    pub protection: Protection,
    /// How often cases under way are looked at.
    pub(crate) following: Pace,
    /// How often a platform that cannot be reached is asked.
    pub(crate) reconnecting: Pace,
    /// When what has had its time is swept; none before the first tick.
    pub(crate) sweep_due: Option<Timestamp>,
    /// How often it is asked whether documents hold.
    pub(crate) checking: Pace,
    /// Whether something was typed in [`Self::typed`] that is not kept yet.
    pub(crate) typed_waits: bool,
    /// Where in the shell the person is; none before they went anywhere.
    pub(crate) here: Option<String>,
    pub(crate) next_instance: u64,
    /// A link that came before the app was ready for it.
    pub(crate) arriving: Option<String>,
    /// The hosts at whose `/miniapp/` the nation's own addresses stand.
    pub(crate) hosts: Vec<String>,
    /// Whether the app itself is in front.
    pub(crate) is_in_front: bool,
    /// What the nation lays down for every mini-app.
    pub rules: Arc<NationRules>,
    /// What this device's person used, until it was reported.
    pub uses: Part<Uses>,
    /// What many people use, the most used first.
    pub most_used: Part<Vec<ServiceUse>>,
    /// What whoever runs the platform has switched off, as it was said last.
    pub switches: Part<Switches>,
    /// Where people sign in, in the nation's order; none before the platform has said so.
    pub providers: Part<Vec<IdentityProvider>>,
    /// Whether the person left it when they were last asked to sign in more surely for what waits.
    pub(crate) has_declined_assurance: bool,
    /// What the nation lays down for sessions.
    pub(crate) session_rules: Arc<SessionRules>,
    /// When the person did something last.
    pub(crate) active_at: Timestamp,
}

impl Model {
    /// Nothing known yet.
    #[must_use]
    pub fn new(protection: Protection) -> Self {
        Self {
            preferences: Part::default(),
            is_restored: false,
            is_locked: false,
            lock: Part::default(),
            is_deleting: false,
            last_place: None,
            catalogue: Part::new(Remote::Loading),
            parts: Part::default(),
            ratings: Part::default(),
            typed: Part::default(),
            search: Part::default(),
            answers: Part::default(),
            reminders: Part::default(),
            attempt: Attempt::default(),
            session: Part::new(SessionState::SignedOut { has_ended: false }),
            devices: Part::new(Remote::Loading),
            cases: Part::default(),
            acts: Part::default(),
            joint: Part::default(),
            documents: Part::default(),
            checks: Part::default(),
            showings: Part::default(),
            payments: Part::default(),
            shown: Part::default(),
            consents: Part::default(),
            disclosures: Part::default(),
            has_more_disclosures: false,
            drafts: Part::default(),
            outbox: Part::default(),
            sending: None,
            open: Part::default(),
            help: Part::default(),
            acting_for: Part::default(),
            widgets: Part::default(),
            sheets: Part::default(),
            sheet_since: Timestamp::UNIX_EPOCH,
            told: Part::default(),
            told_before: 0,
            verification: Part::new(Verification::Idle),
            carry: Part::default(),
            storage: None,
            is_online: true,
            protection,
            following: Pace::default(),
            reconnecting: Pace::default(),
            sweep_due: None,
            checking: Pace::default(),
            typed_waits: false,
            here: None,
            next_instance: 1,
            arriving: None,
            hosts: Vec::new(),
            is_in_front: true,
            // The device's own zone until the nation has said which is its own.
            rules: Arc::new(NationRules { zone: TimeZone::system(), ..NationRules::default() }),
            uses: Part::default(),
            most_used: Part::default(),
            switches: Part::default(),
            providers: Part::default(),
            has_declined_assurance: false,
            session_rules: Arc::default(),
            active_at: Timestamp::UNIX_EPOCH,
        }
    }

    /// Who is signed in.
    #[must_use]
    pub fn signed_in(&self) -> Option<&Session> {
        match &*self.session {
            SessionState::SignedIn(session) => Some(session),
            SessionState::SignedOut { .. } | SessionState::SigningIn(_) => None,
        }
    }

    /// How much waits to be sent.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.outbox.iter().filter(|outgoing| outgoing.is_waiting()).count()
    }

    /// The case with this reference.
    #[must_use]
    pub fn case(&self, id: &CaseId) -> Option<&AsOf<Case>> {
        self.cases.iter().find(|case| case.value.id == *id)
    }

    /// How the app stands with its platform at `now`.
    #[must_use]
    pub fn app_state(&self, now: Timestamp) -> AppState<'_> {
        self.switches.app.state(env!("CARGO_PKG_VERSION"), now)
    }

    /// Why `service` cannot be done online at `now`: its department or whoever runs the platform says so.
    #[must_use]
    pub fn outage<'a>(&'a self, service: &'a Service, now: Timestamp) -> Option<&'a Outage> {
        let said = [service.outage.as_ref(), self.switches.services.get(&service.id)];
        said.into_iter().flatten().find(|outage| outage.lasts(now))
    }

    /// How texts are made for the person: in their language and display, at the nation's time, with the device's beside it.
    #[must_use]
    pub fn formatter(&self) -> Formatter {
        let preferences = &self.preferences;
        let own = Formatter::new(shell_messages(), preferences.language.clone());
        own.worded(preferences.wording()).in_zone(self.rules.zone.clone()).read_in(TimeZone::system())
    }

    /// What the catalogue calls regions.
    #[must_use]
    pub fn region_names(&self) -> RegionNames {
        let catalogue = self.catalogue.ready().cloned();
        Arc::new(move |code, language| {
            let code = RegionCode::new(code).ok()?;
            catalogue.as_ref()?.region(&code).map(|region| pick(&region.name, language).0.to_owned())
        })
    }

    /// How a life event is asked for with one form; none where it is not, or only lists what belongs together.
    #[must_use]
    pub fn joint_service(&self, event: &LifeEventId) -> Option<&JointService> {
        self.catalogue.ready()?.life_event(event)?.joint.as_ref()
    }

    /// What the person is and will be reminded of, the next first.
    #[must_use]
    pub fn reminders_in_order(&self) -> Vec<&Reminder> {
        let mut reminders: Vec<_> = self.reminders.iter().collect();
        reminders.sort_by_key(|reminder| reminder.at);
        reminders
    }

    pub(crate) fn tell(&mut self, told: Told) {
        if !self.told.contains(&told) {
            self.told.push(told);
            if self.told.len() > NOTICES {
                self.told.remove(0);
                self.told_before = self.told_before.saturating_sub(1);
            }
        }
    }

    /// Somebody is signed in from now on, and has just done something.
    pub(crate) fn sign_in(&mut self, session: Session, now: Timestamp) {
        self.session.set(SessionState::SignedIn(session));
        self.active_at = now;
    }

    /// A new visit to the provider's page begins, or the one under way is left.
    pub(crate) fn next_attempt(&mut self) -> Attempt {
        self.attempt = self.attempt.next();
        self.attempt
    }

    pub(crate) fn ask_to_sign_in(&mut self) {
        if !self.sheets.iter().any(|sheet| matches!(sheet, Sheet::SignIn { .. })) {
            self.sheets.push(Sheet::SignIn { fault: None });
        }
    }
}
