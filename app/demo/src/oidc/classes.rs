//! How surely somebody signs in: a provider without classes always as surely as it can, another by what was asked for (`acr_values`, OpenID
//! Connect Core 1.0, 3.1.2.1).

use std::collections::BTreeMap;

use fingertip_contract::api::AssuranceLevel;

use super::params::Params;

/// The passcode of every demo person; the page shows it.
const PASSCODE: &str = "123456";
/// The passcode of every demo person's identity card; the page shows it.
const CARD_PASSCODE: &str = "654321";

/// Signed in with the passcode.
const BY_PASSCODE: &str = "passcode";
/// Signed in with the identity card.
const BY_CARD: &str = "identity-card";

/// The classes of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Classes {
    /// None: every sign-in is as sure as it can be.
    None,
    /// With a passcode, or with the identity card where somebody asks for that.
    PasscodeOrCard,
}

/// How one person signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class {
    /// What tokens call it.
    pub(crate) acr: Option<&'static str>,
    /// What has to be typed.
    pub(crate) passcode: &'static str,
}

impl Classes {
    /// Which level each reaches.
    pub(crate) fn levels(self) -> BTreeMap<String, AssuranceLevel> {
        match self {
            Self::None => BTreeMap::new(),
            Self::PasscodeOrCard => BTreeMap::from([
                (BY_PASSCODE.to_owned(), AssuranceLevel::Substantial),
                (BY_CARD.to_owned(), AssuranceLevel::High),
            ]),
        }
    }

    /// The class for a request: the first that it asks for and that there is, or the usual one.
    pub(crate) fn of(self, params: &Params) -> Class {
        if self == Self::None {
            return Class { acr: None, passcode: PASSCODE };
        }
        let mut asked = params.get("acr_values").unwrap_or_default().split(' ');
        match asked.find(|class| [BY_PASSCODE, BY_CARD].contains(class)) {
            Some(BY_CARD) => Class { acr: Some(BY_CARD), passcode: CARD_PASSCODE },
            _ => Class { acr: Some(BY_PASSCODE), passcode: PASSCODE },
        }
    }
}
