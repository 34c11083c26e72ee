//! Things to read: facts, lists, tables, charts, and the ends of a service.

use crate::{
    ChartForm, Date, Decimal, Money, Part, Progress, Text, Tone,
    bindings::fingertip::mini_app::{
        view::{self, Kind},
        words::InstantMs,
    },
};

/// One link of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it says.
    pub label: Text,
    /// More about it.
    pub detail: Option<Text>,
    /// What it means.
    pub tone: Tone,
    /// The action reported back.
    pub action: String,
}

/// One line of a summary; an empty value is shown as "not given" by the host.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryRow {
    /// What it is.
    pub label: Text,
    /// Its value.
    pub value: Option<Text>,
    /// The action that lets the person change it.
    pub change_action: Option<String>,
}

impl SummaryRow {
    /// A line with its value.
    #[must_use]
    pub fn new(label: impl Into<Text>, value: impl Into<Text>) -> Self {
        Self { label: label.into(), value: Some(value.into()), change_action: None }
    }

    /// The action that lets the person change it.
    #[must_use]
    pub fn change(mut self, action: &str) -> Self {
        self.change_action = Some(action.to_owned());
        self
    }
}

/// One task of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// What is to do.
    pub label: Text,
    /// More about it.
    pub detail: Option<Text>,
    /// How far it is.
    pub progress: Progress,
    /// The action that begins it.
    pub action: Option<String>,
}

/// One record of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub title: Text,
    /// More about it.
    pub detail: Option<Text>,
    /// Its value.
    pub value: Option<Text>,
    /// What it means.
    pub tone: Tone,
    /// The action that opens it; reported with the row's place.
    pub action: Option<String>,
}

/// A card or certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct Credential {
    /// What it is.
    pub kind: Text,
    /// Whose it is.
    pub holder: Text,
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: Text,
    /// Until when it is valid.
    pub valid_until: Option<Date>,
    /// What is shown as a code, for a counter to scan.
    pub code: Option<Vec<u8>>,
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What stands there.
    pub label: Text,
    /// Latitude and longitude in millionths of a degree.
    pub at: (i32, i32),
    /// The action that opens it; reported with the point's place in the list.
    pub action: Option<String>,
}

/// One thing that happened or will.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// What.
    pub title: Text,
    /// More about it.
    pub detail: Option<Text>,
    /// When.
    pub at: Option<InstantMs>,
    /// How far it is.
    pub progress: Progress,
}

/// One series of a chart: a point for each category.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is.
    pub label: Text,
    /// Its points.
    pub points: Vec<Decimal>,
}

/// One line of a bill.
pub type BillLine = (Text, Money);

/// The end of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// What is done.
    pub title: Text,
    /// The reference by which the person can ask about it.
    pub reference: String,
    /// What comes next.
    pub next: Vec<Text>,
    /// The kind of document that will be in the person's records.
    pub keeps_document: Option<String>,
}

