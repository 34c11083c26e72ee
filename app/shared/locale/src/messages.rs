//! Fluent resources in several languages.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use fingertip_standard::{events::Display, language::nearness};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::pseudo::Pseudo;

/// Why resources cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LocaleError {
    /// Not a BCP 47 tag.
    #[error("{tag:?} is not a language tag")]
    Tag {
        /// The text.
        tag: String,
    },
    /// Not Fluent syntax.
    #[error("resource for {tag} is not Fluent: {reason}")]
    Syntax {
        /// The language.
        tag: String,
        /// The parser's first complaint.
        reason: String,
    },
    /// A message is defined twice.
    #[error("resource for {tag} defines a message twice: {reason}")]
    Twice {
        /// The language.
        tag: String,
        /// Which.
        reason: String,
    },
}

/// The variables of one message.
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No variables yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text variable.
    #[must_use]
    pub fn text(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.0.set(name, FluentValue::from(value.into()));
        self
    }

    /// Adds a number variable; Fluent chooses plurals by it.
    #[must_use]
    pub fn number(mut self, name: &'a str, value: impl Into<f64>) -> Self {
        self.0.set(name, FluentValue::from(value.into()));
        self
    }

    /// Adds several numbers by their names.
    #[must_use]
    pub fn numbers(self, numbers: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        numbers.into_iter().fold(self, |args, (name, number)| args.number(name, number))
    }
}

/// Which of a message's texts is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wording {
    /// The message's own.
    #[default]
    Usual,
    /// That of its attribute `simple`, where it has one: short sentences of everyday words.
    Simple,
}

/// As a display has it where the person chose nothing else.
impl From<Display> for Wording {
    fn from(display: Display) -> Self {
        match display {
            Display::Normal => Self::Usual,
            Display::Seniors => Self::Simple,
        }
    }
}

/// The attribute that holds a message's text in simple words.
pub const SIMPLE: &str = "simple";

/// Messages in several languages, the first one the last resort.
pub struct Messages {
    sources: Vec<(String, String)>,
    bundles: Vec<(String, FluentBundle<FluentResource>)>,
    /// In which order the bundles are asked, by language: negotiated once, not once a text.
    orders: RwLock<HashMap<String, Arc<[usize]>>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("languages", &self.languages()).finish()
    }
}

/// Two are the same when they are one: comparing every message would cost more than drawing them.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Messages {
    /// Reads resources, `(language, Fluent text)`; several of one language are joined.
    ///
    /// # Errors
    /// [`LocaleError`] when a tag or a text is malformed or a message is defined twice.
    pub fn new<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, LocaleError> {
        let mut kept = Vec::new();
        let mut bundles: Vec<(String, FluentBundle<FluentResource>)> = Vec::new();
        for (tag, text) in sources {
            let id: LanguageIdentifier = tag.parse().map_err(|_| LocaleError::Tag { tag: tag.to_owned() })?;
            let resource =
                FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| LocaleError::Syntax {
                    tag: tag.to_owned(),
                    reason: errors.first().map(ToString::to_string).unwrap_or_default(),
                })?;
            let at = bundles.iter().position(|(known, _)| known == tag).unwrap_or_else(|| {
                let mut bundle = FluentBundle::new_concurrent(vec![id]);
                // Isolation marks are put around data by `Formatter`, not around every number.
                bundle.set_use_isolating(false);
                bundles.push((tag.to_owned(), bundle));
                bundles.len() - 1
            });
            kept.push((tag.to_owned(), text.to_owned()));
            let (tag, bundle) = &mut bundles[at];
            bundle
                .add_resource(resource)
                .map_err(|errors| LocaleError::Twice { tag: tag.clone(), reason: first(&errors) })?;
        }
        Ok(Self { sources: kept, bundles, orders: RwLock::default() })
    }

    /// What it was made from, `(language, Fluent text)`: for whoever keeps it.
    #[must_use]
    pub fn sources(&self) -> &[(String, String)] {
        &self.sources
    }

    /// The languages, in the order given.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        self.bundles.iter().map(|(tag, _)| tag.as_str()).collect()
    }

    /// The message `id` (or an attribute, `id.attribute`) in `language`, else in the nearest language that has it.
    #[must_use]
    pub fn find(&self, language: &str, id: &str, args: &Args<'_>) -> Option<String> {
        self.find_worded(language, Wording::Usual, id, args)
    }

    /// Like [`Self::find`], in the wording that is wanted where the language has it. The person's language comes before
    /// the wording: a simple text of another language is not simple for them.
    #[must_use]
    pub fn find_worded(&self, language: &str, wording: Wording, id: &str, args: &Args<'_>) -> Option<String> {
        if let Some(pseudo) = Pseudo::of(language) {
            return self.find_worded(Pseudo::SOURCE, wording, id, args).map(|text| pseudo.write(&text));
        }
        let in_order = self.order(language);
        in_order.iter().find_map(|&index| worded(&self.bundles.get(index)?.1, wording, id, &args.0))
    }

    /// The bundles by how near they are to `language`, those that are alike as they were given.
    fn order(&self, language: &str) -> Arc<[usize]> {
        if let Some(known) = self.orders.read().unwrap_or_else(PoisonError::into_inner).get(language) {
            return known.clone();
        }
        let mut order: Vec<usize> = (0..self.bundles.len()).collect();
        order.sort_by_key(|&index| nearness(language, &self.bundles[index].0));
        let order: Arc<[usize]> = order.into();
        let mut orders = self.orders.write().unwrap_or_else(PoisonError::into_inner);
        orders.insert(language.to_owned(), order.clone());
        order
    }

    /// Like [`Self::find`], and the id itself where no language has it: a person sees something, a tester sees what.
    #[must_use]
    pub fn text(&self, language: &str, id: &str, args: &Args<'_>) -> String {
        self.find(language, id, args).unwrap_or_else(|| id.to_owned())
    }
}

