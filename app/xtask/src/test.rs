//! Every test, in the order in which failures are cheapest.

use std::time::Instant;

use anyhow::Result;

use crate::{
    Options, browser, demo, desktop, guests, looks, phones,
    process::{cargo, run, say},
    scripts, system,
};

/// What every step together leaves on the disk, in gigabytes.
const BUILT: u64 = 14;

/// One step of the tests.
type Step = (&'static str, fn(&Options) -> Result<()>);

const STEPS: [Step; 8] = [
    ("formatted", formatted),
    ("lints", lints),
    ("unit, snapshot, layer, hostile and journey tests", cargo_tests),
    ("unit tests in JavaScript", javascript),
    ("the demo's journey without a screen", demo::check),
    ("the browser", browser::test),
    ("the desktop window", desktop::test),
    ("both phones type-check", phones::check),
];

/// Runs every step; all of them, also after one has failed.
pub(crate) fn test(options: &Options) -> Result<()> {
    system::require(
        &[system::BUILD, system::WINDOW, system::BROWSER, system::XVFB, system::PHONES, system::FOREIGN],
        options,
    )?;
    system::node(options)?;
    system::room(BUILT)?;
    let mut failed = Vec::new();
    let began = Instant::now();
    for (name, step) in STEPS {
        say(name);
        let at = Instant::now();
        match step(options) {
            Ok(()) => println!("ok: {name} ({} s)", at.elapsed().as_secs()),
            Err(error) => {
                println!("FAILED: {name} ({} s): {error:#}", at.elapsed().as_secs());
                failed.push(name);
            }
        }
    }
    println!(
        "\n{} s in all; failed: {}",
        began.elapsed().as_secs(),
        if failed.is_empty() { "nothing".to_owned() } else { failed.join(", ") }
    );
    println!("{} passed, {} failed", STEPS.len() - failed.len(), failed.len());
    if failed.is_empty() { Ok(()) } else { anyhow::bail!("{} of {} steps failed", failed.len(), STEPS.len()) }
}

/// What a device does to a store, as often as a release wants it.
pub(crate) fn faults(options: &Options) -> Result<()> {
    let kills = options.rest.get(1).map_or("2000", String::as_str);
    run(cargo()
        .args([
            "test",
            "-p",
            "fingertip-records",
            "--test",
            "faults",
            "--",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("FINGERTIP_FAULTS", kills))
}

fn formatted(_: &Options) -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lints(_: &Options) -> Result<()> {
    run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn cargo_tests(options: &Options) -> Result<()> {
    let components = guests::build(options)?;
    let mut tests = cargo();
    tests.args(["test", "--workspace"]).env("FINGERTIP_GUESTS", components).env("INSTA_UPDATE", "no");
    if let Some(libraries) = scripts::foreign() {
        tests.env(scripts::FOREIGN, libraries);
    }
    run(&mut tests)
}

fn javascript(_: &Options) -> Result<()> {
    scripts::test()?;
    looks::statement_is_true()
}
