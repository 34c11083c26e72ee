//! Charts, always with their table.

use dioxus::prelude::*;
pub use fingertip_standard::view::ChartForm;

use super::{details::Details, table::DataTable};

/// One series.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// What it is.
    pub label: String,
    /// Its numbers, one a category.
    pub values: Vec<f64>,
    /// The same in words.
    pub texts: Vec<String>,
}

/// The words of a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartLabels {
    /// "Show as a table".
    pub table: String,
    /// The head of the table's first column.
    pub category: String,
    /// The button that draws more of its rows.
    pub more: String,
}

/// A chart. The drawing is hidden from assistive technology; the table below says all of it.
#[component]
pub fn Chart(
    /// An id for its parts.
    id: String,
    /// How it is drawn.
    form: ChartForm,
    /// What it shows.
    title: String,
    /// In what.
    #[props(default)]
    unit: Option<String>,
    /// What its points stand for.
    categories: Vec<String>,
    /// The numbers.
    series: Vec<ChartSeries>,
    /// Its words.
    labels: ChartLabels,
) -> Element {
    let heading = unit.as_ref().map_or_else(|| title.clone(), |unit| format!("{title} ({unit})"));
    let columns = std::iter::once(labels.category.clone()).chain(series.iter().map(|series| series.label.clone())).collect::<Vec<_>>();
    let rows = categories
        .iter()
        .enumerate()
        .map(|(at, category)| std::iter::once(category.clone()).chain(series.iter().map(|series| series.texts.get(at).cloned().unwrap_or_default())).collect())
        .collect::<Vec<Vec<String>>>();
    let drawing = match form {
        ChartForm::Bars => bars(&categories, &series, largest(&series)),
        // Parts of a whole are read off bars that share one length more exactly than off angles.
        ChartForm::PartsOfWhole => bars(&categories, &series, series.iter().map(|series| series.values.iter().sum()).fold(0.0, f64::max)),
        ChartForm::Line => line(&categories, &series),
    };
    rsx! {
        figure { class: "fi-chart", aria_labelledby: "{id}_title",
            figcaption { class: "fi-chart__title", id: "{id}_title", "{heading}" }
            div { class: "fi-chart__drawing", aria_hidden: "true",
                if series.len() > 1 {
                    ul { class: "fi-chart__legend",
                        for (number, series) in series.iter().enumerate() {
                            li { key: "{number}",
                                span { class: "fi-chart__swatch", "data-series": "{number % 4}" }
                                "{series.label}"
                            }
                        }
                    }
                }
                {drawing}
            }
            Details { summary: labels.table,
                DataTable { id: "{id}_table", caption: heading, hides_caption: true, columns, rows, more: labels.more }
            }
        }
    }
}

fn largest(series: &[ChartSeries]) -> f64 {
    series.iter().flat_map(|series| &series.values).copied().fold(0.0, f64::max)
}

fn bars(categories: &[String], series: &[ChartSeries], whole: f64) -> Element {
    let share = |value: f64| if whole > 0.0 { (value / whole * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    rsx! {
        div { class: "fi-chart__bars",
            for (at, category) in categories.iter().enumerate() {
                div { class: "fi-chart__bar", key: "{at}",
                    span { class: "fi-chart__category", "{category}" }
                    for (number, series) in series.iter().enumerate() {
                        span { class: "fi-chart__measure", key: "{number}",
                            svg { class: "fi-chart__track", view_box: "0 0 100 10", preserve_aspect_ratio: "none",
                                rect { class: "fi-chart__ground", width: "100", height: "10" }
                                rect { class: "fi-chart__fill", "data-series": "{number % 4}", height: "10",
                                    width: format!("{:.2}", share(series.values.get(at).copied().unwrap_or(0.0))),
                                }
                            }
                            span { class: "fi-chart__value", {series.texts.get(at).cloned().unwrap_or_default()} }
                        }
                    }
                }
            }
        }
    }
}

fn line(categories: &[String], series: &[ChartSeries]) -> Element {
    let all = || series.iter().flat_map(|series| series.values.iter().copied());
    // The line starts at zero unless something is below: a cut axis exaggerates.
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let range = if high > low { high - low } else { 1.0 };
    #[expect(clippy::cast_precision_loss, reason = "at most a few thousand points")]
    let step = 100.0 / (categories.len().max(2) - 1) as f64;
    #[expect(clippy::cast_precision_loss, reason = "at most a few thousand points")]
    let point = |at: usize, value: f64| (step * at as f64, 48.0 - (value - low) / range * 44.0);
    let path = |values: &[f64]| {
        values.iter().enumerate().map(|(at, &value)| point(at, value)).map(|(x, y)| format!("{x:.2},{y:.2}")).collect::<Vec<_>>().join(" ")
    };
    let top = series.iter().flat_map(|series| series.values.iter().zip(&series.texts)).max_by(|a, b| a.0.total_cmp(b.0)).map(|(_, text)| text.clone());
    rsx! {
        p { class: "fi-chart__scale", {top.unwrap_or_default()} }
        svg { class: "fi-chart__plot", view_box: "0 0 100 50", preserve_aspect_ratio: "none",
            for y in [4, 26, 48] {
                line { key: "{y}", class: "fi-chart__rule", x1: "0", x2: "100", y1: "{y}", y2: "{y}" }
            }
            for (number, series) in series.iter().enumerate() {
                polyline { key: "{number}", class: "fi-chart__line", "data-series": "{number % 4}", points: path(&series.values) }
            }
        }
        p { class: "fi-chart__ends",
            span { {categories.first().cloned().unwrap_or_default()} }
            if categories.len() > 1 {
                span { {categories.last().cloned().unwrap_or_default()} }
            }
        }
    }
}
