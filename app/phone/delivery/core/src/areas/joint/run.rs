//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::api::SubmitJointCase;
use fingertip_platform_client::PlatformError;
use fingertip_records::OutgoingItem;
use fingertip_standard::{CaseId, Disclosure};

use crate::{
    areas::{
        consents,
        joint::{effect::JointEffect, model::JointDraft, msg::JointMsg},
        outbox,
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

/// The ledger first, then the outbox: from then on nothing can lose it.
async fn send(world: &World, case: SubmitJointCase, disclosures: &[Disclosure], left: Vec<JointDraft>) {
    let key = uuid::Uuid::new_v4().to_string();
    let item = OutgoingItem::Joint { case: Box::new(case.clone()) };
    // What cannot be written down does not go.
    let kept = disclosures
        .iter()
        .try_for_each(|line| consents::run::write_down(world, line, |_| false))
        .and_then(|()| world.records.enqueue(&key, &item, None, world.now()))
        .and_then(|()| world.records.set_setting(FORMS, &left));
    if let Err(error) = kept {
        world.fail(&error);
        return world.send(JointMsg::CameBack(Box::new(case)));
    }
    outbox::run::tell(world);
    drop(outbox::run::send_one(world, &key, item).await);
}

/// Of what was not accepted everything is there again, the files too.
async fn reopen(world: &World, key: &str) {
    // What is on its way at this moment is not taken back under it.
    let _turn = world.sending.lock().await;
    let found = world.records.outbox().map(|kept| kept.rows.into_iter().find(|row| row.key == key));
    let item = match found {
        Ok(found) => found.map(|found| found.item),
        Err(error) => return world.fail(&error),
    };
    if let Some(OutgoingItem::Joint { case }) = item {
        world.send(JointMsg::CameBack(case));
        if let Err(error) = world.records.take_back(key) {
            world.fail(&error);
        }
        outbox::run::tell(world);
    }
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
