//! Reading row by row: what cannot be read costs nothing else, stays where it is, and is taken along as it stands.
//!
//! A row cannot be read when a newer version wrote it, when it was damaged, or when this version forgot an old shape. In none
//! of these cases is it this program's to delete.

use rusqlite::{Connection, OptionalExtension, Row, ToSql, types::ValueRef};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{RecordsError, store::from_json};

/// What could be read of a list, and what could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T> {
    /// What could be read, in the list's order.
    pub rows: Vec<T>,
    /// What could not, as it stands.
    pub unread: Vec<UnreadRow>,
}

/// A kept row that this version cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRow {
    /// What kind of record it is: `case`, `document`.
    pub kind: String,
    /// Which one, as far as that can be told.
    pub name: String,
    /// Its text as it stands; what is no UTF-8 is replaced (U+FFFD).
    pub text: String,
}

impl<T> Rows<T> {
    /// Everything that could be read; what could not is counted.
    #[must_use]
    pub fn take_all(self, n_unread: &mut usize) -> Vec<T> {
        *n_unread += self.unread.len();
        self.rows
    }

    /// The one thing that was looked for, if it could be read; else it is counted.
    #[must_use]
    pub fn take_one(self, n_unread: &mut usize) -> Option<T> {
        self.take_all(n_unread).into_iter().next()
    }

    /// As [`Self::take_all`]; what could not be read is handed over.
    pub(crate) fn take_along(self, unread: &mut Vec<UnreadRow>) -> Vec<T> {
        unread.extend(self.unread);
        self.rows
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), unread: Vec::new() }
    }
}

/// Reads the rows of `sql`, whose first column names a row and whose second is its text; `read` makes the thing of both and of
/// what other columns there are.
pub(crate) fn read_rows<T>(
    connection: &Connection,
    kind: &str,
    sql: &str,
    place: &[&dyn ToSql],
    mut read: impl FnMut(&Row<'_>, &str) -> Result<T, RecordsError>,
) -> Result<Rows<T>, RecordsError> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(place)?;
    let mut rows = Rows::default();
    // What fails here is the store. What fails in `read` is this row's own.
    while let Some(row) = found.next()? {
        let text = row.get_ref(1)?;
        let outcome = text.as_str().map_err(|error| rusqlite::Error::from(error).into());
        match outcome.and_then(|text| read(row, text)) {
            Ok(thing) => rows.rows.push(thing),
            Err(error) => {
                let unread = UnreadRow {
                    kind: kind.to_owned(),
                    name: show_value(row.get_ref(0)?),
                    text: show_value(text),
                };
                tracing::warn!(kind, %error, "a kept row cannot be read and is left as it is");
                rows.unread.push(unread);
            }
        }
    }
    Ok(rows)
}

/// A column as text, whatever it holds.
pub(crate) fn show_value(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Null => String::new(),
    }
}

/// Where one thing is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// What kind of record stands there.
    pub kind: &'a str,
    /// In which table.
    pub table: &'a str,
    /// In which column its text is.
    pub column: &'a str,
    /// The condition that finds it, with the key's values from ?1 on.
    pub condition: &'a str,
}

impl Place<'_> {
    /// Before something is written or taken away here: what cannot be read as a `T` is put aside, so that it is not lost.
    pub(crate) fn clear<T: DeserializeOwned>(
        &self,
        connection: &Connection,
        name: &str,
        key: &[&dyn ToSql],
    ) -> Result<(), RecordsError> {
        let Self { kind, table, column, condition } = self;
        let sql = format!("SELECT {column} FROM {table} WHERE {condition}");
        let is_readable = connection
            .query_row(&sql, key, |row| {
                Ok(row.get_ref(0)?.as_str().is_ok_and(|text| from_json::<T>("kept row", text).is_ok()))
            })
            .optional()?;
        if is_readable == Some(false) {
            let n_key = key.len();
            let sql = format!(
                "INSERT INTO put_aside (kind, name, content) SELECT ?{}, ?{}, {column} FROM {table} WHERE {condition}",
                n_key + 1,
                n_key + 2,
            );
            let values: Vec<&dyn ToSql> =
                key.iter().copied().chain([kind as &dyn ToSql, &name as &dyn ToSql]).collect();
            connection.execute(&sql, &values[..])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
