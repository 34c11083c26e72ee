//! Life events: one thing to the person, services of several departments in the order in which they are best done.

use dioxus::prelude::*;
use fingertip_contract::{CaseState, JointService};
use fingertip_core::Model;
use fingertip_locale::Args;
use fingertip_standard::{LifeEventId, ServiceId, view::Progress};
use fingertip_ui::components::{
    Button, Drawing, EmptyState, EventCard, EventCards, IconName, List, ListRow, Tag, Weight, progress_look,
};

use super::{Back, missing::Missing, offered_by, way_tag};
use crate::{
    route::Route,
    state::{use_model, use_words},
    wording,
};

#[component]
pub(crate) fn LifeEvents() -> Element {
    let words = use_words();
    rsx! {
        Back { title: words.say("services-title") }
        h1 { "{words.say(\"home-life-events\")}" }
        p { "{words.say(\"life-events-body\")}" }
        EventList {}
    }
}

/// Every life event of the catalogue.
#[component]
pub(super) fn EventList() -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let events = model.catalogue.ready().map(|catalogue| catalogue.life_events.clone()).unwrap_or_default();
    rsx! {
        if events.is_empty() {
            EmptyState { icon: IconName::People, title: words.say("life-events-none") }
        } else {
            EventCards { label: words.say("home-life-events"),
                for event in events {
                    EventCard {
                        key: "{event.id}",
                        title: words.name(&event.name, event.id.as_str()),
                        detail: (!event.summary.is_empty()).then(|| words.pick(&event.summary)),
                        occasion: event.occasion.clone(),
                        on_press: move |()| drop(navigator.push(Route::LifeEvent { id: event.id.to_string() })),
                    }
                }
            }
        }
    }
}

#[component]
pub(crate) fn LifeEvent(id: String) -> Element {
    let model = use_model!(preferences, catalogue, cases, joint, switches);
    let words = use_words();
    let navigator = use_navigator();
    let event = LifeEventId::new(id).ok().and_then(|id| model.catalogue.ready()?.life_event(&id).cloned());
    let Some(event) = event else {
        return rsx! {
            Missing { back: words.say("home-life-events"), icon: IconName::People, gone: words.say("life-events-gone") }
        };
    };
    let services: Vec<_> =
        event.services.iter().filter_map(|id| model.catalogue.ready()?.service(id).cloned()).collect();
    rsx! {
        Back { title: words.say("home-life-events") }
        div { class: "fi-event-head",
            Drawing { occasion: event.occasion.clone() }
            h1 { {words.name(&event.name, event.id.as_str())} }
        }
        if !event.summary.is_empty() {
            p { class: "fi-lead", {words.pick(&event.summary)} }
        }
        if let Some(service) = &event.joint {
            Together { event: event.id.clone(), service: service.clone() }
        }
        List { label: words.say("life-events-steps"),
            for (number, service) in (1..).zip(services) {
                {
                    let title = words.name(&service.name, service.id.as_str());
                    let progress = progress(&model, &service.id);
                    let id = service.id.to_string();
                    rsx! {
                        ListRow {
                            key: "{id}",
                            title: format!("{number}. {title}"),
                            detail: offered_by(&model, &words, &service),
                            icon: IconName::from(service.theme),
                            on_press: move |()| drop(navigator.push(Route::Service { id: id.clone() })),
                            if let Some(progress) = progress {
                                Tag { label: words.say(wording::progress(progress)), tone: progress_look(progress).1, icon: progress_look(progress).0 }
                            } else {
                                {way_tag(&model, &words, &service)}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Asking for all of it with one form: what that spares, and what became of it where the person has done so.
#[component]
fn Together(event: LifeEventId, service: JointService) -> Element {
    let model = use_model!(joint);
    let words = use_words();
    let navigator = use_navigator();
    let effort = service.effort();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let spared = Args::new()
        .number("together", number(effort.together.fields))
        .number("apart", number(effort.apart.fields));
    let begun = model.joint.draft(&event).is_some_and(|draft| draft.says_something());
    let handed_in: Vec<_> =
        model.joint.cases.iter().filter(|case| case.life_event == event).cloned().collect();
    rsx! {
        section { class: "fi-stack",
            if !handed_in.is_empty() {
                List { label: words.say("joint-together"),
                    for case in handed_in {
                        ListRow {
                            key: "{case.id}",
                            title: words.say(wording::joint_state(&case.state).0),
                            detail: words.0.instant(case.submitted_at.as_millisecond()),
                            icon: IconName::Cases,
                            on_press: move |()| drop(navigator.push(Route::Joint { id: case.id.to_string() })),
                        }
                    }
                }
            }
            if effort.apart.fields > effort.together.fields {
                p { {words.with("joint-spared", &spared)} }
            }
            Button {
                label: words.say(if begun { "joint-go-on" } else { "joint-begin" }),
                weight: Weight::Primary,
                is_wide: true,
                on_press: move |()| drop(navigator.push(Route::JointForm { id: event.to_string() })),
            }
        }
    }
}

/// How far the person is with a service; none where they never asked for it.
fn progress(model: &Model, service: &ServiceId) -> Option<Progress> {
    let mut cases = model
        .cases
        .iter()
        .filter(|case| case.value.service == *service && case.value.state != CaseState::Withdrawn);
    // The cases are sorted, the newest first.
    cases.next().map(|case| wording::case_state(&case.value.state).1)
}
