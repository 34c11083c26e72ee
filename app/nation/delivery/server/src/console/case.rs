//! One case: what happened and was said in it, and what the officer may do.

mod forms;

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use fingertip_contract::{
    Case, CaseAsk, CaseEntry, CaseState, CaseStep, ProblemCode,
    api::{AdvanceCase, CaseReply},
};
use fingertip_kit::ApiError;
use fingertip_locale::Args;
use fingertip_standard::{CaseId, LocalText, RegionCode};
use fingertip_store::values::value_of;

use super::{
    form::{Fields, Posted},
    markup::Markup,
    page::{Page, Section, error_page, facts, heading, plain, problem_page, said, status_of},
    queue::service_name,
    session::{Console, Officer},
    words::Words,
};
use crate::desk::cases;

pub(crate) async fn show(
    officer: Officer,
    State(console): State<Arc<Console>>,
    Path(case): Path<String>,
) -> Response {
    draw(&console, &officer, &case, None).await
}

/// Something that was not done, and what the officer had written.
struct Refused<'a> {
    code: ProblemCode,
    fields: &'a Fields,
}

/// The page, with what was refused where something was.
async fn draw(console: &Console, officer: &Officer, case: &str, refused: Option<Refused<'_>>) -> Response {
    let words = officer.words();
    let Ok(id) = CaseId::new(case) else {
        return problem_page(&words, Some(officer), &ProblemCode::CaseNotFound);
    };
    let case = match cases::show(&console.platform, officer.department.clone(), id).await {
        Ok(case) => case,
        Err(error) => return error_page(&words, officer, error),
    };
    let title = format!("{} {}", words.say("console-case"), case.id);
    let nothing = Fields::default();
    let written = refused.as_ref().map_or(&nothing, |refused| refused.fields);
    let content = Markup::new()
        .add(&about(console, &words, &case))
        .add(&asked(&words, &case))
        .add(&steps(&words, &case.steps))
        .add(&entries(&words, &case.entries))
        .add(&forms::acts(&words, officer, &case, written));
    let problem = refused.as_ref().map(|refused| &refused.code);
    let status = problem.map_or(StatusCode::OK, status_of);
    let section = Some(Section::Cases);
    Page { words: &words, officer: Some(officer), section, title: &title, problem }.answer(status, &content)
}

fn about(console: &Console, words: &Words, case: &Case) -> Markup {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| plain(&words.day(day)));
    let text = |text: &Option<LocalText>| text.as_ref().map(|text| said(words, text));
    let rows = [
        ("console-service", Some(service_name(console, words, &case.service))),
        ("console-region", Some(region_name(console, words, &case.region))),
        ("console-joint", case.joint.as_ref().map(|joint| plain(&format!("{} · {}", joint.id, joint.step)))),
        ("console-state", Some(plain(&words.state(&case.state)))),
        ("console-submitted", Some(plain(&words.instant(case.submitted_at)))),
        ("console-promised", day(case.promised_by)),
        ("console-escalated", text(&case.escalated_to)),
        ("console-office", text(&case.office)),
        ("console-answer-by", day(case.answer_by)),
    ];
    let rows = rows.into_iter().filter_map(|(id, value)| Some((words.say(id), value?)));
    let late = if case.is_late {
        Markup::new().raw("<p><strong class=\"late\">").text(&words.say("console-late")).raw("</strong></p>")
    } else {
        Markup::new()
    };
    heading(&words.say("console-facts"))
        .add(&late)
        .add(&facts(rows))
        .raw("<p class=\"hint\">")
        .text(&words.say("console-elsewhere"))
        .raw("</p>")
}

/// A region's name in the catalogue, or its code where it is there no more.
fn region_name(console: &Console, words: &Words, code: &RegionCode) -> Markup {
    let offered = console.platform.shelf.offered();
    let region = offered.catalogue.regions.iter().find(|region| region.code == *code);
    region.map_or_else(|| plain(code.as_str()), |region| said(words, &region.name))
}

fn asked(words: &Words, case: &Case) -> Markup {
    if case.asked.is_empty() {
        return Markup::new();
    }
    let items =
        case.asked.iter().map(|ask| Markup::new().raw("<li>").add(&said(words, &ask.label)).raw("</li>"));
    heading(&words.say("console-asked")).raw("<ul>").all(items).raw("</ul>")
}

