//! How what waits is sent: one thing at a time, the oldest first. Nothing leaves unsent without the person.

use std::sync::Arc;

use fingertip_contract::{
    Case, JointCase,
    api::{CaseAct, SubmitCase, SubmitJointCase},
};
use fingertip_platform_client::PlatformError;
use fingertip_records::{NotAccepted, Outgoing, OutgoingItem, RecordsError};
use fingertip_standard::{
    CaseId, Fault, RunningApp,
    requests::{Answer, RequestFault},
};
use jiff::Timestamp;

use crate::{
    areas::{
        cases::msg::CasesMsg,
        family::{msg::FamilyMsg, run::look_after_refusal},
        joint::msg::JointMsg,
        mini_app::msg::MiniAppMsg,
        notices::{model::Told, msg::NoticesMsg},
        outbox::{
            effect::OutboxEffect,
            msg::OutboxMsg,
            prove::{prove, prove_joint},
            retry::next_try,
            upload::send_ahead,
        },
        session::run::{ask_for_assurance, note_answer},
    },
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: OutboxEffect) {
    let at = world.clone();
    match effect {
        OutboxEffect::Send => drop(world.begin(async move { send_all(&at).await })),
        OutboxEffect::SendNow => drop(world.begin(async move {
            if let Err(error) = at.records.hurry() {
                return at.fail(&error);
            }
            send_all(&at).await;
        })),
        OutboxEffect::TakeBack(key) => drop(world.begin(async move {
            // What is on its way at this moment is not taken back under it.
            let _turn = at.sending.lock().await;
            if let Err(error) = at.records.take_back(&key) {
                at.fail(&error);
            }
            tell(&at);
        })),
    }
}

/// Sends everything that is due. Where somebody else does so already, that is enough.
async fn send_all(world: &World) {
    let Ok(_alone) = world.sending_all.try_lock() else { return };
    loop {
        let _turn = world.sending.lock().await;
        let next = match world.records.next_to_send(world.now()) {
            Ok(Some(next)) => next,
            Ok(None) => return,
            Err(error) => return world.fail(&error),
        };
        match send(world, &next).await {
            Err(error) => return world.fail(&error),
            Ok(Ok(Arrived::Joint(case))) => world.send(JointMsg::CaseCame { case, has_arrived: true }),
            Ok(Ok(Arrived::Case(case))) => {
                let told = told_of(&next.item).unwrap_or_else(|| Told::CaseArrived(case.id.clone()));
                came(world, &next.item, *case, Some(told));
            }
            Ok(Err(error)) if !error.is_passing() => world.send(NoticesMsg::NotAccepted(error.into_words())),
            // Nothing else would fare better now.
            Ok(Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn)) => {
                return;
            }
            Ok(Err(_)) => {}
        }
    }
}

/// Sends what was just kept, and says how that went to whoever waits for it.
pub(crate) async fn send_one(world: &World, key: &str, item: OutgoingItem) -> Answer {
    let _turn = world.sending.lock().await;
    let outgoing = Outgoing { key: key.to_owned(), item, created_at: world.now(), attempts: 0 };
    let told = told_of(&outgoing.item);
    match send(world, &outgoing).await {
        Err(error) => {
            // It is kept, and whether it has come is asked again.
            world.fail(&error);
            Answer::Queued
        }
        Ok(Ok(Arrived::Joint(case))) => {
            let id = case.id.to_string();
            world.send(JointMsg::CaseCame { case, has_arrived: true });
            Answer::CaseAccepted(id)
        }
        Ok(Ok(Arrived::Case(case))) => {
            let id = case.id.to_string();
            came(world, &outgoing.item, *case, told);
            Answer::CaseAccepted(id)
        }
        Ok(Err(error)) if error.is_passing() => {
            if error.has_own_words() {
                world.fail(&error);
            }
            Answer::Queued
        }
        Ok(Err(error)) => {
            if told.is_some() || error.has_own_words() {
                world.fail(&error);
            }
            match error.for_guest() {
                rejected @ Answer::Rejected(_) => rejected,
                _ => Answer::Failed(RequestFault::PlatformUnavailable),
            }
        }
    }
}

/// What came of what was sent.
enum Arrived {
    Case(Box<Case>),
    Joint(Box<JointCase>),
}

impl Arrived {
    fn case(case: Case) -> Self {
        Self::Case(Box::new(case))
    }
}

