//! Forms of life events that are being filled in, and what became of those that were handed in.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_contract::{JointCase, JointState, api::SubmittedFile};
use fingertip_standard::{
    CaseId, LifeEventId,
    events::{File, Input},
    validate::Problem,
};
use serde::{Deserialize, Serialize};

/// The form of a life event while it is filled in. Files stay in memory until it is handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointDraft {
    /// Of which life event.
    pub life_event: LifeEventId,
    /// What stands in its fields, by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, Input>,
    /// On which of its pages the person is, counted from 0.
    #[serde(default)]
    pub page: usize,
    /// What was wrong with the page when they wanted to go on.
    #[serde(skip)]
    pub problems: BTreeMap<String, Problem>,
    /// The files that they chose, by their handles, shared: a draft is copied at each key.
    #[serde(skip)]
    pub files: BTreeMap<String, Arc<SubmittedFile>>,
    /// Another number whenever something is in its fields that the person did not type.
    #[serde(skip)]
    pub generation: u32,
}

impl JointDraft {
    /// Nothing filled in yet.
    #[must_use]
    pub fn new(life_event: LifeEventId) -> Self {
        Self {
            life_event,
            inputs: BTreeMap::new(),
            page: 0,
            problems: BTreeMap::new(),
            files: BTreeMap::new(),
            generation: 0,
        }
    }

    /// Whether the person has answered anything.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.inputs.values().any(|input| *input != Input::None)
    }

    /// Chooses files for `field`, besides those that it has.
    pub(crate) fn add_files(&mut self, field: &str, files: Vec<SubmittedFile>) {
        let mut held = match self.inputs.remove(field) {
            Some(Input::Files(held)) => held,
            _ => Vec::new(),
        };
        for file in files {
            let is_free = |handle: &String| !self.files.contains_key(handle);
            let handle =
                (0_usize..).map(|number| format!("{field}#{number}")).find(is_free).unwrap_or_default();
            held.push(File {
                handle: handle.clone(),
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                bytes: file.content.len() as u64 / 4 * 3,
            });
            self.files.insert(handle, Arc::new(file));
        }
        self.inputs.insert(field.to_owned(), Input::Files(held));
        self.generation += 1;
    }

    /// The files that stand in a field: what was removed is no part of it any more.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = &Arc<SubmittedFile>> {
        let held = self.inputs.values().flat_map(|input| match input {
            Input::Files(files) => files.as_slice(),
            _ => &[],
        });
        held.filter_map(|file| self.files.get(&file.handle))
    }
}

/// Life events with one form: being filled in, and handed in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Joint {
    /// The forms, one for a life event.
    pub drafts: Vec<JointDraft>,
    /// What was handed in, the newest first.
    pub cases: Vec<JointCase>,
    /// Whether a form has changed since it was written down.
    pub(crate) is_unkept: bool,
}

impl Joint {
    /// The form of a life event, as far as it is filled in.
    #[must_use]
    pub fn draft(&self, event: &LifeEventId) -> Option<&JointDraft> {
        self.drafts.iter().find(|draft| draft.life_event == *event)
    }

    /// The joint case with this reference.
    #[must_use]
    pub fn case(&self, id: &CaseId) -> Option<&JointCase> {
        self.cases.iter().find(|case| case.id == *id)
    }

    /// The form of a life event, begun where it is not there yet.
    pub(crate) fn begin(&mut self, event: &LifeEventId) -> &mut JointDraft {
        let place = self.drafts.iter().position(|draft| draft.life_event == *event);
        let place = place.unwrap_or_else(|| {
            self.drafts.push(JointDraft::new(event.clone()));
            self.drafts.len() - 1
        });
        &mut self.drafts[place]
    }

    /// Whether something in it is still to come.
    pub(crate) fn is_under_way(&self) -> bool {
        let is_over = |state: &JointState| {
            matches!(state, JointState::Done | JointState::Ended | JointState::Withdrawn)
        };
        self.cases.iter().any(|case| !is_over(&case.state))
    }
}
