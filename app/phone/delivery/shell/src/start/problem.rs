//! Why the app does not begin, as a person needs it: what it is, whose it is, what to do.

use std::io::{self, ErrorKind};

use fingertip_core::{CoreError, PinError, RecordsError, SecretError};

use super::StartError;

/// Why the app does not begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The key store is locked or does not work.
    KeyStore,
    /// There are records and no key.
    KeyMissing,
    /// The records are damaged, or the key is another's.
    Damaged,
    /// The records are of a newer version.
    Newer,
    /// The disk is full.
    DiskFull,
    /// The disk or the folder cannot be written.
    ReadOnly,
    /// The device has no room for it now: no thread, no engine, or a file that another program holds.
    Busy,
    /// Something that belongs to the app is missing or wrong.
    Installation,
    /// The platform was never reached.
    Platform,
    /// The app is closed until its person gives their PIN; why the last one was not taken.
    Locked(Option<PinError>),
}

/// Whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The device's.
    Device,
    /// The app's.
    App,
    /// The connection's, or the platform's.
    Platform,
}

impl Problem {
    /// Each of them but the lock, which is no trouble.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 9] = [
        Self::KeyStore,
        Self::KeyMissing,
        Self::Damaged,
        Self::Newer,
        Self::DiskFull,
        Self::ReadOnly,
        Self::Busy,
        Self::Installation,
        Self::Platform,
    ];

    /// What an error means to a person.
    pub(crate) fn of(error: &StartError) -> Self {
        match error {
            StartError::Folder(error) => Self::of_device(error),
            StartError::Root { .. } => Self::Installation,
            StartError::Core(error) => match error {
                CoreError::Secrets(error) => Self::of_secrets(error),
                CoreError::Records(error) => Self::of_records(error),
                CoreError::Platform(_) => Self::Installation,
                CoreError::Thread(error) => Self::of_device(error),
                _ => Self::Busy,
            },
        }
    }

    fn of_secrets(error: &SecretError) -> Self {
        match error {
            SecretError::PinNeeded => Self::Locked(None),
            SecretError::Pin(why) => Self::Locked(Some(*why)),
            SecretError::Missing => Self::KeyMissing,
            SecretError::Shape => Self::Damaged,
            SecretError::File(error) => Self::of_device(error),
            _ => Self::KeyStore,
        }
    }

    fn of_records(error: &RecordsError) -> Self {
        match error {
            RecordsError::DiskFull => Self::DiskFull,
            RecordsError::NotWritable => Self::ReadOnly,
            RecordsError::NotReadable | RecordsError::Malformed { .. } => Self::Damaged,
            RecordsError::FromNewer { .. } => Self::Newer,
            RecordsError::ProfileName => Self::Installation,
            RecordsError::Folder(error) => Self::of_device(error),
            _ => Self::Busy,
        }
    }

    fn of_device(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Busy,
        }
    }

    /// The message that says what it is.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::KeyStore => "start-problem-key-store",
            Self::KeyMissing => "start-problem-key-missing",
            Self::Damaged => "start-problem-damaged",
            Self::Newer => "start-problem-newer",
            Self::DiskFull => "start-problem-disk-full",
            Self::ReadOnly => "start-problem-read-only",
            Self::Busy => "start-problem-busy",
            Self::Installation => "start-problem-installation",
            Self::Platform => "start-problem-platform",
            Self::Locked(_) => "lock-title",
        }
    }

    /// The message that says what to do next.
    pub(crate) fn next(self) -> &'static str {
        match self {
            Self::KeyStore => "start-problem-key-store-next",
            Self::KeyMissing => "start-problem-key-missing-next",
            Self::Damaged => "start-problem-damaged-next",
            Self::Newer => "start-problem-newer-next",
            Self::DiskFull => "start-problem-disk-full-next",
            Self::ReadOnly => "start-problem-read-only-next",
            Self::Busy => "start-problem-busy-next",
            Self::Installation => "start-problem-installation-next",
            Self::Platform => "start-problem-platform-next",
            Self::Locked(_) => "lock-next",
        }
    }

    /// The message that says whose it is.
    pub(crate) fn owner_text(self) -> &'static str {
        match self.owner() {
            Owner::Device => "start-problem-owner-device",
            Owner::App => "start-problem-owner-app",
            Owner::Platform => "start-problem-owner-platform",
        }
    }

    fn owner(self) -> Owner {
        match self {
            Self::KeyStore
            | Self::KeyMissing
            | Self::Damaged
            | Self::DiskFull
            | Self::ReadOnly
            | Self::Busy
            | Self::Locked(_) => Owner::Device,
            Self::Newer | Self::Installation => Owner::App,
            Self::Platform => Owner::Platform,
        }
    }
}
