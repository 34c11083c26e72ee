//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_host::{RequestNumber, SheetId, Stepped};
use fingertip_standard::{AppId, ServiceId, events::Input, requests::Answer};

use crate::{areas::mini_app::model::Opened, fault::ShownFault};

/// The open mini-app.
#[derive(Debug)]
pub enum MiniAppMsg {
    /// The person looks at a service: its mini-app is made ready.
    LookedAtService(ServiceId),
    /// The person opened a service.
    OpenedService(ServiceId),
    /// The frame of the mini-app came on the screen, or went from it.
    FrameShown(bool),
    /// The app itself came to the front, or went behind.
    AppInFront(bool),
    /// The person closed the mini-app.
    ClosedMiniApp,
    /// The person wants the failed mini-app to try again.
    RetriedMiniApp,
    /// The person went back inside the mini-app.
    WentBack,
    /// The person typed or chose.
    ChangedInput {
        /// The input.
        key: String,
        /// Its value now.
        input: Input,
    },
    /// The person let an input be filled with what is known of them.
    FilledIn {
        /// The input.
        key: String,
        /// Its value now.
        input: Input,
    },
    /// Asked for one more copy of a repeat group.
    AddedCopy {
        /// The group's key.
        group: String,
    },
    /// Took a copy of a repeat group away.
    RemovedCopy {
        /// The group's key.
        group: String,
        /// Which copy, counted from 0.
        copy: u32,
    },
    /// The person chose files, in place of those chosen before.
    ChoseFiles {
        /// The input.
        key: String,
        /// The files: name, media type, content.
        files: Vec<(String, String, Vec<u8>)>,
    },
    /// The person pressed something that does not submit.
    Acted {
        /// The action.
        action: String,
        /// The node.
        node: String,
        /// The row.
        row: Option<u32>,
    },
    /// The person pressed a button that submits the page.
    Submitted {
        /// The action.
        action: String,
    },
    /// The person ticked a document of a sheet, or took the tick away.
    TickedDocument {
        /// Which sheet.
        sheet: SheetId,
        /// Which of its documents, counted from 0.
        index: usize,
        /// Whether it is ticked now.
        is_ticked: bool,
    },
    /// The person chose a photo or a file of the code that a sheet asks for.
    ChoseCode {
        /// Which sheet.
        sheet: SheetId,
        /// What is in it.
        content: Vec<u8>,
    },
    /// The person typed or pasted it.
    TypedCode {
        /// Which sheet.
        sheet: SheetId,
        /// What it says.
        text: String,
    },
    /// What stands in the photo or file was read, or not.
    CodeRead {
        /// Which opening of a mini-app.
        instance: u64,
        /// For which sheet.
        sheet: SheetId,
        /// What the code says.
        read: Result<String, ShownFault>,
    },
    /// The person answered a sheet.
    AnsweredSheet {
        /// Which.
        sheet: SheetId,
        /// Whether they agreed.
        has_agreed: bool,
    },
    /// A mini-app needs something that is not on this device yet, and many seconds therefore.
    MiniAppPreparing(u64),
    /// So much of a mini-app, or of what it runs on, has come over the network: from 0 to 100.
    MiniAppFetched(u64, u8),
    /// A mini-app was opened.
    MiniAppOpened(u64, Box<Opened>),
    /// A mini-app could not be opened, or was ended.
    MiniAppFailed(u64, ShownFault),
    /// A mini-app answered an event.
    MiniAppStepped(u64, Box<Stepped>),
    /// A request of a mini-app is answered.
    Answered {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestNumber,
        /// The answer.
        answer: Answer,
        /// What went wrong on this side, to be shown.
        fault: Option<ShownFault>,
    },
    /// The drafts by now.
    DraftsCounted(Vec<AppId>),
    /// What was typed in this opening is to be kept now.
    DraftDue(u64),
}
