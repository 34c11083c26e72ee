//! What networks, servers and clocks do to a device: what is kept opens and says why, and where nothing is kept the person
//! reads what it is.

use std::{fs, sync::Arc, time::Duration};

use crate::common::{Device, LONG, Nation, app, bundle, department, open_card, server::Manner};
use fingertip_bundles::{
    BundleClient, BundleError, DeviceDisk, Freshness, Progress, VerifiedBundle, Waits, WhyKept,
};
use fingertip_standard::{Fault, FaultClass};
use jiff::{SignedDuration, Timestamp};

fn version(opened: &Result<VerifiedBundle, BundleError>) -> (u64, Freshness) {
    let opened = opened.as_ref().expect("opened");
    (opened.running.version, opened.freshness)
}

/// The nation with a card, and a device that has it and one that has nothing.
async fn nation() -> (Nation, Device, Device) {
    let nation = Nation::new().await;
    nation.publish_card(1).await;
    let (kept, empty) = (nation.device("kept"), nation.device("empty"));
    assert_eq!(version(&open_card(&kept.client(), nation.now).await), (1, Freshness::Confirmed));
    (nation, kept, empty)
}

async fn open_bus(client: &BundleClient, now: Timestamp) -> Result<VerifiedBundle, BundleError> {
    client.open(&department("transport"), &app("transport", "bus"), now).await
}

#[tokio::test]
async fn whatever_answers_in_place_of_the_repository_a_kept_mini_app_opens_and_says_why() {
    let (nation, kept, empty) = nation().await;
    let later = nation.later(1);
    for (manner, why, message, class) in [
        (Manner::Page, WhyKept::Page, "fault-repository-page", FaultClass::Network),
        (Manner::QuietPage, WhyKept::Page, "fault-repository-page", FaultClass::Network),
        (Manner::Status(503), WhyKept::ServerFailed, "fault-platform-broken", FaultClass::Platform),
        (Manner::Status(404), WhyKept::Page, "fault-repository-page", FaultClass::Network),
        (Manner::Nonsense, WhyKept::NotTrusted, "fault-repository-not-trusted", FaultClass::Platform),
    ] {
        nation.server.behave(manner.clone());
        let opened = open_card(&kept.client(), later).await;
        assert_eq!(version(&opened), (1, Freshness::Kept(why)), "{manner:?}");
        let error = open_card(&empty.client(), later).await.expect_err("nothing is kept");
        assert_eq!((error.message_id(), error.class()), (message, class), "{manner:?}");
    }
    let opened = open_card(&kept.in_a_tunnel(), later).await;
    assert_eq!(version(&opened), (1, Freshness::Kept(WhyKept::Offline)));
    assert!(matches!(open_card(&empty.in_a_tunnel(), later).await, Err(BundleError::Offline)));
    nation.server.mend();
    assert_eq!(version(&open_card(&kept.client(), later).await), (1, Freshness::Confirmed));
}

#[tokio::test]
async fn an_older_repository_is_not_taken_and_a_kept_mini_app_opens() {
    let (nation, kept, _) = nation().await;
    let old = nation.put_aside();
    nation.publish(bundle("transport", "bus", 1, 10)).await;
    nation.publish_card(2).await;
    assert_eq!(version(&open_card(&kept.client(), nation.later(1)).await), (2, Freshness::Confirmed));
    nation.server.serve(&old);
    let opened = open_card(&kept.client(), nation.later(2)).await;
    assert_eq!(version(&opened), (2, Freshness::Kept(WhyKept::Older)));
    let error = open_bus(&kept.client(), nation.later(2)).await.expect_err("it is not here");
    assert_eq!((error.message_id(), error.class()), ("fault-repository-older", FaultClass::Platform));
}

#[tokio::test]
async fn a_clock_that_is_wrong_blocks_no_more_than_a_tunnel() {
    let (nation, kept, empty) = nation().await;
    // Kept on the tenth day, from a repository that says until the thirtieth that it is current.
    open_card(&kept.client(), nation.later(10)).await.expect("confirmed");
    for (days, freshness) in
        [(39, Freshness::Kept(WhyKept::Expired)), (-30, Freshness::Confirmed), (11, Freshness::Confirmed)]
    {
        let device = kept.copy(&format!("clock{days}"));
        let opened = open_card(&device.client(), nation.later(days)).await;
        assert_eq!(version(&opened), (1, freshness), "{days}");
        // And in a tunnel, with the right clock again.
        let opened = open_card(&device.in_a_tunnel(), nation.later(10)).await;
        assert_eq!(version(&opened).0, 1, "{days}");
    }
    let error = open_card(&empty.client(), nation.later(39)).await.expect_err("nothing is kept");
    assert_eq!(error.message_id(), "fault-repository-expired");
    // Out of its grace: what the network says counts, since nothing else can be done.
    let error = open_card(&kept.client(), nation.later(41)).await.expect_err("the grace is over");
    assert!(matches!(error, BundleError::Expired { .. }), "{error:?}");
    let error = open_card(&kept.in_a_tunnel(), nation.later(41)).await.expect_err("the grace is over");
    assert!(matches!(error, BundleError::GraceOver { days: 30 }), "{error:?}");
}

