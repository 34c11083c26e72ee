//! A device goes on with a download where it broke off: the nation's server gives a bundle from any byte on.

use anyhow::{Context, Result, ensure};
use fingertip_tests::nation::Nation;
use reqwest::{
    Client, StatusCode,
    header::{CONTENT_RANGE, RANGE},
};

#[tokio::test(flavor = "multi_thread")]
async fn the_nations_server_gives_a_bundle_from_where_a_download_broke_off() -> Result<()> {
    let nation = Nation::start().await?;
    let folder = nation.folder.path().join("repository/targets/transport");
    let file = std::fs::read_dir(folder)?.next().context("a bundle")??;
    let whole = std::fs::read(file.path())?;
    let name = file.file_name().into_string().ok().context("a name")?;
    let url = format!("{}/repository/targets/transport/{name}", nation.platform_url());
    let from = whole.len() / 2;
    let answer = Client::new().get(&url).header(RANGE, format!("bytes={from}-")).send().await?;
    ensure!(answer.status() == StatusCode::PARTIAL_CONTENT, "{}", answer.status());
    let range = answer.headers().get(CONTENT_RANGE).context("a range")?.to_str()?.to_owned();
    ensure!(range == format!("bytes {from}-{}/{}", whole.len() - 1, whole.len()), "{range}");
    ensure!(answer.bytes().await? == whole[from..]);
    Ok(())
}
