//! Family and helpers: who may follow the person's cases, and whose cases the person follows.

use dioxus::prelude::*;
use fingertip_contract::{Case, HelperLink};
use fingertip_core::{FamilyMsg, Remote, SessionMsg};
use fingertip_locale::Args;
use fingertip_standard::{HelperLinkId, view::TextPurpose};
use fingertip_ui::components::{
    Button, Card, EmptyState, FieldText, IconName, List, ListRow, Notice, ProgressLine, Skeleton, TextField,
    Tone, Typing, Weight,
};
use jiff::Timestamp;

use super::{
    Back, case_name,
    mandate::{ActFor, GiveMandate, mandate_line},
    promised,
};
use crate::{
    route::Route,
    state::{department_name, use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn Family() -> Element {
    let model = use_model!(session, help);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    let is_signed_in = model.signed_in().is_some();
    // Again when the person has signed in here.
    use_effect(use_reactive!(|is_signed_in| if is_signed_in {
        looked.that(FamilyMsg::LookedAtHelpers);
    }));
    rsx! {
        Back { title: words.say("me-title") }
        h1 { "{words.say(\"family-title\")}" }
        p { "{words.say(\"family-body\")}" }
        if is_signed_in {
            if let Some(fault) = &model.help.fault {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, p { {wording::fault(&words, fault)} } }
            }
            MyHelpers {}
            WhomIHelp {}
            if let Some(kept) = &model.help.helpers {
                p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(kept.as_of.as_millisecond())))} }
            }
        } else {
            EmptyState { icon: IconName::People, title: words.say("family-sign-in"),
                Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
            }
        }
    }
}

#[component]
fn MyHelpers() -> Element {
    let model = use_model!(help, catalogue, rules);
    let words = use_words();
    let helpers = model.help.helpers.as_ref().map(|kept| &kept.value);
    rsx! {
        section { aria_labelledby: "fi-helpers",
            h2 { id: "fi-helpers", "{words.say(\"family-helpers\")}" }
            for link in helpers.map(|known| known.helpers.clone()).unwrap_or_default() {
                Card { key: "{link.id}", heading: words.0.isolate(&link.name),
                    p { {words.with("family-since", &Args::new().text("day", words.0.instant(link.since.as_millisecond())))} }
                    p { {mandate_line(&model, &words, &link)} }
                    if let Some(look) = helpers.and_then(|known| known.looks.iter().find(|look| look.name == link.name)) {
                        p { class: "fi-muted", {words.with("family-looked", &Args::new().text("time", words.0.instant(look.at.as_millisecond())))} }
                    }
                    End { label: words.say("family-end-helper"), link }
                }
            }
            Code {}
        }
    }
}

/// The code while it is taken, large enough to be read out; else the way to one.
#[component]
fn Code() -> Element {
    let model = use_model!(help);
    let say = use_say();
    let words = use_words();
    let Some(code) = model.help.live_code(Timestamp::now()) else {
        return rsx! { GiveMandate {} };
    };
    let (first, second) = code.code.split_at_checked(code.code.len() / 2).unwrap_or((&code.code, ""));
    // One digit after the other, as a person says it.
    let spoken = code.code.chars().map(String::from).collect::<Vec<_>>().join(" ");
    rsx! {
        Card { level: 3, heading: words.say("family-code"),
            p { class: "fi-code-digits", role: "img", aria_label: spoken, dir: "ltr", "{first} {second}" }
            p { {words.with("family-code-until", &Args::new().text("time", words.0.instant(code.expires_at.as_millisecond())))} }
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say("family-code-warning"),
                p { "{words.say(\"family-code-warning-body\")}" }
            }
            Button { label: words.say("family-code-put-away"), is_wide: true, on_press: move |()| say.that(FamilyMsg::PutAwayCode) }
        }
    }
}

