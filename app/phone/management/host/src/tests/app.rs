//! A mini-app that is open, and a guest that answers as the test says.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_locale::{Formatter, Messages, RegionNames};
use fingertip_standard::{
    AppId, Capability, ClaimName, DepartmentId, LocalText, Manifest, OperationId, RegionCode, RunningApp,
    ServiceId, StandingConsent,
    events::Event,
    requests::{Answer, Call, CaseDraft, ClaimWish, Evidence, Payment, Request, Wish},
    step::CheckedStep,
    step::Step,
    view::{Button, Field, Kind, Node, Page, TextInput, TextPurpose, View, Weight},
    words::{Entry, Money, Value},
};
use jiff::Timestamp;

use crate::{
    Around, Arrival, Destination, Effect, Links, NationRules, OpenMiniApp, Opened, Paper, Papers, Perform,
    Place, Reader, Running, Sheet, Stepped,
};

pub(super) const BUS: &str = "cn.example.transport.bus-card";

pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_500_000 + seconds).expect("a time")
}

/// Links of the web lead there; all others nowhere.
struct Web;

impl Links for Web {
    fn find(&self, link: &str) -> Result<Destination, &'static str> {
        url::Url::parse(link).map(Destination::Web).map_err(|_| "link-malformed")
    }
}

/// Whoever reads English.
struct English;

impl Reader for English {
    fn formatter(&self) -> Formatter {
        Formatter::new(fingertip_locale::shell_messages(), "en")
    }

    fn region_names(&self) -> RegionNames {
        Arc::new(|_, _| None)
    }
}

/// A person, what they agreed to, what they have, and what the nation lays down.
#[derive(Default)]
pub(super) struct World {
    pub(super) facts: Option<BTreeMap<ClaimName, String>>,
    pub(super) consents: Vec<StandingConsent>,
    pub(super) papers: Drawer,
    pub(super) region: Option<RegionCode>,
    pub(super) rules: NationRules,
    pub(super) lacks: &'static [Capability],
    pub(super) withheld: &'static [Capability],
}

/// Documents by kind. The signed form of a document is its title here.
#[derive(Default)]
pub(super) struct Drawer(pub(super) Vec<(&'static str, &'static str)>);

pub(super) fn paper(title: &str) -> Paper {
    Paper {
        title: LocalText::single("en", title),
        issuer: running().department,
        holder: "张伟".into(),
        number: "1".into(),
        jws: title.into(),
    }
}

impl Papers for Drawer {
    fn of_kinds(&self, kinds: &[String]) -> Vec<Paper> {
        let own = self.0.iter().filter(|(kind, _)| kinds.iter().any(|wanted| wanted == kind));
        own.map(|(_, title)| paper(title)).collect()
    }

    fn read(&self, jws: &str) -> Option<Paper> {
        (!jws.is_empty()).then(|| paper(jws))
    }
}

impl World {
    /// Somebody with a name and a birth date.
    pub(super) fn signed_in() -> Self {
        let facts = [("name", "张伟"), ("birth-date", "1949-12-31")]
            .map(|(name, value)| (ClaimName::new(name).expect("a claim"), value.to_owned()));
        Self { facts: Some(facts.into()), ..Self::default() }
    }

    pub(super) fn around(&self, seconds: i64) -> Around<'_> {
        Around {
            now: at(seconds),
            facts: self.facts.as_ref(),
            consents: &self.consents,
            region: self.region.as_ref(),
            links: &Web,
            papers: &self.papers,
            reader: &English,
            rules: &self.rules,
            lacks: self.lacks,
            withheld: self.withheld,
        }
    }
}

pub(super) fn manifest() -> Manifest {
    let claim = |name: &str| serde_json::json!({ "claim": name, "purpose": { "en": "To fill the form" }, "retention": { "en": "A year" } });
    let value = serde_json::json!({
        "app_id": BUS, "name": "Bus card", "lang": "en", "version": { "code": 1, "name": "1.0.0" },
        "platform_version": { "min_code": 1 }, "pages": ["pages/index"], "icons": [{ "src": "common/icon.svg" }],
        "fingertip": {
            "standard": "1.1", "department": "transport", "names": { "en": "Bus card" }, "component": "component.wasm",
            "languages": ["en"], "services": ["bus-card"], "entries": [{ "route": "/" }],
            "capabilities": ["claims", "call", "submit-case", "storage", "open", "pay", "watch-case", "locate", "read-documents", "offer-document", "share", "sign", "scan", "remind"],
            "operations": ["bus-card.balance", "bus-card.top-up"], "documents": ["bus-card", "identity-card"], "claims": [claim("name"), claim("birth-date")],
        }
    });
    Manifest::parse(value.to_string().as_bytes()).expect("a manifest")
}

pub(super) fn running() -> RunningApp {
    RunningApp {
        department: DepartmentId::new("transport").expect("an id"),
        app: AppId::new(BUS).expect("an id"),
        version: 1,
        sha256: "0a".repeat(32),
    }
}

pub(super) fn field(fills_from: Option<&str>, reports_change: bool) -> Field {
    Field {
        label: 0,
        hint: None,
        error: None,
        optional: false,
        fills_from: fills_from.map(str::to_owned),
        reports_change,
    }
}

pub(super) fn text(fills_from: Option<&str>, reports_change: bool) -> Kind {
    Kind::TextInput(TextInput {
        field: field(fills_from, reports_change),
        purpose: TextPurpose::Plain,
        initial: String::new(),
        max_chars: 0,
    })
}

pub(super) fn button(action: &str, submits: bool) -> Kind {
    Kind::Button(Button {
        label: 0,
        weight: Weight::Secondary,
        action: action.into(),
        submits,
        confirm: None,
    })
}

