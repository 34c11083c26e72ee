//! The parts of `cargo xtask bench catalogue`: a nation's catalogue in slices, what a phone reads of it, and what it makes of that.
//!
//! The services are the real ones of one province, offered by the nation, every province and every city of the demo's regions in equal
//! shares. A day changes one service in two hundred: three of five are edited, one is new, one is offered no more.

use std::{fs, hint::black_box, path::Path, time::Instant};

use anyhow::{Context, Result};
use fingertip_catalogue::{
    import,
    slices::{Cut, cut, packed_difference},
};
use fingertip_contract::{Catalogue, Region, RegionLevel, Service};
use fingertip_eval::data::Data;
use fingertip_search::{Index, Row, Synonyms};
use fingertip_slices::{Lines, Slice, difference::applied, join, unpack};
use fingertip_standard::ServiceId;

/// Of so many services one changes in a day.
const CHANGES_ONE_OF: usize = 200;
/// Where the person lives.
const HOME: [&str; 2] = ["440000", "440100"];

fn main() -> Result<()> {
    let count: usize = std::env::args().nth(1).context("bench COUNT")?.parse()?;
    let before = nation(count)?;
    let start = Instant::now();
    let old = cut(&before)?;
    say("cut_ms", milliseconds(start));
    say("services", before.services.len());
    say("slices", old.slices.len());
    let index = serde_json::to_vec(&old.index)?.len();
    say("index_bytes", index);
    say("whole_bytes", old.index.packed());
    say("largest_slice_bytes", old.slices.iter().map(|cut| cut.slice.packed).max().unwrap_or_default());
    let own = own(&old)?;
    let first: u64 = own.iter().map(|(slice, _)| slice.packed).sum();
    say("first_start_bytes", first + u64::try_from(index)?);
    let mine = join(own.iter().map(|(_, lines)| lines)).catalogue;
    say("own_services", mine.services.len());
    make("own", &mine)?;
    day(before, &old)?;
    let slices: Vec<Lines> = old.slices.iter().map(unpacked).collect::<Result<_>>()?;
    let start = Instant::now();
    let whole = join(&slices).catalogue;
    say("whole_read_ms", milliseconds(start));
    drop(slices);
    make("whole", &whole)
}

/// So many services in as many places as the demo's regions have.
fn nation(count: usize) -> Result<Catalogue> {
    let file = Data::find(None)
        .file("guangdong-services.jsonl")
        .context("guangdong-services.jsonl is in no folder of data")?;
    let real = import(&fs::read(file)?)?.catalogue;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo");
    let regions: Vec<Region> = serde_json::from_str(&fs::read_to_string(folder.join("regions.json"))?)?;
    let synonyms = fs::read_to_string(folder.join("synonyms.yml"))?;
    let is_place = |region: &&Region| {
        matches!(region.level, RegionLevel::Nation | RegionLevel::Province | RegionLevel::Prefecture)
    };
    let places: Vec<&Region> = regions.iter().filter(is_place).collect();
    let mut services = Vec::with_capacity(count);
    for number in 0..count {
        let (turn, place) = (number / places.len(), places[number % places.len()]);
        // Each place has others of them, in the order in which they are published.
        let pattern = &real.services[(turn + number * 7) % real.services.len()];
        services.push(Service {
            id: ServiceId::new(format!("{}-{turn}", place.code))?,
            region: place.code.clone(),
            demand: u32::try_from(number % 9973)?,
            ..pattern.clone()
        });
    }
    let mut departments = real.departments;
    for department in &mut departments {
        department.region = places[0].code.clone();
    }
    Ok(Catalogue { regions, departments, services, synonyms, ..Catalogue::default() })
}

fn unpacked(cut: &fingertip_catalogue::slices::CutSlice) -> Result<Lines> {
    let Slice { sha256, bytes, .. } = &cut.slice;
    Ok(Lines::from_packed(&cut.packed, sha256, *bytes)?)
}

