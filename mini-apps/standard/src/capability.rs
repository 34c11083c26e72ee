//! The capability table: everything a mini-app can ask for, in one place. The broker's code, the manifest's schema
//! and the published documentation are all made from [`TABLE`]; a test shows that no kind of request escapes it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::requests::Wish;

/// A right that a manifest asks for, the store grants and the person agrees to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Facts about the person from their identity session.
    Claims,
    /// Operations of the department's own backend.
    Call,
    /// Handing in a case.
    SubmitCase,
    /// Being told when a case moves.
    WatchCase,
    /// Documents from the person's records.
    ReadDocuments,
    /// Putting a document into the person's records.
    OfferDocument,
    /// A small store on this device for this mini-app alone.
    Storage,
    /// The region that the person is in.
    Locate,
    /// Reading a code with the camera.
    Scan,
    /// Paying a bill in the shell's sheet.
    Pay,
    /// Signing what the shell shows.
    Sign,
    /// Handing a text to another program.
    Share,
    /// Opening another mini-app.
    Open,
    /// Reminding the person later.
    Remind,
    /// Closing itself.
    Close,
}

/// When the person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Never: nothing leaves the person's hands by it, or the person's own act (submit) is the consent.
    Never,
    /// Once for each purpose; kept until revoked.
    OncePerPurpose,
    /// Each time.
    EachTime,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The right.
    pub capability: Capability,
    /// Its name in a manifest.
    pub id: &'static str,
    /// The request that uses it, as the WIT names it.
    pub wish: &'static str,
    /// When the person is asked.
    pub consent: Consent,
    /// Whether the person must be signed in.
    pub needs_sign_in: bool,
    /// Whether a manifest must ask for it.
    pub needs_manifest: bool,
    /// What it is for, for the published documentation.
    pub meaning: &'static str,
}

const fn row(
    capability: Capability,
    id: &'static str,
    wish: &'static str,
    consent: Consent,
    needs_sign_in: bool,
    meaning: &'static str,
) -> Row {
    Row { capability, id, wish, consent, needs_sign_in, needs_manifest: true, meaning }
}

/// Every capability, in the order of [`Capability`].
pub const TABLE: [Row; 16] = [
    row(
        Capability::Claims,
        "claims",
        "claims",
        Consent::OncePerPurpose,
        true,
        "Facts about the person, each for a stated purpose.",
    ),
    row(
        Capability::Call,
        "call",
        "call",
        Consent::Never,
        true,
        "A registered operation of the department's own backend.",
    ),
    row(
        Capability::SubmitCase,
        "submit-case",
        "submit-case",
        Consent::Never,
        true,
        "Hands in what the person has checked and submitted.",
    ),
    row(
        Capability::WatchCase,
        "watch-case",
        "watch-case",
        Consent::Never,
        true,
        "Tells the mini-app when one of its own cases moves.",
    ),
    row(
        Capability::ReadDocuments,
        "read-documents",
        "read-documents",
        Consent::EachTime,
        true,
        "Documents from the person's records, chosen by the person.",
    ),
    row(
        Capability::OfferDocument,
        "offer-document",
        "offer-document",
        Consent::EachTime,
        true,
        "Puts a document that the department issued into the person's records.",
    ),
    row(
        Capability::Storage,
        "storage",
        "store",
        Consent::Never,
        false,
        "Keeps a value on this device for this mini-app and person.",
    ),
    row(
        Capability::Storage,
        "storage",
        "fetch",
        Consent::Never,
        false,
        "Reads a value that this mini-app kept.",
    ),
    row(
        Capability::Locate,
        "locate",
        "locate",
        Consent::OncePerPurpose,
        false,
        "The region that the person is in, never finer.",
    ),
    row(
        Capability::Scan,
        "scan",
        "scan-code",
        Consent::EachTime,
        false,
        "Reads one code with the camera in the shell's sheet.",
    ),
    row(Capability::Pay, "pay", "pay", Consent::EachTime, true, "Pays a bill in the shell's sheet."),
    row(
        Capability::Sign,
        "sign",
        "sign",
        Consent::EachTime,
        true,
        "Signs a text that the shell shows word for word.",
    ),
    row(
        Capability::Share,
        "share",
        "share",
        Consent::EachTime,
        false,
        "Hands a text to another program that the person chooses.",
    ),
    row(Capability::Open, "open", "open", Consent::EachTime, false, "Opens an entry of another mini-app."),
    row(
        Capability::Remind,
        "remind",
        "remind",
        Consent::OncePerPurpose,
        false,
        "Shows a reminder at a time.",
    ),
    Row {
        capability: Capability::Close,
        id: "close",
        wish: "close",
        consent: Consent::Never,
        needs_sign_in: false,
        needs_manifest: false,
        meaning: "Closes the mini-app.",
    },
];

impl Capability {
    /// The capability that `wish` uses.
    #[must_use]
    pub fn of(wish: &Wish) -> Self {
        match wish {
            Wish::Claims(_) => Self::Claims,
            Wish::Call(_) => Self::Call,
            Wish::SubmitCase(_) => Self::SubmitCase,
            Wish::WatchCase(_) => Self::WatchCase,
            Wish::ReadDocuments(_) => Self::ReadDocuments,
            Wish::OfferDocument(_) => Self::OfferDocument,
            Wish::Store { .. } | Wish::Fetch(_) => Self::Storage,
            Wish::Locate => Self::Locate,
            Wish::ScanCode => Self::Scan,
            Wish::Pay(_) => Self::Pay,
            Wish::Sign(_) => Self::Sign,
            Wish::Share(_) => Self::Share,
            Wish::Open(_) => Self::Open,
            Wish::Remind(_) => Self::Remind,
            Wish::Close => Self::Close,
        }
    }

    /// Its row in the table. Capabilities with two requests have two rows that differ in the request alone.
    #[must_use]
    pub fn row(self) -> &'static Row {
        // Every capability has a row: shown by the test `the_table_is_whole`.
        TABLE.iter().find(|row| row.capability == self).unwrap_or(&TABLE[0])
    }

    /// The capability that a manifest names `id`.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.id == id).map(|row| row.capability)
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        for row in &TABLE {
            assert_eq!(serde_json::to_value(row.capability).expect("a name"), row.id);
            assert_eq!(Capability::named(row.id), Some(row.capability));
        }
        // The WIT is the list of requests: each case of its `wish` variant has exactly one row.
        let wit = include_str!("../wit/since-1.0/requests.wit");
        let variant = wit
            .split("variant wish {")
            .nth(1)
            .and_then(|rest| rest.split("\n    }").next())
            .expect("the variant");
        let cases: Vec<&str> = variant
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("///") && !line.is_empty())
            .map(|line| line.trim_end_matches(',').split('(').next().unwrap_or_default())
            .collect();
        assert_eq!(cases, TABLE.map(|row| row.wish));
    }
}
