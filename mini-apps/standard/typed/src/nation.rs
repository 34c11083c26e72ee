//! What a nation knows of its numbers: data that a nation brings, and the few ways in which numbers are checked everywhere.

use crate::{Date, text::is_han};

/// A nation's rules for what is typed. Masks say what a value looks like once it is read ([`crate::read`]): `#` is a digit, `@` a capital
/// letter, `*` either, `?` a digit or X, `[135]` and `[3-9]` one of these, and everything else itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema))]
pub struct Nation {
    /// Whose rules they are, ISO 3166-1: `CN`.
    pub country: String,
    /// The country's calling code, ITU-T E.164: `86`.
    pub calling_code: String,
    /// What is dialled before another country's code: `00`.
    pub international_prefix: String,
    /// What is dialled before an area's code inside the country: `0`.
    pub trunk_prefix: String,
    /// Telephone numbers as they are dialled inside the country.
    pub phones: Vec<String>,
    /// Postcodes.
    pub postcodes: Vec<String>,
    /// Vehicles' plates.
    pub plates: Vec<String>,
    /// Kinds of id numbers.
    pub id_numbers: Vec<IdNumber>,
    /// Which part of a name comes first in writing.
    #[cfg_attr(feature = "serde", serde(default))]
    pub name_order: NameOrder,
}

/// The order of a name's parts in writing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum NameOrder {
    /// The given name first.
    #[default]
    GivenFirst,
    /// The family name first.
    FamilyFirst,
}

impl NameOrder {
    /// The whole name of its parts, either of which may be missing or blank; none where both are. A name in Chinese characters has its
    /// family name first and no blank in every nation, as Unicode's CLDR has it (UTS #35, part 8, "Person Names": the order follows the
    /// name's own language).
    #[must_use]
    pub fn whole_name(self, family: &str, given: &str) -> Option<String> {
        let (family, given) = (family.trim(), given.trim());
        if family.is_empty() || given.is_empty() {
            return [family, given].into_iter().find(|part| !part.is_empty()).map(str::to_owned);
        }
        if is_in_han(family) && is_in_han(given) {
            return Some(format!("{family}{given}"));
        }
        Some(match self {
            Self::FamilyFirst => format!("{family} {given}"),
            Self::GivenFirst => format!("{given} {family}"),
        })
    }
}

/// Whether a name is in Chinese characters, with the point in names from elsewhere.
fn is_in_han(name: &str) -> bool {
    name.chars().all(|c| is_han(c) || matches!(c, '·' | '〇'))
}

/// One kind of id number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema))]
pub struct IdNumber {
    /// What it looks like.
    pub masks: Vec<String>,
    /// How its last sign follows from the others.
    #[cfg_attr(feature = "serde", serde(default))]
    pub check: Option<Check>,
    /// Where the eight digits of a birth date begin, which must be a day that there was.
    #[cfg_attr(feature = "serde", serde(default))]
    pub birth_date_at: Option<u64>,
}

/// How a number's last sign follows from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Check {
    /// ISO/IEC 7064, MOD 11-2; GB 11643-1999 uses it.
    #[cfg_attr(feature = "serde", serde(rename = "iso-7064-mod-11-2"))]
    Iso7064Mod11_2,
    /// ISO/IEC 7812-1, annex B.
    Luhn,
}

impl Nation {
    /// The rules with which this program was built.
    #[must_use]
    pub fn built_in() -> Self {
        include!(concat!(env!("OUT_DIR"), "/nation.rs"))
    }

