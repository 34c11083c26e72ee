//! Whether a life event can be done as one case at all: what nobody could ever end is refused where it is offered.

use std::collections::{BTreeMap, BTreeSet};

use super::{FieldKind, JointCondition, JointField, JointPlace, JointService, JointStep};
use crate::Catalogue;

/// What is wrong with a life event's steps or form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointFlaw {
    /// Which member: `steps[2].depends_on[0]`.
    pub field: String,
    /// What is wrong with it, in English, for who offers it.
    pub reason: String,
}

impl std::fmt::Display for JointFlaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "joint.{}: {}", self.field, self.reason)
    }
}

/// The longest id, in bytes.
const MOST_ID: usize = 64;

impl JointService {
    /// What is wrong with it in this `catalogue`, each with its member; nothing where it can be done.
    #[must_use]
    pub fn check(&self, catalogue: &Catalogue) -> Vec<JointFlaw> {
        let mut flaws = Flaws(Vec::new());
        self.check_form_itself(&mut flaws);
        self.check_steps(catalogue, &mut flaws);
        self.check_order(&mut flaws);
        self.check_documents(&mut flaws);
        flaws.0
    }

    fn check_form_itself(&self, flaws: &mut Flaws) {
        flaws.when(self.fields().count() > JointField::MOST, "sections", || {
            format!("more than {} fields", JointField::MOST)
        });
        let read: BTreeSet<&str> =
            self.steps.iter().flat_map(|step| &step.answers).map(String::as_str).collect();
        let conditions = self.steps.iter().filter_map(|step| step.only_if.as_ref());
        let asked: BTreeSet<&str> = conditions
            .chain(self.fields().filter_map(|field| field.only_if.as_ref()))
            .map(|only| only.field.as_str())
            .collect();
        let mut before: BTreeMap<&str, &JointField> = BTreeMap::new();
        for (n_section, section) in self.sections.iter().enumerate() {
            flaws
                .when(section.title.is_empty(), format!("sections[{n_section}].title"), || "is empty".into());
            for (n_field, field) in section.fields.iter().enumerate() {
                let at = format!("sections[{n_section}].fields[{n_field}]");
                check_field(field, &at, &before, flaws);
                let is_used = read.contains(field.id.as_str()) || asked.contains(field.id.as_str());
                flaws.when(!is_used, format!("{at}.id"), || {
                    format!("{} is read by no step: nobody is asked for nothing", field.id)
                });
                if before.insert(&field.id, field).is_some() {
                    flaws.add(format!("{at}.id"), format!("{} stands twice", field.id));
                }
            }
        }
    }

    fn check_steps(&self, catalogue: &Catalogue, flaws: &mut Flaws) {
        let n_steps = self.steps.len();
        flaws.when(n_steps == 0 || n_steps > Self::MOST_STEPS, "steps", || {
            format!("{n_steps} steps, from 1 to {} can be", Self::MOST_STEPS)
        });
        let fields: BTreeMap<&str, &JointField> =
            self.fields().map(|field| (field.id.as_str(), field)).collect();
        let mut ids = BTreeSet::new();
        for (n, step) in self.steps.iter().enumerate() {
            let at = format!("steps[{n}]");
            flaws.when(!is_label(&step.id), format!("{at}.id"), || format!("{:?} is no id", step.id));
            flaws.when(!ids.insert(step.id.as_str()), format!("{at}.id"), || {
                format!("{} stands twice", step.id)
            });
            check_place(self, step, &at, catalogue, flaws);
            check_condition(step.only_if.as_ref(), &at, &fields, flaws);
            for (n, answer) in step.answers.iter().enumerate() {
                flaws.when(!fields.contains_key(answer.as_str()), format!("{at}.answers[{n}]"), || {
                    format!("{answer} is no field of the form")
                });
                let is_own = step.own_fields.contains(answer) || step.own_documents.contains(answer);
                flaws.when(!is_own, format!("{at}.answers[{n}]"), || {
                    format!("{answer} is nothing that the department's own form asks for")
                });
            }
        }
    }

    fn check_order(&self, flaws: &mut Flaws) {
        for (n, step) in self.steps.iter().enumerate() {
            for (n_before, before) in step.depends_on.iter().enumerate() {
                let at = || format!("steps[{n}].depends_on[{n_before}]");
                match self.step(before) {
                    None => flaws.add(at(), format!("{before} is no step")),
                    Some(other) if other.id == step.id || self.before(other).contains(step.id.as_str()) => {
                        flaws.add(at(), format!("{} and {before} wait for each other", step.id));
                    }
                    Some(_) => {}
                }
            }
        }
    }

