//! One open mini-app as a value: all that a host holds for it, and what each thing that happens to it leads to.
//!
//! It promises to be pure and to be the only host: the phone, a journey's replay, the gate's exploration and the studio do
//! the same because it is the same. It numbers requests itself; a sheet owns the wish that it shows, and exactly that is
//! done, decided again at that moment; an answer to what is no longer asked goes nowhere. It runs no guest, reads no clock,
//! keeps and sends nothing: what is to be done comes out as [`Effect`]s.
//!
//! Start reading at [`OpenMiniApp`], then [`Effect`].

mod around;
mod content;
mod effect;
mod files;
mod life;
mod open;
mod place;
mod presses;
mod requests;
mod running;
mod sheet;
mod steps;
#[cfg(test)]
mod tests;
mod typing;

pub use around::{Around, Destination, Links, NationRules, Paper, Papers, Reader};
pub use effect::{Draft, Effect, Notice, Perform, Said};
pub use files::{ChosenFile, GivenFile};
pub use open::{Failure, OpenMiniApp, Opened, State, Stepped};
pub use place::{Arrival, Place, draft_key};
pub use running::{Pending, RequestNumber, Running, Shown};
pub use sheet::{Reminding, Sheet, SheetContent, SheetId};
