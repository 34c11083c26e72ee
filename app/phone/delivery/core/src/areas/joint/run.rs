//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::api::SubmitJointCase;
use fingertip_platform_client::PlatformError;
use fingertip_records::OutgoingItem;
use fingertip_standard::{CaseId, Disclosure};

use crate::{
    areas::{
        joint::{effect::JointEffect, model::JointDraft, msg::JointMsg},
        outbox::hand_over::{hand_over, take_out},
        session::run::note_answer,
    },
    world::World,
};

/// Under which name the forms are kept that are being filled in.
pub(crate) const FORMS: &str = "joint-forms";
/// Under which name it is kept what became of those that were handed in.
pub(crate) const CASES: &str = "joint-cases";

pub(crate) fn carry_out(world: &Arc<World>, effect: JointEffect) {
    let at = world.clone();
    match effect {
        JointEffect::KeepDrafts(drafts) => {
            world.write(move |records| records.set_setting(FORMS, &drafts).map(|()| None));
        }
        JointEffect::Keep(cases) => {
            world.write(move |records| records.set_setting(CASES, &cases).map(|()| None));
        }
        JointEffect::Send { case, disclosures, left } => {
            drop(world.begin(async move { send(&at, *case, &disclosures, left).await }));
        }
        JointEffect::Reopen(key) => drop(world.begin(async move { reopen(&at, &key).await })),
        JointEffect::Fetch => drop(world.begin(async move { fetch(&at).await })),
        JointEffect::Withdraw(case, step) => {
            drop(world.begin(async move { withdraw(&at, &case, step).await }));
        }
    }
}

async fn send(world: &World, case: SubmitJointCase, disclosures: &[Disclosure], left: Vec<JointDraft>) {
    let item = OutgoingItem::Joint { case: Box::new(case.clone()) };
    if !hand_over(world, item, (disclosures, |_| false), (FORMS, &left)).await {
        world.send(JointMsg::CameBack(Box::new(case)));
    }
}

async fn reopen(world: &World, key: &str) {
    let again = |item| match item {
        OutgoingItem::Joint { case } => Some(JointMsg::CameBack(case).into()),
        _ => None,
    };
    take_out(world, key, again).await;
}

async fn fetch(world: &World) {
    match note_answer(world, world.platform.joint_cases().await) {
        Ok(cases) => world.send(JointMsg::CasesCame(cases)),
        // Offline, the kept ones stand; a session that ended was told already.
        Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn) => {}
        Err(error) => world.fail(&error),
    }
}

/// Said again under the same key it is the same: a lost answer takes nothing else back.
async fn withdraw(world: &World, case: &CaseId, step: Option<String>) {
    let key = format!("joint-withdrawal-{case}-{}", step.as_deref().unwrap_or("all"));
    match note_answer(world, world.platform.withdraw_joint(&key, case, step).await) {
        Ok(case) => world.send(JointMsg::CaseCame { case: Box::new(case), has_arrived: false }),
        Err(error) => world.fail(&error),
    }
}
