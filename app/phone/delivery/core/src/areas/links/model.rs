//! Where a mini-app wants the person to go.

use fingertip_standard::{Address, DepartmentId, ServiceId};
use url::Url;

/// Where a mini-app wants the person to go.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// Another mini-app's entry.
    MiniApp {
        /// Whose it is.
        department: DepartmentId,
        /// The service of the catalogue by whose name the person knows it.
        service: ServiceId,
        /// The entry.
        address: Address,
    },
    /// A page of the web.
    Web(Url),
}
