//! The console's words in a language; states and levels are called as citizens read them.

use std::sync::LazyLock;

use fingertip_contract::{CaseState, FollowUpState, Party, ProblemCode, RatingLevel, RatingReason};
use fingertip_kit::clock::nation_zone;
use fingertip_locale::{Args, Formatter, Messages, SHELL_LANGUAGES, negotiate, pick, shell_messages};
use fingertip_standard::{LocalText, words::Date};
use jiff::{Timestamp, civil};

static TEXTS: LazyLock<Messages> = LazyLock::new(|| {
    let sources = [
        ("zh-Hans", include_str!("../../texts/zh-Hans.ftl")),
        ("zh-Hant", include_str!("../../texts/zh-Hant.ftl")),
        ("ug", include_str!("../../texts/ug.ftl")),
        ("en", include_str!("../../texts/en.ftl")),
    ];
    Messages::new(sources).expect("the built-in texts are checked by a test")
});

/// The words of a page.
pub(crate) struct Words {
    pub(crate) language: &'static str,
    formatter: Formatter,
}

impl Words {
    /// In this language.
    pub(crate) fn new(language: &'static str) -> Self {
        let formatter =
            Formatter::new(shell_messages(), language).in_zone(nation_zone()).read_in(nation_zone());
        Self { language, formatter }
    }

