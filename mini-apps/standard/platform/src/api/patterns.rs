//! What ids look like, for readers of the published description: a client that is made from it would otherwise send what no door reads.

use serde_json::{Value, json};

/// A DNS-like label, as [`fingertip_standard`] takes it.
macro_rules! label {
    () => {
        "[a-z]([a-z0-9-]{0,61}[a-z0-9])?"
    };
}

/// A label of at most 40 characters.
const SHORT_LABEL: &str = "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$";

/// The ids of the standard, by the names of their schemas: a regular expression (ECMA-262, as JSON Schema has them) and the most characters,
/// where the expression does not say them.
const PATTERNS: [(&str, &str, Option<u32>); 10] = [
    ("AppId", concat!("^", label!(), r"(\.", label!(), "){2,7}$"), Some(128)),
    ("DepartmentId", SHORT_LABEL, None),
    ("ServiceId", "^[A-Za-z0-9.-]{1,64}$", None),
    ("LifeEventId", SHORT_LABEL, None),
    ("AlertId", "^[A-Za-z0-9.-]{1,64}$", None),
    ("RegionCode", "^[A-Za-z0-9]{2,12}$", None),
    ("CaseId", "^[A-Z0-9-]{6,40}$", None),
    ("HelperLinkId", "^[0-9a-f]{32}$", None),
    ("ClaimName", SHORT_LABEL, None),
    ("OperationId", concat!("^", label!(), r"(\.", label!(), "){0,2}$"), None),
];

/// Members whose own members are claims: a schema says so apart.
const OF_CLAIMS: [(&str, &str); 4] = [
    ("SubmitJointCase", "claims"),
    ("SubmitCase", "claims"),
    ("SubmitCase", "told"),
    ("ProvenFacts", "claims"),
];

/// Says in the schemas of ids what an id looks like.
pub(super) fn add(schemas: &mut Value) {
    for (name, pattern, most) in PATTERNS {
        let Some(schema) = schemas.get_mut(name) else { continue };
        schema["pattern"] = pattern.into();
        if let Some(most) = most {
            schema["maxLength"] = json!(most);
        }
    }
    for (name, member) in OF_CLAIMS {
        if let Some(claims) = schemas.get_mut(name).and_then(|schema| schema["properties"].get_mut(member)) {
            claims["propertyNames"] = json!({ "pattern": SHORT_LABEL });
        }
    }
}

#[cfg(test)]
mod tests {
    use fingertip_standard::{
        AlertId, AppId, CaseId, ClaimName, DepartmentId, HelperLinkId, LifeEventId, OperationId, RegionCode,
        ServiceId,
    };
    use regex::Regex;

    use super::*;

    fn is_id(name: &str, text: &str) -> bool {
        match name {
            "AppId" => AppId::new(text).is_ok(),
            "DepartmentId" => DepartmentId::new(text).is_ok(),
            "ServiceId" => ServiceId::new(text).is_ok(),
            "LifeEventId" => LifeEventId::new(text).is_ok(),
            "AlertId" => AlertId::new(text).is_ok(),
            "RegionCode" => RegionCode::new(text).is_ok(),
            "CaseId" => CaseId::new(text).is_ok(),
            "HelperLinkId" => HelperLinkId::new(text).is_ok(),
            "ClaimName" => ClaimName::new(text).is_ok(),
            "OperationId" => OperationId::new(text).is_ok(),
            other => panic!("{other} is no id"),
        }
    }

    /// Texts around the edges of every rule.
    fn texts() -> Vec<String> {
        let parts =
            ["", "a", "A", "7", "-", ".", "a-b", "a-", "-a", "a.b", "cn.example.x", "é", "\n", "\u{0}", "_"];
        let lengths = [1, 2, 5, 6, 12, 13, 32, 33, 39, 40, 41, 62, 63, 64, 65, 127, 128, 129];
        let repeated =
            lengths.iter().flat_map(|length| ["a", "A", "7", "f", "-"].map(|one| one.repeat(*length)));
        let labels = (1..=10)
            .flat_map(|count| [3, 13, 15, 63, 64].map(|length| vec!["a".repeat(length); count].join(".")));
        let pairs = parts.iter().flat_map(|one| parts.iter().map(move |other| format!("{one}{other}")));
        pairs.chain(repeated).chain(labels).collect()
    }

    #[test]
    fn what_the_description_calls_an_id_is_what_is_read_as_one() {
        for (name, pattern, most) in PATTERNS {
            let pattern = Regex::new(pattern).expect("a regular expression");
            let mut taken = 0;
            for text in texts() {
                let is_short = most.is_none_or(|most| text.chars().count() <= most as usize);
                let is_described = is_short && pattern.is_match(&text);
                assert_eq!(is_described, is_id(name, &text), "{name}: {text:?}");
                taken += usize::from(is_described);
            }
            assert!(taken > 0, "{name}: nothing was taken");
        }
    }

    #[test]
    fn the_description_of_every_id_says_what_it_looks_like() {
        let described = crate::api::openapi::describe();
        for (name, pattern, _) in PATTERNS {
            let schema = &described["components"]["schemas"][name];
            // A name of a map is described where the map is.
            if schema.is_object() {
                assert_eq!(schema["pattern"], pattern, "{name}");
            }
        }
        for (name, member) in OF_CLAIMS {
            let claims = &described["components"]["schemas"][name]["properties"][member];
            assert_eq!(claims["propertyNames"]["pattern"], SHORT_LABEL, "{name}.{member}");
        }
    }
}
