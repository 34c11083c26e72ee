//! Every rule catches its bad example and leaves the good one alone; the table is whole, and so is its page.

mod bad;
#[expect(dead_code, reason = "guests of 1.1 are used by the other test")]
mod good;

use std::{collections::BTreeSet, fs, path::Path};

use fingertip_check::{Mishap, Report, Severity, human, json, rule, rules, rules_page, sarif};

use fingertip_standard::view::Kind;

use bad::{FILES, SCREENS};
use good::Case;

#[test]
fn the_good_mini_app_has_nothing_wrong() {
    let found: Vec<String> = Case::good()
        .judge()
        .iter()
        .map(|finding| format!("{} {} {}", finding.rule.id, finding.place, finding.reason))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_rule_catches_its_bad_example() {
    for (id, spoil) in FILES.iter().chain(SCREENS) {
        let mut case = Case::good();
        spoil(&mut case);
        let findings = case.judge();
        let found: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.id).collect();
        assert!(found.contains(id), "{id} does not catch its example; found were {found:?}");
    }
}

#[test]
fn a_word_that_both_scripts_of_a_language_share_is_no_forgotten_translation() {
    let mut case = Case::good();
    case.own()["languages"] = serde_json::json!(["zh-Hans", "zh-Hant", "en"]);
    case.manifest["lang"] = serde_json::json!("zh-Hans");
    case.file("i18n/zh-Hant.ftl", "title = 申領社保卡\nlead = 一张卡管养老。\ncount = { $n } 張卡\n");
    let found: Vec<_> =
        case.judge().into_iter().filter(|finding| finding.rule.id == "message-untranslated").collect();
    assert!(found.is_empty(), "{}", found[0].reason);
}

#[test]
fn simple_words_in_every_language_are_welcome() {
    let mut case = Case::good();
    case.append("i18n/en.ftl", "    .simple = Cards\n");
    case.append("i18n/zh-Hans.ftl", "    .simple = 有{ $n }张\n");
    assert!(case.judge().is_empty(), "one of them may leave a variable out");
}

#[test]
fn seniors_are_judged_by_the_simple_words_that_they_read() {
    let long = "您需要先在手机上打开这个程序然后点击下面的按钮再填写您的姓名和身份证号码以及您的联系电话和家庭住址才能够提交。";
    let judged = |simple: &str| {
        let mut case = Case::good();
        let lead = case.seniors().message("lead");
        case.seniors().add("simple", Kind::Text(lead));
        case.file(
            "i18n/zh-Hans.ftl",
            &format!("title = 申领\nlead = {long}{simple}\ncount = {{ $n }} 张卡\n"),
        );
        case.judge().iter().filter(|finding| finding.rule.id == "seniors-sentence-long").count()
    };
    assert!(judged("") > 0);
    assert_eq!(judged("\n    .simple = 请填写姓名和电话。"), 0);
}

#[test]
fn what_was_never_seen_never_passes() {
    let words = String::new;
    let mishaps = [
        Mishap::NotAComponent(words()),
        Mishap::WrongWorld(words()),
        Mishap::Import(words()),
        Mishap::TooMuchCode(words()),
        Mishap::NoView(words()),
        Mishap::EntryEnded(words(), words()),
        Mishap::Trapped(words()),
        Mishap::BrokeStandard(words()),
        Mishap::TimedOut,
        Mishap::OutOfMemory,
        Mishap::TooMuchData,
        Mishap::SavedTooLarge(1),
        Mishap::OtherStep,
        Mishap::OtherEngine,
        Mishap::RestoredElsewhere(words(), words()),
        Mishap::DataStays(words()),
        Mishap::Journey(words()),
    ];
    for mishap in mishaps {
        for is_script in [false, true] {
            let mut case = Case::good();
            case.sheets.clear();
            if is_script {
                let own = case.own();
                drop(own.as_object_mut().and_then(|own| own.remove("component")));
                own["script"] = "app.js".into();
                own["engine"] = serde_json::json!({ "name": "javascript", "sha256": "0".repeat(64) });
            }
            case.mishap(mishap.clone());
            let errors: Vec<&str> = case
                .judge()
                .iter()
                .filter(|finding| finding.rule.severity == Severity::Error)
                .map(|finding| finding.rule.id)
                .collect();
            assert!(!errors.is_empty(), "{mishap:?} passes, script: {is_script}");
        }
    }
}

