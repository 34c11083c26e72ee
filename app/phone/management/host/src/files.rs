//! Files that the person chose: their content stays with the host.

use std::{collections::BTreeSet, sync::Arc};

use fingertip_standard::events::{File, Input};

use crate::Running;

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
    /// A file of the input `key`, under a handle that nothing else has.
    pub(crate) fn new(key: &str, handle: String, given: GivenFile) -> Self {
        let file = File {
            handle,
            name: given.name,
            media_type: given.media_type,
            bytes: given.content.len() as u64,
        };
        Self { file, key: key.to_owned(), content: Arc::from(given.content) }
    }
}

impl Running {
    /// A handle for one more file of the input `key`. A row of a repeat group keeps its files' handles when it moves up, so another
    /// row may hold one that was made for this key.
    pub(crate) fn free_handle(&self, key: &str) -> String {
        let held: BTreeSet<&str> = self.inputs.values().flat_map(handles).collect();
        let is_free = |handle: &String| !held.contains(handle.as_str()) && !self.chosen.contains_key(handle);
        (0_usize..).map(|number| format!("{key}#{number}")).find(is_free).unwrap_or_default()
    }

    /// The inputs whose keys begin with `prefix` have changed: a file that stands in none of them any more is removed for good, and one
    /// that moved is of the input in which it stands now.
    pub(crate) fn settle_files(&mut self, prefix: &str) {
        let mut kept = BTreeSet::new();
        for (key, input) in
            self.inputs.range(prefix.to_owned()..).take_while(|(key, _)| key.starts_with(prefix))
        {
            for handle in handles(input) {
                if let Some(chosen) = self.chosen.get_mut(handle) {
                    chosen.key.clone_from(key);
                    kept.insert(handle.to_owned());
                }
            }
        }
        self.chosen.retain(|handle, chosen| !chosen.key.starts_with(prefix) || kept.contains(handle));
    }
}

fn handles(input: &Input) -> impl Iterator<Item = &str> {
    let files = if let Input::Files(files) = input { files.as_slice() } else { &[] };
    files.iter().map(|file| file.handle.as_str())
}
