//! The main job: from source code to a citizen's screen.

use std::{
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader},
    iter,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    sync::OnceLock,
};

use anyhow::{Context, Result, bail};

use crate::{
    Options, browser,
    guests::{self, Audience, MINI_APPS},
    model,
    process::{Background, build_for_tests, build_programs, built, fingertip, run, run_quietly, say, target},
    scripts, system,
};

/// What a demo from nothing leaves on the disk, in gigabytes.
const BUILT: u64 = 6;

/// The demo nation's program, with its platform.
pub(crate) const NATION: &str = "fingertip-demo";
/// The name of a shell that needs no other.
pub(crate) const SHELL: &str = "shell";
/// The pace of departments that leave everything to their officers: a day for each step, in milliseconds.
pub(crate) const OFFICERS: &str = "86400000";
/// What the demo nation offers.
const CATALOGUE: &str = "assets/demo";
const DEPARTMENTS: [&str; 5] =
    ["government-services", "human-resources", "taxation", "transport", "utilities"];

/// How a demo nation runs.
#[derive(Clone, Copy)]
struct Ways {
    /// How long a department takes for one step of a case, in milliseconds.
    pace: &'static str,
    /// Whether its province has an identity provider of its own.
    is_provincial: bool,
}

/// A demo nation that runs.
pub(crate) struct Nation {
    /// Where its platform is.
    pub platform: String,
    /// Where its provider and its departments are.
    pub demo: String,
    /// The root of its repository.
    pub root: PathBuf,
    /// Where everything of it is kept.
    home: PathBuf,
    /// The file with what lets its operator in.
    operator_token: PathBuf,
    /// What it offers: earlier ones win.
    catalogue: Vec<PathBuf>,
    /// How it runs.
    ways: Ways,
    /// None while it is stopped.
    running: Option<Background>,
}

/// A demo shows what is good of a province's real catalogue, and says what is not.
const GOOD: &str = "--leave-out-faulty";

impl Nation {
    /// Starts one that keeps everything in `home`, and offers `catalogue`.
    fn begin(home: PathBuf, catalogue: Vec<PathBuf>, ways: Ways) -> Result<Self> {
        let repository = home.join("repository");
        let (running, told) = platform(&home.join("platform"), &repository, ways)?;
        let said = |name: &str| {
            text_of(&told, name).with_context(|| format!("the platform did not say its {name}: {told}"))
        };
        let nation = Self {
            platform: said("platform")?,
            demo: said("demo")?,
            root: repository.join("root.json"),
            operator_token: said("operator_token_file")?.into(),
            home,
            catalogue,
            ways,
            running: Some(running),
        };
        nation.offer_its_own()?;
        Ok(nation)
    }

    /// A fresh one that has published no mini-app, so that it takes the stamp of any, with what it keeps in the folder `name` beside what
    /// is built. A step of a case takes its departments `pace` milliseconds.
    pub(crate) fn bare(name: &str, pace: &'static str) -> Result<Self> {
        let home = target().join(name);
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        Self::begin(home, vec![CATALOGUE.into()], Ways { pace, is_provincial: false })
    }

    /// The folder of its databases, keys and tokens.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.join("platform")
    }

    /// The file with what lets this department in.
    pub(crate) fn department_token(&self, department: &str) -> PathBuf {
        self.data().join("tokens").join(department)
    }

    /// Whether it answers.
    pub(crate) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Nothing of it answers any more: as without a connection.
    pub(crate) fn stop(&mut self) {
        self.running = None;
    }

    /// Its operator offers a catalogue of his own making instead.
    pub(crate) fn offer(&self, catalogue: &Path) -> Result<()> {
        self.import("--unjudged", &[catalogue])
    }

    /// Its operator offers this besides what he offered at first.
    pub(crate) fn offer_besides(&self, catalogue: &Path) -> Result<()> {
        let mut sources = self.catalogue.clone();
        sources.push(catalogue.to_owned());
        self.import(GOOD, &sources)
    }

    /// Its operator offers what he offered at first.
    pub(crate) fn offer_its_own(&self) -> Result<()> {
        self.import(GOOD, &self.catalogue)
    }

    fn import<P: AsRef<OsStr>>(&self, how: &str, sources: &[P]) -> Result<()> {
        let mut import = fingertip();
        import.args(["catalogue", "import", how]).args(sources);
        import.arg("--platform").arg(&self.platform).arg("--operator-token-file").arg(&self.operator_token);
        let repository = self.home.join("repository");
        // A bare nation has none to sign slices with.
        if repository.exists() {
            import.arg("--repository").arg(repository).arg("--keys").arg(self.home.join("keys"));
        }
        run(&mut import)
    }

    /// It is back where it was.
    pub(crate) fn resume(&mut self) -> Result<()> {
        let (running, told) =
            platform(&self.home.join("platform"), &self.home.join("repository"), self.ways)?;
        self.running = Some(running);
        if text_of(&told, "platform").as_ref() != Some(&self.platform) {
            bail!(
                "the platform came back elsewhere: {told} instead of {}; something took its port",
                self.platform
            );
        }
        Ok(())
    }
}

