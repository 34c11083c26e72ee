use fingertip_contract::api::{self, Receipt};
use serde_json::{Value, json};

use super::nation::{Nation, problem};

fn order(minor: i64) -> Value {
    json!({"bill_reference": "b1", "payee": "Transport", "currency": "CNY", "minor": minor, "app": "cn.example.transport.app"})
}

/// Pays with a token for that alone, which the platform's `access` is exchanged for.
async fn pay(nation: &Nation, access: &str, key: &str, order: &Value) -> reqwest::Response {
    pay_with(nation, &nation.paying(access).await, key, order).await
}

async fn pay_with(nation: &Nation, token: &str, key: &str, order: &Value) -> reqwest::Response {
    let address = format!("{}/payments", nation.running.demo_url);
    nation
        .client
        .post(address)
        .bearer_auth(token)
        .header(api::IDEMPOTENCY_KEY, key)
        .json(order)
        .send()
        .await
        .expect("answered")
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
    assert_eq!(
        nation.operated(&access, "transport", "bus-card.balance", &json!({})).await["balance_minor"],
        7350
    );

    let other = nation.log_in("li-xiuying").await.access;
    assert_eq!(nation.operation(&other, "transport", "bus-card.top-up", &body).await.status(), 422);
    let elsewhere = json!({"bill_reference": "b", "payee": "x", "currency": "CNY", "minor": 100, "app": "cn.example.other.app"});
    let receipt: Receipt = pay(&nation, &access, "p2", &elsewhere).await.json().await.expect("a receipt");
    let stolen =
        nation.operation(&access, "transport", "bus-card.top-up", &json!({"receipt": receipt.jws})).await;
    assert_eq!(stolen.status(), 422);
}

#[tokio::test]
async fn amounts_out_of_bounds_and_reused_keys_are_refused() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    for minor in [0, -1, 100_001, i64::MIN] {
        assert_eq!(
            problem(pay(&nation, &access, "p", &order(minor)).await).await,
            (422, "payment-refused".into())
        );
    }
    assert_eq!(pay(&nation, &access, "p", &order(100_000)).await.status(), 201);
    assert_eq!(
        problem(pay(&nation, &access, "p", &order(99)).await).await,
        (422, "idempotency-key-reused".into())
    );
    assert_eq!(
        problem(pay_with(&nation, "nonsense", "q", &order(99)).await).await,
        (401, "token-invalid".into())
    );
}

#[tokio::test]
async fn a_bill_is_paid_once_by_the_receipt_that_names_it() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let asked = json!({"account": "1020304050"});
    let before = nation.operated(&access, "utilities", "bills.household", &asked).await;
    assert_eq!(before["bills"].as_array().map(Vec::len), Some(3));
    assert_eq!(before["months"].as_array().map(Vec::len), Some(12));
    let bill = &before["bills"][1];
    assert_eq!((&bill["supply"], &bill["paid_ms"]), (&json!("power"), &Value::Null));
    let order = |minor: i64| {
        let app = "cn.example.utilities.app";
        json!({"bill_reference": bill["id"], "payee": "utilities", "currency": "CNY", "minor": minor, "app": app})
    };
    let minor = bill["minor"].as_i64().expect("an amount");
    let too_little: Receipt =
        pay(&nation, &access, "p1", &order(minor - 1)).await.json().await.expect("a receipt");
    let refused =
        nation.operation(&access, "utilities", "bills.pay", &json!({"receipt": too_little.jws})).await;
    assert_eq!(refused.status(), 422);
    let receipt: Receipt = pay(&nation, &access, "p2", &order(minor)).await.json().await.expect("a receipt");
    let after = nation.operated(&access, "utilities", "bills.pay", &json!({"receipt": receipt.jws})).await;
    assert!(after["bills"][1]["paid_ms"].is_i64() && after["bills"][0]["paid_ms"].is_null(), "{after}");
    assert_eq!(
        nation.operated(&access, "utilities", "bills.pay", &json!({"receipt": receipt.jws})).await,
        after
    );
    let other = nation.log_in("li-xiuying").await.access;
    assert_eq!(
        nation.operated(&other, "utilities", "bills.household", &asked).await["bills"][1],
        after["bills"][1]
    );
    let twice: Receipt = pay(&nation, &other, "p3", &order(minor)).await.json().await.expect("a receipt");
    assert_eq!(
        nation.operation(&other, "utilities", "bills.pay", &json!({"receipt": twice.jws})).await.status(),
        422
    );
    for nobody in ["0123456789", "123", "12345678x0"] {
        assert_eq!(
            nation
                .operation(&access, "utilities", "bills.household", &json!({"account": nobody}))
                .await
                .status(),
            422
        );
    }
}
