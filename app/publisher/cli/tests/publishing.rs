//! From a department's desk to the nation's repository, as both meet it: signed at home, taken in, asked for.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};

fn fingertip(arguments: &[&str]) -> Result<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_fingertip")).args(arguments).output()?;
    let told =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{arguments:?}\n{told}");
    Ok(told)
}

#[test]
fn a_bundle_is_signed_by_its_department_taken_in_by_the_operator_and_listed() -> Result<()> {
    let Some(components) = std::env::var_os("FINGERTIP_GUESTS") else {
        eprintln!("FINGERTIP_GUESTS is not set: `cargo xtask test` builds the mini-apps and sets it");
        return Ok(());
    };
    let home = tempfile::tempdir()?;
    let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let (repository, keys, bundle, desk) =
        (path("repository"), path("keys"), path("bus-card.ma"), path("desk"));
    let mini_app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../mini-apps/transport/bus-card");
    let component = Path::new(&components).join("bus-card.wasm");
    let (mini_app, component) =
        (mini_app.to_str().context("a plain path")?, component.to_str().context("a plain path")?);
    fingertip(&[
        "repository",
        "create",
        "--repository",
        &repository,
        "--keys",
        &keys,
        "--department",
        "transport",
    ])?;
    fingertip(&["pack", mini_app, "--component", component, "--out", &bundle])?;
    let key = path("keys/transport.pk8");
    let sign = [
        "sign",
        "--repository",
        &repository,
        "--department",
        "transport",
        "--key",
        &key,
        "--out",
        &desk,
        &bundle,
    ];
    let told = fingertip(&sign)?;
    ensure!(told.contains("1 bundles signed by transport"), "{told}");
    let before = fingertip(&["status", "--repository", &repository])?;
    ensure!(!before.contains("bus-card"), "signing publishes nothing yet: {before}");
    // The operator needs no department's key.
    std::fs::remove_file(&key)?;
    let told = fingertip(&["repository", "accept", "--repository", &repository, "--keys", &keys, &desk])?;
    ensure!(told.contains("1 bundles taken in"), "{told}");
    let after = fingertip(&["status", "--repository", &repository, "cn.example.transport.bus-card"])?;
    ensure!(
        after.contains("transport/cn.example.transport.bus-card.ma version ")
            && after.contains("may ask for: call"),
        "{after}"
    );
    let told = fingertip(&["status", "--repository", &repository, "cn.example.transport.no-such-thing"])
        .map_err(|error| error.to_string());
    ensure!(told.as_ref().is_err_and(|told| told.contains("is not published")), "{told:?}");
    Ok(())
}
