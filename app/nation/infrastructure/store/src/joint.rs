//! Joint cases: the form that was handed in, where each step stands, what the platform did.

use crate::sql::{OptionalExtension, Row, SqlError, params};
use fingertip_contract::{JointMoment, JointReason, JointStepState, api::SubmittedFile};
use fingertip_standard::{CaseId, DepartmentId, LifeEventId, LocalText, RegionCode, ServiceId};
use jiff::Timestamp;
use serde::Serialize;

use crate::{
    error::StoreError,
    transaction::Transaction,
    values::{json_of, text_of, timestamp, value_of},
};

const TABLE: &str = "joint_cases";
const STEPS: &str = "joint_steps";
/// More joint cases than a person has; bounds one answer.
const LIST_LIMIT: u32 = 100;

/// A joint case without its steps.
#[derive(Debug, Clone)]
pub struct Joint {
    /// Its reference.
    pub id: CaseId,
    /// The issuer's subject of its person.
    pub subject: String,
    /// The life event.
    pub life_event: LifeEventId,
    /// What it was called then.
    pub name: LocalText,
    /// Where the person lives.
    pub region: RegionCode,
    /// Where they move to.
    pub destination: Option<RegionCode>,
    /// When it was received.
    pub submitted_at: Timestamp,
    /// Whether the person took all of it back.
    pub is_withdrawn: bool,
    /// The form and the steps as they were offered, as JSON.
    pub plan: String,
    /// What the person said and what was proven, as JSON; none once it is forgotten.
    pub content: Option<String>,
}

/// A step of a joint case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// Its service.
    pub service: ServiceId,
    /// Who does it.
    pub department: DepartmentId,
    /// Where.
    pub region: RegionCode,
    /// In how many working days it is promised.
    pub promised_days: Option<u16>,
    /// Where it stands before it is a case.
    pub state: JointStepState,
    /// Why it is not done.
    pub reason: Option<JointReason>,
    /// The case that it is.
    pub case: Option<CaseId>,
}

/// Stores a new joint case with its steps and files.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn insert(
    work: &Transaction<'_>,
    joint: &Joint,
    steps: &[Step],
    files: &[SubmittedFile],
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO joint_cases (id, subject, life_event, name, region, destination, submitted_ms, plan, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            joint.id.as_str(),
            joint.subject,
            joint.life_event.as_str(),
            written(&joint.name)?,
            joint.region.as_str(),
            joint.destination.as_ref().map(RegionCode::as_str),
            joint.submitted_at.as_millisecond(),
            joint.plan,
            joint.content,
        ],
    )?;
    for (position, step) in (0_u32..).zip(steps) {
        work.execute(
            "INSERT INTO joint_steps (joint_id, position, id, service, department, region, promised_days, state, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                joint.id.as_str(),
                position,
                step.id,
                step.service.as_str(),
                step.department.as_str(),
                step.region.as_str(),
                step.promised_days,
                text_of(&step.state),
                step.reason.as_ref().map(written).transpose()?,
            ],
        )?;
    }
    for (position, file) in (0_u32..).zip(files) {
        work.execute(
            "INSERT INTO joint_files (joint_id, position, file) VALUES (?1, ?2, ?3)",
            params![joint.id.as_str(), position, written(file)?],
        )?;
    }
    Ok(())
}

const SELECT: &str = "SELECT id, subject, life_event, name, region, destination, submitted_ms, withdrawn_ms IS NOT NULL, plan, content
    FROM joint_cases";

struct JointRow {
    texts: [String; 6],
    destination: Option<String>,
    submitted_ms: i64,
    is_withdrawn: bool,
    content: Option<String>,
}

impl JointRow {
    fn read(row: &Row<'_>) -> Result<Self, SqlError> {
        Ok(Self {
            texts: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(8)?],
            destination: row.get(5)?,
            submitted_ms: row.get(6)?,
            is_withdrawn: row.get(7)?,
            content: row.get(9)?,
        })
    }

    fn complete(self) -> Result<Joint, StoreError> {
        let [id, subject, life_event, name, region, plan] = self.texts;
        Ok(Joint {
            id: value_of(TABLE, id)?,
            subject,
            life_event: value_of(TABLE, life_event)?,
            name: json_of(TABLE, &name)?,
            region: value_of(TABLE, region)?,
            destination: self.destination.map(|region| value_of(TABLE, region)).transpose()?,
            submitted_at: timestamp(TABLE, self.submitted_ms)?,
            is_withdrawn: self.is_withdrawn,
            plan,
            content: self.content,
        })
    }
}

/// Whether the reference is taken.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn exists(work: &Transaction<'_>, id: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM joint_cases WHERE id = ?1)";
    Ok(work.query_row(sql, [id], |row| row.get(0))?)
}

/// The joint case with this reference.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn find(work: &Transaction<'_>, id: &str) -> Result<Option<Joint>, StoreError> {
    let row = work.query_row(&format!("{SELECT} WHERE id = ?1"), [id], JointRow::read).optional()?;
    row.map(JointRow::complete).transpose()
}

/// A person's joint cases, newest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list(work: &Transaction<'_>, subject: &str) -> Result<Vec<Joint>, StoreError> {
    let sql = format!("{SELECT} WHERE subject = ?1 ORDER BY submitted_ms DESC LIMIT ?2");
    let statement = work.prepare(&sql)?;
    let rows =
        statement.query_map(params![subject, LIST_LIMIT], JointRow::read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(JointRow::complete).collect()
}

