//! A life event asked for with one form: the form, and what became of it.

mod case;
mod form;

pub(crate) use case::Joint;
pub(crate) use form::JointForm;
