//! Brings what is on its way to the departments: one task a department, so that one which is down delays no other, and several deliveries at
//! a time, so that one which hangs delays nobody else. What a department does not take is put aside.

mod fate;
mod lanes;

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use fingertip_contract::{CaseEntry, EntryKind, Party, ProblemCode};
use fingertip_departments::{Departments, Registered};
use fingertip_kit::{
    ApiError,
    body::LIMIT,
    clock,
    keys::SigningKey,
    secrets,
    webhooks::{self, SendError},
};
use fingertip_standard::{
    DepartmentId,
    limits::{BODY_BYTES, CASE_FILES_BYTES},
};
use fingertip_store::{
    Database, StoreError, Transaction,
    audit::{self, Note},
    entries,
    outbox::{self, NewParcel, Parcel, Whose},
};
use jiff::Timestamp;
use tokio::{sync::watch, task::JoinSet};

use crate::words::say_put_aside;
use fate::{Fate, LONGEST_WAIT, Outcome, derive_wait, judge};
use lanes::Lanes;

/// How long a department may take to accept a delivery.
const PATIENCE: Duration = Duration::from_secs(10);
/// After how long a delivery is due again of which nobody said what came: longer than it can take.
const LEASE: Duration = Duration::from_secs(20);
/// How long one that ends waits for what is under way; whatever is not told by then goes out anew.
const ENDING: Duration = Duration::from_secs(2);
/// How long what was delivered may stay in the database's log where more is delivered all the while.
const LOG_LIFETIME: Duration = Duration::from_secs(1);
/// How often a delivery is tried that fails while others are taken: some minutes.
pub const MOST_ATTEMPTS: u32 = 12;

/// Puts a delivery on its way.
///
/// # Errors
/// `upload-too-large` for more than a department's door takes, which would be told again and again, or the database refuses.
pub(crate) fn put(work: &Transaction<'_>, parcel: &NewParcel<'_>, at_ms: i64) -> Result<(), ApiError> {
    if parcel.body.len() > LIMIT {
        let title = format!("{LIMIT} bytes in base64 at most");
        return Err(ApiError::titled(ProblemCode::UploadTooLarge, title));
    }
    Ok(outbox::put(work, parcel, at_ms)?)
}

// What a device lets a person hand in goes through: the files in base64, the form escaped in JSON in JSON.
const _: () = assert!(CASE_FILES_BYTES as usize / 3 * 4 + 2 * BODY_BYTES < LIMIT);

/// What deliveries are made with.
#[derive(Debug, Clone)]
pub struct Deliveries {
    /// Holds what is on its way.
    pub database: Database,
    /// Whom to bring it to.
    pub departments: Arc<Departments>,
    /// Brings it.
    pub client: reqwest::Client,
    /// Signs it.
    pub key: Arc<SigningKey>,
    /// How often a delivery is tried that fails while others are taken; see [`MOST_ATTEMPTS`].
    pub most_attempts: u32,
}

/// Brings what is for `department` to it until `stop` turns true.
pub async fn run(deliveries: Deliveries, department: DepartmentId, mut stop: watch::Receiver<bool>) {
    let known = Arc::clone(&deliveries.departments);
    let Some(registered) = known.find(&department) else { return };
    let mut desk = Desk {
        deliveries,
        department,
        lanes: Lanes::default(),
        on_the_way: JoinSet::new(),
        unsettled: BTreeSet::new(),
        log_since: None,
    };
    let mut tried = Vec::new();
    loop {
        while let Some(more) = desk.on_the_way.try_join_next() {
            tried.extend(more);
        }
        let wait = match desk.turn(std::mem::take(&mut tried)).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(department = %desk.department, %error, "outbox cannot be read or written");
                LONGEST_WAIT
            }
        };
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => break,
            () = registered.wake.notified() => {}
            Some(done) = desk.on_the_way.join_next() => tried.extend(done),
            () = tokio::time::sleep(wait) => {}
        }
    }
    if let Err(error) = desk.end(tried).await {
        tracing::error!(department = %desk.department, %error, "what is under way goes out anew some seconds later");
    }
}

