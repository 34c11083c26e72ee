//! What a mini-app shows: a flat list of nodes, each of a closed kind, with meaning and no style. Mirrors `view.wit`.

pub use fingertip_typed::TextPurpose;
use serde::{Deserialize, Serialize};

use crate::{
    evidence::BIRTH_DATE,
    words::{Date, Decimal, InstantMs, Money, Word},
};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty),* $(,)? })*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty),* })*
    };
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),* $(,)? })*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vdoc])* $variant),* })*
    };
}

choices! {
    /// What a node means; the host chooses colour, icon and voice.
    Tone {
        /// Nothing special.
        Neutral,
        /// Good to know.
        Information,
        /// It worked.
        Success,
        /// Take care.
        Warning,
        /// Act now.
        Urgent,
    }
    /// How far a step, a task or a case is.
    Progress {
        /// Nothing done.
        NotStarted,
        /// Waits for something else.
        Blocked,
        /// Under way.
        InProgress,
        /// The person's turn.
        WaitingForYou,
        /// Finished.
        Done,
        /// Something is wrong.
        Problem,
    }
    /// What a button stands for.
    Weight {
        /// The page's main action; one a page.
        Primary,
        /// Another action.
        Secondary,
        /// A minor action.
        Quiet,
        /// Cannot be undone.
        Destructive,
    }
    /// How a chart is drawn.
    ChartForm {
        /// Bars.
        Bars,
        /// A line.
        Line,
        /// Parts of a whole.
        PartsOfWhole,
    }
}

