//! Whoever looks into the memory of a telephone after it was locked finds nothing that its person typed, was told or is known by, and no key.

use std::{
    collections::BTreeMap,
    fs,
    hash::{BuildHasher, Hasher, RandomState},
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use fingertip_core::LockMsg;
use fingertip_runtime::Backend;
use fingertip_secrets::{FileSecrets, SecretStore};
use fingertip_tests::{
    card::{at_check, place},
    nation::Nation,
    person::{Place, node},
};

/// As in the shell: what is given back is wiped.
#[global_allocator]
static MEMORY: fingertip_device::WipingAllocator = fingertip_device::WipingAllocator;

/// The test that a second process of this program runs: the telephone.
const TELEPHONE: &str = "a_telephone_is_used_locked_and_left_lying_for_another_process";
/// The folder in which that telephone finds where to go and what to type.
const FOLDER: &str = "FINGERTIP_LOCKED_TELEPHONE";
const PIN: &str = "pin";

/// What it is told: read once, and never part of the program.
fn told(folder: &Path, name: &str) -> Result<String> {
    Ok(fs::read_to_string(folder.join(name))?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_telephone_is_used_locked_and_left_lying_for_another_process() -> Result<()> {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return Ok(()) };
    let platform_url = told(&folder, "platform")?;
    let place = Place { platform_url, root: fs::read(folder.join("root"))?, backend: Backend::Native };
    let device = folder.join("device");
    let person = at_check(&device, &place).await?;
    // Back to a question in which somebody writes something of their own.
    person.presses("change-address")?;
    person.until("the address can be changed", |model| node(model, "address").is_some()).await?;
    person.types("address", &told(&folder, "typed")?);
    person.presses("continue")?;
    person.until_page("page-check").await?;
    fs::copy(key_file(&device)?, folder.join("key"))?;
    person.says(LockMsg::ChosePin { new: Some(told(&folder, PIN)?), before: String::new() });
    person.until("there is a PIN", |model| model.lock.has_pin && !model.lock.is_busy).await?;
    say("used")?;
    person.says(LockMsg::AskedToLock);
    person.until("it is locked", |model| model.is_locked).await?;
    say("locked")?;
    Ok(())
}

/// Says so to the process that began this one, and waits until that goes on.
fn say(what: &str) -> Result<()> {
    println!("\n{what}");
    std::io::stdin().read_exact(&mut [0])?;
    Ok(())
}

fn key_file(device: &Path) -> Result<PathBuf> {
    let name = "records-main".bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    Ok(device.join("secrets").join(format!("{name}.secret")))
}

/// A telephone that another process is.
struct Telephone {
    process: Child,
    said: BufReader<std::process::ChildStdout>,
}

impl Telephone {
    fn start(folder: &Path) -> Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["--exact", TELEPHONE, "--nocapture", "--test-threads", "1"])
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let said = BufReader::new(process.stdout.take().context("its words")?);
        Ok(Self { process, said })
    }

    fn until(&mut self, what: &str) -> Result<()> {
        let mut line = String::new();
        while line.trim() != what {
            line.clear();
            ensure!(self.said.read_line(&mut line)? > 0, "the telephone ended before it was {what}");
        }
        Ok(())
    }

    fn goes_on(&mut self) -> Result<()> {
        Ok(self.process.stdin.as_mut().context("its ear")?.write_all(b"\n")?)
    }

    /// Its memory, in a file; none where this machine lets nobody look.
    fn memory(&self, folder: &Path, name: &str) -> Result<Option<PathBuf>> {
        let (file, id) = (folder.join(name), self.process.id());
        let dumped = Command::new("gcore").arg("-o").arg(&file).arg(id.to_string()).output();
        let file = folder.join(format!("{name}.{id}"));
        match dumped {
            Ok(dumped) if dumped.status.success() && file.exists() => Ok(Some(file)),
            Ok(dumped) => {
                eprintln!("LEFT OUT: a look into memory: gcore: {}", String::from_utf8_lossy(&dumped.stderr));
                Ok(None)
            }
            Err(error) => {
                eprintln!("LEFT OUT: a look into memory: there is no gcore: {error}");
                Ok(None)
            }
        }
    }
}

