//! What a page is made of.

use fingertip_sdk::{Part, Tone};

use super::{
    Example::{Page, Section},
    Sheet,
};

pub(super) const SHEETS: [Sheet; 4] = [
    Sheet {
        key: "page-parts",
        title: "gallery-parts-title",
        parts: &[
            Section("gallery-section", texts),
            Section("gallery-unfolding", unfolding),
            Section("gallery-pictures", pictures),
        ],
    },
    Sheet { key: "notices", title: "gallery-notices-title", parts: &[Page(calm_notices)] },
    Sheet { key: "notice-success", title: "gallery-notice-success-title", parts: &[Page(success_notice)] },
    Sheet { key: "notices-loud", title: "gallery-notices-loud-title", parts: &[Page(loud_notices)] },
];

fn texts(section: &mut Part<'_>) {
    section.lead("gallery-section-lead");
    section.heading("gallery-heading");
    section.text("gallery-text");
    section.text("gallery-text-long");
}

fn unfolding(section: &mut Part<'_>) {
    section.details("gallery-details", |details| details.text("gallery-details-text"));
    section.tabs(
        "offices",
        &mut [
            ("gallery-tab-hours".into(), &mut |tab| tab.text("gallery-tab-hours-text")),
            ("gallery-tab-way".into(), &mut |tab| tab.text("gallery-tab-way-text")),
            ("gallery-tab-bring".into(), &mut |tab| tab.text("gallery-tab-bring-text")),
        ],
    );
}

fn pictures(section: &mut Part<'_>) {
    section.image("common/hall.svg", "gallery-picture-alternative");
    section.text("gallery-picture-text");
    section.image("common/ribbon.svg", "gallery-ribbon-alternative");
}

// Two notices a page at most: what stands out is what differs.

fn calm_notices(page: &mut Part<'_>) {
    page.notice(Tone::Neutral, "gallery-notice-neutral");
    page.titled_notice(Tone::Information, "gallery-notice-information-title", "gallery-notice-information");
}

fn success_notice(page: &mut Part<'_>) {
    page.notice(Tone::Success, "gallery-notice-success");
}

fn loud_notices(page: &mut Part<'_>) {
    page.titled_notice(Tone::Warning, "gallery-notice-warning-title", "gallery-notice-warning");
    page.titled_notice(Tone::Urgent, "gallery-notice-urgent-title", "gallery-notice-urgent");
}
