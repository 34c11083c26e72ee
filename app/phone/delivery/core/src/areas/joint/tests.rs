//! A life event's form is filled in page by page, handed in once, kept until then, and is a form again where it was not accepted.

use fingertip_contract::{Catalogue, JointCase, api::SubmitJointCase};
use fingertip_standard::{ClaimName, LifeEventId, RegionCode, events::Input, words::Date};

use crate::{
    CasesEffect, CatalogueEffect, CatalogueMsg, Effect, JointChange, JointDraft, JointEffect, JointMsg,
    JointPage, Model, Msg, OutgoingState, OutgoingSubject, Parts, SessionState, ShownFault, answers,
    areas::notices::model::Told,
    check_view, pages,
    testing::{at, catalogue_came, ready, sign_in, told, told_at},
};

fn event() -> LifeEventId {
    LifeEventId::new("moving").expect("an id")
}

/// Somebody who may move with one form: two departments in two regions, the second with the first one's document.
fn moving() -> Model {
    let mut model = ready();
    let text = |text: &str| serde_json::json!({ "en": text });
    let service = |id: &str, department: &str, region: &str| serde_json::json!({ "id": id, "name": text(id), "department": department, "theme": "civil-affairs", "audience": ["person"], "region": region });
    let catalogue: Catalogue = serde_json::from_value(serde_json::json!({
        "regions": [
            { "code": "100000", "name": text("Country"), "level": "country" },
            { "code": "440000", "name": text("Guangdong"), "level": "province", "parent": "100000" },
            { "code": "310000", "name": text("Shanghai"), "level": "province", "parent": "100000" },
        ],
        "departments": [{ "id": "police-old", "name": text("Old office"), "region": "440000" }, { "id": "police-new", "name": text("New office"), "region": "310000" }],
        "services": [service("leave", "police-old", "440000"), service("arrive", "police-new", "310000")],
        "life_events": [{
            "id": "moving", "occasion": "moving", "name": text("Moving"), "services": ["leave", "arrive"],
            "joint": {
                "sections": [
                    { "title": text("You"), "fields": [
                        { "id": "phone", "kind": "text", "label": text("Telephone"), "is_required": true, "fact": "phone" },
                        { "id": "with-child", "kind": "yes-no", "label": text("With a child?"), "is_required": true },
                    ]},
                    { "title": text("The child"), "fields": [
                        { "id": "child-born", "kind": "date", "label": text("Born"), "is_required": true, "only_if": { "field": "with-child", "is": "yes" } },
                        { "id": "proof", "kind": "file", "label": text("Proof"), "only_if": { "field": "with-child", "is": "yes" } },
                    ]},
                ],
                "steps": [
                    { "id": "out", "services": ["leave"], "place": "home", "answers": ["phone"], "facts": ["name"], "gives": "leave-note" },
                    { "id": "in", "services": ["arrive"], "place": "destination", "depends_on": ["out"], "answers": ["phone", "with-child", "child-born", "proof"], "takes": ["leave-note"] },
                ],
            },
        }],
    }))
    .expect("a catalogue");
    catalogue_came(&mut model, catalogue);
    model.preferences.region = RegionCode::new("440000").ok();
    model
}

fn signed_in(mut model: Model) -> Model {
    sign_in(&mut model);
    if let SessionState::SignedIn(session) = &mut *model.session {
        for (name, value) in [("name", "张伟"), ("id-number", "11010519491231002X")] {
            session.claims.insert(ClaimName::new(name).expect("a claim"), value.into());
        }
    }
    model
}

fn types(model: &mut Model, field: &str, input: Input) {
    let change = JointChange::Typed { field: field.into(), input };
    told(model, JointMsg::Changed(event(), change));
}

fn choose(model: &mut Model, field: &str, id: &str) {
    types(model, field, Input::Choice(id.into()));
}

fn draft(model: &Model) -> &JointDraft {
    model.joint.draft(&event()).expect("a form")
}

fn sent(effects: &[Effect]) -> Option<(&SubmitJointCase, usize)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Joint(JointEffect::Send { case, disclosures, .. }) => Some((&**case, disclosures.len())),
        _ => None,
    })
}

