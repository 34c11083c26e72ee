//! The annual tax on comprehensive income (Individual Income Tax Law of China, articles 3 and 6 and its first table;
//! the amounts of State Council notices 国发〔2018〕41号 and 国发〔2023〕13号). All amounts are in fen, all arithmetic is exact.

/// Fen in a yuan.
const YUAN: i64 = 100;

/// The basic deduction of a year.
pub const BASIC_DEDUCTION: i64 = 60_000 * YUAN;

/// The largest amount that the estimate takes: far above any wage, far below what overflows.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000 * YUAN;

/// One step of the progressive rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bracket {
    /// Taxable income above this is taxed at the rate.
    pub above: i64,
    /// The rate in percent.
    pub percent: i64,
    /// What the short calculation subtracts.
    pub quick_deduction: i64,
}

const fn bracket(above_yuan: i64, percent: i64, quick_yuan: i64) -> Bracket {
    Bracket { above: above_yuan * YUAN, percent, quick_deduction: quick_yuan * YUAN }
}

/// The rates, from the lowest.
pub const BRACKETS: [Bracket; 7] = [
    bracket(0, 3, 0),
    bracket(36_000, 10, 2_520),
    bracket(144_000, 20, 16_920),
    bracket(300_000, 25, 31_920),
    bracket(420_000, 30, 52_920),
    bracket(660_000, 35, 85_920),
    bracket(960_000, 45, 181_920),
];

/// What the rent deduction depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rent {
    /// No rent.
    #[default]
    None,
    /// In a municipality, a provincial capital or a city under separate planning.
    LargeCity,
    /// In another city of more than a million people.
    City,
    /// Elsewhere.
    Town,
}

/// How the person supports parents over sixty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ElderlySupport {
    /// Not at all.
    #[default]
    None,
    /// As an only child.
    Alone,
    /// With brothers or sisters, up to half.
    Shared,
}

/// The special additional deductions of a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deductions {
    /// Children from three years on who learn.
    pub children: u8,
    /// Children under three.
    pub infants: u8,
    /// Parents.
    pub elderly: ElderlySupport,
    /// Interest on the loan for a first home.
    pub has_housing_loan: bool,
    /// A course for a degree.
    pub learns: bool,
    /// Rent; not together with the loan.
    pub rent: Rent,
}

impl Deductions {
    /// All of them in fen.
    #[must_use]
    pub fn total(&self) -> i64 {
        let elderly = match self.elderly {
            ElderlySupport::None => 0,
            ElderlySupport::Alone => 36_000,
            ElderlySupport::Shared => 18_000,
        };
        let rent = match self.rent {
            Rent::None => 0,
            Rent::LargeCity => 18_000,
            Rent::City => 13_200,
            Rent::Town => 9_600,
        };
        let per_child = 24_000;
        let yuan = i64::from(self.children) * per_child
            + i64::from(self.infants) * per_child
            + elderly
            + rent
            + if self.has_housing_loan { 12_000 } else { 0 }
            + if self.learns { 4_800 } else { 0 };
        yuan * YUAN
    }
}

/// What a person earned and paid in a year, in fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Income {
    /// Wages before anything was taken off.
    pub wages: i64,
    /// Their own part of social insurance and provident fund.
    pub social_insurance: i64,
    /// Tax that was withheld.
    pub withheld: i64,
}

/// The part of the taxable income that falls into one bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The bracket.
    pub bracket: Bracket,
    /// The income in it.
    pub income: i64,
    /// The tax on that income. The taxes of all shares add up to the tax to the fen.
    pub tax: i64,
}

/// The estimate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// What is taxed.
    pub taxable: i64,
    /// The tax.
    pub tax: i64,
    /// What is still to be paid; negative for a refund.
    pub to_pay: i64,
    /// The brackets that the income reaches.
    pub shares: Vec<Share>,
}

impl Estimate {
    /// Whether what is owed need not be settled, and so need not be paid: at most 400.00 yuan are owed, or the year's comprehensive income
    /// is at most 120,000.00; where the payers withheld as the law asks. Announcement no. 32 of 2023 of the Ministry of Finance and the
    /// State Taxation Administration, for the years through 2027, and those before it for the years from 2019.
    #[must_use]
    pub fn is_exempt(&self, income: &Income, year: i64) -> bool {
        let is_small = self.to_pay <= 400 * YUAN;
        // Who owes tax of which nothing was withheld had a payer who did not do what the law asks.
        let is_withheld = income.withheld > 0 || self.tax == 0;
        (2019..=2027).contains(&year)
            && self.to_pay > 0
            && (is_small || income.wages <= 120_000 * YUAN && is_withheld)
    }
}

