//! iOS' package, built and signed on a Mac with Xcode.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    Options,
    packages::{Missing, assemble, dx},
    process::{has, output, run, say, target},
};

const PHONE: &str = "aarch64-apple-ios";

const HELP: &str = "\
cargo xtask ios build --key IDENTITY --profile FILE [--host HOST] [--number N]   the app, built and signed; needs a Mac with Xcode";

/// Carries out what was asked.
pub(crate) fn ios(options: &Options) -> Result<()> {
    match options.rest.first().map(String::as_str) {
        Some("build") => build(options),
        _ => bail!("{HELP}"),
    }
}

/// What is missing on this machine, each with how to get it.
fn missing(options: &Options) -> Missing {
    let mut missing = Missing::default();
    missing.need(
        cfg!(target_os = "macos"),
        "a Mac",
        "Apple's linker, asset compiler and signing run nowhere else",
    );
    missing.need(
        has("xcrun") && output(Command::new("xcrun").args(["--sdk", "iphoneos", "--show-sdk-path"])).is_ok(),
        "Xcode with iOS' SDK",
        "the App Store, then: xcode-select --install; xcodebuild -downloadPlatform iOS",
    );
    missing.dx();
    missing.program(PHONE);
    missing.need(
        options.key.is_some(),
        "--key: the identity that signs",
        "security find-identity -v -p codesigning; made at developer.apple.com",
    );
    missing.need(
        options.profile.is_some(),
        "--profile: the provisioning profile",
        "developer.apple.com, for the identifier of Dioxus.toml",
    );
    missing
}

/// The app, signed, as an archive that App Store Connect takes.
fn build(options: &Options) -> Result<()> {
    missing(options).check("iOS'")?;
    dx("--ios", PHONE, &["--codesign", "false"])?;
    let app = target().join("dx/fingertip-shell/release/ios/FingertipShell.app");
    let (key, profile) =
        options.key.as_deref().zip(options.profile.as_deref()).context("a key and a profile")?;
    say("property list, pictures and strings");
    let files = target().join("ios/files");
    assemble("ios", &files, options)?;
    put_in(&files, &app)?;
    fs::copy(profile, app.join("embedded.mobileprovision")).context("the profile cannot be read")?;
    say("signed");
    let mut sign = Command::new("codesign");
    sign.args(["--force", "--options", "runtime", "--timestamp", "--sign"]).arg(key);
    run(sign.arg("--entitlements").arg(files.join("Entitlements.plist")).arg(&app))?;
    run(Command::new("codesign").args(["--verify", "--deep", "--strict", "--verbose=2"]).arg(&app))?;
    let ipa = archive(&app)?;
    println!("\n{}", ipa.display());
    Ok(())
}

/// Puts the project's files into the app. What only the stores show, and what only signing reads, stays outside.
fn put_in(files: &Path, app: &Path) -> Result<()> {
    for name in ["Info.plist", "PrivacyInfo.xcprivacy"] {
        fs::copy(files.join(name), app.join(name))?;
    }
    for entry in fs::read_dir(files)?.flatten() {
        let name = entry.file_name();
        if Path::new(&name).extension().is_some_and(|extension| extension == "lproj") {
            fs::create_dir_all(app.join(&name))?;
            fs::copy(entry.path().join("InfoPlist.strings"), app.join(&name).join("InfoPlist.strings"))?;
        }
    }
    let mut compile = Command::new("xcrun");
    compile.args([
        "actool",
        "--platform",
        "iphoneos",
        "--minimum-deployment-target",
        "15.0",
        "--app-icon",
        "AppIcon",
    ]);
    compile.arg("--output-partial-info-plist").arg(target().join("ios/icons.plist"));
    run(compile.arg("--compile").arg(app).arg(files.join("Assets.xcassets")))?;
    let info = app.join("Info.plist");
    // What the compiler found the icons to be called.
    edit(&info, &format!("Merge {}", target().join("ios/icons.plist").display()))?;
    // What Xcode writes into the apps that it builds itself, and App Store Connect looks for (dioxus#5591).
    let sdk = |what: &str| output(Command::new("xcrun").args(["--sdk", "iphoneos", what]));
    let version = sdk("--show-sdk-version")?.trim().to_owned();
    let build = sdk("--show-sdk-build-version")?.trim().to_owned();
    let xcode = output(Command::new("xcodebuild").arg("-version"))?;
    let xcode_build = xcode.split_whitespace().last().unwrap_or_default().to_owned();
    for (key, value) in [
        ("DTPlatformName", "iphoneos".to_owned()),
        ("DTPlatformVersion", version.clone()),
        ("DTPlatformBuild", build.clone()),
        ("DTSDKName", format!("iphoneos{version}")),
        ("DTSDKBuild", build),
        ("DTXcodeBuild", xcode_build),
        ("DTCompiler", "com.apple.compilers.llvm.clang.1_0".to_owned()),
    ] {
        edit(&info, &format!("Add :{key} string {value}"))?;
    }
    Ok(())
}

fn edit(list: &Path, command: &str) -> Result<()> {
    run(Command::new("/usr/libexec/PlistBuddy").arg("-c").arg(command).arg(list))
}

fn archive(app: &Path) -> Result<PathBuf> {
    let payload = target().join("ios/Payload");
    let _ = fs::remove_dir_all(&payload);
    fs::create_dir_all(&payload)?;
    // Not a copy of our own: signatures hang on what the system's copier keeps.
    run(Command::new("ditto").arg(app).arg(payload.join("FingertipShell.app")))?;
    let ipa = target().join("ios/fingertip.ipa");
    run(Command::new("ditto").args(["-c", "-k", "--keepParent"]).arg(&payload).arg(&ipa))?;
    Ok(ipa)
}
