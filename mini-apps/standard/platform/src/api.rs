//! The national platform's HTTP interface: paths and bodies, shared by the server, the shell and the tools.
//!
//! All bodies are JSON. A person's requests carry their access token (`Authorization: Bearer`); a department's
//! and the operator's carry their own token. Errors are `application/problem+json` (RFC 9457): [`crate::Problem`].

use serde::{Deserialize, Serialize};

use fingertip_standard::{
    AppId, CaseId, DepartmentId, HelperLinkId, OperationId, RegionCode, RunningApp, ServiceId,
};

use crate::CaseState;

/// `GET`: [`PlatformInfo`]. Open to all.
pub const INFO: &str = "/api/v1/info";
/// `GET`: [`crate::Catalogue`], open to all, with an `ETag`. `PUT`: replaces it, the operator only.
pub const CATALOGUE: &str = "/api/v1/catalogue";
/// `GET`: every [`crate::ServiceRating`] with at least [`crate::ServiceRating::LEAST`] ratings. Open to all.
pub const RATINGS: &str = "/api/v1/ratings";
/// `POST` [`SubmitCase`] with [`IDEMPOTENCY_KEY`]: [`crate::Case`], 201. `GET`: the person's cases, newest first.
pub const CASES: &str = "/api/v1/cases";
/// `GET`: [`crate::Helpers`]. `POST` [`AcceptHelp`] by the one who shall help: [`crate::HelperLink`], 201.
pub const HELPERS: &str = "/api/v1/helpers";
/// `POST`: a [`crate::HelperCode`] for the person who wants to be helped, 201. It takes the place of an earlier one.
pub const HELPER_CODES: &str = "/api/v1/helpers/codes";
/// The header that makes a repeated request the same request (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The header in which the host names the running mini-app: [`RunningApp`] as JSON. Stamped by the shell, never by a guest.
pub const RUNNING_APP: &str = "fingertip-app";
/// The header in which the gateway names the person to a department, pairwise: no other department shares the name.
pub const SUBJECT: &str = "fingertip-subject";

/// `GET`: one [`crate::Case`].
#[must_use]
pub fn case(id: &CaseId) -> String {
    format!("{CASES}/{id}")
}

/// `PUT` [`crate::Rating`]: the rated [`crate::Case`]. Once a case, only when handled.
#[must_use]
pub fn rating(id: &CaseId) -> String {
    format!("{CASES}/{id}/rating")
}

/// `DELETE` by either side: nobody helps any more, 204.
#[must_use]
pub fn helper(link: &HelperLinkId) -> String {
    format!("{HELPERS}/{link}")
}

/// `GET` by the helper: the other person's [`crate::Case`]s without their documents and ratings. The other person sees that it was done.
#[must_use]
pub fn helped_cases(link: &HelperLinkId) -> String {
    format!("{HELPERS}/{link}/cases")
}

/// `POST` [`OperationRequest`]: [`OperationReply`]. The gateway adds the pairwise subject and routes to the department.
#[must_use]
pub fn operation(department: &DepartmentId, operation: &OperationId) -> String {
    format!("/api/v1/departments/{department}/operations/{operation}")
}

/// `POST` [`AdvanceCase`] by the department: the advanced [`crate::Case`].
#[must_use]
pub fn advance(department: &DepartmentId, id: &CaseId) -> String {
    format!("/api/v1/departments/{department}/cases/{id}/steps")
}

/// `GET`: a department's document keys as a JWK set (RFC 7517). Open to all.
#[must_use]
pub fn department_keys(department: &DepartmentId) -> String {
    format!("/api/v1/departments/{department}/jwks.json")
}

/// What a shell needs to know first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformInfo {
    /// The nation's name for this platform.
    pub name: fingertip_standard::LocalText,
    /// The OIDC issuer (discovery stands under it).
    pub issuer: String,
    /// This shell's client id at the issuer.
    pub client_id: String,
    /// Where the TUF metadata stands.
    pub metadata_url: String,
    /// Where the TUF targets stand.
    pub targets_url: String,
    /// Where [`PaymentOrder`]s are paid.
    pub payments_url: String,
}

/// A case as the person hands it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The claims that the person agreed to share for it.
    #[serde(default)]
    pub claims: std::collections::BTreeMap<fingertip_standard::ClaimName, String>,
}

/// A file handed in with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedFile {
    /// The input it was chosen in.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content, base64.
    pub content: String,
}

/// What the one who shall help was told by the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptHelp {
    /// The [`crate::HelperCode`]'s digits.
    pub code: String,
}

/// What a department does with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvanceCase {
    /// The new state.
    pub state: CaseState,
    /// What the person is told.
    #[serde(default)]
    pub note: Option<String>,
    /// Documents that came of it, each a compact JWS.
    #[serde(default)]
    pub documents: Vec<String>,
}

/// The platform tells a department of a new case: `POST {backend}/cases`, with the department's token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispatchedCase {
    /// Its reference.
    pub id: CaseId,
    /// The person, pairwise for this department.
    pub subject: String,
    /// Which mini-app submitted it.
    pub app: RunningApp,
    /// What was submitted.
    pub case: SubmitCase,
}

/// A mini-app's call to its department's backend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationRequest {
    /// The mini-app's own body, as JSON text.
    pub body: String,
}

/// The department's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationReply {
    /// The department's own body, as JSON text.
    pub body: String,
}

/// What the shell's payment sheet orders: `POST` to `payments_url` with [`IDEMPOTENCY_KEY`]; answered by [`Receipt`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The payment's id.
    pub id: String,
    /// The JWS that the payee checks.
    pub jws: String,
}
