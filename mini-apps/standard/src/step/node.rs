//! One node: the words that it names, its items, its texts.

use crate::{
    limits,
    step::{StepError, checked::at_most},
    view::{Choice, Kind, Node},
    words::{Entry, Value, Word},
};

pub(super) fn rule(node: &Node, rule: &'static str) -> StepError {
    StepError::Rule { node: node.key.clone(), rule }
}

/// What an entry of the words counts for.
pub(crate) fn entry_bytes(entry: &Entry) -> usize {
    let value_bytes = |value: &Value| match value {
        Value::Data(text) | Value::Region(text) => text.len(),
        Value::Money(money) => money.currency.len() + 8,
        _ => 8,
    };
    match entry {
        Entry::Message(message) => {
            message.id.len()
                + message
                    .args
                    .iter()
                    .map(|(name, value)| name.len() + value_bytes(value).max(8))
                    .sum::<usize>()
        }
        Entry::Value(value) => value_bytes(value),
    }
}

/// Whether there is such a place: latitude and longitude in millionths of a degree.
pub(crate) fn is_on_earth(latitude_e6: i32, longitude_e6: i32) -> bool {
    // Not `abs`: the least number has none.
    (-90_000_000..=90_000_000).contains(&latitude_e6) && (-180_000_000..=180_000_000).contains(&longitude_e6)
}

/// What a node costs.
pub(super) struct Cost {
    /// Its own bytes of text.
    pub(super) text: usize,
    /// The bytes of text that it shows: its own, and each word as often as it names it.
    pub(super) shown: usize,
    /// Its items.
    pub(super) items: usize,
}

/// Checks one node's words, items and texts; answers what it costs.
pub(super) fn check_node(node: &Node, words: &[Entry]) -> Result<Cost, StepError> {
    if node.key.is_empty() || node.key.len() > 64 || !node.key.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(rule(node, "a key is 1 to 64 visible ASCII characters"));
    }
    let mut named = Vec::new();
    let mut text = 0;
    let mut items = 0;
    collect(&node.kind, &mut named, &mut text, &mut items);
    at_most("items in one node", items, limits::NODE_ITEMS)?;
    let mut shown = text;
    for &word in &named {
        let Some(entry) = words.get(word as usize) else {
            return Err(StepError::NoSuchWord { place: node.key.clone(), word, words: words.len() });
        };
        shown += entry_bytes(entry);
    }
    match &node.kind {
        Kind::Table(table) if table.rows.iter().any(|row| row.len() != table.columns.len()) => {
            Err(rule(node, "every row of a table has a cell for each column"))
        }
        Kind::Chart(chart)
            if chart.series.iter().any(|series| series.points.len() != chart.categories.len()) =>
        {
            Err(rule(node, "every series of a chart has a point for each category"))
        }
        Kind::ChooseOne(input) if input.choices.is_empty() => {
            Err(rule(node, "a choice has at least one answer"))
        }
        Kind::ChooseMany(input) if input.choices.is_empty() => {
            Err(rule(node, "a choice has at least one answer"))
        }
        Kind::Image(image) if !crate::manifest::is_inner_path(&image.path) => {
            Err(rule(node, "an image is a path inside the bundle"))
        }
        Kind::Tabs(titles) if titles.len() < 2 || titles.len() != node.children.len() => {
            Err(rule(node, "tabs are at least two, each with one child"))
        }
        Kind::RepeatGroup(group)
            if group.at_most == 0 || group.at_least > group.at_most || group.at_most > limits::COPIES =>
        {
            Err(rule(node, "a repeat group allows 1 to 20 copies, and asks for no more than it allows"))
        }
        Kind::Points(points)
            if points.iter().any(|point| !is_on_earth(point.latitude_e6, point.longitude_e6)) =>
        {
            Err(rule(node, "a point is on the earth"))
        }
        Kind::FileInput(input) if input.max_bytes > limits::FILE_BYTES => {
            Err(rule(node, "a file is at most 5 MiB"))
        }
        _ => Ok(Cost { text, shown, items }),
    }
}

