//! What a person reads: facts, records, cards, figures, bills, ends of forms.

use dioxus::prelude::*;
use fingertip_locale::Args;
use fingertip_standard::view::{
    Attribute, Bill, Chart as ChartNode, Confirmation, Credential, Node, Progress, RecordList, Row,
    SummaryRow, Table, Task, TimelineEntry, Tone, Weight,
};

use super::{
    Draw, ViewEvent,
    structure::heading,
    words::{progress_id, tone_id},
};
use crate::{
    components::{
        Button, Chart, ChartLabels, ChartSeries, Code, CopyButton, CopyLabels, DataTable, DocumentCard,
        EmptyState, Icon, IconName, IconSize, List, ListRow, Moments, Tag, TextLink, Timeline, TimelineItem,
        progress_look,
    },
    focus::{input_id, node_id},
    parts::use_parts,
};

pub(super) fn attribute(draw: &Draw<'_>, attribute: &Attribute) -> Element {
    let value =
        draw.props.claims.get(&attribute.claim).map(|value| draw.props.words.formatter().isolate(value));
    rsx! {
        dl { class: "fi-attribute", "data-shared": value.is_some().then_some("true"),
            dt { class: "fi-attribute__label", {draw.word(attribute.label)} }
            if let Some(value) = &value {
                dd { class: "fi-attribute__value", "{value}" }
                dd { class: "fi-attribute__source",
                    Tag { label: draw.say("mini-app-attribute-source"), tone: Tone::Success, icon: IconName::Verified }
                }
            } else {
                dd { class: "fi-attribute__value fi-muted",
                    Icon { name: IconName::Lock, size: IconSize::Small }
                    " "
                    {draw.say("mini-app-attribute-not-shared")}
                }
            }
        }
    }
}

pub(super) fn summary(draw: &Draw<'_>, node: &Node, rows: &[SummaryRow]) -> Element {
    let rows = rows.iter().enumerate().map(|(position, row)| {
        let label = draw.word(row.label);
        let value = draw.optional(row.value);
        let change = row.change_action.as_ref().map(|action| draw.act(node, action, Some(position)));
        rsx! {
            div { class: "fi-summary__row", key: "{position}",
                dt { class: "fi-summary__label", "{label}" }
                dd { class: "fi-summary__value",
                    if let Some(value) = value {
                        "{value}"
                    } else {
                        span { class: "fi-muted", {draw.say("mini-app-not-given")} }
                    }
                }
                if let Some(change) = change {
                    dd { class: "fi-summary__change",
                        TextLink { label: draw.say("mini-app-change"), hidden_suffix: label.clone(), action: row.change_action.clone(), on_press: change }
                    }
                }
            }
        }
    });
    rsx! {
        dl { class: "fi-summary", {rows} }
    }
}

pub(super) fn tasks(draw: &Draw<'_>, node: &Node, tasks: &[Task]) -> Element {
    let rows = tasks.iter().enumerate().map(|(position, task)| {
        let (icon, tone) = progress_look(task.progress);
        // What cannot be opened yet is no button.
        let on_press =
            task.action.as_ref().filter(|_| task.progress != Progress::Blocked).map(|action| draw.act(node, action, Some(position)));
        let (title, detail) = (draw.word(task.label), draw.optional(task.detail));
        let state = rsx! { Tag { label: draw.say(progress_id(task.progress)), tone, icon } };
        match on_press {
            Some(on_press) => rsx! { ListRow { key: "{position}", title, detail, action: task.action.clone(), on_press, {state} } },
            None => rsx! { ListRow { key: "{position}", title, detail, {state} } },
        }
    });
    rsx! {
        List { {rows} }
    }
}

