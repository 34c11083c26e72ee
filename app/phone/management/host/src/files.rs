//! Files that the person chose: their content stays with the host.

use std::sync::Arc;

use fingertip_standard::events::File;

/// A file as the device gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    /// The person's name for it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// A file that the person chose; its content never reaches the guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// What the guest is told.
    pub file: File,
    /// The input it was chosen in.
    pub key: String,
    /// Its content.
    pub content: Arc<[u8]>,
}

impl ChosenFile {
    /// The file number `number` of the input `key`.
    pub(crate) fn new(key: &str, number: usize, given: GivenFile) -> Self {
        let file = File {
            handle: format!("{key}#{number}"),
            name: given.name,
            media_type: given.media_type,
            bytes: given.content.len() as u64,
        };
        Self { file, key: key.to_owned(), content: Arc::from(given.content) }
    }
}
