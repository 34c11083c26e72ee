//! What the person may do in a case: what is asked of them stands open, the rest behind a button each.

use dioxus::prelude::*;
use fingertip_contract::{ActKind, Case};
use fingertip_core::{ActsMsg, OutboxMsg, OutgoingState, OutgoingSubject};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, IconName, Notice, Tone, Weight};

use super::{super::date, form::Form};
use crate::{
    screens::cases::reason,
    state::{use_model, use_say, use_words},
    wording,
};

/// What the department asks of the person, to be answered here.
#[component]
pub(super) fn Asked(case: Case) -> Element {
    let words = use_words();
    if !case.acts.contains(&ActKind::Answer) {
        return rsx! {};
    }
    let said = case.steps.last().and_then(|step| step.note.as_ref()).map(|note| words.note(note));
    let until = case
        .answer_by
        .map(|day| words.with("cases-answer-by", &Args::new().text("day", words.0.date(date(day)))));
    rsx! {
        section { aria_labelledby: "fi-case-asked",
            h2 { id: "fi-case-asked", {words.say("cases-asked")} }
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"),
                if let Some(said) = said {
                    p { "{said}" }
                }
                if let Some(until) = until {
                    p { strong { "{until}" } }
                }
            }
            Doing { case, kind: ActKind::Answer }
        }
    }
}

/// Everything else that the platform takes from the person now.
#[component]
pub(super) fn Others(case: Case) -> Element {
    let model = use_model!(acts, outbox);
    let words = use_words();
    let say = use_say();
    let others = case.acts.iter().filter(|kind| !matches!(kind, ActKind::Answer | ActKind::Unknown(_)));
    let is_open = |kind: &ActKind| {
        model.acts.of(&case.id, kind).is_some() || sent(&model.outbox, &case, kind).is_some()
    };
    let (open, closed): (Vec<_>, Vec<_>) = others.cloned().partition(|kind| is_open(kind));
    rsx! {
        for kind in open {
            section { key: "{wording::act(&kind).name}", aria_labelledby: "fi-case-{wording::act(&kind).name}",
                h2 { id: "fi-case-{wording::act(&kind).name}", {words.say(wording::act(&kind).title)} }
                Doing { case: case.clone(), kind: kind.clone() }
            }
        }
        if !closed.is_empty() {
            div { class: "fi-row fi-no-print",
                for kind in closed {
                    Button {
                        key: "{wording::act(&kind).name}",
                        label: words.say(wording::act(&kind).title),
                        icon: icon(&kind),
                        on_press: {
                            let (say, id) = (say.clone(), case.id.clone());
                            move |()| say.that(ActsMsg::Began(id.clone(), kind.clone()))
                        },
                    }
                }
            }
        }
    }
}

fn icon(kind: &ActKind) -> IconName {
    match kind {
        ActKind::Answer | ActKind::Ask | ActKind::Unknown(_) => IconName::Help,
        ActKind::Add => IconName::Upload,
        ActKind::Withdraw => IconName::Remove,
        ActKind::Appeal => IconName::Warning,
    }
}

/// What of this kind is on its way from this device, or was not accepted.
fn sent<'a>(outbox: &'a [OutgoingState], case: &Case, kind: &ActKind) -> Option<&'a OutgoingState> {
    let subject = OutgoingSubject::Act(case.id.clone(), kind.clone());
    outbox.iter().find(|outgoing| outgoing.subject == subject)
}

/// A form; or how far it is, once it was sent.
#[component]
fn Doing(case: Case, kind: ActKind) -> Element {
    let model = use_model!(outbox, acts, sending);
    let words = use_words();
    let say = use_say();
    let Some(outgoing) = sent(&model.outbox, &case, &kind).cloned() else {
        return rsx! { Form { case, kind } };
    };
    let time = |at: jiff::Timestamp| Args::new().text("time", words.0.instant(at.as_millisecond()));
    let percent = model.sending.as_ref().filter(|(key, _)| *key == outgoing.key).map(|(_, percent)| *percent);
    let key = outgoing.key.clone();
    let take_back = {
        let (say, key) = (say.clone(), key.clone());
        move |()| say.that(OutboxMsg::TookBack(key.clone()))
    };
    match &outgoing.not_accepted {
        None => rsx! {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"), is_announced: true,
                p { {words.with("cases-outgoing-since", &time(outgoing.created_at))} }
                if let Some(percent) = percent {
                    p { {words.with("cases-outgoing-sent", &Args::new().number("percent", u32::from(percent)))} }
                }
            }
            Button { label: words.say("cases-outgoing-take-back"), on_press: take_back }
        },
        Some(why) => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true,
                strong { {words.say("cases-not-accepted")} }
                " "
                {reason(&words, why)}
            }
            div { class: "fi-row",
                Button {
                    label: words.say("cases-act-again"),
                    weight: Weight::Primary,
                    on_press: move |()| say.that(ActsMsg::Reopened(key.clone())),
                }
                Button { label: words.say("cases-not-accepted-put-away"), on_press: take_back }
            }
        },
    }
}
