//! What goes into the disclosure ledger.

use fingertip_standard::{
    Capability, Disclosed, Disclosure, LocalText, Manifest, RunningApp, requests::Wish,
};
use jiff::Timestamp;

/// The ledger's line for an allowed request, or none where nothing leaves the device. Names of facts, never the facts; `with` is what
/// goes along that the wish itself does not name: documents, files, places, parameters.
#[must_use]
pub fn disclosure(
    wish: &Wish,
    app: &RunningApp,
    manifest: &Manifest,
    with: Vec<Disclosed>,
    at: Timestamp,
) -> Option<Disclosure> {
    let (items, purpose) = match wish {
        Wish::Claims(wishes) => {
            let first = wishes.first().and_then(|wish| wish.claim.id());
            let purpose =
                first.and_then(|claim| manifest.claim_use(claim)).map(|declared| declared.purpose.clone());
            (wishes.iter().map(|wish| wish.claim.to_string()).collect(), purpose.unwrap_or_default())
        }
        Wish::Call(call) => (vec![call.operation.to_string()], LocalText::default()),
        Wish::SubmitCase(draft) => (
            std::iter::once(draft.service.to_string())
                .chain(draft.claims.iter().map(ToString::to_string))
                .collect(),
            LocalText::default(),
        ),
        Wish::ReadDocuments(kinds) => (kinds.clone(), LocalText::default()),
        Wish::Pay(payment) => {
            let total = &payment.total;
            let items = vec![payment.payee.clone(), total.currency.clone(), total.minor.to_string()];
            (items, LocalText::default())
        }
        Wish::Locate => (vec!["region".to_owned()], LocalText::default()),
        Wish::Sign(_) | Wish::Share(_) | Wish::ScanCode | Wish::Open(_) => (Vec::new(), LocalText::default()),
        Wish::WatchCase(_)
        | Wish::OfferDocument(_)
        | Wish::Store { .. }
        | Wish::Fetch(_)
        | Wish::Remind(_)
        | Wish::Close => return None,
    };
    Some(Disclosure {
        at,
        app: app.clone(),
        capability: Capability::of(wish),
        items,
        purpose,
        with,
        acting_for: None,
    })
}
