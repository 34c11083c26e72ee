//! The smallest mini-app: what the kit and the contract cost before anything is said. For `cargo xtask bench guest`.

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, View};

/// A page with a line.
#[derive(Debug)]
pub struct Empty;

impl App for Empty {
    type Model = ();

    fn launch(_launch: &Launch, _saved: Option<&Json>, _cx: &Context, _effects: &mut Effects) -> Self::Model {
    }

    fn update(_model: &mut Self::Model, _event: Event, _cx: &Context, _effects: &mut Effects) {}

    fn view(_model: &Self::Model, _cx: &Context, view: View) -> Page {
        view.page("page", "title", |page| page.text("body"))
    }

    fn save(_model: &Self::Model) -> Json {
        Json::object().into()
    }
}

fingertip_sdk::mini_app!(Empty);
