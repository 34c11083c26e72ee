//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::use_counts::{ServiceUse, UseReport};
use fingertip_platform_client::PlatformError;
use fingertip_standard::ServiceId;
use jiff::civil::Date;
use rand::{Rng, seq::IndexedRandom};

use crate::{
    areas::uses::{effect::UsesEffect, msg::UsesMsg},
    world::World,
};

/// Under which name it is kept what was used.
pub(crate) const USES: &str = "uses";
/// Under which name a report is kept until it has arrived.
pub(crate) const REPORT: &str = "use-report";
/// Under which name it is kept what stands out, in the cache.
pub(crate) const MOST_USED: &str = "most-used";

pub(crate) fn carry_out(world: &Arc<World>, effect: UsesEffect) {
    match effect {
        UsesEffect::Keep(uses) => {
            world.write(move |records| records.set_setting(USES, &uses).map(|()| None));
        }
        UsesEffect::Report { week, used } => {
            let at = world.clone();
            world.write(move |records| {
                // Sent again it is the same report: a second toss of the coin would tell more than one does.
                let kept = records.setting::<UseReport>(REPORT)?.rows.into_iter().next();
                let report = match kept.filter(|kept| kept.week == week) {
                    Some(kept) => kept,
                    None => {
                        let report = made(week, &used);
                        records.set_setting(REPORT, &report)?;
                        report
                    }
                };
                let sender = at.clone();
                drop(at.begin(async move { send(&sender, report).await }));
                Ok(None)
            });
        }
    }
}

/// A report of one of `used`, each as likely as the other.
fn made(week: Date, used: &[ServiceId]) -> UseReport {
    let mut random = rand::rng();
    UseReport::of(week, used.choose(&mut random), random.random())
}

async fn send(world: &World, report: UseReport) {
    let told = match world.platform.report_use(&report).await {
        Ok(()) => UsesMsg::Reported(report.week),
        // A platform that does not take it, or does not count, never will.
        Err(PlatformError::Refused { .. }) => UsesMsg::Reported(report.week),
        Err(error) => {
            tracing::warn!(%error, "a report of use was not sent");
            UsesMsg::NotReported
        }
    };
    world.send(told);
}

/// What stands out: nothing waits for it, and nothing is said when it does not come.
pub(crate) async fn fetch(world: &World) {
    match world.platform.most_used().await {
        Ok(most_used) => {
            world.keep(MOST_USED, &most_used);
            world.send(UsesMsg::MostUsedCame(most_used));
        }
        Err(error) => tracing::warn!(%error, "what many people use did not come"),
    }
}

/// What was kept of that.
pub(crate) type MostUsed = Vec<ServiceUse>;
