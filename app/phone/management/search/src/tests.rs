//! What people type, and what they are to find.

use super::*;

fn index() -> Index {
    let row = |key: &str, names: [&str; 2], keywords: &[&str], demand| Row {
        key: key.into(),
        names: names.map(str::to_owned).to_vec(),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        details: vec!["人力资源和社会保障部".into()],
        demand,
        ..Row::default()
    };
    Index::new([
        row("card", ["申领社会保障卡", "Apply for a social security card"], &["社保卡"], 90),
        row("pension", ["养老保险待遇申请", "Pension application"], &["退休金"], 80),
        row("bus", ["公交卡", "Bus card"], &["乘车码"], 95),
        row("estimate", ["综合所得年度汇算", "Annual income tax estimate"], &["退税"], 70),
    ])
}

fn first(text: &str) -> Option<String> {
    index().find(&Query { text, limit: 5 }, |_| 1.0).hits.first().map(|hit| hit.key.clone())
}

#[test]
fn the_card_is_found_from_the_first_character_on() {
    for whole in ["社保卡", "shebaoka", "social security card", "社会保障卡", "shehuibaozhangka"] {
        let ends: Vec<usize> = whole.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        for end in ends {
            let typed = &whole[..end];
            let hits = index().find(&Query { text: typed, limit: 5 }, |_| 1.0).hits;
            assert!(hits.iter().any(|hit| hit.key == "card"), "{typed:?} finds {hits:?}");
        }
        assert_eq!(first(whole).as_deref(), Some("card"), "{whole}");
    }
    assert_eq!(first("sbk").as_deref(), Some("card"));
    assert_eq!(first("ＳＢＫ").as_deref(), Some("card"), "full-width letters");
}

#[test]
fn slips_are_forgiven_within_the_budget() {
    assert_eq!(first("pensoin").as_deref(), Some("pension"));
    assert_eq!(first("aplication").as_deref(), Some("pension"));
    assert_eq!(first("buz"), None);
    assert_eq!(first("zzzzzz"), None);
    assert_eq!(first("  "), None);
}

#[test]
fn other_words_between_do_not_hide_it() {
    assert_eq!(first("办理社会保障的卡").as_deref(), Some("card"));
}

#[test]
fn nearness_orders_what_matches_alike() {
    let rows = ["here", "there"].map(|key| Row {
        key: key.into(),
        names: vec!["公租房申请".into()],
        ..Row::default()
    });
    let index = Index::new(rows);
    let hits = index.find(&Query { text: "公租房", limit: 5 }, |row| if row == 1 { 1.2 } else { 1.0 }).hits;
    assert_eq!(hits[0].key, "there");
}

/// Services of a nation, each with its names and what it is about.
fn nation() -> Index {
    let row = |key: &str, names: &[&str], keywords: &[&str], demand| Row {
        key: key.into(),
        names: names.iter().map(|&name| name.to_owned()).collect(),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        details: vec!["政务服务局".into()],
        demand,
        ..Row::default()
    };
    let rows = [
        row("card", &["申领社会保障卡", "Apply for a social security card"], &["社保卡"], 90),
        row("licence", &["机动车驾驶证补领", "Renew a driving licence"], &["驾驶证"], 80),
        row("marriage", &["结婚登记", "Register a marriage"], &[], 60),
        row("jobless", &["失业保险金申领", "Unemployment benefit"], &[], 50),
        row("medical", &["基本医疗保险关系转移接续", "Transfer medical insurance"], &["医保转移"], 40),
        row("fund", &["住房公积金提取", "Withdraw from the housing fund"], &[], 70),
        row("food", &["食品经营许可", "Food business licence"], &[], 30),
        row("passport", &["普通护照换发", "Passport renewal"], &["护照"], 65),
        row("lawyer", &["律师执业许可", "Lawyers' practice"], &[], 10),
        row("mediation", &["人民调解", "Mediation"], &[], 8),
        row("utr", &["Find your unique taxpayer reference"], &[], 5),
        row("logbook", &["Vehicle log book"], &[], 5),
        row("luan", &["六安市"], &[], 0),
        row("lvliang", &["吕梁市"], &[], 0),
        row("chongqing", &["重庆市"], &[], 0),
        row("uyghur", &["ئىجتىمائىي كاپالەت كارتىسى"], &[], 0),
    ];
    let synonyms = "- search: 驾照 => 驾驶证\n- search: 饭店 => 食品经营许可\n- search: get married => marriage\n\
                    - search: unemployed => unemployment\n- search: 取出来 => 提取";
    Index::with_synonyms(rows, Synonyms::new(synonyms))
}

fn finds(index: &Index, text: &str) -> Option<String> {
    index.find(&Query { text, limit: 5 }, |_| 1.0).hits.first().map(|hit| hit.key.clone())
}

