//! Two photos on a line of 64 kbit/s that loses every fifth packet, while the app is killed three times: they arrive with what was handed
//! in, once, and how far they are is told. That each is whole the platform checks: an upload has its digest (`uploads`).
//!
//! `cargo xtask test line` sends two photos of twelve million pixels (7 MB each), made smaller as the app does; the tests send small ones.

use std::{
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fingertip_core::{JointChange, JointMsg, PersonMsg};
use fingertip_runtime::Backend;
use fingertip_standard::{LifeEventId, RegionCode, events::Input, words::Date};
use fingertip_tests::{
    card::place,
    nation::Nation,
    person::{Person, Place},
};
use image::{ImageEncoder, RgbImage, codecs::jpeg::JpegEncoder};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    sync::Mutex,
    time::sleep,
};

/// The device's folder, in the program that is killed; the platform's address and its root follow in two more.
const CHILD: &str = "FINGERTIP_LINE_CHILD";
const PLATFORM: &str = "FINGERTIP_LINE_PLATFORM";
const ROOT: &str = "FINGERTIP_LINE_ROOT";
/// Set for photos as phones take them.
const FULL: &str = "FINGERTIP_LINE_FULL";

/// What the line carries away from the device, in bytes a second: 64 kbit; and the faster line of the tests' bounded part.
const RATES: (u64, u64) = (8_000, 64_000);
/// What goes at a time, in bytes: a packet's content.
const PACKET: usize = 1_400;
/// One of so many packets is lost, and sent again after [`AGAIN`].
const LOST: u64 = 5;
/// How long whoever sends waits for a packet that was lost: what Linux takes at least (RFC 6298 asks for a second).
const AGAIN: Duration = Duration::from_millis(200);
/// At these hundredths of the files the app is killed.
const KILLS: [u8; 3] = [15, 40, 70];
/// How long the whole may take at most.
const PATIENCE: Duration = Duration::from_secs(900);

/// A line between the device and the platform.
struct Line {
    address: String,
    /// What the device gave it to carry, in bytes.
    sent: Arc<AtomicU64>,
}

impl Line {
    async fn to(platform: &str, rate: u64) -> Result<Self> {
        let there = platform.strip_prefix("http://").context("a platform on this machine")?.to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let (sent, turn) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(0_u64)));
        let counted = sent.clone();
        tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                let (there, counted, turn) = (there.clone(), counted.clone(), turn.clone());
                tokio::spawn(async move { drop(carry(device, (&there, rate), &counted, &turn).await) });
            }
        });
        Ok(Self { address, sent })
    }
}

/// Carries what the device sends, packet by packet, all connections over the one line; what it is answered at once.
async fn carry(
    device: TcpStream,
    (there, rate): (&str, u64),
    sent: &AtomicU64,
    turn: &Mutex<u64>,
) -> Result<()> {
    // A device's own buffer takes up much of such a file at once: what it holds has not been sent.
    let (mut from, mut to) = device.into_split();
    let (mut back, mut on) = TcpStream::connect(there).await?.into_split();
    let answers = tokio::spawn(async move { tokio::io::copy(&mut back, &mut to).await });
    let mut packet = vec![0; PACKET];
    loop {
        let n_bytes = from.read(&mut packet).await?;
        if n_bytes == 0 {
            break;
        }
        sent.fetch_add(n_bytes as u64, Ordering::Relaxed);
        let mut packets = turn.lock().await;
        *packets += 1;
        let time = Duration::from_micros(n_bytes as u64 * 1_000_000 / rate);
        sleep(time).await;
        if packets.is_multiple_of(LOST) {
            sleep(AGAIN + time).await;
        }
        drop(packets);
        on.write_all(&packet[..n_bytes]).await?;
    }
    on.shutdown().await?;
    answers.await??;
    Ok(())
}

/// A photo with so many pixels, as grainy as one in a dim room.
fn photo(width: u32, height: u32) -> Result<Vec<u8>> {
    let mut grain = 1_u32;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let mut of = |share: u32| {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u8::try_from((share * 160 / width.max(height) + (grain >> 27)) % 256).unwrap_or_default()
        };
        image::Rgb([of(x), of(y), of(x + y)])
    });
    let mut made = Cursor::new(Vec::new());
    let encoder = JpegEncoder::new_with_quality(&mut made, 90);
    encoder.write_image(picture.as_raw(), width, height, image::ExtendedColorType::Rgb8)?;
    Ok(made.into_inner())
}

/// A photo as the app sends it.
fn made_smaller(taken: Vec<u8>) -> Vec<u8> {
    fingertip_photos::make_smaller(&taken, "image/jpeg").unwrap_or(taken)
}

