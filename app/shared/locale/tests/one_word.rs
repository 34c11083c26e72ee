//! One word for one thing in each language, and every place that a text names is there.

use std::{collections::BTreeMap, fs, path::Path};

/// Words of which a language uses one: a mechanical conversion mixes those of two regions. zh-Hant is written for readers in Taiwan.
const ONE_OF: &[(&str, &[&[&str]])] = &[
    (
        "zh-Hant",
        &[
            &["登入", "登錄", "登陸"],
            &["查詢", "查找", "查尋"],
            &["搜尋", "搜索", "檢索"],
            &["設定", "設置"],
            &["資訊", "信息"],
            &["網路", "網絡"],
            &["簡訊", "短信", "短訊"],
            &["應用程式", "應用軟件"],
            &["儲存", "保存", "存儲"],
            &["開啟", "打開"],
            &["行事曆", "日曆"],
            &["身份證", "身分證"],
            &["照片", "相片"],
            &["列印", "打印"],
            &["螢幕", "屏幕"],
            &["帳戶", "賬戶"],
            &["裡", "裏"],
            &["電子郵箱", "電郵"],
        ],
    ),
    (
        "zh-Hans",
        &[
            &["登录", "登陆", "登入"],
            &["搜索", "搜寻", "检索"],
            &["设置", "设定"],
            &["网络", "网路"],
            &["打开", "开启"],
            &["日历", "行事历"],
            &["邮政编码", "邮编"],
            &["打印", "列印"],
            &["账户", "帐户"],
            &["照片", "相片"],
            &["短信", "简讯"],
        ],
    ),
    (
        "en",
        &[
            &["sign in", "log in", "login"],
            &["sign out", "log out", "logout"],
            &["e-mail", "email"],
            &["postcode", "zip code", "postal code"],
            &["ID card", "id card"],
        ],
    ),
];

/// The quotation marks of each language.
const QUOTES: [(&str, char, char); 4] =
    [("zh-Hans", '“', '”'), ("zh-Hant", '「', '」'), ("en", '“', '”'), ("ug", '«', '»')];

/// What is quoted and is no place in the app: what people type, or what their device or a road sign calls something.
const NO_PLACES: &[&str] = &["shebaoka", "sbk", "社保卡", "下载", "下載", "ۋوگزال"];

/// Every text of a language, in the shell and in the mini-apps, without comments.
fn texts(language: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut files: Vec<_> = fs::read_dir(root.join("locales").join(language))
        .expect("the language")
        .map(|file| file.expect("a file").path())
        .collect();
    for department in fs::read_dir(root.join("mini-apps")).expect("the mini-apps") {
        let Ok(apps) = fs::read_dir(department.expect("a folder").path()) else { continue };
        files.extend(apps.map(|app| app.expect("a folder").path().join(format!("i18n/{language}.ftl"))));
    }
    let read = files.iter().filter_map(|file| Some((file, fs::read_to_string(file).ok()?)));
    // Ids are names for programmers.
    let value = |line: &str| line.split_once(" = ").map_or(line, |(_, value)| value).to_owned();
    let bare = |text: String| -> String {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{}\n", value(line))).collect()
    };
    read.map(|(file, text)| (file.display().to_string(), bare(text))).collect()
}

#[test]
fn a_language_has_one_word_for_one_thing() {
    for (language, groups) in ONE_OF {
        let texts = texts(language);
        assert!(texts.len() > 10, "{language}: {} files", texts.len());
        for group in *groups {
            let used: Vec<String> = group
                .iter()
                .flat_map(|word| {
                    let at = texts.iter().filter(move |(_, text)| text.contains(word));
                    at.map(move |(file, _)| format!("{word} in {file}"))
                })
                .collect();
            let words = group.iter().filter(|word| texts.values().any(|text| text.contains(**word))).count();
            assert!(words < 2, "{language} has several words for one thing: {used:#?}");
        }
    }
}

#[test]
fn every_place_that_a_text_names_is_there() {
    for (language, open, close) in QUOTES {
        let all: String = texts(language).into_values().collect();
        let values: Vec<&str> = all.lines().map(str::trim).collect();
        for rest in all.split(open).skip(1) {
            let Some((quoted, _)) = rest.split_once(close) else { continue };
            let is_plain = quoted.chars().count() <= 30 && !quoted.contains(['{', '}', '\n']);
            let is_place = values.contains(&quoted) || NO_PLACES.contains(&quoted);
            assert!(!is_plain || is_place, "{language}: nothing is called {quoted}");
        }
    }
}
