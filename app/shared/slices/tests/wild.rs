//! Whatever stands in place of an index, a slice or a difference: never a panic, never more than the bound, and nothing of another name.

use std::collections::BTreeMap;

use fingertip_contract::Catalogue;
use fingertip_slices::{
    Lines, Slice, SliceIndex,
    difference::{applied, between, traces},
    join, pack, unpack,
};
use serde_json::json;

/// Numbers of no pattern, the same at every run.
struct Wild(u64);

impl Wild {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or_default()
    }

    /// Cut, flipped, doubled, filled up with nonsense: at one place or several.
    fn spoil(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut spoilt = bytes.to_vec();
        for _ in 0..=self.below(3) {
            let at = self.below(spoilt.len());
            match self.below(5) {
                0 => spoilt.truncate(at),
                1 => {
                    if let Some(byte) = spoilt.get_mut(at) {
                        *byte ^= 1 << self.below(8);
                    }
                }
                2 => spoilt.extend_from_within(at..),
                3 => drop(spoilt.splice(at..at, *b"\0=9 18446744073709551615\n\xf0\x9f")),
                _ => drop(spoilt.splice(at..at, "\u{202e}services {}\n+\r\n= \n".bytes())),
            }
        }
        spoilt
    }
}

fn slice(services: usize) -> Lines {
    let service = |number: usize| {
        json!({
            "id": format!("s{number}"), "name": { "en": format!("Service {number}"), "zh-Hans": "办理" }, "department": "taxation",
            "region": "100000", "theme": "taxation", "demand": number
        })
    };
    let part: Catalogue = serde_json::from_value(json!({
        "regions": [{ "code": "100000", "name": { "en": "All" }, "level": "nation" }],
        "departments": [{ "id": "taxation", "name": { "en": "T" }, "region": "100000" }],
        "services": (0..services).map(service).collect::<Vec<_>>(),
        "best_bets": [{ "question": "where", "services": ["s1", "s999"] }],
        "synonyms": "- search: a => b"
    }))
    .expect("a part");
    Lines::of(&part).expect("lines")
}

#[test]
fn spoilt_slices_and_differences_are_refused_or_are_what_was_signed() {
    let mut wild = Wild(0x5eed);
    let (before, now) = (slice(40), slice(43));
    let (entry, packed) = Slice::of(&now);
    let difference = between(&traces(&before), &now);
    for _ in 0..4_000 {
        if let Ok(lines) = Lines::from_packed(&wild.spoil(&packed), &entry.sha256, entry.bytes) {
            assert_eq!(lines, now);
        }
        let spoilt = String::from_utf8_lossy(&wild.spoil(difference.as_bytes())).into_owned();
        if let Ok(lines) = applied(&before, &spoilt, &entry.sha256, entry.bytes) {
            assert_eq!(lines, now);
        }
        if let Ok(text) = unpack(&wild.spoil(&packed), 1_000) {
            assert!(text.len() <= 1_000);
        }
        drop(between(&wild.spoil(&traces(&before)), &now));
    }
}

#[test]
fn spoilt_lines_cost_themselves_and_a_spoilt_index_names_nothing_that_cannot_be() {
    let mut wild = Wild(0xfeed);
    let whole = slice(12);
    let (entry, _) = Slice::of(&whole);
    let regions = [("440100", entry.clone()), ("110000", entry.clone())];
    let regions: BTreeMap<_, _> = regions
        .into_iter()
        .map(|(code, slice)| (serde_json::from_value(json!(code)).expect("a code"), slice))
        .collect();
    let index = serde_json::to_vec(&SliceIndex::new(entry, regions)).expect("JSON");
    for _ in 0..4_000 {
        let text = String::from_utf8_lossy(&wild.spoil(whole.text().as_bytes())).into_owned();
        let n_lines = text.lines().count();
        let joined = join([&Lines::from_text(text)]);
        assert!(joined.catalogue.services.len() + joined.n_unread <= n_lines.max(1) + 12);
        let here: Vec<_> = joined.catalogue.services.iter().map(|service| &service.id).collect();
        assert!(joined.catalogue.best_bets.iter().flat_map(|bet| &bet.services).all(|id| here.contains(&id)));
        if let Ok(index) = SliceIndex::read(&wild.spoil(&index)) {
            for slice in index.regions.values().chain([&index.national]) {
                assert!(slice.sha256.len() == 64 && slice.bytes <= fingertip_slices::MOST_SLICE_BYTES);
            }
            assert!(index.packed() >= index.national.packed);
        }
    }
}

#[test]
fn a_bomb_and_a_slice_that_grows_by_its_difference_stop_at_their_bound() {
    let bomb = pack(&"0".repeat(64 << 20));
    assert!(bomb.len() < 100_000 && unpack(&bomb, 1_000).is_err());
    let before = slice(100);
    let grows = "=0 100\n".repeat(100_000);
    let (entry, _) = Slice::of(&before);
    assert!(applied(&before, &grows, &entry.sha256, entry.bytes).is_err());
}
