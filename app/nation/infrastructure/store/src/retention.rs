//! When what is kept goes. Every table has its line in [`TABLES`]: what ends by itself goes with its date, what is a nation's to decide goes
//! after as many days as [`Retention`] says.

use jiff::{SignedDuration, Timestamp};

use crate::{error::StoreError, sql::params, transaction::Transaction, uploads};

/// By what the rows of a table go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// By a date of its own.
    ByDate,
    /// A number of days after it was written.
    AfterDays,
    /// With its case, a number of days after that was handled.
    WithCase,
    /// With the joint case that it is of, when none of its cases is left under way and all are as old.
    WithJointCase,
    /// When something newer takes its place.
    Replaced,
    /// When the person's link or identity ends.
    WithLink,
    /// Never: without it what was once true could not be shown, or the platform would not know its own.
    Never,
}

/// Every table of a platform.
pub const TABLES: [(&str, Goes); 32] = [
    ("audit", Goes::Never),
    ("audit_given", Goes::Replaced),
    ("case_documents", Goes::WithCase),
    ("case_entries", Goes::WithCase),
    ("case_steps", Goes::WithCase),
    ("cases", Goes::WithCase),
    ("catalogue", Goes::Replaced),
    ("catalogue_slice", Goes::Replaced),
    ("catalogue_version", Goes::Replaced),
    ("console_sessions", Goes::ByDate),
    ("ended_sessions", Goes::ByDate),
    ("first_issuer", Goes::Never),
    ("former_persons", Goes::Never),
    ("helper_codes", Goes::ByDate),
    ("helper_links", Goes::WithLink),
    ("helper_looks", Goes::AfterDays),
    ("helper_tries", Goes::AfterDays),
    ("idempotency", Goes::AfterDays),
    ("identities", Goes::WithLink),
    ("joint_cases", Goes::WithJointCase),
    ("joint_files", Goes::WithJointCase),
    ("joint_moments", Goes::WithJointCase),
    ("joint_steps", Goes::WithJointCase),
    ("outbox", Goes::WithCase),
    ("outbox_taken", Goes::Replaced),
    ("person_marks", Goes::WithLink),
    ("rating_counts", Goes::Never),
    ("ratings", Goes::WithCase),
    ("seen_proofs", Goes::ByDate),
    ("upload_pieces", Goes::ByDate),
    ("uploads", Goes::ByDate),
    ("use_counts", Goes::AfterDays),
];

/// How many days what is over stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// A case after the last that happened in it, once it is closed or withdrawn; none for ever. A phone shows it as long.
    pub handled_cases: Option<u32>,
    /// What was answered to a request with a key: as long, the same request again is one request. A phone that was left in a drawer for longer
    /// would hand in twice.
    pub answers: u32,
    /// Who looked at whose cases.
    pub looks: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { handled_cases: None, answers: 400, looks: 730 }
    }
}

/// How many of each went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gone {
    /// Cases, with their steps, documents, entries and ratings.
    pub cases: u32,
    /// Joint cases.
    pub joint_cases: u32,
}

/// A wrong code counts for its hour; the day is for whoever never tries again.
const TRIES: SignedDuration = SignedDuration::from_hours(24);

