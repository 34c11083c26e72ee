//! Those who help the person and those whom they help, as the platform last said it.

use fingertip_contract::Helpers;
use jiff::Timestamp;

use crate::{AsOf, Records, RecordsError, Rows};

const HELPERS: &str = "helpers";

impl Records {
    /// The links and looks, if they ever came.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn helpers(&self) -> Result<Rows<AsOf<Helpers>>, RecordsError> {
        let kept = self.setting::<(Helpers, Timestamp)>(HELPERS)?;
        let rows = kept.rows.into_iter().map(|(value, as_of)| AsOf { value, as_of }).collect();
        Ok(Rows { rows, unread: kept.unread })
    }

    /// Keeps them in place of the earlier ones.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_helpers(&self, helpers: &Helpers, as_of: Timestamp) -> Result<(), RecordsError> {
        self.set_setting(HELPERS, &(helpers.clone(), as_of))
    }
}
