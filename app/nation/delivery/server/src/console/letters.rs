//! What the department's system did not take.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use fingertip_contract::api::DeadLetter;
use fingertip_locale::Args;

use super::{
    form::Posted,
    markup::Markup,
    page::{Page, Section, button, error_page, form, plain, table},
    session::{Console, Officer},
};
use crate::desk::letters;

pub(crate) async fn show(officer: Officer, State(console): State<Arc<Console>>) -> Response {
    let words = officer.words();
    let found = match letters::list(&console.platform, officer.department.clone()).await {
        Ok(found) => found,
        Err(error) => return error_page(&words, &officer, error.into()),
    };
    let title = words.say("console-letters");
    let row = |letter: &DeadLetter| {
        let label = words.with("console-letters-retry", &Args::new().text("case", letter.case.to_string()));
        let action = format!("/console/dead-letters/{}/tries", letter.id);
        vec![
            Markup::new()
                .raw("<a")
                .attribute("href", &format!("/console/cases/{}", letter.case))
                .raw(">")
                .text(letter.case.as_str())
                .raw("</a>"),
            plain(&letter.attempts.to_string()),
            plain(&words.instant(letter.at)),
            plain(&letter.status.map(|status| status.to_string()).unwrap_or_default()),
            form(&officer, &action, &button(&label, false)),
        ]
    };
    let content = if found.is_empty() {
        Markup::new().raw("<p>").text(&words.say("console-letters-empty")).raw("</p>")
    } else {
        let columns = [
            "console-case",
            "console-letters-attempts",
            "console-letters-since",
            "console-letters-status",
            "console-letters-action",
        ]
        .map(|id| words.say(id));
        table(&words.say("console-letters-caption"), &columns, found.iter().map(row))
    };
    let section = Some(Section::Letters);
    Page { words: &words, officer: Some(&officer), section, title: &title, problem: None }
        .answer(StatusCode::OK, &content)
}

pub(crate) async fn retry(
    State(console): State<Arc<Console>>,
    Path(letter): Path<String>,
    Posted { officer, .. }: Posted,
) -> Response {
    match letters::retry(&console.platform, officer.department.clone(), letter).await {
        Ok(()) => Redirect::to("/console/dead-letters").into_response(),
        Err(error) => error_page(&officer.words(), &officer, error),
    }
}
