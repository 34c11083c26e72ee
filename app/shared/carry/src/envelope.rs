//! The age file around the records, and the bounds of what is read.

use std::io::{Read, Write};

use age::{DecryptError, Decryptor, Encryptor, scrypt, secrecy::SecretString};
use serde::Deserialize;

use crate::{
    CarryError, RecoveryCode,
    carried::{Carried, FORMAT, VERSION},
};

/// The most that a copy holds, in bytes of JSON: nine files of the largest size that wait to be sent, and years of everything else. What
/// is parsed may take some ten times that in memory, so it is no more.
pub const COPY_BYTES: usize = 64 << 20;
/// The most bytes that a file with a copy has: age adds 16 to each 64 KiB, and a header.
pub const FILE_BYTES: usize = COPY_BYTES + (COPY_BYTES >> 12) + 4096;
/// The first line of every age file (age-encryption.org/v1, "File format").
const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// scrypt's work as a power of two: 32 MiB and a tenth of a second. A code has 135 random bits, so that none of this keeps anybody out;
/// it is more than nothing only because the format asks for it.
const WORK: u8 = 15;
/// The most work that a file may ask for, as a power of two: what the stock tool asks for on a large machine, 256 MiB and a second.
pub const MOST_WORK: u8 = 18;

/// What is read before all else, so that a newer version is told by its number and not by a field that is unknown.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// The file that holds `carried`, for who has `code`.
///
/// # Errors
/// [`CarryError::TooLarge`]: it would be refused when it is brought back.
pub fn seal(carried: &Carried, code: &RecoveryCode) -> Result<Vec<u8>, CarryError> {
    let plain = serde_json::to_vec(carried).map_err(CarryError::Unreadable)?;
    if plain.len() > COPY_BYTES {
        return Err(CarryError::TooLarge);
    }
    encipher(&plain, code)
}

/// Enciphers `plain` for who has `code`.
fn encipher(plain: &[u8], code: &RecoveryCode) -> Result<Vec<u8>, CarryError> {
    let mut recipient = scrypt::Recipient::new(passphrase(code));
    recipient.set_work_factor(WORK);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    // One recipient is there, and a vector takes every byte.
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| CarryError::TooLarge)?;
    let mut file = Vec::new();
    let write = |file: &mut Vec<u8>| -> std::io::Result<()> {
        let mut writer = encryptor.wrap_output(file)?;
        writer.write_all(plain)?;
        writer.finish().map(drop)
    };
    write(&mut file).map_err(|_| CarryError::TooLarge)?;
    Ok(file)
}

/// What `file` holds.
///
/// # Errors
/// [`CarryError`]: what is wrong with the file, or that another code opens it. A code is tried only on a file that asks for bounded work.
pub fn open(file: &[u8], code: &RecoveryCode) -> Result<Carried, CarryError> {
    let plain = decipher(file, code)?;
    // age vouches for every byte here: what is no JSON was none when it was sealed.
    let head: Head = serde_json::from_slice(&plain).map_err(|_| CarryError::NotACopy)?;
    if head.format != FORMAT {
        return Err(CarryError::NotACopy);
    }
    if head.version > VERSION {
        return Err(CarryError::FromNewer { found: head.version, known: VERSION });
    }
    serde_json::from_slice(&plain).map_err(CarryError::Unreadable)
}

/// Deciphers `file`.
fn decipher(file: &[u8], code: &RecoveryCode) -> Result<Vec<u8>, CarryError> {
    if !file.starts_with(MAGIC) {
        return Err(CarryError::NotACopy);
    }
    if file.len() > FILE_BYTES {
        return Err(CarryError::TooLarge);
    }
    let decryptor = Decryptor::new(file).map_err(|error| told(&error))?;
    // One that is locked for a key is somebody else's kind of file; several codes would each cost their work.
    if !decryptor.is_scrypt() {
        return Err(CarryError::NotACopy);
    }
    let mut identity = scrypt::Identity::new(passphrase(code));
    identity.set_max_work_factor(MOST_WORK);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let reader = decryptor.decrypt(identities).map_err(|error| told(&error))?;
    let mut plain = Vec::new();
    let bound = u64::try_from(COPY_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    // Each chunk has its own tag, the last one is marked: what is missing or changed is found (age-encryption.org/v1, "Payload").
    reader.take(bound).read_to_end(&mut plain).map_err(|_| CarryError::Torn)?;
    if plain.len() > COPY_BYTES { Err(CarryError::TooLarge) } else { Ok(plain) }
}

fn told(error: &DecryptError) -> CarryError {
    match error {
        DecryptError::ExcessiveWork { .. } => CarryError::TooMuchWork,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            CarryError::WrongCode
        }
        DecryptError::UnknownFormat => CarryError::NotACopy,
        DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_) => CarryError::Torn,
    }
}

fn passphrase(code: &RecoveryCode) -> SecretString {
    SecretString::from(code.text())
}

#[cfg(test)]
mod tests;
