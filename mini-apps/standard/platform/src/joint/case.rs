//! A joint case as its person sees it: where each step stands, and all that happened on one line.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{CaseId, DepartmentId, LifeEventId, LocalText, RegionCode, ServiceId};

use crate::case::{Case, CaseState};

/// Of which joint case a case is a step.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct CaseOfJoint {
    /// The joint case.
    pub id: CaseId,
    /// The step's id.
    pub step: String,
}

/// A life event that a person asked for with one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointCase {
    /// Its reference.
    pub id: CaseId,
    /// The life event.
    pub life_event: LifeEventId,
    /// What it was called when it was handed in.
    pub name: LocalText,
    /// Where the person lives, as they said.
    pub region: RegionCode,
    /// Where they move to, as they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<RegionCode>,
    /// When it was received.
    pub submitted_at: Timestamp,
    /// Where it stands as a whole.
    pub state: JointState,
    /// Whether the whole can be taken back now: something in it is not decided yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_withdraw: bool,
    /// Its steps, in the order of the life event.
    pub steps: Vec<JointProgress>,
    /// All that happened in all steps, oldest first.
    pub timeline: Vec<JointMoment>,
}

/// Where a joint case stands as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JointState {
    /// Something is under way or still to begin.
    UnderWay,
    /// Under way, and something is asked of the person in at least one step.
    AsksPerson,
    /// Every step that was to be done is decided in the person's favour.
    Done,
    /// Nothing is under way any more, and not every step was done.
    Ended,
    /// The person took all of it back.
    Withdrawn,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointProgress {
    /// The step's id.
    pub id: String,
    /// Its service.
    pub service: ServiceId,
    /// Who does it.
    pub department: DepartmentId,
    /// Where.
    pub region: RegionCode,
    /// Where it stands before it is a case, and that it is one.
    pub state: JointStepState,
    /// The steps that it still waits for, in the order of the life event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
    /// The kinds of documents that it takes from other steps, and that nobody is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes: Vec<String>,
    /// Why it is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<JointReason>,
    /// Whether this step alone can be taken back now. Of one that is a case already, its [`Case::acts`] say the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_withdraw: bool,
    /// The case that it is, once it has begun. It is in the person's list of cases too, with [`Case::joint`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Box<Case>>,
}

/// Where a step stands before it is a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JointStepState {
    /// Others have to be decided first: [`JointProgress::waits_for`].
    Waiting,
    /// All that it waits for is there; the platform begins it.
    Ready,
    /// It is a case: [`JointProgress::case`] says the rest.
    Begun,
    /// It is not done: [`JointProgress::reason`] says why. Where a refusal is the reason it is done after all when that falls.
    Skipped,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// Why a step is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointReason {
    /// Which reason.
    pub kind: JointReasonKind,
    /// Because of which step; none where it has to do with no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The reason and what can be done, as the platform says it to the person.
    pub words: LocalText,
}

/// The reasons for which a step is not done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JointReasonKind {
    /// By what the person answered it is not needed.
    NotNeeded,
    /// A step before it was decided against the person.
    RefusedBefore,
    /// The person took a step before it back.
    WithdrawnBefore,
    /// The document that it takes did not come of the step that gives it, or holds no more.
    NoDocument,
    /// The person took it back before it began.
    Withdrawn,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// One thing that happened in a joint case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointMoment {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: JointMomentKind,
    /// In which step; none where it was in all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// From which step a document was handed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_step: Option<String>,
    /// Which kind of document was handed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The state that the step's case came into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CaseState>,
    /// What was said with it; empty where nothing was.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub words: LocalText,
}

/// What may happen in a joint case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JointMomentKind {
    /// The person handed it in.
    Submitted,
    /// A step became a case of its department.
    Begun,
    /// A document of one step was handed to another.
    HandedOn,
    /// A step's case came into another state.
    Moved,
    /// A department is late, and an office above it was told; or it does not take what was brought to it.
    Told,
    /// A step is not done.
    Skipped,
    /// A step that was not to be done is, for its reason has fallen.
    Resumed,
    /// The person took all of it back.
    Withdrawn,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}
