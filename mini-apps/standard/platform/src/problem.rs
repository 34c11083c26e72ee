//! Why a request was not done: problems (RFC 9457) and the one table of their codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An error of the platform (RFC 9457). `code` is stable; `title` is for the log; `detail` is a department's own
/// words for the person, when it has any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// A stable id: `case-not-found`.
    pub code: ProblemCode,
    /// What it means, in English.
    pub title: String,
    /// A department's own words for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

macro_rules! problem_codes {
    ($($name:ident, $code:literal, $status:literal, $title:literal;)*) => {
        /// What kept a request from being done. The texts are stable; the names below are their kebab-case.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum ProblemCode {
            $(#[doc = concat!("`", $code, "`, ", $status, ": ", $title, ".")] $name,)*
            /// A code of a newer platform, or a department's own, kept as it came.
            Unknown(String),
        }

        impl ProblemCode {
            /// Every code that this version knows.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$name => $code,)* Self::Unknown(code) => code }
            }

            /// The HTTP status that it is answered with.
            #[must_use]
            pub fn status(&self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Unknown(_) => 422 }
            }

            /// What it means, in English.
            #[must_use]
            pub fn title(&self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Unknown(_) => "the request was refused" }
            }
        }

        impl From<String> for ProblemCode {
            fn from(code: String) -> Self {
                match code.as_str() { $($code => Self::$name,)* _ => Self::Unknown(code) }
            }
        }
    };
}

