//! Draws a mini-app's view: real headings, labels and lists, in the person's language.
//!
//! The host holds the values of all inputs and hears of every change; it checks them, and gives back what is wrong.
//! Nothing here knows what a mini-app may do.

mod data;
mod images;
mod inputs;
mod known;
pub mod parse;
mod places;
mod repeat;
mod structure;
mod words;

#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, rc::Rc, sync::Arc};

use dioxus::prelude::*;
use fingertip_locale::{Args, Words};
use fingertip_standard::{
    events::{Display, Input},
    view::{Kind, Node, View, Weight},
    words::Word,
};

use fingertip_typed::{DecimalSign, Nation};
use images::Pictures;
pub use images::{ImageFn, Images, Picture};
pub use inputs::say_refused;

use crate::{
    Said,
    components::{ChosenFile, ERROR_SUMMARY_ID, ErrorLink, ErrorSummary, RefusedFile, Status},
    device::decimal_sign,
    focus::{focus_element, input_id, node_id},
};

/// The id of the page's `h1`, to move the focus to.
pub const PAGE_TITLE_ID: &str = "fi-page-title";

/// What [`CodeLists`] holds.
pub type CodeListFn = dyn Fn(&str) -> Vec<(String, String)>;

/// The answers of a code list: its name to `(id, label)`, in the person's language.
#[derive(Clone)]
pub struct CodeLists(pub Rc<CodeListFn>);

impl PartialEq for CodeLists {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for CodeLists {
    fn default() -> Self {
        Self(Rc::new(|_| Vec::new()))
    }
}

/// What a person did in a view. The host adds the revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewEvent {
    /// A button, link, row or task was pressed, and confirmed where that was asked.
    Acted {
        /// Its action.
        action: String,
        /// The node's key.
        node: String,
        /// Which row.
        row: Option<u32>,
    },
    /// The page is handed in: check its inputs first.
    Submitted {
        /// The button's action.
        action: String,
    },
    /// An input has another value.
    Changed {
        /// Its key.
        key: String,
        /// The value; [`Input::Text`] in a number, amount, date or time: what was typed is none.
        input: Input,
    },
    /// An input is filled with something that is known of the person. Answer with another `generation`.
    FilledIn {
        /// Its key.
        key: String,
        /// The value.
        input: Input,
    },
    /// Files were chosen for an input, besides those that it holds. Answer with other `inputs`.
    FilesChosen {
        /// Its key.
        key: String,
        /// The files.
        files: Vec<ChosenFile>,
    },
    /// One more copy of a repeat group is asked for.
    CopyAdded {
        /// The group's key.
        group: String,
    },
    /// A copy of a repeat group is taken away.
    CopyRemoved {
        /// The group's key.
        group: String,
        /// Which one, counted from 0.
        copy: u32,
    },
}

/// Something that is known of the person and may be filled in where they want it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFact {
    /// The fact, in the form of [`fill::input_from_fact`].
    pub fact: String,
    /// Where it is from, in words.
    pub source: Said,
}

/// What [`ViewTree`] takes.
#[derive(Props, Clone, PartialEq)]
pub struct ViewTreeProps {
    /// The view, checked (`CheckedStep`): its indices hold. Its repeat groups hold every copy
    /// (`fingertip_standard::repeat::expanded`).
    pub view: Arc<View>,
    /// Its words.
    pub words: Words,
    /// The values that the host holds, by key; where one is missing, the node's own first value stands.
    #[props(default)]
    pub inputs: BTreeMap<String, Input>,
    /// What the host found wrong, by key, in the person's language.
    #[props(default)]
    pub errors: BTreeMap<String, String>,
    /// What the person agreed to share, by claim.
    #[props(default)]
    pub claims: BTreeMap<String, String>,
    /// What is known of the person and may be filled in, by what is asked ([`fill::asks_for`]).
    #[props(default)]
    pub known: BTreeMap<String, Vec<KnownFact>>,
    /// The platform's code lists.
    #[props(default)]
    pub code_lists: CodeLists,
    /// The bundle's pictures.
    #[props(default)]
    pub images: Images,
    /// What numbers look like in the nation: the keyboards that are offered.
    #[props(default = Arc::new(Nation::built_in()))]
    pub numbers: Arc<Nation>,
    /// Normal or seniors.
    #[props(default)]
    pub mode: Display,
    /// Whether the mini-app is at work: buttons stay where they are and do nothing.
    #[props(default)]
    pub is_busy: bool,
    /// Counts up when the host itself changes values (restored, filled in): inputs are then drawn anew.
    #[props(default)]
    pub generation: u32,
    /// Whether the focus goes to the title of another screen and to the summary of new errors.
    #[props(default = true)]
    pub moves_focus: bool,
    /// What the person does.
    pub on_event: EventHandler<ViewEvent>,
}

