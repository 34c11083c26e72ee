//! Work in progress on `PostgreSQL`: how it is told statements and values that SQLite understands too.

use std::{collections::HashMap, error::Error};

use postgres::{
    Statement,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};

use crate::sql::{SqlError, Value};

/// A transaction, with the statements that its connection knows.
pub(crate) struct Work<'a> {
    transaction: postgres::Transaction<'a>,
    statements: &'a mut HashMap<String, Statement>,
}

impl<'a> Work<'a> {
    pub(crate) fn new(
        transaction: postgres::Transaction<'a>,
        statements: &'a mut HashMap<String, Statement>,
    ) -> Self {
        Self { transaction, statements }
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<usize, SqlError> {
        let statement = self.prepared(sql)?;
        let n_rows = self.transaction.execute(&statement, &told(values))?;
        Ok(usize::try_from(n_rows).unwrap_or(usize::MAX))
    }

    pub(crate) fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<postgres::Row>, SqlError> {
        let statement = self.prepared(sql)?;
        Ok(self.transaction.query(&statement, &told(values))?)
    }

    pub(crate) fn commit(self) -> Result<(), SqlError> {
        Ok(self.transaction.commit()?)
    }

    pub(crate) fn execute_batch(&mut self, sql: &str) -> Result<(), SqlError> {
        Ok(self.transaction.batch_execute(sql)?)
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, SqlError> {
        if let Some(known) = self.statements.get(sql) {
            return Ok(known.clone());
        }
        let statement = self.transaction.prepare(&numbered(sql))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn told(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// `?1` as `PostgreSQL` writes it. No statement of ours has a question mark for anything else.
fn numbered(sql: &str) -> String {
    sql.replace('?', "$")
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(number) if *kind == Type::BOOL => (*number != 0).to_sql(kind, out),
            Self::Integer(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Self::Integer(number) => number.to_sql(&Type::INT8, out),
            // The one sign that a text of PostgreSQL cannot hold.
            Self::Text(text) if text.contains('\0') => text.replace('\0', "\u{fffd}").to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Blob(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
