//! What a person thinks of how their case was handled, and what people think of a service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::ServiceId;

/// How content a person is (国务院办公厅 好差评: five levels, the last two are bad).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RatingLevel {
    /// 非常满意, 5.
    VerySatisfied,
    /// 满意, 4.
    Satisfied,
    /// 基本满意, 3.
    FairlySatisfied,
    /// 不满意, 2.
    Dissatisfied,
    /// 非常不满意, 1.
    VeryDissatisfied,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl RatingLevel {
    /// From best to worst.
    pub const ALL: [Self; 5] = [
        Self::VerySatisfied,
        Self::Satisfied,
        Self::FairlySatisfied,
        Self::Dissatisfied,
        Self::VeryDissatisfied,
    ];

    /// The score, 5 the best; none of a level that this version does not know.
    #[must_use]
    pub fn score(&self) -> Option<u8> {
        match self {
            Self::VerySatisfied => Some(5),
            Self::Satisfied => Some(4),
            Self::FairlySatisfied => Some(3),
            Self::Dissatisfied => Some(2),
            Self::VeryDissatisfied => Some(1),
            Self::Unknown(_) => None,
        }
    }

    /// Whether the department must follow it up.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.score().is_some_and(|score| score <= 2)
    }
}

/// A person's rating of a handled case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rating {
    /// How content.
    pub level: RatingLevel,
    /// Why, if the person says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What people think of a service: every rating of its cases together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceRating {
    /// Which service.
    pub service: ServiceId,
    /// How many rated it.
    pub count: u32,
    /// How many of these gave each of [`RatingLevel::ALL`], from best to worst.
    pub levels: [u32; 5],
}

impl ServiceRating {
    /// Fewer than so many say nothing of the service and could say something of a person; they are not published.
    pub const LEAST: u32 = 5;

    /// The mean score in tenths: 47 for 4.7 of 5. None without ratings.
    #[must_use]
    pub fn tenths(&self) -> Option<u32> {
        let sum: u64 = RatingLevel::ALL
            .iter()
            .zip(self.levels)
            .map(|(level, count)| u64::from(level.score().unwrap_or_default()) * u64::from(count))
            .sum();
        let count: u64 = self.levels.iter().map(|&count| u64::from(count)).sum();
        // Rounded to the nearest tenth.
        (count > 0).then(|| u32::try_from((sum * 20 + count) / (2 * count)).unwrap_or(50))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_services_score_is_the_mean_of_its_ratings() {
        let of = |levels| {
            ServiceRating { service: ServiceId::new("s").expect("an id"), count: 0, levels }.tenths()
        };
        assert_eq!(of([0; 5]), None);
        assert_eq!(of([1, 0, 0, 0, 0]), Some(50));
        assert_eq!(of([2, 1, 0, 0, 0]), Some(47));
        assert_eq!(of([1, 0, 0, 0, 1]), Some(30));
        assert_eq!(of([u32::MAX; 5]), Some(30));
    }

    #[test]
    fn only_the_last_two_levels_are_bad() {
        assert_eq!(
            RatingLevel::ALL.each_ref().map(|level| level.is_bad()),
            [false, false, false, true, true]
        );
    }
}
