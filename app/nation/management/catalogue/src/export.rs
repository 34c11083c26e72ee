//! A catalogue in the formats of others.

mod cpsv;
mod iris;
mod lines;
mod part;
mod schema_org;

pub use cpsv::cpsv_ap;
pub use lines::json_lines;
pub use part::offered_in;
pub use schema_org::schema_org;
