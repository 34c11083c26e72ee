//! The rules that a host enforces on every step before anything is shown or asked for. Pure; the same code runs in
//! the shell and in the publisher's tools.

use std::collections::{HashMap, HashSet};

use crate::{
    Fault, FaultClass, limits,
    requests::{Request, Wish},
    step::Step,
    view::{Kind, Node, View, Weight},
    words::{Entry, Value, Word},
};

/// Why a step is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// More of something than [`limits`] allows.
    #[error("{what}: {found}, the limit is {limit}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// The nodes are not one tree with every child after its parent.
    #[error("node {node:?} is not in one tree: {rule}")]
    NotATree {
        /// The node's key.
        node: String,
        /// The rule it breaks.
        rule: &'static str,
    },
    /// A word's index points past the words.
    #[error("node or request {place:?} names word {word}, there are {words}")]
    NoSuchWord {
        /// Where.
        place: String,
        /// The index.
        word: Word,
        /// How many words there are.
        words: usize,
    },
    /// Two nodes have one key.
    #[error("two nodes have the key {key:?}")]
    SameKey {
        /// The key.
        key: String,
    },
    /// A rule of the standard is broken.
    #[error("node {node:?} breaks a rule: {rule}")]
    Rule {
        /// The node's key.
        node: String,
        /// The rule.
        rule: &'static str,
    },
}

impl Fault for StepError {
    fn class(&self) -> FaultClass {
        FaultClass::Department
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "fault-view-too-large",
            _ => "fault-view-malformed",
        }
    }
}

/// A step that keeps every rule. Only [`CheckedStep::new`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedStep(Step);

impl CheckedStep {
    /// Checks `step`.
    ///
    /// # Errors
    /// [`StepError`]: the first rule that is broken.
    pub fn new(step: Step) -> Result<Self, StepError> {
        at_most("words", step.words.len(), limits::STEP_WORDS)?;
        at_most("requests", step.requests.len(), limits::STEP_REQUESTS)?;
        let mut text: usize = step.words.iter().map(entry_bytes).sum();
        if let Some(view) = &step.view {
            text += check_view(view, step.words.len())?;
        }
        for request in &step.requests {
            check_request(request, step.words.len())?;
        }
        at_most("bytes of text", text, limits::STEP_TEXT_BYTES)?;
        Ok(Self(step))
    }

    /// The step.
    #[must_use]
    pub fn get(&self) -> &Step {
        &self.0
    }

    /// The step, to take apart.
    #[must_use]
    pub fn into_inner(self) -> Step {
        self.0
    }
}

