//! The unified standard: what a mini-app is, says, shows and may ask for, and the ids that every part of
//! Fingertip shares. What is said to and by a national platform is `fingertip-contract`, in `platform/`.
//!
//! It promises to be a leaf: it depends on no other crate of the project and does no I/O. It never draws, stores or
//! sends anything. The lasting interface is the WIT, one folder a version in `wit/`; [`view`], [`requests`], [`events`] and
//! [`widget`] mirror it in Rust for hosts, and [`step::CheckedStep`] keeps the rules that a host enforces on every step.
//!
//! Start reading at [`step::Step`], then [`view::Kind`], [`capability::TABLE`] and [`limits`].

pub mod address;
pub mod capability;
pub mod consent;
pub mod entry;
pub mod events;
mod evidence;
pub mod fault;
pub mod fill;
mod ids;
mod kind;
pub mod language;
pub mod limits;
pub mod manifest;
pub mod program;
pub mod repeat;
pub mod requests;
pub mod step;
mod text;
pub mod validate;
mod version;
pub mod view;
pub mod widget;
pub mod words;
pub mod work;

pub use address::{Address, AddressError, Link};
pub use capability::Capability;
pub use consent::{ConsentSubject, Disclosed, Disclosure, StandingConsent};
pub use entry::{EntryError, EntryRoute, Sender};
pub use evidence::FactTest;
pub use fault::{Fault, FaultClass};
pub use ids::{
    AlertId, AppId, CaseId, ClaimName, DepartmentId, HelperLinkId, IdError, LifeEventId, Named, OperationId,
    RegionCode, ServiceId,
};
pub use manifest::{Manifest, RunningApp};
pub use program::{Interpreter, Program};
pub use text::LocalText;
pub use version::Standard;
