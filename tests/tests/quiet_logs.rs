//! Logs hold nothing that a person typed or was told, whatever `RUST_LOG` says: a person lives a short life in the app, a nation
//! beside them, everything is logged, and what was typed and told is searched for. A fact by its value, a token, an address with
//! its parameters, a text that a parser could not read, the words of a script.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use anyhow::{Context, Result, ensure};
use fingertip_contract::{Rating, RatingLevel, Service};
use fingertip_core::{
    CasesMsg, LinksMsg, MiniAppMsg, MiniAppState, Model, NoticesMsg, PersonMsg, SearchMsg, SessionMsg,
    SessionState,
};
use fingertip_records::{ProfileName, Profiles};
use fingertip_runtime::Backend;
use fingertip_secrets::{FileSecrets, SecretStore, existing_key};
use fingertip_standard::{RegionCode, ServiceId, events::Input};
use fingertip_tests::{
    nation::{Nation, engine, project, script_release},
    person::{Person, Place, node, page, running},
};
use tracing_subscriber::EnvFilter;

const SEARCHED: &str = "planted-search-31";
const PHONE: &str = "13900139007";
const ADDRESS: &str = "广州市天河区埋藏路九十九号";
const RATED: &str = "埋藏的评语";
const LINKED: &str = "planted-link-31";
const PROVIDED: &str = "planted-provider-31";
const KEPT: &str = "planted-setting-31";

/// Says aloud all that it is told, what a link says too.
const GOSSIP: &str = "exports.update = (event) => { throw new Error(JSON.stringify(event)) };
    exports.save = () => new Uint8Array()";

/// Everything that was logged.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, said: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("paper").write(said)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn gossip_service() -> Result<Service> {
    Ok(serde_json::from_value(serde_json::json!({
        "id": "gossip", "name": { "en": "Gossip" }, "department": "transport", "region": "100000", "theme": "transport",
        "mini_app": { "app": "cn.example.transport.gossip", "route": "/" },
    }))?)
}

/// Nothing is open and nothing told.
async fn put_away(person: &Person) -> Result<()> {
    for _ in 0..person.core.model().told.len() {
        person.says(NoticesMsg::PutAway(0));
    }
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is put away", |model| model.told.is_empty() && model.open.is_none()).await?;
    Ok(())
}

/// The app begins, and something is searched for.
async fn begin(device: &Path, place: &Place) -> Result<Person> {
    let person = Person::start(device, place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::FinishedFirstStart);
    person.says(SearchMsg::TypedSearch(SEARCHED.into()));
    person.until("it is searched", |model| model.search.answered == SEARCHED).await?;
    Ok(person)
}

/// The provider refuses once, with words of its own, and then takes the person. Gives what was planted by both.
async fn sign_in(person: &Person, secrets: &dyn SecretStore) -> Result<Vec<String>> {
    person.says(SessionMsg::AskedToSignIn);
    let is_open = |model: &Model| matches!(*model.session, SessionState::SigningIn(Some(_)));
    let model = person.until("the provider's page can be opened", is_open).await?;
    let SessionState::SigningIn(Some(url)) = &*model.session else {
        anyhow::bail!("no address to sign in at")
    };
    let asked = |name: &str| {
        let found = url.query_pairs().find(|(own, _)| own == name).map(|(_, value)| value.into_owned());
        found.with_context(|| format!("the address has no {name}"))
    };
    let issuer = url.as_str().split("/authorize").next().context("an issuer")?;
    let mut back = url::Url::parse(&asked("redirect_uri")?)?;
    back.query_pairs_mut().extend_pairs([
        ("error", PROVIDED),
        ("error_description", PROVIDED),
        ("state", &asked("state")?),
        ("iss", issuer),
    ]);
    ensure!(reqwest::get(back).await?.status() == 403, "the page does not say that the person is signed in");
    person.until("it is refused", |model| matches!(*model.session, SessionState::SignedOut { .. })).await?;
    let mut planted = vec![asked("state")?, asked("nonce")?, asked("code_challenge")?];
    put_away(person).await?;
    person.signs_in("zhang-wei").await?;
    let model = person.core.model();
    let session = model.signed_in().context("signed in")?;
    planted.push(session.subject.clone());
    planted.extend(
        session.claims.iter().filter(|(name, _)| name.as_str() != "gender").map(|(_, value)| value.clone()),
    );
    let kept = secrets.get("session-main")?.context("a kept session")?;
    let kept: serde_json::Value = serde_json::from_slice(&kept)?;
    planted.push(kept["refresh_token"].as_str().context("a refresh token")?.to_owned());
    planted.push(kept["key"].as_str().context("the key that it is bound to")?.to_owned());
    Ok(planted)
}

