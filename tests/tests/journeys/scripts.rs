//! Mini-apps in JavaScript through the whole app, as machine code and in the interpreter of phones that may make none:
//! bills are looked up and paid, and whatever a script does, the shell says so and goes on.

use anyhow::{Result, ensure};
use fingertip_contract::Service;
use fingertip_core::{MiniAppMsg, MiniAppState, Model, PersonMsg, Sheet, Told};
use fingertip_runtime::Backend;
use fingertip_standard::{RegionCode, ServiceId, view::Kind, view::Tone};
use fingertip_tests::{
    nation::{Nation, engine, script_release},
    person::{Person, Place, node, page},
};

/// A script for each kind of harm, and what the person is told.
const HARM: [(&str, &str, &str); 6] = [
    ("syntax", "exports.update = (event) => {", "fault-mini-app-malformed"),
    ("stranger", "exports.main = () => {}", "fault-mini-app-malformed"),
    (
        "throws",
        "exports.update = () => { throw new Error('on purpose') }; exports.save = () => new Uint8Array()",
        "fault-mini-app-trapped",
    ),
    (
        "endless",
        "exports.update = () => { for (;;); }; exports.save = () => new Uint8Array()",
        "fault-mini-app-slow",
    ),
    ("loading", "for (;;);", "fault-mini-app-slow"),
    (
        "hoard",
        "exports.update = () => { const all = []; for (;;) all.push(new Uint8Array(4 << 20)) }; exports.save = () => new Uint8Array()",
        "fault-mini-app-memory",
    ),
];

/// Shows a page with a button, and throws when it is pressed.
const LATE: &str = "exports.update = (event) => {
    if (event.tag === 'acted') throw new Error('on purpose');
    const button = { label: 0, weight: 'primary', action: 'throw', submits: false };
    const nodes = [{ key: 'page', kind: { tag: 'page', val: { title: 0 } }, children: [1] },
        { key: 'throw', kind: { tag: 'button', val: button }, children: [] }];
    return { words: [{ tag: 'value', val: { tag: 'data', val: 'Late' } }], view: { nodes, revision: 1 }, requests: [] };
}; exports.save = () => new Uint8Array([1]);";

fn service(name: &str) -> Result<Service> {
    Ok(serde_json::from_value(serde_json::json!({
        "id": format!("script-{name}"), "name": { "en": name }, "department": "transport", "region": "100000", "theme": "transport",
        "mini_app": { "app": format!("cn.example.transport.{name}"), "route": "/" },
    }))?)
}

fn failed(model: &Model) -> Option<&'static str> {
    match model.open.as_ref()?.state() {
        MiniAppState::Failed(fault) => Some(fault.message_id),
        _ => None,
    }
}

async fn scripts(backend: Backend) -> Result<()> {
    let Some(engine) = engine() else { return Ok(()) };
    let scripts = HARM.iter().map(|(name, script, _)| (*name, *script)).chain([("late", LATE)]);
    let (mut releases, mut services) = (Vec::new(), Vec::new());
    for (name, script) in scripts {
        releases.push(script_release(name, script, &engine)?);
        services.push(service(name)?);
    }
    let (nation, device) = (Nation::start_with(releases, services).await?, tempfile::tempdir()?);
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend };
    let person = Person::start(device.path(), &place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.signs_in("zhang-wei").await?;
    bills(&person).await?;
    harm(&person).await?;
    drop(person);
    after_a_new_start(device.path(), &place).await
}

/// Looks a home up, pays its electricity, and sees it paid.
async fn bills(person: &Person) -> Result<()> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new("power-bill")?));
    person
        .until("it is told that the first time takes long", |model| {
            model.open.as_ref().is_some_and(|open| open.state() == MiniAppState::Preparing)
        })
        .await?;
    person
        .patiently_until("the page for the account", |model| page(model).as_deref() == Some("page-account"))
        .await?;
    person.types("account", "102030");
    person.presses("look-up")?;
    let has_error = |model: &Model| {
        node(model, "account")
            .is_some_and(|node| matches!(&node.kind, Kind::TextInput(input) if input.field.error.is_some()))
    };
    person.until("the short number is told", has_error).await?;
    person.types("account", "1020 3040 50");
    person.presses("look-up")?;
    let model = person.until_page("page-bills").await?;
    ensure!(
        matches!(node(&model, "usage").map(|node| &node.kind), Some(Kind::Chart(chart)) if chart.categories.len() == 12),
        "a year's use"
    );
    let rows = |model: &Model| match node(model, "bills").map(|node| &node.kind) {
        Some(Kind::RecordList(list)) => list.rows.iter().map(|row| row.tone == Tone::Success).collect(),
        _ => Vec::new(),
    };
    ensure!(rows(&model) == [false, false, false], "nothing is paid yet");
    person.says(MiniAppMsg::Acted { action: "open-bill".into(), node: "bills".into(), row: Some(1) });
    person.until_page("page-bill").await?;
    person.presses("pay")?;
    let is_sheet = |model: &Model| matches!(model.sheets.first(), Some(Sheet::Payment { payment, .. }) if payment.payee == "utilities" && payment.total.minor > 0);
    person.until("the sheet to pay", is_sheet).await?;
    person.answers_sheet(true);
    person.until_page("page-paid").await?;
    person.presses("to-bills")?;
    let model = person.until_page("page-bills").await?;
    ensure!(rows(&model) == [false, true, false], "electricity is paid: {:?}", rows(&model));
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is closed", |model| model.open.is_none()).await?;
    Ok(())
}

async fn harm(person: &Person) -> Result<()> {
    for (name, _, message) in HARM {
        person.says(MiniAppMsg::OpenedService(ServiceId::new(format!("script-{name}"))?));
        let model = person.until(&format!("{name} is ended"), |model| failed(model).is_some()).await?;
        ensure!(failed(&model) == Some(message), "{name}: {:?}", failed(&model));
        person.says(MiniAppMsg::ClosedMiniApp);
        person.until("it is closed", |model| model.open.is_none()).await?;
    }
    person.says(MiniAppMsg::OpenedService(ServiceId::new("script-late")?));
    person.until_page("page").await?;
    person.presses("throw")?;
    person
        .until("it was opened again where it was", |model| model.told.contains(&Told::MiniAppRestored))
        .await?;
    person.presses("throw")?;
    person.until("it is ended", |model| failed(model) == Some("fault-mini-app-trapped")).await?;
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is closed", |model| model.open.is_none()).await?;
    Ok(())
}

/// After a new start: the engine's compiled form is on the device, and so is the account.
async fn after_a_new_start(device: &std::path::Path, place: &Place) -> Result<()> {
    let person = Person::start(device, place).await?;
    person.until("still signed in", |model| model.signed_in().is_some()).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("water-bill")?));
    let is_opening =
        |model: &Model| model.open.as_ref().is_some_and(|open| open.state() != MiniAppState::Preparing);
    person.until("nothing is prepared again", |model| is_opening(model) && page(model).is_some()).await?;
    let model = person.until_page("page-bills").await?;
    ensure!(node(&model, "usage").is_some(), "the kept account was looked up");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_run_as_machine_code() -> Result<()> {
    scripts(Backend::Native).await
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_run_in_the_interpreter() -> Result<()> {
    scripts(Backend::Pulley).await
}
