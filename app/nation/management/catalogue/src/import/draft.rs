//! What an importer has read, and on which line each of it stands.

use std::collections::{HashMap, HashSet};

use fingertip_contract::{Alert, BestBet, Catalogue, Department, LifeEvent, Region, Rejected, Service};
use fingertip_standard::ServiceId;

use crate::flaws::{Flaw, flaws};

/// A catalogue as it stands in a file, and what could not be read of it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    catalogue: Catalogue,
    /// By list and place in it.
    lines: LineNumbers,
    rejected: Vec<Rejected>,
}

/// An item of a catalogue.
#[derive(Debug)]
pub(super) enum Item {
    Region(Region),
    Department(Department),
    Service(Box<Service>),
    LifeEvent(Box<LifeEvent>),
    Alert(Box<Alert>),
    BestBet(BestBet),
    Synonyms(String),
}

impl Draft {
    /// Takes an item that stands on `line`; 0 where it stands on none.
    pub(super) fn take(&mut self, line: usize, item: Item) {
        fn push<T>(list: &mut Vec<T>, item: T) -> usize {
            list.push(item);
            list.len() - 1
        }
        let whole = &mut self.catalogue;
        let place = match item {
            Item::Region(item) => ("regions", push(&mut whole.regions, item)),
            Item::Department(item) => ("departments", push(&mut whole.departments, item)),
            Item::Service(item) => ("services", push(&mut whole.services, *item)),
            Item::LifeEvent(item) => ("life_events", push(&mut whole.life_events, *item)),
            Item::Alert(item) => ("alerts", push(&mut whole.alerts, *item)),
            Item::BestBet(item) => ("best_bets", push(&mut whole.best_bets, item)),
            Item::Synonyms(text) => {
                whole.synonyms = format!("{}\n{text}", whole.synonyms).trim().to_owned();
                return;
            }
        };
        self.lines.insert(place, line);
    }

    /// Says what could not be read.
    pub(super) fn reject(&mut self, line: usize, field: impl Into<String>, reason: impl Into<String>) {
        self.rejected.push(Rejected { line, field: field.into(), reason: reason.into() });
    }

    /// All of it, and everything that is wrong with it, in the order of the file.
    pub(super) fn judged(mut self) -> (Catalogue, Vec<Rejected>) {
        let found = flaws(&self.catalogue);
        self.add(&found);
        self.rejected.sort_by_key(|one| one.line);
        (self.catalogue, self.rejected)
    }

    /// All that could be read, whatever is wrong with it.
    pub(super) fn unjudged(self) -> (Catalogue, Vec<Rejected>) {
        (self.catalogue, self.rejected)
    }

    /// What is good of it, and everything that was left out.
    pub(super) fn sifted(mut self) -> (Catalogue, Vec<Rejected>) {
        // What names something that was left out is left out with it: there is less each time, so that this ends.
        loop {
            let found = flaws(&self.catalogue);
            if found.is_empty() {
                self.rejected.sort_by_key(|one| one.line);
                return (self.catalogue, self.rejected);
            }
            self.add(&found);
            self.leave_out(&found);
        }
    }

    fn add(&mut self, found: &[Flaw]) {
        for Flaw { list, idx, id, field, reason } in found {
            let line = self.lines.get(&(*list, *idx)).copied().unwrap_or_default();
            self.rejected.push(Rejected { line, field: field.clone(), reason: format!("{id} {reason}") });
        }
    }

    fn leave_out(&mut self, found: &[Flaw]) {
        let whole = &mut self.catalogue;
        let known: HashSet<ServiceId> = whole.services.iter().map(|service| service.id.clone()).collect();
        let mut gone = HashSet::new();
        for flaw in found {
            if !mend(whole, flaw, &known) {
                gone.insert((flaw.list, flaw.idx));
            }
        }
        self.leave_out_below(&mut gone);
        let whole = &mut self.catalogue;
        let old = std::mem::take(&mut self.lines);
        let mut sift = Sift { gone, old, new: HashMap::new() };
        sift.list("regions", &mut whole.regions);
        sift.list("departments", &mut whole.departments);
        sift.list("services", &mut whole.services);
        sift.list("life_events", &mut whole.life_events);
        sift.list("alerts", &mut whole.alerts);
        sift.list("best_bets", &mut whole.best_bets);
        self.lines = sift.new;
    }
}

impl Draft {
    /// A region goes with the one above it: a parent that is not in the file may be in another, one that was left out is in none.
    fn leave_out_below(&mut self, gone: &mut HashSet<(&'static str, usize)>) {
        let regions = &self.catalogue.regions;
        let left_out = |gone: &HashSet<_>| -> HashSet<_> {
            let out = regions.iter().enumerate().filter(|(idx, _)| gone.contains(&("regions", *idx)));
            out.map(|(_, region)| region.code.clone()).collect()
        };
        loop {
            let codes = left_out(gone);
            let below = regions.iter().enumerate().filter(|(idx, region)| {
                let is_below = region.parent.as_ref().is_some_and(|parent| codes.contains(parent));
                is_below && !gone.contains(&("regions", *idx))
            });
            let below: Vec<_> = below.collect();
            if below.is_empty() {
                return;
            }
            for (idx, region) in below {
                let line = self.lines.get(&("regions", idx)).copied().unwrap_or_default();
                let reason = format!("{} is below a region that was left out", region.code);
                self.rejected.push(Rejected { line, field: "parent".to_owned(), reason });
                gone.insert(("regions", idx));
            }
        }
    }
}

/// Takes from an item what makes it wrong, where it is still one without.
fn mend(whole: &mut Catalogue, flaw: &Flaw, known: &HashSet<ServiceId>) -> bool {
    let is_of_services = flaw.field.starts_with("services");
    match flaw.list {
        "life_events" => match whole.life_events.get_mut(flaw.idx) {
            Some(event) if flaw.field.starts_with("joint") => {
                event.joint = None;
                true
            }
            Some(event) if is_of_services => {
                event.services.retain(|service| known.contains(service));
                true
            }
            _ => false,
        },
        "best_bets" => match whole.best_bets.get_mut(flaw.idx) {
            Some(bet) if is_of_services => {
                bet.services.retain(|service| known.contains(service));
                !bet.services.is_empty()
            }
            _ => false,
        },
        _ => false,
    }
}

/// By list and place in it, the line.
type LineNumbers = HashMap<(&'static str, usize), usize>;

/// What goes, and the lines of what stays.
struct Sift {
    gone: HashSet<(&'static str, usize)>,
    old: LineNumbers,
    new: LineNumbers,
}

impl Sift {
    fn list<T>(&mut self, list: &'static str, items: &mut Vec<T>) {
        let (mut idx, mut n_kept) = (0, 0);
        items.retain(|_| {
            let place = (list, idx);
            idx += 1;
            if self.gone.contains(&place) {
                return false;
            }
            if let Some(line) = self.old.get(&place) {
                self.new.insert((list, n_kept), *line);
            }
            n_kept += 1;
            true
        });
    }
}
