//! What a device does to a store: it is killed, its disk tears and flips what was written, two programs open one store. Whatever was
//! acknowledged is there afterwards, whole, once.
//!
//! `cargo xtask test faults` runs as many as a release wants; the tests run a bounded part.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Barrier,
    thread,
    time::Duration,
};

use fingertip_contract::{Rating, RatingLevel};
use fingertip_records::{Draft, NotAccepted, OutgoingItem, Records, RecordsError};
use fingertip_standard::{AppId, CaseId, events::Input};
use jiff::Timestamp;
use rand::{Rng, SeedableRng, rngs::StdRng};

const KEY: [u8; 32] = [7; 32];
const CHILD: &str = "FINGERTIP_FAULTS_CHILD";
const OPENER: &str = "FINGERTIP_FAULTS_OPENER";

/// How many times a writer is killed.
fn kills() -> usize {
    env::var("FINGERTIP_FAULTS").ok().and_then(|count| count.parse().ok()).unwrap_or(30)
}

fn open(folder: &Path) -> Records {
    Records::open(folder, &KEY).expect("a store")
}

fn app() -> AppId {
    AppId::new("cn.example.card").expect("an id")
}

fn item(number: u64) -> OutgoingItem {
    let text = format!("{number}:{}", "x".repeat(usize::try_from(number % 7).unwrap_or(0) * 4_000));
    OutgoingItem::Rating {
        case: CaseId::new("HR-20261124-7KQ2").expect("an id"),
        rating: Rating { level: RatingLevel::Satisfied, text }.into(),
    }
}

fn draft(route: &str, number: u64) -> Draft {
    Draft {
        app: app(),
        version: 1,
        route: route.to_owned(),
        saved: None,
        inputs: BTreeMap::from([("number".into(), Input::Text(number.to_string()))]),
        updated_at: Timestamp::UNIX_EPOCH,
    }
}

/// A writer's next number after what is there, so that a store lives through many deaths.
fn first_number(records: &Records) -> u64 {
    records.setting::<u64>("number").expect("read").rows.first().map_or(0, |number| number + 1)
}

/// Fills in, hands in, is refused, sends, and says what was acknowledged, until it is killed.
fn write_for_ever(folder: &Path) {
    let records = open(folder);
    for number in first_number(&records).. {
        let (route, key) = (format!("/{number}"), format!("key-{number}"));
        records.set_setting("number", &number).expect("kept");
        records.keep_draft(&draft(&route, number)).expect("kept");
        println!("draft {number}");
        records.enqueue(&key, &item(number), Some((&app(), &route)), Timestamp::UNIX_EPOCH).expect("kept");
        println!("handed-in {number}");
        match number % 3 {
            0 => {
                records.settle(&key).expect("settled");
                println!("settled {number}");
            }
            1 => {
                let why = NotAccepted { code: "no".into(), words: None, at: Timestamp::UNIX_EPOCH };
                records.refuse(&key, &why).expect("refused");
                println!("refused {number}");
            }
            _ => {}
        }
    }
}

#[test]
fn child() {
    if let Ok(folder) = env::var(CHILD) {
        write_for_ever(Path::new(&folder));
    }
}

/// A program of its own that runs one of the tests here, as what `variable` makes of it.
fn start(test: &str, variable: &str, folder: &Path) -> Child {
    Command::new(env::current_exe().expect("this program"))
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(variable, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a program")
}

/// What a writer said last of each number.
fn acknowledged(child: &mut Child) -> BTreeMap<u64, String> {
    let out = child.stdout.take().expect("its words");
    let lines = BufReader::new(out).lines().map_while(Result::ok);
    // The last line may be cut: only what has both parts was said.
    lines
        .filter_map(|line| {
            let (what, number) = line.split_once(' ')?;
            let is_known = ["draft", "handed-in", "settled", "refused"].contains(&what);
            is_known.then_some((number.parse().ok()?, what.to_owned()))
        })
        .collect()
}

/// Everything that was acknowledged is there once, as a form or handed in and never both.
fn check(folder: &Path, said: &BTreeMap<u64, String>) {
    let records = open(folder);
    let states = records.outgoing().expect("read");
    for (number, what) in said {
        let key = format!("key-{number}");
        let waits = states.iter().find(|state| state.key == key);
        let form = records.draft(&app(), &format!("/{number}")).expect("read");
        let is_waiting = waits.is_some_and(fingertip_records::OutgoingState::is_waiting);
        assert!(!(is_waiting && form.is_some()), "{number} is filled in and handed in");
        // The next step may be done and not said.
        match what.as_str() {
            "draft" => assert!(form.is_some() || waits.is_some(), "the form {number} is gone"),
            "handed-in" => {
                let is_settled = number % 3 == 0;
                assert!(waits.is_some() || is_settled, "the case {number} is gone");
            }
            "settled" => assert!(waits.is_none() && form.is_none(), "{number} would go out again"),
            _ => {
                assert!(waits.is_some_and(|waits| !waits.is_waiting()) && form.is_some(), "{number} is lost")
            }
        }
    }
    let outbox = records.outbox().expect("read");
    assert!(outbox.unread.is_empty(), "every item is whole");
}

#[test]
fn a_writer_that_is_killed_loses_nothing_that_it_said_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut random = StdRng::seed_from_u64(12);
    let (mut n_said, mut n_idle) = (0, 0);
    for _ in 0..kills() {
        let mut child = start("child", CHILD, folder.path());
        thread::sleep(Duration::from_micros(random.random_range(5_000..150_000)));
        child.kill().expect("killed");
        let said = acknowledged(&mut child);
        child.wait().expect("gone");
        n_said += said.len();
        n_idle += usize::from(said.is_empty());
        check(folder.path(), &said);
        prune(folder.path());
    }
    assert!(n_said > 0, "the writers wrote nothing");
    println!("{} kills, {n_said} forms acknowledged and found, {n_idle} kills before the first", kills());
}