/// The estimate for `income` with `deductions`.
#[must_use]
pub fn estimate(income: &Income, deductions: &Deductions) -> Estimate {
    let taxable = (income.wages - BASIC_DEDUCTION - income.social_insurance - deductions.total()).max(0);
    let mut shares = Vec::new();
    // In hundredths of a fen, so that only the sums are rounded and the rows add up.
    let mut exact = 0;
    for (index, bracket) in BRACKETS.iter().enumerate() {
        let end = BRACKETS.get(index + 1).map_or(i64::MAX, |next| next.above);
        let in_bracket = taxable.min(end) - bracket.above;
        if in_bracket <= 0 {
            break;
        }
        let before = rounded(exact);
        exact += in_bracket * bracket.percent;
        shares.push(Share { bracket: *bracket, income: in_bracket, tax: rounded(exact) - before });
    }
    let tax = rounded(exact);
    Estimate { taxable, tax, to_pay: tax - income.withheld, shares }
}

/// Hundredths of a fen in fen, halves up.
fn rounded(hundredths: i64) -> i64 {
    (hundredths + 50) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The short calculation of the tax office.
    fn quick(taxable: i64) -> i64 {
        let bracket = BRACKETS.iter().rev().find(|bracket| taxable > bracket.above).unwrap_or(&BRACKETS[0]);
        rounded(taxable * bracket.percent) - bracket.quick_deduction
    }

    #[test]
    fn who_is_exempt_is_not_told_to_pay() {
        let check = |wages: i64, withheld: i64, year: i64, expected: bool| {
            let income = Income { wages: wages * YUAN, social_insurance: 0, withheld: withheld * YUAN };
            let own = estimate(&income, &Deductions::default());
            assert_eq!(own.is_exempt(&income, year), expected, "{wages} {withheld} {year}: {}", own.to_pay);
        };
        // 3,480 of tax on 120,000.
        check(120_000, 1_000, 2025, true);
        check(120_001, 1_000, 2025, false);
        check(120_000, 0, 2025, false);
        check(200_000, 11_080, 2025, true);
        check(200_000, 11_079, 2025, false);
        check(120_000, 3_480, 2025, false);
        check(120_000, 4_000, 2025, false);
        check(120_000, 1_000, 2027, true);
        check(120_000, 1_000, 2028, false);
    }

    fn taxed(taxable: i64) -> Estimate {
        estimate(&Income { wages: taxable + BASIC_DEDUCTION, ..Income::default() }, &Deductions::default())
    }

    #[test]
    fn every_edge_of_every_bracket_is_taxed_as_the_law_says() {
        let edges = [
            (0, 0),
            (36_000, 1_080),
            (144_000, 11_880),
            (300_000, 43_080),
            (420_000, 73_080),
            (660_000, 145_080),
            (960_000, 250_080),
        ];
        for (taxable, tax) in edges {
            assert_eq!(taxed(taxable * YUAN).tax, tax * YUAN, "{taxable}");
        }
        for bracket in BRACKETS {
            for taxable in [
                bracket.above - 1,
                bracket.above,
                bracket.above + 1,
                bracket.above + 17,
                bracket.above + 123_456,
            ] {
                let taxable = taxable.max(0);
                assert_eq!(taxed(taxable).tax, quick(taxable), "{taxable}");
            }
        }
        assert_eq!(taxed(LARGEST_AMOUNT).tax, quick(LARGEST_AMOUNT));
    }

    #[test]
    fn the_rows_add_up() {
        for taxable in [1, 99, 3_600_001, 14_400_033, 100_000_017, 12_345_678_901] {
            let estimate = taxed(taxable);
            assert_eq!(estimate.shares.iter().map(|share| share.income).sum::<i64>(), taxable);
            assert_eq!(estimate.shares.iter().map(|share| share.tax).sum::<i64>(), estimate.tax);
        }
    }

    #[test]
    fn each_deduction_counts() {
        let check =
            |deductions: Deductions, yuan: i64| assert_eq!(deductions.total(), yuan * YUAN, "{deductions:?}");
        let none = Deductions::default();
        check(none, 0);
        check(Deductions { children: 2, ..none }, 48_000);
        check(Deductions { infants: 1, ..none }, 24_000);
        check(Deductions { elderly: ElderlySupport::Alone, ..none }, 36_000);
        check(Deductions { elderly: ElderlySupport::Shared, ..none }, 18_000);
        check(Deductions { has_housing_loan: true, ..none }, 12_000);
        check(Deductions { learns: true, ..none }, 4_800);
        check(Deductions { rent: Rent::LargeCity, ..none }, 18_000);
        check(Deductions { rent: Rent::City, ..none }, 13_200);
        check(Deductions { rent: Rent::Town, ..none }, 9_600);
    }

    #[test]
    fn too_much_withheld_is_a_refund() {
        let income = Income { wages: 12_000_000, social_insurance: 1_200_000, withheld: 200_000 };
        let deductions = Deductions { children: 1, rent: Rent::Town, ..Deductions::default() };
        let estimate = estimate(&income, &deductions);
        // 120,000 - 60,000 - 12,000 - 33,600 = 14,400 yuan at 3 %.
        assert_eq!((estimate.taxable, estimate.tax, estimate.to_pay), (1_440_000, 43_200, -156_800));
    }

    #[test]
    fn a_small_income_is_not_taxed() {
        let estimate = estimate(&Income { wages: 5_000_000, ..Income::default() }, &Deductions::default());
        assert_eq!((estimate.taxable, estimate.tax, estimate.shares.len()), (0, 0, 0));
    }
}
