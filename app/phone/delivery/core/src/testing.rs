//! An app that is ready, and a mini-app in it.

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use fingertip_contract::{
    Catalogue,
    api::{IdentityProvider, SessionRules},
};
use fingertip_identity::Session;
use fingertip_locale::Messages;
use fingertip_records::ProfileName;
use fingertip_runtime::Backend;
use fingertip_search::Index;
use fingertip_secrets::{Protection, SecretStore};
use fingertip_standard::{
    AppId, Capability, DepartmentId, Manifest, RunningApp, ServiceId,
    requests::{Request, Wish},
    step::CheckedStep,
    step::Step,
    view::{Kind, Node, Page, View},
    words::{Entry, Value},
};
use jiff::Timestamp;

use crate::{
    CatalogueMsg, CoreOptions, Effect, Made, MiniAppMsg, Model, Msg, Opened, Same, SearchMsg, SessionMsg,
    Stepped, Told, update,
};

/// The time of every test, in seconds.
pub(crate) const START: i64 = 1_795_500_000;

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(START + seconds).expect("a time")
}

pub(crate) fn told_at(model: &mut Model, seconds: i64, msg: impl Into<Msg>) -> Vec<Effect> {
    update(model, msg, at(seconds))
}

pub(crate) fn told(model: &mut Model, msg: impl Into<Msg>) -> Vec<Effect> {
    told_at(model, 0, msg)
}

/// The faults that the person is told, by their messages.
pub(crate) fn faults(model: &Model) -> Vec<&'static str> {
    let faults = model.told.iter().filter_map(|told| match told {
        Told::Fault(fault) => Some(fault.message_id),
        _ => None,
    });
    faults.collect()
}

/// An app on the device `folder`, by its own clock, that reaches nobody.
pub(crate) fn options(folder: &Path, secrets: &Arc<dyn SecretStore>) -> CoreOptions {
    CoreOptions {
        meaning: None,
        data: folder.to_owned(),
        profile: ProfileName::new("main").expect("a name"),
        platform_url: "http://127.0.0.1:9".to_owned(),
        root: Vec::new(),
        pin: None,
        backend: Backend::Pulley,
        secrets: secrets.clone(),
        poll: Duration::from_secs(60),
        now: Arc::new(Timestamp::now),
        downloads: folder.join("downloads"),
        first_language: None,
        open_browser: Arc::new(|_| ()),
        share: None,
    }
}

fn service(id: &str, department: &str, app: &str, route: &str) -> serde_json::Value {
    serde_json::json!({
        "id": id, "name": { "en": id }, "department": department, "region": "100000", "theme": "transport",
        "mini_app": { "app": app, "route": route },
    })
}

pub(crate) const BUS: &str = "cn.example.transport.bus-card";
pub(crate) const TAX: &str = "cn.example.taxation.income-tax";

/// An app of which nothing is known yet.
pub(crate) fn model() -> Model {
    Model::new(Protection::Files)
}

/// An app that has started, with a catalogue of three services.
pub(crate) fn ready() -> Model {
    let mut model = model();
    model.is_restored = true;
    model.preferences.has_started = true;
    model.hosts = vec!["platform.example".to_owned()];
    catalogue(&mut model);
    model
}

pub(crate) fn catalogue(model: &mut Model) -> Vec<Effect> {
    let services = [
        service("bus-card", "transport", BUS, "/"),
        service("bus-lines", "transport", BUS, "/lines"),
        service("tax", "taxation", TAX, "/"),
    ];
    let catalogue =
        serde_json::from_value(serde_json::json!({ "regions": [], "departments": [], "services": services }))
            .expect("a catalogue");
    catalogue_came(model, catalogue)
}

pub(crate) fn catalogue_came(model: &mut Model, catalogue: Catalogue) -> Vec<Effect> {
    let empty = || Same(Arc::new(Index::new([])));
    let (index, regions, catalogue) = (empty(), empty(), Arc::new(catalogue));
    let mut effects = told(model, CatalogueMsg::CatalogueCame { catalogue: catalogue.clone(), as_of: at(0) });
    effects.extend(told(model, SearchMsg::Indexed(Made { catalogue: Same(catalogue), index, regions })));
    effects
}

