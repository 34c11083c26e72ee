//! What a visitor sees, one template per language.

use axum::{
    http::{HeaderMap, header},
    response::{Html, IntoResponse, Response},
};
use fingertip_kit::body::text_header;
use serde_json::{Map, Value};

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
        let accepted = text_header(headers, "accept-language").unwrap_or_default();
        let mut tags = accepted.split(',').map(|tag| tag.trim().to_ascii_lowercase());
        let is_english = tags.find(|tag| tag.starts_with("zh") || tag.starts_with("en"));
        let is_english = is_english.is_some_and(|tag| tag.starts_with("en"));
        let say = |chinese: &'static str, english: &'static str| if is_english { english } else { chinese };
        let title = say("夜间乘车证（示范）", "Night pass (demo)");
        let body = match self {
            Self::Begin { link } => format!(
                "<p>{}</p><p><a class=\"primary\" id=\"show\" href=\"{}\">{}</a></p>",
                say(
                    "年满18周岁才可以办理。用指尖出示：只出示“已满18周岁”，或者出示您的出生日期。姓名可以不出示。",
                    "For people of 18 and older. Show it with Fingertip: that you are 18, and no more, or your date of birth. Your name only if you like."
                ),
                escape(link),
                say("用指尖出示", "Show with Fingertip"),
            ),
            Self::Shown { shown } => {
                let claims = shown.values().filter_map(Value::as_object).flatten();
                let said = claims.map(|(name, value)| {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    format!("<dt>{}</dt><dd>{}</dd>", escape(name), escape(&value))
                });
                let said: String = said.collect();
                format!(
                    "<p id=\"taken\">{}</p><dl>{said}</dl>",
                    say("已收到，可以办理。", "Taken: your pass is valid from tonight.")
                )
            }
            Self::Declined => {
                let text = say(
                    "没有出示，没有办理。您也可以到窗口办理。",
                    "Nothing was shown, and nothing done. You can also come to a window.",
                );
                format!("<p id=\"declined\">{text}</p>")
            }
            Self::Strange => {
                let text =
                    say("请在开始办理的浏览器里继续。", "Please go on in the browser in which you began.");
                format!("<p>{text}</p>")
            }
        };
        let page = FRAME
            .replace("{{language}}", say("zh-Hans", "en"))
            .replace("{{title}}", title)
            .replace("{{body}}", &body);
        ([(header::CACHE_CONTROL, "no-store")], Html(page)).into_response()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
