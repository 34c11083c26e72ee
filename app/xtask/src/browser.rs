//! The shell in a real browser: a citizen's journey, its accessibility, and the pictures of the README.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    Options, asking,
    demo::{self, Nation},
    guests, looks,
    process::{Background, built, fingertip, run, say, target},
    scripts, system,
};

/// What drives the browser and measures what it draws: pinned, and installed beside what is built, never in the source tree.
const LIBRARIES: [&str; 7] = [
    "playwright-core@1.65.1",
    "axe-core@4.14.1",
    "accessibility-checker-engine@4.0.34",
    "html_codesniffer@2.5.1",
    "@fluent/bundle@0.19.1",
    "pixelmatch@8.0.0",
    "pngjs@7.0.0",
];

/// The journeys of one person each, through a shell of their own. `tests/use-cases.md` says what they prove.
const JOURNEYS: [(&str, &str); 6] = [
    ("journey", "the journey of a citizen, in Chromium"),
    ("senior", "a senior, by large targets only"),
    ("keyboard", "a person without a mouse, by what a screen reader says"),
    ("exchange", "what is asked in a case is answered, and what is asked of the office"),
    ("joint", "a life event, asked for with one form and done by department after department"),
    (ABROAD, "a person in another zone, with an input method that leaves full-width characters"),
];
/// The journey of a device that stands elsewhere.
const ABROAD: &str = "abroad";

/// The journeys that ask for what happens to the nation and to the shell.
const ASKING: [(&str, &str); 3] = [
    ("offline", "everything without a connection, after one start with it"),
    ("wild", "a catalogue that nobody would make on purpose"),
    (
        PHONE,
        "a device like a phone: notch, keyboard, larger text, an end without a word, a slow processor and network",
    ),
];

/// The journey of an officer, at the console of a department.
const CONSOLE: (&str, &str) = ("console", "an officer at the console of a department");

/// The pictures of the README, of 390 by 844 points, and the one of the authors' page.
const PICTURES: [(&str, &str); 3] =
    [("citizen-normal", "home-normal"), ("citizen-seniors", "home-seniors"), ("dev", "dev")];
/// The pictures of the standard's reference: what the journey through the gallery calls a sheet, and what the gallery does.
const SHEETS: [(&str, &str); 17] = [
    ("sheet-0-0", "page-parts"),
    ("sheet-0-1", "notices"),
    ("sheet-1", "actions"),
    ("sheet-2-0", "texts"),
    ("sheet-2-1", "numbers"),
    ("sheet-2-2", "times"),
    ("sheet-2-3", "choices"),
    ("sheet-2-4", "places"),
    ("sheet-2-5", "files"),
    ("sheet-2-6", "facts"),
    ("sheet-3-0", "summaries"),
    ("sheet-3-1", "records"),
    ("sheet-3-2", "figures"),
    ("sheet-3-3", "things"),
    ("sheet-4-0", "slots"),
    ("sheet-4-1", "bill"),
    ("sheet-4-2", "confirmation"),
];
/// The journey of a device like a phone, which has a short form.
const PHONE: &str = "phone";
/// Where a journey's device stands, whatever the machine's own zone is: what is drawn names it.
const AT_HOME: &str = "UTC";
const MOST_BYTES: u64 = 280 * 1024;

/// The journeys in a browser.
pub(crate) fn test(options: &Options) -> Result<()> {
    let (mut nation, browser) = prepare(options)?;
    let is_wanted = |name: &str| options.rest.is_empty() || options.rest.iter().any(|wanted| wanted == name);
    // What is looked at afterwards are the records that the first journey leaves.
    let is_walked = |name: &str| is_wanted(name) || name == JOURNEYS[0].0 && is_wanted("looks");
    for (journey, what) in JOURNEYS.into_iter().filter(|(name, _)| is_walked(name)) {
        say(what);
        walk(&nation, &browser, journey)?;
    }
    for (journey, what) in ASKING.into_iter().filter(|(name, _)| is_wanted(name)) {
        say(what);
        // By its own name the phone is whole.
        let parts: &[&str] = if journey == PHONE && options.rest.is_empty() { &["short"] } else { &[] };
        asking::test(&mut nation, &browser, journey, parts)?;
    }
    if is_wanted(CONSOLE.0) {
        say(CONSOLE.1);
        console(&browser)?;
    }
    if is_wanted("looks") {
        looks::some(&nation, &browser)?;
    }
    if is_wanted("dev") {
        dev(&browser)?;
    }
    Ok(())
}

/// A journey of one person, through a shell of its name.
fn walk(nation: &Nation, browser: &Browser, journey: &str) -> Result<()> {
    let zone = if journey == ABROAD { "Europe/London" } else { AT_HOME };
    let (_shell, address) = serve_in(zone, nation, &built("fingertip-tester"), journey)?;
    run(browser.script(journey).arg(address).arg(&browser.chromium).arg(&browser.folder))
}

/// An officer, at a platform of their own: what comes to a department there waits for them.
fn console(browser: &Browser) -> Result<()> {
    let (name, _) = CONSOLE;
    let at_work = Nation::bare("console-nation", demo::OFFICERS)?;
    let token = at_work.department_token("human-resources");
    run(browser
        .script(name)
        .arg(&at_work.platform)
        .arg(&browser.chromium)
        .arg(&browser.folder)
        .arg(&at_work.demo)
        .arg(token))
}

