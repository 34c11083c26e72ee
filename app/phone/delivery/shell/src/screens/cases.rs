//! The person's cases.

use dioxus::prelude::*;
use fingertip_contract::ProblemCode;
use fingertip_core::{
    CasesMsg, JointMsg, MiniAppMsg, NotAccepted, OutboxMsg, OutgoingState, OutgoingSubject, SessionMsg,
    proof_message,
};
use fingertip_locale::Args;
use fingertip_ui::components::{
    Button, Card, EmptyState, IconName, List, ListRow, Notice, Tag, Tone, Weight, progress_look,
};
use jiff::Timestamp;

use super::{Head, case_row};
use crate::{
    entering::use_enter,
    route::Route,
    state::{Words, use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn Cases() -> Element {
    let model = use_model!(session, cases, joint);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(CasesMsg::LookedAtCases));
    let as_of = model.cases.first().map(|case| {
        words.with("records-as-of", &Args::new().text("time", words.0.instant(case.as_of.as_millisecond())))
    });
    rsx! {
        Head { title: words.say("cases-title") }
        Outgoing {}
        if !model.joint.cases.is_empty() {
            JointList {}
        }
        if model.cases.is_empty() && model.joint.cases.is_empty() {
            EmptyState { icon: IconName::Cases, title: words.say("home-cases-empty"), body: words.say("home-cases-empty-body"),
                if model.signed_in().is_none() {
                    Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
                }
            }
        } else {
            CaseList {}
            p { class: "fi-muted", {as_of.unwrap_or_default()} }
        }
    }
}

/// Life events that were handed in with one form.
#[component]
fn JointList() -> Element {
    let model = use_model!(joint);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        List { label: words.say("joint-together"),
            for joint in model.joint.cases.iter().cloned() {
                {
                    let (state, progress) = wording::joint_state(&joint.state);
                    let look = progress_look(progress);
                    rsx! {
                        ListRow {
                            key: "{joint.id}",
                            title: words.name(&joint.name, joint.life_event.as_str()),
                            detail: words.say("joint-together"),
                            icon: IconName::People,
                            on_press: move |()| drop(navigator.push(Route::Joint { id: joint.id.to_string() })),
                            Tag { label: words.say(state), tone: look.1, icon: look.0 }
                        }
                    }
                }
            }
        }
    }
}

/// What was handed in and has not come yet, and what was not accepted: each with what can be done about it.
#[component]
fn Outgoing() -> Element {
    let model = use_model!(outbox, catalogue);
    let words = use_words();
    let say = use_say();
    let waiting = u32::try_from(model.waiting()).unwrap_or(u32::MAX);
    rsx! {
        if waiting > 0 {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"),
                {words.with("cases-waiting", &Args::new().number("count", waiting))}
            }
            Button { label: words.say("cases-outgoing-send"), on_press: move |()| say.that(OutboxMsg::AskedToSend) }
        }
        for outgoing in model.outbox.iter().cloned() {
            OutgoingCard { key: "{outgoing.key}", outgoing }
        }
    }
}

