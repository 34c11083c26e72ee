//! Translations that are none.

use crate::{
    Area, Check, Hit, Place, Resource, Rule, Severity, Subject,
    text::{is_han_language, n_han, n_words},
};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "message-untranslated",
        area: Area::Words,
        severity: Severity::Advice,
        catches: "A message has the same wording as in the fallback language.",
        why: "It was probably forgotten.",
        fix: "Translate it; where it is a name, leave it.",
        check: Check::Files(untranslated),
    },
    Rule {
        id: "message-other-script",
        area: Area::Words,
        severity: Severity::Warning,
        catches: "A message of a language that is not written in Han characters holds some.",
        why: "Whoever reads that language cannot read them.",
        fix: "Translate the rest, or give the name as data.",
        check: Check::Files(other_script),
    },
    Rule {
        id: "message-glued",
        area: Area::Words,
        severity: Severity::Advice,
        catches: "A message begins or ends with a space that a variable would be glued to.",
        why: "Sentences put together from parts cannot be translated.",
        fix: "Make it one whole sentence with variables.",
        check: Check::Files(glued),
    },
];

/// A hit for each wording (resource, id, text) of which `say` has something to say.
fn each<'a>(
    resources: impl Iterator<Item = &'a Resource>,
    say: impl Fn(&Resource, &str, &str) -> Option<String>,
) -> Vec<Hit> {
    let mut hits = Vec::new();
    for own in resources {
        for (id, text) in &own.wording {
            if let Some(reason) = say(own, id, text) {
                hits.push(Hit::new(Place::line(&own.path, own.line_of(id)), reason));
            }
        }
    }
    hits
}

fn untranslated(subject: &Subject) -> Vec<Hit> {
    let Some((first, others)) = subject.words.split_first() else { return Vec::new() };
    // The two scripts of Chinese share many words: who compares them compares nothing.
    let base = |language: &str| language.split('-').next().unwrap_or_default().to_owned();
    let foreign = others.iter().filter(|own| base(&own.language) != base(&first.language));
    each(foreign, |_, id, text| {
        let is_prose = n_words(text) >= 2 || n_han(text) >= 2;
        (is_prose && first.wording.get(id).is_some_and(|own| own == text))
            .then(|| format!("{id} is as in {}", first.path))
    })
}

fn other_script(subject: &Subject) -> Vec<Hit> {
    let without_han =
        subject.words.iter().filter(|own| !is_han_language(&own.language) && !own.language.starts_with("ko"));
    each(without_han, |_, id, text| (n_han(text) > 0).then(|| format!("{id} says {text:?}")))
}

fn glued(subject: &Subject) -> Vec<Hit> {
    // Fluent cuts spaces at the ends but for those that a placeable such as { " " } holds.
    let is_glued = |own: &Resource, id: &str| {
        let line = own.line_of(id).and_then(|line| own.text.lines().nth(line - 1)).unwrap_or_default();
        let value = line.split_once('=').map_or("", |(_, value)| value.trim());
        value.starts_with("{ \" ") || value.ends_with(" \" }")
    };
    each(subject.words.iter(), |own, id, _| {
        (!id.contains('.') && is_glued(own, id)).then(|| format!("{id} keeps a space at its end"))
    })
}
