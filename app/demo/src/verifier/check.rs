//! Whether what was shown is true (OpenID4VP 8.6): who vouches for it, that its holder shows it now and to this department, and that it
//! answers what was asked.

use fingertip_credential::{Expected as Presented, verify};
use fingertip_kit::answer::read_json;
use jiff::{Timestamp, ToSpan, civil::Date};
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Map, Value};

/// What must hold.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    pub(super) audience: &'a str,
    pub(super) nonce: &'a str,
    pub(super) issuers: &'a [String],
    pub(super) now: Timestamp,
}

/// The claims that were shown, by the query that they answer; else what does not hold.
pub(super) async fn check(
    client: &reqwest::Client,
    token: &str,
    expected: Expected<'_>,
) -> Result<Map<String, Value>, &'static str> {
    let token: Map<String, Value> = serde_json::from_str(token).map_err(|_| "it is no object")?;
    let mut shown = Map::new();
    for (id, presentations) in token {
        let kind = match id.as_str() {
            "of-age" => "urn:fingertip:age:1",
            "born" | "name" => "urn:fingertip:identity:1",
            _ => return Err("nobody asked for it"),
        };
        // 8.1: one, where `multiple` was not said.
        let [Value::String(presentation)] = presentations.as_array().map(Vec::as_slice).unwrap_or_default()
        else {
            return Err("it is not one presentation");
        };
        let claims = believed(client, presentation, kind, expected).await?;
        shown.insert(id, Value::Object(claims));
    }
    // 6.4.2: one of the two that were required. What was to be, is: `values` are no more than a wish (6.4.1).
    let is_of_age = shown.get("of-age").is_some_and(|claims| claims.get("over-18") == Some(&true.into()));
    let born = shown.get("born").and_then(|claims| claims.get("birth-date")?.as_str()?.parse::<Date>().ok());
    let came_of_age = born.and_then(|born| born.checked_add(18.years()).ok());
    let today = expected.now.to_zoned(fingertip_kit::clock::nation_zone()).date();
    if is_of_age || came_of_age.is_some_and(|day| day <= today) {
        Ok(shown)
    } else {
        Err("nobody is shown to be of age")
    }
}

/// The claims of a presentation that one of the issuers vouches for.
async fn believed(
    client: &reqwest::Client,
    presentation: &str,
    kind: &str,
    expected: Expected<'_>,
) -> Result<Map<String, Value>, &'static str> {
    let mut why = "no issuer counts";
    for issuer in expected.issuers {
        let keys = keys(client, issuer).await.ok_or("an issuer's keys did not come")?;
        let Expected { audience, nonce, now, .. } = expected;
        match verify(presentation, &keys, Presented { issuer, kind, audience, nonce, now }) {
            Ok(proven) => return Ok(proven.claims.into_iter().collect()),
            Err(_) => why = "it does not verify",
        }
    }
    Err(why)
}

/// The keys of an issuer, where it announces them (draft-ietf-oauth-sd-jwt-vc, 4).
async fn keys(client: &reqwest::Client, issuer: &str) -> Option<JwkSet> {
    let mut at = url::Url::parse(issuer).ok()?;
    let path = format!("/.well-known/jwt-vc-issuer{}", at.path().trim_end_matches('/'));
    at.set_path(&path);
    let announced: Value = read_json(client.get(at).send().await.ok()?).await.ok()?;
    if announced.get("issuer")?.as_str()? != issuer {
        return None;
    }
    read_json(client.get(announced.get("jwks_uri")?.as_str()?).send().await.ok()?).await.ok()
}
