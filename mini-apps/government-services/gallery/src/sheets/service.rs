//! What only a service has: appointments, bills, and an end.

use fingertip_sdk::{Money, Part, Slot, msg};

use super::{
    Example::{Page, Section},
    Sheet,
};
use crate::view::{end, list};

pub(super) const SHEETS: [Sheet; 3] = [
    Sheet {
        key: "slots",
        title: "gallery-slots-title",
        parts: &[Section("gallery-slots", slots), Section("gallery-slots-taken", taken_slots)],
    },
    Sheet { key: "bill", title: "gallery-bill-title", parts: &[Page(bill)] },
    Sheet { key: "confirmation", title: "gallery-confirmation-title", parts: &[Page(confirmation)] },
];

/// 1 December 2026, 9 o'clock in China.
const OPENING_MS: i64 = 1_796_086_800_000;
const HOUR_MS: i64 = 3_600_000;

/// How many can still have the appointment of a day and an hour.
fn slot(day: u32, hour: u32, left: u32) -> Slot {
    Slot {
        id: format!("{day}-{hour}"),
        at: OPENING_MS + i64::from(day * 24 + hour) * HOUR_MS,
        minutes: 20,
        place: (day == 0).then(|| msg("gallery-office-east")),
        left,
    }
}

fn slots(section: &mut Part<'_>) {
    // Three days of six hours.
    let any = |at: usize| slot(at as u32 / 6, at as u32 % 6, at as u32 % 6 * 3 % 7);
    section
        .slot_picker("visit-slot", "gallery-visit-slot", list(18, any))
        .hint("gallery-visit-slot-hint")
        .optional();
    let kept = |at: usize| if at == 0 { slot(0, 1, 4) } else { slot(0, 2, 1) };
    section.slot_picker("kept-slot", "gallery-kept-slot", list(2, kept)).initial(Some("0-1"));
}

fn taken_slots(section: &mut Part<'_>) {
    let taken = |at: usize| if at == 0 { slot(1, 0, 0) } else { slot(1, 1, 2) };
    let input = section.slot_picker("lost-slot", "gallery-lost-slot", list(2, taken));
    input.error(Some("gallery-lost-slot-error"));
}

fn money(minor: i64) -> Money {
    Money { currency: "CNY".to_owned(), minor }
}

fn bill(page: &mut Part<'_>) {
    page.text("gallery-bill-text");
    let lines = vec![
        (msg("gallery-bill-base"), money(3_680)),
        (msg("gallery-bill-sewage"), money(1_150)),
        (msg("gallery-bill-relief"), money(-480)),
    ];
    page.bill("press-pay", "government-services", "gallery-bill-purpose", lines, money(4_350));
}

fn confirmation(page: &mut Part<'_>) {
    let next = ["gallery-confirmation-next-check", "gallery-confirmation-next-answer"];
    end(page, "end", ("gallery-confirmation", "GA-20261124-000001"), &next, Some("example-card"));
}
