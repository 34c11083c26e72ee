//! Manifests out of bytes: a good one with members dropped, renamed, of another type or value; or with its bytes changed.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use crate::oracle::is_path;

/// The manifest that `data` stands for. Any bytes give one.
#[must_use]
pub fn from(data: &[u8]) -> Vec<u8> {
    let mut u = Unstructured::new(data);
    make(&mut u).unwrap_or_default()
}

fn good(is_script: bool) -> Value {
    let mut value = json!({
        "app_id": "cn.example.human-resources.card", "name": "社会保障卡", "short_name": "社保卡", "description": "办理。", "lang": "zh-Hans",
        "version": { "code": 1, "name": "1.0.0" }, "platform_version": { "min_code": 1 },
        "pages": ["pages/index/index"], "icons": [{ "src": "common/icon.svg" }],
        "fingertip": {
            "standard": "1.1", "department": "human-resources", "names": { "zh-Hans": "社会保障卡", "en": "Card" },
            "component": "component.wasm", "languages": ["zh-Hans", "en"], "services": ["card"],
            "entries": [{ "route": "/" }, {
                "route": "/renew", "params": [{ "name": "from", "type": "date" }, { "name": "card", "type": "code", "required": true, "max_length": 20 }],
                "senders": "own-department"
            }],
            "capabilities": ["claims", "call", "storage"],
            "claims": [{ "claim": "name", "purpose": { "en": "To print it." }, "retention": { "en": "Ten years." } }],
            "operations": ["card.state"], "documents": ["card"],
            "widgets": [{
                "id": "state", "names": { "en": "State" }, "entry": "/renew", "operation": "card.state", "stored": ["last"], "minutes": 60
            }]
        }
    });
    if is_script && let Some(own) = value["fingertip"].as_object_mut() {
        own.remove("component");
        own.remove("widgets");
        own.insert("standard".into(), "1.0".into());
        own.insert("script".into(), "app.js".into());
        own.insert("engine".into(), json!({ "name": "javascript", "sha256": "0a".repeat(32) }));
    }
    value
}

fn make(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut value = good(u.arbitrary()?);
    for _ in 0..u.int_in_range(0..=3)? {
        // Somewhere below the top, step by step.
        let depth = u.int_in_range(1..=4)?;
        spoil(u, &mut value, depth)?;
    }
    let mut bytes = value.to_string().into_bytes();
    if u.ratio(1, 20)? {
        for _ in 0..u.int_in_range(1..=4)? {
            let at = u.choose_index(bytes.len())?;
            bytes[at] = u.arbitrary()?;
        }
    }
    if u.ratio(1, 50)? {
        bytes.truncate(u.choose_index(bytes.len())?);
    }
    if u.ratio(1, 200)? {
        bytes = "[".repeat(100_000).into_bytes();
    }
    Ok(bytes)
}

fn spoil(u: &mut Unstructured<'_>, value: &mut Value, depth: usize) -> Result<()> {
    match value {
        Value::Object(members) if !members.is_empty() && depth > 0 => {
            let names: Vec<String> = members.keys().cloned().collect();
            let name = u.choose(&names)?.clone();
            match u.int_in_range(0..=14)? {
                0 => drop(members.remove(&name)),
                1 => {
                    let own = members.remove(&name).unwrap_or_default();
                    members.insert(format!("{name}s"), own);
                }
                2 => drop(members.insert(String::arbitrary(u)?, odd(u)?)),
                _ => return members.get_mut(&name).map_or(Ok(()), |inner| spoil(u, inner, depth - 1)),
            }
        }
        Value::Array(values) if !values.is_empty() && depth > 0 => {
            let at = u.choose_index(values.len())?;
            match u.int_in_range(0..=4)? {
                0 => drop(values.remove(at)),
                1 => values.push(values[at].clone()),
                2 => values.clear(),
                3 if u.ratio(1, 20)? => *values = vec![values[at].clone(); 300],
                _ => return spoil(u, &mut values[at], depth - 1),
            }
        }
        // Mostly of the same type, so that the rules behind the shape are met too.
        Value::String(text) if !u.ratio(1, 5)? => *text = (*u.choose(&TEXTS)?).to_owned(),
        Value::Number(number) if !u.ratio(1, 5)? => {
            *number = (*u.choose(&[0, 1, 2, 3, 14, 15, 500, 501, 10_080, 10_081])?).into()
        }
        other => *other = odd(u)?,
    }
    Ok(())
}

const TEXTS: [&str; 25] = [
    "",
    " ",
    "/",
    "../x",
    "a//b",
    "/abs",
    "a:b",
    "1.1",
    "2.0",
    "1.0",
    "1.2",
    "anyone",
    "own-department",
    "number",
    "a-name",
    "en",
    "zh-Hant",
    "e",
    "en--x",
    "pay",
    "root-access",
    "cn.example.x",
    "Upper",
    "lower",
    "/route",
];

