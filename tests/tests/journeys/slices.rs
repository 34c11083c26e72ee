//! A nation's catalogue in slices: what a person's place offers comes first, the rest when it is wanted, and a broken slice costs itself.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result, ensure};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_catalogue::slices::cut;
use fingertip_contract::{Catalogue, Service};
use fingertip_core::{Model, PersonMsg};
use fingertip_standard::{RegionCode, ServiceId};
use fingertip_tests::{
    card::place,
    nation::{Nation, demo_catalogue},
    person::{Person, Place},
};

/// What somebody between the person and the platform makes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// It is another slice, whole and well packed.
    Forged,
    /// It is cut off.
    Cut,
    /// It is not there.
    Missing,
    /// It is the same, by a library that packs less well than the one that made the index.
    Looser,
}

/// Stands between, and counts what goes by.
#[derive(Default)]
struct Between {
    platform: String,
    /// By a part of the path.
    manners: BTreeMap<String, Manner>,
    /// Paths that were asked for, with the bytes of their answers.
    asked: Vec<(String, usize)>,
}

type Shared = Arc<Mutex<Between>>;

fn lock(between: &Shared) -> std::sync::MutexGuard<'_, Between> {
    between.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn pass(State(between): State<Shared>, request: Request) -> Response {
    let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    let (url, manner) = {
        let between = lock(&between);
        let manner = between.manners.iter().find(|(part, _)| path.contains(part.as_str()));
        (format!("{}{path}", between.platform), manner.map(|(_, manner)| *manner))
    };
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, 1 << 20).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let asked = reqwest::Client::new().request(parts.method, url).headers(parts.headers).body(body);
    let Ok(answer) = asked.send().await else { return StatusCode::BAD_GATEWAY.into_response() };
    let (status, headers) = (answer.status(), answer.headers().clone());
    let bytes = answer.bytes().await.unwrap_or_default().to_vec();
    let bytes = match manner {
        Some(Manner::Missing) => return StatusCode::NOT_FOUND.into_response(),
        Some(Manner::Cut) => bytes[..bytes.len() / 2].to_vec(),
        Some(Manner::Forged) => fingertip_slices::pack("services {}\n"),
        Some(Manner::Looser) => looser(&bytes),
        None => bytes,
    };
    lock(&between).asked.push((path, bytes.len()));
    let mut passed = Response::new(Body::from(bytes));
    *passed.status_mut() = status;
    for (name, value) in headers.iter().filter(|(name, _)| **name != header::CONTENT_LENGTH) {
        passed.headers_mut().append(name.clone(), value.clone());
    }
    passed
}

/// The same slice, packed by another library at its lowest effort.
fn looser(packed: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut text).expect("a slice");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    encoder.write_all(&text).and_then(|()| encoder.finish()).expect("memory takes it")
}

