//! Mini-apps in JavaScript: the engine that they share, and each as one script. Both need Node.js; without it everything
//! else still works, and what is left out is said.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    guests::Audience,
    process::{self, fingertip, run, say, target},
    registry::SCRIPTS,
};

/// What builds the engine and the scripts: pinned, and installed beside what is built, never in the source tree.
const LIBRARIES: [&str; 4] = [
    "@bytecodealliance/componentize-js@0.23.0",
    "@bytecodealliance/preview2-shim@0.26.1",
    "esbuild@0.28.2",
    "typescript@7.0.2",
];

/// What others wrote and the tests speak with: clients of The Update Framework, with which the repository is read, libraries for
/// credentials (SD-JWT VC), status lists, calendars, linked data with its shapes (SHACL) and signed requests (RFC 9421), and an OpenID
/// Connect provider, certified by the OpenID Foundation, at which the phone signs in: pinned as above. They are of the projects that wrote
/// the specifications, of npm's registry, or what these need; MIT, BSD, Apache-2.0, W3C (owlrl), LGPL-3.0 (jwcrypto) or PSF.
const FOREIGN_PYTHON: [&str; 25] = [
    "tuf==7.0.1",
    "securesystemslib==1.6.0",
    "urllib3==2.8.0",
    "sd-jwt==0.10.4",
    "jwcrypto==1.6.1",
    "cryptography==50.0.2",
    "cffi==2.1.1",
    "pycparser==3.12",
    "typing_extensions==4.16.0",
    "icalendar==7.3.0",
    "python-dateutil==4.0.0",
    "tzdata==2026.6",
    "http-message-signatures==3.0.0",
    "http-sf==1.5.0",
    "pyshacl==0.40.1",
    "rdflib==7.6.0",
    "owlrl==7.6.2",
    "html5rdf==1.2.1",
    "pyparsing==3.3.3",
    "prettytable==3.18.0",
    "wcwidth==0.9.4",
    "packaging==26.4",
    "importlib_metadata==10.2.0",
    "zipp==4.1.2",
    "lazy-importer==0.1.0",
];
const FOREIGN_NODE: [&str; 7] = [
    "tuf-js@6.0.2",
    "@sd-jwt/sd-jwt-vc@0.19.0",
    "@sd-jwt/jwt-status-list@0.19.0",
    "dcql@3.0.0",
    "@openid4vc/openid4vp@0.4.6",
    "oidc-provider@9.13.3",
    "age-encryption@0.2.4",
];

/// The variable that names them to the tests.
pub(crate) const FOREIGN: &str = "FINGERTIP_FOREIGN";

/// The engine's file among the built components.
const FILE: &str = "javascript.wasm";
const ENGINE: &str = "mini-apps/engines/javascript";
const SDK: &str = "mini-apps/sdk-js";
const WIT: &str = "mini-apps/standard/wit/since-1.0";

/// A mini-app in JavaScript that was built.
pub(crate) struct Script {
    /// Its folder below `mini-apps/`.
    pub folder: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its one file.
    pub path: PathBuf,
}

/// The engine among the built components, if it is there.
pub(crate) fn engine(components: &Path) -> Option<PathBuf> {
    Some(components.join(FILE)).filter(|path| path.is_file())
}

/// The mini-apps in JavaScript that can be published; none without the engine.
pub(crate) fn built(components: &Path) -> Vec<Script> {
    let script = |(folder, name)| Script { folder, name, path: components.join(format!("{name}.js")) };
    let all = SCRIPTS.map(script).into_iter().filter(|script| script.path.is_file());
    if engine(components).is_some() { all.collect() } else { Vec::new() }
}

/// Builds the engine where its inputs have changed, and every script. What cannot be built is left out, and said.
pub(crate) fn build(components: &Path, audience: Audience) -> Result<()> {
    say("the JavaScript engine, and the mini-apps that are scripts");
    if !(process::has("node") && process::has("npm")) {
        return leave_out(
            components,
            "node or npm is missing; install both (Debian: apt-get install nodejs npm)",
        );
    }
    if let Err(error) = build_engine(components) {
        return leave_out(components, &format!("{error:#}; npm must reach its registry the first time"));
    }
    // A script that does not build is no missing tool.
    for (folder, name) in SCRIPTS {
        let out = components.join(format!("{name}.js"));
        let mut build = fingertip();
        build.env(ESBUILD, esbuild()).arg("build").arg(Path::new("mini-apps").join(folder));
        // To see it load, the engine is compiled for this machine, which takes half a minute: the repository's door does that.
        match audience {
            Audience::Visitor => build.arg("--unchecked"),
            Audience::Tests => build.arg("--engine").arg(components.join(FILE)),
        };
        run(build.arg("--out").arg(out))?;
    }
    Ok(())
}