#[tokio::test]
async fn another_departments_release_leaves_a_kept_mini_app_openable() {
    let (nation, kept, _) = nation().await;
    nation.publish(bundle("transport", "bus", 1, 10)).await;
    assert_eq!(version(&open_bus(&kept.client(), nation.later(1)).await), (1, Freshness::Confirmed));
    let opened = open_card(&kept.in_a_tunnel(), nation.later(2)).await.expect("opened");
    // It was listed as it is, so that it was confirmed too.
    assert_eq!(opened.verified_at, nation.later(1));
    // A release of its own department that this device does not fetch: what proved the old one is kept with it.
    nation.publish_card(2).await;
    nation.publish(bundle("hrss", "other", 1, 10)).await;
    nation.publish(bundle("transport", "bus", 2, 10)).await;
    let client = kept.client();
    let other =
        client.open(&department("hrss"), &app("hrss", "other"), nation.later(3)).await.expect("opened");
    assert_eq!(other.running.version, 1);
    assert_eq!(version(&open_bus(&client, nation.later(4)).await), (2, Freshness::Confirmed));
    let opened = open_card(&kept.in_a_tunnel(), nation.later(5)).await;
    assert_eq!(version(&opened), (1, Freshness::Kept(WhyKept::Offline)));
    assert_eq!(opened.expect("opened").verified_at, nation.later(1));
    // Its grace is its own.
    let late = open_card(&kept.in_a_tunnel(), nation.later(32)).await;
    assert!(matches!(late, Err(BundleError::GraceOver { .. })), "{late:?}");
    assert_eq!(version(&open_bus(&kept.in_a_tunnel(), nation.later(32)).await).0, 2);
    // What nothing needs any more is gone.
    open_card(&client, nation.later(6)).await.expect("the second");
    let kept_files = |folder: &str| fs::read_dir(kept.folder.join(folder)).expect("listed").count();
    assert_eq!((kept_files("generations"), kept_files("content")), (1, 3));
}

#[tokio::test]
async fn what_was_withdrawn_does_not_open_from_what_was_kept() {
    let (nation, kept, _) = nation().await;
    nation.withdraw().await;
    // As long as nobody says so it opens; then it does not, in a tunnel neither.
    assert_eq!(version(&open_card(&kept.in_a_tunnel(), nation.later(1)).await).0, 1);
    let error = open_card(&kept.client(), nation.later(1)).await.expect_err("withdrawn");
    assert!(matches!(error, BundleError::NotPublished { .. }), "{error:?}");
    assert!(open_card(&kept.in_a_tunnel(), nation.later(1)).await.is_err());
}

#[tokio::test]
async fn a_changed_new_version_leaves_the_kept_one() {
    let (nation, kept, empty) = nation().await;
    nation.publish_card(2).await;
    let folder = nation.folder.path().join("repository/targets/hrss");
    for entry in fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        let mut bytes = fs::read(&path).expect("read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).expect("written");
    }
    let opened = open_card(&kept.client(), nation.later(1)).await;
    assert_eq!(version(&opened), (1, Freshness::Kept(WhyKept::NotTrusted)));
    let error = open_card(&empty.client(), nation.later(1)).await.expect_err("nothing else is there");
    assert!(matches!(error, BundleError::Changed { .. }), "{error:?}");
}

#[tokio::test]
async fn only_kept_bytes_that_do_not_agree_are_called_changed_here_and_a_network_mends_them() {
    let (nation, kept, _) = nation().await;
    for folder in ["content", "generations"] {
        let path =
            fs::read_dir(kept.folder.join(folder)).expect("listed").next().expect("a file").expect("it");
        let path = path.path();
        let mut bytes = fs::read(&path).expect("read");
        bytes[40] ^= 1;
        fs::write(&path, bytes).expect("written");
        let error = open_card(&kept.in_a_tunnel(), nation.now).await.expect_err("changed");
        assert!(matches!(error, BundleError::ChangedHere { .. }), "{folder}: {error:?}");
        assert_eq!((error.class(), error.can_retry()), (FaultClass::Device, true));
        assert_eq!(
            version(&open_card(&kept.client(), nation.now).await),
            (1, Freshness::Confirmed),
            "{folder}"
        );
        open_card(&kept.in_a_tunnel(), nation.now).await.expect("mended");
        // A file that is gone was changed by nobody.
        fs::remove_file(&path).expect("removed");
        let error = open_card(&kept.in_a_tunnel(), nation.now).await.expect_err("gone");
        assert!(matches!(error, BundleError::Offline), "{folder}: {error:?}");
        open_card(&kept.client(), nation.now).await.expect("fetched anew");
    }
}

