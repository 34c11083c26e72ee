//! The rules of a step, written a second time, slowly and otherwise: on the serialised form, by names of members, with the
//! numbers of the standard's text written out. Whoever changes a rule in the standard changes it here too.

use std::collections::BTreeMap;

use fingertip_standard::{step::Step, view::View};
use serde_json::Value;

const PARENTS: [&str; 6] = ["Page", "Section", "Details", "Tabs", "RepeatGroup", "Notice"];
/// Members that name words, by themselves or in lists.
const WORDS: [&str; 29] = [
    "Heading",
    "Text",
    "Details",
    "Tabs",
    "title",
    "lead",
    "body",
    "alternative",
    "label",
    "detail",
    "hint",
    "error",
    "confirm",
    "add_label",
    "statement",
    "unit",
    "caption",
    "columns",
    "rows",
    "place",
    "purpose",
    "value",
    "holder",
    "issuer",
    "kind",
    "categories",
    "next",
    "lines",
    "Share",
];
/// Members that hold a choice of the standard, not a text of the mini-app.
const CHOICES: [&str; 6] = ["tone", "progress", "weight", "form", "purpose", "evidence"];

/// The first rule that `step` breaks; none where it keeps all of them.
#[must_use]
pub fn broken(step: &Step) -> Option<String> {
    let value = serde_json::to_value(step).expect("a step is written");
    let (words, requests) = (list(&value["words"]), list(&value["requests"]));
    if words.len() > 4096 || requests.len() > 16 {
        return Some("too many words or requests".into());
    }
    let mut text = words.iter().map(entry_bytes).sum::<usize>();
    if let Some(view) = &step.view {
        if let Some(rule) = tree(view) {
            return Some(rule);
        }
        let nodes = list(&value["view"]["nodes"]);
        if let Some(rule) = nodes.iter().find_map(|node| node_rule(node, words.len())) {
            return Some(rule);
        }
        if let Some(rule) = keys(nodes) {
            return Some(rule);
        }
        let shown = nodes
            .iter()
            .map(|node| texts(&node["kind"], "") + shown(&node["kind"], "", words))
            .sum::<usize>();
        if shown > 512 * 1024 {
            return Some(format!("{shown} bytes of text as it is shown"));
        }
        text += value["view"]["focus"].as_str().map_or(0, str::len);
        text += nodes.iter().map(|node| texts(&node["kind"], "") + string(&node["key"]).len()).sum::<usize>();
    }
    if let Some(rule) = requests.iter().find_map(|request| request_rule(&request["wish"], words.len())) {
        return Some(rule);
    }
    (text > 128 * 1024).then(|| format!("{text} bytes of text"))
}

/// What is wrong with the tree.
#[must_use]
pub fn tree(view: &View) -> Option<String> {
    let value = serde_json::to_value(&view.nodes).expect("nodes are written");
    let nodes = list(&value);
    let tags: Vec<&str> = nodes.iter().map(|node| tag(&node["kind"]).0).collect();
    if nodes.is_empty() || nodes.len() > 600 {
        return Some(format!("{} nodes", nodes.len()));
    }
    if tags.iter().enumerate().any(|(at, tag)| (*tag == "Page") != (at == 0)) {
        return Some("one page, at the root".into());
    }
    let mut parents: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        for child in list(&node["children"]) {
            parents.entry(child.as_u64().unwrap_or(u64::MAX)).or_default().push(at);
        }
        if !list(&node["children"]).is_empty() && !PARENTS.contains(&tags[at]) {
            return Some("children where none are taken".into());
        }
    }
    if parents.len() != nodes.len() - 1
        || parents.iter().any(|(child, of)| {
            *child == 0 || *child >= nodes.len() as u64 || of.len() != 1 || of[0] as u64 >= *child
        })
    {
        return Some("each but the page has one parent before it".into());
    }
    let mut all = nodes.len() as u64;
    for at in 0..nodes.len() {
        let up = |at: &usize| parents.get(&(*at as u64)).and_then(|of| of.first()).copied();
        let above: Vec<usize> = std::iter::successors(up(&at), up).collect();
        if above.len() + 1 > 12 {
            return Some("too deep".into());
        }
        let groups: Vec<usize> = above.into_iter().filter(|above| tags[*above] == "RepeatGroup").collect();
        if groups.len() + usize::from(tags[at] == "RepeatGroup") > 1 {
            return Some("a repeat group in another".into());
        }
        all += groups
            .iter()
            .map(|group| number(&nodes[*group]["kind"]["RepeatGroup"]["at_most"]).saturating_sub(1))
            .sum::<u64>();
    }
    // An expanded view still holds its groups, whose copies then stand in it already.
    let is_expanded = nodes.iter().any(|node| is_copy_key(string(&node["key"]), nodes));
    (!is_expanded && all > 600).then(|| format!("{all} nodes with every copy"))
}

