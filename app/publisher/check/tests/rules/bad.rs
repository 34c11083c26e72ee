//! For each rule, the smallest change to the good mini-app that it must catch.

use fingertip_check::Mishap;
use fingertip_standard::{
    requests::Wish,
    view::{ChooseMany, ChooseOne, Declaration, FileInput, Kind, Link, Page, Section, Tone, Weight},
    work,
};
use serde_json::json;

use super::good::{Case, Sheet, call, case, claim};

/// The id of a rule, and what it must catch.
pub(crate) type Bad = (&'static str, fn(&mut Case));

/// Files and runs.
pub(crate) const FILES: &[Bad] = &[
    ("component-valid", |bad| bad.component = b"nonsense".to_vec()),
    ("component-too-much-code", |bad| bad.mishap(Mishap::TooMuchCode("it has 2000 tables".into()))),
    ("component-imports-nothing", |bad| {
        bad.component = wat::parse_str(r#"(component (import "clock" (func)))"#).expect("one")
    }),
    ("component-fits-world", |bad| bad.mishap(Mishap::WrongWorld("no export".into()))),
    ("component-carries-names", |bad| {
        let names = format!(r#"(component (core module (@custom "name" "{}")))"#, "x".repeat(4000));
        bad.component = wat::parse_str(names).expect("one");
    }),
    ("component-too-large", |bad| bad.component = vec![0; 3 << 20]),
    ("component-large", |bad| bad.component = vec![0; 201 << 10]),
    ("component-size", |bad| bad.component = vec![0; 170 << 10]),
    ("bundle-too-large", |bad| bad.bundle_bytes = Some(3 << 20)),
    ("bundle-readable", |bad| bad.unreadable = Some("no archive".into())),
    ("step-work", |bad| bad.runs.work = (work::NOTICED_WORK + 1, "/".into())),
    ("step-timed-out", |bad| bad.mishap(Mishap::TimedOut)),
    ("memory-over-limit", |bad| bad.mishap(Mishap::OutOfMemory)),
    ("memory-high", |bad| bad.runs.memory_bytes = 20 << 20),
    ("step-moves-too-much", |bad| bad.mishap(Mishap::TooMuchData)),
    ("saved-too-large", |bad| bad.mishap(Mishap::SavedTooLarge(70_000))),
    ("saved-large", |bad| bad.runs.saved_bytes = 40_000),
    ("manifest-valid", |bad| bad.own()["standard"] = json!("9.0")),
    ("name-missing", |bad| bad.own()["names"] = json!({"en": "Card office"})),
    ("description-missing", |bad| bad.manifest["description"] = json!("  ")),
    ("fallback-language", |bad| bad.manifest["lang"] = json!("zh-Hans")),
    ("language-twice", |bad| bad.own()["languages"] = json!(["en", "zh-Hans", "en"])),
    ("version-name", |bad| bad.manifest["version"]["name"] = json!("first")),
    ("entry-twice", |bad| bad.own()["entries"] = json!([{"route": "/"}, {"route": "/"}])),
    ("entry-form", |bad| bad.own()["entries"] = json!([{"route": "/"}, {"route": "/Lost card//"}])),
    ("capability-twice", |bad| {
        bad.own()["capabilities"] = json!(["claims", "call", "submit-case", "read-documents", "call"])
    }),
    ("service-missing", |bad| bad.own()["services"] = json!([])),
    ("purpose-language", |bad| bad.own()["claims"][0]["purpose"] = json!({"en": "Printed on the card"})),
    ("purpose-short", |bad| bad.own()["claims"][0]["purpose"]["en"] = json!("Service")),
    ("purpose-repeats-claim", |bad| bad.own()["claims"][0]["purpose"]["en"] = json!("Your name")),
    ("retention-without-time", |bad| bad.own()["claims"][0]["retention"]["en"] = json!("As long as needed")),
    ("words-missing", |bad| drop(bad.files.remove("i18n/zh-Hans.ftl"))),
    ("words-utf8", |bad| bad.files.get_mut("i18n/en.ftl").expect("a file").extend([b'#', b' ', 0xff, b'\n'])),
    ("fluent-valid", |bad| bad.append("i18n/en.ftl", "= no id\n")),
    ("message-twice", |bad| bad.append("i18n/en.ftl", "lead = Again\n")),
    ("message-missing", |bad| bad.append("i18n/en.ftl", "more = More of it\n")),
    ("message-superfluous", |bad| bad.append("i18n/zh-Hans.ftl", "more = 更多\n")),
    ("message-variables", |bad| {
        bad.file("i18n/zh-Hans.ftl", "title = 申领\nlead = 一张卡\ncount = 几张卡\n")
    }),
    ("message-attributes", |bad| bad.append("i18n/en.ftl", "    .hint = Count them\n")),
    ("message-function", |bad| {
        bad.append("i18n/en.ftl", "# Variables: $n (number) - how many\nsum = { NUMBER($n) } in all\n");
        bad.append("i18n/zh-Hans.ftl", "sum = 共 { NUMBER($n) }\n");
    }),
    ("message-unknown", |bad| bad.shown("nothing-like-it")),
    ("message-variable-not-given", |bad| bad.shown("count")),
    ("message-unused", |bad| drop(bad.runs.messages.pop_first())),
    ("variable-undocumented", |bad| {
        bad.append("i18n/en.ftl", "who = For { $who }\n");
        bad.append("i18n/zh-Hans.ftl", "who = 给{ $who }\n");
    }),
    ("message-untranslated", |bad| {
        bad.file("i18n/zh-Hans.ftl", "title = 申领\nlead = One card for your pension.\ncount = { $n } 张卡\n")
    }),
    ("message-other-script", |bad| bad.append("i18n/en.ftl", "more = More 更多\n")),
    ("message-glued", |bad| bad.append("i18n/en.ftl", "glue = { \" \" }and\n")),
    ("simple-missing", |bad| bad.append("i18n/en.ftl", "    .simple = Cards: { $n }\n")),
    ("simple-variables", |bad| {
        bad.append("i18n/en.ftl", "    .simple = { $n } of { $all }\n");
        bad.append("i18n/zh-Hans.ftl", "    .simple = { $n } 张\n");
    }),
    ("simple-leaves-out", |bad| {
        bad.append("i18n/en.ftl", "    .simple = Your cards\n");
        bad.append("i18n/zh-Hans.ftl", "    .simple = 您的卡\n");
    }),
    ("icon-none", |bad| bad.manifest["icons"] = json!([])),
    ("icon-missing", |bad| drop(bad.files.remove("common/icon.svg"))),
    ("icon-not-svg", |bad| bad.manifest["icons"] = json!([{"src": "common/icon.png"}])),
    ("icon-not-square", |bad| bad.manifest["icons"] = json!([{"src": "common/how.svg"}])),
    ("picture-heavy", |bad| drop(bad.files.insert("common/photo.png".into(), vec![0; 200 << 10]))),
    ("picture-too-large", |bad| svg(bad, r##"<g id="own"><use href="#own"/></g>"##)),
    ("picture-format", |bad| bad.file("common/notes.docx", "x")),
    ("picture-unused", |bad| bad.file("common/old.png", "x")),
    ("picture-missing", |bad| bad.sheet().image("common/none.svg", "Nothing")),
    ("picture-without-alternative", |bad| bad.sheet().image("common/how.svg", "")),
    ("alternative-is-file-name", |bad| bad.sheet().image("common/how.svg", "how.svg")),
    ("alternative-says-picture", |bad| bad.sheet().image("common/how.svg", "Picture of a card")),
    ("svg-valid", |bad| bad.file("common/how.svg", "<svg")),
    ("svg-script", |bad| svg(bad, "<script>alert(1)</script>")),
    ("svg-from-elsewhere", |bad| svg(bad, r#"<image href="https://example.org/spy.png"/>"#)),
    ("svg-text-contrast", |bad| {
        svg(
            bad,
            r##"<rect width="9" height="9" fill="#fff"/><text x="1" y="5" style="fill: #bbb">Hi</text>"##,
        )
    }),
    ("svg-text", |bad| svg(bad, r#"<text x="1" y="5">Hello</text>"#)),
    ("capability-not-asked", |bad| bad.asked(Wish::Locate)),
    ("capability-unused", |bad| bad.runs.asked.retain(|asked| !matches!(asked.wish, Wish::SubmitCase(_)))),
    ("claim-undeclared", |bad| bad.asked(claim("income"))),
    ("claim-unused", |bad| bad.runs.asked.retain(|asked| !matches!(asked.wish, Wish::Claims(_)))),
    ("claims-without-any", |bad| bad.own()["claims"] = json!([])),
    ("operation-undeclared", |bad| bad.asked(call("card.delete", "{}"))),
    ("operation-unused", |bad| bad.runs.asked.retain(|asked| !matches!(asked.wish, Wish::Call(_)))),
    ("sample-reply-missing", |bad| bad.replies.iter_mut().for_each(|replies| replies.clear())),
    ("document-undeclared", |bad| bad.asked(Wish::ReadDocuments(vec!["passport".into()]))),
    ("document-unused", |bad| bad.runs.asked.retain(|asked| !matches!(asked.wish, Wish::ReadDocuments(_)))),
    ("service-undeclared", |bad| bad.asked(case("pension"))),
    ("sign-in-at-once", |bad| bad.runs.asked[0].is_unasked_sign_in = true),
    ("body-not-json", |bad| bad.asked(call("card.options", "region=440100"))),
    ("link-malformed", |bad| bad.asked(Wish::Open("javascript:alert(1)".into()))),
    ("card-name-missing", |bad| bad.own()["widgets"][0]["names"] = json!({"en": "State of the card"})),
    ("card-ends", |bad| bad.mishap(Mishap::CardEnded("state".into(), "unreachable".into()))),
    ("card-breaks-standard", |bad| {
        bad.mishap(Mishap::CardBroke("state".into(), "words of a card: 17, the limit is 16".into()))
    }),
    ("card-differs", |bad| bad.mishap(Mishap::CardDiffers("state".into()))),
    ("card-never-shown", |bad| bad.runs.cards.clear()),
    ("card-work", |bad| bad.runs.card_work = work::CARD_NOTICED_WORK + 1),
    ("card-text-long", |bad| bad.runs.cards[0].value = Some("Between Tuesday and Friday".into())),
    ("card-text-empty", |bad| bad.runs.cards[0].title = " ".into()),
    ("secret-private-key", |bad| bad.file("common/key.svg", "-----BEGIN EC PRIVATE KEY-----")),
    ("secret-cloud-key", |bad| bad.component.extend(b" AKIAIOSFODNN7EXAMPLE ")),
    ("secret-token", |bad| {
        bad.append("i18n/en.ftl", "# eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.MEUCIQDtokenexample\n")
    }),
    ("secret-bearer", |bad| bad.append("i18n/en.ftl", "# Authorization: Bearer abcdef0123456789abcdef\n")),
    ("secret-password", |bad| bad.append("i18n/en.ftl", "# password = \"correct-horse-battery\"\n")),
    ("secret-address-login", |bad| {
        bad.append("i18n/en.ftl", "# postgres://admin:hunter22@db.example.org/cards\n")
    }),
    ("name-confusable", |bad| bad.manifest["name"] = json!("Bаnk оf Exаmple")),
    ("name-taken", |bad| bad.manifest["name"] = json!("Bank of Example")),
    ("name-mixed-scripts", |bad| bad.manifest["name"] = json!("Cаrd office")),
    ("name-invisible", |bad| bad.manifest["name"] = json!("Card\u{200b} office")),
    ("name-long", |bad| bad.manifest["name"] = json!("The office for everything about cards of every kind")),
    ("nothing-was-seen", |bad| bad.sheets.clear()),
    ("entry-unreachable", |bad| bad.mishap(Mishap::NoView("/lost-card".into()))),
    ("run-trapped", |bad| bad.mishap(Mishap::Trapped("unreachable".into()))),
    ("step-breaks-standard", |bad| {
        bad.mishap(Mishap::BrokeStandard("a page has at most one primary button".into()))
    }),
    ("runs-differ", |bad| bad.mishap(Mishap::OtherStep)),
    ("engines-differ", |bad| bad.mishap(Mishap::OtherEngine)),
    ("restore-differs", |bad| {
        bad.mishap(Mishap::RestoredElsewhere("page-check".into(), "page-intro".into()))
    }),
    ("data-in-one-language", |bad| bad.mishap(Mishap::DataStays("Apply for a card here".into()))),
    ("journey-fails", |bad| bad.mishap(Mishap::Journey("no button \"send\"".into()))),
];

fn svg(bad: &mut Case, inner: &str) {
    bad.file(
        "common/how.svg",
        &format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inner}</svg>"#),
    );
}

/// Screens.
pub(crate) const SCREENS: &[Bad] = &[
    ("page-title-empty", |bad| {
        let title = bad.sheet().data(" ");
        bad.sheet().nodes[0].kind = Kind::Page(Page { title, step: None });
    }),
    ("page-titles-same", |bad| {
        let mut other = Sheet::new("page-other", "title");
        other.button("send", "Send the application", Weight::Primary);
        bad.sheets.push(other);
    }),
    ("page-steps-wrong", |bad| bad.sheet().nodes[0].kind = Kind::Page(Page { title: 0, step: Some((3, 2)) })),
    ("heading-skipped", |bad| {
        let mut sheet = Sheet::new("page-other", "lead");
        let part = sheet.add_to(0, "part", Kind::Section(Section { title: None, lead: None }));
        let heading = sheet.data("Too deep");
        sheet.add_to(part, "deep", Kind::Heading(heading));
        bad.sheets.push(sheet);
    }),
    ("heading-empty", |bad| bad.sheet().text("empty", "")),
    ("primary-twice", |bad| bad.sheet().button("send-too", "Send it to the office", Weight::Primary)),
    ("dead-end", |bad| bad.sheets.push(Sheet::new("page-end", "lead"))),
    ("button-empty", |bad| bad.sheet().button("b", "", Weight::Quiet)),
    ("button-unclear", |bad| bad.sheet().button("b", "点击这里", Weight::Quiet)),
    ("buttons-same", |bad| bad.sheet().button("b", "Send the application", Weight::Quiet)),
    ("destructive-unconfirmed", |bad| {
        bad.sheet().button("b", "Withdraw the application", Weight::Destructive)
    }),
    ("notices-many", |bad| {
        ["a", "b"].iter().for_each(|key| bad.sheet().notice(key, Tone::Information, "Good to know."))
    }),
    ("urgent-many", |bad| bad.sheet().notice("a", Tone::Urgent, "Act now.")),
    ("row-without-label", |bad| {
        let link =
            Link { label: bad.sheet().data(""), detail: None, tone: Tone::Neutral, action: "x".into() };
        bad.sheet().add("more", Kind::LinkList(vec![link]));
    }),
    ("list-empty", |bad| bad.sheet().add("more", Kind::LinkList(Vec::new()))),
    ("table-without-caption", |bad| bad.sheet().table("t", "", &["Year"], 1)),
    ("table-ragged", |bad| bad.sheet().table("t", "Cards", &["Year", "Cards"], 1)),
    ("table-head-empty", |bad| bad.sheet().table("t", "Cards", &["Year", ""], 2)),
    ("chart-without-title", |bad| bad.sheet().chart("", 2)),
    ("chart-uneven", |bad| bad.sheet().chart("Cards by year", 1)),
    ("input-without-label", |bad| bad.sheet().text_input("i", "", |_, _| ())),
    ("input-same-label", |bad| bad.sheet().text_input("i", "Your photo", |_, _| ())),
    ("hint-says-nothing", |bad| {
        bad.sheet().text_input("i", "bank", |sheet, input| {
            input.field.hint = Some(sheet.data("Please enter your bank"))
        })
    }),
    ("error-says-nothing", |bad| {
        bad.sheet()
            .text_input("i", "Bank", |sheet, input| input.field.error = Some(sheet.data("Invalid input")))
    }),
    ("inputs-many", |bad| {
        (0..13)
            .for_each(|n| bad.sheet().text_input(&format!("i{n}"), &format!("Name of child {n}"), |_, _| ()))
    }),
    ("inputs-many-seniors", |bad| {
        (0..3).for_each(|n| {
            bad.seniors().text_input(&format!("i{n}"), &format!("Name of child {n}"), |_, _| ())
        })
    }),
    ("input-purpose", |bad| bad.sheet().text_input("i", "手机号码", |_, _| ())),
    ("choice-without-label", |bad| choose(bad, &["Yes, by post", ""])),
    ("choice-same-label", |bad| choose(bad, &["By post", "By post"])),
    ("choice-alone", |bad| choose(bad, &["By post"])),
    ("choices-many", |bad| {
        let labels: Vec<String> = (0..13).map(|n| format!("Bank {n}")).collect();
        let (field, choices) = (
            bad.sheet().field("Bank"),
            bad.sheet().choices(&labels.iter().map(String::as_str).collect::<Vec<_>>()),
        );
        bad.sheet().add(
            "banks",
            Kind::ChooseMany(ChooseMany { field, choices, initial: Vec::new(), at_most: None }),
        );
    }),
    ("file-any", |bad| {
        let field = bad.sheet().field("Anything");
        bad.sheet().add(
            "any",
            Kind::FileInput(FileInput {
                field,
                media_types: Vec::new(),
                max_bytes: 1,
                at_most: 1,
                from_camera: false,
            }),
        );
    }),
    ("declaration-agreed", |bad| {
        let (field, statement) = (bad.sheet().field("Consent"), bad.sheet().data("I agree to everything."));
        bad.sheet().add("agreed", Kind::Declaration(Declaration { field, statement, agreed: true }));
    }),
    ("text-in-capitals", |bad| bad.sheet().text("loud", "READ THIS NOW")),
    ("text-shouts", |bad| bad.sheet().text("loud", "Hurry!! Only today")),
    ("text-unfinished", |bad| bad.sheet().text("note", "TODO explain the fee")),
    ("title-long", |bad| {
        let title =
            bad.sheet().data("How to apply for a card for your child who lives abroad with one parent only");
        bad.sheet().nodes[0].kind = Kind::Page(Page { title, step: None });
    }),
    ("text-with-markup", |bad| bad.sheet().text("bold", "This is <b>important</b>")),
    ("seniors-sentence-long", |bad| {
        bad.seniors()
            .text("long", "您需要先在手机上打开这个程序然后点击下面的按钮再填写您的姓名和身份证号码以及您的联系电话和家庭住址才能够提交。");
    }),
    ("seniors-paragraph-long", |bad| {
        bad.seniors().text("long", &"You can apply here in a few short steps. ".repeat(8))
    }),
    ("seniors-page-long", |bad| {
        (0..6).for_each(|n| {
            bad.seniors().text(&format!("t{n}"), &"You can apply here in a few steps. ".repeat(5))
        })
    }),
    ("seniors-table-wide", |bad| bad.seniors().table("t", "Cards", &["A", "B", "C", "D", "E"], 5)),
    ("seniors-buttons-many", |bad| {
        (0..4)
            .for_each(|n| bad.seniors().button(&format!("b{n}"), &format!("Open letter {n}"), Weight::Quiet))
    }),
];

fn choose(bad: &mut Case, labels: &[&str]) {
    let (field, choices) = (bad.sheet().field("How?"), bad.sheet().choices(labels));
    bad.sheet().add("how", Kind::ChooseOne(ChooseOne { field, choices, initial: None }));
}