/// Everything, and keeps running until the shell is closed.
pub(crate) fn demo(options: &Options) -> Result<()> {
    let has_display = std::env::var_os("DISPLAY").is_some()
        || std::env::var_os("WAYLAND_DISPLAY").is_some()
        || cfg!(any(windows, target_os = "macos"));
    let in_browser = options.browser || !has_display;
    // A page in a browser needs no web view of the system's.
    let needs: &[system::Need] = if in_browser { &[system::BUILD] } else { &[system::BUILD, system::WINDOW] };
    if options.check {
        return check(options);
    }
    system::require(needs, options)?;
    system::room(BUILT)?;
    let shell_package = if in_browser { "fingertip-tester" } else { "fingertip-shell" };
    println!(
        "Fingertip is built and started, in five steps. The first is the longest: ten minutes on a small machine"
    );
    println!("that builds it for the first time, a few seconds afterwards.");
    say("1 of 5: the programs, from source");
    build_programs(&["fingertip-cli", NATION, shell_package])?;
    let nation = start_built(options, "demo", false, Audience::Visitor)?;
    say("5 of 5: the shell");
    if in_browser && !options.browser {
        println!("There is no display here: the shell is served to a browser.");
    }
    if in_browser {
        let (mut running, address) = browser::told(understanding(&nation, &built(shell_package)), "shell")?;
        welcome(&nation, Some(&address));
        return ended(running.0.wait().context("the shell was lost")?);
    }
    welcome(&nation, None);
    ended(understanding(&nation, &built(shell_package)).status().context("the shell cannot be started")?)
}

/// Says which step this is; tests take these steps among their own.
fn step(audience: Audience, what: &str) {
    match audience {
        Audience::Visitor => say(what),
        Audience::Tests => say(what.split_once(": ").map_or(what, |(_, what)| what)),
    }
}

fn ended(status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { bail!("the shell ended with {status}") }
}

/// What somebody needs who sees the demo for the first time.
fn welcome(nation: &Nation, address: Option<&str>) {
    let place = match address {
        Some(address) => format!("Open   {address}\n       It works once, in a browser on this machine."),
        None => "Look   at the window that opens now.".to_owned(),
    };
    println!(
        "
────────────────────────────────────────────────────────────────────────────────
{place}
Sign in as any of the people on the provider's page; its passcode is there too.
Try    search for 社保卡, shebaoka or social security card, open it, press Start;
       put the bus card's balance on home; switch seniors mode on under Me.
The nation is at {}; close the shell, or press Ctrl+C, to end it.
────────────────────────────────────────────────────────────────────────────────",
        nation.platform
    );
}

/// The `program` of a shell, for `nation`. What it keeps is in a folder of its own, called `name`.
pub(crate) fn shell(nation: &Nation, program: &Path, name: &str) -> Command {
    shell_at(&nation.platform, nation, program, name)
}

/// [`shell`] that finds the nation's platform at an address of its own: something stands between the two.
pub(crate) fn shell_at(platform: &str, nation: &Nation, program: &Path, name: &str) -> Command {
    let mut shell = Command::new(program);
    shell
        .arg("--platform")
        .arg(platform)
        .arg("--root")
        .arg(&nation.root)
        .arg("--data")
        .arg(nation.home.join(name));
    shell
}

/// The visitor's shell. Where `cargo xtask model` has made the sentence encoder's file it finds services by what they mean, too.
fn understanding(nation: &Nation, program: &Path) -> Command {
    let mut shell = shell(nation, program, SHELL);
    match model::made() {
        Some(file) => drop(shell.arg("--meaning").arg(file)),
        None => println!(
            "Search goes by words. `cargo xtask model` makes what finds services by their meaning, for the next start."
        ),
    }
    shell
}

/// The journey without a screen.
pub(crate) fn check(options: &Options) -> Result<()> {
    let nation = start(options, "demo-check", true)?;
    say("the journey of a citizen, without a screen");
    run(Command::new(built("demo-check"))
        .arg("--platform")
        .arg(&nation.platform)
        .arg("--root")
        .arg(&nation.root))
}

/// Builds, publishes, starts and fills a nation under `target/NAME`, for tests. A fresh one keeps nothing from before.
pub(crate) fn start(options: &Options, name: &str, is_fresh: bool) -> Result<Nation> {
    build_for_tests(options)?;
    start_built(options, name, is_fresh, Audience::Tests)
}

