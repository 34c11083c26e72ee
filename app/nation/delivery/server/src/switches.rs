//! What is switched off now: a file of whoever runs the platform, read again whenever it changes. A file and no door, so that it can be
//! switched while the platform is in trouble, and on all machines by what brings them their settings.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

use fingertip_contract::api::Switches;
use serde_json::{Map, Value};

/// Why a file of switches cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SwitchError {
    /// It cannot be read.
    #[error("the switches in {} cannot be read", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is no JSON of this shape.
    #[error("the switches in {} cannot be understood: {source}", file.display())]
    NotUnderstood {
        /// The file.
        file: PathBuf,
        /// Line, column and what is wrong there.
        source: serde_json::Error,
    },
    /// It says something that cannot be.
    #[error("the switches in {} cannot be used: {}", file.display(), faults.join("; "))]
    Wrong {
        /// The file.
        file: PathBuf,
        /// Each fault in a sentence.
        faults: Vec<String>,
    },
}

/// When a file was written, and how large it was: another version has another of these.
type Version = (SystemTime, u64);

/// The file, and what it said last.
#[derive(Debug)]
pub(crate) struct SwitchFile {
    file: Option<PathBuf>,
    known: Mutex<(Option<Version>, Switches)>,
}

impl SwitchFile {
    /// Reads `file`, if there is one.
    ///
    /// # Errors
    /// Each [`SwitchError`]: a platform does not start with switches that nobody understands.
    pub(crate) fn open(file: Option<PathBuf>) -> Result<Self, SwitchError> {
        let known = match &file {
            Some(file) => (version(file).ok(), read(file)?),
            None => (None, Switches::default()),
        };
        Ok(Self { file, known: Mutex::new(known) })
    }

    /// What is switched off now. Where the file cannot be used any more, what it said before; once for each version of it the log says why.
    pub(crate) fn now(&self) -> Switches {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = &self.file else { return known.1.clone() };
        let version = version(file).ok();
        if known.0 != version {
            known.0 = version;
            match read(file) {
                Ok(switches) => {
                    tracing::info!("the switches have changed");
                    known.1 = switches;
                }
                Err(error) => tracing::error!(%error, "the switches stay as they were"),
            }
        }
        known.1.clone()
    }
}

fn version(file: &Path) -> io::Result<Version> {
    let about = fs::metadata(file)?;
    Ok((about.modified()?, about.len()))
}

fn read(file: &Path) -> Result<Switches, SwitchError> {
    let named = || file.to_owned();
    let text =
        fs::read_to_string(file).map_err(|source| SwitchError::Unreadable { file: named(), source })?;
    let not_understood = |source| SwitchError::NotUnderstood { file: named(), source };
    let switches: Switches = serde_json::from_str(&text).map_err(not_understood)?;
    let (given, known) = (serde_json::from_str(&text), serde_json::to_value(&switches));
    let mut faults = switches.faults();
    name_unknown(&given.map_err(not_understood)?, &known.map_err(not_understood)?, "", &mut faults);
    if faults.is_empty() { Ok(switches) } else { Err(SwitchError::Wrong { file: named(), faults }) }
}

/// Members that switch nothing: a slip of the pen would otherwise leave on what should be off. What is empty says nothing.
fn name_unknown(given: &Value, known: &Value, within: &str, faults: &mut Vec<String>) {
    for (name, value) in given.as_object().into_iter().flatten() {
        let is_empty = value.is_null() || value.as_object().is_some_and(Map::is_empty);
        match known.get(name) {
            Some(known) => name_unknown(value, known, &format!("{within}{name}."), faults),
            None if is_empty => {}
            None => faults.push(format!("{within}{name} is not known")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKS: &str = r#"{"screens": {"payments": {"reason": {"en": "Works"}}}}"#;

    #[test]
    fn a_file_is_read_again_when_it_changes_and_one_that_cannot_be_used_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("switches.json");
        fs::write(&file, "{}").expect("written");
        let switches = SwitchFile::open(Some(file.clone())).expect("read");
        assert!(switches.now().is_none());
        fs::write(&file, WORKS).expect("written");
        assert_eq!(switches.now().screens.len(), 1);
        for broken in ["{\"screens\": ", r#"{"screens": {"everything": {"reason": {"en": "Works"}}}}"#] {
            fs::write(&file, broken).expect("written");
            assert_eq!(switches.now().screens.len(), 1, "{broken}");
        }
        fs::remove_file(&file).expect("removed");
        assert_eq!(switches.now().screens.len(), 1, "a file that is gone for a moment");
        fs::write(&file, "{ }").expect("written");
        assert!(switches.now().is_none());
    }

    #[test]
    fn a_platform_does_not_start_with_switches_that_cannot_be_used() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("switches.json");
        assert!(matches!(SwitchFile::open(Some(file.clone())), Err(SwitchError::Unreadable { .. })));
        fs::write(&file, "{\"screens\":\n 7}").expect("written");
        let told = SwitchFile::open(Some(file.clone())).expect_err("refused").to_string();
        assert!(told.contains("line 2"), "{told}");
        for (right, wrong, named) in [
            ("payments", "home", "screens.home"),
            ("screens", "screen", "screen is not known"),
            (
                "\"reason\"",
                "\"untill\": \"2026-12-01T00:00:00Z\", \"reason\"",
                "screens.payments.untill is not known",
            ),
        ] {
            fs::write(&file, WORKS.replace(right, wrong)).expect("written");
            let told = SwitchFile::open(Some(file.clone())).expect_err("refused").to_string();
            assert!(told.contains(named), "{told}");
        }
    }
}
