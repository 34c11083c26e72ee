//! What can be filled in: each kind empty, filled, and with an error.

use fingertip_sdk::{Choice, Date, Part, TextPurpose, msg};

use super::Sheet;

pub(super) const SHEETS: [Sheet; 7] = [
    Sheet { key: "texts", title: "gallery-texts-title", parts: &[lines, areas] },
    Sheet { key: "numbers", title: "gallery-numbers-title", parts: &[numbers, amounts] },
    Sheet { key: "times", title: "gallery-times-title", parts: &[dates, times] },
    Sheet { key: "choices", title: "gallery-choices-title", parts: &[one, many, select] },
    Sheet { key: "places", title: "gallery-places-title", parts: &[addresses, places] },
    Sheet { key: "files", title: "gallery-files-title", parts: &[files, declarations] },
    Sheet { key: "facts", title: "gallery-facts-title", parts: &[repeating, facts] },
];

const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

fn lines(page: &mut Part<'_>) {
    page.section("gallery-lines", |section| {
        section.text_input("nickname", "gallery-nickname").hint("gallery-nickname-hint").optional();
        section
            .text_input("email", "gallery-email")
            .purpose(TextPurpose::Email)
            .initial("zhang.wei@example.cn");
        let phone =
            section.text_input("phone", "gallery-phone").purpose(TextPurpose::Phone).initial("1380013");
        phone.hint("gallery-phone-hint").error(Some("gallery-phone-error"));
    });
}

fn areas(page: &mut Part<'_>) {
    page.section("gallery-areas", |section| {
        section.text_area("remark", "gallery-remark").hint("gallery-remark-hint").at_most(200).optional();
        section
            .text_area("wish", "gallery-wish")
            .initial("A quiet table, and a ramp for a wheelchair. 需要无障碍通道。");
        section.text_area("reason", "gallery-reason").error(Some("gallery-reason-error"));
    });
}

fn numbers(page: &mut Part<'_>) {
    page.section("gallery-numbers", |section| {
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
    });
}

fn amounts(page: &mut Part<'_>) {
    page.section("gallery-amounts", |section| {
        section.money_input("gift", "gallery-gift", "CNY").hint("gallery-gift-hint").optional();
        section.money_input("rent", "gallery-rent", "CNY").initial(Some(350_000));
        section
            .money_input("refund", "gallery-refund", "CNY")
            .at_most(500_000)
            .initial(Some(480_000))
            .error(Some("gallery-refund-error"));
    });
}

fn dates(page: &mut Part<'_>) {
    page.section("gallery-dates", |section| {
        section.date_input("move", "gallery-move").hint("gallery-move-hint").earliest(TODAY).optional();
        section.date_input("birthday", "gallery-birthday").remembered().initial(Some(Date {
            year: 1956,
            month: 3,
            day: 8,
        }));
        section.date_input("visit", "gallery-visit").initial(Some(TODAY)).error(Some("gallery-visit-error"));
    });
}

fn times(page: &mut Part<'_>) {
    page.section("gallery-times", |section| {
        section.time_input("call-at", "gallery-call-at").hint("gallery-call-at-hint").optional();
        section.time_input("opens-at", "gallery-opens-at").initial(Some(9 * 60));
        section
            .time_input("closes-at", "gallery-closes-at")
            .initial(Some(8 * 60))
            .error(Some("gallery-closes-at-error"));
    });
}

fn ways() -> [Choice; 3] {
    [
        Choice::new("post", msg("gallery-way-post")).hint("gallery-way-post-hint"),
        Choice::new("counter", msg("gallery-way-counter")),
        Choice::new("phone", msg("gallery-way-phone")).hint("gallery-text-long"),
    ]
}

fn one(page: &mut Part<'_>) {
    page.section("gallery-one", |section| {
        section.choose_one("way", "gallery-way", ways()).hint("gallery-way-hint").optional();
        section.choose_one("usual-way", "gallery-usual-way", ways()).initial(Some("counter"));
        section
            .choose_one("return-way", "gallery-return-way", ways())
            .error(Some("gallery-return-way-error"));
    });
}