fn worded(
    bundle: &FluentBundle<FluentResource>,
    wording: Wording,
    id: &str,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let simple = || format(bundle, &format!("{id}.{SIMPLE}"), args);
    let simple = (wording == Wording::Simple && !id.contains('.')).then(simple).flatten();
    simple.or_else(|| format(bundle, id, args))
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (name, attribute) =
        id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn first(errors: &[FluentError]) -> String {
    errors.first().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages() -> Messages {
        Messages::new([
            ("zh-Hans", "hello = 你好，{ $name }\nonly-zh = 只有"),
            ("en", "hello = Hello { $name }\n    .hint = Say it"),
        ])
        .expect("good Fluent")
    }

    #[test]
    fn the_language_then_the_fallback_then_the_id() {
        let messages = messages();
        assert_eq!(messages.text("en-GB", "hello", &Args::new().text("name", "Li")), "Hello Li");
        assert_eq!(messages.text("en", "hello.hint", &Args::new()), "Say it");
        assert_eq!(messages.text("en", "only-zh", &Args::new()), "只有");
        assert_eq!(messages.text("en", "none", &Args::new()), "none");
        let again = Messages::new(messages.sources().iter().map(|(tag, text)| (tag.as_str(), text.as_str())))
            .expect("the same");
        assert_eq!(again.text("en", "hello.hint", &Args::new()), "Say it");
    }

    #[test]
    fn simple_words_come_after_the_language_and_before_the_next_one() {
        let messages = Messages::new([
            ("zh-Hans", "both = 核验\n    .simple = 查一查\nhere = 核验\n    .simple = 查一查\nnone = 核验"),
            ("en", "both = Verify { $what }\n    .simple = Check { $what }\nhere = Verify\nnone = Verify"),
        ])
        .expect("good Fluent");
        let say = |language, wording, id| {
            messages.find_worded(language, wording, id, &Args::new().text("what", "it")).expect("a text")
        };
        assert_eq!(say("en", Wording::Simple, "both"), "Check it");
        assert_eq!(say("en", Wording::Usual, "both"), "Verify it");
        assert_eq!(say("zh-Hans", Wording::Simple, "here"), "查一查");
        assert_eq!(
            say("en", Wording::Simple, "here"),
            "Verify",
            "a simple text of another language wins over the person's own"
        );
        assert_eq!(say("en", Wording::Simple, "none"), "Verify");
    }

    #[test]
    fn malformed_resources_are_named() {
        assert!(matches!(Messages::new([("en", "= no id")]), Err(LocaleError::Syntax { .. })));
        assert!(matches!(Messages::new([("e n", "a = b")]), Err(LocaleError::Tag { .. })));
        assert!(matches!(Messages::new([("en", "a = b"), ("en", "a = c")]), Err(LocaleError::Twice { .. })));
    }
}
