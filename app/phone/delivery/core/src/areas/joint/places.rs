//! Where a life event's form goes, and whether the offices there are known on this device.

use std::collections::BTreeSet;

use fingertip_contract::{JointService, api::SubmitJointCase};
use fingertip_standard::RegionCode;

use crate::{areas::joint::filling::destination, model::Model};

/// The places that are named in the forms that are being filled in, or by their services.
pub(crate) fn of_forms(model: &Model) -> BTreeSet<RegionCode> {
    let mut places = BTreeSet::new();
    for draft in &model.joint.drafts {
        places.extend(destination(draft));
        if let Some(service) = model.joint_service(&draft.life_event) {
            places.extend(service.steps.iter().filter_map(|step| step.region.clone()));
        }
    }
    places
}

/// Whether an office that would be told something may be in a part of the catalogue that is not on this device: then nobody can say who it
/// is, and no line of the ledger.
pub(crate) fn is_office_unknown(model: &Model, service: &JointService, case: &SubmitJointCase) -> bool {
    let Some(catalogue) = model.catalogue.ready() else { return true };
    service.steps_for(&case.answers).any(|step| {
        let Some(place) = service.region_of(step, &case.region, case.destination.as_ref()) else {
            return false;
        };
        service.service_of(step, place, catalogue).is_none()
            && step.services.iter().any(|id| catalogue.service(id).is_none())
            && model.parts.lack(place, catalogue.and_above(place))
    })
}
