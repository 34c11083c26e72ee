//! Decisions that only the person can take.

use std::sync::Arc;

use fingertip_broker::Question;
use fingertip_host::{Destination, Sheet as Held, SheetContent, SheetId};
use fingertip_standard::{
    ClaimName,
    requests::{CaseDraft, Payment},
    words::Entry,
};

use crate::fault::ShownFault;

/// A decision that only the person can take, shown over everything else. Those that a mini-app asks for are the host's: each is
/// answered by its name, and agreeing does exactly what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Sign in to go on.
    SignIn {
        /// What went wrong with the last try.
        fault: Option<ShownFault>,
    },
    /// Agree to share.
    Consent {
        /// Its name.
        id: SheetId,
        /// The question.
        question: Question,
        /// Exactly what would be shared.
        values: Vec<(ClaimName, Option<String>)>,
    },
    /// Go to another mini-app, or to a page of the web.
    Open {
        /// Its name.
        id: SheetId,
        /// Where it wants to go.
        destination: Destination,
    },
    /// Hand a case in that nobody has pressed a button for just now.
    HandIn {
        /// Its name.
        id: SheetId,
        /// The case.
        draft: Box<CaseDraft>,
    },
    /// Pay.
    Payment {
        /// Its name.
        id: SheetId,
        /// The bill.
        payment: Payment,
        /// The words that the bill names.
        words: Arc<[Entry]>,
    },
}

impl Sheet {
    /// What is shown of the host's.
    pub(crate) fn of(held: Held) -> Self {
        let Held { id, question, content, words, .. } = held;
        match content {
            SheetContent::Consent { values } => Self::Consent { id, question, values },
            SheetContent::Open { destination } => Self::Open { id, destination },
            SheetContent::HandIn { draft } => Self::HandIn { id, draft },
            SheetContent::Payment { payment } => Self::Payment { id, payment, words },
        }
    }

    /// Its name, where a mini-app asks.
    #[must_use]
    pub fn id(&self) -> Option<SheetId> {
        match self {
            Self::SignIn { .. } => None,
            Self::Consent { id, .. }
            | Self::Open { id, .. }
            | Self::HandIn { id, .. }
            | Self::Payment { id, .. } => Some(*id),
        }
    }
}
