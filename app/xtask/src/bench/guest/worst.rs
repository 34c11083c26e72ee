//! The worst that the standard lets through: modules, the largest view, the largest bundle; the latter two beside a plain page.

use std::{collections::BTreeMap, fs, process::Command};

use anyhow::Result;

use super::super::{PAGES, Table, percentile, read};
use crate::{
    browser,
    process::{cargo, output, say, target},
    system,
};

/// What the figures of the largest view are called.
pub(super) const VIEW: &str = "largest-view";

/// Seconds and memory of the worst modules and of the largest bundle; what is refused is printed.
pub(super) fn measure() -> Result<BTreeMap<String, Vec<f64>>> {
    say("the worst modules that the standard lets through");
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_compile"]);
    let modules = output(&mut command)?;
    for line in modules.lines().filter(|line| line.starts_with("refused")) {
        println!("{line}");
    }
    say("the largest bundle that the standard allows");
    let folder = target().join("bench/bundle");
    fs::create_dir_all(&folder)?;
    fs::copy("tests/hostile-guest/manifest.json", folder.join("manifest.json"))?;
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "fingertip-bundle",
        "--example",
        "bench_bundle",
        "--",
    ]);
    let mut figures = read(&modules);
    figures.extend(read(&output(command.arg(folder))?));
    Ok(figures)
}

/// The largest view and bundle as plain pages in Chromium.
pub(super) fn measure_pages() -> Result<BTreeMap<String, Vec<f64>>> {
    say("the largest view and bundle as plain pages in Chromium");
    let mut script = Command::new("node");
    script
        .arg("tests/browser/bench-worst.mjs")
        .arg(system::chromium()?)
        .arg(browser::libraries()?)
        .arg(PAGES);
    Ok(read(&output(&mut script)?))
}

/// Adds what was found.
pub(super) fn compare(figures: &BTreeMap<String, Vec<f64>>, has_page: bool, table: &mut Table) -> Result<()> {
    for name in figures.keys().filter(|name| name.starts_with("worst ")) {
        let Some((subject, figure)) = name.rsplit_once(' ') else { continue };
        let (what, unit) = if figure == "compile_ms" {
            ("worst module compiled", "ms")
        } else {
            ("its peak of memory", "bytes")
        };
        table.say(what, subject, unit, percentile(figures, name, 50)?);
    }
    for engine in ["native", "pulley"] {
        let subject = format!("largest view, {engine}");
        let of = |what: &str| format!("{engine} {VIEW} {what}");
        table.say("memory of the guest", &subject, "bytes", percentile(figures, &of("memory_bytes"), 50)?);
        for what in ["first_view_ms", "update_ms"] {
            let figure = if what == "update_ms" { "drawn again by the guest" } else { "opened to its view" };
            if has_page {
                table.compare(figures, figure, (&of(what), &subject), ("page largest_ms", "plain page"))?;
            } else {
                table.say(figure, &subject, "ms", percentile(figures, &of(what), 50)?);
            }
        }
    }
    table.say("its peak of memory", "largest bundle", "bytes", percentile(figures, "bundle peak_bytes", 50)?);
    if has_page {
        table.compare(
            figures,
            "read whole",
            ("bundle read_ms", "largest bundle"),
            ("page bundle_ms", "plain page"),
        )?;
        for (subject, name) in
            [("largest view", "page largest_bytes"), ("largest bundle", "page bundle_bytes")]
        {
            table.say("memory of the plain page", subject, "bytes", percentile(figures, name, 50)?);
        }
    } else {
        table.say("read whole", "largest bundle", "ms", percentile(figures, "bundle read_ms", 50)?);
    }
    Ok(())
}
