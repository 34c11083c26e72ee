//! A mini-app with nothing wrong, which the examples then break.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::{Arc, OnceLock},
};

use fingertip_check::{
    Asked, Finding, KnownNames, Mishap, Replies, Runs, Screen, SeenCard, Step, Subject, judge,
};
use fingertip_standard::{
    events::Display,
    requests::{Call, CaseDraft, ClaimWish, Evidence, Wish},
    view::{
        Button, Chart, ChartForm, Choice, ChooseOne, Declaration, Field, FileInput, Image, Kind, Link, Node,
        Notice, Page, Section, Series, SummaryRow, Table, TextInput, TextPurpose, Tone, View, Weight,
    },
    words::{Decimal, Entry, Message, Value, Word},
};
use serde_json::{Value as Json, json};
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

/// A mini-app before it is read, and what its runs showed.
pub(crate) struct Case {
    pub(crate) manifest: Json,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) component: Vec<u8>,
    pub(crate) known: KnownNames,
    pub(crate) replies: Option<Replies>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) runs: Runs,
    pub(crate) unreadable: Option<String>,
    pub(crate) bundle_bytes: Option<u64>,
}

/// A screen that a test writes.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) words: Vec<Entry>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) display: Display,
    pub(crate) is_waiting: bool,
}

impl Sheet {
    /// A page with this title.
    pub(crate) fn new(key: &str, title: &str) -> Self {
        let mut sheet =
            Self { words: Vec::new(), nodes: Vec::new(), display: Display::Normal, is_waiting: false };
        let title = sheet.message(title);
        sheet.nodes.push(Node {
            key: key.into(),
            kind: Kind::Page(Page { title, step: Some((1, 2)) }),
            children: Vec::new(),
        });
        sheet
    }

    pub(crate) fn message(&mut self, id: &str) -> Word {
        self.word(Entry::Message(Message { id: id.into(), args: Vec::new() }))
    }

    pub(crate) fn data(&mut self, text: &str) -> Word {
        self.word(Entry::Value(Value::Data(text.into())))
    }

    fn word(&mut self, entry: Entry) -> Word {
        self.words.push(entry);
        Word::try_from(self.words.len() - 1).expect("few words")
    }

    /// Adds a node to the page.
    pub(crate) fn add(&mut self, key: &str, kind: Kind) {
        self.add_to(0, key, kind);
    }

    /// Adds a node to another one; gives its index.
    pub(crate) fn add_to(&mut self, parent: usize, key: &str, kind: Kind) -> usize {
        let index = self.nodes.len();
        self.nodes[parent].children.push(u32::try_from(index).expect("few nodes"));
        self.nodes.push(Node { key: key.into(), kind, children: Vec::new() });
        index
    }

    pub(crate) fn text(&mut self, key: &str, text: &str) {
        let word = self.data(text);
        self.add(key, Kind::Text(word));
    }

    pub(crate) fn field(&mut self, label: &str) -> Field {
        let label = self.data(label);
        Field { label, hint: None, error: None, optional: false, fills_from: None, reports_change: false }
    }

    pub(crate) fn button(&mut self, key: &str, label: &str, weight: Weight) {
        let button =
            Button { label: self.data(label), weight, action: key.into(), submits: false, confirm: None };
        self.add(key, Kind::Button(button));
    }

    pub(crate) fn notice(&mut self, key: &str, tone: Tone, body: &str) {
        let body = self.data(body);
        self.add(key, Kind::Notice(Notice { tone, title: None, body }));
    }

    pub(crate) fn text_input(
        &mut self,
        key: &str,
        label: &str,
        change: impl FnOnce(&mut Self, &mut TextInput),
    ) {
        let mut input = TextInput {
            field: self.field(label),
            purpose: TextPurpose::Plain,
            initial: String::new(),
            max_chars: 0,
        };
        change(self, &mut input);
        self.add(key, Kind::TextInput(input));
    }

