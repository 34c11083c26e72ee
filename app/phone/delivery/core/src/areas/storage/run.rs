//! How what is to be done here is done.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, PoisonError},
};

use fingertip_files::{Access, write_new};
use fingertip_records::{Profiles, ShownAs};
use fingertip_standard::Fault;
use jiff::Timestamp;

use crate::{
    areas::{
        documents::{self, model::showing},
        person::model::Preferences,
        session::run::end_session,
        storage::{effect::StorageEffect, model::Storage, msg::StorageMsg},
    },
    fault::ShownFault,
    handover::{abandon, choose, to_nobody},
    lifetimes,
    names::{BUNDLES, CATALOGUE, COMPILED, INFO, RATINGS, SLICES},
    next::{Leaves, Next},
    options::CoreError,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: &StorageEffect) {
    match effect {
        StorageEffect::MeasureStorage => measure(world),
        StorageEffect::FreeSpace => free(world),
        StorageEffect::Sweep => sweep(world),
        StorageEffect::Export => export(world),
        StorageEffect::DeleteEverything { kept } => {
            let (world, kept) = (world.clone(), kept.clone());
            drop(tokio::spawn(async move { delete(&world, &kept).await }));
        }
    }
}

fn measure(world: &Arc<World>) {
    let at = world.clone();
    world.write(move |_| Ok(Some(measured(&at).into())));
}

fn measured(world: &World) -> StorageMsg {
    let data = &world.options.data;
    StorageMsg::StorageMeasured(Storage {
        records: bytes(&Profiles::new(data).folder(&world.profile)),
        mini_apps: bytes(&data.join(BUNDLES)),
        prepared: bytes(&data.join(COMPILED)),
    })
}

/// The bytes of all files in `folder`. What goes while it is counted is not there.
fn bytes(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(what) if what.is_dir() => bytes(&entry.path()),
            Ok(what) => what.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Verified mini-apps stay: without them nothing would open without a connection.
fn free(world: &Arc<World>) {
    let at = world.clone();
    world.write(move |_| {
        match fs::remove_dir_all(at.options.data.join(COMPILED)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        Ok(Some(measured(&at).into()))
    });
}

/// Takes away what has had its time. Nobody is told of a failure: it is tried again, and what stays is of no harm.
fn sweep(world: &Arc<World>) {
    let (at, now) = (world.clone(), world.now());
    let before = move |age| now.checked_sub(age).unwrap_or(Timestamp::MIN);
    world.device.run(move |records| {
        let swept = records.cached_names(SLICES).and_then(|slices| {
            let kept: Vec<&str> =
                slices.iter().map(String::as_str).chain([INFO, CATALOGUE, RATINGS]).collect();
            records.sweep(&kept, before(lifetimes::CACHED), before(lifetimes::GONE))
        });
        if let Err(error) = swept {
            tracing::warn!(%error, "what has had its time stays");
        }
        sweep_compiled(&at.options.data.join(COMPILED), now);
    });
}

/// Old files of `folder` go, and beyond the bytes that they may have the oldest. What is half done is of a writer that was killed.
fn sweep_compiled(folder: &Path, now: Timestamp) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let what = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((Timestamp::try_from(what.modified().ok()?).ok()?, what.len(), entry.path()))
        })
        .collect();
    files.sort_by_key(|(modified, ..)| std::cmp::Reverse(*modified));
    let mut bytes = 0_u64;
    for (modified, len, path) in files {
        bytes = bytes.saturating_add(len);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_half = name.starts_with(fingertip_files::PARTIAL_PREFIX);
        let most = if is_half { lifetimes::PARTIAL } else { lifetimes::COMPILED };
        if now.duration_since(modified) > most || bytes > lifetimes::COMPILED_BYTES {
            // One that is in use on a system that lets no such file go is taken next time.
            let _ = fs::remove_file(path);
        }
    }
}

/// Writes everything of the person to a new file that only they can read.
fn export(world: &Arc<World>) {
    let (at, now) = (world.clone(), world.now());
    world.write(move |records| {
        let documents = records.documents()?.rows;
        let shown = documents.iter().map(|kept| showing(&kept.document, ShownAs::Export, now));
        records.record_showings(&shown.collect::<Vec<_>>())?;
        documents::run::read_showings(records, None)?.into_iter().for_each(|msg| at.send(msg));
        let everything = serde_json::to_vec_pretty(&records.everything(now)?).map_err(io::Error::from)?;
        let name = format!("fingertip-{}.json", now.strftime("%Y-%m-%d-%H%M%S"));
        let file = at.options.downloads.join(name);
        write_new(&file, &everything, Access::Owner)?;
        Ok(Some(StorageMsg::Exported(file.display().to_string()).into()))
    });
}

/// Signs out and forgets everything of the person on this device. What is under way for them is ended first: it would write
/// again what was forgotten.
async fn delete(world: &Arc<World>, kept: &Preferences) {
    world.end_work().await;
    world.cards.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let next = match to_nobody(world, kept, Leaves::Forgotten) {
        Ok(next) => next,
        Err(error) => return not_deleted(world, &error),
    };
    // A session that stays in the key store would be found by the next start.
    if let Some(connected) = world.connected()
        && let Err(error) = end_session(&connected.identity).await
    {
        abandon(world, next);
        return not_deleted(world, &error);
    }
    let at = world.clone();
    world.write(move |records| {
        let chosen = records.forget_everything().map_err(CoreError::from);
        match chosen.and_then(|()| choose(&at, &next.profile)) {
            Ok(()) => at.end_with(Next::Store(next)),
            Err(error) => {
                abandon(&at, next);
                not_deleted(&at, &error);
            }
        }
        Ok(None)
    });
}

fn not_deleted(world: &World, fault: &impl Fault) {
    world.send(StorageMsg::NotDeleted(ShownFault::of(fault)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_code_goes_and_new_code_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = Timestamp::now();
        for (name, days) in
            [("old.compiled", 181), ("new.compiled", 179), (".partial-a", 2), (".partial-b", 0)]
        {
            let path = folder.path().join(name);
            fs::write(&path, [0; 3]).expect("written");
            let modified = std::time::SystemTime::from(now - jiff::SignedDuration::from_hours(24 * days));
            fs::File::options()
                .write(true)
                .open(&path)
                .expect("opened")
                .set_modified(modified)
                .expect("dated");
        }
        sweep_compiled(folder.path(), now);
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).expect("listed").flatten().map(|entry| entry.file_name()).collect();
        left.sort();
        assert_eq!(left, [".partial-b", "new.compiled"]);
    }

    #[test]
    fn everything_in_a_folder_counts_and_a_missing_one_is_empty() {
        let folder = std::env::temp_dir().join(format!("fingertip-storage-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).expect("made");
        fs::write(folder.join("a"), [0; 3]).expect("written");
        fs::write(folder.join("deep/b"), [0; 4]).expect("written");
        assert_eq!(bytes(&folder), 7);
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(bytes(&folder), 0);
    }
}