impl Drop for Telephone {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Which of `secrets` stand in a file, and how often.
fn find(file: &Path, secrets: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, usize>> {
    let memory = fs::read(file)?;
    // One look at each byte: there are hundreds of millions.
    let mut by_first = vec![Vec::new(); 256];
    for (name, secret) in secrets {
        by_first[usize::from(*secret.first().context("a secret")?)].push((name, secret.as_slice()));
    }
    let mut found = BTreeMap::new();
    for (place, first) in memory.iter().enumerate() {
        for (name, secret) in &by_first[usize::from(*first)] {
            if memory[place..].starts_with(secret) {
                *found.entry((*name).clone()).or_default() += 1;
            }
        }
    }
    Ok(found)
}

/// What must not be found: what was typed, who the person is, what opens their session and their records.
fn secrets(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let secrets = FileSecrets::open(&folder.join("device/secrets"))?;
    let session = secrets.get("session-main")?.context("a session")?;
    let session: serde_json::Value = serde_json::from_slice(&session)?;
    let text = |value: &serde_json::Value| {
        Ok::<_, anyhow::Error>(value.as_str().context("a text")?.as_bytes().to_vec())
    };
    let key = fs::read(folder.join("key"))?;
    let in_hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let typed = told(folder, "typed")?;
    let in_utf_16: Vec<u8> = typed.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(BTreeMap::from([
        ("what was typed".to_owned(), typed.into_bytes()),
        ("what was typed, in UTF-16".to_owned(), in_utf_16),
        ("the PIN in a message".to_owned(), told(folder, PIN)?.into_bytes()),
        ("the id number".to_owned(), text(&session["session"]["claims"]["id-number"])?),
        ("the refresh token".to_owned(), text(&session["refresh_token"])?),
        ("the key of the session".to_owned(), text(&session["key"])?),
        ("the key of the records".to_owned(), key),
        ("the key of the records, in hexadecimal".to_owned(), in_hex.into_bytes()),
    ]))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_into_a_locked_telephone_finds_no_secret() -> Result<()> {
    let (nation, folder) = (Nation::start().await?, tempfile::tempdir()?);
    let (folder, place) = (folder.path(), place(&nation)?);
    fs::create_dir(folder.join("device"))?;
    fs::write(folder.join("platform"), &place.platform_url)?;
    fs::write(folder.join("root"), &place.root)?;
    // Made up here, so that the telephone's program does not hold them.
    let made_up = RandomState::new().build_hasher().finish();
    fs::write(folder.join("typed"), format!("Lane {made_up:016x}"))?;
    fs::write(folder.join(PIN), "74839201")?;
    let mut telephone = Telephone::start(folder)?;
    telephone.until("used")?;
    let secrets = secrets(folder)?;
    let Some(memory) = telephone.memory(folder, "used")? else { return Ok(()) };
    let before = find(&memory, &secrets)?;
    fs::remove_file(memory)?;
    println!("in use: {before:?}");
    ensure!(before.contains_key("what was typed"), "one who looks finds what is there: {before:?}");
    telephone.goes_on()?;
    telephone.until("locked")?;
    let Some(memory) = telephone.memory(folder, "locked")? else { return Ok(()) };
    // The demo's persons and this test are part of the program, and so of its memory.
    let program = find(&std::env::current_exe()?, &secrets)?;
    let mut after = find(&memory, &secrets)?;
    after.retain(|name, n_found| *n_found > program.get(name).copied().unwrap_or_default());
    println!("locked: {after:?}, in {} MB", fs::metadata(&memory)?.len() >> 20);
    ensure!(after.is_empty(), "{after:?}");
    Ok(())
}
