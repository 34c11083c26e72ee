//! A decision that only the person can take.

use std::sync::Arc;

use fingertip_broker::Question;
use fingertip_standard::{
    ClaimName,
    requests::{CaseDraft, Payment, Wish},
    words::Entry,
};

use crate::{Destination, RequestNumber};

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
    /// Another mini-app, or a page of the web.
    Open {
        /// Where the person would go.
        destination: Destination,
    },
    /// A case that nobody has pressed a button for just now.
    HandIn {
        /// The case.
        draft: Box<CaseDraft>,
    },
    /// A bill.
    Payment {
        /// The bill.
        payment: Payment,
    },
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
