//! The pages: the panes side by side, each in a frame of its own, and the inspector.

use std::sync::Arc;

use dioxus::prelude::VirtualDom;
use fingertip_locale::{Direction, direction};
use fingertip_serve::{Page, Parameters, Site};
use fingertip_standard::events::Display;
use fingertip_ui::{IndexOptions, Scheme};

use crate::{inspector::Inspector, pane::Pane, session::Studio};

pub(crate) struct StudioSite(pub(crate) Arc<Studio>);

/// How one pane shows the mini-app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    /// What stands above it.
    pub(crate) title: String,
    /// The language, or a made-up one.
    pub(crate) language: String,
    /// Whether every word is stretched and accented, to show what is not translated and what does not fit.
    pub(crate) is_pseudo: bool,
    pub(crate) display: Display,
    scheme: Scheme,
    direction: Direction,
    /// Text at twice its size.
    is_large: bool,
}

impl Look {
    fn of(parameters: &Parameters) -> Self {
        let get = |name: &str| parameters.get(name).map(String::as_str).unwrap_or_default();
        let language = if get("language").is_empty() { "en" } else { get("language") }.to_owned();
        Self {
            title: get("title").to_owned(),
            is_pseudo: get("look") == "pseudo",
            display: if get("look") == "seniors" { Display::Seniors } else { Display::Normal },
            scheme: if get("look") == "dark" { Scheme::Dark } else { Scheme::Light },
            direction: if get("look") == "rtl" { Direction::Rtl } else { direction(&language) },
            is_large: get("look") == "large",
            language,
        }
    }
}

/// What is seen side by side, beside one pane for each language: name in the address, and title.
const LOOKS: [(&str, &str); 5] = [
    ("seniors", "Seniors"),
    ("dark", "Dark"),
    ("large", "Text at 200 %"),
    ("rtl", "Right to left"),
    ("pseudo", "Stretched words"),
];

impl Site for StudioSite {
    fn page(&self, name: &str, parameters: &Parameters) -> Option<Page> {
        let large = "<style>html { font-size: 200%; }</style>";
        Some(match name {
            "" => Page::Html(self.overview()),
            "pane" => {
                let look = Look::of(parameters);
                Page::Live(Box::new(IndexOptions {
                    language: look.language.clone(),
                    direction: look.direction,
                    mode: look.display,
                    scheme: look.scheme,
                    title: look.title,
                    head_extra: if look.is_large { large.to_owned() } else { String::new() },
                    ..IndexOptions::default()
                }))
            }
            "inspector" => Page::Live(Box::new(IndexOptions {
                language: "en".to_owned(),
                scheme: Scheme::Light,
                title: "Inspector".to_owned(),
                head_extra: concat!("<style>\n", include_str!("inspector.css"), "</style>").to_owned(),
                ..IndexOptions::default()
            })),
            _ => return None,
        })
    }

    fn dom(&self, name: &str, parameters: &Parameters) -> VirtualDom {
        let studio = StudioContext(self.0.clone());
        match name {
            "pane" => VirtualDom::new(Pane).with_root_context(studio).with_root_context(Look::of(parameters)),
            _ => VirtualDom::new(Inspector).with_root_context(studio),
        }
    }
}

/// The studio, for the components.
#[derive(Clone)]
pub(crate) struct StudioContext(pub(crate) Arc<Studio>);

impl StudioSite {
    fn overview(&self) -> String {
        let (build, _) = self.0.state();
        let languages = build
            .map(|build| build.manifest.fingertip.languages.clone())
            .unwrap_or_else(|| vec!["en".to_owned()]);
        let first = languages.first().cloned().unwrap_or_default();
        let plain = languages.iter().map(|language| ("normal", language.clone(), language.clone()));
        let others = LOOKS.map(|(look, title)| (look, first.clone(), title.to_owned()));
        let frames: String = plain
            .chain(others)
            .map(|(look, language, title)| {
                // Languages come from a checked manifest: letters, digits, hyphens. Titles are ours.
                let address = format!("pane?look={look}&language={language}").replace('&', "&amp;");
                format!("<figure><figcaption>{title}</figcaption><iframe title=\"{title}\" src=\"{address}\"></iframe></figure>")
            })
            .collect();
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>Fingertip dev</title><link rel=\"icon\" href=\"data:,\"><style>{}</style>\
             <main><div class=\"panes\">{frames}</div><iframe class=\"inspector\" title=\"Inspector\" src=\"inspector\"></iframe></main></html>",
            include_str!("overview.css")
        )
    }
}
