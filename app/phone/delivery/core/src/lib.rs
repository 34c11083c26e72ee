//! The whole app without a screen: a model, messages in the past tense, a pure update, effects as data, and the one
//! runner that carries them out. The shell, the tests and the benches all drive this.
//!
//! It promises that [`update`] does no I/O and that every effect comes back as a message, also when it fails. It
//! chooses no words: faults and problems carry the ids of Fluent messages. Start reading at [`Model`], then [`Msg`],
//! [`update`], and last at [`Core`], which wires every other crate.

mod effect;
mod fault;
mod model;
mod msg;
mod runner;
mod update;

pub use effect::{Effect, HelpJob, Perform, WidgetJob};
pub use fault::ShownFault;
pub use fingertip_standard::validate::{Problem, current_input};
pub use model::{
    Arrival, ChosenFile, Destination, Help, HomeWidget, KeptWidget, Message, MessageKind, MessageSubject,
    MiniAppState, Model, NextStep, OpenMiniApp, Preferences, Remote, Scheme, Search, SearchIndex,
    SessionState, Sheet, Storage, Told, Verification, WidgetCard, WidgetPlace,
};
pub use msg::{HelpMsg, Msg, Opened, OpenedWidget, Restored, Stepped, WidgetOutcome};
pub use runner::{Core, CoreError, CoreOptions};
pub use update::update;

// What a shell needs of the crates below, so that it depends on this one alone.
pub use fingertip_broker::Question;
pub use fingertip_platform_client::PlatformError;
pub use fingertip_records::{AsOf, Everything, KeptDocument, ProfileName};
pub use fingertip_runtime::Backend;
pub use fingertip_secrets::{FileSecrets, Protection, SecretStore, open_secrets};
