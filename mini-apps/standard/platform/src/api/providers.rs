//! Where people of the nation can sign in: several providers, each for some of them, each with the assurance that it reaches.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::LocalText;

use crate::ProblemCode;

/// How sure a provider is that a person is who they say (ISO/IEC 29115; Regulation (EU) 910/2014, article 8).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum AssuranceLevel {
    /// Somebody said so.
    #[default]
    Low,
    /// Papers were looked at, and a second factor was shown.
    Substantial,
    /// As sure as somebody who stood at the counter with their identity card.
    High,
}

impl AssuranceLevel {
    /// The problem that says that so much is needed; none where anything is enough.
    #[must_use]
    pub fn problem(self) -> Option<ProblemCode> {
        match self {
            Self::Low => None,
            Self::Substantial => Some(ProblemCode::AssuranceSubstantialNeeded),
            Self::High => Some(ProblemCode::AssuranceHighNeeded),
        }
    }

    /// The level that `problem` says is needed.
    #[must_use]
    pub fn needed(problem: &ProblemCode) -> Option<Self> {
        [Self::Substantial, Self::High].into_iter().find(|level| level.problem().as_ref() == Some(problem))
    }
}

/// An OpenID provider at which people sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IdentityProvider {
    /// Its issuer (discovery stands under it).
    pub issuer: String,
    /// This shell's client id there.
    pub client_id: String,
    /// The resource indicator of the platform there (RFC 8707); none where it knows no resources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// What people call it.
    #[serde(default)]
    pub name: LocalText,
    /// For whom it is: "Residents", "The harbour province", "Foreign residents".
    #[serde(default)]
    pub audience: LocalText,
    /// The highest level that it reaches.
    pub assurance: AssuranceLevel,
    /// Which level each of its classes of sign-in reaches (`acr`, OpenID Connect Core 2). A class that does not stand here is of the lowest. Where
    /// none stands here every sign-in reaches [`assurance`](Self::assurance).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub acr: BTreeMap<String, AssuranceLevel>,
    /// As [`PlatformInfo::devices_url`](crate::api::PlatformInfo::devices_url), of this provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub devices_url: Option<String>,
}

impl IdentityProvider {
    /// The level of a sign-in of the class `acr`: never more than the provider reaches at all.
    #[must_use]
    pub fn level_of(&self, acr: Option<&str>) -> AssuranceLevel {
        if self.acr.is_empty() {
            return self.assurance;
        }
        let reached = acr.and_then(|class| self.acr.get(class)).copied().unwrap_or_default();
        reached.min(self.assurance)
    }

    /// Whether somebody can sign in here as surely as `level`.
    #[must_use]
    pub fn reaches(&self, level: AssuranceLevel) -> bool {
        self.assurance >= level && (self.acr.is_empty() || !self.classes_for(level).is_empty())
    }

    /// The classes that are asked for to reach `level` (`acr_values`), the least that is enough first; none where every sign-in does.
    #[must_use]
    pub fn classes_for(&self, level: AssuranceLevel) -> Vec<String> {
        let mut enough: Vec<_> = self.acr.iter().filter(|(_, reached)| **reached >= level).collect();
        enough.sort_by_key(|(_, reached)| **reached);
        enough.into_iter().map(|(class, _)| class.clone()).collect()
    }
}

/// Who the platform takes the caller for. The same person has the same name here at whichever provider they sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KnownPerson {
    /// Their name for their own devices, which nobody else knows them by.
    pub person: String,
    /// How sure their provider was when they signed in.
    pub assurance: AssuranceLevel,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(assurance: AssuranceLevel, acr: &[(&str, AssuranceLevel)]) -> IdentityProvider {
        IdentityProvider {
            issuer: "https://id.example".into(),
            client_id: "shell".into(),
            resource: None,
            name: LocalText::default(),
            audience: LocalText::default(),
            assurance,
            acr: acr.iter().map(|(class, level)| ((*class).to_owned(), *level)).collect(),
            devices_url: None,
        }
    }

    #[test]
    fn a_class_reaches_what_stands_beside_it_and_never_more_than_its_provider() {
        use AssuranceLevel::{High, Low, Substantial};
        let plain = provider(Substantial, &[]);
        assert_eq!((plain.level_of(None), plain.level_of(Some("gold"))), (Substantial, Substantial));
        assert!(
            plain.reaches(Substantial) && !plain.reaches(High) && plain.classes_for(Substantial).is_empty()
        );
        let classes = provider(High, &[("card", High), ("code", Substantial), ("mail", Low)]);
        for (class, level) in
            [(None, Low), (Some("x"), Low), (Some("code"), Substantial), (Some("card"), High)]
        {
            assert_eq!(classes.level_of(class), level, "{class:?}");
        }
        assert_eq!(classes.classes_for(Substantial), ["code", "card"]);
        let boastful = provider(Substantial, &[("card", High)]);
        assert_eq!(boastful.level_of(Some("card")), Substantial);
        assert!(!boastful.reaches(High));
        assert!(!provider(High, &[("mail", Low)]).reaches(Substantial));
    }

    #[test]
    fn each_level_but_the_lowest_has_its_problem() {
        for level in [AssuranceLevel::Substantial, AssuranceLevel::High] {
            assert_eq!(level.problem().as_ref().and_then(AssuranceLevel::needed), Some(level));
        }
        assert_eq!(AssuranceLevel::Low.problem(), None);
        assert_eq!(AssuranceLevel::needed(&ProblemCode::StepUpNeeded), None);
    }
}
