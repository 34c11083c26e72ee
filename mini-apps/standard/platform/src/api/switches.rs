//! What whoever runs a platform has switched, at once and for everybody: the app, a screen, a service.

use std::collections::BTreeMap;

use fingertip_standard::ServiceId;
use jiff::Timestamp;
use schemars::JsonSchema;
use semver::Version;
use serde::{Deserialize, Serialize};

use crate::Outage;

/// What is switched off, and which version of the app is needed. Everything is on where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Switches {
    /// Of the whole app.
    #[serde(default, skip_serializing_if = "AppSwitch::is_none")]
    pub app: AppSwitch,
    /// Screens that are out of order, by [`Screen`]'s names. A screen that a shell does not have is passed over.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub screens: BTreeMap<String, Outage>,
    /// Services that cannot be done online; their guides stay. Beside the outages that a department says in the signed catalogue.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub services: BTreeMap<ServiceId, Outage>,
}

/// What holds for the whole app.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AppSwitch {
    /// No service can be done online. What the device holds can be read all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unavailable: Option<Outage>,
    /// The least version with which services can be done (Semantic Versioning 2.0.0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<String>,
    /// The version that everybody is advised to have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advised: Option<String>,
    /// Where a newer version is had, an `https` address; none where people know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update_url: Option<String>,
}

/// A screen that can be switched off. Home, search, help and settings have no switch: from them the rest is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Services in lists, by theme, department and region; the guide of each.
    Services,
    /// The person's cases.
    Cases,
    /// The person's documents.
    Records,
    /// What was paid, and receipts.
    Payments,
    /// The person's messages.
    Messages,
    /// Whether a document that somebody shows is genuine.
    Verify,
    /// Helpers and those who are helped.
    Family,
    /// Life events and their one form.
    LifeEvents,
}

impl Screen {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Services,
        Self::Cases,
        Self::Records,
        Self::Payments,
        Self::Messages,
        Self::Verify,
        Self::Family,
        Self::LifeEvents,
    ];

    /// Whether it shows what the device holds of the person's own. That stays where its screen is switched off: the reason stands above it.
    #[must_use]
    pub const fn has_own(self) -> bool {
        matches!(self, Self::Cases | Self::Records | Self::Payments | Self::Messages)
    }

    /// Its name among [`Switches::screens`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Cases => "cases",
            Self::Records => "records",
            Self::Payments => "payments",
            Self::Messages => "messages",
            Self::Verify => "verify",
            Self::Family => "family",
            Self::LifeEvents => "life-events",
        }
    }
}

/// How an app stands with its platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppState<'a> {
    /// Everything can be done.
    Fine,
    /// Everything can be done, and there is a newer version.
    UpdateAdvised,
    /// Nothing can be done online before the app is updated.
    UpdateNeeded,
    /// Nothing can be done online until the platform is back.
    Unavailable(&'a Outage),
}

impl AppSwitch {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// How an app of version `own` stands. A version that is none counts as not said.
    #[must_use]
    pub fn state(&self, own: &str, now: Timestamp) -> AppState<'_> {
        let is_older_than = |least: &Option<String>| {
            let least = least.as_ref().and_then(|least| Version::parse(least).ok());
            matches!((Version::parse(own), least), (Ok(own), Some(least)) if own < least)
        };
        if let Some(outage) = self.unavailable.as_ref().filter(|outage| outage.lasts(now)) {
            AppState::Unavailable(outage)
        } else if is_older_than(&self.needed) {
            AppState::UpdateNeeded
        } else if is_older_than(&self.advised) {
            AppState::UpdateAdvised
        } else {
            AppState::Fine
        }
    }
}

impl Switches {
    /// Whether nothing is switched.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Why `screen` is out of order at `now`.
    #[must_use]
    pub fn screen(&self, screen: Screen, now: Timestamp) -> Option<&Outage> {
        self.screens.get(screen.name()).filter(|outage| outage.lasts(now))
    }

    /// What an operator has to mend before these can be used: a version that is none, a screen that has no switch, an address that is not
    /// `https`, an outage without a reason. Each in a sentence.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let versions = [("needed", &self.app.needed), ("advised", &self.app.advised)];
        let versions = versions.into_iter().filter_map(|(name, version)| {
            let error = Version::parse(version.as_ref()?).err()?;
            Some(format!("app.{name} is no version such as 1.2.0: {error}"))
        });
        let url = self.app.update_url.iter().filter(|url| !url.starts_with("https://"));
        let url = url.map(|_| "app.update_url does not begin with https://".to_owned());
        let is_known = |name: &str| Screen::ALL.iter().any(|screen| screen.name() == name);
        let names = Screen::ALL.map(Screen::name).join(", ");
        let screens = self
            .screens
            .keys()
            .filter(|name| !is_known(name))
            .map(|name| format!("screens.{name} has no switch; these have one: {names}"));
        let outages = self.app.unavailable.iter().map(|outage| ("app.unavailable".to_owned(), outage));
        let outages = outages
            .chain(self.screens.iter().map(|(name, outage)| (format!("screens.{name}"), outage)))
            .chain(self.services.iter().map(|(id, outage)| (format!("services.{id}"), outage)));
        let silent = outages
            .filter(|(_, outage)| outage.reason.is_empty())
            .map(|(name, _)| format!("{name} says no reason"));
        versions.chain(url).chain(screens).chain(silent).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn switches(value: serde_json::Value) -> Switches {
        serde_json::from_value(value).expect("switches")
    }

    #[test]
    fn an_app_is_as_old_as_its_version_says() {
        let now: Timestamp = "2026-11-30T00:00:00Z".parse().expect("a time");
        let app = switches(json!({"app": {"needed": "1.2.0", "advised": "1.10.0"}})).app;
        for (own, state) in [
            ("1.1.9", AppState::UpdateNeeded),
            ("1.2.0-beta.1", AppState::UpdateNeeded),
            ("1.2.0", AppState::UpdateAdvised),
            ("1.9.9", AppState::UpdateAdvised),
            ("1.10.0", AppState::Fine),
            ("2.0.0", AppState::Fine),
        ] {
            assert_eq!(app.state(own, now), state, "{own}");
        }
        let works = json!({"reason": {"en": "Works"}, "until": "2026-11-30T06:00:00Z"});
        let app = switches(json!({"app": {"unavailable": works, "needed": "soon"}})).app;
        assert!(matches!(app.state("0.1.0", now), AppState::Unavailable(_)));
        let later = "2026-11-30T06:00:00Z".parse().expect("a time");
        assert_eq!(app.state("0.1.0", later), AppState::Fine, "works are over, and `soon` is no version");
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let wrong = switches(json!({
            "app": {"needed": "1.2", "update_url": "http://example.org", "unavailable": {"reason": {}}},
            "screens": {"payments": {"reason": {"en": "Works"}}, "home": {"reason": {"en": "Works"}}},
            "services": {"s-1": {"reason": {}}}
        }));
        let faults = wrong.faults();
        let named = ["app.needed", "app.update_url", "screens.home", "app.unavailable", "services.s-1"];
        assert_eq!(faults.len(), named.len(), "{faults:?}");
        for name in named {
            assert!(faults.iter().any(|fault| fault.starts_with(name)), "{name}: {faults:?}");
        }
        assert_eq!(Switches::default().faults(), Vec::<String>::new());
    }
}