#[test]
fn what_citizens_ask_in_their_own_words_is_found() {
    let index = nation();
    for (text, key) in [
        ("我妈退休了医保怎么转到上海", "medical"),
        ("驾驶证丢了怎么补", "licence"),
        ("驾照丢了怎么办", "licence"),
        ("想开个饭店", "food"),
        ("公积金怎么取出来", "fund"),
        ("护照快到期了", "passport"),
        ("get married", "marriage"),
        ("unemployed", "jobless"),
        ("renew my drivers license", "licence"),
        ("how do I get a social security card", "card"),
        ("social-security card", "card"),
        ("lawyer’s practice", "lawyer"),
        ("駕駛證補領", "licence"),
        ("logbook", "logbook"),
        ("u.t.r.", "utr"),
    ] {
        assert_eq!(finds(&index, text).as_deref(), Some(key), "{text}");
    }
}

#[test]
fn letters_are_read_as_pinyin_with_every_reading_and_way_of_typing() {
    let index = nation();
    for (text, key) in [
        ("lvshi", "lawyer"),
        ("lushi", "lawyer"),
        ("tiaojie", "mediation"),
        ("luan", "luan"),
        ("lvliang", "lvliang"),
        ("lyuliang", "lvliang"),
        ("lu liang", "lvliang"),
        ("chongqing", "chongqing"),
        ("chongq", "chongqing"),
        ("hu zhao", "passport"),
        ("jhdj", "marriage"),
    ] {
        assert_eq!(finds(&index, text).as_deref(), Some(key), "{text}");
    }
}

#[test]
fn uyghur_is_found_in_the_letters_of_another_keyboard() {
    assert_eq!(finds(&nation(), "ئیجتیمائیی كاپالەت").as_deref(), Some("uyghur"));
}

#[test]
fn what_was_put_right_is_said() {
    let index = nation();
    let correction = |text: &str| index.find(&Query { text, limit: 5 }, |_| 1.0).correction;
    assert_eq!(correction("my pasport renewal").as_deref(), Some("my passport renewal"));
    assert_eq!(correction("Medical insurrance?").as_deref(), Some("Medical insurance?"));
    assert_eq!(correction("社保咔").as_deref(), Some("社保卡"));
    assert_eq!(correction("passport"), None);
    assert_eq!(correction("社保卡"), None);
}

#[test]
fn what_was_put_right_may_be_asked_as_it_was_typed() {
    let index = nation();
    let answer = index.find_as_typed(&Query { text: "pasport", limit: 5 }, |_| 1.0);
    assert_eq!(answer, Answer::default());
}

