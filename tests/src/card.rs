//! The demo's card, applied for: up to the page from which it is handed in.

use std::path::Path;

use anyhow::Result;
use fingertip_core::{MiniAppMsg, PersonMsg};
use fingertip_runtime::Backend;
use fingertip_standard::{RegionCode, ServiceId, events::Input, view::Kind};

use crate::{
    nation::Nation,
    person::{Person, Place, node},
};

/// What a person needs to begin in `nation`.
///
/// # Errors
/// When its root cannot be read.
pub fn place(nation: &Nation) -> Result<Place> {
    Ok(Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native })
}

/// A person with the catalogue in front of them, and the card's mini-app open at its first page.
///
/// # Errors
/// When the app does not come so far.
pub async fn at_intro(folder: &Path, place: &Place) -> Result<Person> {
    let person = Person::start(folder, place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-intro").await?;
    Ok(person)
}

/// The same, signed in, with the form filled up to the last page.
///
/// # Errors
/// When the app does not come so far.
pub async fn at_check(folder: &Path, place: &Place) -> Result<Person> {
    let person = at_intro(folder, place).await?;
    person.signs_in("zhang-wei").await?;
    fill(&person).await?;
    Ok(person)
}

/// Back from the last page: a photo of `size` bytes is uploaded, and the last page is there again.
///
/// # Errors
/// When the app does not come so far.
pub async fn with_photo(person: &Person, size: usize) -> Result<()> {
    person.presses("change-photo-source")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "upload");
    person.until("the photo is asked for", |model| node(model, "photo").is_some()).await?;
    person.says(MiniAppMsg::ChoseFiles {
        key: "photo".into(),
        files: vec![("me.jpg".into(), "image/jpeg".into(), vec![7; size])],
    });
    person.presses("continue")?;
    person.until_page("page-check").await?;
    Ok(())
}

/// From the first page to the last, as whoever is signed in.
///
/// # Errors
/// When the app does not come so far.
pub async fn fill(person: &Person) -> Result<()> {
    person.presses("start")?;
    person.agrees_to_share().await?;
    person.until_page("page-you").await?;
    person.types("phone", "13800138000");
    person.presses("continue")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "identity-card");
    person.presses("continue")?;
    person
        .until("the list of banks", |model| {
            node(model, "bank").is_some_and(|node| matches!(node.kind, Kind::SelectFrom(_)))
        })
        .await?;
    let model = person.core.model();
    let bank = match node(&model, "bank").map(|node| &node.kind) {
        Some(Kind::SelectFrom(list)) => list.choices[0].id.clone(),
        _ => anyhow::bail!("a list of banks"),
    };
    person.chooses("bank", &bank);
    person.chooses("delivery", "post");
    person.until("the address is asked for", |model| node(model, "address").is_some()).await?;
    person.types("address", "广州市越秀区东风中路一百号");
    person.gives("truth", Input::Agreed(true));
    person.presses("continue")?;
    person.until_page("page-check").await?;
    Ok(())
}
