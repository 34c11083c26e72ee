//! Helpers: a person lets somebody whom they trust follow their cases, and sees each time that this was done. With a mandate they
//! may also hand cases in for the person, in named departments and until a named day.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{DepartmentId, HelperLinkId};
use fingertip_typed::fold;

/// What a person tells to the one who shall help them: once, and soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperCode {
    /// [`HelperCode::DIGITS`] digits.
    pub code: String,
    /// When it is no longer taken.
    pub expires_at: Timestamp,
}

impl HelperCode {
    /// How long a code is.
    pub const DIGITS: usize = 8;

    /// The code that a person means who types or pastes `text`: in groups, in full width, between marks of direction. None where it has not
    /// [`Self::DIGITS`] digits, or something else.
    #[must_use]
    pub fn read(text: &str) -> Option<String> {
        let digits: String = fold(text).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        (digits.len() == Self::DIGITS && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
    }
}

/// What a helper may do beside following: hand cases in for the person (代办). So that they can, departments answer their mini-apps
/// meanwhile as they would the person; what changes something else than by a case is not done for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mandate {
    /// At which departments; at all of them where none is named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub departments: BTreeSet<DepartmentId>,
    /// The last day on which it holds, all of it, where the nation is.
    pub until: Date,
}

impl Mandate {
    /// The most departments that one names.
    pub const MOST_DEPARTMENTS: usize = 64;

    /// Whether it holds on the nation's day `today`.
    #[must_use]
    pub fn holds(&self, today: Date) -> bool {
        today <= self.until
    }

    /// Whether it reaches as far as `department`.
    #[must_use]
    pub fn covers(&self, department: &DepartmentId) -> bool {
        self.departments.is_empty() || self.departments.contains(department)
    }
}

/// One person helps another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperLink {
    /// Its id.
    pub id: HelperLinkId,
    /// The other one's name, as their identity provider says it.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
    /// What the helper may hand in for the person; none where they may follow alone. Both sides see the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
}

/// A helper looked at a person's cases, or at what a department says to the person while acting for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperLook {
    /// When.
    pub at: Timestamp,
    /// The helper's name, as it was then.
    pub name: String,
    /// At which department they acted for the person; none where they looked at the cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
}

/// Everything between a person and those who help them, or whom they help.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Helpers {
    /// Those who help this person.
    pub helpers: Vec<HelperLink>,
    /// Those whom this person helps.
    pub helped: Vec<HelperLink>,
    /// When a helper looked at this person's cases or acted for them, the newest first; also by those who are none any more.
    pub looks: Vec<HelperLook>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mandate_holds_on_its_last_day_and_no_longer_and_reaches_no_other_department() {
        let id = |text: &str| DepartmentId::new(text).expect("an id");
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let one = Mandate { departments: [id("taxation")].into(), until: day("2026-11-24") };
        assert!(one.holds(day("2026-11-24")) && !one.holds(day("2026-11-25")));
        assert!(one.covers(&id("taxation")) && !one.covers(&id("transport")));
        assert!(Mandate { departments: BTreeSet::new(), ..one }.covers(&id("transport")));
    }
}
