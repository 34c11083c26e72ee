//! One app a profile: a second start hands what it was started with to the first, and ends.
//!
//! The first holds a lock that its system lets go with the process, however that ends, so nothing stale is ever in the way. It
//! listens on a loopback port; the number and a token stand in a file that only this user can read. That works alike on every
//! system; a Unix domain socket's path may be no longer than some hundred bytes, and data folders are.

use std::{
    fs::{self, File, TryLockError},
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use fingertip_files::Access;
use serde::{Deserialize, Serialize};

/// How long either side waits for the other's words.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often a second start tries to reach a first one that is beginning or ending at that moment, and how long it waits between.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);
/// The most bytes of what is handed over; a link is far shorter.
const MOST_BYTES: u64 = 64 << 10;

/// Whose turn it is.
pub(super) enum Turn {
    /// This start's, until the holder is dropped.
    Own(Holder),
    /// Another's, which has been told.
    Others,
}

/// Holds the turn.
pub(super) struct Holder {
    address: PathBuf,
    port: u16,
    is_ending: Arc<AtomicBool>,
    _lock: File,
}

/// Where the first start listens.
#[derive(Serialize, Deserialize)]
struct Address {
    port: u16,
    token: String,
}

/// What a second start says.
#[derive(Serialize, Deserialize)]
struct Handed {
    token: String,
    link: Option<String>,
}

/// Takes the turn for `name` in `folder`, or hands `link` to the start that has it. `on_arrival` is told of each later start
/// and its link.
///
/// # Errors
/// The folder cannot be written, or the other start neither answers nor ends.
pub(super) fn take_turn(
    folder: &Path,
    name: &str,
    link: Option<&str>,
    on_arrival: impl Fn(Option<String>) + Send + 'static,
) -> io::Result<Turn> {
    fs::create_dir_all(folder)?;
    let address = folder.join(format!("running-{name}.json"));
    let path = folder.join(format!("running-{name}.lock"));
    let lock = File::options().create(true).truncate(false).write(true).open(path)?;
    for _ in 0..TRIES {
        match lock.try_lock() {
            Ok(()) => return listen(address, lock, on_arrival).map(Turn::Own),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) => {}
        }
        match hand_over(&address, link) {
            Ok(()) => return Ok(Turn::Others),
            Err(error) => {
                tracing::debug!(kind = %error.kind(), "the start that has the turn does not answer yet")
            }
        }
        thread::sleep(PAUSE);
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "another start has the turn and does not answer"))
}

fn listen(
    address: PathBuf,
    lock: File,
    on_arrival: impl Fn(Option<String>) + Send + 'static,
) -> io::Result<Holder> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    let token = hex::encode(rand::random::<[u8; 32]>());
    let told = serde_json::to_vec(&Address { port, token: token.clone() })?;
    fingertip_files::write(&address, &told, Access::Owner)?;
    let is_ending = Arc::new(AtomicBool::new(false));
    let ending = is_ending.clone();
    thread::Builder::new().name("fingertip-turn".into()).spawn(move || {
        for stream in listener.incoming() {
            if ending.load(Ordering::Acquire) {
                break;
            }
            match stream.and_then(|stream| answer(&stream, &token)) {
                Ok(link) => on_arrival(link),
                Err(error) => {
                    // What came may be a link with everything that is in it.
                    tracing::warn!(kind = %error.kind(), "what came from another program is no start of this app")
                }
            }
        }
    })?;
    Ok(Holder { address, port, is_ending, _lock: lock })
}

/// Takes what a later start hands over.
fn answer(mut stream: &TcpStream, token: &str) -> io::Result<Option<String>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    BufReader::new(stream.take(MOST_BYTES)).read_line(&mut line)?;
    let handed: Handed = serde_json::from_str(&line)?;
    // Every program of every user reaches a port; only this user's can have read the token.
    if !is_same(&handed.token, token) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "a wrong token"));
    }
    stream.write_all(b"taken\n")?;
    Ok(handed.link)
}

/// Compares so that the time taken tells nothing of the expected token.
fn is_same(given: &str, expected: &str) -> bool {
    given.len() == expected.len()
        && given.bytes().zip(expected.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn hand_over(address: &Path, link: Option<&str>) -> io::Result<()> {
    let Address { port, token } = serde_json::from_slice(&fs::read(address)?)?;
    let to = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&to, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = serde_json::to_vec(&Handed { token, link: link.map(str::to_owned) })?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut reply = String::new();
    BufReader::new((&stream).take(MOST_BYTES)).read_line(&mut reply)?;
    if reply == "taken\n" { Ok(()) } else { Err(io::Error::other("it was not taken")) }
}

impl Drop for Holder {
    fn drop(&mut self) {
        self.is_ending.store(true, Ordering::Release);
        // Where it stays, the next holder writes over it.
        let _ = fs::remove_file(&self.address);
        // The thread waits for somebody to come; this lets it see that it is over.
        let _ = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)), PATIENCE);
    }
}

#[cfg(test)]
mod tests;
