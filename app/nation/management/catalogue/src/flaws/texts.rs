//! Whether texts can be shown: none that has to be there is empty, none is longer than a screen could take, none has signs of a broken encoding.

use fingertip_contract::{Catalogue, Service};
use fingertip_standard::LocalText;

use super::found::{Found, Place};

/// The most characters of what stands in a line: names, documents, keywords.
const MOST_IN_A_LINE: usize = 500;
/// The most characters of what stands in a paragraph: summaries, fees, titles of laws.
const MOST_IN_A_PARAGRAPH: usize = 5_000;
/// The most characters of what is read as a page: conditions.
const MOST_IN_A_PAGE: usize = 50_000;
/// The most entries of a list of one service.
const MOST_ENTRIES: usize = 200;

pub(super) fn check(catalogue: &Catalogue, found: &mut Found) {
    for (idx, region) in catalogue.regions.iter().enumerate() {
        let at = Place { list: "regions", idx, id: region.code.as_str() };
        Texts { at, found }.needed("name", &region.name);
    }
    for (idx, department) in catalogue.departments.iter().enumerate() {
        let at = Place { list: "departments", idx, id: department.id.as_str() };
        Texts { at, found }.needed("name", &department.name);
    }
    for (idx, service) in catalogue.services.iter().enumerate() {
        let at = Place { list: "services", idx, id: service.id.as_str() };
        check_service(service, &mut Texts { at, found });
    }
    for (idx, event) in catalogue.life_events.iter().enumerate() {
        let at = Place { list: "life_events", idx, id: event.id.as_str() };
        let mut texts = Texts { at, found };
        texts.needed("name", &event.name);
        texts.at_most("summary", &event.summary, MOST_IN_A_PARAGRAPH);
    }
}

fn check_service(service: &Service, texts: &mut Texts<'_>) {
    texts.needed("name", &service.name);
    texts.at_most("summary", &service.summary, MOST_IN_A_PARAGRAPH);
    texts.at_most("conditions", &service.conditions, MOST_IN_A_PAGE);
    texts.at_most("fee", &service.fee, MOST_IN_A_PARAGRAPH);
    texts.few("documents", service.documents.len());
    for (n, document) in service.documents.iter().enumerate() {
        texts.at_most(&format!("documents[{n}]"), document, MOST_IN_A_LINE);
    }
    texts.few("keywords", service.keywords.len());
    for (n, keyword) in service.keywords.iter().enumerate() {
        texts.text(&format!("keywords[{n}]"), keyword, MOST_IN_A_LINE);
    }
    for (n, basis) in service.legal_basis.iter().enumerate() {
        texts.at_most(&format!("legal_basis[{n}].title"), &basis.title, MOST_IN_A_PARAGRAPH);
    }
    texts.at_most("item.result", &service.item.result, MOST_IN_A_PARAGRAPH);
    for (n, material) in service.item.materials.iter().enumerate() {
        texts.needed(&format!("item.materials[{n}].name"), &material.name);
        texts.at_most(&format!("item.materials[{n}].issuer"), &material.issuer, MOST_IN_A_LINE);
    }
    for (n, charge) in service.item.charges.iter().enumerate() {
        texts.needed(&format!("item.charges[{n}].name"), &charge.name);
        texts.at_most(&format!("item.charges[{n}].basis"), &charge.basis, MOST_IN_A_PARAGRAPH);
    }
}

/// The texts of one item.
struct Texts<'a> {
    at: Place<'a>,
    found: &'a mut Found,
}

impl Texts<'_> {
    /// A text of a line that has to be there.
    fn needed(&mut self, field: &str, text: &LocalText) {
        if text.is_empty() {
            self.found.add(self.at, field, "is empty");
        }
        self.at_most(field, text, MOST_IN_A_LINE);
    }

    fn at_most(&mut self, field: &str, text: &LocalText, most: usize) {
        for (language, text) in &text.0 {
            if !is_language(language) {
                self.found.add(
                    self.at,
                    field,
                    format!("has a text in {language:?}, which is no language tag"),
                );
            }
            self.text(&format!("{field}.{language}"), text, most);
        }
    }

    fn text(&mut self, field: &str, text: &str, most: usize) {
        let n_characters = text.chars().count();
        if n_characters > most {
            self.found.add(self.at, field, format!("has {n_characters} characters, {most} can be"));
        }
        // What a conversion could not read, and what no keyboard writes.
        let is_broken = |sign: &char| {
            *sign == char::REPLACEMENT_CHARACTER || (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
        };
        if let Some(sign) = text.chars().find(is_broken) {
            let value = u32::from(sign);
            self.found.add(self.at, field, format!("has the sign U+{value:04X}, left by a wrong encoding"));
        }
    }

    fn few(&mut self, field: &str, n_entries: usize) {
        if n_entries > MOST_ENTRIES {
            self.found.add(self.at, field, format!("has {n_entries} entries, {MOST_ENTRIES} can be"));
        }
    }
}

/// Whether it has the form of a language tag (BCP 47, 2.1), as far as catalogues use it.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    first
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
