//! What the person said and what was proven of them, kept until no step can need it.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_contract::{
    JointField, JointService, JointStep,
    api::{ProvenFacts, SubmittedFile},
};
use serde::{Deserialize, Serialize};

/// What is kept of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) answers: BTreeMap<String, String>,
    pub(super) proven: Option<ProvenFacts>,
}

/// What one department is given.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) answers: BTreeMap<String, String>,
    pub(super) files: Vec<SubmittedFile>,
    pub(super) proven: Option<ProvenFacts>,
}

impl Content {
    /// What `step` is given of it: the answers, `files` and facts that it names.
    pub(super) fn given_to(&self, plan: &JointService, step: &JointStep, files: Vec<SubmittedFile>) -> Given {
        let named: BTreeSet<&str> = step.answers.iter().map(String::as_str).collect();
        let is_asked =
            |id: &str| plan.field(id).is_some_and(|field: &JointField| field.is_asked(&self.answers));
        let is_given = |id: &str| named.contains(id) && is_asked(id);
        let of_step = |(id, said): (&String, &String)| is_given(id).then(|| (id.clone(), said.clone()));
        let proven = self.proven.as_ref().map(|proven| {
            let mut proven = proven.clone();
            proven.claims.retain(|name, _| step.facts.contains(name));
            proven
        });
        Given {
            answers: self.answers.iter().filter_map(of_step).collect(),
            files: files.into_iter().filter(|file| is_given(&file.key)).collect(),
            proven: proven.filter(|proven| !proven.claims.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_department_is_given_what_its_step_names_and_nothing_else() {
        let plan: JointService = serde_json::from_value(json!({
            "sections": [{"title": {"en": "S"}, "fields": [
                {"id": "name", "kind": "text", "label": {"en": "N"}}, {"id": "weight", "kind": "number", "label": {"en": "W"}},
                {"id": "card", "kind": "yes-no", "label": {"en": "C"}},
                {"id": "photo", "kind": "file", "label": {"en": "P"}, "only_if": {"field": "card", "is": "yes"}}
            ]}],
            "steps": [
                {"id": "a", "services": ["s"], "place": "home", "answers": ["name", "photo"], "facts": ["name"]},
                {"id": "b", "services": ["s"], "place": "home", "answers": ["weight"]}
            ]
        }))
        .expect("a plan");
        let content = |card: &str| -> Content {
            serde_json::from_value(json!({
                "answers": {"name": "Ning", "weight": "3", "card": card},
                "proven": {"by": "i", "at": "2026-11-24T02:00:00Z", "claims": {"name": "Zhang", "id-number": "1"}}
            }))
            .expect("content")
        };
        let photo: SubmittedFile = serde_json::from_value(
            json!({"key": "photo", "name": "a", "media_type": "image/png", "content": "AA=="}),
        )
        .expect("a file");
        let given = content("yes").given_to(&plan, &plan.steps[0], vec![photo.clone()]);
        assert_eq!((given.answers.len(), given.files.len()), (1, 1));
        assert_eq!(given.proven.map(|proven| proven.claims.len()), Some(1));
        let given = content("no").given_to(&plan, &plan.steps[0], vec![photo.clone()]);
        assert_eq!(given.files.len(), 0, "what was not asked for goes to nobody");
        let given = content("yes").given_to(&plan, &plan.steps[1], vec![photo]);
        assert_eq!((given.answers.keys().next().map(String::as_str), given.files.len()), (Some("weight"), 0));
        assert_eq!(given.proven, None);
    }
}
