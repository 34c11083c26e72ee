//! What the bus card looks like.

mod lines;

use fingertip_sdk::{
    Choice, Context, End, Link, Money, Page, Part, Row, SummaryRow, Text, Tone, Trouble, View, data, instant,
    money, msg,
};

use crate::{
    model::{AMOUNTS, CURRENCY, Card, Model, Screen, Wanted},
    update::PAYEE,
};

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    match model.screen {
        Screen::Card => card(model, cx, view),
        Screen::Trips => view.page("page-trips", "bus-trips-title", |page| {
            trips(model.card.as_ref(), page);
            page.primary("leave-trips", "bus-to-card");
        }),
        Screen::TopUp => top_up(model, view),
        Screen::Bill => bill(model, view),
        Screen::ToppedUp => topped_up(model, view),
        Screen::Lines => lines::lines(model, &cx.language, view),
        Screen::Line => lines::line(model, &cx.language, view),
    }
}

fn trouble(model: &Model, page: &mut Part<'_>) {
    let Some(trouble) = &model.trouble else { return };
    let (tone, body): (Tone, Text) = match trouble {
        Trouble::SignIn => (Tone::Information, msg("bus-trouble-sign-in")),
        Trouble::Declined => (Tone::Information, msg("bus-trouble-declined")),
        Trouble::Forbidden => (Tone::Warning, msg("bus-trouble-forbidden")),
        Trouble::TooOften => (Tone::Warning, msg("bus-trouble-too-often")),
        Trouble::Offline => (Tone::Warning, msg("bus-trouble-offline")),
        Trouble::Unavailable | Trouble::Device => (Tone::Warning, msg("bus-trouble-unavailable")),
        Trouble::Objection(Some(words)) => {
            (Tone::Warning, msg("bus-trouble-objection").arg("words", words.as_str()))
        }
        Trouble::Objection(None) => (Tone::Warning, msg("bus-trouble-objection-unsaid")),
    };
    page.notice(tone, body);
}

fn yuan(minor: i64) -> Text {
    money(CURRENCY, minor).into()
}

fn card(model: &Model, cx: &Context, view: View) -> Page {
    view.page("page-card", "bus-card-title", |page| {
        trouble(model, page);
        receipts(model, page);
        match &model.card {
            Some(card) => {
                let rows = [
                    SummaryRow::new("bus-card-balance", yuan(card.balance_minor)),
                    // A card that was only topped up so far has told its balance and nothing else.
                    SummaryRow {
                        label: msg("bus-card-number"),
                        value: Some(data(&card.number)).filter(|_| !card.number.is_empty()),
                        change_action: None,
                    },
                ];
                page.summary("card", rows);
                page.primary("top-up", "bus-top-up");
                page.secondary("refresh", "bus-refresh");
                if cx.is_seniors() {
                    page.secondary("show-trips", "bus-trips-show");
                } else {
                    page.section("bus-trips-title", |part| trips(Some(card), part));
                }
            }
            None if model.awaiting.has(&Wanted::Card) => page.text("bus-card-loading"),
            None => drop(page.primary("load-card", "bus-card-load")),
        }
        let lines = Link {
            label: msg("bus-lines-link"),
            detail: Some(msg("bus-lines-link-detail")),
            tone: Tone::Neutral,
            action: "lines".to_owned(),
        };
        page.links("more", [lines]);
    })
}

/// What is paid and not on the card yet: the one thing that must not look lost.
fn receipts(model: &Model, page: &mut Part<'_>) {
    if model.has_recovered {
        page.notice(Tone::Success, "bus-receipt-recovered");
    }
    if model.is_topping_up() {
        page.notice(Tone::Information, "bus-receipt-redeeming");
    } else if !model.receipts.is_empty() {
        page.notice(Tone::Warning, "bus-receipt-waiting");
        page.secondary("redeem", "bus-receipt-redeem");
    }
}

fn trips(card: Option<&Card>, part: &mut Part<'_>) {
    let trips = card.map(|card| card.trips.as_slice()).unwrap_or_default();
    if trips.is_empty() {
        part.text("bus-trips-none");
        return;
    }
    part.records(
        "trips",
        trips.iter().map(|trip| Row {
            title: msg("bus-trip-line").arg("line", trip.line.as_str()),
            detail: Some(instant(trip.at_ms).into()),
            value: Some(yuan(trip.minor)),
            tone: Tone::Neutral,
            action: None,
        }),
    );
}

fn top_up(model: &Model, view: View) -> Page {
    view.page("page-top-up", "bus-top-up-title", |page| {
        page.step(1, 2);
        trouble(model, page);
        let choices = AMOUNTS.map(|(minor, id)| Choice::new(id, yuan(minor)));
        let chosen = model
            .bill
            .as_ref()
            .and_then(|bill| AMOUNTS.iter().find(|(minor, _)| *minor == bill.minor))
            .map(|(_, id)| *id);
        let input =
            page.choose_one("amount", "bus-amount-label", choices).hint("bus-amount-hint").initial(chosen);
        input.error(model.is_amount_missing.then_some("bus-amount-error"));
        page.submit("continue", "bus-continue");
    })
}

fn bill(model: &Model, view: View) -> Page {
    view.page("page-bill", "bus-bill-title", |page| {
        page.step(2, 2);
        trouble(model, page);
        if model.awaiting.has(&Wanted::Payment) {
            page.notice(Tone::Information, "bus-bill-paying");
        } else if let Some(bill) = &model.bill {
            let total = || Money { currency: CURRENCY.to_owned(), minor: bill.minor };
            page.bill("pay", PAYEE, "bus-bill-purpose", vec![(msg("bus-bill-line"), total())], total());
            page.text("bus-bill-once");
        }
    })
}

fn topped_up(model: &Model, view: View) -> Page {
    view.page("page-topped-up", "bus-topped-up-title", |page| {
        trouble(model, page);
        let balance = model.card.as_ref().map_or(0, |card| card.balance_minor);
        let next = vec![
            msg("bus-topped-up-balance").arg("balance", money(CURRENCY, balance)),
            msg("bus-topped-up-use"),
        ];
        let end = End {
            title: msg("bus-topped-up-confirmation"),
            reference: model.paid_reference.clone(),
            next,
            keeps_document: None,
        };
        page.confirmation("confirmation", end);
        page.primary("to-card", "bus-to-card");
    })
}
