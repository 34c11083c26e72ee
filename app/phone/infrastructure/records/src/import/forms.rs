//! Forms: those that wait to be sent, and those that are being filled in. One is never both.

use std::collections::BTreeMap;

use fingertip_carry::{FormRow, OutgoingRow};
use fingertip_standard::events::Input;
use rusqlite::{OptionalExtension, params};

use super::{Importing, kept::read};
use crate::{
    OutgoingItem, RecordsError, drafts, gone, outbox,
    store::{ms, to_json},
};

/// The most letters of an idempotency key: ours have 36.
const KEY_CHARS: usize = 128;

impl Importing<'_> {
    /// An item keeps its key: the platform takes it once, whichever device sends it. One that was sent or taken back here stays away.
    pub(super) fn outgoing(&self, rows: &[OutgoingRow]) -> Result<usize, RecordsError> {
        let mut came = 0;
        for row in rows {
            let created_ms = ms(row.created_at);
            let has = "SELECT 1 FROM outbox WHERE key = ?1";
            if self.change.query_row(has, [&row.key], |_| Ok(())).optional()?.is_some()
                || gone::is_gone(self.change, outbox::PLACE.kind, &row.key, created_ms)?
            {
                continue;
            }
            let text = match read::<OutgoingItem>(&row.content) {
                Some(item) => to_json(outbox::PLACE.kind, &item)?,
                None => row.content.to_string(),
            };
            // It goes into a header: what cannot stand there would be tried for ever.
            let is_key = row.key.len() <= KEY_CHARS && row.key.bytes().all(|byte| byte.is_ascii_graphic());
            if !is_key {
                self.put_aside(outbox::PLACE.kind, &row.key, text.as_bytes())?;
                continue;
            }
            let refusal = row.refusal.as_ref().map(ToString::to_string);
            let sql = "INSERT INTO outbox (key, created_ms, content, attempts, refusal) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.change.execute(sql, params![row.key, created_ms, text, row.attempts, refusal])?;
            if let Some(form) = &row.form {
                self.hand_in(row, form)?;
            }
            came += 1;
        }
        Ok(came)
    }

    /// The form of an item goes beside it. An older state of the same form is handed in with it; a newer one is another form.
    fn hand_in(&self, row: &OutgoingRow, form: &FormRow) -> Result<(), RecordsError> {
        let sql = "INSERT OR REPLACE INTO handed_in (key, app, route, version, saved, inputs, updated_ms)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Form { version, saved, inputs, updated_ms } = Form::of(form)?;
        self.change
            .execute(sql, params![row.key, form.app, form.route, version, saved, inputs, updated_ms])?;
        if row.refusal.is_none() {
            drafts::clear(self.change, &form.app, &form.route)?;
            let sql = "DELETE FROM draft WHERE app = ?1 AND route = ?2 AND updated_ms <= ?3";
            self.change.execute(sql, params![form.app, form.route, updated_ms])?;
        }
        Ok(())
    }

    /// The form that was written last stays. One that was handed in or discarded here since stays away.
    pub(super) fn drafts(&self, rows: &[FormRow]) -> Result<usize, RecordsError> {
        let mut came = 0;
        for row in rows {
            let Form { version, saved, inputs, updated_ms } = Form::of(row)?;
            let key = params![row.app, row.route];
            let name = format!("{} {}", row.app, row.route);
            let handed_in = "SELECT 1 FROM handed_in h JOIN outbox o ON o.key = h.key
                             WHERE o.refusal IS NULL AND h.app = ?1 AND h.route = ?2 AND h.updated_ms >= ?3";
            let place = params![row.app, row.route, updated_ms];
            if self.change.query_row(handed_in, place, |_| Ok(())).optional()?.is_some()
                || gone::is_gone(self.change, drafts::PLACE.kind, &name, updated_ms)?
            {
                continue;
            }
            let own = "SELECT updated_ms FROM draft WHERE app = ?1 AND route = ?2";
            let own: Option<i64> = self.change.query_row(own, key, |row| row.get(0)).optional()?;
            match own {
                Some(own) if own >= updated_ms => continue,
                Some(_) if read::<BTreeMap<String, Input>>(&row.inputs).is_none() => {
                    self.put_aside(drafts::PLACE.kind, &name, inputs.as_bytes())?;
                    continue;
                }
                _ => drafts::clear(self.change, &row.app, &row.route)?,
            }
            let sql = "INSERT OR REPLACE INTO draft (app, route, version, saved, inputs, updated_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            self.change.execute(sql, params![row.app, row.route, version, saved, inputs, updated_ms])?;
            came += 1;
        }
        Ok(came)
    }
}

/// A form's columns.
struct Form<'a> {
    version: i64,
    saved: Option<&'a [u8]>,
    inputs: String,
    updated_ms: i64,
}

impl<'a> Form<'a> {
    fn of(row: &'a FormRow) -> Result<Self, RecordsError> {
        let inputs = match read::<BTreeMap<String, Input>>(&row.inputs) {
            Some(inputs) => to_json(drafts::PLACE.kind, &inputs)?,
            None => row.inputs.to_string(),
        };
        Ok(Self {
            version: i64::try_from(row.version).unwrap_or(i64::MAX),
            saved: row.saved.as_ref().map(|saved| saved.0.as_slice()),
            inputs,
            updated_ms: ms(row.updated_at),
        })
    }
}
