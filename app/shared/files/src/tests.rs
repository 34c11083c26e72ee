use std::process::{Command, Stdio};

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_new_bytes_take_the_place_of_the_old_and_nothing_is_left_beside() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    write(&path, b"a long first text", Access::Usual).expect("written");
    write(&path, b"two", Access::Usual).expect("written");
    assert_eq!(fs::read(&path).expect("read"), b"two");
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn folders_that_are_missing_are_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("some/where/a");
    write(&path, b"one", Access::Owner).expect("written");
    assert_eq!(fs::read(&path).expect("read"), b"one");
}

#[test]
fn what_is_there_stays_when_only_a_new_file_is_wanted() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    write_new(&path, b"first", Access::Owner).expect("written");
    let error = write_new(&path, b"second", Access::Owner).expect_err("it is there");
    assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).expect("read"), b"first");
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn what_cannot_be_put_in_place_leaves_nothing_beside() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    fs::create_dir_all(path.join("full")).expect("made");
    assert!(write(&path, b"one", Access::Usual).is_err(), "a folder is in the way");
    assert_eq!(names(folder.path()), ["a"]);
    assert_eq!(names(&path), ["full"]);
}

#[cfg(unix)]
#[test]
fn a_file_for_its_owner_is_closed_to_others_also_where_an_open_one_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    let mode = || fs::metadata(&path).expect("there").permissions().mode() & 0o777;
    fs::write(&path, b"open").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("opened");
    write(&path, b"closed", Access::Owner).expect("written");
    assert_eq!(mode(), 0o600);
    // As any other program's file here, whatever the mask is.
    let usual = folder.path().join("usual");
    fs::write(&usual, b"usual").expect("written");
    write(&path, b"open again", Access::Usual).expect("written");
    assert_eq!(mode(), fs::metadata(&usual).expect("there").permissions().mode() & 0o777);
}

#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_what_it_points_to_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, other) = (folder.path().join("a"), folder.path().join("other"));
    fs::write(&other, b"other").expect("written");
    std::os::unix::fs::symlink(&other, &path).expect("linked");
    write(&path, b"own", Access::Owner).expect("written");
    assert_eq!(fs::read(&other).expect("read"), b"other");
    assert_eq!(fs::read(&path).expect("read"), b"own");
}

#[test]
fn a_folder_is_made_with_all_above_it_and_again_without_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("a/b/c");
    make_folder(&deep).expect("made");
    make_folder(&deep).expect("there");
    assert!(deep.is_dir());
    fs::write(folder.path().join("file"), b"x").expect("written");
    assert!(make_folder(&folder.path().join("file/b")).is_err(), "a file is in the way");
}

#[cfg(unix)]
#[test]
fn what_is_wiped_is_written_over_before_its_name_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, other) = (folder.path().join("secret"), folder.path().join("other name"));
    fs::write(&path, b"a-secret").expect("written");
    // Another name for the same bytes shows what became of them.
    fs::hard_link(&path, &other).expect("linked");
    wipe(&path).expect("wiped");
    wipe(&path).expect("gone already");
    assert!(!path.exists());
    assert_eq!(fs::read(&other).expect("read"), [0; 8]);
    // What a link leads to stays.
    std::os::unix::fs::symlink(&other, &path).expect("linked");
    fs::write(&other, b"not ours").expect("written");
    wipe(&path).expect("wiped");
    assert_eq!(fs::read(&other).expect("read"), b"not ours");
    assert_eq!(names(folder.path()), ["other name"]);
}

#[test]
fn a_wiped_folder_is_gone_with_all_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("own");
    fs::create_dir_all(own.join("deep")).expect("made");
    fs::write(own.join("a"), b"a").expect("written");
    fs::write(own.join("deep/b"), b"b").expect("written");
    wipe_folder(&own).expect("wiped");
    wipe_folder(&own).expect("gone already");
    assert!(names(folder.path()).is_empty());
}

const TARGET: &str = "FINGERTIP_FILES_TARGET";
const N_BYTES: usize = 4 << 20;

/// Writes one text after the other until it is killed; without a target, nothing.
#[test]
fn a_writer_that_is_killed_leaves_a_whole_file() {
    if let Some(target) = std::env::var_os(TARGET) {
        for byte in (b'a'..=b'z').cycle() {
            write(Path::new(&target), &vec![byte; N_BYTES], Access::Owner).expect("written");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a");
    write(&path, &vec![b'-'; N_BYTES], Access::Owner).expect("written");
    for _ in 0..8 {
        let mut writer = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "tests::a_writer_that_is_killed_leaves_a_whole_file"])
            .env(TARGET, &path)
            .stdout(Stdio::null())
            .spawn()
            .expect("started");
        // Until it is in the middle of something: a file beside is half a text.
        while names(folder.path()).len() < 2 {
            assert!(writer.try_wait().expect("looked").is_none(), "the writer ended by itself");
            std::thread::yield_now();
        }
        writer.kill().expect("killed");
        writer.wait().expect("ended");
        let bytes = fs::read(&path).expect("read");
        assert_eq!(bytes.len(), N_BYTES);
        assert!(bytes.iter().all(|byte| *byte == bytes[0]), "half of one text and half of another");
        for name in names(folder.path()).iter().filter(|name| name.starts_with(".partial-")) {
            fs::remove_file(folder.path().join(name)).expect("removed");
        }
    }
}
