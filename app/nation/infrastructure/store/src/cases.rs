//! Cases, their steps and the documents that came of them.

mod row;

use std::collections::HashSet;

use crate::sql::{OptionalExtension, Row, params};
use fingertip_contract::{Case, CaseStep};
use fingertip_standard::{DepartmentId, LocalText};
use jiff::civil::Date;

use crate::{error::StoreError, transaction::Transaction, values::text_of};
use row::{CaseRow, SELECT};

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
             handed_in_by, helper, promised_days, promise_may_move, joint_id, joint_step)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            case.id.as_str(),
            subject,
            case.service.as_str(),
            case.department.as_str(),
            case.region.as_str(),
            case.app.as_str(),
            text_of(&case.state),
            case.submitted_at.as_millisecond(),
            day_text(case.promised_by),
            case.handed_in_by,
            helper,
            case.promised_days,
            case.promise_may_move,
            case.joint.as_ref().map(|joint| joint.id.as_str()),
            case.joint.as_ref().map(|joint| joint.step.as_str()),
        ],
    )?;
    case.steps.iter().try_for_each(|step| append_step(work, case.id.as_str(), step))
}

/// Stores where a case stands, who has it and what is asked in it; then the `step` that brought it there, where one did, and the documents that
/// came with it.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn advance(
    work: &Transaction<'_>,
    case: &Case,
    step: Option<&CaseStep>,
    documents: &[String],
) -> Result<(), StoreError> {
    let id = case.id.as_str();
    let asked = (!case.asked.is_empty()).then(|| serde_json::to_string(&case.asked).ok()).flatten();
    work.execute(
        "UPDATE cases SET state = ?2, promised_by = ?3, promise_may_move = ?4, is_late = ?5, office = ?6, asked = ?7, answer_by = ?8
         WHERE id = ?1",
        params![
            id,
            text_of(&case.state),
            day_text(case.promised_by),
            case.promise_may_move,
            case.is_late,
            written(case.office.as_ref()),
            asked,
            day_text(case.answer_by)
        ],
    )?;
    if let Some(step) = step {
        append_step(work, id, step)?;
    }
    for jws in documents {
        work.execute(
            "INSERT INTO case_documents (case_id, position, jws)
             VALUES (?1, (SELECT count(*) FROM case_documents WHERE case_id = ?1), ?2)",
            params![id, jws],
        )?;
    }
    Ok(())
}

/// A text in several languages as its column holds it.
fn written(text: Option<&LocalText>) -> Option<String> {
    text.and_then(|text| serde_json::to_string(text).ok())
}

fn day_text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn append_step(work: &Transaction<'_>, id: &str, step: &CaseStep) -> Result<(), StoreError> {
    let note = written(step.note.as_ref());
    work.execute(
        "INSERT INTO case_steps (case_id, position, state, at_ms, note)
         VALUES (?1, (SELECT count(*) FROM case_steps WHERE case_id = ?1), ?2, ?3, ?4)",
        params![id, text_of(&step.state), step.at.as_millisecond(), note],
    )?;
    Ok(())
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

/// The case with the subject of its person, when this department handles it. It learns neither the helper's name nor, here, what the person
/// thinks of it: that may be anonymous.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_department(
    work: &Transaction<'_>,
    department: &DepartmentId,
    id: &str,
) -> Result<Option<(String, Case)>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND department = ?2");
    let of = |row: &Row<'_>| Ok((row.get(8)?, CaseRow::read(row)?));
    let row = work.query_row(&sql, [id, department.as_str()], of).optional()?;
    row.map(|(subject, row)| Ok((subject, Case { handed_in_by: None, rating: None, ..row.complete(work)? })))
        .transpose()
}

/// A person's cases for one of their helpers, newest first: who handed a case in is said of those alone that this `helper` did.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list_for_helper(work: &Transaction<'_>, subject: &str, helper: &str) -> Result<Vec<Case>, StoreError> {
    let mut cases = list(work, subject)?;
    let sql = "SELECT id FROM cases WHERE subject = ?1 AND helper = ?2";
    let own: HashSet<String> =
        work.prepare(sql)?.query_map([subject, helper], |row| row.get(0))?.collect::<Result<_, _>>()?;
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
    let statement =
        work.prepare(&format!("{SELECT} WHERE subject = ?1 ORDER BY submitted_ms DESC, id LIMIT ?2"))?;
    let rows =
        statement.query_map(params![subject, LIST_LIMIT], CaseRow::read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(|row| row.complete(work)).collect()
}
