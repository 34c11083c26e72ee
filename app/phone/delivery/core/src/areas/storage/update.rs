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
    lifetimes::{FIRST_SWEEP, SWEEP_EVERY},
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

/// Sweeps when it is time and no mini-app is open.
pub(crate) fn on_ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let next = |wait| now.checked_add(wait).unwrap_or(Timestamp::MAX);
    let Some(due) = model.sweep_due else {
        model.sweep_due = Some(next(FIRST_SWEEP));
        return Vec::new();
    };
    if now < due || model.open.is_some() {
        return Vec::new();
    }
    model.sweep_due = Some(next(SWEEP_EVERY));
    vec![StorageEffect::Sweep.into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        MiniAppMsg, Msg,
        testing::{open, ready, told, told_at},
    };

    fn sweeps(effects: &[Effect]) -> bool {
        effects.iter().any(|effect| matches!(effect, Effect::Storage(StorageEffect::Sweep)))
    }

    #[test]
    fn it_is_swept_at_a_quiet_moment_once_a_day() {
        let mut model = ready();
        assert!(!sweeps(&told_at(&mut model, 0, Msg::Ticked)), "not at the start");
        assert!(!sweeps(&told_at(&mut model, 599, Msg::Ticked)));
        open(&mut model);
        assert!(!sweeps(&told_at(&mut model, 700, Msg::Ticked)), "not while a form is filled in");
        told(&mut model, MiniAppMsg::ClosedMiniApp);
        assert!(sweeps(&told_at(&mut model, 800, Msg::Ticked)));
        assert!(!sweeps(&told_at(&mut model, 800 + 23 * 3600, Msg::Ticked)));
        assert!(sweeps(&told_at(&mut model, 800 + 24 * 3600, Msg::Ticked)));
    }
}
