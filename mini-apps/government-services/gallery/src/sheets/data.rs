//! What can be read.

use fingertip_sdk::{
    ChartForm, Credential, Date, Decimal, Part, Point, Progress, Row, Series, SummaryRow, Task, Text,
    TimelineEntry, Tone, date, decimal, money, msg,
};

use super::Sheet;
use crate::view::said;

pub(super) const SHEETS: [Sheet; 4] = [
    Sheet { key: "summaries", title: "gallery-summaries-title", parts: &[summary, tasks] },
    Sheet { key: "records", title: "gallery-records-title", parts: &[records, timeline] },
    Sheet { key: "figures", title: "gallery-figures-title", parts: &[table, bars, line, parts_of_whole] },
    Sheet { key: "things", title: "gallery-things-title", parts: &[credentials, points] },
];

/// 24 November 2026, 9 o'clock in China.
const MORNING_MS: i64 = 1_795_482_000_000;
const DAY_MS: i64 = 86_400_000;

fn summary(page: &mut Part<'_>) {
    page.section("gallery-summary", |section| {
        section.summary(
            "facts",
            [
                SummaryRow::new("gallery-row-name", said("张伟")),
                SummaryRow::new("gallery-row-day", date(Date { year: 2026, month: 12, day: 1 }))
                    .change("change-day"),
                SummaryRow {
                    label: msg("gallery-row-note"),
                    value: None,
                    change_action: Some("change-note".into()),
                },
                SummaryRow::new("gallery-row-amount", money("CNY", 1_234_567_890)),
                SummaryRow::new("gallery-row-long", "gallery-text-long").change("change-long"),
            ],
        );
    });
}

fn tasks(page: &mut Part<'_>) {
    let task = |label, detail: Option<&'static str>, progress, is_open: bool| Task {
        label: msg(label),
        detail: detail.map(msg),
        progress,
        action: is_open.then(|| "open-task".to_owned()),
    };
    page.section("gallery-tasks", |section| {
        section.tasks(
            "tasks",
            [
                task("gallery-task-done", None, Progress::Done, true),
                task("gallery-task-begun", Some("gallery-task-begun-more"), Progress::InProgress, true),
                task(
                    "gallery-task-waiting",
                    Some("gallery-task-waiting-more"),
                    Progress::WaitingForYou,
                    true,
                ),
                task("gallery-task-problem", Some("gallery-task-problem-more"), Progress::Problem, true),
                task("gallery-task-new", None, Progress::NotStarted, true),
                task("gallery-task-blocked", Some("gallery-task-blocked-more"), Progress::Blocked, false),
            ],
        );
    });
}

fn records(page: &mut Part<'_>) {
    let row = |title, detail: Option<&'static str>, value: Option<Text>, tone, is_open: bool| Row {
        title: msg(title),
        detail: detail.map(msg),
        value,
        tone,
        action: is_open.then(|| "open-record".to_owned()),
    };
    page.section("gallery-records", |section| {
        section.records_of(
            "records",
            [
                row(
                    "gallery-record-paid",
                    Some("gallery-record-paid-more"),
                    Some(money("CNY", 8_640).into()),
                    Tone::Success,
                    true,
                ),
                row("gallery-record-due", None, Some(money("CNY", 12_300).into()), Tone::Warning, true),
                row(
                    "gallery-record-late",
                    Some("gallery-record-late-more"),
                    Some(money("CNY", 9_900).into()),
                    Tone::Urgent,
                    true,
                ),
                row("gallery-record-plain", None, None, Tone::Neutral, false),
                row("gallery-link-long", Some("gallery-text-long"), None, Tone::Information, false),
            ],
            Some((40, "more-records")),
        );
    });
    page.section("gallery-records-none", |section| section.text("gallery-records-none-text"));
}