/// The form, filled in up to its check.
fn filled_in() -> Model {
    let mut model = signed_in(moving());
    choose(&mut model, "joint.destination", "310000");
    told(&mut model, JointMsg::Continued(event()));
    types(&mut model, "phone", Input::Text("１３８ ００１３ ８０００".into()));
    choose(&mut model, "with-child", "yes");
    told(&mut model, JointMsg::Continued(event()));
    let born = Date { year: 2025, month: 3, day: 9 };
    types(&mut model, "child-born", Input::Date(born));
    let file = vec![("paper.pdf".into(), "application/pdf".into(), vec![1, 2, 3])];
    told(&mut model, JointMsg::Changed(event(), JointChange::ChoseFiles("proof".into(), file)));
    told(&mut model, JointMsg::Continued(event()));
    assert_eq!(draft(&model).page, 3, "{:?}", draft(&model).problems);
    model
}

#[test]
fn a_page_is_left_when_nothing_on_it_is_wrong_and_what_was_typed_is_read_as_it_was_meant() {
    let mut model = signed_in(moving());
    told(&mut model, JointMsg::Continued(event()));
    assert_eq!((draft(&model).page, draft(&model).problems.len()), (0, 1), "where to is not said");
    choose(&mut model, "joint.destination", "310000");
    assert!(draft(&model).problems.is_empty(), "what is mended is wrong no more");
    told(&mut model, JointMsg::Continued(event()));
    assert_eq!(draft(&model).page, 1);
    let model = filled_in();
    let service = model.joint_service(&event()).expect("one form");
    assert_eq!(answers(service, draft(&model))["phone"], "13800138000");
}

#[test]
fn what_another_answer_makes_needless_is_asked_no_more_and_does_not_go() {
    let mut model = filled_in();
    told(&mut model, JointMsg::WentTo(event(), 1));
    choose(&mut model, "with-child", "no");
    told(&mut model, JointMsg::Continued(event()));
    let service = model.joint_service(&event()).expect("one form").clone();
    assert_eq!(pages(&service, &answers(&service, draft(&model)))[draft(&model).page], JointPage::Check);
    let effects = told(&mut model, JointMsg::HandedIn(event()));
    let (case, _) = sent(&effects).expect("it goes");
    assert!(!case.answers.contains_key("child-born") && case.files.is_empty(), "{case:?}");
}

#[test]
fn the_form_goes_once_with_what_each_department_needs_and_a_line_for_each() {
    let mut model = filled_in();
    let effects = told(&mut model, JointMsg::HandedIn(event()));
    let (case, lines) = sent(&effects).expect("it goes");
    assert_eq!(
        (case.region.as_str(), case.destination.as_ref().map(RegionCode::as_str)),
        ("440000", Some("310000"))
    );
    assert_eq!(
        (case.answers["child-born"].as_str(), case.answers["with-child"].as_str()),
        ("2025-03-09", "yes")
    );
    assert_eq!((case.files[0].key.as_str(), case.files[0].content.as_str()), ("proof", "AQID"));
    let facts: Vec<_> = case.claims.keys().map(ToString::to_string).collect();
    assert_eq!((facts, lines), (vec!["name".to_owned()], 2), "no fact that no step needs");
    assert!(sent(&told(&mut model, JointMsg::HandedIn(event()))).is_none(), "a second press finds no form");
}

#[test]
fn nothing_goes_without_a_person_a_region_or_an_answer() {
    let mut model = filled_in();
    *model.session = SessionState::SignedOut { has_ended: false };
    assert!(sent(&told(&mut model, JointMsg::HandedIn(event()))).is_none());
    assert!(!model.sheets.is_empty(), "they are asked to sign in");
    let mut model = filled_in();
    model.preferences.region = None;
    assert!(sent(&told(&mut model, JointMsg::HandedIn(event()))).is_none());
    assert!(model.told.contains(&Told::Fault(ShownFault::no_region())));
    let mut model = filled_in();
    types(&mut model, "child-born", Input::None);
    assert!(sent(&told(&mut model, JointMsg::HandedIn(event()))).is_none());
    assert_eq!(draft(&model).page, 2, "they are led to the page where something is missing");
}

