//! What mini-apps cost on both engines: the ordinary ones, the worst that the standard lets through, one instruction of each class.

mod worst;

use std::process::Command;

use anyhow::Result;

use super::{PAGES, Table, percentile, read};
use crate::{
    Options, browser, guests,
    process::{cargo, output, run, say},
    scripts, system,
};

/// Every mini-app, in Rust and in JavaScript, on both engines: its size, what a device compiles once, its first view, an
/// update, and its memory; the first view beside a plain page in Chromium, where there is one.
pub(super) fn guest(options: &Options) -> Result<()> {
    let components = guests::build(options)?;
    say("the guests, in a release build");
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_guest", "--"]);
    let mut names = Vec::new();
    for name in [guests::EMPTY].into_iter().chain(guests::MINI_APPS.map(|(_, name)| name)) {
        names.push(name);
        ours.arg(format!("{name}={}", components.join(format!("{name}.wasm")).display()));
    }
    ours.arg(format!("{}+/largest={}", worst::VIEW, components.join("hostile-guest.wasm").display()));
    if let Some(engine) = scripts::engine(&components) {
        for script in scripts::built(&components) {
            names.push(script.name);
            ours.arg(format!("{}={}@{}", script.name, script.path.display(), engine.display()));
        }
    }
    let mut figures = read(&output(&mut ours)?);
    figures.extend(worst::measure()?);
    let has_page = match (system::node(options), system::chromium()) {
        (Ok(()), Ok(chromium)) => {
            say("a form as a plain page in Chromium");
            let mut script = Command::new("node");
            script.args(["tests/browser/bench-open.mjs", "-"]).arg(chromium).arg(browser::libraries()?);
            figures.extend(read(&output(script.args(["tests/browser/bench-page.html", PAGES]))?));
            figures.extend(worst::measure_pages()?);
            true
        }
        (_, _) => {
            println!("LEFT OUT: the plain page; there is no Chromium here (Debian: chromium)");
            false
        }
    };
    let mut table = Table::default();
    for engine in ["native", "pulley"] {
        for name in &names {
            let of = |what: &str| format!("{engine} {name} {what}");
            let subject = format!("{name}, {engine}");
            table.say("size", &subject, "bytes", percentile(&figures, &of("bytes"), 50)?);
            if figures.contains_key(&of("engine_bytes")) {
                table.say(
                    "size of its engine, once for all",
                    &subject,
                    "bytes",
                    percentile(&figures, &of("engine_bytes"), 50)?,
                );
            }
            table.say("compiled once a device", &subject, "ms", percentile(&figures, &of("compile_ms"), 50)?);
            table.say("update, p50", &subject, "ms", percentile(&figures, &of("update_ms"), 50)?);
            table.say("memory", &subject, "bytes", percentile(&figures, &of("memory_bytes"), 50)?);
            table.say(
                "work of the first view",
                &subject,
                "units",
                percentile(&figures, &of("first_view_work"), 50)?,
            );
            table.say("work of an update", &subject, "units", percentile(&figures, &of("update_work"), 50)?);
            // As engines were before work was counted, with the clock instead; the runs of the two took turns.
            for what in ["first_view", "update"] {
                table.compare(
                    &figures,
                    &format!("{what}, counting"),
                    (&of(&format!("{what}_ms")), &subject),
                    (&of(&format!("uncounted_{what}_ms")), "by the clock, not counting"),
                )?;
            }
            if has_page {
                table.compare(
                    &figures,
                    "first view",
                    (&of("first_view_ms"), &subject),
                    ("page open_ms", "plain page, fresh tab"),
                )?;
            } else {
                table.say("first view, p50", &subject, "ms", percentile(&figures, &of("first_view_ms"), 50)?);
            }
        }
    }
    worst::compare(&figures, has_page, &mut table)?;
    table.write("guest")
}

/// Prints what one instruction of each class takes in both engines beside its units, and how deep a stack lets functions go: what
/// the table of the standard's `work.rs` and the two stacks were chosen by.
pub(super) fn work() -> Result<()> {
    say("one instruction of each class, in a release build");
    run(cargo().args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_work"]))
}
