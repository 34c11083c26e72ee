//! Benches: ours beside a named rival in the same run, as ratios. Above 1 means that ours is better.

use std::{collections::BTreeMap, fs, process::Command};

use anyhow::{Result, bail};

use crate::{
    Options, browser, guests,
    process::{cargo, output, say, target},
    system,
};

/// How often the plain page is opened.
const PAGES: &str = "30";

pub(crate) fn bench(options: &Options) -> Result<()> {
    match options.rest.first().map(String::as_str) {
        Some("open") => open(options),
        _ => bail!("cargo xtask bench open"),
    }
}

/// Opening a mini-app from its kept bytes to the complete view tree, beside the same page as plain HTML in Chromium.
fn open(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::BROWSER], options)?;
    system::node(options)?;
    let components = guests::build(options)?;
    let libraries = browser::libraries()?;
    say("the mini-app, in a release build");
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_open", "--"])
        .arg(components.join("social-security-card.wasm"));
    let mut figures = read(&output(&mut ours)?);
    say("the same page as plain HTML in Chromium");
    // Modules are found from where the script stands, so it is put beside the libraries.
    let script = libraries.join("bench-page.mjs");
    fs::copy("tests/browser/bench-page.mjs", &script)?;
    let page = fs::canonicalize("tests/browser/bench-page.html")?;
    figures.extend(read(&output(Command::new("node").arg(script).arg(system::chromium()?).arg(page).arg(PAGES))?));
    let mut rows = Vec::new();
    for engine in ["native", "pulley"] {
        println!("{engine}: compiled once after install in {:.0} ms", percentile(&figures, &format!("{engine} compile_ms"), 50)?);
        for at in [50, 95] {
            let (value, rival) = (percentile(&figures, &format!("{engine} open_ms"), at)?, percentile(&figures, "page open_ms", at)?);
            let ratio = rival / value;
            println!("open, {engine:>6}: p{at} {value:8.3} ms   plain page in Chromium p{at} {rival:8.1} ms   ratio {ratio:6.1}");
            rows.push(format!(
                "  {{\"figure\": \"open to view tree, p{at}\", \"subject\": \"mini-app, {engine}\", \"rival\": \"plain HTML page in Chromium\", \"unit\": \"ms\", \"value\": {value:.4}, \"rival_value\": {rival:.4}, \"ratio\": {ratio:.2}}}"
            ));
        }
    }
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("open.json"), format!("[\n{}\n]\n", rows.join(",\n")))?;
    Ok(())
}

/// Lines of `subject figure value`, gathered by `subject figure`.
fn read(text: &str) -> BTreeMap<String, Vec<f64>> {
    let mut figures: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in text.lines() {
        if let Some((name, value)) = line.rsplit_once(' ')
            && let Ok(value) = value.parse()
        {
            figures.entry(name.to_owned()).or_default().push(value);
        }
    }
    figures
}

fn percentile(figures: &BTreeMap<String, Vec<f64>>, name: &str, at: usize) -> Result<f64> {
    let Some(found) = figures.get(name) else { bail!("the bench gave no figure {name:?}") };
    let mut sorted = found.clone();
    sorted.sort_by(f64::total_cmp);
    Ok(sorted[(sorted.len() * at / 100).min(sorted.len() - 1)])
}
