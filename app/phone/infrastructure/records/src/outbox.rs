//! What must reach the platform: kept until it has, sent again under the same idempotency key. What is not accepted stays
//! too, with the reason, until the person has put it away.

use fingertip_contract::{
    ActKind,
    api::{CaseAct, GivenRating, SubmitCase, SubmitJointCase},
};
use fingertip_standard::{AppId, CaseId, LifeEventId, RunningApp, ServiceId, requests::RequestId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::{
    Records, RecordsError, Rows, drafts, gone,
    rows::{Place, read_rows},
    store::{at, from_json, ms, to_json},
};

pub(crate) const PLACE: Place<'static> =
    Place { kind: "outgoing item", table: "outbox", column: "content", condition: "key = ?1" };

/// How long whoever keeps an item has to send it at once, before it is among what waits.
const FIRST_TRY_MS: i64 = 60_000;

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutgoingItem {
    /// A case, for a mini-app that waits for the answer to a request.
    Case {
        /// The submitting mini-app, as stamped.
        app: RunningApp,
        /// Its request.
        request: RequestId,
        /// The case. It holds the link under which it is handed in for another: it goes out for that person and no other.
        case: Box<SubmitCase>,
        /// The name of the person for whom it is handed in; none where that is the person at this device.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        acting_for: Option<String>,
    },
    /// A rating.
    Rating {
        /// Of which case.
        case: CaseId,
        /// The rating.
        rating: GivenRating,
    },
    /// What the person says to the answer that their bad rating got.
    RatingAppeal {
        /// Of which case.
        case: CaseId,
        /// What.
        words: String,
    },
    /// A life event, asked for with one form.
    Joint {
        /// As it is handed in.
        case: Box<SubmitJointCase>,
    },
    /// What the person does in a case of theirs.
    Act {
        /// In which case.
        case: CaseId,
        /// What.
        act: Box<CaseAct>,
    },
}

/// An item of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The idempotency key: the same at every attempt.
    pub key: String,
    /// What is sent.
    pub item: OutgoingItem,
    /// When the person sent it.
    pub created_at: Timestamp,
    /// Failed attempts so far.
    pub attempts: u32,
}

/// Why an item was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotAccepted {
    /// The problem's code.
    pub code: String,
    /// The department's own words.
    #[serde(default)]
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What an item of the outbox is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutgoingSubject {
    /// A case for a service, handed in with a mini-app.
    Case {
        /// The mini-app.
        app: AppId,
        /// The service.
        service: ServiceId,
        /// The form that it was handed in from: the draft's key.
        form: Option<String>,
        /// The name of the person for whom it is handed in; none where that is the person at this device.
        acting_for: Option<String>,
    },
    /// A rating of a case.
    Rating(CaseId),
    /// An objection to the answer that a rating got.
    RatingAppeal(CaseId),
    /// A life event, asked for with one form.
    Joint(LifeEventId),
    /// What the person does in a case.
    Act(CaseId, ActKind),
    /// What this version does not know.
    Unknown,
}

/// How far an item of the outbox is, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingState {
    /// The idempotency key.
    pub key: String,
    /// What it is about.
    pub subject: OutgoingSubject,
    /// When the person sent it.
    pub created_at: Timestamp,
    /// Failed attempts so far.
    pub attempts: u32,
    /// It is not tried again before.
    pub not_before: Timestamp,
    /// Why it was not accepted; none while it waits.
    pub not_accepted: Option<NotAccepted>,
}

impl OutgoingState {
    /// Whether it is still to be sent.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.not_accepted.is_none()
    }
}

