//! What is posted back (OpenID4VP 8.1, 8.2, 8.5), and what is answered to that.

use std::collections::BTreeMap;

use fingertip_contract::is_secure_address;
use serde_json::Value;
use url::{Url, form_urlencoded::Serializer};

/// The longest address that the person is sent back to, in bytes.
const MOST_ADDRESS_BYTES: usize = 8 << 10;

/// The answer to a request: of each query its one presentation, and the request's `state`, as a form.
pub(crate) fn answer(presentations: &BTreeMap<String, String>, state: Option<&str>) -> String {
    let tokens: serde_json::Map<String, Value> =
        presentations.iter().map(|(id, shown)| (id.clone(), Value::from(vec![shown.clone()]))).collect();
    form("vp_token", &Value::Object(tokens).to_string(), state)
}

/// A refusal with one of the protocol's codes, as a form. It says no word more: whoever asks learns nothing of the person by it.
pub(crate) fn refusal(code: &str, state: Option<&str>) -> String {
    form("error", code, state)
}

fn form(name: &str, value: &str, state: Option<&str>) -> String {
    let mut form = Serializer::new(String::new());
    form.append_pair(name, value);
    if let Some(state) = state {
        form.append_pair("state", state);
    }
    form.finish()
}

/// Where the person goes on, as the asker answered (`redirect_uri`, 8.2): a page of the web, or nowhere.
#[must_use]
pub fn return_address(reply: &[u8]) -> Option<Url> {
    let reply: Value = serde_json::from_slice(reply).ok()?;
    let address = reply.get("redirect_uri")?.as_str()?;
    let url = Url::parse(address).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    (address.len() <= MOST_ADDRESS_BYTES && is_secure_address(address) && is_plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presentation_stands_in_a_list_under_its_query() {
        let shown = BTreeMap::from([("age".to_owned(), "a~b~c".to_owned())]);
        let form = answer(&shown, Some("s.1"));
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        let expected = [("vp_token", r#"{"age":["a~b~c"]}"#), ("state", "s.1")];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(refusal("access_denied", None), "error=access_denied");
    }

    #[test]
    fn the_person_goes_on_at_a_page_of_the_web_and_nowhere_else() {
        let to = |reply: &str| return_address(reply.as_bytes()).map(String::from);
        let good = "https://tax.example/done#response_code=1";
        assert_eq!(to(&format!(r#"{{"redirect_uri":"{good}","x":1}}"#)).as_deref(), Some(good));
        for bad in [
            "{}",
            "[]",
            "",
            r#"{"redirect_uri":1}"#,
            r#"{"redirect_uri":"javascript:alert(1)"}"#,
            r#"{"redirect_uri":"http://tax.example/"}"#,
            r#"{"redirect_uri":"file:///etc/hosts"}"#,
            r#"{"redirect_uri":"https://tax.example@evil.example/"}"#,
            r#"{"redirect_uri":"fingertip://miniapp/cn.example.tax.form"}"#,
        ] {
            assert_eq!(to(bad), None, "{bad}");
        }
    }
}
