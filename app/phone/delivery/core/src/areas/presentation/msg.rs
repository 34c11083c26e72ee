//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_standard::DepartmentId;
use url::Url;

use crate::{areas::presentation::model::Found, fault::ShownFault};

/// Showing something to a service outside. Each names the showing that it is about: what an earlier one still says is not heard.
#[derive(Debug)]
pub enum PresentationMsg {
    /// Who asks was found out, or why it is not answered.
    Looked(u64, Result<Found, ShownFault>),
    /// The person chose one of several answers, or left out what may be.
    Chose {
        /// Which showing.
        number: u64,
        /// Which of the sets of answers.
        set: usize,
        /// Which answer; none where it is left out.
        option: Option<usize>,
    },
    /// The person chose one of several of a kind.
    ChosePaper {
        /// Which showing.
        number: u64,
        /// For which question.
        query: String,
        /// Its place among those that answer it.
        fit: usize,
    },
    /// The person agreed to what is on the screen.
    Agreed(u64),
    /// The person shows nothing.
    Declined(u64),
    /// It was shown: where the person goes on, if anywhere. Or why not.
    Shown(u64, Result<(DepartmentId, Option<Url>), ShownFault>),
}
