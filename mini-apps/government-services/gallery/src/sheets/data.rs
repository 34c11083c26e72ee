//! What can be read.

use fingertip_sdk::{
    ChartForm, Credential, Date, Decimal, Part, Point, Progress, Row, Series, SummaryRow, TimelineEntry,
    Tone, data, date, decimal, money, msg,
};

use super::{
    Example::{Page, Section},
    Sheet, section,
};
use crate::view::{list, messages, task};

pub(super) const SHEETS: [Sheet; 4] = [
    Sheet {
        key: "summaries",
        title: "gallery-summaries-title",
        parts: &[Section("gallery-summary", summary), Section("gallery-tasks", tasks)],
    },
    Sheet {
        key: "records",
        title: "gallery-records-title",
        parts: &[Page(records), Section("gallery-timeline", timeline)],
    },
    Sheet {
        key: "figures",
        title: "gallery-figures-title",
        parts: &[Page(table), Page(bars), Page(line), Page(parts_of_whole)],
    },
    Sheet {
        key: "things",
        title: "gallery-things-title",
        parts: &[Section("gallery-credentials", credentials), Section("gallery-points", points)],
    },
];

/// 24 November 2026, 9 o'clock in China.
const MORNING_MS: i64 = 1_795_482_000_000;
const DAY_MS: i64 = 86_400_000;

/// What it is, and by which action it can be changed.
const FACTS: [(&str, Option<&str>); 5] = [
    ("gallery-row-name", None),
    ("gallery-row-day", Some("change-day")),
    ("gallery-row-note", Some("change-note")),
    ("gallery-row-amount", None),
    ("gallery-row-long", Some("change-long")),
];

fn summary(section: &mut Part<'_>) {
    let row = |at: usize| {
        let (label, change) = FACTS[at];
        let value = match at {
            0 => Some(data("张伟")),
            1 => Some(date(Date { year: 2026, month: 12, day: 1 }).into()),
            3 => Some(money("CNY", 1_234_567_890).into()),
            4 => Some(msg("gallery-text-long")),
            _ => None,
        };
        SummaryRow { label: msg(label), value, change_action: change.map(str::to_owned) }
    };
    section.summary("facts", list(FACTS.len(), row));
}

/// What is to do, more about it, how far it is, and whether it can be opened.
const TASKS: [(&str, Option<&str>, Progress, bool); 6] = [
    ("gallery-task-done", None, Progress::Done, true),
    ("gallery-task-begun", Some("gallery-task-begun-more"), Progress::InProgress, true),
    ("gallery-task-waiting", Some("gallery-task-waiting-more"), Progress::WaitingForYou, true),
    ("gallery-task-problem", Some("gallery-task-problem-more"), Progress::Problem, true),
    ("gallery-task-new", None, Progress::NotStarted, true),
    ("gallery-task-blocked", Some("gallery-task-blocked-more"), Progress::Blocked, false),
];

fn tasks(section: &mut Part<'_>) {
    let any = |at: usize| {
        let (label, detail, progress, is_open) = TASKS[at];
        task(label, detail.map(msg), progress, is_open.then_some("open-task"))
    };
    section.tasks("tasks", list(TASKS.len(), any).collect::<Vec<_>>());
}

/// What it is, more about it, an amount, what it means, and whether it can be opened.
type Record = (&'static str, Option<&'static str>, Option<i64>, Tone, bool);

const RECORDS: [Record; 5] = [
    ("gallery-record-paid", Some("gallery-record-paid-more"), Some(8_640), Tone::Success, true),
    ("gallery-record-due", None, Some(12_300), Tone::Warning, true),
    ("gallery-record-late", Some("gallery-record-late-more"), Some(9_900), Tone::Urgent, true),
    ("gallery-record-plain", None, None, Tone::Neutral, false),
    ("gallery-link-long", Some("gallery-text-long"), None, Tone::Information, false),
];

fn records(page: &mut Part<'_>) {
    section(page, "gallery-records", |section| {
        let row = |at: usize| {
            let (title, detail, minor, tone, is_open) = RECORDS[at];
            let value = minor.map(|minor| money("CNY", minor).into());
            let action = is_open.then(|| "open-record".to_owned());
            Row { title: msg(title), detail: detail.map(msg), value, tone, action }
        };
        section.records_of("records", list(RECORDS.len(), row), Some((40, "more-records")));
    });
    section(page, "gallery-records-none", |section| section.text("gallery-records-none-text"));
}

