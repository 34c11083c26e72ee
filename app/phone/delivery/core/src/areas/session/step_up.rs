//! Before something grave is done, its person shows anew who they are (step-up, RFC 9470): a telephone that lies open on a table pays
//! nobody's bills. For how long it counts is the nation's rule.

use fingertip_contract::api::AssuranceLevel;
use fingertip_host::SheetId;
use fingertip_identity::Session;
use jiff::{SignedDuration, Timestamp};

use crate::{
    areas::session::{
        effect::SessionEffect,
        model::{GraveAct, Proving},
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::Sheet,
};

/// The fact that tells people apart for life: whoever has it can pass for somebody.
const ID_NUMBER: &str = "id-number";

/// Whether `act` waits: its person is asked first to show who they are.
pub(crate) fn waits(model: &mut Model, act: GraveAct, now: Timestamp) -> bool {
    if act != GraveAct::Stay && is_fresh(model, now) {
        return false;
    }
    forget(model);
    model.sheets.insert(0, Sheet::StepUp { act, proving: Proving::Waits, fault: None });
    true
}

/// Whether agreeing to a sheet is a grave act.
pub(crate) fn is_grave(model: &Model, sheet: SheetId) -> bool {
    model.sheets.iter().filter(|shown| shown.id() == Some(sheet)).any(|shown| match shown {
        Sheet::Payment { .. } | Sheet::Sign { .. } => true,
        Sheet::Consent { values, .. } => values.iter().any(|(claim, _)| claim.as_str() == ID_NUMBER),
        Sheet::SignIn { .. }
        | Sheet::StepUp { .. }
        | Sheet::SessionEnds { .. }
        | Sheet::Present { .. }
        | Sheet::Region { .. }
        | Sheet::Documents { .. }
        | Sheet::Offer { .. }
        | Sheet::Open { .. }
        | Sheet::HandIn { .. }
        | Sheet::Change { .. }
        | Sheet::Share { .. }
        | Sheet::Remind { .. }
        | Sheet::Scan { .. } => false,
    })
}

/// Whether it counts still that the person showed who they are. Who is not signed in is asked for that, and not here.
fn is_fresh(model: &Model, now: Timestamp) -> bool {
    let (Some(minutes), Some(session)) = (model.session_rules.fresh_minutes, model.signed_in()) else {
        return true;
    };
    let age = now.duration_since(session.authenticated);
    // A clock that was put back makes nothing fresh.
    age >= SignedDuration::ZERO && age < SignedDuration::from_mins(minutes.into())
}

/// The platform does something for whoever signed in as surely as `level`. What waits asks for it once: who left that is asked again when
/// they press for something.
pub(crate) fn on_assurance_needed(model: &mut Model, level: AssuranceLevel, is_pressed: bool) {
    if model.signed_in().is_none() || shown(model).is_some() || (model.has_declined_assurance && !is_pressed)
    {
        return;
    }
    model.has_declined_assurance = false;
    let act = GraveAct::Reach(level);
    model.sheets.insert(0, Sheet::StepUp { act, proving: Proving::Waits, fault: None });
}

pub(crate) fn on_asked(model: &mut Model, issuer: Option<String>) -> Vec<Effect> {
    let Some(Sheet::StepUp { act, proving, fault }) = shown(model) else { return Vec::new() };
    (*proving, *fault) = (Proving::Begins, None);
    let assurance = match act {
        GraveAct::Reach(level) => *level,
        GraveAct::Agree(_) | GraveAct::Present(_) | GraveAct::Export | GraveAct::Copy | GraveAct::Stay => {
            AssuranceLevel::Low
        }
    };
    let (attempt, language) = (model.next_attempt(), model.preferences.language.clone());
    let acr_values = model.session_rules.acr_values.clone();
    vec![SessionEffect::Prove { attempt, language, acr_values, assurance, issuer }.into()]
}

pub(crate) fn on_cancelled(model: &mut Model) -> Vec<Effect> {
    if matches!(shown(model), Some(Sheet::StepUp { act: GraveAct::Reach(_), .. })) {
        model.has_declined_assurance = true;
    }
    forget(model);
    model.next_attempt();
    vec![SessionEffect::CancelSignIn.into()]
}

/// The provider's page can be opened; whether it is for this.
pub(crate) fn on_began(model: &mut Model, url: &url::Url) -> bool {
    let Some(Sheet::StepUp { proving, .. }) = shown(model) else { return false };
    *proving = Proving::At(url.clone());
    true
}

/// It failed; whether it was this.
pub(crate) fn on_failed(model: &mut Model, why: &ShownFault) -> bool {
    let Some(Sheet::StepUp { proving, fault, .. }) = shown(model) else { return false };
    (*proving, *fault) = (Proving::Waits, Some(why.clone()));
    true
}

/// The person showed who they are: what is done now, if they still wait for it.
pub(crate) fn on_proved(model: &mut Model, session: Session, now: Timestamp) -> Option<GraveAct> {
    let act = match shown(model) {
        Some(Sheet::StepUp { act, .. }) => Some(*act),
        _ => None,
    };
    model.sign_in(session, now);
    model.has_declined_assurance = false;
    forget(model);
    act
}

fn shown(model: &mut Model) -> Option<&mut Sheet> {
    model.sheets.iter_mut().find(|sheet| matches!(sheet, Sheet::StepUp { .. }))
}

fn forget(model: &mut Model) {
    model.sheets.retain(|sheet| !matches!(sheet, Sheet::StepUp { .. } | Sheet::SessionEnds { .. }));
}

#[cfg(test)]
mod tests;
