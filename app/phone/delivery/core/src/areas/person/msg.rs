//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_standard::{RegionCode, events::Display};

use crate::areas::person::model::{Contrast, Scheme};

/// What the person chose.
#[derive(Debug)]
pub enum PersonMsg {
    /// The person chose a language.
    ChoseLanguage(String),
    /// The person chose a region.
    ChoseRegion(RegionCode),
    /// The person chose how things are shown.
    ChoseDisplay(Display),
    /// The person chose light or dark, or to follow the device.
    ChoseScheme(Option<Scheme>),
    /// The person chose how strong contrasts are.
    ChoseContrast(Option<Contrast>),
    /// The person chose a size of text in percent of the device's own, or the display's own.
    ChoseTextSize(Option<u16>),
    /// The person chose whether messages are said in simple words.
    ChoseSimpleWords(bool),
    /// The person chose whether they want what every region offers on this device.
    ChoseWholeNation(bool),
    /// The person is through the first start.
    FinishedFirstStart,
    /// The person went to a place in the shell.
    WentTo(String),
}
