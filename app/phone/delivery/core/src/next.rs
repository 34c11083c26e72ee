//! How the app goes on when it ends for the one who is here.

use std::sync::Arc;

use fingertip_records::{ProfileName, Records};

/// How the app goes on when it ends for the one who is here.
pub(crate) enum Next {
    /// In another store.
    Store(Handover),
    /// Nowhere, before a PIN was given.
    Locked,
}

/// The store that is opened next, and what becomes of the one that is left.
pub(crate) struct Handover {
    pub(crate) profile: ProfileName,
    pub(crate) records: Arc<Records>,
    pub(crate) leaves: Leaves,
}

/// What becomes of the store that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaves {
    /// It stays, closed, until its person signs in again.
    Closed,
    /// It was nobody's: the forms begun there go to the next one, and it goes.
    HandedOver,
    /// Its person wants it gone.
    Forgotten,
}
