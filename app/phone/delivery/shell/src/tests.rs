//! What every screen has in common, seen without a window.

mod acting;
mod acts;
mod copies;
mod documents;
mod joint;
mod parts;
mod providers;
mod sheets;
mod switched;
mod wild;

use std::{rc::Rc, sync::Arc};

use dioxus::{
    history::{History, MemoryHistory},
    prelude::*,
    router::components::HistoryProvider,
};
use fingertip_contract::{Case, Catalogue, api::AssuranceLevel};
use fingertip_core::{
    AsOf, GraveAct, Limit, Model, NotAccepted, OutgoingState, OutgoingSubject, Protection, Proving, Remote,
    Sheet, SheetId, Told,
};
use fingertip_locale::PSEUDO_LANGUAGES;
use fingertip_standard::{AppId, Disclosure, RegionCode, ServiceId, events::Display};
use serde_json::json;
use tokio::sync::{mpsc, watch};

use crate::{
    frame::Shell,
    route::Route,
    state::{Surface, provide},
};

/// A place of the shell, by its path.
#[component]
fn Place(path: String) -> Element {
    provide();
    rsx! {
        HistoryProvider { history: move |()| Rc::new(MemoryHistory::with_initial_path(path.clone())) as Rc<dyn History>, Router::<Route> {} }
    }
}

fn drawn(model: Model, mut dom: VirtualDom) -> String {
    let (sender, _told) = mpsc::unbounded_channel();
    let (_model, watch) = watch::channel(Arc::new(model));
    dom.provide_root_context(Surface { sender, watch, is_browser: false });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

/// The page at `path`.
fn at(path: &str, model: Model) -> String {
    drawn(model, VirtualDom::new_with_props(Place, PlaceProps { path: path.to_owned() }))
}

/// Something of everything; what comes from elsewhere stands in quotes.
fn model(language: &str, display: Display) -> Model {
    let quoted = |text: &str| json!({ "en": format!("«{text}»") });
    let catalogue: Catalogue = serde_json::from_value(json!({
        "regions": [{ "code": "440100", "name": quoted("City"), "level": "prefecture" }],
        "departments": [{ "id": "hrss", "name": quoted("Office"), "region": "440100", "phone": "12333" }],
        "services": [{
            "id": "card", "name": quoted("Card"), "summary": quoted("What for"), "department": "hrss", "region": "440100",
            "theme": "social-security", "conditions": quoted("All"), "documents": [quoted("Photo")], "fee": quoted("Free"),
            "promised_days": 20, "is_high_demand": true,
        }],
    }))
    .expect("a catalogue");
    let case: Case = serde_json::from_value(json!({
        "id": "2026000001", "service": "card", "department": "hrss", "region": "440100", "app": "cn.gov.hrss.card", "state": "review",
        "submitted_at": "2026-11-24T08:00:00Z", "promised_by": "2026-12-22",
        "steps": [{ "state": "received", "at": "2026-11-24T08:00:00Z" }],
    }))
    .expect("a case");
    let as_of = case.submitted_at;
    let mut model = Model::new(Protection::Files);
    model.is_restored = true;
    model.preferences.language = language.to_owned();
    model.preferences.display = display;
    model.preferences.region = RegionCode::new("440100").ok();
    model.preferences.has_started = true;
    *model.catalogue = Remote::Ready(Arc::new(catalogue), as_of);
    *model.told = vec![Told::CaseKept, Told::CaseArrived(case.id.clone()), Told::MiniAppRestored];
    *model.cases = vec![AsOf { value: case, as_of }];
    let outgoing = |key: &str, not_accepted| OutgoingState {
        key: key.to_owned(),
        subject: OutgoingSubject::Case {
            app: AppId::new("cn.gov.hrss.card").expect("an id"),
            service: ServiceId::new("card").expect("an id"),
            form: Some("/".to_owned()),
            acting_for: None,
        },
        created_at: as_of,
        attempts: 1,
        not_before: as_of,
        not_accepted,
    };
    documents::keep(&mut model);
    let why = |code: &str| NotAccepted { code: code.to_owned(), words: None, at: as_of };
    *model.reminders = vec![
        serde_json::from_value(json!({
            "number": 1, "department": "hrss", "app": "cn.gov.hrss.card", "at": "2026-11-24T09:00:00Z", "title": "«Fetch the card»",
            "detail": "«Bring a photo»", "opens": "/", "is_told": true,
        }))
        .expect("a reminder"),
    ];
    *model.outbox = vec![
        outgoing("a", None),
        OutgoingState { subject: OutgoingSubject::Unknown, ..outgoing("b", None) },
        outgoing("c", Some(why("region-not-served"))),
        OutgoingState {
            subject: OutgoingSubject::Rating(model.cases[0].value.id.clone()),
            ..outgoing("d", Some(why("other")))
        },
    ];
    model
}

/// Every text and every name for assistive technology of a page.
fn texts(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        if tag.starts_with("style") || tag.starts_with("script") {
            continue;
        }
        found.push(text.to_owned());
        for name in ["aria-label=\"", "placeholder=\"", "title=\"", "alt=\""] {
            found
                .extend(tag.split_once(name).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned));
        }
    }
    found
}

