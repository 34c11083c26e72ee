//! A bundle on its way: it goes on where it broke off, and gives way to what the person waits for.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use sigstore_tuf::metadata::TargetFile;
use tokio::sync::watch;

use crate::{
    BundleError, Progress,
    fetch::{FetchError, Fetcher, TargetAnswer},
    shelf::{Shelf, sha256_of},
};

/// Whether a download may take the network now. What the person waits for always may.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    /// Whether somebody waits for this one.
    pub(crate) is_urgent: Arc<AtomicBool>,
    /// How many wait for anything.
    pub(crate) taps: watch::Receiver<usize>,
}

impl Turn {
    async fn wait(&mut self) {
        while *self.taps.borrow_and_update() > 0 && !self.is_urgent.load(Ordering::Acquire) {
            // Whoever counts is gone: the client is, and this with it.
            if self.taps.changed().await.is_err() {
                return;
            }
        }
    }
}

/// The SHA-256 under which a target is listed. Every repository of ours lists one (TUF 1.0, 4.5).
pub(crate) fn listed_hash(info: &TargetFile) -> Result<String, BundleError> {
    let hash =
        hash_in(&info.hashes).filter(|hash| hash.len() == 64 && hash.bytes().all(|c| c.is_ascii_hexdigit()));
    hash.map(str::to_ascii_lowercase)
        .ok_or_else(|| BundleError::NotTrusted { reason: "a target has no SHA-256".into() })
}

fn hash_in(hashes: &BTreeMap<String, String>) -> Option<&str> {
    hashes.get("sha256").map(String::as_str)
}

/// Where a target stands under its hash (TUF 1.0, 7: consistent snapshots).
pub(crate) fn target_path(target: &str, hash: &str) -> String {
    match target.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/{hash}.{name}"),
        None => format!("{hash}.{target}"),
    }
}

/// Fetches a target of `length` bytes. What comes is kept at once, so that the next try goes on from there.
pub(crate) async fn download(
    fetcher: &Fetcher,
    shelf: &Shelf,
    path: &str,
    (hash, length): (&str, u64),
    turn: &mut Turn,
    progress: &watch::Sender<Option<Progress>>,
) -> Result<Vec<u8>, BundleError> {
    let mut bytes = shelf.partial(hash).filter(|bytes| bytes.len() as u64 <= length).unwrap_or_default();
    let had = bytes.len();
    if had == 0 {
        shelf.forget_partial(hash);
    }
    let outcome = go_on(fetcher, shelf, path, (hash, length), turn, progress, &mut bytes).await;
    if outcome.is_ok() && sha256_of(&bytes) == hash {
        return Ok(bytes);
    }
    match outcome {
        // What was kept of an earlier try may have been cut by a power failure: once more, from the beginning.
        Ok(()) if had > 0 => {
            shelf.forget_partial(hash);
            bytes.clear();
            go_on(fetcher, shelf, path, (hash, length), turn, progress, &mut bytes).await?;
        }
        outcome => outcome?,
    }
    if sha256_of(&bytes) == hash {
        return Ok(bytes);
    }
    shelf.forget_partial(hash);
    Err(BundleError::Changed { reason: format!("{path} has another hash") })
}

async fn go_on(
    fetcher: &Fetcher,
    shelf: &Shelf,
    path: &str,
    (hash, length): (&str, u64),
    turn: &mut Turn,
    progress: &watch::Sender<Option<Progress>>,
    bytes: &mut Vec<u8>,
) -> Result<(), BundleError> {
    let tell = |bytes: &[u8]| {
        progress.send_replace(Some(Progress { bytes: bytes.len() as u64, of: length }));
    };
    tell(bytes);
    if bytes.len() as u64 == length && length > 0 {
        return Ok(());
    }
    turn.wait().await;
    let mut answer = match fetcher.target(path, bytes.len() as u64).await? {
        TargetAnswer::From(_, answer) if answer_is_page(&answer, length, bytes.is_empty()) => {
            return Err(BundleError::NoRepository);
        }
        TargetAnswer::From(begins, answer) => {
            // This server gives only the whole.
            if begins == 0 && !bytes.is_empty() {
                shelf.forget_partial(hash);
                bytes.clear();
            }
            answer
        }
        TargetAnswer::NotFromThere => {
            shelf.forget_partial(hash);
            bytes.clear();
            match fetcher.target(path, 0).await? {
                TargetAnswer::From(0, answer) => answer,
                _ => return Err(BundleError::NoRepository),
            }
        }
    };
    let mut can_keep = true;
    loop {
        turn.wait().await;
        let Some(chunk) = fetcher.next(&mut answer).await? else { break };
        if bytes.is_empty() && is_page(&chunk) {
            return Err(BundleError::NoRepository);
        }
        if (bytes.len() + chunk.len()) as u64 > length {
            shelf.forget_partial(hash);
            return Err(BundleError::Changed { reason: format!("{path} is longer than was signed") });
        }
        bytes.extend_from_slice(&chunk);
        // A full disk does not stop what can be opened from memory.
        can_keep = can_keep && shelf.keep_partial(hash, &chunk);
        tell(bytes);
    }
    if (bytes.len() as u64) < length {
        return Err(FetchError::Interrupted.into());
    }
    Ok(())
}

/// A network's start page says how long it is, and that is not how long the bundle is. A range of it is none.
fn answer_is_page(answer: &reqwest::Response, length: u64, is_whole: bool) -> bool {
    let is_other = answer.content_length().is_some_and(|said| said != length);
    !is_whole && answer.status() == reqwest::StatusCode::OK && is_other
}

fn is_page(first: &[u8]) -> bool {
    // A bundle begins with PK, a component with a zero: neither with a tag.
    first.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests {
    use std::task::Poll;

    use super::*;

    #[tokio::test]
    async fn what_nobody_waits_for_gives_way_until_nobody_waits_or_somebody_waits_for_it() {
        let taps = watch::Sender::new(0);
        let is_urgent = Arc::new(AtomicBool::new(false));
        let mut turn = Turn { is_urgent: is_urgent.clone(), taps: taps.subscribe() };
        let mut waits = async || {
            let mut wait = Box::pin(turn.wait());
            std::future::poll_fn(|context| Poll::Ready(wait.as_mut().poll(context).is_pending())).await
        };
        assert!(!waits().await, "nobody waits for anything");
        taps.send_replace(1);
        assert!(waits().await, "somebody waits for something else");
        taps.send_replace(0);
        assert!(!waits().await, "they have it");
        is_urgent.store(true, Ordering::Release);
        taps.send_replace(2);
        assert!(!waits().await, "somebody waits for this");
    }
}