fn timeline(page: &mut Part<'_>) {
    let entry = |title, detail: Option<&'static str>, days: Option<i64>, progress| TimelineEntry {
        title: msg(title),
        detail: detail.map(msg),
        at: days.map(|days| MORNING_MS + days * DAY_MS),
        progress,
    };
    page.section("gallery-timeline", |section| {
        section.timeline(
            "timeline",
            [
                entry("gallery-step-sent", None, Some(-6), Progress::Done),
                entry("gallery-step-checked", Some("gallery-step-checked-more"), Some(-4), Progress::Done),
                entry(
                    "gallery-step-question",
                    Some("gallery-step-question-more"),
                    Some(-1),
                    Progress::WaitingForYou,
                ),
                entry("gallery-step-decided", None, None, Progress::NotStarted),
            ],
        );
    });
}

fn months() -> Vec<Text> {
    ["gallery-month-9", "gallery-month-10", "gallery-month-11"].map(msg).into()
}

fn points_of(values: [i64; 3]) -> Vec<Decimal> {
    values.map(|digits| Decimal { digits, scale: 1 }).into()
}

fn table(page: &mut Part<'_>) {
    page.section("gallery-table", |section| {
        let row = |month: Text, used: i64, cost: i64| {
            vec![month, decimal(used, 1).into(), money("CNY", cost).into()]
        };
        let [nine, ten, eleven] = ["gallery-month-9", "gallery-month-10", "gallery-month-11"].map(msg);
        let columns = ["gallery-column-month", "gallery-column-used", "gallery-column-cost"];
        section.table(
            "water",
            "gallery-table-caption",
            &columns,
            [row(nine, 92, 3_680), row(ten, 104, 4_160), row(eleven, 88, 3_520)],
        );
    });
    page.section("gallery-table-long", |section| {
        let row = |number: i64| {
            vec![msg("gallery-counter").arg("number", number), decimal(number * 7 % 45, 0).into()]
        };
        let columns = ["gallery-column-counter", "gallery-column-wait"];
        section.table("counters", "gallery-table-long-caption", &columns, (1..=12).map(row));
    });
}

fn bars(page: &mut Part<'_>) {
    let series = [("gallery-series-cold", [62, 70, 61]), ("gallery-series-hot", [30, 34, 27])];
    let series = series.map(|(label, points)| Series { label: msg(label), points: points_of(points) }).into();
    page.chart(
        "bars",
        ChartForm::Bars,
        "gallery-chart-bars",
        months(),
        series,
        Some(msg("gallery-cubic-metres")),
    );
}

fn line(page: &mut Part<'_>) {
    let series = vec![Series { label: msg("gallery-series-all"), points: points_of([92, 104, 88]) }];
    page.chart(
        "line",
        ChartForm::Line,
        "gallery-chart-line",
        months(),
        series,
        Some(msg("gallery-cubic-metres")),
    );
}

fn parts_of_whole(page: &mut Part<'_>) {
    let categories = ["gallery-part-kitchen", "gallery-part-bath", "gallery-part-garden"].map(msg).into();
    let series = vec![Series { label: msg("gallery-series-all"), points: points_of([31, 48, 9]) }];
    page.chart(
        "parts",
        ChartForm::PartsOfWhole,
        "gallery-chart-parts",
        categories,
        series,
        Some(msg("gallery-cubic-metres")),
    );
}

fn credentials(page: &mut Part<'_>) {
    let card = |number: &str, valid_until, code: Option<&str>| Credential {
        kind: msg("gallery-card-kind"),
        holder: said("张伟"),
        number: number.to_owned(),
        issuer: msg("gallery-card-issuer"),
        valid_until,
        code: code.map(|code| code.as_bytes().to_vec()),
    };
    page.section("gallery-credentials", |section| {
        section.credential(
            "card-code",
            card(
                "4400 1234 5678",
                Some(Date { year: 2036, month: 11, day: 23 }),
                Some("EXAMPLE-4400-1234-5678"),
            ),
        );
        section.credential("card-plain", card("4400 8765 4321", None, None));
    });
}

fn points(page: &mut Part<'_>) {
    let point = |label, at, is_open: bool| Point {
        label: msg(label),
        at,
        action: is_open.then(|| "open-office".to_owned()),
    };
    page.section("gallery-points", |section| {
        section.points(
            "offices",
            [
                point("gallery-office-east", (23_129_110, 113_264_385), true),
                point("gallery-office-west", (23_106_500, 113_230_100), true),
                point("gallery-office-north", (23_192_000, 113_271_000), false),
            ],
        );
    });
}
