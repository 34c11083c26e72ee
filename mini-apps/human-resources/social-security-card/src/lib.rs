//! Applying for a social security card: a form of four pages, or one question a page on the seniors display.
//!
//! It never invents a fact: name and identity number come from the person's records after consent, or from their own
//! hand. Start reading at [`model`], then `update`, then `view`.

pub mod model;
mod question;
mod saved;
#[cfg(test)]
mod tests;
mod update;
mod view;

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, View};

/// The mini-app.
#[derive(Debug)]
pub struct SocialSecurityCard;

impl App for SocialSecurityCard {
    type Model = model::Model;

    fn launch(_launch: &Launch, saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Self::Model {
        update::launch(saved, cx, effects)
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

fingertip_sdk::mini_app!(SocialSecurityCard);
