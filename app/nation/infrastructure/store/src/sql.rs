//! What both databases understand of a statement: values that go in, columns that come out, and why one was refused.

use std::{error::Error, fmt};

/// A value on its way into a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number; a truth is 0 or 1.
    Integer(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// What may stand in place of `?1`.
pub trait Bind {
    /// As a value.
    fn bind(&self) -> Value;
}

impl<T: Bind + ?Sized> Bind for &T {
    fn bind(&self) -> Value {
        (**self).bind()
    }
}

impl<T: Bind> Bind for Option<T> {
    fn bind(&self) -> Value {
        self.as_ref().map_or(Value::Null, Bind::bind)
    }
}

impl Bind for str {
    fn bind(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Bind for String {
    fn bind(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Bind for [u8] {
    fn bind(&self) -> Value {
        Value::Blob(self.to_vec())
    }
}

impl Bind for Vec<u8> {
    fn bind(&self) -> Value {
        Value::Blob(self.clone())
    }
}

impl Bind for i64 {
    fn bind(&self) -> Value {
        Value::Integer(*self)
    }
}

/// Numbers that are smaller than a column's.
macro_rules! bind_smaller {
    ($($number:ty),*) => {$(
        impl Bind for $number {
            fn bind(&self) -> Value {
                Value::Integer(i64::from(*self))
            }
        }
    )*};
}

bind_smaller!(bool, u8, u16, u32, i32);

/// The values of a statement, in the order of their numbers.
pub trait Params {
    /// As values.
    fn bound(self) -> Vec<Value>;
}

impl<T: Bind, const N: usize> Params for [T; N] {
    fn bound(self) -> Vec<Value> {
        self.iter().map(Bind::bind).collect()
    }
}

impl Params for () {
    fn bound(self) -> Vec<Value> {
        Vec::new()
    }
}

impl Params for Vec<Value> {
    fn bound(self) -> Vec<Value> {
        self
    }
}

/// Values of different kinds for one statement.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        vec![$($crate::sql::Bind::bind(&$value)),*]
    };
}

pub use params;

/// A cell of a row, as either database has it.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

/// What a cell may be read as.
pub trait Column: Sized {
    /// From a cell; none where it is something else.
    fn read(cell: Cell<'_>) -> Option<Self>;
}

impl<T: Column> Column for Option<T> {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            other => T::read(other).map(Some),
        }
    }
}

impl Column for String {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text.to_owned()),
            Cell::Null | Cell::Integer(_) | Cell::Blob(_) => None,
        }
    }
}

impl Column for Vec<u8> {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Blob(bytes) => Some(bytes.to_vec()),
            Cell::Null | Cell::Integer(_) | Cell::Text(_) => None,
        }
    }
}

impl Column for i64 {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Integer(number) => Some(number),
            Cell::Null | Cell::Text(_) | Cell::Blob(_) => None,
        }
    }
}

impl Column for bool {
    fn read(cell: Cell<'_>) -> Option<Self> {
        i64::read(cell).map(|number| number != 0)
    }
}

/// Numbers that are smaller than a column's.
macro_rules! read_smaller {
    ($($number:ty),*) => {$(
        impl Column for $number {
            fn read(cell: Cell<'_>) -> Option<Self> {
                i64::read(cell).and_then(|number| number.try_into().ok())
            }
        }
    )*};
}

read_smaller!(u8, u16, u32, i32);

/// A row of an answer.
pub struct Row<'a>(pub(crate) RowOf<'a>);

/// Of which database it is.
pub(crate) enum RowOf<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// The column at `index`, the first being 0.
    ///
    /// # Errors
    /// [`SqlError::Unreadable`]: there is none, or it holds something else.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, SqlError> {
        let found = match self.0 {
            RowOf::Sqlite(row) => cell_of_sqlite(row, index).and_then(T::read),
            RowOf::Postgres(row) => read_of_postgres(row, index),
        };
        found.ok_or(SqlError::Unreadable { index })
    }
}

/// A cell of a row; none where it holds what no column of ours does.
fn cell_of_sqlite<'a>(row: &'a rusqlite::Row<'_>, index: usize) -> Option<Cell<'a>> {
    Some(match row.get_ref(index).ok()? {
        rusqlite::types::ValueRef::Null => Cell::Null,
        rusqlite::types::ValueRef::Integer(number) => Cell::Integer(number),
        rusqlite::types::ValueRef::Text(text) => Cell::Text(std::str::from_utf8(text).ok()?),
        rusqlite::types::ValueRef::Blob(bytes) => Cell::Blob(bytes),
        rusqlite::types::ValueRef::Real(_) => return None,
    })
}

/// The column at `index`; none where it is not there or holds something else.
fn read_of_postgres<T: Column>(row: &postgres::Row, index: usize) -> Option<T> {
    let kind = row.columns().get(index)?.type_();
    let whole = |number: Option<i64>| number.map_or(Cell::Null, Cell::Integer);
    match *kind {
        postgres::types::Type::BOOL => {
            T::read(whole(row.try_get::<_, Option<bool>>(index).ok()?.map(i64::from)))
        }
        postgres::types::Type::INT4 => {
            T::read(whole(row.try_get::<_, Option<i32>>(index).ok()?.map(i64::from)))
        }
        postgres::types::Type::INT8 => T::read(whole(row.try_get(index).ok()?)),
        postgres::types::Type::BYTEA => {
            T::read(row.try_get::<_, Option<&[u8]>>(index).ok()?.map_or(Cell::Null, Cell::Blob))
        }
        _ => T::read(row.try_get::<_, Option<&str>>(index).ok()?.map_or(Cell::Null, Cell::Text)),
    }
}

/// Why a statement was refused. Its words say the kind alone: a database's own quote values that do not fit.
#[derive(Debug)]
#[non_exhaustive]
pub enum SqlError {
    /// There is no such row.
    NoRow,
    /// A column is not there, or holds something else.
    Unreadable {
        /// Which, the first being 0.
        index: usize,
    },
    /// SQLite refused.
    Sqlite(rusqlite::Error),
    /// PostgreSQL refused, or was lost.
    Postgres(postgres::Error),
    /// No connection to PostgreSQL was free or could be made in time.
    NoConnection,
}

impl fmt::Display for SqlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRow => write!(formatter, "no row"),
            Self::Unreadable { index } => write!(formatter, "column {index} is not readable"),
            Self::Sqlite(error) => write!(formatter, "SQLite: {:?}", error.sqlite_error_code()),
            Self::Postgres(error) => match error.code() {
                Some(state) => write!(formatter, "PostgreSQL: SQLSTATE {}", state.code()),
                // Of the connection, and no statement's.
                None => write!(formatter, "PostgreSQL: {error}"),
            },
            Self::NoConnection => write!(formatter, "PostgreSQL: no connection in time"),
        }
    }
}

impl Error for SqlError {}

impl From<rusqlite::Error> for SqlError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NoRow,
            error => Self::Sqlite(error),
        }
    }
}

impl From<postgres::Error> for SqlError {
    fn from(error: postgres::Error) -> Self {
        Self::Postgres(error)
    }
}

/// A row that need not be there.
pub trait OptionalExtension<T> {
    /// None where there is no row.
    ///
    /// # Errors
    /// Every other [`SqlError`].
    fn optional(self) -> Result<Option<T>, SqlError>;
}

impl<T> OptionalExtension<T> for Result<T, SqlError> {
    fn optional(self) -> Result<Option<T>, SqlError> {
        match self {
            Ok(value) => Ok(Some(value)),
            Err(SqlError::NoRow) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