/// A card is asked for, from the first page to the rating. Gives what was told.
async fn card(person: &Person) -> Result<Vec<String>> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-intro").await?;
    person.presses("start")?;
    person.agrees_to_share().await?;
    person.until_page("page-you").await?;
    person.types("phone", LINKED);
    person.presses("continue")?;
    person
        .until("what is no telephone number is told", |model| {
            running(model).is_some_and(|own| own.problems.contains_key("phone"))
        })
        .await?;
    person.types("phone", PHONE);
    person.presses("continue")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "identity-card");
    person.presses("continue")?;
    person.until("the page of the delivery", |model| node(model, "bank").is_some()).await?;
    let model = person.core.model();
    let bank = match node(&model, "bank").map(|node| &node.kind) {
        Some(fingertip_standard::view::Kind::SelectFrom(list)) => {
            list.choices.first().map(|own| own.id.clone())
        }
        _ => None,
    };
    person.chooses("bank", &bank.context("a bank")?);
    person.chooses("delivery", "post");
    person.until("the address is asked for", |model| node(model, "address").is_some()).await?;
    person.types("address", ADDRESS);
    person.gives("truth", Input::Agreed(true));
    person.presses("continue")?;
    person.until_page("page-check").await?;
    person.presses("send")?;
    let model = person.until_page("page-sent").await?;
    let id = model.cases.first().context("the case")?.value.id.clone();
    let model = person.until("the card is in the records", |model| !model.documents.is_empty()).await?;
    let number = model.documents.first().context("a document")?.document.number.clone();
    person
        .until("the case is closed", |model| {
            model.case(&id).is_some_and(|case| case.value.state == fingertip_contract::CaseState::Closed)
        })
        .await?;
    person.says(CasesMsg::RatedCase(
        id.clone(),
        Rating { level: RatingLevel::Dissatisfied, text: RATED.into() }.into(),
    ));
    person
        .until("it is rated", |model| model.case(&id).is_some_and(|case| case.value.rating.is_some()))
        .await?;
    put_away(person).await?;
    Ok(vec![id.to_string(), number])
}

/// Links that lead nowhere, and one to a script that says aloud what it is told.
async fn links(person: &Person, has_script: bool) -> Result<()> {
    let bus = "fingertip://miniapp/cn.example.transport.bus-card";
    let wrong = [
        format!("javascript:{LINKED}"),
        format!("https://{LINKED}.example/?id={LINKED}"),
        format!("fingertip://miniapp/cn.example.{LINKED}"),
        format!("{bus}/{LINKED}"),
        format!("{bus}/lines?line=../{LINKED}"),
        format!("{bus}/lines?{LINKED}=1"),
    ];
    let gossip = format!("fingertip://miniapp/cn.example.transport.gossip/open?to={LINKED}");
    for link in wrong.into_iter().chain(has_script.then_some(gossip)) {
        person.says(LinksMsg::FollowedLink(link.clone()));
        let is_refused = |model: &Model| {
            let state = model.open.as_ref().map(|open| open.state());
            !model.told.is_empty() || matches!(state, Some(MiniAppState::Failed(_)))
        };
        person.patiently_until(&format!("{link} is refused"), is_refused).await?;
        put_away(person).await?;
    }
    ensure!(page(&person.core.model()).is_none(), "nothing is open");
    Ok(())
}

/// A newer version kept what this one cannot read.
fn keep_what_cannot_be_read(device: &Path, secrets: &dyn SecretStore) -> Result<()> {
    let key = existing_key(secrets, "records-main")?;
    let records = Profiles::new(device).open(&ProfileName::new("main")?, &key)?;
    records.set_setting("widgets", &serde_json::json!([KEPT, { "place": KEPT }]))?;
    records.set_setting("place", &serde_json::json!(KEPT))?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_log_of_any_level_holds_what_a_person_typed_or_was_told() -> Result<()> {
    let paper = Paper::default();
    let own = paper.clone();
    fingertip_log::install(fingertip_log::logger(EnvFilter::new("trace"), move || own.clone(), false));
    let engine = engine();
    let (mut releases, mut services) = (Vec::new(), Vec::new());
    if let Some(engine) = &engine {
        releases.push(script_release("gossip", GOSSIP, engine)?);
        services.push(gossip_service()?);
    }
    let (mut nation, device) = (Nation::start_with(releases, services).await?, tempfile::tempdir()?);
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
    let person = begin(device.path(), &place).await?;
    let secrets = FileSecrets::open(&device.path().join("secrets"))?;
    let mut planted = sign_in(&person, &secrets).await?;
    planted.extend(card(&person).await?);
    links(&person, engine.is_some()).await?;
    drop(person);
    keep_what_cannot_be_read(device.path(), &secrets)?;
    let person = Person::start(device.path(), &place).await?;
    person.until("still signed in", |model| model.signed_in().is_some()).await?;
    nation.stop().await;
    person.says(SessionMsg::AskedToSignOut);
    person.until("signed out", |model| model.signed_in().is_none()).await?;
    drop(person);

    planted.extend([SEARCHED, PHONE, ADDRESS, RATED, LINKED, PROVIDED, KEPT].map(str::to_owned));
    let log = String::from_utf8(paper.0.lock().expect("paper").clone())?;
    for heard in ["shown to the person", "answered", "cannot be read", "the provider could not be told"] {
        ensure!(log.contains(heard), "nothing is proved by a log without {heard:?}");
    }
    // How every token begins that is signed.
    planted.push("eyJ".to_owned());
    let found: Vec<_> =
        log.lines().filter(|line| planted.iter().any(|value| line.contains(value.as_str()))).collect();
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The Rust files below `folder`.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// What a person typed comes into a log most easily by `?thing`, which shows all of it: so only kinds and times are logged in that way.
#[test]
fn no_log_line_shows_a_whole_thing() -> Result<()> {
    const KINDS: [&str; 4] = ["start.elapsed", "error.classify", "error.kind", "system"];
    let mut files = Vec::new();
    for folder in ["app", "mini-apps/standard"] {
        sources(&project().join(folder), &mut files)?;
    }
    let mut seen = 0;
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        for level in ["trace!(", "debug!(", "info!(", "warn!(", "error!("] {
            for call in text.split(&format!("tracing::{level}")).skip(1) {
                let call = call.split(");").next().unwrap_or_default();
                seen += 1;
                for shown in
                    call.split(['(', ',', '=']).filter_map(|part| part.trim_start().strip_prefix('?'))
                {
                    let is_kind = KINDS.iter().any(|kind| shown.starts_with(kind));
                    ensure!(is_kind, "{}: ?{shown}", file.display());
                }
            }
        }
    }
    ensure!(seen > 30, "only {seen} log lines were seen");
    Ok(())
}