/// The slices that come before home is usable, the nation's first.
fn own(cut: &Cut) -> Result<Vec<(Slice, Lines)>> {
    let home = cut.index.regions.iter().filter(|(code, _)| HOME.contains(&code.as_str()));
    let slices = [&cut.index.national].into_iter().chain(home.map(|(_, slice)| slice));
    slices
        .map(|slice| {
            let own = cut.slices.iter().find(|own| own.slice == *slice).context("a slice")?;
            Ok((slice.clone(), unpacked(own)?))
        })
        .collect()
}

/// What a day costs who has everything, and who has what is theirs.
fn day(mut catalogue: Catalogue, old: &Cut) -> Result<()> {
    let all = catalogue.services.len();
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for (turn, place) in (0..all).step_by(CHANGES_ONE_OF).enumerate() {
        // Not always the same places.
        let place = (place + turn * 37 % CHANGES_ONE_OF).min(all - 1);
        match turn % 5 {
            0 => gone.push(catalogue.services[place].id.clone()),
            1 => {
                let mut service = catalogue.services[place].clone();
                service.id = ServiceId::new(format!("{}-new", service.id))?;
                new.push(service);
            }
            _ => {
                let service = &mut catalogue.services[place];
                service.promised_days = Some(service.promised_days.unwrap_or(5).saturating_add(1));
                service.fee = fingertip_standard::LocalText::single("zh-Hans", "不收费");
            }
        }
    }
    catalogue.services.retain(|service| !gone.contains(&service.id));
    catalogue.services.extend(new);
    let now = cut(&catalogue)?;
    let index = u64::try_from(serde_json::to_vec(&now.index)?.len())?;
    let (mut everything, mut own) = (index, index);
    let mut check = |before: &Slice, after: &Slice, is_own: bool| -> Result<()> {
        if before == after {
            return Ok(());
        }
        let (from, to) = (find(old, before)?, find(&now, after)?);
        let difference = packed_difference(&from.traces, &to.packed)?;
        // What it leads to is what was signed.
        applied(&unpacked(from)?, &unpack(&difference, after.bytes * 2)?, &after.sha256, after.bytes)?;
        let bytes = u64::try_from(difference.len())?;
        everything += bytes;
        own += if is_own { bytes } else { 0 };
        Ok(())
    };
    check(&old.index.national, &now.index.national, true)?;
    for (code, after) in &now.index.regions {
        check(&old.index.regions[code], after, HOME.contains(&code.as_str()))?;
    }
    say("day_bytes", everything);
    say("day_own_bytes", own);
    Ok(())
}

fn find<'a>(cut: &'a Cut, slice: &Slice) -> Result<&'a fingertip_catalogue::slices::CutSlice> {
    cut.slices.iter().find(|own| own.slice == *slice).context("a slice")
}

/// The index by which the services are found: what it costs to make, to keep, and to have at hand.
fn make(of: &str, catalogue: &Catalogue) -> Result<()> {
    let texts = |service: &Service| Row {
        key: service.id.to_string(),
        names: service.name.all().map(str::to_owned).collect(),
        keywords: service.keywords.clone(),
        details: service
            .summary
            .all()
            .chain(catalogue.department(&service.department).iter().flat_map(|own| own.name.all()))
            .map(str::to_owned)
            .collect(),
        demand: service.demand,
        ..Row::default()
    };
    let text: usize = catalogue
        .services
        .iter()
        .map(texts)
        .map(|row| row.names.iter().chain(&row.keywords).chain(&row.details).map(String::len).sum::<usize>())
        .sum();
    let start = Instant::now();
    let rows = catalogue.services.iter().map(texts);
    let index = black_box(Index::with_synonyms(rows, Synonyms::new(&catalogue.synonyms)));
    say(&format!("{of}_build_ms"), milliseconds(start));
    say(&format!("{of}_memory_bytes"), index.heap_bytes());
    say(&format!("{of}_kept_bytes"), index.to_bytes().len());
    say(&format!("{of}_text_bytes"), text);
    Ok(())
}

fn say(figure: &str, value: impl std::fmt::Display) {
    println!("catalogue {figure} {value}");
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
