//! Numbers, money, dates and times as people of a language write them. The patterns are messages of the shell's
//! `format.ftl`, so that a translator owns them.

use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

use fingertip_calendar::{Holiday, Lunar};
use fingertip_standard::words::{Date, Decimal, Money, Value};
use fingertip_typed::minor_digits;
use jiff::{Timestamp, Zoned, tz::TimeZone};

use crate::{Args, Direction, Messages, Wording, direction, numbers::steady, plain::plain};

/// First strong isolate and pop directional isolate (Unicode UAX 9).
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Formats values for one language.
#[derive(Debug, Clone)]
pub struct Formatter {
    shell: Arc<Messages>,
    language: String,
    wording: Wording,
    zone: TimeZone,
    /// Where the reader's clock is another one, the zone is named.
    device: Option<TimeZone>,
}

impl Formatter {
    /// A formatter for `language`, with the shell's patterns and this machine's time zone.
    #[must_use]
    pub fn new(shell: Arc<Messages>, language: impl Into<String>) -> Self {
        Self {
            shell,
            language: language.into(),
            wording: Wording::Usual,
            zone: TimeZone::system(),
            device: None,
        }
    }

    /// The same in another wording.
    #[must_use]
    pub fn worded(self, wording: Wording) -> Self {
        Self { wording, ..self }
    }

    /// The same in another time zone.
    #[must_use]
    pub fn in_zone(self, zone: TimeZone) -> Self {
        Self { zone, ..self }
    }

    /// The same, for a reader whose device is in `device`: a time belongs to a place, so where the clocks there and here differ, the zone is
    /// named.
    #[must_use]
    pub fn read_in(self, device: TimeZone) -> Self {
        Self { device: Some(device), ..self }
    }

    /// The zone in which times are written.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// What is said of times where the reader's clock shows others at this instant; none where it shows the same.
    #[must_use]
    pub fn times_in(&self, ms: i64) -> Option<String> {
        let zone = self.foreign_zone(ms)?;
        Some(self.text("format-times-in", &Args::new().text("zone", zone)))
    }

