//! Journeys through the estimate, each step checked by the rules of the standard and in both languages.

use fingertip_sdk::{
    Answer, Decimal, Display, Fault, Input, Money, Refusal,
    bindings::fingertip::mini_app::{requests::Wish, view::Kind},
    money,
    testing::{Harness, Messages, start},
};

use crate::IncomeTax;

type Tax = Harness<IncomeTax>;

const STATEMENT: &str = r#"{"year":2025,"wages_minor":20000000,"social_insurance_minor":2400000,"withheld_minor":900000,
    "payers":["南方电子",{"name":"晚报社","wages_minor":500000}]}"#;

fn launch(route: &str) -> Tax {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    let mut start = start();
    start.route = route.to_owned();
    Tax::launch_with(start, Some(messages))
}

fn yuan(yuan: i64) -> Input {
    Input::Money(Money { currency: "CNY".into(), minor: yuan * 100 })
}

/// At the result with one child and a rent in a large city: 200,000 - 60,000 - 24,000 - 42,000 = 74,000.
fn at_result() -> Tax {
    let mut tax = launch("/");
    tax.act("start");
    tax.reply("income.statement", STATEMENT);
    assert_eq!(tax.page_key(), "page-income");
    tax.submit("continue");
    tax.fill("children", Input::Number(Decimal { digits: 1, scale: 0 }));
    tax.choose("rent", "tier-1");
    tax.submit("continue");
    assert_eq!(tax.page_key(), "page-result");
    tax
}

#[test]
fn both_languages_have_the_same_messages() {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    assert!(messages.ids().len() > 70);
}

#[test]
fn a_refund_is_worked_out_and_a_certificate_requested() {
    let mut tax = at_result();
    // 74,000: 36,000 at 3 % and 38,000 at 10 %.
    assert!(tax.says_value(&money("CNY", 488_000)));
    assert!(tax.says("tax-result-refund") && tax.says_value(&money("CNY", 412_000)));
    let Kind::Table(table) = &tax.node("brackets").kind else { panic!("a table") };
    assert_eq!(table.rows.len(), 2);
    tax.act("request-certificate");
    assert!(matches!(tax.request().1, Wish::Claims(_)));
    tax.answer(
        tax.request().0,
        Answer::Claims(vec![("name".into(), "李娜".into()), ("id-number".into(), "1".into())]),
    );
    let (id, Wish::SubmitCase(draft)) = tax.request() else { panic!("a case") };
    assert_eq!(draft.body, r#"{"year":2025,"income_minor":20000000,"tax_minor":488000}"#);
    assert_eq!((draft.service.as_str(), draft.claims.len()), ("tax-paid-certificate", 2));
    tax.answer(id, Answer::CaseAccepted("TX-20261124-9QW2".into()));
    assert_eq!(tax.page_key(), "page-sent");
    tax.restart();
    assert_eq!(tax.page_key(), "page-sent");
    tax.back();
    assert!(tax.is_closing());
}

#[test]
fn everything_can_be_written_by_hand() {
    let mut tax = launch("/");
    tax.act("by-hand");
    tax.submit_unchecked("continue");
    assert_eq!(tax.error_at("wages"), Some("tax-wages-error"));
    tax.fill("wages", yuan(500_000));
    tax.fill("social-insurance", yuan(0));
    tax.fill("withheld", yuan(10_000));
    tax.submit("continue");
    tax.fill("deductions", Input::Choices(vec!["housing-loan".into(), "elderly-support".into()]));
    tax.choose("rent", "tier-3");
    tax.submit("continue");
    assert_eq!(tax.error_at("rent"), Some("tax-rent-error-loan"));
    tax.choose("rent", "none");
    tax.submit("continue");
    // 500,000 - 60,000 - 48,000 = 392,000: 98,000 - 31,920 = 66,080.
    assert!(tax.says("tax-result-to-pay") && tax.says_value(&money("CNY", 5_608_000)));
}

#[test]
fn impossible_amounts_are_refused() {
    let mut tax = launch("/");
    tax.act("by-hand");
    tax.fill("wages", Input::Money(Money { currency: "CNY".into(), minor: i64::MAX }));
    tax.fill("social-insurance", Input::Money(Money { currency: "CNY".into(), minor: -1 }));
    tax.fill("withheld", Input::Text("about one".into()));
    tax.submit_unchecked("continue");
    for key in ["wages", "social-insurance", "withheld"] {
        assert!(tax.error_at(key).is_some(), "{key}");
    }
}

#[test]
fn signing_in_and_being_offline_lead_on() {
    let mut tax = launch("/");
    tax.act("start");
    tax.answer(tax.request().0, Answer::Refused(Refusal::NeedsSignIn));
    assert_eq!(tax.page_key(), "page-start");
    tax.sign_in();
    tax.answer(tax.call("income.statement"), Answer::Failed(Fault::Offline));
    assert_eq!(tax.page_key(), "page-income");
    assert!(tax.says("tax-trouble-offline"));
}

#[test]
fn a_refused_consent_keeps_the_result() {
    let mut tax = at_result();
    tax.act("request-certificate");
    tax.answer(tax.request().0, Answer::Refused(Refusal::DeclinedByPerson));
    assert_eq!(tax.page_key(), "page-result");
    assert!(tax.says("tax-trouble-declined"));
    tax.act("request-certificate");
    tax.answer(tax.request().0, Answer::Claims(vec![]));
    tax.answer(tax.request().0, Answer::Queued);
    assert_eq!(tax.page_key(), "page-kept");
}

#[test]
fn the_certificate_can_be_opened_alone() {
    let mut tax = launch("/certificate");
    assert_eq!(tax.page_key(), "page-certificate");
    tax.act("load-statement");
    tax.reply("income.statement", "{}");
    assert!(tax.says("tax-trouble-unavailable"));
    tax.act("load-statement");
    tax.reply("income.statement", STATEMENT);
    tax.restart();
    tax.act("request-certificate");
    tax.answer(tax.request().0, Answer::Claims(vec![("name".into(), "李娜".into())]));
    let Wish::SubmitCase(draft) = tax.request().1 else { panic!("a case") };
    assert_eq!(draft.body, r#"{"year":2025,"income_minor":20000000,"tax_minor":900000}"#);
}

#[test]
fn seniors_get_one_question_a_page() {
    let mut tax = launch("/");
    tax.act("start");
    tax.reply("income.statement", STATEMENT);
    tax.display(Display::Seniors);
    let mut pages = vec![];
    while tax.page_key() != "page-result" {
        pages.push(tax.page_key().to_owned());
        tax.submit("continue");
        assert!(pages.len() < 9, "{pages:?}");
    }
    assert_eq!(
        pages,
        [
            "page-wages",
            "page-social-insurance",
            "page-withheld",
            "page-children",
            "page-infants",
            "page-other-deductions",
            "page-rent"
        ]
    );
    tax.act("show-brackets");
    tax.back();
    for expected in pages.iter().rev() {
        tax.back();
        assert_eq!(tax.page_key(), expected);
    }
}

#[test]
fn a_change_goes_back_to_the_result_also_after_a_restart() {
    let mut tax = at_result();
    tax.act("change-wages");
    tax.restart();
    assert_eq!(tax.page_key(), "page-income");
    tax.fill("wages", yuan(300_000));
    tax.submit("continue");
    assert_eq!(tax.page_key(), "page-result");
    assert!(tax.says_value(&money("CNY", 30_000_000)));
    tax.display(Display::Seniors);
    tax.display(Display::Normal);
    tax.back();
    tax.back();
    tax.back();
    assert_eq!(tax.page_key(), "page-start");
}
