//! The Fluent resources: every message that is used is in every language, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_locale::{MessageShape, Messages};

use crate::{Area, Check, Hit, Place, Resource, Rule, Runs, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "words-missing",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A language of the manifest has no Fluent file.",
        why: "Whoever chose that language reads another one.",
        fix: "Add `i18n/<language>.ftl`, or take the language out of the manifest.",
        check: Check::Files(files),
    },
    Rule {
        id: "words-utf8",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A Fluent file is not UTF-8.",
        why: "Its letters are shown as question marks.",
        fix: "Save it as UTF-8.",
        check: Check::Files(utf8),
    },
    Rule {
        id: "fluent-valid",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A Fluent file does not parse.",
        why: "All of its messages are lost, not only the one with the mistake.",
        fix: "Mend the syntax where the parser stopped.",
        check: Check::Files(fluent),
    },
    Rule {
        id: "message-twice",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A message is defined twice in one language.",
        why: "Which of the two is shown is chance.",
        fix: "Remove one of them.",
        check: Check::Files(twice),
    },
    Rule {
        id: "message-missing",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A message of the fallback language is missing in another.",
        why: "The person reads a sentence in a language they did not choose.",
        fix: "Translate it.",
        check: Check::Files(missing),
    },
    Rule {
        id: "message-superfluous",
        area: Area::Words,
        severity: Severity::Warning,
        catches: "A message is not in the fallback language.",
        why: "Either it is left over, or the fallback has a hole.",
        fix: "Remove it, or add it to the fallback language.",
        check: Check::Files(superfluous),
    },
    Rule {
        id: "message-variables",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A message uses other variables than in the fallback language.",
        why: "An amount or a name is missing for the readers of one language.",
        fix: "Use the same variables in every language.",
        check: Check::Files(variables),
    },
    Rule {
        id: "message-attributes",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A message has other attributes than in the fallback language.",
        why: "A label or a hint is missing for the readers of one language.",
        fix: "Give it the same attributes in every language.",
        check: Check::Files(attributes),
    },
    Rule {
        id: "message-function",
        area: Area::Words,
        severity: Severity::Error,
        catches: "A message calls a function, such as `NUMBER()`.",
        why: "The host has none: the person reads the call. It formats each value by its kind already.",
        fix: "Write the variable alone, and give it as a number, an amount or a day.",
        check: Check::Files(functions),
    },
    Rule {
        id: "message-unknown",
        area: Area::Words,
        severity: Severity::Error,
        catches: "The mini-app shows a message that no language has.",
        why: "The person reads its id.",
        fix: "Add the message, or mend the id in the mini-app.",
        check: Check::Runs(unknown),
    },
    Rule {
        id: "message-variable-not-given",
        area: Area::Words,
        severity: Severity::Error,
        catches: "The mini-app shows a message without one of its variables.",
        why: "The person reads the variable in braces instead of its value.",
        fix: "Give the variable where the message is shown.",
        check: Check::Runs(not_given),
    },
    Rule {
        id: "message-unused",
        area: Area::Words,
        severity: Severity::Advice,
        catches: "A message was not shown in any run.",
        why: "Translators work on what nobody reads; or a page cannot be reached.",
        fix: "Remove it, or add the sample reply or journey that leads to it.",
        check: Check::Runs(unused),
    },
    Rule {
        id: "variable-undocumented",
        area: Area::Words,
        severity: Severity::Advice,
        catches: "A message takes a variable that no comment explains.",
        why: "A translator cannot know what stands in its place.",
        fix: "Write `# Variables: $name (text) - what it is` above the message.",
        check: Check::Files(undocumented),
    },
];

pub(super) type Shapes = BTreeMap<String, MessageShape>;

/// Every resource that parses, the fallback first.
pub(super) fn parsed(subject: &Subject) -> Vec<(&Resource, &Shapes)> {
    subject.words.iter().filter_map(|own| own.shapes.as_ref().ok().map(|shapes| (own, shapes))).collect()
}

/// The fallback and every other resource beside it.
fn beside(subject: &Subject, say: impl Fn(&Resource, &Shapes, &Resource, &Shapes) -> Vec<Hit>) -> Vec<Hit> {
    let all = parsed(subject);
    let Some(((first, shapes), others)) = all.split_first() else { return Vec::new() };
    others.iter().flat_map(|(other, own)| say(first, shapes, other, own)).collect()
}

pub(super) fn at(resource: &Resource, id: &str) -> Place {
    Place::line(&resource.path, resource.line_of(id))
}

fn files(subject: &Subject) -> Vec<Hit> {
    let missing = subject
        .languages()
        .iter()
        .filter(|language| !subject.words.iter().any(|own| own.language == **language));
    missing
        .map(|language| Hit::new(Place::file(format!("i18n/{language}.ftl")), "the file is missing"))
        .collect()
}

fn utf8(subject: &Subject) -> Vec<Hit> {
    let is_bad =
        |path: &str| subject.files.get(path).is_some_and(|bytes| std::str::from_utf8(bytes).is_err());
    let bad = subject.words.iter().filter(|own| is_bad(&own.path));
    bad.map(|own| Hit::new(Place::file(&own.path), "the file is not UTF-8")).collect()
}

