//! What a visitor sees, in the languages of the nation.

use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use fingertip_kit::body::text_header;
use fingertip_locale::{SHELL_LANGUAGES, direction, negotiate, pick};
use serde_json::{Map, Value};

use crate::{
    markup::{escape, fill, html},
    said::said,
};

/// A page.
pub(super) enum Page<'a> {
    /// With the link that leads to a wallet.
    Begin { link: &'a str },
    /// With what was shown.
    Shown { shown: &'a Map<String, Value> },
    /// Nothing was shown.
    Declined,
    /// For a browser in which nobody began.
    Strange,
}

const FRAME: &str = include_str!("pages/frame.html");

impl Page<'_> {
    /// The page, in the first language of the browser that there are pages in.
    pub(super) fn answer(&self, headers: &HeaderMap) -> Response {
        let language = language_of(headers);
        let say = |id: &str| pick(&said(id), language).0.to_owned();
        let title = say("night-pass-title");
        let body = match self {
            Self::Begin { link } => format!(
                "<p>{}</p><p><a class=\"primary\" id=\"show\" href=\"{}\">{}</a></p>",
                say("night-pass-body"),
                escape(link),
                say("night-pass-show"),
            ),
            Self::Shown { shown } => {
                let claims = shown.values().filter_map(Value::as_object).flatten();
                let lines = claims.map(|(name, value)| {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    format!("<dt>{}</dt><dd>{}</dd>", escape(name), escape(&value))
                });
                let lines: String = lines.collect();
                format!("<p id=\"taken\">{}</p><dl>{lines}</dl>", say("night-pass-taken"))
            }
            Self::Declined => format!("<p id=\"declined\">{}</p>", say("night-pass-declined")),
            Self::Strange => format!("<p>{}</p>", say("night-pass-strange")),
        };
        let values = [
            ("language", language.to_owned()),
            ("direction", direction(language).as_str().to_owned()),
            ("title", escape(&title)),
            ("body", body),
        ];
        html(StatusCode::OK, fill(FRAME, &values))
    }
}

/// The first language that the browser asks for and the nation speaks.
fn language_of(headers: &HeaderMap) -> &'static str {
    let accepted = text_header(headers, "accept-language").unwrap_or_default();
    let wished = accepted.split(',').map(|tag| tag.split(';').next().unwrap_or_default().trim());
    let wished: Vec<&str> = wished.filter(|tag| !tag.is_empty()).collect();
    negotiate(&wished, &SHELL_LANGUAGES)
}