    pub(crate) fn choices(&mut self, labels: &[&str]) -> Vec<Choice> {
        labels
            .iter()
            .enumerate()
            .map(|(index, label)| Choice { id: index.to_string(), label: self.data(label), hint: None })
            .collect()
    }

    pub(crate) fn table(&mut self, key: &str, caption: &str, columns: &[&str], row: usize) {
        let table = Table {
            caption: self.data(caption),
            columns: columns.iter().map(|head| self.data(head)).collect(),
            rows: vec![(0..row).map(|_| self.data("1")).collect()],
        };
        self.add(key, Kind::Table(table));
    }

    pub(crate) fn chart(&mut self, title: &str, n_points: usize) {
        let series =
            Series { label: self.data("Wages"), points: vec![Decimal { digits: 1, scale: 0 }; n_points] };
        let (title, categories) = (self.data(title), vec![self.data("2024"), self.data("2025")]);
        self.add(
            "chart",
            Kind::Chart(Chart { form: ChartForm::Bars, title, categories, series: vec![series], unit: None }),
        );
    }

    pub(crate) fn image(&mut self, path: &str, alternative: &str) {
        let alternative = (!alternative.is_empty()).then(|| self.data(alternative));
        self.add("image", Kind::Image(Image { path: path.into(), alternative }));
    }

    fn step(&self) -> Arc<Step> {
        Arc::new(Step {
            words: self.words.clone(),
            view: View { nodes: self.nodes.clone(), focus: None, revision: 1 },
            event: "/ (normal, signed in)".into(),
            display: self.display,
            is_waiting: self.is_waiting,
        })
    }
}

impl Case {
    pub(crate) fn good() -> Self {
        let files = [
            ("i18n/en.ftl", EN),
            ("i18n/zh-Hans.ftl", ZH),
            ("common/icon.svg", ICON),
            ("common/how.svg", PICTURE),
        ];
        Self {
            manifest: manifest(),
            files: files
                .into_iter()
                .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
                .collect(),
            component: guest("unreachable"),
            known: serde_json::from_value(json!({"cn.example.bank.card": {"en": "Bank of Example"}}))
                .expect("names"),
            replies: Some(Replies::from([("card.options".to_owned(), vec![json!({})])])),
            sheets: vec![first(), seniors()],
            runs: runs(),
            unreadable: None,
            bundle_bytes: None,
        }
    }

    pub(crate) fn file(&mut self, path: &str, text: &str) {
        self.files.insert(path.into(), text.as_bytes().to_vec());
    }

    /// Adds lines to a file.
    pub(crate) fn append(&mut self, path: &str, text: &str) {
        self.files.get_mut(path).expect("a file of the good one").extend(text.as_bytes());
    }

    pub(crate) fn own(&mut self) -> &mut Json {
        &mut self.manifest["fingertip"]
    }

    /// The first screen.
    pub(crate) fn sheet(&mut self) -> &mut Sheet {
        &mut self.sheets[0]
    }

    /// The screen of the seniors display.
    pub(crate) fn seniors(&mut self) -> &mut Sheet {
        &mut self.sheets[1]
    }

    pub(crate) fn mishap(&mut self, mishap: Mishap) {
        self.runs.mishaps.push((mishap, "/ (normal, signed in)".into()));
    }

    pub(crate) fn asked(&mut self, wish: Wish) {
        self.runs.asked.push(asked(wish));
    }

    pub(crate) fn shown(&mut self, id: &str) {
        self.runs.messages.insert((id.to_owned(), BTreeSet::new()));
    }

    /// What the rules find.
    pub(crate) fn judge(mut self) -> Vec<Finding> {
        self.files.insert("manifest.json".into(), format!("{:#}", self.manifest).into_bytes());
        let mut subject = Subject::of(self.files, self.component);
        (subject.known, subject.replies, subject.unreadable) = (self.known, self.replies, self.unreadable);
        subject.bundle_bytes = self.bundle_bytes.unwrap_or(subject.bundle_bytes);
        for sheet in &self.sheets {
            self.runs.screens.extend(Screen::in_every_language(&subject, &sheet.step()));
        }
        judge(&subject, &self.runs)
    }
}