    /// The name of the zone, where the reader's clock differs from it at this instant.
    fn foreign_zone(&self, ms: i64) -> Option<String> {
        let (device, at) = (self.device.as_ref()?, Timestamp::from_millisecond(ms).ok()?);
        let here = self.zone.to_offset(at);
        if device.to_offset(at) == here {
            return None;
        }
        let name = self.zone.iana_name().unwrap_or_default().replace('/', "-");
        Some(self.text("format-zone", &Args::new().text("zone", name).text("offset", here.to_string())))
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The wording.
    #[must_use]
    pub fn wording(&self) -> Wording {
        self.wording
    }

    /// A message of the shell.
    #[must_use]
    pub fn text(&self, id: &str, args: &Args<'_>) -> String {
        self.text_of(&self.shell, id, args)
    }

    /// A message of `messages`, in this language and wording; its id where no language has it.
    #[must_use]
    pub fn text_of(&self, messages: &Messages, id: &str, args: &Args<'_>) -> String {
        let text = messages.find_worded(&self.language, self.wording, id, args);
        text.map_or_else(|| id.to_owned(), |text| self.steadied(text))
    }

    /// A message of the shell, if it has it.
    #[must_use]
    pub fn find(&self, id: &str, args: &Args<'_>) -> Option<String> {
        self.shell.find_worded(&self.language, self.wording, id, args).map(|text| self.steadied(text))
    }

    /// Numbers of several groups stay in order where the line runs from right to left.
    fn steadied(&self, text: String) -> String {
        if direction(&self.language) != Direction::Rtl {
            return text;
        }
        let steadied = match steady(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(steadied) => Some(steadied),
        };
        steadied.unwrap_or(text)
    }

    /// Any value but a region, whose names the caller knows.
    #[must_use]
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Data(text) | Value::Region(text) => self.isolate(text),
            Value::Integer(number) => {
                self.sign_first(grouped(&number.unsigned_abs().to_string(), *number < 0))
            }
            Value::Decimal(number) => self.sign_first(decimal(*number)),
            Value::Percent(number) => self.text(
                "format-percent",
                &Args::new().text("number", self.sign_first(decimal(percent(*number)))),
            ),
            Value::Money(money) => self.money(money),
            Value::Date(date) => self.date(*date),
            Value::Instant(ms) => self.instant(*ms),
            Value::Days(days) => self.text("format-days", &Args::new().number("days", *days)),
        }
    }

    /// The size of a file in kilobytes or megabytes.
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        const MEGABYTE: u64 = 1 << 20;
        let tenths = |unit: u64| Decimal {
            digits: i64::try_from(bytes.saturating_mul(10).div_ceil(unit)).unwrap_or(i64::MAX),
            scale: 1,
        };
        let whole = |number: Decimal| {
            if number.digits % 10 == 0 { Decimal { digits: number.digits / 10, scale: 0 } } else { number }
        };
        let (id, number) = if bytes >= MEGABYTE {
            ("mini-app-file-size-megabytes", whole(tenths(MEGABYTE)))
        } else {
            (
                "mini-app-file-size-kilobytes",
                Decimal { digits: tenths(1 << 10).digits.div_euclid(10).max(1), scale: 0 },
            )
        };
        self.text(id, &Args::new().text("size", self.value(&Value::Decimal(number))))
    }

    /// An amount with its currency, with the minor units that ISO 4217 lists.
    #[must_use]
    pub fn money(&self, money: &Money) -> String {
        let amount = decimal(Decimal { digits: money.minor, scale: minor_digits(&money.currency) });
        let args = Args::new()
            .text("amount", amount.trim_start_matches('-'))
            .text("currency", money.currency.as_str());
        let text = self.text("format-money", &args);
        if money.minor < 0 { self.sign_first(format!("\u{2212}{text}")) } else { text }
    }

    /// A sign is no letter: where the line runs from right to left it would be drawn behind its number (UAX 9, rules W4 to N2).
    fn sign_first(&self, number: String) -> String {
        let is_signed = number.starts_with(['-', '\u{2212}']);
        if is_signed && direction(&self.language) == Direction::Rtl {
            format!("\u{200E}{number}")
        } else {
            number
        }
    }

    /// A date, or what is known of it.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let pattern = match (date.month, date.day) {
            (0, _) => "format-date-year",
            (_, 0) => "format-date-month",
            _ => "format-date",
        };
        let args = Args::new()
            .text("year", date.year.to_string())
            .number("month", date.month)
            .number("day", date.day);
        self.text(pattern, &args)
    }

    /// An instant.
    #[must_use]
    pub fn instant(&self, ms: i64) -> String {
        let instant = self.instant_here(ms);
        match self.foreign_zone(ms) {
            Some(zone) => {
                self.text("format-instant-zoned", &Args::new().text("instant", instant).text("zone", zone))
            }
            None => instant,
        }
    }

    /// Instants of one list, and the zone they are in: said once, where it is one for all of them, else with each.
    #[must_use]
    pub fn instants(&self, all: &[i64]) -> (Option<String>, Vec<String>) {
        let zones: BTreeSet<_> = all.iter().map(|ms| self.times_in(*ms)).collect();
        match zones.into_iter().collect::<Vec<_>>().as_slice() {
            [zone] => (zone.clone(), all.iter().map(|ms| self.instant_here(*ms)).collect()),
            _ => (None, all.iter().map(|ms| self.instant(*ms)).collect()),
        }
    }

    /// Day and time of an instant, in a zone that is said elsewhere.
    fn instant_here(&self, ms: i64) -> String {
        let Some(local) = self.local(ms) else { return String::new() };
        let args = Args::new().text("date", self.date(date_of(&local))).text("time", clock_of(&local));
        self.text("format-instant", &args)
    }

    /// The day of an instant with its weekday, and what else it is.
    #[must_use]
    pub fn weekday(&self, ms: i64) -> String {
        let Some(local) = self.local(ms) else { return String::new() };
        let weekday = local.weekday().to_monday_one_offset().unsigned_abs();
        let date = date_of(&local);
        let day = self
            .text("format-weekday", &Args::new().number("weekday", weekday).text("date", self.date(date)));
        [day].into_iter().chain(self.beside(date)).collect::<Vec<_>>().join(" · ")
    }

    /// What people expect to read beside a date: its day in the Chinese calendar where their language has it so, and the
    /// public holidays on it.
    #[must_use]
    pub fn beside(&self, date: Date) -> Vec<String> {
        self.lunar(date).into_iter().chain(self.holidays(date)).collect()
    }

    /// The day in the Chinese calendar, such as 农历十月十五; none in a language whose readers do not count by it.
    #[must_use]
    pub fn lunar(&self, date: Date) -> Option<String> {
        if self.text("format-calendar", &Args::new()) != "chinese" {
            return None;
        }
        let lunar = Lunar::of(civil(date)?)?;
        let leap = if lunar.is_leap { "yes" } else { "no" };
        Some(self.text(
            "format-lunar",
            &Args::new().number("month", lunar.month).text("leap", leap).number("day", lunar.day),
        ))
    }

    /// The public holidays on a date.
    #[must_use]
    pub fn holidays(&self, date: Date) -> Vec<String> {
        let holidays = civil(date).map(Holiday::on).unwrap_or_default();
        holidays.into_iter().map(|holiday| self.text(message_of(holiday), &Args::new())).collect()
    }

    /// The time of day of an instant.
    #[must_use]
    pub fn clock(&self, ms: i64) -> String {
        self.local(ms).map(|local| clock_of(&local)).unwrap_or_default()
    }

    fn local(&self, ms: i64) -> Option<Zoned> {
        Some(Timestamp::from_millisecond(ms).ok()?.to_zoned(self.zone.clone()))
    }

    /// Keeps data from turning the text around it, where either runs right to left.
    #[must_use]
    pub fn isolate(&self, text: &str) -> String {
        let text = plain(text);
        let has_rtl = || {
            text.chars().any(|c| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{200F}'))
        };
        if direction(&self.language) == Direction::Rtl || has_rtl() {
            format!("{}{text}{}", ISOLATE.0, ISOLATE.1)
        } else {
            text.into_owned()
        }
    }
}

