//! A department's cases under way in the order of their promises, and those that are late.

use crate::sql::params;
use fingertip_contract::{Case, CaseState};
use fingertip_standard::{DepartmentId, LocalText};
use jiff::civil::Date;

use crate::{cases, error::StoreError, transaction::Transaction, values::value_of};

/// A place in a queue: behind the case that was shown last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The day by which that case is promised, or one behind all days.
    pub day: String,
    /// When it was received, in milliseconds since 1970.
    pub submitted_ms: i64,
    /// Its reference.
    pub id: String,
}

impl Place {
    /// Before every case.
    #[must_use]
    pub fn first() -> Self {
        Self { day: String::new(), submitted_ms: 0, id: String::new() }
    }

    /// Where `case` stands.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            day: case.promised_by.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string()),
            submitted_ms: case.submitted_at.as_millisecond(),
            id: case.id.to_string(),
        }
    }

    /// As a text without spaces, to be read by [`Place::read`].
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}.{}.{}", self.day, self.submitted_ms, self.id)
    }

    /// From its text; none where it is no place.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (day, submitted_ms, id) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
        Some(Self { day: day.to_owned(), submitted_ms, id: id.to_owned() })
    }
}

/// At most `most` cases of `department` under way, from behind `after` on.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list(
    work: &Transaction<'_>,
    department: &DepartmentId,
    after: &Place,
    most: usize,
) -> Result<Vec<Case>, StoreError> {
    let sql = "SELECT id FROM cases WHERE department = ?1 AND state NOT IN ('closed', 'withdrawn')
               AND (queue_day, submitted_ms, id) > (?2, ?3, ?4) ORDER BY queue_day, submitted_ms, id LIMIT ?5";
    let told = params![
        department.as_str(),
        after.day,
        after.submitted_ms,
        after.id,
        u32::try_from(most).unwrap_or(u32::MAX)
    ];
    let ids: Vec<String> = work.prepare(sql)?.query_map(told, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let found = ids.iter().map(|id| cases::of_department(work, department, id));
    found.filter_map(Result::transpose).map(|found| found.map(|(_, case)| case)).collect()
}

/// How many cases of `department` under way are in each state, and how many of them are late.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn count(
    work: &Transaction<'_>,
    department: &DepartmentId,
) -> Result<(Vec<(CaseState, u32)>, u32), StoreError> {
    let sql = "SELECT state, count(*), CAST(sum(is_late) AS BIGINT) FROM cases WHERE department = ?1 AND state NOT IN ('closed', 'withdrawn')
               GROUP BY state ORDER BY state";
    let statement = work.prepare(sql)?;
    let (mut states, mut n_late) = (Vec::new(), 0);
    let rows =
        statement.query_map([department.as_str()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for row in rows {
        let (state, count, late): (String, u32, u32) = row?;
        states.push((value_of("cases", state)?, count));
        n_late += late;
    }
    Ok((states, n_late))
}

/// A case whose promised day has passed without a decision.
#[derive(Debug)]
pub struct Late {
    /// Its reference.
    pub id: String,
    /// Who handles it.
    pub department: String,
    /// Whether an office was told of it before.
    pub is_escalated: bool,
}

/// At most `most` cases that became late before `today` and are not marked so yet.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn newly_late(work: &Transaction<'_>, today: Date, most: u32) -> Result<Vec<Late>, StoreError> {
    let sql = "SELECT id, department, escalated_ms IS NOT NULL FROM cases
               WHERE is_late = 0 AND state IN ('accepted', 'review', 'appealed') AND promised_by < ?1 ORDER BY promised_by LIMIT ?2";
    let read = |row: &crate::sql::Row<'_>| {
        Ok(Late { id: row.get(0)?, department: row.get(1)?, is_escalated: row.get(2)? })
    };
    let statement = work.prepare(sql)?;
    Ok(statement.query_map(params![today.to_string(), most], read)?.collect::<Result<_, _>>()?)
}

/// From now on the case counts as late.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn mark_late(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    work.execute("UPDATE cases SET is_late = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// The `office` was told that the case is late; none where there is none to tell.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn mark_escalated(
    work: &Transaction<'_>,
    id: &str,
    office: Option<&LocalText>,
    at_ms: i64,
) -> Result<(), StoreError> {
    let office = office.and_then(|office| serde_json::to_string(office).ok());
    work.execute(
        "UPDATE cases SET escalated_ms = ?2, escalated_to = ?3 WHERE id = ?1",
        params![id, at_ms, office],
    )?;
    Ok(())
}

/// The promise begins anew, as with an appeal: nobody has been told that it is late.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn forget_escalation(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    work.execute("UPDATE cases SET escalated_ms = NULL, escalated_to = NULL WHERE id = ?1", [id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is_one() {
        let place = Place { day: "2026-12-01".into(), submitted_ms: 7, id: "HU-20261124-7KQ2X9".into() };
        assert_eq!(Place::read(&place.written()), Some(place));
        for wrong in ["", "a", "2026-12-01.x.HU", "2026-12-01.1"] {
            assert_eq!(Place::read(wrong), None, "{wrong}");
        }
    }
}
