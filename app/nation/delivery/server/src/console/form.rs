//! Forms as they come back: from the console's own page, of the officer's own session, or not at all.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Form,
    extract::{FromRequest, FromRequestParts, Request},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use fingertip_contract::ProblemCode;
use fingertip_kit::{body::text_header, secrets};
use fingertip_standard::LocalText;

use super::{
    page::problem_page,
    session::{Console, FORM_TOKEN, Officer},
    words::Words,
};

/// The fields of a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(HashMap<String, String>);

impl Fields {
    /// A field without spaces at its ends; empty where it is not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map(|value| value.trim()).unwrap_or_default()
    }

    /// What an officer wrote, in the language of their page; none where they wrote nothing.
    pub(crate) fn text(&self, name: &str, words: &Words) -> Option<LocalText> {
        // Browsers send line ends as CR LF (HTML, 4.10.21.5).
        let said = self.get(name).replace("\r\n", "\n");
        (!said.is_empty()).then(|| LocalText::single(words.language, said))
    }
}

/// A form of an officer who is signed in.
pub(crate) struct Posted {
    pub(crate) officer: Officer,
    pub(crate) fields: Fields,
}

impl FromRequest<Arc<Console>> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, console: &Arc<Console>) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let officer =
            Officer::from_request_parts(&mut parts, console).await.map_err(IntoResponse::into_response)?;
        let is_own = is_same_origin(&parts.headers, &console.platform.url);
        let words = officer.words();
        let refuse = |code| problem_page(&words, Some(&officer), &code);
        let read =
            Form::<HashMap<String, String>>::from_request(Request::from_parts(parts, body), console).await;
        let Ok(Form(fields)) = read else { return Err(refuse(ProblemCode::BodyMalformed)) };
        let fields = Fields(fields);
        if !is_own || !secrets::is_same(fields.get(FORM_TOKEN), &officer.form_token) {
            return Err(refuse(ProblemCode::TokenInvalid));
        }
        Ok(Self { officer, fields })
    }
}

/// Whether a form comes from this site, as far as the browser says: where it says nothing, the session's token has to do (Fetch, 3.2; Fetch
/// Metadata, 2.4).
pub(crate) fn is_same_origin(headers: &HeaderMap, url: &str) -> bool {
    let is_site = text_header(headers, "sec-fetch-site").is_none_or(|site| site == "same-origin");
    let host = text_header(headers, "host").unwrap_or_default();
    let is_origin = text_header(headers, "origin").is_none_or(|origin| {
        origin == url || origin.split_once("://").is_some_and(|(_, authority)| authority == host)
    });
    is_site && is_origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_form_of_this_site_is_one_of_this_site() {
        let of = |pairs: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")))
                .collect();
            is_same_origin(&headers, "https://nation.example")
        };
        assert!(of(&[]) && of(&[("origin", "https://nation.example")]));
        assert!(of(&[
            ("origin", "http://127.0.0.1:80"),
            ("host", "127.0.0.1:80"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(!of(&[("origin", "https://elsewhere.example"), ("host", "nation.example")]));
        assert!(!of(&[("origin", "null"), ("host", "nation.example")]));
        assert!(!of(&[("sec-fetch-site", "cross-site")]) && !of(&[("sec-fetch-site", "same-site")]));
    }
}
