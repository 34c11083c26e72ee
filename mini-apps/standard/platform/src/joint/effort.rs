//! How much a person gives: with one form, and department by department.

use std::collections::BTreeSet;

use super::{FieldKind, JointService};

/// What a person gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// How many fields they fill in.
    pub fields: usize,
    /// How many documents and files they bring.
    pub documents: usize,
}

/// What a person gives in all, both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// With the one form.
    pub together: Given,
    /// To each department apart.
    pub apart: Given,
}

impl Effort {
    /// How many in a hundred fewer fields the one form has; nought where it has no fewer.
    #[must_use]
    pub fn percent_fewer_fields(&self) -> usize {
        let spared = self.apart.fields.saturating_sub(self.together.fields);
        (spared * 100).checked_div(self.apart.fields).unwrap_or(0)
    }
}

impl JointService {
    /// How much a person gives with the one form, every field of it counted, beside what the departments' own forms ask for. Facts that are
    /// proven are counted on neither side.
    #[must_use]
    pub fn effort(&self) -> Effort {
        let files = self.fields().filter(|field| field.kind == FieldKind::File).count();
        let count = |names: &[String]| names.iter().collect::<BTreeSet<_>>().len();
        Effort {
            together: Given { fields: self.fields().count() - files, documents: files },
            apart: Given {
                fields: self.steps.iter().map(|step| count(&step.own_fields)).sum(),
                documents: self.steps.iter().map(|step| count(&step.own_documents)).sum(),
            },
        }
    }
}