#[tokio::test]
async fn a_shell_with_another_root_takes_what_that_one_proves_and_calls_nothing_changed() {
    let (nation, kept, _) = nation().await;
    nation.publisher().renew(nation.now).await.expect("renewed");
    open_card(&kept.client(), nation.later(1)).await.expect("under the second root");
    // A newer shell of this nation.
    let newest = fs::read(nation.publisher().root()).expect("the second root");
    let newer = Device { root: newest, ..kept.copy("newer") };
    assert_eq!(version(&open_card(&newer.in_a_tunnel(), nation.later(2)).await).0, 1);
    nation.publish(bundle("transport", "bus", 1, 10)).await;
    open_bus(&newer.client(), nation.later(3)).await.expect("opened");
    assert_eq!(version(&open_card(&newer.in_a_tunnel(), nation.later(4)).await).0, 1);
    // A shell of another nation on the same folder: it never verified any of it.
    let other = Nation::new().await;
    let device = Device { root: other.root(), ..kept.clone() };
    let error = open_card(&device.in_a_tunnel(), nation.now).await.expect_err("not its own");
    assert!(matches!(error, BundleError::Offline), "{error:?}");
    other.publish_card(7).await;
    let device = Device { url: other.server.url(), ..device };
    assert_eq!(version(&open_card(&device.client(), other.now).await), (7, Freshness::Confirmed));
    assert_eq!(version(&open_card(&device.in_a_tunnel(), other.now).await).0, 7);
}