const EN: &str = "title = Apply for a card\nlead = One card for your pension.\n# Variables: $n (number) - how many\ncount = { $n } cards\n";
const ZH: &str = "title = 申领社保卡\nlead = 一张卡管养老。\ncount = { $n } 张卡\n";
const ICON: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h22v22H1z"/></svg>"#;
const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/></svg>"##;

fn manifest() -> Json {
    json!({
        "app_id": "cn.example.hrss.card", "name": "Card office", "description": "Apply for a card.", "lang": "en",
        "version": {"code": 1, "name": "1.0.0"}, "platform_version": {"min_code": 1}, "pages": ["pages/index"],
        "icons": [{"src": "common/icon.svg"}],
        "fingertip": {
            "standard": "1.1", "department": "hrss", "names": {"en": "Card office", "zh-Hans": "社保卡"}, "component": "component.wasm",
            "languages": ["en", "zh-Hans"], "services": ["card"], "entries": [{"route": "/"}, {"route": "/lost-card"}],
            "capabilities": ["claims", "call", "submit-case", "read-documents"],
            "claims": [{
                "claim": "name",
                "purpose": {"en": "Printed on the card", "zh-Hans": "印在社保卡上"},
                "retention": {"en": "Two years after it is issued", "zh-Hans": "发卡后保存两年"}
            }],
            "operations": ["card.options"], "documents": ["identity-card"],
            "widgets": [{
                "id": "state", "names": {"en": "State of the card", "zh-Hans": "办卡进度"}, "entry": "/", "operation": "card.options", "minutes": 60
            }]
        }
    })
}

fn asked(wish: Wish) -> Asked {
    Asked { wish, event: "/ (normal, signed in)".into(), is_unasked_sign_in: false }
}

pub(crate) fn claim(name: &str) -> Wish {
    Wish::Claims(vec![ClaimWish { claim: name.into(), evidence: Evidence::Value, test: None, purpose: 0 }])
}

pub(crate) fn call(operation: &str, body: &str) -> Wish {
    Wish::Call(Call { operation: operation.into(), body: body.into(), keep_until_online: false })
}

pub(crate) fn case(service: &str) -> Wish {
    let (service, region, body) = (service.into(), "440100".into(), "{}".into());
    Wish::SubmitCase(CaseDraft {
        service,
        region,
        body,
        claims: Vec::new(),
        documents: Vec::new(),
        files: Vec::new(),
    })
}

fn runs() -> Runs {
    let message = |id: &str, variables: &[&str]| {
        (id.to_owned(), variables.iter().map(|name| (*name).to_owned()).collect())
    };
    let wishes = [
        claim("name"),
        call("card.options", "{}"),
        case("card"),
        Wish::ReadDocuments(vec!["identity-card".into()]),
    ];
    Runs {
        messages: BTreeSet::from([message("title", &[]), message("lead", &[]), message("count", &["n"])]),
        asked: wishes.into_iter().map(asked).collect(),
        n_steps: 9,
        cards: vec![seen_card()],
        card_work: 1000,
        work: (1000, "/".into()),
        memory_bytes: 1 << 20,
        saved_bytes: 100,
        is_whole: true,
        is_representative: true,
        ..Runs::default()
    }
}

fn seen_card() -> SeenCard {
    SeenCard {
        widget: "state".into(),
        language: "en".into(),
        event: "card state (normal, signed in, sample 1)".into(),
        title: "Your card".into(),
        value: Some("In the post".into()),
        details: vec!["With you by Friday".into()],
    }
}