/// Sends one item and writes down what came of it: it is settled only when the platform has it.
async fn send(world: &World, outgoing: &Outgoing) -> Result<Result<Arrived, PlatformError>, RecordsError> {
    let Outgoing { key, item, attempts, .. } = outgoing;
    let answered = match item {
        OutgoingItem::Case { app, case, .. } => submit(world, key, app, case).await.map(Arrived::case),
        OutgoingItem::Rating { case, rating } => world.platform.rate(case, rating).await.map(Arrived::case),
        OutgoingItem::RatingAppeal { case, words } => {
            world.platform.appeal_rating(case, words).await.map(Arrived::case)
        }
        OutgoingItem::Act { case, act } => self::act(world, key, case, act).await.map(Arrived::case),
        OutgoingItem::Joint { case } => submit_joint(world, key, case).await,
    };
    let sent = note_answer(world, answered);
    if let Err(error) = &sent {
        ask_for_assurance(world, error, *attempts == 0);
        look_after_refusal(world, error).await;
    }
    let now = world.now();
    let written = match &sent {
        Ok(_) => world.records.settle(key),
        Err(error) if error.is_passing() => {
            world.records.postpone(key, next_try(now, *attempts, error.retry_after()))
        }
        Err(error) => world.records.refuse(key, &why(error, now)),
    };
    tell(world);
    written.map(|()| sent)
}

/// The files first, which take longest; then what is proven, which holds shortest; then the case.
async fn submit(
    world: &World,
    key: &str,
    app: &RunningApp,
    case: &SubmitCase,
) -> Result<Case, PlatformError> {
    let files = send_ahead(world, key, &case.files).await?;
    let with_files = SubmitCase { files, ..case.clone() };
    let proven = prove(world, key, &with_files).await?;
    world.platform.submit(key, app, &proven).await
}

/// As [`submit`], of a life event with one form.
async fn submit_joint(world: &World, key: &str, case: &SubmitJointCase) -> Result<Arrived, PlatformError> {
    let files = send_ahead(world, key, &case.files).await?;
    let with_files = SubmitJointCase { files, ..case.clone() };
    let proven = prove_joint(world, key, &with_files).await?;
    world.platform.submit_joint(key, &proven).await.map(|case| Arrived::Joint(Box::new(case)))
}

/// The files first, which take longest; then what the person does.
async fn act(world: &World, key: &str, case: &CaseId, act: &CaseAct) -> Result<Case, PlatformError> {
    let files = send_ahead(world, key, &act.files).await?;
    world.platform.act(key, case, &CaseAct { files, ..act.clone() }).await
}

fn why(error: &PlatformError, at: Timestamp) -> NotAccepted {
    match error {
        PlatformError::Refused { code, words, .. } => {
            NotAccepted { code: code.to_string(), words: words.clone(), at }
        }
        error => NotAccepted { code: error.message_id().to_owned(), words: None, at },
    }
}

/// What is told once it has come, of what no mini-app waits for.
fn told_of(item: &OutgoingItem) -> Option<Told> {
    match item {
        OutgoingItem::Rating { case, .. } => Some(Told::Rated(case.clone())),
        OutgoingItem::RatingAppeal { case, .. } | OutgoingItem::Act { case, .. } => {
            Some(Told::ActArrived(case.clone()))
        }
        OutgoingItem::Case { .. } | OutgoingItem::Joint { .. } => None,
    }
}

/// What was handed in for another is no case of the person at this device.
fn came(world: &World, item: &OutgoingItem, case: Case, told: Option<Told>) {
    if let OutgoingItem::Case { case: asked, acting_for, .. } = item
        && let Some(link) = asked.on_behalf.clone()
    {
        let name = acting_for.clone().unwrap_or_default();
        let has_waited = told.is_some();
        return world.send(FamilyMsg::HandedIn { link, name, case: Box::new(case), has_waited });
    }
    world.send(CasesMsg::CaseCame { case: Box::new(case), as_of: world.now(), told });
}

/// Says how far everything is, and which forms there are: what is not accepted is a form again.
pub(crate) fn tell(world: &World) {
    match world.records.outgoing() {
        Ok(states) => world.send(OutboxMsg::OutboxRead(states)),
        Err(error) => world.fail(&error),
    }
    if let Ok(apps) = world.records.drafted_apps() {
        world.send(MiniAppMsg::DraftsCounted(apps));
    }
}
