//! A file, or the files of a folder as one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use fingertip_catalogue::Rejected;

/// The files of a folder: the catalogue's members, and whether each must be there.
const PARTS: [(&str, bool); 6] = [
    ("regions", true),
    ("departments", true),
    ("services", true),
    ("life_events", false),
    ("alerts", false),
    ("best_bets", false),
];

/// What citizens say for what services are called; a folder may hold it.
const SYNONYMS: &str = "synonyms.yml";

/// What is imported, and which lines of it are of which file.
pub(super) struct Source {
    bytes: Vec<u8>,
    /// Each file with the line on which it begins.
    files: Vec<(usize, PathBuf)>,
}

impl Source {
    /// A file as it is; a folder's files as one catalogue, each as it is, so that its lines are still its lines.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let content =
            |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
        if !path.is_dir() {
            return Ok(Self { bytes: content(path)?, files: Vec::new() });
        }
        let mut source = Self { bytes: b"{".to_vec(), files: Vec::new() };
        for (part, is_needed) in PARTS {
            let file = path.join(format!("{part}.json"));
            if !is_needed && !file.exists() {
                continue;
            }
            source.add(part, &content(&file)?, file);
        }
        let file = path.join(SYNONYMS);
        if file.exists() {
            let text =
                fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            source.add("synonyms", &serde_json::to_vec(&text)?, file);
        }
        source.bytes.push(b'}');
        Ok(source)
    }

    fn add(&mut self, member: &str, content: &[u8], file: PathBuf) {
        if !self.files.is_empty() {
            self.bytes.push(b',');
        }
        let line = 1 + self.bytes.iter().filter(|byte| **byte == b'\n').count();
        self.files.push((line, file));
        self.bytes.extend_from_slice(format!("\"{member}\":").as_bytes());
        self.bytes.extend_from_slice(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content));
        // Two files never share a line.
        self.bytes.push(b'\n');
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Names what was not taken, each by the file and the line where it stands.
    pub(super) fn tell(&self, rejected: &[Rejected]) {
        for one in rejected {
            match self.files.iter().rev().find(|(first, _)| *first <= one.line) {
                Some((first, file)) => {
                    let line = one.line - first + 1;
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    println!("  {name} {}", Rejected { line, ..one.clone() });
                }
                None => println!("  {one}"),
            }
        }
    }
}
