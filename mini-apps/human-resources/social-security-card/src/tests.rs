//! Journeys through the application, each step checked by the rules of the standard and in both languages.

use fingertip_sdk::{
    Answer, Date, Display, Fault, File, Input, Problem, Refusal,
    bindings::fingertip::mini_app::{events::Event, requests::Wish},
    testing::{Harness, Messages, start},
};

use crate::SocialSecurityCard;

type Card = Harness<SocialSecurityCard>;

const OPTIONS: &str = r#"{"banks":[{"id":"icbc","name":"工商银行"},{"id":"boc","name":"中国银行"}],
    "offices":[{"id":"yuexiu","name":"越秀服务中心","address":"东风东路 1 号"},
    {"id":"haizhu","name":"海珠服务中心","address":"江南大道 8 号"}]}"#;

const ONE_OFFICE: &str = r#"{"banks":[{"id":"icbc","name":"工商银行"}],
    "offices":[{"id":"yuexiu","name":"越秀服务中心","address":"东风东路 1 号"}]}"#;

fn launch() -> Card {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    Card::launch_with(start(), Some(messages))
}

fn facts() -> Answer {
    Answer::Claims(vec![("name".into(), "李娜".into()), ("id-number".into(), "11010519491231002X".into())])
}

/// At the first page of the form, with both facts and the options.
fn begun() -> Card {
    let mut card = launch();
    card.act("start");
    card.answer(card.request().0, facts());
    card.reply("card.options", OPTIONS);
    card
}

fn answer_page(card: &mut Card) {
    match card.page_key() {
        "page-you" | "page-phone" => card.write("phone", "13800138000"),
        "page-photo" | "page-photo-source" => card.choose("photo-source", "identity-card"),
        "page-delivery" if card.find("bank").is_some() && card.find("truth").is_some() => {
            card.choose("bank", "icbc");
            card.choose("delivery", "pick-up");
            card.choose("office", "yuexiu");
            card.fill("pick-up-date", Input::Date(Date { year: 2026, month: 12, day: 20 }));
            card.fill("truth", Input::Agreed(true));
        }
        "page-bank" => card.choose("bank", "boc"),
        "page-delivery" => card.choose("delivery", "post"),
        "page-address" => card.write("address", "广州市越秀区东风东路 1 号 201"),
        "page-truth" => card.fill("truth", Input::Agreed(true)),
        _ => {}
    }
    card.submit("continue");
}

fn at_check() -> Card {
    let mut card = begun();
    for _ in 0..3 {
        answer_page(&mut card);
    }
    assert_eq!(card.page_key(), "page-check");
    card
}

fn draft(card: &Card) -> (String, Vec<String>, Vec<String>) {
    match card.request().1 {
        Wish::SubmitCase(draft) => (draft.body, draft.claims, draft.files),
        other => panic!("a case is expected: {other:?}"),
    }
}

#[test]
fn both_languages_have_the_same_messages() {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    assert!(messages.ids().len() > 80);
}

#[test]
fn a_card_is_applied_for_and_followed() {
    let mut card = at_check();
    assert!(card.find("answers").is_some() && card.says("card-photo-identity-card"));
    card.act("send");
    let (body, claims, files) = draft(&card);
    assert_eq!(
        body,
        r#"{"name":"李娜","phone":"13800138000","photo":"identity-card","bank":"icbc","delivery":"pick-up","news":[],"office":"yuexiu","pick_up_date":"2026-12-20"}"#
    );
    assert_eq!((claims, files), (vec!["name".to_owned(), "id-number".to_owned()], vec![]));
    card.answer(card.request().0, Answer::CaseAccepted("HR-20261124-7KQ2".into()));
    assert_eq!(card.page_key(), "page-sent");
    assert!(matches!(&card.request().1, Wish::WatchCase(case) if case == "HR-20261124-7KQ2"));
    card.tell(case_changed("approved"));
    assert!(card.says("card-state-approved"));
    card.restart();
    assert!(card.says("card-state-approved") && matches!(card.request().1, Wish::WatchCase(_)));
    card.back();
    assert!(card.is_closing());
}

