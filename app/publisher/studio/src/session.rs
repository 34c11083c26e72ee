//! What the author has built and done, and what it shows.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use fingertip_journeys::{Action, Happened, Host, HostError, Journey, Reply, folder};
use fingertip_locale::{Messages, Words};
use fingertip_runtime::Program;
use fingertip_standard::{
    Manifest,
    events::{Display, Input},
    validate::Problem,
    view::View,
};
use tokio::sync::watch;

use crate::StudioOptions;

/// One build of the mini-app.
#[derive(Clone)]
pub struct Build {
    /// Its manifest.
    pub manifest: Arc<Manifest>,
    /// Its messages.
    pub messages: Arc<Messages>,
    /// Its program.
    pub program: Arc<dyn Program>,
    /// Its pictures, by path.
    pub pictures: Arc<BTreeMap<String, Vec<u8>>>,
}

/// What the author did.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Session {
    /// How it begins, and how requests are answered.
    pub(crate) start: Journey,
    /// Everything that was done.
    pub(crate) actions: Vec<Action>,
    /// How much of it is shown: less than all of it is a look back in time.
    pub(crate) until: usize,
    /// What the last build said, where it failed.
    pub(crate) broken: Option<String>,
    /// What was said last: that a journey was kept, or why not.
    pub(crate) said: String,
}

/// What is to be seen in one display.
pub(crate) struct Shown {
    pub(crate) view: Arc<View>,
    pub(crate) words: Words,
    pub(crate) inputs: BTreeMap<String, Input>,
    pub(crate) problems: BTreeMap<String, Problem>,
    pub(crate) claims: BTreeMap<String, String>,
    pub(crate) happened: Vec<Happened>,
    /// Why it went no further.
    pub(crate) stopped: Option<String>,
}

/// The build, the session, and who looks at them.
pub(crate) struct Studio {
    pub(crate) options: StudioOptions,
    state: Mutex<(Option<Build>, Session)>,
    version: watch::Sender<u64>,
}

impl Studio {
    pub(crate) fn open(options: StudioOptions) -> Result<Self> {
        let kept = folder::journeys(&options.folder)?;
        let mut start = Journey::parse("{\"steps\":[]}")?;
        match &options.journey {
            Some(name) => {
                let found = kept.iter().find(|kept| kept.name == *name);
                start = found.with_context(|| format!("there is no journey {name:?}"))?.journey.clone();
            }
            // What a department answers is worth the same in every journey.
            None => {
                start.answers = kept.iter().rev().flat_map(|kept| kept.journey.answers.clone()).collect();
                start.signed_in = kept.iter().any(|kept| kept.journey.signed_in);
            }
        }
        let actions = std::mem::take(&mut start.steps);
        let session = Session { until: actions.len(), start, actions, broken: None, said: String::new() };
        let studio = Self { options, state: Mutex::new((None, session)), version: watch::channel(0).0 };
        studio.build();
        Ok(studio)
    }

    /// Builds anew; a build that fails leaves the last good one on the screen, with its words above.
    pub(crate) fn build(&self) {
        let built = (self.options.build)();
        self.change(|build, session| match built {
            Ok(built) => {
                *build = Some(built);
                session.broken = None;
            }
            Err(error) => session.broken = Some(format!("{error:#}")),
        });
    }

    fn change(&self, change: impl FnOnce(&mut Option<Build>, &mut Session)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (build, session) = &mut *state;
        change(build, session);
        self.version.send_modify(|version| *version += 1);
    }

    /// Changes what was done.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Session)) {
        self.change(|_, session| edit(session));
    }

    /// Does something more; what lay ahead of a look back in time is gone.
    pub(crate) fn act(&self, action: Action) {
        self.edit(|session| {
            session.actions.truncate(session.until);
            match (session.actions.last_mut(), action) {
                // A word is one action, not one a letter.
                (Some(Action::Fill(last)), Action::Fill(now)) if last.keys().eq(now.keys()) => *last = now,
                (_, action) => session.actions.push(action),
            }
            session.until = session.actions.len();
            session.said.clear();
        });
    }

    pub(crate) fn state(&self) -> (Option<Build>, Session) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Every change from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    pub(crate) fn folder(&self) -> &PathBuf {
        &self.options.folder
    }

    /// Keeps what was done as a journey.
    pub(crate) fn keep(&self, name: &str) {
        let (build, session) = self.state();
        let steps = session.actions[..session.until].to_vec();
        let steps = build.map_or(steps.clone(), |build| without_stops(&build, &session.start, steps));
        let journey = Journey { steps, ..session.start };
        let is_name = !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let said = if is_name {
            match folder::write(&self.options.folder, name, &journey) {
                Ok(path) => {
                    format!("{} is kept. `fingertip replay --accept` keeps what it shows.", path.display())
                }
                Err(error) => format!(
                    "{error}: {}",
                    std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default()
                ),
            }
        } else {
            "A name has lower-case letters, digits and hyphens only.".to_owned()
        };
        self.edit(|session| session.said = said);
    }
}

