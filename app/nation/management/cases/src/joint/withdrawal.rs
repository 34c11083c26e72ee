//! A person takes a step back, or all that is not decided yet.

use fingertip_contract::{
    ActKind, JointMomentKind, JointReasonKind, ProblemCode,
    api::{CaseAct, WithdrawJointCase},
};
use fingertip_kit::ApiError;
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{Transaction, joint};

use super::{
    around::Around,
    settle::{load, settle},
    skip::{moment, skip},
    view,
};
use crate::{acts, once::Once};

/// What a person takes back.
#[derive(Debug)]
pub struct Withdrawal {
    /// Under which key, and whose it is.
    pub once: Once,
    /// Of which joint case.
    pub joint: CaseId,
    asked: WithdrawJointCase,
}

impl Withdrawal {
    /// What the person `subject` takes back of `joint` under `key`.
    ///
    /// # Errors
    /// `body-malformed` when it cannot be written down.
    pub fn new(
        subject: String,
        key: String,
        joint: CaseId,
        asked: WithdrawJointCase,
    ) -> Result<Self, ApiError> {
        Ok(Self { once: Once::new(subject, key, &("withdraw-joint", &joint, &asked))?, joint, asked })
    }

    /// Does it; says the joint case as JSON and which departments have something new.
    ///
    /// # Errors
    /// `joint-not-found`, `joint-state` where nothing of it can be taken back, or the database refuses.
    pub fn perform(
        &self,
        work: &Transaction<'_>,
        around: Around<'_>,
    ) -> Result<(String, Vec<DepartmentId>), ApiError> {
        let found = joint::find(work, self.joint.as_str())?.filter(|of| of.subject == self.once.subject());
        let of = found.ok_or(ProblemCode::JointNotFound)?;
        let mut standings = load(work, &of)?;
        if self.asked.step.as_ref().is_some_and(|step| !standings.contains_key(step)) {
            return Err(ProblemCode::JointNotFound.into());
        }
        let is_meant = |id: &String| self.asked.step.as_ref().is_none_or(|step| step == id);
        let open = standings.iter().filter(|(id, one)| is_meant(id) && view::may_withdraw(one));
        let open: Vec<(String, Option<CaseId>)> =
            open.map(|(id, one)| (id.clone(), one.step.case.clone())).collect();
        if open.is_empty() {
            return Err(ProblemCode::JointState.into());
        }
        let mut told = Vec::new();
        for (step, case) in open {
            let Some(case) = case else {
                skip(work, &of, &mut standings, &step, (JointReasonKind::Withdrawn, None), around.now)?;
                continue;
            };
            let act = CaseAct::new(ActKind::Withdraw);
            let around = acts::Around {
                now: around.now,
                working_days: around.working_days,
                pairwise_secret: around.pairwise_secret,
            };
            let case = acts::carry_out(work, (self.once.subject(), &case), &act, &[], around)?;
            told.push(case.department);
        }
        if self.asked.step.is_none() {
            joint::mark_withdrawn(work, &of.id, around.now)?;
            joint::note(work, &of.id, &moment(around.now, JointMomentKind::Withdrawn, None))?;
        }
        told.extend(settle(work, &of.id, around)?);
        let of = joint::find(work, self.joint.as_str())?.ok_or(ProblemCode::JointNotFound)?;
        let shown = view::show(work, &of, around.now)?;
        let response = serde_json::to_string(&shown).map_err(|_| ProblemCode::PlatformFailed)?;
        self.once.keep(work, &response, around.now.as_millisecond())?;
        Ok((response, told))
    }
}
