//! One case: what happened and was said in it, and what the officer may do.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use fingertip_contract::{
    AskKind, Case, CaseAsk, CaseEntry, CaseState, CaseStep, ProblemCode,
    api::{AdvanceCase, CaseReply},
};
use fingertip_kit::{ApiError, secrets};
use fingertip_locale::Args;
use fingertip_standard::{CaseId, LocalText};
use fingertip_store::values::{text_of, value_of};

use super::{
    form::{Fields, Posted},
    markup::Markup,
    page::{
        Input, Page, Section, button, error_page, facts, form, heading, plain, problem_page, said, status_of,
    },
    queue::service_name,
    session::{Console, Officer},
    words::Words,
};
use crate::desk::cases;

/// How many questions a form has room for.
const ASKS: usize = 3;

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
        .add(&acts(&words, officer, &case, written));
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
        ("console-region", Some(plain(case.region.as_str()))),
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

/// What the officer may do with the case as it stands.
fn acts(words: &Words, officer: &Officer, case: &Case, written: &Fields) -> Markup {
    let next = case.state.next();
    let (asking, deciding): (Vec<&CaseState>, Vec<&CaseState>) =
        next.iter().partition(|state| state.asks_person());
    let hint = Markup::new().raw("<p class=\"hint\">").text(&words.say("console-language")).raw("</p>");
    let decide =
        if deciding.is_empty() { Markup::new() } else { decide(words, officer, case, (&deciding, written)) };
    let ask = match asking.first() {
        Some(state) => ask_form(words, officer, case, (state, written)),
        None => Markup::new(),
    };
    hint.add(&decide).add(&ask).add(&reply_form(words, officer, case, written))
}

fn decide(
    words: &Words,
    officer: &Officer,
    case: &Case,
    (states, written): (&[&CaseState], &Fields),
) -> Markup {
    let option = |state: &&CaseState| {
        let name = text_of(*state);
        let option = Markup::new().raw("<option").attribute("value", &name);
        let option = if written.get("state") == name { option.raw(" selected") } else { option };
        option.raw(">").text(&words.state(state)).raw("</option>")
    };
    let fields = Markup::new()
        .raw("<p class=\"field\"><label for=\"state\">")
        .text(&words.say("console-decide-state"))
        .raw("</label><select id=\"state\" name=\"state\" required>")
        .all(states.iter().map(option))
        .raw("</select></p>")
        .add(&input(words, ("note", "console-decide-note"), written, true, false))
        .add(&input(words, ("office", "console-decide-office"), written, false, false))
        .add(&button(&words.say("console-decide-button"), true));
    heading(&words.say("console-decide")).add(&form(
        officer,
        &format!("/console/cases/{}/steps", case.id),
        &fields,
    ))
}

fn ask_form(
    words: &Words,
    officer: &Officer,
    case: &Case,
    (state, written): (&CaseState, &Fields),
) -> Markup {
    let kinds = [
        (AskKind::Words, "console-ask-words"),
        (AskKind::File, "console-ask-file"),
        (AskKind::Document, "console-ask-document"),
    ];
    let row = |number: usize| {
        let (kind, label, required) =
            (format!("kind-{number}"), format!("label-{number}"), format!("required-{number}"));
        let option = |(own, id): &(AskKind, &str)| {
            let name = text_of(own);
            let option = Markup::new().raw("<option").attribute("value", &name);
            let option = if written.get(&kind) == name { option.raw(" selected") } else { option };
            option.raw(">").text(&words.say(id)).raw("</option>")
        };
        let checkbox = Markup::new().raw("<input type=\"checkbox\" value=\"yes\"").attribute("id", &required);
        let checkbox = checkbox.attribute("name", &required).raw(" checked>");
        let legend = Args::new().number("number", u32::try_from(number).unwrap_or_default());
        let name = words.say("console-ask-label");
        let text = Input {
            id: &label,
            name: &label,
            label: &name,
            value: written.get(&label),
            is_long: false,
            is_required: number == 1,
        };
        Markup::new()
            .raw("<fieldset><legend>")
            .text(&words.with("console-ask-row", &legend))
            .raw("</legend>")
            .add(&text.draw())
            .raw("<p class=\"field\"><label")
            .attribute("for", &kind)
            .raw(">")
            .text(&words.say("console-ask-kind"))
            .raw("</label><select")
            .attribute("id", &kind)
            .attribute("name", &kind)
            .raw(">")
            .all(kinds.iter().map(option))
            .raw("</select></p><p class=\"check\">")
            .add(&checkbox)
            .raw("<label")
            .attribute("for", &required)
            .raw(">")
            .text(&words.say("console-ask-required"))
            .raw("</label></p></fieldset>")
    };
    let fields = Markup::new()
        .raw("<p class=\"hint\">")
        .text(&words.say("console-ask-hint"))
        .raw("</p><input type=\"hidden\" name=\"state\"")
        .attribute("value", &text_of(state))
        .raw(">")
        .all((1..=ASKS).map(row))
        .add(&input(words, ("asked", "console-decide-note"), written, true, false))
        .raw("<p class=\"field\"><label for=\"until\">")
        .text(&words.say("console-answer-by"))
        .raw("</label><input type=\"date\" id=\"until\" name=\"until\"")
        .attribute("value", written.get("until"))
        .raw("></p>")
        .add(&button(&words.say("console-ask-button"), false));
    heading(&words.say("console-ask")).add(&form(
        officer,
        &format!("/console/cases/{}/asks", case.id),
        &fields,
    ))
}

fn reply_form(words: &Words, officer: &Officer, case: &Case, written: &Fields) -> Markup {
    // The same form sent twice is one reply.
    let key = match written.get("key") {
        "" => secrets::make_token(16).unwrap_or_default(),
        key => key.to_owned(),
    };
    let fields = Markup::new()
        .raw("<input type=\"hidden\" name=\"key\"")
        .attribute("value", &key)
        .raw(">")
        .add(&input(words, ("words", "console-reply-words"), written, true, true))
        .add(&button(&words.say("console-reply-button"), false));
    heading(&words.say("console-reply")).add(&form(
        officer,
        &format!("/console/cases/{}/replies", case.id),
        &fields,
    ))
}

fn input(
    words: &Words,
    (name, label): (&str, &str),
    written: &Fields,
    is_long: bool,
    is_required: bool,
) -> Markup {
    let label = words.say(label);
    Input { id: name, name, label: &label, value: written.get(name), is_long, is_required }.draw()
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
    let asks: Vec<CaseAsk> = (1..=ASKS).filter_map(ask).collect();
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
