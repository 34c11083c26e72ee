//! Joint cases: a life event asked for with one form, its services done by several departments, each step a case of its department
//! (in China 一件事一次办). What is offered stands with the [`crate::LifeEvent`]; what became of it is a [`JointCase`].

mod case;
mod check;
mod effort;
mod form;
mod graph;

pub use case::{
    CaseOfJoint, JointCase, JointMoment, JointMomentKind, JointProgress, JointReason, JointReasonKind,
    JointState, JointStepState,
};
pub use check::JointFlaw;
pub use effort::{Effort, Given};
pub use form::{FieldKind, FormFlaw, FormFlawKind, JointChoice, JointCondition, JointField, JointSection};
pub use graph::{JointPlace, JointService, JointStep};

use fingertip_standard::{AppId, LifeEventId};

/// What stands in [`crate::Case::app`] of a step: it was handed in with the form of a life event, and with no mini-app. No department's
/// mini-app has such an id.
#[must_use]
pub fn form_app(event: &LifeEventId) -> AppId {
    AppId::new(format!("platform.joint-form.{event}")).expect("three labels, for a life event's id is one")
}
