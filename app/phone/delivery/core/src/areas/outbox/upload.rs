//! The files of a case, or of what is done in one, go ahead of it, piece by piece: what the platform has once is not sent again, whatever happens on the way.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_contract::{ProblemCode, api::SubmittedFile};
use fingertip_platform_client::{FileToUpload, PlatformError};

use crate::{areas::outbox::msg::OutboxMsg, world::World};

/// Files that are no larger together, in bytes of base64, go with the case: two more requests would cost more.
const MOST_WITH_CASE: usize = 32 << 10;

/// A file as it goes with a case.
pub(crate) fn submitted(key: String, name: String, media_type: String, content: &[u8]) -> SubmittedFile {
    SubmittedFile { key, name, media_type, content: BASE64.encode(content), upload: None }
}

/// `files` where the platform has them. Whether they go ahead depends on them alone, so that it is the same request at each try.
pub(crate) async fn send_ahead(
    world: &World,
    key: &str,
    files: &[SubmittedFile],
) -> Result<Vec<SubmittedFile>, PlatformError> {
    let mut ahead = files.to_vec();
    let whole: usize = files.iter().map(|file| file.content.len()).sum();
    if whole <= MOST_WITH_CASE {
        return Ok(ahead);
    }
    let mut before = 0;
    for file in &mut ahead {
        let size = file.content.len();
        let content = BASE64.decode(&file.content);
        let content = content.map_err(|_| PlatformError::Nonsense { reason: "a kept file".to_owned() })?;
        let on_progress = |sent: usize| {
            // Three bytes are four letters of base64.
            let sent = (before + sent / 3 * 4).min(whole);
            let percent = u8::try_from(sent * 100 / whole).unwrap_or(100);
            world.send(OutboxMsg::WentOn { key: key.to_owned(), percent });
        };
        match world.platform.upload(key, &FileToUpload::new(content), &on_progress).await {
            Ok(id) => {
                file.upload = Some(id);
                file.content.clear();
            }
            // A platform of before there were uploads takes them with the case.
            Err(PlatformError::Refused { code: ProblemCode::NotFound, .. }) => return Ok(files.to_vec()),
            Err(error) => return Err(error),
        }
        before += size;
    }
    Ok(ahead)
}
