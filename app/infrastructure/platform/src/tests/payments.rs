use fingertip_standard::api::{self, Receipt};
use serde_json::{Value, json};

use super::nation::{Nation, problem};

fn order(minor: i64) -> Value {
    json!({"bill_reference": "b1", "payee": "Transport", "currency": "CNY", "minor": minor, "app": "cn.example.transport.app"})
}

async fn pay(nation: &Nation, access: &str, key: &str, order: &Value) -> reqwest::Response {
    let address = format!("{}/payments", nation.running.demo_url);
    nation.client.post(address).bearer_auth(access).header(api::IDEMPOTENCY_KEY, key).json(order).send().await.expect("answered")
}

#[tokio::test]
async fn a_receipt_tops_the_card_up_once() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let receipt: Receipt = pay(&nation, &access, "p1", &order(5000)).await.json().await.expect("a receipt");
    let again: Receipt = pay(&nation, &access, "p1", &order(5000)).await.json().await.expect("a receipt");
    assert_eq!(receipt, again);
    let body = json!({"receipt": receipt.jws});
    let first = nation.operated(&access, "transport", "bus-card.top-up", &body).await;
    assert_eq!(first, json!({"balance_minor": 7350}));
    assert_eq!(nation.operated(&access, "transport", "bus-card.top-up", &body).await, first);
    assert_eq!(nation.operated(&access, "transport", "bus-card.balance", &json!({})).await["balance_minor"], 7350);

    let other = nation.log_in("li-xiuying").await.access;
    assert_eq!(nation.operation(&other, "transport", "bus-card.top-up", &body).await.status(), 422);
    let elsewhere = json!({"bill_reference": "b", "payee": "x", "currency": "CNY", "minor": 100, "app": "cn.example.other.app"});
    let receipt: Receipt = pay(&nation, &access, "p2", &elsewhere).await.json().await.expect("a receipt");
    let stolen = nation.operation(&access, "transport", "bus-card.top-up", &json!({"receipt": receipt.jws})).await;
    assert_eq!(stolen.status(), 422);
}

#[tokio::test]
async fn amounts_out_of_bounds_and_reused_keys_are_refused() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    for minor in [0, -1, 100_001, i64::MIN] {
        assert_eq!(problem(pay(&nation, &access, "p", &order(minor)).await).await, (422, "payment-refused".into()));
    }
    assert_eq!(pay(&nation, &access, "p", &order(100_000)).await.status(), 201);
    assert_eq!(problem(pay(&nation, &access, "p", &order(99)).await).await, (422, "idempotency-key-reused".into()));
    assert_eq!(problem(pay(&nation, "nonsense", "q", &order(99)).await).await, (401, "token-invalid".into()));
}
