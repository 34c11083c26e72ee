//! Giving a text to another program: by the system's own sheet, or copied where there is none.

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, NoticesMsg, SheetId};
use fingertip_ui::copy_text;

use super::asking::Asking;
use crate::{
    on_device::use_on_device,
    state::{use_say, use_words},
};

#[component]
pub(super) fn Share(id: SheetId, text: String) -> Element {
    let words = use_words();
    let has_system_sheet = use_on_device().is_some_and(|device| device.0.can_share());
    let (body, agree) = if has_system_sheet {
        ("sheet-share-body", "sheet-share-agree")
    } else {
        ("sheet-share-copy-body", "sheet-share-copy")
    };
    let (copied, say) = (text.clone(), use_say());
    let copy = use_callback(move |()| {
        let (text, say) = (copied.clone(), say.clone());
        spawn(async move {
            say.that(NoticesMsg::Copied(copy_text(text).await));
            say.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true });
        });
    });
    rsx! {
        Asking {
            id,
            about: "share",
            title: words.say("sheet-share-title"),
            agree: words.say(agree),
            decline: words.say("sheet-share-decline"),
            on_agree: (!has_system_sheet).then_some(copy),
            p { {words.say(body)} }
            pre { class: "fi-sign-text", dir: "auto", "{text}" }
        }
    }
}
