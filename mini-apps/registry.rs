//! The demo's mini-apps, once: whoever builds, publishes or tests them includes this file.

/// Those in Rust: the folder below `mini-apps/` and the name of its package.
pub const MINI_APPS: [(&str, &str); 4] = [
    ("government-services/gallery", "gallery"),
    ("human-resources/social-security-card", "social-security-card"),
    ("taxation/income-tax", "income-tax"),
    ("transport/bus-card", "bus-card"),
];

/// Those in JavaScript: the folder below `mini-apps/` and the name of the script.
pub const SCRIPTS: [(&str, &str); 1] = [("utilities/household-bills", "household-bills")];