records! {
    /// A screen.
    Page {
        /// Its title, the only first-level heading.
        title: Word,
        /// The step and how many there are.
        step: Option<(u32, u32)>,
    }
    /// A part of a screen; groups inputs that belong together.
    Section {
        /// Its heading.
        title: Option<Word>,
        /// Its first paragraph.
        lead: Option<Word>,
    }
    /// Something that stands out.
    Notice {
        /// What it means.
        tone: Tone,
        /// Its heading.
        title: Option<Word>,
        /// What it says.
        body: Word,
    }
    /// A picture of the bundle.
    Image {
        /// Its path in the bundle.
        path: String,
        /// What it shows; absent only for decoration.
        alternative: Option<Word>,
    }
    /// A button.
    Button {
        /// What it does.
        label: Word,
        /// What it stands for.
        weight: Weight,
        /// The action reported back.
        action: String,
        /// Whether it gathers and checks the inputs of the page first.
        submits: bool,
        /// Asked by the host before the action.
        confirm: Option<Word>,
    }
    /// One link of a list.
    Link {
        /// Where it leads.
        label: Word,
        /// More of it.
        detail: Option<Word>,
        /// What it means.
        tone: Tone,
        /// The action reported back.
        action: String,
    }
    /// What all inputs share.
    Field {
        /// The question.
        label: Word,
        /// Help with it.
        hint: Option<Word>,
        /// What the mini-app found wrong.
        error: Option<Word>,
        /// Whether it may stay empty.
        optional: bool,
        /// The claim that may fill it, after consent.
        fills_from: Option<String>,
        /// Whether each change is reported.
        reports_change: bool,
    }
    /// A line of text.
    TextInput {
        /// The question.
        field: Field,
        /// What kind of text.
        purpose: TextPurpose,
        /// What stands in it first.
        initial: String,
        /// The most characters; 0 for the host's own limit.
        max_chars: u32,
    }
    /// Several lines of text.
    TextArea {
        /// The question.
        field: Field,
        /// What stands in it first.
        initial: String,
        /// The most characters; 0 for the host's own limit.
        max_chars: u32,
    }
    /// A number.
    NumberInput {
        /// The question.
        field: Field,
        /// What stands in it first.
        initial: Option<Decimal>,
        /// The least.
        minimum: Option<Decimal>,
        /// The most.
        maximum: Option<Decimal>,
        /// In what.
        unit: Option<Word>,
    }
    /// An amount of money.
    MoneyInput {
        /// The question.
        field: Field,
        /// ISO 4217.
        currency: String,
        /// What stands in it first, minor units.
        initial: Option<i64>,
        /// The least, minor units; nought if there is none. A field that takes a loss or a refund names one below.
        minimum_minor: Option<i64>,
        /// The most, minor units.
        maximum_minor: Option<i64>,
    }
    /// A date.
    DateInput {
        /// The question.
        field: Field,
        /// What stands in it first.
        initial: Option<Date>,
        /// The first day allowed.
        earliest: Option<Date>,
        /// The last day allowed.
        latest: Option<Date>,
        /// Whether the person knows it by heart (typed) or looks for it (calendar).
        remembered: bool,
    }
    /// A time of day.
    TimeInput {
        /// The question.
        field: Field,
        /// Minutes since midnight that stand in it first.
        initial_minute: Option<u16>,
    }
    /// One of several answers.
    Choice {
        /// Its id.
        id: String,
        /// What it says.
        label: Word,
        /// Help with it.
        hint: Option<Word>,
    }
    /// One answer of a few.
    ChooseOne {
        /// The question.
        field: Field,
        /// The answers.
        choices: Vec<Choice>,
        /// The one chosen first.
        initial: Option<String>,
    }
    /// Any answers of a few.
    ChooseMany {
        /// The question.
        field: Field,
        /// The answers.
        choices: Vec<Choice>,
        /// The ones chosen first.
        initial: Vec<String>,
        /// The most.
        at_most: Option<u32>,
    }
    /// One answer of many, with search.
    SelectFrom {
        /// The question.
        field: Field,
        /// The answers, where they are given here.
        choices: Vec<Choice>,
        /// A code list of the platform (`regions`).
        code_list: Option<String>,
        /// The one chosen first.
        initial: Option<String>,
    }
    /// A statement that the person agrees to.
    Declaration {
        /// The question.
        field: Field,
        /// The statement.
        statement: Word,
        /// Whether it is agreed to at first.
        agreed: bool,
    }
    /// An address.
    AddressInput {
        /// The question.
        field: Field,
        /// The region.
        region: Option<String>,
        /// What stands in it first.
        initial: Option<String>,
    }
    /// A place.
    PlaceInput {
        /// The question.
        field: Field,
        /// Near which region.
        near_region: Option<String>,
    }
    /// Files, photos, scans.
    FileInput {
        /// The question.
        field: Field,
        /// The media types taken.
        media_types: Vec<String>,
        /// The most bytes each.
        max_bytes: u64,
        /// The most files.
        at_most: u32,
        /// Whether the camera is offered.
        from_camera: bool,
    }
    /// A group of children that repeats.
    RepeatGroup {
        /// What one copy is.
        label: Word,
        /// Adds a copy.
        add_label: Word,
        /// The fewest copies.
        at_least: u32,
        /// The most copies.
        at_most: u32,
    }
    /// A fact from the person's identity or records, shown with its source.
    Attribute {
        /// The claim.
        claim: String,
        /// What it is called.
        label: Word,
    }
    /// A line of a summary.
    SummaryRow {
        /// The question.
        label: Word,
        /// The answer; none where not given.
        value: Option<Word>,
        /// Leads back to the question.
        change_action: Option<String>,
    }
    /// A task of a list.
    Task {
        /// What is to do.
        label: Word,
        /// More of it.
        detail: Option<Word>,
        /// How far it is.
        progress: Progress,
        /// Opens it.
        action: Option<String>,
    }
    /// A row of a record list.
    Row {
        /// What it is.
        title: Word,
        /// More of it.
        detail: Option<Word>,
        /// Its value.
        value: Option<Word>,
        /// What it means.
        tone: Tone,
        /// Opens it.
        action: Option<String>,
    }
    /// A list of records.
    RecordList {
        /// The rows given.
        rows: Vec<Row>,
        /// How many there are in all.
        total: u32,
        /// Asks for more.
        more_action: Option<String>,
    }
    /// A card.
    Credential {
        /// What it is.
        kind: Word,
        /// Whose.
        holder: Word,
        /// Its number.
        number: String,
        /// Who issued it.
        issuer: Word,
        /// The last day.
        valid_until: Option<Date>,
        /// What its code holds.
        code: Option<Vec<u8>>,
    }
    /// A table.
    Table {
        /// What it shows.
        caption: Word,
        /// The heads.
        columns: Vec<Word>,
        /// The cells, row by row.
        rows: Vec<Vec<Word>>,
    }
    /// One moment of a timeline.
    TimelineEntry {
        /// What happened.
        title: Word,
        /// More of it.
        detail: Option<Word>,
        /// When.
        at: Option<InstantMs>,
        /// How far.
        progress: Progress,
    }
    /// A point of a map.
    MapPoint {
        /// What stands there.
        label: Word,
        /// Latitude in millionths of a degree.
        latitude_e6: i32,
        /// Longitude in millionths of a degree.
        longitude_e6: i32,
        /// Opens it.
        action: Option<String>,
    }
    /// One series of a chart.
    Series {
        /// What it is.
        label: Word,
        /// One number a category.
        points: Vec<Decimal>,
    }
    /// A chart; the host always offers the same as a table.
    Chart {
        /// How it is drawn.
        form: ChartForm,
        /// What it shows.
        title: Word,
        /// What its points stand for.
        categories: Vec<Word>,
        /// The numbers.
        series: Vec<Series>,
        /// In what.
        unit: Option<Word>,
    }
    /// An appointment that can be had.
    Slot {
        /// Its id.
        id: String,
        /// When.
        at: InstantMs,
        /// How long.
        minutes: u16,
        /// Where.
        place: Option<Word>,
        /// How many are left.
        left: u32,
    }
    /// Appointments to choose from.
    SlotPicker {
        /// The question.
        field: Field,
        /// The appointments.
        slots: Vec<Slot>,
        /// The one chosen first.
        initial: Option<String>,
    }
    /// A bill; paying happens in the host's sheet.
    Bill {
        /// Who is paid.
        payee: String,
        /// What for.
        purpose: Word,
        /// Its lines.
        lines: Vec<(Word, Money)>,
        /// What is to pay.
        total: Money,
        /// The action that pays.
        action: String,
    }
    /// What the person is told at the end.
    Confirmation {
        /// What was done.
        title: Word,
        /// The reference.
        reference: String,
        /// What happens next.
        next: Vec<Word>,
        /// The document that is kept in the records.
        keeps_document: Option<String>,
    }
    /// A node: its key, its kind, its children.
    Node {
        /// Stable from view to view: carries focus, values and differences.
        key: String,
        /// What it is.
        kind: Kind,
        /// Indices of its children, which stand after it.
        children: Vec<u32>,
    }
    /// A view. `nodes[0]` is the page.
    View {
        /// Every node.
        nodes: Vec<Node>,
        /// The key that takes the focus.
        focus: Option<String>,
        /// Comes back with every event.
        revision: u32,
    }
}

