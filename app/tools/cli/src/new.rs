//! A mini-app to begin with: it builds, passes the check and has a journey.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

/// The language that it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Rust.
    Rust,
}

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

macro_rules! template {
    ($folder:literal) => {
        &[
            ("manifest.json", include_str!(concat!("../templates/rust/", $folder, "/manifest.json"))),
            ("src/lib.rs", include_str!(concat!("../templates/rust/", $folder, "/src/lib.rs"))),
            ("i18n/en.ftl", include_str!(concat!("../templates/rust/", $folder, "/i18n/en.ftl"))),
            ("i18n/zh-Hans.ftl", include_str!(concat!("../templates/rust/", $folder, "/i18n/zh-Hans.ftl"))),
            ("journeys/first.json", include_str!(concat!("../templates/rust/", $folder, "/journeys/first.json"))),
        ]
    };
}

type Files = &'static [(&'static str, &'static str)];

const COMMON: Files = &[
    ("Cargo.toml", include_str!("../templates/rust/common/Cargo.toml.in")),
    ("common/icon.svg", include_str!("../templates/rust/common/icon.svg")),
    ("README.md", include_str!("../templates/rust/common/README.md")),
    (".gitignore", include_str!("../templates/rust/common/gitignore")),
];

impl Template {
    fn files(self) -> Files {
        match self {
            Self::Form => template!("form"),
            Self::TaskList => template!("task-list"),
            Self::Lookup => template!("lookup"),
            Self::Case => template!("case"),
        }
    }
}

/// What is to be made.
pub(crate) struct New<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) template: Template,
    pub(crate) department: &'a str,
    pub(crate) sdk: Option<PathBuf>,
}

/// Writes the mini-app; its name is the folder's.
pub(crate) fn new(new: &New<'_>) -> Result<()> {
    let name = new.folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if !is_name(name) || !is_name(new.department) {
        bail!("{name:?} and {:?}: a name begins with a lower-case letter and has letters, digits and hyphens only", new.department);
    }
    if new.folder.exists() {
        bail!("{} is there already", new.folder.display());
    }
    let sdk = match &new.sdk {
        Some(sdk) => sdk.clone(),
        None => find_sdk().context("the SDK was not found: name its folder with --sdk (mini-apps/sdk of a checkout of Fingertip)")?,
    };
    let sdk = fs::canonicalize(&sdk).with_context(|| format!("{} cannot be read", sdk.display()))?;
    if !sdk.join("Cargo.toml").is_file() {
        bail!("{} is not the SDK: it has no Cargo.toml", sdk.display());
    }
    // The versions that the kit was tested with; without a network nothing else could be had.
    let lock = sdk.join("../../Cargo.lock");
    let title = title(name);
    let id = format!("org.example.{}.{name}", new.department);
    let sdk_path = sdk.to_string_lossy().replace('\\', "/");
    for (path, text) in COMMON.iter().chain(new.template.files()) {
        let text = text
            .replace("{{name}}", name)
            .replace("{{title}}", &title)
            .replace("{{department}}", new.department)
            .replace("{{id}}", &id)
            .replace("{{sdk}}", &sdk_path);
        let path = new.folder.join(path);
        let parent = path.parent().unwrap_or(new.folder);
        fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    if lock.is_file() {
        fs::copy(&lock, new.folder.join("Cargo.lock")).with_context(|| format!("{} cannot be copied", lock.display()))?;
    }
    println!("{0} is a mini-app now. See it: fingertip dev {0}", new.folder.display());
    Ok(())
}

/// `bus-card` becomes `Bus card`.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The SDK of the checkout that one is in, or that this program was built in.
fn find_sdk() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let program = std::env::current_exe().ok()?;
    here.ancestors().chain(program.ancestors()).map(|folder| folder.join("mini-apps/sdk")).find(|sdk| sdk.join("Cargo.toml").is_file())
}
