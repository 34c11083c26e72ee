//! What an SVG draws, counted as often as it is drawn.

use std::collections::{HashMap, HashSet};

use fingertip_standard::limits;
use roxmltree::{Document, Node, NodeId};

use crate::{PictureError, Size, within};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What an SVG without a size of its own is drawn as (CSS Images 3, 5.2).
const DEFAULT: Size = Size { width: 300, height: 150 };
/// The longer side of what has a view box alone.
const LARGEST: f64 = 1024.0;
/// How deep elements stand inside each other or refer to each other: drawing programs need a few dozen.
const DEPTH: u64 = 256;

pub(crate) fn measure(bytes: &[u8]) -> Result<Size, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| malformed("it is not UTF-8".to_owned()))?;
    // Without a document type nothing can be defined that grows where it is named.
    let document = Document::parse(text).map_err(|error| malformed(error.to_string()))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(malformed("its root is not <svg>".to_owned()));
    }
    let elements = || document.descendants().filter(Node::is_element);
    if let Some(reason) = elements().find_map(refused) {
        return Err(malformed(reason));
    }
    let mut ids = HashMap::new();
    for (id, node) in elements().filter_map(|node| Some((node.attribute("id")?, node))) {
        if ids.insert(id, node).is_some() {
            return Err(malformed(format!("the id {id} is there twice")));
        }
    }
    let mut count = Count { ids, known: HashMap::new(), open: HashSet::new() };
    let drawn = count.of(root)?;
    within("elements, as often as they are drawn", drawn.elements, limits::SVG_ELEMENTS)?;
    within("effects, as often as they are drawn", drawn.effects, limits::SVG_EFFECTS)?;
    Ok(size(root))
}

fn malformed(reason: String) -> PictureError {
    PictureError::Malformed { kind: "SVG", reason }
}

/// What in an element is more than a drawing, or draws in a way that is not counted here: another picture, a page, what moves, style
/// sheets (which reach any element), marks along a path, effects without an element, references that are spelt in a way that a browser
/// reads and this does not.
fn refused(node: Node<'_, '_>) -> Option<String> {
    const ELEMENTS: [&str; 11] = [
        "image",
        "feImage",
        "foreignObject",
        "style",
        "script",
        "marker",
        "animate",
        "animateMotion",
        "animateTransform",
        "set",
        "discard",
    ];
    const STYLED: [&str; 6] = ["url(", "filter", "animation", "transition", "marker", "image"];
    let name = node.tag_name().name();
    let is_of_another_kind = node.tag_name().namespace().is_some_and(|own| own != SVG) && name != "svg";
    if ELEMENTS.contains(&name) || (is_of_another_kind && is_drawn(node)) {
        return Some(format!("it holds <{name}>, which no still drawing has"));
    }
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name(), attribute.value().to_ascii_lowercase());
        let is_styled = key == "style" && STYLED.iter().any(|word| value.contains(word));
        let is_marked = key.starts_with("marker-");
        let is_effect = key == "filter" && !value.trim_start().starts_with("url(") && value.trim() != "none";
        let is_reference = key == "href" || value.contains("url(");
        let is_odd = (is_reference || key == "style") && value.contains(['%', '\\']);
        let is_data = is_reference && value.contains("data:");
        (is_styled || is_marked || is_effect || is_odd || is_data)
            .then(|| format!("<{name}> has {key} in a way that no still drawing has"))
    })
}

/// Whether a browser draws an element of another kind: it knows pages; what drawing programs keep for themselves it passes over.
fn is_drawn(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_some_and(|own| own.starts_with("http://www.w3.org/"))
        && !node.tag_name().namespace().is_some_and(|own| own.ends_with("22-rdf-syntax-ns#"))
}

/// What is drawn by an element, itself and all below it.
#[derive(Clone, Copy)]
struct Drawn {
    elements: u64,
    effects: u64,
}

/// Counts what is drawn by an element.
struct Count<'a, 'input> {
    ids: HashMap<&'a str, Node<'a, 'input>>,
    known: HashMap<NodeId, Drawn>,
    /// Those that are being counted: whoever refers to one of them never ends.
    open: HashSet<NodeId>,
}

impl<'a, 'input> Count<'a, 'input> {
    fn of(&mut self, node: Node<'a, 'input>) -> Result<Drawn, PictureError> {
        if let Some(known) = self.known.get(&node.id()) {
            return Ok(*known);
        }
        within("elements inside each other", self.open.len() as u64, DEPTH)?;
        if !self.open.insert(node.id()) {
            return Err(malformed("it refers to itself".to_owned()));
        }
        let mut drawn = Drawn { elements: 1, effects: u64::from(node.tag_name().name().starts_with("fe")) };
        let referred: Vec<_> =
            references(node).iter().filter_map(|id| self.ids.get(id.as_str()).copied()).collect();
        for next in node.children().filter(Node::is_element).chain(referred) {
            let more = self.of(next)?;
            drawn.elements = drawn.elements.saturating_add(more.elements);
            drawn.effects = drawn.effects.saturating_add(more.effects);
        }
        self.open.remove(&node.id());
        self.known.insert(node.id(), drawn);
        Ok(drawn)
    }
}

/// The ids that an element refers to: `href="#id"`, and `url(#id)` in any attribute, in small letters or large.
fn references(node: Node<'_, '_>) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in node.attributes() {
        let value = attribute.value();
        if attribute.name() == "href" {
            found.extend(value.trim().strip_prefix('#').map(str::to_owned));
        }
        // The same bytes: only ASCII changes.
        let small = value.to_ascii_lowercase();
        for (at, start) in small.match_indices("url(") {
            let inner = value.get(at + start.len()..).and_then(|rest| rest.split(')').next());
            let inner = inner.map(|inner| inner.trim().trim_matches(['"', '\'']).trim());
            found.extend(inner.and_then(|inner| inner.strip_prefix('#')).map(str::to_owned));
        }
    }
    found
}

/// Its size: `width` and `height` in pixels, else its view box, else the default. A view box has units of its own and no pixels: a
/// large one is drawn smaller.
fn size(root: Node<'_, '_>) -> Size {
    let length = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let own = |name| root.attribute(name).and_then(length);
    let of_box = || {
        let numbers: Vec<f64> = root.attribute("viewBox")?.split([' ', ',']).filter_map(length).collect();
        let [_, _, width, height] = numbers[..] else { return None };
        Some((width, height))
    };
    let (width, height) = match (own("width"), own("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => match of_box() {
            Some((width, height)) => {
                let scale = (LARGEST / width.max(height).max(1.0)).min(1.0);
                (width * scale, height * scale)
            }
            None => return DEFAULT,
        },
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length out of range becomes the nearest one"
    )]
    let of = |length: f64| length.round().max(1.0) as u32;
    Size { width: of(width), height: of(height) }
}