/// What is left of a text without messages, which stand in brackets, and without quotes: what was never a message.
fn hard_coded(text: &str) -> String {
    let mut depth = 0_usize;
    let mut left = String::new();
    for c in text.replace("&#x27;", "").replace("&amp;", "").chars() {
        match c {
            '[' | '«' => depth += 1,
            ']' | '»' => depth = depth.saturating_sub(1),
            c if depth == 0 => left.push(c),
            _ => {}
        }
    }
    left.chars().filter(|c| c.is_alphabetic()).collect()
}

#[test]
fn no_screen_says_anything_that_is_no_message() {
    // Without "About": the name of a licence is no message.
    const PLACES: [&str; 32] = [
        "/records/hrss/card-1",
        "/records/hrss/card-1/code",
        "/records/none/none/code",
        "/family",
        "/family/00000000000000000000000000000001",
        "/settings/display",
        "/settings/language",
        "/settings/messages",
        "/settings/security",
        "/settings/storage",
        "/privacy",
        "/life-events",
        "/life-events/none",
        "/life-events/none/form",
        "/joint-cases/none",
        "/regions",
        "/regions/440100",
        "/messages",
        "/verify",
        "/",
        "/search",
        "/services",
        "/services/card",
        "/services/none",
        "/departments/hrss",
        "/departments/none",
        "/cases",
        "/cases/2026000001",
        "/cases/none",
        "/records",
        "/help",
        "/me",
    ];
    let mut n_texts = 0;
    for language in PSEUDO_LANGUAGES {
        for display in [Display::Normal, Display::Seniors] {
            let place = |path: &str| at(path, model(language, display));
            let mut pages: Vec<(&str, String)> = PLACES.into_iter().map(|path| (path, place(path))).collect();
            let mut new = model(language, display);
            new.preferences.has_started = false;
            pages.push(("first start", drawn(new, VirtualDom::new(Shell))));
            for sheet in of_the_session() {
                let mut asked = model(language, display);
                asked.is_online = false;
                *asked.sheets = vec![sheet];
                pages.push(("a sheet of the session", drawn(asked, VirtualDom::new(Shell))));
            }
            pages.extend(documents::pages(language, display));
            pages.extend(acts::pages(language, display));
            pages.extend(joint::pages(language, display));
            for (path, html) in pages {
                let texts = texts(&html);
                n_texts += texts.iter().filter(|text| text.contains('[')).count();
                let bad: Vec<_> = texts.iter().filter(|text| !hard_coded(text).is_empty()).collect();
                assert!(bad.is_empty(), "{path} in {language}, {display:?}: {bad:?}");
            }
        }
    }
    assert!(n_texts > 500, "only {n_texts} messages were seen");
}

