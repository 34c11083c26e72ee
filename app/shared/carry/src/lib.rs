//! An encrypted copy of a person's records: one age file (<https://age-encryption.org/v1>), opened by a recovery code.
//!
//! The device writes and reads it, and so does the publisher's command, which knows nothing of a device. It promises that what is opened
//! is what was sealed, whole; that a hostile file costs bounded work and memory and never panics; and that each thing that is wrong with a
//! file has a name of its own. It keeps no file and chooses no place for one. The format is written down in `EXPORT.md` of
//! `fingertip-records`. Start reading at [`Carried`], then [`seal`] and [`open`].

mod bytes;
mod carried;
mod code;
mod envelope;
mod error;

pub use bytes::Bytes;
pub use carried::{
    Carried, CaseRow, ConsentRow, DocumentRow, FORMAT, FormRow, GoneRow, LedgerRow, OutgoingRow, OwnerMark,
    StoredRow, UnreadRow, VERSION,
};
pub use code::{CodeError, RecoveryCode};
pub use envelope::{COPY_BYTES, FILE_BYTES, MOST_WORK, open, seal};
pub use error::CarryError;
