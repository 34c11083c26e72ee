//! What happens in this area. Past tense: a message reports, `update` decides.

use crate::{areas::storage::model::Storage, fault::ShownFault};

/// What is kept on this device, taken along, or forgotten.
#[derive(Debug)]
pub enum StorageMsg {
    /// The person looked at what is kept on this device.
    LookedAtStorage,
    /// The person wants room on this device.
    AskedToFreeSpace,
    /// The person wants to take everything of theirs along.
    AskedToExport,
    /// The person wants everything of theirs off this device.
    AskedToDelete,
    /// What is kept on this device was measured.
    StorageMeasured(Storage),
    /// Not everything of the person could be forgotten.
    NotDeleted(ShownFault),
    /// Everything of the person was written to this file.
    Exported(String),
}