/// All that the drawing functions need.
struct Draw<'a> {
    props: &'a ViewTreeProps,
    /// The button that waits for "are you sure".
    confirming: Signal<Option<String>>,
    /// What Enter does in a line of text.
    enter: Callback<()>,
    /// Says (used, most) characters in words.
    text_count: Callback<(u32, u32), String>,
    /// Says (shown, found) answers in words.
    select_count: Callback<(u32, u32), String>,
    /// The decimal sign of the device.
    sign: DecimalSign,
    /// Says why a file is not taken by a field of (at most so many files, of at most so many bytes each).
    refused: Callback<(RefusedFile, u32, u64), String>,
}

impl Draw<'_> {
    fn node(&self, index: u32) -> Option<&Node> {
        self.props.view.nodes.get(index as usize)
    }

    fn word(&self, word: Word) -> String {
        self.props.words.text(word)
    }

    fn optional(&self, word: Option<Word>) -> Option<String> {
        self.props.words.optional(word)
    }

    fn say(&self, id: &str) -> String {
        self.props.words.formatter().text(id, &Args::new())
    }

    fn say_with(&self, id: &str, args: &Args<'_>) -> String {
        self.props.words.formatter().text(id, args)
    }

    /// What is wrong with an input: the host's finding first, for it is newer.
    fn error(&self, node: &Node) -> Option<String> {
        let own = || node.kind.field().and_then(|field| self.optional(field.error));
        self.props.errors.get(&node.key).cloned().or_else(own)
    }

    fn errors(&self) -> Vec<ErrorLink> {
        self.props.view.nodes.iter().filter_map(|node| self.error_link(node)).collect()
    }

    /// The host's findings name no input, as they stand beside it; in the summary the input's label goes before.
    fn error_link(&self, node: &Node) -> Option<ErrorLink> {
        let text = self.error(node)?;
        let label = node.kind.field().map(|field| self.word(field.label));
        let text = match label.filter(|_| self.props.errors.contains_key(&node.key)) {
            Some(label) => format!("{label}: {text}"),
            None => text,
        };
        Some(ErrorLink { input_id: input_id(&node.key), text })
    }

    /// What a press of this node's row does.
    fn act(&self, node: &Node, action: &str, row: Option<usize>) -> impl FnMut(()) + 'static + use<> {
        let event = ViewEvent::Acted {
            action: action.to_owned(),
            node: node.key.clone(),
            row: row.and_then(|row| u32::try_from(row).ok()),
        };
        self.emit(event)
    }

    // A closure and not an `EventHandler`: one made here would live as long as the page, one a render.
    fn emit(&self, event: ViewEvent) -> impl FnMut(()) + 'static + use<> {
        let (is_busy, on_event) = (self.props.is_busy, self.props.on_event);
        move |()| {
            if !is_busy {
                on_event.call(event.clone());
            }
        }
    }
}

/// Enter in a line of text presses the page's primary submitting button and nothing else.
fn press_primary(
    view: &View,
    is_busy: bool,
    mut confirming: Signal<Option<String>>,
    on_event: EventHandler<ViewEvent>,
) {
    let primary = view.nodes.iter().find_map(|node| {
        let Kind::Button(button) = &node.kind else { return None };
        (button.submits && button.weight == Weight::Primary).then_some((node, button))
    });
    match primary {
        Some((node, button)) if !is_busy && button.confirm.is_some() => {
            confirming.set(Some(node.key.clone()))
        }
        Some((_, button)) if !is_busy => {
            on_event.call(ViewEvent::Submitted { action: button.action.clone() })
        }
        _ => {}
    }
}

