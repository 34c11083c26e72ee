//! How what is to be done here is done.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, PoisonError},
};

use fingertip_records::{Profiles, ShownAs};
use fingertip_standard::Fault;

use crate::{
    areas::{
        documents::{self, model::showing},
        person::model::Preferences,
        session::run::{end_session, forget_facts},
        storage::{effect::StorageEffect, model::Storage, msg::StorageMsg},
    },
    fault::ShownFault,
    handover::{abandon, choose, to_nobody},
    names::{BUNDLES, COMPILED},
    next::{Leaves, Next},
    options::CoreError,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: &StorageEffect) {
    match effect {
        StorageEffect::MeasureStorage => measure(world),
        StorageEffect::FreeSpace => free(world),
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

/// Writes everything of the person to a new file that only they can read.
fn export(world: &Arc<World>) {
    let (at, now) = (world.clone(), world.now());
    world.write(move |records| {
        let documents = records.documents()?.rows;
        let shown = documents.iter().map(|kept| showing(&kept.document, ShownAs::Export, now));
        records.record_showings(&shown.collect::<Vec<_>>())?;
        documents::run::read_showings(records, None)?.into_iter().for_each(|msg| at.send(msg));
        let everything = serde_json::to_vec_pretty(&records.everything(now)?).map_err(io::Error::from)?;
        let folder = &at.options.downloads;
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("fingertip-{}.json", now.strftime("%Y-%m-%d-%H%M%S")));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        if let Err(error) = io::Write::write_all(&mut options.open(&file)?, &everything) {
            // Half of it would be of no use, and lie about unprotected.
            let _ = std::fs::remove_file(&file);
            return Err(error.into());
        }
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
    forget_facts(world);
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
