//! The bus card: its balance, its trips, and topping it up with the receipt of a payment.

use fingertip_kit::ApiError;
use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    department::{Backend, Call, reply},
    paper::derive_number,
    receipt::{self, Paid},
};

/// What a new card holds, in minor units.
const FIRST_BALANCE: i64 = 2350;
/// Trips that a new card comes with: hours ago, line, fare in minor units.
const FIRST_TRIPS: [(i64, &str, i64); 3] = [(3, "1", 200), (27, "2", 200), (51, "7", 250)];

pub(crate) async fn balance(backend: &Backend, call: Call) -> Result<String, ApiError> {
    let _: serde_json::Map<String, Value> =
        call.read("请求内容应为 JSON 对象。 / The request must be a JSON object.")?;
    let now_ms = call.now.as_millisecond();
    backend
        .database
        .run(move |work| {
            let card = open(work, &call.subject, now_ms)?;
            let trips = trips(work, &call.subject)?;
            reply(&json!({ "card": card.number, "balance_minor": card.balance_minor, "trips": trips }))
        })
        .await
}

#[derive(Deserialize)]
struct TopUp {
    receipt: String,
}

/// Each receipt tops up once; told again, the answer is the same and nothing is added.
pub(crate) async fn top_up(backend: &Backend, call: Call) -> Result<String, ApiError> {
    let asked: TopUp = call.read(receipt::OTHERWISE)?;
    let paid = receipt::check(backend, &call, &asked.receipt).await?;
    let now_ms = call.now.as_millisecond();
    let add = move |work: &Transaction<'_>| {
        open(work, &call.subject, now_ms)?;
        let balance =
            add_once(work, &call.subject, &paid)?.ok_or_else(|| ApiError::input(receipt::OTHERWISE))?;
        reply(&json!({ "balance_minor": balance }))
    };
    backend.database.run(add).await
}

/// The balance after the receipt; none when another person used it.
fn add_once(work: &Transaction<'_>, subject: &str, paid: &Paid) -> Result<Option<i64>, StoreError> {
    let used: Option<(String, i64)> = work
        .query_row("SELECT subject, balance_minor FROM bus_top_ups WHERE receipt = ?1", [&paid.id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    if let Some((by, balance)) = used {
        return Ok((by == subject).then_some(balance));
    }
    let sql =
        "UPDATE bus_cards SET balance_minor = balance_minor + ?2 WHERE subject = ?1 RETURNING balance_minor";
    let balance: i64 = work.query_row(sql, params![subject, paid.order.minor], |row| row.get(0))?;
    work.execute(
        "INSERT INTO bus_top_ups (receipt, subject, balance_minor) VALUES (?1, ?2, ?3)",
        params![paid.id, subject, balance],
    )?;
    Ok(Some(balance))
}

struct Card {
    number: String,
    balance_minor: i64,
}

/// The person's card, made with its first trips when they have none.
fn open(work: &Transaction<'_>, subject: &str, now_ms: i64) -> Result<Card, StoreError> {
    let number = derive_number("31", subject, 14);
    let sql =
        "INSERT INTO bus_cards (subject, card, balance_minor) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    if work.execute(sql, params![subject, number, FIRST_BALANCE])? == 1 {
        for (hours, line, minor) in FIRST_TRIPS {
            let at_ms = now_ms - hours * 3_600_000;
            work.execute(
                "INSERT INTO bus_trips (subject, at_ms, line, minor) VALUES (?1, ?2, ?3, ?4)",
                params![subject, at_ms, line, minor],
            )?;
        }
    }
    let sql = "SELECT card, balance_minor FROM bus_cards WHERE subject = ?1";
    Ok(work.query_row(sql, [subject], |row| Ok(Card { number: row.get(0)?, balance_minor: row.get(1)? }))?)
}

fn trips(work: &Transaction<'_>, subject: &str) -> Result<Vec<Value>, StoreError> {
    let statement = work.prepare(
        "SELECT at_ms, line, minor FROM bus_trips WHERE subject = ?1 ORDER BY at_ms DESC LIMIT 20",
    )?;
    let rows = statement.query_map([subject], |row| {
        let (at_ms, line, minor): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(json!({ "at_ms": at_ms, "line": line, "minor": minor }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
