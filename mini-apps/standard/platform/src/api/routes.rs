//! The one table of the platform's doors: who may do what where, with which bodies. Server, client and the published
//! description of the interface are made from it.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::{
    Case, Catalogue, CatalogueChange, HelperCode, HelperLink, Helpers, JointCase, ProblemCode, ServiceRating,
    api::{
        acts::{CaseAct, CaseQueue, CaseReply, DeadLetter},
        bodies::{
            AcceptHelp, AdvanceCase, AskForHelp, BeginUpload, OperationReply, OperationRequest, PlatformInfo,
            SubmitCase, Upload,
        },
        joint::{SubmitJointCase, WithdrawJointCase},
        providers::KnownPerson,
        ratings::{
            DepartmentRating, DepartmentRatings, ExclusionRequest, GivenRating, Indicator, RatingAppeal,
            ReviewDecision,
        },
    },
    use_counts::{ServiceUse, UseReport},
};

/// How a door is knocked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Reads headers alone.
    Head,
    /// Appends.
    Patch,
    /// Does something, each time anew but for an idempotency key.
    Post,
    /// Puts in place.
    Put,
    /// Takes away.
    Delete,
}

impl Method {
    /// As HTTP writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// Whoever asks.
    Anyone,
    /// A person with an access token of the identity provider.
    Person,
    /// The department that the path names, with its own token.
    Department,
    /// The operator, with their own token.
    Operator,
}

/// What a call carries beside its body, and what kind of body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// Nothing.
    Nothing,
    /// Nothing; its body is a form.
    Form,
    /// The running mini-app's stamp: [`crate::api::RUNNING_APP`].
    Stamp,
    /// The stamp, and [`crate::api::IDEMPOTENCY_KEY`], which makes a repeated request the same request.
    StampAndKey,
    /// [`crate::api::IDEMPOTENCY_KEY`] alone.
    Key,
    /// Nothing; its query says with [`crate::api::AFTER`] after what a list goes on, where it does not begin at its beginning.
    Place,
    /// The place of the body in its file: [`crate::api::UPLOAD_OFFSET`] and [`crate::api::UPLOAD_COMPLETE`].
    Offset,
}

/// The type of a body.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its schema.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Its media type, where that is not what such bodies usually have.
    pub media_type: Option<&'static str>,
}

const fn body<T: JsonSchema>() -> Option<Shape> {
    Some(Shape { schema: SchemaGenerator::subschema_for::<T>, media_type: None })
}

/// A JWK set (RFC 7517), which is a type of another standard.
const KEYS: Option<Shape> = Some(Shape {
    schema: |_| {
        json_schema!({
            "type": "object", "required": ["keys"], "properties": { "keys": { "type": "array", "items": { "type": "object" } } },
            "description": "A JWK set (RFC 7517)."
        })
    },
    media_type: None,
});

/// A piece of a file, as it is.
const PIECE: Option<Shape> = Some(Shape {
    schema: |_| json_schema!({ "description": "The bytes from the offset on." }),
    media_type: None,
});

/// Lines of text as gzip (RFC 1952).
const PACKED: Option<Shape> = Some(Shape {
    schema: |_| json_schema!({ "description": "Lines of text, as gzip (RFC 1952)." }),
    media_type: Some(super::PACKED),
});

/// A catalogue as linked data (JSON-LD 1.1), for catalogues of others.
const LINKED: Option<Shape> = Some(Shape {
    schema: |_| {
        json_schema!({
            "type": "object", "required": ["@context", "@graph"],
            "properties": { "@context": {}, "@graph": { "type": "array", "items": { "type": "object" } } },
            "description": "A graph of linked data (JSON-LD)."
        })
    },
    media_type: Some(super::LINKED),
});

/// What an identity provider says of a session that has ended, as a form (OpenID Connect Back-Channel Logout 1.0, 2.5).
const LOGOUT: Option<Shape> = Some(Shape {
    schema: |_| {
        json_schema!({
            "type": "object", "required": ["logout_token"],
            "properties": { "logout_token": { "type": "string", "description": "A JWT of the identity provider." } }
        })
    },
    media_type: None,
});

/// A door.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// How it is knocked at.
    pub method: Method,
    /// Where it is; names in braces stand for ids.
    pub path: &'static str,
    /// Who may call.
    pub caller: Caller,
    /// What a call carries.
    pub carries: Carries,
    /// What is sent.
    pub request: Option<Shape>,
    /// What is answered.
    pub response: Option<Shape>,
    /// The status of a success.
    pub status: u16,
    /// What may keep it from being done, beside what may anywhere.
    pub problems: &'static [ProblemCode],
    /// What it does, in a sentence.
    pub summary: &'static str,
}