    /// Whether a number that was read can be called: one of this country, with or without its code, or another country's (E.164: at most
    /// fifteen digits). An extension has up to six.
    #[must_use]
    pub fn is_phone(&self, read: &str) -> bool {
        let (number, extension) = read.split_once('-').unwrap_or((read, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(extension) || extension.len() > 6 {
            return false;
        }
        let Some(abroad) = number.strip_prefix('+') else { return fits(&self.phones, number) };
        let own = abroad.strip_prefix(&*self.calling_code).filter(|_| !self.calling_code.is_empty());
        match own {
            Some(own) => {
                fits(&self.phones, own) || fits(&self.phones, &format!("{}{own}", self.trunk_prefix))
            }
            None => is_digits(abroad) && (7..=15).contains(&abroad.len()) && !abroad.starts_with('0'),
        }
    }

    /// Whether a postcode that was read is one here.
    #[must_use]
    pub fn is_postcode(&self, read: &str) -> bool {
        fits(&self.postcodes, read)
    }

    /// Whether postcodes here are digits alone: the keyboard that is offered.
    #[must_use]
    pub fn has_numeric_postcodes(&self) -> bool {
        self.postcodes.iter().all(|mask| mask.chars().all(|c| c == '#' || c.is_ascii_digit()))
    }

    /// Whether a plate that was read is one here.
    #[must_use]
    pub fn is_plate(&self, read: &str) -> bool {
        fits(&self.plates, read)
    }

    /// Whether an id number that was read is one here: its look, its check and its birth date.
    #[must_use]
    pub fn is_national_id(&self, read: &str) -> bool {
        self.id_numbers.iter().any(|kind| kind.takes(read))
    }
}

impl IdNumber {
    fn takes(&self, read: &str) -> bool {
        fits(&self.masks, read)
            && self.check.is_none_or(|check| check.holds(read))
            && self.birth_date_at.is_none_or(|at| has_birth_date(read, at))
    }
}

fn has_birth_date(read: &str, at: u64) -> bool {
    let digits = usize::try_from(at)
        .ok()
        .and_then(|at| read.get(at..at + 8))
        .and_then(|text| text.parse::<i32>().ok());
    digits.is_some_and(|digits| {
        let part = |value: i32| u8::try_from(value).unwrap_or(0);
        let born = Date { year: digits / 10_000, month: part(digits / 100 % 100), day: part(digits % 100) };
        (1800..2200).contains(&born.year) && born.is_whole() && born.exists()
    })
}

impl Check {
    fn holds(self, read: &str) -> bool {
        let value = |c: char| if c == 'X' { Some(10) } else { c.to_digit(10) };
        let Some(values) = read.chars().map(value).collect::<Option<Vec<u32>>>() else { return false };
        match self {
            // Each sign weighs twice the one behind it, and all together leave one.
            Self::Iso7064Mod11_2 => values.iter().fold(0, |sum, value| (sum * 2 + value) % 11) == 1,
            Self::Luhn => {
                let doubled = |(at, value): (usize, &u32)| match value * if at % 2 == 1 { 2 } else { 1 } {
                    sum if sum > 9 => sum - 9,
                    sum => sum,
                };
                values.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
            }
        }
    }
}

fn fits(masks: &[String], read: &str) -> bool {
    masks.iter().any(|mask| fit(mask, read))
}

/// Whether `read` looks as `mask` says, sign by sign.
fn fit(mask: &str, read: &str) -> bool {
    let mut signs = read.chars();
    let mut masks = mask.chars();
    while let Some(m) = masks.next() {
        let Some(c) = signs.next() else { return false };
        let is_it = match m {
            '#' => c.is_ascii_digit(),
            '@' => c.is_ascii_uppercase(),
            '*' => c.is_ascii_digit() || c.is_ascii_uppercase(),
            '?' => c.is_ascii_digit() || c == 'X',
            '[' => {
                let rest = masks.as_str();
                let Some((set, behind)) = rest.split_once(']') else { return false };
                masks = behind.chars();
                one_of(set, c)
            }
            m => m == c,
        };
        if !is_it {
            return false;
        }
    }
    signs.next().is_none()
}

fn one_of(set: &str, c: char) -> bool {
    let signs: Vec<char> = set.chars().collect();
    signs.contains(&c) && c != '-'
        || signs.windows(3).any(|run| run[1] == '-' && (run[0]..=run[2]).contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_parts_in_the_nations_order_and_han_in_its_own() {
        let check = |order: NameOrder, family, given, whole: Option<&str>| {
            assert_eq!(order.whole_name(family, given).as_deref(), whole, "{order:?} {family:?} {given:?}");
        };
        for order in [NameOrder::FamilyFirst, NameOrder::GivenFirst] {
            check(order, "张", "伟", Some("张伟"));
            check(order, "欧阳", " 娜娜 ", Some("欧阳娜娜"));
            check(order, "\u{20BB7}野", "家", Some("\u{20BB7}野家"));
            check(order, "", "娜孜依拉·吐尔逊", Some("娜孜依拉·吐尔逊"));
            check(order, "Suharto", " ", Some("Suharto"));
            check(order, " ", "", None);
        }
        check(NameOrder::FamilyFirst, "Szabó", "Éva", Some("Szabó Éva"));
        check(NameOrder::GivenFirst, "Szabó", "Éva", Some("Éva Szabó"));
        check(NameOrder::FamilyFirst, "李", "Anna", Some("李 Anna"));
        check(NameOrder::GivenFirst, "تۇرسۇن", "ئايگۈل", Some("ئايگۈل تۇرسۇن"));
    }

    #[test]
    fn ids_carry_a_check_and_a_day_that_there_was() {
        let nation = Nation::built_in();
        // A resident's, a permit of a resident of Hong Kong and one of Taiwan, a foreigner's of each form.
        for good in [
            "11010519491231002X",
            "810000199408230021",
            "830000199201300022",
            "110105192002290028",
            "CHN310115021008",
        ] {
            let good = if good.len() == 18 { with_check(&good[..17]) } else { good.to_owned() };
            assert!(nation.is_national_id(&good), "{good}");
        }
        for never in ["19490229", "19491331", "19490431", "17990101", "00000000"] {
            let bad = with_check(&format!("110105{never}002"));
            assert!(!nation.is_national_id(&bad), "{bad}");
        }
        for bad in
            ["", "110105194912310021", "1101051949123100", "张", "11010519491231002x", "CHN31011502100"]
        {
            assert!(!nation.is_national_id(bad), "{bad}");
        }
    }

    fn with_check(body: &str) -> String {
        let signs = ('0'..='9').chain(['X']).map(|last| format!("{body}{last}"));
        signs.into_iter().find(|id| Check::Iso7064Mod11_2.holds(id)).expect("one of eleven")
    }

    #[test]
    fn numbers_that_can_be_called() {
        let nation = Nation::built_in();
        for good in [
            "13800138000",
            "02083126543",
            "075512345678",
            "+8613800138000",
            "+862083126543",
            "+442079460018",
            "4008123123",
            "83126543",
            "02083126543-8001",
        ] {
            assert!(nation.is_phone(good), "{good}");
        }
        for bad in [
            "",
            "1380013800",
            "138001380001",
            "12",
            "110",
            "95588",
            "+861380013800",
            "+0123456789",
            "phone",
            "02083126543-",
            "+1234567890123456",
        ] {
            assert!(!nation.is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn plates_and_postcodes() {
        let nation = Nation::built_in();
        for good in ["京A12345", "粤BD12345", "粤B12345D", "粤Z1234港", "京A1234警", "123456使"] {
            assert!(nation.is_plate(good), "{good}");
        }
        for bad in ["A12345", "京I12345", "京A1234", "京A1234O5", "京A123456"] {
            assert!(!nation.is_plate(bad), "{bad}");
        }
        assert!(nation.is_postcode("510030") && !nation.is_postcode("SW1A 1AA"));
        assert!(nation.has_numeric_postcodes());
    }

    #[test]
    fn another_nation_brings_its_own() {
        let british = Nation {
            country: "GB".into(),
            calling_code: "44".into(),
            phones: vec!["07#########".into(), "0[12]#########".into()],
            postcodes: vec!["@#* #@@".into(), "@@#* #@@".into(), "@@#@ #@@".into(), "@@# #@@".into()],
            plates: vec!["@@##@@@".into()],
            id_numbers: vec![IdNumber {
                masks: vec!["@@######[A-D]".into()],
                check: None,
                birth_date_at: None,
            }],
            ..Nation::built_in()
        };
        assert!(
            british.is_phone("02079460018")
                && british.is_phone("+442079460018")
                && !british.is_phone("13800138000")
        );
        assert!(british.is_postcode("SW1A 1AA") && !british.has_numeric_postcodes());
        assert!(
            british.is_plate("AB12CDE")
                && british.is_national_id("QQ123456C")
                && !british.is_national_id("QQ123456E")
        );
    }

    #[test]
    fn luhn_tells_a_slip() {
        assert!(Check::Luhn.holds("4111111111111111") && !Check::Luhn.holds("4111111111111112"));
    }
}
