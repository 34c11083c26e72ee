//! Screens: a title, headings in order, a way on, buttons that say what they do.

use std::collections::BTreeMap;

use fingertip_standard::view::{Kind, Node, Tone, Weight};

use crate::{Area, Check, Hit, Rule, Runs, Screen, Severity, Subject, explore::actions, text};

/// Labels that say nothing where they stand alone, in lower case.
const UNCLEAR: [&str; 24] = [
    "click here",
    "click",
    "here",
    "ok",
    "okay",
    "yes",
    "no",
    "go",
    "more",
    "read more",
    "submit",
    "press here",
    "link",
    "button",
    "点击这里",
    "点这里",
    "点击",
    "这里",
    "点我",
    "好",
    "好的",
    "是",
    "否",
    "更多",
];

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "page-title-empty",
        area: Area::View,
        severity: Severity::Error,
        catches: "A page has no title.",
        why: "It is what a screen reader says first (WCAG 2.2, 2.4.2).",
        fix: "Give the page a title that says what it is for.",
        check: Check::Screen(title_empty),
    },
    Rule {
        id: "page-titles-same",
        area: Area::View,
        severity: Severity::Advice,
        catches: "Two different pages have the same title.",
        why: "Nobody can tell by the title whether they got anywhere.",
        fix: "Say in each title what that page is for.",
        check: Check::Runs(titles_same),
    },
    Rule {
        id: "page-steps-wrong",
        area: Area::View,
        severity: Severity::Error,
        catches: "A page says that it is step 0, or a later step than there are.",
        why: "The person cannot tell how much is left.",
        fix: "Count from 1, and count the last page too.",
        check: Check::Screen(steps),
    },
    Rule {
        id: "heading-skipped",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A heading is more than one level below the heading before it.",
        why: "People who go from heading to heading think that they missed one (WCAG 2.2, 1.3.1).",
        fix: "Give the part around it a title, or move the heading out of it.",
        check: Check::Screen(headings),
    },
    Rule {
        id: "heading-empty",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A heading or a paragraph is empty.",
        why: "A screen reader stops at nothing.",
        fix: "Leave it out.",
        check: Check::Screen(empty_text),
    },
    Rule {
        id: "primary-twice",
        area: Area::View,
        severity: Severity::Error,
        catches: "A page has more than one primary button.",
        why: "Nobody can tell which of them goes on.",
        fix: "Make all but one of them secondary.",
        check: Check::Screen(primary),
    },
    Rule {
        id: "dead-end",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A page has no button, link or row to go on with, and waits for nothing.",
        why: "Whoever does not know the gesture for \"back\" is stuck.",
        fix: "Add a button that leads on or home.",
        check: Check::Screen(dead_end),
    },
    Rule {
        id: "button-empty",
        area: Area::View,
        severity: Severity::Error,
        catches: "A button has no label.",
        why: "A screen reader says \"button\".",
        fix: "Label it with what it does.",
        check: Check::Screen(button_empty),
    },
    Rule {
        id: "button-unclear",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A button or link does not say what it does.",
        why: "Read out alone it means nothing (WCAG 2.2, 2.4.4).",
        fix: "Label it with a verb and a thing, such as \"Send the application\".",
        check: Check::Screen(button_unclear),
    },
    Rule {
        id: "buttons-same",
        area: Area::View,
        severity: Severity::Warning,
        catches: "Two buttons or links of a page have the same label and do different things.",
        why: "Nobody can tell them apart by ear.",
        fix: "Say in each label what differs.",
        check: Check::Screen(buttons_same),
    },
    Rule {
        id: "destructive-unconfirmed",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A button for what cannot be undone asks nothing first.",
        why: "A finger slips, and everything is gone (WCAG 2.2, 3.3.4).",
        fix: "Give it a `confirm` that says what will be lost.",
        check: Check::Screen(unconfirmed),
    },
    Rule {
        id: "notices-many",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A page has more than two notices.",
        why: "What stands out is what differs; three things do not.",
        fix: "Keep the one that matters now, say the others as text.",
        check: Check::Screen(notices),
    },
    Rule {
        id: "urgent-many",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A page says more than one thing in the tone \"urgent\".",
        why: "People stop believing it.",
        fix: "Keep it for what must be done now.",
        check: Check::Screen(urgent),
    },
];

/// A hit for each node of which `say` has something to say.
pub(super) fn nodes(screen: &Screen, say: impl Fn(&Node) -> Option<String>) -> Vec<Hit> {
    screen
        .nodes()
        .iter()
        .filter_map(|node| say(node).map(|reason| Hit::new(screen.place(&node.key), reason)))
        .collect()
}

fn title_empty(screen: &Screen) -> Vec<Hit> {
    if screen.title().is_empty() {
        vec![Hit::new(screen.place(screen.page()), "it has no title")]
    } else {
        Vec::new()
    }
}

fn titles_same(_: &Subject, runs: &Runs) -> Vec<Hit> {
    // On the seniors display one page becomes several that share a title; there the question tells them apart.
    let mut pages: BTreeMap<(&str, &str), &Screen> = BTreeMap::new();
    let mut hits = Vec::new();
    for screen in runs.screens.iter().filter(|screen| !screen.is_for_seniors() && !screen.title().is_empty())
    {
        let first = *pages.entry((&screen.language, screen.title())).or_insert(screen);
        if first.page() != screen.page() {
            hits.push(Hit::new(
                screen.place(screen.page()),
                format!("its title {:?} is also that of {}", screen.title(), first.page()),
            ));
        }
    }
    hits
}

