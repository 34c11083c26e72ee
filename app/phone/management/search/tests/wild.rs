//! Wild queries and broken bytes: a thousand of each with every test run, from fixed seeds.

use fingertip_search::{Asked, Index, IndexError, Query, Row, Synonyms};
use rand::{Rng, SeedableRng, rngs::StdRng};

/// What people and machines paste: every script of the index, marks that are not seen, controls, the ends of Unicode.
const PIECES: [&str; 28] = [
    "社保卡",
    "驾驶證",
    "重",
    "𠀀",
    "shebao",
    "lv",
    "zh",
    "sbk",
    "passport",
    "p",
    "ئىجتىمائىي",
    "\u{202E}",
    "\u{2066}",
    "\u{0}",
    "\u{7}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{10FFFF}",
    "é\u{301}\u{302}",
    "ﬁ",
    "①",
    "’",
    "-",
    " ",
    "\n",
    "🇨🇳",
    "ﷺ",
    "n.i.",
];

fn index() -> Index {
    let row = |key: &str, names: &[&str]| Row {
        key: key.into(),
        names: names.iter().map(|&name| name.to_owned()).collect(),
        keywords: vec!["社保卡".into()],
        details: vec!["重庆市人力资源和社会保障局".into()],
        asked: vec![
            Asked { text: "sbk 丢了".into(), count: 3 },
            Asked { text: "\u{202E}".into(), count: 0 },
            Asked { text: key.into(), count: u32::MAX },
        ],
        demand: 7,
    };
    let rows = [
        row("card", &["申领社会保障卡", "Apply for a social security card"]),
        row("pass", &["普通护照换发", "Passport renewal"]),
        row("wild", &["\u{202E}", "", "n.i. 38", "ئىجتىمائىي كاپالەت"]),
        Row::default(),
    ];
    Index::with_synonyms(
        rows,
        Synonyms::new("- search: passport => 护照, 社保卡\n- both: \u{202E} => \n- search: ,, => ,"),
    )
}

fn wild(random: &mut StdRng, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..random.random_range(0..most) {
        if random.random_bool(0.5) {
            text.push_str(PIECES[random.random_range(0..PIECES.len())]);
        } else if let Some(c) = char::from_u32(random.random_range(0..0x11_0000)) {
            text.push(c);
        }
    }
    text
}

#[test]
fn wild_queries_are_answered_with_rows_and_parts_that_are_there() {
    let index = index();
    let random = &mut StdRng::seed_from_u64(14);
    for _ in 0..1000 {
        let (text, other) = (wild(random, 40), wild(random, 40));
        let query = Query { text: &text, limit: random.random_range(0..5) };
        let answer = index.find(&query, |_| f32::NAN);
        assert!(answer.hits.len() <= query.limit);
        for answer in [
            index.find(&query, |_| 1.0),
            index.suggest(&query, |_| 9.0),
            index.find_as_typed(&query, |_| 1.0),
        ] {
            assert!(answer.hits.iter().all(|hit| hit.row < index.len() && hit.score.is_finite()), "{text:?}");
            for in_text in [&other, &text] {
                for range in answer.marks.of(&index, in_text) {
                    assert!(
                        in_text.get(range).is_some_and(|part| !part.is_empty()),
                        "{text:?} in {in_text:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn ten_thousand_characters_are_answered_as_their_beginning_is() {
    let index = index();
    for piece in PIECES {
        let text = piece.repeat(10_000);
        let text: String = text.chars().take(10_000).collect();
        let _ = index.find(&Query { text: &text, limit: 5 }, |_| 1.0).marks.of(&index, &text);
    }
}

#[test]
fn broken_bytes_are_refused_whatever_their_checksum_says() {
    let bytes = index().to_bytes();
    let random = &mut StdRng::seed_from_u64(41);
    for _ in 0..1000 {
        let mut broken = bytes.clone();
        for _ in 0..random.random_range(1..4) {
            let at = random.random_range(16..broken.len());
            broken[at] = random.random();
        }
        if random.random_bool(0.3) {
            broken.truncate(random.random_range(0..broken.len()));
        }
        if broken != bytes {
            assert!(matches!(Index::from_bytes(&broken), Err(IndexError::Broken | IndexError::NoIndex)));
        }
        // With a checksum that fits what was broken, what is read is either refused or answers.
        if broken.len() > 16 {
            let sum = crc32fast::hash(&broken[16..]).to_le_bytes();
            broken[12..16].copy_from_slice(&sum);
            if let Ok(index) = Index::from_bytes(&broken) {
                let _ = index.find(&Query { text: "社保卡 passport shebao", limit: 5 }, |_| 1.0);
                let _ = index.to_bytes();
            }
        }
    }
}