fn at_most(what: &'static str, found: usize, limit: usize) -> Result<(), StepError> {
    if found > limit { Err(StepError::TooMany { what, found, limit }) } else { Ok(()) }
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

/// Checks the tree and every node; answers the bytes of text in it.
fn check_view(view: &View, words: usize) -> Result<usize, StepError> {
    at_most("nodes", view.nodes.len(), limits::VIEW_NODES)?;
    check_tree(view)?;
    let mut keys = HashSet::new();
    let mut primaries = 0;
    let mut text = view.focus.as_ref().map_or(0, String::len);
    for node in &view.nodes {
        if !keys.insert(node.key.as_str()) {
            return Err(StepError::SameKey { key: node.key.clone() });
        }
        text += node.key.len() + check_node(node, words)?;
        primaries +=
            usize::from(matches!(&node.kind, Kind::Button(button) if button.weight == Weight::Primary));
        if primaries > 1 {
            return Err(rule(node, "a page has at most one primary button"));
        }
    }
    check_copy_keys(view)?;
    Ok(text)
}

/// No node may be called as a copy could be: the copy `child.0.name` of the group `child` would have a twin.
fn check_copy_keys(view: &View) -> Result<(), StepError> {
    for group in view.nodes.iter().filter(|node| matches!(node.kind, Kind::RepeatGroup(_))) {
        let is_copy = |key: &str| {
            let inner = key.strip_prefix(group.key.as_str()).and_then(|rest| rest.strip_prefix('.'));
            inner.is_some_and(|inner| inner.starts_with(|first: char| first.is_ascii_digit()))
        };
        if let Some(node) = view.nodes.iter().find(|node| is_copy(&node.key)) {
            return Err(rule(
                node,
                "no key is a repeat group's key with a dot and a digit after it: copies are called so",
            ));
        }
    }
    Ok(())
}

fn rule(node: &Node, rule: &'static str) -> StepError {
    StepError::Rule { node: node.key.clone(), rule }
}

fn check_tree(view: &View) -> Result<(), StepError> {
    let not_a_tree = |node: &Node, rule| StepError::NotATree { node: node.key.clone(), rule };
    let mut depth: HashMap<usize, usize> = HashMap::from([(0, 1)]);
    // What stands in a repeat group, and how often it can stand there.
    let mut repeated: HashMap<usize, u32> = HashMap::new();
    match view.nodes.first() {
        Some(Node { kind: Kind::Page(_), .. }) => {}
        Some(node) => return Err(not_a_tree(node, "the first node is the page")),
        None => {
            return Err(StepError::NotATree { node: String::new(), rule: "a view has at least the page" });
        }
    }
    for (index, node) in view.nodes.iter().enumerate() {
        // Children stand after their parent, so each node's own depth is known before its children are read,
        // and a cycle cannot be written down.
        let Some(&own) = depth.get(&index) else {
            return Err(not_a_tree(node, "every node but the page has a parent before it"));
        };
        at_most("depth", own, limits::VIEW_DEPTH)?;
        if index > 0 && matches!(node.kind, Kind::Page(_)) {
            return Err(not_a_tree(node, "a page stands only at the root"));
        }
        let mut times = repeated.get(&index).copied();
        if let Kind::RepeatGroup(group) = &node.kind
            && times.replace(group.at_most).is_some()
        {
            return Err(not_a_tree(node, "a repeat group stands in no other one"));
        }
        if !node.children.is_empty() && !node.kind.takes_children() {
            return Err(not_a_tree(node, "this kind takes no children"));
        }
        for &child in &node.children {
            let child = child as usize;
            if child <= index || child >= view.nodes.len() {
                return Err(not_a_tree(node, "a child stands after its parent in the list"));
            }
            if depth.insert(child, own + 1).is_some() {
                return Err(not_a_tree(node, "a node has one parent"));
            }
            if let Some(times) = times {
                repeated.insert(child, times);
            }
        }
    }
    let more: usize = repeated.values().map(|&times| times.saturating_sub(1) as usize).sum();
    at_most("nodes with every copy", view.nodes.len() + more, limits::VIEW_NODES)
}

/// Whether there is such a place: latitude and longitude in millionths of a degree.
pub(crate) fn is_on_earth(latitude_e6: i32, longitude_e6: i32) -> bool {
    // Not `abs`: the least number has none.
    (-90_000_000..=90_000_000).contains(&latitude_e6) && (-180_000_000..=180_000_000).contains(&longitude_e6)
}

/// Checks one node's words, items and texts; answers its bytes of text.
fn check_node(node: &Node, words: usize) -> Result<usize, StepError> {
    if node.key.is_empty() || node.key.len() > 64 || !node.key.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(rule(node, "a key is 1 to 64 visible ASCII characters"));
    }
    let mut named = Vec::new();
    let mut text = 0;
    let mut items = 0;
    collect(&node.kind, &mut named, &mut text, &mut items);
    at_most("items in one node", items, limits::NODE_ITEMS)?;
    if let Some(&word) = named.iter().find(|&&word| word as usize >= words) {
        return Err(StepError::NoSuchWord { place: node.key.clone(), word, words });
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
        _ => Ok(text),
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
    let mut choices = |choices: &[crate::view::Choice], words: &mut Vec<Word>| {
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

fn check_request(request: &Request, words: usize) -> Result<(), StepError> {
    let all = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let (named, bytes, items): (Vec<Word>, usize, usize) = match &request.wish {
        Wish::Claims(wishes) => {
            let bytes =
                wishes.iter().map(|wish| wish.claim.len() + wish.test.as_ref().map_or(0, String::len)).sum();
            (wishes.iter().map(|wish| wish.purpose).collect(), bytes, wishes.len())
        }
        Wish::Call(call) => (Vec::new(), call.operation.len() + call.body.len(), 0),
        Wish::SubmitCase(draft) => {
            let lists = [&draft.claims, &draft.documents, &draft.files];
            let bytes = draft.service.len()
                + draft.region.len()
                + draft.body.len()
                + lists.map(|list| all(list)).iter().sum::<usize>();
            (Vec::new(), bytes, lists.map(Vec::len).iter().sum())
        }
        Wish::ReadDocuments(kinds) => (Vec::new(), all(kinds), kinds.len()),
        Wish::Store { key, value } => (Vec::new(), key.len() + value.len(), 0),
        Wish::Pay(payment) => (
            vec![payment.purpose],
            payment.bill_reference.len() + payment.payee.len() + payment.total.currency.len(),
            0,
        ),
        Wish::Sign(text)
        | Wish::OfferDocument(text)
        | Wish::WatchCase(text)
        | Wish::Fetch(text)
        | Wish::Open(text) => (Vec::new(), text.len(), 0),
        Wish::Share(word) => (vec![*word], 0, 0),
        Wish::Remind(reminder) => {
            ([reminder.title].into_iter().chain(reminder.detail).collect(), reminder.opens.len(), 0)
        }
        Wish::Locate | Wish::ScanCode | Wish::Close => (Vec::new(), 0, 0),
    };
    at_most("items in one request", items, limits::NODE_ITEMS)?;
    at_most("bytes of a request", bytes, limits::BODY_BYTES)?;
    match named.into_iter().find(|&word| word as usize >= words) {
        Some(word) => Err(StepError::NoSuchWord { place: format!("request {}", request.id), word, words }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Button, Page, Section};

    fn node(key: &str, kind: Kind, children: &[u32]) -> Node {
        Node { key: key.into(), kind, children: children.to_vec() }
    }

    fn page(children: &[u32]) -> Node {
        node("page", Kind::Page(Page { title: 0, step: None }), children)
    }

    fn check(nodes: Vec<Node>) -> Result<CheckedStep, StepError> {
        CheckedStep::new(Step {
            words: vec![Entry::Value(Value::Data("a".into()))],
            view: Some(View { nodes, focus: None, revision: 1 }),
            requests: Vec::new(),
        })
    }

    fn section() -> Kind {
        Kind::Section(Section { title: None, lead: None })
    }

    #[test]
    fn a_tree_is_taken() {
        check(vec![
            page(&[1, 2]),
            node("a", section(), &[3]),
            node("b", Kind::Text(0), &[]),
            node("c", Kind::Text(0), &[]),
        ])
        .expect("a tree");
    }

    #[test]
    fn cycles_orphans_and_shared_children_are_refused() {
        for nodes in [
            vec![page(&[1]), node("a", section(), &[0])],
            vec![page(&[1]), node("a", section(), &[1])],
            vec![page(&[1]), node("a", section(), &[2]), node("b", section(), &[1])],
            vec![page(&[1, 1]), node("a", section(), &[])],
            vec![page(&[]), node("a", section(), &[])],
            vec![page(&[9])],
            vec![node("a", section(), &[])],
            Vec::new(),
        ] {
            assert!(matches!(check(nodes.clone()), Err(StepError::NotATree { .. })), "{nodes:?}");
        }
    }

    #[test]
    fn ten_thousand_nodes_are_refused() {
        let nodes = std::iter::once(page(&(1..10_000).collect::<Vec<_>>()))
            .chain((1..10_000).map(|i| node(&format!("n{i}"), Kind::Text(0), &[])));
        assert_eq!(
            check(nodes.collect()),
            Err(StepError::TooMany { what: "nodes", found: 10_000, limit: limits::VIEW_NODES })
        );
    }

    #[test]
    fn a_deep_view_is_refused() {
        let mut nodes: Vec<Node> = (1..40).map(|i| node(&format!("n{i}"), section(), &[i + 1])).collect();
        nodes.insert(0, page(&[1]));
        nodes.push(node("last", Kind::Text(0), &[]));
        assert!(matches!(check(nodes), Err(StepError::TooMany { what: "depth", .. })));
    }

    #[test]
    fn words_keys_and_buttons_are_checked() {
        let button = |key: &str| {
            node(
                key,
                Kind::Button(Button {
                    label: 0,
                    weight: Weight::Primary,
                    action: "go".into(),
                    submits: true,
                    confirm: None,
                }),
                &[],
            )
        };
        assert!(matches!(
            check(vec![page(&[1]), node("a", Kind::Text(7), &[])]),
            Err(StepError::NoSuchWord { word: 7, .. })
        ));
        assert!(matches!(
            check(vec![page(&[1, 2]), node("a", Kind::Text(0), &[]), node("a", Kind::Text(0), &[])]),
            Err(StepError::SameKey { .. })
        ));
        assert!(matches!(check(vec![page(&[1, 2]), button("a"), button("b")]), Err(StepError::Rule { .. })));
        assert!(matches!(
            check(vec![page(&[1]), node("a", Kind::Tabs(vec![0]), &[])]),
            Err(StepError::Rule { .. })
        ));
    }

    #[test]
    fn repeat_groups_stay_within_the_limits_with_every_copy() {
        let group = |at_most| {
            Kind::RepeatGroup(crate::view::RepeatGroup { label: 0, add_label: 0, at_least: 0, at_most })
        };
        check(vec![page(&[1]), node("a", group(20), &[2]), node("b", Kind::Text(0), &[])])
            .expect("a repeat group");
        assert!(matches!(check(vec![page(&[1]), node("a", group(21), &[])]), Err(StepError::Rule { .. })));
        assert!(matches!(
            check(vec![
                page(&[1]),
                node("a", group(2), &[2]),
                node("b", section(), &[3]),
                node("c", group(2), &[])
            ]),
            Err(StepError::NotATree { .. })
        ));
        let texts = (2..=40).map(|at| node(&format!("n{at}"), Kind::Text(0), &[]));
        let nodes =
            [page(&[1]), node("a", group(20), &(2..=40).collect::<Vec<_>>())].into_iter().chain(texts);
        assert!(matches!(
            check(nodes.collect()),
            Err(StepError::TooMany { what: "nodes with every copy", .. })
        ));
    }

    #[test]
    fn too_much_text_is_refused() {
        let step = Step {
            words: vec![Entry::Value(Value::Data("x".repeat(limits::STEP_TEXT_BYTES + 1)))],
            ..Step::default()
        };
        assert!(matches!(CheckedStep::new(step), Err(StepError::TooMany { what: "bytes of text", .. })));
    }

    #[test]
    fn a_point_at_the_least_number_is_off_the_earth() {
        let point = |latitude_e6, longitude_e6| crate::view::MapPoint {
            label: 0,
            latitude_e6,
            longitude_e6,
            action: None,
        };
        for off in [point(i32::MIN, 0), point(0, i32::MIN), point(90_000_001, 0)] {
            assert!(matches!(
                check(vec![page(&[1]), node("a", Kind::Points(vec![off]), &[])]),
                Err(StepError::Rule { .. })
            ));
        }
        check(vec![page(&[1]), node("a", Kind::Points(vec![point(-90_000_000, 180_000_000)]), &[])])
            .expect("on the earth");
    }

    #[test]
    fn no_key_is_that_of_a_copy() {
        let group = || {
            Kind::RepeatGroup(crate::view::RepeatGroup { label: 0, add_label: 0, at_least: 0, at_most: 2 })
        };
        for twin in ["a.0.b", "a.1", "a.9.c"] {
            let nodes = vec![
                page(&[1, 3]),
                node("a", group(), &[2]),
                node("b", Kind::Text(0), &[]),
                node(twin, Kind::Text(0), &[]),
            ];
            assert!(matches!(check(nodes), Err(StepError::Rule { .. })), "{twin}");
        }
        check(vec![
            page(&[1, 3]),
            node("a", group(), &[2]),
            node("a.b", Kind::Text(0), &[]),
            node("ab", Kind::Text(0), &[]),
        ])
        .expect("none of these is a copy's");
    }

    #[test]
    fn what_holds_nothing_counts_all_the_same() {
        let rows = Kind::Table(crate::view::Table {
            caption: 0,
            columns: Vec::new(),
            rows: vec![Vec::new(); limits::NODE_ITEMS],
        });
        assert!(matches!(
            check(vec![page(&[1]), node("a", rows, &[])]),
            Err(StepError::TooMany { what: "items in one node", .. })
        ));
        let args = vec![(String::new(), Value::Data(String::new())); limits::STEP_TEXT_BYTES];
        let words = vec![Entry::Message(crate::words::Message { id: "a".into(), args })];
        assert!(matches!(
            CheckedStep::new(Step { words, ..Step::default() }),
            Err(StepError::TooMany { what: "bytes of text", .. })
        ));
    }

    #[test]
    fn every_text_of_a_view_and_a_request_counts() {
        let long = "x".repeat(limits::BODY_BYTES + 1);
        let confirmation = crate::view::Confirmation {
            title: 0,
            reference: String::new(),
            next: Vec::new(),
            keeps_document: Some(long.clone()),
        };
        assert!(matches!(
            check(vec![page(&[1]), node("a", Kind::Confirmation(confirmation), &[])]),
            Err(StepError::TooMany { what: "bytes of text", .. })
        ));
        let requests = vec![Request { id: 1, wish: Wish::Open(long) }];
        assert!(matches!(
            CheckedStep::new(Step { requests, ..Step::default() }),
            Err(StepError::TooMany { what: "bytes of a request", .. })
        ));
    }
}
