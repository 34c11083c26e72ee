//! What the identity provider vouches for of the person: fetched with the session's token, kept with the key that it is bound to,
//! and shown piece by piece (OpenID for Verifiable Credential Issuance 1.0, SD-JWT VC).

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use fingertip_credential::{Held, HolderKey, PERSON_FACTS, Presentation, TYPE, key_proof, present};
use fingertip_secrets::SecretStore;
use fingertip_standard::{ClaimName, LocalText};
use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;
use url::Url;

use crate::{Credentials, IdentityError, once::ShownOnce, slot};

/// A credential that ends sooner is as good as over: it has to outlive its way to the platform.
const MARGIN: SignedDuration = SignedDuration::from_mins(2);
/// The most credentials that are fetched for one showing.
const MOST_ONCE: usize = 4;
/// The largest answer that is read.
const MOST_BYTES: usize = 1 << 20;

/// What became of asking a provider for a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// It is kept, and can be shown.
    Kept,
    /// The provider vouches for nothing: what the person shares is what they say.
    NoneIssued,
}

/// A person as one issuer names them: another issuer's person of the same name is somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder<'a> {
    /// The issuer.
    pub issuer: &'a str,
    /// Its name for the person who is signed in.
    pub subject: &'a str,
}

/// What is shown, of whom, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Showing<'a> {
    /// The person who is signed in.
    pub holder: Holder<'a>,
    /// Who shall believe it: the platform's URL, without a slash at the end.
    pub audience: &'a str,
    /// The one request for which it is good: its idempotency key.
    pub nonce: &'a str,
}

/// The provider's credential of one profile and the key of this device that it is bound to, in the key store. A new credential comes
/// with a new key.
pub struct ProvenFacts {
    secrets: Arc<dyn SecretStore>,
    slot: String,
    client: Client,
}

impl std::fmt::Debug for ProvenFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProvenFacts").finish_non_exhaustive()
    }
}

/// How a credential is announced (OpenID4VCI 1.0, 12.2.4).
#[derive(Deserialize, Default)]
struct Announced {
    #[serde(default)]
    display: Vec<Display>,
}

#[derive(Deserialize)]
struct Display {
    name: String,
    #[serde(default)]
    locale: String,
}

/// What the key store holds.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// PKCS #8 (RFC 5208) in base64.
    key: String,
    credential: String,
}

/// The issuer's metadata (OpenID4VCI 1.0, 12.2.4), as far as it is used.
#[derive(Deserialize)]
struct IssuerMetadata {
    credential_issuer: String,
    credential_endpoint: Url,
    nonce_endpoint: Url,
    #[serde(default)]
    credential_configurations_supported: std::collections::BTreeMap<String, Configuration>,
}

#[derive(Deserialize)]
struct Configuration {
    format: String,
    #[serde(default)]
    vct: Option<String>,
    #[serde(default)]
    credential_metadata: Announced,
}

impl Configuration {
    /// What it is called, in the languages in which its issuer says so.
    /// Its kind where its issuer says nothing: nobody agrees to a blank.
    fn title(&self) -> LocalText {
        let named = self.credential_metadata.display.iter().filter(|one| !one.name.trim().is_empty());
        let title = LocalText(named.map(|one| (one.locale.clone(), one.name.clone())).collect());
        let kind = || LocalText([(String::new(), self.vct.clone().unwrap_or_default())].into());
        if title.is_empty() { kind() } else { title }
    }
}

#[derive(Deserialize)]
struct NonceAnswer {
    c_nonce: String,
}

#[derive(Deserialize)]
struct CredentialAnswer {
    credentials: Vec<IssuedCredential>,
}

#[derive(Deserialize)]
struct IssuedCredential {
    credential: String,
}

impl IssuerMetadata {
    /// What is issued in our format: under which name, of which kind, and what it is called.
    fn offered(&self) -> impl Iterator<Item = (&str, &str, LocalText)> {
        let all = self.credential_configurations_supported.iter();
        all.filter(|(_, one)| one.format == TYPE)
            .filter_map(|(name, one)| Some((name.as_str(), one.vct.as_deref()?, one.title())))
    }
}

impl ProvenFacts {
    /// What is kept for `slot`, the profile's name. Asks nothing of the network.
    ///
    /// # Errors
    /// [`IdentityError::Unreachable`] when there is no HTTP client on this device.
    pub fn open(secrets: Arc<dyn SecretStore>, slot: &str) -> Result<Self, IdentityError> {
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .map_err(|_| IdentityError::Unreachable { reason: "there is no client for HTTP" })?;
        Ok(Self { secrets, slot: slot::credential(slot), client })
    }

