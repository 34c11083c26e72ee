//! A choice is kept, and the open mini-app is told where it is its affair too.

use fingertip_host::OpenMiniApp as Host;
use jiff::Timestamp;

use crate::{
    areas::{
        links, mini_app, notices,
        person::{effect::PersonEffect, msg::PersonMsg},
        resume, search,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: PersonMsg, now: Timestamp) -> Vec<Effect> {
    let preferences = &mut model.preferences;
    match msg {
        PersonMsg::ChoseLanguage(language) => {
            preferences.language.clone_from(&language);
            // What is marked in the names that were found is marked in another language's.
            let mut effects: Vec<Effect> = search::update::find(model).into_iter().collect();
            effects.extend(keep_and_tell(model, now, |host| host.change_language(&language)));
            effects
        }
        PersonMsg::ChoseRegion(region) => {
            preferences.region = Some(region.clone());
            let mut effects: Vec<Effect> = search::update::find(model).into_iter().collect();
            effects.extend(keep_and_tell(model, now, |host| host.change_region(&region)));
            effects
        }
        PersonMsg::ChoseWholeNation(is_wanted) => {
            preferences.whole_nation = is_wanted;
            keep(model)
        }
        PersonMsg::ChoseDisplay(display) => {
            preferences.display = display;
            keep_and_tell(model, now, |host| host.change_display(display))
        }
        PersonMsg::ChoseScheme(scheme) => {
            preferences.scheme = scheme;
            keep(model)
        }
        PersonMsg::ChoseContrast(contrast) => {
            preferences.contrast = contrast;
            keep(model)
        }
        PersonMsg::ChoseTextSize(percent) => {
            preferences.text_percent = percent;
            keep(model)
        }
        PersonMsg::ChoseSimpleWords(are_simple) => {
            // The mini-app is not told: its words are the host's to say.
            preferences.simple_words = Some(are_simple);
            keep(model)
        }
        PersonMsg::FinishedFirstStart => {
            preferences.has_started = true;
            let mut effects = keep(model);
            effects.extend(links::update::follow(model, now));
            effects
        }
        PersonMsg::WentTo(place) => {
            notices::update::leave_screen(model);
            let forgotten = resume::update::on_went(model, &place);
            let mut effects = vec![PersonEffect::KeepPlace(place, now).into()];
            effects.extend(forgotten);
            effects
        }
    }
}

/// What the person chose is kept.
pub(crate) fn keep(model: &Model) -> Vec<Effect> {
    vec![PersonEffect::KeepPreferences((*model.preferences).clone()).into()]
}

/// What the open mini-app shows and what was typed there stays.
fn keep_and_tell(
    model: &mut Model,
    now: Timestamp,
    tell: impl FnOnce(&mut Host) -> Vec<fingertip_host::Effect>,
) -> Vec<Effect> {
    let mut effects = keep(model);
    effects.extend(mini_app::hosting::happen(model, now, |host, _| tell(host)));
    effects
}
