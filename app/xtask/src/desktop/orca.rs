//! What is heard of the window: the screen reader Orca beside it, its speech written down, everything done with keys.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::{PATIENCE, Screen, Whose, open, python, wait_for_window};
use crate::{
    Options,
    demo::Nation,
    process::{self, Background, run, say},
    system,
};

/// Presses keys and reads what Orca says; how a step is written stands there.
const STEPS: &str = include_str!("orca.py");
/// Orca reads this before it begins: no voice is needed for what is only written down, and each line is written at once.
const SETTINGS: &str = "\
import orca.debug as debug
import orca.settings as settings

settings.speechServerFactory = None
settings.speechFactoryModules = []
settings.enableBraille = False
settings.enableSound = False
settings.enableKeyEcho = False
debug.debugFile.reconfigure(line_buffering=True)
";
/// What Orca says when it has begun.
const BEGUN: &str = "Screen reader on.";
const WHOSE: Whose = Whose { person: "zhang-wei", shell: "heard" };

/// From the first start to the home screen. Each heading is heard without a key; the language is the one that was chosen.
const START: [&str; 11] = [
    "=Choose your language.*heading level 1",
    "<Tab>*=简体中文 (push )?button",
    "<Tab>*=English (push )?button",
    "<Return>",
    "=How would you like to see it\\?.*heading level 1",
    "<Tab>*=Use standard mode (push )?button",
    "<Return>",
    "=Where do you live\\?.*heading level 1",
    "<Tab>*=Find a province or city entry",
    ">guangz",
    "<Tab>*=Guangzhou (push )?button",
];
/// A service is found; what is found is told while it is typed.
const SERVICE: [&str; 11] = [
    "<Return>",
    "=Hello.*heading level 1",
    "<Tab>*=Find a service entry",
    ">sbk",
    "!",
    "<Return>",
    "=Find a service.*heading level 1",
    "<Tab>*=Social security card.*button",
    "<Return>",
    "=Social security card.*heading level 1",
    "<Tab>*=Start (push )?button",
];
/// What unfolds says so; the sheets say what they are.
const SHEETS: [&str; 11] = [
    "<Return>",
    "=Apply for a social security card.*heading level 1",
    "<Tab>*=What happens to your data collapsed",
    "<Return>",
    "=expanded",
    "<Tab>*=Start (push )?button",
    "<Return>",
    "=Sign in dialog",
    "<Tab>*=Sign in (push )?button",
    "<Return>",
    "=asks for your data dialog",
];
/// A field says what is wanted in it; continued with it empty, it says that and what is wrong.
const MISTAKE: [&str; 11] = [
    "<Tab>*=^Agree (push )?button",
    "<Return>",
    "=About you.*heading level 1",
    "<Tab>*=Telephone number entry required.*We call or text you only about this card",
    "<Tab>*=Continue (push )?button",
    "<Return>",
    "=There is one thing to correct",
    "<Tab>*=Telephone number: Fill this in link",
    "<Tab>*=Telephone number entry required.*invalid entry.*Fill this in",
    ">13800138000",
    "<Tab>*=Continue (push )?button",
];
/// Radio buttons with their group, a combo box, check boxes, with their states.
const CHOICES: [&str; 16] = [
    "<Return>",
    "=Photo on the card.*heading level 1",
    "<Tab>*=Which photo should be on the card\\?.*The photo of my identity card.*not selected radio button",
    "<space>",
    "=^selected",
    "<Tab>*=Continue (push )?button",
    "<Return>",
    "=Bank and delivery.*heading level 1",
    "<Tab>*=Bank on the card combo box",
    "<Down>",
    "=People’s Savings Bank",
    "<Tab>*=How do you want to get the card\\?.*Send it to me.*not selected radio button",
    "<space>",
    "=^selected",
    "<Tab>*=Address for the courier entry required",
    ">100 Dongfeng Road, Guangzhou",
];
/// What was said is checked, declared to be true and handed in; that something was copied is told.
const HANDING_IN: [&str; 14] = [
    "<Tab>*=By text message check box not checked",
    "<Tab>*=Declaration check box not checked.*required.*Everything I have entered is true",
    "<space>",
    "=^checked",
    "<Tab>*=Continue (push )?button",
    "<Return>",
    "=Check your answers.*heading level 1",
    "<Tab>*=Change Telephone number link",
    "<Tab>*=Send the application (push )?button",
    "<Return>",
    "=Application sent.*heading level 1",
    "<Tab>*=^Copy (push )?button",
    "<Return>",
    "!",
];

/// Runs the journey, where Orca can be had.
pub(super) fn test(nation: &Nation, folder: &Path, options: &Options) -> Result<()> {
    say("UC-27: by keys alone, from the first start to a case that is handed in, by what Orca says");
    if let Err(error) = system::require(&[system::ORCA], options) {
        println!("LEFT OUT: what is heard of the window; install orca: {error:#}");
        return Ok(());
    }
    if !process::has("orca") {
        println!("LEFT OUT: what is heard of the window; install orca");
        return Ok(());
    }
    let screen = Screen::start()?;
    let Some((_orca, log)) = listen(&screen, folder)? else {
        println!(
            "LEFT OUT: what is heard of the window; somebody on this machine hears with orca now, and it runs once"
        );
        return Ok(());
    };
    let _shell = open(&screen, nation, folder, WHOSE)?;
    wait_for_window(&screen)?;
    let (script, heard) = (folder.join("orca.py"), folder.join("heard.txt"));
    fs::write(&script, STEPS)?;
    fs::write(&heard, "")?;
    let steps = [&START[..], &SERVICE, &SHEETS, &MISTAKE, &CHOICES, &HANDING_IN].concat();
    run(screen.on(python().arg(script).arg(log).arg(&heard).args(steps)))?;
    println!("all that was heard: {}", heard.display());
    Ok(())
}

/// Starts Orca and gives where it writes what it says; nothing where another one runs already.
fn listen(screen: &Screen, folder: &Path) -> Result<Option<(Background, PathBuf)>> {
    // Of one user's two the later one ends the earlier.
    let other = Command::new("pgrep").args(["-x", "orca"]).stdout(Stdio::null()).status();
    if other.is_ok_and(|found| found.success()) {
        return Ok(None);
    }
    let (home, log) = (folder.join("orca"), folder.join("orca.log"));
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(&home)?;
    fs::write(home.join("orca-customizations.py"), SETTINGS)?;
    // What was said in an earlier run is not said now.
    fs::write(&log, "")?;
    let mut orca = Command::new("orca");
    orca.arg("--user-prefs").arg(&home).arg("--debug-file").arg(&log);
    // Its own words in English, and none of its settings in the person's own.
    orca.env("LC_ALL", "C.UTF-8").env("LANGUAGE", "en").env("GSETTINGS_BACKEND", "memory");
    orca.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut orca = Background(screen.on(&mut orca).spawn().context("orca cannot be started")?);
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if String::from_utf8_lossy(&fs::read(&log)?).contains(BEGUN) {
            return Ok(Some((orca, log)));
        }
        if let Some(status) = orca.0.try_wait()? {
            bail!("Orca ended with {status} before it said anything; see {}", log.display());
        }
        sleep(Duration::from_millis(200));
    }
    bail!("Orca did not begin within {} s; see {}", PATIENCE.as_secs(), log.display())
}
