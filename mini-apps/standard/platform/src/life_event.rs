//! What happens in a life, and the services that then are needed, in order (CPSV-AP 3.2, `cv:LifeEvent`; in China 一件事).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{LifeEventId, LocalText, ServiceId};

use crate::JointService;

/// What happened. Closed, so that each has a drawing in the shell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// A child is born.
    Birth,
    /// A child goes to school.
    School,
    /// Somebody begins or loses work.
    Work,
    /// Two people marry.
    Marriage,
    /// Somebody finds a home.
    Home,
    /// Somebody moves to another region.
    Moving,
    /// Somebody is ill or hurt.
    Illness,
    /// Somebody grows old.
    Retirement,
    /// Somebody has died.
    Bereavement,
    /// Somebody founds a business.
    Business,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl Occasion {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Birth,
        Self::School,
        Self::Work,
        Self::Marriage,
        Self::Home,
        Self::Moving,
        Self::Illness,
        Self::Retirement,
        Self::Bereavement,
        Self::Business,
    ];
}

/// A life event: one thing to the person, services of several departments behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LifeEvent {
    /// Its id in the catalogue.
    pub id: LifeEventId,
    /// Its name: "A child is born".
    pub name: LocalText,
    /// What there is to do, in a sentence.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub summary: LocalText,
    /// Which drawing stands on it.
    pub occasion: Occasion,
    /// The services, in the order in which they are best done.
    pub services: Vec<ServiceId>,
    /// How all of it is asked for with one form, where it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<JointService>,
}