#[tokio::test]
async fn a_download_goes_on_where_it_broke_off() {
    let (nation, _, _) = nation().await;
    nation.publish(bundle("hrss", "large", 1, 300_000)).await;
    let open = async |device: &Device| {
        let mut told = Vec::new();
        let client = device.client();
        let large = app("hrss", "large");
        let opened = client
            .open_watched(&department("hrss"), &large, nation.now, |progress| told.push(progress))
            .await;
        (opened, told)
    };
    let broken = async |name: &str| {
        let device = nation.device(name);
        open_card(&device.client(), nation.now).await.expect("the small one");
        nation.server.cut_after(200_000);
        let (opened, told) = open(&device).await;
        assert!(matches!(opened, Err(BundleError::Interrupted)), "{opened:?}");
        let last = *told.last().expect("told");
        assert!(last.bytes > 100_000 && last.of > 300_000, "{last:?}");
        nation.server.mend();
        nation.server.took();
        (device, last)
    };
    let (device, last) = broken("ranges").await;
    let (opened, told) = open(&device).await;
    assert_eq!(version(&opened), (1, Freshness::Confirmed));
    assert_eq!(told.last(), Some(&Progress { bytes: last.of, of: last.of }));
    assert!(told[0].bytes >= last.bytes, "{told:?}");
    let (_, sent) = nation.server.took();
    assert!(sent < 200_000, "{sent} bytes came, though {} were there", last.bytes);
    assert_eq!(fs::read_dir(device.folder.join("partial")).expect("listed").count(), 0);
    // A server that gives only the whole.
    let (device, _) = broken("whole").await;
    nation.server.behave(Manner::NoRanges);
    assert_eq!(version(&open(&device).await.0).0, 1);
    assert!(nation.server.took().1 > 300_000);
    nation.server.mend();
    // A part that somebody, or a failing disk, has changed.
    let (device, _) = broken("changed").await;
    let part =
        fs::read_dir(device.folder.join("partial")).expect("listed").next().expect("a part").expect("it");
    let mut bytes = fs::read(part.path()).expect("read");
    bytes[1000] ^= 1;
    fs::write(part.path(), bytes).expect("written");
    assert_eq!(version(&open(&device).await.0).0, 1);
    // The page of a network costs no part of what is there.
    let (device, last) = broken("page").await;
    nation.server.behave(Manner::Instead("large.ma", b"<html>Sign in".to_vec()));
    let (opened, _) = open(&device).await;
    assert!(matches!(opened, Err(BundleError::NoRepository)), "{opened:?}");
    nation.server.mend();
    let (opened, told) = open(&device).await;
    assert_eq!(version(&opened).0, 1);
    assert!(told[0].bytes >= last.bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_hangs_is_waited_for_by_what_is_here_or_by_another() {
    let (nation, kept, _) = nation().await;
    nation.publish_card(2).await;
    nation.publish(bundle("transport", "bus", 1, 10)).await;
    // A card of home hangs in the middle of its download.
    nation.server.hold("card.ma");
    let waits = Waits { patience: Duration::from_millis(300), stall: Duration::from_secs(60) };
    let client = Arc::new(kept.client_with(waits, Arc::new(DeviceDisk)));
    let (at, later) = (client.clone(), nation.later(1));
    let card =
        tokio::spawn(async move { at.open_behind(&department("hrss"), &app("hrss", "card"), later).await });
    // It opens as it was kept, and the tap on another mini-app is not held up.
    assert_eq!(version(&open_bus(&client, later).await), (1, Freshness::Confirmed));
    assert_eq!(version(&card.await.expect("no panic")), (1, Freshness::Kept(WhyKept::Slow)));
    assert_eq!(version(&open_card(&client, later).await), (1, Freshness::Kept(WhyKept::Slow)));
    // The refresh went on behind.
    nation.server.mend();
    loop {
        let opened = open_card(&client, later).await;
        if version(&opened) == (2, Freshness::Confirmed) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(version(&open_card(&kept.in_a_tunnel(), later).await).0, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_opening_that_stalls_ends_and_one_that_is_slow_does_not() {
    let (nation, _, empty) = nation().await;
    nation.server.hold("card.ma");
    let waits = Waits { patience: Duration::from_millis(1), stall: Duration::from_millis(500) };
    let stalled = open_card(&empty.client_with(waits, Arc::new(DeviceDisk)), nation.now).await;
    assert!(matches!(stalled, Err(BundleError::Interrupted)), "{stalled:?}");
    // Longer than anybody's patience with what is kept, and nobody gives up.
    let waits = Waits { patience: Duration::from_millis(1), ..LONG };
    let client = empty.client_with(waits, Arc::new(DeviceDisk));
    let server = nation.server.clone();
    let mending = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(300)).await;
        server.mend();
    });
    assert_eq!(version(&open_card(&client, nation.now).await), (1, Freshness::Confirmed));
    mending.await.expect("mended");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_refresh_serves_all_who_wait() {
    let (nation, kept, _) = nation().await;
    for number in 0..10 {
        nation.publish(bundle("transport", &format!("bus{number}"), 1, 10)).await;
    }
    nation.server.took();
    let (client, now) = (Arc::new(kept.client()), nation.later(1));
    let mut all = tokio::task::JoinSet::new();
    for number in 0..20 {
        let client = client.clone();
        all.spawn(async move {
            let name = format!("bus{}", number % 10);
            client.open_behind(&department("transport"), &app("transport", &name), now).await
        });
    }
    while let Some(opened) = all.join_next().await {
        assert_eq!(version(&opened.expect("no panic")), (1, Freshness::Confirmed));
    }
    let (asked, _) = nation.server.took();
    let count = |end: &str| asked.iter().filter(|path| path.ends_with(end)).count();
    assert_eq!((count("timestamp.json"), count(".snapshot.json")), (1, 1), "{asked:?}");
    assert_eq!(count(".ma"), 10, "each bundle came once");
    // Everything that is here and was confirmed opens without asking anybody.
    for number in 0..10 {
        let app = app("transport", &format!("bus{number}"));
        assert!(client.open_ahead(&department("transport"), &app, now).await.is_some());
    }
    assert!(client.open_ahead(&department("hrss"), &app("hrss", "card"), nation.later(2)).await.is_none());
    assert_eq!(nation.server.took().0, Vec::<String>::new());
}

#[tokio::test]
async fn a_broken_new_version_leaves_the_kept_one_and_a_minute_needs_no_network() {
    let (nation, kept, _) = nation().await;
    let client = kept.client();
    nation.server.took();
    let soon = nation.now.checked_add(SignedDuration::from_secs(30)).expect("a time");
    assert_eq!(version(&open_card(&client, soon).await), (1, Freshness::Confirmed));
    assert!(nation.server.took().0.is_empty());
    // The department signs what is no bundle.
    let release = fingertip_repository::Release {
        department: department("hrss"),
        app: app("hrss", "card"),
        version: 2,
        grants: Vec::new(),
        bytes: b"no bundle".to_vec(),
    };
    nation.publisher().release(&[release], &[], nation.now).await.expect("published");
    let opened = open_card(&client, nation.later(1)).await;
    assert_eq!(version(&opened), (1, Freshness::Kept(WhyKept::NewestUnusable)));
    assert_eq!(version(&open_card(&kept.in_a_tunnel(), nation.later(2)).await).0, 1);
}
