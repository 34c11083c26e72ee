//! Android's package: built and signed where its kits are (`build`), and as far as Debian's tools go where they are not (`package`).

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    Options,
    packages::{Missing, assemble, dx},
    process::{self, has, output, run, say, target},
    system,
};

/// The processor that a release is for, by Rust's name: Dioxus 0.7.10 compiles for none of 32 bits.
const PHONE: &str = "aarch64-linux-android";
/// Where Android looks for the libraries of that processor.
const LIBRARIES: &str = "jniLibs/arm64-v8a";
/// The app's identifier, as Dioxus.toml has it; a rule of `fingertip-packaging` compares the three places in which it stands.
const IDENTIFIER: &str = "org.fingertip.phone";
/// Where Debian has the resources of Android itself, and the version that they are of.
const FRAMEWORK: (&str, u32) = ("/usr/share/android-framework-res/framework-res.apk", 29);
/// What the manifest says that Android did not know in that version.
const LATER: [&str; 4] = [
    "        android:allowNativeHeapPointerTagging=\"false\"\n",
    "        android:dataExtractionRules=\"@xml/fingertip_extraction\"\n",
    "        android:enableOnBackInvokedCallback=\"true\"\n",
    "|fontWeightAdjustment",
];
/// The environment's name for the password of the key.
const PASSWORD: &str = "FINGERTIP_KEY_PASSWORD";

const HELP: &str = "\
cargo xtask android build --key FILE [--alias NAME] [--host HOST] [--number N]   the app, built and signed; needs Android's kits
cargo xtask android package                                        manifest and resources as a signed package, with Debian's tools alone";

/// Carries out what was asked.
pub(crate) fn android(options: &Options) -> Result<()> {
    match options.rest.first().map(String::as_str) {
        Some("build") => build(options),
        Some("package") => package(options),
        _ => bail!("{HELP}"),
    }
}

/// What is missing on this machine, each with how to get it.
fn missing(options: &Options) -> Missing {
    let mut missing = Missing::default();
    let sdk = sdk();
    missing.dx();
    missing.need(
        has("java"),
        "a Java runtime (17 or newer)",
        "Debian: apt-get install default-jdk-headless; and set JAVA_HOME",
    );
    missing.need(
        sdk.is_some(),
        "Android's SDK, at ANDROID_HOME",
        "https://developer.android.com/studio#command-line-tools-only, then: sdkmanager 'platforms;android-36' 'build-tools;36.0.0' platform-tools",
    );
    missing.need(
        ndk(sdk.as_deref()).is_some(),
        "Android's NDK, at ANDROID_NDK_HOME or ANDROID_HOME/ndk",
        "sdkmanager 'ndk;28.2.13676358'",
    );
    missing.need(
        build_tool("apksigner").is_some(),
        "apksigner",
        "sdkmanager 'build-tools;36.0.0', or Debian: apt-get install apksigner",
    );
    missing.need(
        build_tool("zipalign").is_some(),
        "zipalign",
        "sdkmanager 'build-tools;36.0.0', or Debian: apt-get install zipalign",
    );
    missing.program(PHONE);
    missing.need(
        options.key.is_some(),
        "--key: the key store that signs",
        "keytool -genkeypair -keystore release.jks -alias release -keyalg RSA -keysize 4096 -validity 10000",
    );
    missing.need(
        env::var_os(PASSWORD).is_some(),
        &format!("{PASSWORD}: its password"),
        "in the environment, so that no list of processes shows it",
    );
    missing
}

fn sdk() -> Option<PathBuf> {
    ["ANDROID_HOME", "ANDROID_SDK_ROOT"]
        .iter()
        .find_map(env::var_os)
        .map(PathBuf::from)
        .filter(|folder| folder.is_dir())
}

fn ndk(sdk: Option<&Path>) -> Option<PathBuf> {
    let named = ["ANDROID_NDK_HOME", "NDK_HOME"].iter().find_map(env::var_os).map(PathBuf::from);
    let newest = || fs::read_dir(sdk?.join("ndk")).ok()?.flatten().map(|entry| entry.path()).max();
    named.or_else(newest).filter(|folder| folder.join("toolchains/llvm").is_dir())
}

/// A tool of the SDK's newest build tools, or of the system.
fn build_tool(name: &str) -> Option<PathBuf> {
    let newest = || {
        let tools =
            fs::read_dir(sdk()?.join("build-tools")).ok()?.flatten().map(|entry| entry.path()).max()?;
        Some(tools.join(name)).filter(|tool| tool.exists())
    };
    newest().or_else(|| process::find(name))
}

