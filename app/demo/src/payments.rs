//! The payment service: an order becomes a receipt that the payee can check.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use fingertip_contract::{
    ProblemCode,
    api::{PaymentOrder, Receipt},
};
use fingertip_kit::{
    ApiError, Issuers,
    body::{IdempotencyKey, JsonBody},
    clock,
    keys::SigningKey,
    proofs::Asked as Request,
    secrets,
};
use fingertip_store::{Database, StoreError, Transaction, sql::OptionalExtension};
use jsonwebtoken::jwk::JwkSet;
use serde::Serialize;

/// The largest payment, in minor units.
const MOST_MINOR: i64 = 100_000;

/// How much later than the device asks for it a person may have shown who they are.
const LEEWAY_MINUTES: u32 = 5;

/// The payment service.
pub(crate) struct Payments {
    /// Signs receipts.
    pub(crate) key: SigningKey,
    /// Its own URL.
    pub(crate) url: String,
    /// Checks persons' tokens.
    pub(crate) issuers: Issuers,
    /// For how many minutes it counts that a person showed who they are; for ever where this is not said.
    pub(crate) fresh_minutes: Option<u32>,
    pub(crate) database: Database,
}

/// The payload of a receipt's JWS.
#[derive(Serialize)]
struct Paid<'a> {
    iss: &'a str,
    jti: &'a str,
    iat: i64,
    paid_at: String,
    #[serde(flatten)]
    order: &'a PaymentOrder,
}

/// The service's routes, to be merged where `payments_url` points.
pub(crate) fn router(payments: Arc<Payments>) -> Router {
    Router::new().route("/payments", post(pay)).route("/payments/jwks.json", get(jwks)).with_state(payments)
}

async fn jwks(State(payments): State<Arc<Payments>>) -> Json<JwkSet> {
    Json(payments.key.public_set())
}

async fn pay(
    State(payments): State<Arc<Payments>>,
    headers: HeaderMap,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(order): JsonBody<PaymentOrder>,
) -> Result<Response, ApiError> {
    let request = Request { method: "POST", url: &payments.url };
    let shown = payments.issuers.verify(&headers, &request).await?;
    let claims = &shown.claims;
    if let Some(minutes) = payments.fresh_minutes {
        // The bill was looked at meanwhile.
        claims.check_fresh(minutes.saturating_add(LEEWAY_MINUTES))?;
    }
    // Each issuer names people for itself.
    let subject = format!("{} {}", shown.issuer.url(), claims.sub);
    if !(1..=MOST_MINOR).contains(&order.minor) || order.currency != "CNY" {
        return Err(ProblemCode::PaymentRefused.into());
    }
    let receipt = receipt(&payments, &order)?;
    let asked = Asked { subject, key, order };
    let answer = payments.database.run(move |work| asked.settle(work, &receipt)).await?;
    Ok((StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], answer).into_response())
}

fn receipt(payments: &Payments, order: &PaymentOrder) -> Result<Receipt, ApiError> {
    let now = clock::now();
    let id = uuid::Uuid::now_v7().to_string();
    let paid = Paid { iss: &payments.url, jti: &id, iat: now.as_second(), paid_at: now.to_string(), order };
    Ok(Receipt { jws: payments.key.sign("JWT", &paid)?, id })
}

struct Asked {
    subject: String,
    key: String,
    order: PaymentOrder,
}

impl Asked {
    /// Keeps `receipt` under the key, or answers with the one that is already there.
    fn settle(self, work: &Transaction<'_>, receipt: &Receipt) -> Result<String, ApiError> {
        let damaged = |_| StoreError::Damaged { table: "payments" };
        let hash = secrets::derive_hash(&serde_json::to_string(&self.order).map_err(damaged)?);
        let sql = "SELECT request_hash, response FROM payments WHERE subject = ?1 AND key = ?2";
        let known: Option<(String, String)> = work
            .query_row(sql, [&self.subject, &self.key], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match known {
            Some((known_hash, response)) if known_hash == hash => Ok(response),
            Some(_) => Err(ProblemCode::IdempotencyKeyReused.into()),
            None => {
                let response = serde_json::to_string(receipt).map_err(damaged)?;
                work.execute(
                    "INSERT INTO payments (subject, key, request_hash, response) VALUES (?1, ?2, ?3, ?4)",
                    [&self.subject, &self.key, &hash, &response],
                )?;
                Ok(response)
            }
        }
    }
}
