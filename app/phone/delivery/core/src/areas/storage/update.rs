//! Room on this device, an export, and the end of everything.

use jiff::Timestamp;

use crate::{
    areas::{
        mini_app::effect::MiniAppEffect,
        notices::model::Told,
        person::model::Preferences,
        session::{model::GraveAct, step_up},
        storage::{effect::StorageEffect, msg::StorageMsg},
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: StorageMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        StorageMsg::LookedAtStorage => vec![StorageEffect::MeasureStorage.into()],
        StorageMsg::AskedToFreeSpace => vec![StorageEffect::FreeSpace.into()],
        StorageMsg::StorageMeasured(storage) => {
            model.storage = Some(storage);
            Vec::new()
        }
        StorageMsg::AskedToExport if step_up::waits(model, GraveAct::Export, now) => Vec::new(),
        StorageMsg::AskedToExport => vec![StorageEffect::Export.into()],
        StorageMsg::Exported(file) => {
            model.tell(Told::Exported(file));
            Vec::new()
        }
        StorageMsg::AskedToDelete => {
            let open = model.open.take().map(|open| MiniAppEffect::CloseMiniApp(open.instance).into());
            model.sheets.clear();
            model.is_deleting = true;
            // As on a new device, but for the language in which the person reads that it is done.
            let kept = Preferences { language: model.preferences.language.clone(), ..Preferences::default() };
            let kept = Box::new(kept);
            open.into_iter().chain([StorageEffect::DeleteEverything { kept }.into()]).collect()
        }
        StorageMsg::NotDeleted(fault) => {
            model.is_deleting = false;
            model.tell(Told::Fault(fault));
            Vec::new()
        }
    }
}
