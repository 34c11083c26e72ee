//! The modes: attributes on `<html>`, which change tokens and never a component.

use dioxus::prelude::*;
use fingertip_locale::Direction;
use fingertip_standard::events::Display;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the device has it.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strong contrasts are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Contrast {
    /// As the device has it.
    #[default]
    Device,
    /// As designed.
    Normal,
    /// Stronger.
    More,
}

/// The text sizes that the slider reaches: 16 to 30 points.
pub(crate) const TEXT_SCALE: std::ops::RangeInclusive<f64> = 1.0..=1.875;

/// The attributes, each with its value; none takes it away.
pub(crate) fn attributes(
    language: &str,
    direction: Direction,
    mode: Display,
    scheme: Scheme,
    contrast: Contrast,
) -> [(&'static str, Option<String>); 5] {
    let language: String = language.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let scheme = match scheme {
        Scheme::Device => None,
        Scheme::Light => Some("light"),
        Scheme::Dark => Some("dark"),
    };
    let contrast = match contrast {
        Contrast::Device => None,
        Contrast::Normal => Some("normal"),
        Contrast::More => Some("more"),
    };
    [
        ("lang", Some(language)),
        ("dir", Some(if direction == Direction::Rtl { "rtl" } else { "ltr" }.to_owned())),
        ("data-mode", Some(if mode == Display::Seniors { "seniors" } else { "normal" }.to_owned())),
        ("data-scheme", scheme.map(str::to_owned)),
        ("data-contrast", contrast.map(str::to_owned)),
    ]
}

fn script(attributes: &[(&'static str, Option<String>)], text_scale: Option<f64>) -> String {
    let mut script = String::from("const h = document.documentElement;");
    for (name, value) in attributes {
        // Names are ours and values are letters, digits and hyphens: nothing to escape.
        script.push_str(&match value {
            Some(value) => format!("h.setAttribute('{name}','{value}');"),
            None => format!("h.removeAttribute('{name}');"),
        });
    }
    script.push_str(&match text_scale {
        Some(scale) => format!(
            "h.style.setProperty('--fi-text-scale','{:.3}');",
            scale.clamp(*TEXT_SCALE.start(), *TEXT_SCALE.end())
        ),
        None => "h.style.removeProperty('--fi-text-scale');".to_owned(),
    });
    script
}

/// Keeps the attributes of `<html>` as the person has chosen. Draws nothing.
#[component]
pub fn DocumentAttributes(
    /// BCP 47.
    language: String,
    /// Which way the language runs.
    direction: Direction,
    /// Normal or seniors.
    mode: Display,
    /// Light or dark.
    #[props(default)]
    scheme: Scheme,
    /// How strong contrasts are.
    #[props(default)]
    contrast: Contrast,
    /// 1 to 1.875 times the device's text; none for the mode's own (1, in seniors mode 1.25).
    #[props(default)]
    text_scale: Option<f64>,
) -> Element {
    let now = script(&attributes(&language, direction, mode, scheme, contrast), text_scale);
    use_effect(use_reactive!(|now| {
        document::eval(&now);
    }));
    rsx! {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_sets_what_is_chosen_and_takes_the_rest_away() {
        let text = script(
            &attributes("zh-Hans'", Direction::Ltr, Display::Seniors, Scheme::Device, Contrast::More),
            Some(9.0),
        );
        assert!(
            text.contains("('lang','zh-Hans')")
                && text.contains("('data-mode','seniors')")
                && text.contains("removeAttribute('data-scheme')")
        );
        assert!(text.contains("('data-contrast','more')") && text.contains("'1.875'"));
    }
}
