//! Who is signed in at the console: a cookie that no script reads and no other site sends, and behind it a department.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
    response::Redirect,
};
use fingertip_kit::{body::text_header, clock, secrets};
use fingertip_locale::SHELL_LANGUAGES;
use fingertip_standard::{DepartmentId, LocalText};
use fingertip_store::{
    StoreError, Transaction,
    console_sessions::{self, Session},
};

use super::words::Words;
use crate::platform::Platform;

/// The cookie's name.
const COOKIE: &str = "fingertip-console";
/// How long an officer stays signed in: a working day.
const LIFETIME: Duration = Duration::from_secs(10 * 60 * 60);
/// More officers than a nation's departments have at once.
const MOST_SESSIONS: u32 = 10_000;

/// The field of a form that names the session.
pub(crate) const FORM_TOKEN: &str = "form";

/// What the console's pages share.
pub(crate) struct Console {
    pub(crate) platform: Arc<Platform>,
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

impl Console {
    /// Begins a session and says the cookie that belongs to it; none where there are too many or the system has no randomness.
    pub(crate) async fn begin_session(
        &self,
        department: DepartmentId,
        token: &str,
        language: &'static str,
    ) -> Result<Option<String>, StoreError> {
        let (Ok(value), Ok(form_token)) = (secrets::make_token(32), secrets::make_token(32)) else {
            return Ok(None);
        };
        let now_ms = clock::now().as_millisecond();
        let session = Session {
            department,
            token_hash: secrets::derive_hash(token),
            language: language.to_owned(),
            form_token,
            until_ms: now_ms.saturating_add(i64::try_from(LIFETIME.as_millis()).unwrap_or(i64::MAX)),
        };
        let hash = secrets::derive_hash(&value);
        let begin = move |work: &Transaction<'_>| {
            console_sessions::begin(work, &hash, &session, (now_ms, MOST_SESSIONS))
        };
        let has_begun = self.platform.database.run(begin).await?;
        Ok(has_begun.then(|| self.cookie(&value, LIFETIME.as_secs())))
    }

    /// Ends a session; the cookie that forgets it.
    pub(crate) async fn end_session(&self, officer: Officer) -> Result<String, StoreError> {
        let end = move |work: &Transaction<'_>| console_sessions::end(work, &officer.cookie_hash);
        self.platform.database.run(end).await?;
        Ok(self.cookie("", 0))
    }

    async fn find_session(&self, headers: &HeaderMap) -> Result<Option<Officer>, StoreError> {
        let value = text_header(headers, "cookie").and_then(|cookies| {
            cookies.split(';').find_map(|one| one.trim().strip_prefix(COOKIE)?.strip_prefix('='))
        });
        let Some(cookie_hash) = value.map(secrets::derive_hash) else { return Ok(None) };
        let hash = cookie_hash.clone();
        let find = move |work: &Transaction<'_>| console_sessions::find(work, &hash);
        let Some(session) = self.platform.database.look(find).await? else { return Ok(None) };
        let Some(registered) = self.platform.departments.find(&session.department) else { return Ok(None) };
        let holds = session.until_ms > clock::now().as_millisecond()
            && session.token_hash == secrets::derive_hash(&registered.token);
        let offered = self.platform.shelf.offered();
        let mut departments = offered.catalogue.departments.iter();
        let listed = departments.find(|listed| listed.id == session.department);
        Ok(holds.then(|| Officer {
            name: listed.map(|listed| listed.name.clone()).unwrap_or_default(),
            department: session.department,
            language: known(&session.language),
            form_token: session.form_token,
            cookie_hash,
        }))
    }

    fn cookie(&self, value: &str, seconds: u64) -> String {
        let secure = if self.platform.url.starts_with("https://") { "; Secure" } else { "" };
        format!("{COOKIE}={value}; Path=/console; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
    }
}

/// The language of that name among those of the pages.
fn known(name: &str) -> &'static str {
    SHELL_LANGUAGES.into_iter().find(|language| *language == name).unwrap_or(SHELL_LANGUAGES[0])
}

impl FromRequestParts<Arc<Console>> for Officer {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, console: &Arc<Console>) -> Result<Self, Redirect> {
        let found = console.find_session(&parts.headers).await.unwrap_or_else(|error| {
            tracing::error!(%error, "who is signed in at the console is not known");
            None
        });
        found.ok_or_else(|| Redirect::to("/console/sign-in"))
    }
}
