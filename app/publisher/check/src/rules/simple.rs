//! Texts in simple words: the attribute `simple` of a message.

use std::collections::BTreeSet;

use fingertip_locale::MessageShape;

use super::words::{at, list, parsed};
use crate::{Area, Check, Hit, Resource, Rule, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "simple-missing",
        area: Area::Words,
        severity: Severity::Advice,
        catches: "A message has a text in simple words in one language and not in another.",
        why: "Who asks for simple words reads the usual ones in that language.",
        fix: "Add the attribute `.simple` to the message there, or take it away everywhere.",
        check: Check::Files(missing),
    },
    Rule {
        id: "simple-variables",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A text in simple words takes a variable that its message does not take.",
        why: "Nobody gives it: the person reads its name in braces.",
        fix: "Use only variables of the message itself.",
        check: Check::Files(variables),
    },
    Rule {
        id: "simple-leaves-out",
        area: Area::Words,
        severity: Severity::Warning,
        catches: "The texts in simple words leave out a variable of their message, in every language that has one.",
        why: "Who asks for simple words is told less; or the attribute has slid here from another message.",
        fix: "Say it in simple words too, or move the attribute to its own message.",
        check: Check::Files(left_out),
    },
];

fn missing(subject: &Subject) -> Vec<Hit> {
    let all = parsed(subject);
    let simple: BTreeSet<&String> = all
        .iter()
        .flat_map(|(_, shapes)| shapes.iter())
        .filter(|(_, shape)| shape.simple.is_some())
        .map(|(id, _)| id)
        .collect();
    // A message that is missing as a whole is for another rule to say.
    let lacks =
        |id: &str, shapes: &super::words::Shapes| shapes.get(id).is_some_and(|shape| shape.simple.is_none());
    let hits = all.iter().flat_map(|(own, shapes)| {
        simple
            .iter()
            .filter(|id| lacks(id, shapes))
            .map(|id| Hit::new(at(own, id), format!("{id} has no simple words here")))
    });
    hits.collect()
}

fn variables(subject: &Subject) -> Vec<Hit> {
    let surplus = parsed(subject)
        .into_iter()
        .flat_map(|(own, shapes)| shapes.iter().map(move |(id, shape)| (own, id, shape.surplus())));
    let bad = surplus.filter(|(_, _, names)| !names.is_empty());
    bad.map(|(own, id, names)| {
        Hit::new(at(own, id), format!("the simple words of {id} take {}, which {id} does not", list(&names)))
    })
    .collect()
}

fn left_out(subject: &Subject) -> Vec<Hit> {
    let all = parsed(subject);
    // One language may say it in another way; none of them saying it is another message's text, or one that tells less.
    let left_out = |id: &String| {
        let simple =
            all.iter().filter_map(|(_, shapes)| shapes.get(id).filter(|shape| shape.simple.is_some()));
        simple
            .map(MessageShape::left_out)
            .reduce(|names, other| names.intersection(&other).cloned().collect())
            .unwrap_or_default()
    };
    let has_simple = |(own, shapes): &(&Resource, &super::words::Shapes)| {
        let ids = shapes.iter().filter(|(_, shape)| shape.simple.is_some()).map(|(id, _)| id.clone());
        ids.map(|id| (at(own, &id), id)).collect::<Vec<_>>()
    };
    let bad = all.iter().flat_map(has_simple).map(|(place, id)| (place, left_out(&id), id));
    bad.filter(|(_, names, _)| !names.is_empty())
        .map(|(place, names, id)| {
            Hit::new(place, format!("the simple words of {id} do not say {}", list(&names)))
        })
        .collect()
}
