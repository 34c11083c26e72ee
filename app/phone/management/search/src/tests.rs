use super::*;

fn index() -> Index {
    let row = |key: &str, names: [&str; 2], keywords: &[&str], demand| Row {
        key: key.into(),
        names: names.map(str::to_owned).to_vec(),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        details: vec!["人力资源和社会保障部".into()],
        demand,
    };
    Index::new([
        row("card", ["申领社会保障卡", "Apply for a social security card"], &["社保卡"], 90),
        row("pension", ["养老保险待遇申请", "Pension application"], &["退休金"], 80),
        row("bus", ["公交卡", "Bus card"], &["乘车码"], 95),
        row("estimate", ["综合所得年度汇算", "Annual income tax estimate"], &["退税"], 70),
    ])
}

fn first(text: &str) -> Option<String> {
    index().find(&Query { text, limit: 5 }, |_| 1.0).first().map(|hit| hit.key.clone())
}

#[test]
fn the_card_is_found_from_the_first_character_on() {
    for whole in ["社保卡", "shebaoka", "social security card", "社会保障卡", "shehuibaozhangka"] {
        let ends: Vec<usize> = whole.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        for end in ends {
            let typed = &whole[..end];
            let hits = index().find(&Query { text: typed, limit: 5 }, |_| 1.0);
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
    let hits = index.find(&Query { text: "公租房", limit: 5 }, |row| if row == 1 { 1.2 } else { 1.0 });
    assert_eq!(hits[0].key, "there");
}
