//! Building a page. The short way to write a thing is the accessible one: a section needs its title, an input its label,
//! a picture its alternative; a heading level, a colour or a size cannot be said at all.

use crate::{
    Text, Tone, Weight,
    bindings::fingertip::mini_app::{
        view::{self, Kind, Node},
        words::Entry,
    },
    words::Words,
};

/// Where a page begins.
#[derive(Debug)]
pub struct View(Words);

/// A finished page.
#[derive(Debug)]
pub struct Page(Tree);

/// Fills a part.
pub type Fill<'f> = &'f mut dyn FnMut(&mut Part<'_>);

#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) words: Words,
    pub(crate) nodes: Vec<Node>,
    focus: Option<String>,
}

impl View {
    pub(crate) fn new(words: Words) -> Self {
        Self(words)
    }

    /// The page `key` with its title and everything that `fill` puts on it. Another page has another key.
    pub fn page(self, key: &str, title: impl Into<Text>, fill: impl FnOnce(&mut Part<'_>)) -> Page {
        let mut tree = Tree { words: self.0, nodes: Vec::new(), focus: None };
        let title = tree.words.add(title.into());
        tree.nodes.push(Node {
            key: key.to_owned(),
            kind: Kind::Page(view::Page { title, step: None }),
            children: Vec::new(),
        });
        fill(&mut Part { tree: &mut tree, parent: 0 });
        Page(tree)
    }
}

impl Page {
    pub(crate) fn into_parts(self, revision: u32) -> (Vec<Entry>, view::View) {
        (self.0.words.into_entries(), view::View { nodes: self.0.nodes, focus: self.0.focus, revision })
    }
}

/// A part of a page that is being filled: the page itself, a section, a notice.
///
/// Inputs and other things that the mini-app is told about by key take their key first. Text, headings, notices and
/// sections are keyed by their message; one that says data is keyed by its place.
#[derive(Debug)]
pub struct Part<'p> {
    pub(crate) tree: &'p mut Tree,
    parent: usize,
}

