//! From a link to an answer: who looks, what is shown, what goes, and that it goes once.

use fingertip_presentation::{Candidate, Offer, Query};
use fingertip_standard::{Capability, DepartmentId, Disclosed, Disclosure, LocalText};
use serde_json::{Value, json};

use crate::{
    Acting, AskedToShow, Asker, Effect, Found, GraveAct, LinksMsg, MiniAppMsg, Model, PaperToShow,
    PresentationEffect, PresentationMsg, Presenting, SessionMsg, Sheet, ShownFault, Told,
    testing::{at, catalogue_came, faults, ready, rules, sign_in, told, told_at},
};

const LINK: &str = "openid4vp://?client_id=transport&request_uri=https%3A%2F%2Fbus.example%2F1";
const ANOTHER: &str = "openid4vp://?client_id=transport&request_uri=https%3A%2F%2Fbus.example%2F2";

fn department() -> DepartmentId {
    DepartmentId::new("transport").expect("an id")
}

/// An app whose catalogue knows the department that asks.
fn known() -> Model {
    let mut model = ready();
    let mut catalogue = serde_json::to_value(&**model.catalogue.ready().expect("a catalogue")).expect("JSON");
    catalogue["departments"] =
        json!([{ "id": "transport", "name": { "en": "Transport" }, "region": "100000" }]);
    catalogue_came(&mut model, serde_json::from_value(catalogue).expect("a catalogue"));
    model
}

fn follow(model: &mut Model, link: &str) -> Vec<Effect> {
    told(model, LinksMsg::FollowedLink(link.to_owned()))
}

fn looking(effects: &[Effect]) -> Option<u64> {
    effects.iter().find_map(|effect| match effect {
        Effect::Presentation(PresentationEffect::Look(number, _)) => Some(*number),
        _ => None,
    })
}

fn declined(effects: &[Effect]) -> Vec<u64> {
    let declined = effects.iter().filter_map(|effect| match effect {
        Effect::Presentation(PresentationEffect::Decline(number)) => Some(*number),
        _ => None,
    });
    declined.collect()
}

/// A query that is answered, and with which claims.
type Answered = (String, Vec<String>);

/// What goes out: the queries that are answered, each with its claims, and the ledger's line.
fn answered(effects: &[Effect]) -> Option<(Vec<Answered>, Disclosure)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Presentation(PresentationEffect::Answer { picks, disclosure, .. }) => {
            let picks = picks.iter().map(|pick| (pick.query.clone(), pick.claims.iter().cloned().collect()));
            Some((picks.collect(), (**disclosure).clone()))
        }
        _ => None,
    })
}

fn presenting(model: &Model) -> Option<&Presenting> {
    model.sheets.iter().find_map(|sheet| match sheet {
        Sheet::Present { presenting, .. } => Some(presenting),
        _ => None,
    })
}

/// A proof of age or somebody's name and number; and beside it, where they like, the name.
fn found(second: &[&str]) -> Found {
    let of = |id: &str, kind: &str, claims: &[&str]| {
        let claims: Vec<Value> = claims.iter().map(|claim| json!({ "path": [claim] })).collect();
        json!({ "id": id, "format": "dc+sd-jwt", "meta": { "vct_values": [kind] }, "claims": claims })
    };
    let query = json!({
        "credentials": [of("age", "age", &["over-18"]), of("who", "who", second), of("name", "who", &["name"])],
        "credential_sets": [{ "options": [["age"], ["who"]] }, { "options": [["name"]], "required": false }]
    });
    let hidden = [
        ("age", json!({ "over-18": true })),
        ("who", json!({ "name": "«Zhang»", "id-number": "«9901»", "birth-date": "«1990»" })),
    ];
    let hidden = hidden.map(|(kind, claims)| (kind, claims.as_object().expect("an object").clone()));
    let candidate = |(kind, claims): &(&str, serde_json::Map<String, Value>)| Candidate {
        kind: (*kind).to_owned(),
        open: serde_json::Map::new(),
        hidden: claims.clone(),
    };
    let candidates: Vec<Candidate> = hidden.iter().map(candidate).collect();
    let offer = Offer::of(&Query::read(&query).expect("a query"), &candidates).expect("an offer");
    let paper = |(kind, claims): (&str, serde_json::Map<String, Value>)| PaperToShow {
        title: LocalText::single("en", kind),
        issuer: LocalText::single("en", "Nation"),
        claims: claims.into_iter().collect(),
    };
    let asker = Asker { department: department(), host: "bus.example".to_owned() };
    Found::Offer(Box::new(AskedToShow::new(asker, hidden.into_iter().map(paper).collect(), offer, at(0))))
}

/// Somebody who is asked; gives the showing's number.
fn asked(second: &[&str]) -> (Model, u64) {
    let mut model = known();
    sign_in(&mut model);
    let number = looking(&follow(&mut model, LINK)).expect("it is looked at");
    assert_eq!(presenting(&model), Some(&Presenting::Looking));
    told(&mut model, PresentationMsg::Looked(number, Ok(found(second))));
    (model, number)
}

