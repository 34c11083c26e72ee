//! A refresh that is cut, by the network at every few bytes, by the disk and by `kill -9` at every write: the device has a whole
//! version afterwards, the old or the new, and never says that somebody changed it.

use std::{
    fs, io,
    path::Path,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use crate::common::{Device, LONG, Nation, bundle, open_card};
use fingertip_bundles::{BundleError, DeviceDisk, Disk, Freshness};
use jiff::Timestamp;
use tokio::task::JoinSet;

/// A disk that does not wait until the bytes are safe: nobody pulls a plug here.
#[derive(Debug)]
struct QuickDisk;

impl Disk for QuickDisk {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder)?;
        let partial = folder.join(".partial-quick");
        fs::write(&partial, bytes)?;
        fs::rename(partial, path)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        DeviceDisk.append(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        DeviceDisk.remove(path)
    }
}

/// What the person finds in a tunnel afterwards.
async fn check_offline(device: &Device, now: Timestamp, versions: &[u64], point: &str) {
    match open_card(&device.in_a_tunnel(), now).await {
        Ok(opened) => {
            assert!(versions.contains(&opened.running.version), "{point}: {}", opened.running.version)
        }
        // Only where nothing was there before.
        Err(BundleError::Offline) => assert!(versions.contains(&0), "{point}: nothing opens"),
        Err(error) => panic!("{point}: {error:?}"),
    }
}

/// The nation with a first version, and a device that has it or not.
async fn before(has_first: bool) -> (Nation, Device) {
    let nation = Nation::new().await;
    nation.publish_card(1).await;
    let device = nation.device("device");
    fs::create_dir_all(&device.folder).expect("made");
    if has_first {
        open_card(&device.client(), nation.now).await.expect("the first");
    }
    nation.publish(bundle("transport", "bus", 1, 100)).await;
    nation.publish_card(2).await;
    (nation, device)
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_refresh_is_cut_a_whole_version_opens() {
    let mut points = 0;
    // With a first version, and on a new device.
    for (has_first, every) in [(true, 31), (false, 90)] {
        let (nation, device) = before(has_first).await;
        let later = nation.later(1);
        nation.server.took();
        open_card(&device.copy("whole").client(), later).await.expect("the second");
        let (_, whole) = nation.server.took();
        let versions: &'static [u64] = if has_first { &[1, 2] } else { &[0, 2] };
        let mut work = JoinSet::new();
        for bytes in (0..whole).step_by(every) {
            points += 1;
            while work.len() >= 8 {
                work.join_next().await.expect("work").expect("no panic");
            }
            let server = nation.server.another();
            server.cut_after(bytes);
            let device = Device { url: server.url(), ..device.copy(&format!("cut-{has_first}-{bytes}")) };
            work.spawn(async move {
                let point = format!("{bytes} of {whole} bytes, {has_first}");
                let cut = open_card(&device.client_with(LONG, Arc::new(QuickDisk)), later).await;
                match cut {
                    Ok(opened) if opened.freshness == Freshness::Confirmed => {
                        panic!("{point}: nothing was cut")
                    }
                    Ok(opened) => assert_eq!((opened.running.version, has_first), (1, true), "{point}"),
                    Err(BundleError::Interrupted) if !has_first => {}
                    Err(error) => panic!("{point}: {error:?}"),
                }
                check_offline(&device, later, versions, &point).await;
                // What a cut leaves stands in nobody's way; one point in four says it for its neighbours.
                if bytes / every % 4 == 0 {
                    server.mend();
                    let mended = open_card(&device.client_with(LONG, Arc::new(QuickDisk)), later).await;
                    assert_eq!(mended.expect("the second").running.version, 2, "{point}");
                    check_offline(&device, later, &[2], &point).await;
                }
                fs::remove_dir_all(&device.folder).expect("removed");
            });
        }
        while let Some(done) = work.join_next().await {
            done.expect("no panic");
        }
    }
    println!("{points} cuts");
    assert!(points >= 500, "only {points} points");
}

/// What happens at one act of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Before,
    Half,
    After,
}

/// A disk whose device ends at its act number `at`; of a write that is cut in the middle stays what a killed one leaves.
#[derive(Debug)]
struct EndingDisk {
    acts: AtomicUsize,
    at: usize,
    end: End,
    /// Whether the device is killed; else the disk is full from then on.
    kills: bool,
}

impl EndingDisk {
    fn new(at: usize, end: End, kills: bool) -> Self {
        Self { acts: AtomicUsize::new(0), at, end, kills }
    }

    fn act(
        &self,
        whole: impl FnOnce() -> io::Result<()>,
        half: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        let number = self.acts.fetch_add(1, Ordering::SeqCst);
        if number < self.at || self.at == 0 {
            return whole();
        }
        if number == self.at {
            match self.end {
                End::Before => {}
                End::Half => half()?,
                End::After => whole()?,
            }
            if self.kills {
                let own = std::process::id().to_string();
                Command::new("kill").args(["-9", &own]).status()?;
                std::thread::park();
            }
            if self.end == End::After {
                return Ok(());
            }
        }
        Err(io::ErrorKind::StorageFull.into())
    }
}

