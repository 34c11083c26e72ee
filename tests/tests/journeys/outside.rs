//! A page outside of the app asks to be shown something (OpenID for Verifiable Presentations 1.0, on the same device): through the whole
//! app, to a department's own page which checks what comes by itself; and from those who are nobody, or want too much.

use std::{
    collections::VecDeque,
    path::Path,
    sync::{Arc, Mutex},
};

use anyhow::{Context, Result, ensure};
use axum::{
    Form, Router,
    extract::State,
    routing::{get, post},
};
use fingertip_core::{
    AskedToShow, GraveAct, LinksMsg, Model, NoticesMsg, PersonMsg, PresentationMsg, Presenting, Proving,
    SessionMsg, SessionState, Sheet, Told,
};
use fingertip_kit::keys::SigningKey;
use fingertip_runtime::Backend;
use fingertip_standard::{Capability, RegionCode};
use fingertip_tests::{
    nation::{Nation, demo_catalogue},
    person::{Person, Place, at_provider},
};
use jiff::Timestamp;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use url::Url;

const HOME: &str = "7f1c9a52d06b4e38";

/// A nation without a mini-app, and a person with its catalogue in front of them.
async fn ready(device: &Path) -> Result<(Nation, Person)> {
    let nation = Nation::start_empty().await?;
    nation.put_catalogue(&demo_catalogue()?).await?;
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Pulley };
    let person = Person::start(device, &place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.until("where people sign in", |model| !model.providers.is_empty()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::FinishedFirstStart);
    person.until("the first start is over", |model| model.preferences.has_started).await?;
    Ok((nation, person))
}

/// A browser in which the department's page stands.
struct Browser {
    client: Client,
    cookie: String,
    link: Url,
}

impl Browser {
    async fn at_the_page(person: &Person) -> Result<Self> {
        let issuer = person.core.model().providers.first().context("a provider")?.issuer.clone();
        let page = issuer.replace("/oidc", "/departments/transport/night-pass");
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
        let page = client.get(page).header("accept-language", "en").send().await?.error_for_status()?;
        let cookie = page.headers()["set-cookie"].to_str()?.split(';').next().context("a cookie")?.to_owned();
        let text = page.text().await?;
        let link = text.split("href=\"openid4vp").nth(1).and_then(|rest| rest.split('"').next());
        let link = format!("openid4vp{}", link.context("a link")?.replace("&amp;", "&"));
        Ok(Self { client, cookie, link: link.parse()? })
    }

    /// What the page says to whoever comes back there.
    async fn back(&self, to: &Url) -> Result<String> {
        let page = self.client.get(to.clone()).header("cookie", &self.cookie).header("accept-language", "en");
        Ok(page.send().await?.error_for_status()?.text().await?)
    }

    /// Whether nothing was answered yet.
    async fn is_open(&self) -> Result<bool> {
        let request =
            self.link.query_pairs().find(|(name, _)| name == "request_uri").context("an address")?;
        Ok(self.client.get(request.1.into_owned()).send().await?.status() == StatusCode::OK)
    }
}

fn follow(person: &Person, link: &Url) {
    person.says(LinksMsg::FollowedLink(link.to_string()));
}

fn presenting(model: &Model) -> Option<(u64, &Presenting)> {
    model.sheets.iter().find_map(|sheet| match sheet {
        Sheet::Present { number, presenting, .. } => Some((*number, presenting)),
        _ => None,
    })
}

/// The sheet as it stands once the person is asked.
async fn asked(person: &Person) -> Result<(u64, AskedToShow)> {
    let is_asked = |model: &Model| matches!(presenting(model), Some((_, Presenting::Asked(_))));
    let model = person.until("the person is asked", is_asked).await?;
    match presenting(&model) {
        Some((number, Presenting::Asked(asked))) => Ok((number, *asked.clone())),
        _ => anyhow::bail!("nobody is asked"),
    }
}

/// Agrees, and comes to where the page sends them on.
async fn agrees(person: &Person, number: u64) -> Result<Url> {
    // It takes no press in its first half second.
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    person.says(PresentationMsg::Agreed(number));
    let presented = |model: &Model| {
        model.told.iter().find_map(|told| match told {
            Told::Presented { back, .. } => Some(back.clone()),
            _ => None,
        })
    };
    let model = person.until("it is shown", |model| presented(model).is_some()).await?;
    presented(&model).flatten().context("somewhere to go on")
}