    fn check_documents(&self, flaws: &mut Flaws) {
        let mut givers: BTreeMap<&str, &JointStep> = BTreeMap::new();
        for (n, step) in self.steps.iter().enumerate() {
            let Some(kind) = &step.gives else { continue };
            let at = format!("steps[{n}].gives");
            flaws.when(kind.is_empty() || kind.len() > MOST_ID, at.clone(), || {
                "is no kind of document".into()
            });
            if let Some(other) = givers.insert(kind, step) {
                flaws.add(at, format!("{kind} is given by {} already", other.id));
            }
        }
        for (n, step) in self.steps.iter().enumerate() {
            let before = self.before(step);
            for (n_kind, kind) in step.takes.iter().enumerate() {
                let at = format!("steps[{n}].takes[{n_kind}]");
                match givers.get(kind.as_str()) {
                    None => flaws.add(at, format!("{kind} is given by no step")),
                    Some(giver) if !before.contains(giver.id.as_str()) => {
                        flaws.add(at, format!("{kind} is given by {}, for which it does not wait", giver.id));
                    }
                    Some(giver) => flaws.when(giver.only_if.is_some(), at, || {
                        format!("{kind} is given by {}, which is not always done", giver.id)
                    }),
                }
            }
        }
    }
}

fn check_field(field: &JointField, at: &str, before: &BTreeMap<&str, &JointField>, flaws: &mut Flaws) {
    flaws.when(!is_label(&field.id), format!("{at}.id"), || format!("{:?} is no id", field.id));
    flaws.when(field.label.is_empty(), format!("{at}.label"), || "is empty".into());
    if let FieldKind::Unknown(kind) = &field.kind {
        flaws.add(format!("{at}.kind"), format!("{kind} is unknown"));
    }
    let ids: BTreeSet<&str> = field.choices.iter().map(|choice| choice.id.as_str()).collect();
    let is_whole = ids.len() == field.choices.len()
        && field.choices.iter().all(|choice| is_label(&choice.id) && !choice.label.is_empty());
    let has_choices = !field.choices.is_empty();
    flaws.when(
        has_choices != (field.kind == FieldKind::Choice) || !is_whole,
        format!("{at}.choices"),
        || "a choice has some, each with an id of its own and a label; no other kind has any".into(),
    );
    // Of fields that stand before it: so nothing hangs on itself.
    check_condition(field.only_if.as_ref(), at, before, flaws);
}

fn check_condition(
    only: Option<&JointCondition>,
    at: &str,
    fields: &BTreeMap<&str, &JointField>,
    flaws: &mut Flaws,
) {
    let Some(only) = only else { return };
    let may_hold = match fields.get(only.field.as_str()) {
        Some(field) if field.kind == FieldKind::YesNo => {
            matches!(only.is.as_str(), JointField::YES | JointField::NO)
        }
        Some(field) => field.choices.iter().any(|choice| choice.id == only.is),
        None => false,
    };
    flaws.when(!may_hold, format!("{at}.only_if"), || {
        format!("{} cannot be answered with {:?} there", only.field, only.is)
    });
}

fn check_place(joint: &JointService, step: &JointStep, at: &str, catalogue: &Catalogue, flaws: &mut Flaws) {
    flaws.when(step.services.is_empty(), format!("{at}.services"), || "is empty".into());
    for (n, id) in step.services.iter().enumerate() {
        flaws.when(catalogue.service(id).is_none(), format!("{at}.services[{n}]"), || {
            format!("{id} is no service of the catalogue")
        });
    }
    match (&step.place, &step.region) {
        (JointPlace::Unknown(place), _) => flaws.add(format!("{at}.place"), format!("{place} is unknown")),
        (JointPlace::Fixed, None) => flaws.add(format!("{at}.region"), "a fixed place has one".to_owned()),
        (JointPlace::Fixed, Some(region)) => {
            let is_served = joint.service_of(step, region, catalogue).is_some();
            flaws.when(!is_served, format!("{at}.region"), || format!("no service reaches {region}"));
        }
        (_, Some(_)) => flaws.add(format!("{at}.region"), "only a fixed place has one".to_owned()),
        (_, None) => {}
    }
}

struct Flaws(Vec<JointFlaw>);

impl Flaws {
    fn add(&mut self, field: impl Into<String>, reason: String) {
        self.0.push(JointFlaw { field: field.into(), reason });
    }

    fn when(&mut self, is_flawed: bool, field: impl Into<String>, reason: impl FnOnce() -> String) {
        if is_flawed {
            self.add(field, reason());
        }
    }
}

fn is_label(text: &str) -> bool {
    text.len() <= MOST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests;
