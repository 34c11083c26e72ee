//! JSON-LD as a graph: nodes by their names, with what is said of each in the order of the document.

use std::{
    collections::{BTreeMap, HashMap},
    str::FromStr,
};

use fingertip_standard::LocalText;
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{Quad, Term as Object};

use crate::{
    cpsv as v,
    import::{own::without_place, text::LineEnds},
};

/// Where the profile publishes its context.
const PUBLISHED: &str = "https://semiceu.github.io/CPSV-AP/";
/// What names without a beginning are put after.
const BASE: &str = "https://import.invalid/";

/// A document's nodes.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// What is said of each, by its name.
    said: HashMap<String, Vec<(String, Object)>>,
    /// The names in the order of the document.
    order: Vec<String>,
    /// The line where each name stands first.
    lines: HashMap<String, usize>,
}

/// What is said of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a> {
    graph: &'a Graph,
    iri: &'a str,
}

impl Graph {
    /// The graph of a document, or on which line it is none and why.
    pub(super) fn of(text: &str) -> Result<Self, (usize, String)> {
        // That a text is no JSON is said with its line.
        serde_json::from_str::<serde::de::IgnoredAny>(text)
            .map_err(|error| (error.line(), without_place(&error)))?;
        let parser = JsonLdParser::new().with_base_iri(BASE).map_err(|error| (0, error.to_string()))?;
        let parser = parser.for_slice(text.as_bytes()).with_load_document_callback(|url, _| {
            if !url.starts_with(PUBLISHED) {
                return Err(format!("the context {url} is elsewhere; it has to stand in the file").into());
            }
            let document = serde_json::json!({ "@context": v::context() }).to_string().into_bytes();
            Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
        });
        let mut graph = Self::default();
        for quad in parser {
            let Quad { subject, predicate, object, .. } = quad.map_err(|error| (0, error.to_string()))?;
            let subject = name_of(&subject.into());
            let said = graph.said.entry(subject.clone()).or_insert_with(|| {
                graph.order.push(subject);
                Vec::new()
            });
            said.push((predicate.into_string(), object));
        }
        graph.find_lines(text);
        Ok(graph)
    }

    /// Where each name stands first: between two marks of quotation, in one pass over a text of perhaps many megabytes.
    fn find_lines(&mut self, text: &str) {
        let ends = LineEnds::of(text);
        let marks = || text.match_indices('"').map(|(at, _)| at);
        for (start, end) in marks().zip(marks().skip(1)) {
            let name = text.get(start + 1..end).unwrap_or_default();
            if self.said.contains_key(name) && !self.lines.contains_key(name) {
                self.lines.insert(name.to_owned(), ends.line_at(start));
            }
        }
    }

    /// Every node of a class.
    pub(super) fn of_class<'a>(&'a self, class: &'a str) -> impl Iterator<Item = Node<'a>> {
        let is_of = move |node: &Node<'a>| {
            node.objects(v::TYPE)
                .any(|object| matches!(object, Object::NamedNode(name) if name.as_str() == class))
        };
        self.order.iter().map(|iri| Node { graph: self, iri }).filter(is_of)
    }
}

/// What a node is called; a node without a name has one of this document.
fn name_of(node: &Object) -> String {
    match node {
        Object::NamedNode(name) => name.as_str().to_owned(),
        other => other.to_string(),
    }
}

impl<'a> Node<'a> {
    /// What it is called.
    pub(super) fn iri(self) -> &'a str {
        self.iri
    }

    /// The line where its name stands first; 0 where it has none in the file.
    pub(super) fn line(self) -> usize {
        self.graph.lines.get(self.iri).copied().unwrap_or_default()
    }

    fn objects(self, property: &'a str) -> impl Iterator<Item = &'a Object> {
        let said = self.graph.said.get(self.iri).into_iter().flatten();
        said.filter(move |(own, _)| own == property).map(|(_, object)| object)
    }

    /// The values of a property, whatever their language.
    pub(super) fn values(self, term: v::Term) -> impl Iterator<Item = &'a str> {
        self.objects(term.iri).filter_map(|object| match object {
            Object::Literal(literal) => Some(literal.value()),
            _ => None,
        })
    }

    /// The first value of a property.
    pub(super) fn text(self, term: v::Term) -> Option<&'a str> {
        self.values(term).next()
    }

    /// The first value of a property as something else than text.
    pub(super) fn parsed<T: FromStr>(self, term: v::Term) -> Result<Option<T>, (&'static str, String)> {
        let parse = |text: &str| text.parse().map_err(|_| (term.name, format!("{text} is no such value")));
        self.text(term).map(parse).transpose()
    }

    /// A text in all its languages; what is in none is in a language that nobody named.
    pub(super) fn texts(self, term: v::Term) -> LocalText {
        let mut all = BTreeMap::new();
        for object in self.objects(term.iri) {
            let Object::Literal(literal) = object else { continue };
            let language = literal.language().unwrap_or("und");
            // A language comes back in small letters.
            all.entry(written(language)).or_insert_with(|| literal.value().to_owned());
        }
        LocalText(all)
    }

    /// The nodes that a property leads to.
    pub(super) fn nodes(self, term: v::Term) -> impl Iterator<Item = Node<'a>> {
        self.objects(term.iri).filter_map(move |object| {
            let name = match object {
                Object::NamedNode(name) => name.as_str(),
                Object::BlankNode(_) => {
                    let name = object.to_string();
                    self.graph.said.get_key_value(&name)?.0.as_str()
                }
                _ => return None,
            };
            Some(Node { graph: self.graph, iri: name })
        })
    }

    /// The first node that a property leads to.
    pub(super) fn node(self, term: v::Term) -> Option<Node<'a>> {
        self.nodes(term).next()
    }
}

/// A language tag as it is written: a script with a capital letter, a region in capitals (BCP 47, 2.1.1).
fn written(tag: &str) -> String {
    let part = |(n, part): (usize, &str)| match (n, part.len()) {
        (1.., 4) => {
            let mut letters = part.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters.map(|letter| letter.to_ascii_lowercase())).collect()
        }
        (1.., 2) => part.to_ascii_uppercase(),
        _ => part.to_ascii_lowercase(),
    };
    tag.split('-').enumerate().map(part).collect::<Vec<String>>().join("-")
}
