//! Decisions that only the person can take.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_broker::Question;
use fingertip_host::{Destination, Paper, Reminding, Sheet as Held, SheetContent, SheetId};
use fingertip_presentation::Invitation;
use fingertip_standard::{
    ClaimName, RegionCode,
    events::File,
    requests::{Call, CaseDraft, Payment},
    words::Entry,
};
use jiff::{SignedDuration, Timestamp};

use crate::{
    areas::{
        presentation::model::Presenting,
        session::model::{GraveAct, Limit, Proving},
    },
    fault::ShownFault,
};

/// How long a sheet takes no yes after it has come up, or shows something else.
const SETTLES: SignedDuration = SignedDuration::from_millis(500);

/// Whether a finger may have been on its way when the sheet came up, or changed, at `since`: it meant something else. Saying no is never too
/// early.
pub(crate) fn settles(since: Timestamp, now: Timestamp) -> bool {
    now >= since && now.duration_since(since) < SETTLES
}

/// A decision that only the person can take, shown over everything else. Those that a mini-app asks for are the host's: each is
/// answered by its name, and agreeing does exactly what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Sign in to go on.
    SignIn {
        /// What went wrong with the last try.
        fault: Option<ShownFault>,
    },
    /// Show anew who one is, before something grave is done.
    StepUp {
        /// What is done then.
        act: GraveAct,
        /// How far the person is.
        proving: Proving,
        /// What went wrong with the last try.
        fault: Option<ShownFault>,
    },
    /// The session ends soon: stay, or not.
    SessionEnds {
        /// Why.
        limit: Limit,
        /// In how many seconds.
        seconds: i64,
    },
    /// Show something to a service outside.
    Present {
        /// Which showing.
        number: u64,
        /// What led to it.
        invitation: Invitation,
        /// How far it is.
        presenting: Presenting,
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
    /// Tell where the person lives.
    Region {
        /// Its name.
        id: SheetId,
        /// The question.
        question: Question,
        /// The region; none where it is not known.
        region: Option<RegionCode>,
    },
    /// Show documents.
    Documents {
        /// Its name.
        id: SheetId,
        /// The documents, each with whether the person ticked it.
        papers: Vec<(Paper, bool)>,
    },
    /// Take a document into the records.
    Offer {
        /// Its name.
        id: SheetId,
        /// The document; who signed it is checked when it is taken.
        paper: Paper,
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
        /// The facts that go with it.
        claims: BTreeMap<ClaimName, String>,
        /// The files that go with it.
        files: Vec<File>,
    },
    /// Call an operation that changes something, for which nobody has pressed a button just now.
    Change {
        /// Its name.
        id: SheetId,
        /// The operation, with what it is told.
        call: Call,
    },
    /// Sign a text.
    Sign {
        /// Its name.
        id: SheetId,
        /// The text, word for word.
        text: String,
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
    /// Give a text to another program.
    Share {
        /// Its name.
        id: SheetId,
        /// The text, as it goes.
        text: String,
    },
    /// Be reminded.
    Remind {
        /// Its name.
        id: SheetId,
        /// Of what, and when.
        reminder: Reminding,
    },
    /// Give a code.
    Scan {
        /// Its name.
        id: SheetId,
        /// How far it is.
        scanning: Scanning,
    },
}

/// How far giving a code is.
#[derive(Debug, Clone, PartialEq)]
pub enum Scanning {
    /// Nothing was given.
    Waiting,
    /// A photo or file is being read.
    Reading,
    /// It has none that can be read, or more than a code may say.
    Failed(ShownFault),
    /// What it says: it goes when the person agrees.
    Given(String),
}

impl Scanning {
    fn given(code: Option<String>) -> Self {
        code.map_or(Self::Waiting, Self::Given)
    }
}

impl Sheet {
    /// What is shown of the host's.
    pub(crate) fn of(held: Held) -> Self {
        let Held { id, question, content, words, .. } = held;
        match content {
            SheetContent::Consent { values } => Self::Consent { id, question, values },
            SheetContent::Region { region } => Self::Region { id, question, region },
            SheetContent::Documents { papers } => Self::Documents { id, papers },
            SheetContent::Offer { paper } => Self::Offer { id, paper },
            SheetContent::Change { call } => Self::Change { id, call },
            SheetContent::Sign { text } => Self::Sign { id, text },
            SheetContent::Open { destination } => Self::Open { id, destination },
            SheetContent::HandIn { draft, claims, files } => Self::HandIn { id, draft, claims, files },
            SheetContent::Payment { payment } => Self::Payment { id, payment, words },
            SheetContent::Share { text } => Self::Share { id, text },
            SheetContent::Remind { reminder } => Self::Remind { id, reminder },
            SheetContent::Scan { code } => Self::Scan { id, scanning: Scanning::given(code) },
        }
    }

    /// Its name, where a mini-app asks.
    #[must_use]
    pub fn id(&self) -> Option<SheetId> {
        match self {
            Self::SignIn { .. } | Self::StepUp { .. } | Self::SessionEnds { .. } | Self::Present { .. } => {
                None
            }
            Self::Consent { id, .. }
            | Self::Region { id, .. }
            | Self::Documents { id, .. }
            | Self::Offer { id, .. }
            | Self::Change { id, .. }
            | Self::Sign { id, .. }
            | Self::Open { id, .. }
            | Self::HandIn { id, .. }
            | Self::Payment { id, .. }
            | Self::Share { id, .. }
            | Self::Remind { id, .. }
            | Self::Scan { id, .. } => Some(*id),
        }
    }
}
