//! Telling a department where the person lives.

use dioxus::prelude::*;
use fingertip_core::{Question, SheetId};
use fingertip_locale::Args;
use fingertip_standard::RegionCode;

use super::asking::{Asking, Facts};
use crate::state::{department_name, region_name, use_model, use_words};

#[component]
pub(super) fn Region(id: SheetId, question: Question, region: Option<RegionCode>) -> Element {
    let model = use_model!(catalogue, open, preferences);
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let name = region
        .map_or_else(|| words.say("sheet-consent-unknown").into(), |code| region_name(&model, &words, &code));
    rsx! {
        Asking {
            id,
            about: "region",
            title: words.with("sheet-consent-title", &Args::new().text("department", department)),
            agree: words.say("sheet-consent-agree"),
            decline: words.say("sheet-consent-decline"),
            p { {words.say("sheet-consent-body")} }
            Facts { lines: vec![(words.say("sheet-region-lives"), vec![name])] }
            if question.is_kept {
                p { {words.say("sheet-consent-kept")} }
            }
        }
    }
}
