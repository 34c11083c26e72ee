//! A nation with several identity providers: the person chooses where they sign in, is one person with one store wherever they do, and signs in
//! more surely where something asks for it.

use anyhow::{Context, Result, ensure};
use fingertip_contract::api::{AssuranceLevel, IdentityProvider};
use fingertip_core::{GraveAct, MiniAppMsg, Model, PersonMsg, Proving, SessionMsg, SessionState, Sheet};
use fingertip_secrets::{FileSecrets, SecretStore};
use fingertip_standard::{RegionCode, ServiceId, events::Input, words::Decimal};
use fingertip_tests::{
    card::{at_check, place},
    nation::Nation,
    person::{Person, at_provider, page, running, sent_back},
};
use tempfile::TempDir;

const TAX: &str = "annual-income-tax-estimate";

/// A person with the app in hand, in a nation with two providers.
struct Two {
    nation: Nation,
    device: TempDir,
    person: Person,
    national: String,
    provincial: String,
}

fn is_nobody(model: &Model) -> bool {
    model.is_restored && model.signed_in().is_none()
}

async fn nation() -> Result<Nation> {
    let mut nation = Nation::start().await?;
    nation.stop().await;
    nation.has_provincial_provider = true;
    nation.go_on().await?;
    Ok(nation)
}

impl Two {
    async fn start() -> Result<Self> {
        let (nation, device) = (nation().await?, tempfile::tempdir()?);
        let person = Person::start(device.path(), &place(&nation)?).await?;
        person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
        person.says(PersonMsg::FinishedFirstStart);
        let is_told = |model: &Model| model.catalogue.ready().is_some() && model.providers.len() == 2;
        let model = person.until("the catalogue and the providers are there", is_told).await?;
        let issuer =
            |place: usize| model.providers.get(place).map(|one: &IdentityProvider| one.issuer.clone());
        let (national, provincial) = issuer(0).zip(issuer(1)).context("two providers")?;
        Ok(Self { nation, device, person, national, provincial })
    }

    async fn signs_out(&self) -> Result<()> {
        self.person.says(SessionMsg::AskedToSignOut);
        self.person.until("nobody is signed in", is_nobody).await?;
        let is_told = |model: &Model| model.catalogue.ready().is_some() && model.providers.len() == 2;
        self.person.until("the app goes on", is_told).await?;
        Ok(())
    }

    /// Asks the tax department for what it tells to whoever is surely the person.
    async fn asks_for_income(&self) -> Result<()> {
        if running(&self.person.core.model()).is_none() {
            self.person.says(MiniAppMsg::OpenedService(ServiceId::new(TAX)?));
            self.person.until("the tax mini-app runs", |model| running(model).is_some()).await?;
        }
        let mut at = self.person.until("a page", |model| page(model).is_some()).await?;
        while page(&at).as_deref() != Some("page-start") {
            let before = page(&at);
            self.person.says(MiniAppMsg::WentBack);
            at = self.person.until("the page before", |model| page(model) != before).await?;
        }
        self.person.presses("start")
    }

    /// Shows who they are at `issuer`, as `who`.
    async fn proves(&self, issuer: &str, who: &str) -> Result<()> {
        let is_asked = |model: &Model| {
            let act = GraveAct::Reach(AssuranceLevel::High);
            matches!(model.sheets.first(), Some(Sheet::StepUp { act: own, .. }) if *own == act)
        };
        self.person.until("they are asked to sign in more surely", is_asked).await?;
        self.person.says(SessionMsg::AskedToProveAt(issuer.to_owned()));
        let at = |model: &Model| match model.sheets.first() {
            Some(Sheet::StepUp { proving: Proving::At(url), .. }) => Some(url.clone()),
            _ => None,
        };
        let model = self.person.until("the provider's page", |model| at(model).is_some()).await?;
        let url = at(&model).context("an address")?;
        ensure!(url.as_str().starts_with(issuer), "{url}");
        // The page says what went wrong; that is looked at in the app.
        let _ = at_provider(&url, who).await;
        Ok(())
    }

    /// At which issuers the device keeps sessions of this store.
    fn kept_at(&self, profile: &str) -> Result<Vec<String>> {
        let secrets = FileSecrets::open(&self.device.path().join("secrets"))?;
        let Some(kept) = secrets.get(&format!("session-{profile}"))? else { return Ok(Vec::new()) };
        let kept: serde_json::Value = serde_json::from_slice(&kept)?;
        let others = kept["others"].as_array().cloned().unwrap_or_default();
        let all = std::iter::once(&kept).chain(&others);
        Ok(all.filter_map(|one| one["issuer"].as_str().map(str::to_owned)).collect())
    }
}

impl Two {
    /// Whether the one session that the device keeps is at `issuer`.
    fn is_kept_only_at(&self, issuer: &str) -> Result<bool> {
        Ok(self.kept_at("main")? == [issuer])
    }
}

