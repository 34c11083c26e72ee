//! The person's cases, as the platform last told them.

use fingertip_contract::Case;
use jiff::Timestamp;
use rusqlite::params;

use crate::{
    Records, RecordsError, Rows,
    rows::{Place, read_rows},
    store::{at, from_json, ms, to_json},
};

pub(crate) const PLACE: Place<'static> =
    Place { kind: "case", table: "person_case", column: "content", condition: "id = ?1" };

/// Something with the time at which it was true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf<T> {
    /// The thing.
    pub value: T,
    /// When it was true.
    pub as_of: Timestamp,
}

impl Records {
    /// Keeps cases in place of their earlier forms, all or none.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_cases(&self, cases: &[Case], as_of: Timestamp) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let all = connection.transaction()?;
        for case in cases {
            PLACE.clear::<Case>(&all, case.id.as_str(), params![case.id.as_str()])?;
            let sql = "INSERT INTO person_case (id, submitted_ms, content, as_of_ms) VALUES (?1, ?2, ?3, ?4)
                       ON CONFLICT DO UPDATE SET content = excluded.content, as_of_ms = excluded.as_of_ms";
            all.execute(
                sql,
                params![case.id.as_str(), ms(case.submitted_at), to_json("case", case)?, ms(as_of)],
            )?;
        }
        all.commit()?;
        Ok(())
    }

    /// Every case, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn cases(&self) -> Result<Rows<AsOf<Case>>, RecordsError> {
        let sql = "SELECT id, content, as_of_ms FROM person_case ORDER BY submitted_ms DESC";
        read_rows(&self.records(), PLACE.kind, sql, &[], |row, content| {
            Ok(AsOf { value: from_json(PLACE.kind, content)?, as_of: at(row.get(2)?) })
        })
    }
}
