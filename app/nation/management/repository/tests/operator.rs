//! The operator's keys, names that nobody may have, and a repository that lives longer than a year.

mod common;

use std::{
    collections::HashMap,
    fs,
    num::NonZeroU64,
    path::{Path, PathBuf},
};

use common::{Nation, department, release};
use fingertip_repository::{PublishError, Release, SignedRelease, sign, status};
use fingertip_standard::DepartmentId;
use tough::{
    ExpirationEnforcement, RepositoryLoader,
    editor::targets::TargetsEditor,
    key_source::{KeySource, LocalKeySource},
    schema::PathSet,
};

/// What a repository keeps for itself.
const TAKEN: [&str; 8] =
    ["root", "targets", "snapshot", "timestamp", "mirrors", "operator", "engines", "catalogue"];

/// Where a department puts what it signed.
fn desk(nation: &Nation) -> PathBuf {
    nation.folder.path().join("desk")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[track_caller]
fn reserved<T>(outcome: Result<T, PublishError>, name: &str) {
    match outcome.map(|_| ()) {
        Err(error @ PublishError::Reserved { .. }) => {
            assert_eq!(
                error.to_string(),
                format!("{name:?} is one of the repository's own names and cannot be a department")
            );
        }
        other => panic!("{name}: {other:?}"),
    }
}

#[tokio::test]
async fn a_department_with_a_role_s_name_is_refused_before_a_key_is_written() {
    for name in TAKEN {
        let nation = Nation::empty();
        reserved(nation.publisher().create(&[department("hrss"), department(name)], nation.now).await, name);
        assert!(!nation.keys().exists() && !nation.repository().exists(), "{name}");
        // In any other case it is no department's id in the first place.
        assert!(DepartmentId::new(name.to_uppercase()).is_err());
    }
}

#[tokio::test]
async fn a_release_under_a_role_s_name_is_refused_whoever_signed_it() {
    let nation = Nation::new().await;
    let before = nation.files();
    for name in TAKEN {
        let own = Release { department: department(name), ..release(1) };
        reserved(nation.publisher().release(std::slice::from_ref(&own), &[], nation.now).await, name);
        // The operator's own key would fit.
        let key = nation.publisher().key_path(name);
        let signed =
            sign(&nation.repository(), &department(name), &key, &[own], &desk(&nation), nation.now).await;
        reserved(signed, name);
        assert!(!desk(&nation).exists());
        for name in [name.to_owned(), name.to_uppercase()] {
            let folder = desk(&nation).join(&name);
            fs::create_dir_all(&folder).expect("made");
            fs::write(folder.join(format!("{name}.json")), "{}").expect("written");
            reserved(SignedRelease::open(&folder), &name);
        }
        fs::remove_dir_all(desk(&nation)).expect("removed");
    }
    for name in ["Hrss", "h rss", "hr.ss", ""] {
        let folder = desk(&nation).join("other");
        fs::create_dir_all(&folder).expect("made");
        fs::write(folder.join(format!("{name}.json")), "{}").expect("written");
        assert!(matches!(SignedRelease::open(&folder), Err(PublishError::Submission { .. })), "{name:?}");
        fs::remove_dir_all(&folder).expect("removed");
    }
    assert_eq!(nation.files(), before);
}

#[tokio::test]
async fn every_role_has_a_key_of_its_own_that_only_its_owner_reads() {
    let nation = Nation::new().await;
    let all = ["engines", "hrss", "root", "snapshot", "targets", "timestamp", "transport"];
    assert_eq!(names(&nation.keys()), all.map(|owner| format!("{owner}.pk8")));
    let mut keys: Vec<_> =
        all.iter().map(|owner| fs::read(nation.publisher().key_path(owner)).expect("a key")).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all.len());
    #[cfg(unix)]
    for owner in all {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(nation.publisher().key_path(owner)).expect("a key").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{owner}");
    }
}

