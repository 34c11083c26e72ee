//! A person with the app in hand: says what they do, looks at what it shows. Works through the core alone.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::{Context, Result, bail};
use fingertip_core::{
    Core, CoreOptions, MiniAppMsg, Model, Msg, OpenMiniApp, Running, SessionMsg, SessionState, Sheet,
};
use fingertip_locale::{Formatter, shell_messages};
use fingertip_records::ProfileName;
use fingertip_runtime::Backend;
use fingertip_secrets::{FileSecrets, SecretStore};
use fingertip_standard::{
    events::Input,
    view::{Kind, Node},
};
use jiff::Timestamp;
use url::Url;

/// How long anything may take before the person gives up.
const PATIENCE: Duration = Duration::from_secs(45);

/// A clock.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What a person needs to begin.
#[derive(Clone)]
pub struct Place {
    /// Where the platform is.
    pub platform_url: String,
    /// The root of its repository.
    pub root: Vec<u8>,
    /// How mini-apps run.
    pub backend: Backend,
}

/// A person with the app in hand.
pub struct Person {
    /// The app.
    pub core: Core,
}

impl Person {
    /// Starts the app on the device `folder`.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(folder: &Path, place: &Place) -> Result<Self> {
        Self::start_at(folder, place, Arc::new(Timestamp::now)).await
    }

    /// As [`Self::start`], with a clock of the test's own.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_at(folder: &Path, place: &Place, now: Clock) -> Result<Self> {
        let person = Self { core: open(folder, place, now, None)? };
        person.until("what was kept is read", |model| model.is_restored).await?;
        Ok(person)
    }

    /// As [`Self::start`], with the PIN that the person gives.
    ///
    /// # Errors
    /// When it does not start; a `CoreError` says why.
    pub async fn start_with_pin(folder: &Path, place: &Place, pin: &str) -> Result<Self> {
        let person = Self { core: open(folder, place, Arc::new(Timestamp::now), Some(pin))? };
        person.until("what was kept is read", |model| model.is_restored).await?;
        Ok(person)
    }

    /// Says what happened.
    pub fn says(&self, msg: impl Into<Msg>) {
        self.core.send(msg);
    }

    /// Waits until the app shows what is wanted.
    ///
    /// # Errors
    /// When it does not within patience; the error says what it shows instead.
    pub async fn until(&self, what: &str, is_so: impl Fn(&Model) -> bool) -> Result<Arc<Model>> {
        let mut watch = self.core.watch();
        let waited = tokio::time::timeout(PATIENCE, watch.wait_for(|model| is_so(model))).await;
        match waited {
            Ok(Ok(model)) => Ok(model.clone()),
            _ => bail!("waited in vain until {what}; the app shows {}", shown(&self.core.model())),
        }
    }

    /// As [`Self::until`], for what takes a device long the first time.
    ///
    /// # Errors
    /// As [`Self::until`].
    pub async fn patiently_until(&self, what: &str, is_so: impl Fn(&Model) -> bool) -> Result<Arc<Model>> {
        let mut waited = self.until(what, &is_so).await;
        for _ in 0..5 {
            if waited.is_ok() {
                break;
            }
            waited = self.until(what, &is_so).await;
        }
        waited
    }

    /// Waits until the mini-app shows the page with this key.
    ///
    /// # Errors
    /// As [`Self::until`].
    pub async fn until_page(&self, key: &str) -> Result<Arc<Model>> {
        self.until(&format!("the page {key} is shown"), |model| page(model).as_deref() == Some(key)).await
    }

    /// Types or chooses.
    pub fn gives(&self, key: &str, input: Input) {
        self.says(MiniAppMsg::ChangedInput { key: key.to_owned(), input });
    }

    /// Types.
    pub fn types(&self, key: &str, text: &str) {
        self.gives(key, Input::Text(text.to_owned()));
    }

    /// Chooses.
    pub fn chooses(&self, key: &str, id: &str) {
        self.gives(key, Input::Choice(id.to_owned()));
    }

    /// Waits for the sheet to share facts, and agrees.
    ///
    /// # Errors
    /// As [`Self::until`].
    pub async fn agrees_to_share(&self) -> Result<()> {
        self.until("the sheet to share", |model| matches!(model.sheets.first(), Some(Sheet::Consent { .. })))
            .await?;
        self.answers_sheet(true);
        Ok(())
    }

    /// Answers the mini-app's sheet that is shown first.
    pub fn answers_sheet(&self, has_agreed: bool) {
        // It takes no press in its first half second.
        std::thread::sleep(Duration::from_millis(600));
        if let Some(sheet) = self.core.model().sheets.first().and_then(|sheet| sheet.id()) {
            self.says(MiniAppMsg::AnsweredSheet { sheet, has_agreed });
        }
    }

    /// Presses a button or a row of what is shown.
    ///
    /// # Errors
    /// When nothing that is shown has the action.
    pub fn presses(&self, action: &str) -> Result<()> {
        let model = self.core.model();
        let view = model.open.as_ref().and_then(OpenMiniApp::view).context("no mini-app is shown")?;
        for node in &view.nodes {
            match &node.kind {
                Kind::Button(button) if button.action == action && button.submits => {
                    self.says(MiniAppMsg::Submitted { action: action.to_owned() });
                    return Ok(());
                }
                kind => {
                    if let Some((row, _)) = kind.actions().into_iter().find(|(_, own)| *own == action) {
                        self.says(MiniAppMsg::Acted {
                            action: action.to_owned(),
                            node: node.key.clone(),
                            row,
                        });
                        return Ok(());
                    }
                }
            }
        }
        bail!("nothing that is shown has the action {action:?}: {}", shown(&model))
    }

    /// Signs in at the provider's page, as `who`, in a browser of their own.
    ///
    /// # Errors
    /// When the provider or the app does not take it.
    pub async fn signs_in(&self, who: &str) -> Result<()> {
        self.signs_in_by(SessionMsg::AskedToSignIn, who).await
    }

    /// As [`Self::signs_in`], at the provider that is chosen.
    ///
    /// # Errors
    /// As [`Self::signs_in`].
    pub async fn signs_in_at(&self, issuer: &str, who: &str) -> Result<()> {
        self.signs_in_by(SessionMsg::AskedToSignInAt(issuer.to_owned()), who).await
    }

    async fn signs_in_by(&self, asked: SessionMsg, who: &str) -> Result<()> {
        self.says(asked);
        let model = self
            .until("the provider's page can be opened", |model| {
                matches!(*model.session, SessionState::SigningIn(Some(_)))
            })
            .await?;
        let SessionState::SigningIn(Some(url)) = &*model.session else { bail!("no address to sign in at") };
        at_provider(url, who).await?;
        self.until("the person is signed in", |model| model.signed_in().is_some()).await?;
        Ok(())
    }
}

