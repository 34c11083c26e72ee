//! What a mini-app reminds of is kept, told once when its time has come, opened and removed; and a code reaches it that the person saw.

use fingertip_standard::{
    events::Event,
    limits,
    requests::{Answer, Refusal, Reminder as Asked, RequestFault, Wish},
};

use crate::{
    Effect, MessageKind, MessageSubject, MiniAppEffect, MiniAppMsg, MiniAppState, Model, Msg, Reminder,
    RemindersEffect, RemindersMsg, Scanning, Sheet, SheetId,
    areas::notices::model::Told,
    testing::{at, open, ready, sign_in, step, told, told_at},
};

fn remind(seconds: i64) -> Wish {
    Wish::Remind(Asked { at: at(seconds).as_millisecond(), title: 0, detail: None, opens: "/".into() })
}

/// The mini-app asks for `wish`, and the person agrees where they are asked.
fn asks(model: &mut Model, wish: Wish, seconds: i64) -> Vec<Effect> {
    let instance = model.open.as_ref().expect("open").instance;
    let stepped = MiniAppMsg::MiniAppStepped(instance, Box::new(step(vec![wish])));
    let mut effects = told_at(model, seconds, stepped);
    if let Some(sheet) = model.sheets.first().and_then(Sheet::id) {
        effects.extend(told_at(model, seconds + 1, MiniAppMsg::AnsweredSheet { sheet, has_agreed: true }));
    }
    effects
}

fn kept(effects: &[Effect]) -> Option<&Vec<Reminder>> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Reminders(RemindersEffect::Keep(reminders)) => Some(reminders),
        _ => None,
    })
}

fn answers(effects: &[Effect]) -> Vec<&Answer> {
    let answers = effects.iter().filter_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Guest { event: Event::Answered(_, answer), .. }) => Some(answer),
        _ => None,
    });
    answers.collect()
}

/// Somebody who agreed to one reminder, 60 seconds on.
fn reminded() -> Model {
    let mut model = ready();
    sign_in(&mut model);
    open(&mut model);
    let effects = asks(&mut model, remind(60), 0);
    assert_eq!(answers(&effects), [&Answer::Done]);
    let reminders = kept(&effects).expect("written");
    assert_eq!((reminders.len(), reminders[0].at, reminders[0].opens.as_str()), (1, at(60), "/"));
    model
}

#[test]
fn a_reminder_is_told_once_when_its_time_has_come_and_is_a_message_from_then_on() {
    let mut model = reminded();
    assert!(kept(&told_at(&mut model, 59, Msg::Ticked)).is_none(), "not yet");
    assert!(model.messages(at(59)).is_empty());
    let effects = told_at(&mut model, 60, Msg::Ticked);
    assert!(kept(&effects).expect("written")[0].is_told);
    let title = model.reminders[0].title.clone();
    assert_eq!(model.told.iter().filter(|told| **told == Told::Reminder(title.clone())).count(), 1);
    assert!(kept(&told_at(&mut model, 90, Msg::Ticked)).is_none(), "once");
    let messages = model.messages(at(60));
    assert_eq!(messages[0].subject, MessageSubject::Reminder { number: model.reminders[0].number });
    assert_eq!((messages[0].subject.kind(), messages[0].at), (MessageKind::Reminders, at(60)));
}

#[test]
fn what_is_opened_is_opened_where_the_mini_app_said_and_what_is_removed_is_gone() {
    let mut model = reminded();
    let number = model.reminders[0].number;
    told(&mut model, MiniAppMsg::ClosedMiniApp);
    told(&mut model, RemindersMsg::Opened(number));
    let open = model.open.as_ref().expect("it opens");
    assert_eq!((open.place().route.as_str(), open.state()), ("/", MiniAppState::Opening));
    assert!(told(&mut model, RemindersMsg::Opened(99)).is_empty(), "there is none");
    assert_eq!(kept(&told(&mut model, RemindersMsg::Removed(number))), Some(&Vec::new()));
}

#[test]
fn the_same_reminder_is_one_and_a_mini_app_has_a_bounded_number_of_them() {
    let mut model = reminded();
    asks(&mut model, remind(60), 2);
    assert_eq!(model.reminders.len(), 1);
    let most = i64::try_from(limits::REMINDERS).expect("few");
    for more in 1..most {
        assert_eq!(answers(&asks(&mut model, remind(60 + more), 2 + more)), [&Answer::Done], "{more}");
    }
    assert_eq!(answers(&asks(&mut model, remind(999), 99)), [&Answer::Refused(Refusal::OverQuota)]);
    assert_eq!(model.reminders.len(), limits::REMINDERS);
    // What was told counts no more, and goes after three months.
    told_at(&mut model, 200, Msg::Ticked);
    assert_eq!(answers(&asks(&mut model, remind(999), 201)), [&Answer::Done]);
    let effects = told_at(&mut model, 100 * 24 * 3600, Msg::Ticked);
    assert_eq!(kept(&effects).map(Vec::len), Some(1), "the one that was told just now");
}

fn scanning(model: &Model) -> (SheetId, &Scanning) {
    match model.sheets.first() {
        Some(Sheet::Scan { id, scanning }) => (*id, scanning),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_code_out_of_a_photo_is_shown_before_the_mini_app_has_it() {
    let mut model = ready();
    sign_in(&mut model);
    let (instance, _) = open(&mut model);
    told_at(&mut model, 0, MiniAppMsg::MiniAppStepped(instance, Box::new(step(vec![Wish::ScanCode]))));
    let (sheet, now) = scanning(&model);
    assert_eq!(*now, Scanning::Waiting);
    let effects = told_at(&mut model, 1, MiniAppMsg::ChoseCode { sheet, content: vec![1] });
    assert!(matches!(effects[..], [Effect::MiniApp(MiniAppEffect::ReadCode { .. })]), "{effects:?}");
    assert_eq!(*scanning(&model).1, Scanning::Reading);
    let read = |text: &str| MiniAppMsg::CodeRead { instance, sheet, read: Ok(text.to_owned()) };
    told_at(&mut model, 2, read(&"x".repeat(limits::CODE_BYTES + 1)));
    assert!(matches!(scanning(&model).1, Scanning::Failed(fault) if fault.message_id == "fault-code-long"));
    told_at(&mut model, 2, read(" "));
    assert!(matches!(scanning(&model).1, Scanning::Failed(_)), "blank is no code");
    told_at(&mut model, 3, read(" A-1 "));
    assert_eq!(*scanning(&model).1, Scanning::Given("A-1".into()));
    let effects = told_at(&mut model, 4, MiniAppMsg::AnsweredSheet { sheet, has_agreed: true });
    let said = effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Perform(perform)) => perform.said.clone(),
        _ => None,
    });
    assert_eq!(said, Some(fingertip_host::Said::Code("A-1".into())));
    assert!(told_at(&mut model, 5, read("B-2")).is_empty(), "the sheet is gone");
}

#[test]
fn a_signature_is_still_what_this_shell_cannot_give() {
    let mut model = ready();
    sign_in(&mut model);
    open(&mut model);
    let effects = asks(&mut model, Wish::Sign("I sign".into()), 0);
    assert_eq!(answers(&effects), [&Answer::Failed(RequestFault::Device)]);
}