impl Part<'_> {
    /// Says which step of how many this page is.
    pub fn step(&mut self, step: u32, of: u32) {
        if let Some(Node { kind: Kind::Page(page), .. }) = self.tree.nodes.first_mut() {
            page.step = Some((step, of));
        }
    }

    /// Puts the focus on the node `key`, for what the person should notice first.
    pub fn focus(&mut self, key: &str) {
        self.tree.focus = Some(key.to_owned());
    }

    pub(crate) fn word(&mut self, text: Text) -> u32 {
        self.tree.words.add(text)
    }

    pub(crate) fn push(&mut self, key: &str, kind: Kind) -> usize {
        let at = self.tree.nodes.len();
        self.tree.nodes.push(Node { key: key.to_owned(), kind, children: Vec::new() });
        if let Some(parent) = self.tree.nodes.get_mut(self.parent) {
            parent.children.push(at as u32);
        }
        at
    }

    /// Adds a node that no event names: its key is its message's id, or its place among its siblings.
    fn push_text(&mut self, text: Text, kind: fn(u32) -> Kind) -> usize {
        let nodes = &self.tree.nodes;
        let mut key = match text.message_id() {
            Some(id) => id.to_owned(),
            None => format!("{}.{}", nodes[self.parent].key, nodes[self.parent].children.len()),
        };
        while nodes.iter().any(|node| node.key == key) {
            key.push('+');
        }
        let word = self.word(text);
        self.push(&key, kind(word))
    }

    fn fill(&mut self, parent: usize, fill: impl FnOnce(&mut Part<'_>)) {
        fill(&mut Part { tree: self.tree, parent });
    }

    /// A section with its title.
    pub fn section(&mut self, title: impl Into<Text>, fill: impl FnOnce(&mut Part<'_>)) {
        let at = self
            .push_text(title.into(), |title| Kind::Section(view::Section { title: Some(title), lead: None }));
        self.fill(at, fill);
    }

    /// The first paragraph of the section that is being filled.
    pub fn lead(&mut self, lead: impl Into<Text>) {
        let lead = self.word(lead.into());
        if let Some(Node { kind: Kind::Section(section), .. }) = self.tree.nodes.get_mut(self.parent) {
            section.lead = Some(lead);
        }
    }

    /// A part without a title, for inputs that belong together.
    pub fn group(&mut self, key: &str, fill: impl FnOnce(&mut Part<'_>)) {
        let at = self.push(key, Kind::Section(view::Section { title: None, lead: None }));
        self.fill(at, fill);
    }

    /// Parts that stand side by side, one of which is seen: each a title and what it holds. At least two.
    pub fn tabs(&mut self, key: &str, tabs: &mut [(Text, Fill<'_>)]) {
        let titles = tabs.iter().map(|(title, _)| self.word(title.clone())).collect();
        let at = self.push(key, Kind::Tabs(titles));
        for (number, (_, fill)) in tabs.iter_mut().enumerate() {
            let mut part = Part { tree: self.tree, parent: at };
            part.group(&format!("{key}.{number}"), fill);
        }
    }

    /// A group of inputs that repeats, from `at_least` to `at_most` times; the host adds and takes away copies. The input
    /// `name` of the third copy is handed in as `key.2.name`: see [`Inputs::copy`](crate::Inputs::copy).
    pub fn repeat(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        add_label: impl Into<Text>,
        (at_least, at_most): (u32, u32),
        fill: impl FnOnce(&mut Part<'_>),
    ) {
        let (label, add_label) = (self.word(label.into()), self.word(add_label.into()));
        let at = self.push(key, Kind::RepeatGroup(view::RepeatGroup { label, add_label, at_least, at_most }));
        self.fill(at, fill);
    }

    /// A heading below the page's title.
    pub fn heading(&mut self, text: impl Into<Text>) {
        self.push_text(text.into(), Kind::Heading);
    }

    /// A paragraph.
    pub fn text(&mut self, text: impl Into<Text>) {
        self.push_text(text.into(), Kind::Text);
    }

    /// Something that stands out, and is read out when it appears.
    pub fn notice(&mut self, tone: Tone, body: impl Into<Text>) {
        self.push_notice(tone, None, body.into());
    }

    /// A notice with its own title.
    pub fn titled_notice(&mut self, tone: Tone, title: impl Into<Text>, body: impl Into<Text>) {
        self.push_notice(tone, Some(title.into()), body.into());
    }

    fn push_notice(&mut self, tone: Tone, title: Option<Text>, body: Text) {
        let title = title.map(|title| self.word(title));
        let at = self
            .push_text(body, |body| Kind::Notice(view::Notice { tone: Tone::Neutral, title: None, body }));
        if let Some(Node { kind: Kind::Notice(notice), .. }) = self.tree.nodes.get_mut(at) {
            (notice.tone, notice.title) = (tone, title);
        }
    }

    /// Something to unfold: its line, and what it hides.
    pub fn details(&mut self, line: impl Into<Text>, fill: impl FnOnce(&mut Part<'_>)) {
        let at = self.push_text(line.into(), Kind::Details);
        self.fill(at, fill);
    }

    /// A picture of the bundle, and what it shows for those who do not see it.
    pub fn image(&mut self, path: &str, alternative: impl Into<Text>) {
        let at = self.push_text(alternative.into(), |word| {
            Kind::Image(view::Image { path: String::new(), alternative: Some(word) })
        });
        if let Some(Node { kind: Kind::Image(image), .. }) = self.tree.nodes.get_mut(at) {
            path.clone_into(&mut image.path);
        }
    }

    /// A picture of the bundle that says nothing.
    pub fn decoration(&mut self, path: &str) {
        let key = format!("decoration.{}", self.tree.nodes.len());
        self.push(&key, Kind::Image(view::Image { path: path.to_owned(), alternative: None }));
    }

    fn button(&mut self, action: &str, label: Text, weight: Weight, submits: bool) -> ButtonNode<'_> {
        let label = self.word(label);
        let at = self.push(
            action,
            Kind::Button(view::Button { label, weight, action: action.to_owned(), submits, confirm: None }),
        );
        ButtonNode { tree: self.tree, at }
    }

    /// The page's main button, which hands in its inputs. A page has one main button.
    pub fn submit(&mut self, action: &str, label: impl Into<Text>) -> ButtonNode<'_> {
        self.button(action, label.into(), Weight::Primary, true)
    }

    /// The page's main button where there is nothing to hand in. A page has one main button.
    pub fn primary(&mut self, action: &str, label: impl Into<Text>) -> ButtonNode<'_> {
        self.button(action, label.into(), Weight::Primary, false)
    }

    /// Another button.
    pub fn secondary(&mut self, action: &str, label: impl Into<Text>) -> ButtonNode<'_> {
        self.button(action, label.into(), Weight::Secondary, false)
    }

    /// A button for a minor action.
    pub fn quiet(&mut self, action: &str, label: impl Into<Text>) -> ButtonNode<'_> {
        self.button(action, label.into(), Weight::Quiet, false)
    }

    /// A button for what cannot be undone, with the question that the host asks first.
    pub fn destructive(
        &mut self,
        action: &str,
        label: impl Into<Text>,
        confirm: impl Into<Text>,
    ) -> ButtonNode<'_> {
        self.button(action, label.into(), Weight::Destructive, false).confirm(confirm)
    }
}

/// A button that was just put on the page. Its key is its action.
#[derive(Debug)]
pub struct ButtonNode<'p> {
    tree: &'p mut Tree,
    at: usize,
}

impl ButtonNode<'_> {
    /// The host asks this before the action.
    pub fn confirm(self, question: impl Into<Text>) -> Self {
        let question = self.tree.words.add(question.into());
        if let Some(Node { kind: Kind::Button(button), .. }) = self.tree.nodes.get_mut(self.at) {
            button.confirm = Some(question);
        }
        self
    }
}
