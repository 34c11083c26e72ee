//! What an SVG holds: drawings, nothing that runs, nothing from elsewhere, and text that can be read.

use csscolorparser::Color;
use roxmltree::{Document, Node};

use crate::{Area, Check, Hit, Place, Rule, Severity, Subject};

/// The least contrast of text (WCAG 2.2, 1.4.3 AA).
const CONTRAST: f64 = 4.5;

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "svg-valid",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "An SVG is no XML, or no SVG.",
        why: "No shell draws it.",
        fix: "Save it again from a drawing program as plain SVG.",
        check: Check::Files(valid),
    },
    Rule {
        id: "svg-script",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "An SVG holds a script, an event or foreign content.",
        why: "A picture must not be a program.",
        fix: "Remove scripts, `on...` attributes, `foreignObject` and `javascript:` addresses.",
        check: Check::Files(script),
    },
    Rule {
        id: "svg-from-elsewhere",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "An SVG fetches something from elsewhere.",
        why: "Whoever runs that server learns who opened the mini-app; without a network it is empty.",
        fix: "Put what is fetched into the SVG itself.",
        check: Check::Files(elsewhere),
    },
    Rule {
        id: "svg-text-contrast",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "Text in an SVG stands out too little from its background.",
        why: "Many people cannot read it (WCAG 2.2, 1.4.3: 4.5 to 1).",
        fix: "Make the text darker or the background lighter.",
        check: Check::Files(contrast),
    },
    Rule {
        id: "svg-text",
        area: Area::Pictures,
        severity: Severity::Advice,
        catches: "An SVG holds text.",
        why: "It stays in one language, and seniors cannot enlarge it.",
        fix: "Say it in words beside the picture.",
        check: Check::Files(text),
    },
];

/// Applies `say` to each SVG that parses.
fn each(subject: &Subject, say: impl Fn(&Document<'_>) -> Vec<(u32, String)>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (path, text) in svgs(subject) {
        let Ok(document) = Document::parse(&text) else { continue };
        for (line, reason) in say(&document) {
            hits.push(Hit::new(Place::line(path, usize::try_from(line).ok()), reason));
        }
    }
    hits
}

fn svgs(subject: &Subject) -> impl Iterator<Item = (&String, std::borrow::Cow<'_, str>)> {
    let is_svg = |path: &str| path.to_lowercase().ends_with(".svg");
    subject
        .files
        .iter()
        .filter(move |(path, _)| is_svg(path))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(bytes)))
}

fn line(node: &Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}

fn elements<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    document.descendants().filter(Node::is_element)
}

fn valid(subject: &Subject) -> Vec<Hit> {
    let hit = |(path, text): (&String, std::borrow::Cow<'_, str>)| match Document::parse(&text) {
        Ok(document) if document.root_element().tag_name().name() == "svg" => None,
        Ok(_) => Some(Hit::new(Place::file(path), "its root is not <svg>")),
        Err(error) => {
            Some(Hit::new(Place::line(path, usize::try_from(error.pos().row).ok()), error.to_string()))
        }
    };
    svgs(subject).filter_map(hit).collect()
}

fn script(subject: &Subject) -> Vec<Hit> {
    each(subject, |document| {
        let mut found = Vec::new();
        for element in elements(document) {
            let name = element.tag_name().name();
            if matches!(
                name.to_lowercase().as_str(),
                "script" | "foreignobject" | "iframe" | "embed" | "object" | "handler" | "listener"
            ) {
                found.push((line(&element), format!("it holds <{name}>")));
            }
            for attribute in element.attributes() {
                let (key, value) = (attribute.name().to_lowercase(), attribute.value().trim().to_lowercase());
                if key.starts_with("on")
                    || value.starts_with("javascript:")
                    || value.starts_with("data:text/html")
                {
                    found.push((line(&element), format!("<{name}> has {}", attribute.name())));
                }
            }
        }
        found
    })
}

