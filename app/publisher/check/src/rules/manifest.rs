//! The manifest.

use fingertip_standard::{LocalText, manifest::Manifest};

use crate::{Area, Check, Hit, Place, Rule, Severity, Subject, text};

/// A purpose shorter than this says nothing.
const PURPOSE_CHARS: (usize, usize) = (12, 5);

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "manifest-valid",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "The manifest is refused by the standard.",
        why: "A device refuses the bundle for the same reason.",
        fix: "Mend the member that is named.",
        check: Check::Files(valid),
    },
    Rule {
        id: "name-missing",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "The mini-app has no name in one of its languages.",
        why: "Whoever reads that language sees a name that they cannot read.",
        fix: "Add the name to `fingertip.names`.",
        check: Check::Files(names),
    },
    Rule {
        id: "description-missing",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "The mini-app has no description.",
        why: "The store and the search show it; without it nobody knows what the mini-app does.",
        fix: "Write one sentence into `description`.",
        check: Check::Files(description),
    },
    Rule {
        id: "fallback-language",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "The language of the name and description is not the first of the languages.",
        why: "The fallback would then be in two languages.",
        fix: "Put the language of `lang` first in `fingertip.languages`.",
        check: Check::Files(fallback),
    },
    Rule {
        id: "language-twice",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "A language is named twice.",
        why: "One of the two texts would never be shown.",
        fix: "Remove one of them.",
        check: Check::Files(languages),
    },
    Rule {
        id: "version-name",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "The version's name is not of the form 1.2.3.",
        why: "People who report a fault read it out over the telephone.",
        fix: "Write three numbers joined by dots.",
        check: Check::Files(version),
    },
    Rule {
        id: "entry-twice",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "An entry route stands twice.",
        why: "Links to it lead to one of two places by chance.",
        fix: "Remove one of them.",
        check: Check::Files(entry_twice),
    },
    Rule {
        id: "entry-form",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "An entry route holds something that an address cannot.",
        why: "Links to it break when they are copied.",
        fix: "Use lower-case letters, digits, hyphens and single slashes.",
        check: Check::Files(entry_form),
    },
    Rule {
        id: "capability-twice",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "A capability stands twice.",
        why: "Whoever reviews it wonders what was meant.",
        fix: "Remove one of them.",
        check: Check::Files(capability_twice),
    },
    Rule {
        id: "service-missing",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "The mini-app names no service of the catalogue.",
        why: "People find mini-apps by their services.",
        fix: "Add the service's id to `fingertip.services`.",
        check: Check::Files(service),
    },
    Rule {
        id: "purpose-language",
        area: Area::Manifest,
        severity: Severity::Error,
        catches: "A purpose or retention is missing in one of the languages.",
        why: "Nobody can agree to what they cannot read.",
        fix: "Write it in every language of the mini-app.",
        check: Check::Files(purpose_language),
    },
    Rule {
        id: "purpose-short",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "A purpose is too short to say what for.",
        why: "The law asks for a clear purpose; \"service\" is none.",
        fix: "Say what is done with the fact, such as \"Printed on the card\".",
        check: Check::Files(purpose_short),
    },
    Rule {
        id: "purpose-repeats-claim",
        area: Area::Manifest,
        severity: Severity::Warning,
        catches: "A purpose only repeats the name of the claim.",
        why: "It says what is asked for, not what for.",
        fix: "Say what is done with the fact.",
        check: Check::Files(purpose_repeats),
    },
    Rule {
        id: "retention-without-time",
        area: Area::Manifest,
        severity: Severity::Advice,
        catches: "A retention names no time.",
        why: "People are to know when their data is gone.",
        fix: "Name the years or months, such as \"Two years after the card is issued\".",
        check: Check::Files(retention),
    },
];

fn place(subject: &Subject, text: &str) -> Place {
    Place::line("manifest.json", subject.manifest_line(&format!("\"{text}\"")))
}

/// Applies `say` to the manifest where there is one.
fn with(subject: &Subject, say: impl Fn(&Manifest) -> Vec<Hit>) -> Vec<Hit> {
    subject.manifest.as_ref().map(say).unwrap_or_default()
}

fn valid(subject: &Subject) -> Vec<Hit> {
    subject
        .manifest
        .as_ref()
        .err()
        .map(|reason| Hit::new(Place::file("manifest.json"), reason.clone()))
        .into_iter()
        .collect()
}

fn missing<'a>(text: &'a LocalText, languages: &'a [String]) -> impl Iterator<Item = &'a String> {
    languages.iter().filter(|language| text.0.get(*language).is_none_or(|text| text.trim().is_empty()))
}

fn names(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        let languages = missing(&manifest.fingertip.names, subject.languages());
        languages
            .map(|language| Hit::new(place(subject, "names"), format!("it has no name in {language}")))
            .collect()
    })
}

fn description(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        let is_there = manifest.description.as_ref().is_some_and(|text| !text.trim().is_empty());
        if is_there { Vec::new() } else { vec![Hit::new(place(subject, "name"), "it has no description")] }
    })
}

fn fallback(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| match manifest.fingertip.languages.first() {
        Some(first) if *first != manifest.lang => {
            vec![Hit::new(
                place(subject, "lang"),
                format!("the name is in {}, the first language is {first}", manifest.lang),
            )]
        }
        _ => Vec::new(),
    })
}

