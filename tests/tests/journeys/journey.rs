//! The whole journey against a nation of its own.

use fingertip_runtime::Backend;
use fingertip_tests::{journey, nation::Nation, person::Place};

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_gets_a_card_from_first_start_to_rating() -> anyhow::Result<()> {
    let nation = Nation::start().await?;
    let device = tempfile::tempdir()?;
    journey::walk(
        device.path(),
        &Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native },
    )
    .await
}
