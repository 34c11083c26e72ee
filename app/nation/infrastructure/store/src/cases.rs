//! Cases, their steps and the documents that came of them.

use std::collections::{BTreeMap, HashSet};

use fingertip_contract::{Case, CaseState, CaseStep, Rating, RatingLevel, ServiceRating};
use fingertip_standard::{DepartmentId, LocalText, ServiceId};
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    database::Transaction,
    error::StoreError,
    values::{text_of, timestamp, value_of},
};

/// More cases than a person has; bounds one answer.
const LIST_LIMIT: u32 = 500;

/// Whether the reference is taken.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn exists(work: &Transaction<'_>, id: &str) -> Result<bool, StoreError> {
    Ok(work.query_row("SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?1)", [id], |row| row.get(0))?)
}

/// Stores a new case of `subject` with its steps. Where it says who handed it in, `helper` is that helper's subject.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn insert(
    work: &Transaction<'_>,
    subject: &str,
    helper: Option<&str>,
    case: &Case,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms, promised_by,
             handed_in_by, helper, promised_days, promise_may_move)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            case.id.as_str(),
            subject,
            case.service.as_str(),
            case.department.as_str(),
            case.region.as_str(),
            case.app.as_str(),
            text_of(&case.state),
            case.submitted_at.as_millisecond(),
            case.promised_by.map(|day| day.to_string()),
            case.handed_in_by,
            helper,
            case.promised_days,
            case.promise_may_move,
        ],
    )?;
    case.steps.iter().try_for_each(|step| append_step(work, case.id.as_str(), step))
}

/// Stores where a case stands after `step`, the step, and the documents that came with it.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn advance(
    work: &Transaction<'_>,
    case: &Case,
    step: &CaseStep,
    documents: &[String],
) -> Result<(), StoreError> {
    let id = case.id.as_str();
    let promised_by = case.promised_by.map(|day| day.to_string());
    work.execute(
        "UPDATE cases SET state = ?2, promised_by = ?3, promise_may_move = ?4 WHERE id = ?1",
        params![id, text_of(&case.state), promised_by, case.promise_may_move],
    )?;
    append_step(work, id, step)?;
    for jws in documents {
        work.execute(
            "INSERT INTO case_documents (case_id, position, jws)
             VALUES (?1, (SELECT count(*) FROM case_documents WHERE case_id = ?1), ?2)",
            params![id, jws],
        )?;
    }
    Ok(())
}

fn append_step(work: &Transaction<'_>, id: &str, step: &CaseStep) -> Result<(), StoreError> {
    let note = step.note.as_ref().and_then(|note| serde_json::to_string(note).ok());
    work.execute(
        "INSERT INTO case_steps (case_id, position, state, at_ms, note)
         VALUES (?1, (SELECT count(*) FROM case_steps WHERE case_id = ?1), ?2, ?3, ?4)",
        params![id, text_of(&step.state), step.at.as_millisecond(), note],
    )?;
    Ok(())
}

/// Stores the person's rating.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn rate(work: &Transaction<'_>, id: &str, rating: &Rating, at_ms: i64) -> Result<(), StoreError> {
    work.execute(
        "UPDATE cases SET rating_level = ?2, rating_text = ?3, rated_ms = ?4 WHERE id = ?1",
        params![id, text_of(&rating.level), rating.text, at_ms],
    )?;
    Ok(())
}

/// What people think of each service that at least `least` of them rated.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn ratings(work: &Transaction<'_>, least: u32) -> Result<Vec<ServiceRating>, StoreError> {
    const TABLE: &str = "cases";
    let sql = "SELECT service, rating_level, count(*) FROM cases WHERE rating_level IS NOT NULL GROUP BY service, rating_level";
    let mut statement = work.prepare_cached(sql)?;
    let mut ratings: BTreeMap<ServiceId, [u32; 5]> = BTreeMap::new();
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (service, level, count): (String, String, u32) = row?;
        let level: RatingLevel = value_of(TABLE, level)?;
        let levels = ratings.entry(value_of(TABLE, service)?).or_default();
        if let Some((_, place)) =
            RatingLevel::ALL.iter().zip(levels.iter_mut()).find(|(known, _)| **known == level)
        {
            *place = count;
        }
    }
    let ratings = ratings.into_iter().map(|(service, levels)| ServiceRating {
        service,
        count: levels.iter().sum(),
        levels,
    });
    Ok(ratings.filter(|rating| rating.count >= least).collect())
}

/// The case, when it is this person's.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_person(work: &Transaction<'_>, subject: &str, id: &str) -> Result<Option<Case>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND subject = ?2");
    let row = work.query_row(&sql, [id, subject], CaseRow::read).optional()?;
    row.map(|row| row.complete(work)).transpose()
}

