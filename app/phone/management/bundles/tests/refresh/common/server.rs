//! A server of static files that breaks as it is told to.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// What a server does in place of what it should.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Manner {
    /// Nothing: it gives the file.
    #[default]
    Honest,
    /// A page for everything, as networks do that one has to sign in to.
    Page,
    /// A page for everything, that does not say it is one.
    QuietPage,
    /// A status for everything.
    Status(u16),
    /// JSON for everything, that is no metadata.
    Nonsense,
    /// It gives the whole, whatever part is asked for.
    NoRanges,
    /// Something else for a path that ends so.
    Instead(&'static str, Vec<u8>),
}

struct Shared {
    folder: Mutex<PathBuf>,
    manner: Mutex<Manner>,
    /// How many bytes it gives before the line is cut for good; below zero is none.
    budget: AtomicI64,
    /// Whether it holds its breath after the first half of a bundle.
    holds: AtomicBool,
    /// Which file it holds.
    held: Mutex<&'static str>,
    asked: Mutex<Vec<String>>,
    sent: AtomicUsize,
}

/// A server of static files that breaks as it is told to.
#[derive(Clone)]
pub(crate) struct Server {
    shared: Arc<Shared>,
    port: u16,
}

impl Server {
    pub(crate) fn start(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared {
            folder: Mutex::new(folder.to_owned()),
            manner: Mutex::default(),
            budget: AtomicI64::new(i64::MAX),
            holds: AtomicBool::new(false),
            held: Mutex::new(""),
            asked: Mutex::default(),
            sent: AtomicUsize::new(0),
        });
        let server = Self { shared, port };
        let at = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let at = at.clone();
                thread::spawn(move || at.answer(stream));
            }
        });
        server
    }

    /// A server of its own for the same folder.
    pub(crate) fn another(&self) -> Self {
        Self::start(&self.shared.folder.lock().expect("a folder"))
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn serve(&self, folder: &Path) {
        folder.clone_into(&mut self.shared.folder.lock().expect("a folder"));
    }

    pub(crate) fn behave(&self, manner: Manner) {
        *self.shared.manner.lock().expect("a manner") = manner;
    }

    /// Gives so many bytes more, heads included, and then nothing to anybody.
    pub(crate) fn cut_after(&self, bytes: usize) {
        self.shared.budget.store(i64::try_from(bytes).expect("a number"), Ordering::SeqCst);
    }

    pub(crate) fn mend(&self) {
        self.shared.budget.store(i64::MAX, Ordering::SeqCst);
        self.shared.holds.store(false, Ordering::SeqCst);
        self.behave(Manner::Honest);
    }

    /// Stops in the middle of files whose path ends so, until it is mended.
    pub(crate) fn hold(&self, path: &'static str) {
        *self.shared.held.lock().expect("a path") = path;
        self.shared.holds.store(true, Ordering::SeqCst);
    }

    /// The paths that were asked for since the last call, and how many bytes were sent.
    pub(crate) fn took(&self) -> (Vec<String>, usize) {
        let asked = std::mem::take(&mut *self.shared.asked.lock().expect("a list"));
        (asked, self.shared.sent.swap(0, Ordering::SeqCst))
    }

    fn answer(&self, mut stream: TcpStream) {
        let Some((path, from)) = ask(&stream) else { return };
        self.shared.asked.lock().expect("a list").push(path.clone());
        let manner = self.shared.manner.lock().expect("a manner").clone();
        let page = b"<!doctype html><title>Welcome to our network</title>".to_vec();
        let file = || std::fs::read(self.shared.folder.lock().expect("a folder").join(&path)).ok();
        let (status, kind, body) = match manner {
            Manner::Page => (200, "text/html", page),
            Manner::QuietPage => (200, "application/octet-stream", page),
            Manner::Status(status) => (status, "text/plain", b"no".to_vec()),
            Manner::Nonsense => (200, "application/json", b"{\"signed\": {}}".to_vec()),
            Manner::Instead(end, body) if path.ends_with(end) => (200, "application/octet-stream", body),
            Manner::Honest | Manner::NoRanges | Manner::Instead(..) => match file() {
                None => (404, "text/plain", Vec::new()),
                Some(file) if from > 0 && manner != Manner::NoRanges => {
                    (206, "application/octet-stream", file.get(from..).unwrap_or_default().to_vec())
                }
                Some(file) => (200, "application/octet-stream", file),
            },
        };
        let range = if status == 206 {
            let all = from + body.len();
            format!("content-range: bytes {from}-{}/{all}\r\n", all.saturating_sub(1))
        } else {
            String::new()
        };
        let head = format!(
            "HTTP/1.1 {status} Answer\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n{range}connection: close\r\n\r\n",
            body.len()
        );
        let whole = [head.as_bytes(), &body].concat();
        let is_held = path.ends_with(*self.shared.held.lock().expect("a path"));
        let half = head.len() + body.len() / 2;
        let mut at = 0;
        for part in [&whole[..half], &whole[half..]] {
            while at > 0 && is_held && self.shared.holds.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            let left =
                self.shared.budget.fetch_sub(i64::try_from(part.len()).unwrap_or(i64::MAX), Ordering::SeqCst);
            let left = usize::try_from(left).unwrap_or(0).min(part.len());
            self.shared.sent.fetch_add(left, Ordering::SeqCst);
            if stream.write_all(&part[..left]).and_then(|()| stream.flush()).is_err() || left < part.len() {
                return;
            }
            at += part.len();
        }
    }
}

/// The path that is asked for, and the byte from which on.
fn ask(stream: &TcpStream) -> Option<(String, usize)> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let path = first.split(' ').nth(1)?.trim_start_matches('/').to_owned();
    let mut from = 0;
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        let line = line.to_ascii_lowercase();
        if let Some(range) = line.strip_prefix("range: bytes=") {
            from = range.trim_end_matches('-').parse().ok()?;
        }
    }
    Some((path, from))
}
