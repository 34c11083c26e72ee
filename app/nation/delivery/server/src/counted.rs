//! What devices say of the services they use is added up, and it is reckoned what stands out.
//!
//! A report is kept nowhere by itself. Sums wait in memory for a minute and are then written together: a machine that ends otherwise than it
//! should loses that minute's, which changes nothing that is told.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use fingertip_contract::use_counts::UseCounts;
use fingertip_store::{Transaction, uses};
use tokio::sync::watch;

use crate::{platform::Platform, uses::first_week};

/// The most services that are told.
const MOST: usize = 50;
/// How often sums are written.
const WRITTEN: Duration = Duration::from_secs(60);
/// How often it is reckoned what stands out: of 350,000 services some 350 million hashes.
const RECKONED: Duration = Duration::from_secs(60 * 60);

/// Writes and reckons until `stop` turns true, and writes once more then.
pub(crate) async fn follow(platform: Arc<Platform>, mut stop: watch::Receiver<bool>) {
    let mut reckoned: Option<Instant> = None;
    loop {
        write(&platform).await;
        if *stop.borrow() {
            return;
        }
        if reckoned.is_none_or(|at| at.elapsed() >= RECKONED) {
            reckoned = Some(Instant::now());
            reckon(&platform).await;
        }
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => {}
            () = tokio::time::sleep(WRITTEN) => {}
        }
    }
}

async fn write(platform: &Platform) {
    let said = platform.uses.take_said();
    if said.is_empty() {
        return;
    }
    let written = platform.database.run(move |work: &Transaction<'_>| uses::add(work, &said));
    if let Err(error) = written.await {
        tracing::error!(%error, "a minute's reports of use are lost");
    }
}

async fn reckon(platform: &Arc<Platform>) {
    let since = first_week((platform.now)());
    let sums = platform.database.run(move |work: &Transaction<'_>| {
        uses::forget_before(work, since)?;
        uses::since(work, since)
    });
    let sums = sums.await;
    let sums = match sums {
        Ok(sums) => sums,
        Err(error) => return tracing::error!(%error, "how often services are used cannot be read"),
    };
    let known = Arc::clone(platform);
    let told = tokio::task::spawn_blocking(move || {
        let mut counts = UseCounts::default();
        for (hash, bucket, count) in sums {
            // What no report can say is in no row, whatever somebody wrote there.
            if let (Ok(hash), Ok(bucket), Ok(count)) = (hash.try_into(), bucket.try_into(), count.try_into())
            {
                counts.add(hash, bucket, count);
            }
        }
        let offered = known.shelf.offered();
        let counted = offered.catalogue.services.iter().filter(|service| !service.is_never_high_demand);
        let mut told = counts.most_used(counted.map(|service| &service.id));
        told.truncate(MOST);
        told
    });
    match told.await {
        Ok(told) => platform.uses.tell(told),
        Err(error) => tracing::error!(%error, "how often services are used cannot be reckoned"),
    }
}
