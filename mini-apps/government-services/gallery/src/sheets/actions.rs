//! What can be pressed.

use fingertip_sdk::{Link, Part, Tone, msg};

use super::Sheet;

pub(super) const SHEETS: [Sheet; 1] =
    [Sheet { key: "actions", title: "gallery-actions-title", parts: &[buttons, links, elsewhere] }];

fn buttons(page: &mut Part<'_>) {
    page.section("gallery-buttons", |section| {
        section.primary("press-primary", "gallery-button-primary");
        section.secondary("press-secondary", "gallery-button-secondary");
        section.secondary("press-long", "gallery-button-long");
        section.quiet("press-quiet", "gallery-button-quiet");
        section.destructive("press-destructive", "gallery-button-destructive", "gallery-button-confirm");
    });
}

fn links(page: &mut Part<'_>) {
    let link = |label, detail: Option<&'static str>, tone| Link {
        label: msg(label),
        detail: detail.map(msg),
        tone,
        action: "follow".into(),
    };
    page.section("gallery-links", |section| {
        section.links(
            "links",
            [
                link("gallery-link-plain", None, Tone::Neutral),
                link("gallery-link-detail", Some("gallery-link-detail-more"), Tone::Information),
                link("gallery-link-success", Some("gallery-link-success-more"), Tone::Success),
                link("gallery-link-warning", Some("gallery-link-warning-more"), Tone::Warning),
                link("gallery-link-urgent", Some("gallery-link-urgent-more"), Tone::Urgent),
                link("gallery-link-long", Some("gallery-text-long"), Tone::Neutral),
            ],
        );
    });
}

/// The shell asks first, and says where it leads.
fn elsewhere(page: &mut Part<'_>) {
    page.section("gallery-elsewhere", |section| {
        section.secondary("go-service", "gallery-go-service");
        section.secondary("go-web", "gallery-go-web");
    });
}