/// As [`start`], where the programs are built.
fn start_built(options: &Options, name: &str, is_fresh: bool, audience: Audience) -> Result<Nation> {
    step(audience, "2 of 5: the mini-apps");
    let components = guests::build_for(options, audience)?;
    let home = target().join(name);
    if is_fresh && home.exists() {
        fs::remove_dir_all(&home)?;
    }
    let ways = Ways {
        pace: if is_fresh { "400" } else { "4000" },
        // The journeys of the tests are of a nation with one provider.
        is_provincial: matches!(audience, Audience::Visitor),
    };
    let (repository, keys) = (home.join("repository"), home.join("keys"));
    if repository.exists() {
        fs::remove_dir_all(&repository)?;
    }
    fs::create_dir_all(&home)?;
    publish(&components, &repository, &keys, audience)?;
    step(audience, "4 of 5: the platform and the demo nation");
    let catalogue = iter::once(CATALOGUE).chain(options.catalogue.as_deref()).map(PathBuf::from).collect();
    Nation::begin(home, catalogue, ways)
}

/// Publishes into a fresh repository.
fn publish(components: &Path, repository: &Path, keys: &Path, audience: Audience) -> Result<()> {
    step(audience, "3 of 5: bundles, packed, checked, signed by their departments, published");
    let (bundles, engine) = bundles(components, audience)?;
    let mut create = fingertip();
    create.args(["repository", "create", "--repository"]).arg(repository).arg("--keys").arg(keys);
    for department in DEPARTMENTS {
        create.args(["--department", department]);
    }
    run(&mut create)?;
    let mut publish = fingertip();
    publish.args(["repository", "publish", "--repository"]).arg(repository).arg("--keys").arg(keys);
    if let Some(engine) = engine {
        publish.arg("--engine").arg(engine);
    }
    // What the gate advises is its author's to read; what it refuses is shown.
    run_quietly(publish.args(bundles))
}

type Packed = (Vec<PathBuf>, Option<PathBuf>);

/// The bundles and the engine of scripts. Packed once, however many nations are started: the quality gate runs each
/// mini-app, and its answer would be the same.
fn bundles(components: &Path, audience: Audience) -> Result<&'static Packed> {
    static PACKED: OnceLock<Packed> = OnceLock::new();
    if let Some(packed) = PACKED.get() {
        return Ok(packed);
    }
    let home = target().join("guests/bundles");
    fs::create_dir_all(&home)?;
    let mut bundles = Vec::new();
    let mut pack = |folder: &str, name: &str, code: &[&OsStr]| {
        let bundle = home.join(format!("{name}.ma"));
        bundles.push(bundle.clone());
        let mut pack = fingertip();
        pack.arg("pack").arg(Path::new("mini-apps").join(folder)).args(code).arg("--out").arg(bundle);
        match audience {
            // The door of the repository checks every bundle.
            Audience::Visitor => run_quietly(pack.arg("--unchecked")),
            Audience::Tests => run(&mut pack),
        }
    };
    for (folder, package) in MINI_APPS {
        let component = components.join(format!("{package}.wasm"));
        pack(folder, package, &["--component".as_ref(), component.as_ref()])?;
    }
    let engine = scripts::engine(components);
    if let Some(engine) = &engine {
        for script in scripts::built(components) {
            let code = ["--script".as_ref(), script.path.as_ref(), "--engine".as_ref(), engine.as_ref()];
            pack(script.folder, script.name, &code)?;
        }
    }
    Ok(PACKED.get_or_init(|| (bundles, engine)))
}

/// Starts the platform where it was the last time, so that sessions go on, or else at free ports.
fn platform(data: &Path, repository: &Path, ways: Ways) -> Result<(Background, String)> {
    fs::create_dir_all(data)?;
    let ports = data.join("addresses.json");
    let before = fs::read_to_string(&ports).unwrap_or_default();
    let port = |name: &str| {
        text_of(&before, name)
            .and_then(|url| url.rsplit(':').next().map(str::to_owned))
            .unwrap_or_else(|| "0".into())
    };
    for (own, demo) in [(port("platform"), port("demo")), ("0".into(), "0".into())] {
        let log = fs::File::create(data.join("platform.log"))?;
        let mut command = Command::new(built(NATION));
        command.args(["serve", "--data"]).arg(data).arg("--repository").arg(repository).args([
            "--port",
            &own,
            "--demo-port",
            &demo,
            "--pace-ms",
            ways.pace,
        ]);
        if ways.is_provincial {
            command.arg("--provincial");
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .context("the platform cannot be started")?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let child = Background(child);
        if !line.trim().is_empty() {
            fs::write(&ports, &line)?;
            return Ok((child, line));
        }
    }
    bail!("the platform did not start; see {}", data.join("platform.log").display())
}

/// The text member `name` of a flat JSON object. This tool has no JSON library on purpose: it must start in seconds.
fn text_of(json: &str, name: &str) -> Option<String> {
    let after = json.split(&format!("\"{name}\":")).nth(1)?.trim_start().strip_prefix('"')?;
    after.split('"').next().map(str::to_owned)
}
