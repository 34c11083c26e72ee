//! The contract of a national platform: what the citizen's device, the departments and the operator's tools say to it
//! and hear from it. The contract of a mini-app is `fingertip-standard`, apart from this.
//!
//! It promises to know nothing but the standard and to do no I/O. It never judges: who may do what is the platform's
//! affair. Start reading at [`api`], then [`Case`] and [`Catalogue`].

mod address;
pub mod alert;
pub mod api;
pub mod case;
pub mod catalogue_change;
pub mod document;
pub mod helper;
pub mod item;
pub mod joint;
pub mod life_event;
pub mod problem;
mod read;
pub mod service;
pub mod use_counts;

pub use address::{is_loopback_address, is_secure_address};
pub use alert::{Alert, AlertStatus, Severity};
pub use case::{
    ActKind, AskKind, Attachment, Case, CaseAsk, CaseEntry, CaseState, CaseStep, EntryKind, FollowUp,
    FollowUpState, Party, Rating, RatingLevel, RatingReason, ServiceRating,
};
pub use catalogue_change::CatalogueChange;
pub use document::Document;
pub use helper::{HelperCode, HelperLink, HelperLook, Helpers, Mandate};
pub use item::{
    Audience, Channel, Charge, HandlingScope, ItemKind, ItemLevel, LimitUnit, Material, MaterialSource,
    OnlineDepth, ServiceItem, TimeLimit,
};
pub use joint::{
    CaseOfJoint, FieldKind, JointCase, JointCondition, JointField, JointMoment, JointMomentKind, JointPlace,
    JointProgress, JointReason, JointReasonKind, JointService, JointState, JointStep, JointStepState,
};
pub use life_event::{LifeEvent, Occasion};
pub use problem::{Problem, ProblemCode};
pub use read::{Rejected, Unread, read_cases, read_item};
pub use service::{
    Asked, BestBet, Catalogue, Department, LegalBasis, MiniAppEntry, Outage, Region, RegionLevel, Service,
    Theme,
};
