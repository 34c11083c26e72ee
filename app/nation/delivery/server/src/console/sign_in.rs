//! Signing in with the department's token, and out.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use fingertip_contract::ProblemCode;
use fingertip_kit::body::text_header;
use fingertip_locale::SHELL_LANGUAGES;
use fingertip_standard::DepartmentId;
use fingertip_store::{StoreError, Transaction};

use super::{
    form::{Posted, is_same_origin},
    markup::Markup,
    page::{Page, problem_page},
    session::Console,
    words::Words,
};
use crate::audit::Actor;

fn language_of(query: &HashMap<String, String>, headers: &HeaderMap) -> &'static str {
    let chosen = query.get("language").and_then(|tag| Words::known(tag));
    chosen.unwrap_or_else(|| Words::negotiate(text_header(headers, "accept-language").unwrap_or_default()))
}

pub(crate) async fn show(Query(query): Query<HashMap<String, String>>, headers: HeaderMap) -> Response {
    draw(&Words::new(language_of(&query, &headers)), None)
}

fn draw(words: &Words, wrong: Option<&str>) -> Response {
    let title = words.say("console-sign-in");
    let field =
        |id: &'static str, kind: &'static str, label: &'static str, hint: &'static str, value: &str| {
            let hint_id = format!("{id}-hint");
            let field = Markup::new().raw("<p class=\"field\"><label").attribute("for", id).raw(">");
            let field =
                field.text(&words.say(label)).raw("</label><span class=\"hint\"").attribute("id", &hint_id);
            let field =
                field.raw(">").text(&words.say(hint)).raw("</span><input required autocomplete=\"off\"");
            let field = field.attribute("type", kind).attribute("id", id).attribute("name", id);
            let described = if wrong.is_some() { format!("{hint_id} wrong") } else { hint_id };
            let field = field.attribute("value", value).attribute("aria-describedby", &described);
            let field = if wrong.is_some() { field.raw(" aria-invalid=\"true\"") } else { field };
            field.raw("></p>")
        };
    let other = SHELL_LANGUAGES.into_iter().filter(|tag| *tag != words.language).map(|tag| {
        let name = Words::new(tag).say("console-sign-in");
        Markup::new()
            .raw("<li><a")
            .attribute("lang", tag)
            .attribute("hreflang", tag)
            .attribute("href", &format!("/console/sign-in?language={tag}"))
            .raw(">")
            .text(&name)
            .raw(" (")
            .text(tag)
            .raw(")</a></li>")
    });
    let wrong_text = match wrong {
        Some(_) => Markup::new()
            .raw("<p class=\"problem\" id=\"wrong\" role=\"alert\">")
            .text(&words.say("console-sign-in-wrong"))
            .raw("</p>"),
        None => Markup::new(),
    };
    let content = Markup::new()
        .add(&wrong_text)
        .raw("<form method=\"post\" action=\"/console/sign-in\"><input type=\"hidden\" name=\"language\"")
        .attribute("value", words.language)
        .raw(">")
        .add(&field(
            "department",
            "text",
            "console-sign-in-department",
            "console-sign-in-department-hint",
            wrong.unwrap_or_default(),
        ))
        .add(&field("token", "password", "console-sign-in-token", "console-sign-in-token-hint", ""))
        .raw("<button class=\"first\">")
        .text(&title)
        .raw("</button></form><ul class=\"languages\">")
        .all(other)
        .raw("</ul>");
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page { words, officer: None, section: None, title: &title, problem: None }.answer(status, &content)
}

pub(crate) async fn sign_in(
    State(console): State<Arc<Console>>,
    headers: HeaderMap,
    Form(fields): Form<HashMap<String, String>>,
) -> Response {
    let words = Words::new(language_of(&fields, &headers));
    if !is_same_origin(&headers, &console.platform.url) {
        return problem_page(&words, None, &ProblemCode::TokenInvalid);
    }
    let field = |name: &str| fields.get(name).map(|value| value.trim()).unwrap_or_default();
    let token = field("token");
    let department = DepartmentId::new(field("department")).ok();
    let registered = department.and_then(|id| console.platform.departments.find(&id).map(|own| (id, own)));
    let Some((department, _)) = registered.filter(|(_, own)| own.is_token(token)) else {
        return draw(&words, Some(field("department")));
    };
    let actor = Actor::department(&department);
    let noted: Result<(), StoreError> =
        console.platform.database.run(move |work: &Transaction<'_>| actor.note_sign_in(work)).await;
    if let Err(error) = noted {
        tracing::error!(%error, "nobody can be let in at the console");
        return problem_page(&words, None, &ProblemCode::PlatformFailed);
    }
    match console.begin_session(department, token, words.language).await {
        Ok(Some(cookie)) => ([(header::SET_COOKIE, cookie)], Redirect::to("/console/cases")).into_response(),
        Ok(None) => problem_page(&words, None, &ProblemCode::PlatformFailed),
        Err(error) => {
            tracing::error!(%error, "nobody can be let in at the console");
            problem_page(&words, None, &ProblemCode::PlatformFailed)
        }
    }
}

pub(crate) async fn sign_out(State(console): State<Arc<Console>>, posted: Posted) -> Response {
    let words = posted.officer.words();
    match console.end_session(posted.officer).await {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/console/sign-in")).into_response(),
        Err(error) => {
            tracing::error!(%error, "a session at the console does not end");
            problem_page(&words, None, &ProblemCode::PlatformFailed)
        }
    }
}
