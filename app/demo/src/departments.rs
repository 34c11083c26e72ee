//! The demo nation's departments, one file or folder each. A new one is a file and a line of the table.

mod human_resources;
mod taxation;
mod transport;
mod utilities;

use crate::department::Department;

/// All of them.
pub(crate) const ALL: [&dyn Department; 4] =
    [&human_resources::HumanResources, &taxation::Taxation, &transport::Transport, &utilities::Utilities];
