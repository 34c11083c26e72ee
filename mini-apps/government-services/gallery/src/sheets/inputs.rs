//! What can be filled in: each kind empty, filled, and with an error.

use fingertip_sdk::{Choice, Date, Part, TextPurpose, msg};

use super::{
    Example::{Page, Section},
    Sheet, section,
};
use crate::view::list;

pub(super) const SHEETS: [Sheet; 7] = [
    Sheet {
        key: "texts",
        title: "gallery-texts-title",
        parts: &[Section("gallery-lines", lines), Section("gallery-areas", areas)],
    },
    Sheet {
        key: "numbers",
        title: "gallery-numbers-title",
        parts: &[Section("gallery-numbers", numbers), Section("gallery-amounts", amounts)],
    },
    Sheet {
        key: "times",
        title: "gallery-times-title",
        parts: &[Section("gallery-dates", dates), Section("gallery-times", times)],
    },
    Sheet {
        key: "choices",
        title: "gallery-choices-title",
        parts: &[
            Section("gallery-one", one),
            Section("gallery-many", many),
            Section("gallery-select", select),
        ],
    },
    Sheet {
        key: "places",
        title: "gallery-places-title",
        parts: &[Section("gallery-addresses", addresses), Section("gallery-places", places)],
    },
    Sheet {
        key: "files",
        title: "gallery-files-title",
        parts: &[Section("gallery-files", files), Page(declarations)],
    },
    Sheet {
        key: "facts",
        title: "gallery-facts-title",
        parts: &[Section("gallery-repeating", repeating), Section("gallery-facts", facts)],
    },
];

const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

fn lines(section: &mut Part<'_>) {
    section.text_input("nickname", "gallery-nickname").hint("gallery-nickname-hint").optional();
    section.text_input("email", "gallery-email").purpose(TextPurpose::Email).initial("zhang.wei@example.cn");
    let phone = section.text_input("phone", "gallery-phone").purpose(TextPurpose::Phone).initial("1380013");
    phone.hint("gallery-phone-hint").error(Some("gallery-phone-error"));
}

fn areas(section: &mut Part<'_>) {
    section.text_area("remark", "gallery-remark").hint("gallery-remark-hint").at_most(200).optional();
    section
        .text_area("wish", "gallery-wish")
        .initial("A quiet table, and a ramp for a wheelchair. 需要无障碍通道。");
    section.text_area("reason", "gallery-reason").error(Some("gallery-reason-error"));
}

fn numbers(section: &mut Part<'_>) {
    section
        .number_input("children", "gallery-children")
        .hint("gallery-children-hint")
        .between(0, 20)
        .optional();
    section.number_input("area", "gallery-area").unit("gallery-area-unit").initial(Some(86));
    section
        .number_input("age", "gallery-age")
        .between(0, 130)
        .initial(Some(18))
        .error(Some("gallery-age-error"));
}

fn amounts(section: &mut Part<'_>) {
    section.money_input("gift", "gallery-gift", "CNY").hint("gallery-gift-hint").optional();
    section.money_input("rent", "gallery-rent", "CNY").initial(Some(350_000));
    section
        .money_input("refund", "gallery-refund", "CNY")
        .at_most(500_000)
        .initial(Some(480_000))
        .error(Some("gallery-refund-error"));
}

fn dates(section: &mut Part<'_>) {
    section.date_input("move", "gallery-move").hint("gallery-move-hint").earliest(TODAY).optional();
    section.date_input("birthday", "gallery-birthday").remembered().initial(Some(Date {
        year: 1956,
        month: 3,
        day: 8,
    }));
    section.date_input("visit", "gallery-visit").initial(Some(TODAY)).error(Some("gallery-visit-error"));
}

fn times(section: &mut Part<'_>) {
    section.time_input("call-at", "gallery-call-at").hint("gallery-call-at-hint").optional();
    section.time_input("opens-at", "gallery-opens-at").initial(Some(9 * 60));
    section
        .time_input("closes-at", "gallery-closes-at")
        .initial(Some(8 * 60))
        .error(Some("gallery-closes-at-error"));
}

