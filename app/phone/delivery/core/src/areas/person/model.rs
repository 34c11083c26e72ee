//! What the person chose.

use std::collections::BTreeSet;

use fingertip_locale::Wording;
use fingertip_standard::{AlertId, AppId, RegionCode, events::Display};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use crate::areas::inbox::kind::MessageKind;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strong contrasts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contrast {
    /// As designed.
    Normal,
    /// Stronger.
    More,
}

/// What the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of the shell, a BCP 47 tag.
    pub language: String,
    /// Where the person lives.
    pub region: Option<RegionCode>,
    /// How the shell shows things.
    pub display: Display,
    /// Light or dark; none follows the device.
    pub scheme: Option<Scheme>,
    /// How strong contrasts are; none follows the device.
    #[serde(default, alias = "has_more_contrast", deserialize_with = "kept_contrast")]
    pub contrast: Option<Contrast>,
    /// The size of text in percent of the device's own, 100 to 188 (30 points); none for the display's own.
    #[serde(default)]
    pub text_percent: Option<u16>,
    /// Whether messages are said in simple words; none for as the display has it.
    #[serde(default)]
    pub simple_words: Option<bool>,
    /// Whether the person wants what every region offers on this device, and not only what their own does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole_nation: bool,
    /// Whether the first start is behind the person.
    pub has_started: bool,
    /// Until when the person has seen their messages; none is never.
    #[serde(default)]
    pub messages_read_until: Option<Timestamp>,
    /// The kinds of messages that the person does not want to be called for.
    #[serde(default)]
    pub quiet: BTreeSet<MessageKind>,
    /// The alerts that the person put away.
    #[serde(default)]
    pub alerts_put_away: Vec<AlertId>,
    /// The mini-apps whose unfinished forms the person does not want to be reminded of. The forms stay.
    #[serde(default)]
    pub forms_put_away: BTreeSet<AppId>,
}

/// Version 0.1.0 kept whether contrasts were stronger, as false too where nobody had chosen.
fn kept_contrast<'de, D: Deserializer<'de>>(kept: D) -> Result<Option<Contrast>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        HasMore(bool),
        Chosen(Option<Contrast>),
    }
    Ok(match Kept::deserialize(kept)? {
        Kept::HasMore(has_more) => has_more.then_some(Contrast::More),
        Kept::Chosen(contrast) => contrast,
    })
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: fingertip_locale::SHELL_LANGUAGES[0].to_owned(),
            region: None,
            display: Display::Normal,
            scheme: None,
            contrast: None,
            text_percent: None,
            simple_words: None,
            whole_nation: false,
            has_started: false,
            messages_read_until: None,
            quiet: BTreeSet::new(),
            alerts_put_away: Vec::new(),
            forms_put_away: BTreeSet::new(),
        }
    }
}

impl Preferences {
    /// What is the device's as much as the person's: how it shows things, and where it is. Whoever uses it next begins with that, and
    /// learns nothing of who was here.
    #[must_use]
    pub fn for_the_next(&self) -> Self {
        Self {
            language: self.language.clone(),
            region: self.region.clone(),
            display: self.display,
            scheme: self.scheme,
            contrast: self.contrast,
            text_percent: self.text_percent,
            simple_words: self.simple_words,
            whole_nation: self.whole_nation,
            has_started: self.has_started,
            ..Self::default()
        }
    }

    /// These, with what was chosen in `other` and never here. Language and display are asked for at the first start: they were chosen here.
    #[must_use]
    pub(crate) fn completed_from(self, other: Self) -> Self {
        let Self {
            language,
            region,
            display,
            scheme,
            contrast,
            text_percent,
            simple_words,
            whole_nation,
            has_started,
            messages_read_until,
            quiet,
            mut alerts_put_away,
            forms_put_away,
        } = self;
        alerts_put_away.extend(other.alerts_put_away);
        alerts_put_away.sort();
        alerts_put_away.dedup();
        Self {
            language,
            region: region.or(other.region),
            display,
            scheme: scheme.or(other.scheme),
            contrast: contrast.or(other.contrast),
            text_percent: text_percent.or(other.text_percent),
            simple_words: simple_words.or(other.simple_words),
            whole_nation: whole_nation || other.whole_nation,
            has_started,
            messages_read_until: messages_read_until.max(other.messages_read_until),
            quiet: quiet.into_iter().chain(other.quiet).collect(),
            alerts_put_away,
            forms_put_away: forms_put_away.into_iter().chain(other.forms_put_away).collect(),
        }
    }

    /// How messages are worded: as the person chose, else simply in seniors mode.
    #[must_use]
    pub fn wording(&self) -> Wording {
        match self.simple_words {
            Some(true) => Wording::Simple,
            Some(false) => Wording::Usual,
            None => self.display.into(),
        }
    }
}
