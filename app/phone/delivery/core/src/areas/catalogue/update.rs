//! What the nation offers comes, or does not.

use std::sync::Arc;

use jiff::Timestamp;

use crate::{
    areas::{
        catalogue::msg::CatalogueMsg,
        documents, links, outbox,
        person::{self, msg::PersonMsg},
        search::effect::SearchEffect,
        uses,
    },
    effect::Effect,
    model::Model,
    remote::Remote,
};

pub(crate) fn update(model: &mut Model, msg: CatalogueMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        CatalogueMsg::CatalogueCame { catalogue, as_of } => {
            // Most that is fetched is what was kept: then what finds its services is there, or being made.
            let known = model.catalogue.ready().filter(|known| **known == catalogue).cloned();
            let mut effects = Vec::new();
            if known.is_none() {
                // Until what finds these is made, what was here before is found.
                effects.push(SearchEffect::MakeIndex(catalogue.clone()).into());
            }
            model.catalogue.set(Remote::Ready(known.unwrap_or(catalogue), as_of));
            effects.extend(follow_region(model, now));
            effects.extend(links::update::follow(model, now));
            effects
        }
        CatalogueMsg::PartsCame(parts) => {
            // The person may have chosen something else since it was asked for.
            let is_outdated = parts.wanted != model.wanted_parts();
            let has_more = parts.has_more;
            model.parts.set(parts);
            (is_outdated && has_more).then(|| model.connect()).into_iter().collect()
        }
        CatalogueMsg::RulesCame { rules, sessions, providers } => {
            model.providers.set(providers);
            model.rules = Arc::new(rules);
            model.session_rules = Arc::new(sessions);
            Vec::new()
        }
        CatalogueMsg::SwitchesCame(switches) => {
            model.switches.set(switches);
            Vec::new()
        }
        CatalogueMsg::CatalogueFailed(fault) => {
            // What was kept from before is better than a fault.
            if model.catalogue.ready().is_none() {
                model.catalogue.set(Remote::Failed(fault));
            }
            Vec::new()
        }
        CatalogueMsg::Reached(is_online) => {
            let is_back = is_online && !model.is_online;
            model.is_online = is_online;
            let mut effects = if is_back { outbox::retry::on_back_online(model) } else { Vec::new() };
            if is_online {
                effects.extend(documents::update::check(model, now));
                effects.extend(uses::update::on_online(model, now));
            }
            effects
        }
        CatalogueMsg::RatingsCame(ratings) => {
            model.ratings.set(ratings);
            Vec::new()
        }
    }
}

/// A person whose region became part of another, or has another code now, lives there: what is offered there is theirs.
fn follow_region(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let (Some(catalogue), Some(home)) = (model.catalogue.ready(), model.preferences.region.clone()) else {
        return Vec::new();
    };
    let today = model.rules.today(now);
    match catalogue.region_on(&home, today).map(|region| region.code.clone()) {
        Some(stands) if stands != home => person::update::update(model, PersonMsg::ChoseRegion(stands), now),
        _ => Vec::new(),
    }
}

/// The longest time between two tries to reach the platform, in ticks: half a minute of a phone's two seconds.
const LONGEST_WAIT: u32 = 15;

/// The platform is asked again while something of it is missing: ever less, as long as nothing comes of it.
pub(crate) fn reconnect(model: &mut Model) -> Vec<Effect> {
    let is_whole = model.is_online && model.catalogue.ready().is_some() && !model.parts.are_behind();
    if is_whole {
        model.reconnecting.restart();
        return Vec::new();
    }
    if model.reconnecting.tick(LONGEST_WAIT) { vec![model.connect()] } else { Vec::new() }
}