impl Records {
    /// Keeps an item until it has reached the platform. The draft that it was handed in from goes with it, in the same
    /// transaction: whoever looks sees either a form that is being filled in or one that is handed in, never both. What was not
    /// accepted of the same form before is put away. Another item under the same key takes its place. It is due at once for who keeps
    /// it, and for [`Self::next_to_send`] a minute later.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written; nothing was taken, the person still has all.
    pub fn enqueue(
        &self,
        key: &str,
        item: &OutgoingItem,
        form: Option<(&AppId, &str)>,
        created_at: Timestamp,
    ) -> Result<(), RecordsError> {
        let content = to_json(PLACE.kind, item)?;
        let mut connection = self.records();
        let change = connection.transaction()?;
        if let Some((app, route)) = form {
            let of_form = "SELECT o.key FROM outbox o JOIN handed_in h ON h.key = o.key
                           WHERE o.refusal IS NOT NULL AND h.app = ?1 AND h.route = ?2";
            let place = params![app.as_str(), route];
            let put_away = format!("SELECT key, created_ms FROM outbox WHERE key IN ({of_form})");
            gone::mark_all(&change, PLACE.kind, &put_away, place)?;
            change.execute(&format!("DELETE FROM outbox WHERE key IN ({of_form})"), place)?;
            let orphans = "DELETE FROM handed_in WHERE app = ?1 AND route = ?2
                           AND key NOT IN (SELECT key FROM outbox)";
            change.execute(orphans, place)?;
            let moved = "INSERT INTO handed_in (key, app, route, version, saved, inputs, updated_ms)
                         SELECT ?3, app, route, version, saved, inputs, updated_ms FROM draft WHERE app = ?1 AND route = ?2";
            change.execute(moved, params![app.as_str(), route, key])?;
            change.execute("DELETE FROM draft WHERE app = ?1 AND route = ?2", place)?;
        }
        let sql = "INSERT INTO outbox (key, created_ms, content, not_before_ms) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT DO UPDATE SET created_ms = excluded.created_ms, content = excluded.content,
                   not_before_ms = excluded.not_before_ms, attempts = 0, refusal = NULL";
        change.execute(sql, params![key, ms(created_at), content, ms(created_at) + FIRST_TRY_MS])?;
        change.commit()?;
        Ok(())
    }

    /// Everything not yet sent or not accepted, the oldest first. What cannot be read waits for a version that can.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn outbox(&self) -> Result<Rows<Outgoing>, RecordsError> {
        let sql = "SELECT key, content, created_ms, attempts FROM outbox ORDER BY rowid";
        read_rows(&self.records(), PLACE.kind, sql, &[], outgoing)
    }

    /// The oldest item that is due at `now`. Only this one is read: a person may have handed in many files.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn next_to_send(&self, now: Timestamp) -> Result<Option<Outgoing>, RecordsError> {
        let connection = self.records();
        let due = "SELECT rowid FROM outbox WHERE refusal IS NULL AND not_before_ms <= ?1 ORDER BY rowid";
        let mut statement = connection.prepare(due)?;
        let mut found = statement.query([ms(now)])?;
        while let Some(row) = found.next()? {
            let rowid: i64 = row.get(0)?;
            let sql = "SELECT key, content, created_ms, attempts FROM outbox WHERE rowid = ?1";
            let read = read_rows(&connection, PLACE.kind, sql, &[&rowid], outgoing)?;
            if let Some(outgoing) = read.rows.into_iter().next() {
                return Ok(Some(outgoing));
            }
        }
        Ok(None)
    }

    /// How far each item is, the oldest first. No content is read into memory.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn outgoing(&self) -> Result<Vec<OutgoingState>, RecordsError> {
        let connection = self.records();
        let mut statement = connection.prepare(
            "WITH readable AS (SELECT *, CASE WHEN json_valid(content) THEN content ELSE '{}' END AS json FROM outbox)
             SELECT o.key, json ->> '$.case.app.app', json ->> '$.case.case.service', json ->> '$.rating.case', h.route,
                    created_ms, attempts, not_before_ms, refusal, json ->> '$.case.acting_for',
                    json ->> '$.act.case', json ->> '$.act.act.kind', json ->> '$.rating-appeal.case',
                    json ->> '$.joint.case.life_event'
             FROM readable o LEFT JOIN handed_in h ON h.key = o.key ORDER BY o.created_ms, o.key",
        )?;
        let states = statement.query_map([], state)?.collect::<Result<_, _>>()?;
        Ok(states)
    }

    /// An attempt failed; the next one is not made before `not_before`.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn postpone(&self, key: &str, not_before: Timestamp) -> Result<(), RecordsError> {
        let sql = "UPDATE outbox SET attempts = attempts + 1, not_before_ms = ?2 WHERE key = ?1";
        self.records().execute(sql, params![key, ms(not_before)])?;
        Ok(())
    }

    /// What waits is due now: there is a connection again, or the person wants it so.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn hurry(&self) -> Result<(), RecordsError> {
        self.records().execute("UPDATE outbox SET not_before_ms = 0 WHERE refusal IS NULL", [])?;
        Ok(())
    }

    /// An item was not accepted: it stays with the reason, and the form that it came from can be filled in again, unless the
    /// person has begun a newer one there.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written; it then still waits.
    pub fn refuse(&self, key: &str, why: &NotAccepted) -> Result<(), RecordsError> {
        let why = to_json(PLACE.kind, why)?;
        let mut connection = self.records();
        let change = connection.transaction()?;
        change.execute("UPDATE outbox SET refusal = ?2 WHERE key = ?1", params![key, why])?;
        give_back(&change, key)?;
        change.commit()?;
        Ok(())
    }

    /// The person takes back what was not sent yet, or puts away what was not accepted: its form can be filled in again.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn take_back(&self, key: &str) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        let waits = "SELECT refusal IS NULL FROM outbox WHERE key = ?1";
        if change.query_row(waits, [key], |row| row.get(0)).optional()? == Some(true) {
            give_back(&change, key)?;
        }
        remove(&change, key)?;
        change.commit()?;
        Ok(())
    }

    /// An item has reached the platform.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn settle(&self, key: &str) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        remove(&change, key)?;
        change.commit()?;
        Ok(())
    }
}