/// The items that stand more than once.
fn twice<T: PartialEq>(items: &[T]) -> impl Iterator<Item = &T> {
    items.iter().enumerate().filter(|(index, item)| items[..*index].contains(item)).map(|(_, item)| item)
}

fn languages(subject: &Subject) -> Vec<Hit> {
    twice(subject.languages())
        .map(|language| Hit::new(place(subject, "languages"), format!("{language} stands twice")))
        .collect()
}

fn version(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        let name = &manifest.version.name;
        let is_good = name.split('.').count() == 3 && name.split('.').all(|part| part.parse::<u32>().is_ok());
        if is_good {
            Vec::new()
        } else {
            vec![Hit::new(place(subject, "version"), format!("{name:?} is not of the form 1.2.3"))]
        }
    })
}

fn entry_twice(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        let routes: Vec<&String> = manifest.fingertip.entries.iter().map(|entry| &entry.route).collect();
        twice(&routes)
            .map(|route| Hit::new(place(subject, "entries"), format!("{route} stands twice")))
            .collect()
    })
}

fn entry_form(subject: &Subject) -> Vec<Hit> {
    let is_good = |route: &str| {
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/');
        route == "/"
            || (route.starts_with('/')
                && !route.ends_with('/')
                && !route.contains("//")
                && route.bytes().all(is_plain))
    };
    with(subject, |manifest| {
        let bad = manifest.fingertip.entries.iter().filter(|entry| !is_good(&entry.route));
        bad.map(|entry| {
            Hit::new(place(subject, &entry.route), format!("{:?} is no plain route", entry.route))
        })
        .collect()
    })
}

fn capability_twice(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        twice(&manifest.fingertip.capabilities)
            .map(|own| Hit::new(place(subject, "capabilities"), format!("{own} stands twice")))
            .collect()
    })
}

fn service(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        if manifest.fingertip.services.is_empty() {
            vec![Hit::new(place(subject, "services"), "it names no service")]
        } else {
            Vec::new()
        }
    })
}

fn purpose_language(subject: &Subject) -> Vec<Hit> {
    with(subject, |manifest| {
        let claims = manifest.fingertip.claims.iter();
        let texts =
            claims.flat_map(|own| [("purpose", own, &own.purpose), ("retention", own, &own.retention)]);
        let hits = texts.flat_map(|(what, own, text)| {
            missing(text, subject.languages()).map(move |language| {
                (own.claim.to_string(), format!("{} has no {what} in {language}", own.claim))
            })
        });
        hits.map(|(claim, reason)| Hit::new(place(subject, &claim), reason)).collect()
    })
}

/// A hit for each purpose (claim, language, text) of which `say` has something to say.
fn purposes(subject: &Subject, say: impl Fn(&str, &str) -> Option<String>) -> Vec<Hit> {
    with(subject, |manifest| {
        let texts = manifest
            .fingertip
            .claims
            .iter()
            .flat_map(|own| own.purpose.0.iter().map(move |(language, text)| (own, language, text)));
        let hit = |(own, language, text): (&fingertip_standard::manifest::ClaimUse, &String, &String)| {
            let reason = say(own.claim.as_str(), text)?;
            Some(Hit::new(
                place(subject, own.claim.as_str()),
                format!("the purpose of {} in {language} {reason}", own.claim),
            ))
        };
        texts.filter_map(hit).collect()
    })
}

fn purpose_short(subject: &Subject) -> Vec<Hit> {
    purposes(subject, |_, purpose| {
        let (n_chars, n_han) = (purpose.trim().chars().count(), text::n_han(purpose));
        (n_chars < PURPOSE_CHARS.0 && n_han < PURPOSE_CHARS.1 && n_chars > 0)
            .then(|| format!("is only {purpose:?}"))
    })
}

fn purpose_repeats(subject: &Subject) -> Vec<Hit> {
    purposes(subject, |claim, purpose| {
        let bare = purpose.trim().trim_start_matches("Your ").trim_start_matches("your ");
        text::sounds_as(claim, bare).then(|| format!("only says {purpose:?}"))
    })
}

fn retention(subject: &Subject) -> Vec<Hit> {
    const TIMES: [&str; 12] =
        ["year", "month", "week", "day", "hour", "not kept", "年", "月", "周", "日", "天", "不保存"];
    with(subject, |manifest| {
        let texts = manifest
            .fingertip
            .claims
            .iter()
            .flat_map(|own| own.retention.0.iter().map(move |(language, text)| (own, language, text)));
        let known = |language: &str| matches!(language.split('-').next(), Some("en" | "zh"));
        let bad = texts.filter(|(_, language, text)| {
            let text = text.to_lowercase();
            known(language) && !text.trim().is_empty() && !TIMES.iter().any(|time| text.contains(time))
        });
        let hit = |(own, language, text): (&fingertip_standard::manifest::ClaimUse, &String, &String)| {
            Hit::new(
                place(subject, own.claim.as_str()),
                format!("the retention of {} in {language} says {text:?}", own.claim),
            )
        };
        bad.map(hit).collect()
    })
}
