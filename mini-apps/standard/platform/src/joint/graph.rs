//! Which departments do what after what.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{ClaimName, LocalText, RegionCode, ServiceId};

use super::{JointCondition, JointField, JointSection};
use crate::{Catalogue, Service};

/// A life event as one case: one form, and the steps that departments do with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointService {
    /// Who may ask for it, and what to have at hand, in a sentence or two.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub guide: LocalText,
    /// The one form, in the order in which it is filled in.
    pub sections: Vec<JointSection>,
    /// The departments' steps, in the order in which they are read; [`JointStep::depends_on`] says which waits for which.
    pub steps: Vec<JointStep>,
}

/// What one department does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointStep {
    /// Its id, of no other step of the life event: one lower-case label.
    pub id: String,
    /// Its service. Where the same is done by another department in each region: all of these services; that one is taken which reaches the
    /// step's place, the nearest of several (see [`JointService::service_of`]).
    pub services: Vec<ServiceId>,
    /// Where it is done.
    pub place: JointPlace,
    /// The region, where [`place`](Self::place) is [`JointPlace::Fixed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// The steps that have to be decided in the person's favour before it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// It is done only where this holds; else it is left out, and what depends on it goes on without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<JointCondition>,
    /// Which answers of the form its department is given, and which files: ids of fields. It is given no others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// Which facts of the person it needs proven.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<ClaimName>,
    /// Which kind of document comes of it, as [`crate::Document::kind`] names it; none where none does, or none that another step takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives: Option<String>,
    /// Which documents of earlier steps it takes, by their kinds: the platform hands them on, and nobody is asked for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes: Vec<String>,
    /// What the department's own form asks of a person who comes for this service alone, beside proven facts: names of fields, those of
    /// [`answers`](Self::answers) among them. For the comparison alone ([`JointService::effort`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_fields: Vec<String>,
    /// Which documents a person then brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_documents: Vec<String>,
}

/// Where a step is done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JointPlace {
    /// Where the person lives.
    Home,
    /// Where the person moves to.
    Destination,
    /// Always in the same region.
    Fixed,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl JointService {
    /// The most steps of a life event.
    pub const MOST_STEPS: usize = 32;

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&JointStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The fields of all sections, in their order.
    pub fn fields(&self) -> impl Iterator<Item = &JointField> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&JointField> {
        self.fields().find(|field| field.id == id)
    }

    /// Whether the person has to say where they move to.
    #[must_use]
    pub fn needs_destination(&self) -> bool {
        self.steps.iter().any(|step| step.place == JointPlace::Destination)
    }

    /// The steps that are done with these `answers`.
    pub fn steps_for(&self, answers: &BTreeMap<String, String>) -> impl Iterator<Item = &JointStep> {
        self.steps.iter().filter(move |step| step.only_if.as_ref().is_none_or(|only| only.holds(answers)))
    }

    /// The facts that have to be proven with these `answers`: exactly these are claimed when it is handed in.
    #[must_use]
    pub fn facts_for(&self, answers: &BTreeMap<String, String>) -> BTreeSet<ClaimName> {
        self.steps_for(answers).flat_map(|step| step.facts.iter().cloned()).collect()
    }

    /// The steps that have to be decided before `step`, directly or by way of others.
    #[must_use]
    pub fn before<'a>(&'a self, step: &'a JointStep) -> BTreeSet<&'a str> {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = step.depends_on.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            if found.insert(id)
                && let Some(step) = self.step(id)
            {
                open.extend(step.depends_on.iter().map(String::as_str));
            }
        }
        found
    }

    /// Where `step` is done by a person who lives in `home` and moves to `destination`; none where they have not said.
    #[must_use]
    pub fn region_of<'a>(
        &self,
        step: &'a JointStep,
        home: &'a RegionCode,
        destination: Option<&'a RegionCode>,
    ) -> Option<&'a RegionCode> {
        match step.place {
            JointPlace::Home => Some(home),
            JointPlace::Destination => destination,
            JointPlace::Fixed => step.region.as_ref(),
            JointPlace::Unknown(_) => None,
        }
    }

    /// The service of `step` in `region`: the one that reaches it, the nearest of several. None where none does.
    #[must_use]
    pub fn service_of<'a>(
        &self,
        step: &JointStep,
        region: &RegionCode,
        catalogue: &'a Catalogue,
    ) -> Option<&'a Service> {
        let reaching = step
            .services
            .iter()
            .filter_map(|id| catalogue.service(id))
            .filter(|service| catalogue.reaches(&service.region, region));
        // Of two that reach a place, the nearer one is reached by the other's region.
        reaching.reduce(|best, other| {
            let is_nearer = other.region != best.region && catalogue.reaches(&best.region, &other.region);
            if is_nearer { other } else { best }
        })
    }
}
