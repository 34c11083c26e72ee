//! The form of one act in a case: what the department asks for, the person's own words, documents, files.

use dioxus::prelude::*;
use fingertip_contract::{ActKind, AskKind, Case, CaseAsk, api::CaseAct};
use fingertip_core::{ActChange, ActDraft, ActsMsg, KeptDocument, Missing, Model};
use fingertip_locale::Args;
use fingertip_standard::limits::CASE_FILES_BYTES;
use fingertip_ui::{
    components::{
        Button, Checkbox, ChosenFile, ERROR_SUMMARY_ID, ErrorLink, ErrorSummary, FieldText, FileField,
        FileLabels, FileLimits, HeldFile, TextAreaField, Weight,
    },
    focus_element,
};
use jiff::Timestamp;

use crate::{
    state::{Say, Words, use_count, use_model, use_refused, use_say, use_words},
    wording,
};

/// The most files that answer one thing.
const MOST_FILES: u32 = 5;
/// What offices read.
const MEDIA_TYPES: [&str; 2] = ["image/*", "application/pdf"];

/// Everything that one act can hold, with what is missing in it.
#[component]
pub(super) fn Form(case: Case, kind: ActKind) -> Element {
    let model = use_model!(acts, documents, rules);
    let words = use_words();
    let say = use_say();
    let empty = ActDraft::new(case.id.clone(), kind.clone());
    let draft = model.acts.of(&case.id, &kind).cloned().unwrap_or(empty);
    let kind_of = |jws: &str| {
        model.documents.iter().find(|kept| kept.jws == jws).map(|kept| kept.document.kind.clone())
    };
    let missing = if draft.says_missing { draft.missing(&case, kind_of) } else { Vec::new() };
    let errors = errors(&words, &case, &kind, &missing);
    // Once, when they come up: whoever mends one of several is not taken away from it.
    let has_errors = !errors.is_empty();
    use_effect(use_reactive!(|has_errors| {
        if has_errors {
            focus_element(ERROR_SUMMARY_ID);
        }
    }));
    let asks: Vec<CaseAsk> = if kind == ActKind::Answer { case.asked.clone() } else { Vec::new() };
    let may_add = match &kind {
        ActKind::Answer => asks.is_empty(),
        ActKind::Add | ActKind::Ask | ActKind::Appeal => true,
        ActKind::Withdraw | ActKind::Unknown(_) => false,
    };
    let named = wording::act(&kind);
    let (sent, put_away) = (say.clone(), say);
    let (of, id) = (kind.clone(), case.id.clone());
    rsx! {
        if !errors.is_empty() {
            ErrorSummary { title: words.with("mini-app-errors-title", &Args::new().number("count", u32::try_from(errors.len()).unwrap_or(u32::MAX))), errors: errors.clone() }
        }
        if let Some(body) = named.body {
            p { {words.say(body)} }
        }
        for ask in asks {
            Ask { key: "{ask.id}", error: error_of(&errors, &ask_id(&ask)), ask, draft: draft.clone() }
        }
        if kind == ActKind::Add {
            Papers { id: "fi-act-documents", ask: None::<CaseAsk>, draft: draft.clone(), error: None }
        }
        if may_add {
            Files { id: file_id(&kind), ask: String::new(), label: words.say("cases-act-file"), hint: None, is_required: false, draft: draft.clone(), error: None }
        }
        OwnWords { draft: draft.clone(), error: error_of(&errors, &words_id(&kind)) }
        div { class: "fi-row",
            Button {
                label: words.say(named.send),
                weight: Weight::Primary,
                on_press: move |()| {
                    if has_errors {
                        focus_element(ERROR_SUMMARY_ID);
                    }
                    sent.that(ActsMsg::Sent(id.clone(), of.clone()));
                },
            }
            if kind != ActKind::Answer {
                Button {
                    label: words.say("cases-act-cancel"),
                    weight: Weight::Quiet,
                    on_press: move |()| put_away.that(ActsMsg::PutAway(case.id.clone(), kind.clone())),
                }
            }
        }
    }
}

fn ask_id(ask: &CaseAsk) -> String {
    format!("fi-ask-{}", ask.id)
}

