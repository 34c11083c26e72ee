//! What the bus card remembers.

use fingertip_sdk::{Awaiting, LocalText, Trouble};

/// The currency of the card.
pub const CURRENCY: &str = "CNY";

/// The amounts that a card can be topped up with, in fen, and their ids as answers.
pub const AMOUNTS: [(i64, &str); 3] = [(2_000, "2000"), (5_000, "5000"), (10_000, "10000")];

/// Where the person is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// The card with its balance and trips.
    #[default]
    Card,
    /// The trips on a page of their own, for the seniors display.
    Trips,
    /// How much to top up.
    TopUp,
    /// The bill.
    Bill,
    /// The card is topped up.
    ToppedUp,
    /// Looking for a line.
    Lines,
    /// The stops of a line and its next buses.
    Line,
}

impl Screen {
    /// Whether it shows the person's own card.
    pub(crate) fn is_of_card(self) -> bool {
        !matches!(self, Self::Lines | Self::Line)
    }
}

/// What a request was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The card.
    Card,
    /// The receipts that were kept.
    KeptReceipts,
    /// That the payment is made.
    Payment,
    /// That this receipt is added to the card.
    TopUp(String),
    /// The lines.
    Lines,
    /// The next buses of this line.
    NextBuses(String),
}

/// One trip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// The line.
    pub line: String,
    /// The fare in fen.
    pub minor: i64,
}

/// The person's card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Its number.
    pub number: String,
    /// What is on it, in fen.
    pub balance_minor: i64,
    /// The last trips, newest first.
    pub trips: Vec<Trip>,
}

/// What is to be paid. It lives until its receipt is there, so that a second attempt pays the same bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bill {
    /// Its reference, of which there is no second.
    pub reference: String,
    /// The amount in fen.
    pub minor: i64,
}

/// A line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// Its first stop.
    pub from: LocalText,
    /// Its last stop.
    pub to: LocalText,
}

/// A stop of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub name: LocalText,
    /// Minutes until the next buses.
    pub minutes: Vec<i64>,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Model {
    /// Where the person is.
    pub screen: Screen,
    /// Whether it was opened at the lines, so that there is no card to go back to.
    pub is_lines_alone: bool,
    /// A random number of this start, for the references of bills.
    pub seed: u64,
    /// How many bills were made so far.
    pub n_bills: u32,
    /// The card.
    pub card: Option<Card>,
    /// The bill that is not paid yet.
    pub bill: Option<Bill>,
    /// The reference of the bill that was paid last.
    pub paid_reference: String,
    /// Receipts of payments that are not on the card yet, oldest first.
    pub receipts: Vec<String>,
    /// Whether an earlier payment was added to the card just now.
    pub has_recovered: bool,
    /// Whether no amount was chosen.
    pub is_amount_missing: bool,
    /// The line that a link named and that is not opened yet.
    pub linked: Option<String>,
    /// What was looked for.
    pub query: String,
    /// The lines that were found; none before the first search.
    pub lines: Option<Vec<Line>>,
    /// The line that is shown.
    pub line: Line,
    /// Its stops; none until they are known.
    pub stops: Option<Vec<Stop>>,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// What to ask for again after signing in.
    pub retry: Option<Wanted>,
    /// The requests under way.
    pub awaiting: Awaiting<Wanted>,
}

impl Model {
    /// Whether a receipt is being added to the card.
    #[must_use]
    pub fn is_topping_up(&self) -> bool {
        self.receipts.iter().any(|receipt| self.awaiting.has(&Wanted::TopUp(receipt.clone())))
    }
}
