//! The national platform's HTTP interface: doors and bodies, shared by the server, the shell and the tools.
//!
//! All bodies are JSON. A person's requests carry their access token (`Authorization: Bearer`); a department's
//! and the operator's carry their own token. Errors are `application/problem+json` (RFC 9457): [`crate::Problem`].
//! Who may do what where stands in one table: [`routes`].

mod acts;
mod bodies;
mod joint;
pub mod openapi;
mod patterns;
mod providers;
mod ratings;
pub mod routes;
mod switches;

use fingertip_standard::{CaseId, DepartmentId, HelperLinkId, OperationId};

pub use acts::{CaseAct, CaseQueue, CaseReply, DeadLetter, DispatchedAct};
pub use bodies::{
    AcceptHelp, AdvanceCase, AskForHelp, BeginUpload, DispatchedCase, OperationReply, OperationRequest,
    PaymentOrder, PlatformInfo, ProvenFacts, Receipt, SessionRules, SignedInDevice, SubmitCase,
    SubmittedFile, Upload,
};
pub use joint::{DispatchedJoint, SubmitJointCase, WithdrawJointCase};
pub use providers::{AssuranceLevel, IdentityProvider, KnownPerson};
pub use ratings::{
    DepartmentRating, DepartmentRatings, ExclusionRequest, GivenRating, Indicator, IndicatorKind,
    RatingAppeal, ReviewDecision, ReviewKind,
};
pub use routes::{Caller, Carries, Method, Operation, Route};
pub use switches::{AppState, AppSwitch, Screen, Switches};

/// Where [`Operation::ShowInfo`] is.
pub const INFO: &str = "/api/v1/info";
/// Where [`Operation::ShowCatalogue`] and [`Operation::ReplaceCatalogue`] are.
pub const CATALOGUE: &str = "/api/v1/catalogue";
/// Where [`Operation::ListRatings`] is.
pub const RATINGS: &str = "/api/v1/ratings";
/// Where [`Operation::ListUses`] and [`Operation::ReportUse`] are.
pub const USES: &str = "/api/v1/uses";
/// Where [`Operation::ListCases`] and [`Operation::SubmitCase`] are.
pub const CASES: &str = "/api/v1/cases";
/// Where [`Operation::ListJointCases`] and [`Operation::SubmitJointCase`] are.
pub const JOINT_CASES: &str = "/api/v1/joint-cases";
/// Where [`Operation::ListHelpers`] and [`Operation::BecomeHelper`] are.
pub const HELPERS: &str = "/api/v1/helpers";
/// Where [`Operation::MakeHelperCode`] is.
pub const HELPER_CODES: &str = "/api/v1/helpers/codes";
/// The name in a query (`?after=`) of the place after which a list goes on, as the platform gave it.
pub const AFTER: &str = "after";
/// The header that makes a repeated request the same request (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The header with the place of a piece in its file, in bytes (draft-ietf-httpbis-resumable-upload-10, as the other three).
pub const UPLOAD_OFFSET: &str = "upload-offset";
/// The header with the length of the whole file, in bytes.
pub const UPLOAD_LENGTH: &str = "upload-length";
/// The header that says whether the file ends with this piece: `?1` or `?0`.
pub const UPLOAD_COMPLETE: &str = "upload-complete";
/// The header with the most that an upload and a piece may hold.
pub const UPLOAD_LIMIT: &str = "upload-limit";
/// The media type of a piece.
pub const PARTIAL_UPLOAD: &str = "application/partial-upload";
/// The media type of lines that travel packed (RFC 6713).
pub const PACKED: &str = "application/gzip";
/// The media type of linked data (JSON-LD 1.1).
pub const LINKED: &str = "application/ld+json";
/// The header in which the host names the running mini-app: [`fingertip_standard::RunningApp`] as JSON. Stamped by the
/// shell, never by a guest.
pub const RUNNING_APP: &str = "fingertip-app";
/// The header in which the gateway names the person to a department, pairwise: no other department shares the name.
pub const SUBJECT: &str = "fingertip-subject";

/// Where [`Operation::ShowCase`] is.
#[must_use]
pub fn case(id: &CaseId) -> String {
    Operation::ShowCase.route().path_with(&[id.as_str()])
}

/// Where [`Operation::RateCase`] is.
#[must_use]
pub fn rating(id: &CaseId) -> String {
    Operation::RateCase.route().path_with(&[id.as_str()])
}

/// Where [`Operation::ActOnCase`] is.
#[must_use]
pub fn acts(id: &CaseId) -> String {
    Operation::ActOnCase.route().path_with(&[id.as_str()])
}

/// Where [`Operation::AppealRating`] is.
#[must_use]
pub fn rating_appeal(id: &CaseId) -> String {
    Operation::AppealRating.route().path_with(&[id.as_str()])
}

/// Where [`Operation::ShowJointCase`] is.
#[must_use]
pub fn joint_case(id: &CaseId) -> String {
    Operation::ShowJointCase.route().path_with(&[id.as_str()])
}

/// Where [`Operation::WithdrawJointCase`] is.
#[must_use]
pub fn joint_withdrawals(id: &CaseId) -> String {
    Operation::WithdrawJointCase.route().path_with(&[id.as_str()])
}

/// Where [`Operation::EndHelp`] is.
#[must_use]
pub fn helper(link: &HelperLinkId) -> String {
    Operation::EndHelp.route().path_with(&[link.as_str()])
}

/// Where [`Operation::ListHelpedCases`] is.
#[must_use]
pub fn helped_cases(link: &HelperLinkId) -> String {
    Operation::ListHelpedCases.route().path_with(&[link.as_str()])
}

/// Where [`Operation::CallDepartment`] is.
#[must_use]
pub fn operation(department: &DepartmentId, operation: &OperationId) -> String {
    Operation::CallDepartment.route().path_with(&[department.as_str(), operation.as_str()])
}

/// Where [`Operation::AdvanceCase`] is.
#[must_use]
pub fn advance(department: &DepartmentId, id: &CaseId) -> String {
    Operation::AdvanceCase.route().path_with(&[department.as_str(), id.as_str()])
}

/// Where [`Operation::ListDepartmentCases`] is.
#[must_use]
pub fn department_cases(department: &DepartmentId) -> String {
    Operation::ListDepartmentCases.route().path_with(&[department.as_str()])
}

/// Where [`Operation::ShowDepartmentCase`] is.
#[must_use]
pub fn department_case(department: &DepartmentId, id: &CaseId) -> String {
    Operation::ShowDepartmentCase.route().path_with(&[department.as_str(), id.as_str()])
}

/// Where [`Operation::ReplyInCase`] is.
#[must_use]
pub fn reply(department: &DepartmentId, id: &CaseId) -> String {
    Operation::ReplyInCase.route().path_with(&[department.as_str(), id.as_str()])
}

/// Where [`Operation::ListDeadLetters`] is.
#[must_use]
pub fn dead_letters(department: &DepartmentId) -> String {
    Operation::ListDeadLetters.route().path_with(&[department.as_str()])
}

/// Where [`Operation::RetryDeadLetter`] is.
#[must_use]
pub fn dead_letter(department: &DepartmentId, id: &str) -> String {
    Operation::RetryDeadLetter.route().path_with(&[department.as_str(), id])
}

/// Where [`Operation::ShowDepartmentKeys`] is.
#[must_use]
pub fn department_keys(department: &DepartmentId) -> String {
    Operation::ShowDepartmentKeys.route().path_with(&[department.as_str()])
}