/// What happened, more about it, how many days ago, and how far it is.
const STEPS: [(&str, Option<&str>, Option<i64>, Progress); 4] = [
    ("gallery-step-sent", None, Some(6), Progress::Done),
    ("gallery-step-checked", Some("gallery-step-checked-more"), Some(4), Progress::Done),
    ("gallery-step-question", Some("gallery-step-question-more"), Some(1), Progress::WaitingForYou),
    ("gallery-step-decided", None, None, Progress::NotStarted),
];

fn timeline(section: &mut Part<'_>) {
    let entry = |at: usize| {
        let (title, detail, days, progress) = STEPS[at];
        let at = days.map(|days| MORNING_MS - days * DAY_MS);
        TimelineEntry { title: msg(title), detail: detail.map(msg), at, progress }
    };
    section.timeline("timeline", list(STEPS.len(), entry));
}

const MONTHS: [&str; 3] = ["gallery-month-9", "gallery-month-10", "gallery-month-11"];

/// Cubic metres with one decimal, and their cost.
const USED: [(i64, i64); 3] = [(92, 3_680), (104, 4_160), (88, 3_520)];

fn table(page: &mut Part<'_>) {
    section(page, "gallery-table", |section| {
        let row = |at: usize| {
            let (used, cost) = USED[at];
            vec![msg(MONTHS[at]), decimal(used, 1).into(), money("CNY", cost).into()]
        };
        let columns = ["gallery-column-month", "gallery-column-used", "gallery-column-cost"];
        section.table("water", "gallery-table-caption", &columns, list(USED.len(), row));
    });
    section(page, "gallery-table-long", |section| {
        let row = |at: usize| {
            let number = at as i64 + 1;
            vec![msg("gallery-counter").arg("number", number), decimal(number * 7 % 45, 0).into()]
        };
        let columns = ["gallery-column-counter", "gallery-column-wait"];
        section.table("counters", "gallery-table-long-caption", &columns, list(12, row));
    });
}

/// A chart in cubic metres, with one decimal: the points of each series.
fn chart(
    page: &mut Part<'_>,
    (key, form, title): (&str, ChartForm, &'static str),
    categories: &[&'static str],
    series: &[(&'static str, [i64; 3])],
) {
    let mut all = Vec::new();
    for (label, points) in series {
        let points = points.map(|digits| Decimal { digits, scale: 1 }).to_vec();
        all.push(Series { label: msg(label), points });
    }
    page.chart(key, form, title, messages(categories), all, Some(msg("gallery-cubic-metres")));
}

fn bars(page: &mut Part<'_>) {
    let series = &[("gallery-series-cold", [62, 70, 61]), ("gallery-series-hot", [30, 34, 27])];
    chart(page, ("bars", ChartForm::Bars, "gallery-chart-bars"), &MONTHS, series);
}

fn line(page: &mut Part<'_>) {
    let series = &[("gallery-series-all", [92, 104, 88])];
    chart(page, ("line", ChartForm::Line, "gallery-chart-line"), &MONTHS, series);
}

fn parts_of_whole(page: &mut Part<'_>) {
    let parts = &["gallery-part-kitchen", "gallery-part-bath", "gallery-part-garden"];
    let series = &[("gallery-series-all", [31, 48, 9])];
    chart(page, ("parts", ChartForm::PartsOfWhole, "gallery-chart-parts"), parts, series);
}

fn card(section: &mut Part<'_>, key: &str, number: &str, valid_until: Option<Date>, code: Option<&str>) {
    section.credential(
        key,
        Credential {
            kind: msg("gallery-card-kind"),
            holder: data("张伟"),
            number: number.to_owned(),
            issuer: msg("gallery-card-issuer"),
            valid_until,
            code: code.map(|code| code.as_bytes().to_vec()),
        },
    );
}

fn credentials(section: &mut Part<'_>) {
    let last_day = Some(Date { year: 2036, month: 11, day: 23 });
    card(section, "card-code", "4400 1234 5678", last_day, Some("EXAMPLE-4400-1234-5678"));
    card(section, "card-plain", "4400 8765 4321", None, None);
}

/// What stands there, where, and whether it can be opened.
const OFFICES: [(&str, (i32, i32), bool); 3] = [
    ("gallery-office-east", (23_129_110, 113_264_385), true),
    ("gallery-office-west", (23_106_500, 113_230_100), true),
    ("gallery-office-north", (23_192_000, 113_271_000), false),
];

fn points(section: &mut Part<'_>) {
    let point = |at: usize| {
        let (label, at, is_open) = OFFICES[at];
        Point { label: msg(label), at, action: is_open.then(|| "open-office".to_owned()) }
    };
    section.points("offices", list(OFFICES.len(), point));
}
