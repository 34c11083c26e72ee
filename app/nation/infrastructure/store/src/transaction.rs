//! Work in progress, on either database.

use std::cell::RefCell;

use crate::{
    sql::{Params, Row, RowOf, SqlError},
    work::Work,
};

/// Work in progress: all of it is kept, or none.
pub struct Transaction<'a>(Of<'a>);

/// On which database.
enum Of<'a> {
    Sqlite(rusqlite::Transaction<'a>),
    Postgres(RefCell<Work<'a>>),
}

/// A statement that is asked more than once.
pub struct Statement<'t, 'a> {
    work: &'t Transaction<'a>,
    sql: String,
}

impl<'a> Transaction<'a> {
    pub(crate) fn of_sqlite(transaction: rusqlite::Transaction<'a>) -> Self {
        Self(Of::Sqlite(transaction))
    }

    pub(crate) fn of_postgres(work: Work<'a>) -> Self {
        Self(Of::Postgres(RefCell::new(work)))
    }

    pub(crate) fn commit(self) -> Result<(), SqlError> {
        match self.0 {
            Of::Sqlite(transaction) => Ok(transaction.commit()?),
            Of::Postgres(work) => work.into_inner().commit(),
        }
    }

    /// What only one of the two understands, in its own words.
    pub(crate) fn choose<'s>(&self, sqlite: &'s str, postgres: &'s str) -> &'s str {
        match self.0 {
            Of::Sqlite(_) => sqlite,
            Of::Postgres(_) => postgres,
        }
    }

    /// Does it, and says how many rows it changed.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses.
    pub fn execute(&self, sql: &str, values: impl Params) -> Result<usize, SqlError> {
        let values = values.bound();
        match &self.0 {
            Of::Sqlite(transaction) => {
                Ok(transaction.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?)
            }
            Of::Postgres(work) => work.borrow_mut().execute(sql, &values),
        }
    }

    /// Does several statements, without values.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses.
    pub fn execute_batch(&self, sql: &str) -> Result<(), SqlError> {
        match &self.0 {
            Of::Sqlite(transaction) => Ok(transaction.execute_batch(sql)?),
            Of::Postgres(work) => work.borrow_mut().execute_batch(sql),
        }
    }

    /// The first row of the answer.
    ///
    /// # Errors
    /// [`SqlError::NoRow`], or what the database or `read` says.
    pub fn query_row<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        let values = values.bound();
        match &self.0 {
            Of::Sqlite(transaction) => {
                let mut statement = transaction.prepare_cached(sql)?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                read(&Row(RowOf::Sqlite(rows.next()?.ok_or(SqlError::NoRow)?)))
            }
            Of::Postgres(work) => {
                let rows = work.borrow_mut().query(sql, &values)?;
                read(&Row(RowOf::Postgres(rows.first().ok_or(SqlError::NoRow)?)))
            }
        }
    }

    /// A statement to be asked more than once. The database sees it when it is asked.
    ///
    /// # Errors
    /// None for now.
    pub fn prepare(&self, sql: &str) -> Result<Statement<'_, 'a>, SqlError> {
        Ok(Statement { work: self, sql: sql.to_owned() })
    }
}

impl Statement<'_, '_> {
    /// Does it, and says how many rows it changed.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses.
    pub fn execute(&self, values: impl Params) -> Result<usize, SqlError> {
        self.work.execute(&self.sql, values)
    }

    /// Whether the answer has a row.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses.
    pub fn exists(&self, values: impl Params) -> Result<bool, SqlError> {
        match self.work.query_row(&self.sql, values, |_| Ok(())) {
            Ok(()) => Ok(true),
            Err(SqlError::NoRow) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The first row of the answer.
    ///
    /// # Errors
    /// As [`Transaction::query_row`].
    pub fn query_row<T>(
        &self,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        self.work.query_row(&self.sql, values, read)
    }

    /// Every row of the answer.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses; what `read` says stands in its row's place.
    pub fn query_map<T>(
        &self,
        values: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, SqlError>,
    ) -> Result<std::vec::IntoIter<Result<T, SqlError>>, SqlError> {
        let mut found = Vec::new();
        self.query_while(values, |row| {
            found.push(read(row));
            true
        })?;
        Ok(found.into_iter())
    }

    /// Row by row, for as long as `goes_on` says so.
    ///
    /// # Errors
    /// [`SqlError`] when the database refuses.
    pub fn query_while(
        &self,
        values: impl Params,
        mut goes_on: impl FnMut(&Row<'_>) -> bool,
    ) -> Result<(), SqlError> {
        let values = values.bound();
        match &self.work.0 {
            Of::Sqlite(transaction) => {
                let mut statement = transaction.prepare_cached(&self.sql)?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    if !goes_on(&Row(RowOf::Sqlite(row))) {
                        break;
                    }
                }
            }
            Of::Postgres(work) => {
                let rows = work.borrow_mut().query(&self.sql, &values)?;
                let _ = rows.iter().all(|row| goes_on(&Row(RowOf::Postgres(row))));
            }
        }
        Ok(())
    }
}
