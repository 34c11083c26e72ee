//! Who a person is at each identity provider, and by what two of these are known to be one.

use rusqlite::{OptionalExtension, params};

use crate::{database::Transaction, error::StoreError};

/// A person as one issuer names them.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// The issuer.
    pub issuer: &'a str,
    /// Its name for them.
    pub subject: &'a str,
}

/// The provider that was there first: `issuer`, where none was noted before.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn first_issuer(work: &Transaction<'_>, issuer: &str) -> Result<String, StoreError> {
    work.execute(
        "INSERT INTO first_issuer (only, issuer) VALUES (1, ?1) ON CONFLICT (only) DO NOTHING",
        [issuer],
    )?;
    Ok(work.query_row("SELECT issuer FROM first_issuer", [], |row| row.get(0))?)
}

/// The person, if they were here before.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn find(work: &Transaction<'_>, who: Identity<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT person FROM identities WHERE issuer = ?1 AND subject = ?2";
    Ok(work.query_row(sql, [who.issuer, who.subject], |row| row.get(0)).optional()?)
}

/// Whether somebody is called `person` already.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn is_taken(work: &Transaction<'_>, person: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM identities WHERE person = ?1) OR EXISTS (SELECT 1 FROM former_persons WHERE former = ?1)";
    Ok(work.query_row(sql, [person], |row| row.get(0))?)
}

/// From now on `who` is `person`.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn add(work: &Transaction<'_>, who: Identity<'_>, person: &str, now_ms: i64) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO identities (issuer, subject, person, since_ms) VALUES (?1, ?2, ?3, ?4)",
        params![who.issuer, who.subject, person, now_ms],
    )?;
    Ok(())
}

/// Since when the person is known, in milliseconds since 1970: by an identity, a case, or what they did as `actor` of the audit log.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn known_since(work: &Transaction<'_>, person: &str, actor: &str) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT min(since) FROM (\
         SELECT min(since_ms) AS since FROM identities WHERE person = ?1 \
         UNION ALL SELECT min(submitted_ms) FROM cases WHERE subject = ?1 \
         UNION ALL SELECT min(at_ms) FROM audit WHERE actor = ?2)";
    Ok(work.query_row(sql, [person, actor], |row| row.get(0))?)
}

/// Who bears this mark.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn of_mark(work: &Transaction<'_>, mark: &str) -> Result<Option<String>, StoreError> {
    Ok(work
        .query_row("SELECT person FROM person_marks WHERE mark = ?1", [mark], |row| row.get(0))
        .optional()?)
}

/// Whether the person bears a mark.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn has_mark(work: &Transaction<'_>, person: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM person_marks WHERE person = ?1)";
    Ok(work.query_row(sql, [person], |row| row.get(0))?)
}

/// The person bears this mark from now on.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn mark(work: &Transaction<'_>, person: &str, mark: &str) -> Result<(), StoreError> {
    work.execute("INSERT INTO person_marks (mark, person) VALUES (?1, ?2)", [mark, person])?;
    Ok(())
}

/// Every name that the person had here, the present one first.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn names(work: &Transaction<'_>, person: &str) -> Result<Vec<String>, StoreError> {
    let mut statement =
        work.prepare("SELECT former FROM former_persons WHERE person = ?1 ORDER BY former")?;
    let former = statement.query_map([person], |row| row.get(0))?;
    std::iter::once(Ok(person.to_owned())).chain(former.map(|name| Ok(name?))).collect()
}

/// Where a person's name stands: what is theirs goes to the one whom they turn out to be. Of what may be there once alone, the other's stays.
const THEIRS: [(&str, &str); 9] = [
    ("identities", "person"),
    ("person_marks", "person"),
    ("former_persons", "person"),
    ("cases", "subject"),
    ("joint_cases", "subject"),
    ("outbox", "subject"),
    ("idempotency", "subject"),
    ("uploads", "subject"),
    ("helper_looks", "subject"),
];

/// Who was called `from` is `into` from now on, with all that is theirs. A help that one of them gave the other is over, and so are codes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn join(work: &Transaction<'_>, from: &str, into: &str) -> Result<(), StoreError> {
    for (table, column) in THEIRS {
        work.execute(
            &format!("UPDATE OR IGNORE {table} SET {column} = ?2 WHERE {column} = ?1"),
            [from, into],
        )?;
    }
    work.execute("DELETE FROM idempotency WHERE subject = ?1", [from])?;
    work.execute("DELETE FROM uploads WHERE subject = ?1", [from])?;
    work.execute("DELETE FROM helper_codes WHERE subject = ?1", [from])?;
    work.execute("UPDATE helper_codes SET used_by = ?2 WHERE used_by = ?1", [from, into])?;
    work.execute("UPDATE helper_tries SET helper = ?2 WHERE helper = ?1", [from, into])?;
    let between =
        "DELETE FROM helper_links WHERE (subject = ?1 AND helper = ?2) OR (subject = ?2 AND helper = ?1)";
    work.execute(between, [from, into])?;
    for column in ["subject", "helper"] {
        let sql = format!("UPDATE OR IGNORE helper_links SET {column} = ?2 WHERE {column} = ?1");
        work.execute(&sql, [from, into])?;
        work.execute(&format!("DELETE FROM helper_links WHERE {column} = ?1"), [from])?;
    }
    work.execute("UPDATE cases SET helper = ?2 WHERE helper = ?1", [from, into])?;
    work.execute("INSERT INTO former_persons (former, person) VALUES (?1, ?2)", [from, into])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::*;

    #[test]
    fn whatever_names_a_person_goes_with_them_when_two_turn_out_to_be_one() {
        let database = Connection::open_in_memory().expect("a database");
        for migration in crate::MIGRATIONS {
            database.execute_batch(migration).expect("a migration");
        }
        let sql = "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'subject'";
        let mut statement = database.prepare(sql).expect("a statement");
        let tables = statement.query_map([], |row| row.get::<_, String>(0)).expect("tables");
        let named: BTreeSet<String> = tables.collect::<Result<_, _>>().expect("names");
        // Codes end with a join, links are moved with both their sides, and an issuer's name for somebody stays.
        let apart = ["helper_codes", "helper_links", "identities"].map(str::to_owned);
        let moved = THEIRS.iter().filter(|(_, column)| *column == "subject");
        let known: BTreeSet<String> = moved.map(|(table, _)| (*table).to_owned()).chain(apart).collect();
        assert_eq!(named, known);
    }
}