/// A whole date, if there is that day.
fn civil(date: Date) -> Option<jiff::civil::Date> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    jiff::civil::Date::new(i16::try_from(date.year).ok()?, month, day).ok()
}

/// The message that names a holiday.
fn message_of(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "format-holiday-new-year",
        Holiday::SpringFestivalEve => "format-holiday-spring-festival-eve",
        Holiday::SpringFestival => "format-holiday-spring-festival",
        Holiday::Qingming => "format-holiday-qingming",
        Holiday::LabourDay => "format-holiday-labour-day",
        Holiday::DragonBoat => "format-holiday-dragon-boat",
        Holiday::MidAutumn => "format-holiday-mid-autumn",
        Holiday::NationalDay => "format-holiday-national-day",
    }
}

fn date_of(local: &Zoned) -> Date {
    Date {
        year: i32::from(local.year()),
        month: local.month().unsigned_abs(),
        day: local.day().unsigned_abs(),
    }
}

fn clock_of(local: &Zoned) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

fn percent(share: Decimal) -> Decimal {
    match share.scale {
        0 => Decimal { digits: share.digits.saturating_mul(100), scale: 0 },
        1 => Decimal { digits: share.digits.saturating_mul(10), scale: 0 },
        scale => Decimal { digits: share.digits, scale: scale - 2 },
    }
}

