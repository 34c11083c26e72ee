//! The page in the shell's place, and an app that begins after all.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener},
    path::Path,
};

use dioxus::prelude::VirtualDom;
use fingertip_contract::api;
use fingertip_core::{Model, PersonMsg, PinError, RecordsError, SecretError, Told};
use fingertip_device::Recorded;
use fingertip_locale::{Formatter, shell_messages};

use serde_json::json;

use super::*;
use crate::{start_page::Root, state::Words};

/// The page of a start that failed for `problem`.
fn page(start: &Start) -> String {
    let mut dom = VirtualDom::new(Root).with_root_context(start.clone());
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom).replace("&#x27;", "'").replace("&#39;", "'")
}

fn failed(problem: Problem) -> Start {
    let start = Start::new(Screen::Window, None, |_| Err(StartError::Folder(io::ErrorKind::Other.into())));
    start.state().problem = Some(problem);
    start
}

#[test]
fn each_problem_says_what_it_is_whose_it_is_and_what_to_do_and_can_be_tried_again() {
    let words = Words(Formatter::new(shell_messages(), device_language()));
    let mut titles = BTreeSet::new();
    for problem in Problem::ALL {
        let html = page(&failed(problem));
        for id in [problem.title(), problem.next(), problem.owner_text(), "start-problem-kept", "shell-retry"]
        {
            let text = words.say(id);
            assert_ne!(text, id, "{problem:?} has no words");
            assert!(html.contains(&text), "{problem:?} does not say {text}:\n{html}");
        }
        for tag in SHELL_LANGUAGES {
            assert!(html.contains(&format!("lang=\"{tag}\"")), "{problem:?} is not to be read in {tag}");
        }
        assert!(titles.insert(words.say(problem.title())), "{problem:?} says what another says");
    }
}

#[test]
fn the_heading_comes_first_then_what_to_press() {
    let html = page(&failed(Problem::Damaged));
    assert_eq!(html.matches("<h1").count(), 1, "one heading takes the focus: {html}");
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("no {text}: {html}"));
    let retry = place("data-action=\"retry\"");
    assert!(place("<main") < place("<h1") && place("<h1") < place("<button"));
    assert!(place("<button") < retry && retry < place("<h2"), "another try stands before the languages");
}

#[test]
fn a_closed_app_asks_for_the_pin_and_says_why_one_was_not_taken() {
    let words = Words(Formatter::new(shell_messages(), device_language()));
    let until = Timestamp::from_second(1_795_500_000).expect("a time");
    let reasons = [
        (None, None),
        (Some(PinError::Wrong), Some(words.say("lock-pin-wrong"))),
        (Some(PinError::Wait { until }), Some(words.0.instant(until.as_millisecond()))),
    ];
    for (refused, said) in reasons {
        let page = page(&failed(Problem::Locked(refused)));
        assert!(page.contains(&words.say("lock-title")) && page.contains("type=\"password\""));
        assert!(page.contains("data-action=\"unlock\"") && !page.contains("data-action=\"retry\""));
        assert!(said.is_none_or(|said| page.contains(&said)), "{refused:?}");
    }
    let locked = |error| StartError::Core(CoreError::Secrets(error));
    assert_eq!(Problem::of(&locked(SecretError::PinNeeded)), Problem::Locked(None));
    let wrong = locked(SecretError::Pin(PinError::Wrong));
    assert_eq!(Problem::of(&wrong), Problem::Locked(Some(PinError::Wrong)));
}

