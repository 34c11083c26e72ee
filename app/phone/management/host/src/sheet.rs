//! A decision that only the person can take.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_broker::Question;
use fingertip_standard::{
    ClaimName, RegionCode,
    events::File,
    requests::{Call, CaseDraft, Payment, Wish},
    words::Entry,
};
use jiff::Timestamp;

use crate::{Destination, Paper, RequestNumber};

/// Names one sheet of one opening; an answer to a sheet that is gone finds none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetId(pub u32);

/// What a sheet shows.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetContent {
    /// What would be shared, each fact with its value where it is known.
    Consent {
        /// The facts.
        values: Vec<(ClaimName, Option<String>)>,
    },
    /// Where the person lives.
    Region {
        /// The region; none where it is not known.
        region: Option<RegionCode>,
    },
    /// Documents, each with whether the person ticked it. None is ticked by anybody else.
    Documents {
        /// All that the person has of the kinds that are asked for.
        papers: Vec<(Paper, bool)>,
    },
    /// A document that the department puts into the person's records.
    Offer {
        /// The document.
        paper: Paper,
    },
    /// Another mini-app, or a page of the web.
    Open {
        /// Where the person would go.
        destination: Destination,
    },
    /// A case that nobody has pressed a button for just now.
    HandIn {
        /// The case.
        draft: Box<CaseDraft>,
        /// The facts that go with it.
        claims: BTreeMap<ClaimName, String>,
        /// The files that go with it.
        files: Vec<File>,
    },
    /// An operation that changes something, for which nobody has pressed a button just now.
    Change {
        /// The operation with what it is told.
        call: Call,
    },
    /// A bill.
    Payment {
        /// The bill.
        payment: Payment,
    },
    /// A text that the person signs.
    Sign {
        /// The text, word for word.
        text: String,
    },
    /// A text that goes to another program, which the person chooses.
    Share {
        /// The text, as it goes.
        text: String,
    },
    /// Something that the person will be reminded of.
    Remind {
        /// What, and when.
        reminder: Reminding,
    },
    /// A code that the person gives.
    Scan {
        /// What it says; none until it was read.
        code: Option<String>,
    },
}

/// Something that the person will be reminded of, in their words of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminding {
    /// When.
    pub at: Timestamp,
    /// What it says.
    pub title: String,
    /// More of it.
    pub detail: Option<String>,
    /// The entry that it opens.
    pub opens: String,
}

impl SheetContent {
    /// Whether both show the same, whatever is ticked or was read.
    pub(crate) fn shows_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Documents { papers: own }, Self::Documents { papers: others }) => {
                own.iter().map(|(paper, _)| paper).eq(others.iter().map(|(paper, _)| paper))
            }
            (Self::Scan { .. }, Self::Scan { .. }) => true,
            _ => self == other,
        }
    }

    /// The signed documents that the person ticked.
    pub(crate) fn ticked(&self) -> Vec<String> {
        let Self::Documents { papers } = self else { return Vec::new() };
        papers.iter().filter(|(_, is_ticked)| *is_ticked).map(|(paper, _)| paper.jws.clone()).collect()
    }

    /// Whether there is nothing in it to agree to: documents of which none is ticked, a code that was not read.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Documents { papers } => {
                !papers.is_empty() && !papers.iter().any(|(_, is_ticked)| *is_ticked)
            }
            Self::Scan { code } => code.is_none(),
            _ => false,
        }
    }
}

/// A sheet with the wish that it shows: agreeing does exactly that.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub id: SheetId,
    /// The request that waits for it.
    pub request: RequestNumber,
    /// What the person is asked, as the broker says.
    pub question: Question,
    /// What it shows.
    pub content: SheetContent,
    /// The words that it names.
    pub words: Arc<[Entry]>,
    pub(crate) wish: Wish,
}

impl Sheet {
    /// What is done when the person agrees.
    #[must_use]
    pub fn wish(&self) -> &Wish {
        &self.wish
    }
}
