//! What is being written in cases. It is kept until it is sent or put away; files stay in memory until then.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_contract::{
    ActKind, AskKind, Case, CaseAsk,
    api::{CaseAct, SubmittedFile},
};
use fingertip_standard::CaseId;
use serde::{Deserialize, Serialize};

/// Something that a person is about to do in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActDraft {
    /// In which case.
    pub case: CaseId,
    /// What.
    pub kind: ActKind,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What they wrote to each thing that is asked, by [`CaseAsk::id`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// The documents that they chose, each a compact JWS.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The files that they chose, shared: a draft is copied at each key.
    #[serde(skip)]
    pub files: Vec<Arc<SubmittedFile>>,
    /// Whether they wanted to send it while something was missing: what is missing is then said.
    #[serde(skip)]
    pub says_missing: bool,
}

/// What must be there before it can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The person's own words.
    Words,
    /// The words are more than [`CaseAct::MOST_WORDS`].
    FewerWords,
    /// What is asked under this id.
    Asked(String),
}

impl ActDraft {
    /// Nothing written yet.
    #[must_use]
    pub fn new(case: CaseId, kind: ActKind) -> Self {
        Self {
            case,
            kind,
            words: String::new(),
            answers: BTreeMap::new(),
            documents: Vec::new(),
            files: Vec::new(),
            says_missing: false,
        }
    }

    /// What of `case` and of itself is still missing, in the order of the screen. `kind_of` gives the kind of a document of the person.
    #[must_use]
    pub fn missing(&self, case: &Case, kind_of: impl Fn(&str) -> Option<String>) -> Vec<Missing> {
        let answers: &[CaseAsk] = if self.kind == ActKind::Answer { &case.asked } else { &[] };
        let is_given = |ask: &CaseAsk| match ask.kind {
            AskKind::File => self.files.iter().any(|file| file.key == ask.id),
            AskKind::Document => self
                .documents
                .iter()
                .any(|jws| kind_of(jws) == ask.document_kind || ask.document_kind.is_none()),
            // What this version cannot draw is asked in words.
            AskKind::Words | AskKind::Unknown(_) => {
                self.answers.get(&ask.id).is_some_and(|words| !words.trim().is_empty())
            }
        };
        let asked = answers.iter().filter(|ask| ask.is_required && !is_given(ask));
        let mut missing: Vec<_> = asked.map(|ask| Missing::Asked(ask.id.clone())).collect();
        let says_nothing = self.words.trim().is_empty();
        let needs_words = match self.kind {
            ActKind::Ask | ActKind::Appeal => true,
            ActKind::Add => self.files.is_empty() && self.documents.is_empty(),
            ActKind::Answer => answers.is_empty() && self.files.is_empty() && self.documents.is_empty(),
            ActKind::Withdraw | ActKind::Unknown(_) => false,
        };
        if needs_words && says_nothing {
            missing.push(Missing::Words);
        }
        let is_long = |words: &String| words.trim().chars().count() > CaseAct::MOST_WORDS;
        if is_long(&self.words) || self.answers.values().any(is_long) {
            missing.push(Missing::FewerWords);
        }
        missing
    }

    /// Whether anything is written in it.
    pub(crate) fn says_something(&self) -> bool {
        self.answers.values().chain([&self.words]).any(|words| !words.trim().is_empty())
    }

    /// As it is sent.
    pub(crate) fn act(&self) -> CaseAct {
        let written = self.answers.iter().map(|(ask, words)| (ask.clone(), words.trim().to_owned()));
        CaseAct {
            kind: self.kind.clone(),
            words: self.words.trim().to_owned(),
            answers: written.filter(|(_, words)| !words.is_empty()).collect(),
            documents: self.documents.clone(),
            files: self.files.iter().map(|file| (**file).clone()).collect(),
        }
    }

    /// What was sent and not accepted, to be written anew.
    pub(crate) fn again(case: CaseId, act: CaseAct) -> Self {
        let CaseAct { kind, words, answers, documents, files } = act;
        let files = files.into_iter().map(Arc::new).collect();
        Self { case, kind, words, answers, documents, files, says_missing: false }
    }
}

/// Everything that a person is about to do in their cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acts {
    /// One of each kind in each case.
    pub drafts: Vec<ActDraft>,
    /// Whether something has changed since they were written down.
    pub(crate) is_unkept: bool,
}

impl Acts {
    /// What the person is about to do of this kind.
    #[must_use]
    pub fn of(&self, case: &CaseId, kind: &ActKind) -> Option<&ActDraft> {
        self.drafts.iter().find(|draft| draft.case == *case && draft.kind == *kind)
    }

    /// The same, begun where it is not there yet.
    pub(crate) fn begin(&mut self, case: &CaseId, kind: &ActKind) -> &mut ActDraft {
        let place = self.drafts.iter().position(|draft| draft.case == *case && draft.kind == *kind);
        let place = place.unwrap_or_else(|| {
            self.drafts.push(ActDraft::new(case.clone(), kind.clone()));
            self.drafts.len() - 1
        });
        &mut self.drafts[place]
    }

    /// Takes it away and gives it.
    pub(crate) fn take(&mut self, case: &CaseId, kind: &ActKind) -> Option<ActDraft> {
        let place = self.drafts.iter().position(|draft| draft.case == *case && draft.kind == *kind)?;
        Some(self.drafts.remove(place))
    }
}