/// The app, as a package and as a bundle, signed.
fn build(options: &Options) -> Result<()> {
    missing(options).check("Android's")?;
    let project = target().join("dx/fingertip-shell/release/android/app");
    let main = project.join("app/src/main");
    // dx writes its project anew and runs Gradle at once; what it does not know stays, so ours goes first.
    assemble("android", &main, options)?;
    say(&format!("the app for {PHONE}"));
    dx("--android", PHONE, &[])?;
    if !main.join(LIBRARIES).is_dir() {
        bail!("dx left no library in {}", main.join(LIBRARIES).display());
    }
    // And last, since dx has put the manifest without claimed links there.
    assemble("android", &main, options)?;
    number(&project.join("app/build.gradle.kts"), options.number.unwrap_or(1))?;
    add_verifier(&project)?;
    say("package and bundle");
    run(Command::new(project.join("gradlew")).current_dir(&project).args([
        "--quiet",
        "assembleRelease",
        "bundleRelease",
    ]))?;
    let outputs = project.join("app/build/outputs");
    let unsigned = outputs.join("apk/release/app-release-unsigned.apk");
    let out = target().join("android");
    fs::create_dir_all(&out)?;
    let (apk, bundle) = (out.join("fingertip.apk"), out.join("fingertip.aab"));
    let key = options.key.as_deref().context("a key")?;
    sign(&unsigned, &apk, key, options.alias.as_deref(), 28)?;
    fs::copy(outputs.join("bundle/release/app-release.aab"), &bundle).context("Gradle made no bundle")?;
    let mut jarsigner = Command::new("jarsigner");
    jarsigner.arg("-keystore").arg(key).args(["-storepass:env", PASSWORD]).arg(&bundle);
    run(jarsigner.arg(options.alias.as_deref().unwrap_or("release")))?;
    println!("\n{}\n{}", apk.display(), bundle.display());
    Ok(())
}

/// Each release has a number of its own; dx writes 1 into all of them (dioxus#5525).
fn number(gradle: &Path, number: u32) -> Result<()> {
    let text = fs::read_to_string(gradle).with_context(|| format!("{} cannot be read", gradle.display()))?;
    let numbered = text.replace("versionCode = 1\n", &format!("versionCode = {number}\n"));
    if number != 1 && numbered == text {
        bail!("{} has no place for the release's number", gradle.display());
    }
    fs::write(gradle, numbered)?;
    Ok(())
}

/// Where the half in Kotlin of what checks certificates is published, by its README; the version is that of the half in Rust.
const VERIFIER: (&str, &str) = (
    "https://github.com/rustls/rustls-platform-verifier/raw/maven-archive/android-release-support/maven/",
    "rustls-platform-verifier-android",
);

