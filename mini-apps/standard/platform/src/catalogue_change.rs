//! What has changed in a catalogue: a nation changes little in a day, and nobody reads all of it for that.

use std::collections::{BTreeMap, HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Catalogue;

/// The lists of a catalogue, each with the member by which its items are told apart.
pub const LISTS: [(&str, &str); 6] = [
    ("regions", "code"),
    ("departments", "id"),
    ("services", "id"),
    ("life_events", "id"),
    ("alerts", "id"),
    ("best_bets", "question"),
];

/// Lists that came to the catalogue later: a platform that knows none says nothing of them, and has none.
const LATER: [&str; 1] = ["best_bets"];

/// What leads from one version of a catalogue to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CatalogueChange {
    /// The version that it leads to: the entity tag of the whole, without its quotes.
    pub version: String,
    /// What is new, or another than before; its synonyms only where they are others.
    pub put: Catalogue,
    /// What is offered no more: ids by list.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gone: BTreeMap<String, Vec<String>>,
    /// How many items each list has then. Whoever comes to other numbers reads the whole.
    pub counts: BTreeMap<String, usize>,
}

/// Why a change does not lead from what is here to another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoesNotFit;

/// The catalogue `before` after a `change` to it, both in JSON. What the change does not name stays, in its order.
///
/// # Errors
/// [`DoesNotFit`]: it is no change, or one of another catalogue.
pub fn changed(mut before: Value, mut change: Value) -> Result<Value, DoesNotFit> {
    let mut put = change.get_mut("put").map(Value::take).ok_or(DoesNotFit)?;
    for (list, id) in LISTS {
        let own = take(&mut before, list);
        let new = take(&mut put, list);
        let gone: HashSet<&str> =
            change["gone"][list].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let id_of = |item: &Value| item.get(id).and_then(Value::as_str).map(str::to_owned);
        let mut new: HashMap<String, (usize, Value)> = new
            .into_iter()
            .enumerate()
            .filter_map(|(place, item)| Some((id_of(&item)?, (place, item))))
            .collect();
        let mut items: Vec<Value> = Vec::with_capacity(own.len() + new.len());
        for item in own {
            let Some(key) = id_of(&item) else { continue };
            match new.remove(&key) {
                Some((_, other)) => items.push(other),
                None if gone.contains(key.as_str()) => {}
                None => items.push(item),
            }
        }
        let mut more: Vec<(usize, Value)> = new.into_values().collect();
        more.sort_by_key(|(place, _)| *place);
        items.extend(more.into_iter().map(|(_, item)| item));
        let count = change["counts"][list].as_u64().and_then(|count| usize::try_from(count).ok());
        let count = count.or_else(|| LATER.contains(&list).then_some(0));
        if count != Some(items.len()) {
            return Err(DoesNotFit);
        }
        before.as_object_mut().ok_or(DoesNotFit)?.insert(list.to_owned(), Value::Array(items));
    }
    if let Some(synonyms) = put.get("synonyms").filter(|synonyms| synonyms.is_string()) {
        before["synonyms"] = synonyms.clone();
    }
    Ok(before)
}

fn take(whole: &mut Value, list: &str) -> Vec<Value> {
    match whole.get_mut(list).map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// Items of a list, each with its id.
pub type Items<'a> = Vec<(String, &'a Map<String, Value>)>;

/// The items of a catalogue in JSON by list; what has no id is left out.
#[must_use]
pub fn items(whole: &Value) -> BTreeMap<&'static str, Items<'_>> {
    let of = |(list, id): (&'static str, &str)| {
        let all =
            whole.get(list).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
        let named = all.filter_map(|item| Some((item.get(id)?.as_str()?.to_owned(), item))).collect();
        (list, named)
    };
    LISTS.map(of).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn catalogue(services: &Value) -> Value {
        json!({ "regions": [{ "code": "100000" }], "departments": [], "services": services, "alerts": [{ "id": "storm" }], "synonyms": "a" })
    }

    fn counts(services: usize, alerts: usize) -> Value {
        json!({ "regions": 1, "departments": 0, "services": services, "life_events": 0, "alerts": alerts })
    }

    #[test]
    fn what_a_change_does_not_name_stays_where_it_was() {
        let before = catalogue(&json!([{ "id": "a" }, { "id": "b", "demand": 1 }, { "id": "c" }]));
        let change = json!({
            "version": "2", "counts": counts(4, 0),
            "put": { "services": [{ "id": "e" }, { "id": "b", "demand": 2 }, { "id": "d" }] },
            "gone": { "services": ["c"], "alerts": ["storm"] },
        });
        let after = changed(before, change).expect("a change");
        assert_eq!(
            after["services"],
            json!([{ "id": "a" }, { "id": "b", "demand": 2 }, { "id": "e" }, { "id": "d" }])
        );
        assert_eq!(
            (&after["alerts"], &after["synonyms"], &after["regions"]),
            (&json!([]), &json!("a"), &json!([{ "code": "100000" }]))
        );
    }

    #[test]
    fn a_change_of_another_catalogue_does_not_fit() {
        let before = catalogue(&json!([{ "id": "a" }]));
        for change in [
            json!({ "version": "2", "put": {}, "counts": counts(2, 1) }),
            json!({ "version": "2", "put": {}, "gone": { "services": ["z"] }, "counts": counts(0, 1) }),
            json!({ "version": "2", "put": {} }),
            json!({ "version": "2", "counts": counts(1, 1) }),
            json!([]),
            json!(null),
        ] {
            assert_eq!(changed(before.clone(), change), Err(DoesNotFit));
        }
        assert_eq!(changed(json!(7), json!({ "put": {}, "counts": counts(0, 0) })), Err(DoesNotFit));
    }
}
