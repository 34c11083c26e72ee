//! An encrypted copy of everything of the person: saved, and brought back.

use dioxus::prelude::*;
use fingertip_core::{Bringing, Came, CarryMsg, FILE_BYTES, RecoveryCode, Saving, SessionMsg, SessionState};
use fingertip_locale::Args;
use fingertip_standard::view::TextPurpose;
use fingertip_ui::components::{
    Button, Card, ChosenFile, CopyButton, FieldText, FileField, FileLabels, FileLimits, HeldFile, IconName,
    Notice, Status, TextField, Tone, Typing, Weight,
};

use crate::{
    on_device::GiveOn,
    state::{Words, use_model, use_refused, use_say, use_words},
    wording,
};

/// Copies belong to one person: whoever has not signed in is asked to.
#[component]
pub(super) fn Copies() -> Element {
    let model = use_model!(session);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(CarryMsg::LookedAtCopies));
    // A session that has ended leaves its person's store open.
    let is_somebodys =
        matches!(&*model.session, SessionState::SignedIn(_) | SessionState::SignedOut { has_ended: true });
    rsx! {
        section { aria_labelledby: "fi-copies",
            h2 { id: "fi-copies", "{words.say(\"carry-save-title\")}" }
            p { "{words.say(\"carry-save-body\")}" }
            if is_somebodys {
                Save {}
                Bring {}
            } else {
                Notice { tone: Tone::Information, tone_label: words.say("tone-information"), p { "{words.say(\"carry-sign-in\")}" } }
                Button { label: words.say("sheet-sign-in-begin"), icon: IconName::SignIn, is_wide: true, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
            }
        }
    }
}

/// The code comes before the file: one that is saved without its code written down opens nothing.
#[component]
fn Save() -> Element {
    let model = use_model!(carry);
    let say = use_say();
    let words = use_words();
    let (ask, done) = (say.clone(), say);
    match &model.carry.saving {
        Saving::Code(code) => rsx! { ShownCode { code: code.clone() } },
        saving @ (Saving::Idle | Saving::Busy) => rsx! {
            Button {
                label: words.say("carry-save"),
                icon: IconName::Lock,
                is_wide: true,
                is_busy: *saving == Saving::Busy,
                on_press: move |()| ask.that(CarryMsg::AskedForCopy),
            }
        },
        Saving::Saved(file) => rsx! {
            Notice { tone: Tone::Success, tone_label: words.say("tone-success"), is_announced: true,
                p { {words.with("carry-saved", &Args::new().text("file", words.0.isolate(file)))} }
                p { "{words.say(\"carry-saved-body\")}" }
                GiveOn { file: file.clone() }
                Button { label: words.say("carry-saved-done"), on_press: move |()| done.that(CarryMsg::PutCopyAway) }
            }
        },
    }
}

/// In large groups, from left to right in every language.
#[component]
fn ShownCode(code: RecoveryCode) -> Element {
    let say = use_say();
    let words = use_words();
    let (written, cancel) = (say.clone(), say);
    let text = code.text();
    // Read sign by sign: a group is no word.
    let spoken = code.groups().iter().map(|group| spell(group)).collect::<Vec<_>>().join(", ");
    rsx! {
        Card { level: 3, heading: words.say("carry-code-title"),
            p { "{words.say(\"carry-code-body\")}" }
            p { class: "fi-recovery-code", role: "img", aria_label: spoken, dir: "ltr",
                for (place, group) in code.groups().into_iter().enumerate() {
                    span { key: "{place}", "{group}" }
                }
            }
            div { class: "fi-stack",
                Button { label: words.say("carry-code-written"), weight: Weight::Primary, is_wide: true, on_press: move |()| written.that(CarryMsg::WroteCodeDown) }
                CopyButton {
                    text,
                    labels: words.copy_labels("carry-code-copy"),
                    is_wide: true,
                }
                Button { label: words.say("carry-code-cancel"), weight: Weight::Quiet, is_wide: true, on_press: move |()| cancel.that(CarryMsg::PutCopyAway) }
            }
        }
    }
}