fn case_changed(state: &str) -> Event {
    Event::CaseChanged(("HR-20261124-7KQ2".into(), state.into()))
}

#[test]
fn signing_in_goes_on_by_itself() {
    let mut card = launch();
    card.act("start");
    card.answer(card.request().0, Answer::Refused(Refusal::NeedsSignIn));
    assert_eq!(card.page_key(), "page-intro");
    assert!(card.says("card-trouble-sign-in"));
    card.sign_in();
    assert!(matches!(card.request().1, Wish::Claims(_)));
}

#[test]
fn facts_that_are_not_shared_are_written() {
    let mut card = launch();
    card.act("start");
    card.answer(card.request().0, Answer::Refused(Refusal::DeclinedByPerson));
    card.reply("card.options", OPTIONS);
    assert!(card.says("card-trouble-declined"));
    card.write("name", "李娜");
    card.write("id-number", "110105194912310021");
    card.write("phone", "123");
    card.submit_unchecked("continue");
    assert_eq!(card.error_at("id-number"), Some("card-id-number-error"));
    assert_eq!(card.error_at("phone"), Some("card-phone-error"));
    assert_eq!(card.error_at("name"), None);
    card.write("id-number", "11010519491231002x");
    for _ in 0..3 {
        answer_page(&mut card);
    }
    card.act("send");
    let (body, claims, _) = draft(&card);
    assert!(body.contains(r#""id_number":"11010519491231002X""#) && claims.is_empty(), "{body}");
}

#[test]
fn without_the_lists_the_bank_is_written_and_the_card_sent() {
    let mut card = launch();
    card.act("start");
    card.answer(card.request().0, facts());
    card.answer(card.call("card.options"), Answer::Failed(Fault::Offline));
    answer_page(&mut card);
    answer_page(&mut card);
    card.answer(card.call("card.options"), Answer::Failed(Fault::DepartmentUnavailable));
    assert!(card.says("card-options-missing"));
    card.act("load-options");
    card.answer(card.call("card.options"), Answer::Failed(Fault::TimedOut));
    card.write("bank-written", "农业银行");
    card.choose("delivery", "pick-up");
    assert!(card.says("card-office-none"));
    card.choose("delivery", "post");
    card.write("address", "广州市越秀区东风东路 1 号 201");
    card.fill("courier-time", Input::Minute(9 * 60 + 30));
    card.fill("truth", Input::Agreed(true));
    card.submit("continue");
    assert_eq!(card.page_key(), "page-check");
    assert!(card.says_value(&"09:30".into()));
    card.act("send");
    card.answer(card.request().0, Answer::Queued);
    assert_eq!(card.page_key(), "page-kept");
}

#[test]
fn where_there_is_one_office_nobody_is_asked_which() {
    let mut card = begun();
    card.tell(Event::RegionChanged("440300".into()));
    card.reply("card.options", ONE_OFFICE);
    answer_page(&mut card);
    answer_page(&mut card);
    card.choose("bank", "icbc");
    card.choose("delivery", "pick-up");
    assert!(card.find("office").is_none() && card.says_value(&"越秀服务中心".into()));
    card.fill("pick-up-date", Input::Date(Date { year: 2026, month: 12, day: 20 }));
    card.fill("truth", Input::Agreed(true));
    card.submit("continue");
    assert_eq!(card.page_key(), "page-check");
    assert!(card.says_value(&"越秀服务中心".into()));
    card.act("send");
    assert!(draft(&card).0.contains(r#""office":"yuexiu""#));
}

#[test]
fn a_list_that_comes_at_the_question_it_answers_leads_on() {
    let mut card = begun();
    card.display(Display::Seniors);
    while card.page_key() != "page-delivery" {
        answer_page(&mut card);
    }
    card.choose("delivery", "pick-up");
    card.submit("continue");
    assert_eq!(card.page_key(), "page-office");
    card.tell(Event::RegionChanged("440300".into()));
    card.reply("card.options", ONE_OFFICE);
    assert_eq!(card.page_key(), "page-pick-up-date");
    assert!(card.says_value(&"越秀服务中心".into()));
    card.restart();
    assert_eq!(card.page_key(), "page-pick-up-date");
}

#[test]
fn the_help_is_there_again_after_a_restart() {
    let mut card = launch();
    card.act("help");
    card.restart();
    assert_eq!(card.page_key(), "page-help");
    card.act("leave-help");
    assert_eq!(card.page_key(), "page-intro");
}

#[test]
fn an_uploaded_photo_is_handed_in() {
    let mut card = begun();
    answer_page(&mut card);
    card.choose("photo-source", "upload");
    card.submit_unchecked("continue");
    assert_eq!(card.error_at("photo"), Some("card-photo-file-error"));
    let file = File { handle: "f1".into(), name: "me.jpg".into(), media_type: "image/jpeg".into(), bytes: 9 };
    card.fill("photo", Input::Files(vec![file]));
    card.submit("continue");
    answer_page(&mut card);
    card.act("send");
    assert_eq!(draft(&card).2, ["f1"]);
}

#[test]
fn what_the_department_objects_to_is_said_and_can_be_changed() {
    let mut card = at_check();
    card.act("send");
    let problem = Problem { code: "phone".into(), words: Some("电话号码是空号".into()) };
    card.answer(card.request().0, Answer::Rejected(problem));
    assert!(card.says("card-trouble-objection") && card.says_value(&"电话号码是空号".into()));
    card.act("change-phone");
    assert_eq!(card.page_key(), "page-you");
    card.write("phone", "13900139000");
    card.submit("continue");
    assert_eq!(card.page_key(), "page-check");
    card.act("send");
    assert!(draft(&card).0.contains("13900139000"));
}

#[test]
fn a_change_that_opens_a_question_asks_it_before_the_check() {
    let mut card = at_check();
    card.act("change-delivery");
    card.choose("delivery", "post");
    card.submit_unchecked("continue");
    assert_eq!(card.error_at("address"), Some("card-address-error"));
    card.write("address", "广州市越秀区东风东路 1 号 201");
    card.submit("continue");
    assert_eq!(card.page_key(), "page-check");
}

#[test]
fn seniors_get_one_question_a_page_and_the_same_case() {
    let mut card = begun();
    card.display(Display::Seniors);
    assert_eq!(card.page_key(), "page-name");
    let mut pages = vec![];
    while card.page_key() != "page-check" {
        pages.push(card.page_key().to_owned());
        answer_page(&mut card);
        assert!(pages.len() < 12, "{pages:?}");
    }
    assert_eq!(
        pages,
        [
            "page-name",
            "page-phone",
            "page-photo-source",
            "page-bank",
            "page-delivery",
            "page-address",
            "page-courier-time",
            "page-news",
            "page-truth"
        ]
    );
    for expected in pages.iter().rev() {
        card.back();
        assert_eq!(card.page_key(), expected);
    }
    card.back();
    assert_eq!(card.page_key(), "page-intro");
}

#[test]
fn a_restart_and_a_change_of_display_keep_the_place_and_the_answers() {
    let mut card = begun();
    answer_page(&mut card);
    answer_page(&mut card);
    card.choose("delivery", "pick-up");
    card.restart();
    assert_eq!(card.page_key(), "page-delivery");
    assert!(card.find("office").is_some() && card.requests().is_empty());
    card.display(Display::Seniors);
    assert_eq!(card.page_key(), "page-bank");
    card.display(Display::Normal);
    assert_eq!(card.page_key(), "page-delivery");
    card.back();
    card.back();
    assert_eq!(card.page_key(), "page-you");
    assert!(card.find("fact-name").is_some());
}

#[test]
fn pressing_send_twice_hands_in_once() {
    let mut card = at_check();
    card.act("send");
    assert!(card.find("send").is_none());
    card.act_on_row("send", "send", 0);
    assert!(card.requests().is_empty());
}