fn steps(words: &Words, steps: &[CaseStep]) -> Markup {
    let step = |step: &CaseStep| {
        let note = step.note.as_ref().map(|note| said(words, note)).unwrap_or_default();
        Markup::new()
            .raw("<li><strong>")
            .text(&words.state(&step.state))
            .raw("</strong> <time>")
            .text(&words.instant(step.at))
            .raw("</time> ")
            .add(&note)
            .raw("</li>")
    };
    heading(&words.say("console-steps")).raw("<ol>").all(steps.iter().map(step)).raw("</ol>")
}

fn entries(words: &Words, entries: &[CaseEntry]) -> Markup {
    let title = heading(&words.say("console-entries"));
    if entries.is_empty() {
        return title.raw("<p>").text(&words.say("console-entries-empty")).raw("</p>");
    }
    let entry = |entry: &CaseEntry| {
        let names: Vec<&str> = entry.attachments.iter().map(|one| one.name.as_str()).collect();
        let attachments = if names.is_empty() {
            Markup::new()
        } else {
            let names = Args::new().text("names", names.join(", "));
            Markup::new().raw("<p>").text(&words.with("console-attachments", &names)).raw("</p>")
        };
        Markup::new()
            .raw("<li><strong>")
            .text(&words.party(&entry.from))
            .raw("</strong> <time>")
            .text(&words.instant(entry.at))
            .raw("</time> ")
            .add(&said(words, &entry.words))
            .add(&attachments)
            .raw("</li>")
    };
    title.raw("<ol>").all(entries.iter().map(entry)).raw("</ol>")
}

pub(crate) async fn advance(
    State(console): State<Arc<Console>>,
    Path(case): Path<String>,
    Posted { officer, fields }: Posted,
) -> Response {
    let words = officer.words();
    let step = state_of(&fields).map(|state| AdvanceCase {
        note: fields.text("note", &words),
        office: fields.text("office", &words),
        ..AdvanceCase::to(state)
    });
    take(&console, &officer, &case, (step, &fields)).await
}

pub(crate) async fn ask(
    State(console): State<Arc<Console>>,
    Path(case): Path<String>,
    Posted { officer, fields }: Posted,
) -> Response {
    let words = officer.words();
    let ask = |number: usize| {
        Some(CaseAsk {
            id: format!("ask-{number}"),
            kind: value_of("form", fields.get(&format!("kind-{number}")).to_owned()).ok()?,
            label: fields.text(&format!("label-{number}"), &words)?,
            hint: None,
            is_required: fields.get(&format!("required-{number}")) == "yes",
            document_kind: None,
        })
    };
    let asks: Vec<CaseAsk> = (1..=forms::ASKS).filter_map(ask).collect();
    let step = if asks.is_empty() { None } else { state_of(&fields) };
    let step = step.map(|state| AdvanceCase {
        asks,
        answer_by: fields.get("until").parse().ok(),
        note: fields.text("asked", &words),
        ..AdvanceCase::to(state)
    });
    take(&console, &officer, &case, (step, &fields)).await
}

fn state_of(fields: &Fields) -> Option<CaseState> {
    value_of("form", fields.get("state").to_owned()).ok()
}

async fn take(
    console: &Console,
    officer: &Officer,
    case: &str,
    (step, fields): (Option<AdvanceCase>, &Fields),
) -> Response {
    let taken = match (CaseId::new(case), step) {
        (Ok(id), Some(step)) => {
            cases::advance(&console.platform, officer.department.clone(), id, step).await.map(drop)
        }
        _ => Err(ProblemCode::ActIncomplete.into()),
    };
    back(console, officer, case, (taken, fields)).await
}

pub(crate) async fn reply(
    State(console): State<Arc<Console>>,
    Path(case): Path<String>,
    Posted { officer, fields }: Posted,
) -> Response {
    let said = match (CaseId::new(case.as_str()), fields.text("words", &officer.words())) {
        (Ok(id), Some(words)) => {
            let reply = (fields.get("key").to_owned(), CaseReply { words });
            cases::reply(&console.platform, officer.department.clone(), id, reply).await.map(drop)
        }
        _ => Err(ProblemCode::ActIncomplete.into()),
    };
    back(&console, &officer, &case, (said, &fields)).await
}

/// To the case's page, which says what became of it; what was not done stays written.
async fn back(
    console: &Console,
    officer: &Officer,
    case: &str,
    (done, fields): (Result<(), ApiError>, &Fields),
) -> Response {
    match done {
        Ok(()) => Redirect::to(&format!("/console/cases/{case}")).into_response(),
        Err(error) => {
            let code = error.code().clone();
            drop(error.into_response());
            draw(console, officer, case, Some(Refused { code, fields })).await
        }
    }
}
