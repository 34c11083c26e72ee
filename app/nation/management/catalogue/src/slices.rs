//! A catalogue cut into slices: the national one, and one a province and a city.

use std::collections::{BTreeMap, HashMap, HashSet};

use fingertip_contract::{Catalogue, Region, RegionLevel};
use fingertip_slices::{
    Lines, Slice, SliceError, SliceIndex,
    difference::{between, traces},
    pack, unpack,
};
use fingertip_standard::{DepartmentId, RegionCode};

/// How far up regions are walked: the depth of divisions is small, and the bound ends the walk in a circle.
const DEPTH: usize = 8;

/// A slice of which nothing is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutSlice {
    /// How the index names it.
    pub slice: Slice,
    /// As it travels.
    pub packed: Vec<u8>,
    /// By what it is told later what has changed since ([`fingertip_slices::difference::traces`]).
    pub traces: Vec<u8>,
}

/// A catalogue in slices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Which slices there are.
    pub index: SliceIndex,
    /// All of them.
    pub slices: Vec<CutSlice>,
}

/// Cuts a catalogue: what is offered in the whole nation, and all that concerns everybody, into the national slice; what a province or a
/// city offers into its own. What is below a city is in the city's slice. Each has the departments that its services name.
///
/// # Errors
/// When an item cannot be written as JSON.
pub fn cut(catalogue: &Catalogue) -> Result<Cut, serde_json::Error> {
    let regions: HashMap<&RegionCode, &Region> =
        catalogue.regions.iter().map(|region| (&region.code, region)).collect();
    let mut parts: BTreeMap<Option<RegionCode>, Catalogue> = BTreeMap::new();
    parts.insert(
        None,
        Catalogue {
            regions: catalogue.regions.clone(),
            life_events: catalogue.life_events.clone(),
            alerts: catalogue.alerts.clone(),
            synonyms: catalogue.synonyms.clone(),
            best_bets: catalogue.best_bets.clone(),
            ..Catalogue::default()
        },
    );
    // Which departments each part names or governs.
    let mut named: BTreeMap<Option<RegionCode>, HashSet<&DepartmentId>> = BTreeMap::new();
    for service in &catalogue.services {
        let place = place_of(&regions, &service.region);
        named.entry(place.clone()).or_default().insert(&service.department);
        parts.entry(place).or_default().services.push(service.clone());
    }
    for department in &catalogue.departments {
        named.entry(place_of(&regions, &department.region)).or_default().insert(&department.id);
    }
    for (place, ids) in named {
        let part = parts.entry(place).or_default();
        part.departments =
            catalogue.departments.iter().filter(|department| ids.contains(&department.id)).cloned().collect();
    }
    let mut slices = Vec::with_capacity(parts.len());
    let (mut national, mut by_region) = (None, BTreeMap::new());
    for (place, part) in parts {
        let cut = cut_part(&part)?;
        match place {
            None => national = Some(cut.slice.clone()),
            Some(code) => drop(by_region.insert(code, cut.slice.clone())),
        }
        slices.push(cut);
    }
    let national = national.unwrap_or_else(|| Slice::of(&Lines::default()).0);
    Ok(Cut { index: SliceIndex::new(national, by_region), slices })
}

fn cut_part(part: &Catalogue) -> Result<CutSlice, serde_json::Error> {
    let lines = Lines::of(part)?;
    let (slice, packed) = Slice::of(&lines);
    Ok(CutSlice { slice, packed, traces: traces(&lines) })
}

/// In whose slice it is what is offered in `region`; none for the national one.
fn place_of(regions: &HashMap<&RegionCode, &Region>, region: &RegionCode) -> Option<RegionCode> {
    let mut at = region;
    for _ in 0..DEPTH {
        let here = regions.get(at)?;
        // What has nothing above it is the nation, whatever its level is called.
        let parent = here.parent.as_ref()?;
        if matches!(here.level, RegionLevel::Province | RegionLevel::Prefecture) {
            return Some(here.code.clone());
        }
        at = parent;
    }
    None
}

/// What leads from the slice that left these `traces` to the one that travels as `packed` and has `bytes` bytes: as it travels.
///
/// # Errors
/// [`SliceError`]: what is kept is no slice.
pub fn packed_difference(traces: &[u8], packed: &[u8]) -> Result<Vec<u8>, SliceError> {
    let now = Lines::from_text(unpack(packed, fingertip_slices::MOST_SLICE_BYTES)?);
    Ok(pack(&between(traces, &now)))
}

#[cfg(test)]
mod tests {
    use fingertip_slices::{difference::applied, join};
    use serde_json::{Value, json};

