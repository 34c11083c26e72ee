//! What another machine that serves the same platform may have changed.

use std::{sync::Arc, time::Duration};

use fingertip_catalogue::offered::Offered;
use fingertip_contract::Catalogue;
use fingertip_store::{Database, StoreError, catalogue, values::json_of};
use tokio::sync::watch;

use crate::platform::Platform;

/// How long an older catalogue is offered here after another machine was given a newer one.
const EVERY: Duration = Duration::from_secs(1);

/// Offers the newest catalogue, until `stopping` says so.
pub(crate) async fn follow_catalogue(platform: Arc<Platform>, mut stopping: watch::Receiver<bool>) {
    let mut has_failed = false;
    loop {
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stopping.wait_for(|stops| *stops) => return,
        }
        match look(&platform).await {
            Ok(()) => has_failed = false,
            Err(error) => {
                // Once, and not every second for as long as the database is away.
                if !has_failed {
                    tracing::warn!(%error, "whether there is a newer catalogue is not known");
                }
                has_failed = true;
            }
        }
    }
}

async fn look(platform: &Platform) -> Result<(), StoreError> {
    let newest: Option<String> = platform.database.look(catalogue::newest).await?;
    if newest.is_some_and(|newest| newest != platform.shelf.offered().version()) {
        platform.shelf.offer(offered(&platform.database).await?);
    }
    Ok(())
}

/// The catalogue that was offered last, or an empty one.
pub(crate) async fn offered(database: &Database) -> Result<Offered, StoreError> {
    let body: Option<String> = database.look(catalogue::load).await?;
    let catalogue: Catalogue = body.map(|body| json_of("catalogue", &body)).transpose()?.unwrap_or_default();
    Offered::new(catalogue).map_err(|_| StoreError::Damaged { table: "catalogue" })
}
