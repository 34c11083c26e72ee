//! What happens in this area. Past tense: a message reports, `update` decides.

use crate::areas::cards::model::{OpenedWidget, WidgetOutcome, WidgetPlace};

/// The cards on home.
#[derive(Debug)]
pub enum CardsMsg {
    /// The person put a widget of the open mini-app on home.
    AddedWidget(String),
    /// The person took a widget off home.
    RemovedWidget(WidgetPlace),
    /// The person moved a widget on home towards the front, or towards the end.
    MovedWidget {
        /// Which.
        place: WidgetPlace,
        /// Whether towards the front.
        is_forward: bool,
    },
    /// The person pressed a card on home.
    OpenedWidget(WidgetPlace),
    /// A widget's mini-app was verified.
    WidgetOpened(WidgetPlace, Box<OpenedWidget>),
    /// A card was made, or not.
    WidgetMade(WidgetPlace, Box<WidgetOutcome>),
}