/// Keeps the store small: what was checked goes.
fn prune(folder: &Path) {
    let records = open(folder);
    for state in records.outgoing().expect("read") {
        records.settle(&state.key).expect("settled");
    }
    for form in records.forms().expect("read").rows {
        records.discard_draft(&app(), &form.route).expect("gone");
    }
}

/// A copy of a store with `change` made to one of its files.
fn damaged(from: &Path, file: &str, change: impl FnOnce(&mut Vec<u8>)) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(from).expect("listed") {
        let path: PathBuf = entry.expect("an entry").path();
        fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("copied");
    }
    // What SQLite keeps in memory of the log is made anew by whoever opens it.
    let _ = fs::remove_file(copy.path().join("records.db-shm"));
    let path = copy.path().join(file);
    let mut bytes = fs::read(&path).expect("read");
    change(&mut bytes);
    fs::write(&path, bytes).expect("written");
    copy
}

/// A store as after a kill: half of its numbers are in it, the other half is in a log that was not written into it yet.
fn with_log(n: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let keep = |records: &Records, numbers: std::ops::Range<u64>| {
        for number in numbers {
            let key = format!("key-{number}");
            records.enqueue(&key, &item(number), None, Timestamp::UNIX_EPOCH).expect("kept");
        }
    };
    keep(&open(folder.path()), 0..n / 2);
    let records = open(folder.path());
    keep(&records, n / 2..n);
    let copy = damaged(folder.path(), "records.db-wal", |_| {});
    drop(records);
    copy
}

#[test]
fn a_log_that_is_cut_anywhere_gives_a_whole_earlier_state() {
    let store = with_log(12);
    let size = fs::metadata(store.path().join("records.db-wal")).expect("there").len();
    let size = usize::try_from(size).expect("small");
    let step = (size / (kills() * 4)).max(1);
    let (mut cuts, mut found) = (0, Vec::new());
    for cut in (0..size).step_by(step) {
        let copy = damaged(store.path(), "records.db-wal", |bytes| bytes.truncate(cut));
        let outbox = open(copy.path()).outbox().expect("read");
        assert!(outbox.unread.is_empty());
        for (number, outgoing) in (0_u64..).zip(&outbox.rows) {
            assert_eq!(outgoing.item, item(number), "in order and whole");
        }
        found.push(outbox.rows.len());
        cuts += 1;
    }
    assert!(found.windows(2).all(|pair| pair[0] <= pair[1]), "a longer log holds no less");
    println!("{cuts} cuts of a log, each a whole state");
}

#[test]
fn a_flipped_byte_is_never_read_as_somebodys_words() {
    let store = with_log(12);
    let mut random = StdRng::seed_from_u64(34);
    let (mut refused, mut earlier, mut whole) = (0, 0, 0);
    for round in 0..kills() * 4 {
        let file = if round % 2 == 0 { "records.db-wal" } else { "records.db" };
        let copy = damaged(store.path(), file, |bytes| {
            let at = random.random_range(0..bytes.len());
            bytes[at] ^= 1 << random.random_range(0..8);
        });
        let read = Records::open(copy.path(), &KEY).and_then(|records| records.outbox());
        match read {
            Err(RecordsError::NotReadable | RecordsError::Device(_)) => refused += 1,
            Err(error) => panic!("{error}"),
            Ok(outbox) => {
                assert!(outbox.unread.is_empty(), "no page with a wrong mark is read");
                for (number, outgoing) in (0_u64..).zip(&outbox.rows) {
                    assert_eq!(outgoing.item, item(number));
                }
                if outbox.rows.len() == 12 { whole += 1 } else { earlier += 1 }
            }
        }
    }
    println!(
        "{} flipped bytes: {refused} told as damaged, {earlier} earlier states, {whole} without effect",
        kills() * 4
    );
}

/// Opens a store of its own on each of several threads at once, before anything else in this program has opened one.
#[test]
fn opener() {
    let Ok(folder) = env::var(OPENER) else { return };
    let at_once = Barrier::new(8);
    thread::scope(|threads| {
        for number in 0..8 {
            let (at_once, folder) = (&at_once, Path::new(&folder).join(number.to_string()));
            threads.spawn(move || {
                at_once.wait();
                open(&folder)
            });
        }
    });
}

#[test]
fn threads_that_open_first_and_at_once_all_get_their_store() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().expect("a folder");
        let ended = start("opener", OPENER, folder.path()).wait().expect("gone");
        assert!(ended.success(), "a thread was refused its store");
    }
}

#[test]
fn two_programs_on_one_store_write_one_after_the_other() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(open(folder.path()));
    let write = |from: u64| {
        let folder = folder.path().to_owned();
        std::thread::spawn(move || {
            let records = open(&folder);
            for number in from..from + 40 {
                let key = format!("key-{number}");
                records.enqueue(&key, &item(number), None, Timestamp::UNIX_EPOCH).expect("kept");
            }
        })
    };
    for writer in [write(0), write(100)] {
        writer.join().expect("written");
    }
    assert_eq!(open(folder.path()).outbox().expect("read").rows.len(), 80);
}
