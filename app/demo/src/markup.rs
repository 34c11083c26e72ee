//! Pages for a browser: templates filled, values written so that they are no markup.

use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};

/// A page that runs nothing, stands in no frame and is kept nowhere.
pub(crate) fn html(status: StatusCode, page: String) -> Response {
    // Chromium applies form-action to the redirect that follows the form, hence the loopback address in it.
    let policy = "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, Html(page)).into_response()
}

/// Fills `{{name}}` in one pass, so that no value is taken for a placeholder.
pub(crate) fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut page = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once("{{").and_then(|(before, tail)| Some((before, tail.split_once("}}")?)))
    {
        page.push_str(before);
        page.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    page.push_str(rest);
    page
}

/// `text` as it stands in markup.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_neither_markup_nor_placeholders() {
        let values = [("a", escape("{{b}}<\"'&")), ("b", "secret".to_owned())];
        assert_eq!(fill("x{{a}}y{{c}}z", &values), "x{{b}}&lt;&quot;&#39;&amp;yz");
    }
}