    /// Fetches a credential of `holder` from their provider and keeps it in place of an earlier one. `authorize` gives what a
    /// `POST` to an address carries, with the nonce that its server gave last.
    ///
    /// # Errors
    /// [`IdentityError::Unreachable`], [`IdentityError::Refused`] when an answer fails a check, [`IdentityError::Secrets`].
    pub async fn fetch<A: Future<Output = Result<Credentials, IdentityError>>>(
        &self,
        holder: Holder<'_>,
        authorize: impl Fn(Url, Option<String>) -> A,
        now: Timestamp,
    ) -> Result<Fetched, IdentityError> {
        let Some(metadata) = self.metadata(holder.issuer).await? else { return Ok(Fetched::NoneIssued) };
        let mut offered = metadata.offered();
        let Some((configuration, ..)) = offered.find(|(_, kind, _)| *kind == PERSON_FACTS) else {
            return Ok(Fetched::NoneIssued);
        };
        let (key, credential) = self.issued(holder.issuer, &metadata, configuration, &authorize, now).await?;
        self.keep(&key, credential, holder, now)?;
        Ok(Fetched::Kept)
    }

    /// Credentials of these `kinds` for one showing, each with a key of its own, as far as the person's provider issues them; they are kept
    /// nowhere. None is of [`PERSON_FACTS`], by which everybody to whom it is shown would know the person again. `authorize` as for
    /// [`Self::fetch`].
    ///
    /// # Errors
    /// [`IdentityError::Unreachable`], [`IdentityError::Refused`] when an answer fails a check.
    pub async fn fetch_once<A: Future<Output = Result<Credentials, IdentityError>>>(
        &self,
        holder: Holder<'_>,
        kinds: &BTreeSet<&str>,
        authorize: impl Fn(Url, Option<String>) -> A,
        now: Timestamp,
    ) -> Result<Vec<ShownOnce>, IdentityError> {
        let Some(metadata) = self.metadata(holder.issuer).await? else { return Ok(Vec::new()) };
        let wanted = metadata.offered().filter(|(_, kind, _)| *kind != PERSON_FACTS && kinds.contains(kind));
        let mut fetched = Vec::new();
        for (configuration, kind, title) in wanted.take(MOST_ONCE) {
            let (key, credential) =
                self.issued(holder.issuer, &metadata, configuration, &authorize, now).await?;
            fetched.push(ShownOnce::new(kind, title, key, credential, holder, now)?);
        }
        Ok(fetched)
    }

    /// What the issuer announces; none where it issues nothing.
    async fn metadata(&self, issuer: &str) -> Result<Option<IssuerMetadata>, IdentityError> {
        let at = well_known(issuer).ok_or(refused("the issuer is no address"))?;
        match ask::<IssuerMetadata>(self.client.get(at)).await? {
            Some(metadata) if metadata.credential_issuer != issuer => {
                Err(refused("the credential's issuer is another"))
            }
            metadata => Ok(metadata),
        }
    }

    /// A new credential and the key that it is bound to.
    async fn issued<A: Future<Output = Result<Credentials, IdentityError>>>(
        &self,
        issuer: &str,
        metadata: &IssuerMetadata,
        configuration: &str,
        authorize: &impl Fn(Url, Option<String>) -> A,
        now: Timestamp,
    ) -> Result<(HolderKey, String), IdentityError> {
        let nonce = ask::<NonceAnswer>(self.client.post(metadata.nonce_endpoint.clone())).await?;
        let nonce = nonce.ok_or(refused("the issuer gives no nonce"))?.c_nonce;
        let key = HolderKey::make().map_err(|_| refused("this device makes no key"))?;
        let proof =
            key_proof::make(&key, issuer, &nonce, now).map_err(|_| refused("this device makes no key"))?;
        let asked = json!({ "credential_configuration_id": configuration, "proofs": { "jwt": [proof] } });
        let endpoint = metadata.credential_endpoint.clone();
        let request = |carried: Credentials| {
            let request = self.client.post(endpoint.clone()).header("authorization", carried.authorization);
            let proven =
                carried.proof.into_iter().fold(request, |request, proof| request.header("dpop", proof));
            proven.json(&asked)
        };
        let mut answer = send(request(authorize(endpoint.clone(), None).await?)).await?;
        // RFC 9449 9: a server that wants its nonce in the proof says so once.
        let nonce =
            answer.headers().get("dpop-nonce").and_then(|nonce| nonce.to_str().ok()).map(str::to_owned);
        if let (StatusCode::UNAUTHORIZED, Some(nonce)) = (answer.status(), nonce) {
            answer = send(request(authorize(endpoint.clone(), Some(nonce)).await?)).await?;
        }
        let answer =
            read::<CredentialAnswer>(answer).await?.ok_or(refused("the issuer gives no credential"))?;
        let credential =
            answer.credentials.into_iter().next().ok_or(refused("the issuer gives no credential"))?;
        Ok((key, credential.credential))
    }

