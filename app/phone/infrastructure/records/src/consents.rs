//! What the person agreed to, and the ledger of what was disclosed.

use fingertip_standard::{AppId, ConsentSubject, Disclosure, StandingConsent};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Records, RecordsError, Rows, gone,
    rows::{Place, read_rows},
    store::{from_json, ms, to_json},
};

pub(crate) const CONSENT: Place<'static> =
    Place { kind: "consent", table: "consent", column: "content", condition: "app = ?1 AND subject = ?2" };

impl Records {
    /// Keeps a consent in place of an earlier one for the same thing.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn give_consent(&self, consent: &StandingConsent) -> Result<(), RecordsError> {
        let sql = "INSERT INTO consent (app, subject, content) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET content = excluded.content";
        let (app, subject) = (consent.app.as_str(), to_json(CONSENT.kind, &consent.subject)?);
        let mut connection = self.records();
        let change = connection.transaction()?;
        CONSENT.clear::<StandingConsent>(&change, app, params![app, subject])?;
        change.execute(sql, params![app, subject, to_json(CONSENT.kind, consent)?])?;
        change.commit()?;
        Ok(())
    }

    /// Takes a consent back; the next request asks again.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn revoke_consent(&self, app: &AppId, subject: &ConsentSubject) -> Result<(), RecordsError> {
        let subject = to_json(CONSENT.kind, subject)?;
        let mut connection = self.records();
        let change = connection.transaction()?;
        let key = params![app.as_str(), subject];
        CONSENT.clear::<StandingConsent>(&change, app.as_str(), key)?;
        let given = given_at(&change, app.as_str(), &subject)?.unwrap_or_default();
        gone::mark(&change, CONSENT.kind, &format!("{} {subject}", app.as_str()), given)?;
        change.execute("DELETE FROM consent WHERE app = ?1 AND subject = ?2", key)?;
        change.commit()?;
        Ok(())
    }

    /// Every standing consent. One that cannot be read holds for nothing: the next request asks again.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn consents(&self) -> Result<Rows<StandingConsent>, RecordsError> {
        let sql = "SELECT app, content FROM consent ORDER BY app, subject";
        read_rows(&self.records(), CONSENT.kind, sql, &[], |_, content| from_json(CONSENT.kind, content))
    }

    /// Writes a disclosure. It comes before the disclosure itself: what cannot be written down does not happen.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn record_disclosure(&self, disclosure: &Disclosure) -> Result<(), RecordsError> {
        let sql = "INSERT INTO disclosure (at_ms, content) VALUES (?1, ?2)";
        self.records().execute(sql, params![ms(disclosure.at), to_json("disclosure", disclosure)?])?;
        Ok(())
    }

    /// The newest lines of the ledger, at most `most`, the newest first; and whether there are more. A ledger grows for years, and a screen
    /// shows its beginning.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn latest_disclosures(&self, most: usize) -> Result<(Rows<Disclosure>, bool), RecordsError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let connection = self.records();
        let sql = "SELECT number, content FROM disclosure ORDER BY at_ms DESC, number DESC LIMIT ?1";
        let read = |_: &rusqlite::Row<'_>, content: &str| from_json("disclosure", content);
        let rows = read_rows(&connection, "disclosure", sql, &[&most], read)?;
        let more = "SELECT count(*) > ?1 FROM disclosure";
        Ok((rows, connection.query_row(more, [most], |row| row.get(0))?))
    }

    /// The whole ledger, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn disclosures(&self) -> Result<Rows<Disclosure>, RecordsError> {
        let sql = "SELECT number, content FROM disclosure ORDER BY at_ms DESC, number DESC";
        read_rows(&self.records(), "disclosure", sql, &[], |_, content| from_json("disclosure", content))
    }
}

/// When the person gave the consent that is kept, in milliseconds; none where it is none or cannot be read.
pub(crate) fn given_at(
    connection: &Connection,
    app: &str,
    subject: &str,
) -> Result<Option<i64>, RecordsError> {
    let sql = "SELECT content FROM consent WHERE app = ?1 AND subject = ?2";
    let content = connection.query_row(sql, [app, subject], |row| row.get::<_, String>(0)).optional()?;
    let consent = content.and_then(|content| from_json::<StandingConsent>(CONSENT.kind, &content).ok());
    Ok(consent.map(|consent| ms(consent.given_at)))
}
