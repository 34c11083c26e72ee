//! The cards on home: made without opening their mini-apps.

use std::{collections::BTreeSet, sync::Arc};

use fingertip_locale::{Formatter, Messages, RegionNames, Words};
use fingertip_standard::{
    AppId, Capability, DepartmentId, LocalText, Manifest, RunningApp, widget::Widget, words::Entry,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Which widget of which mini-app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WidgetPlace {
    /// Whose mini-app.
    pub department: DepartmentId,
    /// Which.
    pub app: AppId,
    /// Its widget.
    pub widget: String,
}

/// A widget that the person put on home, as it is kept. The order of the list is the order on home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWidget {
    /// Which.
    pub place: WidgetPlace,
    /// Its name, as last verified.
    pub names: LocalText,
    /// The entry that a press opens, as last verified.
    pub entry: String,
    /// Whether it is made from an answer that only the person may have.
    pub needs_sign_in: bool,
    /// How often it is refreshed.
    pub minutes: u32,
}

impl KeptWidget {
    /// The widget at `place`, as `manifest` declares it; none where it does not.
    pub(crate) fn declared(place: WidgetPlace, manifest: &Manifest) -> Option<Self> {
        let declared = manifest.widget(&place.widget)?;
        Some(Self {
            place,
            names: declared.names.clone(),
            entry: declared.entry.clone(),
            needs_sign_in: declared.operation.is_some(),
            minutes: declared.minutes,
        })
    }
}

/// A card as it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct WidgetCard {
    /// What it says; its words are numbered.
    pub card: Widget,
    /// Since when it is so.
    pub as_of: Timestamp,
    pub(crate) entries: Arc<[Entry]>,
    pub(crate) messages: Arc<Messages>,
}

impl WidgetCard {
    pub(crate) fn new(card: Widget, messages: Arc<Messages>, as_of: Timestamp) -> Self {
        Self { entries: card.words.clone().into(), card, as_of, messages }
    }

    /// Its words, in the language of `format`.
    #[must_use]
    pub fn words(&self, format: Formatter, regions: RegionNames) -> Words {
        Words::new(self.entries.clone(), self.messages.clone(), format, regions)
    }
}

/// A widget on home.
#[derive(Debug, Clone, PartialEq)]
pub struct HomeWidget {
    /// What is kept of it.
    pub kept: KeptWidget,
    /// The card; none where there is nothing to show, or not yet.
    pub card: Option<Arc<WidgetCard>>,
    /// When it is to be made again; none means now.
    pub(crate) due_at: Option<Timestamp>,
    pub(crate) is_under_way: bool,
    /// Whether something happened, while it was under way, that it may have to show.
    pub(crate) is_touched: bool,
}

impl HomeWidget {
    /// A widget that is to be made now.
    pub(crate) fn new(kept: KeptWidget) -> Self {
        Self { kept, card: None, due_at: None, is_under_way: false, is_touched: false }
    }

    /// A widget as it was kept: due when its card has been old enough, also where the program was not running meanwhile.
    pub(crate) fn restored(kept: KeptWidget, card: Option<WidgetCard>, now: Timestamp) -> Self {
        let minutes = SignedDuration::from_mins(kept.minutes.into());
        // A clock that was put back must not keep a card for ever.
        let due_at = card.as_ref().and_then(|card| card.as_of.min(now).checked_add(minutes).ok());
        Self { card: card.map(Arc::new), due_at, ..Self::new(kept) }
    }
}

/// A widget's mini-app that was verified, so that its request can be judged.
#[derive(Debug)]
pub struct OpenedWidget {
    /// Its verified identity.
    pub running: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
}

/// What came of making a card.
#[derive(Debug)]
pub enum WidgetOutcome {
    /// The card.
    Shown(WidgetCard),
    /// There is nothing to show.
    Nothing,
    /// What it is made from cannot be had now; the card from before stands.
    Later,
    /// It cannot be made; the log says why.
    Failed,
}