fn outgoing(row: &Row<'_>, content: &str) -> Result<Outgoing, RecordsError> {
    Ok(Outgoing {
        key: row.get(0)?,
        item: from_json(PLACE.kind, content)?,
        created_at: at(row.get(2)?),
        attempts: row.get(3)?,
    })
}

fn state(row: &Row<'_>) -> rusqlite::Result<OutgoingState> {
    let text = |column: usize| row.get::<_, Option<String>>(column);
    let app = text(1)?.and_then(|app| AppId::new(app).ok());
    let service = text(2)?.and_then(|service| ServiceId::new(service).ok());
    let rated = text(3)?.and_then(|case| CaseId::new(case).ok());
    let acted = text(10)?.and_then(|case| CaseId::new(case).ok());
    let kind = text(11)?.and_then(|kind| serde_json::from_value(kind.into()).ok());
    let objected = text(12)?.and_then(|case| CaseId::new(case).ok());
    let event = text(13)?.and_then(|event| LifeEventId::new(event).ok());
    let subject = match (app, service, rated, acted.zip(kind)) {
        (Some(app), Some(service), ..) => {
            OutgoingSubject::Case { app, service, form: text(4)?, acting_for: text(9)? }
        }
        (_, _, Some(case), _) => OutgoingSubject::Rating(case),
        (.., Some((case, kind))) => OutgoingSubject::Act(case, kind),
        _ => match (objected, event) {
            (Some(case), _) => OutgoingSubject::RatingAppeal(case),
            (None, Some(event)) => OutgoingSubject::Joint(event),
            (None, None) => OutgoingSubject::Unknown,
        },
    };
    // A reason of an unknown shape is one all the same: the item is not sent again behind the person's back.
    let unread = || NotAccepted { code: String::new(), words: None, at: Timestamp::UNIX_EPOCH };
    let not_accepted =
        text(8)?.map(|why| from_json(PLACE.kind, &why).unwrap_or_else(|_: RecordsError| unread()));
    Ok(OutgoingState {
        key: row.get(0)?,
        subject,
        created_at: at(row.get(5)?),
        attempts: row.get(6)?,
        not_before: at(row.get(7)?),
        not_accepted,
    })
}

fn give_back(change: &Connection, key: &str) -> Result<(), RecordsError> {
    let sql = "INSERT INTO draft (app, version, route, saved, inputs, updated_ms)
               SELECT app, version, route, saved, inputs, updated_ms FROM handed_in WHERE key = ?1 ON CONFLICT DO NOTHING";
    change.execute(sql, [key])?;
    Ok(())
}

fn remove(change: &Connection, key: &str) -> Result<(), RecordsError> {
    PLACE.clear::<OutgoingItem>(change, key, params![key])?;
    gone::mark_all(change, PLACE.kind, "SELECT key, created_ms FROM outbox WHERE key = ?1", params![key])?;
    // A form that came back is there again.
    let form = "SELECT h.app || ' ' || h.route, h.updated_ms FROM handed_in h WHERE h.key = ?1
                AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.app = h.app AND d.route = h.route)";
    gone::mark_all(change, drafts::PLACE.kind, form, params![key])?;
    change.execute("DELETE FROM outbox WHERE key = ?1", [key])?;
    change.execute("DELETE FROM handed_in WHERE key = ?1", [key])?;
    Ok(())
}

#[cfg(test)]
mod tests;