fn fault(model: &Model) -> Option<&'static str> {
    model.told.iter().find_map(|told| match told {
        Told::Fault(fault) => Some(fault.message_id),
        _ => None,
    })
}

async fn put_away(person: &Person) -> Result<()> {
    person.says(NoticesMsg::PutAway(0));
    person.until("it is put away", |model| model.told.is_empty()).await?;
    Ok(())
}

fn going(asked: &AskedToShow) -> Vec<(String, Vec<String>)> {
    let title = |place: usize| asked.papers.get(place).map(|paper| paper.title.pick("en").0.to_owned());
    let going = asked.going().into_iter();
    going.map(|going| (title(going.paper).unwrap_or_default(), going.claims.into_iter().collect())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_outside_is_shown_what_its_sheet_says_and_no_more() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    let browser = Browser::at_the_page(&person).await?;
    follow(&person, &browser.link);
    // Who is not signed in signs in first, and is asked then.
    person
        .until("a sheet to sign in", |model| matches!(model.sheets.first(), Some(Sheet::SignIn { .. })))
        .await?;
    person.signs_in("zhang-wei").await?;
    let (number, shown) = asked(&person).await?;
    ensure!(shown.asker.department.as_str() == "transport" && shown.asker.host == "127.0.0.1", "{shown:?}");
    ensure!(
        going(&shown) == [("Proof of age".to_owned(), vec!["over-18".to_owned()])],
        "{:?}",
        going(&shown)
    );
    let back = agrees(&person, number).await?;
    let page = browser.back(&back).await?;
    ensure!(
        page.contains("<dt>over-18</dt><dd>true</dd>") && !page.contains("1990") && !page.contains("张伟"),
        "{page}"
    );
    ensure!(!browser.is_open().await?, "it is answered once");
    let is_written = |model: &Model| !model.disclosures.is_empty();
    let model = person.until("it is in the ledger", is_written).await?;
    let line = model.disclosures.first().context("a line")?;
    ensure!(
        (line.app.department.as_str(), line.capability, line.items.as_slice())
            == ("transport", Capability::Claims, &["over-18".to_owned()]),
        "{line:?}"
    );
    put_away(&person).await?;

    // The other way, with what may be left out.
    let browser = Browser::at_the_page(&person).await?;
    follow(&person, &browser.link);
    let (number, _) = asked(&person).await?;
    person.says(PresentationMsg::Chose { number, set: 0, option: Some(1) });
    person.says(PresentationMsg::Chose { number, set: 1, option: Some(0) });
    let chosen = |model: &Model| matches!(presenting(model), Some((_, Presenting::Asked(asked))) if asked.chosen.options == [Some(1), Some(0)]);
    person.until("it is chosen", chosen).await?;
    let (_, shown) = asked(&person).await?;
    let expected = vec!["birth-date".to_owned(), "name".to_owned()];
    ensure!(going(&shown) == [("Proof of identity".to_owned(), expected)], "{:?}", going(&shown));
    let back = agrees(&person, number).await?;
    let page = browser.back(&back).await?;
    ensure!(page.contains("张伟") && page.contains("1990-03-07") && !page.contains("over-18"), "{page}");
    ensure!(!page.contains(HOME), "nobody is named as everywhere");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_or_cannot_write_it_down_shows_nothing() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    person.signs_in("li-xiuying").await?;
    let browser = Browser::at_the_page(&person).await?;
    follow(&person, &browser.link);
    let (number, _) = asked(&person).await?;
    person.says(PresentationMsg::Declined(number));
    person.until("the sheet is gone", |model| model.sheets.is_empty()).await?;
    for _ in 0..100 {
        if !browser.is_open().await? {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    ensure!(!browser.is_open().await?, "the page was not told");
    ensure!(person.core.model().disclosures.is_empty(), "nothing was shown");

    person.core.simulate_full_disk(true)?;
    // The last page of the store has room for a few lines yet.
    let mut n_written = 0;
    let (browser, model) = loop {
        let browser = Browser::at_the_page(&person).await?;
        follow(&person, &browser.link);
        let (number, _) = asked(&person).await?;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        person.says(PresentationMsg::Agreed(number));
        let model = person.until("it is shown or not", |model| !model.told.is_empty()).await?;
        if fault(&model).is_some() {
            break (browser, model);
        }
        n_written += 1;
        put_away(&person).await?;
    };
    ensure!(fault(&model) == Some("fault-disk-full"), "{:?}", model.told);
    ensure!(browser.is_open().await?, "what cannot be written down is not shown");
    ensure!(model.disclosures.len() == n_written, "a line for each that went, and for nothing else");
    person.core.simulate_full_disk(false)?;
    Ok(())
}

/// What is posted, name by name.
type Posted = Vec<(String, String)>;

/// Whoever asks: gives requests as they are told to, and keeps what is answered.
#[derive(Clone, Default)]
struct Stranger {
    requests: Arc<Mutex<VecDeque<String>>>,
    answers: Arc<Mutex<Vec<Posted>>>,
}

impl Stranger {
    async fn start(&self) -> Result<Url> {
        let kind = [("content-type", "application/oauth-authz-req+jwt")];
        let give = move |State(own): State<Self>| async move {
            (kind, own.requests.lock().expect("unpoisoned").pop_front().unwrap_or_default())
        };
        let take = |State(own): State<Self>, Form(form): Form<Posted>| async move {
            own.answers.lock().expect("unpoisoned").push(form);
            "{}"
        };
        let routes =
            Router::new().route("/request", get(give)).route("/answers", post(take)).with_state(self.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/", listener.local_addr()?).parse()?;
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(url)
    }

    fn answers(&self) -> Vec<Posted> {
        std::mem::take(&mut self.answers.lock().expect("unpoisoned"))
    }
}

/// A request that could be answered.
fn request(at: &Url) -> Value {
    json!({
        "client_id": "transport", "aud": "https://self-issued.me/v2", "response_type": "vp_token", "response_mode": "direct_post",
        "response_uri": at.join("answers").expect("an address"), "nonce": "n", "state": "s",
        "dcql_query": { "credentials": [{
            "id": "id", "format": "dc+sd-jwt", "meta": { "vct_values": ["urn:fingertip:identity:1"] },
            "claims": [{ "path": ["id-number"] }]
        }] }
    })
}

fn link(client: &str, at: &Url) -> Result<Url> {
    let at = at.join("request")?;
    Ok(Url::parse_with_params("openid4vp://", [("client_id", client), ("request_uri", at.as_str())])?)
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_nobody_or_wants_what_is_not_to_be_had_is_shown_nothing() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (nation, person) = ready(device.path()).await?;
    person.signs_in("zhang-wei").await?;
    let stranger = Stranger::default();
    let at = stranger.start().await?;
    let keys = nation.folder.path().join("platform/keys");
    let own = SigningKey::load_or_make(&keys.join("transport.pk8"))?;
    let others = SigningKey::load_or_make(&keys.join("taxation.pk8"))?;
    let with = |name: &str, value: Value| {
        let mut request = request(&at);
        request[name] = value;
        request
    };
    let kind = "oauth-authz-req+jwt";
    let query = |kind: &str, claim: &str| {
        let claims = [json!({ "path": [claim] })];
        json!({ "credentials": [{ "id": "id", "format": "dc+sd-jwt", "meta": { "vct_values": [kind] }, "claims": claims }] })
    };
    let (malformed, unsupported) = ("fault-presentation-malformed", "fault-presentation-unsupported");
    let forged = "fault-presentation-signature";
    let hostile = [
        (others.sign(kind, &request(&at))?, forged, None),
        (own.sign("JWT", &request(&at))?, forged, None),
        (own.sign(kind, &with("client_id", json!("taxation")))?, forged, None),
        ("a.b.c".to_owned(), forged, None),
        (own.sign(kind, &with("aud", json!("https://other.example")))?, malformed, None),
        (own.sign(kind, &with("response_uri", json!("https://evil.example/")))?, malformed, None),
        (own.sign(kind, &with("exp", json!(1)))?, "fault-presentation-expired", Some("invalid_request")),
        (own.sign(kind, &with("nonce", json!("")))?, malformed, Some("invalid_request")),
        (own.sign(kind, &with("dcql_query", json!({})))?, malformed, Some("invalid_request")),
        (
            own.sign(kind, &with("response_mode", json!("direct_post.jwt")))?,
            unsupported,
            Some("invalid_request"),
        ),
        (
            own.sign(kind, &with("transaction_data", json!(["e30"])))?,
            unsupported,
            Some("invalid_transaction_data"),
        ),
    ];
    for (jws, message, code) in hostile {
        stranger.requests.lock().expect("unpoisoned").push_back(jws);
        follow(&person, &link("transport", &at)?);
        let model = person.until("it is refused", |model| fault(model).is_some()).await?;
        ensure!(fault(&model) == Some(message) && model.sheets.is_empty(), "{message}: {:?}", model.told);
        let told: Vec<Option<String>> = stranger
            .answers()
            .into_iter()
            .map(|form| form.into_iter().find(|(name, _)| name == "error").map(|(_, code)| code))
            .collect();
        let expected: Vec<Option<String>> = code.into_iter().map(|code| Some(code.to_owned())).collect();
        ensure!(told == expected, "{message}: {told:?}");
        put_away(&person).await?;
    }
    for (client, message) in [
        ("hospital-of-nowhere", "fault-presentation-unknown"),
        ("redirect_uri:https://x.example", "fault-presentation-unknown"),
    ] {
        follow(&person, &link(client, &at)?);
        let model = person.until("it is refused", |model| fault(model).is_some()).await?;
        ensure!(fault(&model) == Some(message), "{:?}", model.told);
        put_away(&person).await?;
    }
    // What names a person everywhere alike is for the platform alone, and what is not there is not there.
    for query in [query("urn:fingertip:person-facts:1", "name"), query("urn:fingertip:identity:1", "income")]
    {
        let request = own.sign(kind, &with("dcql_query", query))?;
        stranger.requests.lock().expect("unpoisoned").push_back(request);
        follow(&person, &link("transport", &at)?);
        let has_nothing = |model: &Model| matches!(presenting(model), Some((_, Presenting::Nothing(_))));
        let model = person.until("there is nothing to show", has_nothing).await?;
        let (number, _) = presenting(&model).context("a sheet")?;
        ensure!(stranger.answers().is_empty(), "before the person says so, nobody is told anything");
        person.says(PresentationMsg::Declined(number));
        person.until("the sheet is gone", |model| model.sheets.is_empty()).await?;
        let mut told = Vec::new();
        for _ in 0..100 {
            told.extend(stranger.answers());
            if !told.is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let expected = [("error", "access_denied"), ("state", "s")];
        ensure!(told == [expected.map(|(name, value)| (name.to_owned(), value.to_owned()))], "{told:?}");
    }
    ensure!(person.core.model().disclosures.is_empty(), "nothing was shown");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_tells_their_id_number_outside_shows_first_that_it_is_them() -> Result<()> {
    let device = tempfile::tempdir()?;
    let mut nation = Nation::start_empty().await?;
    nation.sessions.fresh_minutes = Some(15);
    nation.stop().await;
    nation.go_on().await?;
    nation.put_catalogue(&demo_catalogue()?).await?;
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Pulley };
    let later = Arc::new(Mutex::new(0));
    let ahead = Arc::clone(&later);
    let clock = Arc::new(move || {
        let minutes = *ahead.lock().expect("unpoisoned");
        Timestamp::now() + jiff::SignedDuration::from_mins(minutes)
    });
    let person = Person::start_at(device.path(), &place, clock).await?;
    person.until("where people sign in", |model| !model.providers.is_empty()).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::FinishedFirstStart);
    person.signs_in("zhang-wei").await?;
    let stranger = Stranger::default();
    let at = stranger.start().await?;
    let own = SigningKey::load_or_make(&nation.folder.path().join("platform/keys/transport.pk8"))?;
    let request = own.sign("oauth-authz-req+jwt", &request(&at))?;
    stranger.requests.lock().expect("unpoisoned").push_back(request);
    follow(&person, &link("transport", &at)?);
    let (number, _) = asked(&person).await?;
    *later.lock().expect("unpoisoned") = 20;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    person.says(PresentationMsg::Agreed(number));
    let waits =
        |model: &Model| matches!(model.sheets.first(), Some(Sheet::StepUp { act: GraveAct::Present(_), .. }));
    person.until("they show first that it is them", waits).await?;
    ensure!(stranger.answers().is_empty(), "nothing goes before");
    *later.lock().expect("unpoisoned") = 0;
    person.says(SessionMsg::AskedToProve);
    let page = |model: &Model| match model.sheets.first() {
        Some(Sheet::StepUp { proving: Proving::At(url), .. }) => Some(url.clone()),
        _ => None,
    };
    let model = person.until("the provider's page", |model| page(model).is_some()).await?;
    at_provider(&page(&model).context("an address")?, "zhang-wei").await?;
    let is_shown = |model: &Model| model.told.iter().any(|told| matches!(told, Told::Presented { .. }));
    let model = person.until("it is shown", is_shown).await?;
    ensure!(matches!(*model.session, SessionState::SignedIn(_)), "they are signed in");
    let answers = stranger.answers();
    ensure!(answers.len() == 1 && answers[0].iter().any(|(name, _)| name == "vp_token"), "once");
    Ok(())
}
