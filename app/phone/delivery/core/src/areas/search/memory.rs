//! What the person searched for and opened. It stays on this device, goes when they say so, and is not kept where they do not want it.

use fingertip_standard::ServiceId;
use serde::{Deserialize, Serialize};

/// The most questions that are remembered.
const TEXTS: usize = 10;
/// The most services.
const SERVICES: usize = 30;
/// So many digits in a question may be somebody's number: such a question is not remembered.
const NUMBER: usize = 6;

/// What search remembers of the person, and how they want to be searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchMemory {
    /// Nothing is remembered: the person said so.
    pub is_off: bool,
    /// Services are found by words alone, also where there is an encoder: the person said so.
    pub is_by_words: bool,
    /// Questions, the newest first.
    pub texts: Vec<String>,
    /// Services that were opened from what was found, the newest first.
    pub services: Vec<ServiceId>,
}

impl SearchMemory {
    /// A question whose answers the person looked at.
    pub(crate) fn remember_text(&mut self, text: &str) {
        let text = text.trim();
        let has_number = text.chars().filter(char::is_ascii_digit).count() >= NUMBER;
        if !self.is_off && !text.is_empty() && !has_number {
            put_first(&mut self.texts, text.to_owned(), TEXTS);
        }
    }

    /// A service that was opened from what was found.
    pub(crate) fn remember_service(&mut self, service: ServiceId) {
        if !self.is_off {
            put_first(&mut self.services, service, SERVICES);
        }
    }

    /// Forgets everything; what the person chose stays.
    pub(crate) fn forget(&mut self) {
        self.texts.clear();
        self.services.clear();
    }
}

fn put_first<T: PartialEq>(all: &mut Vec<T>, one: T, most: usize) {
    all.retain(|other| *other != one);
    all.insert(0, one);
    all.truncate(most);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_question_stands_first_and_once() {
        let mut memory = SearchMemory::default();
        for text in ["bus", " card ", "bus", ""] {
            memory.remember_text(text);
        }
        assert_eq!(memory.texts, ["bus", "card"]);
        for number in 0..20 {
            memory.remember_text(&format!("card {number}"));
        }
        assert_eq!((memory.texts.len(), memory.texts[0].as_str()), (TEXTS, "card 19"));
    }

    #[test]
    fn a_number_that_may_be_somebodys_is_not_remembered_and_nothing_is_where_it_is_off() {
        let mut memory = SearchMemory::default();
        memory.remember_text("身份证 110105194912310021");
        memory.is_off = true;
        memory.remember_text("bus");
        memory.remember_service(ServiceId::new("bus-card").expect("an id"));
        assert_eq!(memory, SearchMemory { is_off: true, ..SearchMemory::default() });
    }
}
