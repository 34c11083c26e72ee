//! How the shell looks: every screen measured in many looks, compared with pictures that somebody has looked at, and the
//! accessibility statement of what was measured.

use anyhow::Result;

use crate::{
    Options,
    browser::{self, Browser},
    demo::Nation,
    process::{built, run, say},
    system,
};

/// `cargo xtask looks`: every screen in every look, or in those whose name has the words that follow. With `--accept` only the golden pictures, taken anew; with `--statement`
/// nothing is started, what was measured the last time is written down.
pub(crate) fn looks(options: &Options) -> Result<()> {
    if options.statement {
        return statement(&["--write"]);
    }
    let (nation, browser) = browser::prepare(options)?;
    if options.accept {
        system::require(&[system::PICTURES], options)?;
        return golden(&nation, &browser, true);
    }
    browser::citizen(&nation, &browser)?;
    let part = options.rest.join(" ");
    screens(&nation, &browser, Some(&part))?;
    if !part.is_empty() {
        return Ok(());
    }
    golden(&nation, &browser, false)
}

/// As many looks as a test run has time for, after the journeys: the first one's records are in the shell that is looked at.
pub(crate) fn some(nation: &Nation, browser: &Browser) -> Result<()> {
    screens(nation, browser, None)?;
    golden(nation, browser, false)
}

/// The accessibility statement says what its figures say.
pub(crate) fn statement_is_true() -> Result<()> {
    say("the accessibility statement is what was measured");
    statement(&[])
}

fn screens(nation: &Nation, browser: &Browser, part: Option<&str>) -> Result<()> {
    say("every screen in many looks, in Chromium");
    let (_shell, address) = browser::serve(nation, &built("fingertip-tester"), "journey")?;
    let mut screens = browser.script("screens");
    run(screens
        .arg(address)
        .arg(&browser.chromium)
        .arg(&browser.folder)
        .args(part.map(|part| format!("--only={part}"))))
}

fn golden(nation: &Nation, browser: &Browser, accept: bool) -> Result<()> {
    say(if accept { "golden pictures, taken anew" } else { "the screens beside their golden pictures" });
    let (_shell, address) = browser::serve(nation, &built("fingertip-tester"), "golden")?;
    let mut golden = browser.script("golden");
    run(golden.arg(address).arg(&browser.chromium).arg(&browser.folder).args(accept.then_some("--accept")))
}

fn statement(flags: &[&str]) -> Result<()> {
    let folder = crate::process::target().join("browser");
    run(std::process::Command::new("node").arg("tests/browser/statement.mjs").arg(folder).args(flags))
}
