//! What can go wrong with a store.

use std::io::{self, ErrorKind};

use fingertip_carry::CarryError;
use fingertip_standard::{Fault, FaultClass};
use rusqlite::ErrorCode;

/// Why a record could not be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordsError {
    /// The disk is full; nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// The disk or the folder is closed to this program; nothing was changed.
    #[error("the store cannot be written")]
    NotWritable,
    /// The key does not open the store, or the file is damaged.
    #[error("the store cannot be read with this key")]
    NotReadable,
    /// The store was written by a newer version.
    #[error("the store has version {found}, this program knows {known}")]
    FromNewer {
        /// The version found.
        found: i64,
        /// The newest version known.
        known: i64,
    },
    /// A mini-app wants to keep more than it may.
    #[error("a mini-app wants to keep more than its quota")]
    OverQuota,
    /// A record is not what was written: its member does not parse.
    #[error("a kept {what} cannot be read back: {:?}", source.classify())]
    Malformed {
        /// What kind of record.
        what: &'static str,
        /// The parser's complaint. It may quote what is kept: no log has its words.
        #[source]
        source: serde_json::Error,
    },
    /// A profile's name is not usable.
    #[error("a profile's name has 1 to 32 lower-case letters, digits and hyphens")]
    ProfileName,
    /// A copy of records is not made, or not taken in.
    #[error("the copy of records is refused")]
    Copy(#[from] CarryError),
    /// Anything else that the device answered.
    #[error("the store failed: {:?}", .0.sqlite_error_code())]
    Device(#[source] rusqlite::Error),
    /// The folder could not be made or read.
    #[error("the records folder failed")]
    Folder(#[source] std::io::Error),
}

impl From<rusqlite::Error> for RecordsError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::NotWritable,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::NotReadable,
            _ => Self::Device(error),
        }
    }
}

impl From<io::Error> for RecordsError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::NotWritable,
            _ => Self::Folder(error),
        }
    }
}

impl Fault for RecordsError {
    fn class(&self) -> FaultClass {
        match self {
            Self::OverQuota => FaultClass::Department,
            Self::Copy(error) => error.class(),
            Self::ProfileName => FaultClass::Person,
            Self::Malformed { .. } => FaultClass::Bug,
            _ => FaultClass::Device,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::DiskFull => "fault-disk-full",
            Self::NotWritable => "fault-records-read-only",
            Self::NotReadable => "fault-records-unreadable",
            Self::FromNewer { .. } => "fault-records-newer",
            Self::OverQuota => "fault-storage-quota",
            Self::ProfileName => "fault-profile-name",
            Self::Copy(error) => error.message_id(),
            Self::Malformed { .. } | Self::Device(_) | Self::Folder(_) => "fault-records",
        }
    }

    fn can_retry(&self) -> bool {
        matches!(self, Self::DiskFull | Self::NotWritable | Self::Device(_) | Self::Folder(_))
    }
}
