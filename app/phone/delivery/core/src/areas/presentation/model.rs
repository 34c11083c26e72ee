//! What somebody asks to be shown, and what the person chose of it.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_presentation::{Offer, Selection};
use fingertip_standard::{DepartmentId, LocalText};
use jiff::Timestamp;
use serde_json::Value;

/// The fact that tells people apart for life.
const ID_NUMBER: &str = "id-number";

/// How far a showing is.
#[derive(Debug, Clone, PartialEq)]
pub enum Presenting {
    /// Who asks, and for what, is being found out.
    Looking,
    /// What they ask for is not there.
    Nothing(Asker),
    /// The person decides.
    Asked(Box<AskedToShow>),
    /// It is on its way.
    Sending(Asker),
}

/// Who asks: a department that signed its request, and the host to which the answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// The department.
    pub department: DepartmentId,
    /// The host, as it is sent over the network.
    pub host: String,
}

/// Something that could be shown.
#[derive(Clone, PartialEq)]
pub struct PaperToShow {
    /// What its issuer calls it.
    pub title: LocalText,
    /// Who vouches for it.
    pub issuer: LocalText,
    /// What it says, each shown or not.
    pub claims: BTreeMap<String, Value>,
}

impl std::fmt::Debug for PaperToShow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PaperToShow").field("title", &self.title).finish_non_exhaustive()
    }
}

/// What would go, and what could go instead.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedToShow {
    /// Who asks.
    pub asker: Asker,
    /// What could be shown.
    pub papers: Vec<PaperToShow>,
    /// What answers the request.
    pub offer: Offer,
    /// What the person chose of it.
    pub chosen: Selection,
    /// Since when it is on the screen.
    pub(crate) since: Timestamp,
}

/// What goes of one paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Going {
    /// The paper's place in [`AskedToShow::papers`].
    pub paper: usize,
    /// Those of its claims that go.
    pub claims: BTreeSet<String>,
}

impl AskedToShow {
    /// What can be answered, with the least that will do chosen.
    #[must_use]
    pub fn new(asker: Asker, papers: Vec<PaperToShow>, offer: Offer, since: Timestamp) -> Self {
        let chosen = offer.least();
        Self { asker, papers, offer, chosen, since }
    }

    /// What goes when the person agrees now, paper by paper; nothing where nothing that is asked for is chosen.
    #[must_use]
    pub fn going(&self) -> Vec<Going> {
        let mut papers: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for pick in self.offer.picks(&self.chosen).unwrap_or_default() {
            papers.entry(pick.candidate).or_default().extend(pick.claims);
        }
        papers.into_iter().map(|(paper, claims)| Going { paper, claims }).collect()
    }

    /// What one of several answers would show: of each paper what it is called, and the names of its claims.
    #[must_use]
    pub fn option(&self, set: usize, option: usize) -> Vec<Going> {
        let only = |place: usize| {
            if place == set { Some(option) } else { self.chosen.options.get(place).copied()? }
        };
        let options = (0..self.offer.sets.len()).map(only).collect();
        let instead = Self { chosen: Selection { options, ..self.chosen.clone() }, ..self.clone() };
        let named =
            self.offer.sets.get(set).and_then(|set| set.options.get(option)).cloned().unwrap_or_default();
        let picks = instead.offer.picks(&instead.chosen).unwrap_or_default();
        let own = picks.into_iter().filter(|pick| named.contains(&pick.query));
        own.map(|pick| Going { paper: pick.candidate, claims: pick.claims }).collect()
    }

    /// Whether it tells what a person is asked for anew before it is told.
    pub(crate) fn is_grave(&self) -> bool {
        self.going().iter().any(|going| going.claims.contains(ID_NUMBER))
    }
}

/// What came of looking at a request.
#[derive(Debug)]
pub enum Found {
    /// It can be answered.
    Offer(Box<AskedToShow>),
    /// It cannot be answered with what is here.
    Nothing(Asker),
}
