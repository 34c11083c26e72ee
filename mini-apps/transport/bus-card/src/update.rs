//! How events change the bus card.

use fingertip_sdk::{
    Answer, Context, Effects, Event, Inputs, Json, Launch, Moment, Money, Payment, RequestId, Trouble, msg,
};

use crate::{
    model::{AMOUNTS, Bill, CURRENCY, Card, Line, Model, Screen, Wanted},
    saved,
};

/// Where receipts are kept.
pub(crate) const RECEIPTS: &str = "receipts";
/// Who is paid: the department, whose name the host knows in each language.
pub(crate) const PAYEE: &str = "transport";

pub(crate) fn launch(launch: &Launch, saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Model {
    let mut model = saved.and_then(saved::restore).unwrap_or_else(|| {
        let is_lines_alone = launch.route == "/lines";
        let screen = if is_lines_alone { Screen::Lines } else { Screen::Card };
        let linked = launch.param("line").map(str::to_owned);
        let query = linked.clone().unwrap_or_default();
        Model { screen, is_lines_alone, query, linked, ..Model::default() }
    });
    model.seed = launch.seed;
    if model.linked.is_some() && cx.is_signed_in {
        ask(&mut model, Wanted::Lines, effects);
    }
    if model.screen == Screen::Line {
        ask_next_buses(&mut model, effects);
    }
    if !model.is_lines_alone {
        // A sheet to sign in should not open before the person has touched anything.
        if cx.is_signed_in {
            open_card(&mut model, effects);
        } else {
            model.card = None;
            model.trouble = model.screen.is_of_card().then_some(Trouble::SignIn);
        }
    }
    model
}

pub(crate) fn update(model: &mut Model, event: Event, cx: &Context, effects: &mut Effects) {
    match event {
        Event::Submitted { action, inputs } => submitted(model, &action, &inputs, cx, effects),
        Event::Acted { action, row, .. } => acted(model, &action, row, effects),
        Event::WentBack => back(model, effects),
        Event::Answered { request, answer } => answered(model, request, answer, effects),
        Event::Moment(Moment::SignedIn) => signed_in(model, effects),
        Event::Moment(Moment::SignedOut) => signed_out(model),
        _ => {}
    }
}

fn go(model: &mut Model, screen: Screen) {
    if model.screen == Screen::ToppedUp {
        model.paid_reference.clear();
    }
    model.screen = screen;
    model.has_recovered = false;
    model.trouble = None;
    model.retry = None;
    model.is_amount_missing = false;
}

fn submitted(model: &mut Model, action: &str, inputs: &Inputs, cx: &Context, effects: &mut Effects) {
    match action {
        "continue" if model.screen == Screen::TopUp => {
            let chosen = inputs.choice("amount").and_then(|id| AMOUNTS.iter().find(|(_, own)| *own == id));
            match chosen {
                Some(&(minor, _)) => {
                    make_bill(model, minor, cx);
                    go(model, Screen::Bill);
                }
                None => model.is_amount_missing = true,
            }
        }
        "search" if model.screen == Screen::Lines => {
            model.query = inputs.text("query");
            model.awaiting.drop_all(&Wanted::Lines);
            model.trouble = None;
            ask(model, Wanted::Lines, effects);
        }
        _ => {}
    }
}

/// A bill for the amount. One that may have been paid already keeps its reference, for it must not be paid twice.
fn make_bill(model: &mut Model, minor: i64, cx: &Context) {
    if model.bill.as_ref().is_none_or(|bill| bill.minor != minor) {
        model.n_bills += 1;
        let reference = format!("bus-{:016x}-{:x}-{}", model.seed, cx.now, model.n_bills);
        model.bill = Some(Bill { reference, minor });
    }
}

fn acted(model: &mut Model, action: &str, row: Option<usize>, effects: &mut Effects) {
    match action {
        "load-card" => {
            model.trouble = None;
            open_card(model, effects);
        }
        "refresh" if model.screen == Screen::Line => {
            model.trouble = None;
            ask_next_buses(model, effects);
        }
        "refresh" => {
            model.trouble = None;
            ask(model, Wanted::Card, effects);
        }
        "redeem" => {
            model.trouble = None;
            redeem(model, effects);
        }
        "show-trips" => go(model, Screen::Trips),
        "leave-trips" => go(model, Screen::Card),
        // A payment under way keeps its bill until it is answered.
        "top-up" if model.awaiting.has(&Wanted::Payment) => go(model, Screen::Bill),
        "top-up" => go(model, Screen::TopUp),
        "pay" if model.screen == Screen::Bill => {
            model.trouble = None;
            ask(model, Wanted::Payment, effects);
        }
        "to-card" => {
            go(model, Screen::Card);
            ask(model, Wanted::Card, effects);
        }
        "lines" => go(model, Screen::Lines),
        "open-line" => {
            let line = model.lines.iter().flatten().nth(row.unwrap_or_default()).cloned();
            if let Some(line) = line {
                open_line(model, line, effects);
            }
        }
        _ => {}
    }
}

fn open_line(model: &mut Model, line: Line, effects: &mut Effects) {
    model.stops = None;
    model.line = line;
    go(model, Screen::Line);
    ask_next_buses(model, effects);
}

fn back(model: &mut Model, effects: &mut Effects) {
    match model.screen {
        Screen::Card => drop(effects.close()),
        Screen::Lines if model.is_lines_alone => drop(effects.close()),
        Screen::Bill if !model.awaiting.has(&Wanted::Payment) => go(model, Screen::TopUp),
        Screen::Line => go(model, Screen::Lines),
        Screen::Trips | Screen::TopUp | Screen::Bill | Screen::ToppedUp | Screen::Lines => {
            go(model, Screen::Card)
        }
    }
}

fn open_card(model: &mut Model, effects: &mut Effects) {
    ask(model, Wanted::KeptReceipts, effects);
    ask(model, Wanted::Card, effects);
}

fn signed_in(model: &mut Model, effects: &mut Effects) {
    if model.trouble == Some(Trouble::SignIn) {
        model.trouble = None;
    }
    let retry = model.retry.take();
    if !model.is_lines_alone {
        open_card(model, effects);
    }
    if let Some(wanted) = retry {
        ask(model, wanted, effects);
    }
}

/// The card, its bill and its receipts are the person's who left; what was kept for them stays kept.
fn signed_out(model: &mut Model) {
    let screen = if model.screen.is_of_card() { Screen::Card } else { model.screen };
    *model = Model {
        screen,
        is_lines_alone: model.is_lines_alone,
        seed: model.seed,
        n_bills: model.n_bills,
        query: std::mem::take(&mut model.query),
        lines: model.lines.take(),
        line: std::mem::take(&mut model.line),
        stops: model.stops.take(),
        trouble: screen.is_of_card().then_some(Trouble::SignIn),
        ..Model::default()
    };
}

fn ask_next_buses(model: &mut Model, effects: &mut Effects) {
    let line = model.line.id.clone();
    ask(model, Wanted::NextBuses(line), effects);
}

fn ask(model: &mut Model, wanted: Wanted, effects: &mut Effects) {
    if model.awaiting.has(&wanted) {
        return;
    }
    let request = match &wanted {
        Wanted::Card => effects.call("bus-card.balance", &Json::object().into()),
        Wanted::KeptReceipts => effects.fetch(RECEIPTS),
        Wanted::Payment => {
            let Some(bill) = &model.bill else { return };
            effects.pay(Payment {
                bill_reference: bill.reference.clone(),
                payee: PAYEE.to_owned(),
                total: Money { currency: CURRENCY.to_owned(), minor: bill.minor },
                purpose: msg("bus-bill-purpose"),
            })
        }
        Wanted::TopUp(receipt) => {
            effects.call("bus-card.top-up", &Json::object().with("receipt", receipt.as_str()).into())
        }
        Wanted::Lines => {
            effects.call("lines.search", &Json::object().with("query", model.query.as_str()).into())
        }
        Wanted::NextBuses(line) => {
            effects.call("lines.next-bus", &Json::object().with("line", line.as_str()).into())
        }
    };
    model.awaiting.add(request, wanted);
}

/// Has the oldest receipt added to the card; one at a time, so that each answer belongs to one receipt.
fn redeem(model: &mut Model, effects: &mut Effects) {
    if let Some(receipt) = model.receipts.first().filter(|_| !model.is_topping_up()) {
        let wanted = Wanted::TopUp(receipt.clone());
        ask(model, wanted, effects);
    }
}

fn keep_receipts(model: &Model, effects: &mut Effects) {
    if model.receipts.is_empty() {
        effects.forget(RECEIPTS);
    } else {
        effects.store(RECEIPTS, &saved::receipts_json(&model.receipts));
    }
}

fn answered(model: &mut Model, request: RequestId, answer: Answer, effects: &mut Effects) {
    let Some(wanted) = model.awaiting.take(request) else { return };
    let reply = match &answer {
        Answer::Reply(reply) => Json::parse(reply),
        _ => None,
    };
    match (wanted, answer) {
        (Wanted::KeptReceipts, Answer::Bytes(kept)) => {
            take_kept(model, kept.as_deref().and_then(Json::from_bytes), effects)
        }
        // The card's own call says what stands in the way; what is kept stays kept until the next start.
        (Wanted::KeptReceipts, _) => {}
        (Wanted::Payment, Answer::Receipt(receipt)) => paid(model, receipt, effects),
        (Wanted::Card, answer) => match reply.as_ref().and_then(saved::card) {
            Some(card) => model.card = Some(card),
            None if model.screen.is_of_card() => fail(model, &answer, None),
            None => {}
        },
        (Wanted::TopUp(receipt), answer) => {
            match reply.as_ref().and_then(|reply| reply.integer("balance_minor")) {
                Some(balance) => topped_up(model, &receipt, balance, effects),
                None => {
                    // One that the department refuses must not stand in the way of the others.
                    if matches!(answer, Answer::Rejected(_)) {
                        model.receipts.retain(|own| *own != receipt);
                        model.receipts.push(receipt);
                    }
                    // The card's page says that the money is safe and offers to try again.
                    if model.screen == Screen::Bill {
                        go(model, Screen::Card);
                    }
                    fail(model, &answer, None);
                }
            }
        }
        (Wanted::Lines, answer) => match reply {
            Some(reply) => found(model, saved::lines(&reply), effects),
            None => fail(model, &answer, Some(Wanted::Lines)),
        },
        (Wanted::NextBuses(line), answer) => match reply {
            // The answer of a line that was left is of no use on the page of another.
            _ if line != model.line.id => {}
            Some(reply) => model.stops = Some(saved::stops(&reply)),
            None => fail(model, &answer, Some(Wanted::NextBuses(line))),
        },
        (Wanted::Payment, answer) => fail(model, &answer, Some(Wanted::Payment)),
    }
}

/// The lines that were looked for. The one that a link names is opened at once.
fn found(model: &mut Model, lines: Vec<Line>, effects: &mut Effects) {
    let linked = model.linked.take().and_then(|id| lines.iter().find(|line| line.id == id).cloned());
    model.lines = Some(lines);
    if let Some(line) = linked.filter(|_| model.screen == Screen::Lines) {
        open_line(model, line, effects);
    }
}

/// Says what stands in the way; a reply that makes no sense is a department that does not work.
fn fail(model: &mut Model, answer: &Answer, retry: Option<Wanted>) {
    let trouble = Trouble::of(answer).unwrap_or(Trouble::Unavailable);
    if trouble == Trouble::SignIn {
        model.retry = retry;
    }
    model.trouble = Some(trouble);
}

fn take_kept(model: &mut Model, kept: Option<Json>, effects: &mut Effects) {
    let n_own = model.receipts.len();
    let kept = kept.map(|kept| saved::receipts(&kept)).unwrap_or_default();
    let n_kept = kept.len();
    for receipt in kept {
        if !model.receipts.contains(&receipt) {
            model.receipts.push(receipt);
        }
    }
    // A receipt that came in before the kept ones were read must not have displaced them.
    if n_own > 0 && model.receipts.len() > n_kept {
        keep_receipts(model, effects);
    }
    redeem(model, effects);
}

fn paid(model: &mut Model, receipt: String, effects: &mut Effects) {
    model.paid_reference = model.bill.take().map(|bill| bill.reference).unwrap_or_default();
    if !model.receipts.contains(&receipt) {
        model.receipts.push(receipt.clone());
    }
    // Kept before it is redeemed: from here on no crash loses the money.
    keep_receipts(model, effects);
    ask(model, Wanted::TopUp(receipt), effects);
    if model.screen == Screen::Bill {
        go(model, Screen::Card);
    }
}

fn topped_up(model: &mut Model, receipt: &str, balance: i64, effects: &mut Effects) {
    model.receipts.retain(|own| own != receipt);
    keep_receipts(model, effects);
    model.card.get_or_insert_with(Card::default).balance_minor = balance;
    redeem(model, effects);
    if !matches!(model.screen, Screen::Card | Screen::Bill) {
        return;
    }
    if model.paid_reference.is_empty() {
        // A receipt of an earlier start: the person did not ask for anything just now.
        go(model, Screen::Card);
        model.has_recovered = true;
    } else {
        go(model, Screen::ToppedUp);
    }
}