/// Every word that `kind` names, its own bytes of text, and its items.
fn collect(kind: &Kind, words: &mut Vec<Word>, text: &mut usize, items: &mut usize) {
    if let Some(field) = kind.field() {
        words.push(field.label);
        words.extend(field.hint);
        words.extend(field.error);
        *text += field.fills_from.as_ref().map_or(0, String::len);
    }
    let mut choices = |choices: &[Choice], words: &mut Vec<Word>| {
        *items += choices.len();
        for choice in choices {
            words.push(choice.label);
            words.extend(choice.hint);
            *text += choice.id.len();
        }
    };
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    match kind {
        Kind::Page(page) => words.push(page.title),
        Kind::Section(section) => words.extend(section.title.into_iter().chain(section.lead)),
        Kind::Heading(word) | Kind::Text(word) | Kind::Details(word) => words.push(*word),
        Kind::Notice(notice) => words.extend(notice.title.into_iter().chain([notice.body])),
        Kind::Image(image) => {
            words.extend(image.alternative);
            *text += image.path.len();
        }
        Kind::Tabs(titles) => words.extend(titles),
        Kind::Button(button) => {
            words.extend([button.label].into_iter().chain(button.confirm));
            *text += button.action.len();
        }
        Kind::LinkList(links) => {
            *items += links.len();
            for link in links {
                words.extend([link.label].into_iter().chain(link.detail));
                *text += link.action.len();
            }
        }
        Kind::TextInput(input) => *text += input.initial.len(),
        Kind::TextArea(input) => *text += input.initial.len(),
        Kind::NumberInput(input) => words.extend(input.unit),
        Kind::ChooseOne(input) => {
            choices(&input.choices, words);
            *text += length(&input.initial);
        }
        Kind::ChooseMany(input) => {
            choices(&input.choices, words);
            *items += input.initial.len();
            *text += input.initial.iter().map(String::len).sum::<usize>();
        }
        Kind::SelectFrom(input) => {
            choices(&input.choices, words);
            *text += length(&input.code_list) + length(&input.initial);
        }
        Kind::Declaration(input) => words.push(input.statement),
        Kind::FileInput(input) => {
            *items += input.media_types.len();
            *text += input.media_types.iter().map(String::len).sum::<usize>();
        }
        Kind::RepeatGroup(group) => words.extend([group.label, group.add_label]),
        Kind::Attribute(attribute) => {
            words.push(attribute.label);
            *text += attribute.claim.len();
        }
        Kind::Summary(rows) => {
            *items += rows.len();
            for row in rows {
                words.extend([row.label].into_iter().chain(row.value));
                *text += length(&row.change_action);
            }
        }
        Kind::TaskList(tasks) => {
            *items += tasks.len();
            for task in tasks {
                words.extend([task.label].into_iter().chain(task.detail));
                *text += length(&task.action);
            }
        }
        Kind::RecordList(list) => {
            *items += list.rows.len();
            *text += length(&list.more_action);
            for row in &list.rows {
                words.extend([row.title].into_iter().chain(row.detail).chain(row.value));
                *text += length(&row.action);
            }
        }
        Kind::Credential(card) => {
            words.extend([card.kind, card.holder, card.issuer]);
            *text += card.number.len() + card.code.as_ref().map_or(0, Vec::len);
        }
        Kind::Table(table) => {
            // A row without a cell is a row all the same.
            *items += table.columns.len().max(1) * (1 + table.rows.len());
            words.extend([table.caption].iter().chain(&table.columns).chain(table.rows.iter().flatten()));
        }
        Kind::Timeline(entries) => {
            *items += entries.len();
            words.extend(entries.iter().flat_map(|entry| [entry.title].into_iter().chain(entry.detail)));
        }
        Kind::Points(points) => {
            *items += points.len();
            words.extend(points.iter().map(|point| point.label));
            *text += points.iter().map(|point| length(&point.action)).sum::<usize>();
        }
        Kind::Chart(chart) => {
            *items += chart.categories.len().max(1) * (1 + chart.series.len());
            words.extend(
                [chart.title]
                    .iter()
                    .chain(&chart.categories)
                    .copied()
                    .chain(chart.series.iter().map(|series| series.label))
                    .chain(chart.unit),
            );
        }
        Kind::SlotPicker(picker) => {
            *items += picker.slots.len();
            words.extend(picker.slots.iter().filter_map(|slot| slot.place));
            *text += picker.slots.iter().map(|slot| slot.id.len()).sum::<usize>() + length(&picker.initial);
        }
        Kind::Bill(bill) => {
            *items += bill.lines.len();
            words.extend([bill.purpose].into_iter().chain(bill.lines.iter().map(|(word, _)| *word)));
            let currencies = bill.lines.iter().map(|(_, money)| money.currency.len()).sum::<usize>()
                + bill.total.currency.len();
            *text += bill.payee.len() + bill.action.len() + currencies;
        }
        Kind::Confirmation(end) => {
            *items += end.next.len();
            words.extend([end.title].iter().chain(&end.next));
            *text += end.reference.len() + length(&end.keeps_document);
        }
        Kind::MoneyInput(input) => *text += input.currency.len(),
        Kind::AddressInput(input) => *text += length(&input.region) + length(&input.initial),
        Kind::PlaceInput(input) => *text += length(&input.near_region),
        Kind::DateInput(_) | Kind::TimeInput(_) => {}
    }
}