/// A delivery that was tried.
struct Tried {
    parcel: Parcel,
    outcome: Outcome,
}

/// Everything on its way to one department.
struct Desk {
    deliveries: Deliveries,
    department: DepartmentId,
    lanes: Lanes,
    on_the_way: JoinSet<Tried>,
    /// The ids of what was taken and not settled.
    unsettled: BTreeSet<String>,
    /// Since when the database's log holds what was delivered.
    log_since: Option<Instant>,
}

impl Desk {
    /// Keeps what became of those that were `tried` and sends what is due, all in one piece of work; says how long there is nothing more to
    /// do.
    async fn turn(&mut self, tried: Vec<Tried>) -> Result<Duration, StoreError> {
        let now = Instant::now();
        let fates = self.judge(tried, now);
        let room = self.lanes.room(now);
        let department = self.department.clone();
        let work = move |work: &Transaction<'_>| {
            let at = clock::now();
            for (parcel, fate) in &fates {
                settle(work, &department, parcel, *fate, at)?;
            }
            let until_ms = at.as_millisecond() + ms(LEASE);
            let when = (at.as_millisecond(), until_ms);
            let id = department.as_str();
            let mut due = outbox::take_due(work, id, Whose::NotOf(&room.quick_but), room.quick, when)?;
            due.extend(outbox::take_due(work, id, Whose::Of(&room.slow_of), room.slow, when)?);
            let taken: Vec<String> = due.iter().map(|parcel| parcel.subject.clone()).collect();
            let (mut busy, mut waiting) = (room.quick_but, room.slow_of);
            waiting.retain(|subject| !taken.contains(subject));
            busy.extend(taken);
            let quick_ms = outbox::next_due_ms(work, id, Whose::NotOf(&busy))?;
            let slow_ms = outbox::next_due_ms(work, id, Whose::Of(&waiting))?;
            Ok::<_, StoreError>((due, quick_ms, slow_ms))
        };
        let (due, quick_ms, slow_ms) = self.deliveries.database.run(work).await?;
        for parcel in due {
            self.lanes.begin(&parcel.subject, now);
            self.unsettled.insert(parcel.id.clone());
            let (deliveries, department) = (self.deliveries.clone(), self.department.clone());
            self.on_the_way.spawn(async move {
                let outcome = match deliveries.departments.find(&department) {
                    Some(registered) => deliver(&deliveries, registered, &parcel).await,
                    None => Outcome::NobodyThere,
                };
                Tried { parcel, outcome }
            });
        }
        self.empty_log(now).await?;
        let room = self.lanes.room(Instant::now());
        let next = [(quick_ms, room.quick), (slow_ms, room.slow)];
        let next = next.into_iter().filter(|(_, room)| *room > 0).filter_map(|(due_ms, _)| due_ms).min();
        let wait = next.map(|due_ms| u64::try_from(due_ms - clock::now().as_millisecond()).unwrap_or(0));
        let wait = wait.map_or(LONGEST_WAIT, Duration::from_millis);
        let log = self.log_since.map(|since| LOG_LIFETIME.saturating_sub(since.elapsed()));
        let sooner = self.lanes.until_more(Instant::now()).into_iter().chain(log).min();
        Ok(wait.min(sooner.unwrap_or(LONGEST_WAIT)))
    }

    /// What becomes of those that were `tried`, which lanes and log are told.
    fn judge(&mut self, tried: Vec<Tried>, now: Instant) -> Vec<(Parcel, Fate)> {
        let mut fates = Vec::new();
        for Tried { parcel, outcome } in tried {
            self.unsettled.remove(&parcel.id);
            let fate = judge(outcome, &parcel, self.deliveries.most_attempts);
            self.lanes.note(&parcel.subject, (outcome, fate), now);
            self.tell(&parcel, fate);
            if fate == Fate::Delivered {
                self.log_since.get_or_insert(now);
            }
            fates.push((parcel, fate));
        }
        fates
    }

    /// Keeps what becomes of what is under way, for as long as one waits for it; the rest is due at once, for whoever brings it next.
    async fn end(&mut self, mut tried: Vec<Tried>) -> Result<(), StoreError> {
        let told = async {
            while let Some(done) = self.on_the_way.join_next().await {
                tried.extend(done);
            }
        };
        // Whatever is told in time is enough.
        let _ = tokio::time::timeout(ENDING, told).await;
        let fates = self.judge(tried, Instant::now());
        let (department, rest) = (self.department.clone(), std::mem::take(&mut self.unsettled));
        let work = move |work: &Transaction<'_>| {
            for (parcel, fate) in &fates {
                settle(work, &department, parcel, *fate, clock::now())?;
            }
            rest.iter().try_for_each(|id| outbox::give_back(work, id))
        };
        self.deliveries.database.run(work).await
    }

    /// What was delivered is on no page of the log, as soon as nothing is under way, and at the latest some time after.
    async fn empty_log(&mut self, now: Instant) -> Result<(), StoreError> {
        let is_due = self
            .log_since
            .is_some_and(|since| self.on_the_way.is_empty() || now.duration_since(since) >= LOG_LIFETIME);
        if is_due {
            let is_empty = self.deliveries.database.empty_log().await?;
            self.log_since = (!is_empty).then_some(now);
        }
        Ok(())
    }

    fn tell(&self, parcel: &Parcel, fate: Fate) {
        let (department, attempts) = (&self.department, parcel.attempts + 1);
        match fate {
            Fate::Delivered => {}
            Fate::Again => {
                tracing::warn!(%department, attempts, "department did not take a delivery, trying again later");
            }
            Fate::Aside(status) => {
                tracing::error!(%department, attempts, status = status.unwrap_or_default(), "department takes a delivery not at all, it is put aside");
            }
        }
    }
}

