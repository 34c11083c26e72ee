//! Acting for another: whose everything is meanwhile, and when it is over.

use fingertip_contract::{Case, HelperLink, Helpers, Mandate};
use fingertip_standard::{
    ServiceId,
    events::Event,
    requests::{Answer, Call, Refusal, Wish},
};
use jiff::ToSpan;

use crate::{
    CasesMsg, Effect, FamilyMsg, MiniAppEffect, MiniAppMsg, MiniAppState, Model, Msg, Perform, Told,
    handover::begin_anew,
    next::Leaves,
    testing::{at, open, ready, sign_in, step, told, told_at},
};

/// The mother's link, with a mandate for transport that holds today and tomorrow.
fn link(model: &Model) -> HelperLink {
    let until = model.rules.today(at(0)).checked_add(1.days()).expect("a day");
    HelperLink {
        id: "0a".repeat(16).parse().expect("an id"),
        name: "李秀英".to_owned(),
        since: at(-100),
        mandate: Some(Mandate { departments: ["transport".parse().expect("an id")].into(), until }),
    }
}

fn helps(model: &mut Model, helped: Vec<HelperLink>) -> Vec<Effect> {
    told(model, FamilyMsg::Came(Helpers { helped, ..Helpers::default() }))
}

/// Somebody who acts for their mother.
fn acting() -> (Model, HelperLink) {
    let mut model = ready();
    sign_in(&mut model);
    let link = link(&model);
    helps(&mut model, vec![link.clone()]);
    told(&mut model, FamilyMsg::BeganActing(link.id.clone()));
    assert_eq!(model.acting_for.as_ref().map(|acting| &*acting.name), Some("李秀英"));
    (model, link)
}

fn asked(model: &mut Model, wishes: Vec<Wish>) -> Vec<Effect> {
    let instance = model.open.as_ref().expect("it is open").instance;
    told(model, MiniAppMsg::MiniAppStepped(instance, Box::new(step(wishes))))
}

fn balance() -> Wish {
    Wish::Call(Call { operation: "bus-card.balance".into(), body: "{}".into(), keep_until_online: false })
}

fn performed(effects: &[Effect]) -> Option<&Perform> {
    effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Perform(request)) => Some(&**request),
        _ => None,
    })
}

fn case() -> Case {
    serde_json::from_value(serde_json::json!({
        "id": "TR-20261124-7KQ2X9", "service": "bus-card", "department": "transport", "region": "440100",
        "app": crate::testing::BUS, "state": "received", "submitted_at": "2026-11-24T08:00:00Z", "steps": [],
        "handed_in_by": "张伟",
    }))
    .expect("a case")
}

#[test]
fn what_is_asked_for_another_goes_under_their_link_and_the_ledger_says_for_whom() {
    let (mut model, link) = acting();
    open(&mut model);
    let effects = asked(&mut model, vec![balance(), Wish::Fetch("receipts".into())]);
    let request = performed(&effects).expect("it is done");
    assert_eq!((request.on_behalf.as_ref(), request.acting_for.as_deref()), (Some(&link.id), Some("李秀英")));
    let line = request.disclosure.as_ref().expect("a line");
    assert_eq!(line.acting_for.as_deref(), Some("李秀英"));
    let no = Event::Answered(2, Answer::Refused(Refusal::DeclinedByPerson));
    let is_no = |effect: &Effect| matches!(effect, Effect::MiniApp(MiniAppEffect::Guest { event, .. }) if *event == no);
    assert!(effects.iter().any(is_no), "what is kept here is the helper's own: {effects:?}");
    assert!(model.open.as_ref().expect("open").draft_key().contains('#'), "a form of its own");

    told(&mut model, FamilyMsg::StoppedActing);
    assert!(model.open.is_none() && model.acting_for.is_none(), "what was open was the mother's");
    open(&mut model);
    let effects = asked(&mut model, vec![balance()]);
    let request = performed(&effects).expect("it is done");
    assert_eq!((&request.on_behalf, &request.acting_for), (&None, &None));
    assert_eq!(request.disclosure.as_ref().expect("a line").acting_for, None);
}