fn elsewhere(subject: &Subject) -> Vec<Hit> {
    let leads_out = |value: &str| {
        let value = value.to_lowercase().replace([' ', '"', '\''], "");
        let is_address = |text: &str| {
            ["http:", "https:", "//", "ftp:", "file:"].iter().any(|scheme| text.starts_with(scheme))
        };
        is_address(&value) || value.split("url(").skip(1).any(is_address) || value.contains("@import")
    };
    each(subject, |document| {
        let mut found = Vec::new();
        for element in elements(document) {
            // Namespaces are addresses that nobody fetches; roxmltree keeps them apart from attributes.
            for attribute in element.attributes().filter(|attribute| leads_out(attribute.value())) {
                found.push((
                    line(&element),
                    format!("<{}> fetches {:?}", element.tag_name().name(), attribute.value()),
                ));
            }
            if element.tag_name().name() == "style" && element.text().is_some_and(leads_out) {
                found.push((line(&element), "its style sheet fetches something".into()));
            }
        }
        found
    })
}

fn is_text(element: &Node<'_, '_>) -> bool {
    element.tag_name().name() == "text"
        && element.descendants().any(|own| own.text().is_some_and(|text| !text.trim().is_empty()))
}

fn text(subject: &Subject) -> Vec<Hit> {
    each(subject, |document| {
        elements(document)
            .filter(is_text)
            .take(1)
            .map(|element| (line(&element), "it holds text".into()))
            .collect()
    })
}

/// A presentation property, from the element or its nearest ancestor: `style` before the attribute, as CSS has it.
fn property(element: &Node<'_, '_>, name: &str) -> Option<String> {
    element.ancestors().find_map(|own| {
        let in_style =
            own.attribute("style").into_iter().flat_map(|style| style.split(';')).find_map(|declaration| {
                let (key, value) = declaration.split_once(':')?;
                (key.trim() == name).then(|| value.trim().to_owned())
            });
        in_style.or_else(|| own.attribute(name).map(str::to_owned))
    })
}

/// A colour that stands there plainly; none for gradients, `currentColor` and what is not quite opaque.
fn colour(value: Option<&str>, default: &str) -> Option<Color> {
    value.unwrap_or(default).parse::<Color>().ok().filter(|colour| colour.a > 0.99)
}

/// The colour of the nearest shape before `element` that covers the whole picture or encloses the text's position.
fn background(element: &Node<'_, '_>) -> Option<Color> {
    let number = |node: &Node<'_, '_>, name: &str| {
        node.attribute(name).and_then(|value| value.trim_end_matches("px").parse::<f64>().ok())
    };
    let (x, y) = (number(element, "x").unwrap_or(0.0), number(element, "y").unwrap_or(0.0));
    let before = elements(element.document()).take_while(|own| own != element).collect::<Vec<_>>();
    let encloses = |own: &Node<'_, '_>| match own.tag_name().name() {
        "rect" => {
            let whole = |name: &str| own.attribute(name) == Some("100%");
            let span = |from: &str, size: &str, at: f64| {
                let from = number(own, from).unwrap_or(0.0);
                whole(size) || number(own, size).is_some_and(|size| (from..=from + size).contains(&at))
            };
            span("x", "width", x) && span("y", "height", y)
        }
        "circle" => {
            let (cx, cy) = (number(own, "cx").unwrap_or(0.0), number(own, "cy").unwrap_or(0.0));
            number(own, "r").is_some_and(|r| (x - cx).hypot(y - cy) <= r)
        }
        _ => false,
    };
    let nearest = before.into_iter().rev().find(encloses)?;
    colour(property(&nearest, "fill").as_deref(), "black")
}

/// WCAG 2.2, "contrast ratio".
fn ratio(a: &Color, b: &Color) -> f64 {
    let channel = |value: f32| {
        let value = f64::from(value);
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |own: &Color| 0.2126 * channel(own.r) + 0.7152 * channel(own.g) + 0.0722 * channel(own.b);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn contrast(subject: &Subject) -> Vec<Hit> {
    each(subject, |document| {
        let texts = elements(document).filter(is_text);
        let found = texts.filter_map(|element| {
            let (text, behind) =
                (colour(property(&element, "fill").as_deref(), "black")?, background(&element)?);
            let ratio = ratio(&text, &behind);
            (ratio < CONTRAST).then(|| (line(&element), format!("its contrast is {ratio:.1} to 1")))
        });
        found.collect()
    })
}
