//! Names that look like others (Unicode Technical Standard 39).

use fingertip_standard::manifest::Manifest;
use unicode_security::{RestrictionLevel, RestrictionLevelDetection, skeleton};

use crate::{Area, Check, Hit, Place, Rule, Severity, Subject, text};

/// What fits beside an icon: words' characters, and Han characters.
const NAME_CHARS: (usize, usize) = (40, 16);

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "name-confusable",
        area: Area::Names,
        severity: Severity::Error,
        catches: "A name looks like the name of another mini-app or department.",
        why: "Whoever wants data that they may not have borrows a name that people trust.",
        fix: "Choose a name of its own.",
        check: Check::Files(confusable),
    },
    Rule {
        id: "name-taken",
        area: Area::Names,
        severity: Severity::Warning,
        catches: "A name is also that of another mini-app.",
        why: "Nobody can tell them apart in a list.",
        fix: "Say in the name what differs.",
        check: Check::Files(taken),
    },
    Rule {
        id: "name-mixed-scripts",
        area: Area::Names,
        severity: Severity::Error,
        catches: "A word of a name mixes scripts whose letters look alike.",
        why: "A Cyrillic \"a\" in a Latin word cannot be seen.",
        fix: "Write each word in one script.",
        check: Check::Files(mixed),
    },
    Rule {
        id: "name-invisible",
        area: Area::Names,
        severity: Severity::Error,
        catches: "A name holds characters that cannot be seen, or that turn the direction of writing.",
        why: "Two names that look the same are then different.",
        fix: "Write it anew by hand.",
        check: Check::Files(invisible),
    },
    Rule {
        id: "name-long",
        area: Area::Names,
        severity: Severity::Advice,
        catches: "A name is longer than what fits beside an icon.",
        why: "It is cut off, and the rest is guessed.",
        fix: "Shorten it; the description says the rest.",
        check: Check::Files(long),
    },
];

/// Every name of the mini-app with its language.
fn names(manifest: &Manifest) -> Vec<(&str, &str)> {
    let local = manifest.fingertip.names.0.iter().map(|(language, name)| (language.as_str(), name.as_str()));
    [(manifest.lang.as_str(), manifest.name.as_str())]
        .into_iter()
        .chain(manifest.short_name.as_deref().map(|name| (manifest.lang.as_str(), name)))
        .chain(local)
        .collect()
}

fn each(subject: &Subject, say: impl Fn(&Manifest, &str) -> Option<String>) -> Vec<Hit> {
    let Ok(manifest) = &subject.manifest else { return Vec::new() };
    let mut hits: Vec<Hit> = Vec::new();
    for (_, name) in names(manifest) {
        if let Some(reason) = say(manifest, name) {
            hits.push(Hit::new(Place::line("manifest.json", subject.manifest_line(name)), reason));
        }
    }
    hits
}

/// What two names have in common that a person cannot tell apart.
fn seen(name: &str) -> String {
    let seen: String = skeleton(&name.to_lowercase()).filter(|c| c.is_alphanumeric()).collect();
    // Once more: the first skeleton of a capital may be a small letter that has one of its own.
    skeleton(&seen.to_lowercase()).collect()
}

/// The known names of others, with their ids.
fn others<'a>(subject: &'a Subject, manifest: &'a Manifest) -> impl Iterator<Item = (&'a str, &'a str)> {
    let own = [manifest.app_id.as_str(), manifest.fingertip.department.as_str()];
    let others = subject.known.iter().filter(move |(id, _)| !own.contains(&id.as_str()));
    others.flat_map(|(id, names)| names.all().map(move |name| (id.as_str(), name)))
}

fn confusable(subject: &Subject) -> Vec<Hit> {
    each(subject, |manifest, name| {
        let (id, other) = others(subject, manifest)
            .find(|(_, other)| *other != name && seen(other) == seen(name) && !seen(name).is_empty())?;
        Some(format!("{name:?} looks like {other:?} of {id}"))
    })
}

fn taken(subject: &Subject) -> Vec<Hit> {
    each(subject, |manifest, name| {
        let (id, _) = others(subject, manifest).find(|(_, other)| *other == name)?;
        Some(format!("{name:?} is also the name of {id}"))
    })
}

fn mixed(subject: &Subject) -> Vec<Hit> {
    each(subject, |_, name| {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        // Latin beside Han, kana or Hangul is how people write; Latin beside Cyrillic or Greek is not.
        let mut mixed =
            words.filter(|word| word.detect_restriction_level() == RestrictionLevel::MinimallyRestrictive);
        mixed.next().map(|word| format!("{word:?} of {name:?} mixes scripts"))
    })
}

fn invisible(subject: &Subject) -> Vec<Hit> {
    let is_invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}')
    };
    each(subject, |_, name| {
        let found = name.chars().find(|c| is_invisible(*c))?;
        Some(format!("{name:?} holds U+{:04X}", u32::from(found)))
    })
}

fn long(subject: &Subject) -> Vec<Hit> {
    each(subject, |_, name| {
        let is_long = name.chars().count() > NAME_CHARS.0 || text::n_han(name) > NAME_CHARS.1;
        is_long.then(|| format!("{name:?} has {} characters", name.chars().count()))
    })
}
