//! Scripts as their authors meet them: what is missing, what is wrong, and where engines come from.

#[path = "common/tools.rs"]
mod tools;

use std::{fs, path::Path, process::Command};

use anyhow::{Result, ensure};
use tools::{Tools, run};

/// The command on a machine that has nothing yet: no engine is kept, no bundler is there, and no npm to fetch it.
fn bare(home: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingertip"));
    for variable in ["FINGERTIP_ESBUILD", "FINGERTIP_ENGINE"] {
        command.env_remove(variable);
    }
    command.env("FINGERTIP_CACHE", home.join("cache")).env("PATH", "").args(arguments);
    match run(home, &mut command) {
        Ok(told) => told,
        Err(error) => error.to_string(),
    }
}

/// A mini-app that asks for an engine which nobody has.
fn asking_for(home: &Path, sha256: &str) -> Result<()> {
    let path = home.join("mine/manifest.json");
    let mut manifest: serde_json::Value = serde_json::from_slice(&fs::read(&path)?)?;
    manifest["fingertip"]["engine"]["sha256"] = sha256.into();
    Ok(fs::write(path, manifest.to_string())?)
}

#[test]
fn what_is_missing_is_named_with_how_to_get_it() -> Result<()> {
    let home = tempfile::tempdir()?;
    bare(home.path(), &["new", "mine", "--lang", "js"]);
    let told = bare(home.path(), &["build", "mine"]);
    ensure!(
        ["esbuild@", "npm cannot be started", "https://nodejs.org", "FINGERTIP_ESBUILD"]
            .iter()
            .all(|words| told.contains(words)),
        "{told}"
    );
    let script = home.path().join("own.js");
    fs::write(&script, "exports.update = 1")?;
    asking_for(home.path(), &"1".repeat(64))?;
    let named = ["replay", "mine", "--script", "own.js"];
    let told = bare(home.path(), &named);
    ensure!(
        ["111111", "engine fetch", "FINGERTIP_ENGINE"].iter().all(|words| told.contains(words)),
        "{told}"
    );
    // What was tested is what runs: another engine is not taken in its place.
    fs::write(home.path().join("javascript.wasm"), "another")?;
    let told = bare(home.path(), &[&named[..], &["--engine", "javascript.wasm"]].concat());
    ensure!(told.contains("the manifest asks for 111111"), "{told}");
    let told = bare(home.path(), &[&named[..], &["--engine", "own.js"]].concat());
    ensure!(told.contains("is the engine \"own\""), "{told}");
    Ok(())
}

#[test]
fn a_refused_manifest_of_a_script_is_all_that_is_said_of_its_program() -> Result<()> {
    let home = tempfile::tempdir()?;
    bare(home.path(), &["new", "mine", "--lang", "js"]);
    fs::write(home.path().join("own.js"), "exports.update = 1")?;
    asking_for(home.path(), "short")?;
    let told = bare(home.path(), &["check", "mine", "--script", "own.js"]);
    ensure!(told.contains("error[manifest-valid]") && !told.contains("component-valid"), "{told}");
    Ok(())
}

#[test]
fn what_a_script_does_wrong_is_told_with_its_authors_file_and_line() -> Result<()> {
    let (home, tools) = (tempfile::tempdir()?, Tools::of_the_checkout());
    let Some(engine) = tools.engine() else { return Ok(()) };
    tools.fingertip(home.path(), &["new", "mine", "--lang", "js", "--template", "task-list"])?;
    let source = home.path().join("mine/src/app.js");
    let good = fs::read_to_string(&source)?;
    let told = |change: &dyn Fn(&str) -> String, command: &str| -> Result<String> {
        fs::write(&source, change(&good))?;
        Ok(tools
            .fingertip(home.path(), &[command, "mine", "--engine", &engine])
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default())
    };
    let line =
        |text: &str, what: &str| text.lines().position(|line| line.contains(what)).map_or(0, |line| line + 1);
    // The bundler's words, the engine's while it loads the script, and the script's own while it runs.
    let syntax = told(&|good| format!("{good}\nconst x = ;\n"), "build")?;
    ensure!(syntax.contains(&format!("mine/src/app.js:{}:10", good.lines().count() + 2)), "{syntax}");
    let loading = told(&|good| format!("{good}nothing.like.it();\n"), "build")?;
    let place = format!("(src/app.js:{}:1)", good.lines().count() + 1);
    ensure!(
        loading.contains("ReferenceError: nothing is not defined") && loading.contains(&place),
        "{loading}"
    );
    let throws =
        |good: &str| good.replace("case \"acted\":", "case \"acted\":\n          model.nothing.like.it();");
    let place = format!("src/app.js:{}:", line(&throws(&good), "model.nothing"));
    for command in ["replay", "check"] {
        let running = told(&|good| throws(good), command)?;
        ensure!(
            running.contains("TypeError") && running.contains(&format!("at update ({place}")),
            "{command}: {running}"
        );
    }
    Ok(())
}

