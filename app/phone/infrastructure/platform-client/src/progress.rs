//! How long nothing may move. There is no limit to a whole request: a slow line is no broken one, and whoever gives up a transfer that
//! moves begins it anew for ever.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, sleep_until};

/// The size of a piece of a body, in bytes. The HTTP client takes up to 16 of them ahead of the line: at 64 kbit/s it asks for the next
/// ones after 8 s, which is well inside [`Limits::send`].
const PIECE: usize = 4 << 10;

/// How long nothing may move before a request is given up. Each counts anew with every byte that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// While the request is sent: between two of its pieces that go out.
    pub send: Duration,
    /// From the last piece of the request to the head of the answer. What the device's own network buffers still hold goes out in it.
    pub head: Duration,
    /// Between two chunks of the answer's body.
    pub read: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { send: Duration::from_secs(30), head: Duration::from_secs(60), read: Duration::from_secs(30) }
    }
}

/// What moved last while one request was sent.
#[derive(Debug)]
pub(crate) struct Progress {
    limits: Limits,
    last: Mutex<Last>,
}

#[derive(Debug, Clone, Copy)]
struct Last {
    at: Instant,
    is_all_sent: bool,
}

impl Progress {
    /// Nothing has moved yet; a request without a body has nothing to send.
    pub(crate) fn new(limits: Limits, has_body: bool) -> Arc<Self> {
        let last = Last { at: Instant::now(), is_all_sent: !has_body };
        Arc::new(Self { limits, last: Mutex::new(last) })
    }

    fn note(&self, is_all_sent: bool) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Last { at: Instant::now(), is_all_sent };
    }

    /// Ends when nothing has moved for as long as is allowed. It sleeps until then: it is woken once for each limit that passes.
    pub(crate) async fn stalled(&self) {
        loop {
            let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
            let limit = if last.is_all_sent { self.limits.head } else { self.limits.send };
            let end = last.at + limit;
            if Instant::now() >= end {
                return;
            }
            sleep_until(end).await;
        }
    }
}

/// A body that goes out in pieces, so that it is known how far it is. Its length is known before (`Content-Length`).
pub(crate) struct Pieces {
    rest: Bytes,
    progress: Arc<Progress>,
}

impl Pieces {
    pub(crate) fn new(body: Bytes, progress: Arc<Progress>) -> Self {
        Self { rest: body, progress }
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let n_next = PIECE.min(self.rest.len());
        let piece = self.rest.split_to(n_next);
        self.progress.note(self.rest.is_empty());
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
