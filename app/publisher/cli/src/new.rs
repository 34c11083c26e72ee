//! A mini-app to begin with: it builds, passes the check and has a journey.

mod templates;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use fingertip_standard::Interpreter;

use crate::{engine, script::kit};

pub(crate) use templates::Template;

/// The language that it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Rust: a component of its own.
    Rust,
    /// JavaScript (TypeScript too): a script that a shared engine plays.
    #[value(alias = "javascript", alias = "ts", alias = "typescript")]
    Js,
    /// Not there; asked for often enough to be told why.
    #[value(hide = true)]
    Python,
}

/// What is to be made.
pub(crate) struct New<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) lang: Lang,
    pub(crate) template: Template,
    pub(crate) department: &'a str,
    pub(crate) sdk: Option<PathBuf>,
}

/// Writes the mini-app; its name is the folder's.
pub(crate) fn new(new: &New<'_>) -> Result<()> {
    if new.lang == Lang::Python {
        bail!(
            "there is no engine for Python: CPython as a component has about 18 MB, the standard allows an engine 16 MB, and every citizen's \
             phone would fetch it. Take --lang js or --lang rust, which have the same templates; mini-apps/engines/README.md says what a \
             Python engine would need"
        );
    }
    let name = new.folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if !is_name(name) || !is_name(new.department) {
        bail!(
            "{name:?} and {:?}: a name begins with a lower-case letter and has letters, digits and hyphens only",
            new.department
        );
    }
    if new.folder.exists() {
        bail!("{} is there already", new.folder.display());
    }
    match new.lang {
        Lang::Js => script(new, name)?,
        Lang::Rust | Lang::Python => component(new, name)?,
    }
    println!("{0} is a mini-app now. See it: fingertip dev {0}", new.folder.display());
    Ok(())
}

fn component(new: &New<'_>, name: &str) -> Result<()> {
    let sdk = match &new.sdk {
        Some(sdk) => sdk.clone(),
        None => find_sdk().context(
            "the SDK was not found: name its folder with --sdk (mini-apps/sdk of a checkout of Fingertip)",
        )?,
    };
    let sdk = fs::canonicalize(&sdk).with_context(|| format!("{} cannot be read", sdk.display()))?;
    if !sdk.join("Cargo.toml").is_file() {
        bail!("{} is not the SDK: it has no Cargo.toml", sdk.display());
    }
    write(
        new,
        name,
        new.template.rust(),
        &[
            ("sdk", &sdk.to_string_lossy().replace('\\', "/")),
            ("program", r#""component": "component.wasm""#),
        ],
    )?;
    // The versions that the kit was tested with; without a network nothing else could be had.
    let lock = sdk.join("../../Cargo.lock");
    if lock.is_file() {
        fs::copy(&lock, new.folder.join("Cargo.lock"))
            .with_context(|| format!("{} cannot be copied", lock.display()))?;
    }
    Ok(())
}

fn script(new: &New<'_>, name: &str) -> Result<()> {
    // An engine that was fetched from a repository is the one to write for. One that a checkout has built is another on
    // every machine, so the manifest stays open and packing writes which it was.
    let fetched =
        engine::kept()?.into_iter().map(|(engine, _)| engine).find(|engine| engine.name == "javascript");
    let is_fetched = fetched.is_some();
    let engine =
        fetched.unwrap_or_else(|| Interpreter { name: "javascript".to_owned(), sha256: "0".repeat(64) });
    let program = format!(
        "\"script\": \"app.js\",\n    \"engine\": {{ \"name\": \"{}\", \"sha256\": \"{}\" }}",
        engine.name, engine.sha256
    );
    write(new, name, new.template.js(), &[("program", &program)])?;
    kit::put(new.folder, new.sdk.as_deref())?;
    if !is_fetched && engine::find(&engine, None).is_err() {
        println!(
            "There is no engine for scripts on this machine yet: `fingertip engine fetch --platform URL --root root.json` fetches it once."
        );
    }
    Ok(())
}

/// Writes files with what stands in double braces filled in.
fn write(
    new: &New<'_>,
    name: &str,
    files: impl IntoIterator<Item = templates::File>,
    more: &[(&str, &str)],
) -> Result<()> {
    let (title, id) = (title(name), format!("org.example.{}.{name}", new.department));
    let words = [("name", name), ("title", &title), ("department", new.department), ("id", &id)];
    for (path, text) in files {
        let fill =
            |text: String, (word, value): &(&str, &str)| text.replace(&format!("{{{{{word}}}}}"), value);
        let text = words.iter().chain(more).fold(text.to_owned(), fill);
        let path = new.folder.join(path);
        let parent = path.parent().unwrap_or(new.folder);
        fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
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
    here.ancestors()
        .chain(program.ancestors())
        .map(|folder| folder.join("mini-apps/sdk"))
        .find(|sdk| sdk.join("Cargo.toml").is_file())
}
