//! What the application looks like.

mod questions;

use fingertip_sdk::{
    Context, End, Link, Page, Part, Progress, Row, SummaryRow, Text, TimelineEntry, Tone, Trouble, View,
    data, date, days, msg,
};

use crate::model::{Delivery, Handed, Model, PhotoSource, Question, Screen, Wanted};

/// Working days that the department promises, as the catalogue says.
const PROMISED_DAYS: u32 = 15;

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    match model.screen {
        Screen::Intro => intro(model, cx, view),
        Screen::Help => help(view),
        Screen::Form(at) => form(model, at, cx, view),
        Screen::Check => check(model, cx, view),
        Screen::Sent => sent(model, view),
        Screen::Kept => kept(view),
    }
}

fn trouble(model: &Model, page: &mut Part<'_>) {
    let Some(trouble) = &model.trouble else { return };
    let (tone, body): (Tone, Text) = match trouble {
        Trouble::SignIn => (Tone::Information, msg("card-trouble-sign-in")),
        Trouble::Declined => (Tone::Information, msg("card-trouble-declined")),
        Trouble::Forbidden => (Tone::Warning, msg("card-trouble-forbidden")),
        Trouble::TooOften => (Tone::Warning, msg("card-trouble-too-often")),
        Trouble::Offline => (Tone::Warning, msg("card-trouble-offline")),
        Trouble::Unavailable | Trouble::Device => (Tone::Warning, msg("card-trouble-unavailable")),
        Trouble::Objection(Some(words)) => {
            (Tone::Warning, msg("card-trouble-objection").arg("words", words.as_str()))
        }
        Trouble::Objection(None) => (Tone::Warning, msg("card-trouble-objection-unsaid")),
    };
    page.notice(tone, body);
}

fn intro(model: &Model, cx: &Context, view: View) -> Page {
    view.page("page-intro", "card-intro-title", |page| {
        trouble(model, page);
        page.text("card-intro-lead");
        page.summary(
            "conditions",
            [
                SummaryRow::new("card-intro-fee", "card-intro-fee-free"),
                SummaryRow::new("card-intro-time", days(PROMISED_DAYS)),
                SummaryRow::new("card-intro-who", "card-intro-who-value"),
            ],
        );
        if !cx.is_seniors() {
            page.section("card-intro-need-title", |part| {
                let needed = ["card-intro-need-phone", "card-intro-need-bank", "card-intro-need-photo"];
                part.records("needed", needed.map(needed_row));
            });
            page.details("card-intro-data-title", |part| part.text("card-intro-data-text"));
        }
        page.primary("start", "card-start");
        let help = Link {
            label: msg("card-help-link"),
            detail: None,
            tone: Tone::Neutral,
            action: "help".to_owned(),
        };
        page.links("more", [help]);
    })
}

fn needed_row(title: &'static str) -> Row {
    Row { title: msg(title), detail: None, value: None, tone: Tone::Neutral, action: None }
}

fn help(view: View) -> Page {
    view.page("page-help", "card-help-title", |page| {
        page.details("card-help-lost", |part| part.text("card-help-lost-text"));
        page.details("card-help-child", |part| part.text("card-help-child-text"));
        page.details("card-help-bank", |part| part.text("card-help-bank-text"));
        page.text(msg("card-help-call").arg("phone", "12333"));
        page.primary("leave-help", "card-help-leave");
    })
}

fn form(model: &Model, at: Question, cx: &Context, view: View) -> Page {
    let at = model.asked_at(at);
    let (key, title) = match at.page() {
        0 => ("page-you", "card-you-title"),
        1 => ("page-photo", "card-photo-title"),
        _ => ("page-delivery", "card-delivery-title"),
    };
    let key = if cx.is_seniors() { format!("page-{}", at.key()) } else { key.to_owned() };
    view.page(&key, title, |page| {
        let (step, of) = model.step(Some(at), cx);
        page.step(step, of);
        trouble(model, page);
        for question in model.together(at, cx) {
            questions::question(model, question, cx, page);
        }
        page.submit("continue", "card-continue");
    })
}

fn check(model: &Model, cx: &Context, view: View) -> Page {
    view.page("page-check", "card-check-title", |page| {
        let (step, of) = model.step(None, cx);
        page.step(step, of);
        trouble(model, page);
        page.text("card-check-lead");
        let told = Question::all().filter(|&question| model.tells(question));
        page.summary("answers", told.map(|question| check_row(model, question, &cx.language)));
        page.text("card-check-claims");
        // A second press must not hand the case in twice.
        if model.awaiting.has(&Wanted::Case) {
            page.notice(Tone::Information, "card-check-sending");
        } else {
            page.primary("send", "card-send");
        }
    })
}

