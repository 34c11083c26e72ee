//! Which slices of the catalogue are the newest, as the operator signed it.

use std::fs;

use fingertip_bundles::BundleError;

use crate::common::Nation;

const FIRST: &[u8] = br#"{"format":1}"#;
const SECOND: &[u8] = br#"{"format":1,"more":2}"#;

#[tokio::test]
async fn the_index_is_the_operators_newest_and_opens_in_a_tunnel_as_it_was_verified() {
    let nation = Nation::new().await;
    let device = nation.device("kept");
    let none = device.client().catalogue_index(nation.now).await;
    assert!(matches!(none, Err(BundleError::NotPublished { .. })), "{none:?}");
    nation.publisher().offer_catalogue(FIRST, nation.now).await.expect("signed");
    assert_eq!(device.client().catalogue_index(nation.now).await.expect("an index"), FIRST);
    nation.publisher().offer_catalogue(SECOND, nation.now).await.expect("signed");
    // Another release of anybody leaves it as it is.
    nation.publish_card(1).await;
    // What was offered a moment ago is read a moment later.
    assert_eq!(device.client().catalogue_index(nation.now).await.expect("an index"), SECOND);
    let later = nation.later(2);
    assert_eq!(device.in_a_tunnel().catalogue_index(later).await.expect("an index"), SECOND);
    let empty = nation.device("empty").in_a_tunnel().catalogue_index(later).await;
    assert!(matches!(empty, Err(BundleError::Offline)), "{empty:?}");
}

#[tokio::test]
async fn an_index_that_is_not_what_was_signed_is_refused_and_a_kept_one_opens() {
    let nation = Nation::new().await;
    nation.publisher().offer_catalogue(FIRST, nation.now).await.expect("signed");
    let kept = nation.device("kept");
    assert_eq!(kept.client().catalogue_index(nation.now).await.expect("an index"), FIRST);
    nation.publisher().offer_catalogue(SECOND, nation.now).await.expect("signed");
    let folder = nation.folder.path().join("repository/targets/catalogue");
    for file in fs::read_dir(folder).expect("listed") {
        let path = file.expect("a file").path();
        let forged = fs::read_to_string(&path).expect("read").replace("format", "FORMAT");
        fs::write(&path, forged).expect("written");
    }
    let refused = nation.device("empty").client().catalogue_index(nation.now).await;
    assert!(matches!(refused, Err(BundleError::Changed { .. })), "{refused:?}");
    assert_eq!(kept.client().catalogue_index(nation.now).await.expect("an index"), FIRST);
}