    fn keep(
        &self,
        key: &HolderKey,
        credential: String,
        holder: Holder<'_>,
        now: Timestamp,
    ) -> Result<(), IdentityError> {
        let held = Held::read(&credential).map_err(|_| refused("the credential is malformed"))?;
        if !is_of(&held, holder) {
            return Err(refused("the credential is of somebody else"));
        }
        if held.holder != *key.public() {
            return Err(refused("the credential is bound to another key"));
        }
        if !is_good(&held, now) {
            return Err(refused("the credential has run out"));
        }
        let kept = Kept { key: STANDARD.encode(key.to_pkcs8()), credential };
        let bytes = serde_json::to_vec(&kept).map_err(|_| refused("the credential cannot be written"))?;
        Ok(self.secrets.set(&self.slot, &bytes)?)
    }

    /// Which claims can be shown of `holder` now; none where there is no credential of theirs that is good a little
    /// longer.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails.
    pub fn known(
        &self,
        holder: Holder<'_>,
        now: Timestamp,
    ) -> Result<Option<BTreeSet<ClaimName>>, IdentityError> {
        let good = self.good(holder, now)?;
        Ok(good
            .map(|(held, ..)| held.claims.into_iter().filter(|(_, value)| value.is_string()))
            .map(|facts| facts.filter_map(|(name, _)| ClaimName::new(name).ok()).collect()))
    }

    /// A presentation that discloses `names` and nothing else; none where there is no good credential of the person, or one of the
    /// names is not in it.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails.
    pub fn present(
        &self,
        names: &[&ClaimName],
        showing: Showing<'_>,
        now: Timestamp,
    ) -> Result<Option<String>, IdentityError> {
        let Some((_, key, credential)) = self.good(showing.holder, now)? else { return Ok(None) };
        let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        let to = Presentation { audience: showing.audience, nonce: showing.nonce, now };
        Ok(present(&credential, &names, &key, to).ok())
    }

    /// What is kept, if it is the person's and good. What cannot be read is fetched anew.
    fn good(
        &self,
        holder: Holder<'_>,
        now: Timestamp,
    ) -> Result<Option<(Held, HolderKey, String)>, IdentityError> {
        let Some(bytes) = self.secrets.get(&self.slot)? else { return Ok(None) };
        let read = || {
            let Kept { key, credential } = serde_json::from_slice(&bytes).ok()?;
            let key = HolderKey::from_pkcs8(&STANDARD.decode(key).ok()?).ok()?;
            Some((Held::read(&credential).ok()?, key, credential))
        };
        Ok(read().filter(|(held, ..)| is_of(held, holder) && is_good(held, now)))
    }
}

fn is_of(held: &Held, holder: Holder<'_>) -> bool {
    held.issuer == holder.issuer && held.subject == holder.subject
}

pub(crate) fn is_good(held: &Held, now: Timestamp) -> bool {
    now.checked_add(MARGIN).is_ok_and(|soon| soon < held.expires_at)
}

/// Where an issuer announces what it issues: between the host and the path of its identifier (OpenID4VCI 1.0, 12.2.2).
fn well_known(issuer: &str) -> Option<Url> {
    let mut url = Url::parse(issuer).ok()?;
    let path = format!("/.well-known/openid-credential-issuer{}", url.path().trim_end_matches('/'));
    url.set_path(&path);
    Some(url)
}

/// The answer as JSON; none where there is nothing at the address.
async fn ask<T: DeserializeOwned>(request: RequestBuilder) -> Result<Option<T>, IdentityError> {
    read(send(request).await?).await
}

async fn send(request: RequestBuilder) -> Result<Response, IdentityError> {
    request.send().await.map_err(|_| IdentityError::Unreachable { reason: "credential" })
}

async fn read<T: DeserializeOwned>(mut answer: Response) -> Result<Option<T>, IdentityError> {
    let unreachable = |_| IdentityError::Unreachable { reason: "credential" };
    match answer.status() {
        StatusCode::NOT_FOUND => return Ok(None),
        status if status.is_server_error() => {
            return Err(IdentityError::Unreachable { reason: "credential" });
        }
        status if !status.is_success() => return Err(refused("the issuer gives no credential")),
        _ => {}
    }
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(unreachable)? {
        body.extend_from_slice(&part);
        if body.len() > MOST_BYTES {
            return Err(refused("the issuer's answer is too large"));
        }
    }
    serde_json::from_slice(&body).map(Some).map_err(|_| refused("the issuer's answer is malformed"))
}

pub(crate) fn refused(reason: &'static str) -> IdentityError {
    IdentityError::Refused { reason }
}
