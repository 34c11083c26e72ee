//! Who a person is at each identity provider, and by what two of these are known to be one.

use crate::sql::{OptionalExtension, params};

use crate::{error::StoreError, transaction::Transaction};

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
        "INSERT INTO first_issuer (\"only\", issuer) VALUES (1, ?1) ON CONFLICT (\"only\") DO NOTHING",
        [issuer],
    )?;
    Ok(work.query_row("SELECT issuer FROM first_issuer", (), |row| row.get(0))?)
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
         UNION ALL SELECT min(at_ms) FROM audit WHERE actor = ?2) AS known";
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
    let statement = work.prepare("SELECT former FROM former_persons WHERE person = ?1 ORDER BY former")?;
    let former = statement.query_map([person], |row| row.get(0))?;
    std::iter::once(Ok(person.to_owned())).chain(former.map(|name| Ok(name?))).collect()
}

/// With what else a person's name is there once alone; none where it may be there any number of times.
type Unique<'a> = Option<&'a [&'a str]>;

/// Where a person's name stands: what is theirs goes to the one whom they turn out to be. Of what may be there once alone, the other's stays.
const THEIRS: [(&str, &str, Unique<'static>); 9] = [
    ("identities", "person", None),
    ("person_marks", "person", Some(&[])),
    ("former_persons", "person", None),
    ("cases", "subject", None),
    ("joint_cases", "subject", None),
    ("outbox", "subject", None),
    ("idempotency", "subject", Some(&["key"])),
    ("uploads", "subject", Some(&["key", "sha256"])),
    ("helper_looks", "subject", None),
];

/// Gives what is `from`'s to `into`, but for what `into` has already where it may be there once alone.
fn give(
    work: &Transaction<'_>,
    (table, column, unique): (&str, &str, Unique<'_>),
    from: &str,
    into: &str,
) -> Result<(), StoreError> {
    let mut sql = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1");
    if let Some(with) = unique {
        let same: String = with.iter().map(|key| format!(" AND own.{key} = {table}.{key}")).collect();
        sql.push_str(&format!(
            " AND NOT EXISTS (SELECT 1 FROM {table} AS own WHERE own.{column} = ?2{same})"
        ));
    }
    work.execute(&sql, [from, into])?;
    Ok(())
}

/// Who was called `from` is `into` from now on, with all that is theirs. A help that one of them gave the other is over, and so are codes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn join(work: &Transaction<'_>, from: &str, into: &str) -> Result<(), StoreError> {
    for (table, column, unique) in THEIRS {
        give(work, (table, column, unique), from, into)?;
    }
    work.execute("DELETE FROM idempotency WHERE subject = ?1", [from])?;
    work.execute("DELETE FROM uploads WHERE subject = ?1", [from])?;
    work.execute("DELETE FROM helper_codes WHERE subject = ?1", [from])?;
    work.execute("UPDATE helper_codes SET used_by = ?2 WHERE used_by = ?1", [from, into])?;
    work.execute("UPDATE helper_tries SET helper = ?2 WHERE helper = ?1", [from, into])?;
    let between =
        "DELETE FROM helper_links WHERE (subject = ?1 AND helper = ?2) OR (subject = ?2 AND helper = ?1)";
    work.execute(between, [from, into])?;
    for (column, other) in [("subject", "helper"), ("helper", "subject")] {
        give(work, ("helper_links", column, Some(&[other])), from, into)?;
        work.execute(&format!("DELETE FROM helper_links WHERE {column} = ?1"), [from])?;
    }
    work.execute("UPDATE cases SET helper = ?2 WHERE helper = ?1", [from, into])?;
    work.execute("INSERT INTO former_persons (former, person) VALUES (?1, ?2)", [from, into])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Place;

    #[tokio::test]
    async fn whatever_names_a_person_goes_with_them_when_two_turn_out_to_be_one() {
        let database = Place::Memory.open().await.expect("a database");
        let sql = "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'subject'";
        let named = move |work: &Transaction<'_>| -> Result<BTreeSet<String>, StoreError> {
            Ok(work.prepare(sql)?.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let named = database.run(named).await.expect("names");
        // Codes end with a join, links are moved with both their sides, and an issuer's name for somebody stays.
        let apart = ["helper_codes", "helper_links", "identities"].map(str::to_owned);
        let moved = THEIRS.iter().filter(|(_, column, _)| *column == "subject");
        let known: BTreeSet<String> = moved.map(|(table, _, _)| (*table).to_owned()).chain(apart).collect();
        assert_eq!(named, known);
    }
}