/// What tells one screen from another: its page's key, step and title.
fn screen(props: &ViewTreeProps) -> (String, Option<(u32, u32)>, String) {
    match props.view.nodes.first() {
        Some(Node { key, kind: Kind::Page(page), .. }) => {
            (key.clone(), page.step, props.words.text(page.title))
        }
        _ => (String::new(), None, String::new()),
    }
}

/// Moves the focus once after each change that a person must hear of.
fn use_focus(props: &ViewTreeProps, has_errors: bool) {
    let screen = screen(props);
    let revision = props.view.revision;
    let wanted =
        props.view.focus.as_ref().and_then(|key| props.view.nodes.iter().find(|node| node.key == *key)).map(
            |node| {
                if matches!(node.kind, Kind::Page(_)) {
                    PAGE_TITLE_ID.to_owned()
                } else if node.kind.field().is_some() {
                    input_id(&node.key)
                } else {
                    node_id(&node.key)
                }
            },
        );
    let (moves, errors) = (props.moves_focus, props.errors.clone());
    let mut before = use_hook(|| CopyValue::new((None, None, BTreeMap::new())));
    use_effect(use_reactive!(|(screen, revision, wanted, moves, has_errors, errors)| {
        let (old_screen, old_revision, old_errors) = before.peek().clone();
        let is_new_screen = old_screen.as_ref() != Some(&screen);
        let is_new_view = old_revision != Some(revision);
        let is_new_error = has_errors && (is_new_view || old_errors != errors);
        before.set((Some(screen), Some(revision), errors));
        let target = if is_new_error {
            Some(ERROR_SUMMARY_ID.to_owned())
        } else if is_new_view && wanted.is_some() {
            wanted
        } else {
            is_new_screen.then(|| PAGE_TITLE_ID.to_owned())
        };
        if let Some(target) = target.filter(|_| moves) {
            focus_element(&target);
        }
    }));
}

/// A mini-app's view.
#[component]
pub fn ViewTree(props: ViewTreeProps) -> Element {
    let confirming = use_signal(|| None);
    let (view, is_busy, on_event) = (props.view.clone(), props.is_busy, props.on_event);
    let enter = use_callback(move |()| press_primary(&view, is_busy, confirming, on_event));
    let formatter = props.words.formatter().clone();
    let text_count = use_callback(move |(used, most): (u32, u32)| {
        formatter.text("mini-app-text-count", &Args::new().number("used", used).number("most", most))
    });
    let formatter = props.words.formatter().clone();
    let select_count = use_callback(move |(shown, found): (u32, u32)| {
        formatter.text("mini-app-select-count", &Args::new().number("shown", shown).number("found", found))
    });
    let formatter = props.words.formatter().clone();
    let refused = use_callback(move |(file, at_most, max_bytes): (RefusedFile, u32, u64)| {
        say_refused(&formatter, &file, at_most, max_bytes)
    });
    let draw =
        Draw { props: &props, sign: decimal_sign(), confirming, enter, text_count, select_count, refused };
    let errors = draw.errors();
    use_focus(&props, !errors.is_empty());
    let Some(page) = props.view.nodes.first() else { return rsx! {} };
    let summary = (!errors.is_empty()).then(|| {
        let count = u32::try_from(errors.len()).unwrap_or(u32::MAX);
        rsx! {
            ErrorSummary { title: draw.say_with("mini-app-errors-title", &Args::new().number("count", count)), errors }
        }
    });
    rsx! {
        form {
            class: "fi-view",
            novalidate: true,
            "data-mode": if props.mode == Display::Seniors { "seniors" } else { "normal" },
            aria_busy: props.is_busy.then_some("true"),
            onsubmit: move |event| event.prevent_default(),
            Pictures { shown: images::shown(&props.view, &props.images) }
            {structure::page(&draw, page, summary)}
            Status { class: "fi-visually-hidden", text: if props.is_busy { draw.say("mini-app-busy") } else { String::new() } }
        }
    }
}

