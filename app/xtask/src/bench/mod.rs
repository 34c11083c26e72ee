//! Benches: ours beside a named rival in the same as ratios. Above 1 means that ours is better.

mod catalogue;
mod guest;
mod identity;
mod platform;
mod records;
mod search;
mod typing;

use std::{collections::BTreeMap, fs, process::Command};

use anyhow::{Result, bail};

use crate::{
    Options, browser, demo, desktop, guests,
    process::{build_programs_as, built, built_as, cargo, output, run, say, target},
    system,
};

/// How often the plain page is opened.
const PAGES: &str = "30";

pub(crate) fn bench(options: &Options) -> Result<()> {
    match options.rest.first().map(String::as_str) {
        Some("open") => open(options),
        Some("guest") => guest::guest(options),
        Some("shell") => shell(options),
        Some("typing") => typing(options),
        Some("identity") => identity::identity(),
        Some("records") => records::records(),
        Some("catalogue") => catalogue::catalogue(&options.rest[1..]),
        Some("search") => search::search(&options.rest[1..]),
        Some("platform") => platform::platform(options),
        Some("work") => guest::work(),
        _ => bail!(
            "cargo xtask bench catalogue [SERVICES...] | guest | identity | open | platform | records | search [SERVICES...] | shell | typing | work"
        ),
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
    build_programs_as("release", &["fingertip-tester"])?;
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-runtime", "--example", "bench_open", "--"])
        .arg(guests::folder().join("social-security-card.wasm"));
    let mut figures = read(&output(&mut ours)?);
    say("the same page as plain HTML in Chromium, and the shell there");
    let (_shell, address) = browser::serve(&nation, &built_as("release", "fingertip-tester"), demo::SHELL)?;
    let mut script = Command::new("node");
    script.arg("tests/browser/bench-open.mjs").arg(address).arg(system::chromium()?).arg(libraries);
    figures.extend(read(&output(script.args(["tests/browser/bench-page.html", PAGES]))?));
    let mut table = Table::default();
    for engine in ["native", "pulley"] {
        println!(
            "{engine}: compiled once after install in {:.0} ms",
            percentile(&figures, &format!("{engine} compile_ms"), 50)?
        );
        table.compare(
            &figures,
            "open to view tree",
            (&format!("{engine} open_ms"), engine),
            ("page open_ms", "plain page, fresh tab"),
        )?;
    }
    println!(
        "the first tap ever, with download, verification and compilation: {:.0} ms",
        percentile(&figures, "shell first_tap_ms", 50)?
    );
    for rival in [
        ("page painted_ms", "plain page, fresh tab"),
        ("page tab_painted_ms", "plain page, new tab"),
        ("page link_painted_ms", "plain page, same tab"),
    ] {
        table.compare(&figures, "tap to painted", ("shell painted_ms", "shell"), rival)?;
    }
    // What is known is printed before the window, which may not come up, is waited for.
    if cfg!(target_os = "linux") {
        figures.extend(in_window(options, &nation)?);
        table.compare(
            &figures,
            "tap to painted in the desktop's web view",
            ("window painted_ms", "shell"),
            ("window link_painted_ms", "plain page, same window"),
        )?;
    } else {
        println!(
            "LEFT OUT: the desktop's web view; it is measured on a screen of its own, which only Linux has"
        );
    }
    table.write("open")
}

/// The same tap, and the same plain page, in the web view that the desktop's window has, on a screen of its own.
fn in_window(options: &Options, nation: &demo::Nation) -> Result<BTreeMap<String, Vec<f64>>> {
    system::require(&[system::XVFB], options)?;
    say("the shell's window, and the same plain page in a window of the same web view");
    run(cargo().args(["build", "--release", "-p", "fingertip-shell", "--example", "bench_window"]))?;
    let program = target().join("release/examples/bench_window");
    let screen = desktop::Screen::start()?;
    let mut shell = demo::shell(nation, &program, "window");
    // Its own arguments come first.
    let arguments: Vec<_> = shell.get_args().map(ToOwned::to_owned).collect();
    shell = Command::new(&program);
    shell.arg("tests/browser/bench-window.js").args(arguments).arg("--file-secrets");
    let mut figures = read(&output(screen.on(&mut shell))?);
    let mut script = Command::new("node");
    script.args(["tests/browser/bench-page.mjs", "tests/browser/bench-page.html", PAGES]);
    script.arg(&program).arg("--page");
    figures.extend(read(&output(screen.on(&mut script))?));
    Ok(figures)
}

/// How often the shell is started.
const STARTS: &str = "10";

/// The shell from what it kept: start to home, taps, memory, bytes; beside the same screens as plain pages. And the largest view.
fn shell(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::WINDOW, system::BROWSER], options)?;
    system::node(options)?;
    let nation = demo::start(options, "bench-nation", true)?;
    let libraries = browser::libraries()?;
    say("the shell, in a release build");
    build_programs_as("release", &["fingertip-tester"])?;
    say("the largest view, and the same as plain elements");
    let mut figures = read(&output(cargo().args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "fingertip-ui",
        "--example",
        "bench_view",
    ]))?);
    say("the shell's screens, and the same as plain pages in Chromium");
    let mut script = Command::new("node");
    script
        .arg("tests/browser/bench-shell.mjs")
        .arg(system::chromium()?)
        .arg(&libraries)
        .arg(STARTS)
        .arg(&nation.platform);
    script
        .arg(target().join("bench-nation/shell-bench"))
        .arg(built_as("release", "fingertip-tester"))
        .arg("--root")
        .arg(&nation.root);
    figures.extend(read(&output(&mut script)?));
    let mut table = Table::default();
    for (figure, of) in [("600 nodes built", "build_ms"), ("600 nodes, one word changed", "update_ms")] {
        table.compare(
            &figures,
            figure,
            (&format!("view {of}"), "view tree"),
            (&format!("plain {of}"), "plain elements"),
        )?;
    }
    table.say("start of the program", "shell", "ms", percentile(&figures, "shell process_ms", 50)?);
    table.say(
        "start of the program to home from what is kept",
        "shell",
        "ms",
        percentile(&figures, "shell start_ms", 50)?,
    );
    let screens = ["home_page", "services", "service", "cases", "records", "me", "home"];
    for screen in screens {
        let figure =
            if screen == "home_page" { "page to home".to_owned() } else { format!("tap to {screen}") };
        table.compare(
            &figures,
            &figure,
            (&format!("shell {screen}_ms"), "shell"),
            (&format!("plain {screen}_ms"), "plain page"),
        )?;
    }
    for (figure, name) in [
        ("memory of the program", "shell resident_bytes"),
        ("memory of the page's script", "shell heap_bytes"),
        ("memory of the plain page's script", "plain heap_bytes"),
        ("first start, to the page", "shell first_page_bytes"),
        ("first start, from the platform", "shell first_platform_bytes"),
    ] {
        if figures.contains_key(name) {
            table.say(figure, "shell", "bytes", percentile(&figures, name, 50)?);
        }
    }
    table.write("shell")
}

