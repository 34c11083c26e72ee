//! A step that is not done: why, and that the person is told.

use fingertip_contract::{JointMoment, JointMomentKind, JointReason, JointReasonKind, JointStepState};
use fingertip_kit::ApiError;
use fingertip_standard::LocalText;
use fingertip_store::{
    Transaction,
    audit::{self, Note},
    joint,
    joint::Joint,
};
use jiff::Timestamp;

use super::order::Standings;
use crate::words::say_skipped;

/// A step is not done, for a reason that is told once.
pub(super) fn skip(
    work: &Transaction<'_>,
    of: &Joint,
    standings: &mut Standings,
    id: &str,
    (kind, because): (JointReasonKind, Option<String>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(standing) = standings.get_mut(id) else { return Ok(()) };
    let words = say_skipped(&kind);
    let reason = JointReason { kind, step: because, words: words.clone() };
    if standing.step.state == JointStepState::Skipped && standing.step.reason.as_ref() == Some(&reason) {
        return Ok(());
    }
    standing.step.state = JointStepState::Skipped;
    standing.step.reason = Some(reason);
    joint::set_step(work, &of.id, &standing.step)?;
    let told = JointMoment { words, ..moment(now, JointMomentKind::Skipped, Some(id)) };
    joint::note(work, &of.id, &told)?;
    let note = Note { actor: "platform", action: "skip-step", object: of.id.as_str(), detail: id };
    Ok(audit::note(work, &note, now.as_millisecond())?)
}

/// Something that happened, with nothing said yet.
pub(super) fn moment(at: Timestamp, kind: JointMomentKind, step: Option<&str>) -> JointMoment {
    JointMoment {
        at,
        kind,
        step: step.map(str::to_owned),
        from_step: None,
        document: None,
        state: None,
        words: LocalText::default(),
    }
}
