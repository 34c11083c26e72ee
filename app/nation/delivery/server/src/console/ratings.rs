//! What people think, and the answers to what is bad.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use fingertip_contract::{
    FollowUp, FollowUpState, ProblemCode,
    api::{AFTER, CaseReply, DepartmentRating, ExclusionRequest},
};
use fingertip_kit::ApiError;

use super::{
    form::Posted,
    markup::Markup,
    page::{Input, Page, Section, button, error_page, facts, form, plain, said, with_next},
    queue::service_name,
    session::{Console, Officer},
    words::Words,
};
use crate::desk::ratings;

pub(crate) async fn show(
    officer: Officer,
    State(console): State<Arc<Console>>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let words = officer.words();
    let after = query.get(AFTER).map(String::as_str);
    let found = match ratings::list(&console.platform, officer.department.clone(), after).await {
        Ok(found) => found,
        Err(error) => return error_page(&words, &officer, error),
    };
    let title = words.say("console-ratings");
    let content = if found.ratings.is_empty() {
        Markup::new().raw("<p>").text(&words.say("console-ratings-empty")).raw("</p>")
    } else {
        Markup::new().all(found.ratings.iter().map(|rating| draw(&console, &words, &officer, rating)))
    };
    let content = with_next(&words, content, "/console/ratings", found.next.as_deref());
    let section = Some(Section::Ratings);
    Page { words: &words, officer: Some(&officer), section, title: &title, problem: None }
        .answer(StatusCode::OK, &content)
}

fn draw(console: &Console, words: &Words, officer: &Officer, rating: &DepartmentRating) -> Markup {
    let case = match &rating.case {
        Some(id) => Markup::new()
            .raw("<a")
            .attribute("href", &format!("/console/cases/{id}"))
            .raw(">")
            .text(id.as_str())
            .raw("</a>"),
        None => plain(&words.say("console-rating-anonymous")),
    };
    let reasons: Vec<String> = rating.reasons.iter().map(|reason| words.reason(reason)).collect();
    let own_words = &rating.rating.text;
    let mut rows = vec![
        (words.say("console-case"), case),
        (words.say("console-service"), service_name(console, words, &rating.service)),
        (words.say("console-submitted"), plain(&words.day(rating.on))),
    ];
    if !reasons.is_empty() {
        rows.push((words.say("console-rating-reasons"), plain(&reasons.join(" · "))));
    }
    if !own_words.is_empty() {
        let said = Markup::new().raw("<span class=\"said\" dir=\"auto\">").text(own_words).raw("</span>");
        rows.push((words.say("console-rating-own-words"), said));
    }
    let follow_up = rating.follow_up.as_ref();
    if let Some(follow_up) = follow_up {
        rows.extend(follow_up_rows(words, follow_up));
    }
    let forms = follow_up.map(|follow_up| forms(words, officer, &rating.id, follow_up)).unwrap_or_default();
    Markup::new()
        .raw("<section class=\"card\"><h2>")
        .text(&words.level(&rating.rating.level))
        .raw("</h2>")
        .add(&facts(rows))
        .add(&forms)
        .raw("</section>")
}

fn follow_up_rows(words: &Words, follow_up: &FollowUp) -> Vec<(String, Markup)> {
    let state = plain(&words.follow_up(&follow_up.state));
    let state = if follow_up.is_late {
        state.raw(" <strong class=\"late\">").text(&words.say("console-late")).raw("</strong>")
    } else {
        state
    };
    let text = |text: &Option<fingertip_standard::LocalText>| text.as_ref().map(|text| said(words, text));
    let excluded = follow_up.is_excluded.then(|| plain(&words.say("console-rating-excluded")));
    let rows = [
        ("console-rating-follow-up", Some(state)),
        ("console-rating-reply-by", Some(plain(&words.day(follow_up.reply_by)))),
        ("console-rating-reply", text(&follow_up.reply)),
        ("console-rating-appeal", follow_up.appeal.as_deref().map(plain)),
        ("console-rating-appeal-answer", text(&follow_up.appeal_answer)),
        ("console-rating-exclusion", text(&follow_up.exclusion)),
        ("console-rating-exclusion-answer", text(&follow_up.exclusion_answer)),
        ("console-nav-statistics", excluded),
    ];
    rows.into_iter().filter_map(|(id, value)| Some((words.say(id), value?))).collect()
}

fn forms(words: &Words, officer: &Officer, rating: &str, follow_up: &FollowUp) -> Markup {
    let one = |name: &'static str, label: &'static str, button_id: &'static str, is_first| {
        let (id, label) = (format!("{name}-{rating}"), words.say(label));
        let input =
            Input { id: &id, name: "words", label: &label, value: "", is_long: true, is_required: true };
        let fields = input.draw().add(&button(&words.say(button_id), is_first));
        form(officer, &format!("/console/ratings/{rating}/{name}"), &fields)
    };
    let reply = match follow_up.state {
        FollowUpState::Open => one("reply", "console-rating-reply", "console-rating-reply-button", true),
        _ => Markup::new(),
    };
    let may_exclude = follow_up.exclusion.is_none() && follow_up.state != FollowUpState::Closed;
    let exclusion = if may_exclude {
        one("exclusion", "console-rating-exclusion", "console-rating-exclusion-button", false)
    } else {
        Markup::new()
    };
    reply.add(&exclusion)
}

pub(crate) async fn reply(
    State(console): State<Arc<Console>>,
    Path(rating): Path<String>,
    Posted { officer, fields }: Posted,
) -> Response {
    let done = match fields.text("words", &officer.words()) {
        Some(words) => {
            ratings::reply(&console.platform, officer.department.clone(), rating, CaseReply { words }).await
        }
        None => Err(ProblemCode::ActIncomplete.into()),
    };
    back(&officer, done)
}

pub(crate) async fn ask_for_exclusion(
    State(console): State<Arc<Console>>,
    Path(rating): Path<String>,
    Posted { officer, fields }: Posted,
) -> Response {
    let done = match fields.text("words", &officer.words()) {
        Some(reason) => {
            let asked = ExclusionRequest { reason };
            ratings::ask_for_exclusion(&console.platform, officer.department.clone(), rating, asked).await
        }
        None => Err(ProblemCode::ActIncomplete.into()),
    };
    back(&officer, done)
}

fn back(officer: &Officer, done: Result<DepartmentRating, ApiError>) -> Response {
    match done {
        Ok(_) => Redirect::to("/console/ratings").into_response(),
        Err(error) => error_page(&officer.words(), officer, error),
    }
}