/// A provider at which every sign-in is as sure as can be.
pub(crate) fn provider(issuer: &str) -> IdentityProvider {
    let provider = serde_json::json!({ "issuer": issuer, "client_id": "shell", "assurance": "high" });
    serde_json::from_value(provider).expect("a provider")
}

pub(crate) fn sign_in(model: &mut Model) -> Vec<Effect> {
    told(
        model,
        SessionMsg::SignedIn(Session {
            subject: "p".into(),
            claims: BTreeMap::new(),
            since: at(0),
            authenticated: at(0),
        }),
    )
}

/// Changes what the nation lays down for sessions.
pub(crate) fn rules(model: &mut Model, change: impl FnOnce(&mut SessionRules)) {
    change(Arc::make_mut(&mut model.session_rules));
}

pub(crate) fn manifest() -> Manifest {
    let value = serde_json::json!({
        "app_id": BUS, "name": "Bus card", "lang": "en", "version": { "code": 1, "name": "1.0.0" },
        "platform_version": { "min_code": 1 }, "pages": ["pages/index"], "icons": [{ "src": "common/icon.svg" }],
        "fingertip": {
            "standard": "1.1", "department": "transport", "names": { "en": "Bus card" }, "component": "component.wasm",
            "languages": ["en"], "services": ["bus-card"], "entries": [{ "route": "/" }], "capabilities": ["call", "storage", "open", "scan", "share", "remind", "sign"],
            "operations": ["bus-card.balance"],
            "widgets": [{
                "id": "balance", "names": { "en": "Balance" }, "entry": "/", "operation": "bus-card.balance", "stored": ["receipts"],
                "minutes": 30
            }]
        }
    });
    Manifest::parse(value.to_string().as_bytes()).expect("a manifest")
}

pub(crate) fn running() -> RunningApp {
    RunningApp {
        department: DepartmentId::new("transport").expect("an id"),
        app: AppId::new(BUS).expect("an id"),
        version: 1,
        sha256: "0a".repeat(32),
    }
}

/// A step that shows a page and asks for `wishes`.
pub(crate) fn step(wishes: Vec<Wish>) -> Stepped {
    let page =
        Node { key: "page".into(), kind: Kind::Page(Page { title: 0, step: None }), children: Vec::new() };
    let step = Step {
        words: vec![Entry::Value(Value::Data("Bus".into()))],
        view: Some(View { nodes: vec![page], focus: None, revision: 1 }),
        requests: (1..).zip(wishes).map(|(id, wish)| Request { id, wish }).collect(),
    };
    Stepped { step: Some(CheckedStep::new(step).expect("a step")), saved: Some(vec![1]), was_restored: false }
}

/// Opens the bus card; gives its instance and what was then done.
pub(crate) fn open(model: &mut Model) -> (u64, Vec<Effect>) {
    told(model, MiniAppMsg::OpenedService(ServiceId::new("bus-card").expect("an id")));
    opened(model)
}

/// The mini-app that is opening has come up.
pub(crate) fn opened(model: &mut Model) -> (u64, Vec<Effect>) {
    let instance = model.open.as_ref().expect("it opens").instance;
    let opened = Opened {
        running: running(),
        manifest: Arc::new(manifest()),
        messages: Arc::new(Messages::new([]).expect("no messages")),
        pictures: Arc::default(),
        granted: [
            Capability::Call,
            Capability::Storage,
            Capability::Open,
            Capability::Scan,
            Capability::Share,
            Capability::Remind,
            Capability::Sign,
        ]
        .into(),
        draft: None,
        stepped: step(Vec::new()),
    };
    let effects = told(model, MiniAppMsg::MiniAppOpened(instance, Box::new(opened)));
    (instance, effects)
}