#[test]
fn what_matches_is_shown_where_it_stands() {
    let index = nation();
    let shown = |query: &str, text: &str| -> Vec<String> {
        let marks = index.find(&Query { text: query, limit: 1 }, |_| 1.0).marks;
        marks.of(&index, text).into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(shown("社保卡", "办社保卡的地方"), ["社保卡"]);
    assert_eq!(shown("驾照", "机动车驾驶证补领"), ["驾驶证"]);
    assert_eq!(shown("huzhao", "普通护照换发"), ["护照"]);
    assert_eq!(shown("pasport", "Passport renewal"), ["Passport"]);
    assert_eq!(shown("jhdj", "结婚登记"), ["结婚登记"]);
    assert_eq!(shown("證", "机动车驾驶证补领"), ["证"]);
    assert!(shown("护照", "人民调解").is_empty());
}

#[test]
fn suggestions_say_each_name_once() {
    let row = |key: &str, name: &str| Row { key: key.into(), names: vec![name.into()], ..Row::default() };
    let index = Index::new([row("a", "公租房申请"), row("b", "公租房申请"), row("c", "公积金提取")]);
    let keys: Vec<String> =
        index.suggest(&Query { text: "公", limit: 5 }, |_| 1.0).hits.into_iter().map(|hit| hit.key).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
}

#[test]
fn a_name_that_begins_so_comes_before_one_that_has_it_inside() {
    let row = |name: &str| Row { key: name.into(), names: vec![name.into()], ..Row::default() };
    let index = Index::new(["浙江海宁市", "海口市", "上海市"].map(row));
    assert_eq!(finds(&index, "海").as_deref(), Some("海口市"));
    assert_eq!(finds(&index, "上海").as_deref(), Some("上海市"));
    assert_eq!(finds(&index, "sh").as_deref(), Some("上海市"));
}

#[test]
fn kept_bytes_give_the_same_index() {
    let index = nation();
    let kept = Index::from_bytes(&index.to_bytes()).expect("just written");
    for text in ["驾照", "lvshi", "pasport", "sbk"] {
        let query = Query { text, limit: 9 };
        assert_eq!(kept.find(&query, |_| 1.0), index.find(&query, |_| 1.0), "{text}");
    }
    assert_eq!(kept.len(), index.len());
    assert_eq!(kept.to_bytes(), index.to_bytes());
}

#[test]
fn changed_or_foreign_bytes_are_refused() {
    let bytes = nation().to_bytes();
    assert_eq!(Index::from_bytes(b"").err(), Some(IndexError::NoIndex));
    assert_eq!(Index::from_bytes(&[7; 400]).err(), Some(IndexError::NoIndex));
    let mut newer = bytes.clone();
    newer[8] = 200;
    assert_eq!(Index::from_bytes(&newer).err(), Some(IndexError::OtherVersion));
    for at in (12..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert_eq!(Index::from_bytes(&changed).err(), Some(IndexError::Broken), "byte {at}");
        assert!(Index::from_bytes(&bytes[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn nothing_at_all_is_an_index_too() {
    let index = Index::new([]);
    assert!(index.is_empty());
    assert_eq!(finds(&index, "社保卡 passport lvshi"), None);
    assert!(Index::from_bytes(&index.to_bytes()).is_ok_and(|kept| kept.is_empty()));
}

#[test]
fn a_row_whose_text_nobody_would_write_is_built_and_found() {
    for text in [
        "长".repeat(500),
        "W".repeat(500),
        "重庆长治".repeat(120),
        "a\u{300}\u{301}".repeat(300),
        " ".repeat(300),
    ] {
        let rows = (0..20).map(|at| Row { key: at.to_string(), names: vec![text.clone()], ..Row::default() });
        let index = Index::new(rows);
        assert_eq!(index.len(), 20);
        let typed: String = text.chars().take(3).collect();
        let _ = index.find(&Query { text: &typed, limit: 5 }, |_| 1.0);
        let _ = index.find(&Query { text: &text, limit: 5 }, |_| 1.0);
    }
}

/// A row with a name and with what people asked who then took it.
fn taken(key: &str, name: &str, asked: &[(&str, u32)]) -> Row {
    let asked = asked.iter().map(|&(text, count)| Asked { text: text.into(), count });
    Row { key: key.into(), names: vec![name.into()], asked: asked.collect(), ..Row::default() }
}

fn found(index: &Index, text: &str) -> Vec<String> {
    index.find(&Query { text, limit: 5 }, |_| 1.0).hits.into_iter().map(|hit| hit.key).collect()
}

#[test]
fn what_people_asked_who_took_a_row_finds_it_and_what_is_asked_alike_too() {
    let index = Index::new([
        taken("reference", "Find a reference number", &[("utr", 9), ("lost my utr letter", 2), ("税号", 3)]),
        taken("return", "Send a tax return", &[("utr", 1)]),
        taken("bus", "Bus card", &[]),
    ]);
    for typed in ["utr", "utr letter", "UTR letters lost", "查税号"] {
        assert_eq!(found(&index, typed).first().map(String::as_str), Some("reference"), "{typed}");
    }
    assert_eq!(found(&index, "utr"), ["reference", "return"]);
    assert_eq!(found(&index, "bus"), ["bus"]);
    let kept = Index::from_bytes(&index.to_bytes()).expect("what was written");
    assert_eq!(found(&kept, "utr letter"), found(&index, "utr letter"));
}

#[test]
fn what_citizens_say_is_found_by_its_sound_and_its_first_letters() {
    let synonyms = Synonyms::new("- search: 断供电, 拉电线 => 居民报装\n- search: ماشىنا => 机动车");
    let rows = ["低压居民报装", "机动车登记", "企业报告"].map(|name| taken(name, name, &[]));
    let index = Index::with_synonyms(rows, synonyms);
    for (typed, first) in [
        ("拉电线", "低压居民报装"),
        ("ladianxian", "低压居民报装"),
        ("la dian xian", "低压居民报装"),
        ("ladianxain", "低压居民报装"),
        ("ldx", "低压居民报装"),
        ("ماشىنىنى", ""),
        ("ماشىنالار", "机动车登记"),
    ] {
        let hits = found(&index, typed);
        assert_eq!(hits.first().map_or("", String::as_str), first, "{typed}");
    }
}

#[test]
fn what_editors_wrote_is_right_and_a_particle_is_never_what_was_meant() {
    let rows = ["电费查询", "社保登记", "他的费用"].map(|name| taken(name, name, &[]));
    let index = Index::with_synonyms(rows, Synonyms::new("- search: 社宝 => 社保"));
    let right = |typed: &str| index.find(&Query { text: typed, limit: 3 }, |_| 1.0).correction;
    assert_eq!(right("社宝"), None);
    assert_eq!(right("地费"), None);
}