impl Between {
    async fn stand(nation: &Nation) -> Result<(Shared, Place)> {
        let own = place(nation)?;
        let between = Shared::new(Mutex::new(Self { platform: own.platform_url.clone(), ..Self::default() }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let platform_url = format!("http://{}", listener.local_addr()?);
        let routes = Router::new().fallback(pass).with_state(between.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok((between, Place { platform_url, ..own }))
    }
}

/// Letters of no pattern, so that packing gains little.
fn letters(count: usize, seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let letter = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b'a' + u8::try_from(state % 26).unwrap_or_default())
    };
    (0..count).map(letter).collect()
}

/// The demo's services for all, and so much in Guangzhou, its province and Beijing that a phone does not read it all at once.
fn catalogue() -> Result<Catalogue> {
    let mut catalogue = demo_catalogue()?;
    let pattern = catalogue.services.first().context("a service")?.clone();
    for (region, name) in [("440100", "guangzhou"), ("440000", "guangdong"), ("110000", "beijing")] {
        for number in 0..40_u64 {
            catalogue.services.push(Service {
                id: ServiceId::new(format!("{name}-{number}"))?,
                region: RegionCode::new(region)?,
                mini_app: None,
                conditions: fingertip_standard::LocalText::single("en", letters(40_000, number)),
                ..pattern.clone()
            });
        }
    }
    Ok(catalogue)
}

fn has(model: &Model, service: &str) -> bool {
    let catalogue = model.catalogue.ready();
    catalogue.is_some_and(|catalogue| catalogue.services.iter().any(|own| own.id.as_str() == service))
}

/// The name of a region's slice, as much of it as tells it from others.
fn slice_of(catalogue: &Catalogue, region: &str) -> Result<String> {
    let index = cut(catalogue)?.index;
    Ok(index.regions[&RegionCode::new(region)?].sha256.clone())
}

async fn settled(device: &Path, place: &Place, region: &str) -> Result<Person> {
    let person = Person::start(device, place).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new(region)?));
    person.says(PersonMsg::FinishedFirstStart);
    Ok(person)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_one_lives_comes_first_and_every_other_region_when_it_is_wanted() -> Result<()> {
    let nation = Nation::start_empty().await?;
    let catalogue = catalogue()?;
    nation.put_catalogue(&catalogue).await?;
    let (between, place) = Between::stand(&nation).await?;
    let device = tempfile::tempdir()?;
    let person = settled(device.path(), &place, "440100").await?;
    let model = person
        .until("their city's services are there", |model| {
            has(model, "guangzhou-7") && has(model, "guangdong-7")
        })
        .await?;
    ensure!(has(&model, "bus-card"), "what is offered to all is there");
    ensure!(!has(&model, "beijing-7"), "what is offered elsewhere is not");
    person.until("it is said that there is more", |model| model.parts.has_more).await?;
    let asked = lock(&between).asked.clone();
    ensure!(!asked.iter().any(|(path, _)| path.ends_with("/api/v1/catalogue")), "nobody read the whole");
    let beijing = slice_of(&catalogue, "110000")?;
    ensure!(!asked.iter().any(|(path, _)| path.contains(&beijing)), "nor another region's");
    // Somebody moves.
    person.says(PersonMsg::ChoseRegion(RegionCode::new("110000")?));
    person
        .until("the new city's services are there", |model| {
            has(model, "beijing-7") && !has(model, "guangzhou-7")
        })
        .await?;
    person.says(PersonMsg::ChoseWholeNation(true));
    person
        .until("every region's services are there", |model| {
            has(model, "beijing-7") && has(model, "guangzhou-7") && !model.parts.has_more
        })
        .await?;
    // And they are there at the next start without a network.
    drop(person);
    let nobody = Place { platform_url: "http://127.0.0.1:1".into(), ..place };
    let person = Person::start(device.path(), &nobody).await?;
    person.until("they are kept", |model| has(model, "beijing-7") && has(model, "guangzhou-7")).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slice_that_is_forged_cut_or_missing_costs_itself_is_said_and_comes_when_it_is_mended() -> Result<()>
{
    let nation = Nation::start_empty().await?;
    let catalogue = catalogue()?;
    nation.put_catalogue(&catalogue).await?;
    let broken = slice_of(&catalogue, "440100")?;
    for manner in [Manner::Forged, Manner::Cut, Manner::Missing] {
        let (between, place) = Between::stand(&nation).await?;
        lock(&between).manners.insert(broken.clone(), manner);
        let device = tempfile::tempdir()?;
        let person = settled(device.path(), &place, "440100").await?;
        let model = person
            .until("it is said", |model| model.parts.behind.iter().any(|code| code.as_str() == "440100"))
            .await?;
        ensure!(has(&model, "bus-card") && has(&model, "guangdong-7"), "{manner:?}: all others are there");
        ensure!(!has(&model, "guangzhou-7"), "{manner:?}: nothing of it is believed");
        lock(&between).manners.clear();
        person.until("it came", |model| has(model, "guangzhou-7") && !model.parts.are_behind()).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slice_is_what_its_name_says_whichever_library_packed_it() -> Result<()> {
    let nation = Nation::start_empty().await?;
    let catalogue = catalogue()?;
    nation.put_catalogue(&catalogue).await?;
    let (between, place) = Between::stand(&nation).await?;
    let all = cut(&catalogue)?.index;
    for slice in all.regions.values().chain([&all.national]) {
        lock(&between).manners.insert(format!("/slices/{}", slice.sha256), Manner::Looser);
    }
    let device = tempfile::tempdir()?;
    let person = settled(device.path(), &place, "440100").await?;
    let is_there =
        |model: &Model| has(model, "guangzhou-7") && has(model, "bus-card") && !model.parts.are_behind();
    person.until("every slice is taken", is_there).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_s_change_comes_as_what_has_changed_and_a_forged_one_is_read_as_a_whole() -> Result<()> {
    let nation = Nation::start_empty().await?;
    let mut catalogue = catalogue()?;
    nation.put_catalogue(&catalogue).await?;
    let (between, place) = Between::stand(&nation).await?;
    let device = tempfile::tempdir()?;
    let person = settled(device.path(), &place, "440100").await?;
    person.until("it is there", |model| has(model, "guangzhou-7") && !model.parts.are_behind()).await?;
    drop(person);
    for (new, is_forged) in [("guangzhou-new", false), ("guangzhou-newer", true)] {
        let mut service = catalogue.services.last().context("a service")?.clone();
        (service.id, service.region) = (ServiceId::new(new)?, RegionCode::new("440100")?);
        catalogue.services.push(service);
        nation.put_catalogue(&catalogue).await?;
        let whole = slice_of(&catalogue, "440100")?;
        {
            let mut between = lock(&between);
            between.asked.clear();
            if is_forged {
                between.manners.insert("/since/".to_owned(), Manner::Forged);
            }
        }
        let person = Person::start(device.path(), &place).await?;
        person.until("what is new is there", |model| has(model, new) && has(model, "guangzhou-7")).await?;
        drop(person);
        let asked = lock(&between).asked.clone();
        let bytes = |end: &str| asked.iter().find(|(path, _)| path.contains(end)).map(|(_, bytes)| *bytes);
        let by_whole = bytes(&format!("/slices/{whole}"))
            .filter(|_| asked.iter().any(|(path, _)| path.ends_with(&format!("/slices/{whole}"))));
        ensure!(by_whole.is_some() == is_forged, "{new}: {asked:?}");
        if !is_forged {
            let change = bytes("/since/").context("a difference was asked for")?;
            ensure!(change < 60_000, "one service came in {change} bytes");
        }
    }
    Ok(())
}
