//! Acting for another: begun by the person, named the whole time, over with the link, the last day, the session's end or a restart.

use fingertip_contract::Case;
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;

use crate::{
    areas::{
        cases::update::deliver_for,
        family::{
            effect::{FamilyEffect, HelpJob},
            model::Acting,
        },
        mini_app::opening,
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
    remote::Remote,
};

/// Acts for whom the person helps under `link` from now on, if a mandate that holds is known. What is open is closed: it was the
/// person's own. Whether the mandate still stands is asked.
pub(crate) fn begin(model: &mut Model, link: &HelperLinkId, now: Timestamp) -> Vec<Effect> {
    if model.signed_in().is_none() {
        return Vec::new();
    }
    let Some(acting) = known(model, link, now) else { return Vec::new() };
    let mut effects = opening::close(model, now);
    model.acting_for.set(Some(acting));
    effects.push(FamilyEffect::Help(HelpJob::Fetch).into());
    effects
}

/// Acts for themselves again. What is open for the other is closed first, while it is still theirs.
pub(crate) fn stop(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if model.acting_for.is_none() {
        return Vec::new();
    }
    let effects = opening::close(model, now);
    model.acting_for.set(None);
    effects
}

/// Goes on as far as the mandate that is known now reaches; ends where there is none any more, and says so.
pub(crate) fn check(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(acting) = (*model.acting_for).clone() else { return Vec::new() };
    match known(model, &acting.link, now) {
        Some(same) if same == acting => Vec::new(),
        // A department fewer or more: what is open stands on the mandate of before.
        Some(other) => {
            let effects = opening::close(model, now);
            model.acting_for.set(Some(other));
            effects
        }
        None => {
            let effects = stop(model, now);
            model.tell(Told::ActingEnded(acting.name));
            effects
        }
    }
}

fn known(model: &Model, link: &HelperLinkId, now: Timestamp) -> Option<Acting> {
    let helped = &model.help.helpers.as_ref()?.value.helped;
    Acting::under(helped.iter().find(|helped| helped.id == *link)?, model.rules.today(now))
}

/// A case of another's was received: it is among theirs, and the mini-app that handed it in is answered if it still waits.
pub(crate) fn on_handed_in(
    model: &mut Model,
    link: &HelperLinkId,
    name: String,
    case: Case,
    has_waited: bool,
    now: Timestamp,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    if has_waited {
        effects.extend(deliver_for(model, Some(link), &case, now));
        model.tell(Told::CaseArrivedFor { case: case.id.clone(), name });
    }
    if let Some((shown, Remote::Ready(cases, _))) = &mut model.help.helped
        && shown == link
        && cases.iter().all(|known| known.id != case.id)
    {
        cases.insert(0, case);
    }
    effects
}