/// What the shell itself asks of whoever is signed in or is to be.
fn of_the_session() -> Vec<Sheet> {
    let step_up = |act| Sheet::StepUp { act, proving: Proving::Begins, fault: None };
    let ends = |limit| Sheet::SessionEnds { limit, seconds: 40 };
    vec![
        Sheet::SignIn { fault: None },
        step_up(GraveAct::Agree(SheetId(1))),
        step_up(GraveAct::Present(7)),
        step_up(GraveAct::Export),
        step_up(GraveAct::Stay),
        step_up(GraveAct::Reach(AssuranceLevel::High)),
        ends(Limit::Idle),
        ends(Limit::Most),
    ]
}

#[test]
fn a_place_is_not_said_to_be_gone_before_the_catalogue_is_there() {
    for path in ["/services/none", "/departments/none", "/regions/999999", "/life-events/none"] {
        let drawn = |catalogue: Option<Remote<Arc<Catalogue>>>| {
            let mut model = model("en", Display::Normal);
            if let Some(catalogue) = catalogue {
                *model.catalogue = catalogue;
            }
            at(path, model)
        };
        assert!(drawn(None).contains("fi-empty"), "{path} is gone");
        let early = drawn(Some(Remote::Loading));
        assert!(!early.contains("fi-empty") && early.contains("fi-skeleton"), "{path}:\n{early}");
    }
}

#[test]
fn what_is_hard_coded_is_found() {
    assert_eq!(hard_coded("[Hömé [Ñàmé ~] ~~] · «Card» 12"), "");
    assert_eq!(hard_coded("[Hömé ~~] today"), "today");
    assert_eq!(texts("<p aria-label=\"Name\">Hi <b>you</b></p>"), ["Hi ", "Name", "you", "", ""]);
}

#[test]
fn a_service_asks_where_somebody_lives_before_anything_is_typed() {
    let guide = |region: Option<&str>| {
        let mut model = model("en", Display::Normal);
        let mut catalogue = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
        catalogue.services[0].mini_app =
            Some(serde_json::from_value(json!({ "app": "cn.gov.hrss.card" })).expect("an entry"));
        *model.catalogue = Remote::Ready(Arc::new(catalogue), jiff::Timestamp::UNIX_EPOCH);
        model.preferences.region = region.and_then(|code| RegionCode::new(code).ok());
        at("/services/card", model)
    };
    let question = "Where do you live?";
    assert!(
        guide(None).contains(question) && guide(None).contains("open-service"),
        "it asks, and can be looked at all the same"
    );
    assert!(!guide(Some("440100")).contains(question));
}

#[test]
fn a_document_that_the_department_fetches_need_not_be_brought() {
    let mut model = model("en", Display::Normal);
    let Remote::Ready(catalogue, as_of) = &*model.catalogue else { panic!("a catalogue") };
    let (mut changed, as_of) = ((**catalogue).clone(), *as_of);
    let materials =
        json!([{ "name": { "en": "«Photo»" }, "issuer": { "en": "«Studio»" }, "is_fetchable": true }]);
    changed.services[0].item.materials = serde_json::from_value(materials).expect("materials");
    *model.catalogue = Remote::Ready(Arc::new(changed), as_of);
    let page = at("/services/card", model);
    for said in ["Issued by", "«Studio»", "Fetched for you"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[test]
fn the_ledger_names_what_was_given_as_a_person_would() {
    let mut model = model("en", Display::Normal);
    let line = |capability: &str, items: &[&str]| -> Disclosure {
        let app = json!({ "app": "cn.gov.hrss.card", "version": 1, "department": "hrss", "sha256": "" });
        serde_json::from_value(
            json!({ "at": "2026-11-27T08:00:00Z", "app": app, "capability": capability, "items": items }),
        )
        .expect("a line")
    };
    *model.disclosures = vec![
        line("claims", &["name"]),
        line("call", &["card.banks"]),
        line("submit-case", &["card", "name"]),
    ];
    let html = at("/privacy", model);
    for told in ["Name", "Looked up for you: cn.gov.hrss.card", "Handed in by you: «Card» · Name"] {
        assert!(html.contains(told), "{told} is not told:\n{html}");
    }
    assert!(!html.contains("card.banks"), "an operation is no word of the person's");
}