fn odd(u: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match u.int_in_range(0..=9)? {
        0 => Value::Null,
        1 => Value::Bool(u.arbitrary()?),
        2 => json!(u.arbitrary::<i64>()?),
        3 => json!(u.arbitrary::<f64>()?),
        4 => json!([]),
        5 => json!({}),
        6 => json!(String::arbitrary(u)?),
        7 => json!("x".repeat(300)),
        _ => json!(u.choose(&TEXTS)?),
    })
}

/// The first rule that a manifest breaks, as it would be written.
#[must_use]
pub fn broken(manifest: &Value) -> Option<&'static str> {
    let own = &manifest["fingertip"];
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let has = |name: &str| list(&own["capabilities"]).iter().any(|own| own == name);
    let says = |value: &Value| {
        value
            .as_object()
            .is_some_and(|texts| texts.values().any(|text| !text.as_str().unwrap_or("").trim().is_empty()))
    };
    let is_tag = |tag: &Value| {
        let tag = tag.as_str().unwrap_or("");
        (2..=35).contains(&tag.len())
            && !format!("-{tag}-").contains("--")
            && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_hash = |hash: &str| {
        hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())
    };
    let is_name =
        |name: &str| !name.is_empty() && name.len() <= 32 && name.chars().all(|c| c.is_ascii_lowercase());
    let routes: Vec<String> =
        list(&own["entries"]).iter().map(|entry| entry["route"].as_str().unwrap_or("").to_owned()).collect();
    let program = own["component"].as_str().or(own["script"].as_str()).unwrap_or("");
    let engine = &own["engine"];
    let rules = [
        (own["standard"] == "1.0" || own["standard"] == "1.1", "the standard is 1.0 or 1.1"),
        (manifest["version"]["code"].as_u64().unwrap_or(0) > 0, "a version"),
        (!list(&own["languages"]).is_empty() && list(&own["languages"]).iter().all(is_tag), "languages"),
        (says(&own["names"]), "a name"),
        (
            routes.iter().any(|route| route == "/")
                && routes.iter().all(|route| route.starts_with('/'))
                && routes.len() <= 256,
            "routes",
        ),
        (list(&own["claims"]).is_empty() || has("claims"), "claims are asked for"),
        (list(&own["operations"]).is_empty() || has("call"), "operations are asked for"),
        (
            list(&own["claims"]).iter().all(|claim| says(&claim["purpose"]) && says(&claim["retention"])),
            "purpose and retention",
        ),
        (
            is_path(program) && (own["component"].is_string() != own["script"].is_string()),
            "one program, inside the bundle",
        ),
        (own["script"].is_string() == engine.is_object(), "a script has an engine"),
        (
            engine.is_null()
                || is_name(engine["name"].as_str().unwrap_or(""))
                    && is_hash(engine["sha256"].as_str().unwrap_or("")),
            "an engine's name and hash",
        ),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, rule)| rule).or_else(|| broken_beyond(own))
}

/// The same for what came with parameters and widgets.
fn broken_beyond(own: &Value) -> Option<&'static str> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let is_name = |name: &str| {
        let mut letters = name.chars();
        letters.next().is_some_and(|first| first.is_ascii_lowercase())
            && name.len() <= 32
            && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let has_twins = |names: &[String]| names.iter().enumerate().any(|(at, name)| names[..at].contains(name));
    let (entries, widgets) = (list(&own["entries"]), list(&own["widgets"]));
    for entry in &entries {
        let params = list(&entry["params"]);
        let names: Vec<String> = params.iter().map(|param| text(&param["name"])).collect();
        if !names.iter().all(|name| is_name(name)) || has_twins(&names) || names.len() > 16 {
            return Some("parameters have names of their own");
        }
        for param in &params {
            let is_long = param["type"] == "text" || param["type"] == "code";
            if param["max_length"].as_u64().is_some_and(|most| !is_long || most == 0 || most > 500) {
                return Some("a length is of a text");
            }
        }
    }
    if own["standard"] == "1.0" && !widgets.is_empty()
        || own["standard"] == "1.1" && own["script"].is_string()
    {
        return Some("widgets are of 1.1, and scripts of 1.0");
    }
    let ids: Vec<String> = widgets.iter().map(|widget| text(&widget["id"])).collect();
    if ids.len() > 4 || has_twins(&ids) || !ids.iter().all(|id| is_name(id)) {
        return Some("widgets have ids of their own");
    }
    let is_good = |widget: &Value| {
        let says = widget["names"]
            .as_object()
            .is_some_and(|names| names.values().any(|name| !text(name).trim().is_empty()));
        let stored = list(&widget["stored"]).len();
        says && entries.iter().any(|entry| entry["route"] == widget["entry"])
            && (widget["operation"].is_null() || list(&own["operations"]).contains(&widget["operation"]))
            && (stored == 0 || list(&own["capabilities"]).iter().any(|own| own == "storage"))
            && stored <= 8
            && widget["minutes"].as_u64().is_some_and(|minutes| (15..=10_080).contains(&minutes))
    };
    if widgets.iter().all(is_good) { None } else { Some("a widget fits the rest of the manifest") }
}
