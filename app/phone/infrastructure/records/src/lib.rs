//! The person's records on this device: encrypted, complete offline, one store a profile.
//!
//! It promises that what was acknowledged is on disk: records are written with full synchronisation, only the cache
//! of what the platform can give again is not; and that what it cannot read stays where it is. It never talks to a network and never logs what it holds. Start
//! reading at [`Records::open`]; each kind of record has a file of its own.

mod app_storage;
mod cache;
mod carried;
mod cases;
mod consents;
mod documents;
mod drafts;
mod error;
mod everything;
mod gone;
mod helpers;
mod import;
#[cfg(test)]
mod kept_shapes;
mod outbox;
mod payments;
mod profiles;
mod rows;
mod settings;
mod showings;
mod store;
#[cfg(test)]
mod testing;

pub use cases::AsOf;
pub use documents::KeptDocument;
pub use drafts::Draft;
pub use error::RecordsError;
pub use everything::{Everything, Filled};
pub use import::{Came, SettleSetting};
pub use outbox::{NotAccepted, Outgoing, OutgoingItem, OutgoingState, OutgoingSubject};
pub use payments::Paid;
pub use profiles::{ProfileName, Profiles};
pub use rows::{Rows, UnreadRow};
pub use showings::{Showing, ShownAs};
pub use store::Records;
