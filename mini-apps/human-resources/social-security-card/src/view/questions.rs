//! The inputs of the form, one function for all questions so that none is forgotten.

use fingertip_sdk::{Choice, Context, Part, SummaryRow, TextPurpose, Tone, data, msg};

use crate::{
    model::{Model, PhotoSource, Place, Question, Wanted},
    saved::{delivery_id, photo_id},
};

const PHOTO_TYPES: [&str; 2] = ["image/jpeg", "image/png"];
const PHOTO_BYTES: u64 = 2 << 20;

/// Puts `question` on the page.
pub(super) fn question(model: &Model, question: Question, cx: &Context, page: &mut Part<'_>) {
    let answers = &model.answers;
    let key = question.key();
    let error = model.error_at(question);
    match question {
        Question::Name => name(model, cx, page),
        Question::IdNumber => id_number(model, cx, page),
        Question::Phone => {
            let input = page.text_input(key, "card-phone-label").purpose(TextPurpose::Phone).at_most(20);
            input.hint("card-phone-hint").initial(&answers.phone).error(error);
        }
        Question::Photo => photo(model, page),
        Question::Bank => bank(model, &cx.language, page),
        Question::Delivery => {
            let choices = [
                Choice::new("post", "card-delivery-post").hint("card-delivery-post-hint"),
                Choice::new("pick-up", "card-delivery-pick-up").hint("card-delivery-pick-up-hint"),
            ];
            let input = page
                .choose_one(key, "card-delivery-label", choices)
                .initial(answers.delivery.map(delivery_id));
            input.reports_change().error(error);
        }
        Question::Office => office(model, &cx.language, page),
        Question::PickUp => {
            if let Some(office) = model.only_office() {
                only_office(office, &cx.language, page);
            }
            let input =
                page.date_input(key, "card-pick-up-label").earliest(cx.today).initial(answers.pick_up);
            input.hint("card-pick-up-hint").error(error);
        }
        Question::Address => {
            let input = page.text_area(key, "card-address-label").hint("card-address-hint").at_most(200);
            input.initial(&answers.address).fills_from("address").error(error);
        }
        Question::Courier => {
            let input = page.time_input(key, "card-courier-label").hint("card-courier-hint").optional();
            input.initial(answers.courier_minute).error(error);
        }
        Question::News => {
            let choices = [Choice::new("sms", "card-news-sms"), Choice::new("email", "card-news-email")];
            page.choose_many(key, "card-news-label", choices).initial(&answers.news).optional().error(error);
        }
        Question::Truth => {
            page.declaration(key, "card-truth-label", "card-truth-statement")
                .agreed(answers.is_true)
                .error(error);
        }
    }
}

/// The facts that the person agreed to share, and the name where it is not one of them.
fn name(model: &Model, cx: &Context, page: &mut Part<'_>) {
    if model.facts.name.is_some() || model.facts.id_number.is_some() && !cx.is_seniors() {
        page.section("card-facts-title", |part| {
            part.lead("card-facts-lead");
            if model.facts.name.is_some() {
                part.attribute("fact-name", "name", "card-name-label");
            }
            if model.facts.id_number.is_some() {
                part.attribute("fact-id-number", "id-number", "card-id-number-label");
            }
        });
    }
    if model.facts.name.is_none() {
        let input =
            page.text_input(Question::Name.key(), "card-name-label").purpose(TextPurpose::Name).at_most(50);
        let input = input.hint("card-name-hint").initial(&model.answers.name).fills_from("name");
        input.error(model.error_at(Question::Name));
    }
}

fn id_number(model: &Model, cx: &Context, page: &mut Part<'_>) {
    if model.facts.id_number.is_none() {
        let input = page
            .text_input(Question::IdNumber.key(), "card-id-number-label")
            .purpose(TextPurpose::NationalId)
            .at_most(18);
        let input =
            input.hint("card-id-number-hint").initial(&model.answers.id_number).fills_from("id-number");
        input.error(model.error_at(Question::IdNumber));
    } else if cx.is_seniors() {
        page.attribute("fact-id-number", "id-number", "card-id-number-label");
    }
}

fn photo(model: &Model, page: &mut Part<'_>) {
    let error = model.error_at(Question::Photo);
    let is_uploaded = model.answers.photo == Some(PhotoSource::Upload);
    let choices = [
        Choice::new("identity-card", "card-photo-identity-card").hint("card-photo-identity-card-hint"),
        Choice::new("upload", "card-photo-upload").hint("card-photo-upload-hint"),
    ];
    let input = page
        .choose_one(Question::Photo.key(), "card-photo-label", choices)
        .initial(model.answers.photo.map(photo_id));
    input.reports_change().error(error.filter(|_| !is_uploaded));
    if is_uploaded {
        let input = page
            .file_input("photo", "card-photo-file-label", &PHOTO_TYPES)
            .max_bytes(PHOTO_BYTES)
            .from_camera();
        input.hint("card-photo-file-hint").error(error);
        if let Some(file) = model.answers.photo_files.first() {
            page.text(msg("card-photo-file-chosen").arg("name", file.name.as_str()));
        }
    }
}

fn bank(model: &Model, language: &str, page: &mut Part<'_>) {
    let key = Question::Bank.key();
    let error = model.error_at(Question::Bank);
    if model.options.banks.is_empty() {
        // The list only saves typing: without it the bank is written.
        if model.awaiting.has(&Wanted::Options) {
            page.notice(Tone::Information, "card-options-loading");
        } else {
            page.notice(Tone::Warning, "card-options-missing");
            page.secondary("load-options", "card-options-load");
        }
        let input = page.text_input("bank-written", "card-bank-label").hint("card-bank-hint-written");
        input.initial(&model.answers.bank).error(error);
    } else {
        let banks = model
            .options
            .banks
            .iter()
            .map(|bank| Choice::new(&bank.id, data(bank.name.in_language(language))));
        let chosen =
            model.options.banks.iter().map(|bank| bank.id.as_str()).find(|id| *id == model.answers.bank);
        page.select_from(key, "card-bank-label", banks).hint("card-bank-hint").initial(chosen).error(error);
    }
}

/// Where there is one office, it is said and not asked for.
fn only_office(office: &Place, language: &str, page: &mut Part<'_>) {
    let address = Some(&office.address).filter(|address| !address.is_empty());
    let name = SummaryRow::new("card-office-label", data(office.name.in_language(language)));
    let address =
        address.map(|address| SummaryRow::new("card-office-address", data(address.in_language(language))));
    page.summary("only-office", [name].into_iter().chain(address));
}

fn office(model: &Model, language: &str, page: &mut Part<'_>) {
    let offices = &model.options.offices;
    if offices.is_empty() {
        page.notice(Tone::Warning, "card-office-none");
        return;
    }
    let choice = |place: &Place| {
        let choice = Choice::new(&place.id, data(place.name.in_language(language)));
        if place.address.is_empty() { choice } else { choice.hint(data(place.address.in_language(language))) }
    };
    let chosen = offices.iter().map(|office| office.id.as_str()).find(|id| *id == model.answers.office);
    let input = page
        .choose_one(Question::Office.key(), "card-office-label", offices.iter().map(choice))
        .initial(chosen);
    input.error(model.error_at(Question::Office));
}
