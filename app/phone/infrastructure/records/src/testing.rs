//! A store, and what a person keeps in it, for the tests of every kind of record.

use std::collections::BTreeMap;

use fingertip_standard::{AppId, events::Input};

use crate::{Draft, Records, store::at};

/// An empty store, as long as its folder is held.
pub(crate) fn open() -> (tempfile::TempDir, Records) {
    let folder = tempfile::tempdir().expect("a folder");
    let records = Records::open(folder.path(), &[1; 32]).expect("a store");
    (folder, records)
}

pub(crate) fn app() -> AppId {
    AppId::new("cn.gov.hrss.card").expect("an id")
}

/// A form in which a name was typed.
pub(crate) fn draft(text: &str) -> Draft {
    Draft {
        app: app(),
        version: 3,
        route: "/".into(),
        saved: Some(vec![1, 2]),
        inputs: BTreeMap::from([("name".into(), Input::Text(text.into()))]),
        updated_at: at(5),
    }
}
