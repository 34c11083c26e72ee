//! What a household uses. Nobody reads a meter in the demo nation: use follows from the account's number and the season,
//! so that it is the same whenever it is asked for.

use fingertip_kit::secrets;
use jiff::civil::Date;

/// What is supplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Supply {
    Water,
    Power,
    Gas,
}

impl Supply {
    pub(crate) const ALL: [Self; 3] = [Self::Water, Self::Power, Self::Gas];

    /// Its name in answers and in the ids of bills.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Power => "power",
            Self::Gas => "gas",
        }
    }

    /// The unit of its meter.
    pub(crate) fn unit(self) -> &'static str {
        match self {
            Self::Water | Self::Gas => "m3",
            Self::Power => "kwh",
        }
    }

    /// What one unit costs, in fen.
    pub(crate) fn price_minor(self) -> i64 {
        match self {
            Self::Water => 298,
            Self::Power => 62,
            Self::Gas => 345,
        }
    }

    /// A usual month in units, from January on: cooling in summer, hot water in winter.
    fn usual(self) -> [i64; 12] {
        match self {
            Self::Water => [12, 11, 12, 13, 14, 15, 16, 16, 15, 14, 12, 12],
            Self::Power => [150, 140, 135, 150, 210, 300, 380, 390, 310, 220, 150, 150],
            Self::Gas => [22, 21, 18, 15, 12, 10, 9, 9, 10, 12, 16, 20],
        }
    }

    /// What the account used in the month, in units.
    pub(crate) fn used(self, account: &str, month: Month) -> i64 {
        let hash = secrets::derive_hash(&format!("{account}-{}-{month}", self.id()));
        let usual = self.usual()[usize::from(month.number - 1) % 12];
        // Between 80 and 120 percent of the usual.
        let percent = 80 + i64::from(hash.bytes().next().unwrap_or_default()) % 41;
        usual * percent / 100
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Month {
    year: i16,
    number: u8,
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl Month {
    /// The last full months before `today`, oldest first.
    pub(crate) fn before(today: Date, n_months: i16) -> Vec<Self> {
        let at = today.year() * 12 + i16::from(today.month()) - 1;
        let month = |back: i16| {
            let at = at - back;
            Self { year: at.div_euclid(12), number: u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1) }
        };
        (1..=n_months).rev().map(month).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_before_reach_over_the_new_year() {
        let months: Vec<String> =
            Month::before(jiff::civil::date(2026, 2, 24), 3).iter().map(ToString::to_string).collect();
        assert_eq!(months, ["2025-11", "2025-12", "2026-01"]);
    }

    #[test]
    fn use_is_the_same_whenever_it_is_asked_for() {
        let month = Month::before(jiff::civil::date(2026, 8, 1), 1)[0];
        let used = Supply::Power.used("1020304050", month);
        assert_eq!(used, Supply::Power.used("1020304050", month));
        assert!((300..=460).contains(&used), "{used}");
    }
}
