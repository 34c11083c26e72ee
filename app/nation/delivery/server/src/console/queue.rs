//! The department's cases under way.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use fingertip_contract::{Case, api::AFTER};
use fingertip_standard::ServiceId;

use super::{
    markup::Markup,
    page::{Page, Section, error_page, plain, said, table, with_next},
    session::{Console, Officer},
    words::Words,
};
use crate::desk::cases;

pub(crate) async fn show(
    officer: Officer,
    State(console): State<Arc<Console>>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let words = officer.words();
    let after = query.get(AFTER).map(String::as_str);
    let queue = match cases::list(&console.platform, officer.department.clone(), after).await {
        Ok(queue) => queue,
        Err(error) => return error_page(&words, &officer, error),
    };
    let title = words.say("console-queue");
    let content = if queue.cases.is_empty() {
        Markup::new().raw("<p>").text(&words.say("console-queue-empty")).raw("</p>")
    } else {
        let columns =
            ["console-case", "console-service", "console-state", "console-promised", "console-office"]
                .map(|id| words.say(id));
        table(
            &words.say("console-queue-caption"),
            &columns,
            queue.cases.iter().map(|case| row(&console, &words, case)),
        )
    };
    let content = with_next(&words, content, "/console/cases", queue.next.as_deref());
    let page = Page {
        words: &words,
        officer: Some(&officer),
        section: Some(Section::Cases),
        title: &title,
        problem: None,
    };
    page.answer(StatusCode::OK, &content)
}

fn row(console: &Console, words: &Words, case: &Case) -> Vec<Markup> {
    let link = Markup::new().raw("<a").attribute("href", &format!("/console/cases/{}", case.id)).raw(">");
    let promised = case.promised_by.map(|day| plain(&words.day(day))).unwrap_or_default();
    let promised = if case.is_late {
        promised.raw(" <strong class=\"late\">").text(&words.say("console-late")).raw("</strong>")
    } else {
        promised
    };
    vec![
        link.text(case.id.as_str()).raw("</a>"),
        service_name(console, words, &case.service),
        plain(&words.state(&case.state)),
        promised,
        case.office.as_ref().map(|office| said(words, office)).unwrap_or_default(),
    ]
}

/// A service's name in the catalogue, or its id where it is offered no more.
pub(crate) fn service_name(console: &Console, words: &Words, id: &ServiceId) -> Markup {
    let offered = console.platform.shelf.offered();
    let service = offered.catalogue.services.iter().find(|service| service.id == *id);
    service.map_or_else(|| plain(id.as_str()), |service| said(words, &service.name))
}