impl Part<'_> {
    fn word_of(&mut self, text: Option<Text>) -> Option<u32> {
        text.map(|text| self.word(text))
    }

    /// A list of links.
    pub fn links(&mut self, key: &str, links: impl IntoIterator<Item = Link>) {
        let mut all = Vec::new();
        for link in links {
            let (label, detail) = (self.word(link.label), self.word_of(link.detail));
            all.push(view::Link { label, detail, tone: link.tone, action: link.action });
        }
        self.push(key, Kind::LinkList(all));
    }

    /// A fact from the person's records, shown by the host with its source.
    pub fn attribute(&mut self, key: &str, claim: &str, label: impl Into<Text>) {
        let label = self.word(label.into());
        self.push(key, Kind::Attribute(view::Attribute { claim: claim.to_owned(), label }));
    }

    /// Facts, one a line; with change actions, the check of all answers.
    pub fn summary(&mut self, key: &str, rows: impl IntoIterator<Item = SummaryRow>) {
        let mut all = Vec::new();
        for row in rows {
            let (label, value) = (self.word(row.label), self.word_of(row.value));
            all.push(view::SummaryRow { label, value, change_action: row.change_action });
        }
        self.push(key, Kind::Summary(all));
    }

    /// What is to do and how far it is.
    pub fn tasks(&mut self, key: &str, tasks: impl IntoIterator<Item = Task>) {
        let mut all = Vec::new();
        for task in tasks {
            let (label, detail) = (self.word(task.label), self.word_of(task.detail));
            all.push(view::Task { label, detail, progress: task.progress, action: task.action });
        }
        self.push(key, Kind::TaskList(all));
    }

    /// Records, all of them.
    pub fn records(&mut self, key: &str, rows: impl IntoIterator<Item = Row>) {
        self.records_of(key, rows, None);
    }

    /// The first records of `total`; the host offers the rest by the action.
    pub fn records_of(&mut self, key: &str, rows: impl IntoIterator<Item = Row>, more: Option<(u32, &str)>) {
        let mut all = Vec::new();
        for row in rows {
            let (title, detail, value) =
                (self.word(row.title), self.word_of(row.detail), self.word_of(row.value));
            all.push(view::Row { title, detail, value, tone: row.tone, action: row.action });
        }
        let total = more.map_or(all.len() as u32, |(total, _)| total);
        let more_action = more.map(|(_, action)| action.to_owned());
        self.push(key, Kind::RecordList(view::RecordList { rows: all, total, more_action }));
    }

    /// A card or certificate.
    pub fn credential(&mut self, key: &str, card: Credential) {
        let (kind, holder, issuer) = (self.word(card.kind), self.word(card.holder), self.word(card.issuer));
        let (number, valid_until, code) = (card.number, card.valid_until, card.code);
        self.push(
            key,
            Kind::Credential(view::Credential { kind, holder, number, issuer, valid_until, code }),
        );
    }

    /// Places: a list of them, with a small map.
    pub fn points(&mut self, key: &str, points: impl IntoIterator<Item = Point>) {
        let mut all = Vec::new();
        for point in points {
            let label = self.word(point.label);
            let (latitude_e6, longitude_e6) = point.at;
            all.push(view::MapPoint { label, latitude_e6, longitude_e6, action: point.action });
        }
        self.push(key, Kind::Points(all));
    }

    /// A table. A row that is shorter than the columns is filled up, a longer one is cut.
    pub fn table(
        &mut self,
        key: &str,
        caption: impl Into<Text>,
        columns: &[&'static str],
        rows: impl IntoIterator<Item = Vec<Text>>,
    ) {
        let caption = self.word(caption.into());
        let columns: Vec<u32> = columns.iter().map(|&column| self.word(column.into())).collect();
        let mut all = Vec::new();
        for row in rows {
            let mut cells: Vec<u32> =
                row.into_iter().take(columns.len()).map(|cell| self.word(cell)).collect();
            while cells.len() < columns.len() {
                cells.push(self.word(crate::data("")));
            }
            all.push(cells);
        }
        self.push(key, Kind::Table(view::Table { caption, columns, rows: all }));
    }

    /// What happened and what will.
    pub fn timeline(&mut self, key: &str, entries: impl IntoIterator<Item = TimelineEntry>) {
        let mut all = Vec::new();
        for entry in entries {
            let (title, detail) = (self.word(entry.title), self.word_of(entry.detail));
            all.push(view::TimelineEntry { title, detail, at: entry.at, progress: entry.progress });
        }
        self.push(key, Kind::Timeline(all));
    }

    /// A chart; the host always offers its table.
    pub fn chart(
        &mut self,
        key: &str,
        form: ChartForm,
        title: impl Into<Text>,
        categories: Vec<Text>,
        series: Vec<Series>,
        unit: Option<Text>,
    ) {
        let title = self.word(title.into());
        let categories: Vec<u32> = categories.into_iter().map(|category| self.word(category)).collect();
        let mut all = Vec::new();
        for mut one in series {
            one.points.resize(categories.len(), Decimal { digits: 0, scale: 0 });
            all.push(view::Series { label: self.word(one.label), points: one.points });
        }
        let unit = self.word_of(unit);
        self.push(key, Kind::Chart(view::Chart { form, title, categories, series: all, unit }));
    }

    /// A bill; its action should ask for the payment with [`Effects::pay`](crate::Effects::pay).
    pub fn bill(
        &mut self,
        action: &str,
        payee: &str,
        purpose: impl Into<Text>,
        lines: Vec<BillLine>,
        total: Money,
    ) {
        let purpose = self.word(purpose.into());
        let lines = lines.into_iter().map(|(label, amount)| (self.word(label), amount)).collect();
        let bill = view::Bill { payee: payee.to_owned(), purpose, lines, total, action: action.to_owned() };
        self.push(action, Kind::Bill(bill));
    }

    /// The end of a service.
    pub fn confirmation(&mut self, key: &str, end: End) {
        let title = self.word(end.title);
        let next = end.next.into_iter().map(|next| self.word(next)).collect();
        let (reference, keeps_document) = (end.reference, end.keeps_document);
        self.push(key, Kind::Confirmation(view::Confirmation { title, reference, next, keeps_document }));
    }
}