/// Removes what is over at `now`, of cases and joint cases at most `at_most` each: others have their turn in between.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn forget(
    work: &Transaction<'_>,
    now: Timestamp,
    retention: Retention,
    at_most: u32,
) -> Result<Gone, StoreError> {
    let now_ms = now.as_millisecond();
    for sql in [
        "DELETE FROM console_sessions WHERE until_ms <= ?1",
        "DELETE FROM ended_sessions WHERE until_ms < ?1",
        "DELETE FROM helper_codes WHERE expires_ms <= ?1",
    ] {
        work.execute(sql, [now_ms])?;
    }
    work.execute("DELETE FROM seen_proofs WHERE until_s < ?1", [now.as_second()])?;
    uploads::remove_expired(work, now_ms)?;
    work.execute("DELETE FROM helper_tries WHERE at_ms < ?1", [before(now, TRIES)])?;
    work.execute("DELETE FROM idempotency WHERE at_ms < ?1", [before(now, days(retention.answers))])?;
    work.execute("DELETE FROM helper_looks WHERE at_ms < ?1", [before(now, days(retention.looks))])?;
    let Some(handled) = retention.handled_cases else { return Ok(Gone::default()) };
    let handled_ms = before(now, days(handled));
    let joint_cases = joint_cases(work, handled_ms, at_most)?;
    Ok(Gone { joint_cases, cases: cases(work, handled_ms, at_most)? })
}

fn days(days: u32) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
}

fn before(now: Timestamp, by: SignedDuration) -> i64 {
    now.checked_sub(by).unwrap_or(Timestamp::MIN).as_millisecond()
}

/// Joint cases of which no step is to begin, and every case is handled and as old.
fn joint_cases(work: &Transaction<'_>, handled_ms: i64, at_most: u32) -> Result<u32, StoreError> {
    let statement = work.prepare(
        "SELECT id FROM joint_cases j WHERE submitted_ms < ?1 AND content IS NULL AND NOT EXISTS (
             SELECT 1 FROM joint_steps s LEFT JOIN cases c ON c.id = s.case_id WHERE s.joint_id = j.id AND (
                 s.state IN ('waiting', 'ready') OR c.state NOT IN ('closed', 'withdrawn')
                 OR EXISTS (SELECT 1 FROM case_steps t WHERE t.case_id = s.case_id AND t.at_ms >= ?1)))
         ORDER BY submitted_ms LIMIT ?2",
    )?;
    let ids = statement.query_map(params![handled_ms, i64::from(at_most)], |row| row.get(0))?;
    let ids = ids.collect::<Result<Vec<String>, _>>()?;
    for id in &ids {
        for table in ["joint_files", "joint_moments", "joint_steps"] {
            work.execute(&format!("DELETE FROM {table} WHERE joint_id = ?1"), [id])?;
        }
        work.execute("DELETE FROM joint_cases WHERE id = ?1", [id])?;
    }
    Ok(count(&ids))
}

/// Cases that are closed or withdrawn, in which nothing has happened since, of which no department has to be told anything, no rating waits
/// for a word, and no joint case is left.
fn cases(work: &Transaction<'_>, handled_ms: i64, at_most: u32) -> Result<u32, StoreError> {
    let statement = work.prepare(
        "SELECT id FROM cases c WHERE state IN ('closed', 'withdrawn') AND submitted_ms < ?1
             AND NOT EXISTS (SELECT 1 FROM case_steps s WHERE s.case_id = c.id AND s.at_ms >= ?1)
             AND NOT EXISTS (SELECT 1 FROM case_entries e WHERE e.case_id = c.id AND e.at_ms >= ?1)
             AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.id)
             AND NOT EXISTS (SELECT 1 FROM ratings r WHERE r.case_id = c.id AND (r.awaits_review = 1 OR r.at_ms >= ?1))
             AND NOT EXISTS (SELECT 1 FROM joint_steps j WHERE j.case_id = c.id)
         ORDER BY submitted_ms LIMIT ?2",
    )?;
    let ids = statement.query_map(params![handled_ms, i64::from(at_most)], |row| row.get(0))?;
    let ids = ids.collect::<Result<Vec<String>, _>>()?;
    for id in &ids {
        for table in ["case_documents", "case_entries", "case_steps", "ratings"] {
            work.execute(&format!("DELETE FROM {table} WHERE case_id = ?1"), [id])?;
        }
        work.execute("DELETE FROM cases WHERE id = ?1", [id])?;
    }
    Ok(count(&ids))
}

fn count(ids: &[String]) -> u32 {
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}
