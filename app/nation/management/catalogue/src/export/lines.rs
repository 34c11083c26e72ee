//! Our own format, an item a line.

use fingertip_contract::Catalogue;
use serde::Serialize;

/// A catalogue line by line: each an object whose one member says what it is. [`crate::import`] reads it.
///
/// # Errors
/// When an item cannot be written as JSON.
pub fn json_lines(catalogue: &Catalogue) -> Result<String, serde_json::Error> {
    let mut lines = Lines(String::new());
    lines.add("region", &catalogue.regions)?;
    lines.add("department", &catalogue.departments)?;
    lines.add("service", &catalogue.services)?;
    lines.add("life_event", &catalogue.life_events)?;
    lines.add("alert", &catalogue.alerts)?;
    lines.add("best_bet", &catalogue.best_bets)?;
    if !catalogue.synonyms.is_empty() {
        lines.add("synonyms", std::slice::from_ref(&catalogue.synonyms))?;
    }
    Ok(lines.0)
}

struct Lines(String);

impl Lines {
    fn add<T: Serialize>(&mut self, what: &str, items: &[T]) -> Result<(), serde_json::Error> {
        for item in items {
            let item = serde_json::to_string(item)?;
            self.0.extend(["{\"", what, "\":", &item, "}\n"]);
        }
        Ok(())
    }
}
