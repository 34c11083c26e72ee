//! The card for home: what is on the bus card, and what the last trip was.

use fingertip_sdk::{Ask, Card, Context, Tone, money};

use crate::{model::CURRENCY, saved, update::RECEIPTS};

/// Less than this, in fen, is soon used up.
const LOW: i64 = 500;

pub(crate) fn card(ask: &Ask, cx: &Context) -> Option<Card> {
    if !cx.is_signed_in {
        return None;
    }
    // Without an answer, the card as it was last seen here.
    let bus = ask
        .reply
        .as_ref()
        .and_then(saved::card)
        .or_else(|| ask.saved.as_ref().and_then(saved::restore)?.card)?;
    let mut card = Card::new("bus-widget-title").value(money(CURRENCY, bus.balance_minor));
    if ask.stored(RECEIPTS).is_some_and(|kept| !saved::receipts(&kept).is_empty()) {
        card = card.tone(Tone::Warning).detail("bus-widget-receipt");
    } else if bus.balance_minor < LOW {
        card = card.tone(Tone::Warning).detail("bus-widget-low");
    }
    match bus.trips.first() {
        Some(trip) => {
            let trip = fingertip_sdk::msg("bus-widget-trip")
                .arg("line", trip.line.as_str())
                .arg("fare", money(CURRENCY, trip.minor));
            Some(card.detail(trip))
        }
        None => Some(card),
    }
}