#[tokio::test]
async fn the_root_s_key_lies_elsewhere_until_the_root_is_renewed() {
    let nation = Nation::new().await;
    let (key, away) = (nation.publisher().key_path("root"), nation.keys().join("away"));
    fs::rename(&key, &away).expect("taken away");
    nation.publisher().release(&[release(1)], &[], nation.later(1)).await.expect("published without it");
    nation.publisher().accept(&[], nation.later(2)).await.expect("signed anew without it");
    let before = nation.files();
    let refused = nation.publisher().renew(nation.later(3)).await;
    assert!(matches!(&refused, Err(PublishError::Disk { path, .. }) if *path == key), "{refused:?}");
    // Another role's key is none for the root.
    fs::copy(nation.publisher().key_path("targets"), &key).expect("copied");
    let refused = nation.publisher().renew(nation.later(3)).await;
    assert!(matches!(refused, Err(PublishError::Key { .. })), "{refused:?}");
    assert_eq!(nation.files(), before, "nothing is changed");
    fs::rename(&away, &key).expect("brought back");
    nation.publisher().renew(nation.later(3)).await.expect("renewed");
    assert!(nation.files().contains_key("metadata/2.root.json"));
}

#[tokio::test]
async fn what_cannot_be_signed_in_whole_changes_nothing() {
    let nation = Nation::new().await;
    let before = nation.files();
    fs::remove_file(nation.publisher().key_path("timestamp")).expect("lost");
    assert!(nation.publisher().release(&[release(1)], &[], nation.now).await.is_err());
    assert!(nation.publisher().renew(nation.now).await.is_err());
    assert_eq!(nation.files(), before);
}

#[tokio::test]
async fn a_second_first_root_is_not_made() {
    let nation = Nation::new().await;
    let before = nation.files();
    let again = nation.publisher().create(&[department("hrss")], nation.later(1)).await;
    assert!(matches!(again, Err(PublishError::Disk { .. })), "{again:?}");
    assert_eq!(nation.files(), before);
}

#[tokio::test]
async fn a_renewed_root_holds_longer_and_so_does_all_that_was_signed_with_it() {
    let nation = Nation::new().await;
    nation.publisher().release(&[release(1)], &[], nation.now).await.expect("published");
    let first = status(&nation.repository()).await.expect("a status");
    // The department's key is at home.
    fs::rename(nation.publisher().key_path("hrss"), nation.keys().join("away")).expect("taken home");
    nation.publisher().renew(nation.later(366)).await.expect("renewed");
    let renewed = status(&nation.repository()).await.expect("a status");
    assert!(first.root_until < nation.later(366) && renewed.root_until > nation.later(730));
    assert!(renewed.fresh_until > nation.later(395));
    for role in &renewed.roles {
        let is_at_home = role.name == "hrss";
        assert_eq!(role.signed_until > nation.later(730), !is_at_home, "{}", role.name);
    }
    // The department signs anew at home.
    let key = nation.keys().join("away");
    let (hrss, now) = (department("hrss"), nation.later(367));
    let signed = sign(&nation.repository(), &hrss, &key, &[], &desk(&nation), now).await.expect("signed");
    nation.publisher().accept(&[signed], now).await.expect("taken in");
    let all = status(&nation.repository()).await.expect("a status");
    assert!(all.roles.iter().all(|role| role.signed_until > nation.later(730)));
    let targets: Vec<_> =
        all.roles.iter().flat_map(|role| &role.targets).map(|target| target.version).collect();
    assert_eq!(targets, [1]);
}

#[tokio::test]
async fn a_root_that_runs_out_first_is_when_the_repository_runs_out() {
    let nation = Nation::new().await;
    let late = nation.later(350);
    nation.publisher().accept(&[], late).await.expect("signed anew");
    let known = status(&nation.repository()).await.expect("a status");
    assert_eq!(known.fresh_until, known.root_until);
}

/// A repository of before: one key for all of the operator's roles.
async fn with_one_key() -> Nation {
    let nation = Nation::empty();
    let roles = ["root", "targets", "snapshot", "timestamp"].map(|role| nation.publisher().key_path(role));
    let other = Nation::new().await;
    fs::create_dir_all(nation.keys()).expect("made");
    for role in &roles {
        fs::copy(other.publisher().key_path("root"), role).expect("copied");
    }
    nation.create().await;
    fs::rename(&roles[0], nation.publisher().key_path("operator")).expect("renamed");
    for role in &roles[1..] {
        fs::remove_file(role).expect("removed");
    }
    nation
}

