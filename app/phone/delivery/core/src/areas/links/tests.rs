//! Links from outside and from mini-apps.

use fingertip_standard::{
    EntryError, Fault, RunningApp,
    events::{Event, Origin},
    requests::{Answer, Objection, Refusal, Wish},
};

use crate::{
    Arrival, Destination, Effect, LinksMsg, MiniAppEffect, MiniAppMsg, Model, PersonMsg, RequestNumber,
    Sheet, SheetId, ShownFault,
    testing::{BUS, TAX, catalogue, faults, model, open, ready, step, told, told_at},
};

fn link(text: &str) -> LinksMsg {
    LinksMsg::FollowedLink(text.to_owned())
}

fn opening(effects: &[Effect]) -> Option<(&str, &str, &Arrival)> {
    effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::OpenMiniApp(job)) => {
            Some((job.app.as_str(), job.route.as_str(), &job.arrival))
        }
        _ => None,
    })
}

#[test]
fn a_link_opens_the_place_that_it_names_as_a_deep_link() {
    let mut model = ready();
    let effects = told(&mut model, link(&format!("fingertip://miniapp/{BUS};version=1.0.0/lines?line=7")));
    let (app, route, arrival) = opening(&effects).expect("it opens");
    assert_eq!(
        (app, route, arrival.origin, arrival.version.as_deref()),
        (BUS, "/lines", Origin::DeepLink, Some("1.0.0"))
    );
    assert_eq!(arrival.params, [("line".to_owned(), "7".to_owned())]);
    let open = model.open.as_ref().expect("it is open");
    assert_eq!(
        open.place().service.as_ref().map(|service| service.as_str()),
        Some("bus-lines"),
        "the service of that entry"
    );
    assert_eq!(open.draft_key(), "/lines?line=7", "another line has a draft of its own");
    assert!(
        told(&mut ready(), link(&format!("https://platform.example/miniapp/{BUS}")))
            .iter()
            .any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::OpenMiniApp { .. })))
    );
}

#[test]
fn a_link_that_comes_too_early_waits_until_the_app_is_ready() {
    let mut model = model();
    assert!(told(&mut model, link(&format!("fingertip://miniapp/{BUS}"))).is_empty());
    model.is_restored = true;
    assert!(opening(&catalogue(&mut model)).is_none(), "the first start comes first");
    assert!(opening(&told(&mut model, PersonMsg::FinishedFirstStart)).is_some());
    assert!(opening(&catalogue(&mut model)).is_none(), "once");
}

#[test]
fn a_link_that_leads_nowhere_opens_nothing_and_says_why() {
    for (text, message) in [
        ("javascript:alert(1)", "fault-link-scheme"),
        ("https://www.example.cn/", "fault-link-scheme"),
        ("fingertip://miniapp/cn.example.transport.bus-card/../x", "fault-link-malformed"),
        ("fingertip://miniapp/cn.example.transport.other", "fault-link-unknown"),
        ("", "fault-link-malformed"),
    ] {
        let mut model = ready();
        assert!(told(&mut model, link(text)).is_empty() && model.open.is_none(), "{text}");
        assert_eq!(faults(&model), [message], "{text}");
    }
}

#[test]
fn following_the_same_link_again_keeps_what_is_open() {
    let mut model = ready();
    open(&mut model);
    assert!(told(&mut model, link(&format!("fingertip://miniapp/{BUS}/"))).is_empty());
    assert!(
        opening(&told(&mut model, link(&format!("fingertip://miniapp/{BUS}?a=b")))).is_some(),
        "another place of it"
    );
}

/// A mini-app that asks to open `text`.
fn asking(model: &mut Model, text: &str) -> (u64, Vec<Effect>) {
    let (instance, _) = open(model);
    let effects =
        told(model, MiniAppMsg::MiniAppStepped(instance, Box::new(step(vec![Wish::Open(text.to_owned())]))));
    (instance, effects)
}

fn answers(effects: &[Effect]) -> Vec<Answer> {
    let answers = effects.iter().filter_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Guest { event: Event::Answered(1, answer), .. }) => {
            Some(answer.clone())
        }
        _ => None,
    });
    answers.collect()
}

/// Where the person is to be taken, and who asked for it.
fn going(effects: &[Effect]) -> (Destination, RunningApp) {
    let gone = effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Perform(perform)) => {
            Some((perform.destination.clone()?, perform.app.clone()))
        }
        _ => None,
    });
    gone.unwrap_or_else(|| panic!("{effects:?}"))
}