problem_codes! {
    NotFound, "not-found", 404, "there is nothing at this address";
    MethodNotAllowed, "method-not-allowed", 405, "this address does not take that method";
    BodyMalformed, "body-malformed", 400, "the body does not read as what belongs here";
    BodyTooLarge, "body-too-large", 413, "the body is too large";
    TokenInvalid, "token-invalid", 401, "the access token is missing or not valid here";
    TokenExpired, "token-expired", 401, "the access token has expired";
    StepUpNeeded, "step-up-needed", 403, "the person showed who they are too long ago for this";
    AssuranceSubstantialNeeded, "assurance-substantial-needed", 403, "the person signed in with less than substantial assurance";
    AssuranceHighNeeded, "assurance-high-needed", 403, "the person signed in with less than high assurance";
    LogoutInvalid, "logout-invalid", 400, "the logout token is not the identity provider's, or does not say which session has ended";
    OperatorTokenInvalid, "operator-token-invalid", 401, "the operator's token is missing or wrong";
    DepartmentTokenInvalid, "department-token-invalid", 401, "the department's token is missing or wrong";
    SignatureInvalid, "signature-invalid", 401, "the request is not signed by the platform, or not as it came";
    IssuerUnavailable, "issuer-unavailable", 503, "the identity provider does not answer";
    NameUnknown, "name-unknown", 403, "the identity provider does not tell this person's name";
    RunningAppMalformed, "running-app-malformed", 400, "the header that names the running mini-app is missing or malformed";
    AppNotPublished, "app-not-published", 403, "the running mini-app is none that its department has published";
    WrongDepartment, "wrong-department", 403, "the running mini-app belongs to another department";
    IdempotencyKeyMalformed, "idempotency-key-malformed", 400, "the idempotency key is missing or malformed";
    IdempotencyKeyReused, "idempotency-key-reused", 422, "the idempotency key was used for another request";
    ServiceUnknown, "service-unknown", 422, "there is no such service";
    ServiceNotOnline, "service-not-online", 422, "the department takes no cases online";
    RegionNotServed, "region-not-served", 422, "the service is not offered in this region";
    ProofMissing, "proof-missing", 422, "claims are sent that nobody vouches for";
    ProofInvalid, "proof-invalid", 422, "the proof of the claims does not hold";
    ProofExpired, "proof-expired", 422, "the proof of the claims is too old";
    JointUnknown, "joint-unknown", 422, "the life event is not asked for with one form";
    JointFormInvalid, "joint-form-invalid", 422, "the form does not fit the life event";
    JointNotFound, "joint-not-found", 404, "there is no such joint case";
    JointState, "joint-state", 409, "nothing there can be taken back any more";
    TooManyRequests, "too-many-requests", 429, "more was asked than is answered at a time; later again";
    CaseNotFound, "case-not-found", 404, "there is no such case";
    CaseState, "case-state", 409, "a case in this state does not take that step";
    ActIncomplete, "act-incomplete", 422, "what the person says lacks something that is required";
    WordsTooLong, "words-too-long", 422, "the words are too long";
    AsksInvalid, "asks-invalid", 422, "what is asked of the person cannot be asked so";
    DeadLetterUnknown, "dead-letter-unknown", 404, "nothing is put aside under this id";
    CaseNotHandled, "case-not-handled", 409, "a case is rated once it is handled";
    AlreadyRated, "already-rated", 409, "a case is rated once";
    RatingUnknown, "rating-unknown", 404, "there is no such rating";
    RatingState, "rating-state", 409, "a rating in this state does not take that step";
    RatingTooLong, "rating-too-long", 422, "the words of a rating are too long";
    HelperCodeUnknown, "helper-code-unknown", 404, "the code is not taken";
    HelperTries, "helper-tries", 429, "too many wrong codes were tried; later again";
    HelperOwn, "helper-own", 409, "nobody is their own helper";
    HelperTooMany, "helper-too-many", 409, "the person has as many helpers as there may be";
    HelperLinkUnknown, "helper-link-unknown", 404, "nobody helps under this link";
    MandateInvalid, "mandate-invalid", 403, "there is no mandate for this that holds today";
    FactsOfAnother, "facts-of-another", 422, "facts of the helper are no facts of the person whom they help";
    UploadUnknown, "upload-unknown", 404, "there is no such upload";
    UploadOffset, "upload-offset", 409, "the piece does not begin where the upload ends";
    UploadTooLarge, "upload-too-large", 413, "the file is too large";
    UploadTooMany, "upload-too-many", 409, "the person has as many uploads as there may be";
    UploadIncomplete, "upload-incomplete", 422, "an upload is not here as it was promised";
    DepartmentUnknown, "department-unknown", 404, "there is no such department";
    OperationUnknown, "operation-unknown", 404, "the department has no such operation";
    DepartmentUnavailable, "department-unavailable", 503, "the department does not answer";
    DepartmentRefused, "department-refused", 422, "the department refuses";
    DocumentInvalid, "document-invalid", 422, "a document is not signed by the department";
    DocumentOfAnother, "document-of-another", 422, "a document was issued to somebody else";
    DocumentExpired, "document-expired", 422, "a document is not valid any more";
    CatalogueInconsistent, "catalogue-inconsistent", 422, "the catalogue contradicts itself";
    CatalogueVersionUnknown, "catalogue-version-unknown", 404, "nobody remembers this version of the catalogue";
    CatalogueSliceUnknown, "catalogue-slice-unknown", 404, "nobody has this slice of the catalogue";
    RegionUnknown, "region-unknown", 404, "there is no such region";
    InputInvalid, "input-invalid", 422, "the input cannot be used";
    PaymentRefused, "payment-refused", 422, "the amount or currency cannot be paid here";
    PlatformFailed, "platform-failed", 500, "the platform could not do it";
}

impl JsonSchema for ProblemCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ProblemCode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known: Vec<_> = Self::ALL.iter().map(Self::as_str).collect();
        schemars::json_schema!({
            "description": "What kept a request from being done. A newer platform or a department may say others.",
            "anyOf": [{ "type": "string", "enum": known }, { "type": "string" }]
        })
    }
}

impl From<ProblemCode> for String {
    fn from(code: ProblemCode) -> Self {
        code.as_str().to_owned()
    }
}

impl std::fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_of_a_newer_platform_is_kept_as_it_came() {
        let problem: Problem =
            serde_json::from_str(r#"{"code":"moon-full","title":"t"}"#).expect("a problem");
        assert_eq!(problem.code, ProblemCode::Unknown("moon-full".into()));
        assert_eq!(serde_json::to_value(&problem).expect("JSON")["code"], "moon-full");
    }

    #[test]
    fn every_code_reads_as_itself_and_stands_once() {
        let texts: BTreeSet<&str> = ProblemCode::ALL.iter().map(ProblemCode::as_str).collect();
        assert_eq!(texts.len(), ProblemCode::ALL.len());
        for code in ProblemCode::ALL {
            assert_eq!(ProblemCode::from(code.as_str().to_owned()), *code);
            assert!((400..600).contains(&code.status()), "{code}");
        }
    }
}
