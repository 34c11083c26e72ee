//! For whom somebody acts is read wherever they are.

use dioxus::prelude::*;
use fingertip_contract::{HelperLink, Helpers};
use fingertip_core::{Acting, AsOf, Model, OutgoingSubject, Sheet, SheetId, Told};
use fingertip_locale::PSEUDO_LANGUAGES;
use fingertip_standard::{Disclosure, events::Display, requests::CaseDraft};
use jiff::Timestamp;
use serde_json::json;

use super::{at, drawn, hard_coded, model, texts};

const NAME: &str = "李秀英";

/// Somebody whose mother gave them a mandate; `departments` as JSON.
fn helping(departments: &[&str], until: &str) -> (Model, HelperLink) {
    let mut model = model("en", Display::Normal);
    let link: HelperLink = serde_json::from_value(json!({
        "id": "0".repeat(31) + "1", "name": NAME, "since": "2026-11-24T08:00:00Z",
        "mandate": { "departments": departments, "until": until }
    }))
    .expect("a link");
    let helpers = Helpers { helped: vec![link.clone()], helpers: vec![link.clone()], ..Helpers::default() };
    model.help.helpers = Some(AsOf { value: helpers, as_of: Timestamp::UNIX_EPOCH });
    (model, link)
}

fn acting() -> Model {
    let (mut model, link) = helping(&[], "9999-12-31");
    *model.acting_for = Acting::under(&link, jiff::civil::date(2026, 11, 24));
    assert!(model.acting_for.is_some());
    model
}

#[test]
fn whoever_acts_for_another_reads_it_on_every_screen() {
    for path in [
        "/",
        "/services",
        "/services/card",
        "/cases",
        "/records",
        "/me",
        "/mini-app",
        "/family",
        "/help",
        "/privacy",
    ] {
        let html = at(path, acting());
        let banner = html.split("data-action=\"stop-acting\"").next().expect("a text");
        assert!(banner.len() < html.len(), "{path}: no way back to oneself");
        assert!(banner.contains("You act for") && banner.contains(NAME), "{path}: nobody is named");
        assert_eq!(html.matches("data-action=\"stop-acting\"").count(), 1, "{path}");
    }
    let html = at("/", model("en", Display::Normal));
    assert!(!html.contains("stop-acting") && !html.contains("You act for"));
}

#[test]
fn a_case_and_a_line_say_for_whom_and_a_refused_one_is_not_opened_as_ones_own() {
    let mut model = acting();
    let mut refused = model.outbox[2].clone();
    assert!(refused.not_accepted.is_some());
    let OutgoingSubject::Case { acting_for, .. } = &mut refused.subject else { panic!("a case") };
    *acting_for = Some(NAME.to_owned());
    *model.outbox = vec![refused];
    model.cases[0].value.handed_in_by = Some("张伟".to_owned());
    let app = json!({ "app": "cn.gov.hrss.card", "version": 1, "department": "hrss", "sha256": "" });
    let line = json!({
        "at": "2026-11-27T08:00:00Z", "app": app, "capability": "submit-case", "items": ["card"], "acting_for": NAME
    });
    *model.disclosures = vec![serde_json::from_value::<Disclosure>(line).expect("a line")];
    let cases = at("/cases", model.clone());
    assert!(cases.matches(NAME).count() >= 2, "the card says for whom, not only the frame");
    assert!(!cases.contains("Open the form"), "{cases}");
    assert!(at("/cases/2026000001", model.clone()).contains("张伟"));
    assert!(at("/privacy", model.clone()).matches(NAME).count() >= 2, "the ledger says for whom");
    *model.sheets = vec![Sheet::HandIn {
        id: SheetId(1),
        draft: Box::new(CaseDraft {
            service: "card".into(),
            region: "440100".into(),
            body: "{}".into(),
            claims: Vec::new(),
            documents: Vec::new(),
            files: Vec::new(),
        }),
        claims: std::collections::BTreeMap::new(),
        files: Vec::new(),
    }];
    let html = at("/mini-app", model);
    let sheet = html.rsplit("fi-facts").next().expect("a text");
    assert!(
        html.contains("fi-facts") && html.matches(NAME).count() >= 2,
        "the sheet says for whom:\n{sheet}"
    );
}

#[test]
fn acting_is_offered_where_a_mandate_holds_and_both_sides_read_how_far() {
    let offered = |departments: &[&str], until: &str| {
        let (model, link) = helping(departments, until);
        at(&format!("/family/{}", link.id), model)
    };
    let html = offered(&["hrss"], "9999-12-31");
    assert!(html.contains("begin-acting") && html.contains("«Office»"), "{html}");
    let html = offered(&[], "2020-01-01");
    assert!(!html.contains("begin-acting") && html.contains("Handing in ended on"), "{html}");
}

#[component]
fn Giving() -> Element {
    crate::state::provide();
    rsx! { crate::screens::GiveMandate {} }
}

#[test]
fn nothing_of_it_is_said_that_is_no_message() {
    for language in PSEUDO_LANGUAGES {
        let of = |path: &str| {
            let (_, link) = helping(&["hrss"], "9999-12-31");
            let link = HelperLink { name: "«Mother»".to_owned(), ..link };
            let mut model = model(language, Display::Normal);
            *model.acting_for = Acting::under(&link, jiff::civil::date(2026, 11, 24));
            let case = model.cases[0].value.id.clone();
            *model.told = vec![
                Told::CaseArrivedFor { case, name: link.name.clone() },
                Told::ActingEnded(link.name.clone()),
            ];
            let helpers = Helpers { helped: vec![link], ..Helpers::default() };
            model.help.helpers = Some(AsOf { value: helpers, as_of: Timestamp::UNIX_EPOCH });
            at(path, model)
        };
        let giving = drawn(model(language, Display::Normal), VirtualDom::new(Giving));
        for html in [of("/"), of("/family/00000000000000000000000000000001"), giving] {
            let texts = texts(&html);
            let bad: Vec<_> = texts.iter().filter(|text| !hard_coded(text).is_empty()).collect();
            assert!(bad.is_empty(), "{language}: {bad:?}");
        }
    }
}
