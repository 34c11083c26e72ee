//! Being reminded by a mini-app: of what, when, and that it may do so again.

use dioxus::prelude::*;
use fingertip_core::{Reminding, SheetId};
use fingertip_locale::Args;

use super::asking::{Asking, Facts};
use crate::state::{department_name, use_model, use_words};

#[component]
pub(super) fn Remind(id: SheetId, reminder: Reminding) -> Element {
    let model = use_model!(catalogue, open);
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let detail = reminder.detail.map(Into::into);
    let lines = vec![
        (
            words.say("sheet-remind-what"),
            [Some(reminder.title.into()), detail].into_iter().flatten().collect(),
        ),
        (words.say("sheet-remind-when"), vec![words.0.instant(reminder.at.as_millisecond()).into()]),
    ];
    rsx! {
        Asking {
            id,
            about: "remind",
            title: words.say("sheet-remind-title"),
            agree: words.say("sheet-remind-agree"),
            decline: words.say("sheet-remind-decline"),
            Facts { lines }
            p { {words.with("sheet-remind-body", &Args::new().text("department", department))} }
        }
    }
}