#[component]
fn WhomIHelp() -> Element {
    let model = use_model!(help, catalogue, rules);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let mut typed = use_signal(String::new);
    let helped: Vec<HelperLink> =
        model.help.helpers.as_ref().map(|kept| kept.value.helped.clone()).unwrap_or_default();
    // A code that was taken leaves an empty field for the next.
    let count = helped.len();
    let acting_links = helped.clone();
    rsx! {
        section { aria_labelledby: "fi-helped",
            h2 { id: "fi-helped", "{words.say(\"family-helped\")}" }
            if !helped.is_empty() {
                List { label: words.say("family-helped"),
                    for link in helped {
                        ListRow {
                            key: "{link.id}",
                            title: words.0.isolate(&link.name),
                            detail: mandate_line(&model, &words, &link),
                            value: words.say("family-helped-cases"),
                            icon: IconName::Cases,
                            on_press: {
                                let link = link.id.to_string();
                                move |()| drop(navigator.push(Route::Helped { link: link.clone() }))
                            },
                        }
                    }
                }
                for link in acting_links {
                    ActFor { key: "{link.id}", link }
                }
            }
            // A list of one: only in a list does another key make another element.
            for round in [count] {
                TextField {
                    key: "{round}",
                    id: "fi-helper-code",
                    text: FieldText { label: words.say("family-enter"), hint: Some(words.say("family-enter-hint")), ..FieldText::default() },
                    typing: Typing::of(TextPurpose::Postcode, true),
                    on_input: move |text| typed.set(text),
                }
            }
            Button {
                label: words.say("family-enter-go"),
                icon: IconName::Helper,
                is_wide: true,
                is_busy: model.help.is_busy,
                is_disabled: fingertip_contract::HelperCode::read(&typed.read()).is_none(),
                on_press: move |()| say.that(FamilyMsg::GotCode(typed())),
            }
        }
    }
}

/// Ends a link; asks once more, since the other one has to be met again for a new one.
#[component]
fn End(label: String, link: HelperLink) -> Element {
    let say = use_say();
    let words = use_words();
    let mut is_asking = use_signal(|| false);
    if !is_asking() {
        return rsx! { Button { label, icon: IconName::Remove, on_press: move |()| is_asking.set(true) } };
    }
    rsx! {
        div { class: "fi-chips", role: "group", aria_label: words.say("family-end-sure"),
            p { "{words.say(\"family-end-sure\")}" }
            Button { label: words.say("family-end-keep"), on_press: move |()| is_asking.set(false) }
            Button {
                label: words.say("family-end-yes"),
                weight: Weight::Destructive,
                on_press: move |()| say.that(FamilyMsg::EndedHelp(link.id.clone())),
            }
        }
    }
}

/// The cases of somebody whom the person helps, to look at.
#[component]
pub(crate) fn Helped(link: String) -> Element {
    let model = use_model!(help, catalogue, rules);
    let say = use_say();
    let words = use_words();
    let id = HelperLinkId::new(link).ok();
    let (looked, asked) = (say, id.clone());
    use_effect(use_reactive!(|asked| if let Some(id) = asked {
        looked.that(FamilyMsg::LookedAtHelped(id));
    }));
    let known = model
        .help
        .helpers
        .as_ref()
        .and_then(|kept| kept.value.helped.iter().find(|link| Some(&link.id) == id.as_ref()).cloned());
    let Some(known) = known else {
        return rsx! {
            Back { title: words.say("family-title") }
            h1 { class: "fi-visually-hidden", "{words.say(\"family-gone\")}" }
            EmptyState { icon: IconName::People, title: words.say("family-gone") }
        };
    };
    let shown = model.help.helped.as_ref().filter(|(shown, _)| *shown == known.id).map(|(_, cases)| cases);
    rsx! {
        Back { title: words.say("family-title") }
        h1 { {words.with("family-cases-of", &Args::new().text("name", words.0.isolate(&known.name)))} }
        p { "{words.say(\"family-cases-body\")}" }
        p { {mandate_line(&model, &words, &known)} }
        ActFor { link: known.clone() }
        match shown {
            None | Some(Remote::Loading) => rsx! { Skeleton { label: words.say("shell-loading") } },
            Some(Remote::Failed(fault)) => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, p { {wording::fault(&words, fault)} } }
            },
            Some(Remote::Ready(cases, _)) if cases.is_empty() => rsx! { EmptyState { icon: IconName::Cases, title: words.say("family-cases-empty") } },
            Some(Remote::Ready(cases, as_of)) => rsx! {
                for case in cases.iter().cloned() {
                    HelpedCase { key: "{case.id}", case }
                }
                p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(as_of.as_millisecond())))} }
            },
        }
        End { label: words.say("family-end-helped"), link: known }
    }
}

#[component]
fn HelpedCase(case: Case) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let state = words.say(wording::case_state(&case.state).0);
    let note = case.steps.last().and_then(|step| step.note.as_ref()).map(|note| words.note(note));
    rsx! {
        Card { level: 2, heading: case_name(&model, &words, &case),
            p { class: "fi-lead", "{state}" }
            if let Some(share) = wording::case_share(&case.state) {
                ProgressLine { share, label: state }
            }
            if case.handed_in_by.is_some() {
                p { {words.say("family-case-by-you")} }
            }
            if let Some(note) = note {
                p { "{note}" }
            }
            for line in promised(&words, &case) {
                p { "{line}" }
            }
            p { class: "fi-muted", {department_name(&model, &words, &case.department)} }
            p { class: "fi-muted", {words.with("cases-reference", &Args::new().text("reference", case.id.to_string()))} }
        }
    }
}
