//! Human resources and social security: the social security card, and the pension.

use async_trait::async_trait;
use fingertip_contract::{
    ActKind, AskKind, CaseAsk, Document, ProblemCode,
    api::{DispatchedAct, DispatchedCase},
    document::DocumentField,
};
use fingertip_kit::{ApiError, clock::nation_zone};
use fingertip_standard::{DepartmentId, OperationId};
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use serde_json::{Value, json};

use super::public_security::REGISTER_PAGE;
use crate::{
    department::{Backend, Call, Decision, Department, id_of, reply},
    paper::{NAME_UNPROVEN, Paper, derive_number, proven_name},
    said::said,
    step::{answer, needed},
};

const CARD: &str = "social-security-card";
/// The record of contributions, which the pension is reckoned from.
const PENSION_RECORD: &str = "pension-record";
/// The certificate that somebody has retired, as the steps of other departments name it.
pub(crate) const RETIREMENT_CERTIFICATE: &str = "retirement-certificate";

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

    fn office(&self) -> &'static str {
        "office-card"
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        decide(case, acts, now)
    }
}

fn decide(case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
    let service = case.case.service.as_str();
    if case.joint.is_some() && service != CARD {
        return decide_on_pension(case, acts, now);
    }
    if service != CARD {
        return Decision::Grant(None);
    }
    let Ok(form) = serde_json::from_str::<CardForm>(&case.case.body) else {
        return Decision::Refuse("refused-unreadable");
    };
    let asks = missing(&form, case, acts);
    if !asks.is_empty() {
        return Decision::Ask(asks);
    }
    // A child's card is in the name that the household register has.
    if case.joint.is_some() {
        return match needed(case, acts, REGISTER_PAGE) {
            Ok(page) => Decision::Grant(Some(Box::new(card(case, &page.holder, now)))),
            Err(ask) => ask,
        };
    }
    let Some(holder) = proven_name(case, acts) else { return Decision::Refuse(NAME_UNPROVEN) };
    Decision::Grant(Some(Box::new(card(case, &holder, now))))
}

/// The steps of who retires, and of who takes their insurance along to another place.
fn decide_on_pension(case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
    let before = match case.case.service.as_str() {
        "pension-insurance-record" => None,
        "retirement-application" => Some(PENSION_RECORD),
        "pension-transfer" => Some(REGISTER_PAGE),
        _ => return Decision::Grant(None),
    };
    if let Some(Err(ask)) = before.map(|kind| needed(case, acts, kind)) {
        return ask;
    }
    let Some(holder) = proven_name(case, acts) else { return Decision::Refuse(NAME_UNPROVEN) };
    let (kind, title, prefix, field, value) = match before {
        None => (PENSION_RECORD, "document-pension-record", "P", "field-work-began", "work-began"),
        Some(PENSION_RECORD) => {
            (RETIREMENT_CERTIFICATE, "document-retirement", "R", "field-retired", "retire-on")
        }
        Some(_) => return Decision::Grant(None),
    };
    let value = answer(case, value).unwrap_or_default();
    let fields = vec![DocumentField { label: said(field), value }];
    let paper = Paper { issuer: id_of("human-resources"), kind, title, holder, prefix, fields };
    Decision::Grant(Some(Box::new(paper.write(case, now))))
}

#[derive(Deserialize)]
struct CardForm {
    #[serde(default)]
    delivery: Value,
    address: Option<String>,
    photo: Option<Value>,
}

/// The ask for an address.
const ADDRESS: &str = "address";
/// The ask for a photo.
const PHOTO: &str = "photo";

/// What the person can supply and has not, neither with the case nor since.
fn missing(form: &CardForm, case: &DispatchedCase, acts: &[DispatchedAct]) -> Vec<CaseAsk> {
    let answers = || acts.iter().rev().filter(|act| act.act.kind == ActKind::Answer);
    let answered = answers().find_map(|act| act.act.answers.get(ADDRESS)).or(form.address.as_ref());
    let has_address = match answered {
        Some(address) => form.delivery == "pick-up" || is_usable(address),
        None => !form.delivery.is_null(),
    };
    let wants_photo = form.photo.as_ref().is_some_and(|source| source == "upload");
    let has_photo = !case.case.files.is_empty()
        || answers().any(|act| act.act.files.iter().any(|file| file.key == PHOTO));
    let ask = |id: &str, kind| CaseAsk {
        id: id.to_owned(),
        kind,
        label: said(&format!("ask-{id}")),
        hint: Some(said(&format!("ask-{id}-hint"))),
        is_required: true,
        document_kind: None,
    };
    let address = (!has_address).then(|| ask(ADDRESS, AskKind::Words));
    let photo = (wants_photo && !has_photo).then(|| ask(PHOTO, AskKind::File));
    address.into_iter().chain(photo).collect()
}

/// Whether a courier would find it: it has a number and is more than that.
fn is_usable(address: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十百";
    let has_number = address.chars().any(|c| c.is_numeric() || NUMERALS.contains(c));
    has_number && address.trim().chars().count() >= 6
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
