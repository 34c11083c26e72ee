//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::use_counts::ServiceUse;
use jiff::civil::Date;

/// What many people use.
#[derive(Debug)]
pub enum UsesMsg {
    /// The platform says what stands out.
    MostUsedCame(Vec<ServiceUse>),
    /// A report of the week of this Monday has arrived, or never will.
    Reported(Date),
    /// A report did not arrive; it is sent again later.
    NotReported,
    /// The person chose whether this device says anything.
    ChoseCounting(bool),
}