/// Adds the half in Kotlin of what checks certificates. Without it the first request finds no class, and the app says that it is offline.
fn add_verifier(project: &Path) -> Result<()> {
    let (repository, name) = VERIFIER;
    let lock = fs::read_to_string(process::project().join("Cargo.lock"))?;
    let version = lock
        .split_once(&format!("name = \"{name}\"\nversion = \""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version)
        .with_context(|| format!("Cargo.lock has no {name}"))?;
    let add = |file: PathBuf, after: &str, line: &str| -> Result<()> {
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let Some((before, rest)) = text.rsplit_once(after) else {
            bail!("{} has no {after}", file.display());
        };
        fs::write(&file, format!("{before}{after}\n{line}{rest}"))?;
        Ok(())
    };
    let source = format!("        maven {{ url = uri(\"{repository}\") }}");
    add(project.join("build.gradle.kts"), "        mavenCentral()", &source)?;
    let needed = format!("    implementation(\"rustls:rustls-platform-verifier:{version}\")");
    add(project.join("app/build.gradle.kts"), "dependencies {", &needed)
}

/// Aligns a package, signs it and verifies that.
fn sign(from: &Path, to: &Path, key: &Path, alias: Option<&str>, least: u32) -> Result<()> {
    let tool = |name: &str| build_tool(name).with_context(|| format!("{name} is missing"));
    let aligned = to.with_extension("aligned");
    run(Command::new(tool("zipalign")?).args(["-f", "-p", "4"]).arg(from).arg(&aligned))?;
    let mut signer = Command::new(tool("apksigner")?);
    signer.args(["sign", "--min-sdk-version", &least.to_string(), "--ks"]).arg(key);
    signer.args(["--ks-pass", &format!("env:{PASSWORD}")]);
    if let Some(alias) = alias {
        signer.args(["--ks-key-alias", alias]);
    }
    run(signer.arg("--out").arg(to).arg(&aligned))?;
    fs::remove_file(&aligned)?;
    run(Command::new(tool("apksigner")?)
        .args(["verify", "--verbose", "--min-sdk-version", &least.to_string()])
        .arg(to))?;
    run(Command::new(tool("zipalign")?).args(["-c", "4"]).arg(to))
}

/// A package of the project's own manifest and resources, with Debian's tools: compiled, aligned, signed, verified and read again.
fn package(options: &Options) -> Result<()> {
    system::require(&[system::ANDROID], options)?;
    let folder = target().join("android/package");
    let _ = fs::remove_dir_all(&folder);
    let main = folder.join("main");
    assemble("android", &main, options)?;
    let manifest = main.join("AndroidManifest.xml");
    fs::write(&manifest, for_framework(&fs::read_to_string(&manifest)?)?)?;
    // The library of whose theme ours is comes with Gradle; its name stands in for it.
    let stand_in = folder.join("stand-in/values");
    fs::create_dir_all(&stand_in)?;
    fs::write(
        stand_in.join("appcompat.xml"),
        "<resources><style name=\"Theme.AppCompat.DayNight.NoActionBar\" parent=\"@android:style/Theme.DeviceDefault.NoActionBar\" /></resources>\n",
    )?;
    let unsigned = folder.join("unsigned.apk");
    let mut aapt = Command::new("aapt");
    aapt.args([
        "package",
        "-f",
        "--auto-add-overlay",
        "--min-sdk-version",
        "28",
        "--target-sdk-version",
        "29",
    ]);
    aapt.args(["--version-code", "1", "--version-name", env!("CARGO_PKG_VERSION"), "-I", FRAMEWORK.0, "-M"])
        .arg(&manifest);
    aapt.arg("-S").arg(main.join("res")).arg("-S").arg(folder.join("stand-in")).arg("-F").arg(&unsigned);
    run(&mut aapt).context("the resources do not compile")?;
    let key = folder.join("throw-away.jks");
    // No secret: the key signs nothing that anybody installs, and is made anew each time.
    let password = "throw-away";
    run(Command::new("keytool")
        .args(["-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "2", "-alias", "throw-away"])
        .args(["-dname", "CN=throw-away", "-storepass", password, "-keypass", password, "-keystore"])
        .arg(&key))?;
    let apk = folder.join("fingertip-without-code.apk");
    let mut signing = Command::new(env::current_exe()?);
    // The password goes the way of a real one: in the environment of what signs.
    signing.env(PASSWORD, password).args(["android-sign"]).arg(&unsigned).arg(&apk).arg(&key);
    run(&mut signing)?;
    let said = output(Command::new("aapt").args(["dump", "badging"]).arg(&apk))?;
    judge(&said)?;
    println!(
        "\n{}\n\nDone with packages of Debian alone: resources and manifest compiled against Android {} ({}), aligned, signed, verified and read again.\n\
         Left out of the manifest, since that version does not know it: {}.\n\
         Not done, and why:\n\
         - no code in Kotlin: Debian has no android.jar of Android 9 or newer to compile it against, and no d8 that makes it Android's;\n\
         - no library in Rust: its linker and C library are the NDK's, which Debian does not have;\n\
         - so the package installs nowhere as the app. `cargo xtask android build` makes that, and says what it needs.",
        apk.display(),
        FRAMEWORK.1,
        FRAMEWORK.0,
        LATER.map(str::trim).join(", "),
    );
    Ok(())
}

/// Signs for [`package`], in a process that has the password in its environment.
pub(crate) fn sign_throw_away(options: &Options) -> Result<()> {
    let [from, to, key] = options.rest.as_slice() else { bail!("{HELP}") };
    sign(Path::new(from), Path::new(to), Path::new(key), None, 28)
}

/// The manifest for the framework that Debian has, and as Gradle would hand it on.
fn for_framework(manifest: &str) -> Result<String> {
    let mut text = manifest.replace("${applicationId}", IDENTIFIER);
    for later in LATER {
        if !text.contains(later) {
            bail!("the manifest no longer says {later}: leave it out of this list");
        }
        text = text.replace(later, "");
    }
    let head = "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\"";
    if !text.contains(head) {
        bail!("the manifest begins another way");
    }
    Ok(text.replace(head, &format!("{head} package=\"{IDENTIFIER}\"")))
}

/// What Android would read of the package.
fn judge(said: &str) -> Result<()> {
    let wanted = [
        format!("package: name='{IDENTIFIER}' versionCode='1'"),
        "sdkVersion:'28'".to_owned(),
        "uses-permission: name='android.permission.INTERNET'".to_owned(),
        "uses-permission: name='android.permission.ACCESS_NETWORK_STATE'".to_owned(),
        "launchable-activity: name='dev.dioxus.main.MainActivity'".to_owned(),
        "application-label-en:'Fingertip'".to_owned(),
        "application-label-ug:'".to_owned(),
        "application-label-zh-Hans:'".to_owned(),
        "application-label-zh-Hant:'".to_owned(),
    ];
    for text in &wanted {
        if !said.contains(text.as_str()) {
            bail!("the package does not say {text}:\n{said}");
        }
    }
    for text in ["application-debuggable", "testOnly"] {
        if said.contains(text) {
            bail!("the package says {text}");
        }
    }
    let permissions = said.lines().filter(|line| line.starts_with("uses-permission")).count();
    if permissions != 2 {
        bail!("the package asks for {permissions} permissions");
    }
    println!("Android reads: {}", wanted.join("; "));
    Ok(())
}