fn fluent(subject: &Subject) -> Vec<Hit> {
    let hit = |own: &Resource| {
        let reason = own.shapes.as_ref().err()?;
        // The parser names the byte; people look for a line.
        let byte = reason.rsplit("at byte ").next().and_then(|byte| byte.trim().parse::<usize>().ok());
        let line = byte.and_then(|byte| own.text.get(..byte)).map(|before| before.lines().count().max(1));
        Some(Hit::new(Place::line(&own.path, line), reason.clone()))
    };
    subject.words.iter().filter_map(hit).collect()
}

fn twice(subject: &Subject) -> Vec<Hit> {
    let fault = |own: &&Resource| Messages::new([(own.language.as_str(), own.text.as_str())]).err();
    let parsed = subject.words.iter().filter(|own| own.shapes.is_ok());
    parsed
        .filter_map(|own| fault(&own).map(|fault| Hit::new(Place::file(&own.path), fault.to_string())))
        .collect()
}

fn missing(subject: &Subject) -> Vec<Hit> {
    beside(subject, |first, shapes, other, own| {
        let missing = shapes.keys().filter(|id| !own.contains_key(*id));
        missing
            .map(|id| Hit::new(Place::file(&other.path), format!("{id} is in {} only", first.path)))
            .collect()
    })
}

fn superfluous(subject: &Subject) -> Vec<Hit> {
    beside(subject, |first, shapes, other, own| {
        let more = own.keys().filter(|id| !shapes.contains_key(*id));
        more.map(|id| Hit::new(at(other, id), format!("{id} is not in {}", first.path))).collect()
    })
}

pub(super) fn list(names: &BTreeSet<String>) -> String {
    if names.is_empty() { "none".into() } else { names.iter().cloned().collect::<Vec<_>>().join(", ") }
}

fn variables(subject: &Subject) -> Vec<Hit> {
    differing(subject, "variables", |shape| &shape.variables)
}

fn attributes(subject: &Subject) -> Vec<Hit> {
    differing(subject, "attributes", |shape| &shape.attributes)
}

fn functions(subject: &Subject) -> Vec<Hit> {
    let called = parsed(subject)
        .into_iter()
        .flat_map(|(own, shapes)| shapes.iter().map(move |(id, shape)| (own, id, &shape.functions)));
    let bad = called.filter(|(_, _, names)| !names.is_empty());
    bad.map(|(own, id, names)| Hit::new(at(own, id), format!("{id} calls {}", list(names)))).collect()
}

fn differing(subject: &Subject, what: &str, names: impl Fn(&MessageShape) -> &BTreeSet<String>) -> Vec<Hit> {
    beside(subject, |first, shapes, other, own| {
        let both =
            shapes.iter().filter_map(|(id, shape)| own.get(id).map(|own| (id, names(shape), names(own))));
        let hit = |(id, wanted, found): (&String, &BTreeSet<String>, &BTreeSet<String>)| {
            let reason =
                format!("{id} has the {what} {} here and {} in {}", list(found), list(wanted), first.path);
            Hit::new(at(other, id), reason)
        };
        both.filter(|(_, wanted, found)| wanted != found).map(hit).collect()
    })
}

/// The message of an id that may name an attribute.
fn message(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

fn unknown(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let all = parsed(subject);
    let Some((first, _)) = all.first() else { return Vec::new() };
    let is_known = |id: &str| all.iter().any(|(_, shapes)| shapes.contains_key(message(id)));
    let unknown = runs.messages.iter().filter(|(id, _)| !is_known(id));
    unknown
        .map(|(id, _)| {
            Hit::new(Place::file(&first.path), format!("the mini-app shows {id}, which no language has"))
        })
        .collect()
}

fn not_given(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let all = parsed(subject);
    let Some((first, shapes)) = all.first() else { return Vec::new() };
    let hit = |(id, given): &(String, BTreeSet<String>)| {
        let wanted = &shapes.get(message(id))?.variables;
        let without: BTreeSet<String> = wanted.difference(given).cloned().collect();
        (!without.is_empty())
            .then(|| Hit::new(at(first, id), format!("{id} is shown without {}", list(&without))))
    };
    runs.messages.iter().filter_map(hit).collect()
}

fn unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let all = parsed(subject);
    let Some((first, shapes)) =
        all.first().filter(|_| runs.is_whole && runs.is_representative && runs.n_steps > 0)
    else {
        return Vec::new();
    };
    let used: BTreeSet<&str> = runs.messages.iter().map(|(id, _)| message(id)).collect();
    let unused = shapes.keys().filter(|id| !used.contains(id.as_str()));
    unused.map(|id| Hit::new(at(first, id), format!("{id} was not shown in any run"))).collect()
}

fn undocumented(subject: &Subject) -> Vec<Hit> {
    let all = parsed(subject);
    // One language explains them for all.
    let is_explained = |id: &str, variable: &str| {
        all.iter().any(|(own, _)| comment(own, id).contains(&format!("${variable}")))
    };
    let Some((first, shapes)) = all.first() else { return Vec::new() };
    let uses =
        shapes.iter().flat_map(|(id, shape)| shape.variables.iter().map(move |variable| (id, variable)));
    let bad = uses.filter(|(id, variable)| !is_explained(id, variable));
    bad.map(|(id, variable)| {
        Hit::new(at(first, id), format!("{id} takes ${variable}, which no comment explains"))
    })
    .collect()
}

/// The comment right above a message.
fn comment(resource: &Resource, id: &str) -> String {
    let Some(line) = resource.line_of(id) else { return String::new() };
    let above: Vec<&str> = resource.text.lines().take(line - 1).collect();
    above.into_iter().rev().take_while(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n")
}
