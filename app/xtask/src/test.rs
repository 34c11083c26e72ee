//! Every test, in the order in which failures are cheapest.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{
    Options, api, browser, demo, desktop, guests, looks, phones,
    postgres::{self, Disk, Server},
    process::{self, Background, cargo, cargo_for_tests, run, say, target},
    scripts, system,
};

/// What every step together leaves on the disk, in gigabytes.
const BUILT: u64 = 14;

/// One step of the tests.
type Step = (&'static str, fn(&Options) -> Result<()>);

const STEPS: [Step; 9] = [
    ("formatted", formatted),
    ("everything compiles, and the lints have nothing to say", lints),
    ("unit, snapshot, layer, hostile and journey tests", cargo_tests),
    ("unit tests in JavaScript", javascript),
    ("the demo's journey without a screen", demo::check),
    ("the platform's doors, fuzzed", api::test),
    ("the browser", browser::test),
    ("the desktop window", desktop::test),
    ("what the phones' systems are told", phones::judge),
];
/// What is begun first and waited for last: it shares nothing with the other steps, and is content with what they leave of the
/// processor.
const BESIDE: &str = "both phones type-check";

/// Runs every step; all of them, also after one has failed.
pub(crate) fn test(options: &Options) -> Result<()> {
    system::require(
        &[
            system::BUILD,
            system::WINDOW,
            system::BROWSER,
            system::XVFB,
            system::PHONES,
            system::FOREIGN,
            system::POSTGRES,
        ],
        options,
    )?;
    system::node(options)?;
    system::room(BUILT)?;
    let options = &Options { linter: Some(linter()?), ..options.clone() };
    // Before two of them look for it at once.
    for target in [guests::WASM].into_iter().chain(phones::PHONES) {
        guests::provide(target, options)?;
    }
    let mut failed = Vec::new();
    let began = Instant::now();
    let mut beside = phones_beside()?;
    let mut take = |name: &'static str, step: &mut dyn FnMut() -> Result<()>| {
        say(name);
        let at = Instant::now();
        match step() {
            Ok(()) => println!("ok: {name} ({} s)", at.elapsed().as_secs()),
            Err(error) => {
                println!("FAILED: {name} ({} s): {error:#}", at.elapsed().as_secs());
                failed.push(name);
            }
        }
    };
    for (name, step) in STEPS {
        take(name, &mut || step(options));
    }
    take(BESIDE, &mut || beside.finish());
    println!(
        "\n{} s in all; failed: {}",
        began.elapsed().as_secs(),
        if failed.is_empty() { "nothing".to_owned() } else { failed.join(", ") }
    );
    let steps = STEPS.len() + 1;
    println!("{} passed, {} failed", steps - failed.len(), failed.len());
    if failed.is_empty() { Ok(()) } else { bail!("{} of {steps} steps failed", failed.len()) }
}

/// A command of this tool that runs beside the others, and what it says in the meantime.
struct Beside {
    running: Background,
    said: PathBuf,
}

impl Beside {
    /// Waits for its end, and shows what it said.
    fn finish(&mut self) -> Result<()> {
        let status = self.running.0.wait()?;
        print!("{}", fs::read_to_string(&self.said)?);
        if status.success() { Ok(()) } else { bail!("it ended with {status}") }
    }
}

/// Begins [`BESIDE`], behind everything else in line for the processor where the system knows such a thing.
fn phones_beside() -> Result<Beside> {
    fs::create_dir_all(target())?;
    let said = target().join("phones.log");
    let log = fs::File::create(&said).with_context(|| format!("{} cannot be written", said.display()))?;
    let this = std::env::current_exe()?;
    let mut command = if process::has("nice") {
        let mut nice = Command::new("nice");
        nice.args(["-n", "19"]).arg(this);
        nice
    } else {
        Command::new(this)
    };
    command.args(["phones", phones::BOTH, "--yes"]).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Ok(Beside { running: Background(command.spawn().context("the phones' check cannot be started")?), said })
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

/// Two photos as phones take them, over a line of 64 kbit/s that loses packets, while the app is killed: minutes.
pub(crate) fn line(options: &Options) -> Result<()> {
    let components = guests::build(options)?;
    run(cargo()
        .args(["test", "-p", "fingertip-tests", "--test", "slow_line", "--", "--nocapture"])
        .env("FINGERTIP_GUESTS", components)
        .env("FINGERTIP_LINE_FULL", "1"))
}

fn formatted(_: &Options) -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))
}