fn words_id(kind: &ActKind) -> String {
    format!("fi-act-words-{}", wording::act(kind).name)
}

fn file_id(kind: &ActKind) -> String {
    format!("fi-act-files-{}", wording::act(kind).name)
}

fn error_of(errors: &[ErrorLink], id: &str) -> Option<String> {
    errors.iter().find(|error| error.input_id == id).map(|error| error.text.clone())
}

/// What is missing, in words, with the place of it.
fn errors(words: &Words, case: &Case, kind: &ActKind, missing: &[Missing]) -> Vec<ErrorLink> {
    let of = |missing: &Missing| match missing {
        Missing::Words => {
            Some(ErrorLink { input_id: words_id(kind), text: words.say("cases-act-missing-words") })
        }
        Missing::FewerWords => {
            let most = u32::try_from(CaseAct::MOST_WORDS).unwrap_or(u32::MAX);
            Some(ErrorLink {
                input_id: words_id(kind),
                text: words.with("cases-act-fewer-words", &Args::new().number("most", most)),
            })
        }
        Missing::Asked(id) => {
            let ask = case.asked.iter().find(|ask| ask.id == *id)?;
            let message = match ask.kind {
                AskKind::File => "cases-act-missing-file",
                AskKind::Document => "cases-act-missing-document",
                AskKind::Words | AskKind::Unknown(_) => "cases-act-missing-answer",
            };
            let text = words.with_pick(message, "label", &ask.label).to_string();
            Some(ErrorLink { input_id: ask_id(ask), text })
        }
    };
    missing.iter().filter_map(of).collect()
}

/// One thing that is asked for.
#[component]
fn Ask(ask: CaseAsk, draft: ActDraft, error: Option<String>) -> Element {
    let words = use_words();
    let say = use_say();
    let id = ask_id(&ask);
    let label = words.pick(&ask.label).to_string();
    let hint = ask.hint.as_ref().map(|hint| words.pick(hint).to_string());
    match ask.kind {
        AskKind::File => rsx! {
            Files { id, ask: ask.id.clone(), label, hint, is_required: ask.is_required, draft, error }
        },
        AskKind::Document => rsx! {
            Papers { id, ask: Some(ask), draft, error }
        },
        // What this version cannot draw is answered in words.
        AskKind::Words | AskKind::Unknown(_) => rsx! {
            TextAreaField {
                id,
                text: FieldText { label, hint, error, optional: (!ask.is_required).then(|| words.say("mini-app-optional")) },
                initial: draft.answers.get(&ask.id).cloned().unwrap_or_default(),
                max_chars: u32::try_from(CaseAct::MOST_WORDS).unwrap_or(u32::MAX),
                count: use_count(),
                on_input: move |typed| {
                    change(&say, &draft, ActChange::Answered(ask.id.clone(), typed));
                },
            }
        },
    }
}

fn change(say: &Say, draft: &ActDraft, change: ActChange) {
    say.that(ActsMsg::Changed(draft.case.clone(), draft.kind.clone(), change));
}

/// The person's own words.
#[component]
fn OwnWords(draft: ActDraft, error: Option<String>) -> Element {
    let words = use_words();
    let say = use_say();
    let named = wording::act(&draft.kind);
    let is_required = matches!(draft.kind, ActKind::Ask | ActKind::Appeal);
    rsx! {
        TextAreaField {
            id: words_id(&draft.kind),
            text: FieldText {
                label: words.say(named.words),
                error,
                optional: (!is_required).then(|| words.say("mini-app-optional")),
                ..FieldText::default()
            },
            initial: draft.words.clone(),
            max_chars: u32::try_from(CaseAct::MOST_WORDS).unwrap_or(u32::MAX),
            count: use_count(),
            on_input: move |typed| change(&say, &draft, ActChange::Words(typed)),
        }
    }
}

