//! Links: from outside, and from a mini-app to another place. They open and never submit.

use fingertip_host::{Arrival, Place};
use fingertip_presentation::Invitation;
use fingertip_standard::{Fault, events::Origin, requests::Answer};
use jiff::Timestamp;

use crate::{
    areas::{
        links::{destination, model::Destination, msg::LinksMsg},
        mini_app::{hosting, opening},
        notices::model::Told,
        presentation,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: LinksMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        LinksMsg::FollowedLink(link) => {
            model.arriving = Some(link);
            follow(model, now)
        }
        LinksMsg::DestinationChecked { instance, request, destination, refused } => {
            if model.open.as_ref().is_none_or(|open| open.instance != instance) {
                return Vec::new();
            }
            match (refused, *destination) {
                (Some((fault, code)), _) => {
                    model.tell(Told::Fault(fault));
                    hosting::answer(model, request, destination::rejected(code), now)
                }
                (None, Destination::MiniApp { department, service, address }) => {
                    let mut effects = hosting::answer(model, request, Answer::Done, now);
                    let caller = model.open.as_ref().map(|open| {
                        let Place { department, app, .. } = open.place().clone();
                        (department, app)
                    });
                    let arrival = Arrival {
                        params: address.params,
                        origin: Origin::MiniApp,
                        caller,
                        version: address.version,
                        on_behalf: None,
                    };
                    let place =
                        Place { service: Some(service), department, app: address.app, route: address.route };
                    effects.extend(opening::open_at(model, place, arrival, now));
                    effects
                }
                (None, Destination::Web(_)) => Vec::new(),
            }
        }
    }
}

/// Follows a link that came, as soon as everything that it takes is there.
pub(crate) fn follow(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if !model.is_restored || !model.preferences.has_started || model.catalogue.ready().is_none() {
        return Vec::new();
    }
    let Some(link) = model.arriving.take() else { return Vec::new() };
    if Invitation::is_one(&link) {
        return presentation::update::begin(model, link);
    }
    match destination::destination(model, &link) {
        Ok(Destination::MiniApp { department, service, address }) => {
            let place = Place { service: Some(service), department, app: address.app, route: address.route };
            let arrival = Arrival {
                params: address.params,
                origin: Origin::DeepLink,
                caller: None,
                version: address.version,
                on_behalf: None,
            };
            opening::open_at(model, place, arrival, now)
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
