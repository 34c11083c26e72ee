//! What a page is made of.

use fingertip_sdk::{Part, Tone};

use super::Sheet;

pub(super) const SHEETS: [Sheet; 2] = [
    Sheet { key: "page-parts", title: "gallery-parts-title", parts: &[texts, unfolding, pictures] },
    Sheet { key: "notices", title: "gallery-notices-title", parts: &[calm_notices, loud_notices] },
];

fn texts(page: &mut Part<'_>) {
    page.section("gallery-section", |section| {
        section.lead("gallery-section-lead");
        section.heading("gallery-heading");
        section.text("gallery-text");
        section.text("gallery-text-long");
    });
}

fn unfolding(page: &mut Part<'_>) {
    page.section("gallery-unfolding", |section| {
        section.details("gallery-details", |details| details.text("gallery-details-text"));
        section.tabs(
            "offices",
            &mut [
                ("gallery-tab-hours".into(), &mut |tab| tab.text("gallery-tab-hours-text")),
                ("gallery-tab-way".into(), &mut |tab| tab.text("gallery-tab-way-text")),
                ("gallery-tab-bring".into(), &mut |tab| tab.text("gallery-tab-bring-text")),
            ],
        );
    });
}

fn pictures(page: &mut Part<'_>) {
    page.section("gallery-pictures", |section| {
        section.image("common/hall.svg", "gallery-picture-alternative");
        section.text("gallery-picture-text");
        section.decoration("common/ribbon.svg");
    });
}

fn calm_notices(page: &mut Part<'_>) {
    page.notice(Tone::Neutral, "gallery-notice-neutral");
    page.titled_notice(Tone::Information, "gallery-notice-information-title", "gallery-notice-information");
    page.notice(Tone::Success, "gallery-notice-success");
}

fn loud_notices(page: &mut Part<'_>) {
    page.titled_notice(Tone::Warning, "gallery-notice-warning-title", "gallery-notice-warning");
    page.titled_notice(Tone::Urgent, "gallery-notice-urgent-title", "gallery-notice-urgent");
}
