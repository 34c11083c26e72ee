//! The bodies that are sent and answered, beside those of the things themselves ([`crate::Case`], [`crate::Catalogue`]).

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{
    AppId, CaseId, ClaimName, DepartmentId, HelperLinkId, LocalText, OperationId, RegionCode, RunningApp,
    ServiceId,
};
use fingertip_typed::Nation;

use super::joint::DispatchedJoint;
use crate::{
    CaseAsk, CaseState, Mandate,
    api::{
        providers::{AssuranceLevel, IdentityProvider},
        switches::Switches,
    },
};

/// What a shell needs to know first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlatformInfo {
    /// The nation's name for this platform.
    pub name: fingertip_standard::LocalText,
    /// The OIDC issuer (discovery stands under it).
    pub issuer: String,
    /// This shell's client id at the issuer.
    pub client_id: String,
    /// The resource indicator of this platform (RFC 8707), an absolute URI: access tokens for the platform are asked for with it, and
    /// hold it as their audience. None where the issuer knows no resources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// Every provider at which people can sign in, in the nation's order, [`issuer`](Self::issuer)'s among them; none where that is the only
    /// one ([`identity_providers`](Self::identity_providers)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<IdentityProvider>,
    /// Where the TUF metadata stands.
    pub metadata_url: String,
    /// Where the TUF targets stand.
    pub targets_url: String,
    /// Where [`PaymentOrder`]s are paid.
    pub payments_url: String,
    /// The audience of tokens for the payment service, as the issuer names it: they are got for the platform's own (RFC 8693). None where
    /// it takes the platform's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payments_audience: Option<String>,
    /// Where the issuer lists on which devices the person is signed in: `GET` gives [`SignedInDevice`]s, `DELETE` with an id behind it ends
    /// one. It is at the issuer's own origin and takes the platform's token. None where the issuer lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub devices_url: Option<String>,
    /// Which operations of departments change something. A device calls them only for a person who has pressed for it; a mini-app's
    /// word does not count.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changing_operations: BTreeMap<DepartmentId, BTreeSet<OperationId>>,
    /// How long a standing consent holds, in days; none where the nation leaves it to the standard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_days: Option<u32>,
    /// The nation's one time zone, a name of the IANA time zone database: the last day of a document and today are days there, wherever the
    /// person is. None where the nation does not say; the device's own zone then counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// What the nation's telephone numbers, ids, postcodes and plates look like; none where they are those that the shell was built with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Nation>,
    /// How long sessions last, and when a person shows anew who they are.
    #[serde(default, skip_serializing_if = "SessionRules::is_none")]
    pub sessions: SessionRules,
    /// What is switched off now, and which version of the app is needed.
    #[serde(default, skip_serializing_if = "Switches::is_none")]
    pub switches: Switches,
}

impl PlatformInfo {
    /// Where people can sign in: never nowhere. A platform that names one issuer alone relies on it for everything.
    #[must_use]
    pub fn identity_providers(&self) -> Vec<IdentityProvider> {
        if !self.providers.is_empty() {
            return self.providers.clone();
        }
        vec![IdentityProvider {
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            resource: self.resource.clone(),
            name: LocalText::default(),
            audience: LocalText::default(),
            assurance: AssuranceLevel::High,
            acr: BTreeMap::new(),
            devices_url: self.devices_url.clone(),
        }]
    }
}

/// How long sessions last on a device, and when a person shows anew who they are. What is not said is not limited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionRules {
    /// After how many minutes without an act of the person a session ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_minutes: Option<u32>,
    /// After how many minutes a session ends whatever is done in it; a person who shows anew who they are begins another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_minutes: Option<u32>,
    /// For how many minutes it counts that a person showed who they are. Later they are asked anew before they pay, sign, take their
    /// records along or agree for the first time to tell their id number (step-up, RFC 9470).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fresh_minutes: Option<u32>,
    /// The classes of sign-in of which one must then be reached (`acr_values`, OpenID Connect Core 3.1.2.1), the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acr_values: Vec<String>,
}

impl SessionRules {
    /// Whether nothing is limited.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A device on which the person is signed in, as the identity provider tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignedInDevice {
    /// Its id with the provider.
    pub id: String,
    /// What it calls itself; empty where it did not say.
    pub name: String,
    /// When the person signed in there.
    pub since: Timestamp,
    /// When it was used last, as far as the provider has seen.
    pub used: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// A case as the person hands it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubmitCase {
    /// The service asked for.
    pub service: ServiceId,
    /// Where.
    pub region: RegionCode,
    /// The mini-app's own form, as JSON text.
    pub body: String,
    /// Documents handed in with it, each a compact JWS.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Files handed in with it.
    #[serde(default)]
    pub files: Vec<SubmittedFile>,
    /// The claims that the person agreed to share for it, and that [`proof`](Self::proof) proves: the same ones with the same
    /// values, or the case is not taken.
    #[serde(default)]
    pub claims: BTreeMap<ClaimName, String>,
    /// What the identity provider vouches for: an SD-JWT VC (RFC 9901) with a key binding. It discloses exactly
    /// [`claims`](Self::claims), is about the person whose access token comes with it, and its key binding has the platform's URL as
    /// `aud` and the idempotency key as `nonce`. It goes no further than to the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// Facts that the person agreed to share and that nobody vouches for: as good as what is typed into the form.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub told: BTreeMap<ClaimName, String>,
    /// For whom it is handed in, where that is not the caller: the link under which the caller helps them with a mandate that holds.
    /// [`claims`](Self::claims), [`proof`](Self::proof) and [`told`](Self::told) are then empty, for they would be the caller's own, and
    /// [`documents`](Self::documents) are the helped person's. No department is told the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<HelperLinkId>,
}

