//! The patterns of a service, as one example: an application with a list of tasks, one thing a page, the check of all
//! answers, adding another, coming back later, and the end.

use fingertip_sdk::{
    Context, Form, FormField, FormPage, FormState, Json, Part, Progress, TextPurpose, Tone, msg,
};

use crate::{
    model::Model,
    view::{LinkRow, end, links, task},
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
    let mut kept = FORM.save(form);
    if let Json::Object(members) = &mut kept {
        for (name, value) in members {
            if name == "at" {
                *value = QUESTIONS.into();
            }
        }
    }
    FORM.restore(&kept)
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

const PATTERNS: [LinkRow; 6] = [
    ("gallery-pattern-one-thing", None, Tone::Neutral),
    ("gallery-pattern-tasks", None, Tone::Neutral),
    ("gallery-pattern-check", None, Tone::Neutral),
    ("gallery-pattern-end", None, Tone::Neutral),
    ("gallery-pattern-another", None, Tone::Neutral),
    ("gallery-pattern-return", None, Tone::Neutral),
];

pub(crate) fn patterns(_: &Model, _: &Context, page: &mut Part<'_>) {
    page.text("gallery-patterns-lead");
    page.links("patterns", links("open", &PATTERNS));
}

pub(crate) fn tasks(model: &Model, _: &Context, page: &mut Part<'_>) {
    let is_begun = ["applicant", "contact", "size"].iter().any(|key| model.form.answer(key).is_some());
    let form = match (model.is_form_done, is_begun) {
        (true, _) => Progress::Done,
        (false, true) => Progress::InProgress,
        (false, false) => Progress::NotStarted,
    };
    let people = if model.people.is_some() { Progress::Done } else { Progress::NotStarted };
    let people_said = model.people.map(|people| msg("gallery-tasks-people").arg("people", i64::from(people)));
    let (send, send_said) = if is_ready(model) {
        (Progress::WaitingForYou, None)
    } else {
        (Progress::Blocked, Some(msg("gallery-tasks-send-blocked")))
    };
    page.tasks(
        "to-do",
        vec![
            task("gallery-tasks-form", None, form, Some("open-form")),
            task("gallery-tasks-household", people_said, people, Some("open-household")),
            task("gallery-tasks-send", send_said, send, None),
        ],
    );
    if is_ready(model) {
        page.primary("send", "gallery-tasks-send-now");
    }
    page.secondary("keep", "gallery-tasks-keep");
    page.quiet("to-patterns", "gallery-to-patterns");
}

pub(crate) fn household(_: &Model, _: &Context, page: &mut Part<'_>) {
    page.repeat("person", "gallery-person", "gallery-person-add", (1, 8), |person| {
        person.text_input("person-name", "gallery-person-name").purpose(TextPurpose::Name);
    });
    page.submit("people-continue", "gallery-continue");
}

pub(crate) fn kept(_: &Model, _: &Context, page: &mut Part<'_>) {
    page.notice(Tone::Success, "gallery-kept-notice");
    page.text("gallery-kept-text");
    page.primary("resume", "gallery-kept-resume");
    page.quiet("to-patterns", "gallery-to-patterns");
}

pub(crate) fn sent(_: &Model, _: &Context, page: &mut Part<'_>) {
    end(
        page,
        "sent",
        ("gallery-sent", "GA-20261124-000002"),
        &["gallery-sent-next-check", "gallery-sent-next-answer"],
        None,
    );
    page.primary("to-patterns", "gallery-to-patterns");
}
