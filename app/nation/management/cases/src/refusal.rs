//! Why a case does not change as asked.

use fingertip_contract::ProblemCode;
use fingertip_kit::ApiError;

/// Why a case does not change as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseRefusal {
    /// The state does not follow.
    #[error("a case in this state does not take that step")]
    State,
    /// What is asked of the person cannot be asked so.
    #[error("what is asked of the person cannot be asked so")]
    Asks,
    /// Words of the department are too long.
    #[error("the words are too long")]
    WordsTooLong,
    /// The department has not done its part yet.
    #[error("a case is rated once it is handled")]
    NotHandled,
    /// Another rating was given.
    #[error("a case is rated once")]
    AlreadyRated,
    /// The level is none of the five.
    #[error("there is no such level of content")]
    LevelUnknown,
    /// The words are too long.
    #[error("the words of a rating are too long")]
    RatingTooLong,
}

impl From<CaseRefusal> for ApiError {
    fn from(refusal: CaseRefusal) -> Self {
        let code = match refusal {
            CaseRefusal::State => ProblemCode::CaseState,
            CaseRefusal::Asks => ProblemCode::AsksInvalid,
            CaseRefusal::WordsTooLong => ProblemCode::WordsTooLong,
            CaseRefusal::NotHandled => ProblemCode::CaseNotHandled,
            CaseRefusal::AlreadyRated => ProblemCode::AlreadyRated,
            CaseRefusal::LevelUnknown => ProblemCode::InputInvalid,
            CaseRefusal::RatingTooLong => ProblemCode::RatingTooLong,
        };
        code.into()
    }
}
