use std::{
    process::{Command, Stdio},
    sync::mpsc,
};

use super::*;

const FOLDER: &str = "FINGERTIP_TURN_FOLDER";
const LINK: &str = "fingertip://miniapp/cn.gov.hrss.card/";
const TEST: &str = "start::instance::tests::a_second_program_hands_its_link_to_the_first_and_takes_over_from_one_that_was_killed";

/// The first of two programs: says what comes, until it is killed.
fn be_the_first(folder: &Path) {
    let (told, came) = mpsc::channel();
    let turn = take_turn(folder, "main", None, move |link| drop(told.send(link)));
    assert!(matches!(turn, Ok(Turn::Own(_))), "it is the first");
    eprintln!("TURN own");
    for link in came {
        eprintln!("TURN {}", link.as_deref().unwrap_or("nothing"));
    }
}

#[test]
fn a_second_program_hands_its_link_to_the_first_and_takes_over_from_one_that_was_killed() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        be_the_first(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "--nocapture", TEST])
        .env(FOLDER, folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let said = BufReader::new(first.stderr.take().expect("piped")).lines();
    let mut said =
        said.map_while(Result::ok).filter_map(|line| line.strip_prefix("TURN ").map(str::to_owned));
    assert_eq!(said.next().as_deref(), Some("own"));
    let second = |link| take_turn(folder.path(), "main", link, |_| ()).expect("reached");
    assert!(matches!(second(Some(LINK)), Turn::Others));
    assert_eq!(said.next().as_deref(), Some(LINK));
    assert!(matches!(second(None), Turn::Others));
    assert_eq!(said.next().as_deref(), Some("nothing"));
    first.kill().expect("killed");
    first.wait().expect("ended");
    assert!(folder.path().join("running-main.json").exists(), "a killed program tidies nothing");
    assert!(matches!(second(Some(LINK)), Turn::Own(_)));
}

#[test]
fn each_profile_has_a_turn_of_its_own_and_who_ends_gives_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let is_own =
        |name| matches!(take_turn(folder.path(), name, None, |_| ()).expect("reached"), Turn::Own(_));
    let held = take_turn(folder.path(), "mother", None, |_| ()).expect("taken");
    assert!(is_own("father"), "another's records are another's turn");
    assert!(!is_own("mother"));
    drop(held);
    assert!(is_own("mother"));
}

#[test]
fn a_program_without_the_token_is_not_listened_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let (told, came) = mpsc::channel();
    let held = take_turn(folder.path(), "main", None, move |link| drop(told.send(link))).expect("taken");
    let address = folder.path().join("running-main.json");
    let Address { port, .. } =
        serde_json::from_slice(&fs::read(&address).expect("read")).expect("an address");
    for said in ["\n", "{}\n", "{\"token\":\"\",\"link\":\"x\"}\n", "\u{0}\u{0}\u{0}\n"] {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("reached");
        stream.write_all(said.as_bytes()).expect("said");
        let mut reply = String::new();
        let _ = stream.read_to_string(&mut reply);
        assert_eq!(reply, "");
    }
    hand_over(&address, Some(LINK)).expect("a start of this app");
    assert_eq!(came.recv().expect("told").as_deref(), Some(LINK), "and nothing before it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&address).expect("there").permissions().mode() & 0o777, 0o600);
    }
    drop(held);
}