fn decimal(number: Decimal) -> String {
    let digits = format!("{:0>width$}", number.digits.unsigned_abs(), width = usize::from(number.scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(number.scale));
    let whole = grouped(whole, number.digits < 0);
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

fn grouped(digits: &str, is_negative: bool) -> String {
    let mut text = String::from(if is_negative { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell_messages;

    fn check(language: &str, value: &Value, expected: &str) {
        assert_eq!(Formatter::new(shell_messages(), language).value(value), expected, "{language} {value:?}");
    }

    #[test]
    fn values_are_written_as_people_do() {
        let date = Value::Date(Date { year: 2026, month: 11, day: 4 });
        check("en", &date, "4 November 2026");
        check("zh-Hans", &date, "2026年11月4日");
        let money = |minor| Value::Money(Money { currency: "CNY".into(), minor });
        check("zh-Hans", &money(123_450), "¥1,234.50");
        check("en", &money(-5), "−¥0.05");
        let of = |currency: &str, minor| Value::Money(Money { currency: currency.into(), minor });
        check("en", &of("ISK", 1_500), "ISK 1,500");
        check("en", &of("KWD", 1_234), "KWD 1.234");
        for (language, year, month) in [
            ("en", "1958", "June 1958"),
            ("zh-Hans", "1958年", "1958年6月"),
            ("zh-Hant", "1958年", "1958年6月"),
            ("ug", "1958-يىلى", "1958-يىلى 6-ئاي"),
        ] {
            check(language, &Value::Date(Date { year: 1958, month: 0, day: 0 }), year);
            check(language, &Value::Date(Date { year: 1958, month: 6, day: 0 }), month);
        }
        check("en", &Value::Integer(-1_234_567), "-1,234,567");
        check("en", &Value::Decimal(Decimal { digits: 5, scale: 3 }), "0.005");
        check("en", &Value::Percent(Decimal { digits: 125, scale: 3 }), "12.5%");
        check("en", &Value::Percent(Decimal { digits: 1, scale: 0 }), "100%");
        check("en", &Value::Days(1), "1 day");
        check("zh-Hans", &Value::Days(3), "3 天");
    }

    #[test]
    fn a_day_is_named_as_people_expect_it() {
        let say = |language: &str, (year, month, day)| {
            Formatter::new(shell_messages(), language).beside(Date { year, month, day }).join(" · ")
        };
        assert_eq!(say("zh-Hans", (2026, 11, 24)), "农历十月十六");
        assert_eq!(say("zh-Hant", (2025, 7, 25)), "農曆閏六月初一");
        assert_eq!(say("zh-Hans", (2026, 2, 17)), "农历正月初一 · 春节");
        assert_eq!(say("zh-Hans", (2026, 2, 8)), "农历腊月廿一");
        assert_eq!(say("zh-Hans", (2033, 12, 22)), "农历闰十一月初一");
        assert_eq!(say("en", (2026, 11, 24)), "");
        assert_eq!(say("en", (2026, 10, 1)), "National Day");
        assert_eq!(say("ug", (2026, 2, 17)), "چاغان");
        let noon = |language: &str| {
            Formatter::new(shell_messages(), language).in_zone(TimeZone::UTC).weekday(1_774_958_400_000)
        };
        assert_eq!(noon("zh-Hans"), "2026年3月31日 星期二 · 农历二月十三");
        assert_eq!(noon("en"), "Tuesday, 31 March 2026");
    }

    #[test]
    fn a_time_names_its_place_where_the_readers_clock_is_another() {
        let zone = |name: &str| TimeZone::get(name).expect("a zone");
        let say = |language: &str, nation: &str, device: &str| {
            let own = Formatter::new(shell_messages(), language).in_zone(zone(nation)).read_in(zone(device));
            // 09:30 on 1 July 2026 in Shanghai.
            (own.instant(1_782_869_400_000), own.times_in(1_782_869_400_000))
        };
        assert_eq!(
            say("en", "Asia/Shanghai", "Europe/London"),
            ("1 July 2026, 09:30 (Beijing time)".into(), Some("All times are Beijing time".into()))
        );
        assert_eq!(say("zh-Hans", "Asia/Shanghai", "America/New_York").0, "2026年7月1日 09:30（北京时间）");
        assert_eq!(say("en", "Asia/Shanghai", "Asia/Singapore"), ("1 July 2026, 09:30".into(), None));
        assert_eq!(say("en", "Asia/Tashkent", "Europe/London").0, "1 July 2026, 06:30 (UTC+05)");
    }

    #[test]
    fn a_list_of_times_says_its_zone_once_unless_it_changes() {
        let zone = |name: &str| TimeZone::get(name).expect("a zone");
        let say = |nation: &str, device: &str, all: &[i64]| {
            let own = Formatter::new(shell_messages(), "en").in_zone(zone(nation)).read_in(zone(device));
            own.instants(all)
        };
        // 09:30 in Shanghai on 1 July and on 1 December 2026.
        let (july, december) = (1_782_869_400_000, 1_796_088_600_000);
        let (said, times) = say("Asia/Shanghai", "Europe/London", &[july, december]);
        assert_eq!(said.as_deref(), Some("All times are Beijing time"));
        assert_eq!(times, ["1 July 2026, 09:30", "1 December 2026, 09:30"]);
        assert_eq!(
            say("Asia/Shanghai", "Asia/Singapore", &[july]),
            (None, vec!["1 July 2026, 09:30".into()])
        );
        // In summer the clocks of Lisbon and London are one and Tunis' is too; in winter Tunis' is another.
        let (said, times) = say("Africa/Tunis", "Europe/London", &[july, december]);
        assert_eq!(
            (said, times),
            (None, vec!["1 July 2026, 02:30".into(), "1 December 2026, 02:30 (UTC+01)".into()])
        );
        assert_eq!(say("Asia/Shanghai", "Europe/London", &[]), (None, Vec::new()));
    }

    #[test]
    fn a_sign_stands_before_its_number_from_right_to_left_too() {
        check("ug", &Value::Integer(-5), "\u{200E}-5");
        check("ug", &Value::Integer(5), "5");
        check("ug", &Value::Percent(Decimal { digits: -125, scale: 3 }), "\u{200E}-12.5%");
        check("ug", &Value::Money(Money { currency: "CNY".into(), minor: -5 }), "\u{200E}−¥0.05");
    }

    #[test]
    fn data_that_runs_the_other_way_is_isolated() {
        check("en", &Value::Data("plain".into()), "plain");
        check("en", &Value::Data("\u{0627}".into()), "\u{2068}\u{0627}\u{2069}");
    }
}
