//! Who is signed in at the console: a cookie that no script reads and no other site sends, and behind it a department.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
    response::Redirect,
};
use fingertip_kit::{body::text_header, secrets};
use fingertip_standard::{DepartmentId, LocalText};

use super::words::Words;
use crate::platform::Platform;

/// The cookie's name.
const COOKIE: &str = "fingertip-console";
/// How long an officer stays signed in: a working day.
const LIFETIME: Duration = Duration::from_secs(10 * 60 * 60);
/// More officers than a nation's departments have at once.
const MOST_SESSIONS: usize = 10_000;

/// The field of a form that names the session.
pub(crate) const FORM_TOKEN: &str = "form";

/// What the console's pages share.
pub(crate) struct Console {
    pub(crate) platform: Arc<Platform>,
    pub(crate) sessions: Sessions,
}

/// The sessions of this run: whoever restarts the platform signs every officer out.
#[derive(Default)]
pub(crate) struct Sessions {
    /// By the hash of the cookie's value.
    by_hash: Mutex<HashMap<String, Session>>,
}

#[derive(Clone)]
struct Session {
    department: DepartmentId,
    /// The hash of the department's token as it was: another token ends the session.
    token_hash: String,
    language: &'static str,
    form_token: String,
    until: Instant,
}

/// An officer who is signed in.
#[derive(Clone)]
pub(crate) struct Officer {
    pub(crate) department: DepartmentId,
    /// The department's name in the catalogue; empty where it is not there.
    pub(crate) name: LocalText,
    pub(crate) language: &'static str,
    /// What each form of theirs carries: another site cannot know it.
    pub(crate) form_token: String,
    cookie_hash: String,
}

impl Officer {
    /// Their page's words.
    pub(crate) fn words(&self) -> Words {
        Words::new(self.language)
    }
}

impl Sessions {
    /// Begins a session and says the cookie that belongs to it; none where there are too many or the system has no randomness.
    pub(crate) fn begin(
        &self,
        department: DepartmentId,
        token: &str,
        language: &'static str,
        is_secure: bool,
    ) -> Option<String> {
        let (value, form_token) = (secrets::make_token(32).ok()?, secrets::make_token(32).ok()?);
        let session = Session {
            department,
            token_hash: secrets::derive_hash(token),
            language,
            form_token,
            until: Instant::now() + LIFETIME,
        };
        let mut sessions = self.by_hash.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, session| session.until > Instant::now());
        if sessions.len() >= MOST_SESSIONS {
            return None;
        }
        sessions.insert(secrets::derive_hash(&value), session);
        Some(cookie(&value, LIFETIME.as_secs(), is_secure))
    }

    /// Ends a session; the cookie that forgets it.
    pub(crate) fn end(&self, officer: &Officer, is_secure: bool) -> String {
        self.by_hash.lock().unwrap_or_else(PoisonError::into_inner).remove(&officer.cookie_hash);
        cookie("", 0, is_secure)
    }

    fn find(&self, console: &Console, headers: &HeaderMap) -> Option<Officer> {
        let cookies = text_header(headers, "cookie")?;
        let value = cookies.split(';').find_map(|one| one.trim().strip_prefix(COOKIE)?.strip_prefix('='))?;
        let cookie_hash = secrets::derive_hash(value);
        let session =
            self.by_hash.lock().unwrap_or_else(PoisonError::into_inner).get(&cookie_hash).cloned()?;
        let registered = console.platform.departments.find(&session.department)?;
        let holds =
            session.until > Instant::now() && session.token_hash == secrets::derive_hash(&registered.token);
        let offered = console.platform.shelf.offered();
        let mut departments = offered.catalogue.departments.iter();
        let listed = departments.find(|listed| listed.id == session.department);
        holds.then(|| Officer {
            name: listed.map(|listed| listed.name.clone()).unwrap_or_default(),
            department: session.department,
            language: session.language,
            form_token: session.form_token,
            cookie_hash,
        })
    }
}

fn cookie(value: &str, seconds: u64, is_secure: bool) -> String {
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{COOKIE}={value}; Path=/console; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
}

impl FromRequestParts<Arc<Console>> for Officer {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, console: &Arc<Console>) -> Result<Self, Redirect> {
        console.sessions.find(console, &parts.headers).ok_or_else(|| Redirect::to("/console/sign-in"))
    }
}
