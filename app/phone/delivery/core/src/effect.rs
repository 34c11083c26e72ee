//! What is to be done, area by area. Data: the runner does it and reports back with messages.

use crate::areas::{
    acts::effect::ActsEffect, answers::effect::AnswersEffect, calendar::effect::CalendarEffect,
    cards::effect::CardsEffect, carry::effect::CarryEffect, cases::effect::CasesEffect,
    catalogue::effect::CatalogueEffect, consents::effect::ConsentsEffect, documents::effect::DocumentsEffect,
    family::effect::FamilyEffect, joint::effect::JointEffect, lock::effect::LockEffect,
    mini_app::effect::MiniAppEffect, outbox::effect::OutboxEffect, person::effect::PersonEffect,
    presentation::effect::PresentationEffect, reminders::effect::RemindersEffect,
    resume::effect::ResumeEffect, search::effect::SearchEffect, session::effect::SessionEffect,
    start::effect::StartEffect, storage::effect::StorageEffect, uses::effect::UsesEffect,
};

/// Writes [`Effect`] and the way from each area's effects to it.
macro_rules! effects {
    ($($(#[$doc:meta])* $area:ident($effect:ident),)*) => {
        /// Everything that can be done: one case an area.
        #[derive(Debug)]
        pub enum Effect {
            $($(#[$doc])* $area($effect),)*
        }

        $(impl From<$effect> for Effect {
            fn from(effect: $effect) -> Self {
                Self::$area(effect)
            }
        })*
    };
}

effects! {
    /// What was kept is read.
    Start(StartEffect),
    /// What the person chose is kept.
    Person(PersonEffect),
    /// What the person is in the middle of is kept.
    Resume(ResumeEffect),
    /// The person's search is done.
    Search(SearchEffect),
    /// Signing in and out.
    Session(SessionEffect),
    /// What the nation offers is fetched.
    Catalogue(CatalogueEffect),
    /// What the person wrote before is kept.
    Answers(AnswersEffect),
    /// What the person is reminded of is kept.
    Reminders(RemindersEffect),
    /// What the person does in a case.
    Acts(ActsEffect),
    /// Life events with one form are kept, sent, fetched.
    Joint(JointEffect),
    /// Cases are sent, fetched, kept.
    Cases(CasesEffect),
    /// What waits is sent.
    Outbox(OutboxEffect),
    /// Documents are checked and shown.
    Documents(DocumentsEffect),
    /// Something is shown to a service outside.
    Presentation(PresentationEffect),
    /// Days are saved for a calendar.
    Calendar(CalendarEffect),
    /// Consents are kept.
    Consents(ConsentsEffect),
    /// The open mini-app runs and gets what it may have.
    MiniApp(MiniAppEffect),
    /// The cards on home are made.
    Cards(CardsEffect),
    /// Family and helpers.
    Family(FamilyEffect),
    /// What is kept on this device is measured, written out, or forgotten.
    Storage(StorageEffect),
    /// What was used is kept, and reported at random.
    Uses(UsesEffect),
    /// Copies of the records are saved and brought back.
    Carry(CarryEffect),
    /// The PIN.
    Lock(LockEffect),
}