pub(super) fn records(draw: &Draw<'_>, node: &Node, list: &RecordList) -> Element {
    if list.rows.is_empty() {
        return rsx! {
            EmptyState { icon: IconName::Inbox, title: draw.say("mini-app-records-none") }
        };
    }
    let shown = u32::try_from(list.rows.len()).unwrap_or(u32::MAX);
    let row = |row: &Row| RowText {
        title: draw.word(row.title),
        detail: draw.optional(row.detail),
        value: draw.optional(row.value),
        tone: row.tone,
        tone_label: draw.say(tone_id(row.tone)),
        action: row.action.clone(),
    };
    let rows = list.rows.iter().map(row).collect::<Vec<_>>();
    let (is_busy, on_event, key) = (draw.props.is_busy, draw.props.on_event, node.key.clone());
    let more =
        list.more_action.as_ref().filter(|_| shown < list.total).map(|action| draw.act(node, action, None));
    rsx! {
        Rows {
            rows,
            more: draw.say("mini-app-records-more"),
            on_press: move |(action, row)| {
                if !is_busy {
                    on_event.call(ViewEvent::Acted { action, node: key.clone(), row: u32::try_from(row).ok() });
                }
            },
        }
        if shown < list.total {
            p { class: "fi-view__count", {draw.say_with("mini-app-records-count", &Args::new().number("shown", shown).number("total", list.total))} }
        }
        if let Some(more) = more {
            Button { "data-action": list.more_action.clone(), label: draw.say("mini-app-records-more"), is_wide: true, on_press: more }
        }
    }
}

/// A row in words.
#[derive(Debug, Clone, PartialEq)]
struct RowText {
    title: String,
    detail: Option<String>,
    value: Option<String>,
    tone: Tone,
    tone_label: String,
    action: Option<String>,
}

/// Rows, many of them in parts.
#[component]
fn Rows(rows: Vec<RowText>, more: String, on_press: EventHandler<(String, usize)>) -> Element {
    let (shown, more) = use_parts(rows.len(), &more);
    let rows = rows.into_iter().take(shown).enumerate().map(|(position, row)| {
        let RowText { title, detail, value, tone, tone_label, action } = row;
        match action {
            Some(action) => {
                let pressed = action.clone();
                rsx! { ListRow { key: "{position}", title, detail, value, tone, tone_label, action, on_press: move |()| on_press.call((pressed.clone(), position)) } }
            }
            None => rsx! { ListRow { key: "{position}", title, detail, value, tone, tone_label } },
        }
    });
    rsx! {
        List { {rows} }
        {more}
    }
}

pub(super) fn credential(draw: &Draw<'_>, card: &Credential) -> Element {
    let formatter = draw.props.words.formatter();
    let validity = card.valid_until.map(|date| {
        draw.say_with("mini-app-credential-valid-until", &Args::new().text("date", formatter.date(date)))
    });
    // A transport's code is bytes; what is text can be read out too.
    let text = card
        .code
        .as_ref()
        .and_then(|code| String::from_utf8(code.clone()).ok())
        .filter(|code| !code.chars().any(char::is_control));
    rsx! {
        DocumentCard {
            kind: draw.word(card.kind),
            holder: draw.word(card.holder),
            number: formatter.isolate(&card.number),
            issuer: draw.word(card.issuer),
            validity,
            holder_label: draw.say("mini-app-credential-holder"),
            number_label: draw.say("mini-app-credential-number"),
            if let Some(data) = card.code.clone() {
                Code { data, label: draw.say("mini-app-credential-code"), too_much: draw.say("mini-app-code-too-much") }
            }
            if let Some(text) = text {
                p { class: "fi-view__code",
                    span { class: "fi-muted", {draw.say("mini-app-credential-code")} }
                    code { "{text}" }
                }
            }
        }
    }
}

pub(super) fn table(draw: &Draw<'_>, node: &Node, table: &Table) -> Element {
    let columns = table.columns.iter().map(|&word| draw.word(word)).collect::<Vec<_>>();
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(|&word| draw.word(word)).collect())
        .collect::<Vec<Vec<String>>>();
    rsx! {
        DataTable { id: format!("{}_t", node_id(&node.key)), caption: draw.word(table.caption), columns, rows, more: draw.say("mini-app-records-more") }
    }
}

pub(super) fn timeline(draw: &Draw<'_>, entries: &[TimelineEntry]) -> Element {
    let items = entries.iter().map(|entry| TimelineItem {
        title: draw.word(entry.title),
        detail: draw.optional(entry.detail),
        at: entry.at,
        progress: entry.progress,
        progress_label: draw.say(progress_id(entry.progress)),
    });
    rsx! {
        Timeline { moments: Moments::new(draw.props.words.formatter(), items), more: draw.say("mini-app-records-more") }
    }
}

