//! The areas of the app, one folder each: its part of the model, its messages and effects, what a message changes
//! (`update`), how an effect is carried out (`run`), and its tests.

pub(crate) mod acts;
pub(crate) mod answers;
pub(crate) mod calendar;
pub(crate) mod cards;
pub(crate) mod carry;
pub(crate) mod cases;
pub(crate) mod catalogue;
pub(crate) mod consents;
pub(crate) mod documents;
pub(crate) mod family;
pub(crate) mod inbox;
pub(crate) mod joint;
pub(crate) mod links;
pub(crate) mod lock;
pub(crate) mod mini_app;
pub(crate) mod notices;
pub(crate) mod outbox;
pub(crate) mod payments;
pub(crate) mod person;
pub(crate) mod presentation;
pub(crate) mod reminders;
pub(crate) mod resume;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod start;
pub(crate) mod storage;
pub(crate) mod uses;