#[test]
fn each_error_is_the_problem_that_a_person_has() {
    let io = |kind: io::ErrorKind| StartError::Folder(kind.into());
    let records = |error: RecordsError| StartError::Core(CoreError::Records(error));
    let secrets = |error: SecretError| StartError::Core(CoreError::Secrets(error));
    let root = StartError::Root { path: "root.json".into(), source: io::ErrorKind::NotFound.into() };
    for (error, problem) in [
        (io(io::ErrorKind::StorageFull), Problem::DiskFull),
        (io(io::ErrorKind::ReadOnlyFilesystem), Problem::ReadOnly),
        (io(io::ErrorKind::PermissionDenied), Problem::ReadOnly),
        (io(io::ErrorKind::TimedOut), Problem::Busy),
        (root, Problem::Installation),
        (records(RecordsError::DiskFull), Problem::DiskFull),
        (records(RecordsError::NotWritable), Problem::ReadOnly),
        (records(RecordsError::NotReadable), Problem::Damaged),
        (records(RecordsError::FromNewer { found: 9, known: 1 }), Problem::Newer),
        (records(RecordsError::ProfileName), Problem::Installation),
        (records(io::Error::from(io::ErrorKind::StorageFull).into()), Problem::DiskFull),
        (secrets(SecretError::Missing), Problem::KeyMissing),
        (secrets(SecretError::Shape), Problem::Damaged),
        (secrets(SecretError::File(io::ErrorKind::PermissionDenied.into())), Problem::ReadOnly),
        (StartError::Core(CoreError::Thread(io::ErrorKind::WouldBlock.into())), Problem::Busy),
    ] {
        assert_eq!(Problem::of(&error), problem, "{error:?}");
    }
}

/// A platform that offers nothing, for as long as this program runs: a link is followed once it is known what there is.
fn serve_platform() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let name = json!({ "en": "Nation" });
    let info = json!({
        "name": name, "issuer": address, "client_id": "shell", "metadata_url": address, "targets_url": address,
        "payments_url": address,
    });
    let catalogue = json!({ "regions": [], "departments": [], "services": [] });
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut asked = String::new();
            let _ = BufReader::new(&stream).read_line(&mut asked);
            let path = asked.split(' ').nth(1).unwrap_or_default();
            let body = match path.split('?').next() {
                Some(api::INFO) => info.to_string(),
                Some(api::CATALOGUE) => catalogue.to_string(),
                _ => "[]".to_owned(),
            };
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        }
    });
    address
}

/// What the program on a person's device would be called with.
fn arguments(folder: &Path) -> Arguments {
    let root = folder.join("root.json");
    fs::write(&root, b"{}").expect("written");
    Arguments {
        meaning: None,
        link: None,
        platform: Some(serve_platform()),
        root: Some(root),
        data: folder.join("data"),
        profile: "main".to_owned(),
        pulley: true,
        file_secrets: true,
    }
}

/// Whether the link that leads nowhere was followed: the person is told so.
fn has_followed(model: &Model) -> bool {
    model
        .told
        .iter()
        .any(|told| matches!(told, Told::Fault(fault) if fault.message_id.starts_with("fault-link")))
}

async fn until(start: &Start, is_so: impl Fn(&Model) -> bool) {
    let mut watch = start.state().core.as_ref().expect("an app that runs").watch();
    let waited = tokio::time::timeout(Duration::from_secs(45), watch.wait_for(|model| is_so(model))).await;
    assert!(waited.is_ok_and(|waited| waited.is_ok()), "waited in vain");
}

/// A device on which somebody chose Uyghur.
async fn used_device() -> (tempfile::TempDir, Arguments) {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = arguments(folder.path());
    let first = start(arguments.clone(), Screen::Window, |_| ()).expect("the first");
    until(&first, |model| model.is_restored).await;
    first.send(PersonMsg::ChoseLanguage("ug".to_owned()));
    first.send(PersonMsg::FinishedFirstStart);
    until(&first, |model| model.preferences.language == "ug" && model.preferences.has_started).await;
    first.end();
    (folder, arguments)
}

/// Begins on what is broken, sees the page, mends it, tries again and finds everything.
async fn check(arguments: &Arguments, problem: Problem, mend: impl FnOnce()) {
    let start = start(arguments.clone(), Screen::Window, |_| ()).expect("a page, not another app");
    assert!(start.surface().is_none());
    assert_eq!(start.problem(), problem);
    let words = Words(Formatter::new(shell_messages(), device_language()));
    assert!(page(&start).contains(&words.say(problem.title())));
    // Somebody presses a link meanwhile: it is not lost.
    start.follow(Some("fingertip://nonsense".to_owned()));
    assert!(start.try_again().is_none(), "nothing has changed yet");
    assert_eq!(start.problem(), problem);
    mend();
    assert!(start.try_again().is_some(), "it runs");
    until(&start, |model| model.is_restored && model.preferences.language == "ug").await;
    until(&start, has_followed).await;
    assert!(!page(&start).contains("data-action=\"retry\""), "the shell stands in the page's place");
    start.end();
}

