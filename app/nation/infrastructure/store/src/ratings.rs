//! Ratings, what became of them, and how many gave which level.

use std::collections::BTreeMap;

use crate::sql::{OptionalExtension, Row, SqlError, params};
use fingertip_contract::{
    Case, Rating, RatingLevel, RatingReason,
    api::{Indicator, IndicatorKind},
};
use fingertip_standard::{CaseId, DepartmentId, LocalText, RegionCode, ServiceId};
use jiff::{Timestamp, civil::Date};

use crate::{
    error::StoreError,
    transaction::Transaction,
    values::{json_of, text_of, timestamp, value_of},
};

const TABLE: &str = "ratings";

/// A rating with all that became of it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its place in the order in which ratings came.
    pub position: i64,
    /// Of which case.
    pub case: CaseId,
    /// Who handled it.
    pub department: DepartmentId,
    /// Which service it was.
    pub service: ServiceId,
    /// Where.
    pub region: RegionCode,
    /// How content.
    pub rating: Rating,
    /// Why, of the list.
    pub reasons: Vec<RatingReason>,
    /// Whether the department is not told of which case.
    pub is_anonymous: bool,
    /// When it was given.
    pub at: Timestamp,
    /// The last day of an answer in time; none where none has to be given.
    pub reply_by: Option<Date>,
    /// What the department answered last.
    pub reply: Option<LocalText>,
    /// When.
    pub replied_ms: Option<i64>,
    /// What the person said to that.
    pub appeal: Option<String>,
    /// What the operator said to it.
    pub appeal_answer: Option<LocalText>,
    /// When.
    pub appeal_answered_ms: Option<i64>,
    /// Whether the department has to answer anew.
    pub is_appeal_granted: bool,
    /// Why the department would have it left out.
    pub exclusion: Option<LocalText>,
    /// What the operator said to that.
    pub exclusion_answer: Option<LocalText>,
    /// Whether it is left out.
    pub is_excluded: bool,
}

/// A rating to keep.
#[derive(Debug)]
pub struct New<'a> {
    /// Its id.
    pub id: &'a str,
    /// Of which case.
    pub case: &'a Case,
    /// How content.
    pub rating: &'a Rating,
    /// Why, of the list.
    pub reasons: &'a [RatingReason],
    /// Whether the department is not told of which case.
    pub is_anonymous: bool,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// The last day of an answer in time; none where none has to be given.
    pub reply_by: Option<Date>,
}

/// Keeps a rating and counts it.
///
/// # Errors
/// [`StoreError`] when the database refuses, as for a second rating of a case.
pub fn insert(work: &Transaction<'_>, new: &New<'_>) -> Result<(), StoreError> {
    let case = new.case;
    work.execute(
        "INSERT INTO ratings (id, case_id, department, service, region, level, text, reasons, is_anonymous, at_ms, reply_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            new.id,
            case.id.as_str(),
            case.department.as_str(),
            case.service.as_str(),
            case.region.as_str(),
            text_of(&new.rating.level),
            new.rating.text,
            serde_json::to_string(new.reasons).unwrap_or_default(),
            new.is_anonymous,
            new.at_ms,
            new.reply_by.map(|day| day.to_string()),
        ],
    )?;
    let of = (case.service.as_str(), case.department.as_str(), case.region.as_str());
    count(work, of, &new.rating.level, 1)
}

/// Adds `by` to the counts of the level, once for each of service, department and region.
fn count(
    work: &Transaction<'_>,
    (service, department, region): (&str, &str, &str),
    level: &RatingLevel,
    by: i64,
) -> Result<(), StoreError> {
    let statement = work.prepare(
        "INSERT INTO rating_counts (kind, of, level, count) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (kind, of, level) DO UPDATE SET count = rating_counts.count + excluded.count",
    )?;
    let kinds = [
        (IndicatorKind::Service, service),
        (IndicatorKind::Department, department),
        (IndicatorKind::Region, region),
    ];
    for (kind, of) in kinds {
        statement.execute(params![text_of(&kind), of, text_of(level), by])?;
    }
    Ok(())
}

/// What people think of each service, department and region that at least `least` of them rated.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn indicators(work: &Transaction<'_>, least: u32) -> Result<Vec<Indicator>, StoreError> {
    const COUNTS: &str = "rating_counts";
    let statement = work.prepare("SELECT kind, of, level, count FROM rating_counts")?;
    let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut found: BTreeMap<(IndicatorKind, String), [u32; 5]> = BTreeMap::new();
    for row in rows {
        let (kind, of, level, count): (String, String, String, u32) = row?;
        let level: RatingLevel = value_of(COUNTS, level)?;
        let levels = found.entry((value_of(COUNTS, kind)?, of)).or_default();
        let place = RatingLevel::ALL.iter().zip(levels.iter_mut()).find(|(known, _)| **known == level);
        if let Some((_, place)) = place {
            *place = count;
        }
    }
    let indicators = found.into_iter().map(|((kind, of), levels)| Indicator {
        kind,
        of,
        count: levels.iter().sum(),
        levels,
    });
    Ok(indicators.filter(|indicator| indicator.count >= least).collect())
}

/// The rating of a case.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_case(work: &Transaction<'_>, case_id: &str) -> Result<Option<Kept>, StoreError> {
    one(work, "case_id = ?1", case_id)
}

/// The rating with this id.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn find(work: &Transaction<'_>, id: &str) -> Result<Option<Kept>, StoreError> {
    one(work, "id = ?1", id)
}

