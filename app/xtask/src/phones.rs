//! Both phone targets, type-checked. An installable app needs the phones' own kits; that the code compiles for them
//! does not.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    Options,
    guests::for_target,
    process::{cargo, run, say, target},
    system,
};

/// The targets.
pub(crate) const PHONES: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];

/// Stands in for the C compilers of the kits: it preprocesses, because build scripts ask compilers questions that way,
/// and writes empty objects.
const COMPILER: &str = include_str!("cc-for-check.sh");

/// Type-checks the shell for both phones.
pub(crate) fn check(options: &Options) -> Result<()> {
    system::require(&[system::PHONES], options)?;
    let compiler = compiler()?;
    for phone in PHONES {
        say(&format!("type-check for {phone}"));
        let name = phone.replace('-', "_");
        let mut command = cargo();
        command.args([
            "check",
            "--quiet",
            "-p",
            "fingertip-shell",
            "--no-default-features",
            "--features",
            "mobile",
            "--target",
            phone,
        ]);
        command.env("CARGO_TARGET_DIR", target().join("phones"));
        command
            .env(format!("CC_{name}"), &compiler)
            .env(format!("CXX_{name}"), &compiler)
            .env(format!("AR_{name}"), "ar");
        command
            .env("SDKROOT", "/tmp")
            .env("OPENSSL_NO_VENDOR", "1")
            .env("OPENSSL_LIB_DIR", library_folder())
            .env("OPENSSL_INCLUDE_DIR", "/usr/include");
        for_target(phone, &mut command, options)?;
        run(&mut command).with_context(|| format!("the shell does not type-check for {phone}"))?;
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
