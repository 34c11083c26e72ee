//! Receipts of the payment service, as a payee checks them.

use fingertip_contract::{ProblemCode, api::PaymentOrder};
use fingertip_kit::{ApiError, keys};
use jsonwebtoken::jwk::JwkSet;
use serde::Deserialize;

use crate::department::{Backend, Call};

pub(crate) const OTHERWISE: &str = "付款凭证无效。 / The receipt is not valid.";

/// What was paid.
#[derive(Deserialize)]
pub(crate) struct Paid {
    /// The payment's id.
    #[serde(rename = "jti")]
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) order: PaymentOrder,
}

/// The payment behind a receipt: signed by the payment service, for the calling mini-app, in yuan.
pub(crate) async fn check(backend: &Backend, call: &Call, receipt: &str) -> Result<Paid, ApiError> {
    let keys = payment_keys(backend).await.map_err(|_| ProblemCode::DepartmentUnavailable)?;
    let paid: Paid =
        keys::verify(receipt, &keys, &keys::plain_validation()).map_err(|_| ApiError::input(OTHERWISE))?;
    if paid.order.app != call.app.app || paid.order.currency != "CNY" || paid.order.minor <= 0 {
        return Err(ApiError::input(OTHERWISE));
    }
    Ok(paid)
}

async fn payment_keys(backend: &Backend) -> Result<JwkSet, reqwest::Error> {
    backend.client.get(&backend.payment_keys_url).send().await?.error_for_status()?.json().await
}
