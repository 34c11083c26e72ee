//! Human resources and social security: the social security card.

use async_trait::async_trait;
use fingertip_contract::{Document, ProblemCode, api::DispatchedCase, document::DocumentField};
use fingertip_kit::{ApiError, clock::nation_zone};
use fingertip_standard::{DepartmentId, OperationId};
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    department::{Backend, Call, Decision, Department, id_of, reply},
    paper::{NAME_UNPROVEN, derive_number, proven},
    said::said,
};

const CARD: &str = "social-security-card";

/// The department.
pub(crate) struct HumanResources;

#[async_trait]
impl Department for HumanResources {
    fn id(&self) -> DepartmentId {
        id_of("human-resources")
    }

    fn operations(&self) -> &'static [&'static str] {
        &["card.options"]
    }

    async fn operate(&self, _: &Backend, operation: &OperationId, call: Call) -> Result<String, ApiError> {
        match operation.as_str() {
            "card.options" => options(&call),
            _ => Err(ProblemCode::OperationUnknown.into()),
        }
    }

    fn decide(&self, case: &DispatchedCase, now: Timestamp) -> Decision {
        decide(case, now)
    }
}

fn decide(case: &DispatchedCase, now: Timestamp) -> Decision {
    if case.case.service.as_str() != CARD {
        return Decision::Grant(None);
    }
    let form: Option<CardForm> = serde_json::from_str(&case.case.body).ok();
    if form.is_none_or(|form| form.delivery.is_null()) {
        return Decision::Refuse("refused-no-delivery");
    }
    let Some(holder) = proven(case, "name") else { return Decision::Refuse(NAME_UNPROVEN) };
    Decision::Grant(Some(Box::new(card(case, holder, now))))
}

#[derive(Deserialize)]
struct CardForm {
    delivery: Value,
}

fn card(case: &DispatchedCase, holder: &str, now: Timestamp) -> Document {
    let valid_until = now.to_zoned(nation_zone()).date().checked_add(10.years()).ok();
    Document {
        id: case.id.to_string(),
        issuer: id_of("human-resources"),
        subject: case.subject.clone(),
        kind: CARD.to_owned(),
        title: said("document-card"),
        holder: holder.to_owned(),
        number: derive_number("99", &case.subject, 10),
        issued: now.as_second(),
        valid_until,
        status: None,
        fields: vec![DocumentField { label: said("document-case"), value: case.id.to_string() }],
    }
}

fn options(call: &Call) -> Result<String, ApiError> {
    let _: serde_json::Map<String, Value> =
        call.read("请求内容应为 JSON 对象。 / The request must be a JSON object.")?;
    reply(&banks_and_offices())
}

fn banks_and_offices() -> Value {
    let bank = |id: &str| json!({ "id": id, "name": said(&format!("bank-{id}")) });
    let office = |id: &str| {
        let name = format!("office-{id}");
        json!({ "id": id, "name": said(&name), "address": said(&format!("{name}-address")) })
    };
    let banks = ["people-savings", "harvest", "harbour"].map(bank);
    let offices = ["riverside", "old-town", "university"].map(office);
    json!({ "banks": banks, "offices": offices })
}