/// Draws the children of a node; `level` is the level of a heading among them.
fn children(draw: &Draw<'_>, node: &Node, level: u8) -> Element {
    nodes(draw, &node.children, level)
}

fn nodes(draw: &Draw<'_>, indices: &[u32], level: u8) -> Element {
    let drawn = indices.iter().filter_map(|&index| draw.node(index)).map(|child| {
        let element = one(draw, child, level);
        let is_sticky =
            level == 2 && matches!(&child.kind, Kind::Button(button) if button.weight == Weight::Primary);
        let takes_focus = (draw.props.view.focus.as_ref() == Some(&child.key)).then_some("-1");
        rsx! {
            div {
                key: "{child.key}",
                class: "fi-view__node",
                id: node_id(&child.key),
                "data-kind": child.kind.name(),
                "data-sticky": is_sticky.then_some("true"),
                tabindex: takes_focus,
                {element}
            }
        }
    });
    rsx! {
        {drawn}
    }
}

/// Draws one node. There is an arm a kind: a kind without a drawing does not compile.
fn one(draw: &Draw<'_>, node: &Node, level: u8) -> Element {
    let element = match &node.kind {
        // It stands only at the root, where `structure::page` draws it.
        Kind::Page(_) => rsx! {},
        Kind::Section(section) => structure::section(draw, node, section, level),
        Kind::Heading(word) => structure::heading(&draw.word(*word), level, None),
        Kind::Text(word) => rsx! {
            p { class: "fi-view__text", {draw.word(*word)} }
        },
        Kind::Notice(notice) => structure::notice(draw, node, notice, level),
        Kind::Details(word) => structure::details(draw, node, *word, level),
        Kind::Image(image) => images::image(draw, image),
        Kind::Tabs(titles) => structure::tabs(draw, node, titles, level),
        Kind::Button(button) => structure::button(draw, node, button),
        Kind::LinkList(links) => structure::links(draw, node, links),
        Kind::TextInput(input) => inputs::text(draw, node, input),
        Kind::TextArea(input) => inputs::text_area(draw, node, input),
        Kind::NumberInput(input) => inputs::number(draw, node, input),
        Kind::MoneyInput(input) => inputs::money(draw, node, input),
        Kind::DateInput(input) => inputs::date(draw, node, input),
        Kind::TimeInput(input) => inputs::time(draw, node, input),
        Kind::ChooseOne(input) => inputs::choose_one(draw, node, input),
        Kind::ChooseMany(input) => inputs::choose_many(draw, node, input),
        Kind::SelectFrom(input) => inputs::select(draw, node, input),
        Kind::Declaration(input) => inputs::declaration(draw, node, input),
        Kind::AddressInput(input) => places::address(draw, node, input),
        Kind::PlaceInput(input) => places::place(draw, node, input),
        Kind::FileInput(input) => inputs::files(draw, node, input),
        Kind::SlotPicker(input) => places::slots(draw, node, input),
        Kind::RepeatGroup(group) => repeat::group(draw, node, group, level),
        Kind::Attribute(attribute) => data::attribute(draw, attribute),
        Kind::Summary(rows) => data::summary(draw, node, rows),
        Kind::TaskList(tasks) => data::tasks(draw, node, tasks),
        Kind::RecordList(list) => data::records(draw, node, list),
        Kind::Credential(card) => data::credential(draw, card),
        Kind::Table(table) => data::table(draw, node, table),
        Kind::Timeline(entries) => data::timeline(draw, entries),
        Kind::Points(points) => places::points(draw, node, points),
        Kind::Chart(chart) => data::chart(draw, node, chart),
        Kind::Bill(bill) => data::bill(draw, node, bill, level),
        Kind::Confirmation(end) => data::confirmation(draw, end, level),
    };
    if node.kind.field().is_none() {
        return element;
    }
    // An input is drawn again where the host itself has changed a value. A list of one: only in a list does another key make
    // another element.
    rsx! {
        for now in [draw.props.generation] {
            Fragment { key: "{now}", {element.clone()} }
        }
        {known::offers(draw, node)}
    }
}