/// Files that answer one thing, or that go along.
#[component]
fn Files(
    id: String,
    ask: String,
    label: String,
    hint: Option<String>,
    is_required: bool,
    draft: ActDraft,
    error: Option<String>,
) -> Element {
    let words = use_words();
    let say = use_say();
    let bytes = |content: &String| content.len() as u64 / 4 * 3;
    let held = draft.files.iter().filter(|file| file.key == ask).map(|file| HeldFile {
        name: file.name.clone(),
        size: words.0.size(bytes(&file.content)),
        remove_label: words.with("mini-app-file-remove", &Args::new().text("name", file.name.as_str())),
    });
    let all: u64 = draft.files.iter().map(|file| bytes(&file.content)).sum();
    let limits = FileLimits {
        media_types: MEDIA_TYPES.map(str::to_owned).to_vec(),
        max_bytes: CASE_FILES_BYTES,
        at_most: MOST_FILES,
        bytes_left: CASE_FILES_BYTES.saturating_sub(all).max(1),
    };
    let labels = FileLabels {
        choose: words.say("mini-app-file-choose"),
        camera: Some(words.say("mini-app-file-camera")),
        limits: words.with(
            "mini-app-file-limits",
            &Args::new().number("count", MOST_FILES).text("size", words.0.size(CASE_FILES_BYTES)),
        ),
        none: words.say("mini-app-file-none"),
    };
    let held: Vec<_> = held.collect();
    let (chosen_say, chosen_draft, chosen_ask) = (say.clone(), draft.clone(), ask.clone());
    rsx! {
        FileField {
            id,
            text: FieldText { label, hint, error, optional: (!is_required).then(|| words.say("mini-app-optional")) },
            labels,
            limits,
            held,
            on_files: move |files: Vec<ChosenFile>| {
                let files = files.into_iter().map(|file| (file.name, file.media_type, file.content)).collect();
                change(&chosen_say, &chosen_draft, ActChange::ChoseFiles(chosen_ask.clone(), files));
            },
            refused: use_refused(),
            on_remove: move |place| change(&say, &draft, ActChange::RemovedFile(ask.clone(), place)),
        }
    }
}

/// Documents of the person that still hold: of the kind that is asked for, or all. None is chosen for them.
#[component]
fn Papers(id: String, ask: Option<CaseAsk>, draft: ActDraft, error: Option<String>) -> Element {
    let model = use_model!(documents, rules);
    let words = use_words();
    let say = use_say();
    let fits = fitting(&model, ask.as_ref());
    let label = match &ask {
        Some(ask) => words.pick(&ask.label).to_string(),
        None => words.say("cases-act-documents"),
    };
    if ask.is_none() && fits.is_empty() {
        return rsx! {};
    }
    let hint = ask.as_ref().and_then(|ask| ask.hint.as_ref()).map(|hint| words.pick(hint).to_string());
    rsx! {
        fieldset { class: "fi-field", id: "{id}", tabindex: "-1", "data-invalid": error.as_ref().map(|_| "true"),
            legend { class: "fi-field__label", "{label}" }
            if let Some(hint) = hint {
                p { class: "fi-field__hint", "{hint}" }
            }
            if let Some(error) = &error {
                p { class: "fi-field__error", role: "alert", "{error}" }
            }
            if fits.is_empty() {
                p { class: "fi-muted", {words.say("cases-act-no-document")} }
            }
            for (place, kept) in fits.into_iter().enumerate() {
                Checkbox {
                    key: "{place}",
                    id: "{id}-{place}",
                    text: FieldText { label: wording::document(&words, &kept.document.title, &kept.document.number), optional: Some(String::new()), ..FieldText::default() },
                    initial: draft.documents.contains(&kept.jws),
                    on_change: {
                        let (say, draft, jws) = (say.clone(), draft.clone(), kept.jws.clone());
                        move |is_ticked| change(&say, &draft, ActChange::TickedDocument(jws.clone(), is_ticked))
                    },
                }
            }
        }
    }
}

fn fitting(model: &Model, ask: Option<&CaseAsk>) -> Vec<KeptDocument> {
    let today = model.rules.today(Timestamp::now());
    let wanted = ask.and_then(|ask| ask.document_kind.as_ref());
    let fits = |kept: &&KeptDocument| {
        wanted.is_none_or(|wanted| kept.document.kind == *wanted)
            && kept.document.valid_until.is_none_or(|day| day >= today)
    };
    model.documents.iter().filter(fits).cloned().collect()
}