/// Nothing old may stand for what could not be built now.
fn leave_out(components: &Path, why: &str) -> Result<()> {
    let names: Vec<&str> = SCRIPTS.iter().map(|(_, name)| *name).collect();
    println!("LEFT OUT: {} and the JavaScript engine. {why}", names.join(", "));
    for file in names.iter().map(|name| format!("{name}.js")).chain([FILE.into()]) {
        let path = components.join(file);
        if path.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn build_engine(components: &Path) -> Result<()> {
    let libraries = libraries()?;
    let engine = components.join(FILE);
    let stamp = libraries.join("engine.stamp");
    let inputs = inputs()?;
    if !engine.is_file() || fs::read_to_string(&stamp).ok().as_ref() != Some(&inputs) {
        let mut build = Command::new("node");
        run(build.arg(format!("{ENGINE}/build.mjs")).arg(&libraries).arg(WIT).arg(&engine))?;
        println!("{}: {} KB, imports nothing", engine.display(), fs::metadata(&engine)?.len() / 1024);
        // The kit's types follow the contract.
        run(Command::new("node")
            .arg(format!("{SDK}/contract.mjs"))
            .arg(&libraries)
            .arg(WIT)
            .arg(format!("{SDK}/contract.d.ts")))?;
        fs::write(&stamp, inputs)?;
    }
    Ok(())
}

/// The variable that names the bundler to `fingertip`.
pub(crate) const ESBUILD: &str = "FINGERTIP_ESBUILD";

/// The bundler, installed with the other libraries.
pub(crate) fn esbuild() -> PathBuf {
    target().join("javascript/node_modules/.bin/esbuild")
}

/// Everything that the engine is made of: it takes half a minute to build, so it is built only when this changes.
fn inputs() -> Result<String> {
    let mut texts = vec![LIBRARIES.join(" ")];
    let mut files: Vec<PathBuf> =
        ["engine.js", "build.mjs"].iter().map(|name| Path::new(ENGINE).join(name)).collect();
    files.push(Path::new(SDK).join("contract.mjs"));
    let contract = fs::read_dir(WIT).with_context(|| format!("{WIT} cannot be read"))?;
    let mut contract =
        contract.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()?;
    contract.sort();
    files.extend(contract);
    for file in files {
        texts.push(fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?);
    }
    Ok(texts.join("\n"))
}

/// Installs the libraries where they are missing.
fn libraries() -> Result<PathBuf> {
    let folder = target().join("javascript");
    fs::create_dir_all(&folder)?;
    let (stamp, wanted) = (folder.join("libraries.stamp"), LIBRARIES.join(" "));
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        say("componentize-js, esbuild and typescript");
        let mut npm = Command::new("npm");
        npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--silent", "--prefix"])
            .arg(&folder)
            .args(LIBRARIES);
        run(&mut npm)?;
        fs::write(&stamp, wanted)?;
    }
    Ok(folder)
}

/// Installs the clients and the provider that others wrote, where they are missing; none, and a word of it, where that cannot be done.
pub(crate) fn foreign() -> Option<PathBuf> {
    let installed = install_foreign();
    if let Err(error) = &installed {
        println!(
            "LEFT OUT: the clients, libraries and the OpenID Connect provider that others wrote: {error:#}; python3, its venv, node and npm \
             must be there, and their registries be reached the first time"
        );
    }
    installed.ok()
}

fn install_foreign() -> Result<PathBuf> {
    let folder = target().join("foreign");
    fs::create_dir_all(&folder)?;
    // A test may run elsewhere than here.
    let folder = fs::canonicalize(folder)?;
    let wanted = [FOREIGN_PYTHON.as_slice(), &FOREIGN_NODE].concat().join(" ");
    let stamp = folder.join("libraries.stamp");
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        say(
            "tuf, sd-jwt, icalendar and pyshacl (Python), tuf-js, @sd-jwt/sd-jwt-vc, @sd-jwt/jwt-status-list, dcql, @openid4vc/openid4vp, oidc-provider and age-encryption",
        );
        let python = folder.join("python");
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&python))?;
        run(Command::new(python.join("bin/python3"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(FOREIGN_PYTHON))?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&folder);
        run(npm.args(FOREIGN_NODE))?;
        fs::write(&stamp, wanted)?;
    }
    Ok(folder)
}

/// The unit tests of the kit and the scripts, and their types.
pub(crate) fn test() -> Result<()> {
    if !process::has("node") {
        println!(
            "LEFT OUT: the unit tests of the JavaScript kit; install node (Debian: apt-get install nodejs npm)"
        );
        return Ok(());
    }
    let mut files = tests(Path::new(SDK))?;
    for (folder, _) in SCRIPTS {
        files.extend(tests(&Path::new("mini-apps").join(folder))?);
    }
    run(Command::new("node").args(["--import", &format!("./{SDK}/resolve.mjs"), "--test"]).args(files))?;
    let checker = target().join("javascript/node_modules/.bin/tsc");
    if !checker.is_file() {
        println!("LEFT OUT: the types of the JavaScript kit; npm could not install typescript");
        return Ok(());
    }
    run(Command::new(checker).args(["--project", SDK]))
}

fn tests(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder.join("test")).with_context(|| format!("{} has no tests", folder.display()))?;
    let files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.js")).collect())
}