#[test]
fn what_is_on_the_sheet_goes_once_with_its_line_in_the_ledger() {
    let (mut model, number) = asked(&["birth-date"]);
    let Some(Presenting::Asked(shown)) = presenting(&model) else { panic!("{:?}", model.sheets) };
    let going: Vec<_> = shown.going().into_iter().map(|going| (going.paper, going.claims)).collect();
    assert_eq!(going, [(0, ["over-18".to_owned()].into())], "the least that will do");
    assert!(told(&mut model, PresentationMsg::Agreed(number)).is_empty(), "a press that was on its way");
    assert!(told_at(&mut model, 1, PresentationMsg::Agreed(number + 1)).is_empty(), "of another sheet");
    let effects = told_at(&mut model, 1, PresentationMsg::Agreed(number));
    let (picks, line) = answered(&effects).expect("it goes");
    assert_eq!(picks, [("age".to_owned(), vec!["over-18".to_owned()])]);
    assert_eq!((line.app.department.as_str(), line.capability), ("transport", Capability::Claims));
    assert_eq!(line.items, ["over-18"], "names, and never the facts");
    assert_eq!(line.with, [Disclosed::Document(LocalText::single("en", "age"))]);
    for again in [PresentationMsg::Agreed(number), PresentationMsg::Declined(number)] {
        assert!(told_at(&mut model, 9, again).is_empty(), "it is on its way");
    }
    told(&mut model, PresentationMsg::Shown(number, Ok((department(), None))));
    assert!(model.sheets.is_empty() && faults(&model).is_empty());
    assert!(model.told.iter().any(|told| matches!(told, Told::Presented { .. })));
    assert!(told_at(&mut model, 9, PresentationMsg::Agreed(number)).is_empty(), "it is over");
}

#[test]
fn the_person_chooses_what_goes_and_sees_it_before_they_agree() {
    let (mut model, number) = asked(&["birth-date"]);
    let chose = |set: usize, option: Option<usize>| PresentationMsg::Chose { number, set, option };
    told_at(&mut model, 1, chose(0, Some(1)));
    told_at(&mut model, 2, chose(1, Some(0)));
    let Some(Presenting::Asked(shown)) = presenting(&model) else { panic!("{:?}", model.sheets) };
    let going: Vec<_> = shown.going().into_iter().map(|going| (going.paper, going.claims)).collect();
    assert_eq!(going, [(1, ["birth-date".to_owned(), "name".to_owned()].into())]);
    let other: Vec<_> = shown.option(0, 0).into_iter().map(|going| (going.paper, going.claims)).collect();
    assert_eq!(other, [(0, ["over-18".to_owned()].into())]);
    assert!(told_at(&mut model, 2, PresentationMsg::Agreed(number)).is_empty(), "it was not read yet");
    let (picks, line) = answered(&told_at(&mut model, 3, PresentationMsg::Agreed(number))).expect("it goes");
    assert_eq!(picks.iter().map(|(query, _)| query.as_str()).collect::<Vec<_>>(), ["name", "who"]);
    assert_eq!(line.items, ["birth-date", "name"]);
    // What cannot be chosen sends nothing.
    let (mut model, number) = asked(&["birth-date"]);
    told_at(&mut model, 1, PresentationMsg::Chose { number, set: 0, option: None });
    assert!(told_at(&mut model, 3, PresentationMsg::Agreed(number)).is_empty());
}

#[test]
fn who_tells_their_id_number_shows_first_that_it_is_them() {
    let (mut model, number) = asked(&["id-number"]);
    rules(&mut model, |rules| rules.fresh_minutes = Some(15));
    let later = 60 * 60;
    told_at(&mut model, later, PresentationMsg::Chose { number, set: 0, option: Some(1) });
    assert!(told_at(&mut model, later + 1, PresentationMsg::Agreed(number)).is_empty());
    assert!(
        matches!(model.sheets.first(), Some(Sheet::StepUp { act: GraveAct::Present(own), .. }) if *own == number)
    );
    let session = model.signed_in().expect("signed in").clone();
    let effects = told_at(&mut model, later + 9, SessionMsg::Proved(session));
    assert_eq!(answered(&effects).expect("it goes").1.items, ["id-number"]);
    // What is no such fact goes without it.
    let (mut model, number) = asked(&["id-number"]);
    rules(&mut model, |rules| rules.fresh_minutes = Some(15));
    assert!(answered(&told_at(&mut model, later, PresentationMsg::Agreed(number))).is_some());
}

