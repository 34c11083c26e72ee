//! Whether the standard's codes agree with one another, and with what else is said of an item.

use fingertip_contract::{Catalogue, Charge, Service};

use super::found::{Found, Place};

/// Where the basic code stands in an implementation code: after a credit code (GB 32100, 18 signs) and the level.
const BASIC: std::ops::Range<usize> = 19..31;
/// Where the level stands in it.
const LEVEL: std::ops::Range<usize> = 18..19;
/// The most signs of an amount: more than any charge needs, and still a number that everybody reads alike.
const MOST_DIGITS: usize = 18;
/// Where the kind stands in a basic code.
const KIND: std::ops::Range<usize> = 2..4;

pub(super) fn check(catalogue: &Catalogue, found: &mut Found) {
    for (idx, service) in catalogue.services.iter().enumerate() {
        let at = Place { list: "services", idx, id: service.id.as_str() };
        check_codes(service, at, found);
        for (n, material) in service.item.materials.iter().enumerate() {
            if !service.documents.contains(&material.name) {
                let field = format!("item.materials[{n}].name");
                found.add(at, field, "is none of the service's documents");
            }
        }
        for (n, charge) in service.item.charges.iter().enumerate() {
            check_charge(charge, &format!("item.charges[{n}]"), at, found);
        }
        if let (Some(law), Some(promise)) = (service.statutory_days, service.promised_days)
            && promise > law
        {
            found.add(at, "promised_days", format!("promises {promise} days where the law allows {law}"));
        }
    }
}

fn check_codes(service: &Service, at: Place<'_>, found: &mut Found) {
    let item = &service.item;
    let (basic, own) = (item.basic_code.as_str(), item.implementation_code.as_str());
    // Codes of other nations have other forms.
    let is_basic = is_basic_code(basic);
    if is_basic && let Some(kind) = item.kind.as_ref().filter(|kind| basic.get(KIND) != Some(kind.code())) {
        found.add(at, "item.kind", format!("is {}, the basic code {basic} is of another kind", kind.name()));
    }
    if !is_basic || own.is_empty() {
        return;
    }
    if !matches!(own.len(), 31 | 33) || !own.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        found.add(at, "item.implementation_code", "has not 31 or 33 digits and letters");
    } else if own.get(BASIC) != Some(basic) {
        found.add(at, "item.implementation_code", format!("is not of the item with the basic code {basic}"));
    } else if let Some(level) = item.level.as_ref().filter(|level| own.get(LEVEL) != Some(level.code())) {
        found.add(
            at,
            "item.level",
            format!("is {}, the implementation code is of another level", level.name()),
        );
    }
}

/// Whether it has the form of a basic code.
fn is_basic_code(code: &str) -> bool {
    code.len() == 12 && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn check_charge(charge: &Charge, field: &str, at: Place<'_>, found: &mut Found) {
    let Charge { amount, currency, .. } = charge;
    let (whole, rest) = amount.split_once('.').unwrap_or((amount, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = is_digits(whole) && is_digits(rest) && amount.len() <= MOST_DIGITS;
    if !(amount.is_empty() || is_number) {
        found.add(at, format!("{field}.amount"), "is no decimal number such as 12.50");
    }
    let is_currency = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    if amount.is_empty() != currency.is_empty() || !(currency.is_empty() || is_currency) {
        found.add(at, format!("{field}.currency"), "is no currency (ISO 4217), or stands without an amount");
    }
}
