//! What goes into the disclosure ledger.

use fingertip_standard::{
    Capability, ClaimName, Disclosure, LocalText, Manifest, RunningApp, requests::Wish,
};
use jiff::Timestamp;

/// The ledger's line for an allowed request, or none where nothing leaves the device. Names of facts, never the facts.
#[must_use]
pub fn disclosure(wish: &Wish, app: &RunningApp, manifest: &Manifest, at: Timestamp) -> Option<Disclosure> {
    let (items, purpose) = match wish {
        Wish::Claims(wishes) => {
            let first = wishes.first().and_then(|wish| ClaimName::new(wish.claim.as_str()).ok());
            let purpose =
                first.and_then(|claim| manifest.claim_use(&claim)).map(|declared| declared.purpose.clone());
            (wishes.iter().map(|wish| wish.claim.clone()).collect(), purpose.unwrap_or_default())
        }
        Wish::Call(call) => (vec![call.operation.clone()], LocalText::default()),
        Wish::SubmitCase(draft) => (
            std::iter::once(draft.service.clone()).chain(draft.claims.iter().cloned()).collect(),
            LocalText::default(),
        ),
        Wish::ReadDocuments(kinds) => (kinds.clone(), LocalText::default()),
        Wish::Pay(payment) => (vec![payment.payee.clone()], LocalText::default()),
        Wish::Locate => (vec!["region".to_owned()], LocalText::default()),
        Wish::Sign(_) | Wish::Share(_) | Wish::ScanCode => (Vec::new(), LocalText::default()),
        Wish::WatchCase(_)
        | Wish::OfferDocument(_)
        | Wish::Store { .. }
        | Wish::Fetch(_)
        | Wish::Open(_)
        | Wish::Remind(_)
        | Wish::Close => return None,
    };
    Some(Disclosure { at, app: app.clone(), capability: Capability::of(wish), items, purpose })
}
