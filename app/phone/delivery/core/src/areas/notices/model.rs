//! What the person is told.

use fingertip_standard::{CaseId, DepartmentId};
use url::Url;

use crate::fault::ShownFault;

/// Something that the person is told, until they put it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Something went wrong.
    Fault(ShownFault),
    /// So many things that are kept on this device cannot be read. They stay there as they are.
    Unread(usize),
    /// A case is kept and sent as soon as there is a connection.
    CaseKept,
    /// A case that was kept has reached the department.
    CaseArrived(CaseId),
    /// Something that waited to be sent was not accepted, in the department's own words if it has any. It is among the person's cases.
    NotAccepted(Option<String>),
    /// A document has come.
    DocumentCame(String),
    /// A mini-app was opened as this device kept it: the message that says why.
    OpenedAsKept(&'static str),
    /// A mini-app was ended and opened again where it was.
    MiniAppRestored,
    /// A rating was received.
    Rated(CaseId),
    /// What the person did in a case has reached the platform.
    ActArrived(CaseId),
    /// Everything of the person is in this file.
    Exported(String),
    /// The person was signed out because a session lasts no longer.
    SessionOver,
    /// A day for a calendar is in this file.
    DaySaved(String),
    /// A case that was kept and handed in for another has reached the department.
    CaseArrivedFor {
        /// The case's reference.
        case: CaseId,
        /// Whose it is.
        name: String,
    },
    /// The person acts no longer for whoever has this name: the mandate is over or was ended.
    ActingEnded(String),
    /// A life event was handed in with one form, under this reference.
    HandedIn(CaseId),
    /// A text is in the clipboard.
    Copied,
    /// A text could not be copied.
    NotCopied,
    /// A mini-app reminds the person: of this.
    Reminder(String),
    /// Something was shown to a service outside.
    Presented {
        /// To whom.
        department: DepartmentId,
        /// Where the person goes on; none where nobody said.
        back: Option<Url>,
    },
    /// Somebody, by this name, may follow the person's cases from now on.
    HelperCame(String),
}

impl Told {
    /// Whether it stays until the person puts it away: nothing else tells it.
    pub(crate) fn stays(&self) -> bool {
        matches!(
            self,
            Self::Fault(_)
                | Self::NotAccepted(_)
                | Self::Unread(_)
                | Self::Exported(_)
                | Self::SessionOver
                | Self::DaySaved(_)
                | Self::Reminder(_)
                | Self::CaseArrivedFor { .. }
                | Self::ActingEnded(_)
        )
    }
}