fn helps() -> [Choice; 4] {
    ["gallery-help-hearing", "gallery-help-seeing", "gallery-help-walking", "gallery-help-language"]
        .map(|id| Choice::new(id, msg(id)))
}

fn many(page: &mut Part<'_>) {
    page.section("gallery-many", |section| {
        section.choose_many("help", "gallery-help", helps()).hint("gallery-help-hint").optional();
        let chosen = ["gallery-help-hearing".to_owned(), "gallery-help-language".to_owned()];
        section.choose_many("usual-help", "gallery-usual-help", helps()).initial(&chosen);
        section
            .choose_many("most-help", "gallery-most-help", helps())
            .at_most(2)
            .error(Some("gallery-most-help-error"));
    });
}

fn select(page: &mut Part<'_>) {
    // More entries than a person reads through: the host adds its search.
    let counters = || {
        (1..=60)
            .map(|number: i64| Choice::new(number.to_string(), msg("gallery-counter").arg("number", number)))
    };
    page.section("gallery-select", |section| {
        section
            .select_from("counter", "gallery-which-counter", counters())
            .hint("gallery-which-counter-hint")
            .optional();
        section.select_code("region", "gallery-region", "regions").initial(Some("440100"));
        section
            .select_from("other-counter", "gallery-other-counter", counters())
            .error(Some("gallery-other-counter-error"));
    });
}

fn addresses(page: &mut Part<'_>) {
    page.section("gallery-addresses", |section| {
        section
            .address_input("holiday-home", "gallery-holiday-home")
            .hint("gallery-holiday-home-hint")
            .optional();
        section.address_input("home", "gallery-home").initial(Some("440100"), Some("东风路 100 号"));
        section
            .address_input("work", "gallery-work")
            .initial(Some("440100"), None)
            .error(Some("gallery-work-error"));
    });
}

fn places(page: &mut Part<'_>) {
    page.section("gallery-places", |section| {
        section.place_input("damage", "gallery-damage").hint("gallery-damage-hint").optional();
        section.place_input("tree", "gallery-tree").error(Some("gallery-tree-error"));
    });
}

fn files(page: &mut Part<'_>) {
    page.section("gallery-files", |section| {
        section
            .file_input("photo", "gallery-photo", &["image/jpeg", "image/png"])
            .hint("gallery-photo-hint")
            .from_camera()
            .optional();
        section
            .file_input("papers", "gallery-papers", &["application/pdf", "image/jpeg"])
            .at_most(5)
            .optional();
        section
            .file_input("contract", "gallery-contract", &["application/pdf"])
            .error(Some("gallery-contract-error"));
    });
}

fn declarations(page: &mut Part<'_>) {
    page.section("gallery-declarations", |section| {
        section.declaration("news", "gallery-news", "gallery-news-statement").optional();
        section
            .declaration("truth", "gallery-truth", "gallery-truth-statement")
            .error(Some("gallery-truth-error"));
    });
    // The one button that hands a sheet in: the host then checks every input above it.
    page.submit("hand-in", "gallery-hand-in");
}

fn repeating(page: &mut Part<'_>) {
    page.section("gallery-repeating", |section| {
        section.repeat("child", "gallery-child", "gallery-child-add", (1, 5), |child| {
            child.text_input("child-name", "gallery-child-name").purpose(TextPurpose::Name);
            child.date_input("child-birthday", "gallery-child-birthday").remembered();
        });
    });
}

fn facts(page: &mut Part<'_>) {
    page.section("gallery-facts", |section| {
        section.attribute("fact-name", "name", "gallery-fact-name");
        section.attribute("fact-number", "id-number", "gallery-fact-number");
        section.secondary("share-name", "gallery-share-name");
    });
}