/// The journey of a citizen, whose records are then in the shell of this name.
pub(crate) fn citizen(nation: &Nation, browser: &Browser) -> Result<&'static str> {
    let (name, what) = JOURNEYS[0];
    say(what);
    walk(nation, browser, name)?;
    Ok(name)
}

/// Authors at `fingertip dev`.
fn dev(browser: &Browser) -> Result<()> {
    say("an author at fingertip dev, in Chromium");
    let mut dev = fingertip();
    dev.args(["dev", "mini-apps/transport/bus-card"]);
    let (_dev, address) = told(dev, "dev")?;
    run(browser.script("dev").arg(address).arg(&browser.chromium).arg(&browser.folder))?;
    dev_script(browser)
}

/// What drives a browser here.
pub(crate) struct Browser {
    /// The program.
    pub chromium: PathBuf,
    /// Where its libraries are, and where pictures and measures go.
    pub folder: PathBuf,
}

impl Browser {
    /// One of the scripts of `tests/browser`.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(format!("tests/browser/{name}.mjs"));
        node
    }
}

/// A fresh nation, the shell, and a browser.
pub(crate) fn prepare(options: &Options) -> Result<(Nation, Browser)> {
    system::require(&[system::BUILD, system::WINDOW, system::BROWSER], options)?;
    system::node(options)?;
    let browser = Browser { chromium: system::chromium()?, folder: libraries()? };
    let nation = demo::start(options, "browser-nation", true)?;
    Ok((nation, browser))
}

/// An author with a script; left out where there is no engine for it.
fn dev_script(browser: &Browser) -> Result<()> {
    let Some(engine) = scripts::engine(&guests::folder()) else { return Ok(()) };
    say("an author of a script at fingertip dev, in Chromium");
    let mini_app = browser.folder.join("dev-script");
    if mini_app.exists() {
        fs::remove_dir_all(&mini_app)?;
    }
    run(fingertip().args(["new", "--lang", "js", "--template", "form"]).arg(&mini_app))?;
    let mut dev = fingertip();
    dev.arg("dev").arg(&mini_app).arg("--engine").arg(engine).env(scripts::ESBUILD, scripts::esbuild());
    let (_dev, address) = told(dev, "dev")?;
    run(browser.script("dev-script").arg(address).arg(&browser.chromium).arg(&browser.folder).arg(mini_app))
}

/// The README's pictures, fresh from a journey.
pub(crate) fn screenshots(options: &Options) -> Result<()> {
    test(options)?;
    let home =
        PICTURES.map(|(taken, name)| (taken, Path::new("assets/pictures").join(format!("{name}.png"))));
    let sheets = SHEETS.map(|(taken, name)| {
        (taken, Path::new("mini-apps/standard/docs/pictures").join(format!("{name}.png")))
    });
    for (name, to) in home.into_iter().chain(sheets) {
        fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
        let from = target().join("browser").join(format!("{name}.png"));
        let bytes = fs::copy(&from, &to)
            .with_context(|| format!("the journey took no picture {}", from.display()))?;
        if bytes > MOST_BYTES {
            bail!(
                "{} has {} KB; a README is read on phones: at most {} KB",
                to.display(),
                bytes / 1024,
                MOST_BYTES / 1024
            );
        }
        println!("{} ({} KB)", to.display(), bytes / 1024);
    }
    Ok(())
}

/// Installs the libraries where they are missing.
pub(crate) fn libraries() -> Result<PathBuf> {
    let folder = target().join("browser");
    fs::create_dir_all(&folder)?;
    say("playwright-core, axe-core and what else the scripts use");
    let mut npm = Command::new("npm");
    npm.args(["install", "--save-exact", "--no-audit", "--no-fund", "--silent", "--prefix"])
        .arg(&folder)
        .args(LIBRARIES);
    run(&mut npm)?;
    Ok(folder)
}

/// Starts a shell that serves its page, and gives the page's one-time address. `name` is the folder that it keeps things in.
pub(crate) fn serve(nation: &Nation, program: &Path, name: &str) -> Result<(Background, String)> {
    serve_in(AT_HOME, nation, program, name)
}

/// [`serve`] with more `arguments`, which finds the nation's platform at `platform`.
pub(crate) fn serve_at(
    platform: &str,
    nation: &Nation,
    program: &Path,
    name: &str,
    arguments: &[&str],
) -> Result<(Background, String)> {
    let mut command = demo::shell_at(platform, nation, program, name);
    command.arg("--file-secrets").args(arguments).env("TZ", AT_HOME);
    told(command, "shell")
}

/// [`serve`] on a device that stands in `zone`, a name of the IANA time zone database.
fn serve_in(zone: &str, nation: &Nation, program: &Path, name: &str) -> Result<(Background, String)> {
    let mut command = demo::shell(nation, program, name);
    command.arg("--file-secrets").env("TZ", zone);
    told(command, "shell")
}

/// Starts a program that says its address on a line that begins with `name`.
pub(crate) fn told(mut command: Command, name: &str) -> Result<(Background, String)> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut shell = Background(command.spawn().with_context(|| format!("{name} cannot be started"))?);
    let output = shell.0.stdout.take().with_context(|| format!("{name} has no output"))?;
    let mut output = BufReader::new(output);
    let mut line = String::new();
    while output.read_line(&mut line)? > 0 {
        if let Some(address) = line.strip_prefix(name) {
            let address = address.trim().to_owned();
            // It goes on talking: a closed pipe would end it.
            shell.0.stdout = Some(output.into_inner());
            return Ok((shell, address));
        }
        line.clear();
    }
    bail!("{name} ended without saying its address")
}
