//! Showing documents: the person ticks which.

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, Paper, SheetId};
use fingertip_ui::components::{Checkbox, FieldText};

use super::asking::{Asking, Facts};
use crate::{
    state::{department_name, use_model, use_say, use_words},
    wording,
};

/// Which of the person's documents are shown.
#[component]
pub(super) fn Documents(id: SheetId, papers: Vec<(Paper, bool)>) -> Element {
    let say = use_say();
    let words = use_words();
    let body = if papers.is_empty() { "sheet-documents-none" } else { "sheet-documents-body" };
    rsx! {
        Asking {
            id,
            about: "documents",
            title: words.say("sheet-documents-title"),
            agree: words.say(if papers.is_empty() { "sheet-documents-tell" } else { "sheet-documents-agree" }),
            decline: words.say("sheet-documents-decline"),
            p { {words.say(body)} }
            for (index , (paper , is_ticked)) in papers.into_iter().enumerate() {
                Checkbox {
                    key: "{index}",
                    id: "fi-document-{index}",
                    text: FieldText { label: wording::document(&words, &paper.title, &paper.number), hint: None, error: None, optional: None },
                    initial: is_ticked,
                    on_change: {
                        let say = say.clone();
                        move |is_ticked| say.that(MiniAppMsg::TickedDocument { sheet: id, index, is_ticked })
                    },
                }
            }
        }
    }
}

/// A document that the department puts into the records.
#[component]
pub(super) fn Offer(id: SheetId, paper: Paper) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let lines = vec![
        (words.say("sheet-offer-document"), vec![words.pick(&paper.title)]),
        (words.say("sheet-offer-issuer"), vec![department_name(&model, &words, &paper.issuer)]),
        (words.say("sheet-offer-holder"), vec![paper.holder.into()]),
        (words.say("sheet-offer-number"), vec![paper.number.into()]),
    ];
    rsx! {
        Asking {
            id,
            about: "offer",
            title: words.say("sheet-offer-title"),
            agree: words.say("sheet-offer-agree"),
            decline: words.say("sheet-offer-decline"),
            p { {words.say("sheet-offer-body")} }
            Facts { lines }
        }
    }
}
