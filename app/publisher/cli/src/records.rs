//! A person's encrypted copy of their records, opened without the app: whoever has the recovery code has the records, whatever becomes of us.

use std::{
    fs::{self, File},
    io::{self, BufRead, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use clap::Subcommand;
use fingertip_carry::{Carried, FILE_BYTES, RecoveryCode, open as open_copy};
use fingertip_files::{Access, write_new};

/// What is done with records.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Opens an encrypted copy: its records as JSON, each document and file beside them. The recovery code is asked for, or read from
    /// standard input; it is no argument, which other programs of the machine could see.
    Open {
        /// The file that the app saved.
        file: PathBuf,
        /// Where the records go: a folder that is empty or not there yet.
        #[arg(long)]
        out: PathBuf,
    },
}

pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Open { file, out } => open(&file, &out),
    }
}

fn open(file: &Path, out: &Path) -> Result<()> {
    let is_free = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    ensure!(is_free, "{} is not empty", out.display());
    let bytes = read(file)?;
    let code = RecoveryCode::read(&ask()?)?;
    let carried = open_copy(&bytes, &code)?;
    let n_files = write(&carried, out)?;
    println!(
        "{}: {} cases, {} documents, {} lines of the ledger, {} to be sent, {} forms; {n_files} files",
        out.display(),
        carried.cases.len(),
        carried.documents.len(),
        carried.disclosures.len(),
        carried.outgoing.len(),
        carried.drafts.len(),
    );
    Ok(())
}

/// No more of a file is read than a copy has.
fn read(file: &Path) -> Result<Vec<u8>> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut bytes = Vec::new();
    let bound = u64::try_from(FILE_BYTES)?.saturating_add(1);
    opened
        .take(bound)
        .read_to_end(&mut bytes)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(bytes)
}

/// The code as it is typed. It is seen meanwhile: nobody types 28 signs right without.
fn ask() -> Result<String> {
    if io::stdin().is_terminal() {
        eprint!("Recovery code: ");
        io::stderr().flush()?;
    }
    let mut typed = String::new();
    io::stdin().lock().take(4096).read_line(&mut typed).context("the recovery code cannot be read")?;
    ensure!(!typed.trim().is_empty(), "no recovery code was given");
    Ok(typed)
}

/// Everything of `carried` as files that only their owner reads; how many there are besides the records themselves.
fn write(carried: &Carried, out: &Path) -> Result<usize> {
    let write = |path: &Path, bytes: &[u8]| {
        write_new(path, bytes, Access::Owner).with_context(|| format!("{} cannot be written", path.display()))
    };
    write(&out.join("records.json"), &serde_json::to_vec_pretty(carried)?)?;
    let mut n_files = 0;
    for (number, document) in (1..).zip(&carried.documents) {
        let name = format!("{number}-{}-{}.jws", safe(&document.issuer), safe(&document.id));
        write(&out.join("documents").join(name), document.jws.as_bytes())?;
        n_files += 1;
    }
    for (item, outgoing) in (1..).zip(&carried.outgoing) {
        let files = outgoing.content.pointer("/case/case/files").and_then(|files| files.as_array());
        for (number, file) in (1..).zip(files.into_iter().flatten()) {
            let text = |name: &str| file.get(name).and_then(|text| text.as_str()).unwrap_or_default();
            // What is no base64 stands in the JSON all the same.
            let Ok(content) = BASE64_STANDARD.decode(text("content")) else { continue };
            let folder = format!("{item}-{}", safe(&outgoing.key));
            let name = format!("{number}-{}", safe(text("name")));
            write(&out.join("files").join(folder).join(name), &content)?;
            n_files += 1;
        }
    }
    Ok(n_files)
}

/// A name of the copy as one part of a path: whoever made the copy does not choose where on this machine it is written.
fn safe(name: &str) -> String {
    let is_good = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.' | ' ');
    let safe: String = name.chars().map(|sign| if is_good(sign) { sign } else { '_' }).take(60).collect();
    safe.trim_matches([' ', '.']).to_owned()
}
