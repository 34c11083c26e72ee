//! The demo nation's departments, one file or folder each. A new one is a file and a line of the table.

mod civil_affairs;
mod healthcare;
mod housing;
mod human_resources;
mod medical_insurance;
mod public_security;
mod taxation;
mod transport;
mod utilities;

use crate::department::Department;

/// All of them.
pub(crate) const ALL: [&dyn Department; 11] = [
    &civil_affairs::CivilAffairs,
    &healthcare::Healthcare,
    &housing::Housing,
    &human_resources::HumanResources,
    &medical_insurance::MedicalInsurance,
    &public_security::PublicSecurity::NATION,
    &public_security::PublicSecurity::GUANGDONG,
    &public_security::PublicSecurity::ZHEJIANG,
    &taxation::Taxation,
    &transport::Transport,
    &utilities::Utilities,
];
