//! A device that holds what the identity provider vouches for.

use fingertip_credential::{HolderKey, Presentation, key_proof, present};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::nation::Nation;

/// A device with what the provider vouches for.
pub(crate) struct Device {
    pub(crate) key: HolderKey,
    pub(crate) credential: String,
}

impl Device {
    /// A presentation of the claims `names`, made now.
    pub(crate) fn show(&self, audience: &str, nonce: &str, names: &[&str]) -> String {
        let to = Presentation { audience, nonce, now: Timestamp::now() };
        present(&self.credential, names, &self.key, to).expect("shown")
    }
}

impl Nation {
    /// The identity provider's name for itself.
    pub(crate) fn issuer(&self) -> String {
        self.oidc("").trim_end_matches('/').to_owned()
    }

    /// Fetches what the provider vouches for, onto a new device.
    pub(crate) async fn device(&self, access: &str) -> Device {
        let key = HolderKey::make().expect("a key");
        let nonce = self.client.post(self.oidc("nonce")).send().await.expect("answered");
        let nonce: Value = nonce.json().await.expect("JSON");
        let nonce = nonce["c_nonce"].as_str().expect("a nonce");
        let proof = key_proof::make(&key, &self.issuer(), nonce, Timestamp::now()).expect("made");
        let asked = json!({"credential_configuration_id": "person-facts", "proofs": {"jwt": [proof]}});
        let asked = self.client.post(self.oidc("credential")).bearer_auth(access).json(&asked);
        let answer: Value = asked.send().await.expect("answered").json().await.expect("JSON");
        let credential = answer["credentials"][0]["credential"].as_str().expect("a credential").to_owned();
        Device { key, credential }
    }

    /// The application with a proof of its claims, for a submission under `key`.
    pub(crate) async fn proven(&self, access: &str, key: &str, mut application: Value) -> Value {
        let device = self.device(access).await;
        let names: Vec<&str> =
            application["claims"].as_object().expect("claims").keys().map(String::as_str).collect();
        application["proof"] = device.show(&self.running.platform_url, key, &names).into();
        application
    }
}
