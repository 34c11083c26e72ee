//! The journey of the first issue, step by step: from a first start to a rated case, verified at each step.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use fingertip_contract::{CaseState, Rating, RatingLevel};
use fingertip_core::{
    CardsMsg, CasesMsg, Everything, LinksMsg, MiniAppMsg, Model, OpenMiniApp, PersonMsg, SearchMsg, Sheet,
    StorageMsg, Told,
};
use fingertip_standard::{
    RegionCode, ServiceId,
    events::{Display, Input, Origin},
    view::Kind,
    words::Decimal,
};

use crate::{
    bus::at_payment,
    person::{Person, Place, card as card_on_home, node, page, running},
};

/// Prints one line a step with its time.
#[derive(Default)]
pub struct Steps {
    began: Option<Instant>,
    number: usize,
}

impl Steps {
    /// A step was verified.
    pub fn done(&mut self, what: &str) {
        self.number += 1;
        let took = self.began.replace(Instant::now()).map_or(Duration::ZERO, |began| began.elapsed());
        println!("{:>2}. ok  {:>7.1} ms  {what}", self.number, took.as_secs_f64() * 1000.0);
    }
}

/// The queries by which the card must be found, each at its every beginning.
pub const QUERIES: [&str; 4] = ["社保卡", "shebaoka", "sbk", "social security card"];
const CARD: &str = "social-security-card";

/// Walks the whole way on the device `folder`.
///
/// # Errors
/// At the first step that is not as it must be.
pub async fn walk(folder: &Path, place: &Place) -> Result<()> {
    let mut steps = Steps { began: Some(Instant::now()), number: 0 };
    let person = first_start(folder, place, &mut steps).await?;
    search(&person, &mut steps).await?;
    let person = card(person, folder, place, &mut steps).await?;
    case(&person, &mut steps).await?;
    tax(&person, &mut steps).await?;
    bus(&person, &mut steps).await?;
    drop(person);
    offline(folder, place, &mut steps).await
}

async fn first_start(folder: &Path, place: &Place, steps: &mut Steps) -> Result<Person> {
    let person = Person::start(folder, place).await?;
    ensure!(!person.core.model().preferences.has_started, "a first start");
    let model = person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    let catalogue = model.catalogue.ready().context("a catalogue")?;
    ensure!(
        catalogue.services.len() >= 60 && catalogue.departments.len() >= 12,
        "{} services",
        catalogue.services.len()
    );
    steps.done(&format!(
        "first start; catalogue of {} services, {} departments, {} regions",
        catalogue.services.len(),
        catalogue.departments.len(),
        catalogue.regions.len()
    ));
    person.says(PersonMsg::ChoseLanguage("zh-Hans".into()));
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::ChoseDisplay(Display::Normal));
    person.says(PersonMsg::FinishedFirstStart);
    person
        .until("the choices are taken", |model| {
            model.preferences.has_started && model.preferences.region.is_some()
        })
        .await?;
    steps.done("language, region and display mode chosen");
    Ok(person)
}

async fn search(person: &Person, steps: &mut Steps) -> Result<()> {
    let card = ServiceId::new(CARD)?;
    for whole in QUERIES {
        for (at, c) in whole.char_indices() {
            let typed = &whole[..at + c.len_utf8()];
            person.says(SearchMsg::TypedSearch(typed.to_owned()));
            person.until(&format!("{typed:?} is searched"), |model| model.search.answered == typed).await?;
            let model = person.core.model();
            ensure!(
                model.search.hits.iter().any(|hit| hit.service.id == card),
                "{typed:?} does not find the card but {:?}",
                model.search.hits.iter().map(|hit| hit.service.id.as_str()).collect::<Vec<_>>()
            );
        }
        ensure!(
            person.core.model().search.hits.first().is_some_and(|hit| hit.service.id == card),
            "{whole:?} does not find the card first"
        );
    }
    steps.done(&format!("the card is found from the first character of {QUERIES:?}"));
    Ok(())
}

