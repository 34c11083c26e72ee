//! The words of a mini-app's step, in the person's language.

use std::sync::Arc;

use fingertip_standard::{
    limits,
    words::{Entry, Value, Word},
};

use crate::{Args, Formatter, Messages};

/// Knows the names of regions.
pub type RegionNames = Arc<dyn Fn(&str, &str) -> Option<String> + Send + Sync>;

/// Puts the words of one step into the person's language.
#[derive(Clone)]
pub struct Words {
    entries: Arc<[Entry]>,
    bundle: Arc<Messages>,
    format: Formatter,
    regions: RegionNames,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("entries", &self.entries.len())
            .field("language", &self.format.language())
            .finish()
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entries, &other.entries)
            && Arc::ptr_eq(&self.bundle, &other.bundle)
            && self.format.language() == other.format.language()
            && self.format.wording() == other.format.wording()
    }
}

impl Words {
    /// The `entries` of a step, with the messages of its bundle; `regions` answers (code, language) with a name.
    #[must_use]
    pub fn new(
        entries: Arc<[Entry]>,
        bundle: Arc<Messages>,
        format: Formatter,
        regions: RegionNames,
    ) -> Self {
        Self { entries, bundle, format, regions }
    }

    /// The word as text. A checked step never points past its words; an unknown one is empty.
    #[must_use]
    pub fn text(&self, word: Word) -> String {
        bounded(self.whole(word))
    }

    fn whole(&self, word: Word) -> String {
        match self.entries.get(word as usize) {
            Some(Entry::Message(message)) => {
                let args = message.args.iter().fold(Args::new(), |args, (name, value)| match value {
                    // Fluent needs numbers as numbers to choose a plural; it writes small ones as they are.
                    #[expect(
                        clippy::cast_precision_loss,
                        reason = "beyond 2^53 no plural rule tells numbers apart"
                    )]
                    Value::Integer(number) if number.unsigned_abs() < 1000 => {
                        args.number(name, *number as f64)
                    }
                    value => args.text(name, self.value(value)),
                });
                self.format.text_of(&self.bundle, &message.id, &args)
            }
            Some(Entry::Value(value)) => self.value(value),
            None => String::new(),
        }
    }

    /// The word as text, where there is one.
    #[must_use]
    pub fn optional(&self, word: Option<Word>) -> Option<String> {
        word.map(|word| self.text(word))
    }

    /// The formatter, for values that stand outside the words.
    #[must_use]
    pub fn formatter(&self) -> &Formatter {
        &self.format
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Region(code) => {
                (self.regions)(code, self.format.language()).unwrap_or_else(|| code.clone())
            }
            value => self.format.value(value),
        }
    }
}

/// A message may hold its argument a hundred times: what is shown is bounded all the same.
fn bounded(mut text: String) -> String {
    if text.len() > limits::SHOWN_WORD_BYTES {
        text.truncate(text.floor_char_boundary(limits::SHOWN_WORD_BYTES));
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use fingertip_standard::words::Message;

    use super::*;
    use crate::{Wording, shell_messages};

    #[test]
    fn words_come_in_the_language_of_the_person() {
        let bundle = Arc::new(
            Messages::new([
                ("zh-Hans", "n = { $n } 人在{ $where }"),
                ("en", "n = { $n ->\n    [one] one\n   *[other] { $n }\n } in { $where }"),
            ])
            .expect("Fluent"),
        );
        let entries: Arc<[Entry]> = Arc::new([Entry::Message(Message {
            id: "n".into(),
            args: vec![("n".into(), Value::Integer(1)), ("where".into(), Value::Region("440100".into()))],
        })]);
        let names: RegionNames = Arc::new(|code, _| (code == "440100").then(|| "Guangzhou".to_owned()));
        let words = |language: &str| {
            Words::new(
                entries.clone(),
                bundle.clone(),
                Formatter::new(shell_messages(), language),
                names.clone(),
            )
        };
        assert_eq!(words("en").text(0), "one in Guangzhou");
        assert_eq!(words("zh-Hans").text(0), "1 人在Guangzhou");
        assert_eq!(words("en").text(9), "");
    }

    #[test]
    fn a_message_that_repeats_its_argument_is_bounded() {
        let message = format!("en = {}", "{ $a } ".repeat(90));
        let bundle = Arc::new(Messages::new([("en", message.as_str())]).expect("Fluent"));
        let args = vec![("a".to_owned(), Value::Data("说明".repeat(1000)))];
        let entries: Arc<[Entry]> = Arc::new([Entry::Message(Message { id: "en".into(), args })]);
        let names: RegionNames = Arc::new(|_, _| None);
        let words = Words::new(entries, bundle, Formatter::new(shell_messages(), "en"), names);
        let text = words.text(0);
        assert!(text.len() <= limits::SHOWN_WORD_BYTES + 3 && text.ends_with('…'), "{}", text.len());
    }

    #[test]
    fn a_mini_apps_words_follow_the_wording() {
        let bundle =
            Arc::new(Messages::new([("en", "n = Verification\n    .simple = A check")]).expect("Fluent"));
        let entries: Arc<[Entry]> = Arc::new([Entry::Message(Message { id: "n".into(), args: Vec::new() })]);
        let format = Formatter::new(shell_messages(), "en");
        let names: RegionNames = Arc::new(|_, _| None);
        let usual = Words::new(entries.clone(), bundle.clone(), format.clone(), names.clone());
        let simple = Words::new(entries, bundle, format.worded(Wording::Simple), names);
        assert_eq!((usual.text(0).as_str(), simple.text(0).as_str()), ("Verification", "A check"));
        assert_ne!(usual, simple, "what is drawn would not be drawn anew");
    }
}
