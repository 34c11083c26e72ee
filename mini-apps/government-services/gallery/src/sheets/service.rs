//! What only a service has: appointments, bills, and an end.

use fingertip_sdk::{End, Money, Part, Slot, msg};

use super::Sheet;

pub(super) const SHEETS: [Sheet; 3] = [
    Sheet { key: "slots", title: "gallery-slots-title", parts: &[slots, taken_slots] },
    Sheet { key: "bill", title: "gallery-bill-title", parts: &[bill] },
    Sheet { key: "confirmation", title: "gallery-confirmation-title", parts: &[confirmation] },
];

/// 1 December 2026, 9 o'clock in China.
const OPENING_MS: i64 = 1_796_086_800_000;
const HOUR_MS: i64 = 3_600_000;

fn slot(day: i64, hour: i64, left: u32) -> Slot {
    let place = (day == 0).then(|| msg("gallery-office-east"));
    Slot {
        id: format!("{day}-{hour}"),
        at: OPENING_MS + day * 24 * HOUR_MS + hour * HOUR_MS,
        minutes: 20,
        place,
        left,
    }
}

fn slots(page: &mut Part<'_>) {
    page.section("gallery-slots", |section| {
        let all = (0..3).flat_map(|day| (0..6).map(move |hour| slot(day, hour, (hour as u32 * 3) % 7)));
        section
            .slot_picker("visit-slot", "gallery-visit-slot", all)
            .hint("gallery-visit-slot-hint")
            .optional();
        section
            .slot_picker("kept-slot", "gallery-kept-slot", [slot(0, 1, 4), slot(0, 2, 1)])
            .initial(Some("0-1"));
    });
}

fn taken_slots(page: &mut Part<'_>) {
    page.section("gallery-slots-taken", |section| {
        let taken = [slot(1, 0, 0), slot(1, 1, 2)];
        section.slot_picker("lost-slot", "gallery-lost-slot", taken).error(Some("gallery-lost-slot-error"));
    });
}

fn bill(page: &mut Part<'_>) {
    let money = |minor| Money { currency: "CNY".to_owned(), minor };
    page.text("gallery-bill-text");
    let lines = [("gallery-bill-base", 3_680), ("gallery-bill-sewage", 1_150), ("gallery-bill-relief", -480)];
    let lines = lines.map(|(label, minor)| (msg(label), money(minor))).into();
    page.bill("press-pay", "government-services", "gallery-bill-purpose", lines, money(4_350));
}

fn confirmation(page: &mut Part<'_>) {
    let next = ["gallery-confirmation-next-check", "gallery-confirmation-next-answer"].map(msg).into();
    let keeps_document = Some("example-card".to_owned());
    page.confirmation(
        "end",
        End {
            title: msg("gallery-confirmation"),
            reference: "GA-20261124-000001".into(),
            next,
            keeps_document,
        },
    );
}