#[component]
fn OutgoingCard(outgoing: OutgoingState) -> Element {
    let model = use_model!(catalogue, sending);
    let words = use_words();
    let say = use_say();
    let enter = use_enter();
    let key = outgoing.key.clone();
    let (heading, service) = match &outgoing.subject {
        OutgoingSubject::Case { service, .. } => {
            let known = model.catalogue.ready().and_then(|catalogue| catalogue.service(service));
            let name = known.map_or_else(
                || service.to_string().into(),
                |known| words.name(&known.name, service.as_str()),
            );
            (
                words.with(
                    "cases-outgoing-case",
                    &Args::new().text("service", words.0.isolate(&name.to_string())),
                ),
                known,
            )
        }
        OutgoingSubject::Rating(case) => (
            words.with(
                "cases-outgoing-rating",
                &Args::new().text("reference", words.0.isolate(case.as_str())),
            ),
            None,
        ),
        OutgoingSubject::RatingAppeal(case) => (
            words.with(
                "cases-outgoing-act",
                &Args::new()
                    .text("what", words.say("cases-follow-up-objected"))
                    .text("reference", words.0.isolate(case.as_str())),
            ),
            None,
        ),
        OutgoingSubject::Act(case, kind) => (
            words.with(
                "cases-outgoing-act",
                &Args::new()
                    .text("what", words.say(wording::act(kind).title))
                    .text("reference", words.0.isolate(case.as_str())),
            ),
            None,
        ),
        OutgoingSubject::Joint(event) => {
            let known = model.catalogue.ready().and_then(|catalogue| catalogue.life_event(event));
            let name = known
                .map_or_else(|| event.to_string().into(), |known| words.name(&known.name, event.as_str()));
            let service = words.0.isolate(&name.to_string());
            (words.with("cases-outgoing-case", &Args::new().text("service", service)), None)
        }
        OutgoingSubject::Unknown => (words.say("cases-outgoing-unknown"), None),
    };
    let joint = match &outgoing.subject {
        OutgoingSubject::Joint(event) => Some(event.clone()),
        _ => None,
    };
    let (again, reopened, navigator) = (say.clone(), key.clone(), use_navigator());
    let time = |at: Timestamp| Args::new().text("time", words.0.instant(at.as_millisecond()));
    let put_away = move |()| say.that(OutboxMsg::TookBack(key.clone()));
    let acting_for = match &outgoing.subject {
        OutgoingSubject::Case { acting_for, .. } => acting_for.as_ref(),
        OutgoingSubject::Rating(_)
        | OutgoingSubject::RatingAppeal(_)
        | OutgoingSubject::Act(..)
        | OutgoingSubject::Joint(_)
        | OutgoingSubject::Unknown => None,
    };
    // Another's form is opened while the person acts for them: here it would be their own.
    let can_open = outgoing.not_accepted.is_some() && acting_for.is_none();
    let opens = service.filter(|_| can_open).map(|service| service.id.clone());
    let acting_for = acting_for
        .map(|name| words.with("cases-outgoing-for", &Args::new().text("name", words.0.isolate(name))));
    rsx! {
        Card { heading,
            if let Some(acting_for) = acting_for {
                p { "{acting_for}" }
            }
            match &outgoing.not_accepted {
                None => rsx! {
                    p { {words.with("cases-outgoing-since", &time(outgoing.created_at))} }
                    if let Some((_, percent)) = model.sending.as_ref().filter(|(key, _)| *key == outgoing.key) {
                        p { {words.with("cases-outgoing-sent", &Args::new().number("percent", u32::from(*percent)))} }
                    }
                    if outgoing.attempts > 0 {
                        p { class: "fi-muted", {words.with("cases-outgoing-next", &time(outgoing.not_before))} }
                    }
                    Button { label: words.say("cases-outgoing-take-back"), on_press: put_away }
                },
                Some(why) => rsx! {
                    Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"),
                        strong { {words.say("cases-not-accepted")} }
                        " "
                        {reason(&words, why)}
                    }
                    if let Some(event) = joint {
                        Button {
                            label: words.say("cases-not-accepted-open"),
                            weight: Weight::Primary,
                            on_press: move |()| {
                                again.that(JointMsg::Reopened(reopened.clone()));
                                navigator.push(Route::JointForm { id: event.to_string() });
                            },
                        }
                    }
                    if let Some(service) = opens {
                        p { {words.say("cases-not-accepted-form")} }
                        Button {
                            label: words.say("cases-not-accepted-open"),
                            weight: Weight::Primary,
                            on_press: move |()| enter.by(MiniAppMsg::OpenedService(service.clone())),
                        }
                    }
                    Button { label: words.say("cases-not-accepted-put-away"), on_press: put_away }
                },
            }
        }
    }
}

/// Why it was not accepted: in the department's own words, else in ours.
pub(super) fn reason(words: &Words, why: &NotAccepted) -> String {
    if let Some(own) = &why.words {
        return words.with("cases-not-accepted-words", &Args::new().text("words", words.0.isolate(own)));
    }
    match ProblemCode::from(why.code.clone()) {
        ProblemCode::ServiceUnknown | ProblemCode::ServiceNotOnline => {
            words.say("cases-not-accepted-service")
        }
        ProblemCode::RegionNotServed => words.say("cases-not-accepted-region"),
        ProblemCode::BodyTooLarge => words.say("cases-not-accepted-size"),
        code => proof_message(&code).map_or_else(
            || {
                words.with(
                    "cases-not-accepted-other",
                    &Args::new().text("code", words.0.isolate(code.as_str())),
                )
            },
            |message| words.say(message),
        ),
    }
}

/// Every case; beside an open one where there is room.
#[component]
pub(crate) fn CaseList() -> Element {
    let model = use_model!(catalogue, cases);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        List { label: words.say("cases-title"),
            for case in model.cases.iter() {
                {case_row(&model, &words, case, navigator)}
            }
        }
    }
}
