//! All services by theme, those that reach the person first.

use dioxus::prelude::*;
use fingertip_headless::Remote;
use fingertip_standard::Theme;
use fingertip_ui::components::{Chip, EmptyState, IconName, List, Notice, Skeleton, Tone};

use super::service_row;
use crate::{
    state::{Words, use_model},
    wording,
};

#[component]
pub(crate) fn Services() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let mut theme = use_signal(|| Theme::ALL[0]);
    rsx! {
        h1 { "{words.say(\"services-title\")}" }
        match &model.catalogue {
            Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
            Remote::Failed(fault) => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
            },
            Remote::Ready(catalogue, _) => {
                let home = model.preferences.region.clone();
                let mut shown: Vec<_> = catalogue.services.iter().filter(|service| service.theme == theme()).collect();
                let is_far = |region| home.as_ref().is_some_and(|home| !catalogue.reaches(region, home));
                shown.sort_by_key(|service| (is_far(&service.region), std::cmp::Reverse(service.demand)));
                rsx! {
                    div { class: "fi-chips", role: "group", aria_label: words.say("services-themes"),
                        for each in Theme::ALL {
                            Chip { key: "{each:?}", label: words.say(wording::theme(each)), is_on: each == theme(), on_press: move |()| theme.set(each) }
                        }
                    }
                    if shown.is_empty() {
                        EmptyState { icon: IconName::Services, title: words.say("services-none") }
                    } else {
                        List { label: words.say(wording::theme(theme())),
                            for service in shown.into_iter().take(60) {
                                {service_row(&model, &words, service, navigator)}
                            }
                        }
                    }
                }
            }
        }
    }
}
