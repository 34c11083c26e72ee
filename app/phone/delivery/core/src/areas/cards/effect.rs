//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_standard::{Disclosure, OperationId, events::Display};

use crate::areas::cards::model::{KeptWidget, WidgetPlace};

/// A card to be made, with all that the broker decided and the host adds.
#[derive(Debug, Clone, PartialEq)]
pub struct WidgetJob {
    /// Which.
    pub place: WidgetPlace,
    /// The operation to call first, allowed by the broker, with the ledger's line.
    pub call: Option<(OperationId, Option<Disclosure>)>,
    /// The stored values that the broker lets it read.
    pub stored: Vec<String>,
    /// The person's region.
    pub region: String,
    /// The person's language.
    pub language: String,
    /// The person's display mode.
    pub display: Display,
    /// Whether the person is signed in.
    pub is_signed_in: bool,
}

/// Everything that can be done.
#[derive(Debug)]
pub enum CardsEffect {
    /// Keep which widgets are on home, in their order.
    KeepWidgets(Vec<KeptWidget>),
    /// Forget the kept card of a widget, and what was verified to make it.
    ForgetCard(WidgetPlace),
    /// Verify a widget's mini-app.
    OpenWidget(WidgetPlace),
    /// Make a card.
    MakeWidget(Box<WidgetJob>),
}
