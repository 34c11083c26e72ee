//! Looking for a line, and when its next buses come.

use fingertip_sdk::{Page, Part, Row, Text, Tone, Trouble, View, data, integer, msg};

use super::trouble;
use crate::model::{Line, Model, Stop, Wanted};

pub(super) fn lines(model: &Model, language: &str, view: View) -> Page {
    view.page("page-lines", "bus-lines-title", |page| {
        trouble(model, page);
        page.text_input("query", "bus-lines-query")
            .hint("bus-lines-query-hint")
            .initial(&model.query)
            .at_most(40)
            .optional();
        page.submit("search", "bus-lines-search");
        if model.awaiting.has(&Wanted::Lines) {
            page.text("bus-lines-searching");
        } else if let Some(lines) = &model.lines {
            found(lines, language, page);
        }
    })
}

fn found(lines: &[Line], language: &str, page: &mut Part<'_>) {
    if lines.is_empty() {
        page.notice(Tone::Information, "bus-lines-none");
        return;
    }
    page.heading("bus-lines-found");
    page.records(
        "lines",
        lines.iter().map(|line| Row {
            title: data(line.name.in_language(language)),
            detail: Some(way(line, language)),
            value: None,
            tone: Tone::Neutral,
            action: Some("open-line".to_owned()),
        }),
    );
}

pub(super) fn line(model: &Model, language: &str, view: View) -> Page {
    let line = &model.line;
    let title = msg("bus-line-title").arg("name", line.name.in_language(language));
    view.page("page-line", title, |page| {
        trouble(model, page);
        page.text(way(line, language));
        match &model.stops {
            Some(stops) if stops.is_empty() => page.notice(Tone::Information, "bus-stops-none"),
            Some(stops) => {
                let columns = ["bus-stops-column-stop", "bus-stops-column-next", "bus-stops-column-after"];
                page.table(
                    "stops",
                    "bus-stops-caption",
                    &columns,
                    stops.iter().map(|stop| row(stop, language)),
                );
            }
            None if model.trouble.is_none() => page.text("bus-stops-loading"),
            None => {}
        }
        // What the department objects to does not get better by asking again.
        if !matches!(model.trouble, Some(Trouble::Objection(_))) {
            page.primary("refresh", "bus-refresh");
        }
        page.secondary("lines", "bus-lines-other");
    })
}

fn way(line: &Line, language: &str) -> Text {
    let way = msg("bus-lines-way").arg("from", line.from.in_language(language));
    way.arg("to", line.to.in_language(language))
}

fn row(stop: &Stop, language: &str) -> Vec<Text> {
    let minutes = |index: usize| {
        stop.minutes.get(index).map_or_else(|| msg("bus-minutes-none"), |minutes| text_of(*minutes))
    };
    vec![data(stop.name.in_language(language)), minutes(0), minutes(1)]
}

fn text_of(minutes: i64) -> Text {
    match minutes {
        0 => msg("bus-minutes-now"),
        minutes => msg("bus-minutes").arg("minutes", integer(minutes)),
    }
}
