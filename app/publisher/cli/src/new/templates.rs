//! The files of the templates. Words, manifest and journey of a template are the same in every language that it is written
//! in, and so is what it shows.

use clap::ValueEnum;

/// What kind of service it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Template {
    /// Questions over several pages, checked and handed to the department.
    Form,
    /// What is to do and how far it is.
    TaskList,
    /// Looking something up in a register.
    Lookup,
    /// A form that becomes a case, which the person follows.
    Case,
}

/// A file: where it goes, and its text.
pub(crate) type File = (&'static str, &'static str);

macro_rules! shared {
    ($folder:literal) => {
        &[
            ("manifest.json", include_str!(concat!("../../templates/shared/", $folder, "/manifest.json"))),
            ("i18n/en.ftl", include_str!(concat!("../../templates/shared/", $folder, "/i18n/en.ftl"))),
            (
                "i18n/zh-Hans.ftl",
                include_str!(concat!("../../templates/shared/", $folder, "/i18n/zh-Hans.ftl")),
            ),
            (
                "journeys/first.json",
                include_str!(concat!("../../templates/shared/", $folder, "/journeys/first.json")),
            ),
            ("common/icon.svg", include_str!("../../templates/shared/icon.svg")),
        ]
    };
}

macro_rules! rust {
    ($folder:literal) => {
        [("src/lib.rs", include_str!(concat!("../../templates/rust/", $folder, "/src/lib.rs")))]
    };
}

macro_rules! js {
    ($folder:literal) => {
        [
            ("src/app.js", include_str!(concat!("../../templates/js/", $folder, "/src/app.js"))),
            ("test/app.test.js", include_str!(concat!("../../templates/js/", $folder, "/test/app.test.js"))),
        ]
    };
}

const RUST: [File; 3] = [
    ("Cargo.toml", include_str!("../../templates/rust/common/Cargo.toml.in")),
    ("README.md", include_str!("../../templates/rust/common/README.md")),
    (".gitignore", include_str!("../../templates/rust/common/gitignore")),
];

const JS: [File; 4] = [
    ("package.json", include_str!("../../templates/js/common/package.json.in")),
    ("jsconfig.json", include_str!("../../templates/js/common/jsconfig.json")),
    ("README.md", include_str!("../../templates/js/common/README.md")),
    (".gitignore", include_str!("../../templates/js/common/gitignore")),
];

impl Template {
    /// Its files in Rust.
    pub(crate) fn rust(self) -> impl Iterator<Item = File> {
        let own = match self {
            Self::Form => rust!("form"),
            Self::TaskList => rust!("task-list"),
            Self::Lookup => rust!("lookup"),
            Self::Case => rust!("case"),
        };
        self.shared().iter().copied().chain(RUST).chain(own)
    }

    /// Its files in JavaScript; the kit comes beside them.
    pub(crate) fn js(self) -> impl Iterator<Item = File> {
        let own = match self {
            Self::Form => js!("form"),
            Self::TaskList => js!("task-list"),
            Self::Lookup => js!("lookup"),
            Self::Case => js!("case"),
        };
        self.shared().iter().copied().chain(JS).chain(own)
    }

    fn shared(self) -> &'static [File] {
        match self {
            Self::Form => shared!("form"),
            Self::TaskList => shared!("task-list"),
            Self::Lookup => shared!("lookup"),
            Self::Case => shared!("case"),
        }
    }
}
