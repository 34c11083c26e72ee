//! What was seen.

use std::{collections::BTreeSet, sync::Arc};

use fingertip_locale::{Formatter, Messages, Wording, Words, shell_messages};
use fingertip_standard::{
    events::Display,
    view::{Kind, Node, View},
    words::{Entry, Word},
};

use crate::{Place, Subject, text::plain};

/// A screen's words and view, and what else is going on.
#[derive(Debug, Clone)]
pub struct Step {
    /// The words.
    pub words: Vec<Entry>,
    /// The view.
    pub view: View,
    /// How it was reached.
    pub event: String,
    /// On which display.
    pub display: Display,
    /// Whether an answer is still awaited, so that more will come by itself.
    pub is_waiting: bool,
}

/// A screen as a person of one language sees it.
#[derive(Debug, Clone)]
pub struct Screen {
    /// What it is made of.
    pub step: Arc<Step>,
    /// The language.
    pub language: String,
    /// The component's path, for places.
    pub file: String,
    texts: Vec<String>,
}

impl Screen {
    /// The screen in every language of the mini-app.
    #[must_use]
    pub fn in_every_language(subject: &Subject, step: &Arc<Step>) -> Vec<Self> {
        let speakers = Speakers::new(subject);
        speakers.screens(step)
    }

    /// What the person reads; empty where there is no word.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.texts.get(word as usize).map(String::as_str).unwrap_or_default()
    }

    /// The nodes; the page first.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.step.view.nodes
    }

    /// The key of the page.
    #[must_use]
    pub fn page(&self) -> &str {
        self.nodes().first().map(|node| node.key.as_str()).unwrap_or_default()
    }

    /// The title of the page.
    #[must_use]
    pub fn title(&self) -> &str {
        match self.nodes().first().map(|node| &node.kind) {
            Some(Kind::Page(page)) => self.text(page.title),
            _ => "",
        }
    }

    /// Whether it is for seniors.
    #[must_use]
    pub fn is_for_seniors(&self) -> bool {
        self.step.display == Display::Seniors
    }

    /// The place of a node.
    #[must_use]
    pub fn place(&self, node: &str) -> Place {
        Place {
            file: self.file.clone(),
            line: None,
            page: Some(self.page().to_owned()),
            node: Some(node.to_owned()),
            event: Some(self.step.event.clone()),
        }
    }
}

/// Speaks every language of a mini-app.
pub(crate) struct Speakers {
    file: String,
    languages: Vec<String>,
    messages: Option<Arc<Messages>>,
}

impl Speakers {
    pub(crate) fn new(subject: &Subject) -> Self {
        let sources = subject
            .words
            .iter()
            .filter(|own| own.shapes.is_ok())
            .map(|own| (own.language.as_str(), own.text.as_str()));
        // What cannot be read is for the rules on words to say; here its ids stand for it.
        let messages = Messages::new(sources).or_else(|_| Messages::new([])).ok().map(Arc::new);
        let file = subject
            .manifest
            .as_ref()
            .map(|manifest| manifest.fingertip.program.path().to_owned())
            .unwrap_or_default();
        Self { file, languages: subject.languages().to_vec(), messages }
    }

    pub(crate) fn screens(&self, step: &Arc<Step>) -> Vec<Screen> {
        let screen =
            |(language, texts)| Screen { step: step.clone(), language, file: self.file.clone(), texts };
        self.texts(&step.words, step.display.into()).into_iter().map(screen).collect()
    }

    /// Every word as a person reads it, in every language.
    pub(crate) fn texts(&self, words: &[Entry], wording: Wording) -> Vec<(String, Vec<String>)> {
        let Some(messages) = &self.messages else { return Vec::new() };
        let entries: Arc<[Entry]> = words.to_vec().into();
        let in_language = |language: &String| {
            let formatter = Formatter::new(shell_messages(), language.clone()).worded(wording);
            let words = Words::new(entries.clone(), messages.clone(), formatter, Arc::new(|_, _| None));
            let texts = (0..entries.len())
                .map(|word| plain(&words.text(u32::try_from(word).unwrap_or(u32::MAX))))
                .collect();
            (language.clone(), texts)
        };
        self.languages.iter().map(in_language).collect()
    }
}

/// What two screens have in common that differ in data alone.
pub(crate) fn shape(words: &[Entry], view: Option<&View>) -> String {
    let message = |entry: &'_ Entry| match entry {
        Entry::Message(message) => Some(message.id.clone()),
        Entry::Value(_) => None,
    };
    let messages: BTreeSet<String> = words.iter().filter_map(message).collect();
    let nodes = view.map(|view| view.nodes.as_slice()).unwrap_or_default();
    let nodes: Vec<_> = nodes
        .iter()
        .map(|node| {
            (&node.key, node.kind.name(), node.kind.field().is_some_and(|field| field.error.is_some()))
        })
        .collect();
    format!("{nodes:?}{messages:?}")
}