async fn card(person: Person, folder: &Path, place: &Place, steps: &mut Steps) -> Result<Person> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new(CARD)?));
    let model = person.until_page("page-intro").await?;
    let own = &running(&model).context("a verified identity")?.app;
    ensure!(own.department.as_str() == "human-resources" && own.sha256.len() == 64, "{own:?}");
    steps.done("the signed mini-app is fetched, verified, compiled and shown in its frame");
    person.presses("start")?;
    person
        .until("the sheet to sign in", |model| matches!(model.sheets.first(), Some(Sheet::SignIn { .. })))
        .await?;
    person.signs_in("zhang-wei").await?;
    steps.done("signed in (authorisation code, PKCE, real tokens) without leaving the page");
    let model = person
        .until("the sheet to share", |model| matches!(model.sheets.first(), Some(Sheet::Consent { .. })))
        .await?;
    let Some(Sheet::Consent { values, question, .. }) = model.sheets.first() else {
        anyhow::bail!("a consent sheet")
    };
    let named: BTreeMap<_, _> = values.iter().map(|(name, value)| (name.as_str(), value.is_some())).collect();
    ensure!(named == BTreeMap::from([("name", true), ("id-number", true)]), "{named:?}");
    ensure!(
        question.items.iter().all(|item| !item.purpose.is_empty() && !item.retention.is_empty()),
        "purpose and retention are told"
    );
    person.answers_sheet(true);
    let model = person.until_page("page-you").await?;
    ensure!(
        node(&model, "fact-name").is_some() && running(&model).is_some_and(|own| own.claims.len() == 2),
        "the facts are filled in"
    );
    ensure!(
        model.disclosures.iter().any(|line| line.items == ["name", "id-number"]),
        "the ledger has a line"
    );
    steps.done("name and id number shared after consent, prefilled, written in the ledger");
    fill_and_be_killed(person, folder, place, steps).await
}

/// The plug is pulled in the middle: everything typed must be there again.
async fn fill_and_be_killed(
    person: Person,
    folder: &Path,
    place: &Place,
    steps: &mut Steps,
) -> Result<Person> {
    person.presses("continue")?;
    person
        .until("the missing telephone number is told", |model| {
            running(model).is_some_and(|own| own.problems.contains_key("phone"))
        })
        .await?;
    person.types("phone", "13800138000");
    person.presses("continue")?;
    person.until_page("page-photo").await?;
    person.says(MiniAppMsg::WentBack);
    person.until_page("page-you").await?;
    person.presses("continue")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "identity-card");
    person.presses("continue")?;
    let model = person
        .until("the list of banks is there", |model| {
            page(model).as_deref() == Some("page-delivery") && node(model, "bank").is_some()
        })
        .await?;
    let bank = match node(&model, "bank").map(|node| &node.kind) {
        Some(Kind::SelectFrom(list)) => {
            list.choices.first().map(|choice| choice.id.clone()).context("a bank")?
        }
        _ => anyhow::bail!("a list of banks"),
    };
    person.chooses("bank", &bank);
    person.chooses("delivery", "post");
    person.until("the address is asked for", |model| node(model, "address").is_some()).await?;
    person.types("address", "广州市越秀区东风中路一百号");
    person.says(PersonMsg::ChoseDisplay(Display::Seniors));
    person.says(PersonMsg::ChoseLanguage("en".into()));
    let model = person
        .until("seniors mode, in English", |model| {
            model.preferences.display == Display::Seniors && model.preferences.language == "en"
        })
        .await?;
    ensure!(
        running(&model).and_then(|own| own.inputs.get("address"))
            == Some(&Input::Text("广州市越秀区东风中路一百号".into())),
        "not a letter is lost"
    );
    person
        .until("one question a page", |model| page(model).is_some_and(|page| page != "page-delivery"))
        .await?;
    person.says(PersonMsg::ChoseDisplay(Display::Normal));
    person
        .until("normal mode again", |model| {
            model.preferences.display == Display::Normal && page(model).as_deref() == Some("page-delivery")
        })
        .await?;
    steps.done(
        "filled, back, problems told, seniors mode and another language inside without losing a letter",
    );
    // What reaches the disk is what a kill leaves: no closing, no saving, only dropping.
    person
        .until("the draft is kept", |model| model.drafts.iter().any(|app| app.as_str().ends_with(CARD)))
        .await?;
    drop(person);
    let person = Person::start(folder, place).await?;
    person.until("still signed in", |model| model.signed_in().is_some()).await?;
    person.until("the catalogue from the cache", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new(CARD)?));
    let model = person.until_page("page-delivery").await?;
    let inputs = &running(&model).context("open")?.inputs;
    ensure!(
        inputs.get("address") == Some(&Input::Text("广州市越秀区东风中路一百号".into()))
            && inputs.get("delivery") == Some(&Input::Choice("post".into())),
        "the draft is whole"
    );
    steps.done("stopped and started again: same page, same words, same session");
    person.gives("truth", Input::Agreed(true));
    person.until("the list of banks is there again", |model| node(model, "bank").is_some()).await?;
    person.presses("continue")?;
    person.until_page("page-check").await?;
    Ok(person)
}

