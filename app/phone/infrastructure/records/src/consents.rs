//! What the person agreed to, and the ledger of what was disclosed.

use fingertip_standard::{AppId, ConsentSubject, Disclosure, StandingConsent};
use rusqlite::params;

use crate::{
    Records, RecordsError,
    store::{from_json, ms, to_json},
};

impl Records {
    /// Keeps a consent in place of an earlier one for the same thing.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn give_consent(&self, consent: &StandingConsent) -> Result<(), RecordsError> {
        let sql = "INSERT INTO consent (app, subject, content) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET content = excluded.content";
        let subject = to_json("consent", &consent.subject)?;
        self.records().execute(sql, params![consent.app.as_str(), subject, to_json("consent", consent)?])?;
        Ok(())
    }

    /// Takes a consent back; the next request asks again.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn revoke_consent(&self, app: &AppId, subject: &ConsentSubject) -> Result<(), RecordsError> {
        self.records().execute(
            "DELETE FROM consent WHERE app = ?1 AND subject = ?2",
            params![app.as_str(), to_json("consent", subject)?],
        )?;
        Ok(())
    }

    /// Every standing consent.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or a consent cannot be read.
    pub fn consents(&self) -> Result<Vec<StandingConsent>, RecordsError> {
        self.contents("consent", "SELECT content FROM consent ORDER BY app, subject")
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

    /// The ledger, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or an entry cannot be read.
    pub fn disclosures(&self) -> Result<Vec<Disclosure>, RecordsError> {
        self.contents("disclosure", "SELECT content FROM disclosure ORDER BY number DESC")
    }

    fn contents<T: serde::de::DeserializeOwned>(
        &self,
        what: &'static str,
        sql: &str,
    ) -> Result<Vec<T>, RecordsError> {
        let connection = self.records();
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        rows.map(|row| from_json(what, &row?)).collect()
    }
}
