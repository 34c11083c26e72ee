//! A form of a hundred nodes: what typing one letter costs. For `cargo xtask bench shell`.

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, View, msg};

/// The fields: with the page and its button they are a hundred nodes.
const FIELDS: u32 = 98;

/// A page of fields.
#[derive(Debug)]
pub struct Form;

impl App for Form {
    type Model = ();

    fn launch(_launch: &Launch, _saved: Option<&Json>, _cx: &Context, _effects: &mut Effects) -> Self::Model {
    }

    fn update(_model: &mut Self::Model, _event: Event, _cx: &Context, _effects: &mut Effects) {}

    fn view(_model: &Self::Model, _cx: &Context, view: View) -> Page {
        view.page("page", "title", |page| {
            for number in 0..FIELDS {
                page.text_input(&format!("field-{number}"), msg("field").arg("number", i64::from(number)))
                    .optional();
            }
            page.submit("send", "send");
        })
    }

    fn save(_model: &Self::Model) -> Json {
        Json::object().into()
    }
}

fingertip_sdk::mini_app!(Form);