/// Does everything that is to be shown, in one language and display.
pub(crate) fn shown(
    build: &Build,
    session: &Session,
    language: &str,
    display: Display,
) -> Result<Shown, String> {
    let opened = Host::open(
        &*build.program,
        build.manifest.clone(),
        build.messages.clone(),
        &session.start,
        language,
        display,
    );
    let mut host = opened.map_err(|error| error.to_string())?;
    let mut stopped = None;
    for action in &session.actions[..session.until.min(session.actions.len())] {
        // Each pane has its own language and display.
        if !matches!(action, Action::Language(_) | Action::Display(_) | Action::See(_))
            && let Err(error) = act(&mut host, action)
        {
            stopped = Some(error.to_string());
            break;
        }
    }
    Ok(Shown {
        view: host.view(),
        words: host.words(),
        inputs: host.inputs().clone(),
        problems: host.problems().clone(),
        claims: host.claims().clone(),
        happened: host.happened().to_vec(),
        stopped,
    })
}

/// A journey is what went on: a page that was handed in with something missing went nowhere.
fn without_stops(build: &Build, start: &Journey, actions: Vec<Action>) -> Vec<Action> {
    let language = build.manifest.fingertip.languages.first().map(String::as_str).unwrap_or_default();
    let opened = Host::open(
        &*build.program,
        build.manifest.clone(),
        build.messages.clone(),
        start,
        language,
        Display::Normal,
    );
    let Ok(mut host) = opened else { return actions };
    actions.into_iter().filter(|action| !matches!(host.act(action), Err(HostError::Stopped { .. }))).collect()
}

/// As a person does it: half a date is typed, and a page with something missing is handed in and stays.
fn act(host: &mut Host<'_>, action: &Action) -> Result<(), HostError> {
    match (host.act(action), action) {
        (Err(HostError::Value { .. }), Action::Fill(values)) => values.iter().try_for_each(|(key, value)| {
            let typed = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            host.change(key, Input::Text(typed))
        }),
        (Err(HostError::Stopped { .. }), Action::Submit(_)) => Ok(()),
        (done, _) => done,
    }
}

/// The faults that can be put in: each a name, and how the mini-app's own requests are answered then.
pub(crate) fn faults(manifest: &Manifest) -> Vec<(&'static str, BTreeMap<String, Reply>)> {
    use fingertip_standard::requests::{Refusal, RequestFault};
    let calls = || {
        manifest.fingertip.operations.iter().map(|operation| format!("call {operation}")).collect::<Vec<_>>()
    };
    let all = |keys: Vec<String>, reply: &Reply| {
        keys.into_iter().map(|key| (key, reply.clone())).collect::<BTreeMap<_, _>>()
    };
    let network = || calls().into_iter().chain(["submit-case", "pay"].map(str::to_owned)).collect::<Vec<_>>();
    vec![
        ("Offline", all(network(), &Reply::Failed(RequestFault::Offline))),
        ("No answer", all(network(), &Reply::Nothing)),
        ("Backend down", all(calls(), &Reply::Failed(RequestFault::DepartmentUnavailable))),
        (
            "Backend objects",
            all(calls(), &Reply::Rejected("refused".to_owned(), "The department's own words".to_owned())),
        ),
        ("Consent refused", all(vec!["claims".to_owned()], &Reply::Refused(Refusal::DeclinedByPerson))),
        ("Payment declined", all(vec!["pay".to_owned()], &Reply::Refused(Refusal::DeclinedByPerson))),
    ]
}
