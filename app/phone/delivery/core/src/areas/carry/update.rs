//! A copy is saved after its code was written down; one that is brought back comes when nothing else writes.

use jiff::Timestamp;

use crate::{
    areas::{
        carry::{
            effect::CarryEffect,
            model::{Bringing, Saving},
            msg::CarryMsg,
        },
        mini_app::{effect::MiniAppEffect, opening::keep_typed},
        notices::model::Told,
        session::{model::GraveAct, step_up},
    },
    effect::Effect,
    model::Model,
};

/// A copy is wanted by whoever has shown who they are. One that is under way has a code of its own.
pub(crate) fn begin(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.carry.saving, Saving::Idle | Saving::Saved(_)) {
        return Vec::new();
    }
    model.carry.saving = Saving::Busy;
    vec![CarryEffect::MakeCode.into()]
}

pub(crate) fn update(model: &mut Model, msg: CarryMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        CarryMsg::LookedAtCopies => {
            if model.carry.bringing != Bringing::Busy {
                model.carry.bringing = Bringing::Idle;
            }
            Vec::new()
        }
        CarryMsg::AskedForCopy if step_up::waits(model, GraveAct::Copy, now) => Vec::new(),
        CarryMsg::AskedForCopy => begin(model),
        CarryMsg::CodeMade(code) => {
            model.carry.saving = Saving::Code(code);
            Vec::new()
        }
        CarryMsg::WroteCodeDown => match std::mem::replace(&mut model.carry.saving, Saving::Busy) {
            Saving::Code(code) => {
                // What was typed a moment ago is in the copy too.
                let mut effects = keep_typed(model, now);
                effects.push(CarryEffect::Save(code).into());
                effects
            }
            other => {
                model.carry.saving = other;
                Vec::new()
            }
        },
        CarryMsg::PutCopyAway => {
            if model.carry.saving != Saving::Busy {
                model.carry.saving = Saving::Idle;
            }
            Vec::new()
        }
        CarryMsg::CopySaved(file) => {
            model.carry.saving = Saving::Saved(file);
            Vec::new()
        }
        CarryMsg::CopyNotSaved(fault) => {
            model.carry.saving = Saving::Idle;
            model.tell(Told::Fault(fault));
            Vec::new()
        }
        CarryMsg::BroughtCopy { .. } if model.carry.bringing == Bringing::Busy => Vec::new(),
        CarryMsg::BroughtCopy { file, code } => {
            model.carry.bringing = Bringing::Busy;
            // A form that is open would write over what comes: it is closed, with all that was typed in it.
            let mut effects = keep_typed(model, now);
            effects.extend(model.open.take().map(|open| MiniAppEffect::CloseMiniApp(open.instance).into()));
            effects.push(CarryEffect::BringBack { file, code }.into());
            effects
        }
        CarryMsg::CopyCame(came) => {
            model.carry.bringing = Bringing::Came(came);
            Vec::new()
        }
        CarryMsg::CopyRefused(fault) => {
            model.carry.bringing = Bringing::Refused(fault);
            Vec::new()
        }
    }
}