/// An answer to choose: its id, what it says, and more about it.
type Answer = (&'static str, &'static str, Option<&'static str>);

const WAYS: [Answer; 3] = [
    ("post", "gallery-way-post", Some("gallery-way-post-hint")),
    ("counter", "gallery-way-counter", None),
    ("phone", "gallery-way-phone", Some("gallery-text-long")),
];

fn way(at: usize) -> Choice {
    let (id, label, hint) = WAYS[at];
    let choice = Choice::new(id, msg(label));
    match hint {
        Some(hint) => choice.hint(hint),
        None => choice,
    }
}

const HELPS: [&str; 4] =
    ["gallery-help-hearing", "gallery-help-seeing", "gallery-help-walking", "gallery-help-language"];

fn help(at: usize) -> Choice {
    Choice::new(HELPS[at], msg(HELPS[at]))
}

/// More entries than a person reads through: the host adds its search.
const COUNTERS: usize = 60;

fn counter(at: usize) -> Choice {
    let number = at as u32 + 1;
    Choice::new(number.to_string(), msg("gallery-counter").arg("number", i64::from(number)))
}

fn one(section: &mut Part<'_>) {
    section.choose_one("way", "gallery-way", list(WAYS.len(), way)).hint("gallery-way-hint").optional();
    section.choose_one("usual-way", "gallery-usual-way", list(WAYS.len(), way)).initial(Some("counter"));
    section
        .choose_one("return-way", "gallery-return-way", list(WAYS.len(), way))
        .error(Some("gallery-return-way-error"));
}

fn many(section: &mut Part<'_>) {
    section.choose_many("help", "gallery-help", list(HELPS.len(), help)).hint("gallery-help-hint").optional();
    let chosen = ["gallery-help-hearing".to_owned(), "gallery-help-language".to_owned()];
    section.choose_many("usual-help", "gallery-usual-help", list(HELPS.len(), help)).initial(&chosen);
    section
        .choose_many("most-help", "gallery-most-help", list(HELPS.len(), help))
        .at_most(2)
        .error(Some("gallery-most-help-error"));
}

fn select(section: &mut Part<'_>) {
    section
        .select_from("counter", "gallery-which-counter", list(COUNTERS, counter))
        .hint("gallery-which-counter-hint")
        .optional();
    section.select_code("region", "gallery-region", "regions").initial(Some("440100"));
    section
        .select_from("other-counter", "gallery-other-counter", list(COUNTERS, counter))
        .error(Some("gallery-other-counter-error"));
}

fn addresses(section: &mut Part<'_>) {
    section
        .address_input("holiday-home", "gallery-holiday-home")
        .hint("gallery-holiday-home-hint")
        .optional();
    section.address_input("home", "gallery-home").initial(Some("440100"), Some("东风路 100 号"));
    section
        .address_input("work", "gallery-work")
        .initial(Some("440100"), None)
        .error(Some("gallery-work-error"));
}

fn places(section: &mut Part<'_>) {
    section.place_input("damage", "gallery-damage").hint("gallery-damage-hint").optional();
    section.place_input("tree", "gallery-tree").error(Some("gallery-tree-error"));
}

fn files(section: &mut Part<'_>) {
    section
        .file_input("photo", "gallery-photo", &["image/jpeg", "image/png"])
        .hint("gallery-photo-hint")
        .from_camera()
        .optional();
    section.file_input("papers", "gallery-papers", &["application/pdf", "image/jpeg"]).at_most(5).optional();
    section
        .file_input("contract", "gallery-contract", &["application/pdf"])
        .error(Some("gallery-contract-error"));
}

fn declarations(page: &mut Part<'_>) {
    section(page, "gallery-declarations", |section| {
        section.declaration("news", "gallery-news", "gallery-news-statement").optional();
        section
            .declaration("truth", "gallery-truth", "gallery-truth-statement")
            .error(Some("gallery-truth-error"));
    });
    // The one button that hands a sheet in: the host then checks every input above it.
    page.submit("hand-in", "gallery-hand-in");
}

fn repeating(section: &mut Part<'_>) {
    section.repeat("child", "gallery-child", "gallery-child-add", (1, 5), |child| {
        child.text_input("child-name", "gallery-child-name").purpose(TextPurpose::Name);
        child.date_input("child-birthday", "gallery-child-birthday").remembered();
    });
}

fn facts(section: &mut Part<'_>) {
    section.attribute("fact-name", "name", "gallery-fact-name");
    section.attribute("fact-number", "id-number", "gallery-fact-number");
    section.secondary("share-name", "gallery-share-name");
}
