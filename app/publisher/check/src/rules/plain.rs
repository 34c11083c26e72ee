//! Plain language on every display.

use super::seniors::prose;
use crate::{Area, Check, Hit, Rule, Screen, Severity, text};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "text-in-capitals",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A text is written in capitals only.",
        why: "It is hard to read, and some screen readers spell it out.",
        fix: "Write it as a sentence; the tone says how much it matters.",
        check: Check::Screen(capitals),
    },
    Rule {
        id: "text-shouts",
        area: Area::Language,
        severity: Severity::Advice,
        catches: "A text has several exclamation marks.",
        why: "A public service informs; it does not shout.",
        fix: "End the sentence with a full stop.",
        check: Check::Screen(shouts),
    },
    Rule {
        id: "text-unfinished",
        area: Area::Language,
        severity: Severity::Advice,
        catches: "A text holds a note for its author: TODO, lorem ipsum, xxx.",
        why: "The person reads it too.",
        fix: "Write what is meant.",
        check: Check::Screen(unfinished),
    },
    Rule {
        id: "title-long",
        area: Area::Language,
        severity: Severity::Advice,
        catches: "The title of a page is longer than a line of a phone.",
        why: "It is read out each time, and cut off where room is scarce.",
        fix: "Say the rest in the first paragraph.",
        check: Check::Screen(title),
    },
    Rule {
        id: "text-with-markup",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A text holds markup.",
        why: "The shell shows it letter by letter.",
        fix: "Use nodes of the view for headings, lists and links.",
        check: Check::Screen(markup),
    },
];

fn each(screen: &Screen, say: impl Fn(&str) -> Option<String>) -> Vec<Hit> {
    prose(screen)
        .into_iter()
        .filter_map(|(node, words)| say(words).map(|reason| Hit::new(screen.place(node), reason)))
        .collect()
}

fn capitals(screen: &Screen) -> Vec<Hit> {
    each(screen, |words| text::is_in_capitals(words).then(|| format!("{words:?} is in capitals")))
}

fn shouts(screen: &Screen) -> Vec<Hit> {
    each(screen, |words| {
        let count = words.chars().filter(|c| matches!(c, '!' | '！')).count();
        (count > 1).then(|| format!("{words:?} has {count} exclamation marks"))
    })
}

fn unfinished(screen: &Screen) -> Vec<Hit> {
    const NOTES: [&str; 6] = ["todo", "fixme", "lorem ipsum", "xxx", "待补充", "待翻译"];
    each(screen, |words| {
        let lower = words.to_lowercase();
        NOTES.iter().find(|note| lower.contains(*note)).map(|note| format!("it holds {note:?}"))
    })
}

fn title(screen: &Screen) -> Vec<Hit> {
    let title = screen.title();
    let is_long = text::is_long(title, 12, 20);
    if is_long {
        vec![Hit::new(screen.place(screen.page()), format!("{title:?} is long"))]
    } else {
        Vec::new()
    }
}

fn markup(screen: &Screen) -> Vec<Hit> {
    const MARKS: [&str; 9] = ["<b>", "<br", "<p>", "</", "<a ", "**", "](http", "&nbsp;", "&amp;"];
    each(screen, |words| {
        MARKS.iter().find(|mark| words.contains(*mark)).map(|mark| format!("it holds {mark:?}"))
    })
}