#[test]
fn who_says_no_or_has_nothing_tells_so_and_shows_nothing() {
    let (mut model, number) = asked(&["birth-date"]);
    assert_eq!(declined(&told(&mut model, PresentationMsg::Declined(number))), [number]);
    assert!(model.sheets.is_empty() && told(&mut model, PresentationMsg::Declined(number)).is_empty());
    let mut model = known();
    sign_in(&mut model);
    let number = looking(&follow(&mut model, LINK)).expect("it is looked at");
    let asker = Asker { department: department(), host: "bus.example".to_owned() };
    told(&mut model, PresentationMsg::Looked(number, Ok(Found::Nothing(asker))));
    assert!(told_at(&mut model, 9, PresentationMsg::Agreed(number)).is_empty());
    assert_eq!(declined(&told(&mut model, PresentationMsg::Declined(number))), [number]);
    // Who did not wait is not asked later.
    let number = looking(&follow(&mut model, LINK)).expect("it is looked at");
    told(&mut model, PresentationMsg::Declined(number));
    assert_eq!(declined(&told(&mut model, PresentationMsg::Looked(number, Ok(found(&["name"]))))), [number]);
    assert!(model.sheets.is_empty());
}

#[test]
fn another_request_takes_the_place_of_the_one_that_is_open() {
    let (mut model, first) = asked(&["birth-date"]);
    assert!(follow(&mut model, LINK).is_empty(), "pressed twice it is asked once");
    assert!(matches!(presenting(&model), Some(Presenting::Asked(_))));
    let effects = follow(&mut model, ANOTHER);
    let second = looking(&effects).expect("it is looked at");
    assert_eq!(declined(&effects), [first]);
    assert!(told_at(&mut model, 9, PresentationMsg::Agreed(first)).is_empty());
    assert_eq!(model.sheets.len(), 1);
    // What is on its way is on its way.
    told(&mut model, PresentationMsg::Looked(second, Ok(found(&["birth-date"]))));
    assert!(answered(&told_at(&mut model, 9, PresentationMsg::Agreed(second))).is_some());
    assert!(declined(&follow(&mut model, LINK)).is_empty());
}

#[test]
fn a_mini_app_that_opens_or_closes_leaves_it_where_it_is() {
    let (mut model, number) = asked(&["birth-date"]);
    told(&mut model, MiniAppMsg::ClosedMiniApp);
    assert!(matches!(presenting(&model), Some(Presenting::Asked(_))));
    assert!(answered(&told_at(&mut model, 9, PresentationMsg::Agreed(number))).is_some());
}

#[test]
fn who_is_not_signed_in_signs_in_first_and_goes_on() {
    let mut model = known();
    assert!(looking(&follow(&mut model, LINK)).is_none());
    assert!(matches!(model.sheets.first(), Some(Sheet::SignIn { .. })));
    assert!(looking(&sign_in(&mut model)).is_some());
    assert_eq!(presenting(&model), Some(&Presenting::Looking));
    let mut model = known();
    follow(&mut model, LINK);
    told(&mut model, SessionMsg::CancelledSignIn);
    assert!(looking(&sign_in(&mut model)).is_none(), "they did not want to");
}

#[test]
fn nobody_looks_at_what_nobody_knows_or_is_broken() {
    for (link, message) in [
        ("openid4vp://", "fault-presentation-link"),
        ("fingertip://openid4vp?client_id=transport", "fault-presentation-link"),
        (
            "openid4vp://?client_id=evil&request_uri=https%3A%2F%2Fevil.example%2F1",
            "fault-presentation-unknown",
        ),
        (
            "openid4vp://?client_id=x509_san_dns%3Abus.example&request_uri=https%3A%2F%2Fbus.example%2F1",
            "fault-presentation-unknown",
        ),
        (
            "openid4vp://?client_id=redirect_uri%3Ahttps%3A%2F%2Fbus.example&request_uri=https%3A%2F%2Fbus.example%2F1",
            "fault-presentation-unknown",
        ),
    ] {
        let mut model = known();
        sign_in(&mut model);
        assert!(follow(&mut model, link).is_empty() && model.sheets.is_empty(), "{link}");
        assert_eq!(faults(&model), [message], "{link}");
    }
    let mut model = known();
    sign_in(&mut model);
    let number = looking(&follow(&mut model, LINK)).expect("it is looked at");
    let fault = ShownFault::of(&fingertip_presentation::PresentationError::Expired);
    told(&mut model, PresentationMsg::Looked(number, Err(fault)));
    assert!(model.sheets.is_empty());
    assert_eq!(faults(&model), ["fault-presentation-expired"]);
}

#[test]
fn who_acts_for_another_shows_nothing() {
    let mut model = known();
    sign_in(&mut model);
    let link = fingertip_standard::HelperLinkId::new("0".repeat(32)).expect("a link");
    let mandate =
        serde_json::from_value(json!({ "departments": [], "until": "2030-01-01" })).expect("a mandate");
    model.acting_for.set(Some(Acting { link, name: "«Li»".to_owned(), mandate }));
    assert!(follow(&mut model, LINK).is_empty());
    assert_eq!(faults(&model), ["fault-presentation-acting"]);
}

#[test]
fn no_debug_line_says_what_stands_in_a_paper() {
    let (model, _) = asked(&["birth-date"]);
    let shown = format!("{:?}", model.sheets);
    assert!(!shown.contains("Zhang") && !shown.contains("9901"), "{shown}");
}