/// One of everything, done well.
fn first() -> Sheet {
    let mut sheet = Sheet::new("page-first", "title");
    let lead = sheet.message("lead");
    sheet.add("lead", Kind::Text(lead));
    sheet.notice("note", Tone::Urgent, "Apply before Friday.");
    sheet.image("common/how.svg", "A card in a hand");
    let title = sheet.data("About you");
    let part = sheet.add_to(0, "you", Kind::Section(Section { title: Some(title), lead: None }));
    let heading = sheet.data("Your number");
    sheet.add_to(part, "number", Kind::Heading(heading));
    sheet.text_input("phone", "Telephone number", |sheet, input| {
        input.purpose = TextPurpose::Phone;
        input.field.hint = Some(sheet.data("For example 138 0013 8000"));
        input.field.error = Some(sheet.data("Enter a telephone number, such as 138 0013 8000"));
    });
    let (field, choices) =
        (sheet.field("How do you want to get it?"), sheet.choices(&["By post", "At the office"]));
    sheet.add("delivery", Kind::ChooseOne(ChooseOne { field, choices, initial: None }));
    let field = sheet.field("Your photo");
    let media_types = vec!["image/jpeg".to_owned()];
    sheet.add(
        "photo",
        Kind::FileInput(FileInput { field, media_types, max_bytes: 1000, at_most: 1, from_camera: true }),
    );
    let (field, statement) = (sheet.field("Declaration"), sheet.data("What I wrote is true."));
    sheet.add("truth", Kind::Declaration(Declaration { field, statement, agreed: false }));
    sheet.table("table", "Cards by year", &["Year", "Cards"], 2);
    sheet.chart("Wages by year", 2);
    let row = SummaryRow { label: sheet.data("Cost"), value: None, change_action: None };
    sheet.add("summary", Kind::Summary(vec![row]));
    let link = Link {
        label: sheet.data("Questions and answers"),
        detail: None,
        tone: Tone::Neutral,
        action: "help".into(),
    };
    sheet.add("links", Kind::LinkList(vec![link]));
    sheet.button("send", "Send the application", Weight::Primary);
    let confirm = Some(sheet.data("Your answers will be gone. Delete them?"));
    let label = sheet.data("Delete my answers");
    sheet.add(
        "delete",
        Kind::Button(Button {
            label,
            weight: Weight::Destructive,
            action: "delete".into(),
            submits: false,
            confirm,
        }),
    );
    sheet
}

fn seniors() -> Sheet {
    let mut sheet = Sheet::new("page-first", "title");
    sheet.display = Display::Seniors;
    sheet.text("lead", "One card for your pension. It is free of charge.");
    sheet.table("table", "Cards by year", &["Year", "Cards"], 2);
    sheet.text_input("name", "Your name", |_, input| input.purpose = TextPurpose::Name);
    sheet.button("send", "Send the application", Weight::Primary);
    sheet
}

/// A component of the world of 1.0 whose every function does `body`.
pub(crate) fn guest(body: &str) -> Vec<u8> {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::read(&["since-1.0"])).guest(body)
}

/// A component of the world of 1.1 whose every function does `body`.
pub(crate) fn guest_with_cards(body: &str) -> Vec<u8> {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::read(&["since-1.0", "since-1.1"])).guest(body)
}

struct World {
    resolve: Resolve,
    world: wit_parser::WorldId,
    text: String,
}

impl World {
    /// The world of the last of these versions.
    fn read(versions: &[&str]) -> Self {
        let mut resolve = Resolve::default();
        let mut last = None;
        for version in versions {
            let path = Path::new("../../../mini-apps/standard/wit").join(version);
            last = Some(resolve.push_path(path).expect("the standard").0);
        }
        let world = resolve.select_world(&[last.expect("a version")], Some("mini-app")).expect("its world");
        let module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
        let text = wasmprinter::print_bytes(&module).expect("text");
        Self { resolve, world, text }
    }

    fn guest(&self, body: &str) -> Vec<u8> {
        let mut module = wat::parse_str(self.text.replace("unreachable", body)).expect("a module");
        embed_component_metadata(&mut module, &self.resolve, self.world, StringEncoding::UTF8)
            .expect("embedded");
        ComponentEncoder::default()
            .validate(true)
            .module(&module)
            .expect("a module")
            .encode()
            .expect("a component")
    }
}
