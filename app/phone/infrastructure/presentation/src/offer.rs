//! What can be answered with what the person has, and what they chose of it (OpenID4VP 6.4).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::query::{ClaimQuery, CredentialQuery, Format, Query};

/// A credential that could be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its kind (`vct`).
    pub kind: String,
    /// What goes along whatever is chosen: the claims in the open.
    pub open: Map<String, Value>,
    /// What goes along when it is chosen.
    pub hidden: Map<String, Value>,
}

impl std::fmt::Debug for Candidate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Candidate").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A credential that answers a query, and which of its claims would be disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The candidate's place.
    pub candidate: usize,
    /// The claims that would be disclosed: what is asked for, and nothing else.
    pub claims: BTreeSet<String>,
}

/// A combination that is wanted, with those of its options that the person has everything for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedSet {
    /// The options, as ids of queries, in the asker's order; none in a set that need not be answered.
    pub options: Vec<Vec<String>>,
    /// Whether nothing is answered without one of them.
    pub is_required: bool,
}

/// What can be answered: never less than what is required.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What fits each query.
    pub fits: BTreeMap<String, Vec<Fit>>,
    /// In which combinations.
    pub sets: Vec<OfferedSet>,
}

/// What the person chose of an [`Offer`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of each set its option; none where the set is left out.
    pub options: Vec<Option<usize>>,
    /// Of each query the place of its [`Fit`]; the first where none is named.
    pub fits: BTreeMap<String, usize>,
}

/// One presentation that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// For which query.
    pub query: String,
    /// Of which candidate.
    pub candidate: usize,
    /// With which claims.
    pub claims: BTreeSet<String>,
}

impl Offer {
    /// What can be answered to `query` with `candidates`; none where something that is required is not there (6.4.2: then nothing is).
    #[must_use]
    pub fn of(query: &Query, candidates: &[Candidate]) -> Option<Self> {
        let fits: BTreeMap<String, Vec<Fit>> = query
            .credentials
            .iter()
            .map(|asked| (asked.id.clone(), fits(asked, candidates)))
            .filter(|(_, fits)| !fits.is_empty())
            .collect();
        let is_there = |option: &Vec<String>| option.iter().all(|id| fits.contains_key(id));
        let sets: Vec<OfferedSet> = if query.sets.is_empty() {
            let all: Vec<String> = query.credentials.iter().map(|asked| asked.id.clone()).collect();
            vec![OfferedSet { options: Some(all).filter(is_there).into_iter().collect(), is_required: true }]
        } else {
            let offered = |set: &crate::CredentialSet| OfferedSet {
                options: set.options.iter().filter(|option| is_there(option)).cloned().collect(),
                is_required: set.is_required,
            };
            query.sets.iter().map(offered).collect()
        };
        let lacks = sets.iter().any(|set| set.is_required && set.options.is_empty());
        // Where everything may be left out and nothing is there, there is nothing to agree to.
        let is_empty = sets.iter().all(|set| set.options.is_empty());
        (!lacks && !is_empty).then_some(Self { fits, sets })
    }

    /// What is chosen before the person has: the asker's first of what is required, and nothing else.
    #[must_use]
    pub fn least(&self) -> Selection {
        let options = self.sets.iter().map(|set| set.is_required.then_some(0)).collect();
        Selection { options, fits: BTreeMap::new() }
    }

    /// What goes when the person agrees to `chosen`; none where that leaves out what is required, names what is not there, or is nothing.
    #[must_use]
    pub fn picks(&self, chosen: &Selection) -> Option<Vec<Pick>> {
        if chosen.options.len() != self.sets.len() {
            return None;
        }
        let mut ids = BTreeSet::new();
        for (set, option) in self.sets.iter().zip(&chosen.options) {
            match option {
                Some(option) => ids.extend(set.options.get(*option)?),
                None if set.is_required => return None,
                None => {}
            }
        }
        let pick = |id: &String| {
            let place = chosen.fits.get(id).copied().unwrap_or_default();
            let Fit { candidate, claims } = self.fits.get(id)?.get(place)?.clone();
            Some(Pick { query: id.clone(), candidate, claims })
        };
        let picks: Vec<Pick> = ids.into_iter().map(pick).collect::<Option<_>>()?;
        (!picks.is_empty()).then_some(picks)
    }
}

fn fits(asked: &CredentialQuery, candidates: &[Candidate]) -> Vec<Fit> {
    if asked.format == Format::Other || asked.has_authorities {
        return Vec::new();
    }
    let of_kind = candidates.iter().enumerate().filter(|(_, one)| asked.kinds.contains(&one.kind));
    of_kind.filter_map(|(candidate, one)| Some(Fit { candidate, claims: claims(asked, one)? })).collect()
}

/// The hidden claims that answer `asked`; none where `candidate` does not (6.4.1).
fn claims(asked: &CredentialQuery, candidate: &Candidate) -> Option<BTreeSet<String>> {
    let answered = |claim: &ClaimQuery| is_answered(claim, candidate);
    let chosen: Vec<&ClaimQuery> = if asked.claim_sets.is_empty() {
        asked.claims.iter().collect()
    } else {
        let named =
            |set: &Vec<usize>| set.iter().map(|place| asked.claims.get(*place)).collect::<Option<Vec<_>>>();
        let sets = asked.claim_sets.iter().filter_map(named);
        sets.into_iter().find(|set| set.iter().all(|claim| answered(claim)))?
    };
    if !chosen.iter().all(|claim| answered(claim)) {
        return None;
    }
    let names = chosen.iter().map(|claim| claim.path.claim());
    Some(names.filter(|name| candidate.hidden.contains_key(*name)).map(str::to_owned).collect())
}

/// Whether the claim is there, and one of the values that it has to be: of several that a path selects, every one.
fn is_answered(claim: &ClaimQuery, candidate: &Candidate) -> bool {
    // What is in the open has no second value (RFC 9901, 7.1).
    let within =
        if candidate.open.contains_key(claim.path.claim()) { &candidate.open } else { &candidate.hidden };
    let Some(found) = claim.path.select(within) else { return false };
    claim.values.as_ref().is_none_or(|values| found.iter().all(|found| values.contains(found)))
}

#[cfg(test)]
mod tests;
