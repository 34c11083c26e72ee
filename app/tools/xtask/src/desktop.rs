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
    Options, demo,
    process::{Background, built, cargo, output, run, say, target},
    system,
};

/// Reads the accessibility tree. Python, for AT-SPI's own bindings are the only ones that Debian has.
const TREE: &str = include_str!("desktop_tree.py");
/// What the first start must expose: its heading and its languages, by role and name.
const EXPOSED: [&str; 3] = ["heading=选择语言 Choose your language", "button=简体中文", "button=English"];
/// UC-13: from the first start to a person who can be called, and back, by names alone; `+` presses.
const JOURNEY: [&str; 14] = [
    "+button=English",
    "+button=Use seniors mode",
    "heading=Where do you live?",
    "+button=Choose later",
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
/// Part of the window's title: the app's name in the language of a first start.
const TITLE: &str = "指尖";
/// How long a window may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Fewer colours than this are an empty window: text alone has more.
const LEAST_COLORS: u32 = 16;

/// A screen without a monitor, with a message bus of its own.
struct Screen {
    display: String,
    bus: String,
    _server: Background,
    _bus: Background,
}

impl Screen {
    fn start() -> Result<Self> {
        // The server finds a free display itself and says which.
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "500x900x24", "-nolisten", "tcp"]).stderr(Stdio::null());
        let (server, display) = first_line(&mut server)?;
        // As dbus-run-session does it, but a bus that ends with this value and that two programs can share.
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]).env("DISPLAY", format!(":{display}"));
        // What it starts itself complains when the screen goes.
        bus.stderr(Stdio::null());
        let (bus_daemon, bus) = first_line(&mut bus)?;
        Ok(Self { display: format!(":{display}"), bus, _server: server, _bus: bus_daemon })
    }

    /// Puts a program on this screen, heard by assistive technology.
    fn on<'a>(&self, command: &'a mut Command) -> &'a mut Command {
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

/// The window.
pub(crate) fn test(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::WINDOW, system::XVFB], options)?;
    let nation = demo::start(options, "desktop-nation", true)?;
    run(cargo().args(["build", "--quiet", "-p", "fingertip-shell"]))?;
    say("the shell in a window");
    let folder = target().join("desktop");
    fs::create_dir_all(&folder)?;
    let screen = Screen::start()?;
    let mut shell = demo::shell(&nation, &built("fingertip-shell"), demo::SHELL);
    shell.arg("--file-secrets").stdin(Stdio::null()).stdout(Stdio::null());
    shell.stderr(fs::File::create(folder.join("shell.log"))?);
    let _shell = Background(screen.on(&mut shell).spawn().context("the shell cannot be started")?);
    wait_for_window(&screen)?;
    read_tree(&screen, &folder, &EXPOSED)?;
    look(&screen, &folder.join("first-start.png"))?;
    say("UC-13: to a person who helps, by names alone");
    read_tree(&screen, &folder, &JOURNEY)?;
    look(&screen, &folder.join("me.png"))
}

fn wait_for_window(screen: &Screen) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let found = screen.on(Command::new("xdotool").args(["search", "--onlyvisible", "--name", TITLE])).stderr(Stdio::null()).output()?;
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
    // Debian's own Python: another one on the path has no bindings.
    let python = if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" };
    println!("the accessibility tree:");
    run(screen.on(Command::new(python).arg(script).args(steps)))
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
    let mut child =
        Background(command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| format!("{name} cannot be started"))?);
    let mut said = BufReader::new(child.0.stdout.take().with_context(|| format!("{name} has no output"))?);
    let mut line = String::new();
    said.read_line(&mut line)?;
    child.0.stdout = Some(said.into_inner());
    if line.trim().is_empty() {
        bail!("{name} did not start");
    }
    Ok((child, line.trim().to_owned()))
}