#[test]
fn nothing_goes_to_an_office_that_this_device_does_not_know_yet() {
    let mut model = filled_in();
    let whole = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
    let mut own = whole.clone();
    own.services.retain(|service| service.id.as_str() != "arrive");
    catalogue_came(&mut model, own);
    told(&mut model, CatalogueMsg::PartsCame(Parts { has_more: true, ..Parts::default() }));
    let effects = told(&mut model, JointMsg::HandedIn(event()));
    assert!(sent(&effects).is_none(), "nobody could write down who was told");
    assert!(model.told.contains(&Told::Fault(ShownFault::unknown_office())));
    assert_eq!(draft(&model).page, 3, "the form is as it was");
    let wanted = effects.iter().find_map(|effect| match effect {
        Effect::Catalogue(CatalogueEffect::Connect(wanted)) => Some(wanted.clone()),
        _ => None,
    });
    let wanted = wanted.expect("what is lacking is fetched");
    assert!(wanted.besides.contains(&RegionCode::new("310000").expect("a code")), "{wanted:?}");
    // What is offered to the whole region that the place is in may be what is lacking.
    let behind = vec![RegionCode::new("100000").expect("a code")];
    told(
        &mut model,
        CatalogueMsg::PartsCame(Parts { wanted: wanted.clone(), has_more: true, behind, ..Parts::default() }),
    );
    assert!(sent(&told(&mut model, JointMsg::HandedIn(event()))).is_none());
    catalogue_came(&mut model, whole);
    told(&mut model, CatalogueMsg::PartsCame(Parts { wanted, has_more: true, ..Parts::default() }));
    let (_, lines) = sent(&told(&mut model, JointMsg::HandedIn(event())))
        .map(|(case, lines)| (case.clone(), lines))
        .expect("it goes");
    assert_eq!(lines, 2, "a line for each office");
}

#[test]
fn what_was_not_accepted_is_the_form_again_with_its_files() {
    let mut model = filled_in();
    let before = draft(&model).clone();
    let effects = told(&mut model, JointMsg::HandedIn(event()));
    let case = sent(&effects).expect("it goes").0.clone();
    told(&mut model, JointMsg::CameBack(Box::new(case)));
    let service = model.joint_service(&event()).expect("one form");
    assert_eq!(answers(service, draft(&model)), answers(service, &before));
    assert_eq!(draft(&model).chosen().count(), 1);
}

#[test]
fn what_was_not_accepted_stays_in_the_outbox_while_there_is_no_form_for_it() {
    let mut model = signed_in(moving());
    *model.outbox = vec![OutgoingState {
        key: "k".into(),
        subject: OutgoingSubject::Joint(event()),
        created_at: at(0),
        attempts: 1,
        not_before: at(0),
        not_accepted: None,
    }];
    let reopens = |model: &mut Model, key: &str| !told(model, JointMsg::Reopened(key.into())).is_empty();
    assert!(reopens(&mut model, "k") && !reopens(&mut model, "other"));
    let mut catalogue = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
    catalogue.life_events[0].joint = None;
    catalogue_came(&mut model, catalogue);
    assert!(!reopens(&mut model, "k"), "it would be lost");
}

#[test]
fn the_check_shows_every_answer_and_who_is_told() {
    let model = filled_in();
    let service = model.joint_service(&event()).expect("one form").clone();
    let (view, entries) =
        check_view(&model, &service, draft(&model), |text| fingertip_locale::pick(text, "en").0.to_owned());
    let said = format!("{entries:?}");
    for wanted in ["13800138000", "paper.pdf", "310000", "Old office", "New office", "joint-yes", "2025"] {
        assert!(said.contains(wanted), "{wanted} is not shown: {said}");
    }
    assert!(view.nodes.len() > 6);
}

fn joint(state: &str) -> JointCase {
    serde_json::from_value(serde_json::json!({
        "id": "JC-2026-1", "life_event": "moving", "name": { "en": "Moving" }, "region": "440000", "submitted_at": at(0), "state": state,
        "steps": [], "timeline": [],
    }))
    .expect("a joint case")
}

#[test]
fn what_is_under_way_is_followed_with_the_cases_and_kept_when_it_moved() {
    let mut model = signed_in(moving());
    let came = |state| JointMsg::CaseCame { case: Box::new(joint(state)), has_arrived: true };
    let effects = told(&mut model, came("under-way"));
    assert!(matches!(effects[..], [Effect::Joint(JointEffect::Keep(_))]), "{effects:?}");
    let effects = told_at(&mut model, 2, Msg::Ticked);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Joint(JointEffect::Fetch))), "{effects:?}");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Cases(CasesEffect::FetchCases))));
    assert!(told(&mut model, JointMsg::CasesCame(vec![joint("under-way")])).is_empty(), "nothing moved");
    assert!(!told(&mut model, JointMsg::CasesCame(vec![joint("done")])).is_empty());
    *model.session = SessionState::SignedOut { has_ended: false };
    assert!(told(&mut model, came("under-way")).is_empty(), "who left gets nothing");
}
