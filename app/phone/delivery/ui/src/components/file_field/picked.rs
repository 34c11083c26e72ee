//! What was picked in a file input: from the system's own dialog in a window, from the page itself in a browser.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use dioxus::{document::Eval, html::FileData, prelude::*};
use serde::Deserialize;

use super::FileRefusal;

/// What stands in the page's input.
const LIST: &str = "
const input = document.getElementById(await dioxus.recv());
return Array.from(input?.files ?? [], (file) => ({ name: file.name, media_type: file.type, bytes: file.size }));
";

/// One of them, piece by piece: a text of base64 each, an empty one at the end, none where the browser does not give it.
const CONTENT: &str = "
const [id, position, most] = await dioxus.recv();
const file = document.getElementById(id)?.files?.[position];
try {
  for (let at = 0; at < file.size; at += most) {
    const reader = new FileReader();
    const read = new Promise((done, failed) => { reader.onload = done; reader.onerror = failed; });
    reader.readAsDataURL(file.slice(at, at + most));
    await read;
    dioxus.send(reader.result.slice(reader.result.indexOf(',') + 1));
  }
  dioxus.send('');
} catch (e) { dioxus.send(null); }
";
/// The most bytes of a piece.
const PIECE: u64 = 256 << 10;

/// A file that was picked, not read yet.
pub(super) struct Picked {
    /// The person's name for it.
    pub name: String,
    /// Its media type, if the device knows it.
    pub media_type: Option<String>,
    /// Its size.
    pub bytes: u64,
    source: Source,
}

enum Source {
    /// A file of this device, by its whole path.
    Device(FileData),
    /// The file at this position in the page's input of this id.
    Page { input: String, position: usize },
}

/// A file in the page's input.
#[derive(Deserialize)]
struct InPage {
    name: String,
    media_type: String,
    bytes: u64,
}

/// The files of a change of the input with this id.
pub(super) async fn picked(event: &FormEvent, input: &str) -> Vec<Picked> {
    let told = event.files();
    // In a browser an event may tell a file's bare name. It is no path: another file of that name may lie where this program runs.
    if !told.is_empty() && told.iter().all(|file| is_whole(&file.path())) {
        return told.into_iter().map(Picked::from).collect();
    }
    let eval = document::eval(LIST);
    if let Err(error) = eval.send(input) {
        tracing::warn!(%error, "the page cannot be asked for its files");
        return Vec::new();
    }
    let files: Vec<InPage> = match eval.join().await {
        Ok(files) => files,
        Err(error) => {
            tracing::warn!(%error, "the page did not say which files it holds");
            return Vec::new();
        }
    };
    let page = |position| Source::Page { input: input.to_owned(), position };
    files
        .into_iter()
        .enumerate()
        .map(|(position, file)| Picked {
            name: file.name,
            media_type: Some(file.media_type).filter(|media_type| !media_type.is_empty()),
            bytes: file.bytes,
            source: page(position),
        })
        .collect()
}

fn is_whole(path: &Path) -> bool {
    path.is_absolute()
}

impl From<FileData> for Picked {
    fn from(file: FileData) -> Self {
        Self {
            name: file.name(),
            media_type: file.content_type().filter(|media_type| !media_type.is_empty()),
            bytes: file.size(),
            source: Source::Device(file),
        }
    }
}

impl Picked {
    /// Its content.
    pub(super) async fn read(&self) -> Result<Vec<u8>, FileRefusal> {
        let content = match &self.source {
            Source::Device(file) => file.read_bytes().await.map(|bytes| bytes.to_vec()).map_err(|error| error.to_string()),
            Source::Page { input, position } => from_page(input, *position).await,
        };
        let content = content.map_err(|error| {
            tracing::warn!(%error, "a file that was picked cannot be read");
            FileRefusal::Unreadable
        })?;
        // A file may change while it is read.
        if content.len() as u64 == self.bytes { Ok(content) } else { Err(FileRefusal::Unreadable) }
    }
}

async fn from_page(input: &str, position: usize) -> Result<Vec<u8>, String> {
    let mut eval: Eval = document::eval(CONTENT);
    eval.send((input, position, PIECE)).map_err(|error| error.to_string())?;
    let mut content = Vec::new();
    loop {
        let piece: Option<String> = eval.recv().await.map_err(|error| error.to_string())?;
        match piece.as_deref() {
            None => return Err("the browser does not give it".to_owned()),
            Some("") => return Ok(content),
            Some(piece) => content.extend(STANDARD.decode(piece).map_err(|error| error.to_string())?),
        }
    }
}