async fn case(person: &Person, steps: &mut Steps) -> Result<()> {
    person.presses("send")?;
    let model = person.until_page("page-sent").await?;
    let id = model.cases.first().context("the case")?.value.id.clone();
    person.until("what was handed in is no draft any more", |model| model.drafts.is_empty()).await?;
    steps.done(&format!("checked and submitted: case {id}"));
    let model = person
        .until("the department has handled the case", |model| {
            model.case(&id).is_some_and(|case| case.value.state == CaseState::Closed)
        })
        .await?;
    let states: Vec<CaseState> =
        model.case(&id).context("the case")?.value.steps.iter().map(|step| step.state.clone()).collect();
    use CaseState::{Accepted, Approved, Closed, Delivered, Received, Review};
    ensure!(states == [Received, Accepted, Review, Approved, Delivered, Closed], "{states:?}");
    steps.done("followed while the department accepted, reviewed, approved, delivered and closed it");
    let model = person
        .until("the card is in the records", |model| {
            model.documents.iter().any(|kept| kept.document.kind == CARD)
        })
        .await?;
    let kept = model.documents.iter().find(|kept| kept.document.kind == CARD).context("the document")?;
    ensure!(
        !kept.document.number.is_empty() && kept.document.issuer.as_str() == "human-resources",
        "issued by the department"
    );
    ensure!(kept.document.holder == "张伟", "in the name that the provider vouches for");
    steps.done("the document is in the records, its signature checked");
    person.says(CasesMsg::RatedCase(
        id.clone(),
        Rating { level: RatingLevel::VerySatisfied, text: "很方便".into() }.into(),
    ));
    person
        .until("the rating is received", |model| {
            model.case(&id).is_some_and(|case| {
                case.value.rating.as_ref().is_some_and(|rating| rating.level == RatingLevel::VerySatisfied)
            })
        })
        .await?;
    steps.done("rated in five levels");
    person.says(MiniAppMsg::ClosedMiniApp);
    Ok(())
}

async fn tax(person: &Person, steps: &mut Steps) -> Result<()> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new("annual-income-tax-estimate")?));
    person
        .until("the tax mini-app runs", |model| {
            model.open.as_ref().is_some_and(|open| {
                open.place().app.as_str().ends_with("income-tax") && open.running().is_some()
            })
        })
        .await?;
    person.presses("start")?;
    let model = person.until_page("page-income").await?;
    ensure!(
        node(&model, "wages")
            .is_some_and(|node| matches!(&node.kind, Kind::MoneyInput(input) if input.initial.is_some_and(|wages| wages > 0))),
        "wages from the department"
    );
    person.presses("continue")?;
    person.until_page("page-deductions").await?;
    person.gives("children", Input::Number(Decimal { digits: 1, scale: 0 }));
    person.chooses("rent", "none");
    person.presses("continue")?;
    let model = person.until_page("page-result").await?;
    let view = model.open.as_ref().and_then(OpenMiniApp::view).context("a view")?;
    let has = |is_it: fn(&Kind) -> bool| view.nodes.iter().any(|node| is_it(&node.kind));
    ensure!(
        has(|kind| matches!(kind, Kind::Table(_))) && has(|kind| matches!(kind, Kind::Chart(_))),
        "a result with a table and a chart"
    );
    steps.done("income tax of the year computed from the department's own statement");
    person.presses("request-certificate")?;
    person.agrees_to_share().await?;
    // Sharing is one thing and handing in another: the request follows on an answer, not on a press.
    person
        .until("the sheet to hand in", |model| matches!(model.sheets.first(), Some(Sheet::HandIn { .. })))
        .await?;
    person.answers_sheet(true);
    person
        .until("the tax-paid certificate is in the records", |model| {
            model.documents.iter().any(|kept| kept.document.kind == "tax-paid-certificate")
        })
        .await?;
    steps.done("tax-paid certificate requested, issued and kept");
    person.says(MiniAppMsg::ClosedMiniApp);
    Ok(())
}

