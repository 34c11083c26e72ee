//! Contrast of every pair of roles in every mode, computed from the style files themselves (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11).

use std::collections::BTreeMap;

const PALETTE: &str = include_str!("../../../../../assets/tokens/palette.css");
const COLORS: &str = include_str!("../../../../../assets/tokens/colors.css");

type Tokens = BTreeMap<String, String>;

/// The declarations of the block that `selector` opens.
fn block(css: &str, selector: &str) -> Tokens {
    let start = css.find(&format!("{selector} {{")).unwrap_or_else(|| panic!("no block {selector}"));
    let body =
        css[start..].split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("a closed block").0;
    body.split(';')
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

fn resolve(tokens: &Tokens, name: &str) -> [f64; 3] {
    let mut value = tokens.get(name).unwrap_or_else(|| panic!("{name} is not defined")).as_str();
    for _ in 0..8 {
        let Some(next) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) else { break };
        value = tokens.get(next).unwrap_or_else(|| panic!("{next} is not defined"));
    }
    let hex = value.strip_prefix('#').unwrap_or_else(|| panic!("{name} is {value}, not a colour"));
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a hex colour")) / 255.0)
}

fn luminance(color: [f64; 3]) -> f64 {
    let [r, g, b] = color.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every mode that changes a colour; seniors mode changes none, which is why all of them hold 7:1.
fn modes() -> Vec<(&'static str, Tokens)> {
    let light: Tokens = block(PALETTE, ":root").into_iter().chain(block(COLORS, ":root")).collect();
    let dark: Tokens =
        light.clone().into_iter().chain(block(COLORS, ":root[data-scheme=\"dark\"]")).collect();
    let more = |tokens: &Tokens| {
        tokens.clone().into_iter().chain(block(COLORS, ":root[data-contrast=\"more\"]")).collect::<Tokens>()
    };
    vec![
        ("light", light.clone()),
        ("dark", dark.clone()),
        ("light, more", more(&light)),
        ("dark, more", more(&dark)),
    ]
}

const GROUNDS: [&str; 3] = ["background", "surface", "sunken"];
const STATES: [&str; 6] = ["primary", "accent", "success", "warning", "danger", "information"];

#[test]
fn every_text_is_readable_in_every_mode() {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut pair = |text: &str, ground: &str| pairs.push((text.to_owned(), ground.to_owned()));
    for ground in GROUNDS {
        for text in ["text", "muted"].into_iter().chain(STATES) {
            pair(text, ground);
        }
    }
    for state in STATES {
        let soft = format!("{state}-soft");
        for text in ["text", "muted", "primary", state] {
            pair(text, &soft);
        }
    }
    for (text, ground) in [
        ("on-primary", "primary"),
        ("on-primary", "primary-strong"),
        ("on-accent", "accent"),
        ("on-document", "document"),
        ("on-document", "document-strong"),
        ("on-danger", "danger"),
        ("on-danger", "danger-strong"),
    ] {
        pair(text, ground);
    }
    for state in STATES {
        pair("on-state", state);
    }
    let mut failures = Vec::new();
    for (mode, tokens) in modes() {
        for (text, ground) in &pairs {
            let ratio = contrast(
                resolve(&tokens, &format!("--fi-color-{text}")),
                resolve(&tokens, &format!("--fi-color-{ground}")),
            );
            if ratio < 7.0 {
                failures.push(format!("{mode}: {text} on {ground} is {ratio:.2}"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn controls_and_focus_can_be_seen_in_every_mode() {
    for (mode, tokens) in modes() {
        for (line, least) in [("control-line", 3.0), ("focus", 4.5)] {
            for ground in GROUNDS {
                let ratio = contrast(
                    resolve(&tokens, &format!("--fi-color-{line}")),
                    resolve(&tokens, &format!("--fi-color-{ground}")),
                );
                assert!(ratio >= least, "{mode}: {line} on {ground} is {ratio:.2}");
            }
        }
    }
}

#[test]
fn the_devices_dark_is_the_chosen_dark() {
    assert_eq!(block(COLORS, ":root[data-scheme=\"dark\"]"), block(COLORS, "  :root:not([data-scheme])"));
}

#[test]
fn the_devices_contrast_is_the_chosen_contrast() {
    assert_eq!(block(COLORS, ":root[data-contrast=\"more\"]"), block(COLORS, "  :root:not([data-contrast])"));
}

#[test]
fn seniors_mode_has_the_numbers_of_the_specification() {
    let measures = include_str!("../../../../../assets/tokens/measures.css");
    let seniors = include_str!("../../../../../assets/tokens/seniors.css");
    let (normal, seniors) = (block(measures, ":root"), block(seniors, ":root[data-mode=\"seniors\"]"));
    assert_eq!(normal["--fi-target-min"], "2.75rem");
    assert_eq!(normal["--fi-line"], "1.5");
    for (name, value) in [
        ("--fi-target-min", "3.75rem"),
        ("--fi-target-gap", "0.75rem"),
        ("--fi-text-scale", "1.25"),
        ("--fi-paragraph", "2.25em"),
    ] {
        assert_eq!(seniors[name], value, "{name}");
    }
}
