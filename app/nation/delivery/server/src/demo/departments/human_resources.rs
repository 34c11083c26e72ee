//! Human resources and social security: the social security card.

use fingertip_contract::{Document, api::DispatchedCase, document::DocumentField};
use fingertip_standard::{ClaimName, LocalText, OperationId};
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Call, Kind, processing::Decision, reply};
use crate::{domain::nation_zone, http::problem::ApiError, secrets};

/// Operations that mini-apps may call.
pub(crate) const OPERATIONS: &[&str] = &["card.options"];

const CARD: &str = "social-security-card";

/// Decides on a case.
pub(crate) fn decide(case: &DispatchedCase, now: Timestamp) -> Decision {
    if case.case.service.as_str() != CARD {
        return Decision::Grant(None);
    }
    let form: Option<CardForm> = serde_json::from_str(&case.case.body).ok();
    let Some(form) = form.filter(|form| !form.name.trim().is_empty() && !form.delivery.is_null()) else {
        return Decision::Refuse(
            "申请缺少姓名或领取方式，请补充后重新提交。 / The name or the way of delivery is missing: please complete it and hand it in again.",
        );
    };
    Decision::Grant(Some(Box::new(card(case, &form, now))))
}

#[derive(Deserialize)]
struct CardForm {
    name: String,
    delivery: Value,
}

fn card(case: &DispatchedCase, form: &CardForm, now: Timestamp) -> Document {
    let valid_until = now.to_zoned(nation_zone()).date().checked_add(10.years()).ok();
    Document {
        id: case.id.to_string(),
        issuer: Kind::HumanResources.id(),
        subject: case.subject.clone(),
        kind: CARD.to_owned(),
        title: text("社会保障卡", "Social security card"),
        holder: claim(case, "name").unwrap_or(form.name.trim()).to_owned(),
        number: derive_number("99", &case.subject, 10),
        issued: now.as_second(),
        valid_until,
        fields: vec![DocumentField {
            label: text("申领编号", "Case reference"), value: case.id.to_string()
        }],
    }
}

/// A fact about the person that came with the case.
pub(crate) fn claim<'a>(case: &'a DispatchedCase, name: &str) -> Option<&'a str> {
    let name = ClaimName::new(name).ok()?;
    case.case.claims.get(&name).map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// A text in the demo nation's two languages.
pub(crate) fn text(chinese: &str, english: &str) -> LocalText {
    LocalText(
        [("zh-Hans", chinese), ("en", english)].map(|(tag, text)| (tag.to_owned(), text.to_owned())).into(),
    )
}

/// A number that is the same whenever it is derived for the same seed.
pub(crate) fn derive_number(prefix: &str, seed: &str, n_digits: usize) -> String {
    let hash = secrets::derive_hash(seed);
    let digits = hash.bytes().map(|b| char::from(b'0' + b % 10)).take(n_digits);
    prefix.chars().chain(digits).collect()
}

/// Answers an operation.
pub(crate) fn operate(operation: &OperationId, call: &Call) -> Result<String, ApiError> {
    match operation.as_str() {
        "card.options" => {
            let _: serde_json::Map<String, Value> =
                call.read("请求内容应为 JSON 对象。 / The request must be a JSON object.")?;
            reply(&options())
        }
        _ => Err(ApiError::OperationUnknown),
    }
}

fn options() -> Value {
    json!({
        "banks": [
            {"id": "people-savings", "name": "示范人民储蓄银行 / People's Savings Bank (demo)"},
            {"id": "harvest", "name": "示范丰收银行 / Harvest Bank (demo)"},
            {"id": "harbour", "name": "示范海港银行 / Harbour Bank (demo)"}
        ],
        "offices": [
            {"id": "riverside", "name": "滨江社保服务中心 / Riverside office", "address": "滨江大道 18 号 / 18 Riverside Avenue"},
            {"id": "old-town", "name": "老城社保服务站 / Old town office", "address": "钟楼街 5 号 / 5 Bell Tower Street"},
            {"id": "university", "name": "大学城社保服务站 / University town office", "address": "学苑路 77 号 / 77 Campus Road"}
        ]
    })
}