/// The compiler of the lints, which is beside rustc.
fn linter() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let root = process::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    let beside = PathBuf::from(root.trim()).join("bin/clippy-driver");
    let found = if beside.is_file() { Some(beside) } else { process::find("clippy-driver") };
    found.context("clippy is missing; to install it:\n  rustup component add clippy")
}

/// Compiles every program, test and bench. A warning is read and not denied by a flag: that would compile everything once more.
fn lints(options: &Options) -> Result<()> {
    process::build_for_tests(options)?;
    let n_warnings = compile(options, &[])? + compile(options, &["--bench", "*"])?;
    if n_warnings > 0 { bail!("{n_warnings} warnings") } else { Ok(()) }
}

/// Compiles tests with what cargo says to be seen; how many warnings there are.
fn compile(options: &Options, which: &[&str]) -> Result<usize> {
    let mut compile = cargo_for_tests(options);
    compile.args(["test", "--workspace", "--no-run"]).args(which);
    let mut running =
        compile.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().context("cargo cannot be started")?;
    let mut n_warnings = 0;
    for line in BufReader::new(running.stderr.take().context("no words of cargo")?).lines() {
        let line = line?;
        n_warnings += usize::from(line.starts_with("warning: "));
        eprintln!("{line}");
    }
    if running.wait()?.success() { Ok(n_warnings) } else { bail!("it does not compile") }
}

fn cargo_tests(options: &Options) -> Result<()> {
    let components = guests::build(options)?;
    let mut tests = cargo_for_tests(options);
    tests
        .args(["test", "--workspace", "--no-fail-fast"])
        .env("FINGERTIP_GUESTS", components)
        .env("INSTA_UPDATE", "no");
    if let Some(libraries) = scripts::foreign() {
        tests.env(scripts::FOREIGN, libraries);
    }
    let server = Server::start(Disk::Skips);
    if let Some(server) = &server {
        tests.env(postgres::SERVER, server.address());
    }
    run(&mut tests)?;
    match server {
        Some(server) => on_postgres(options, &server),
        None => Ok(()),
    }
}

/// The nation's tests once more, on the database of several machines; then with some of those killed.
fn on_postgres(options: &Options, server: &Server) -> Result<()> {
    say("the nation on PostgreSQL");
    run(nation(options, server).args(["--quiet"]))?;
    say("two machines of one platform, and their database, killed while people hand in");
    kill_instances(options, server, IN_TESTS)
}

/// So many faults are in every run of the tests.
const IN_TESTS: &str = "9";

fn nation(options: &Options, server: &Server) -> Command {
    let mut tests = cargo_for_tests(options);
    tests
        .args(["test", "--workspace", "--test", "nation"])
        .env(postgres::SERVER, server.address())
        .env("FINGERTIP_NATION_ON", "postgres")
        .env("INSTA_UPDATE", "no");
    tests
}

fn kill_instances(options: &Options, server: &Server, faults: &str) -> Result<()> {
    run(nation(options, server).args(["--", "--nocapture", "instances::"]).env("FINGERTIP_FAULTS", faults))
}

/// As often as a release wants it.
pub(crate) fn instances(options: &Options) -> Result<()> {
    system::require(&[system::POSTGRES], options)?;
    process::build_for_tests(options)?;
    let server = Server::start(Disk::Skips).context("there is no PostgreSQL")?;
    kill_instances(options, &server, options.rest.get(1).map_or("300", String::as_str))
}

fn javascript(_: &Options) -> Result<()> {
    scripts::test()?;
    looks::statement_is_true()
}
