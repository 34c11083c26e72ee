//! Currencies as ISO 4217 lists them.

use iso_currency::Currency;

/// How many digits of an amount stand behind the point: 2 for `CNY`, 0 for `ISK`, 3 for `KWD`. ISO 4217, minor units; 2 for a code that it
/// does not list, and none where it has no minor unit, such as gold.
#[must_use]
pub fn minor_digits(currency: &str) -> u8 {
    let listed = Currency::from_code(currency);
    listed.map_or(2, |listed| listed.exponent().and_then(|digits| u8::try_from(digits).ok()).unwrap_or(0))
}

/// The signs and words by which people name this currency beside an amount.
pub(crate) fn names(currency: &str) -> Vec<String> {
    let own: &[&str] = match currency {
        "CNY" => &["人民币", "人民幣", "RMB", "CN¥", "¥"],
        "JPY" => &["JP¥", "¥", "円", "日元", "日圓"],
        "HKD" => &["HK$", "港币", "港幣", "港元"],
        "TWD" => &["NT$", "新台币", "新臺幣"],
        "USD" => &["US$", "美元"],
        _ => &[],
    };
    let symbol = Currency::from_code(currency).map(|listed| listed.symbol().symbol);
    own.iter().map(|&name| name.to_owned()).chain([currency.to_owned()]).chain(symbol).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_are_those_of_the_standard() {
        for (currency, digits) in
            [("CNY", 2), ("ISK", 0), ("JPY", 0), ("KWD", 3), ("TND", 3), ("CLF", 4), ("XAU", 0), ("???", 2)]
        {
            assert_eq!(minor_digits(currency), digits, "{currency}");
        }
    }
}