    /// In the best language for an `Accept-Language` header (RFC 9110, 12.5.4).
    pub(crate) fn negotiate(accepted: &str) -> &'static str {
        let wished: Vec<&str> = accepted
            .split(',')
            .filter_map(|tag| tag.split(';').next())
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .collect();
        negotiate(&wished, &SHELL_LANGUAGES)
    }

    /// The language of the nation's that has this tag.
    pub(crate) fn known(tag: &str) -> Option<&'static str> {
        SHELL_LANGUAGES.into_iter().find(|known| *known == tag)
    }

    pub(crate) fn say(&self, id: &str) -> String {
        self.with(id, &Args::new())
    }

    pub(crate) fn with(&self, id: &str, args: &Args<'_>) -> String {
        self.formatter.text_of(&TEXTS, id, args)
    }

    /// What somebody said in several languages, with the language in which it is.
    pub(crate) fn pick<'a>(&self, text: &'a LocalText) -> (&'a str, &'a str) {
        pick(text, self.language)
    }

    pub(crate) fn day(&self, day: civil::Date) -> String {
        self.formatter.date(Date {
            year: day.year().into(),
            month: day.month().unsigned_abs(),
            day: day.day().unsigned_abs(),
        })
    }

    pub(crate) fn instant(&self, at: Timestamp) -> String {
        self.formatter.instant(at.as_millisecond())
    }

    pub(crate) fn state(&self, state: &CaseState) -> String {
        self.shell(match state {
            CaseState::Received => "cases-state-received",
            CaseState::Accepted => "cases-state-accepted",
            CaseState::Refused => "cases-state-refused",
            CaseState::CorrectionAsked => "cases-state-correction-asked",
            CaseState::Review => "cases-state-review",
            CaseState::SupplementAsked => "cases-state-supplement-asked",
            CaseState::Suspended => "cases-state-suspended",
            CaseState::Approved => "cases-state-approved",
            CaseState::Rejected => "cases-state-rejected",
            CaseState::Appealed => "cases-state-appealed",
            CaseState::Delivered => "cases-state-delivered",
            CaseState::Closed => "cases-state-closed",
            CaseState::Withdrawn => "cases-state-withdrawn",
            CaseState::Unknown(_) => "cases-state-unknown",
        })
    }

    pub(crate) fn level(&self, level: &RatingLevel) -> String {
        self.shell(match level {
            RatingLevel::VerySatisfied => "cases-rating-very-satisfied",
            RatingLevel::Satisfied => "cases-rating-satisfied",
            RatingLevel::FairlySatisfied => "cases-rating-fairly-satisfied",
            RatingLevel::Dissatisfied => "cases-rating-dissatisfied",
            RatingLevel::VeryDissatisfied => "cases-rating-very-dissatisfied",
            RatingLevel::Unknown(_) => "cases-rating-unknown",
        })
    }

    pub(crate) fn reason(&self, reason: &RatingReason) -> String {
        self.say(match reason {
            RatingReason::Fast => "console-reason-fast",
            RatingReason::Clear => "console-reason-clear",
            RatingReason::Friendly => "console-reason-friendly",
            RatingReason::NothingAskedTwice => "console-reason-nothing-asked-twice",
            RatingReason::Slow => "console-reason-slow",
            RatingReason::Unclear => "console-reason-unclear",
            RatingReason::Unfriendly => "console-reason-unfriendly",
            RatingReason::AskedTwice => "console-reason-asked-twice",
            RatingReason::DecisionUnexplained => "console-reason-decision-unexplained",
            RatingReason::TechnicalTrouble => "console-reason-technical-trouble",
            RatingReason::Unknown(_) => "console-reason-unknown",
        })
    }

    pub(crate) fn follow_up(&self, state: &FollowUpState) -> String {
        self.say(match state {
            FollowUpState::Open => "console-follow-up-open",
            FollowUpState::Replied => "console-follow-up-replied",
            FollowUpState::Appealed => "console-follow-up-appealed",
            FollowUpState::Closed => "console-follow-up-closed",
            FollowUpState::Unknown(_) => "console-follow-up-unknown",
        })
    }

    pub(crate) fn party(&self, party: &Party) -> String {
        self.say(match party {
            Party::Person => "console-party-person",
            Party::Department => "console-party-department",
            Party::Platform => "console-party-platform",
            Party::Unknown(_) => "console-party-unknown",
        })
    }

    /// Why something was not done.
    pub(crate) fn problem(&self, code: &ProblemCode) -> String {
        self.say(match code {
            ProblemCode::CaseState | ProblemCode::RatingState | ProblemCode::IdempotencyKeyReused => {
                "console-problem-state"
            }
            ProblemCode::ActIncomplete | ProblemCode::BodyMalformed | ProblemCode::InputInvalid => {
                "console-problem-incomplete"
            }
            ProblemCode::WordsTooLong | ProblemCode::BodyTooLarge => "console-problem-long",
            ProblemCode::AsksInvalid => "console-problem-asks",
            ProblemCode::TokenInvalid => "console-problem-page",
            ProblemCode::CaseNotFound
            | ProblemCode::RatingUnknown
            | ProblemCode::DeadLetterUnknown
            | ProblemCode::NotFound => "console-problem-unknown",
            _ => "console-problem-other",
        })
    }

    fn shell(&self, id: &str) -> String {
        self.formatter.text(id, &Args::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_says_everything_in_every_language_with_the_same_variables() {
        let shapes = |language: &str| {
            let texts = TEXTS.sources().iter().filter(|(own, _)| own == language);
            let text: String = texts.map(|(_, text)| text.as_str()).collect();
            fingertip_locale::inspect(language, &text).expect("Fluent")
        };
        let first = shapes("en");
        assert!(first.len() > 90);
        for language in SHELL_LANGUAGES {
            assert_eq!(
                shapes(language).keys().collect::<Vec<_>>(),
                first.keys().collect::<Vec<_>>(),
                "{language}"
            );
            let names = Args::new().text("names", "a.png");
            assert!(Words::new(language).with("console-attachments", &names).contains("a.png"), "{language}");
        }
    }

    #[test]
    fn an_officer_reads_the_language_of_their_browser() {
        for (accepted, language) in [
            ("ug,en;q=0.8", "ug"),
            ("zh-HK, en", "zh-Hant"),
            ("fr", "zh-Hans"),
            ("", "zh-Hans"),
            ("en-GB", "en"),
        ] {
            assert_eq!(Words::negotiate(accepted), language, "{accepted}");
        }
    }
}