    use super::*;

    fn region(code: &str, parent: Option<&str>, level: &str) -> Value {
        json!({ "code": code, "name": { "en": code }, "parent": parent, "level": level })
    }

    fn service(id: &str, department: &str, region: &str) -> Value {
        json!({ "id": id, "name": { "en": id }, "department": department, "region": region, "theme": "taxation" })
    }

    fn nation() -> Catalogue {
        serde_json::from_value(json!({
            "regions": [
                region("100000", None, "nation"), region("440000", Some("100000"), "province"),
                region("440100", Some("440000"), "prefecture"), region("440106", Some("440100"), "county"),
                region("110000", Some("100000"), "province"), region("110101", Some("110000"), "county"),
                region("450000", Some("100000"), "province")
            ],
            "departments": [
                { "id": "taxation", "name": { "en": "T" }, "region": "100000" },
                { "id": "city", "name": { "en": "C" }, "region": "440100" },
                { "id": "province", "name": { "en": "P" }, "region": "440000" }
            ],
            "services": [
                service("a", "taxation", "100000"), service("b", "province", "440000"), service("c", "city", "440100"),
                service("d", "province", "440106"), service("e", "taxation", "110101")
            ],
            "life_events": [{ "id": "e", "name": { "en": "E" }, "occasion": "birth", "services": ["c", "a"] }],
            "synonyms": "- search: a => b"
        }))
        .expect("a catalogue")
    }

    /// The slices of these places, the national one first.
    fn slices(cut: &Cut, places: &[&str]) -> Vec<Lines> {
        let own = places.iter().map(|code| &cut.index.regions[&RegionCode::new(*code).expect("a code")]);
        let lines = |slice: &Slice| {
            let cut = cut.slices.iter().find(|cut| cut.slice == *slice).expect("it is there");
            Lines::from_packed(&cut.packed, &slice.sha256, slice.bytes).expect("a slice")
        };
        [&cut.index.national].into_iter().chain(own).map(lines).collect()
    }

    #[test]
    fn each_place_has_what_it_offers_and_the_nation_what_concerns_everybody() {
        let (nation, cut) = (nation(), cut(&nation()).expect("cut"));
        let places: Vec<_> = cut.index.regions.keys().map(RegionCode::as_str).collect();
        assert_eq!(places, ["110000", "440000", "440100"], "a place that offers nothing has no slice");
        let ids = |places: &[&str]| {
            let joined = join(&slices(&cut, places));
            assert_eq!(joined.n_unread, 0, "every service has its department with it");
            joined.catalogue.services.iter().map(|service| service.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&[]), ["a"]);
        assert_eq!(ids(&["440000", "440100"]), ["a", "b", "c", "d"]);
        assert_eq!(ids(&["440100"]), ["a", "c", "d"], "also without what is above it");
        assert_eq!(ids(&["110000"]), ["a", "e"]);
        let whole = join(&slices(&cut, &["110000", "440000", "440100"])).catalogue;
        assert_eq!((whole.regions, whole.life_events), (nation.regions, nation.life_events));
        assert_eq!(whole.synonyms, nation.synonyms);
    }

    #[test]
    fn what_changes_in_one_place_changes_its_slice_alone_and_travels_as_a_difference() {
        let before = cut(&nation()).expect("cut");
        let mut later = nation();
        later.services[2].demand = 9;
        let now = cut(&later).expect("cut");
        let changed: Vec<_> =
            now.index.regions.iter().filter(|(code, slice)| before.index.regions[*code] != **slice).collect();
        assert_eq!((changed.len(), changed[0].0.as_str()), (1, "440100"));
        assert_eq!(now.index.national, before.index.national);
        let old = slices(&before, &["440100"]).pop().expect("a slice");
        let new = &now.slices.iter().find(|cut| cut.slice == *changed[0].1).expect("it is there");
        let difference = packed_difference(&traces(&old), &new.packed).expect("a difference");
        let text = unpack(&difference, 10_000).expect("unpacked");
        let led = applied(&old, &text, &new.slice.sha256, new.slice.bytes).expect("it fits");
        assert_eq!(led, slices(&now, &["440100"]).pop().expect("a slice"));
    }

    #[test]
    fn a_circle_of_regions_ends_and_what_is_in_no_region_is_the_nations() {
        let mut circle = nation();
        circle.regions[3].parent = RegionCode::new("440106").ok();
        circle.services[0].region = RegionCode::new("999999").expect("a code");
        let cut = cut(&circle).expect("cut");
        assert_eq!(cut.index.regions.len(), 3);
    }
}
