//! A real window: the desktop shell on a screen of its own, seen as a person sees it and as a screen reader hears it.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    Options,
    demo::{self, Nation},
    process::{Background, built, output, run, say, target},
    system,
};

mod orca;

/// Reads the accessibility tree. Python, for AT-SPI's own bindings are the only ones that Debian has.
const TREE: &str = include_str!("desktop_tree.py");
/// What the first start must expose: its heading and its languages, by role and name.
const EXPOSED: [&str; 3] = ["heading=选择语言 Choose your language", "button=简体中文", "button=English"];
/// UC-13: from the first start to a person who can be called, and back, by names alone. `desktop_tree.py` says how a step is
/// written.
const JOURNEY: [&str; 14] = [
    "+button=English",
    "+button=Use seniors mode",
    "heading=Where do you live?",
    "+button=Guangdong",
    "heading=Hello",
    "+link=Ask for help",
    "heading=Ask for help",
    "link=Call 12345",
    "+link=Home",
    "+button=Everything else",
    "heading=Services",
    "+link=Me",
    "heading=Me",
    "button=Sign in",
];
/// UC-19: from there to a case that is handed in, one question a screen; signed in on the way.
const CASE: [&str; 38] = [
    "+link=Home",
    ">entry=Find a service=sbk",
    ">entry=Find a service=<Return>",
    "heading=Find a service",
    "+button=Social security card*",
    "heading=Social security card",
    "+button=Start",
    "heading=Apply for a social security card",
    "+button=Start",
    "+button=Sign in",
    "+button=Agree",
    "heading=About you",
    "+button=Continue",
    ">entry=Telephone number=13800138000",
    "+button=Continue",
    "+radio button=The photo of my identity card*",
    "+button=Continue",
    ">combo box=Bank on the card=<Down>",
    "+button=Continue",
    "+radio button=Send it to me*",
    "+button=Continue",
    ">entry=Address for the courier=100 Dongfeng Road, Guangzhou",
    "+button=Continue",
    "entry=A good time for the courier*",
    "+button=Continue",
    "check box=By text message",
    "+button=Continue",
    "+check box=Declaration",
    "+button=Continue",
    "heading=Check your answers",
    "+button=Send the application",
    "heading=Application sent",
    "+button=Close",
    "heading=Hello, *",
    "+button=All my cases",
    "heading=My cases",
    "+button=Social security card*",
    "heading=Social security card",
];
/// UC-20: the document that came of it, first with a connection, then in a window opened again without one.
const DOCUMENT: [&str; 5] = [
    "+link=Home",
    "+button=All my documents",
    "heading=My documents",
    "button=Social security card",
    "paragraph=Last checked on *",
];
const WITHOUT_CONNECTION: [&str; 9] = [
    // Back where the person was.
    "heading=My documents",
    "section=You have no internet now*",
    "paragraph=Last checked on *",
    "+button=Social security card",
    "heading=Social security card",
    "+button=Show its code",
    "image=Code",
    "+link=Home",
    "heading=Hello, *",
];
/// Whose window it is.
#[derive(Clone, Copy)]
struct Whose {
    /// Who signs in.
    person: &'static str,
    /// What the folder of their shell is called.
    shell: &'static str,
}

/// The window that is used by names.
const OF_NAMES: Whose = Whose { person: "li-xiuying", shell: demo::SHELL };
/// Part of the window's title: the app's name in the language of a first start.
const TITLE: &str = "指尖";
/// How long a window may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Fewer colours than this are an empty window: text alone has more.
const LEAST_COLORS: u32 = 16;

/// A screen without a monitor, with a message bus of its own.
pub(crate) struct Screen {
    display: String,
    bus: String,
    _server: Background,
    _bus: Background,
}

impl Screen {
    pub(crate) fn start() -> Result<Self> {
        // The server finds a free display itself and says which.
        let mut server = Command::new("Xvfb");
        server
            .args(["-displayfd", "1", "-screen", "0", "500x900x24", "-nolisten", "tcp"])
            .stderr(Stdio::null());
        let (server, display) = first_line(&mut server)?;
        // As dbus-run-session does it, but a bus that ends with this value and that two programs can share.
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .env("DISPLAY", format!(":{display}"));
        // What it starts itself complains when the screen goes.
        bus.stderr(Stdio::null());
        let (bus_daemon, bus) = first_line(&mut bus)?;
        Ok(Self { display: format!(":{display}"), bus, _server: server, _bus: bus_daemon })
    }

