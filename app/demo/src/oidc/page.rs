//! The pages that a person sees, one template per language.

use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};

use fingertip_kit::body::text_header;

use super::{params::Params, provider::Provider};
use crate::markup::{escape, fill, html};

/// A page's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Chinese,
    English,
}

impl Language {
    /// The first of `ui_locales`, then of `Accept-Language`, that there are pages in; Chinese otherwise.
    pub(crate) fn negotiate(params: &Params, headers: &HeaderMap) -> Self {
        let wanted = params.get("ui_locales").unwrap_or_default().split(' ');
        let accepted = text_header(headers, "accept-language").unwrap_or_default().split(',');
        wanted.chain(accepted).find_map(Self::of_tag).unwrap_or(Self::Chinese)
    }

    fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', ';']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            Self::English => "en",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

/// The login page's variable parts.
pub(crate) struct LoginPage<'a> {
    pub(crate) provider: &'a Provider,
    pub(crate) language: Language,
    /// The request's parameters, carried through the form.
    pub(crate) params: &'a Params,
    /// Where "cancel" leads.
    pub(crate) cancel: &'a str,
    /// Whether the passcode was wrong.
    pub(crate) has_error: bool,
    /// What has to be typed: the page shows it.
    pub(crate) passcode: &'a str,
}

/// Parameters that the form carries.
const CARRIED: [&str; 10] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "dpop_jkt",
    "acr_values",
];

impl LoginPage<'_> {
    /// The page with its status.
    pub(crate) fn answer(&self) -> Response {
        let template = match self.language {
            Language::Chinese => include_str!("pages/login.zh.html"),
            Language::English => include_str!("pages/login.en.html"),
        };
        let values = [
            ("provider", escape(self.provider.name.pick(self.language.tag()).0)),
            ("passcode", escape(self.passcode)),
            ("fields", self.fields()),
            ("persons", self.persons()),
            ("cancel", escape(self.cancel)),
            ("other", escape(&self.other_language())),
            ("error-state", if self.has_error { String::new() } else { "hidden".to_owned() }),
            ("invalid", self.has_error.to_string()),
        ];
        let status = if self.has_error { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        html(status, fill(template, &values))
    }

    fn fields(&self) -> String {
        let carried = CARRIED.iter().filter_map(|name| Some((*name, self.params.get(name)?)));
        let language = ("ui_locales", self.language.tag());
        let field = |(name, value): (&str, &str)| {
            format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(value))
        };
        carried.chain([language]).map(field).collect()
    }

    fn persons(&self) -> String {
        let chosen =
            self.params.get("person").or_else(|| self.provider.persons.first().map(|first| first.id));
        let row = |person: &crate::persons::Person| {
            let checked = if Some(person.id) == chosen { " checked" } else { "" };
            format!(
                "<label class=\"choice\"><input type=\"radio\" name=\"person\" value=\"{}\" required{checked}><span lang=\"zh-Hans\">{}</span> <span>{}</span></label>",
                person.id, person.name, person.birthdate
            )
        };
        self.provider.persons.iter().map(row).collect()
    }

    fn other_language(&self) -> String {
        let mut query =
            url::form_urlencoded::Serializer::for_suffix(String::from("authorize?"), "authorize?".len());
        for (name, value) in CARRIED.iter().filter_map(|name| Some((*name, self.params.get(name)?))) {
            query.append_pair(name, value);
        }
        query.append_pair("ui_locales", self.language.other().tag());
        query.finish()
    }
}

/// The page for a request that cannot be answered to its client.
pub(crate) fn refused(language: Language) -> Response {
    let page = match language {
        Language::Chinese => include_str!("pages/refused.zh.html"),
        Language::English => include_str!("pages/refused.en.html"),
    };
    html(StatusCode::BAD_REQUEST, page.to_owned())
}

/// The page after a session was ended.
pub(crate) fn signed_out(language: Language) -> Response {
    let page = match language {
        Language::Chinese => include_str!("pages/signed-out.zh.html"),
        Language::English => include_str!("pages/signed-out.en.html"),
    };
    html(StatusCode::OK, page.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_with_pages_is_taken() {
        let negotiate = |query: &str, accept: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("accept-language", accept.parse().expect("a header"));
            Language::negotiate(&Params::parse(query.as_bytes()), &headers)
        };
        assert_eq!(negotiate("ui_locales=fr en-GB", "zh"), Language::English);
        assert_eq!(negotiate("", "de, en;q=0.8, zh;q=0.5"), Language::English);
        assert_eq!(negotiate("ui_locales=zh-Hant", "en"), Language::Chinese);
        assert_eq!(negotiate("", "*"), Language::Chinese);
    }
}
