//! Hostile and careless input for the doors that a department's work comes through, steps and manifests, and for the one that
//! anyone's links come through.
//!
//! [`view`], [`manifest`] and [`link`] turn any bytes into input, push it through the door and panic where a property is broken; they
//! answer how it was judged. [`run`] feeds them from a seeded source, so every run is the same. What is taken is judged
//! again by [`oracle`], which was written apart from the standard's checks and reads the serialised form. It holds no
//! expectation of how fast anything is.

pub mod links;
pub mod manifests;
pub mod oracle;
pub mod views;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use fingertip_journeys::outline;
use fingertip_locale::{Formatter, Messages, TimeZone, Words, shell_messages};
use fingertip_standard::{
    Link, Manifest,
    events::Input,
    limits,
    manifest::ManifestError,
    repeat,
    step::{CheckedStep, StepError},
    validate,
    view::{Kind, View},
};
use rand::{RngCore, SeedableRng, rngs::StdRng};

/// How one input was judged: accepted, or the rule that refused it.
pub type Verdict = String;

/// What a mini-app is read with: made once, for it is no part of what is tried.
static SPEECH: LazyLock<(Formatter, Arc<Messages>)> = LazyLock::new(|| {
    let messages =
        Messages::new([("en", "known = { $name } and { $other }")]).expect("a message of the test");
    (Formatter::new(shell_messages(), "en".to_owned()).in_zone(TimeZone::UTC), Arc::new(messages))
});

const ACCEPTED: &str = "accepted";

/// How often each verdict was given.
pub type Tally = BTreeMap<Verdict, usize>;

/// Gives `target` `count` inputs of a source that begins at `seed`.
pub fn run(target: fn(&[u8]) -> Verdict, seed: u64, count: usize) -> Tally {
    let mut random = StdRng::seed_from_u64(seed);
    let mut tally = Tally::new();
    let mut data = vec![0; 4096];
    for _ in 0..count {
        let length = 64 + random.next_u32() as usize % (data.len() - 64);
        random.fill_bytes(&mut data[..length]);
        *tally.entry(target(&data[..length])).or_default() += 1;
    }
    tally
}

/// One step from `data`: checked, judged again, expanded, gathered and outlined.
///
/// # Panics
/// Where a property is broken; the message holds the step.
pub fn view(data: &[u8]) -> Verdict {
    let (step, inputs) = views::from(data);
    let broken = oracle::broken(&step);
    let checked = match CheckedStep::new(step.clone()) {
        Ok(checked) => checked,
        Err(error) => {
            assert!(broken.is_some(), "refused ({error}), though it keeps every rule: {step:#?}");
            return rule_of(&error);
        }
    };
    assert_eq!(broken, None, "taken, though it breaks a rule: {step:#?}");
    let step = checked.into_inner();
    if let Some(view) = &step.view {
        let expanded = repeat::expanded(view, &inputs);
        check_expanded(&expanded);
        let (gathered, problems) = validate::gather(&expanded, &inputs, &fingertip_typed::Nation::built_in());
        let asked: BTreeSet<_> = gathered.iter().map(|(key, _)| key).collect();
        assert_eq!(asked.len(), gathered.len(), "a key is handed in once");
        assert!(problems.keys().all(|key| asked.contains(key)), "only an input has a problem");
        copies_come_and_go(view, inputs);
        let (formatter, messages) = &*SPEECH;
        let words = Words::new(
            Arc::from(step.words.clone()),
            messages.clone(),
            formatter.clone(),
            Arc::new(|_, _| None),
        );
        let drawn = outline(&expanded, &words);
        assert!(drawn.lines().count() >= expanded.nodes.len(), "every node has a line");
    }
    ACCEPTED.to_owned()
}

fn check_expanded(view: &View) {
    assert!(view.nodes.len() <= limits::VIEW_NODES, "{} nodes with every copy", view.nodes.len());
    let keys: BTreeSet<_> = view.nodes.iter().map(|node| &node.key).collect();
    assert_eq!(keys.len(), view.nodes.len(), "keys are unique with every copy");
    assert_eq!(oracle::tree(view), None, "one tree with every copy");
}

