//! The one card for what waits for the person.

use dioxus::prelude::*;
use fingertip_core::{InboxMsg, MiniAppMsg, NextStep};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Card, IconName, List, ListRow, Tone, Weight};
use jiff::Timestamp;

use crate::{
    entering::use_enter,
    route::Route,
    screens::{case_name, date},
    state::{use_model, use_say, use_words},
};

/// What the card says and where it leads.
struct Shown {
    heading: &'static str,
    about: fingertip_ui::Said,
    tone: Tone,
    press: &'static str,
    to: Route,
}

#[component]
pub(super) fn Next() -> Element {
    let model = use_model!(preferences, catalogue, cases, documents, drafts, rules);
    let words = use_words();
    let navigator = use_navigator();
    let enter = use_enter();
    let say = use_say();
    let Some(step) = model.next_step(Timestamp::now()) else { return rsx! {} };
    let case = |id: &fingertip_standard::CaseId| {
        model.case(id).map(|kept| case_name(&model, &words, &kept.value)).unwrap_or_default()
    };
    let to_case = |id: &fingertip_standard::CaseId| Route::Case { id: id.to_string() };
    let begun = match &step {
        NextStep::GoOn(id) => model.catalogue.ready().and_then(|catalogue| catalogue.service(id)),
        NextStep::Correct(_) | NextStep::Renew { .. } | NextStep::Rate(_) => None,
    };
    let form = begun.and_then(|service| service.mini_app.as_ref()).map(|entry| entry.app.clone());
    let shown = match &step {
        NextStep::Correct(id) => Shown {
            heading: "home-next-correct",
            about: case(id),
            tone: Tone::Warning,
            press: "home-next-correct-go",
            to: to_case(id),
        },
        NextStep::GoOn(_) => Shown {
            heading: "home-draft-title",
            about: begun.map(|service| words.name(&service.name, service.id.as_str())).unwrap_or_default(),
            tone: Tone::Information,
            press: "home-draft-go-on",
            to: Route::MiniApp {},
        },
        NextStep::Renew { index, day, is_over } => {
            let Some(kept) = model.documents.get(*index) else { return rsx! {} };
            let title = words.pick(&kept.document.title);
            let until = words.with("records-valid-until", &Args::new().text("day", words.0.date(date(*day))));
            let heading = if *is_over { "home-next-ended" } else { "home-next-ends" };
            let about = title.inside(|title| format!("{title} · {until}"));
            Shown { heading, about, tone: Tone::Warning, press: "home-next-look", to: Route::document(kept) }
        }
        // A rating is a favour, and no duty: it stands further below.
        NextStep::Rate(_) => return rsx! {},
    };
    rsx! {
        Card { level: 2, heading: words.say(shown.heading), kicker: words.say("home-draft-kicker"), tone: shown.tone,
            p { {shown.about} }
            Button {
                label: words.say(shown.press),
                weight: Weight::Primary,
                on_press: move |()| {
                    if let NextStep::GoOn(service) = &step {
                        enter.by(MiniAppMsg::OpenedService(service.clone()));
                    } else {
                        navigator.push(shown.to.clone());
                    }
                },
            }
            if let Some(app) = form {
                Button {
                    label: words.say("home-draft-not-now"),
                    weight: Weight::Quiet,
                    on_press: move |()| say.that(InboxMsg::PutAwayForm(app.clone())),
                }
            }
        }
    }
}

/// A case that is done and may be rated, where nothing else waits.
#[component]
pub(super) fn Favour() -> Element {
    let model = use_model!(preferences, catalogue, cases, documents, drafts, rules);
    let words = use_words();
    let navigator = use_navigator();
    let Some(NextStep::Rate(id)) = model.next_step(Timestamp::now()) else { return rsx! {} };
    let about = model.case(&id).map(|kept| case_name(&model, &words, &kept.value)).unwrap_or_default();
    rsx! {
        List { label: words.say("cases-rate"),
            ListRow {
                title: words.say("home-next-rate"),
                detail: about,
                icon: IconName::Star,
                on_press: move |()| drop(navigator.push(Route::Case { id: id.to_string() })),
            }
        }
    }
}
