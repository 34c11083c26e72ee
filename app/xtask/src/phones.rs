//! The targets of phones, type-checked. An installable app needs the phones' own kits; that the code compiles for them
//! does not.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    Options,
    guests::for_target,
    process::{build_programs, built, cargo, run, say, target},
    system,
};

/// What every run of the tests checks: one of each system.
pub(crate) const PHONES: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];
/// What `cargo xtask phones` checks besides: the same code for Apple's simulator. Not 32-bit Android: manganis, which `dioxus` brings along,
/// refuses to compile for it (0.7.10).
const MORE: [&str; 1] = ["aarch64-apple-ios-sim"];

/// Stands in for the C compilers of the kits: it preprocesses, because build scripts ask compilers questions that way,
/// and writes empty objects.
const COMPILER: &str = include_str!("cc-for-check.sh");

/// The word for [`PHONES`], whose systems are judged apart: the tests have the judge already.
pub(crate) const BOTH: &str = "both";

/// Type-checks the shell for every target, or for those that are named; then judges what the systems are told.
pub(crate) fn check(options: &Options) -> Result<()> {
    let every: Vec<&str> = PHONES.into_iter().chain(MORE).collect();
    let named: Vec<&str> = match options.rest.as_slice() {
        [] => every,
        [both] if both == BOTH => PHONES.to_vec(),
        names => {
            if let Some(other) = names.iter().find(|name| !every.contains(&name.as_str())) {
                bail!("{other} is no target of phones; these are: {BOTH}, {}", every.join(", "));
            }
            names.iter().map(String::as_str).collect()
        }
    };
    system::require(&[system::PHONES], options)?;
    let compiler = compiler()?;
    for phone in named {
        check_for(phone, &compiler, options)?;
    }
    if options.rest.first().is_some_and(|named| named == BOTH) {
        return Ok(());
    }
    say("what the systems are told");
    build_programs(&["fingertip-packaging"])?;
    judge(options)
}

/// Judges what the phones' systems are told of this app, by a program that is built.
pub(crate) fn judge(_: &Options) -> Result<()> {
    run(Command::new(built("fingertip-packaging")).arg("check"))
}

fn check_for(phone: &str, compiler: &Path, options: &Options) -> Result<()> {
    say(&format!("type-check for {phone}"));
    let name = phone.replace('-', "_");
    let mut command = cargo();
    command.args(["check", "--quiet", "-p", "fingertip-shell", "--no-default-features"]);
    command.args(["--features", "mobile", "--target", phone]);
    command.env("CARGO_TARGET_DIR", target().join("phones"));
    for (what, tool) in [("CC", compiler.as_os_str()), ("CXX", compiler.as_os_str()), ("AR", "ar".as_ref())] {
        command.env(format!("{what}_{name}"), tool);
    }
    // OpenSSL's headers are those of this machine, of 64 bits; what reads them asks for versions alone.
    command
        .env("SDKROOT", "/tmp")
        .env("OPENSSL_NO_VENDOR", "1")
        .env("OPENSSL_LIB_DIR", library_folder())
        .env("OPENSSL_INCLUDE_DIR", "/usr/include");
    for_target(phone, &mut command, options)?;
    let done = command.stdin(Stdio::null()).output().context("cargo cannot be started")?;
    let said = String::from_utf8_lossy(&done.stderr);
    eprint!("{said}");
    if !done.status.success() {
        bail!("the shell does not type-check for {phone}");
    }
    // A warning that only a phone's compiler has is seen nowhere else. Read and not denied by a flag: that would compile all that the
    // shell stands on once more.
    if said.lines().any(|line| line.starts_with("warning: ")) {
        bail!("the shell has warnings for {phone}");
    }
    Ok(())
}

fn library_folder() -> &'static str {
    if cfg!(target_arch = "aarch64") { "/usr/lib/aarch64-linux-gnu" } else { "/usr/lib/x86_64-linux-gnu" }
}

fn compiler() -> Result<PathBuf> {
    let folder = target().join("phones");
    fs::create_dir_all(&folder)?;
    let path = folder.join("cc-for-check");
    fs::write(&path, COMPILER)?;
    run(Command::new("chmod").arg("+x").arg(&path))?;
    Ok(path)
}
