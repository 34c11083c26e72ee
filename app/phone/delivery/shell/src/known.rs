//! What is known of the person and may be filled into a form where they want it, each with where it is from: what their provider says of
//! them, the numbers of their documents, and what they wrote before.

use std::collections::BTreeMap;

use fingertip_core::{Answer, Model};
use fingertip_locale::Args;
use fingertip_ui::{KnownFact, Said};
use jiff::Timestamp;

use crate::{screens::date, state::Words};

/// The most that is offered for one input: more is a list to be read.
const EACH: usize = 3;

/// What is known, by what is asked. Nothing of it is the person's for whom somebody acts.
pub(crate) fn known(model: &Model, words: &Words) -> BTreeMap<String, Vec<KnownFact>> {
    let mut known = BTreeMap::<String, Vec<KnownFact>>::new();
    if model.acting_for.is_some() {
        return known;
    }
    let mut add = |asked: &str, fact: &str, source: Said| {
        let of_it = known.entry(asked.to_owned()).or_default();
        if of_it.len() < EACH && of_it.iter().all(|one| one.fact != fact) {
            of_it.push(KnownFact { fact: fact.to_owned(), source });
        }
    };
    for (name, value) in model.signed_in().iter().flat_map(|session| &session.claims) {
        add(name.as_str(), value, words.say("mini-app-known-identity").into());
    }
    let today = model.rules.today(Timestamp::now());
    for kept in model.documents.iter().filter(|kept| !kept.document.has_ended(today)) {
        let source = words.with_pick("mini-app-known-document", "title", &kept.document.title);
        add(&kept.document.kind, &kept.document.number, source);
    }
    for answer in &model.answers.all {
        add(&answer.asked, &answer.fact, written(model, words, answer));
    }
    known
}

/// When the person wrote it, and for which service where that is known still.
pub(crate) fn written(model: &Model, words: &Words, answer: &Answer) -> Said {
    let day = words.0.date(date(model.rules.today(answer.at)));
    let catalogue = model.catalogue.ready();
    let service =
        answer.service.as_ref().and_then(|id| catalogue.and_then(|catalogue| catalogue.service(id)));
    match service {
        Some(service) => words.pick(&service.name).inside(|name| {
            words.with("mini-app-known-written", &Args::new().text("day", day.as_str()).text("service", name))
        }),
        None => words.with("mini-app-known-written-day", &Args::new().text("day", day)).into(),
    }
}
