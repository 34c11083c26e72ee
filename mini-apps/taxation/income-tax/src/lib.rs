//! An estimate of the year's income tax on comprehensive income, and the certificate of tax paid.
//!
//! The estimate is exact to the fen and made on the phone: nothing is sent until the person asks for the certificate.
//! Start reading at [`tax`], then [`model`], `update`, `view`.

pub mod model;
mod saved;
pub mod tax;
#[cfg(test)]
mod tests;
mod update;
mod view;

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, View};

/// The mini-app.
#[derive(Debug)]
pub struct IncomeTax;

impl App for IncomeTax {
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

fingertip_sdk::mini_app!(IncomeTax);
