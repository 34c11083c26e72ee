//! A request that waits for its person.

use fingertip_identity::ShownOnce;
use fingertip_presentation::Request;

/// A request that waits for its person, and what can be shown for it. It is taken once: whatever comes of it, nothing answers it again.
pub(crate) struct Pending {
    pub(crate) request: Request,
    pub(crate) papers: Vec<ShownOnce>,
}
