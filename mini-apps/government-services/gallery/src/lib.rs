//! The gallery of the standard: every kind of node in every state that it has, and the patterns of a service as one example.
//!
//! What a designer looks at, what a translator reads and what the tests of accessibility walk through. Nothing leaves the
//! device: buttons only say what was reported. Start reading at [`sheets`], then `patterns`.

pub mod model;
mod patterns;
pub mod sheets;
#[cfg(test)]
mod tests;
mod update;
mod view;

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, View};

/// The mini-app.
#[derive(Debug)]
pub struct Gallery;

impl App for Gallery {
    type Model = model::Model;

    fn launch(_: &Launch, saved: Option<&Json>, _: &Context, _: &mut Effects) -> Self::Model {
        saved.map(model::restore).unwrap_or_default()
    }

    fn update(model: &mut Self::Model, event: Event, cx: &Context, effects: &mut Effects) {
        update::update(model, &event, cx, effects);
    }

    fn view(model: &Self::Model, cx: &Context, view: View) -> Page {
        view::view(model, cx, view)
    }

    fn save(model: &Self::Model) -> Json {
        model::save(model)
    }
}

fingertip_sdk::mini_app!(Gallery);
