//! What the person wrote in forms before: seen, forgotten, or not remembered at all.

use dioxus::prelude::*;
use fingertip_core::AnswersMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Card, EmptyState, IconName};

use super::{Choices, Setting};
use crate::{
    known::written,
    state::{use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn AnswersSettings() -> Element {
    let model = use_model!(answers, catalogue, rules);
    let say = use_say();
    let words = use_words();
    let answers = &model.answers;
    let forget_all = say.clone();
    rsx! {
        Setting { title: words.say("settings-answers"),
            p { "{words.say(\"settings-answers-body\")}" }
            Choices {
                title: words.say("settings-answers-memory"),
                choices: vec![
                    ("settings-answers-remember", !answers.is_off, || AnswersMsg::ChoseMemory(true).into()),
                    ("settings-answers-forget", answers.is_off, || AnswersMsg::ChoseMemory(false).into()),
                ],
            }
            if answers.all.is_empty() {
                EmptyState { icon: IconName::Person, title: words.say("settings-answers-none") }
            } else {
                for answer in answers.all.iter().cloned() {
                    Card {
                        key: "{answer.asked} {answer.fact}",
                        level: 2,
                        heading: wording::claim(&answer.asked).map_or_else(|| words.say("settings-answers-other"), |id| words.say(id)),
                        p { "{words.0.isolate(&answer.fact)}" }
                        p { class: "fi-muted", {written(&model, &words, &answer)} }
                        Button {
                            label: words.with("settings-answers-forget-one", &Args::new().text("value", words.0.isolate(&answer.fact))),
                            icon: IconName::Remove,
                            on_press: {
                                let say = say.clone();
                                move |()| say.that(AnswersMsg::Forgot { asked: answer.asked.clone(), fact: answer.fact.clone() })
                            },
                        }
                    }
                }
                Button { label: words.say("settings-answers-forget-all"), icon: IconName::Remove, is_wide: true, on_press: move |()| forget_all.that(AnswersMsg::ForgotAll) }
            }
        }
    }
}
