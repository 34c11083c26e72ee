//! The saved state, the kept receipts, and the replies of the transport department.

use fingertip_sdk::{Json, LocalText};

use crate::model::{Bill, Card, Line, Model, Screen, Stop, Trip};

/// Lines, stops or trips that are taken from one reply: a page stays readable and the saved state small.
const MOST_ROWS: usize = 50;
/// Characters that are taken of one name.
const MOST_CHARS: usize = 60;

const SCREENS: [(Screen, &str); 7] = [
    (Screen::Card, "card"),
    (Screen::Trips, "trips"),
    (Screen::TopUp, "top-up"),
    (Screen::Bill, "bill"),
    (Screen::ToppedUp, "topped-up"),
    (Screen::Lines, "lines"),
    (Screen::Line, "line"),
];

pub(crate) fn save(model: &Model) -> Json {
    let screen = SCREENS.iter().find(|(own, _)| *own == model.screen).map_or("card", |(_, id)| id);
    let bill = model
        .bill
        .as_ref()
        .map(|bill| Json::object().with("reference", bill.reference.as_str()).with("minor", bill.minor));
    Json::object()
        .with("screen", screen)
        .with("alone", model.is_lines_alone)
        .with_some("card", model.card.as_ref().map(card_json))
        .with_some("bill", bill)
        .with("bills", i64::from(model.n_bills))
        .with("paid", model.paid_reference.as_str())
        .with("receipts", model.receipts.as_slice())
        .with("query", model.query.as_str())
        .with_some(
            "lines",
            model.lines.as_ref().map(|lines| lines.iter().map(line_json).collect::<Vec<Json>>()),
        )
        .with("line", line_json(&model.line))
        .into()
}

pub(crate) fn restore(saved: &Json) -> Option<Model> {
    let screen = saved.text("screen")?;
    let bill = saved.get("bill").and_then(|bill| {
        Some(Bill { reference: bill.text("reference")?.to_owned(), minor: bill.integer("minor")? })
    });
    let screen = SCREENS.iter().find(|(_, id)| *id == screen).map_or(Screen::Card, |(screen, _)| *screen);
    Some(Model {
        screen: if screen == Screen::Bill && bill.is_none() { Screen::Card } else { screen },
        is_lines_alone: saved.bool("alone") == Some(true),
        card: saved.get("card").and_then(card),
        bill,
        n_bills: saved.integer("bills").and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        paid_reference: saved.text("paid").unwrap_or_default().to_owned(),
        receipts: receipts(saved),
        query: saved.text("query").unwrap_or_default().to_owned(),
        lines: saved.get("lines").map(|_| lines(saved)),
        line: saved.get("line").and_then(line).unwrap_or_default(),
        ..Model::default()
    })
}

fn name(json: &Json, member: &str) -> String {
    json.text(member).unwrap_or_default().chars().take(MOST_CHARS).collect()
}

/// The card in a reply; none where it makes no sense.
pub(crate) fn card(json: &Json) -> Option<Card> {
    let trip = |trip: &Json| {
        Some(Trip { at_ms: trip.integer("at_ms")?, line: name(trip, "line"), minor: trip.integer("minor")? })
    };
    let trips = json.list("trips").iter().filter_map(trip).take(MOST_ROWS).collect();
    Some(Card { number: name(json, "card"), balance_minor: json.integer("balance_minor")?, trips })
}

fn card_json(card: &Card) -> Json {
    let trip = |trip: &Trip| {
        Json::object()
            .with("at_ms", trip.at_ms)
            .with("line", trip.line.as_str())
            .with("minor", trip.minor)
            .into()
    };
    let trips: Vec<Json> = card.trips.iter().map(trip).collect();
    Json::object()
        .with("card", card.number.as_str())
        .with("balance_minor", card.balance_minor)
        .with("trips", trips)
        .into()
}

/// The receipts that were kept.
pub(crate) fn receipts(json: &Json) -> Vec<String> {
    json.texts("receipts")
}

/// The receipts as they are kept.
pub(crate) fn receipts_json(receipts: &[String]) -> Json {
    Json::object().with("receipts", receipts).into()
}

fn line(json: &Json) -> Option<Line> {
    Some(Line {
        id: json.text("id")?.to_owned(),
        name: LocalText::of(json.get("name")),
        from: LocalText::of(json.get("from")),
        to: LocalText::of(json.get("to")),
    })
}

fn line_json(line: &Line) -> Json {
    let members = Json::object().with("id", line.id.as_str()).with("name", &line.name);
    members.with("from", &line.from).with("to", &line.to).into()
}

/// The lines in a reply.
pub(crate) fn lines(json: &Json) -> Vec<Line> {
    json.list("lines").iter().filter_map(line).take(MOST_ROWS).collect()
}

/// The stops in a reply.
pub(crate) fn stops(json: &Json) -> Vec<Stop> {
    let minutes = |stop: &Json| {
        stop.list("minutes").iter().filter_map(Json::as_integer).filter(|minutes| *minutes >= 0).collect()
    };
    let stop = |stop: &Json| Stop { name: LocalText::of(stop.get("name")), minutes: minutes(stop) };
    json.list("stops").iter().map(stop).take(MOST_ROWS).collect()
}