/// Keeps what became of a delivery.
fn settle(
    work: &Transaction<'_>,
    department: &DepartmentId,
    parcel: &Parcel,
    fate: Fate,
    now: Timestamp,
) -> Result<(), StoreError> {
    match fate {
        Fate::Delivered => outbox::delivered(work, department.as_str(), &parcel.id),
        Fate::Again => {
            let due_ms = now.as_millisecond() + ms(derive_wait(parcel.attempts));
            outbox::postpone(work, &parcel.id, due_ms)
        }
        Fate::Aside(status) => {
            outbox::put_aside(work, &parcel.id, status, now.as_millisecond())?;
            let entry = CaseEntry {
                id: secrets::make_token(16).map_err(|_| StoreError::Ended)?,
                from: Party::Platform,
                kind: EntryKind::PutAside,
                at: now,
                words: say_put_aside(parcel.id == parcel.case_id),
                attachments: Vec::new(),
            };
            entries::append(work, &parcel.case_id, &entry)?;
            let note = Note { actor: "platform", action: "put-aside", object: &parcel.case_id, detail: "" };
            audit::note(work, &note, now.as_millisecond())
        }
    }
}

async fn deliver(deliveries: &Deliveries, registered: &Registered, parcel: &Parcel) -> Outcome {
    let request = deliveries
        .client
        .post(format!("{}{}", registered.backend, parcel.path))
        .bearer_auth(&registered.token)
        .header("content-type", "application/json")
        .timeout(PATIENCE)
        .body(parcel.body.clone());
    match webhooks::send(&deliveries.client, request, &deliveries.key).await {
        Ok(response) => Outcome::Answered(response.status().as_u16()),
        Err(SendError::Http(error)) if error.is_connect() => Outcome::NobodyThere,
        Err(SendError::Http(_)) => Outcome::NoAnswer,
        Err(error) => {
            tracing::error!(%error, "a delivery cannot be sent");
            Outcome::NoAnswer
        }
    }
}

fn ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 2)
}