async fn bus(person: &Person, steps: &mut Steps) -> Result<()> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new("bus-card")?));
    let model = person
        .until("the balance is shown", |model| {
            page(model).as_deref() == Some("page-card") && node(model, "card").is_some()
        })
        .await?;
    ensure!(
        running(&model).is_some_and(|own| own.claims.is_empty()),
        "nothing is shared that was not asked for"
    );
    steps.done("bus card opened, balance from the department");
    person.says(CardsMsg::AddedWidget("balance".into()));
    let model = person.until("the card is on home", |model| card_value(model).is_some()).await?;
    let before = card_value(&model);
    steps.done("its card put on home, made without the open mini-app");
    at_payment(person).await?;
    person.answers_sheet(true);
    person.until_page("page-topped-up").await?;
    steps.done("topped up through the shell's payment sheet, receipt redeemed by the department");
    person.says(MiniAppMsg::ClosedMiniApp);
    let changed =
        |model: &Model| model.open.is_none() && card_value(model).is_some_and(|value| Some(value) != before);
    person.until("the card on home shows the new balance", changed).await?;
    steps.done("the card on home shows the new balance; nothing was opened for it");
    person.says(LinksMsg::FollowedLink(
        "fingertip://miniapp/cn.example.transport.bus-card/lines?line=7".into(),
    ));
    let model = person
        .until("the line of the link", |model| {
            page(model).as_deref() == Some("page-line") && node(model, "stops").is_some()
        })
        .await?;
    ensure!(model.open.as_ref().is_some_and(|open| open.arrival().origin == Origin::DeepLink), "by a link");
    steps.done("a link from outside opened the line that it names");
    person.says(MiniAppMsg::OpenedService(ServiceId::new("bus-lines")?));
    person.until_page("page-lines").await?;
    person.types("query", "1");
    person.presses("search")?;
    person.until("lines are found", |model| node(model, "lines").is_some()).await?;
    person.presses("open-line")?;
    person
        .until("the next buses", |model| {
            page(model).as_deref() == Some("page-line") && node(model, "stops").is_some()
        })
        .await?;
    steps.done("line found, next buses from the department");
    Ok(())
}

/// The balance on the card on home.
fn card_value(model: &Model) -> Option<String> {
    card_on_home(model, "balance")?.into_iter().nth(1)
}

/// The platform is out of reach: everything that was told is still there, with its time.
async fn offline(folder: &Path, place: &Place, steps: &mut Steps) -> Result<()> {
    // A port that nobody listens on.
    let place = Place { platform_url: "http://127.0.0.1:1".into(), ..place.clone() };
    let person = Person::start(folder, &place).await?;
    let model = person.until("the app has seen that it is offline", |model| !model.is_online).await?;
    person.until("the catalogue from the cache", |model| model.catalogue.ready().is_some()).await?;
    ensure!(
        model.documents.len() >= 2 && model.documents.iter().all(|kept| kept.as_of.as_second() > 0),
        "documents readable with their time"
    );
    ensure!(
        model.cases.iter().any(|case| case.value.state == CaseState::Closed && case.value.rating.is_some()),
        "cases readable"
    );
    steps.done("offline: documents and cases readable, each with its \"as of\" time");
    let widget = model.widgets.first().context("the card on home")?;
    ensure!(
        card_value(&model).is_some() && widget.card.as_ref().is_some_and(|card| card.as_of.as_second() > 0),
        "drawn from what was kept"
    );
    person.says(CardsMsg::OpenedWidget(widget.kept.place.clone()));
    let is_there = |model: &Model| {
        model
            .open
            .as_ref()
            .is_some_and(|open| open.arrival().origin == Origin::Widget && open.view().is_some())
    };
    let model = person.until("its mini-app", is_there).await?;
    ensure!(model.open.as_ref().is_some_and(|open| open.place().route == widget.kept.entry), "at its entry");
    steps.done(
        "offline: the card on home drawn from what was kept; pressed, it opens its mini-app at its entry",
    );
    forgotten(person, folder, &place, steps).await
}

/// Everything is taken along in a file, then taken off the device; without a connection too.
async fn forgotten(person: Person, folder: &Path, place: &Place, steps: &mut Steps) -> Result<()> {
    // A card may be made, and written down, while the file is.
    let known = person.core.model().disclosures.len();
    person.says(StorageMsg::AskedToExport);
    let file_of = |model: &Model| {
        model
            .told
            .iter()
            .find_map(|told| if let Told::Exported(file) = told { Some(file.clone()) } else { None })
    };
    let model = person.until("everything is in a file", |model| file_of(model).is_some()).await?;
    let file = file_of(&model).context("a file")?;
    let taken: Everything = serde_json::from_slice(&std::fs::read(&file)?)?;
    ensure!(
        taken.cases.len() == model.cases.len() && taken.documents.len() == model.documents.len(),
        "cases and documents are in it"
    );
    ensure!(taken.consents.len() == model.consents.len() && !taken.consents.is_empty(), "consents are in it");
    ensure!(known > 0 && taken.disclosures.len() >= known, "the ledger is in it");
    steps.done("offline: everything taken along in a file");
    person.says(StorageMsg::AskedToDelete);
    let is_new = |model: &Model| {
        model.is_restored
            && !model.preferences.has_started
            && model.cases.is_empty()
            && model.signed_in().is_none()
    };
    person.until("it is as on a new device", is_new).await?;
    drop(person);
    let person = Person::start(folder, place).await?;
    let model = person.core.model();
    ensure!(
        is_new(&model)
            && model.documents.is_empty()
            && model.disclosures.is_empty()
            && model.widgets.is_empty(),
        "nothing comes back"
    );
    steps.done("offline: everything of the person off the device, also after a start");
    Ok(())
}
