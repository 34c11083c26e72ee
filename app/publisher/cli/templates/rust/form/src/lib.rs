//! {{title}}: asks a few questions and hands the answers to the department.

use fingertip_sdk::{
    Answer, App, Awaiting, Context, Effects, Event, Filled, Form, FormField, FormPage, FormState, Json, Launch, Page, TextPurpose, Tone,
    Trouble, View, msg,
};

/// Everything that is asked. Fields and pages are declared here and nowhere else.
const FORM: Form = Form {
    pages: &[
        FormPage {
            key: "you",
            title: "you-title",
            fields: &[
                FormField::text("name", "you-name", TextPurpose::Name),
                FormField::text("phone", "you-phone", TextPurpose::Phone).hint("you-phone-hint"),
            ],
        },
        FormPage {
            key: "visit",
            title: "visit-title",
            fields: &[FormField::date("day", "visit-day"), FormField::number("persons", "visit-persons", 1, 20)],
        },
    ],
    check_title: "check-title",
    continue_label: "continue",
    send_label: "send",
};

/// Everything that the mini-app remembers.
#[derive(Debug, Default)]
pub struct Model {
    form: FormState,
    is_sent: bool,
    trouble: Option<Trouble>,
    awaiting: Awaiting<()>,
}

/// The mini-app.
#[derive(Debug)]
pub struct Own;

impl App for Own {
    type Model = Model;

    fn launch(_: &Launch, saved: Option<&Json>, _: &Context, _: &mut Effects) -> Model {
        let form = saved.and_then(|saved| saved.get("form")).map(|form| FORM.restore(form)).unwrap_or_default();
        Model { form, is_sent: saved.and_then(|saved| saved.bool("sent")).unwrap_or(false), ..Model::default() }
    }

    fn update(model: &mut Model, event: Event, cx: &Context, effects: &mut Effects) {
        match &event {
            Event::Answered { request, answer } if model.awaiting.take(*request).is_some() => {
                model.is_sent = matches!(answer, Answer::Reply(_));
                model.trouble = Trouble::of(answer);
            }
            Event::Acted { action, .. } if action == "close" => drop(effects.close()),
            Event::WentBack if model.is_sent => drop(effects.close()),
            event => match FORM.update(&mut model.form, event, cx) {
                Filled::LeftBack => drop(effects.close()),
                Filled::Sent if !model.awaiting.has(&()) => {
                    let answers = model.form.answers();
                    let body = Json::object()
                        .with("name", answers.text("name").as_str())
                        .with("phone", answers.text("phone").as_str())
                        .with_some("day", answers.date("day").map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)))
                        .with_some("persons", answers.integer("persons"));
                    model.awaiting.add(effects.call("{{name}}.send", &body.into()), ());
                }
                _ => model.trouble = None,
            },
        }
    }

    fn view(model: &Model, cx: &Context, view: View) -> Page {
        if model.is_sent {
            return view.page("page-sent", msg("sent-title"), |page| {
                page.notice(Tone::Success, msg("sent-text"));
                page.primary("close", msg("sent-close"));
            });
        }
        if model.trouble.is_some() {
            return view.page("page-trouble", msg("trouble-title"), |page| {
                page.notice(Tone::Warning, msg("trouble-text"));
                page.primary("form-send", msg("send"));
            });
        }
        FORM.view(&model.form, cx, view)
    }

    fn save(model: &Model) -> Json {
        Json::object().with("form", FORM.save(&model.form)).with("sent", model.is_sent).into()
    }
}

fingertip_sdk::mini_app!(Own);

#[cfg(test)]
mod tests {
    use fingertip_sdk::{
        Date, Decimal, Input,
        testing::{Harness, start},
    };

    use super::*;

    #[test]
    fn a_person_answers_checks_and_sends() {
        let mut app = Harness::<Own>::launch(start());
        app.write("name", "Li Na");
        app.write("phone", "13800138000");
        app.submit("form-continue");
        app.fill("day", Input::Date(Date { year: 2026, month: 12, day: 1 }));
        app.fill("persons", Input::Number(Decimal { digits: 2, scale: 0 }));
        app.submit("form-continue");
        app.act("form-send");
        app.reply("{{name}}.send", "{}");
        assert_eq!(app.page_key(), "page-sent");
    }
}
