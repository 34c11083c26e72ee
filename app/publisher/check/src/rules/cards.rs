//! The cards for home.

use fingertip_standard::work;

use super::budgets::mishaps;
use crate::{Area, Check, Hit, Mishap, Place, Rule, Runs, SeenCard, Severity, Subject, text::n_han};

/// What fits on a card without being cut or broken, in characters and in Han characters.
const TITLE_CHARS: (usize, usize) = (32, 14);
const VALUE_CHARS: (usize, usize) = (18, 9);
const DETAIL_CHARS: (usize, usize) = (64, 28);

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "card-name-missing",
        area: Area::Cards,
        severity: Severity::Error,
        catches: "A widget has no name in one of the mini-app's languages.",
        why: "Whoever reads that language is asked to put something on home that they cannot read.",
        fix: "Add the name to the widget's `names`.",
        check: Check::Files(names),
    },
    Rule {
        id: "card-ends",
        area: Area::Cards,
        severity: Severity::Error,
        catches: "Making a card traps, takes too long or wants too much memory.",
        why: "The card is missing on home, and nobody is told why.",
        fix: "Look at what is unwrapped, indexed or repeated with this answer, and with none.",
        check: Check::Runs(ends),
    },
    Rule {
        id: "card-breaks-standard",
        area: Area::Cards,
        severity: Severity::Error,
        catches: "A card breaks a rule of the standard, such as parameters that its entry does not take.",
        why: "The shell does not show it.",
        fix: "Mend what is named; the SDK’s test harness names it too.",
        check: Check::Runs(broke),
    },
    Rule {
        id: "card-differs",
        area: Area::Cards,
        severity: Severity::Error,
        catches: "The same question gave another card the second time, or on the other engine.",
        why: "People with another phone would see something else.",
        fix: "Make the card from the question alone: no order of a hash map, no bits of a not-a-number.",
        check: Check::Runs(differs),
    },
    Rule {
        id: "card-never-shown",
        area: Area::Cards,
        severity: Severity::Warning,
        catches: "A widget gave no card, whatever was answered.",
        why: "A person puts it on home, and nothing is there.",
        fix: "Make a card of each answer that has something to say; add a sample reply of its operation to `replies.json`.",
        check: Check::Runs(never),
    },
    Rule {
        id: "card-work",
        area: Area::Cards,
        severity: Severity::Warning,
        catches: "A card costs more than a tenth of what is noticed in a step: on a slow phone about 10 ms.",
        why: "Cards are made in the background, several at a time, and use up the battery.",
        fix: "Ask the department for the sum instead of its parts.",
        check: Check::Runs(heavy),
    },
    Rule {
        id: "card-text-long",
        area: Area::Cards,
        severity: Severity::Warning,
        catches: "A title, value or line of a card is longer than what fits.",
        why: "It is broken over many lines on a phone, more so in seniors mode.",
        fix: "Say it shorter; the page behind the card says the rest.",
        check: Check::Runs(long),
    },
    Rule {
        id: "card-text-empty",
        area: Area::Cards,
        severity: Severity::Error,
        catches: "A title, value or line of a card is empty in one of the languages.",
        why: "The card's title is its button: without a word nobody knows what it opens.",
        fix: "Give it words, or leave the line out.",
        check: Check::Runs(empty),
    },
];

fn names(subject: &Subject) -> Vec<Hit> {
    let Ok(manifest) = &subject.manifest else { return Vec::new() };
    let mut hits = Vec::new();
    for widget in &manifest.fingertip.widgets {
        let place = Place::line("manifest.json", subject.manifest_line(&format!("\"{}\"", widget.id)));
        let has_name =
            |language: &String| widget.names.0.get(language).is_some_and(|name| !name.trim().is_empty());
        let missing = subject.languages().iter().filter(|language| !has_name(language));
        hits.extend(missing.map(|language| {
            Hit::new(place.clone(), format!("the widget {} has no name in {language}", widget.id))
        }));
    }
    hits
}

fn ends(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::CardEnded(widget, reason) => Some(format!("the card {widget} ends it: {reason}")),
        _ => None,
    })
}

fn broke(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::CardBroke(widget, reason) => Some(format!("the card {widget}: {reason}")),
        _ => None,
    })
}

fn differs(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::CardDiffers(widget) => Some(format!("the card {widget} came out in two ways")),
        _ => None,
    })
}

fn never(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let Ok(manifest) = &subject.manifest else { return Vec::new() };
    // Packed without sample replies, there is nothing that a card could be made of.
    if !runs.is_representative || runs.n_steps == 0 {
        return Vec::new();
    }
    let is_seen = |id: &str| runs.cards.iter().any(|card| card.widget == id);
    let unseen = manifest.fingertip.widgets.iter().filter(|widget| !is_seen(&widget.id));
    let hit = |id: &str| {
        Hit::new(
            Place::line("manifest.json", subject.manifest_line(&format!("\"{id}\""))),
            format!("the widget {id} never gave a card"),
        )
    };
    unseen.map(|widget| hit(&widget.id)).collect()
}

fn heavy(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let (work, budget) = (runs.card_work, work::CARD_NOTICED_WORK);
    if work <= budget {
        return Vec::new();
    }
    vec![Hit::new(
        super::component::place(subject),
        format!("a card costs {work} units of work, the budget is {budget}"),
    )]
}

/// A hit for each text of a card of which `say` has something to say: what it is, the text, how long it may be.
fn texts(
    subject: &Subject,
    runs: &Runs,
    say: impl Fn(&str, &str, (usize, usize)) -> Option<String>,
) -> Vec<Hit> {
    let hits = |card: &SeenCard| {
        let title = [("title", &card.title, TITLE_CHARS)];
        let rest = card
            .value
            .iter()
            .map(|value| ("value", value, VALUE_CHARS))
            .chain(card.details.iter().map(|line| ("line", line, DETAIL_CHARS)));
        let reasons: Vec<String> =
            title.into_iter().chain(rest).filter_map(|(what, text, most)| say(what, text, most)).collect();
        let place = Place { event: Some(card.event.clone()), ..super::component::place(subject) };
        reasons
            .into_iter()
            .map(|reason| {
                Hit::new(place.clone(), format!("the card {} in {}: {reason}", card.widget, card.language))
            })
            .collect::<Vec<_>>()
    };
    runs.cards.iter().flat_map(hits).collect()
}

fn long(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    texts(subject, runs, |what, text, (chars, han)| {
        (text.chars().count() > chars || n_han(text) > han).then(|| format!("the {what} {text:?} is long"))
    })
}

fn empty(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    texts(subject, runs, |what, text, _| text.trim().is_empty().then(|| format!("the {what} is empty")))
}
