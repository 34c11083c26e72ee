//! The platform is told of a session that has ended (OpenID Connect Back-Channel Logout 1.0): it takes no token of it any more, and the
//! device learns of it at its next contact.

use fingertip_kit::{clock, secrets};
use serde_json::json;

use super::provider::{CLIENT_ID, Provider};

/// How long a logout token is good, in seconds (2.4 recommends two minutes).
const SECONDS: i64 = 120;

/// Tells of the session `sid`. Where the platform cannot be told, its tokens run out by themselves.
pub(crate) async fn tell(provider: &Provider, sid: &str) {
    if let Err(error) = send(provider, sid).await {
        tracing::warn!(%error, "the platform was not told of a session that has ended");
    }
}

async fn send(provider: &Provider, sid: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let now = clock::now().as_second();
    let token = json!({
        "iss": provider.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + SECONDS, "jti": secrets::make_token(16)?,
        "events": { "http://schemas.openid.net/event/backchannel-logout": {} }, "sid": sid,
    });
    let token = provider.key.sign("logout+jwt", &token)?;
    let sent = provider.client.post(&provider.logout_url).form(&[("logout_token", token)]).send().await;
    sent.and_then(reqwest::Response::error_for_status).map_err(reqwest::Error::without_url)?;
    Ok(())
}
