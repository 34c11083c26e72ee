//! The whole app without a screen: a model, messages in the past tense, a pure update, effects as data, and the one
//! runner that carries them out. The shell, the tests and the benches all drive this.
//!
//! It promises that [`update`] does no I/O and that every effect comes back as a message, also when it fails. It
//! chooses no words: faults and problems carry the ids of Fluent messages. Everything of one area is in one folder of
//! `areas`. Start reading at [`Model`], then [`Msg`], [`update`], and last at [`Core`], which wires every other crate.

mod areas;
mod device;
mod effect;
mod fault;
mod handover;
#[cfg(test)]
mod kept_shapes_tests;
mod lifetimes;
mod model;
mod msg;
mod names;
mod next;
mod options;
mod pace;
mod part;
mod people;
mod remote;
mod runner;
mod sheet;
#[cfg(test)]
mod start_tests;
#[cfg(test)]
mod testing;
mod time;
mod update;
mod world;

pub use areas::{
    acts::{
        effect::ActsEffect,
        model::{ActDraft, Acts, Missing},
        msg::{ActChange, ActsMsg},
    },
    answers::{
        effect::AnswersEffect,
        model::{Answer, Answers},
        msg::AnswersMsg,
    },
    calendar::{
        effect::CalendarEffect,
        model::{Due, DueDay},
        msg::CalendarMsg,
    },
    cards::{
        effect::{CardsEffect, WidgetJob},
        model::{HomeWidget, KeptWidget, OpenedWidget, WidgetCard, WidgetOutcome, WidgetPlace},
        msg::CardsMsg,
    },
    carry::{
        effect::CarryEffect,
        model::{Bringing, Carry, Saving},
        msg::CarryMsg,
    },
    cases::{effect::CasesEffect, msg::CasesMsg},
    catalogue::{
        effect::{CatalogueEffect, WantedParts},
        model::Parts,
        msg::CatalogueMsg,
    },
    consents::{effect::ConsentsEffect, msg::ConsentsMsg},
    documents::{
        effect::DocumentsEffect,
        model::{Checks, Verification},
        msg::DocumentsMsg,
    },
    family::{
        effect::{FamilyEffect, HelpJob},
        model::{Acting, Help},
        msg::FamilyMsg,
    },
    inbox::{
        kind::MessageKind,
        model::{Message, MessageSubject, NextStep},
        msg::InboxMsg,
    },
    joint::{
        check::{CHANGE, HAND_IN, check_view},
        effect::JointEffect,
        filling::{answers, destination},
        model::{Joint, JointDraft},
        msg::{JointChange, JointMsg},
        pages::{CONTINUE, JointPage, page_view, pages},
    },
    links::{model::Destination, msg::LinksMsg},
    lock::{effect::LockEffect, model::Lock, msg::LockMsg},
    mini_app::{
        effect::{MiniAppEffect, OpenJob, Perform},
        model::{MiniAppState, OpenMiniApp, Opened},
        msg::MiniAppMsg,
    },
    notices::{model::Told, msg::NoticesMsg},
    outbox::{effect::OutboxEffect, msg::OutboxMsg},
    payments::msg::PaymentsMsg,
    person::{
        effect::PersonEffect,
        model::{Contrast, Preferences, Scheme},
        msg::PersonMsg,
    },
    presentation::{
        effect::PresentationEffect,
        model::{AskedToShow, Asker, Found, Going, PaperToShow, Presenting},
        msg::PresentationMsg,
    },
    reminders::{effect::RemindersEffect, model::Reminder, msg::RemindersMsg},
    resume::{
        effect::ResumeEffect,
        model::{LeftOpen, Typed, is_recent},
        msg::ResumeMsg,
        update::SEARCH_FIELD,
    },
    search::{
        effect::{FindJob, SearchEffect},
        memory::SearchMemory,
        model::{FoundService, Made, Search},
        msg::SearchMsg,
    },
    session::{
        effect::SessionEffect,
        model::{Attempt, GraveAct, Limit, Proving, SessionState},
        msg::SessionMsg,
    },
    start::{effect::StartEffect, model::Restored, msg::StartMsg},
    storage::{effect::StorageEffect, model::Storage, msg::StorageMsg},
    uses::{effect::UsesEffect, model::Uses, msg::UsesMsg},
};
pub use effect::Effect;
pub use fault::ShownFault;
pub use fingertip_standard::validate::{Problem, current_input};
pub use model::Model;
pub use msg::Msg;
pub use options::{CoreError, CoreOptions};
pub use part::{Part, Same};
pub use remote::Remote;
pub use runner::Core;
pub use sheet::{Scanning, Sheet};
pub use update::update;

// What a shell needs of the crates below, so that it depends on this one alone.
pub use fingertip_broker::{Question, QuestionItem};
pub use fingertip_carry::{FILE_BYTES, RecoveryCode};
pub use fingertip_documents::{Check, Standing, parts, photo};
pub use fingertip_host::{
    Arrival, ChosenFile, NationRules, Paper, Place, Reminding, RequestNumber, Running, SheetId, Stepped,
};
pub use fingertip_platform_client::{PlatformError, proof_message};
pub use fingertip_presentation::{Fit, Invitation, Offer, OfferedSet, Selection};
pub use fingertip_records::{
    AsOf, Came, Everything, KeptDocument, NotAccepted, OutgoingState, OutgoingSubject, Paid, ProfileName,
    Profiles, RecordsError, Showing, ShownAs,
};
pub use fingertip_runtime::Backend;
pub use fingertip_secrets::{
    Fallback, FileSecrets, PIN_MAX, PIN_MIN, PinError, Protection, SecretError, SecretStore, check_new_pin,
    open_secrets,
};
