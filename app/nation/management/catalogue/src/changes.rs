//! From one version of a catalogue to the one that is offered now: what a phone reads that knows the one before.

use std::collections::{BTreeMap, HashMap};

use fingertip_contract::{Catalogue, CatalogueChange, catalogue_change::items};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// So many hexadecimal digits of its hash tell an item from what it was before.
const DIGITS: usize = 16;

/// What a version of a catalogue held: the hash of each item, by list and id, and of its synonyms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    lists: BTreeMap<String, HashMap<String, String>>,
    synonyms: String,
}

impl Held {
    /// What a catalogue holds.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn of(catalogue: &Catalogue) -> Result<Self, serde_json::Error> {
        let whole = serde_json::to_value(catalogue)?;
        let mut lists = BTreeMap::new();
        for (list, items) in items(&whole) {
            let hashed = items.into_iter().map(|(id, item)| Ok((id, hash(&serde_json::to_string(item)?))));
            lists.insert(list.to_owned(), hashed.collect::<Result<_, serde_json::Error>>()?);
        }
        Ok(Self { lists, synonyms: hash(&catalogue.synonyms) })
    }

    /// What leads from a catalogue that held this to `now`, which is called `version`.
    ///
    /// # Errors
    /// When it cannot be written as JSON, or read again.
    pub fn to(&self, now: &Catalogue, version: &str) -> Result<CatalogueChange, serde_json::Error> {
        let whole = serde_json::to_value(now)?;
        let (mut put, mut gone, mut counts) = (Map::new(), BTreeMap::new(), BTreeMap::new());
        for (list, items) in items(&whole) {
            let before = self.lists.get(list);
            counts.insert(list.to_owned(), items.len());
            let mut left: HashMap<&str, &str> =
                before.into_iter().flatten().map(|(id, hash)| (id.as_str(), hash.as_str())).collect();
            let mut others = Vec::new();
            for (id, item) in items {
                if left.remove(id.as_str()) != Some(&hash(&serde_json::to_string(item)?)) {
                    others.push(Value::Object(item.clone()));
                }
            }
            put.insert(list.to_owned(), Value::Array(others));
            if !left.is_empty() {
                let mut ids: Vec<String> = left.into_keys().map(str::to_owned).collect();
                ids.sort();
                gone.insert(list.to_owned(), ids);
            }
        }
        if self.synonyms != hash(&now.synonyms) {
            put.insert("synonyms".to_owned(), Value::String(now.synonyms.clone()));
        }
        let put = serde_json::from_value(Value::Object(put))?;
        Ok(CatalogueChange { version: version.to_owned(), put, gone, counts })
    }
}

fn hash(text: &str) -> String {
    let mut hash = hex::encode(Sha256::digest(text));
    hash.truncate(DIGITS);
    hash
}

#[cfg(test)]
mod tests {
    use fingertip_contract::{Service, catalogue_change::changed};
    use fingertip_standard::LocalText;
    use serde_json::json;

    use super::*;

    /// A nation with so many services.
    fn nation(services: usize) -> Catalogue {
        let service = |number: usize| -> Service {
            serde_json::from_value(json!({
                "id": format!("service-{number}"), "name": { "zh-Hans": format!("第{number}项服务"), "en": format!("Service number {number}") },
                "department": "taxation", "region": "100000", "theme": "taxation", "demand": number,
                "summary": { "zh-Hans": "申请、变更、注销都可以在这里办理，需要身份证和近期照片。" },
            }))
            .expect("a service")
        };
        let mut nation: Catalogue = serde_json::from_value(json!({
            "regions": [{ "code": "100000", "name": { "en": "All" }, "level": "nation" }],
            "departments": [{ "id": "taxation", "name": { "en": "Taxation" }, "region": "100000", "prefix": "cn.example.taxation" }],
            "services": [], "synonyms": "- search: 驾照 => 驾驶证\n".repeat(40),
        }))
        .expect("a catalogue");
        nation.services = (0..services).map(service).collect();
        nation
    }

    fn bytes<T: Serialize>(value: &T) -> usize {
        serde_json::to_vec(value).expect("JSON").len()
    }

    #[test]
    fn a_day_that_changes_one_in_two_hundred_costs_less_than_two_in_a_hundred() {
        let before = nation(4000);
        let mut now = before.clone();
        for place in (0..now.services.len()).step_by(400) {
            now.services[place].demand += 1;
        }
        now.services.drain(3990..3995);
        let more = nation(4005).services.split_off(4000);
        now.services.extend(more);
        let change = Held::of(&before).and_then(|held| held.to(&now, "2")).expect("a change");
        assert_eq!((change.put.services.len(), change.gone["services"].len()), (15, 5));
        let (part, whole) = (bytes(&change), bytes(&now));
        assert!(part * 50 <= whole, "{part} of {whole} bytes");
        let value = |catalogue: &Catalogue| serde_json::to_value(catalogue).expect("JSON");
        let after = changed(value(&before), serde_json::to_value(&change).expect("JSON")).expect("it fits");
        let after: Catalogue = serde_json::from_value(after).expect("a catalogue");
        assert_eq!(after, now);
    }

    #[test]
    fn nothing_new_is_next_to_nothing_and_synonyms_go_when_they_are_others() {
        let before = nation(3);
        let held = Held::of(&before).expect("held");
        let same = held.to(&before, "1").expect("a change");
        assert!(same.put == Catalogue::default() && same.gone.is_empty());
        let mut now = before.clone();
        now.synonyms.push_str("- search: 公积金 => 住房公积金\n");
        now.regions[0].name = LocalText([("en".to_owned(), "The nation".to_owned())].into());
        let change = held.to(&now, "2").expect("a change");
        assert_eq!(
            (change.put.synonyms == now.synonyms, change.put.regions.len(), change.put.services.len()),
            (true, 1, 0)
        );
    }
}