#[test]
fn what_is_open_is_closed_before_somebody_acts_for_another() {
    let mut model = ready();
    sign_in(&mut model);
    let link = link(&model);
    helps(&mut model, vec![link.clone()]);
    open(&mut model);
    told(&mut model, FamilyMsg::BeganActing(link.id));
    assert!(model.open.is_none());
}

#[test]
fn nobody_acts_without_a_mandate_that_holds_and_nowhere_but_where_it_reaches() {
    let mut model = ready();
    let mut link = link(&model);
    told(&mut model, FamilyMsg::BeganActing(link.id.clone()));
    sign_in(&mut model);
    told(&mut model, FamilyMsg::BeganActing(link.id.clone()));
    assert!(model.acting_for.is_none(), "nobody is helped");
    let mandate = link.mandate.take();
    helps(&mut model, vec![link.clone()]);
    told(&mut model, FamilyMsg::BeganActing(link.id.clone()));
    assert!(model.acting_for.is_none(), "who may follow may follow alone");
    helps(&mut model, vec![HelperLink { mandate, ..link.clone() }]);
    told_at(&mut model, 3 * 86_400, FamilyMsg::BeganActing(link.id.clone()));
    assert!(model.acting_for.is_none(), "it is over");

    let (mut model, _) = acting();
    let effects = told(&mut model, MiniAppMsg::OpenedService(ServiceId::new("tax").expect("an id")));
    let MiniAppState::Failed(fault) = model.open.as_ref().expect("a page").state() else {
        panic!("it opened")
    };
    assert_eq!(fault.message_id, "fault-mandate-elsewhere");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::OpenMiniApp(_)))));
}

#[test]
fn acting_is_over_with_the_link_the_mandate_the_last_day_the_session_and_the_run() {
    let ended = Told::ActingEnded("李秀英".to_owned());
    let is_over =
        |model: &Model| model.acting_for.is_none() && model.open.is_none() && model.told.contains(&ended);
    let (mut model, _) = acting();
    open(&mut model);
    helps(&mut model, Vec::new());
    assert!(is_over(&model), "the link was ended");

    let (mut model, link) = acting();
    open(&mut model);
    helps(&mut model, vec![HelperLink { mandate: None, ..link }]);
    assert!(is_over(&model), "the mandate was taken back");

    let (mut model, _) = acting();
    open(&mut model);
    told_at(&mut model, 10, Msg::Ticked);
    assert!(model.acting_for.is_some());
    told_at(&mut model, 3 * 86_400, Msg::Ticked);
    assert!(is_over(&model), "its last day is past");

    for leaves in [Leaves::Closed, Leaves::HandedOver, Leaves::Forgotten] {
        let (mut model, _) = acting();
        assert!(begin_anew(&mut model, leaves).acting_for.is_none());
    }
}

#[test]
fn anothers_case_is_never_among_ones_own_nor_told_to_ones_own_form() {
    let (mut model, link) = acting();
    let came = |has_waited| FamilyMsg::HandedIn {
        link: link.id.clone(),
        name: "李秀英".to_owned(),
        case: Box::new(case()),
        has_waited,
    };
    told(&mut model, FamilyMsg::LookedAtHelped(link.id.clone()));
    told(&mut model, FamilyMsg::CasesCame(link.id.clone(), Ok(Vec::new())));
    assert!(told(&mut model, came(false)).is_empty() && model.told.is_empty());
    told(&mut model, came(true));
    assert!(model.cases.is_empty());
    let theirs = model.help.helped.as_ref().and_then(|(_, cases)| cases.ready()).expect("their cases");
    assert_eq!(theirs.len(), 1, "once among theirs");
    let arrived = Told::CaseArrivedFor { case: case().id, name: "李秀英".to_owned() };
    assert!(model.told.contains(&arrived));
    // A case of one's own that was kept arrives while the same mini-app is open for another.
    open(&mut model);
    let own = Box::new(Case { handed_in_by: None, ..case() });
    let told_own = Some(Told::CaseArrived(own.id.clone()));
    let effects = told(&mut model, CasesMsg::CaseCame { case: own, as_of: at(0), told: told_own });
    let is_guest = |effect: &Effect| matches!(effect, Effect::MiniApp(MiniAppEffect::Guest { .. }));
    assert!(!effects.iter().any(is_guest), "{effects:?}");
}
