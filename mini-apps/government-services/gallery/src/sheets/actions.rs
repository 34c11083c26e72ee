//! What can be pressed.

use fingertip_sdk::{Part, Tone};

use super::{Example::Section, Sheet};
use crate::view::{self, LinkRow};

pub(super) const SHEETS: [Sheet; 1] = [Sheet {
    key: "actions",
    title: "gallery-actions-title",
    parts: &[
        Section("gallery-buttons", buttons),
        Section("gallery-buttons-minor", minor_buttons),
        Section("gallery-buttons-final", final_button),
        Section("gallery-links", links),
        Section("gallery-elsewhere", elsewhere),
        Section("gallery-device", device),
    ],
}];

fn buttons(section: &mut Part<'_>) {
    section.primary("press-primary", "gallery-button-primary");
    section.secondary("press-secondary", "gallery-button-secondary");
}

fn minor_buttons(section: &mut Part<'_>) {
    section.secondary("press-long", "gallery-button-long");
    section.quiet("press-quiet", "gallery-button-quiet");
}

fn final_button(section: &mut Part<'_>) {
    section.destructive("press-destructive", "gallery-button-destructive", "gallery-button-confirm");
}

const LINKS: [LinkRow; 6] = [
    ("gallery-link-plain", None, Tone::Neutral),
    ("gallery-link-detail", Some("gallery-link-detail-more"), Tone::Information),
    ("gallery-link-success", Some("gallery-link-success-more"), Tone::Success),
    ("gallery-link-warning", Some("gallery-link-warning-more"), Tone::Warning),
    ("gallery-link-urgent", Some("gallery-link-urgent-more"), Tone::Urgent),
    ("gallery-link-long", Some("gallery-text-long"), Tone::Neutral),
];

fn links(section: &mut Part<'_>) {
    section.links("links", view::links("follow", &LINKS));
}

/// The shell asks first, and says where it leads.
fn elsewhere(section: &mut Part<'_>) {
    section.secondary("go-service", "gallery-go-service");
    section.secondary("go-web", "gallery-go-web");
}

/// What the device does, in sheets of the shell.
fn device(section: &mut Part<'_>) {
    section.secondary("share-text", "gallery-share");
    section.secondary("remind", "gallery-remind");
    section.secondary("scan", "gallery-scan");
}