    /// Puts a program on this screen, heard by assistive technology.
    pub(crate) fn on<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("NO_AT_BRIDGE", "0")
            .env("GTK_MODULES", "gail:atk-bridge")
            .env("GDK_BACKEND", "x11")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("AT_SPI_BUS_ADDRESS")
    }
}

/// The window; with the word `orca` only what is heard of it.
pub(crate) fn test(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::WINDOW, system::XVFB], options)?;
    let mut nation = demo::start(options, "desktop-nation", true)?;
    let folder = target().join("desktop");
    fs::create_dir_all(&folder)?;
    orca::test(&nation, &folder, options)?;
    if options.rest.first().is_some_and(|part| part == "orca") {
        return Ok(());
    }
    say("the shell in a window");
    let screen = Screen::start()?;
    let shell = open(&screen, &nation, &folder, OF_NAMES)?;
    wait_for_window(&screen)?;
    read_tree(&screen, &folder, &EXPOSED)?;
    look(&screen, &folder.join("first-start.png"))?;
    say("UC-13: to a person who helps, by names alone");
    read_tree(&screen, &folder, &JOURNEY)?;
    look(&screen, &folder.join("me.png"))?;
    say("UC-19: a case handed in, by names alone");
    read_tree(&screen, &folder, &CASE)?;
    look(&screen, &folder.join("case.png"))?;
    say("UC-20: the document, also in a window opened again without a connection");
    read_tree(&screen, &folder, &DOCUMENT)?;
    nation.stop();
    // Ended in the middle of whatever it does, as by a battery.
    drop(shell);
    let _shell = open(&screen, &nation, &folder, OF_NAMES)?;
    read_tree(&screen, &folder, &WITHOUT_CONNECTION)?;
    look(&screen, &folder.join("without-connection.png"))
}

/// A window on the nation, of a person whose browser signs them in by itself.
fn open(screen: &Screen, nation: &Nation, folder: &Path, whose: Whose) -> Result<Background> {
    let mut shell = demo::shell(nation, &built("fingertip-shell"), whose.shell);
    shell.arg("--file-secrets").stdin(Stdio::null()).stdout(Stdio::null());
    shell.stderr(fs::File::create(folder.join("shell.log"))?);
    shell.env("BROWSER", format!("{} {}", built("demo-browser").display(), whose.person));
    Ok(Background(screen.on(&mut shell).spawn().context("the shell cannot be started")?))
}

fn wait_for_window(screen: &Screen) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let found = screen
            .on(Command::new("xdotool").args(["search", "--onlyvisible", "--name", TITLE]))
            .stderr(Stdio::null())
            .output()?;
        if found.status.success() && !found.stdout.trim_ascii().is_empty() {
            println!("a window named {TITLE}");
            return Ok(());
        }
        sleep(Duration::from_millis(300));
    }
    bail!("no window named {TITLE} came within {} s; see target/desktop/shell.log", PATIENCE.as_secs())
}

fn read_tree(screen: &Screen, folder: &Path, steps: &[&str]) -> Result<()> {
    let script = folder.join("tree.py");
    fs::write(&script, TREE)?;
    println!("the accessibility tree:");
    run(screen.on(python().arg(script).args(steps)))
}

/// Debian's own Python: another one on the path has no bindings.
fn python() -> Command {
    Command::new(if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" })
}

/// Takes a picture of the screen; a picture of few colours is an empty window.
fn look(screen: &Screen, picture: &Path) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        run(screen.on(Command::new("import").args(["-window", "root"]).arg(picture)))?;
        let said = output(Command::new("identify").args(["-format", "%k"]).arg(picture))?;
        let colors: u32 = said.trim().parse().with_context(|| format!("identify says {said:?}"))?;
        if colors >= LEAST_COLORS {
            println!("{}: {colors} colours", picture.display());
            return Ok(());
        }
        if Instant::now() > end {
            bail!("the window stays empty: {} has {colors} colours", picture.display());
        }
        sleep(Duration::from_millis(500));
    }
}

/// Starts a program in the background and gives the first line that it says.
fn first_line(command: &mut Command) -> Result<(Background, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = Background(
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} cannot be started"))?,
    );
    let mut said = BufReader::new(child.0.stdout.take().with_context(|| format!("{name} has no output"))?);
    let mut line = String::new();
    said.read_line(&mut line)?;
    child.0.stdout = Some(said.into_inner());
    if line.trim().is_empty() {
        bail!("{name} did not start");
    }
    Ok((child, line.trim().to_owned()))
}
