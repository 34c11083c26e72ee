//! Those who help the person and those whom they help, as the platform last said it.

use fingertip_contract::Helpers;
use jiff::Timestamp;

use crate::{AsOf, Records, RecordsError};

const HELPERS: &str = "helpers";

impl Records {
    /// The links and looks, if they ever came.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or what is kept cannot be read.
    pub fn helpers(&self) -> Result<Option<AsOf<Helpers>>, RecordsError> {
        Ok(self.setting::<(Helpers, Timestamp)>(HELPERS)?.map(|(value, as_of)| AsOf { value, as_of }))
    }

    /// Keeps them in place of the earlier ones.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_helpers(&self, helpers: &Helpers, as_of: Timestamp) -> Result<(), RecordsError> {
        self.set_setting(HELPERS, &(helpers, as_of))
    }
}
