//! What work costs: one instruction of each class, and the worst that a compiler is given.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Table, percentile, read};
use crate::process::{cargo, output, run, say};

/// Prints what one instruction of each class takes in both engines beside its units, and how deep a stack lets functions go: what
/// the table of the standard's `work.rs` and the two stacks were chosen by.
pub(super) fn work() -> Result<()> {
    say("one instruction of each class, in a release build");
    run(cargo().args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_work"]))
}

/// Seconds and memory of the worst modules that the standard lets through; what it refuses is printed.
pub(super) fn worst() -> Result<BTreeMap<String, Vec<f64>>> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_compile"]);
    let text = output(&mut command)?;
    for line in text.lines().filter(|line| line.starts_with("refused")) {
        println!("{line}");
    }
    Ok(read(&text))
}

/// Adds what [`worst`] found.
pub(super) fn say_worst(figures: &BTreeMap<String, Vec<f64>>, table: &mut Table) -> Result<()> {
    for name in figures.keys().filter(|name| name.starts_with("worst ")) {
        let Some((subject, figure)) = name.rsplit_once(' ') else { continue };
        let (what, unit) = if figure == "compile_ms" {
            ("worst module compiled", "ms")
        } else {
            ("its peak of memory", "bytes")
        };
        table.say(what, subject, unit, percentile(figures, name, 50)?);
    }
    Ok(())
}
