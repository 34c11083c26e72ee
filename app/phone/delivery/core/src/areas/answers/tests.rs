//! Nothing is asked twice, and nothing is kept that the person does not want kept.

use std::collections::BTreeMap;

use super::{model::Answers, update::on_handed_in};
use crate::{
    AnswersEffect, AnswersMsg, Effect, Model,
    testing::{at, ready, sign_in, told},
};

/// Hands in a form with these answers, `seconds` later.
fn hand_in(model: &mut Model, written: &[(&str, &str)], seconds: i64) -> Option<Effect> {
    let written: BTreeMap<_, _> =
        written.iter().map(|(asked, fact)| ((*asked).to_owned(), (*fact).to_owned())).collect();
    on_handed_in(model, None, written, at(seconds))
}

fn facts<'a>(model: &'a Model, asked: &'a str) -> Vec<&'a str> {
    model.answers.to(asked).map(|answer| &*answer.fact).collect()
}

fn kept(effects: &[Effect]) -> Option<&Answers> {
    effects.iter().find_map(|effect| match effect {
        Effect::Answers(AnswersEffect::Keep(answers)) => Some(answers),
        _ => None,
    })
}

#[test]
fn the_newest_answers_come_first_each_once_and_few_of_a_kind() {
    let mut model = ready();
    for (seconds, phone) in [(0, "1"), (1, "2"), (2, "1"), (3, "3"), (4, "4")] {
        assert!(hand_in(&mut model, &[("phone", phone)], seconds).is_some());
    }
    hand_in(&mut model, &[("address", "100 Dongfeng Road"), ("phone", &"9".repeat(400))], 5);
    assert_eq!(facts(&model, "phone"), ["4", "3", "1"]);
    assert_eq!(facts(&model, "address"), ["100 Dongfeng Road"]);
    for number in 0..100 {
        hand_in(&mut model, &[(&*format!("asked-{number}"), "x")], 6);
    }
    assert!(model.answers.all.len() <= 60, "{}", model.answers.all.len());
}

#[test]
fn what_the_provider_says_is_no_answer_of_the_persons() {
    let mut model = ready();
    sign_in(&mut model);
    let name = fingertip_standard::ClaimName::new("phone").expect("a claim");
    if let crate::SessionState::SignedIn(session) = &mut *model.session {
        session.claims.insert(name, "13800138000".into());
    }
    hand_in(&mut model, &[("phone", "13800138000")], 0);
    assert_eq!(facts(&model, "phone"), [""; 0]);
    hand_in(&mut model, &[("phone", "13900139000")], 0);
    assert_eq!(facts(&model, "phone"), ["13900139000"]);
}

#[test]
fn what_is_forgotten_is_gone_from_the_store_and_where_it_is_off_nothing_is_kept() {
    let mut model = ready();
    hand_in(&mut model, &[("phone", "1"), ("email", "a@b.cn")], 0);
    let effects = told(&mut model, AnswersMsg::Forgot { asked: "phone".into(), fact: "1".into() });
    assert_eq!(kept(&effects).expect("written").all.len(), 1);
    let effects = told(&mut model, AnswersMsg::ChoseMemory(false));
    assert_eq!(kept(&effects).expect("written"), &Answers { is_off: true, all: Vec::new() });
    assert!(hand_in(&mut model, &[("phone", "2")], 1).is_none());
    assert_eq!(facts(&model, "phone"), [""; 0]);
    told(&mut model, AnswersMsg::ChoseMemory(true));
    hand_in(&mut model, &[("phone", "2")], 2);
    let effects = told(&mut model, AnswersMsg::ForgotAll);
    assert_eq!(kept(&effects).expect("written"), &Answers::default());
}

#[test]
fn what_was_written_on_another_device_comes_along_unless_nothing_is_to_be_remembered_here() {
    let (mut here, mut there) = (ready(), ready());
    hand_in(&mut here, &[("phone", "1")], 10);
    for (seconds, phone) in [(0, "0"), (20, "2"), (30, "1")] {
        hand_in(&mut there, &[("phone", phone)], seconds);
    }
    let both = (*here.answers).clone().completed_from((*there.answers).clone());
    assert_eq!(both.to("phone").map(|answer| &*answer.fact).collect::<Vec<_>>(), ["2", "1", "0"]);
    let off = Answers { is_off: true, all: Vec::new() };
    assert_eq!(off.clone().completed_from((*there.answers).clone()), off);
}
