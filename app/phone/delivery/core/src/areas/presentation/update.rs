//! From a link to an answer, once.

use std::collections::BTreeSet;

use fingertip_presentation::{Invitation, PresentationError};
use fingertip_standard::{AppId, Capability, DepartmentId, Disclosed, Disclosure, LocalText, RunningApp};
use jiff::Timestamp;

use crate::{
    areas::{
        notices::model::Told,
        presentation::{
            effect::PresentationEffect,
            model::{AskedToShow, Found, Presenting},
            msg::PresentationMsg,
        },
        session::{model::GraveAct, step_up},
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::{Sheet, settles},
};

pub(crate) fn update(model: &mut Model, msg: PresentationMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        PresentationMsg::Looked(number, found) => on_looked(model, number, found, now),
        PresentationMsg::Chose { number, set, option } => {
            change(model, number, now, |asked| {
                if let Some(chosen) = asked.chosen.options.get_mut(set) {
                    *chosen = option;
                }
            });
            Vec::new()
        }
        PresentationMsg::ChosePaper { number, query, fit } => {
            change(model, number, now, |asked| {
                asked.chosen.fits.insert(query, fit);
            });
            Vec::new()
        }
        PresentationMsg::Agreed(number) => on_agreed(model, number, now),
        PresentationMsg::Declined(number) => on_declined(model, number),
        PresentationMsg::Shown(number, outcome) => {
            put_away(model, number);
            match outcome {
                Ok((department, back)) => model.tell(Told::Presented { department, back }),
                Err(fault) => model.tell(Told::Fault(fault)),
            }
            Vec::new()
        }
    }
}

/// Somebody followed a link by which something is asked for. Who is signed in looks at it; who is not signs in first, and the link
/// waits.
pub(crate) fn begin(model: &mut Model, link: String) -> Vec<Effect> {
    let fault = |error: &PresentationError| Told::Fault(ShownFault::of(error));
    let invitation = match Invitation::read(&link) {
        Ok(invitation) => invitation,
        Err(error) => {
            model.tell(fault(&error));
            return Vec::new();
        }
    };
    // The signed catalogue says whom the nation knows; nobody else is even asked what they want.
    let is_known = model.catalogue.ready().is_some_and(|one| one.department(&invitation.asker).is_some());
    if !is_known {
        model.tell(fault(&PresentationError::UnknownAsker));
        return Vec::new();
    }
    if model.acting_for.is_some() {
        model.tell(Told::Fault(ShownFault::acts_for_another()));
        return Vec::new();
    }
    if model.signed_in().is_none() {
        model.arriving = Some(link);
        model.ask_to_sign_in();
        return Vec::new();
    }
    // Who presses a link twice means it once.
    let is_open =
        |sheet: &Sheet| matches!(sheet, Sheet::Present { invitation: own, .. } if *own == invitation);
    if model.sheets.iter().any(is_open) {
        return Vec::new();
    }
    // Another request takes the place of one that is open: nobody is asked two things at once.
    let mut effects = forget(model);
    let number = model.next_instance;
    model.next_instance += 1;
    let before = |sheet: &Sheet| {
        matches!(sheet, Sheet::SignIn { .. } | Sheet::StepUp { .. } | Sheet::SessionEnds { .. })
    };
    let place = model.sheets.iter().take_while(|sheet| before(sheet)).count();
    model.sheets.insert(
        place,
        Sheet::Present { number, invitation: invitation.clone(), presenting: Presenting::Looking },
    );
    effects.push(PresentationEffect::Look(number, invitation).into());
    effects
}

/// The one that is open is over: its asker is told, if it is not answered already.
fn forget(model: &mut Model) -> Vec<Effect> {
    let open = model.sheets.iter().find_map(|sheet| match sheet {
        Sheet::Present { number, presenting, .. } => {
            Some((*number, matches!(presenting, Presenting::Sending(_))))
        }
        _ => None,
    });
    let Some((number, is_on_its_way)) = open else { return Vec::new() };
    put_away(model, number);
    if is_on_its_way { Vec::new() } else { vec![PresentationEffect::Decline(number).into()] }
}