fn subject(model: &Model) -> Option<&str> {
    model.signed_in().map(|session| session.subject.as_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_person_chooses_where_they_sign_in_and_nothing_is_begun_before() -> Result<()> {
    let two = Two::start().await?;
    two.person.says(SessionMsg::AskedToSignIn);
    let is_asked = |model: &Model| matches!(model.sheets.first(), Some(Sheet::SignIn { .. }));
    let model = two.person.until("they are asked where", is_asked).await?;
    ensure!(matches!(*model.session, SessionState::SignedOut { .. }));
    two.person.signs_in_at(&two.provincial, "wang-fang").await?;
    let model = two.person.core.model();
    ensure!(model.sheets.is_empty() && model.signed_in().and_then(|session| session.name()) == Some("王芳"));
    // What the person chose stays over a start.
    drop(two.person);
    let again = Person::start(two.device.path(), &place(&two.nation)?).await?;
    again.until("they are signed in still", |model| model.signed_in().is_some()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_has_one_store_at_both_providers_and_goes_on_more_surely_at_either() -> Result<()> {
    let two = Two::start().await?;
    two.person.signs_in_at(&two.provincial, "zhang-wei").await?;
    two.asks_for_income().await?;
    two.proves(&two.provincial, "zhang-wei").await?;
    // What was refused is then done, without another press.
    two.person.until_page("page-income").await?;
    two.person.presses("continue")?;
    two.person.until_page("page-deductions").await?;
    two.person.gives("children", Input::Number(Decimal { digits: 1, scale: 0 }));
    two.person.says(MiniAppMsg::ClosedMiniApp);
    let is_kept = |model: &Model| model.open.is_none() && model.drafts.len() == 1;
    let drafts = two.person.until("the form is a draft", is_kept).await?.drafts.len();

    // The same person at the other provider: by another name there, in the same store.
    two.signs_out().await?;
    two.person.signs_in_at(&two.national, "zhang-wei").await?;
    let model = two.person.until("their draft is there", |model| model.drafts.len() == drafts).await?;
    ensure!(subject(&model) == Some("7f1c9a52d06b4e38"));
    ensure!(two.is_kept_only_at(&two.national)?);

    // Less surely again, and then at the other: the session there takes the place of the one here.
    two.signs_out().await?;
    two.person.signs_in_at(&two.provincial, "zhang-wei").await?;
    two.person.until("their draft is there", |model| model.drafts.len() == drafts).await?;
    two.asks_for_income().await?;
    two.proves(&two.national, "li-xiuying").await?;
    let refused = |model: &Model| matches!(model.sheets.first(), Some(Sheet::StepUp { fault: Some(fault), .. }) if fault.message_id == "fault-sign-in-another-person");
    let model = two.person.until("nobody goes on as somebody else", refused).await?;
    ensure!(subject(&model) == Some("c40a17e6b95d2f83"), "and nobody is signed out");
    ensure!(two.is_kept_only_at(&two.provincial)?, "nothing of the other session is kept");
    two.proves(&two.national, "zhang-wei").await?;
    let is_there = |model: &Model| subject(model) == Some("7f1c9a52d06b4e38") && model.sheets.is_empty();
    two.person.until("they go on there", is_there).await?;
    ensure!(two.is_kept_only_at(&two.national)?, "the session before is over");
    two.person.until_page("page-income").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_called_as_another_elsewhere_sees_nothing_of_theirs() -> Result<()> {
    let (nation, device) = (nation().await?, tempfile::tempdir()?);
    let mut nation = nation;
    nation.stop().await;
    nation.has_provincial_provider = false;
    nation.go_on().await?;
    // Li Xiuying used this device while there was one provider alone.
    let person = at_check(device.path(), &place(&nation)?).await?;
    person.says(SessionMsg::AskedToSignOut);
    person.until("nobody is signed in", is_nobody).await?;
    person.signs_in("li-xiuying").await?;
    let national = person.core.model().providers.first().context("a provider")?.issuer.clone();
    person.says(SessionMsg::AskedToSignOut);
    person.until("nobody is signed in", is_nobody).await?;
    drop(person);
    nation.stop().await;
    nation.has_provincial_provider = true;
    nation.go_on().await?;
    let person = Person::start(device.path(), &place(&nation)?).await?;
    let model = person.until("there are two by now", |model| model.providers.len() == 2).await?;
    let provincial = model.providers.iter().find(|one| one.issuer != national).context("another")?;
    person.signs_in_at(&provincial.issuer, "wang-fang").await?;
    let model = person.core.model();
    ensure!(model.signed_in().and_then(|session| session.name()) == Some("王芳"));
    ensure!(model.drafts.is_empty() && model.cases.is_empty() && model.consents.is_empty());
    // And who was here comes back into their own.
    person.says(SessionMsg::AskedToSignOut);
    person.until("nobody is signed in", is_nobody).await?;
    person.until("there are two", |model| model.providers.len() == 2).await?;
    person.signs_in_at(&national, "zhang-wei").await?;
    person.until("their form is there", |model| model.drafts.len() == 1).await?;
    Ok(())
}

/// RFC 9207: somebody who is at one provider is answered by that one alone, however right the rest of the answer is.
#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_one_provider_is_not_taken_by_somebody_who_is_at_the_other() -> Result<()> {
    let two = Two::start().await?;
    two.person.says(SessionMsg::AskedToSignInAt(two.provincial.clone()));
    let is_open = |model: &Model| matches!(*model.session, SessionState::SigningIn(Some(_)));
    let model = two.person.until("the provincial page", is_open).await?;
    let SessionState::SigningIn(Some(url)) = &*model.session else { anyhow::bail!("no address") };
    // The same request at the other provider: its code, with the right state and challenge.
    let elsewhere = url.as_str().replacen(&two.provincial, &two.national, 1).parse()?;
    let back = sent_back(&elsewhere, "zhang-wei").await?;
    ensure!(back.query_pairs().any(|(name, value)| name == "iss" && value == two.national.as_str()));
    let shown = reqwest::get(back).await?;
    ensure!(shown.status() == reqwest::StatusCode::FORBIDDEN, "{}", shown.status());
    let refused = |model: &Model| matches!(*model.session, SessionState::SignedOut { .. });
    let model = two.person.until("it is refused", refused).await?;
    ensure!(
        model.told.iter().any(|told| format!("{told:?}").contains("fault-sign-in-refused")),
        "{:?}",
        model.told
    );
    ensure!(two.kept_at("main")?.is_empty());
    Ok(())
}
