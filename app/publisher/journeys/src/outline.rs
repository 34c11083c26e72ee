//! A view as text that a person can read and compare: one line a node, with its words as the person reads them.

use fingertip_locale::Words;
use fingertip_standard::{
    view::{Kind, Node, View, Weight},
    words::Word,
};

/// The outline of a view.
#[must_use]
pub fn outline(view: &View, words: &Words) -> String {
    let mut lines = String::new();
    draw(view, 0, 0, words, &mut lines);
    lines
}

fn draw(view: &View, index: u32, depth: usize, words: &Words, lines: &mut String) {
    let Some(node) = view.nodes.get(index as usize) else { return };
    let indent = "  ".repeat(depth);
    lines.push_str(&format!("{indent}{} [{}]{}\n", node.kind.name(), node.key, head(node, words)));
    for line in items(node, words) {
        lines.push_str(&format!("{indent}  - {line}\n"));
    }
    for &child in &node.children {
        draw(view, child, depth + 1, words, lines);
    }
}

/// What stands on the node's own line.
fn head(node: &Node, words: &Words) -> String {
    let say = |word: Word| format!(" {:?}", words.text(word));
    let maybe =
        |name: &str, word: Option<Word>| word.map(|word| format!(" {name}{}", say(word))).unwrap_or_default();
    let field = node.kind.field().map(|field| {
        let optional = if field.optional { " optional" } else { "" };
        format!("{}{optional}{}{}", say(field.label), maybe("hint", field.hint), maybe("error", field.error))
    });
    let own = match &node.kind {
        Kind::Page(page) => {
            let step = page.step.map(|(step, of)| format!(" step {step} of {of}")).unwrap_or_default();
            format!("{}{step}", say(page.title))
        }
        Kind::Section(section) => {
            format!("{}{}", section.title.map(say).unwrap_or_default(), maybe("lead", section.lead))
        }
        Kind::Heading(word) | Kind::Text(word) | Kind::Details(word) => say(*word),
        Kind::Notice(notice) => {
            format!(" {:?}{}{}", notice.tone, notice.title.map(say).unwrap_or_default(), say(notice.body))
        }
        Kind::Image(image) => format!(" {}{}", image.path, maybe("shows", image.alternative)),
        Kind::Button(button) => {
            let weight = match button.weight {
                Weight::Primary => " primary",
                Weight::Secondary => "",
                Weight::Quiet => " quiet",
                Weight::Destructive => " destructive",
            };
            let submits = if button.submits { " hands in" } else { " does" };
            format!(
                "{}{weight}{submits} {}{}",
                say(button.label),
                button.action,
                maybe("asks", button.confirm)
            )
        }
        Kind::Attribute(attribute) => format!("{} from {}", say(attribute.label), attribute.claim),
        Kind::Credential(card) => {
            format!("{}{} {:?}{}", say(card.kind), say(card.holder), card.number, say(card.issuer))
        }
        Kind::Table(table) => say(table.caption),
        Kind::Chart(chart) => format!("{} {:?}{}", say(chart.title), chart.form, maybe("in", chart.unit)),
        Kind::Bill(bill) => {
            format!(
                "{} to {:?} {} {} does {}",
                say(bill.purpose),
                bill.payee,
                bill.total.minor,
                bill.total.currency,
                bill.action
            )
        }
        Kind::Confirmation(end) => format!("{} {:?}", say(end.title), end.reference),
        Kind::RepeatGroup(group) => format!(
            "{} {} to {}, add{}",
            say(group.label),
            group.at_least,
            group.at_most,
            say(group.add_label)
        ),
        Kind::Declaration(input) => say(input.statement),
        _ => String::new(),
    };
    field.unwrap_or_default() + &own
}

/// One line for each part of the node.
fn items(node: &Node, words: &Words) -> Vec<String> {
    let text = |word: Word| words.text(word);
    let parts = |parts: &[Option<Word>]| {
        parts.iter().flatten().map(|&word| text(word)).collect::<Vec<_>>().join(" | ")
    };
    let does =
        |action: &Option<String>| action.as_ref().map(|action| format!(" -> {action}")).unwrap_or_default();
    let choices = |choices: &[fingertip_standard::view::Choice]| {
        choices
            .iter()
            .map(|choice| format!("{}: {}", choice.id, parts(&[Some(choice.label), choice.hint])))
            .collect()
    };
    match &node.kind {
        Kind::Tabs(titles) => titles.iter().map(|&title| text(title)).collect(),
        Kind::LinkList(links) => links
            .iter()
            .map(|link| format!("{} -> {}", parts(&[Some(link.label), link.detail]), link.action))
            .collect(),
        Kind::ChooseOne(input) => choices(&input.choices),
        Kind::ChooseMany(input) => choices(&input.choices),
        Kind::SelectFrom(input) => choices(&input.choices),
        Kind::Summary(rows) => rows
            .iter()
            .map(|row| format!("{}{}", parts(&[Some(row.label), row.value]), does(&row.change_action)))
            .collect(),
        Kind::TaskList(tasks) => tasks
            .iter()
            .map(|task| {
                format!(
                    "{} {:?}{}",
                    parts(&[Some(task.label), task.detail]),
                    task.progress,
                    does(&task.action)
                )
            })
            .collect(),
        Kind::RecordList(list) => list
            .rows
            .iter()
            .map(|row| format!("{}{}", parts(&[Some(row.title), row.detail, row.value]), does(&row.action)))
            .collect(),
        Kind::Table(table) => std::iter::once(&table.columns)
            .chain(&table.rows)
            .map(|row| row.iter().map(|&word| text(word)).collect::<Vec<_>>().join(" | "))
            .collect(),
        Kind::Timeline(entries) => entries
            .iter()
            .map(|entry| format!("{} {:?}", parts(&[Some(entry.title), entry.detail]), entry.progress))
            .collect(),
        Kind::Points(points) => {
            points.iter().map(|point| format!("{}{}", text(point.label), does(&point.action))).collect()
        }
        Kind::Chart(chart) => chart
            .series
            .iter()
            .map(|series| {
                let points = series
                    .points
                    .iter()
                    .zip(&chart.categories)
                    .map(|(point, &at)| format!("{} {}", text(at), point.to_f64()));
                format!("{}: {}", text(series.label), points.collect::<Vec<_>>().join(", "))
            })
            .collect(),
        Kind::SlotPicker(picker) => picker
            .slots
            .iter()
            .map(|slot| {
                format!(
                    "{}: {} left{}",
                    slot.id,
                    slot.left,
                    slot.place.map(|place| format!(" {}", text(place))).unwrap_or_default()
                )
            })
            .collect(),
        Kind::Bill(bill) => bill
            .lines
            .iter()
            .map(|(word, money)| format!("{} {} {}", text(*word), money.minor, money.currency))
            .collect(),
        Kind::Confirmation(end) => end.next.iter().map(|&word| text(word)).collect(),
        _ => Vec::new(),
    }
}