/// Serves a repository as the static files that it is.
async fn serve(folder: &Path) -> Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let files = axum::Router::new().fallback_service(tower_http::services::ServeDir::new(folder));
    tokio::spawn(async move { axum::serve(listener, files).await });
    Ok(url)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_is_fetched_once_verified_and_written_for() -> Result<()> {
    let home = tempfile::tempdir()?;
    let said = |arguments: &[&str]| bare(home.path(), arguments);
    let place = ["--repository", "repository", "--keys", "keys"];
    said(&[&["repository", "create", "--department", "utilities"][..], &place].concat());
    fs::write(home.path().join("javascript.wasm"), "an engine")?;
    let published = said(&[&["repository", "publish", "--engine", "javascript.wasm"][..], &place].concat());
    ensure!(published.contains("0 bundles and 1 engines published"), "{published}");
    let url = serve(&home.path().join("repository")).await?;
    let from = ["engine", "fetch", "--repository", &url, "--root", "repository/root.json"];
    let fetched = said(&from);
    let sha256 = fetched
        .split("\"sha256\": \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    ensure!(fetched.contains("verified") && sha256.len() == 64, "{fetched}");
    let listed = said(&["engine", "list"]);
    ensure!(listed.contains(&format!("javascript {sha256}")), "{listed}");
    said(&["new", "mine", "--lang", "js"]);
    ensure!(
        fs::read_to_string(home.path().join("mine/manifest.json"))?.contains(&sha256),
        "a new script is written for it"
    );
    // A file that was changed on this machine is not played.
    let kept = home.path().join(format!("cache/engines/javascript-{sha256}.wasm"));
    fs::write(&kept, "another")?;
    fs::write(home.path().join("own.js"), "exports.update = 1")?;
    let told = said(&["replay", "mine", "--script", "own.js"]);
    ensure!(told.contains("is damaged: remove it and fetch it again"), "{told}");
    // Neither is one that somebody changed on the way, nor one that is not there.
    for target in fs::read_dir(home.path().join("repository/targets/engines"))? {
        fs::write(target?.path(), "an enginE")?;
    }
    fs::remove_dir_all(home.path().join("cache"))?;
    let told = said(&from);
    ensure!(told.contains("cannot be fetched"), "{told}");
    let told = said(&[&from[..], &["--name", "python"]].concat());
    ensure!(told.contains("has no engine \"python\""), "{told}");
    Ok(())
}

#[test]
fn a_script_is_published_only_with_the_engine_that_plays_it() -> Result<()> {
    let (home, tools) = (tempfile::tempdir()?, Tools::of_the_checkout());
    let Some(engine) = tools.engine() else { return Ok(()) };
    let said = |arguments: &[&str]| tools.fingertip(home.path(), arguments);
    let place = ["--repository", "repository", "--keys", "keys"];
    said(&[&["repository", "create", "--department", "my-department"][..], &place].concat())?;
    said(&["new", "mine", "--lang", "js", "--template", "task-list"])?;
    said(&["pack", "mine", "--engine", &engine, "--out", "mine.ma"])?;
    let publish = ["repository", "publish", "mine.ma"];
    let refused =
        said(&[&publish[..], &place].concat()).err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(refused.contains("neither in this repository nor named with --engine"), "{refused}");
    let published = said(&[&publish[..], &place, &["--engine", &engine]].concat())?;
    ensure!(
        published.contains("1 bundles and 1 engines published") && !published.contains(" 0 screens"),
        "{published}"
    );
    // Once it is there, it need not be named again.
    let manifest = home.path().join("mine/manifest.json");
    fs::write(&manifest, fs::read_to_string(&manifest)?.replace("\"code\": 1", "\"code\": 2"))?;
    said(&["pack", "mine", "--engine", &engine, "--out", "mine.ma"])?;
    let published = said(&[&publish[..], &place].concat())?;
    ensure!(
        published.contains("1 bundles and 0 engines published") && !published.contains(" 0 screens"),
        "{published}"
    );
    Ok(())
}