#[test]
fn every_rule_has_an_example_and_an_id_of_its_own() {
    let ids: Vec<&str> = rules().map(|rule| rule.id).collect();
    let examples: BTreeSet<&str> = FILES.iter().chain(SCREENS).map(|(id, _)| *id).collect();
    assert!(ids.len() >= 40, "{} rules", ids.len());
    assert_eq!(ids.iter().copied().collect::<BTreeSet<_>>(), examples);
    assert_eq!(ids.len(), examples.len(), "two rules share an id");
    for rule in rules() {
        let is_kebab = rule.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(is_kebab, "{}", rule.id);
        for text in [rule.catches, rule.why, rule.fix] {
            assert!(text.ends_with('.') && text.len() > 10, "{}: {text:?} is no sentence", rule.id);
        }
    }
    assert!(rule("component-imports-nothing").is_some() && rule("none").is_none());
}

#[test]
fn the_rules_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../mini-apps/standard/docs/check-rules.md");
    let page = fs::read_to_string(&path).unwrap_or_default();
    assert!(page == rules_page(), "run `fingertip check --rules > mini-apps/standard/docs/check-rules.md`");
}

fn report() -> Report {
    let mut case = Case::good();
    case.append("i18n/zh-Hans.ftl", "more = 更多\n");
    case.sheet().text("loud", "READ THIS NOW");
    case.manifest["name"] = serde_json::json!("Cаrd office");
    Report { findings: case.judge(), screens: 2, steps: 9 }
}

#[test]
fn people_read_two_lines_a_finding_by_file() {
    let text = human("mini-apps/card", &report());
    assert!(
        text.contains("mini-apps/card/i18n/zh-Hans.ftl\n  warning[message-superfluous] line 4: more is not in i18n/en.ftl\n    mend: "),
        "{text}"
    );
    assert!(
        text.contains(
            "warning[text-in-capitals] page page-first node loud: \"READ THIS NOW\" is in capitals"
        ),
        "{text}"
    );
    assert!(text.ends_with("2 screens seen in 9 steps\n") && text.contains("1 errors"), "{text}");
    let longest = text.split("[").map(|finding| finding.lines().count()).max();
    assert!(longest <= Some(4), "{text}");
}

#[test]
fn programs_read_the_same() {
    let value = json("mini-apps/card", &report());
    assert_eq!(value["errors"], 1);
    let first = &value["findings"][0];
    assert_eq!((&first["rule"], &first["severity"]), (&"name-mixed-scripts".into(), &"error".into()));
    assert!(first["place"]["line"].is_u64() && first["fix"].is_string() && first["reason"].is_string());
}

#[test]
fn code_review_tools_read_sarif() {
    let log = sarif("mini-apps/卡", &report());
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().is_some_and(|schema| schema.ends_with("sarif-schema-2.1.0.json")));
    let run = &log["runs"][0];
    let driver = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(
        (run["tool"]["driver"]["name"].as_str(), driver.len()),
        (Some("fingertip check"), rules().count())
    );
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), report().findings.len());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(driver[index]["id"], result["ruleId"]);
        assert!(matches!(result["level"].as_str(), Some("error" | "warning" | "note")));
        assert!(result["message"]["text"].is_string());
        let location = &result["locations"][0]["physicalLocation"];
        let uri = location["artifactLocation"]["uri"].as_str().expect("a uri");
        assert!(uri.is_ascii() && uri.starts_with("mini-apps/%E5%8D%A1/"), "{uri}");
        assert!(
            location
                .get("region")
                .is_none_or(|region| region["startLine"].as_u64().is_some_and(|line| line > 0))
        );
    }
}