/// Copies can be added and taken away as a person does, and the view stays within its limits.
fn copies_come_and_go(view: &View, mut inputs: BTreeMap<String, Input>) {
    for node in &view.nodes {
        let Kind::RepeatGroup(group) = &node.kind else { continue };
        for number in 0..limits::COPIES + 2 {
            repeat::add_copy(&node.key, group, &mut inputs);
            if number % 5 == 0 {
                repeat::remove_copy(&node.key, group, number, &mut inputs);
            }
        }
        assert_eq!(repeat::copies(&node.key, group, &inputs), group.at_most, "as many as the group allows");
    }
    check_expanded(&repeat::expanded(view, &inputs));
}

/// One manifest from `data`: parsed, judged again, written and read.
///
/// # Panics
/// Where a property is broken; the message holds the manifest.
pub fn manifest(data: &[u8]) -> Verdict {
    let bytes = manifests::from(data);
    let shown = || String::from_utf8_lossy(&bytes).into_owned();
    match Manifest::parse(&bytes) {
        Err(ManifestError::Malformed(_)) => "malformed".to_owned(),
        Err(ManifestError::Rule(rule)) => format!("rule: {rule}"),
        Err(ManifestError::UnknownCapability { .. }) => "unknown capability".to_owned(),
        Err(ManifestError::UnknownStandard { .. }) => "unknown standard".to_owned(),
        Err(other) => format!("other: {other}"),
        Ok(manifest) => {
            let written = serde_json::to_vec(&manifest).expect("a manifest is written");
            assert_eq!(
                Manifest::parse(&written).as_ref(),
                Ok(&manifest),
                "not the same when read again: {}",
                shown()
            );
            let value = serde_json::to_value(&manifest).expect("a manifest is written");
            assert_eq!(manifests::broken(&value), None, "taken, though it breaks a rule: {}", shown());
            ACCEPTED.to_owned()
        }
    }
}

/// One link from `data`: read, judged again by the letter, written and read.
///
/// # Panics
/// Where a property is broken; the message holds the link.
pub fn link(data: &[u8]) -> Verdict {
    let text = links::from(data);
    match Link::parse(&text, &["platform.example"]) {
        Err(error) => error.to_string(),
        Ok(Link::Web(url)) => {
            assert!(
                url.scheme() == "https" && text.to_ascii_lowercase().starts_with("https:"),
                "no secure page: {text:?}"
            );
            assert!(
                !text.split(['?', '#']).next().unwrap_or_default().contains('@')
                    || !url.authority().contains('@'),
                "a login: {text:?}"
            );
            "the web".to_owned()
        }
        Ok(Link::MiniApp(address)) => {
            let written = address.to_string();
            assert_eq!(
                Link::parse(&written, &[]),
                Ok(Link::MiniApp(address.clone())),
                "not the same when read again: {text:?}"
            );
            let path = text.split(['?', '#']).next().unwrap_or_default();
            let is_plain = path.split('/').all(|part| part != "." && part != "..");
            assert!(
                is_plain && !path.contains(['%', '\\', '@']) && text.is_ascii(),
                "a trick was taken: {text:?}"
            );
            assert!(
                path.to_ascii_lowercase().contains(address.app.as_str())
                    && path.ends_with(address.route.trim_start_matches('/')),
                "{text:?}"
            );
            ACCEPTED.to_owned()
        }
    }
}

fn rule_of(error: &StepError) -> Verdict {
    match error {
        StepError::TooMany { what, .. } => format!("too many {what}"),
        StepError::NotATree { rule, .. } | StepError::Rule { rule, .. } => (*rule).to_owned(),
        StepError::NoSuchWord { .. } => "no such word".to_owned(),
        StepError::SameKey { .. } => "the same key twice".to_owned(),
        other => format!("other: {other}"),
    }
}