fn rejected(code: &str) -> Answer {
    Answer::Rejected(Objection { code: code.to_owned(), words: None })
}

#[test]
fn the_person_is_asked_before_a_mini_app_takes_them_to_another() {
    let mut model = ready();
    let (instance, effects) = asking(&mut model, &format!("fingertip://miniapp/{TAX}"));
    assert!(answers(&effects).is_empty() && opening(&effects).is_none());
    assert!(matches!(
        model.sheets.first(),
        Some(Sheet::Open { destination: Destination::MiniApp { .. }, .. })
    ));
    // Seen to be there and open before anything is left.
    let effects = told_at(&mut model, 1, MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: true });
    let (destination, caller) = going(&effects);
    assert_eq!(caller.app.as_str(), BUS, "as stamped by the host");
    let checked = LinksMsg::DestinationChecked {
        instance,
        request: RequestNumber(0),
        destination: Box::new(destination),
        refused: None,
    };
    let effects = told(&mut model, checked);
    assert_eq!(answers(&effects), [Answer::Done]);
    let (app, _, arrival) = opening(&effects).expect("it opens");
    assert_eq!((app, arrival.origin), (TAX, Origin::MiniApp));
    assert_eq!(arrival.caller.as_ref().map(|(_, app)| app.as_str()), Some(BUS));
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::KeepDraft(_)))),
        "what was typed is kept"
    );
}

#[test]
fn a_person_who_declines_stays() {
    let mut model = ready();
    asking(&mut model, &format!("fingertip://miniapp/{TAX}"));
    let effects = told_at(&mut model, 1, MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: false });
    assert_eq!(answers(&effects), [Answer::Refused(Refusal::DeclinedByPerson)]);
    assert!(opening(&effects).is_none() && model.open.is_some());
}

#[test]
fn a_mini_app_is_told_by_a_code_why_its_link_leads_nowhere() {
    for (text, code) in [
        ("javascript:alert(1)", "link-scheme"),
        ("http://www.example.cn/", "link-scheme"),
        ("fingertip://miniapp/bus", "link-malformed"),
        ("fingertip://miniapp/cn.example.transport.other", "link-unknown"),
    ] {
        let mut model = ready();
        let (_, effects) = asking(&mut model, text);
        assert_eq!(answers(&effects), [rejected(code)], "{text}");
        assert!(model.sheets.is_empty(), "nobody is asked for nothing: {text}");
    }
    let mut model = ready();
    let (instance, _) = asking(&mut model, &format!("fingertip://miniapp/{TAX}"));
    let effects = told_at(&mut model, 1, MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: true });
    let (destination, _) = going(&effects);
    let refused = Some((ShownFault::of(&EntryError::Sender), EntryError::Sender.code()));
    let effects = told(
        &mut model,
        LinksMsg::DestinationChecked {
            instance,
            request: RequestNumber(0),
            destination: Box::new(destination),
            refused,
        },
    );
    assert_eq!(answers(&effects), [rejected("link-sender")]);
    assert!(opening(&effects).is_none() && model.open.is_some(), "the person stays where they are");
    assert_eq!(faults(&model), [EntryError::Sender.message_id()]);
}

#[test]
fn a_page_of_the_web_is_opened_by_the_browser_after_the_same_question() {
    let mut model = ready();
    let (_, effects) = asking(&mut model, "https://www.example.cn/help");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::Perform(_)))));
    assert!(matches!(model.sheets.first(), Some(Sheet::Open { destination: Destination::Web(_), .. })));
    let effects = told_at(&mut model, 1, MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: true });
    let (destination, _) = going(&effects);
    assert!(matches!(destination, Destination::Web(url) if url.as_str() == "https://www.example.cn/help"));
    assert!(model.open.is_some(), "the mini-app stays");
}

#[test]
fn a_sheet_takes_no_press_that_was_on_its_way() {
    let mut model = ready();
    asking(&mut model, &format!("fingertip://miniapp/{TAX}"));
    let yes = || MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: true };
    assert!(told(&mut model, yes()).is_empty());
    assert_eq!(model.sheets.len(), 1, "it is still there");
    told_at(&mut model, 1, yes());
    assert!(model.sheets.is_empty());
    let mut model = ready();
    asking(&mut model, &format!("fingertip://miniapp/{TAX}"));
    told(&mut model, MiniAppMsg::AnsweredSheet { sheet: SheetId(0), has_agreed: false });
    assert!(model.sheets.is_empty(), "a no is never too early");
}