impl Route {
    /// Its path with `ids` in the places of the names in braces, in their order.
    #[must_use]
    pub fn path_with(&self, ids: &[&str]) -> String {
        let mut ids = ids.iter();
        let parts = self.path.split('/').map(|part| match part.strip_prefix('{') {
            Some(_) => ids.next().copied().unwrap_or_default(),
            None => part,
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// The names in braces.
    pub fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }

    /// Whether the same request sent twice is as good as sent once.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        matches!(self.method, Method::Get | Method::Head)
            || matches!(self.carries, Carries::StampAndKey | Carries::Key)
    }

    /// Every problem that a caller of this door may meet.
    #[must_use]
    pub fn all_problems(&self) -> Vec<ProblemCode> {
        let of_caller: &[ProblemCode] = match self.caller {
            Caller::Anyone => &[],
            Caller::Person => {
                &[ProblemCode::TokenInvalid, ProblemCode::TokenExpired, ProblemCode::IssuerUnavailable]
            }
            Caller::Department => &[ProblemCode::DepartmentTokenInvalid],
            Caller::Operator => &[ProblemCode::OperatorTokenInvalid],
        };
        let of_headers: &[ProblemCode] = match self.carries {
            Carries::Nothing | Carries::Form | Carries::Place | Carries::Offset => &[],
            Carries::Key => &[ProblemCode::IdempotencyKeyMalformed, ProblemCode::IdempotencyKeyReused],
            Carries::Stamp => &[ProblemCode::RunningAppMalformed],
            Carries::StampAndKey => &[
                ProblemCode::RunningAppMalformed,
                ProblemCode::IdempotencyKeyMalformed,
                ProblemCode::IdempotencyKeyReused,
            ],
        };
        let of_body: &[ProblemCode] = if self.request.is_some() {
            &[ProblemCode::BodyMalformed, ProblemCode::BodyTooLarge]
        } else {
            &[]
        };
        let of_path: &[ProblemCode] = if self.path.contains('{') { &[ProblemCode::NotFound] } else { &[] };
        [
            of_caller,
            of_headers,
            of_body,
            of_path,
            self.problems,
            &[ProblemCode::TooManyRequests, ProblemCode::PlatformFailed],
        ]
        .concat()
    }
}

macro_rules! operations {
    ($($name:ident, $id:literal, $summary:literal, $method:ident $path:literal, $caller:ident, $carries:ident,
       $request:expr => $status:literal $response:expr, [$($problem:ident),*];)*) => {
        /// What may be done at the platform; each has one door.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Operation {
            $(#[doc = $summary] $name,)*
        }

        impl Operation {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its stable id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Whether its body may be left out: one that was added to it later is then as good as empty.
            #[must_use]
            pub fn may_be_asked_without_body(self) -> bool {
                matches!(self, Self::MakeHelperCode)
            }

            /// Its door.
            #[must_use]
            pub fn route(self) -> Route {
                match self {
                    $(Self::$name => Route {
                        method: Method::$method,
                        path: $path,
                        caller: Caller::$caller,
                        carries: Carries::$carries,
                        request: $request,
                        response: $response,
                        status: $status,
                        problems: const { &[$(ProblemCode::$problem),*] },
                        summary: $summary,
                    },)*
                }
            }
        }
    };
}

operations! {
    ShowInfo, "show-info", "What a shell needs to know first.",
        Get "/api/v1/info", Anyone, Nothing, None => 200 body::<PlatformInfo>(), [];
    ShowInterface, "show-interface", "This description, as OpenAPI 3.1.",
        Get "/api/v1/openapi.json", Anyone, Nothing, None => 200 body::<Value>(), [];
    ShowCatalogue, "show-catalogue", "Everything that the nation offers, with an entity tag.",
        Get "/api/v1/catalogue", Anyone, Nothing, None => 200 body::<Catalogue>(), [];
    ShowCatalogueChange, "show-catalogue-change", "What has changed in the catalogue since the version of this entity tag.",
        Get "/api/v1/catalogue/changes/{version}", Anyone, Nothing, None => 200 body::<CatalogueChange>(), [CatalogueVersionUnknown];
    ShowCatalogueSlice, "show-catalogue-slice", "A slice of the catalogue by its SHA-256, packed; the nation's repository signs which are the newest.",
        Get "/api/v1/catalogue/slices/{slice}", Anyone, Nothing, None => 200 PACKED, [CatalogueSliceUnknown];
    ShowCatalogueSliceChange, "show-catalogue-slice-change", "What leads to a slice of the catalogue from an earlier one of the same place, packed.",
        Get "/api/v1/catalogue/slices/{slice}/since/{known}", Anyone, Nothing, None => 200 PACKED, [CatalogueSliceUnknown];
    ShowRegionCpsv, "show-region-cpsv", "What a region itself offers, after the European Union's CPSV-AP 3.2.",
        Get "/api/v1/catalogue/regions/{region}/cpsv-ap", Anyone, Nothing, None => 200 LINKED, [RegionUnknown];
    ShowRegionSchemaOrg, "show-region-schema-org", "What a region itself offers, as schema.org's GovernmentService.",
        Get "/api/v1/catalogue/regions/{region}/schema-org", Anyone, Nothing, None => 200 LINKED, [RegionUnknown];
    ReplaceCatalogue, "replace-catalogue", "Offers another catalogue from now on.",
        Put "/api/v1/catalogue", Operator, Nothing, body::<Catalogue>() => 204 None, [CatalogueInconsistent];
    EndSession, "end-session", "The identity provider says that a session has ended: its tokens are taken no more.",
        Post "/api/v1/backchannel-logout", Anyone, Form, LOGOUT => 200 None, [LogoutInvalid];
    ShowPerson, "show-person", "Who the platform takes the person for, at whichever provider they signed in, and how surely.",
        Get "/api/v1/person", Person, Nothing, None => 200 body::<KnownPerson>(), [];
    ListRatings, "list-ratings", "What people think of each service that enough of them rated.",
        Get "/api/v1/ratings", Anyone, Nothing, None => 200 body::<Vec<ServiceRating>>(), [];
    ListIndicators, "list-indicators", "What people think of each service, department and region that enough of them rated.",
        Get "/api/v1/indicators", Anyone, Nothing, None => 200 body::<Vec<Indicator>>(), [];
    ListUses, "list-uses", "Which services stand out by how often they are used, the most used first.",
        Get "/api/v1/uses", Anyone, Nothing, None => 200 body::<Vec<ServiceUse>>(), [];
    ReportUse, "report-use", "What one device says at random of one week, for the sums alone; of nobody.",
        Post "/api/v1/uses", Anyone, Nothing, body::<UseReport>() => 204 None, [InputInvalid];
    ListCases, "list-cases", "The person's cases, newest first.",
        Get "/api/v1/cases", Person, Nothing, None => 200 body::<Vec<Case>>(), [];
    SubmitCase, "submit-case", "Hands a case in.",
        Post "/api/v1/cases", Person, StampAndKey, body::<SubmitCase>() => 201 body::<Case>(),
        [ServiceUnknown, ServiceNotOnline, RegionNotServed, WrongDepartment, AppNotPublished, ProofMissing, ProofInvalid, ProofExpired,
            DocumentInvalid, DocumentOfAnother, DocumentExpired, UploadIncomplete, UploadTooLarge, MandateInvalid, FactsOfAnother,
            AssuranceSubstantialNeeded, AssuranceHighNeeded, InputInvalid];
    BeginUpload, "begin-upload", "Begins to upload a file for the case with this key; the same file again is the same upload.",
        Post "/api/v1/uploads", Person, Key, body::<BeginUpload>() => 201 body::<Upload>(), [UploadTooLarge, UploadTooMany];
    ShowUpload, "show-upload", "How far an upload is, in headers.",
        Head "/api/v1/uploads/{upload}", Person, Nothing, None => 204 None, [UploadUnknown];
    AppendToUpload, "append-to-upload", "Appends a piece; where it belongs elsewhere, the headers tell where.",
        Patch "/api/v1/uploads/{upload}", Person, Offset, PIECE => 204 None,
        [UploadUnknown, UploadOffset, UploadTooLarge, UploadIncomplete, InputInvalid];
    ShowCase, "show-case", "One case of the person.",
        Get "/api/v1/cases/{case}", Person, Nothing, None => 200 body::<Case>(), [CaseNotFound];
    ActOnCase, "act-on-case", "Does something in a case under way: answers, adds, asks, takes it back or objects to the decision.",
        Post "/api/v1/cases/{case}/acts", Person, Key, body::<CaseAct>() => 200 body::<Case>(),
        [CaseNotFound, CaseState, ActIncomplete, WordsTooLong, DocumentInvalid, DocumentOfAnother, DocumentExpired, UploadIncomplete,
            UploadTooLarge, InputInvalid];
    ListJointCases, "list-joint-cases", "The person's joint cases, newest first.",
        Get "/api/v1/joint-cases", Person, Nothing, None => 200 body::<Vec<JointCase>>(), [];
    SubmitJointCase, "submit-joint-case", "Hands in a life event with one form; each step becomes a case of its department when its turn has come.",
        Post "/api/v1/joint-cases", Person, Key, body::<SubmitJointCase>() => 201 body::<JointCase>(),
        [JointUnknown, JointFormInvalid, RegionNotServed, ServiceNotOnline, ProofMissing, ProofInvalid, ProofExpired, UploadIncomplete,
            UploadTooLarge, InputInvalid];
    ShowJointCase, "show-joint-case", "One joint case of the person.",
        Get "/api/v1/joint-cases/{joint}", Person, Nothing, None => 200 body::<JointCase>(), [JointNotFound];
    WithdrawJointCase, "withdraw-joint-case", "Takes back a step of a joint case, or all that is not decided yet.",
        Post "/api/v1/joint-cases/{joint}/withdrawals", Person, Key, body::<WithdrawJointCase>() => 200 body::<JointCase>(),
        [JointNotFound, JointState];
    RateCase, "rate-case", "Rates a case: once, only when it is handled.",
        Put "/api/v1/cases/{case}/rating", Person, Nothing, body::<GivenRating>() => 200 body::<Case>(),
        [CaseNotFound, CaseNotHandled, AlreadyRated, RatingTooLong, InputInvalid];
    AppealRating, "appeal-rating", "Objects to the answer that a bad rating got: once, while the answer stands.",
        Put "/api/v1/cases/{case}/rating/appeal", Person, Nothing, body::<RatingAppeal>() => 200 body::<Case>(),
        [CaseNotFound, RatingState, ActIncomplete, WordsTooLong];
    ListHelpers, "list-helpers", "Who helps the person, whom they help, and who looked.",
        Get "/api/v1/helpers", Person, Nothing, None => 200 body::<Helpers>(), [];
    BecomeHelper, "become-helper", "Helps whoever told this code.",
        Post "/api/v1/helpers", Person, Nothing, body::<AcceptHelp>() => 201 body::<HelperLink>(),
        [NameUnknown, HelperCodeUnknown, HelperTries, HelperOwn, HelperTooMany];
    MakeHelperCode, "make-helper-code", "A code for the person who wants to be helped, in place of an earlier one.",
        Post "/api/v1/helpers/codes", Person, Nothing, body::<AskForHelp>() => 201 body::<HelperCode>(),
        [NameUnknown, HelperTooMany, MandateInvalid];
    EndHelp, "end-help", "Nobody helps any more; by either side.",
        Delete "/api/v1/helpers/{link}", Person, Nothing, None => 204 None, [HelperLinkUnknown];
    ListHelpedCases, "list-helped-cases", "The other person's cases without documents and ratings; they see that it was done.",
        Get "/api/v1/helpers/{link}/cases", Person, Nothing, None => 200 body::<Vec<Case>>(), [HelperLinkUnknown];
    AdvanceCase, "advance-case", "Moves one of the department's cases on.",
        Post "/api/v1/departments/{department}/cases/{case}/steps", Department, Nothing,
        body::<AdvanceCase>() => 200 body::<Case>(),
        [CaseNotFound, CaseState, AsksInvalid, WordsTooLong, DocumentInvalid, DocumentOfAnother, DepartmentUnknown,
            InputInvalid];
    ListDepartmentCases, "list-department-cases", "A department's cases under way, the oldest promise first.",
        Get "/api/v1/departments/{department}/cases", Department, Place, None => 200 body::<CaseQueue>(), [DepartmentUnknown];
    ShowDepartmentCase, "show-department-case", "One of the department's cases, with what was said in it.",
        Get "/api/v1/departments/{department}/cases/{case}", Department, Nothing, None => 200 body::<Case>(),
        [CaseNotFound, DepartmentUnknown];
    ReplyInCase, "reply-in-case", "Says something to the person in one of the department's cases.",
        Post "/api/v1/departments/{department}/cases/{case}/entries", Department, Key, body::<CaseReply>() => 200 body::<Case>(),
        [CaseNotFound, ActIncomplete, WordsTooLong, DepartmentUnknown];
    ListDeadLetters, "list-dead-letters", "What the department did not take and was put aside, the oldest first.",
        Get "/api/v1/departments/{department}/dead-letters", Department, Nothing, None => 200 body::<Vec<DeadLetter>>(),
        [DepartmentUnknown];
    RetryDeadLetter, "retry-dead-letter", "Brings to the department again what was put aside.",
        Post "/api/v1/departments/{department}/dead-letters/{letter}/tries", Department, Nothing, None => 204 None,
        [DeadLetterUnknown, DepartmentUnknown];
    ListDepartmentRatings, "list-department-ratings", "A department's ratings, the newest first.",
        Get "/api/v1/departments/{department}/ratings", Department, Place, None => 200 body::<DepartmentRatings>(), [DepartmentUnknown];
    ReplyToRating, "reply-to-rating", "Answers for a bad rating.",
        Put "/api/v1/departments/{department}/ratings/{rating}/reply", Department, Nothing,
        body::<CaseReply>() => 200 body::<DepartmentRating>(),
        [RatingUnknown, RatingState, ActIncomplete, WordsTooLong, DepartmentUnknown];
    AskForExclusion, "ask-for-exclusion", "Would have a bad rating left out of the indicators, with a reason: the operator decides.",
        Put "/api/v1/departments/{department}/ratings/{rating}/exclusion", Department, Nothing,
        body::<ExclusionRequest>() => 200 body::<DepartmentRating>(),
        [RatingUnknown, RatingState, ActIncomplete, WordsTooLong, DepartmentUnknown];
    ListReviews, "list-reviews", "The ratings on which the operator has to decide, the oldest first.",
        Get "/api/v1/reviews", Operator, Nothing, None => 200 body::<Vec<DepartmentRating>>(), [];
    DecideReview, "decide-review", "Decides, with a reason, whether a rating is left out or a department has to answer anew.",
        Put "/api/v1/reviews/{rating}", Operator, Nothing, body::<ReviewDecision>() => 200 body::<DepartmentRating>(),
        [RatingUnknown, RatingState, ActIncomplete, WordsTooLong];
    ShowDepartmentKeys, "show-department-keys", "The keys that sign a department's documents.",
        Get "/api/v1/departments/{department}/jwks.json", Anyone, Nothing, None => 200 KEYS, [DepartmentUnknown];
    ShowPlatformKeys, "show-platform-keys", "The keys that sign what the platform tells departments.",
        Get "/api/v1/jwks.json", Anyone, Nothing, None => 200 KEYS, [];
    CallDepartment, "call-department", "Calls an operation of the running mini-app's department; the gateway adds the pairwise subject.",
        Post "/api/v1/departments/{department}/operations/{operation}", Person, Stamp,
        body::<OperationRequest>() => 200 body::<OperationReply>(),
        [WrongDepartment, AppNotPublished, DepartmentUnknown, OperationUnknown, DepartmentUnavailable, DepartmentRefused, MandateInvalid,
            AssuranceSubstantialNeeded, AssuranceHighNeeded];
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_operation_has_a_door_of_its_own() {
        let ids: BTreeSet<_> = Operation::ALL.iter().map(|operation| operation.id()).collect();
        let doors: BTreeSet<_> = Operation::ALL
            .iter()
            .map(|operation| operation.route())
            .map(|route| (route.method, route.path))
            .collect();
        assert_eq!((ids.len(), doors.len()), (Operation::ALL.len(), Operation::ALL.len()));
    }

    #[test]
    fn ids_stand_where_the_names_in_braces_are() {
        let route = Operation::AdvanceCase.route();
        assert_eq!(route.path_with(&["taxation", "TA-1"]), "/api/v1/departments/taxation/cases/TA-1/steps");
        assert_eq!(route.parameters().collect::<Vec<_>>(), ["department", "case"]);
        assert_eq!(Operation::ShowInfo.route().path_with(&[]), crate::api::INFO);
    }

    #[test]
    fn only_what_reads_or_carries_a_key_is_safe_to_repeat() {
        let safe: Vec<_> =
            Operation::ALL.iter().filter(|one| one.route().is_safe_to_repeat()).map(|one| one.id()).collect();
        assert!(safe.contains(&"submit-case") && safe.contains(&"list-cases"));
        for other in ["call-department", "make-helper-code", "become-helper", "rate-case", "end-help"] {
            assert!(!safe.contains(&other), "{other}");
        }
    }
}
