//! A day as an iCalendar file (RFC 5545).
//!
//! Eleven lines of text, so no library: of those that there are, `ics` folds one byte too late (3.1) and `icalendar` brings a second
//! library of times. What PyPI's icalendar reads in it is compared by a test.

use jiff::Timestamp;

use crate::areas::calendar::model::{Due, DueDay};

/// The most bytes of a line (RFC 5545, 3.1).
const MOST_BYTES: usize = 75;
/// A moment in UTC (RFC 5545, 3.3.5).
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// The file of `day`, made `now`.
pub(crate) fn write(day: &DueDay, now: Timestamp) -> String {
    let (start, trigger) = match day.due {
        // A day without a time is a day wherever the person is (RFC 5545, 3.3.4).
        Due::Day { day, reminder_days } => {
            (format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")), format!("TRIGGER:-P{reminder_days}D"))
        }
        Due::At(at) => (format!("DTSTART:{}", at.strftime(MOMENT)), "TRIGGER:PT0S".to_owned()),
    };
    let summary = escape(&day.summary);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Fingertip//Fingertip//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(&day.id)),
        format!("DTSTAMP:{}", now.strftime(MOMENT)),
        start,
        format!("SUMMARY:{summary}"),
        format!("DESCRIPTION:{}", escape(&day.details)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{summary}"),
        trigger,
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| fold(line)).collect()
}

/// A text as a value (RFC 5545, 3.3.11). A name must not begin a line of its own: other control characters go.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line, folded between characters, with its end.
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 25 + 2);
    let mut n_bytes = 0;
    for c in line.chars() {
        if n_bytes + c.len_utf8() > MOST_BYTES {
            folded.push_str("\r\n ");
            n_bytes = 1;
        }
        folded.push(c);
        n_bytes += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    fn day(summary: &str, details: &str) -> DueDay {
        DueDay {
            id: "document:hrss:card-1".into(),
            due: Due::Day { day: jiff::civil::date(2026, 12, 22), reminder_days: 30 },
            summary: summary.into(),
            details: details.into(),
        }
    }

    fn now() -> Timestamp {
        "2026-11-28T08:00:00Z".parse().expect("a time")
    }

    /// Lines as a reader joins them again.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_day_is_a_whole_event_with_a_reminder() {
        let file = write(&day("Card", "Renew it"), now());
        assert_eq!(
            unfolded(&file),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Fingertip//Fingertip//EN",
                "BEGIN:VEVENT",
                "UID:document:hrss:card-1",
                "DTSTAMP:20261128T080000Z",
                "DTSTART;VALUE=DATE:20261222",
                "SUMMARY:Card",
                "DESCRIPTION:Renew it",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:Card",
                "TRIGGER:-P30D",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn a_moment_is_the_same_wherever_the_calendar_is_and_reminds_then() {
        let at = Due::At("2026-12-22T01:30:00Z".parse().expect("a time"));
        let file = write(&DueDay { due: at, ..day("Fetch the card", "") }, now());
        let lines = unfolded(&file);
        assert!(lines.contains(&"DTSTART:20261222T013000Z".to_owned()), "{file}");
        assert!(lines.contains(&"TRIGGER:PT0S".to_owned()), "{file}");
    }

    #[test]
    fn no_line_is_longer_than_a_reader_takes_and_no_character_is_cut() {
        for text in ["长".repeat(200), "a".repeat(200), "خىزمەت ".repeat(40), "👨‍👩‍👧".repeat(30)]
        {
            let file = write(&day(&text, &text), now());
            assert!(file.split("\r\n").all(|line| line.len() <= 75), "{text}");
            assert!(unfolded(&file).contains(&format!("SUMMARY:{text}")), "{text}");
        }
    }

    #[test]
    fn a_name_begins_no_line_of_its_own() {
        let file = write(&day("a\r\nATTENDEE:mailto:x@example.org\rb\u{0}\nc", "1,2;3\\n"), now());
        let lines = unfolded(&file);
        assert!(lines.contains(&"SUMMARY:a\\nATTENDEE:mailto:x@example.orgb\\nc".to_owned()), "{file}");
        assert!(lines.contains(&"DESCRIPTION:1\\,2\\;3\\\\n".to_owned()), "{file}");
        assert_eq!(lines.len(), 17);
    }

    #[test]
    fn a_calendar_that_others_wrote_reads_what_was_meant() {
        let Some(libraries) = std::env::var_os("FINGERTIP_FOREIGN") else {
            return println!("LEFT OUT: iCalendar files in PyPI's icalendar; `cargo xtask test` installs it");
        };
        let text = "社会保障卡, 到期; \\ \n第二行 ".repeat(12);
        let file = std::env::temp_dir().join(format!("fingertip-{}.ics", std::process::id()));
        std::fs::write(&file, write(&day(&text, "续期"), now())).expect("written");
        let program = "import icalendar, json, sys\n\
            calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
            event = calendar.walk('VEVENT')[0]\n\
            alarm = event.walk('VALARM')[0]\n\
            print(json.dumps([str(event['SUMMARY']), str(event['DTSTART'].dt), str(event['UID']), alarm['TRIGGER'].dt.days]))";
        let python = std::path::Path::new(&libraries).join("python/bin/python3");
        let output = Command::new(python).args(["-c", program]).arg(&file).output().expect("started");
        std::fs::remove_file(&file).expect("removed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let read: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(read, serde_json::json!([text, "2026-12-22", "document:hrss:card-1", -30]));
    }
}
