//! What everybody in the person's region has to know now: a line on every screen until it is put away.

use dioxus::prelude::*;
use fingertip_contract::{Alert, Severity};
use fingertip_core::InboxMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Details, IconName, NoticeLine, Tone};
use jiff::Timestamp;

use crate::{
    screens::CallButton,
    state::{department_name, use_model, use_say, use_words},
    wording,
};

/// How many alerts stand in lines of their own; the others are behind one more.
const ALERTS: usize = 2;
/// The most characters of an alert's line: a longer one is told whole below it.
const HEADLINE: usize = 120;

/// The alerts of the person's region, the worst first and drills last. Into a form nothing comes but what endangers life.
#[component]
pub(crate) fn Alerts(is_in_form: bool) -> Element {
    let model = use_model!(preferences, catalogue);
    let words = use_words();
    let Some(catalogue) = model.catalogue.ready() else { return rsx! {} };
    let alerts = catalogue.alerts_in(model.preferences.region.as_ref(), Timestamp::now());
    let mut shown: Vec<Alert> = alerts
        .into_iter()
        .filter(|alert| !model.preferences.alerts_put_away.contains(&alert.id))
        .filter(|alert| !is_in_form || is_grave(alert))
        .cloned()
        .collect();
    let others = shown.split_off(shown.len().min(ALERTS));
    let more = u32::try_from(others.len()).unwrap_or(u32::MAX);
    rsx! {
        for alert in shown {
            AlertLine { key: "{alert.id}", alert }
        }
        if more > 0 {
            Details { summary: words.with("alert-more", &Args::new().number("count", more)),
                for alert in others {
                    AlertLine { key: "{alert.id}", alert }
                }
            }
        }
    }
}

fn is_grave(alert: &Alert) -> bool {
    alert.severity == Severity::Extreme && !alert.is_drill()
}

/// One alert. A drill says so first, in no colour of danger.
#[component]
fn AlertLine(alert: Alert) -> Element {
    let model = use_model!(catalogue);
    let say = use_say();
    let words = use_words();
    let is_drill = alert.is_drill();
    let tone = if is_drill { Tone::Neutral } else { wording::severity(&alert.severity) };
    let headline = words.pick(&alert.headline);
    let beginning = headline.beginning(HEADLINE);
    let line = beginning.clone().unwrap_or_else(|| headline.clone());
    let owner = alert.department.as_ref().map(|id| department_name(&model, &words, id));
    rsx! {
        NoticeLine {
            tone,
            tone_label: words.say(if is_drill { "alert-drill" } else { wording::tone(tone) }),
            title: if is_drill { line.inside(|part| words.with("alert-drill-line", &Args::new().text("headline", part))) } else { line },
            // The worst says all at once.
            is_open: is_grave(&alert),
            if beginning.is_some() {
                p { {headline} }
            }
            if is_drill {
                p { "{words.say(\"alert-drill-body\")}" }
            }
            p { {words.pick(&alert.instruction)} }
            if let Some(owner) = owner {
                p { class: "fi-muted", "{owner}" }
            }
            div { class: "fi-row",
                if let Some(phone) = alert.phone.clone() {
                    CallButton { phone, is_primary: false }
                }
                Button {
                    label: words.say("shell-put-away"),
                    icon: IconName::Close,
                    on_press: {
                        let id = alert.id.clone();
                        move |()| say.that(InboxMsg::PutAwayAlert(id.clone()))
                    },
                }
            }
        }
    }
}
