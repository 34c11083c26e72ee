//! Whether what an issuer signed still holds: Token Status List (draft-ietf-oauth-status-list-21) as signed JWT.
//!
//! A signed thing names a list and a place in it. The list is fetched whole, so nobody learns after whose place somebody asks.
//! Start reading at [`StatusList`], then [`make`] and [`check`].

mod list;
mod token;

pub use list::StatusList;
pub use token::{CheckedList, ListContent, check, make};

/// The `typ` of a status list token (draft, 5.1).
pub const LIST_TYPE: &str = "statuslist+jwt";
/// The media type of a status list token (draft, 8.2).
pub const MEDIA_TYPE: &str = "application/statuslist+jwt";
/// The largest list once it is decompressed, in bytes: eight million places of two bits. A few hundred bytes of zlib can claim more
/// than any memory holds.
pub const MOST_LIST_BYTES: usize = 2 << 20;
/// The largest token, in bytes: a list of that size that does not compress, twice in base64url.
pub const MOST_TOKEN_BYTES: usize = 4 << 20;

/// What a list says of a place (draft, 7.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It holds.
    Valid,
    /// It was taken back for good.
    Invalid,
    /// It does not hold for now.
    Suspended,
    /// Something that the issuer and its verifiers agreed on, or that a later standard names: nobody here may take it for valid.
    Other(u8),
}

impl Status {
    /// Reads a value of a list.
    #[must_use]
    pub fn read(value: u8) -> Self {
        match value {
            0 => Self::Valid,
            1 => Self::Invalid,
            2 => Self::Suspended,
            other => Self::Other(other),
        }
    }

    /// The value in a list.
    #[must_use]
    pub fn value(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Suspended => 2,
            Self::Other(other) => other,
        }
    }
}

/// Why a status list is not made or not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatusError {
    /// Larger than [`MOST_TOKEN_BYTES`], or than [`MOST_LIST_BYTES`] once it is decompressed.
    #[error("the status list is too large")]
    TooLarge,
    /// A place takes one, two, four or eight bits (draft, 4.1).
    #[error("the status list has places of another size")]
    Bits,
    /// It is no zlib stream in base64url (draft, 4.2), or a member is missing or of another kind.
    #[error("the status list is malformed")]
    Malformed,
    /// The list has no such place (draft, 8.3, 6).
    #[error("the status list has no such place")]
    NoSuchPlace,
    /// The value takes more bits than a place has.
    #[error("the status does not fit into the list")]
    DoesNotFit,
    /// It is another list than the one that was asked for (`sub`).
    #[error("the status list is another")]
    Subject,
    /// Another issuer's (`iss`).
    #[error("the status list is another issuer's")]
    Issuer,
    /// It says that it was made in the future.
    #[error("the status list is not valid yet")]
    NotYetValid,
    /// Type, algorithm or signature do not hold.
    #[error("the status list is not the issuer's: {0}")]
    Signature(#[source] crate::CredentialError),
}