fn on_looked(
    model: &mut Model,
    number: u64,
    found: Result<Found, ShownFault>,
    now: Timestamp,
) -> Vec<Effect> {
    let Some(presenting) = shown(model, number) else {
        // The person did not wait.
        return vec![PresentationEffect::Decline(number).into()];
    };
    match found {
        Ok(Found::Offer(mut asked)) => {
            asked.since = now;
            *presenting = Presenting::Asked(asked);
        }
        Ok(Found::Nothing(asker)) => *presenting = Presenting::Nothing(asker),
        Err(fault) => {
            put_away(model, number);
            model.tell(Told::Fault(fault));
        }
    }
    Vec::new()
}

fn on_agreed(model: &mut Model, number: u64, now: Timestamp) -> Vec<Effect> {
    let is_grave = match shown(model, number) {
        Some(Presenting::Asked(asked)) if settles(asked.since, now) => return Vec::new(),
        Some(Presenting::Asked(asked)) => asked.is_grave(),
        Some(Presenting::Looking | Presenting::Nothing(_) | Presenting::Sending(_)) | None => {
            return Vec::new();
        }
    };
    if is_grave && step_up::waits(model, GraveAct::Present(number), now) {
        return Vec::new();
    }
    answer(model, number, now)
}

/// What is on the screen goes.
pub(crate) fn answer(model: &mut Model, number: u64, now: Timestamp) -> Vec<Effect> {
    let Some(presenting) = shown(model, number) else { return Vec::new() };
    let Presenting::Asked(asked) = &*presenting else { return Vec::new() };
    let Some(picks) = asked.offer.picks(&asked.chosen) else { return Vec::new() };
    let disclosure = Box::new(disclosure(asked, now));
    let asker = asked.asker.clone();
    *presenting = Presenting::Sending(asker);
    vec![PresentationEffect::Answer { number, picks, disclosure }.into()]
}

fn on_declined(model: &mut Model, number: u64) -> Vec<Effect> {
    match shown(model, number) {
        // What is on its way cannot be called back.
        Some(Presenting::Sending(_)) | None => Vec::new(),
        Some(Presenting::Looking | Presenting::Nothing(_) | Presenting::Asked(_)) => {
            put_away(model, number);
            vec![PresentationEffect::Decline(number).into()]
        }
    }
}

/// The line of the ledger: what goes, to whom. Names of facts, never the facts.
fn disclosure(asked: &AskedToShow, at: Timestamp) -> Disclosure {
    let going = asked.going();
    let claims: BTreeSet<&String> = going.iter().flat_map(|going| &going.claims).collect();
    let titles = going.iter().filter_map(|going| asked.papers.get(going.paper));
    Disclosure {
        at,
        app: outside(&asked.asker.department),
        capability: Capability::Claims,
        items: claims.into_iter().cloned().collect(),
        purpose: LocalText::default(),
        with: titles.map(|paper| Disclosed::Document(paper.title.clone())).collect(),
        acting_for: None,
    }
}

/// What stands in the ledger in place of a mini-app, where a department's page outside asked.
fn outside(department: &DepartmentId) -> RunningApp {
    RunningApp {
        department: department.clone(),
        app: AppId::new("platform.presentation.outside").expect("three labels"),
        version: 0,
        sha256: String::new(),
    }
}

/// Changes what is chosen; what then stands there has to be seen before it is agreed to.
fn change(model: &mut Model, number: u64, now: Timestamp, change: impl FnOnce(&mut AskedToShow)) {
    if let Some(Presenting::Asked(asked)) = shown(model, number) {
        change(asked);
        asked.since = now;
    }
}

fn shown(model: &mut Model, number: u64) -> Option<&mut Presenting> {
    model.sheets.iter_mut().find_map(|sheet| match sheet {
        Sheet::Present { number: own, presenting, .. } if *own == number => Some(presenting),
        _ => None,
    })
}

fn put_away(model: &mut Model, number: u64) {
    model.sheets.retain(|sheet| !matches!(sheet, Sheet::Present { number: own, .. } if *own == number));
}
