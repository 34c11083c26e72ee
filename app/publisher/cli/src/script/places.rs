//! Where in its author's own files a script failed: the engine names lines of the one file that was bundled.

use std::{
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use fingertip_runtime::{Instance, Program, RuntimeError, Used};
use fingertip_standard::{
    events::Event,
    step::Step,
    widget::{Widget, WidgetAsk},
};
use regex::Regex;
use sourcemap::SourceMap;

/// The engine wraps a script into a function, which puts these many lines before it.
const LINES_BEFORE: u32 = 2;

/// From places of a bundled script to places of its sources.
pub(crate) struct Places {
    /// `NAME:LINE:COLUMN` as the engine writes it, with the function before it.
    frame: Regex,
    /// A whole line that is a place, of whatever file.
    any_frame: Regex,
    map: SourceMap,
    /// Where the map stands: its sources are named from there.
    from: PathBuf,
    /// The mini-app's folder, from which an author knows the files.
    folder: PathBuf,
}

impl Places {
    /// The places of the script that its errors call `name`; none where its map is not there or makes no sense, which only
    /// costs the places.
    pub(crate) fn read(map: &Path, name: &str, folder: &Path) -> Option<Self> {
        let bytes = std::fs::read(map).ok()?;
        let frame = Regex::new(&format!(r"(?:([^\s@]*)@)?{}:(\d+):(\d+)", regex::escape(name))).ok()?;
        let any_frame = Regex::new(r"^[^\s@]*@\S+:\d+:\d+$").ok()?;
        let from = std::path::absolute(map).ok()?.parent()?.to_owned();
        Some(Self {
            frame,
            any_frame,
            map: SourceMap::from_slice(&bytes).ok()?,
            from,
            folder: std::path::absolute(folder).ok()?,
        })
    }

    /// `text` with places of the sources, such as `at billOf (src/model.js:34:12)`, and without the engine's own.
    pub(crate) fn told(&self, text: &str) -> String {
        let told = |found: &regex::Captures<'_>| {
            let place = self.place(&found[2], &found[3]);
            match (found.get(1).map_or("", |name| name.as_str()), place) {
                (_, None) => found[0].to_owned(),
                ("", Some(place)) => format!("at {place}"),
                (name, Some(place)) => format!("at {name} ({place})"),
            }
        };
        let own = text.lines().filter(|line| self.frame.is_match(line) || !self.any_frame.is_match(line));
        own.map(|line| self.frame.replace_all(line, told)).collect::<Vec<_>>().join("\n")
    }

    fn place(&self, line: &str, column: &str) -> Option<String> {
        let line = line.parse::<u32>().ok()?.checked_sub(1 + LINES_BEFORE)?;
        let token = self.map.lookup_token(line, column.parse::<u32>().ok()?.checked_sub(1)?)?;
        let source = plain(&self.from.join(token.get_source()?));
        let source = source.strip_prefix(plain(&self.folder)).unwrap_or(&source).to_owned();
        Some(format!("{}:{}:{}", source.display(), token.get_src_line() + 1, token.get_src_col() + 1))
    }
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// A script whose errors name places of its sources.
pub(crate) struct Placed {
    pub(crate) program: Arc<dyn Program>,
    pub(crate) places: Arc<Places>,
}

struct PlacedInstance {
    instance: Box<dyn Instance>,
    places: Arc<Places>,
}

impl Program for Placed {
    fn open(&self) -> Result<Box<dyn Instance>, RuntimeError> {
        let instance = self.program.open().map_err(|error| self.places.placed(error))?;
        Ok(Box::new(PlacedInstance { instance, places: self.places.clone() }))
    }
}

impl Instance for PlacedInstance {
    fn update(&mut self, event: &Event) -> Result<Step, RuntimeError> {
        self.instance.update(event).map_err(|error| self.places.placed(error))
    }

    fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        self.instance.save().map_err(|error| self.places.placed(error))
    }

    fn show_widget(&mut self, ask: &WidgetAsk) -> Result<Option<Widget>, RuntimeError> {
        self.instance.show_widget(ask).map_err(|error| self.places.placed(error))
    }

    fn used(&self) -> Used {
        self.instance.used()
    }
}

impl Places {
    fn placed(&self, error: RuntimeError) -> RuntimeError {
        match error {
            RuntimeError::ScriptThrew { reason } => RuntimeError::ScriptThrew { reason: self.told(&reason) },
            RuntimeError::ScriptRefused { reason } => {
                RuntimeError::ScriptRefused { reason: self.told(&reason) }
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A map as the bundler writes it: column 4 of the first line is line 12, column 8 of `src/view.js`.
    fn places(folder: &Path) -> Places {
        std::fs::create_dir_all(folder.join("dist")).expect("a folder");
        let map = folder.join("dist/app.js.map");
        std::fs::write(&map, r#"{"version":3,"sources":["../src/view.js"],"names":[],"mappings":"IAWO"}"#)
            .expect("a map");
        Places::read(&map, "app.js", folder).expect("places")
    }

    #[test]
    fn an_author_is_told_their_own_file_and_line() {
        let home = tempfile::tempdir().expect("a folder");
        let places = places(home.path());
        let told = places.told("TypeError: x is undefined\nbills@app.js:3:5\nattempt@source.js:19:12\n@/tmp/initializer.js:1:2\n");
        assert_eq!(told, "TypeError: x is undefined\nat bills (src/view.js:12:8)");
        assert_eq!(
            places.told("in one line view@app.js:3:9, after: /"),
            "in one line at view (src/view.js:12:8), after: /"
        );
    }

    #[test]
    fn what_the_map_does_not_know_stays_as_it_is() {
        let home = tempfile::tempdir().expect("a folder");
        let places = places(home.path());
        for text in [
            "words@of a person",
            "view@app.js:1:5",
            "app.js:99999999999:1",
            "mail@example.org:1:1 is not a place",
        ] {
            assert_eq!(places.told(text), text);
        }
        assert!(Places::read(&home.path().join("none.map"), "app.js", home.path()).is_none());
    }
}
