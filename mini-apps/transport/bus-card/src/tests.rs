//! Journeys with the bus card, each step checked by the rules of the standard and in both languages.

use fingertip_sdk::{
    Answer, Display, Fault, Moment, Problem, Refusal, Tone,
    bindings::fingertip::mini_app::{
        events::Event,
        requests::{Payment, Wish},
        view::Kind,
    },
    money,
    testing::{Harness, Messages, ShownCard, ask, card, start},
};

use crate::BusCard;

type Bus = Harness<BusCard>;

const CARD: &str = r#"{"card":"3100 0000 1234","balance_minor":2350,"trips":[{"at_ms":1795480000000,"line":"7","minor":200}]}"#;
const LINES: &str = r#"{"lines":[{"id":"1","name":"1 路","from":"火车站","to":"东门"},{"id":"7","name":"7 路","from":"西门","to":"机场"}]}"#;
const STOPS: &str = r#"{"line":"7","stops":[{"id":"a","name":"西门","minutes":[0,12]},{"id":"b","name":"机场","minutes":[]}]}"#;

fn launch(route: &str, is_signed_in: bool, kept: Option<&str>) -> Bus {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    let mut start = start();
    (start.route, start.signed_in) = (route.to_owned(), is_signed_in);
    let mut bus = Bus::launch_with(start, Some(messages));
    if is_signed_in && route == "/" {
        opened(&mut bus, kept);
    }
    bus
}

/// Answers what a start with a card asks for.
fn opened(bus: &mut Bus, kept: Option<&str>) {
    let (card, (fetch, _)) = (bus.call("bus-card.balance"), fetched(bus));
    bus.answer(card, Answer::Reply(CARD.into()));
    bus.answer(fetch, Answer::Bytes(kept.map(|kept| kept.as_bytes().to_vec())));
}

fn fetched(bus: &Bus) -> fingertip_sdk::testing::Asked {
    bus.requests()
        .into_iter()
        .find(|(_, wish)| matches!(wish, Wish::Fetch(_)))
        .expect("the kept receipts are read")
}

fn stored(bus: &Bus) -> Option<String> {
    bus.requests().into_iter().find_map(|(_, wish)| match wish {
        Wish::Store((key, value)) if key == "receipts" => String::from_utf8(value).ok(),
        _ => None,
    })
}

fn payment(bus: &Bus) -> Payment {
    match bus.request().1 {
        Wish::Pay(payment) => payment,
        other => panic!("a payment is expected: {other:?}"),
    }
}

/// At the bill over 50 yuan.
fn at_bill() -> Bus {
    let mut bus = launch("/", true, None);
    bus.act("top-up");
    bus.choose("amount", "5000");
    bus.submit("continue");
    assert_eq!(bus.page_key(), "page-bill");
    bus
}

#[test]
fn both_languages_have_the_same_messages() {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    assert!(messages.ids().len() > 55);
}