/// Hands in the move to another region while nothing can be sent: it waits on the device.
async fn hand_in(nation: &mut Nation, device: &Path, photos: &[Vec<u8>; 2]) -> Result<()> {
    let person = Person::start(device, &place(nation)?).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.signs_in("zhang-wei").await?;
    nation.stop().await;
    let event = LifeEventId::new("moving-to-another-region")?;
    let text = |text: &str| Input::Text(text.to_owned());
    let choice = |id: &str| Input::Choice(id.to_owned());
    let answers = [
        ("joint.destination", choice("330100")),
        ("reason", choice("work")),
        ("move-date", Input::Date(Date { year: 2026, month: 12, day: 1 })),
        ("address", text("100 Dongfeng Road, Guangzhou")),
        ("new-address", text("1 Yan'an Road, Hangzhou")),
        ("phone", text("13800138000")),
        ("moves-pension", choice("no")),
        ("moves-medical", choice("no")),
        ("wants-id-card", choice("yes")),
    ];
    for (field, input) in answers {
        let change = JointChange::Typed { field: field.to_owned(), input };
        person.says(JointMsg::Changed(event.clone(), change));
    }
    for (field, photo) in ["home-proof", "id-photo"].into_iter().zip(photos) {
        let files = vec![(format!("{field}.jpg"), "image/jpeg".to_owned(), photo.clone())];
        person.says(JointMsg::Changed(event.clone(), JointChange::ChoseFiles(field.to_owned(), files)));
    }
    person.says(JointMsg::HandedIn(event));
    person.until("it waits", |model| model.waiting() == 1).await?;
    Ok(())
}

/// The app, in a program of its own: it says how far the files are, until they are there.
#[tokio::test(flavor = "multi_thread")]
async fn child() -> Result<()> {
    let Some(device) = env::var_os(CHILD).map(PathBuf::from) else { return Ok(()) };
    let place = Place {
        platform_url: env::var(PLATFORM)?,
        root: fs::read(env::var(ROOT)?)?,
        backend: Backend::Native,
    };
    let person = Person::start(&device, &place).await?;
    let mut watch = person.core.watch();
    let mut last = None;
    loop {
        let model = watch.borrow_and_update().clone();
        if let Some((_, percent)) = model.sending.clone()
            && last.replace(percent) != Some(percent)
        {
            println!("percent {percent}");
        }
        if model.outbox.is_empty() && !model.joint.cases.is_empty() {
            println!("arrived");
            return Ok(());
        }
        watch.changed().await?;
    }
}

/// The app on this device, over the line.
fn app(device: &Path, line: &Line, root: &Path) -> Result<Child> {
    let mut app = Command::new(env::current_exe()?);
    app.args(["child", "--exact", "--nocapture"]).env(CHILD, device).env(PLATFORM, &line.address);
    app.env(ROOT, root).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    Ok(app.spawn()?)
}

/// Until the files are so far, or there; then it is killed. How far it was told they are, in hundredths.
async fn run_until(mut app: Child, kill_at: Option<u8>) -> Result<(Vec<u8>, bool)> {
    let mut lines = BufReader::new(app.stdout.take().context("what it says")?).lines();
    let (mut told, mut has_arrived): (Vec<u8>, bool) = (Vec::new(), false);
    while let Some(line) = lines.next_line().await? {
        has_arrived |= line == "arrived";
        if let Some(percent) = line.strip_prefix("percent ") {
            told.push(percent.parse()?);
        }
        if kill_at.is_some_and(|kill_at| told.last().is_some_and(|percent| *percent >= kill_at)) {
            break;
        }
    }
    app.kill().await?;
    Ok((told, has_arrived))
}

#[tokio::test(flavor = "multi_thread")]
async fn two_photos_arrive_once_over_a_slow_and_lossy_line_through_three_kills() -> Result<()> {
    let is_full = env::var_os(FULL).is_some();
    let (width, height) = if is_full { (4_000, 3_000) } else { (800, 600) };
    let taken = [photo(width, height)?, photo(height, width)?];
    let photos = taken.clone().map(made_smaller);
    let content: usize = photos.iter().map(Vec::len).sum();
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let root = nation.folder.path().join("line-root.json");
    fs::write(&root, nation.root()?)?;
    hand_in(&mut nation, device.path(), &photos).await?;
    let line = Line::to(&nation.platform_url(), if is_full { RATES.0 } else { RATES.1 }).await?;
    // Proofs are made for the address that devices know.
    nation.public_url = Some(line.address.clone());
    nation.go_on().await?;
    let began = tokio::time::Instant::now();
    let mut told = Vec::new();
    for kill_at in KILLS.map(Some).into_iter().chain([None]) {
        let app = app(device.path(), &line, &root)?;
        let run = tokio::time::timeout(PATIENCE, run_until(app, kill_at));
        let (percent, has_arrived) = run.await.context("it stands still")??;
        ensure!(has_arrived == kill_at.is_none(), "killed at {kill_at:?}; it was told {percent:?}");
        told.push(percent);
    }
    let (sent, took) = (line.sent.load(Ordering::Relaxed), began.elapsed());
    let ratio = sent as f64 / content as f64;
    println!(
        "two photos of {} and {} bytes, {content} bytes after they were made smaller: {sent} bytes sent in {took:.0?}, {ratio:.2} times; told {told:?}",
        taken[0].len(),
        taken[1].len()
    );
    let person = Person::start(device.path(), &place(&nation)?).await?;
    let model = person.until("it is there", |model| !model.joint.cases.is_empty()).await?;
    ensure!(model.joint.cases.len() == 1 && model.outbox.is_empty(), "it arrived once");
    ensure!(told.iter().all(|run| run.is_sorted()), "{told:?}");
    // What a kill interrupts is sent again: the piece that was under way. Of small photos that is a share; all that was there before
    // would be more.
    let again = if is_full { 0 } else { KILLS.len() * (64 << 10) };
    ensure!(sent as f64 <= 1.3 * content as f64 + again as f64, "{ratio:.2} times the content was sent");
    Ok(())
}
