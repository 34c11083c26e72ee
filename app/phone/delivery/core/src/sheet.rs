//! Decisions that only the person can take.

use std::sync::Arc;

use fingertip_broker::Question;
use fingertip_standard::{
    ClaimName,
    requests::{Payment, RequestId},
    words::Entry,
};

use crate::{areas::links::model::Destination, fault::ShownFault};

/// A decision that only the person can take, shown over everything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Sign in to go on.
    SignIn {
        /// What went wrong with the last try.
        fault: Option<ShownFault>,
    },
    /// Agree to share.
    Consent {
        /// The mini-app's request.
        request: RequestId,
        /// The question.
        question: Question,
        /// Exactly what would be shared.
        values: Vec<(ClaimName, Option<String>)>,
    },
    /// Go to another mini-app, or to a page of the web.
    Open {
        /// The mini-app's request.
        request: RequestId,
        /// Where it wants to go.
        destination: Destination,
    },
    /// Pay.
    Payment {
        /// The mini-app's request.
        request: RequestId,
        /// The bill.
        payment: Payment,
        /// The words that the bill names.
        words: Arc<[Entry]>,
    },
}
