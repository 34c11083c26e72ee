//! What the system must have. Missing things are named with the reason and, on Debian and Ubuntu, installed.

use std::{
    io::{IsTerminal, Write},
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::{Options, process};

/// What a part of the work needs from the system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    /// Why.
    pub reason: &'static str,
    /// Debian's packages.
    pub packages: &'static [&'static str],
}

/// To compile at all.
pub(crate) const BUILD: Need = Need {
    reason: "to compile the encrypted store",
    packages: &["gcc", "g++", "make", "perl", "pkg-config", "libssl-dev"],
};
/// For the window.
pub(crate) const WINDOW: Need = Need {
    reason: "for the desktop window (the system's web view)",
    packages: &[
        "libwebkit2gtk-4.1-dev",
        "libxdo-dev",
        "libayatana-appindicator3-dev",
        "librsvg2-dev",
        "fonts-noto-cjk",
    ],
};
/// For guests, where rustup cannot give the target.
pub(crate) const GUESTS: Need = Need {
    reason: "to compile mini-apps to WebAssembly without rustup's target",
    packages: &["rustc-web", "rust-web-src", "rust-web-llvm"],
};
/// For the browser tests.
pub(crate) const BROWSER: Need =
    Need { reason: "for the tests in a real browser", packages: &["chromium", "fonts-noto-cjk"] };
/// For golden pictures of few colours.
pub(crate) const PICTURES: Need =
    Need { reason: "to keep golden pictures small", packages: &["imagemagick"] };
/// For the window tests.
pub(crate) const XVFB: Need = Need {
    reason: "for the test of a real window without a screen",
    packages: &[
        "xvfb",
        "xdotool",
        "imagemagick",
        "x11-utils",
        "dbus",
        "dbus-x11",
        "at-spi2-core",
        "python3-gi",
        "gir1.2-atspi-2.0",
    ],
};
/// For what is heard of the window.
pub(crate) const ORCA: Need =
    Need { reason: "to hear the window as a screen reader says it", packages: &["orca", "xdotool", "dbus"] };
/// For a package of Android's without its kits.
pub(crate) const ANDROID: Need = Need {
    reason: "to compile, align and sign Android's resources without its kits",
    packages: &["aapt", "apksigner", "zipalign", "android-framework-res", "default-jre-headless"],
};
/// For the type-check of phones.
pub(crate) const PHONES: Need =
    Need { reason: "to type-check for phones without their kits", packages: &["clang", "libssl-dev"] };

/// For the repository's test with a client that others wrote.
pub(crate) const FOREIGN: Need =
    Need { reason: "to read the repository with a client in Python", packages: &["python3", "python3-venv"] };

/// For the platform's tests on the database of several machines.
pub(crate) const POSTGRES: Need =
    Need { reason: "to test the platform on PostgreSQL", packages: &["postgresql"] };

/// Says so where the disk has no room for what is built: a linker that runs out of it says something else.
///
/// `gigabytes` is what a build from nothing leaves behind, measured; what is built already counts as room.
pub(crate) fn room(gigabytes: u64) -> Result<()> {
    let target = process::target();
    std::fs::create_dir_all(&target)?;
    // POSIX df and du: sizes in kilobytes. Where there is neither, nobody is kept from building.
    let number = |program: &str, options: &str, line: usize, column: usize| {
        let said = Command::new(program).arg(options).arg(&target).output().ok()?;
        let text = String::from_utf8(said.stdout).ok()?;
        text.lines().nth(line)?.split_whitespace().nth(column)?.parse::<u64>().ok()
    };
    let (Some(free), Some(built)) = (number("df", "-Pk", 1, 3), number("du", "-sk", 0, 0)) else {
        return Ok(());
    };
    let have = (free + built) >> 20;
    if have < gigabytes {
        bail!(
            "this builds some {gigabytes} GB below {}, and there is room for {have}: free some, or set CARGO_TARGET_DIR to a folder on another disk",
            target.display()
        );
    }
    Ok(())
}

/// Installs what is missing of `needs`, or says exactly what to install.
pub(crate) fn require(needs: &[Need], options: &Options) -> Result<()> {
    if !process::has("dpkg-query") {
        println!("This is no Debian or Ubuntu: nothing is installed. What is needed, by Debian's names:");
        for need in needs {
            println!("  {}: {}", need.reason, need.packages.join(" "));
        }
        return Ok(());
    }
    let mut missing: Vec<&str> = Vec::new();
    for need in needs {
        let here: Vec<&str> = need
            .packages
            .iter()
            .copied()
            .filter(|package| !is_installed(package) && !missing.contains(package))
            .collect();
        if !here.is_empty() {
            println!("Missing {}: {}", need.reason, here.join(" "));
            missing.extend(here);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    // Where nobody can be asked, sudo must not wait for a password either.
    let has_person = std::io::stdin().is_terminal();
    let sudo: &[&str] = match (is_root(), has_person) {
        (true, _) => &[],
        (false, true) => &["sudo"],
        (false, false) => &["sudo", "-n"],
    };
    let line = [sudo, &["apt-get", "install", "-y", "--no-install-recommends"], missing.as_slice()].concat();
    if !is_root() && !process::has("sudo") {
        bail!("run this as root, then try again:\n  {}", line.join(" "));
    }
    if options.yes || !has_person {
        println!("Installing: {}", line.join(" "));
    } else if !agrees(&line.join(" "))? {
        bail!("not installed; without it this cannot go on");
    }
    // A list of packages that is out of date names files that are gone.
    let apt = |words: &[&str]| {
        let line = [sudo, &["apt-get"], words].concat();
        process::run(
            Command::new(line[0])
                .args(&line[1..])
                .stdout(Stdio::null())
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat())
}

fn is_installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query")
        .args(["-W", "-f", "${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| answer.stdout == b"installed")
}

pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn agrees(line: &str) -> Result<bool> {
    print!("Run `{line}`? [Y/n] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "" | "y" | "Y" | "yes"))
}

/// Debian's Chromium, or a person's own.
pub(crate) fn chromium() -> Result<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .into_iter()
        .find_map(process::find)
        .ok_or_else(|| anyhow::anyhow!("no Chromium on this machine; install one (Debian: chromium)"))
}

/// Node.js and npm; installed from Debian where neither is there.
pub(crate) fn node(options: &Options) -> Result<()> {
    if process::has("node") && process::has("npm") {
        return Ok(());
    }
    require(
        &[Need { reason: "to drive the browser (playwright-core, axe-core)", packages: &["nodejs", "npm"] }],
        options,
    )
}