#[test]
fn a_card_is_shown_and_topped_up() {
    let mut bus = launch("/", true, None);
    assert!(bus.says_value(&money("CNY", 2350)) && bus.find("trips").is_some());
    bus.act("top-up");
    bus.submit_unchecked("continue");
    assert_eq!(bus.error_at("amount"), Some("bus-amount-error"));
    bus.choose("amount", "5000");
    bus.submit("continue");
    bus.act("pay");
    let asked = payment(&bus);
    assert_eq!((asked.total.minor, asked.total.currency.as_str()), (5000, "CNY"));
    assert!(bus.find("pay").is_none(), "a bill that is being paid is not offered again");
    bus.answer(bus.request().0, Answer::Receipt("jws-1".into()));
    assert_eq!(stored(&bus).as_deref(), Some(r#"{"receipts":["jws-1"]}"#));
    assert!(matches!(bus.requests()[0].1, Wish::Store(_)), "kept before it is redeemed");
    bus.reply("bus-card.top-up", r#"{"balance_minor":7350}"#);
    assert_eq!(bus.page_key(), "page-topped-up");
    assert_eq!(stored(&bus).as_deref(), Some(""));
    assert!(bus.says_value(&money("CNY", 7350)));
    bus.act("to-card");
    bus.reply("bus-card.balance", CARD);
    bus.back();
    assert!(bus.is_closing());
}

#[test]
fn a_crash_between_paying_and_topping_up_loses_no_money() {
    let mut bus = launch("/", true, Some(r#"{"receipts":["jws-1","jws-2"]}"#));
    assert!(bus.says("bus-receipt-redeeming"));
    bus.reply("bus-card.top-up", r#"{"balance_minor":7350}"#);
    assert_eq!(stored(&bus).as_deref(), Some(r#"{"receipts":["jws-2"]}"#));
    bus.answer(bus.call("bus-card.top-up"), Answer::Failed(Fault::Offline));
    assert!(bus.says("bus-receipt-waiting") && bus.says("bus-trouble-offline"));
    bus.act("redeem");
    bus.reply("bus-card.top-up", r#"{"balance_minor":9350}"#);
    assert_eq!((stored(&bus).as_deref(), bus.page_key()), (Some(""), "page-card"));
    assert!(bus.says("bus-receipt-recovered") && !bus.says("bus-receipt-waiting"));
}

#[test]
fn a_refused_receipt_is_kept_and_does_not_block_the_others() {
    let mut bus = launch("/", true, Some(r#"{"receipts":["bad","good"]}"#));
    let problem = Problem { code: "receipt".into(), words: Some("凭证无效".into()) };
    bus.answer(bus.call("bus-card.top-up"), Answer::Rejected(problem));
    assert!(bus.says("bus-trouble-objection") && bus.says("bus-receipt-waiting"));
    bus.act("redeem");
    let Wish::Call(call) = bus.request().1 else { panic!("a call") };
    assert_eq!(call.body, r#"{"receipt":"good"}"#);
    bus.reply("bus-card.top-up", r#"{"balance_minor":1}"#);
    assert_eq!(stored(&bus).as_deref(), Some(r#"{"receipts":["bad"]}"#));
}

#[test]
fn a_second_attempt_pays_the_same_bill_and_another_amount_another() {
    let mut bus = at_bill();
    bus.act("pay");
    let first = payment(&bus).bill_reference;
    bus.answer(bus.request().0, Answer::Refused(Refusal::DeclinedByPerson));
    assert!(bus.says("bus-trouble-declined"));
    bus.restart();
    opened(&mut bus, None);
    assert_eq!(bus.page_key(), "page-bill");
    bus.act("pay");
    assert_eq!(payment(&bus).bill_reference, first);
    bus.answer(bus.request().0, Answer::Failed(Fault::TimedOut));
    bus.back();
    assert_eq!(bus.page_key(), "page-top-up");
    bus.choose("amount", "2000");
    bus.submit("continue");
    bus.act("pay");
    assert_ne!(payment(&bus).bill_reference, first);
}

#[test]
fn a_receipt_that_comes_while_the_person_is_elsewhere_is_redeemed() {
    let mut bus = at_bill();
    bus.act("pay");
    let pay = bus.request().0;
    bus.back();
    assert_eq!(bus.page_key(), "page-card");
    bus.act("top-up");
    assert_eq!(bus.page_key(), "page-bill", "the payment under way keeps its bill");
    bus.back();
    bus.act("lines");
    bus.answer(pay, Answer::Receipt("jws-1".into()));
    bus.reply("bus-card.top-up", r#"{"balance_minor":7350}"#);
    assert_eq!((bus.page_key(), stored(&bus).as_deref()), ("page-lines", Some("")));
}

#[test]
fn signing_in_shows_the_card_and_signing_out_hides_it() {
    let mut bus = launch("/", false, None);
    assert!(bus.says("bus-trouble-sign-in") && bus.requests().is_empty());
    bus.act("load-card");
    bus.answer(bus.call("bus-card.balance"), Answer::Refused(Refusal::NeedsSignIn));
    assert!(bus.says("bus-trouble-sign-in"));
    bus.sign_in();
    let card = bus.call("bus-card.balance");
    bus.answer(card, Answer::Reply(CARD.into()));
    assert!(bus.says_value(&money("CNY", 2350)) && !bus.says("bus-trouble-sign-in"));
    bus.tell(Event::Moment(Moment::SignedOut));
    assert!(!bus.says_value(&money("CNY", 2350)) && bus.says("bus-trouble-sign-in"));
}

#[test]
fn lines_are_found_and_their_next_buses_shown() {
    let mut bus = launch("/lines", false, None);
    bus.write("query", " 路 ");
    bus.submit("search");
    let Wish::Call(call) = bus.request().1 else { panic!("a call") };
    assert_eq!(call.body, r#"{"query":"路"}"#);
    bus.reply("lines.search", LINES);
    bus.act_on_row("open-line", "lines", 1);
    bus.reply("lines.next-bus", STOPS);
    let Kind::Table(table) = &bus.node("stops").kind else { panic!("a table") };
    assert_eq!(table.rows.len(), 2);
    assert!(bus.says("bus-minutes-now") && bus.says("bus-minutes") && bus.says("bus-minutes-none"));
    bus.act("refresh");
    bus.answer(bus.call("lines.next-bus"), Answer::Failed(Fault::DepartmentUnavailable));
    assert!(bus.says("bus-trouble-unavailable") && bus.find("stops").is_some());
    bus.restart();
    bus.reply("lines.next-bus", STOPS);
    assert!(bus.find("stops").is_some());
    bus.back();
    assert!(bus.find("lines").is_some());
    bus.back();
    assert!(bus.is_closing());
}

#[test]
fn a_search_goes_on_after_signing_in() {
    let mut bus = launch("/lines", false, None);
    bus.submit("search");
    bus.answer(bus.call("lines.search"), Answer::Refused(Refusal::NeedsSignIn));
    bus.sign_in();
    bus.reply("lines.search", r#"{"lines":[]}"#);
    assert!(bus.says("bus-lines-none"));
}

#[test]
fn nonsense_from_the_department_is_said() {
    let mut bus = launch("/", true, None);
    bus.act("refresh");
    bus.reply("bus-card.balance", "{\"balance_minor\":\"much\"}");
    assert!(bus.says("bus-trouble-unavailable") && bus.says_value(&money("CNY", 2350)));
}

#[test]
fn seniors_see_the_trips_on_a_page_of_their_own() {
    let mut bus = launch("/", true, None);
    bus.display(Display::Seniors);
    assert!(bus.find("trips").is_none());
    bus.act("show-trips");
    assert!(bus.find("trips").is_some());
    bus.back();
    assert_eq!(bus.page_key(), "page-card");
}

/// The card that the host has made from `reply`, what was saved and what was stored.
fn shown(
    reply: Option<&str>,
    saved: Option<&str>,
    receipts: Option<&str>,
    is_signed_in: bool,
) -> Option<ShownCard> {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    let mut ask = ask("balance");
    ask.signed_in = is_signed_in;
    ask.reply = reply.map(str::to_owned);
    ask.saved = saved.map(|saved| saved.as_bytes().to_vec());
    ask.stored =
        receipts.map(|receipts| ("receipts".to_owned(), receipts.as_bytes().to_vec())).into_iter().collect();
    card::<BusCard>(ask, include_str!("../manifest.json"), Some(&messages))
}

#[test]
fn the_card_for_home_shows_balance_and_last_trip() {
    let card = shown(Some(CARD), None, None, true).expect("a card");
    assert!(
        card.says_value(&money("CNY", 2350)) && card.says("bus-widget-trip") && card.0.tone == Tone::Neutral
    );
    let empty =
        shown(Some(r#"{"card":"3100","balance_minor":0,"trips":[]}"#), None, None, true).expect("a card");
    assert!(empty.says("bus-widget-low") && !empty.says("bus-widget-trip") && empty.0.tone == Tone::Warning);
    let waiting = shown(Some(CARD), None, Some(r#"{"receipts":["jws-1"]}"#), true).expect("a card");
    assert!(waiting.says("bus-widget-receipt") && waiting.0.tone == Tone::Warning);
}

#[test]
fn the_card_for_home_shows_what_was_last_seen_and_nothing_to_nobody() {
    let saved = format!(r#"{{"screen":"card","card":{CARD}}}"#);
    assert!(shown(None, Some(&saved), None, true).is_some_and(|card| card.says_value(&money("CNY", 2350))));
    assert_eq!(shown(None, Some(&saved), None, false), None, "signed out");
    assert_eq!(shown(None, None, None, true), None, "nothing is known");
    assert_eq!(shown(Some("{\"balance_minor\":\"much\"}"), Some("nonsense"), None, true), None);
}

#[test]
fn a_link_to_a_line_opens_it() {
    let mut start = start();
    (start.route, start.params, start.signed_in) = ("/lines".into(), vec![("line".into(), "7".into())], true);
    let mut bus = Bus::launch(start.clone());
    bus.reply("lines.search", LINES);
    bus.reply("lines.next-bus", STOPS);
    assert_eq!(bus.page_key(), "page-line");
    bus.back();
    assert_eq!(bus.page_key(), "page-lines");
    start.params[0].1 = "none".into();
    let mut bus = Bus::launch(start.clone());
    bus.reply("lines.search", LINES);
    assert_eq!(bus.page_key(), "page-lines", "a line that is not there leaves the person at the search");
    start.signed_in = false;
    assert!(
        Bus::launch(start).requests().is_empty(),
        "no sheet opens before the person has touched anything"
    );
}
