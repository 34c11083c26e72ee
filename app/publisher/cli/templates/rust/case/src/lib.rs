//! {{title}}: a form that becomes a case, which the person then follows.

use fingertip_sdk::{
    Answer, App, Awaiting, CaseDraft, Claim, Context, Effects, End, Event, Filled, Form, FormField, FormPage, FormState, Json, Launch, Page,
    TextPurpose, Tone, Trouble, View, msg,
};

/// Everything that is asked. Fields and pages are declared here and nowhere else.
const FORM: Form = Form {
    pages: &[
        FormPage {
            key: "you",
            title: "you-title",
            fields: &[
                FormField::text("name", "you-name", TextPurpose::Name).fills_from("name"),
                FormField::text("phone", "you-phone", TextPurpose::Phone).hint("you-phone-hint"),
            ],
        },
        FormPage {
            key: "wish",
            title: "wish-title",
            fields: &[
                FormField::one_of("delivery", "wish-delivery", &[("post", "wish-post"), ("desk", "wish-desk")]),
                FormField::lines("reason", "wish-reason").optional(),
                FormField::agreement("truth", "wish-truth", "wish-truth-statement"),
            ],
        },
    ],
    check_title: "check-title",
    continue_label: "continue",
    send_label: "send",
};

#[derive(Debug, Clone, PartialEq, Default)]
enum Screen {
    #[default]
    Intro,
    Form,
    /// Kept by the host until the person is online.
    Kept,
    Sent(String),
}

/// Everything that the mini-app remembers.
#[derive(Debug, Default)]
pub struct Model {
    screen: Screen,
    form: FormState,
    trouble: Option<Trouble>,
    awaiting: Awaiting<Asked>,
}

#[derive(Debug, Clone, PartialEq)]
enum Asked {
    Facts,
    Case,
}

/// The mini-app.
#[derive(Debug)]
pub struct Own;

impl App for Own {
    type Model = Model;

    fn launch(_: &Launch, saved: Option<&Json>, _: &Context, _: &mut Effects) -> Model {
        let Some(saved) = saved else { return Model::default() };
        let screen = match (saved.text("case"), saved.text("screen")) {
            (Some(case), _) => Screen::Sent(case.to_owned()),
            (None, Some("form")) => Screen::Form,
            (None, Some("kept")) => Screen::Kept,
            _ => Screen::Intro,
        };
        Model { screen, form: saved.get("form").map(|form| FORM.restore(form)).unwrap_or_default(), ..Model::default() }
    }

    fn update(model: &mut Model, event: Event, cx: &Context, effects: &mut Effects) {
        match &event {
            Event::Acted { action, .. } if action == "start" => {
                model.screen = Screen::Form;
                let request = effects.claims([Claim::value("name", "you-name-purpose")]);
                model.awaiting.add(request, Asked::Facts);
            }
            Event::Answered { request, answer } => match (model.awaiting.take(*request), answer) {
                (Some(Asked::Case), Answer::CaseAccepted(case)) => {
                    effects.watch_case(case.clone());
                    (model.screen, model.trouble) = (Screen::Sent(case.clone()), None);
                }
                (Some(Asked::Case), Answer::Queued) => {
                    // The same request is answered again once the host has handed the case in.
                    model.awaiting.add(*request, Asked::Case);
                    (model.screen, model.trouble) = (Screen::Kept, None);
                }
                // A name that was not shared is typed in instead.
                (Some(Asked::Case), answer) => model.trouble = Trouble::of(answer),
                _ => {}
            },
            Event::WentBack if model.screen != Screen::Form => drop(effects.close()),
            Event::Acted { action, .. } if action == "close" => drop(effects.close()),
            event if model.screen == Screen::Form => match FORM.update(&mut model.form, event, cx) {
                Filled::Stays => model.trouble = None,
                Filled::LeftBack => model.screen = Screen::Intro,
                Filled::Sent if !model.awaiting.has(&Asked::Case) => {
                    let answers = model.form.answers();
                    let body = Json::object()
                        .with("phone", answers.text("phone").as_str())
                        .with("delivery", answers.choice("delivery").unwrap_or_default())
                        .with("reason", answers.text("reason").as_str());
                    let draft = CaseDraft {
                        service: "{{name}}",
                        region: cx.region.clone(),
                        body: body.into(),
                        claims: vec!["name".to_owned()],
                        documents: Vec::new(),
                        files: Vec::new(),
                    };
                    model.awaiting.add(effects.submit_case(draft), Asked::Case);
                }
                Filled::Sent => {}
            },
            _ => {}
        }
    }