/// The case with the subject of its person, when this department handles it. It does not learn the helper's name.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_department(
    work: &Transaction<'_>,
    department: &DepartmentId,
    id: &str,
) -> Result<Option<(String, Case)>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND department = ?2");
    let of = |row: &Row<'_>| Ok((row.get(10)?, CaseRow::read(row)?));
    let row = work.query_row(&sql, [id, department.as_str()], of).optional()?;
    row.map(|(subject, row)| Ok((subject, Case { handed_in_by: None, ..row.complete(work)? }))).transpose()
}

/// A person's cases for one of their helpers, newest first: who handed a case in is said of those alone that this `helper` did.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list_for_helper(work: &Transaction<'_>, subject: &str, helper: &str) -> Result<Vec<Case>, StoreError> {
    let mut cases = list(work, subject)?;
    let sql = "SELECT id FROM cases WHERE subject = ?1 AND helper = ?2";
    let own: HashSet<String> = work
        .prepare_cached(sql)?
        .query_map([subject, helper], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for case in &mut cases {
        case.handed_in_by.take_if(|_| !own.contains(case.id.as_str()));
    }
    Ok(cases)
}

/// A person's cases, newest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list(work: &Transaction<'_>, subject: &str) -> Result<Vec<Case>, StoreError> {
    let mut statement =
        work.prepare_cached(&format!("{SELECT} WHERE subject = ?1 ORDER BY submitted_ms DESC, id LIMIT ?2"))?;
    let rows =
        statement.query_map(params![subject, LIST_LIMIT], CaseRow::read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|row| row.complete(work)).collect()
}

const SELECT: &str = "SELECT id, service, department, region, app, state, submitted_ms, promised_by, rating_level, rating_text, subject, handed_in_by, promised_days, promise_may_move FROM cases";

struct CaseRow {
    ids: [String; 5],
    state: String,
    submitted_ms: i64,
    promised_by: Option<String>,
    promised_days: Option<u16>,
    promise_may_move: bool,
    rating: Option<(String, String)>,
    handed_in_by: Option<String>,
}

impl CaseRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let level: Option<String> = row.get(8)?;
        let text: Option<String> = row.get(9)?;
        Ok(Self {
            ids: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            state: row.get(5)?,
            submitted_ms: row.get(6)?,
            promised_by: row.get(7)?,
            rating: level.map(|level| (level, text.unwrap_or_default())),
            handed_in_by: row.get(11)?,
            promised_days: row.get(12)?,
            promise_may_move: row.get(13)?,
        })
    }

    fn complete(self, work: &Transaction<'_>) -> Result<Case, StoreError> {
        const TABLE: &str = "cases";
        let [id, service, department, region, app] = self.ids;
        let steps = steps(work, &id)?;
        let documents = documents(work, &id)?;
        let rating = match self.rating {
            Some((level, text)) => Some(Rating { level: value_of(TABLE, level)?, text }),
            None => None,
        };
        Ok(Case {
            id: value_of(TABLE, id)?,
            service: value_of(TABLE, service)?,
            department: value_of(TABLE, department)?,
            region: value_of(TABLE, region)?,
            app: value_of(TABLE, app)?,
            state: value_of(TABLE, self.state)?,
            submitted_at: timestamp(TABLE, self.submitted_ms)?,
            promised_days: self.promised_days,
            promised_by: self.promised_by.map(|day| value_of(TABLE, day)).transpose()?,
            promise_may_move: self.promise_may_move,
            is_late: false,
            escalated_to: None,
            office: None,
            asked: Vec::new(),
            answer_by: None,
            acts: Vec::new(),
            entries: Vec::new(),
            steps,
            documents,
            rating,
            handed_in_by: self.handed_in_by,
        })
    }
}

fn steps(work: &Transaction<'_>, id: &str) -> Result<Vec<CaseStep>, StoreError> {
    const TABLE: &str = "case_steps";
    let mut statement = work
        .prepare_cached("SELECT state, at_ms, note FROM case_steps WHERE case_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.map(|row| {
        let (state, at_ms, note): (String, i64, Option<String>) = row?;
        let state: CaseState = value_of(TABLE, state)?;
        Ok(CaseStep { state, at: timestamp(TABLE, at_ms)?, note: note.map(said) })
    })
    .collect()
}

/// What was said; before it was kept in several languages it was one text.
fn said(note: String) -> LocalText {
    serde_json::from_str(&note).unwrap_or_else(|_| LocalText::unnamed(note))
}

fn documents(work: &Transaction<'_>, id: &str) -> Result<Vec<String>, StoreError> {
    let mut statement =
        work.prepare_cached("SELECT jws FROM case_documents WHERE case_id = ?1 ORDER BY position")?;
    Ok(statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