fn is_copy_key(key: &str, nodes: &[Value]) -> bool {
    let mut groups = nodes.iter().filter(|node| tag(&node["kind"]).0 == "RepeatGroup");
    // Every way to cut the key into a group's key and a number.
    groups.any(|group| {
        key.match_indices('.').any(|(at, _)| {
            key[..at] == *string(&group["key"])
                && key[at + 1..].bytes().next().is_some_and(|b| b.is_ascii_digit())
        })
    })
}

fn keys(nodes: &[Value]) -> Option<String> {
    let mut all: Vec<&str> = nodes.iter().map(|node| string(&node["key"])).collect();
    if let Some(key) = all.iter().find(|key| is_copy_key(key, nodes)) {
        return Some(format!("{key:?} is the key of a copy"));
    }
    if let Some(key) = all
        .iter()
        .find(|key| !(1..=64).contains(&key.len()) || key.chars().any(|c| !('!'..='~').contains(&c)))
    {
        return Some(format!("{key:?} is no key"));
    }
    let primary = |node: &&Value| node["kind"]["Button"]["weight"] == "primary";
    if nodes.iter().filter(primary).count() > 1 {
        return Some("two primary buttons".into());
    }
    all.sort_unstable();
    all.windows(2).any(|two| two[0] == two[1]).then(|| "a key twice".into())
}

fn node_rule(node: &Value, words: usize) -> Option<String> {
    let (tag, own) = tag(&node["kind"]);
    let count = |name: &str| list(&own[name]).len();
    let items = match tag {
        "Table" => count("columns").max(1) * (1 + count("rows")),
        "Chart" => count("categories").max(1) * (1 + count("series")),
        "Tabs" => 0,
        "FileInput" => count("media_types"),
        _ => {
            list(own).len()
                + count("choices")
                + count("initial")
                + count("rows")
                + count("slots")
                + count("lines")
                + count("next")
        }
    };
    let is_even = |lists: &str, inner: Option<&str>, wanted: usize| {
        list(&own[lists]).iter().all(|one| list(inner.map_or(one, |inner| &one[inner])).len() == wanted)
    };
    let keeps = match tag {
        "Table" => is_even("rows", None, count("columns")),
        "Chart" => is_even("series", Some("points"), count("categories")),
        "ChooseOne" | "ChooseMany" => count("choices") > 0,
        "Tabs" => list(own).len() > 1 && list(own).len() == list(&node["children"]).len(),
        "RepeatGroup" => {
            (1..=20).contains(&number(&own["at_most"])) && number(&own["at_least"]) <= number(&own["at_most"])
        }
        "FileInput" => number(&own["max_bytes"]) <= 5 * 1024 * 1024,
        "Points" => list(own).iter().all(|point| {
            let degrees = |name: &str| point[name].as_i64().unwrap_or(i64::MAX).unsigned_abs();
            degrees("latitude_e6") <= 90_000_000 && degrees("longitude_e6") <= 180_000_000
        }),
        "Image" => is_path(string(&own["path"])),
        _ => true,
    };
    if !keeps || items > 2000 {
        return Some(format!("{tag} breaks its rule, or has {items} items"));
    }
    highest_word(&node["kind"], "").filter(|word| *word >= words as u64).map(|word| format!("no word {word}"))
}

