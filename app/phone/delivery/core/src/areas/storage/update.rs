//! Room on this device, an export, and the end of everything.

use crate::{
    areas::{
        mini_app::effect::MiniAppEffect,
        notices::model::Told,
        storage::{effect::StorageEffect, msg::StorageMsg},
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: StorageMsg) -> Vec<Effect> {
    match msg {
        StorageMsg::LookedAtStorage => vec![StorageEffect::MeasureStorage.into()],
        StorageMsg::AskedToFreeSpace => vec![StorageEffect::FreeSpace.into()],
        StorageMsg::StorageMeasured(storage) => {
            model.storage = Some(storage);
            Vec::new()
        }
        StorageMsg::AskedToExport => vec![StorageEffect::Export.into()],
        StorageMsg::Exported(file) => {
            model.tell(Told::Exported(file));
            Vec::new()
        }
        StorageMsg::AskedToDelete => {
            let open = model.open.take().map(|open| MiniAppEffect::CloseMiniApp(open.instance).into());
            model.sheets.clear();
            model.is_deleting = true;
            open.into_iter().chain([StorageEffect::DeleteEverything.into()]).collect()
        }
        StorageMsg::Deleted => {
            forget(model);
            Vec::new()
        }
        StorageMsg::NotDeleted(fault) => {
            model.is_deleting = false;
            model.tell(Told::Fault(fault));
            Vec::new()
        }
    }
}

/// As on a new device, but for the nation's own things and the language in which the person reads that it is done.
fn forget(model: &mut Model) {
    let mut new = Model::new(model.protection);
    new.is_restored = true;
    new.preferences.language.clone_from(&model.preferences.language);
    new.catalogue = model.catalogue.clone();
    new.search.index = model.search.index.take();
    new.ratings = model.ratings.clone();
    new.hosts = std::mem::take(&mut model.hosts);
    new.next_instance = model.next_instance;
    new.rules = model.rules.clone();
    new.is_online = model.is_online;
    new.is_in_front = model.is_in_front;
    *model = new;
}