fn one(work: &Transaction<'_>, which: &str, value: &str) -> Result<Option<Kept>, StoreError> {
    let statement = work.prepare(&format!("{SELECT} WHERE {which}"))?;
    let row = statement.query_row([value], RatingRow::read).optional()?;
    row.map(RatingRow::complete).transpose()
}

/// At most `most` ratings of a department, the newest first, from behind the place `before` on.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn list(
    work: &Transaction<'_>,
    department: &DepartmentId,
    before: i64,
    most: usize,
) -> Result<Vec<Kept>, StoreError> {
    let sql = format!("{SELECT} WHERE department = ?1 AND position < ?2 ORDER BY position DESC LIMIT ?3");
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let statement = work.prepare(&sql)?;
    let rows = statement
        .query_map(params![department.as_str(), before, most], RatingRow::read)?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(RatingRow::complete).collect()
}

/// At most `most` ratings on which the operator has to decide, the oldest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn to_review(work: &Transaction<'_>, most: u32) -> Result<Vec<Kept>, StoreError> {
    let sql = format!("{SELECT} WHERE awaits_review = 1 ORDER BY position LIMIT ?1");
    let statement = work.prepare(&sql)?;
    let rows = statement.query_map([most], RatingRow::read)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(RatingRow::complete).collect()
}

/// Keeps what became of a rating; one that is left out now and was not before counts no more.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn update(work: &Transaction<'_>, before: &Kept, now: &Kept) -> Result<(), StoreError> {
    work.execute(
        "UPDATE ratings SET reply_by = ?2, reply = ?3, replied_ms = ?4, appeal = ?5, appeal_answer = ?6, appeal_answered_ms = ?7,
             is_appeal_granted = ?8, exclusion = ?9, exclusion_answer = ?10, is_excluded = ?11 WHERE id = ?1",
        params![
            now.id,
            now.reply_by.map(|day| day.to_string()),
            written(now.reply.as_ref()),
            now.replied_ms,
            now.appeal,
            written(now.appeal_answer.as_ref()),
            now.appeal_answered_ms,
            now.is_appeal_granted,
            written(now.exclusion.as_ref()),
            written(now.exclusion_answer.as_ref()),
            now.is_excluded,
        ],
    )?;
    if now.is_excluded && !before.is_excluded {
        let of = (now.service.as_str(), now.department.as_str(), now.region.as_str());
        count(work, of, &now.rating.level, -1)?;
    }
    Ok(())
}

fn written(text: Option<&LocalText>) -> Option<String> {
    text.and_then(|text| serde_json::to_string(text).ok())
}

const SELECT: &str = "SELECT id, position, case_id, department, service, region, level, text, reasons, is_anonymous, at_ms, reply_by,
    reply, replied_ms, appeal, appeal_answer, appeal_answered_ms, is_appeal_granted, exclusion, exclusion_answer, is_excluded FROM ratings";

struct RatingRow {
    id: String,
    position: i64,
    ids: [String; 4],
    level: String,
    text: String,
    reasons: String,
    is_anonymous: bool,
    at_ms: i64,
    reply_by: Option<String>,
    texts: [Option<String>; 4],
    replied_ms: Option<i64>,
    appeal: Option<String>,
    appeal_answered_ms: Option<i64>,
    is_appeal_granted: bool,
    is_excluded: bool,
}

impl RatingRow {
    fn read(row: &Row<'_>) -> Result<Self, SqlError> {
        Ok(Self {
            id: row.get(0)?,
            position: row.get(1)?,
            ids: [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?],
            level: row.get(6)?,
            text: row.get(7)?,
            reasons: row.get(8)?,
            is_anonymous: row.get(9)?,
            at_ms: row.get(10)?,
            reply_by: row.get(11)?,
            texts: [row.get(12)?, row.get(15)?, row.get(18)?, row.get(19)?],
            replied_ms: row.get(13)?,
            appeal: row.get(14)?,
            appeal_answered_ms: row.get(16)?,
            is_appeal_granted: row.get(17)?,
            is_excluded: row.get(20)?,
        })
    }

    fn complete(self) -> Result<Kept, StoreError> {
        let [case, department, service, region] = self.ids;
        let text = |kept: Option<String>| kept.map(|kept| json_of(TABLE, &kept)).transpose();
        let [reply, appeal_answer, exclusion, exclusion_answer] = self.texts;
        Ok(Kept {
            id: self.id,
            position: self.position,
            case: value_of(TABLE, case)?,
            department: value_of(TABLE, department)?,
            service: value_of(TABLE, service)?,
            region: value_of(TABLE, region)?,
            rating: Rating { level: value_of(TABLE, self.level)?, text: self.text },
            reasons: json_of(TABLE, &self.reasons)?,
            is_anonymous: self.is_anonymous,
            at: timestamp(TABLE, self.at_ms)?,
            reply_by: self.reply_by.map(|day| value_of(TABLE, day)).transpose()?,
            reply: text(reply)?,
            replied_ms: self.replied_ms,
            appeal: self.appeal,
            appeal_answer: text(appeal_answer)?,
            appeal_answered_ms: self.appeal_answered_ms,
            is_appeal_granted: self.is_appeal_granted,
            exclusion: text(exclusion)?,
            exclusion_answer: text(exclusion_answer)?,
            is_excluded: self.is_excluded,
        })
    }
}