fn check_row(model: &Model, question: Question, language: &str) -> SummaryRow {
    let answers = &model.answers;
    let (label, value): (&'static str, Option<Text>) = match question {
        Question::Name => ("card-name-label", Some(data(model.facts.name.as_ref().unwrap_or(&answers.name)))),
        Question::IdNumber => {
            ("card-id-number-label", Some(data(model.facts.id_number.as_ref().unwrap_or(&answers.id_number))))
        }
        Question::Phone => ("card-phone-label", Some(data(&answers.phone))),
        Question::Photo => ("card-photo-label", answers.photo.map(photo_text)),
        Question::Bank => {
            ("card-bank-label", Some(data(Model::name_of(&model.options.banks, &answers.bank, language))))
        }
        Question::Delivery => ("card-delivery-label", answers.delivery.map(delivery_text)),
        Question::Office => (
            "card-office-label",
            Some(data(Model::name_of(&model.options.offices, model.office(), language))),
        ),
        Question::PickUp => ("card-pick-up-label", answers.pick_up.map(|day| date(day).into())),
        Question::Address => ("card-address-label", Some(data(&answers.address))),
        Question::Courier => ("card-courier-label", answers.courier_minute.map(minute_text)),
        Question::News => ("card-news-label", Some(news_text(&answers.news))),
        Question::Truth => ("card-truth-label", None),
    };
    let is_given = match question {
        Question::Name => model.facts.name.is_some(),
        Question::IdNumber => model.facts.id_number.is_some(),
        Question::Office => model.only_office().is_some(),
        _ => false,
    };
    let row = SummaryRow { label: label.into(), value, change_action: None };
    if is_given { row } else { row.change(&format!("change-{}", question.key())) }
}

fn photo_text(source: PhotoSource) -> Text {
    msg(match source {
        PhotoSource::IdentityCard => "card-photo-identity-card",
        PhotoSource::Upload => "card-photo-upload",
    })
}

fn delivery_text(delivery: Delivery) -> Text {
    msg(match delivery {
        Delivery::Post => "card-delivery-post",
        Delivery::PickUp => "card-delivery-pick-up",
    })
}

fn minute_text(minute: u16) -> Text {
    data(format!("{:02}:{:02}", minute / 60, minute % 60))
}

fn news_text(news: &[String]) -> Text {
    let has = |id: &str| news.iter().any(|own| own == id);
    msg(match (has("sms"), has("email")) {
        (true, true) => "card-news-both",
        (true, false) => "card-news-sms",
        (false, true) => "card-news-email",
        (false, false) => "card-news-none",
    })
}

fn sent(model: &Model, view: View) -> Page {
    let empty = Handed::default();
    let handed = model.handed.as_ref().unwrap_or(&empty);
    view.page("page-sent", "card-sent-title", |page| {
        let mut next = vec![msg("card-sent-next-check").arg("days", days(PROMISED_DAYS))];
        next.push(msg(match model.answers.delivery {
            Some(Delivery::PickUp) => "card-sent-next-pick-up",
            _ => "card-sent-next-post",
        }));
        page.confirmation(
            "confirmation",
            End {
                title: msg("card-sent-confirmation"),
                reference: handed.reference.clone(),
                next,
                keeps_document: None,
            },
        );
        page.section("card-progress-title", |part| {
            let last = handed.states.len().saturating_sub(1);
            let entries = handed.states.iter().enumerate().map(|(index, (state, at))| {
                let (title, progress) = state_text(state);
                let progress = if index < last { Progress::Done } else { progress };
                TimelineEntry { title, detail: None, at: Some(*at), progress }
            });
            part.timeline("progress", entries);
        });
        page.primary("finish", "card-finish");
    })
}

fn state_text(state: &str) -> (Text, Progress) {
    let (id, progress) = match state {
        "received" => ("card-state-received", Progress::Done),
        "accepted" => ("card-state-accepted", Progress::InProgress),
        "review" => ("card-state-review", Progress::InProgress),
        "correction-asked" => ("card-state-correction-asked", Progress::WaitingForYou),
        "approved" => ("card-state-approved", Progress::InProgress),
        "delivered" => ("card-state-delivered", Progress::Done),
        "closed" => ("card-state-closed", Progress::Done),
        "refused" => ("card-state-refused", Progress::Problem),
        "rejected" => ("card-state-rejected", Progress::Problem),
        "withdrawn" => ("card-state-withdrawn", Progress::Done),
        other => return (data(other), Progress::InProgress),
    };
    (msg(id), progress)
}

fn kept(view: View) -> Page {
    view.page("page-kept", "card-kept-title", |page| {
        page.notice(Tone::Information, "card-kept-text");
        page.primary("finish", "card-finish");
    })
}