fn request_rule(wish: &Value, words: usize) -> Option<String> {
    let (tag, own) = if wish.is_object() { tag(wish) } else { ("", &Value::Null) };
    let items = match tag {
        "Claims" | "ReadDocuments" => list(own).len(),
        "SubmitCase" => ["claims", "documents", "files"].map(|name| list(&own[name]).len()).iter().sum(),
        _ => 0,
    };
    let bytes = texts(own, tag) + if tag == "Store" { list(&own["value"]).len() } else { 0 };
    if items > 2000 || bytes > 512 * 1024 {
        return Some(format!("a request with {items} items and {bytes} bytes"));
    }
    let named = if tag == "Store" { None } else { highest_word(own, tag) };
    named.filter(|word| *word >= words as u64).map(|word| format!("no word {word}"))
}

/// A relative path that stays in its folder.
#[must_use]
pub fn is_path(path: &str) -> bool {
    let bad = ["\\", "\0", ":", "//"];
    let padded = format!("/{path}/");
    let is_bad = path.is_empty()
        || path.len() > 200
        || path.starts_with('/')
        || path.ends_with('/')
        || bad.iter().any(|bad| path.contains(bad))
        || ["/../", "/./"].iter().any(|bad| padded.contains(bad));
    !is_bad
}

/// Bytes of every text below `value`; a card's code counts as well.
fn texts(value: &Value, name: &str) -> usize {
    match value {
        Value::String(text) if !CHOICES.contains(&name) => text.len(),
        Value::Array(values) if name == "code" => values.len(),
        Value::Array(values) => values.iter().map(|value| texts(value, name)).sum(),
        Value::Object(members) => members.iter().map(|(name, value)| texts(value, name)).sum(),
        _ => 0,
    }
}

fn highest_word(value: &Value, name: &str) -> Option<u64> {
    match value {
        Value::Number(number) if WORDS.contains(&name) => number.as_u64(),
        Value::Array(values) => values.iter().filter_map(|value| highest_word(value, name)).max(),
        Value::Object(members) => members.iter().filter_map(|(name, value)| highest_word(value, name)).max(),
        _ => None,
    }
}

/// Bytes of the words that are named below `value`, each as often as it is named.
fn shown(value: &Value, name: &str, words: &[Value]) -> usize {
    match value {
        Value::Number(number) if WORDS.contains(&name) => {
            let word = number.as_u64().and_then(|word| words.get(usize::try_from(word).ok()?));
            word.map_or(0, entry_bytes)
        }
        Value::Array(values) => values.iter().map(|value| shown(value, name, words)).sum(),
        Value::Object(members) => members.iter().map(|(name, value)| shown(value, name, words)).sum(),
        _ => 0,
    }
}

fn entry_bytes(entry: &Value) -> usize {
    let of = |value: &Value| match tag(value) {
        ("Data" | "Region", text) => string(text).len(),
        ("Money", money) => string(&money["currency"]).len() + 8,
        _ => 8,
    };
    match tag(entry) {
        ("Message", message) => {
            string(&message["id"]).len()
                + list(&message["args"])
                    .iter()
                    .map(|arg| string(&arg[0]).len() + of(&arg[1]).max(8))
                    .sum::<usize>()
        }
        (_, value) => of(value),
    }
}

fn tag(value: &Value) -> (&str, &Value) {
    value
        .as_object()
        .and_then(|members| members.iter().next())
        .map_or(("", &Value::Null), |(name, value)| (name, value))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}
