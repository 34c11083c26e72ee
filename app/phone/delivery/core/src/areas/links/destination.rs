//! Where a link leads.

use fingertip_host::Destination;
use fingertip_standard::{
    Address, DepartmentId, EntryError, Link, ServiceId,
    requests::{Answer, Objection},
};

use crate::{fault::ShownFault, model::Model};

/// Where `link` leads; else what is wrong with it, and the code by which a mini-app is told.
pub(crate) fn destination(model: &Model, link: &str) -> Result<Destination, (ShownFault, &'static str)> {
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
fn known<'m>(model: &'m Model, address: &Address) -> Option<(&'m DepartmentId, &'m ServiceId)> {
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
pub(crate) fn rejected(code: &str) -> Answer {
    Answer::Rejected(Objection { code: code.to_owned(), words: None })
}
