//! A household's bills: the last full month of each supply is to be paid, once, by anyone who knows the account's number,
//! for whoever pays for their parents is not the one who has the account.

use fingertip_kit::ApiError;
use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};

use super::meters::{Month, Supply};
use crate::{
    department::{Backend, Call, reply},
    receipt::{self, Paid},
};

/// The months of use that are told.
const N_MONTHS: i16 = 12;
/// Digits of an account's number.
const N_DIGITS: usize = 10;

#[derive(Deserialize)]
struct Asked {
    account: String,
}

/// One bill.
struct Bill {
    id: String,
    supply: Supply,
    month: Month,
    used: i64,
    minor: i64,
}

impl Bill {
    fn of(account: &str, supply: Supply, month: Month) -> Self {
        let used = supply.used(account, month);
        Self {
            id: format!("{account}-{}-{month}", supply.id()),
            supply,
            month,
            used,
            minor: used * supply.price_minor(),
        }
    }
}

/// The household's bills and its use in the last months.
pub(crate) async fn household(backend: &Backend, call: Call) -> Result<String, ApiError> {
    let Asked { account } = call.read("请提供户号。 / Give the account's number.")?;
    let months = months(&account, &call)?;
    backend.database.run(move |work| reply(&told(work, &account, &months)?)).await
}

#[derive(Deserialize)]
struct Redeemed {
    receipt: String,
}

/// Each receipt pays its bill once; told again, the answer is the same.
pub(crate) async fn pay(backend: &Backend, call: Call) -> Result<String, ApiError> {
    let invalid = ApiError::input(receipt::OTHERWISE);
    let Redeemed { receipt: text } = call.read(receipt::OTHERWISE)?;
    let paid = receipt::check(backend, &call, &text).await?;
    let Some((account, _)) = paid.order.bill_reference.split_once('-') else { return Err(invalid) };
    let account = account.to_owned();
    let months = months(&account, &call)?;
    let bills = bills(&account, &months);
    let Some(bill) =
        bills.into_iter().find(|bill| bill.id == paid.order.bill_reference && bill.minor == paid.order.minor)
    else {
        return Err(invalid);
    };
    let now_ms = call.now.as_millisecond();
    let settle = move |work: &Transaction<'_>| {
        if settle(work, &bill, &paid, now_ms)? {
            reply(&told(work, &account, &months)?)
        } else {
            Err(ApiError::input("这笔账单已经付过了。 / This bill has been paid already."))
        }
    };
    backend.database.run(settle).await
}

/// Whether the bill is paid with this receipt, now or before; not with another.
fn settle(work: &Transaction<'_>, bill: &Bill, paid: &Paid, now_ms: i64) -> Result<bool, StoreError> {
    let sql =
        "INSERT INTO utility_payments (bill, receipt, paid_ms) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    work.execute(sql, params![bill.id, paid.id, now_ms])?;
    let by: Option<String> = work
        .query_row("SELECT receipt FROM utility_payments WHERE bill = ?1", [&bill.id], |row| row.get(0))
        .optional()?;
    Ok(by.as_deref() == Some(paid.id.as_str()))
}

/// The months that an account has bills and use for; an account that is no account has none.
fn months(account: &str, call: &Call) -> Result<Vec<Month>, ApiError> {
    // In the demo nation every number of ten digits is an account, but for those that begin with zero.
    let is_account =
        account.len() == N_DIGITS && account.bytes().all(|b| b.is_ascii_digit()) && !account.starts_with('0');
    if !is_account {
        return Err(ApiError::input(
            "没有这个户号，请核对后再试。 / There is no such account. Please check the number.",
        ));
    }
    Ok(Month::before(call.now.to_zoned(TimeZone::UTC).date(), N_MONTHS))
}

fn bills(account: &str, months: &[Month]) -> Vec<Bill> {
    months
        .last()
        .map(|month| Supply::ALL.map(|supply| Bill::of(account, supply, *month)).into())
        .unwrap_or_default()
}

fn told(work: &Transaction<'_>, account: &str, months: &[Month]) -> Result<Value, StoreError> {
    let mut rows = Vec::new();
    for bill in bills(account, months) {
        let sql = "SELECT paid_ms FROM utility_payments WHERE bill = ?1";
        let paid_ms: Option<i64> = work.query_row(sql, [&bill.id], |row| row.get(0)).optional()?;
        let Bill { id, supply, month, used, minor } = bill;
        rows.push(json!({
            "id": id, "supply": supply.id(), "month": month.to_string(), "used": used, "unit": supply.unit(), "minor": minor,
            "paid_ms": paid_ms,
        }));
    }
    let mut used = serde_json::Map::new();
    for supply in Supply::ALL {
        let points: Vec<i64> = months.iter().map(|month| supply.used(account, *month)).collect();
        used.insert(supply.id().to_owned(), points.into());
    }
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    Ok(json!({ "account": account, "bills": rows, "months": months, "used": used }))
}
