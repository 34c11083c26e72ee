//! The bus card: its balance and trips, topping it up, and when the next bus comes.
//!
//! A paid receipt is kept on the device before it is redeemed and forgotten only once the department has added it to the
//! card, so that no crash in between costs money. Start reading at [`model`], then `update`, then `view`.

mod card;
pub mod model;
mod saved;
#[cfg(test)]
mod tests;
mod update;
mod view;

use fingertip_sdk::{App, Ask, Card, Context, Effects, Event, Json, Launch, Page, View, Widgets};

/// The mini-app.
#[derive(Debug)]
pub struct BusCard;

impl App for BusCard {
    type Model = model::Model;

    fn launch(launch: &Launch, saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Self::Model {
        update::launch(launch, saved, cx, effects)
    }

    fn update(model: &mut Self::Model, event: Event, cx: &Context, effects: &mut Effects) {
        update::update(model, event, cx, effects);
    }

    fn view(model: &Self::Model, cx: &Context, view: View) -> Page {
        view::view(model, cx, view)
    }

    fn save(model: &Self::Model) -> Json {
        saved::save(model)
    }
}

impl Widgets for BusCard {
    fn card(ask: &Ask, cx: &Context) -> Option<Card> {
        card::card(ask, cx)
    }
}

fingertip_sdk::mini_app!(BusCard, with widgets);
