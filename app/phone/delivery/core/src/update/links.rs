//! Links: from outside, and from a mini-app to another place. They open and never submit.

use fingertip_standard::{
    Address, EntryError, Fault, Link, ServiceId,
    events::Origin,
    requests::{Answer, Objection},
};
use jiff::Timestamp;

use super::{mini_app, requests};
use crate::{Arrival, Destination, Effect, Model, Msg, ShownFault, Told, model::Place};

pub(super) fn update(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    match msg {
        Msg::FollowedLink(link) => {
            model.arriving = Some(link);
            arrived(model, now)
        }
        Msg::DestinationChecked { instance, request, destination, refused } => {
            if model.open.as_ref().is_none_or(|open| open.instance != instance) {
                return Vec::new();
            }
            match (refused, *destination) {
                (Some((fault, code)), _) => {
                    model.tell(Told::Fault(fault));
                    requests::answer_guest(model, request, rejected(code))
                }
                (None, Destination::MiniApp { department, service, address }) => {
                    let mut effects = requests::answer_guest(model, request, Answer::Done);
                    let caller = model.open.as_ref().map(|open| (open.department.clone(), open.app.clone()));
                    let arrival = Arrival {
                        params: address.params,
                        origin: Origin::MiniApp,
                        caller,
                        version: address.version,
                    };
                    let place =
                        Place { service: Some(service), department, app: address.app, route: address.route };
                    effects.extend(mini_app::open_at(model, place, arrival, now));
                    effects
                }
                (None, Destination::Web(_)) => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// Follows a link that came, as soon as everything that it takes is there.
pub(super) fn arrived(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if !model.is_restored || !model.preferences.has_started || model.catalogue.ready().is_none() {
        return Vec::new();
    }
    let Some(link) = model.arriving.take() else { return Vec::new() };
    match destination(model, &link) {
        Ok(Destination::MiniApp { department, service, address }) => {
            let place = Place { service: Some(service), department, app: address.app, route: address.route };
            let arrival = Arrival {
                params: address.params,
                origin: Origin::DeepLink,
                caller: None,
                version: address.version,
            };
            mini_app::open_at(model, place, arrival, now)
        }
        // A page of the web is for the browser that the link came from.
        Ok(Destination::Web(_)) => refuse(model, &fingertip_standard::AddressError::Scheme),
        Err((fault, _)) => {
            model.tell(Told::Fault(fault));
            Vec::new()
        }
    }
}

fn refuse(model: &mut Model, fault: &impl Fault) -> Vec<Effect> {
    model.tell(Told::Fault(ShownFault::of(fault)));
    Vec::new()
}

/// Where `link` leads; else what is wrong with it, and the code by which a mini-app is told.
pub(super) fn destination(model: &Model, link: &str) -> Result<Destination, (ShownFault, &'static str)> {
    let hosts: Vec<&str> = model.hosts.iter().map(String::as_str).collect();
    match Link::parse(link, &hosts) {
        Ok(Link::Web(url)) => Ok(Destination::Web(url)),
        Ok(Link::MiniApp(address)) => {
            let known =
                known(model, &address).map(|(department, service)| (department.clone(), service.clone()));
            let unknown = || (ShownFault::of(&EntryError::UnknownApp), EntryError::UnknownApp.code());
            let (department, service) = known.ok_or_else(unknown)?;
            Ok(Destination::MiniApp { department, service, address })
        }
        Err(error) => Err((ShownFault::of(&error), error.code())),
    }
}

/// The service of the catalogue that leads to the mini-app, best at the same entry; and whose it is.
fn known<'m>(
    model: &'m Model,
    address: &Address,
) -> Option<(&'m fingertip_standard::DepartmentId, &'m ServiceId)> {
    let services = &model.catalogue.ready()?.services;
    let mut of_app = services
        .iter()
        .filter(|service| service.mini_app.as_ref().is_some_and(|entry| entry.app == address.app));
    let first = of_app.clone().next()?;
    let best = of_app
        .find(|service| service.mini_app.as_ref().is_some_and(|entry| entry.route == address.route))
        .unwrap_or(first);
    Some((&best.department, &best.id))
}

/// The answer to a mini-app whose link leads nowhere.
pub(super) fn rejected(code: &str) -> Answer {
    Answer::Rejected(Objection { code: code.to_owned(), words: None })
}
