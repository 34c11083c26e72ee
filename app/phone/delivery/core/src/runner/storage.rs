//! How much is kept on this device, and giving back what is made again when needed.

use std::{fs, io, path::Path, sync::Arc};

use fingertip_records::Profiles;

use super::{World, device};
use crate::{Msg, Storage};

/// The folder of mini-apps made ready for this device.
pub(super) const COMPILED: &str = "compiled";
/// The folder of verified metadata and mini-apps.
pub(super) const BUNDLES: &str = "bundles";

pub(super) fn measure(world: &Arc<World>) {
    let at = world.clone();
    device::write(world, move |_| Ok(Some(measured(&at))));
}

fn measured(world: &World) -> Msg {
    let data = &world.options.data;
    Msg::StorageMeasured(Storage {
        records: bytes(&Profiles::new(data).folder(&world.options.profile)),
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
pub(super) fn free(world: &Arc<World>) {
    let at = world.clone();
    device::write(world, move |_| {
        match fs::remove_dir_all(at.options.data.join(COMPILED)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        Ok(Some(measured(&at)))
    });
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
