//! Numbers in Han, alone or mixed with digits: 三百五十, 1万2千, 伍佰元整. The digits of GB/T 15835 and the capital ones of bills.

use crate::number::Decimal;

/// A folded number in Han; none where it is none.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    let (is_negative, text) = match text.strip_prefix('负').or_else(|| text.strip_prefix('負')) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let read = if !text.is_empty() && text.chars().all(|c| digit(c).is_some()) {
        let digits: String = text.chars().filter_map(digit).map(|value| value.to_string()).collect();
        Decimal { digits: digits.parse().ok()?, scale: 0 }
    } else {
        sections(text)?
    };
    Some(Decimal { digits: if is_negative { -read.digits } else { read.digits }, ..read })
}

/// An amount of yuan in fen: 3元5角, 五百元整, 12块5.
pub(crate) fn coins(text: &str) -> Option<i64> {
    let text = text.trim_end_matches(['整', '正']).trim();
    let mut minor = 0_i64;
    let mut rest = text;
    let mut last = None;
    for (names, worth) in
        [(&['元', '圆', '圓', '块', '塊'][..], 100), (&['角', '毛'][..], 10), (&['分'][..], 1)]
    {
        let Some(at) = rest.find(names) else { continue };
        let name = rest[at..].chars().next()?;
        let count = plain(rest[..at].trim().trim_start_matches(['零', '〇', '○']))?;
        minor = minor.checked_add(scaled(count, worth)?)?;
        rest = rest[at + name.len_utf8()..].trim();
        last = Some(worth);
    }
    // 12块5 is twelve and a half.
    if !rest.is_empty() {
        let count = plain(rest).filter(|count| count.scale == 0 && (0..10).contains(&count.digits))?;
        minor = minor.checked_add(scaled(count, last.filter(|&worth| worth > 1)? / 10)?)?;
    }
    last.map(|_| minor)
}

/// Digits with at most one point, or Han.
fn plain(text: &str) -> Option<Decimal> {
    let bare: String = text.chars().filter(|&c| c != ',' && c != ' ').collect();
    decimal(&bare).or_else(|| number(&bare))
}

fn scaled(count: Decimal, worth: i64) -> Option<i64> {
    let whole = count.digits.checked_mul(worth)?;
    let surplus = 10_i64.checked_pow(count.scale.into())?;
    (whole % surplus == 0).then_some(whole / surplus)
}

fn decimal(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{whole}{fraction}");
    let is_number = !digits.is_empty() && digits.len() <= 18 && digits.bytes().all(|b| b.is_ascii_digit());
    Some(Decimal {
        digits: is_number.then(|| digits.parse().ok())??,
        scale: u8::try_from(fraction.len()).ok()?,
    })
}

/// Counts before 十百千 add up to a section, sections before 万 and 亿 to the number.
fn sections(text: &str) -> Option<Decimal> {
    let (mut total, mut section) = (0_i128, 0_i128);
    // Thousandths of a count: 1.25万 is exact.
    const PARTS: i128 = 10_000;
    let mut count: Option<i128> = None;
    let mut last_unit = 1_i128;
    let mut has_unit = false;
    let mut after_zero = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        if figures > 0 {
            let read = decimal(&rest[..figures]).filter(|read| read.scale <= 4 && count.is_none())?;
            count = Some(i128::from(read.digits) * PARTS / 10_i128.pow(read.scale.into()));
            rest = &rest[figures..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if let Some(value) = digit(c) {
            if value == 0 {
                after_zero = true;
            } else if count.replace(i128::from(value) * PARTS).is_some() {
                return None;
            }
            continue;
        }
        let unit = unit(c)?;
        has_unit = true;
        after_zero = false;
        if unit < 10_000 {
            section += count.take().or_else(|| (unit == 10).then_some(PARTS))? * unit;
        } else {
            let whole = section + count.take().unwrap_or(0);
            (whole != 0 || total != 0).then_some(())?;
            total = if unit > last_unit && last_unit >= 10_000 {
                (total + whole) * unit
            } else {
                total + whole * unit
            };
            section = 0;
        }
        last_unit = unit;
    }
    has_unit.then_some(())?;
    if let Some(count) = count {
        // 一百二 is a hundred and twenty.
        section +=
            if last_unit > 10 && !after_zero && count < 10 * PARTS { count * last_unit / 10 } else { count };
    }
    let parts = total + section;
    (parts % PARTS == 0).then_some(())?;
    Some(Decimal { digits: i64::try_from(parts / PARTS).ok()?, scale: 0 })
}

fn digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '弌' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '叄' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<i128> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_han_are_read() {
        for (text, expected) in [
            ("十", Some(10)),
            ("十五", Some(15)),
            ("三百五十", Some(350)),
            ("两千零五", Some(2_005)),
            ("一百二", Some(120)),
            ("一百零二", Some(102)),
            ("1万2千", Some(12_000)),
            ("1万2", Some(12_000)),
            ("1.25万", Some(12_500)),
            ("三亿二千万", Some(320_000_000)),
            ("一万亿", Some(1_000_000_000_000)),
            ("二〇二六", Some(2026)),
            ("负三十", Some(-30)),
            ("零", Some(0)),
            ("三", Some(3)),
            ("", None),
            ("万", None),
            ("三三百", None),
            ("abc", None),
            ("1.00001万", None),
        ] {
            assert_eq!(number(text).map(|read| read.digits), expected, "{text}");
        }
    }
}