/// The steps of a joint case, in their order.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn steps(work: &Transaction<'_>, joint: &CaseId) -> Result<Vec<Step>, StoreError> {
    let sql = "SELECT id, service, department, region, state, promised_days, reason, case_id FROM joint_steps
               WHERE joint_id = ?1 ORDER BY position";
    let statement = work.prepare(sql)?;
    let rows = statement.query_map([joint.as_str()], |row| {
        let texts: [String; 5] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
        Ok((texts, row.get(5)?, row.get(6)?, row.get(7)?))
    })?;
    rows.map(|row| {
        let (texts, promised_days, reason, case): (_, _, Option<String>, Option<String>) = row?;
        let [id, service, department, region, state] = texts;
        Ok(Step {
            id,
            service: value_of(STEPS, service)?,
            department: value_of(STEPS, department)?,
            region: value_of(STEPS, region)?,
            promised_days,
            state: value_of(STEPS, state)?,
            reason: reason.map(|reason| json_of(STEPS, &reason)).transpose()?,
            case: case.map(|case| value_of(STEPS, case)).transpose()?,
        })
    })
    .collect()
}

/// Stores where a step stands.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn set_step(work: &Transaction<'_>, joint: &CaseId, step: &Step) -> Result<(), StoreError> {
    work.execute(
        "UPDATE joint_steps SET state = ?3, reason = ?4, case_id = ?5 WHERE joint_id = ?1 AND id = ?2",
        params![
            joint.as_str(),
            step.id,
            text_of(&step.state),
            step.reason.as_ref().map(written).transpose()?,
            step.case.as_ref().map(CaseId::as_str),
        ],
    )?;
    Ok(())
}

/// The files that were handed in.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn files(work: &Transaction<'_>, joint: &CaseId) -> Result<Vec<SubmittedFile>, StoreError> {
    let statement = work.prepare("SELECT file FROM joint_files WHERE joint_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([joint.as_str()], |row| row.get(0))?;
    rows.map(|row| json_of("joint_files", &row.map(|file: String| file)?)).collect()
}

/// Notes something that the platform did.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn note(work: &Transaction<'_>, joint: &CaseId, moment: &JointMoment) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO joint_moments (joint_id, position, moment)
         VALUES (?1, (SELECT count(*) FROM joint_moments WHERE joint_id = ?1), ?2)",
        params![joint.as_str(), written(moment)?],
    )?;
    Ok(())
}

/// What the platform did, oldest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn moments(work: &Transaction<'_>, joint: &CaseId) -> Result<Vec<JointMoment>, StoreError> {
    let statement = work.prepare("SELECT moment FROM joint_moments WHERE joint_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([joint.as_str()], |row| row.get(0))?;
    rows.map(|row| json_of("joint_moments", &row.map(|moment: String| moment)?)).collect()
}

/// The person took all of it back.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn mark_withdrawn(work: &Transaction<'_>, joint: &CaseId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE joint_cases SET withdrawn_ms = ?2 WHERE id = ?1";
    Ok(work.execute(sql, params![joint.as_str(), at.as_millisecond()]).map(drop)?)
}

/// Says when what the person said is forgotten: at that time, or not for now.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn keep_until(work: &Transaction<'_>, joint: &CaseId, at: Option<Timestamp>) -> Result<(), StoreError> {
    let sql = "UPDATE joint_cases SET forget_ms = ?2 WHERE id = ?1 AND content IS NOT NULL";
    Ok(work.execute(sql, params![joint.as_str(), at.map(Timestamp::as_millisecond)]).map(drop)?)
}

/// Forgets what the person said and their files, of one joint case.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn forget(work: &Transaction<'_>, joint: &CaseId) -> Result<(), StoreError> {
    work.execute("DELETE FROM joint_files WHERE joint_id = ?1", [joint.as_str()])?;
    let sql = "UPDATE joint_cases SET content = NULL, forget_ms = NULL WHERE id = ?1";
    Ok(work.execute(sql, [joint.as_str()]).map(drop)?)
}

/// At most `most` joint cases whose content is to be forgotten by now.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn to_forget(work: &Transaction<'_>, now: Timestamp, most: u32) -> Result<Vec<CaseId>, StoreError> {
    let sql = "SELECT id FROM joint_cases WHERE forget_ms <= ?1 ORDER BY forget_ms LIMIT ?2";
    let statement = work.prepare(sql)?;
    let rows = statement.query_map(params![now.as_millisecond(), most], |row| row.get(0))?;
    rows.map(|row| value_of(TABLE, row.map(|id: String| id)?)).collect()
}

/// At most `most` joint cases behind `after` of which a step is to be begun and was not.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn with_ready_steps(work: &Transaction<'_>, after: &str, most: u32) -> Result<Vec<CaseId>, StoreError> {
    let sql = "SELECT DISTINCT joint_id FROM joint_steps WHERE state = 'ready' AND joint_id > ?1 ORDER BY joint_id LIMIT ?2";
    let statement = work.prepare(sql)?;
    let rows = statement.query_map(params![after, most], |row| row.get(0))?;
    rows.map(|row| value_of(STEPS, row.map(|id: String| id)?)).collect()
}

fn written<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Damaged { table: TABLE })
}