/// A page with these nodes on it.
pub(super) fn page(key: &str, nodes: Vec<(&str, Kind)>, revision: u32) -> View {
    let count = u32::try_from(nodes.len()).expect("a few");
    let page = Node {
        key: key.into(),
        kind: Kind::Page(Page { title: 0, step: None }),
        children: (1..=count).collect(),
    };
    let others = nodes.into_iter().map(|(key, kind)| Node { key: key.into(), kind, children: Vec::new() });
    View { nodes: std::iter::once(page).chain(others).collect(), focus: None, revision }
}

/// The page of most tests: an input that reports, one that a fact fills, and buttons.
pub(super) fn form(revision: u32) -> View {
    let nodes = vec![
        ("line", text(None, true)),
        ("name", text(Some("name"), false)),
        ("continue", button("continue", true)),
        ("more", button("more", false)),
    ];
    page("form", nodes, revision)
}

/// A step that shows `view` and makes `requests`, each under the guest's own number.
pub(super) fn stepped(view: Option<View>, requests: Vec<(u32, Wish)>) -> Stepped {
    worded("Bus", view, requests)
}

/// The same, with the one word that all of it names.
pub(super) fn worded(word: &str, view: Option<View>, requests: Vec<(u32, Wish)>) -> Stepped {
    let step = Step {
        words: vec![Entry::Value(Value::Data(word.into()))],
        view,
        requests: requests.into_iter().map(|(id, wish)| Request { id, wish }).collect(),
    };
    Stepped { step: Some(CheckedStep::new(step).expect("a step")), saved: Some(vec![1]), was_restored: false }
}

/// A step that makes `requests` and shows what was there.
pub(super) fn asks(requests: Vec<(u32, Wish)>) -> Stepped {
    stepped(None, requests)
}

pub(super) fn opening() -> OpenMiniApp {
    let place = Place {
        service: ServiceId::new("bus-card").ok(),
        department: running().department,
        app: running().app,
        route: "/".into(),
    };
    OpenMiniApp::open(place, Arrival::default())
}

pub(super) fn opened(first: Stepped) -> Opened {
    let granted = [
        Capability::Claims,
        Capability::Call,
        Capability::SubmitCase,
        Capability::Storage,
        Capability::Open,
        Capability::Pay,
        Capability::WatchCase,
        Capability::Locate,
        Capability::ReadDocuments,
        Capability::OfferDocument,
        Capability::Share,
        Capability::Scan,
        Capability::Remind,
        Capability::Sign,
    ];
    Opened {
        running: running(),
        manifest: Arc::new(manifest()),
        messages: Arc::new(Messages::new([]).expect("no messages")),
        pictures: Arc::default(),
        granted: granted.into(),
        inputs: None,
        stepped: first,
    }
}

/// A mini-app that shows the form and has answered everything that it was told.
pub(super) fn open(world: &World) -> OpenMiniApp {
    let mut app = opening();
    app.opened(opened(stepped(Some(form(1)), Vec::new())), &world.around(0));
    app.take(asks(Vec::new()), &world.around(0));
    app
}

/// The same after the person has pressed something: the guest's next step answers that.
pub(super) fn pressed(world: &World) -> OpenMiniApp {
    let mut app = open(world);
    app.press("more", "more", None);
    app
}

pub(super) fn of(app: &OpenMiniApp) -> &Running {
    app.running().expect("it runs")
}

pub(super) fn told(effects: &[Effect]) -> Vec<Event> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(event) => Some(event.clone()),
        _ => None,
    });
    told.collect()
}

pub(super) fn answers(effects: &[Effect]) -> Vec<(u32, Answer)> {
    let answers = told(effects).into_iter().filter_map(|event| match event {
        Event::Answered(guest, answer) => Some((guest, answer)),
        _ => None,
    });
    answers.collect()
}

pub(super) fn performs(effects: &[Effect]) -> Vec<Perform> {
    let performs = effects.iter().filter_map(|effect| match effect {
        Effect::Perform(perform) => Some((**perform).clone()),
        _ => None,
    });
    performs.collect()
}

pub(super) fn sheet(effects: &[Effect]) -> Option<Sheet> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ask(sheet) => Some((**sheet).clone()),
        _ => None,
    })
}

pub(super) fn claims(names: &[&str]) -> Wish {
    let wish =
        |name: &&str| ClaimWish { claim: (*name).into(), evidence: Evidence::Value, test: None, purpose: 0 };
    Wish::Claims(names.iter().map(wish).collect())
}

pub(super) fn case(claims: &[&str], files: &[&str]) -> Wish {
    Wish::SubmitCase(CaseDraft {
        service: "bus-card".into(),
        region: "".into(),
        body: "{}".into(),
        claims: claims.iter().map(|&claim| claim.into()).collect(),
        documents: Vec::new(),
        files: files.iter().map(|&file| file.to_owned()).collect(),
    })
}

pub(super) fn bill(payee: &str, minor: i64) -> Wish {
    Wish::Pay(Payment {
        bill_reference: "B-1".into(),
        payee: payee.into(),
        total: Money { currency: "CNY".into(), minor },
        purpose: 0,
    })
}

pub(super) fn call(operation: &str) -> Wish {
    Wish::Call(Call { operation: operation.into(), body: "{}".into(), keep_until_online: false })
}

/// The nation says that topping up changes something.
pub(super) fn top_up_changes() -> NationRules {
    let operation = OperationId::new("bus-card.top-up").expect("an id");
    NationRules { changing: [(running().department, [operation].into())].into(), ..NationRules::default() }
}
