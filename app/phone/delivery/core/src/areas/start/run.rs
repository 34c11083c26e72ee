//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::{Catalogue, ServiceRating, api::PlatformInfo};
use fingertip_records::{Records, RecordsError};
use jiff::Timestamp;

use crate::{
    areas::{
        cards::{
            self,
            model::{KeptWidget, WidgetCard},
            run::KeptCard,
        },
        catalogue::{self, msg::CatalogueMsg},
        person::{self, model::Preferences},
        start::{effect::StartEffect, model::Restored, msg::StartMsg},
    },
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: StartEffect) {
    match effect {
        StartEffect::Restore => restore(world),
    }
}

/// Reads everything that was kept.
pub(crate) fn restore(world: &Arc<World>) {
    let at = world.clone();
    world.write(move |records| {
        if let Some(info) = records.cached::<PlatformInfo>(catalogue::run::INFO)? {
            catalogue::run::set(&at, info.value);
        }
        let session = at.connected().and_then(|connected| connected.identity.session());
        let restored = Restored {
            preferences: records.setting::<Preferences>(person::run::PREFERENCES)?.unwrap_or_default(),
            last_place: records.setting::<(String, Timestamp)>(person::run::PLACE)?,
            session,
            cases: records.cases()?,
            documents: records.documents()?,
            consents: records.consents()?,
            disclosures: records.disclosures()?,
            drafts: records.drafted_apps()?,
            helpers: records.helpers()?,
            waiting: records.outbox()?.len(),
            widgets: widgets(records)?,
        };
        at.send(StartMsg::Restored(Box::new(restored)));
        if let Some(cached) = records.cached::<Catalogue>(catalogue::run::CATALOGUE)? {
            catalogue::run::tell_catalogue(&at, cached.value, cached.as_of);
        }
        if let Some(cached) = records.cached::<Vec<ServiceRating>>(catalogue::run::RATINGS)? {
            at.send(CatalogueMsg::RatingsCame(cached.value));
        }
        Ok(None)
    });
}

/// The widgets on home, each with its card as it was kept.
fn widgets(records: &Records) -> Result<Vec<(KeptWidget, Option<WidgetCard>)>, RecordsError> {
    let kept = records.setting::<Vec<KeptWidget>>(cards::run::WIDGETS)?.unwrap_or_default();
    let with_card = |kept: KeptWidget| {
        let card = records.cached::<KeptCard>(&cards::run::name(&kept.place))?;
        let card = card.and_then(|cached| cached.value.draw(cached.as_of));
        Ok((kept, card))
    };
    kept.into_iter().map(with_card).collect()
}
