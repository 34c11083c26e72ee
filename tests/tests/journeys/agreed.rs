//! A mini-app that asks for what nobody has pressed a button for, through the whole app: what the sheet shows is what goes, and the
//! ledger holds it; what asks for ever is ended.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use fingertip_bundle::pack;
use fingertip_contract::Service;
use fingertip_core::{MiniAppMsg, MiniAppState, PersonMsg, Sheet};
use fingertip_records::{KeptDocument, ProfileName, Profiles, ShownAs};
use fingertip_repository::Release;
use fingertip_runtime::Backend;
use fingertip_secrets::{FileSecrets, existing_key};
use fingertip_standard::{AppId, Capability, DepartmentId, Disclosed, LocalText, RegionCode, ServiceId};
use fingertip_tests::{
    nation::{Nation, component, project},
    person::{Person, Place},
};

const ROUTES: [&str; 4] = ["/documents", "/region", "/change", "/again"];

fn release() -> Result<Release> {
    let grants = vec![Capability::ReadDocuments, Capability::Locate, Capability::Call];
    Ok(Release {
        department: DepartmentId::new("transport")?,
        app: AppId::new("cn.example.transport.hostile")?,
        version: 1,
        grants,
        bytes: pack(&project().join("tests/hostile-guest"), &component("hostile-guest")?)?,
    })
}

fn service(route: &str) -> Result<Service> {
    Ok(serde_json::from_value(serde_json::json!({
        "id": route.replace('/', "hostile-"), "name": { "en": "Hostile" }, "department": "transport", "region": "100000",
        "theme": "transport", "mini_app": { "app": "cn.example.transport.hostile", "route": route },
    }))?)
}

/// Two cards are in the records.
fn keep_documents(device: &Path) -> Result<()> {
    let key = existing_key(&FileSecrets::open(&device.join("secrets"))?, "records-main")?;
    let records = Profiles::new(device).open(&ProfileName::new("main")?, &key)?;
    for (id, kind) in [("1", "social-security-card"), ("2", "social-security-card"), ("3", "passport")] {
        let document = serde_json::json!({
            "jti": id, "iss": "human-resources", "sub": "s", "kind": kind, "title": { "en": format!("Card {id}") },
            "holder": "Zhang Wei", "number": id, "iat": 1_795_500_000,
        });
        records.keep_document(&KeptDocument {
            document: serde_json::from_value(document)?,
            jws: format!("signed-{id}"),
            as_of: jiff::Timestamp::UNIX_EPOCH,
        })?;
    }
    Ok(())
}

async fn start(device: &Path, place: &Place) -> Result<Person> {
    let person = Person::start(device, place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    Ok(person)
}

async fn open(person: &Person, route: &str) -> Result<()> {
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("nothing is open", |model| model.open.is_none() && model.sheets.is_empty()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new(route.replace('/', "hostile-"))?));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_sheet_shows_is_what_goes_and_stands_in_the_ledger() -> Result<()> {
    let services = ROUTES.iter().map(|route| service(route)).collect::<Result<_>>()?;
    let (nation, device) = (Nation::start_with(vec![release()?], services).await?, tempfile::tempdir()?);
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
    let person = start(device.path(), &place).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::FinishedFirstStart);
    person.signs_in("zhang-wei").await?;
    drop(person);
    keep_documents(device.path())?;
    let person = start(device.path(), &place).await?;
    person.until("still signed in", |model| model.signed_in().is_some()).await?;

    open(&person, "/documents").await?;
    let is_sheet =
        |model: &fingertip_core::Model| matches!(model.sheets.first(), Some(Sheet::Documents { .. }));
    let model = person.until("the documents are shown", is_sheet).await?;
    let Some(Sheet::Documents { id, papers }) = model.sheets.first() else { anyhow::bail!("a sheet") };
    let (id, shown): (_, Vec<_>) =
        (*id, papers.iter().map(|(paper, is)| (paper.jws.as_str(), *is)).collect());
    ensure!(shown == [("signed-2", false), ("signed-1", false)], "{shown:?}");
    person.says(MiniAppMsg::TickedDocument { sheet: id, index: 1, is_ticked: true });
    person
        .until("the tick is shown", |model| {
            matches!(model.sheets.first(), Some(Sheet::Documents { papers, .. }) if papers[1].1 && !papers[0].1)
        })
        .await?;
    person.answers_sheet(true);
    let model = person.until_page("page-documents-1").await?;
    let line = model.disclosures.first().context("a line of the ledger")?;
    ensure!(line.with == [Disclosed::Document(LocalText::single("en", "Card 1"))], "{line:?}");
    let given: Vec<_> =
        model.showings.iter().map(|given| (given.document.as_str(), &given.shown_as)).collect();
    let to = ShownAs::Given(DepartmentId::new("transport")?);
    ensure!(given == [("1", &to)], "the document itself says where it went: {given:?}");

    open(&person, "/documents").await?;
    person.until("the documents are shown anew", is_sheet).await?;
    person.answers_sheet(true);
    person.until_page("page-refused").await?;

    open(&person, "/region").await?;
    person
        .until("the region is shown", |model| {
            matches!(model.sheets.first(), Some(Sheet::Region { region: Some(code), .. }) if code.as_str() == "440100")
        })
        .await?;
    person.answers_sheet(true);
    person.until_page("page-region-440100").await?;

    open(&person, "/change").await?;
    person
        .until("the operation is shown", |model| {
            matches!(model.sheets.first(), Some(Sheet::Change { call, .. }) if call.operation.as_str() == "bus-card.top-up")
        })
        .await?;
    person.answers_sheet(false);
    person.until_page("page-refused").await?;

    open(&person, "/again").await?;
    let model = person
        .until("it is ended", |model| {
            matches!(model.open.as_ref().map(|open| open.state()), Some(MiniAppState::Failed(_)))
        })
        .await?;
    ensure!(model.sheets.is_empty() && model.told.is_empty(), "nobody was asked or told for it");
    Ok(())
}
