//! A document at a counter: its code, and nothing that an onlooker need not see. What is shown is in the ledger before it is drawn.

use dioxus::prelude::*;
use fingertip_core::{DocumentsMsg, KeptDocument, ShownAs, parts};
use fingertip_locale::Args;
use fingertip_standard::DepartmentId;
use fingertip_ui::components::{Button, Code, IconName, Skeleton, Status, Weight};

use super::{
    Back,
    document::{Gone, find, is_of},
    standing::LastChecked,
};
use crate::state::{use_model, use_say, use_words};

#[component]
pub(crate) fn DocumentCode(issuer: String, id: String) -> Element {
    let model = use_model!(documents, shown, checks);
    let say = use_say();
    let words = use_words();
    let (asked, put_away) = (say.clone(), say);
    let of = (issuer.clone(), id.clone());
    use_effect(move || {
        let (issuer, id) = of.clone();
        if let Ok(issuer) = DepartmentId::new(issuer) {
            asked.that(DocumentsMsg::AskedToShow { issuer, id, shown_as: ShownAs::Code });
        }
    });
    use_drop(move || put_away.that(DocumentsMsg::PutAway));
    let Some(kept) = find(&model, &issuer, &id).cloned() else {
        return rsx! { Gone {} };
    };
    let title = words.pick(&kept.document.title);
    let is_shown = model
        .shown
        .as_ref()
        .is_some_and(|shown| shown.shown_as == ShownAs::Code && is_of(shown, &kept.document));
    rsx! {
        Back { title: title.clone() }
        h1 { "{title}" }
        if is_shown {
            Codes { jws: kept.jws.clone() }
            p { "{words.say(\"records-code-body\")}" }
        } else {
            // Nothing is drawn that is not written down.
            Skeleton { label: words.say("shell-loading") }
        }
        LastChecked { check: model.checks.of(&kept.document) }
    }
}

/// The code of a document, or one after another of those that it takes; the person turns over, for nobody scans what moves by itself.
#[component]
fn Codes(jws: String) -> Element {
    let words = use_words();
    let mut at = use_signal(|| 0_usize);
    let codes = parts::split(&jws);
    let count = codes.len();
    let place = at().min(count.saturating_sub(1));
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let Some(code) = codes.into_iter().nth(place) else {
        return rsx! { p { class: "fi-code__too-much", role: "note", "{words.say(\"documents-too-large\")}" } };
    };
    let part = words.with(
        "documents-part",
        &Args::new().number("part", number(place + 1)).number("count", number(count)),
    );
    rsx! {
        div { class: "fi-show-code",
            Code { data: code.into_bytes(), label: words.say("mini-app-credential-code"), too_much: words.say("documents-too-large") }
        }
        if count > 1 {
            Status { text: part }
            p { "{words.say(\"documents-parts-body\")}" }
            div { class: "fi-row",
                Button { label: words.say("documents-part-before"), is_disabled: place == 0, on_press: move |()| at.set(place.saturating_sub(1)) }
                Button {
                    label: words.say("documents-part-next"),
                    icon: IconName::Forward,
                    weight: Weight::Primary,
                    is_disabled: place + 1 == count,
                    on_press: move |()| at.set(place + 1),
                }
            }
        }
    }
}

/// The codes of a document on paper, by which whoever gets it checks it. On no screen.
#[component]
pub(super) fn PrintedCodes(kept: KeptDocument) -> Element {
    let model = use_model!(shown);
    let words = use_words();
    let is_printed = model
        .shown
        .as_ref()
        .is_some_and(|shown| shown.shown_as == ShownAs::Page && is_of(shown, &kept.document));
    if !is_printed {
        return rsx! {};
    }
    let codes = parts::split(&kept.jws);
    rsx! {
        div { class: "fi-print-only",
            p { "{words.say(\"take-out-check\")}" }
            if codes.is_empty() {
                p { "{words.say(\"documents-too-large\")}" }
            }
            for (index , code) in codes.into_iter().enumerate() {
                Code { key: "{index}", data: code.into_bytes(), label: words.say("mini-app-credential-code"), too_much: words.say("documents-too-large") }
            }
        }
    }
}
