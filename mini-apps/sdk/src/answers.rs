//! Keeping track of what was asked for, and telling answers that bring something from those that bring trouble.

use crate::{Answer, Fault, Refusal, RequestId};

/// The requests under way, each with what the mini-app wants to do with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Awaiting<T>(Vec<(RequestId, T)>);

impl<T> Default for Awaiting<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq> Awaiting<T> {
    /// Remembers that `request` was made for `what`.
    pub fn add(&mut self, request: RequestId, what: T) {
        self.0.push((request, what));
    }

    /// What `request` was made for; it is no longer awaited. None for a request that nobody waits for any more.
    pub fn take(&mut self, request: RequestId) -> Option<T> {
        let at = self.0.iter().position(|(own, _)| *own == request)?;
        Some(self.0.swap_remove(at).1)
    }

    /// Whether an answer for `what` is awaited: asking twice would do it twice.
    #[must_use]
    pub fn has(&self, what: &T) -> bool {
        self.0.iter().any(|(_, own)| own == what)
    }

    /// Forgets every request that was made for `what`.
    pub fn drop_all(&mut self, what: &T) {
        self.0.retain(|(_, own)| own != what);
    }
}

/// Why a request brought nothing, by what the person can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Sign in; the host offers it and then sends the moment `signed-in`.
    SignIn,
    /// Nothing: the person said no.
    Declined,
    /// Nothing: the mini-app may not ask for this.
    Forbidden,
    /// Wait: it asked too often.
    TooOften,
    /// Get online.
    Offline,
    /// Try later: the department or the platform does not answer.
    Unavailable,
    /// Look at the phone: its camera, its storage.
    Device,
    /// Read what the department objects to, in its own words where it gave any.
    Objection(Option<String>),
}

impl Trouble {
    /// The trouble in `answer`, if it is one.
    #[must_use]
    pub fn of(answer: &Answer) -> Option<Self> {
        Some(match answer {
            Answer::Refused(Refusal::NeedsSignIn | Refusal::NeedsStrongerSignIn) => Self::SignIn,
            Answer::Refused(Refusal::DeclinedByPerson) => Self::Declined,
            Answer::Refused(Refusal::NotInManifest | Refusal::NotGrantedByStore) => Self::Forbidden,
            Answer::Refused(Refusal::OverQuota) => Self::TooOften,
            Answer::Failed(Fault::Offline) => Self::Offline,
            Answer::Failed(Fault::TimedOut | Fault::DepartmentUnavailable | Fault::PlatformUnavailable) => {
                Self::Unavailable
            }
            Answer::Failed(Fault::Device) => Self::Device,
            Answer::Rejected(problem) => Self::Objection(problem.words.clone()),
            _ => return None,
        })
    }
}
