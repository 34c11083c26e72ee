//! The patterns of a service, as one example: an application with a list of tasks, one thing a page, the check of all
//! answers, adding another, coming back later, and the end.

use fingertip_sdk::{
    Context, End, Form, FormField, FormPage, FormState, Json, Page, Progress, Task, TextPurpose, Tone, View,
    msg,
};

use crate::{
    model::{Model, Screen},
    view::open,
};

pub(crate) const FORM: Form = Form {
    pages: &[
        FormPage {
            key: "applicant",
            title: "gallery-form-applicant",
            fields: &[FormField::text("applicant", "gallery-form-name", TextPurpose::Name)
                .hint("gallery-form-name-hint")],
        },
        FormPage {
            key: "reach",
            title: "gallery-form-reach",
            fields: &[FormField::text("contact", "gallery-form-phone", TextPurpose::Phone)],
        },
        FormPage {
            key: "size",
            title: "gallery-form-size",
            fields: &[FormField::one_of(
                "size",
                "gallery-form-which-size",
                &[
                    ("small", "gallery-form-small"),
                    ("medium", "gallery-form-medium"),
                    ("large", "gallery-form-large"),
                ],
            )],
        },
        FormPage {
            key: "more",
            title: "gallery-form-more",
            fields: &[FormField::lines("more", "gallery-form-note").optional()],
        },
    ],
    check_title: "gallery-form-check",
    continue_label: "gallery-continue",
    send_label: "gallery-form-send",
};

const QUESTIONS: i64 = 4;

/// The form as it was answered, at the check of its answers.
pub(crate) fn at_check(form: &FormState) -> FormState {
    let kept = FORM.save(form);
    let answers = kept.get("answers").cloned().unwrap_or_else(|| Json::object().into());
    FORM.restore(&Json::object().with("at", QUESTIONS).with("answers", answers).into())
}

/// A form that somebody has filled in.
pub(crate) fn filled() -> FormState {
    let answers =
        Json::object().with("applicant", "张伟").with("contact", "13800138000").with("size", "medium");
    FORM.restore(&Json::object().with("at", QUESTIONS).with("answers", Json::from(answers)).into())
}

/// Whether there is nothing left to do but to send.
pub(crate) fn is_ready(model: &Model) -> bool {
    model.is_form_done && model.people.is_some()
}

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    match model.screen {
        Screen::Form => FORM.view(&model.form, cx, view),
        Screen::Tasks => tasks(model, view),
        Screen::Household => household(view),
        Screen::Kept => kept(view),
        Screen::Sent => sent(view),
        _ => patterns(view),
    }
}

fn patterns(view: View) -> Page {
    view.page("page-patterns", "gallery-patterns-title", |page| {
        page.text("gallery-patterns-lead");
        page.links(
            "patterns",
            [
                open("gallery-pattern-one-thing", None),
                open("gallery-pattern-tasks", None),
                open("gallery-pattern-check", None),
                open("gallery-pattern-end", None),
                open("gallery-pattern-another", None),
                open("gallery-pattern-return", None),
            ],
        );
    })
}

fn tasks(model: &Model, view: View) -> Page {
    let is_begun = model.form != FormState::default();
    let form = match (model.is_form_done, is_begun) {
        (true, _) => Progress::Done,
        (false, true) => Progress::InProgress,
        (false, false) => Progress::NotStarted,
    };
    let people = if model.people.is_some() { Progress::Done } else { Progress::NotStarted };
    let people_said = model.people.map(|people| msg("gallery-tasks-people").arg("people", i64::from(people)));
    let is_ready = is_ready(model);
    let task = |label, detail, progress, action: Option<&str>| Task {
        label: msg(label),
        detail,
        progress,
        action: action.map(str::to_owned),
    };
    view.page("page-tasks", "gallery-tasks-title", |page| {
        page.tasks(
            "to-do",
            [
                task("gallery-tasks-form", None, form, Some("open-form")),
                task("gallery-tasks-household", people_said, people, Some("open-household")),
                task(
                    "gallery-tasks-send",
                    (!is_ready).then(|| msg("gallery-tasks-send-blocked")),
                    if is_ready { Progress::WaitingForYou } else { Progress::Blocked },
                    None,
                ),
            ],
        );
        if is_ready {
            page.primary("send", "gallery-tasks-send-now");
        }
        page.secondary("keep", "gallery-tasks-keep");
        page.quiet("to-patterns", "gallery-to-patterns");
    })
}

fn household(view: View) -> Page {
    view.page("page-household", "gallery-household-title", |page| {
        page.repeat("person", "gallery-person", "gallery-person-add", (1, 8), |person| {
            person.text_input("person-name", "gallery-person-name").purpose(TextPurpose::Name);
        });
        page.submit("people-continue", "gallery-continue");
    })
}

fn kept(view: View) -> Page {
    view.page("page-kept", "gallery-kept-title", |page| {
        page.notice(Tone::Success, "gallery-kept-notice");
        page.text("gallery-kept-text");
        page.primary("resume", "gallery-kept-resume");
        page.quiet("to-patterns", "gallery-to-patterns");
    })
}

fn sent(view: View) -> Page {
    view.page("page-sent", "gallery-sent-title", |page| {
        let next = ["gallery-sent-next-check", "gallery-sent-next-answer"].map(msg).into();
        page.confirmation(
            "sent",
            End {
                title: msg("gallery-sent"),
                reference: "GA-20261124-000002".into(),
                next,
                keeps_document: None,
            },
        );
        page.primary("to-patterns", "gallery-to-patterns");
    })
}
