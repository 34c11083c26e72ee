//! The department's figures.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use fingertip_contract::RatingLevel;
use fingertip_kit::ApiError;

use super::{
    markup::Markup,
    page::{Page, Section, error_page, facts, plain, table},
    session::{Console, Officer},
    words::Words,
};
use crate::desk::{cases, letters, ratings};

pub(crate) async fn show(officer: Officer, State(console): State<Arc<Console>>) -> Response {
    let words = officer.words();
    let content = match draw(&console, &officer, &words).await {
        Ok(content) => content,
        Err(error) => return error_page(&words, &officer, error),
    };
    let title = words.say("console-statistics");
    let section = Some(Section::Statistics);
    Page { words: &words, officer: Some(&officer), section, title: &title, problem: None }
        .answer(StatusCode::OK, &content)
}

async fn draw(console: &Console, officer: &Officer, words: &Words) -> Result<Markup, ApiError> {
    let department = || officer.department.clone();
    let (states, n_late) = cases::count(&console.platform, department()).await?;
    let n_letters = letters::list(&console.platform, department()).await?.len();
    let levels = ratings::levels(&console.platform, department()).await?;
    let count = words.say("console-statistics-count");
    let states = table(
        &words.say("console-statistics-states"),
        &[words.say("console-state"), count.clone()],
        states.iter().map(|(state, count)| vec![plain(&words.state(state)), plain(&count.to_string())]),
    );
    let counts = levels.map(|indicator| indicator.levels).unwrap_or_default();
    let levels = table(
        &words.say("console-statistics-levels"),
        &[words.say("console-statistics-level"), count],
        RatingLevel::ALL
            .iter()
            .zip(counts)
            .map(|(level, count)| vec![plain(&words.level(level)), plain(&count.to_string())]),
    );
    let rows = [
        (words.say("console-statistics-late"), plain(&n_late.to_string())),
        (words.say("console-statistics-letters"), plain(&n_letters.to_string())),
    ];
    Ok(facts(rows).add(&states).add(&levels))
}
