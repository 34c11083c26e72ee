//! What is sent and told of joint cases, beside [`crate::JointCase`] itself.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{CaseId, ClaimName, LifeEventId, RegionCode};

use super::SubmittedFile;

/// A life event as the person hands it in: one form for all steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubmitJointCase {
    /// The life event.
    pub life_event: LifeEventId,
    /// Where the person lives.
    pub region: RegionCode,
    /// Where they move to: where a step is done there ([`crate::JointService::needs_destination`]), and nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<RegionCode>,
    /// The answers, by the ids of the fields, as [`crate::FieldKind`] says.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// The files; the key of each is the id of its field. One that was uploaded before was uploaded under this idempotency key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<SubmittedFile>,
    /// The claims that the person agreed to share and that [`proof`](Self::proof) proves: exactly those of
    /// [`crate::JointService::facts_for`]. Each department is told those that its step needs.
    #[serde(default)]
    pub claims: BTreeMap<ClaimName, String>,
    /// What the identity provider vouches for, as with a case ([`super::SubmitCase::proof`]); none where nothing is claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// What the person takes back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WithdrawJointCase {
    /// The step; none for all that is not decided yet. What depends on it is then not done either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

/// Of which joint case a department's new case is a step: all that it is told of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DispatchedJoint {
    /// The joint case's reference, which the person can name on the telephone.
    pub id: CaseId,
    /// The life event.
    pub life_event: LifeEventId,
    /// The step's id.
    pub step: String,
}
