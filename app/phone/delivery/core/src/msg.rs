//! What happened, area by area. Past tense: a message reports, [`crate::update`] decides.

use crate::areas::{
    acts::msg::ActsMsg, answers::msg::AnswersMsg, calendar::msg::CalendarMsg, cards::msg::CardsMsg,
    carry::msg::CarryMsg, cases::msg::CasesMsg, catalogue::msg::CatalogueMsg, consents::msg::ConsentsMsg,
    documents::msg::DocumentsMsg, family::msg::FamilyMsg, inbox::msg::InboxMsg, joint::msg::JointMsg,
    links::msg::LinksMsg, lock::msg::LockMsg, mini_app::msg::MiniAppMsg, notices::msg::NoticesMsg,
    outbox::msg::OutboxMsg, payments::msg::PaymentsMsg, person::msg::PersonMsg,
    presentation::msg::PresentationMsg, reminders::msg::RemindersMsg, resume::msg::ResumeMsg,
    search::msg::SearchMsg, session::msg::SessionMsg, start::msg::StartMsg, storage::msg::StorageMsg,
    uses::msg::UsesMsg,
};

/// Writes [`Msg`] and the way from each area's messages to it.
macro_rules! messages {
    ($($(#[$doc:meta])* $area:ident($msg:ident),)*) => {
        /// Everything that can happen: one case an area, and the clock.
        #[derive(Debug)]
        pub enum Msg {
            $($(#[$doc])* $area($msg),)*
            /// Time went on.
            Ticked,
        }

        $(impl From<$msg> for Msg {
            fn from(msg: $msg) -> Self {
                Self::$area(msg)
            }
        })*
    };
}

messages! {
    /// What was kept was read.
    Start(StartMsg),
    /// The person chose something.
    Person(PersonMsg),
    /// What the person is in the middle of.
    Resume(ResumeMsg),
    /// The person searched.
    Search(SearchMsg),
    /// Signing in and out.
    Session(SessionMsg),
    /// What the nation offers came, or not.
    Catalogue(CatalogueMsg),
    /// What departments told the person.
    Inbox(InboxMsg),
    /// What the person wrote before.
    Answers(AnswersMsg),
    /// What mini-apps remind the person of.
    Reminders(RemindersMsg),
    /// Cases.
    Cases(CasesMsg),
    /// What the person does in a case.
    Acts(ActsMsg),
    /// Life events with one form.
    Joint(JointMsg),
    /// What waits to be sent.
    Outbox(OutboxMsg),
    /// Documents.
    Documents(DocumentsMsg),
    /// Showing something to a service outside.
    Presentation(PresentationMsg),
    /// What the person paid.
    Payments(PaymentsMsg),
    /// Days for a calendar.
    Calendar(CalendarMsg),
    /// Consents and the ledger.
    Consents(ConsentsMsg),
    /// The open mini-app.
    MiniApp(MiniAppMsg),
    /// The cards on home.
    Cards(CardsMsg),
    /// Links.
    Links(LinksMsg),
    /// Family and helpers.
    Family(FamilyMsg),
    /// What is kept on this device.
    Storage(StorageMsg),
    /// What many people use.
    Uses(UsesMsg),
    /// Copies of the records.
    Carry(CarryMsg),
    /// The PIN.
    Lock(LockMsg),
    /// What the person is told.
    Notices(NoticesMsg),
}
