//! Lists, tables and charts that can be read aloud.

use fingertip_standard::view::Kind;

use super::view::nodes;
use crate::{Area, Check, Hit, Rule, Screen, Severity};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "row-without-label",
        area: Area::View,
        severity: Severity::Error,
        catches: "A row of a list has no label.",
        why: "A screen reader says \"link\" and no more.",
        fix: "Give it one.",
        check: Check::Screen(rows),
    },
    Rule {
        id: "list-empty",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A list has no rows.",
        why: "A person cannot tell whether it is empty or still on its way.",
        fix: "Say that there is nothing, and leave the list out.",
        check: Check::Screen(list_empty),
    },
    Rule {
        id: "table-without-caption",
        area: Area::View,
        severity: Severity::Error,
        catches: "A table has no caption.",
        why: "A screen reader cannot say what it is a table of.",
        fix: "Say in the caption what it shows.",
        check: Check::Screen(caption),
    },
    Rule {
        id: "table-ragged",
        area: Area::View,
        severity: Severity::Error,
        catches: "A row of a table has more or fewer cells than there are columns.",
        why: "Cells stand under the wrong head.",
        fix: "Give each row a cell for each column.",
        check: Check::Screen(ragged),
    },
    Rule {
        id: "table-head-empty",
        area: Area::View,
        severity: Severity::Warning,
        catches: "A column of a table has no head.",
        why: "A screen reader reads its cells without saying what they are.",
        fix: "Give it a head.",
        check: Check::Screen(table_head),
    },
    Rule {
        id: "chart-without-title",
        area: Area::View,
        severity: Severity::Error,
        catches: "A chart has no title.",
        why: "Nobody who cannot see it knows what it shows.",
        fix: "Say in the title what it shows.",
        check: Check::Screen(chart_title),
    },
    Rule {
        id: "chart-uneven",
        area: Area::View,
        severity: Severity::Error,
        catches: "A series of a chart has more or fewer points than there are categories.",
        why: "Numbers stand at the wrong place.",
        fix: "Give each series a point for each category.",
        check: Check::Screen(chart_uneven),
    },
];

fn rows(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        let words = match &node.kind {
            Kind::LinkList(links) => links.iter().map(|link| link.label).collect(),
            Kind::Summary(rows) => rows.iter().map(|row| row.label).collect(),
            Kind::TaskList(tasks) => tasks.iter().map(|task| task.label).collect(),
            Kind::RecordList(list) => list.rows.iter().map(|row| row.title).collect(),
            Kind::Timeline(entries) => entries.iter().map(|entry| entry.title).collect(),
            _ => Vec::new(),
        };
        let empty = words.iter().position(|word| screen.text(*word).is_empty())?;
        Some(format!("row {} of the {} has no label in {}", empty + 1, node.kind.name(), screen.language))
    })
}

fn list_empty(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        let is_empty = match &node.kind {
            Kind::LinkList(links) => links.is_empty(),
            Kind::Summary(rows) => rows.is_empty(),
            Kind::TaskList(tasks) => tasks.is_empty(),
            Kind::RecordList(list) => list.rows.is_empty(),
            Kind::Timeline(entries) => entries.is_empty(),
            Kind::Table(table) => table.rows.is_empty(),
            _ => false,
        };
        is_empty.then(|| format!("the {} has no rows", node.kind.name()))
    })
}

fn caption(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Table(table) if screen.text(table.caption).is_empty() => {
            Some(format!("the table has no caption in {}", screen.language))
        }
        _ => None,
    })
}

fn ragged(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Table(table) => {
            let row = table.rows.iter().position(|row| row.len() != table.columns.len())?;
            Some(format!(
                "row {} has {} cells, there are {} columns",
                row + 1,
                table.rows[row].len(),
                table.columns.len()
            ))
        }
        _ => None,
    })
}

fn table_head(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Table(table) => {
            let column = table.columns.iter().position(|word| screen.text(*word).is_empty())?;
            Some(format!("column {} has no head in {}", column + 1, screen.language))
        }
        _ => None,
    })
}

fn chart_title(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Chart(chart) if screen.text(chart.title).is_empty() => {
            Some(format!("the chart has no title in {}", screen.language))
        }
        _ => None,
    })
}

fn chart_uneven(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::Chart(chart) => {
            let series = chart.series.iter().find(|series| series.points.len() != chart.categories.len())?;
            Some(format!(
                "a series has {} points, there are {} categories",
                series.points.len(),
                chart.categories.len()
            ))
        }
        _ => None,
    })
}