/// A file handed in with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubmittedFile {
    /// The input it was chosen in.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content, base64; empty where [`upload`](Self::upload) says where it is.
    #[serde(default)]
    pub content: String,
    /// The person's whole [`Upload`] that holds its content. The platform puts the content in place: a department never sees this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload: Option<String>,
}

/// A file to upload apart from its case. Its name and media type come with the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BeginUpload {
    /// Its length, in bytes; more than none.
    #[schemars(range(min = 1))]
    pub length: u64,
    /// The SHA-256 of its content, lower-case hex.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
}

/// How far an upload is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// How many bytes of it the platform has: the next piece begins there.
    pub offset: u64,
    /// The length of the whole file, in bytes.
    pub length: u64,
}

/// What somebody who wants to be helped lets the helper do. An empty body is one without a mandate: that is what was asked before there
/// were any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskForHelp {
    /// What the helper may hand in; none where they may follow alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
}

/// What the one who shall help was told by the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AcceptHelp {
    /// The [`crate::HelperCode`]'s digits.
    pub code: String,
}

/// What a department does with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AdvanceCase {
    /// The new state.
    pub state: CaseState,
    /// What the person is told, in every language in which it can be.
    #[serde(default, deserialize_with = "crate::case::said::read")]
    pub note: Option<LocalText>,
    /// Documents that came of it, each a compact JWS.
    #[serde(default)]
    pub documents: Vec<String>,
    /// What is asked of the person, all of it at once: with a state that asks something of them ([`CaseState::asks_person`]) and with no
    /// other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<CaseAsk>,
    /// The last day on which an answer is looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// Who has the case from now on, by name of office; none where that does not change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<LocalText>,
}

impl AdvanceCase {
    /// A step to `state` with nothing said.
    #[must_use]
    pub fn to(state: CaseState) -> Self {
        Self { state, note: None, documents: Vec::new(), asks: Vec::new(), answer_by: None, office: None }
    }
}

/// The platform tells a department of a new case: `POST {backend}/cases`, with the department's token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DispatchedCase {
    /// Its reference.
    pub id: CaseId,
    /// The person, pairwise for this department.
    pub subject: String,
    /// Which mini-app submitted it. Of a step of a joint case: none, and [`crate::joint::form_app`] of version nought stands here; its
    /// [`SubmitCase::body`] is then an object of those answers of the form that the step is given, each a text.
    pub app: RunningApp,
    /// What was submitted, as the person wrote it: nothing in it is proven, and [`SubmitCase::claims`] and [`SubmitCase::proof`] are
    /// empty. What is proven stands in [`proven`](Self::proven), so that nobody takes one for the other.
    pub case: SubmitCase,
    /// What was proven of the person; none where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proven: Option<ProvenFacts>,
    /// Of which joint case it is a step; none where it is a case by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<DispatchedJoint>,
}

/// Facts about a person that their identity provider vouches for, checked by the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProvenFacts {
    /// Who vouches for them: the identity provider's issuer URL.
    pub by: String,
    /// When it said so.
    pub at: Timestamp,
    /// The facts.
    pub claims: BTreeMap<ClaimName, String>,
}

/// A mini-app's call to its department's backend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OperationRequest {
    /// The mini-app's own body, as JSON text.
    pub body: String,
    /// For whom it is asked, where that is not the caller: see [`SubmitCase::on_behalf`]. The department answers as to that person, and
    /// they see that it was asked. An operation that changes something is not called for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<HelperLinkId>,
}

/// The department's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OperationReply {
    /// The department's own body, as JSON text.
    pub body: String,
}

/// What the shell's payment sheet orders: `POST` to `payments_url` with [`crate::api::IDEMPOTENCY_KEY`]; answered by [`Receipt`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PaymentOrder {
    /// The mini-app's reference for the bill.
    pub bill_reference: String,
    /// Who is paid.
    pub payee: String,
    /// ISO 4217.
    pub currency: String,
    /// The amount in minor units.
    pub minor: i64,
    /// For which mini-app.
    pub app: AppId,
}

/// The proof of a payment: a compact JWS by the payment service over the [`PaymentOrder`] and an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Receipt {
    /// The payment's id.
    pub id: String,
    /// The JWS that the payee checks.
    pub jws: String,
}
