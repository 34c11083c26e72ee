//! Claims path pointers (OpenID4VP 7.1).

use serde_json::{Map, Value};

/// The longest path.
const MOST_STEPS: usize = 8;
/// The longest name in one, in bytes.
const MOST_NAME_BYTES: usize = 256;

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The member with this name.
    Name(String),
    /// The element at this place.
    Place(usize),
    /// Every element.
    Every,
}

/// Where claims are in a credential. It is never empty, and begins with a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(Vec<Step>);

impl Path {
    /// Reads a path; none where it is no list of texts, whole numbers from nought and nulls, is empty or too long, or does not begin with a
    /// name: a credential is an object.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let steps = value.as_array().filter(|steps| (1..=MOST_STEPS).contains(&steps.len()))?;
        let step = |step: &Value| match step {
            Value::String(name) if name.len() <= MOST_NAME_BYTES => Some(Step::Name(name.clone())),
            Value::Number(place) => Some(Step::Place(usize::try_from(place.as_u64()?).ok()?)),
            Value::Null => Some(Step::Every),
            Value::String(_) | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        let steps = steps.iter().map(step).collect::<Option<Vec<_>>>()?;
        matches!(steps.first(), Some(Step::Name(_))).then_some(Self(steps))
    }

    /// The claim of the credential in which it ends, or leads into.
    #[must_use]
    pub fn claim(&self) -> &str {
        match self.0.first() {
            Some(Step::Name(name)) => name,
            // Not to be had: `read` gives no such path.
            Some(Step::Place(_) | Step::Every) | None => "",
        }
    }

    /// What it selects in `credential`; none where processing it ends in an error (OpenID4VP 7.1.1).
    #[must_use]
    pub fn select<'c>(&self, credential: &'c Map<String, Value>) -> Option<Vec<&'c Value>> {
        let (_, rest) = self.0.split_first()?;
        let mut selected = vec![credential.get(self.claim())?];
        for step in rest {
            let mut next = Vec::new();
            for value in selected {
                match (step, value) {
                    (Step::Name(name), Value::Object(members)) => next.extend(members.get(name)),
                    (Step::Place(place), Value::Array(elements)) => next.extend(elements.get(*place)),
                    (Step::Every, Value::Array(elements)) => next.extend(elements),
                    _ => return None,
                }
            }
            selected = next;
        }
        (!selected.is_empty()).then_some(selected)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The example of OpenID4VP 7.3.
    fn arthur() -> Map<String, Value> {
        let arthur = json!({
            "name": "Arthur Dent",
            "address": { "street_address": "42 Market Street", "locality": "Milliways", "postal_code": "12345" },
            "degrees": [
                { "type": "Bachelor of Science", "university": "University of Betelgeuse" },
                { "type": "Master of Science", "university": "University of Betelgeuse" }
            ],
            "nationalities": ["British", "Betelgeusian"]
        });
        arthur.as_object().expect("an object").clone()
    }

    fn selected(path: &Value) -> Option<Vec<Value>> {
        Path::read(path)?.select(&arthur()).map(|found| found.into_iter().cloned().collect())
    }

    #[test]
    fn the_examples_of_the_standard_select_what_it_says() {
        for (path, expected) in [
            (json!(["name"]), vec![json!("Arthur Dent")]),
            (json!(["address", "street_address"]), vec![json!("42 Market Street")]),
            (
                json!(["degrees", null, "type"]),
                vec![json!("Bachelor of Science"), json!("Master of Science")],
            ),
            (json!(["nationalities", 1]), vec![json!("Betelgeusian")]),
        ] {
            assert_eq!(selected(&path), Some(expected), "{path}");
        }
        assert_eq!(selected(&json!(["address"])), Some(vec![arthur()["address"].clone()]));
    }

    #[test]
    fn what_is_not_there_or_no_path_selects_nothing() {
        for path in [
            json!([]),
            json!(["age"]),
            json!([null]),
            json!([0]),
            json!(["name", "first"]),
            json!(["name", null]),
            json!(["address", 0]),
            json!(["nationalities", 2]),
            json!(["nationalities", -1]),
            json!(["nationalities", 1.5]),
            json!(["nationalities", true]),
            json!(["nationalities", ["x"]]),
            json!("name"),
            json!(["a", "a", "a", "a", "a", "a", "a", "a", "a"]),
        ] {
            assert_eq!(selected(&path), None, "{path}");
        }
    }
}