/// Opens the app on the device `folder`.
fn open(folder: &Path, place: &Place, now: Clock, pin: Option<&str>) -> Result<Core> {
    let secrets: Arc<dyn SecretStore> = Arc::new(FileSecrets::open(&folder.join("secrets"))?);
    Ok(Core::start(CoreOptions {
        meaning: None,
        first_language: None,
        data: folder.to_owned(),
        downloads: folder.join("downloads"),
        profile: ProfileName::new("main")?,
        platform_url: place.platform_url.clone(),
        root: place.root.clone(),
        pin: pin.map(str::to_owned),
        backend: place.backend,
        secrets,
        poll: Duration::from_millis(200),
        now,
        open_browser: Arc::new(|_| ()),
        share: None,
    })?)
}

/// What a person does at the provider's page: opens it, chooses who they are, gives the passcode, is sent back.
///
/// # Errors
/// When the provider or the app's own port does not take it.
pub async fn at_provider(url: &Url, who: &str) -> Result<()> {
    let done = reqwest::get(sent_back(url, who).await?).await?;
    if !done.status().is_success() {
        bail!("the app's own port answers {}", done.status());
    }
    Ok(())
}

/// As [`at_provider`], up to where the provider sends the person's browser back to.
///
/// # Errors
/// When the provider does not take it.
pub async fn sent_back(url: &Url, who: &str) -> Result<Url> {
    let browser = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let page = browser.get(url.clone()).send().await?;
    if !page.status().is_success() {
        bail!("the provider's page answers {}", page.status());
    }
    let mut form: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    // Where the identity card is asked for, its passcode.
    let is_by_card = form.iter().any(|(name, value)| name == "acr_values" && value == "identity-card");
    let passcode = if is_by_card { "654321" } else { "123456" };
    form.extend([("person".into(), who.into()), ("passcode".into(), passcode.into())]);
    let mut login = url.clone();
    login.set_query(None);
    let login = login.join("login")?;
    let answer = browser.post(login).form(&form).send().await?;
    let back = answer.headers().get("location").and_then(|location| location.to_str().ok());
    Ok(back.with_context(|| format!("the provider answers {}", answer.status()))?.parse()?)
}

/// What the host holds for the open mini-app, while it runs.
#[must_use]
pub fn running(model: &Model) -> Option<&Running> {
    model.open.as_ref()?.running()
}

/// The key of the page that the mini-app shows.
#[must_use]
pub fn page(model: &Model) -> Option<String> {
    model.open.as_ref()?.view()?.nodes.first().map(|node| node.key.clone())
}

/// The node of the mini-app with this key.
#[must_use]
pub fn node<'a>(model: &'a Model, key: &str) -> Option<&'a Node> {
    model.open.as_ref()?.view()?.nodes.iter().find(|node| node.key == key)
}

/// What a card on home says in English, line by line; none where it is not drawn.
#[must_use]
pub fn card(model: &Model, widget: &str) -> Option<Vec<String>> {
    let made = model.widgets.iter().find(|own| own.kept.place.widget == widget)?.card.as_ref()?;
    let words = made.words(Formatter::new(shell_messages(), "en"), Arc::new(|_, _| None));
    Some(
        [made.card.title]
            .iter()
            .chain(&made.card.value)
            .chain(&made.card.details)
            .map(|&word| words.text(word))
            .collect(),
    )
}

/// What is shown, without anything that a person typed.
#[must_use]
pub fn shown(model: &Model) -> String {
    let open = model.open.as_ref();
    let keys: Vec<_> = open
        .and_then(OpenMiniApp::view)
        .map(|view| view.nodes.iter().map(|node| node.key.as_str()).collect())
        .unwrap_or_default();
    format!(
        "online {}, widgets {}, catalogue {}, session {}, cases {:?}, documents {}, told {:?}, sheets {:?}, mini-app {:?}, problems {:?}, nodes {keys:?}",
        model.is_online,
        model.widgets.iter().filter(|widget| widget.card.is_some()).count(),
        model.catalogue.ready().is_some(),
        match *model.session {
            SessionState::SignedIn(_) => "in",
            SessionState::SigningIn(_) => "under way",
            SessionState::SignedOut { .. } => "out",
        },
        model.cases.iter().map(|case| &case.value.state).collect::<Vec<_>>(),
        model.documents.len(),
        model.told,
        model.sheets.iter().map(std::mem::discriminant).collect::<Vec<_>>(),
        open.map(OpenMiniApp::state),
        running(model).map(|own| &own.problems),
    )
}
