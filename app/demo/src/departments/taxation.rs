//! Taxation: the yearly income statement and the certificate of tax paid.

use async_trait::async_trait;
use fingertip_contract::{
    Document, ProblemCode,
    api::{AssuranceLevel, DispatchedAct, DispatchedCase},
    document::DocumentField,
};
use fingertip_kit::{ApiError, clock::nation_zone, secrets};
use fingertip_server::NeededAssurance;
use fingertip_standard::{DepartmentId, LocalText, OperationId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    department::{Backend, Call, Decision, Department, id_of, reply},
    paper::{NAME_UNPROVEN, derive_number, proven_name},
    said::said,
};

const CERTIFICATE: &str = "tax-paid-certificate";
const FIRST_YEAR: i16 = 2019;

/// The department.
pub(crate) struct Taxation;

#[async_trait]
impl Department for Taxation {
    fn id(&self) -> DepartmentId {
        id_of("taxation")
    }

    fn operations(&self) -> &'static [&'static str] {
        &["income.statement"]
    }

    /// What somebody earned is told to whoever is surely them.
    fn needed_assurance(&self) -> NeededAssurance {
        let told = self.operations().iter().filter_map(|name| OperationId::new(*name).ok());
        let operations = told.map(|operation| (operation, AssuranceLevel::High)).collect();
        NeededAssurance { cases: AssuranceLevel::High, operations }
    }

    async fn operate(&self, _: &Backend, operation: &OperationId, call: Call) -> Result<String, ApiError> {
        match operation.as_str() {
            "income.statement" => tell_statement(&call),
            _ => Err(ProblemCode::OperationUnknown.into()),
        }
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        decide(case, acts, now)
    }
}

fn decide(case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
    if case.case.service.as_str() != CERTIFICATE {
        return Decision::Grant(None);
    }
    let form: Option<CertificateForm> = serde_json::from_str(&case.case.body).ok();
    let Some(form) = form.filter(|form| is_known_year(form.year, now)) else {
        return Decision::Refuse("refused-wrong-year");
    };
    let Some(holder) = proven_name(case, acts) else { return Decision::Refuse(NAME_UNPROVEN) };
    Decision::Grant(Some(Box::new(certificate(case, &holder, form.year, now))))
}

/// What somebody asks a certificate for. What they reckoned comes with it and is not read: a certificate says what the department
/// was told by those who pay and withhold.
#[derive(Deserialize)]
struct CertificateForm {
    year: i16,
}

fn certificate(case: &DispatchedCase, holder: &str, year: i16, now: Timestamp) -> Document {
    let known = Statement::of(&case.subject, year);
    let field = |label, value| DocumentField { label: said(label), value };
    Document {
        id: case.id.to_string(),
        issuer: id_of("taxation"),
        subject: case.subject.clone(),
        kind: CERTIFICATE.to_owned(),
        title: said("document-tax"),
        holder: holder.to_owned(),
        number: derive_number("TP", &format!("{}{year}", case.subject), 12),
        issued: now.as_second(),
        valid_until: None,
        status: None,
        fields: vec![
            field("field-tax-year", year.to_string()),
            field("field-income", yuan(known.wages_minor)),
            field("field-tax-paid", yuan(known.withheld_minor)),
        ],
    }
}

fn yuan(minor: i64) -> String {
    format!("¥ {}.{:02}", minor / 100, minor % 100)
}

fn is_known_year(year: i16, now: Timestamp) -> bool {
    (FIRST_YEAR..=now.to_zoned(nation_zone()).year()).contains(&year)
}

fn tell_statement(call: &Call) -> Result<String, ApiError> {
    const OTHERWISE: &str = "请提供 2019 年以来的年度。 / Give a year since 2019.";
    let asked: StatementRequest = call.read(OTHERWISE)?;
    if !is_known_year(asked.year, call.now) {
        return Err(ApiError::input(OTHERWISE));
    }
    reply(&Statement::of(&call.subject, asked.year))
}

#[derive(Deserialize)]
struct StatementRequest {
    year: i16,
}

/// What payers reported for a person in a year; the same whenever it is asked.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Statement {
    year: i16,
    wages_minor: i64,
    social_insurance_minor: i64,
    withheld_minor: i64,
    payers: Vec<LocalText>,
}

impl Statement {
    fn of(subject: &str, year: i16) -> Self {
        let hash = secrets::derive_hash(&format!("{subject}/{year}"));
        let chance = hash.get(..8).and_then(|digits| i64::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let wages = (8_000 + chance % 240 * 50) * 100 * 12;
        // 10.5 % is the usual share of pension, medical and unemployment insurance together.
        let social_insurance = wages * 105 / 1000;
        let payers = ["payer-galaxy", "payer-university"].map(said);
        let n_payers = if chance % 4 == 0 { 2 } else { 1 };
        Self {
            year,
            wages_minor: wages,
            social_insurance_minor: social_insurance,
            withheld_minor: derive_tax(wages - social_insurance - 6_000_000),
            payers: payers.into_iter().take(n_payers).collect(),
        }
    }
}

/// Yearly income tax on comprehensive income (Individual Income Tax Law, 2018, schedule 1), in minor units.
fn derive_tax(taxable_minor: i64) -> i64 {
    const BRACKETS: [(i64, i64, i64); 7] = [
        (36_000, 3, 0),
        (144_000, 10, 2_520),
        (300_000, 20, 16_920),
        (420_000, 25, 31_920),
        (660_000, 30, 52_920),
        (960_000, 35, 85_920),
        (i64::MAX / 100, 45, 181_920),
    ];
    let taxable = taxable_minor.max(0);
    let bracket = BRACKETS.iter().find(|(limit, ..)| taxable <= limit * 100);
    bracket.map_or(0, |(_, rate, deduction)| taxable * rate / 100 - deduction * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_follows_the_schedule_without_a_jump() {
        assert_eq!(derive_tax(-1), 0);
        assert_eq!(derive_tax(3_600_000), 108_000);
        assert_eq!(derive_tax(14_400_000), 1_188_000);
        assert_eq!(derive_tax(10_000_000), 748_000);
    }

    #[test]
    fn a_statement_is_the_same_each_time_and_a_persons_own() {
        assert_eq!(Statement::of("a", 2025), Statement::of("a", 2025));
        assert_ne!(Statement::of("a", 2025), Statement::of("b", 2025));
    }
}