pub(super) fn chart(draw: &Draw<'_>, node: &Node, chart: &ChartNode) -> Element {
    let formatter = draw.props.words.formatter();
    let series = chart
        .series
        .iter()
        .map(|series| ChartSeries {
            label: draw.word(series.label),
            values: series.points.iter().map(|point| point.to_f64()).collect(),
            texts: series
                .points
                .iter()
                .map(|point| formatter.value(&fingertip_standard::words::Value::Decimal(*point)))
                .collect(),
        })
        .collect::<Vec<_>>();
    rsx! {
        Chart {
            id: format!("{}_c", node_id(&node.key)),
            form: chart.form,
            title: draw.word(chart.title),
            unit: draw.optional(chart.unit),
            categories: chart.categories.iter().map(|&word| draw.word(word)).collect::<Vec<_>>(),
            series,
            labels: ChartLabels { table: draw.say("mini-app-chart-table"), category: draw.say("mini-app-chart-category"), more: draw.say("mini-app-records-more") },
        }
    }
}

/// A payee that is a department is called by its name.
fn payee(draw: &Draw<'_>, bill: &Bill) -> String {
    let departments = (draw.props.code_lists.0)("departments");
    let named = departments.into_iter().find(|(id, _)| *id == bill.payee);
    named.map_or_else(|| bill.payee.clone(), |(_, name)| name)
}

pub(super) fn bill(draw: &Draw<'_>, node: &Node, bill: &Bill, level: u8) -> Element {
    let formatter = draw.props.words.formatter();
    let id = format!("{}_title", node_id(&node.key));
    let total = formatter.money(&bill.total);
    let lines = bill.lines.iter().enumerate().map(|(position, (word, money))| {
        rsx! {
            div { class: "fi-bill__line", key: "{position}",
                dt { {draw.word(*word)} }
                dd { class: "fi-number", {formatter.money(money)} }
            }
        }
    });
    rsx! {
        section { class: "fi-bill", aria_labelledby: "{id}",
            {heading(&draw.word(bill.purpose), level, Some(id.clone()))}
            p { class: "fi-muted", {draw.say_with("mini-app-bill-payee", &Args::new().text("payee", formatter.isolate(&payee(draw, bill))))} }
            dl { class: "fi-bill__lines",
                {lines}
                div { class: "fi-bill__line", "data-total": "true",
                    dt { {draw.say("mini-app-bill-total")} }
                    dd { class: "fi-number", "{total}" }
                }
            }
            Button {
                id: input_id(&node.key),
                "data-action": "{bill.action}",
                label: draw.say_with("mini-app-bill-pay", &Args::new().text("amount", total.as_str())),
                weight: Weight::Primary,
                is_wide: true,
                is_busy: draw.props.is_busy,
                on_press: draw.act(node, &bill.action, None),
            }
        }
    }
}

pub(super) fn confirmation(draw: &Draw<'_>, end: &Confirmation, level: u8) -> Element {
    let next = end.next.iter().enumerate().map(|(position, &word)| {
        rsx! {
            li { key: "{position}", {draw.word(word)} }
        }
    });
    rsx! {
        div { class: "fi-confirmation",
            div { class: "fi-confirmation__done",
                span { class: "fi-confirmation__sign", Icon { name: IconName::Success, size: IconSize::Large } }
                {heading(&draw.word(end.title), level, None)}
                p { {draw.say("mini-app-confirmation-reference")} }
                p { class: "fi-confirmation__reference", bdi { dir: "ltr", "{end.reference}" } }
                CopyButton {
                    text: end.reference.clone(),
                    labels: CopyLabels {
                        copy: draw.say("mini-app-confirmation-copy"),
                        copied: draw.say("mini-app-confirmation-copied"),
                        failed: draw.say("mini-app-confirmation-copy-failed"),
                    },
                }
            }
            if !end.next.is_empty() {
                {heading(&draw.say("mini-app-confirmation-next"), level + 1, None)}
                ol { {next} }
            }
            if end.keeps_document.is_some() {
                p { class: "fi-confirmation__kept",
                    Icon { name: IconName::Records }
                    span { {draw.say("mini-app-confirmation-kept")} }
                }
            }
        }
    }
}
