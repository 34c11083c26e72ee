//! The index page. Dioxus' own forbids zooming; this one serves desktop, phone and browser alike.

use fingertip_locale::Direction;
use fingertip_standard::events::Display;

use crate::{
    attributes::{Contrast, Scheme, attributes},
    stylesheet,
};

/// What the index page says before the first screen is drawn.
#[derive(Debug, Clone)]
pub struct IndexOptions {
    /// BCP 47.
    pub language: String,
    /// Which way the language runs.
    pub direction: Direction,
    /// Normal or seniors.
    pub mode: Display,
    /// Light or dark.
    pub scheme: Scheme,
    /// How strong contrasts are.
    pub contrast: Contrast,
    /// The window's title.
    pub title: String,
    /// Markup for the end of the head, as it is.
    pub head_extra: String,
    /// Markup for the end of the body, as it is: the browser entry's script.
    pub body_extra: String,
}

impl Default for IndexOptions {
    fn default() -> Self {
        Self {
            language: "zh-Hans".to_owned(),
            direction: Direction::Ltr,
            mode: Display::Normal,
            scheme: Scheme::Device,
            contrast: Contrast::Device,
            title: String::new(),
            head_extra: String::new(),
            body_extra: String::new(),
        }
    }
}

/// What the page may load and whom it may tell: nobody but the program that drew it. Dioxus writes the window's own script into the page
/// with a key that nobody knows before ('unsafe-inline'), sends what it asks of the page as text that becomes a function
/// ('unsafe-eval'), draws over a web socket at a port that it chooses, and takes events at an address of its own scheme, which is
/// `dioxus.index.html` on Windows and Android. Styles and pictures stand in what is drawn. A browser gets a stricter one with the page.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; \
     connect-src 'self' dioxus: http://dioxus.index.html https://dioxus.index.html ws://127.0.0.1:*; \
     base-uri 'none'; form-action 'none'";

/// Once the page's own scripts have run, markup runs none: a second policy can only take away.
const SEALING: &str = "<script>addEventListener('load', () => {\
const seal = document.createElement('meta');\
seal.httpEquiv = 'Content-Security-Policy';\
seal.content = \"script-src 'unsafe-eval'\";\
document.head.append(seal);\
});</script>";

/// The page, with the stylesheet in it and `<div id="main">` for the shell.
#[must_use]
pub fn index_html(options: &IndexOptions) -> String {
    let attributes =
        attributes(&options.language, options.direction, options.mode, options.scheme, options.contrast)
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| format!(" {name}=\"{value}\"")))
            .collect::<String>();
    format!(
        "<!DOCTYPE html>\n<html{attributes}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
         <meta name=\"format-detection\" content=\"telephone=no\">\n\
         <title>{}</title>\n{SEALING}\n<style>\n{}</style>\n{}\n</head>\n<body>\n<div id=\"main\"></div>\n{}\n</body>\n</html>\n",
        escape(&options.title),
        stylesheet(),
        options.head_extra,
        options.body_extra,
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_be_zoomed_and_says_its_language() {
        let page = index_html(&IndexOptions {
            language: "ar".into(),
            direction: Direction::Rtl,
            mode: Display::Seniors,
            scheme: Scheme::Dark,
            title: "<Fingertip>".into(),
            ..IndexOptions::default()
        });
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\" data-mode=\"seniors\" data-scheme=\"dark\">"));
        assert!(
            page.contains("viewport-fit=cover")
                && page.contains("<div id=\"main\">")
                && page.contains("<title>&lt;Fingertip&gt;</title>")
        );
        for lock in ["maximum-scale", "minimum-scale", "user-scalable"] {
            assert!(!page.contains(lock), "{lock}");
        }
        assert!(page.contains("--fi-color-text"));
        assert!(
            index_html(&IndexOptions::default())
                .contains("<html lang=\"zh-Hans\" dir=\"ltr\" data-mode=\"normal\">")
        );
    }

    #[test]
    fn the_page_loads_from_nowhere_and_tells_nobody_else() {
        let page = index_html(&IndexOptions::default());
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in the page"));
        // A policy holds for what comes after it.
        assert!(
            at("http-equiv=\"Content-Security-Policy\"") < at("<script>") && at("<script>") < at("<style>")
        );
        for closed in ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:"] {
            assert!(POLICY.split("; ").any(|own| own == closed), "{closed}");
        }
        for source in POLICY.split([' ', ';']) {
            assert!(
                !["*", "http:", "https:", "ws:", "wss:", "blob:", "http://*", "ws://*"].contains(&source),
                "{source}"
            );
        }
        assert!(!POLICY.contains('"'), "it stands in an attribute");
    }

    #[test]
    fn nothing_in_the_styles_ends_the_style_element() {
        assert!(!stylesheet().contains("</"));
    }
}