fn spell(group: &str) -> String {
    group.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// A file, its code, and what came.
#[component]
fn Bring() -> Element {
    let model = use_model!(carry);
    let say = use_say();
    let words = use_words();
    let mut chosen = use_signal(|| None::<ChosenFile>);
    let mut typed = use_signal(String::new);
    let bringing = &model.carry.bringing;
    let max_bytes = u64::try_from(FILE_BYTES).unwrap_or(u64::MAX);
    let held = chosen.read().as_ref().map(|file| HeldFile {
        name: file.name.clone(),
        size: words.0.size(u64::try_from(file.content.len()).unwrap_or(u64::MAX)),
        remove_label: words.with("mini-app-file-remove", &Args::new().text("name", file.name.as_str())),
    });
    let is_ready = held.is_some() && !typed.read().trim().is_empty();
    let bring = move |()| {
        if let Some(file) = chosen.peek().clone() {
            say.that(CarryMsg::BroughtCopy { file: file.content, code: typed() });
        }
    };
    rsx! {
        Card { level: 3, heading: words.say("carry-bring-title"),
            p { "{words.say(\"carry-bring-body\")}" }
            FileField {
                id: "fi-copy-file",
                text: FieldText {
                    label: words.say("carry-bring-file"),
                    ..FieldText::default()
                },
                labels: FileLabels {
                    choose: words.say("mini-app-file-choose"),
                    camera: None,
                    limits: words.with("carry-bring-file-limits", &Args::new().text("size", words.0.size(max_bytes))),
                    none: words.say("carry-bring-file-none"),
                },
                // No media type: systems know none for it, and would hide the file.
                limits: FileLimits { max_bytes, at_most: 1, ..FileLimits::default() },
                held: held.into_iter().collect::<Vec<_>>(),
                on_files: move |files: Vec<ChosenFile>| chosen.set(files.into_iter().next()),
                refused: use_refused(),
                on_remove: move |_| chosen.set(None),
            }
            TextField {
                id: "fi-copy-code",
                text: FieldText { label: words.say("carry-bring-code"), hint: Some(words.say("carry-bring-code-hint")), ..FieldText::default() },
                typing: Typing::of(TextPurpose::Reference, false),
                on_input: move |text| typed.set(text),
            }
            Button { label: words.say("carry-bring"), is_wide: true, is_disabled: !is_ready, is_busy: *bringing == Bringing::Busy, on_press: bring }
            Status { class: "fi-muted", text: if *bringing == Bringing::Busy { words.say("carry-busy") } else { String::new() } }
            match bringing {
                Bringing::Idle | Bringing::Busy => rsx! {},
                Bringing::Refused(fault) => rsx! {
                    Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, p { {wording::fault(&words, fault)} } }
                },
                Bringing::Came(came) => rsx! { Arrived { came: *came } },
            }
        }
    }
}

/// What came, by kind.
#[component]
fn Arrived(came: Came) -> Element {
    let words = use_words();
    let lines = lines(&words, came);
    rsx! {
        Notice { tone: Tone::Success, tone_label: words.say("tone-success"), title: words.say("carry-came-title"), is_announced: true,
            if lines.is_empty() {
                p { "{words.say(\"carry-came-nothing\")}" }
            } else {
                ul {
                    for line in lines {
                        li { key: "{line}", "{line}" }
                    }
                }
            }
        }
    }
}

fn lines(words: &Words, came: Came) -> Vec<String> {
    let Came { cases, documents, consents, disclosures, outgoing, drafts } = came;
    let counts = [
        ("carry-came-cases", cases),
        ("carry-came-documents", documents),
        ("carry-came-drafts", drafts),
        ("carry-came-outgoing", outgoing),
        ("carry-came-consents", consents),
        ("carry-came-disclosures", disclosures),
    ];
    let line = |(id, count)| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        words.with(id, &Args::new().number("count", count))
    };
    counts.into_iter().filter(|(_, count)| *count > 0).map(line).collect()
}