/// What one letter costs; beside an earlier shell, which is a debug build as ours is then.
fn typing(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::BROWSER], options)?;
    system::node(options)?;
    let nation = typing::start(options)?;
    // The debug build was made with the nation.
    let program = if options.against.is_some() {
        built("fingertip-tester")
    } else {
        say("the shell, in a release build");
        build_programs_as("release", &["fingertip-tester"])?;
        built_as("release", "fingertip-tester")
    };
    let mut table = Table::default();
    let libraries = browser::libraries()?;
    typing::compare(options, &nation, &libraries, &program, &mut table)?;
    nation.offer_its_own()?;
    table.write("typing")
}

/// Rows of a bench: ours beside a rival, printed and kept.
#[derive(Default)]
struct Table(Vec<String>);

impl Table {
    /// Adds p50 and p95 of ours and the rival's; each is its figures' name and what it is called.
    fn compare(
        &mut self,
        figures: &BTreeMap<String, Vec<f64>>,
        figure: &str,
        ours: (&str, &str),
        rival: (&str, &str),
    ) -> Result<()> {
        for at in [50, 95] {
            let (value, rival_value) = (percentile(figures, ours.0, at)?, percentile(figures, rival.0, at)?);
            let ratio = rival_value / value;
            println!(
                "{figure} p{at}: {:>6} {value:8.3} ms   {:<22} {rival_value:8.3} ms   ratio {ratio:6.2}",
                ours.1, rival.1
            );
            self.0.push(format!(
                "  {{\"figure\": \"{figure}, p{at}\", \"subject\": \"{}\", \"rival\": \"{}\", \"unit\": \"ms\", \"value\": {value:.4}, \"rival_value\": {rival_value:.4}, \"ratio\": {ratio:.2}}}",
                ours.1, rival.1
            ));
        }
        Ok(())
    }

    /// Adds one figure beside that of an earlier shell; above 1 means that ours is better.
    fn beside(&mut self, figure: &str, unit: &str, value: f64, earlier: f64) {
        // Nothing at all is better than anything by no number.
        let ratio = if value > 0.0 { format!("{:.1}", earlier / value) } else { "all of it".to_owned() };
        println!("{figure}: {value:.3} {unit}   earlier {earlier:.3}   ratio {ratio}");
        self.0.push(format!("  {{\"figure\": \"{figure}\", \"subject\": \"shell\", \"rival\": \"earlier\", \"unit\": \"{unit}\", \"value\": {value:.4}, \"rival_value\": {earlier:.4}}}"));
    }

    /// Adds one figure that has no rival.
    fn say(&mut self, figure: &str, subject: &str, unit: &str, value: f64) {
        println!("{figure}: {subject} {value:.3} {unit}");
        self.0.push(format!("  {{\"figure\": \"{figure}\", \"subject\": \"{subject}\", \"unit\": \"{unit}\", \"value\": {value:.4}}}"));
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
