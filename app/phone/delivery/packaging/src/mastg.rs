//! The tests of OWASP's Mobile Application Security Testing Guide that can be answered without a phone, each with what answers it.

/// What answers a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// A rule of [`crate::RULES`], by its name.
    Rule(&'static str),
    /// A test elsewhere in the project: its file, and its name.
    Test(&'static str, &'static str),
    /// Nothing yet, and why.
    Open(&'static str),
}

/// Each test by its number in MASTG (<https://mas.owasp.org/MASTG/>), what it is about, and its answer.
pub const MASTG: &[(u16, &str, Check)] = &[
    (200, "files written to external storage", Check::Rule("no-shared-storage")),
    (201, "calls that reach external storage", Check::Rule("no-shared-storage")),
    (202, "permissions for external storage", Check::Rule("no-shared-storage")),
    (
        203,
        "what is logged while it runs",
        Check::Test("tests/tests/quiet_logs.rs", "no_log_of_any_level_holds_what_a_person_typed_or_was_told"),
    ),
    (216, "what a backup holds", Check::Rule("no-backup")),
    (226, "the debuggable flag", Check::Rule("not-debuggable")),
    (227, "debugging of web views", Check::Rule("not-debuggable")),
    (231, "calls that log", Check::Rule("no-log")),
    (233, "addresses without TLS", Check::Rule("no-cleartext")),
    (235, "configurations that allow cleartext", Check::Rule("no-cleartext")),
    (
        237,
        "cleartext in a framework across systems",
        Check::Test(
            "app/phone/infrastructure/platform-client/tests/client.rs",
            "no_token_goes_over_plain_http_or_to_another_origin",
        ),
    ),
    (250, "content providers in web views", Check::Rule("web-view")),
    (251, "content providers in web views, running", Check::Rule("web-view")),
    (252, "files in web views", Check::Rule("web-view")),
    (253, "files in web views, running", Check::Rule("web-view")),
    (254, "dangerous permissions", Check::Rule("permissions")),
    (255, "no more permissions than are needed", Check::Rule("permissions")),
    (
        258,
        "what a keyboard may remember",
        Check::Open(
            "inputs name what they are for and prose alone is spell-checked; a web view gives no way to keep a keyboard from learning",
        ),
    ),
    (261, "the debuggable entitlement", Check::Rule("not-debuggable")),
    (262, "backup rules", Check::Rule("no-backup")),
    (
        276,
        "the general pasteboard",
        Check::Open(
            "a page writes to the pasteboard where the person presses Copy, and only there; it cannot keep what it writes on this device",
        ),
    ),
    (277, "what is on the pasteboard", Check::Open("as 276")),
    (278, "a pasteboard that is not cleared", Check::Open("as 276")),
    (279, "a pasteboard that does not expire", Check::Open("as 276")),
    (280, "a pasteboard that other devices see", Check::Open("as 276")),
    (281, "tracking domains that are not declared", Check::Rule("privacy-manifest")),
    (282, "trust evaluations of one's own", Check::Rule("no-own-trust")),
    (284, "errors of TLS that a web view ignores", Check::Rule("no-own-trust")),
    (285, "versions that trust added authorities by themselves", Check::Rule("least-versions")),
    (286, "added authorities in the configuration", Check::Rule("no-added-authorities")),
    (291, "calls that keep the screen from pictures", Check::Rule("screen-can-be-secured")),
];