impl Disk for EndingDisk {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().expect("a folder");
        let half = || {
            fs::create_dir_all(folder)?;
            fs::write(folder.join(".partial-killed"), &bytes[..bytes.len() / 2])
        };
        self.act(|| QuickDisk.write(path, bytes), half)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.act(|| QuickDisk.append(path, bytes), || QuickDisk.append(path, &bytes[..bytes.len() / 2]))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.act(|| QuickDisk.remove(path), || QuickDisk.remove(path))
    }
}

/// How many acts of the disk a refresh takes. Acts are counted from 1: none ends at 0.
async fn acts(device: &Device, now: Timestamp) -> usize {
    let disk = Arc::new(EndingDisk { acts: AtomicUsize::new(1), ..EndingDisk::new(0, End::Before, false) });
    open_card(&device.client_with(LONG, disk.clone()), now).await.expect("the second");
    disk.acts.load(Ordering::SeqCst)
}

const ENDS: [End; 3] = [End::Before, End::Half, End::After];

#[tokio::test(flavor = "multi_thread")]
async fn wherever_the_disk_is_full_in_a_refresh_the_new_version_opens_and_a_whole_one_is_kept() {
    let mut points = 0;
    for (has_first, versions) in [(true, [1, 2]), (false, [0, 2])] {
        let (nation, device) = before(has_first).await;
        let later = nation.later(1);
        let all = acts(&device.copy("whole"), later).await;
        for at in 1..all {
            for end in ENDS {
                points += 1;
                let (point, device) =
                    (format!("act {at} of {all}, {end:?}"), device.copy(&format!("full-{at}-{end:?}")));
                let disk = EndingDisk { acts: AtomicUsize::new(1), ..EndingDisk::new(at, end, false) };
                let opened = open_card(&device.client_with(LONG, Arc::new(disk)), later).await;
                assert_eq!(opened.expect("from memory").running.version, 2, "{point}");
                check_offline(&device, later, &versions, &point).await;
                open_card(&device.client(), later).await.expect("with room");
                check_offline(&device, later, &[2], &point).await;
            }
        }
    }
    println!("{points} full disks");
}

/// Names the device to the process that is to be killed.
#[cfg(unix)]
const KILLED: &str = "FINGERTIP_TEST_KILLED";

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_device_is_killed_in_a_refresh_a_whole_version_opens() {
    if let Ok(text) = std::env::var(KILLED) {
        return be_killed(&text).await;
    }
    let program = std::env::current_exe().expect("this program");
    let mut points = 0;
    for (has_first, versions) in [(true, &[1, 2]), (false, &[0, 2])] {
        let (nation, device) = before(has_first).await;
        let later = nation.later(1);
        let root = nation.folder.path().join("root.json");
        fs::write(&root, &device.root).expect("written");
        let all = acts(&device.copy("whole"), later).await;
        let mut work = JoinSet::new();
        for at in 1..all {
            for end in ENDS {
                while work.len() >= 4 {
                    points += work.join_next().await.expect("work").expect("no panic");
                }
                let device = device.copy(&format!("killed-{at}-{end:?}"));
                let told = [
                    at.to_string(),
                    format!("{end:?}"),
                    later.to_string(),
                    device.url.clone(),
                    root.display().to_string(),
                    device.folder.display().to_string(),
                ];
                let mut process = Command::new(&program);
                process.args([
                    "--exact",
                    "cuts::wherever_a_device_is_killed_in_a_refresh_a_whole_version_opens",
                ]);
                process.env(KILLED, told.join("\n"));
                work.spawn(async move {
                    let point = format!("act {at} of {all}, {end:?}");
                    let ended = tokio::task::spawn_blocking(move || process.output()).await.expect("waited");
                    let ended = ended.expect("started");
                    // A network gives a bundle in more parts or fewer, so that one may end before its last act.
                    let was_killed = ended.status.code().is_none();
                    assert!(was_killed || ended.status.success() && at > 1, "{point}: {ended:?}");
                    check_offline(&device, later, versions, &point).await;
                    open_card(&device.client(), later).await.expect("after a new start");
                    check_offline(&device, later, &[2], &point).await;
                    usize::from(was_killed)
                });
            }
        }
        while let Some(done) = work.join_next().await {
            points += done.expect("no panic");
        }
    }
    println!("{points} kills");
    assert!(points >= 30, "only {points} points");
}

#[cfg(unix)]
async fn be_killed(text: &str) {
    let [at, end, now, url, root, folder] = text.split('\n').collect::<Vec<_>>()[..] else {
        panic!("six lines");
    };
    let end = ENDS.into_iter().find(|own| format!("{own:?}") == end).expect("an end");
    let device = Device { folder: folder.into(), root: fs::read(root).expect("a root"), url: url.into() };
    let disk =
        EndingDisk { acts: AtomicUsize::new(1), ..EndingDisk::new(at.parse().expect("a number"), end, true) };
    let client = device.client_with(LONG, Arc::new(disk));
    let _ = open_card(&client, now.parse().expect("a time")).await;
}
