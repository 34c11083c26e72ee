//! What is shown once, to somebody who is not the platform: a credential with a key and a name of its own, so that nobody who is shown two
//! of them knows that they are of one person.

use fingertip_credential::{Held, HolderKey, Presentation, present};
use fingertip_standard::LocalText;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::{
    Holder, IdentityError,
    credential::{is_good, refused},
};

/// A credential for one showing. It is gone with this value, and so is its key.
pub struct ShownOnce {
    title: LocalText,
    held: Held,
    key: HolderKey,
    credential: String,
}

impl std::fmt::Debug for ShownOnce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShownOnce").finish_non_exhaustive()
    }
}

/// What may stand in the open: what it is, whose, until when (SD-JWT VC 3.2.2.2; SD-JWT 4.1.1, 4.2). No `status`: a place in a list is a
/// number by which its person is known again.
const OPEN: [&str; 9] = ["iss", "sub", "vct", "iat", "nbf", "exp", "cnf", "_sd", "_sd_alg"];

impl ShownOnce {
    /// # Errors
    /// [`IdentityError::Refused`] when it is not what was asked for: of another kind or issuer, bound to another key, run out, or by a name
    /// by which its person is known elsewhere.
    pub(crate) fn new(
        kind: &str,
        title: LocalText,
        key: HolderKey,
        credential: String,
        holder: Holder<'_>,
        now: Timestamp,
    ) -> Result<Self, IdentityError> {
        let held = Held::read(&credential).map_err(|_| refused("the credential is malformed"))?;
        if held.issuer != holder.issuer || held.open.get("vct").and_then(Value::as_str) != Some(kind) {
            return Err(refused("the credential is another"));
        }
        if held.subject == holder.subject {
            return Err(refused("the credential tells who shows it"));
        }
        if held.holder != *key.public() {
            return Err(refused("the credential is bound to another key"));
        }
        // What goes along whatever is chosen stands on no sheet: it must say nothing of its person.
        if held.open.keys().any(|name| !OPEN.contains(&name.as_str())) {
            return Err(refused("the credential tells more than is chosen"));
        }
        if !is_good(&held, now) {
            return Err(refused("the credential has run out"));
        }
        Ok(Self { title, held, key, credential })
    }

    /// Its kind (`vct`).
    #[must_use]
    pub fn kind(&self) -> &str {
        self.held.open.get("vct").and_then(Value::as_str).unwrap_or_default()
    }

    /// What its issuer calls it.
    #[must_use]
    pub fn title(&self) -> &LocalText {
        &self.title
    }

    /// What goes along whatever is chosen.
    #[must_use]
    pub fn open(&self) -> &Map<String, Value> {
        &self.held.open
    }

    /// What goes along when it is chosen.
    #[must_use]
    pub fn hidden(&self) -> Map<String, Value> {
        self.held.claims.clone().into_iter().collect()
    }

    /// A presentation that discloses `names` and nothing else to `audience`, for the one request `nonce`; none where one of the names is not in
    /// it, or it has run out meanwhile.
    #[must_use]
    pub fn present(&self, names: &[&str], audience: &str, nonce: &str, now: Timestamp) -> Option<String> {
        if !is_good(&self.held, now) {
            return None;
        }
        present(&self.credential, names, &self.key, Presentation { audience, nonce, now }).ok()
    }
}
