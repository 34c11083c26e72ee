//! A file that goes to the platform in pieces and takes up where it stands after any failure. The device keeps nothing of how far it is: the
//! platform tells.

use std::time::Duration;

use bytes::Bytes;
use fingertip_contract::{
    ProblemCode,
    api::{BeginUpload, Operation, Upload},
};
use sha2::{Digest, Sha256};
use tokio::time::{Instant, sleep};

use crate::{Platform, PlatformError};

/// The smallest and the largest piece, in bytes.
const PIECES: (usize, usize) = (64 << 10, 256 << 10);

/// A piece that takes less is followed by a larger one, a piece that takes four times as long by a smaller one.
const QUICK: Duration = Duration::from_secs(4);

/// How often it is tried again without getting any further, and how long is waited before.
const TRIES: (u32, Duration) = (5, Duration::from_millis(500));

/// A file to upload.
#[derive(Debug, Clone)]
pub struct FileToUpload {
    /// Its content.
    pub content: Bytes,
    /// The SHA-256 of its content, lower-case hex.
    pub sha256: String,
}

impl FileToUpload {
    /// A file with this content.
    #[must_use]
    pub fn new(content: Vec<u8>) -> Self {
        let sha256 = hex::encode(Sha256::digest(&content));
        Self { content: content.into(), sha256 }
    }
}

impl Platform {
    /// Uploads `file` for the case with the idempotency key `key` and says the upload's id. `on_progress` is told how many bytes the platform
    /// has, first of all when it is known where it begins.
    ///
    /// # Errors
    /// [`PlatformError`]: several tries in a row got no further, the platform does not know the token, or says no.
    pub async fn upload(
        &self,
        key: &str,
        file: &FileToUpload,
        on_progress: &(dyn Fn(usize) + Sync),
    ) -> Result<String, PlatformError> {
        let (mut size, mut n_tries, mut furthest) = (PIECES.0, 0, 0);
        loop {
            let error = match self.upload_from_there(key, file, (&mut size, &mut furthest), on_progress).await
            {
                Ok((id, true)) => return Ok(id),
                Ok((_, false)) => {
                    n_tries = 0;
                    continue;
                }
                Err(error) => error,
            };
            n_tries += 1;
            if n_tries >= TRIES.0 || !is_of_the_way(&error) {
                return Err(error);
            }
            sleep(TRIES.1).await;
        }
    }

    /// Asks how far it is and sends on from there. When it broke off after it got further, that is no failure: it says `false`.
    async fn upload_from_there(
        &self,
        key: &str,
        file: &FileToUpload,
        (size, furthest): (&mut usize, &mut usize),
        on_progress: &(dyn Fn(usize) + Sync),
    ) -> Result<(String, bool), PlatformError> {
        let asked = BeginUpload { length: file.content.len() as u64, sha256: file.sha256.clone() };
        let begin = self.sender().at(Operation::BeginUpload, &[]).key(key).json(&asked)?;
        let Upload { id, offset, .. } = self.sender().ask(&begin).await?;
        let nonsense = || PlatformError::Nonsense { reason: "an offset inside the file".into() };
        let mut at = usize::try_from(offset).map_err(|_| nonsense())?;
        let before = *furthest;
        loop {
            let rest = file.content.get(at..).ok_or_else(nonsense)?;
            on_progress(at);
            *furthest = at.max(*furthest);
            if rest.is_empty() {
                return Ok((id, true));
            }
            let end = at + rest.len().min(*size);
            let is_last = end == file.content.len();
            let call = self.sender().at(Operation::AppendToUpload, &[&id]);
            let began = Instant::now();
            match self.sender().body(&call.piece(at, file.content.slice(at..end), is_last)).await {
                Ok(_) => at = end,
                Err(error) => {
                    *size = PIECES.0;
                    return if *furthest > before && is_of_the_way(&error) {
                        Ok((id, false))
                    } else {
                        Err(error)
                    };
                }
            }
            let took = began.elapsed();
            if took < QUICK {
                *size = (*size * 2).min(PIECES.1);
            } else if took > QUICK * 4 {
                *size = (*size / 2).max(PIECES.0);
            }
        }
    }
}

/// Whether it is about the way and where the upload stands, and not about the file or the person.
fn is_of_the_way(error: &PlatformError) -> bool {
    match error {
        PlatformError::Unreachable | PlatformError::TimedOut => true,
        PlatformError::Refused { code, .. } => {
            matches!(
                code,
                ProblemCode::UploadOffset | ProblemCode::UploadUnknown | ProblemCode::UploadIncomplete
            )
        }
        _ => false,
    }
}
