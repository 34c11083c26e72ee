//! Benches: ours beside a named rival in the same run, as ratios. Above 1 means that ours is better.

use std::{collections::BTreeMap, fs, process::Command};

use anyhow::{Result, bail};

use crate::{
    Options, browser, demo, guests,
    process::{built_as, cargo, output, run, say, target},
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

/// Opening a mini-app from its kept bytes to the complete view tree, and from the tap to the painted page, beside the
/// same page as plain HTML in Chromium.
fn open(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::WINDOW, system::BROWSER], options)?;
    system::node(options)?;
    let nation = demo::start(options, "bench-nation", true)?;
    let libraries = browser::libraries()?;
    say("the mini-app and the shell, in a release build");
    run(cargo().args(["build", "--quiet", "--release", "-p", "fingertip-shell"]))?;
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_open", "--"])
        .arg(guests::folder().join("social-security-card.wasm"));
    let mut figures = read(&output(&mut ours)?);
    say("the same page as plain HTML in Chromium, and the shell there");
    let (_shell, address) = browser::serve(&nation, &built_as("release", "fingertip-shell"))?;
    let mut script = Command::new("node");
    script.arg("tests/browser/bench-open.mjs").arg(address).arg(system::chromium()?).arg(libraries);
    figures.extend(read(&output(script.args(["tests/browser/bench-page.html", PAGES]))?));
    let mut table = Table::default();
    for engine in ["native", "pulley"] {
        println!("{engine}: compiled once after install in {:.0} ms", percentile(&figures, &format!("{engine} compile_ms"), 50)?);
        table.compare(&figures, "open to view tree", (&format!("{engine} open_ms"), engine), ("page open_ms", "plain page, fresh tab"))?;
    }
    println!("the first tap ever, with download, verification and compilation: {:.0} ms", percentile(&figures, "shell first_tap_ms", 50)?);
    for rival in [
        ("page painted_ms", "plain page, fresh tab"),
        ("page tab_painted_ms", "plain page, new tab"),
        ("page link_painted_ms", "plain page, same tab"),
    ] {
        table.compare(&figures, "tap to painted", ("shell painted_ms", "shell"), rival)?;
    }
    table.write("open")
}

/// Rows of a bench: ours beside a rival, printed and kept.
#[derive(Default)]
struct Table(Vec<String>);

impl Table {
    /// Adds p50 and p95 of ours and the rival's; each is its figures' name and what it is called.
    fn compare(&mut self, figures: &BTreeMap<String, Vec<f64>>, figure: &str, ours: (&str, &str), rival: (&str, &str)) -> Result<()> {
        for at in [50, 95] {
            let (value, rival_value) = (percentile(figures, ours.0, at)?, percentile(figures, rival.0, at)?);
            let ratio = rival_value / value;
            println!("{figure} p{at}: {:>6} {value:8.3} ms   {:<22} {rival_value:8.1} ms   ratio {ratio:6.1}", ours.1, rival.1);
            self.0.push(format!(
                "  {{\"figure\": \"{figure}, p{at}\", \"subject\": \"{}\", \"rival\": \"{}\", \"unit\": \"ms\", \"value\": {value:.4}, \"rival_value\": {rival_value:.4}, \"ratio\": {ratio:.2}}}",
                ours.1, rival.1
            ));
        }
        Ok(())
    }

    fn write(&self, name: &str) -> Result<()> {
        let folder = target().join("bench");
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(format!("{name}.json")), format!("[\n{}\n]\n", self.0.join(",\n")))?)
    }
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
