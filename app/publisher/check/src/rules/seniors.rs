//! The seniors display: short sentences, short pages, few things to press.

use fingertip_standard::view::Kind;

use crate::{Area, Check, Hit, Rule, Screen, Severity, text};

/// The longest sentence: words, and Han characters.
const SENTENCE: (usize, usize) = (25, 40);
/// The longest paragraph.
const PARAGRAPH: (usize, usize) = (60, 100);
/// All prose of a page.
const PAGE: (usize, usize) = (150, 300);
/// The most columns that fit at twice the size.
const COLUMNS: usize = 4;
/// The most buttons of a page.
const BUTTONS: usize = 4;

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "seniors-sentence-long",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A sentence of the seniors display is longer than 25 words or 40 Han characters.",
        why: "Long sentences are forgotten before they end.",
        fix: "Make two of it.",
        check: Check::Screen(sentence),
    },
    Rule {
        id: "seniors-paragraph-long",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A paragraph of the seniors display is longer than 60 words or 100 Han characters.",
        why: "At twice the size it fills the screen.",
        fix: "Shorten it, or put the rest behind `details`.",
        check: Check::Screen(paragraph),
    },
    Rule {
        id: "seniors-page-long",
        area: Area::Language,
        severity: Severity::Advice,
        catches: "A page of the seniors display holds more than 150 words or 300 Han characters.",
        why: "Nobody reads on for several screens.",
        fix: "Divide it, or leave out what the normal display explains.",
        check: Check::Screen(page),
    },
    Rule {
        id: "seniors-table-wide",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A table of the seniors display has more than 4 columns.",
        why: "At twice the size it does not fit, and moving it sideways is hard.",
        fix: "Show the columns that matter, or a summary for each row.",
        check: Check::Screen(table),
    },
    Rule {
        id: "seniors-buttons-many",
        area: Area::Language,
        severity: Severity::Warning,
        catches: "A page of the seniors display has more than 4 buttons.",
        why: "Seniors mode promises one thing at a time.",
        fix: "Keep the ones that most people need; put the others on a page of their own.",
        check: Check::Screen(buttons),
    },
];

/// Everything on a screen that is read as prose, with its node. Names and answers of the person are left out.
pub(super) fn prose(screen: &Screen) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for node in screen.nodes() {
        let mut words = Vec::new();
        match &node.kind {
            Kind::Page(page) => words.push(page.title),
            Kind::Section(section) => words.extend(section.title.into_iter().chain(section.lead)),
            Kind::Heading(word) | Kind::Text(word) | Kind::Details(word) => words.push(*word),
            Kind::Notice(notice) => words.extend(notice.title.into_iter().chain([notice.body])),
            Kind::Button(button) => words.extend([button.label].into_iter().chain(button.confirm)),
            Kind::LinkList(links) => {
                words.extend(links.iter().flat_map(|link| [link.label].into_iter().chain(link.detail)))
            }
            Kind::Declaration(input) => words.push(input.statement),
            Kind::Confirmation(end) => words.extend([end.title].iter().chain(&end.next)),
            Kind::TaskList(tasks) => {
                words.extend(tasks.iter().flat_map(|task| [task.label].into_iter().chain(task.detail)))
            }
            _ => {}
        }
        words.extend(
            node.kind
                .field()
                .into_iter()
                .flat_map(|field| [field.label].into_iter().chain(field.hint).chain(field.error)),
        );
        found.extend(words.into_iter().map(|word| (node.key.as_str(), screen.text(word))));
    }
    found
}

fn seniors(screen: &Screen, say: impl Fn(&str) -> Option<String>) -> Vec<Hit> {
    if !screen.is_for_seniors() {
        return Vec::new();
    }
    prose(screen)
        .into_iter()
        .filter_map(|(node, words)| say(words).map(|reason| Hit::new(screen.place(node), reason)))
        .collect()
}

/// How long a text is, as people would count.
fn length(words: &str) -> String {
    match (text::n_words(words), text::n_han(words)) {
        (n_words, 0) => format!("{n_words} words"),
        (_, n_han) => format!("{n_han} Han characters"),
    }
}

fn sentence(screen: &Screen) -> Vec<Hit> {
    seniors(screen, |words| {
        let long = text::sentences(words).find(|sentence| text::is_long(sentence, SENTENCE.0, SENTENCE.1))?;
        Some(format!("{long:?} has {}", length(long)))
    })
}

fn paragraph(screen: &Screen) -> Vec<Hit> {
    seniors(screen, |words| {
        text::is_long(words, PARAGRAPH.0, PARAGRAPH.1).then(|| format!("a paragraph has {}", length(words)))
    })
}

fn page(screen: &Screen) -> Vec<Hit> {
    let whole: String = prose(screen).into_iter().map(|(_, words)| format!("{words}\n")).collect();
    let is_long = screen.is_for_seniors() && text::is_long(&whole, PAGE.0, PAGE.1);
    if is_long {
        vec![Hit::new(screen.place(screen.page()), format!("it has {}", length(&whole)))]
    } else {
        Vec::new()
    }
}

fn table(screen: &Screen) -> Vec<Hit> {
    let wide = screen.nodes().iter().filter_map(|node| match &node.kind {
        Kind::Table(table) if table.columns.len() > COLUMNS && screen.is_for_seniors() => {
            Some(Hit::new(screen.place(&node.key), format!("it has {} columns", table.columns.len())))
        }
        _ => None,
    });
    wide.collect()
}

fn buttons(screen: &Screen) -> Vec<Hit> {
    let count = screen.nodes().iter().filter(|node| matches!(node.kind, Kind::Button(_))).count();
    let is_many = screen.is_for_seniors() && count > BUTTONS;
    if is_many {
        vec![Hit::new(screen.place(screen.page()), format!("it has {count} buttons"))]
    } else {
        Vec::new()
    }
}
