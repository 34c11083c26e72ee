//! A save in the mini-app's folder builds it anew.

use std::{
    io,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, SystemTime},
};

use crate::session::Studio;

/// Looked at this often: quick enough for a hand that saves, and the same on every system and network drive.
const PAUSE: Duration = Duration::from_millis(300);

pub(crate) fn start(studio: Arc<Studio>) -> io::Result<()> {
    let mut before = newest(studio.folder());
    thread::Builder::new().name("fingertip-watch".into()).spawn(move || {
        loop {
            thread::sleep(PAUSE);
            let now = newest(studio.folder());
            if now != before {
                before = now;
                studio.build();
            }
        }
    })?;
    Ok(())
}

/// The newest change and the number of files below `folder`, but for what is built or recorded there.
fn newest(folder: &Path) -> (Option<SystemTime>, usize) {
    let Ok(entries) = std::fs::read_dir(folder) else { return (None, 0) };
    let (mut at, mut count) = (None, 0);
    for entry in entries.flatten() {
        let name = entry.file_name();
        if ["target", "dist", "node_modules", "journeys", ".git"].iter().any(|skipped| name == *skipped) {
            continue;
        }
        let path = entry.path();
        let (inner, more) = if path.is_dir() {
            newest(&path)
        } else {
            (entry.metadata().and_then(|data| data.modified()).ok(), 1)
        };
        at = at.max(inner);
        count += more;
    }
    (at, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_change_and_what_is_built_or_recorded_is_none() {
        let home = std::env::temp_dir().join(format!("fingertip-watch-{}", std::process::id()));
        std::fs::create_dir_all(home.join("src")).expect("a folder");
        let before = newest(&home);
        for built in ["target", "dist", "node_modules", "journeys"] {
            std::fs::create_dir_all(home.join(built)).expect("a folder");
            std::fs::write(home.join(built).join("app.js"), "").expect("a file");
        }
        assert_eq!(newest(&home), before);
        std::fs::write(home.join("src/app.js"), "").expect("a file");
        assert_ne!(newest(&home), before);
        std::fs::remove_dir_all(home).expect("removed");
    }
}