impl Field {
    /// Whether it asks for a birth date: of one the year alone may be known, or year and month; of another day a form needs all.
    #[must_use]
    pub fn is_birth_date(&self) -> bool {
        self.fills_from.as_deref() == Some(BIRTH_DATE)
    }
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A screen.
    Page(Page),
    /// A part of a screen.
    Section(Section),
    /// A heading.
    Heading(Word),
    /// A paragraph.
    Text(Word),
    /// Something that stands out.
    Notice(Notice),
    /// Children behind a summary.
    Details(Word),
    /// A picture.
    Image(Image),
    /// One child a tab.
    Tabs(Vec<Word>),
    /// A button.
    Button(Button),
    /// Links.
    LinkList(Vec<Link>),
    /// A line of text.
    TextInput(TextInput),
    /// Several lines of text.
    TextArea(TextArea),
    /// A number.
    NumberInput(NumberInput),
    /// An amount of money.
    MoneyInput(MoneyInput),
    /// A date.
    DateInput(DateInput),
    /// A time of day.
    TimeInput(TimeInput),
    /// One answer of a few.
    ChooseOne(ChooseOne),
    /// Any answers of a few.
    ChooseMany(ChooseMany),
    /// One answer of many.
    SelectFrom(SelectFrom),
    /// A statement to agree to.
    Declaration(Declaration),
    /// An address.
    AddressInput(AddressInput),
    /// A place.
    PlaceInput(PlaceInput),
    /// Files.
    FileInput(FileInput),
    /// A repeating group.
    RepeatGroup(RepeatGroup),
    /// A verified fact.
    Attribute(Attribute),
    /// Questions and answers.
    Summary(Vec<SummaryRow>),
    /// Tasks.
    TaskList(Vec<Task>),
    /// Records.
    RecordList(RecordList),
    /// A card.
    Credential(Credential),
    /// A table.
    Table(Table),
    /// A timeline.
    Timeline(Vec<TimelineEntry>),
    /// A map.
    Points(Vec<MapPoint>),
    /// A chart.
    Chart(Chart),
    /// Appointments.
    SlotPicker(SlotPicker),
    /// A bill.
    Bill(Bill),
    /// The end of a form.
    Confirmation(Confirmation),
}