#[tokio::test]
async fn damaged_records_are_told_left_alone_and_read_again_once_they_are_mended() {
    let (_folder, arguments) = used_device().await;
    let path = arguments.data.join("profiles/main/records.db");
    let whole = fs::read(&path).expect("read");
    let mut damaged = whole.clone();
    damaged[..4096].fill(7);
    fs::write(&path, &damaged).expect("damaged");
    check(&arguments, Problem::Damaged, || {
        assert_eq!(fs::read(&path).expect("read"), damaged, "nothing was written over it");
        fs::write(&path, &whole).expect("mended");
    })
    .await;
}

#[tokio::test]
async fn where_there_are_records_and_no_key_no_new_one_is_made() {
    let (folder, arguments) = used_device().await;
    let (secrets, aside) = (arguments.data.join("secrets"), folder.path().join("aside"));
    fs::rename(&secrets, &aside).expect("moved away");
    check(&arguments, Problem::KeyMissing, || {
        assert!(!secrets.exists(), "a store without the key would stay in its place");
        fs::rename(&aside, &secrets).expect("moved back");
    })
    .await;
}

#[tokio::test]
async fn a_key_store_that_lost_the_key_gets_no_new_one() {
    let (folder, arguments) = used_device().await;
    let (secrets, aside) = (arguments.data.join("secrets"), folder.path().join("aside"));
    fs::rename(&secrets, &aside).expect("moved away");
    fs::create_dir(&secrets).expect("an empty one");
    check(&arguments, Problem::KeyMissing, || {
        assert_eq!(fs::read_dir(&secrets).expect("listed").count(), 0, "a new key would open nothing");
        fs::remove_dir(&secrets).expect("empty");
        fs::rename(&aside, &secrets).expect("moved back");
    })
    .await;
}

#[tokio::test]
async fn a_missing_part_of_the_app_is_told() {
    let (_folder, arguments) = used_device().await;
    let root = fs::read(arguments.root.as_ref().expect("a file")).expect("read");
    fs::remove_file(arguments.root.as_ref().expect("a file")).expect("removed");
    check(&arguments, Problem::Installation, || {
        fs::write(arguments.root.as_ref().expect("a file"), root).expect("mended")
    })
    .await;
}

#[tokio::test]
async fn a_second_start_hands_its_link_to_the_first_and_ends() {
    let (_folder, arguments) = used_device().await;
    let first = start(arguments.clone(), Screen::Page, |_| ()).expect("the first");
    until(&first, |model| model.is_restored).await;
    let mut fronts = first.fronts();
    let second = Arguments { link: Some("fingertip://nonsense".to_owned()), ..arguments.clone() };
    assert!(start(second, Screen::Window, |_| ()).is_none(), "it ends");
    until(&first, has_followed).await;
    fronts.changed().await.expect("asked to the front");
    assert!(start(arguments.clone(), Screen::Window, |_| ()).is_none(), "also without a link");
    fronts.changed().await.expect("asked to the front again");
    let other = Arguments { profile: "father".to_owned(), ..arguments.clone() };
    let other = start(other, Screen::Window, |_| ()).expect("another's records are another's app");
    other.end();
    first.end();
    let third = start(arguments, Screen::Window, |_| ()).expect("the turn is free again");
    assert!(third.surface().is_some());
    third.end();
}

#[test]
fn a_phone_for_which_no_nation_was_built_says_so_in_its_own_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let device = Arc::new(Recorded::default());
    device.set_folder(folder.path());
    device.set_languages(&["ug-CN", "zh-Hans-CN"]);
    let phone = start(Setup::of_phone(device), Screen::Window, |_| ()).expect("it is alone");
    assert!(nation::BUILT_IN.is_some() || phone.problem() == Problem::Installation);
    assert_eq!(phone.language(), "ug");
    phone.end();
}
