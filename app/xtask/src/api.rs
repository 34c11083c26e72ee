//! The platform's doors fuzzed from their published description, by schemathesis: every operation, then sequences of them, with the tokens
//! of a person, a department and the operator.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    Options,
    demo::{self, Nation},
    process::{build_programs, run, say, target},
};

/// schemathesis and what it needs: pinned, of PyPI, and installed beside what is built. MIT, BSD, Apache-2.0, MPL-2.0 (hypothesis, certifi)
/// or PSF; kept by its author's company since 2019.
const LIBRARIES: [&str; 27] = [
    "anyio==4.16.0",
    "certifi==2026.10.19.post1",
    "charset-normalizer==3.5.3",
    "click==8.5.1",
    "graphql-core==3.3.2",
    "harfile==0.6.0",
    "hypothesis==6.170.17",
    "hypothesis-graphql==0.13.5",
    "idna==3.20",
    "iniconfig==2.3.1",
    "jsonschema_rs==0.60.3",
    "markdown-it-py==4.3.0",
    "MarkupSafe==3.0.4",
    "mdurl==0.1.2",
    "packaging==26.4",
    "pluggy==1.7.0",
    "Pygments==2.21.0",
    "pyrate-limiter==4.5.1",
    "pytest==9.2.0",
    "PyYAML==6.0.4",
    "requests==2.34.2",
    "rich==15.0.0",
    "schemathesis==4.32.5",
    "sortedcontainers==2.4.0",
    "typing_extensions==4.16.0",
    "urllib3==2.8.0",
    "Werkzeug==3.1.9",
];
/// How long `cargo xtask test` has for it, in seconds; and with which seed, so that what it finds is found again.
const IN_TESTS: (&str, Option<&str>) = ("60", Some("1"));
/// How long a run of its own takes where nothing is said, in seconds.
const LONG: &str = "600";

/// As a step of all tests.
pub(crate) fn test(_: &Options) -> Result<()> {
    let (seconds, seed) = IN_TESTS;
    fuzz(seconds, seed)
}

/// For as many seconds as were asked for; each time another way.
pub(crate) fn long(options: &Options) -> Result<()> {
    build_programs(&["fingertip-cli", demo::NATION])?;
    fuzz(options.rest.first().map_or(LONG, String::as_str), options.rest.get(1).map(String::as_str))
}

fn fuzz(seconds: &str, seed: Option<&str>) -> Result<()> {
    let python = match libraries() {
        Ok(python) => python,
        Err(error) => {
            println!(
                "LEFT OUT: the fuzzing of the doors: {error:#}; python3 and its venv must be there, and its registry be reached the first time"
            );
            return Ok(());
        }
    };
    let nation = Nation::bare("api-nation", demo::OFFICERS)?;
    say("the platform's doors, by schemathesis");
    let mut script = Command::new(python);
    script
        .arg("tests/api/fuzz.py")
        .args([&nation.platform, &nation.demo])
        .arg(nation.data())
        .arg(target().join("schemathesis/run"))
        .arg(seconds)
        .args(seed);
    run(&mut script)
}

/// Installs the libraries where they are missing; the Python that has them.
fn libraries() -> Result<PathBuf> {
    let folder = target().join("schemathesis");
    fs::create_dir_all(&folder)?;
    // The script is run from elsewhere.
    let folder = fs::canonicalize(folder)?;
    let python = folder.join("python/bin/python3");
    let (stamp, wanted) = (folder.join("libraries.stamp"), LIBRARIES.join(" "));
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        say("schemathesis");
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder.join("python")))?;
        install(&python)?;
        fs::write(&stamp, wanted)?;
    }
    Ok(python)
}

fn install(python: &Path) -> Result<()> {
    run(Command::new(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"])
        .args(LIBRARIES))
    .context("schemathesis cannot be installed")
}
