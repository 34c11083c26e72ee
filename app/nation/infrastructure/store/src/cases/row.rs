//! A case as its rows hold it.

use crate::sql::{Row, SqlError};
use fingertip_contract::{Case, CaseAsk, CaseOfJoint, CaseState, CaseStep};
use fingertip_standard::LocalText;

use crate::{
    entries,
    error::StoreError,
    ratings,
    transaction::Transaction,
    values::{json_of, timestamp, value_of},
};

const TABLE: &str = "cases";

/// What is read of a case; [`CaseRow::read`] knows the order.
pub(super) const SELECT: &str = "SELECT id, service, department, region, app, state, submitted_ms, promised_by, subject, handed_in_by, promised_days, promise_may_move,
    is_late, escalated_to, office, asked, answer_by, joint_id, joint_step FROM cases";

pub(super) struct CaseRow {
    ids: [String; 5],
    state: String,
    submitted_ms: i64,
    promised_by: Option<String>,
    promised_days: Option<u16>,
    promise_may_move: bool,
    is_late: bool,
    escalated_to: Option<String>,
    office: Option<String>,
    asked: Option<String>,
    answer_by: Option<String>,
    handed_in_by: Option<String>,
    joint: Option<(String, String)>,
}

impl CaseRow {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, SqlError> {
        Ok(Self {
            ids: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            state: row.get(5)?,
            submitted_ms: row.get(6)?,
            promised_by: row.get(7)?,
            handed_in_by: row.get(9)?,
            promised_days: row.get(10)?,
            promise_may_move: row.get(11)?,
            is_late: row.get(12)?,
            escalated_to: row.get(13)?,
            office: row.get(14)?,
            asked: row.get(15)?,
            answer_by: row.get(16)?,
            joint: row.get::<Option<String>>(17)?.zip(row.get(18)?),
        })
    }

    pub(super) fn complete(self, work: &Transaction<'_>) -> Result<Case, StoreError> {
        let [id, service, department, region, app] = self.ids;
        let steps = steps(work, &id)?;
        let documents = documents(work, &id)?;
        let entries = entries::of_case(work, &id)?;
        let text = |kept: Option<String>| kept.map(|kept| json_of::<LocalText>(TABLE, &kept)).transpose();
        let asked: Option<Vec<CaseAsk>> = self.asked.map(|kept| json_of(TABLE, &kept)).transpose()?;
        let rating = ratings::of_case(work, &id)?.map(|kept| kept.rating);
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
            is_late: self.is_late,
            escalated_to: text(self.escalated_to)?,
            office: text(self.office)?,
            asked: asked.unwrap_or_default(),
            answer_by: self.answer_by.map(|day| value_of(TABLE, day)).transpose()?,
            // What the person may do is for the rules to say.
            acts: Vec::new(),
            entries,
            steps,
            documents,
            rating,
            // What became of it is for the rules to say.
            follow_up: None,
            handed_in_by: self.handed_in_by,
            joint: self
                .joint
                .map(|(id, step)| Ok::<_, StoreError>(CaseOfJoint { id: value_of(TABLE, id)?, step }))
                .transpose()?,
        })
    }
}

fn steps(work: &Transaction<'_>, id: &str) -> Result<Vec<CaseStep>, StoreError> {
    const TABLE: &str = "case_steps";
    let statement =
        work.prepare("SELECT state, at_ms, note FROM case_steps WHERE case_id = ?1 ORDER BY position")?;
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
    let statement = work.prepare("SELECT jws FROM case_documents WHERE case_id = ?1 ORDER BY position")?;
    Ok(statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