    fn view(model: &Model, cx: &Context, view: View) -> Page {
        match &model.screen {
            Screen::Intro => view.page("page-intro", msg("intro-title"), |page| {
                page.text(msg("intro-text"));
                page.primary("start", msg("intro-start"));
            }),
            Screen::Form => match &model.trouble {
                None => FORM.view(&model.form, cx, view),
                Some(_) => view.page("page-trouble", msg("trouble-title"), |page| {
                    page.notice(Tone::Warning, msg("trouble-text"));
                    page.primary("form-send", msg("send"));
                }),
            },
            Screen::Kept => view.page("page-kept", msg("kept-title"), |page| {
                page.notice(Tone::Information, msg("kept-text"));
                page.primary("close", msg("sent-close"));
            }),
            Screen::Sent(case) => view.page("page-sent", msg("sent-title"), |page| {
                let next = vec![msg("sent-next")];
                page.confirmation("end", End { title: msg("sent-title-long"), reference: case.clone(), next, keeps_document: None });
                page.primary("close", msg("sent-close"));
            }),
        }
    }

    fn save(model: &Model) -> Json {
        let members = Json::object().with("form", FORM.save(&model.form));
        let members = match &model.screen {
            Screen::Intro => members,
            Screen::Form => members.with("screen", "form"),
            Screen::Kept => members.with("screen", "kept"),
            Screen::Sent(case) => members.with("case", case.as_str()),
        };
        members.into()
    }
}

fingertip_sdk::mini_app!(Own);

#[cfg(test)]
mod tests {
    use fingertip_sdk::{
        Fault, Input,
        testing::{Harness, start},
    };

    use super::*;

    fn at_check() -> Harness<Own> {
        let mut app = Harness::<Own>::launch(start());
        app.act("start");
        app.write("name", "Li Na");
        app.write("phone", "13800138000");
        app.submit("form-continue");
        app.choose("delivery", "post");
        app.fill("truth", Input::Agreed(true));
        app.submit("form-continue");
        assert_eq!(app.page_key(), "page-check");
        app
    }

    #[test]
    fn a_person_applies_and_is_told_the_reference() {
        let mut app = at_check();
        app.act("form-send");
        app.answer(app.request().0, Answer::CaseAccepted("XX-1".to_owned()));
        assert_eq!(app.page_key(), "page-sent");
        app.restart();
        assert_eq!(app.page_key(), "page-sent");
    }
    #[test]
    fn what_is_kept_until_online_is_told_and_sent_later() {
        let mut app = at_check();
        app.act("form-send");
        let (request, _) = app.request();
        app.answer(request, Answer::Queued);
        assert_eq!(app.page_key(), "page-kept");
        app.answer(request, Answer::CaseAccepted("XX-1".to_owned()));
        assert_eq!(app.page_key(), "page-sent");
    }

    #[test]
    fn what_could_not_be_sent_can_be_changed_and_sent_again() {
        let mut app = at_check();
        app.act("form-send");
        app.answer(app.request().0, Answer::Failed(Fault::DepartmentUnavailable));
        assert_eq!(app.page_key(), "page-trouble");
        app.back();
        assert_eq!(app.page_key(), "page-wish");
        app.submit("form-continue");
        app.act("form-send");
        assert_eq!(app.requests().len(), 1, "it is handed in again");
    }
}
