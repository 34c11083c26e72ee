//! The saved state, and the tax office's reply.

use fingertip_sdk::{Json, LocalText};

use crate::{
    model::{Model, Question, Screen, Statement},
    tax::{Deductions, ElderlySupport, Income, Rent},
};

/// The names of the answers about rent.
pub(crate) const RENTS: [(Rent, &str); 4] =
    [(Rent::None, "none"), (Rent::LargeCity, "tier-1"), (Rent::City, "tier-2"), (Rent::Town, "tier-3")];

/// The name of an answer about rent.
pub(crate) fn rent_id(rent: Rent) -> &'static str {
    RENTS.iter().find(|(own, _)| *own == rent).map_or("none", |(_, id)| id)
}

/// The answer about rent with this name.
pub(crate) fn rent_of(id: &str) -> Option<Rent> {
    RENTS.iter().find(|(_, own)| *own == id).map(|(rent, _)| *rent)
}

/// The names of the deductions that are had or not.
pub(crate) fn chosen(deductions: &Deductions) -> Vec<String> {
    let all = [
        (deductions.elderly == ElderlySupport::Alone, "elderly-support"),
        (deductions.elderly == ElderlySupport::Shared, "elderly-support-shared"),
        (deductions.has_housing_loan, "housing-loan"),
        (deductions.learns, "continuing-education"),
    ];
    all.into_iter().filter(|(is_had, _)| *is_had).map(|(_, id)| id.to_owned()).collect()
}

/// Takes in the names of the deductions that are had.
pub(crate) fn choose(deductions: &mut Deductions, ids: &[String]) {
    let has = |id: &str| ids.iter().any(|own| own == id);
    deductions.elderly = match (has("elderly-support"), has("elderly-support-shared")) {
        (true, _) => ElderlySupport::Alone,
        (false, true) => ElderlySupport::Shared,
        (false, false) => ElderlySupport::None,
    };
    deductions.has_housing_loan = has("housing-loan");
    deductions.learns = has("continuing-education");
}

pub(crate) fn save(model: &Model) -> Json {
    let screen = match model.screen {
        Screen::Start => "start",
        Screen::Form(question) => question.key(),
        Screen::Result => "result",
        Screen::Brackets => "brackets",
        Screen::Certificate => "certificate",
        Screen::Sent => "sent",
        Screen::Kept => "kept",
    };
    Json::object()
        .with("year", model.year)
        .with("screen", screen)
        .with("returns", model.returns_to_result)
        .with("alone", model.is_certificate_alone)
        .with_some("statement", model.statement.as_ref().map(statement_json))
        .with("income", income_json(&model.income))
        .with("children", i64::from(model.deductions.children))
        .with("infants", i64::from(model.deductions.infants))
        .with("deductions", chosen(&model.deductions).as_slice())
        .with("rent", rent_id(model.deductions.rent))
        .with("reference", model.reference.as_str())
        .into()
}

pub(crate) fn restore(saved: &Json) -> Option<Model> {
    let screen = match saved.text("screen")? {
        "result" => Screen::Result,
        "brackets" => Screen::Brackets,
        "certificate" => Screen::Certificate,
        "sent" => Screen::Sent,
        "kept" => Screen::Kept,
        key => Question::of_key(key).map_or(Screen::Start, Screen::Form),
    };
    let count = |name| saved.integer(name).and_then(|n| u8::try_from(n).ok()).unwrap_or(0);
    let rent = saved.text("rent").and_then(rent_of).unwrap_or_default();
    let mut deductions =
        Deductions { children: count("children"), infants: count("infants"), rent, ..Deductions::default() };
    choose(&mut deductions, &saved.texts("deductions"));
    Some(Model {
        year: saved.integer("year")?,
        screen,
        returns_to_result: saved.bool("returns") == Some(true),
        is_certificate_alone: saved.bool("alone") == Some(true),
        statement: saved.get("statement").and_then(statement),
        income: income(saved.get("income")?)?,
        deductions,
        reference: saved.text("reference").unwrap_or_default().to_owned(),
        ..Model::default()
    })
}

fn income(json: &Json) -> Option<Income> {
    let amount = |name| json.integer(name).map(|minor| minor.clamp(0, crate::tax::LARGEST_AMOUNT));
    Some(Income {
        wages: amount("wages_minor")?,
        social_insurance: amount("social_insurance_minor")?,
        withheld: amount("withheld_minor")?,
    })
}

fn income_json(income: &Income) -> Json {
    let (wages, social, withheld) = (income.wages, income.social_insurance, income.withheld);
    Json::object()
        .with("wages_minor", wages)
        .with("social_insurance_minor", social)
        .with("withheld_minor", withheld)
        .into()
}

/// What the tax office says of the year; none where its reply makes no sense.
pub(crate) fn statement(json: &Json) -> Option<Statement> {
    let payer = |payer: &Json| match payer {
        // A payer with what they paid; or their name alone, in one language or in several.
        Json::Object(_) if payer.get("name").is_some() => {
            Some((LocalText::of(payer.get("name")), payer.integer("wages_minor")))
        }
        name => Some((LocalText::of(Some(name)), None)).filter(|(name, _)| !name.is_empty()),
    };
    Some(Statement { income: income(json)?, payers: json.list("payers").iter().filter_map(payer).collect() })
}

fn statement_json(statement: &Statement) -> Json {
    let payer = |(name, wages): &(LocalText, Option<i64>)| {
        Json::object().with("name", name).with_some("wages_minor", *wages).into()
    };
    let (wages, social, withheld) =
        (statement.income.wages, statement.income.social_insurance, statement.income.withheld);
    let members = Json::object()
        .with("wages_minor", wages)
        .with("social_insurance_minor", social)
        .with("withheld_minor", withheld);
    members.with("payers", statement.payers.iter().map(payer).collect::<Vec<Json>>()).into()
}
