//! The bundle's Fluent resources, as far as a test needs them: which messages there are, with which variables.

use std::collections::{BTreeMap, BTreeSet};

use crate::bindings::fingertip::mini_app::words::Entry;

type Variables = BTreeSet<String>;

/// The messages of every language of a bundle.
pub struct Messages(Vec<BTreeMap<String, Variables>>);

impl Messages {
    /// Reads one Fluent resource for each language.
    #[must_use]
    pub fn new(resources: &[&str]) -> Self {
        Self(resources.iter().map(|text| read(text)).collect())
    }

    /// Checks that every language has the same messages with the same variables, and gives their ids.
    ///
    /// # Panics
    /// When languages differ.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<String> {
        let Some(first) = self.0.first() else { return BTreeSet::new() };
        for other in &self.0 {
            for (id, variables) in first {
                assert_eq!(other.get(id), Some(variables), "the message {id:?} differs between languages");
            }
            let more: Vec<_> = other.keys().filter(|id| !first.contains_key(*id)).collect();
            assert!(more.is_empty(), "messages in one language only: {more:?}");
        }
        first.keys().cloned().collect()
    }

    pub(super) fn check(&self, words: &[Entry]) {
        for entry in words {
            let Entry::Message(message) = entry else { continue };
            let given: Variables = message.args.iter().map(|(name, _)| name.clone()).collect();
            for language in &self.0 {
                let wanted =
                    language.get(&message.id).unwrap_or_else(|| panic!("no message {:?}", message.id));
                assert!(
                    wanted.is_subset(&given),
                    "the message {:?} wants {wanted:?}, the mini-app gives {given:?}",
                    message.id
                );
            }
        }
    }
}

fn read(text: &str) -> BTreeMap<String, Variables> {
    let mut messages = BTreeMap::new();
    let mut current: Option<(String, Variables)> = None;
    for line in text.lines() {
        let head = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()));
        if let Some((id, _)) = head {
            messages.extend(current.take());
            current = Some((id.trim().to_owned(), Variables::new()));
        }
        if let Some((_, variables)) = current.as_mut().filter(|_| !line.starts_with('#')) {
            let names = line.split('$').skip(1);
            variables.extend(names.map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
            }));
        }
    }
    messages.extend(current);
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_variables_are_read() {
        let messages = Messages::new(&[
            "# Variables: $a\nfirst-one = { $a } and\n    { $b }\nsecond = x\n",
            "second = y\nfirst-one = { $b } { $a }\n",
        ]);
        assert_eq!(messages.ids().into_iter().collect::<Vec<_>>(), ["first-one", "second"]);
    }
}