#[tokio::test]
async fn a_repository_with_one_operator_s_key_goes_on_and_is_renewed() {
    let nation = with_one_key().await;
    nation.publisher().release(&[release(1)], &[], nation.later(1)).await.expect("published");
    nation.publisher().accept(&[], nation.later(2)).await.expect("signed anew");
    nation.publisher().renew(nation.later(366)).await.expect("renewed");
    let known = status(&nation.repository()).await.expect("a status");
    assert!(known.root_until > nation.later(730));
    assert_eq!(
        names(&nation.keys()),
        ["engines", "hrss", "operator", "transport"].map(|key| format!("{key}.pk8"))
    );
}

/// What another tool signs with the department's key.
async fn signed_elsewhere(nation: &Nation, change: impl FnOnce(&mut TargetsEditor)) -> SignedRelease {
    let root = fs::read(nation.publisher().root()).expect("the root");
    let folder =
        |name: &str| reqwest::Url::from_directory_path(nation.repository().join(name)).expect("an address");
    let loaded = RepositoryLoader::new(&root, folder("metadata"), folder("targets"))
        .expiration_enforcement(ExpirationEnforcement::Unsafe)
        .load()
        .await
        .expect("loaded");
    let mut editor = TargetsEditor::from_repo(loaded, "hrss").expect("the role");
    editor.version(2.try_into().expect("a version"));
    editor.expires("2027-11-28T07:41:17Z".parse().expect("a time"));
    change(&mut editor);
    let key = LocalKeySource { path: nation.publisher().key_path("hrss") };
    let signed = editor.sign(&[Box::new(key)]).await.expect("signed");
    signed.write(desk(nation), false).await.expect("written");
    for other in names(&desk(nation)).into_iter().filter(|name| name != "hrss.json") {
        fs::remove_file(desk(nation).join(other)).expect("removed");
    }
    SignedRelease::open(&desk(nation)).expect("a signed release")
}

#[track_caller]
fn refused(outcome: Result<(), PublishError>, why: &str) {
    match outcome {
        Err(PublishError::Submission { reason, .. }) => assert!(reason.contains(why), "{reason}"),
        other => panic!("{why}: {other:?}"),
    }
}

#[tokio::test]
async fn what_another_tool_signed_is_taken_in_where_every_client_can_read_it() {
    let nation = Nation::new().await;
    let signed = signed_elsewhere(&nation, |_| ()).await;
    nation.publisher().accept(&[signed], nation.now).await.expect("taken in");

    let nation = Nation::new().await;
    let before = nation.files();
    let signed = signed_elsewhere(&nation, |editor| {
        editor.expires("2027-11-28T07:41:17.043Z".parse().expect("a time"));
    })
    .await;
    refused(nation.publisher().accept(&[signed], nation.now).await, "a part of a second");
    let signed = signed_elsewhere(&nation, |editor| {
        editor.version(NonZeroU64::MIN).expires("2028-01-01T00:00:00Z".parse().expect("a time"));
    })
    .await;
    refused(nation.publisher().accept(&[signed], nation.now).await, "is out already");
    assert_eq!(nation.files(), before);
}

#[tokio::test]
async fn a_department_lets_nobody_else_sign() {
    let nation = Nation::new().await;
    let before = nation.files();
    // Another department's name, under its own key.
    let key =
        || -> Box<dyn KeySource> { Box::new(LocalKeySource { path: nation.publisher().key_path("hrss") }) };
    let public = key().as_sign().await.expect("a key").tuf_key();
    let id = public.key_id().expect("an id");
    let mut other = TargetsEditor::new("transport");
    other.version(9.try_into().expect("a version")).expires(nation.later(300));
    let delegated = other.create_signed(&[key()]).await.expect("signed");
    let signed = signed_elsewhere(&nation, |editor| {
        let (all, keys) = (PathSet::Paths(Vec::new()), HashMap::from([(id.clone(), public)]));
        editor.delegate_role(delegated, all, true, keys, vec![id], NonZeroU64::MIN).expect("delegated");
    })
    .await;
    refused(nation.publisher().accept(&[signed], nation.now).await, "lets others sign");
    assert_eq!(nation.files(), before);
}
