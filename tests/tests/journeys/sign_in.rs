//! The door that a person comes back through from the provider: its page says what really happened, and nobody else's knock is
//! taken for theirs.

use anyhow::{Context, Result, ensure};
use fingertip_core::{Model, PersonMsg, SessionMsg, SessionState, Told};
use fingertip_locale::{Args, shell_messages};
use fingertip_runtime::Backend;
use fingertip_secrets::{FileSecrets, SecretStore};
use fingertip_tests::{
    nation::Nation,
    person::{Person, Place, sent_back},
};
use reqwest::StatusCode;
use tempfile::TempDir;
use url::Url;

/// A person with the app in hand, in a nation.
struct Door {
    _nation: Nation,
    device: TempDir,
    person: Person,
}

/// A sign-in under way: the provider's page.
struct Begun {
    url: Url,
}

impl Begun {
    fn asked(&self, name: &str) -> Result<String> {
        let found = self.url.query_pairs().find(|(own, _)| own == name).map(|(_, value)| value.into_owned());
        found.with_context(|| format!("the address has no {name}"))
    }

    fn issuer(&self) -> Result<String> {
        Ok(self.url.as_str().split("/authorize").next().context("an issuer")?.to_owned())
    }

    /// An answer with the right state and these parameters.
    fn answer(&self, parameters: &[(&str, &str)]) -> Result<Url> {
        let mut back = Url::parse(&self.asked("redirect_uri")?)?;
        back.query_pairs_mut().append_pair("state", &self.asked("state")?).extend_pairs(parameters);
        Ok(back)
    }
}

impl Door {
    async fn start() -> Result<Self> {
        let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
        let place =
            Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
        let person = Person::start(device.path(), &place).await?;
        person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
        person.says(PersonMsg::ChoseLanguage("en".into()));
        person.until("it speaks English", |model| model.preferences.language == "en").await?;
        Ok(Self { _nation: nation, device, person })
    }

    async fn begin(&self) -> Result<Begun> {
        self.person.says(SessionMsg::AskedToSignIn);
        let is_open = |model: &Model| matches!(*model.session, SessionState::SigningIn(Some(_)));
        let model = self.person.until("the provider's page can be opened", is_open).await?;
        let SessionState::SigningIn(Some(url)) = &*model.session else { anyhow::bail!("no address") };
        Ok(Begun { url: url.clone() })
    }

    /// Whether the device keeps a session at this moment.
    fn is_session_kept(&self) -> Result<bool> {
        Ok(FileSecrets::open(&self.device.path().join("secrets"))?.get("session-main")?.is_some())
    }

    /// The browser is shown these messages, and the app says the same and has no session.
    async fn refuses(&self, back: Url, message: &str) -> Result<()> {
        let shown = reqwest::get(back).await?;
        ensure!(shown.status() == StatusCode::FORBIDDEN, "{}", shown.status());
        says(&shown.text().await?, &["sheet-sign-in-failed-title", message])?;
        let told = |model: &Model| {
            model.told.iter().any(|told| matches!(told, Told::Fault(fault) if fault.message_id == message))
        };
        let model = self.person.until(&format!("{message} is told"), told).await?;
        ensure!(matches!(*model.session, SessionState::SignedOut { .. }) && !self.is_session_kept()?);
        self.person.says(fingertip_core::NoticesMsg::PutAway(0));
        self.person.until("it is put away", |model| model.told.is_empty()).await?;
        Ok(())
    }
}

/// The page says each of these, and none of the other things that such a page can say.
fn says(page: &str, messages: &[&str]) -> Result<()> {
    let text = |id: &str| shell_messages().text("en", id, &Args::new());
    for id in messages {
        ensure!(page.contains(&text(id)), "{id} is not on the page: {page}");
    }
    let titles = ["sheet-sign-in-done-title", "sheet-sign-in-failed-title", "sheet-sign-in-foreign-title"];
    for other in titles.iter().filter(|title| !messages.contains(title)) {
        ensure!(!page.contains(&format!("<h1>{}</h1>", text(other))), "{other} is on the page: {page}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_signed_in_when_the_person_is_and_not_before() -> Result<()> {
    let door = Door::start().await?;
    let begun = door.begin().await?;
    let back = sent_back(&begun.url, "zhang-wei").await?;
    // A neighbour knocks meanwhile, with all that it can guess.
    for stray in ["", "?code=x&state=x", "?error=access_denied", "?error=access_denied&state=x"] {
        let shown = reqwest::get(format!("{}{stray}", begun.asked("redirect_uri")?)).await?;
        ensure!(shown.status() == StatusCode::NOT_FOUND, "{stray}: {}", shown.status());
        says(&shown.text().await?, &["sheet-sign-in-foreign-title", "sheet-sign-in-foreign-body"])?;
        ensure!(!door.is_session_kept()?);
    }
    let shown = reqwest::get(back).await?;
    ensure!(door.is_session_kept()?, "it is done when the page says so");
    ensure!(shown.status() == StatusCode::OK, "{}", shown.status());
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
    ] {
        ensure!(shown.headers().get(name).is_some_and(|own| own == value), "{name}");
    }
    says(&shown.text().await?, &["sheet-sign-in-done-title", "sheet-sign-in-done-body"])?;
    door.person.until("the person is signed in", |model| model.signed_in().is_some()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_the_person_is_not_signed_in_and_why() -> Result<()> {
    let door = Door::start().await?;

    let begun = door.begin().await?;
    let issuer = begun.issuer()?;
    door.refuses(begun.answer(&[("code", "nobody-gave-it"), ("iss", &issuer)])?, "fault-sign-in-refused")
        .await?;

    let begun = door.begin().await?;
    door.refuses(begun.answer(&[("error", "server_error"), ("iss", &issuer)])?, "fault-sign-in-refused")
        .await?;

    // RFC 9207: a good code that another issuer brings, or nobody by name, is not redeemed.
    for issuer in [Some("https://evil.example"), None] {
        let begun = door.begin().await?;
        let mut back = sent_back(&begun.url, "zhang-wei").await?;
        let kept: Vec<_> = back.query_pairs().into_owned().filter(|(name, _)| name != "iss").collect();
        back.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(issuer.map(|issuer| ("iss", issuer)));
        door.refuses(back, "fault-sign-in-refused").await?;
    }

    let begun = door.begin().await?;
    let shown = reqwest::get(begun.answer(&[("error", "access_denied"), ("iss", &issuer)])?).await?;
    says(&shown.text().await?, &["sheet-sign-in-failed-title", "fault-sign-in-cancelled"])?;
    ensure!(!door.is_session_kept()?);

    let is_told = |model: &Model| matches!(*model.session, SessionState::SignedOut { .. });
    door.person.until("the app knows it, too", is_told).await?;
    door.person.says(SessionMsg::CancelledSignIn);
    door.person.signs_in("zhang-wei").await?;
    Ok(())
}