fn steps(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Page(page) => page
            .step
            .filter(|(step, of)| *step == 0 || step > of)
            .map(|(step, of)| format!("it says step {step} of {of}")),
        _ => None,
    })
}

/// The level of each heading, as the shell gives it: one deeper in each part, titled or not.
fn headings(screen: &Screen) -> Vec<Hit> {
    let mut depth = BTreeMap::from([(0_u32, 1_u32)]);
    let mut last = 1;
    let mut hits = Vec::new();
    for (index, node) in (0_u32..).zip(screen.nodes()) {
        let level = depth.get(&index).copied().unwrap_or(1);
        depth.extend(node.children.iter().map(|child| (*child, level + 1)));
        let is_heading = match &node.kind {
            Kind::Section(section) => section.title.is_some(),
            Kind::Heading(_) | Kind::Bill(_) | Kind::Confirmation(_) => true,
            _ => false,
        };
        if is_heading {
            if level > last + 1 {
                hits.push(Hit::new(
                    screen.place(&node.key),
                    format!("it is a heading of level {level} after one of level {last}"),
                ));
            }
            last = level;
        }
    }
    hits
}

fn empty_text(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Heading(word) | Kind::Text(word) | Kind::Details(word) if screen.text(*word).is_empty() => {
            Some(format!("the {} is empty in {}", node.kind.name(), screen.language))
        }
        Kind::Notice(notice) if screen.text(notice.body).is_empty() => {
            Some(format!("the notice is empty in {}", screen.language))
        }
        _ => None,
    })
}

fn primary(screen: &Screen) -> Vec<Hit> {
    let is_primary =
        |node: &&Node| matches!(&node.kind, Kind::Button(button) if button.weight == Weight::Primary);
    let more = screen.nodes().iter().filter(is_primary).skip(1);
    more.map(|node| Hit::new(screen.place(&node.key), "it is a second primary button")).collect()
}

fn dead_end(screen: &Screen) -> Vec<Hit> {
    let leads_on = |node: &Node| matches!(node.kind, Kind::Button(_)) || !actions(&node.kind).is_empty();
    if screen.step.is_waiting || screen.nodes().iter().any(leads_on) {
        return Vec::new();
    }
    vec![Hit::new(screen.place(screen.page()), "nothing on it leads on")]
}

/// The label of a button that does something.
fn button<'a>(screen: &'a Screen, node: &Node) -> Option<&'a str> {
    match &node.kind {
        Kind::Button(button) => Some(screen.text(button.label)),
        _ => None,
    }
}

fn button_empty(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        button(screen, node)
            .filter(|label| label.is_empty())
            .map(|_| format!("it has no label in {}", screen.language))
    })
}

/// Every label of something to press, with its action.
fn labels<'a>(screen: &'a Screen, node: &'a Node) -> Vec<(&'a str, &'a str)> {
    match &node.kind {
        Kind::Button(button) => vec![(screen.text(button.label), &button.action)],
        Kind::LinkList(links) => {
            links.iter().map(|link| (screen.text(link.label), link.action.as_str())).collect()
        }
        _ => Vec::new(),
    }
}

fn button_unclear(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        let is_unclear = |label: &str| UNCLEAR.iter().any(|unclear| text::sounds_as(unclear, label));
        labels(screen, node)
            .into_iter()
            .find(|(label, _)| is_unclear(label))
            .map(|(label, _)| format!("it only says {label:?}"))
    })
}

fn buttons_same(screen: &Screen) -> Vec<Hit> {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    let mut hits = Vec::new();
    for node in screen.nodes() {
        // Rows of one list may name the same thing; their details tell them apart.
        for (label, action) in labels(screen, node).into_iter().filter(|(label, _)| !label.is_empty()) {
            let first = known.entry(label).or_insert(action);
            if *first != action {
                hits.push(Hit::new(
                    screen.place(&node.key),
                    format!("{label:?} stands for {first} and for {action}"),
                ));
            }
        }
    }
    hits
}

fn unconfirmed(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Button(button)
            if button.weight == Weight::Destructive
                && button.confirm.is_none_or(|word| screen.text(word).is_empty()) =>
        {
            Some("it asks nothing before it does what cannot be undone".into())
        }
        _ => None,
    })
}

fn notices(screen: &Screen) -> Vec<Hit> {
    let count = screen.nodes().iter().filter(|node| matches!(node.kind, Kind::Notice(_))).count();
    if count <= 2 {
        Vec::new()
    } else {
        vec![Hit::new(screen.place(screen.page()), format!("it has {count} notices"))]
    }
}

fn urgent(screen: &Screen) -> Vec<Hit> {
    let urgent = |node: &Node| match &node.kind {
        Kind::Notice(notice) => usize::from(notice.tone == Tone::Urgent),
        Kind::LinkList(links) => links.iter().filter(|link| link.tone == Tone::Urgent).count(),
        Kind::RecordList(list) => list.rows.iter().filter(|row| row.tone == Tone::Urgent).count(),
        _ => 0,
    };
    let count: usize = screen.nodes().iter().map(urgent).sum();
    if count <= 1 {
        Vec::new()
    } else {
        vec![Hit::new(screen.place(screen.page()), format!("{count} things on it are urgent"))]
    }
}
