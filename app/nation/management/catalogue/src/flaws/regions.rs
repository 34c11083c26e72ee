//! Whether regions are in one another, and whether their codes are what GB/T 2260 and GB/T 10114 make.

use std::collections::{HashMap, HashSet};

use fingertip_contract::{Catalogue, Region, RegionLevel};
use fingertip_standard::RegionCode;

use super::found::{Found, Place};

/// The code of the whole nation, where that is China.
const CHINA: &str = "100000";

fn place(idx: usize, region: &Region) -> Place<'_> {
    Place { list: "regions", idx, id: region.code.as_str() }
}

/// No region is above itself, and none becomes itself again.
pub(super) fn check_circles(catalogue: &Catalogue, found: &mut Found) {
    let by_code: HashMap<&RegionCode, &Region> =
        catalogue.regions.iter().map(|region| (&region.code, region)).collect();
    for (idx, region) in catalogue.regions.iter().enumerate() {
        if leads_back(region, &by_code, |region| region.parent.as_ref()) {
            found.add(place(idx, region), "parent", "is above itself");
        }
        if leads_back(region, &by_code, |region| region.successor.as_ref()) {
            found.add(place(idx, region), "successor", "becomes itself again");
        }
        if let Some(next) = region.successor.as_ref().filter(|code| !by_code.contains_key(code)) {
            found.add(place(idx, region), "successor", format!("becomes {next}, which is not here"));
        }
        if let (Some(from), Some(until)) = (region.valid_from, region.valid_until)
            && from > until
        {
            found.add(
                place(idx, region),
                "valid_until",
                format!("ends on {until}, before it begins on {from}"),
            );
        }
    }
}

/// Whether one comes back to `region` by what `next` says; a circle further on is named where it is.
fn leads_back<'a>(
    region: &'a Region,
    by_code: &HashMap<&RegionCode, &'a Region>,
    next: impl Fn(&'a Region) -> Option<&'a RegionCode>,
) -> bool {
    let mut seen = HashSet::new();
    let mut at = region;
    while let Some(after) = next(at).and_then(|code| by_code.get(code)) {
        if after.code == region.code {
            return true;
        }
        if !seen.insert(&after.code) {
            return false;
        }
        at = after;
    }
    false
}

/// Where the nation is China, codes say where a region is and how far up it stands.
pub(super) fn check_codes(catalogue: &Catalogue, found: &mut Found) {
    let is_nation = |region: &Region| region.code.as_str() == CHINA && region.level == RegionLevel::Nation;
    let is_china = catalogue.regions.iter().any(is_nation);
    for (idx, region) in catalogue.regions.iter().enumerate().filter(|(_, region)| !is_nation(region)) {
        let parent = region.parent.as_ref().map(RegionCode::as_str);
        if !is_china && parent != Some(CHINA) {
            continue;
        }
        let code = region.code.as_str();
        match level_of(code) {
            None => found.add(
                place(idx, region),
                "code",
                "is no code of a division: six digits (GB/T 2260), or nine or twelve for what is below a county (GB/T 10114)",
            ),
            Some(level) if level != region.level && !matches!(region.level, RegionLevel::Unknown(_)) => {
                found.add(place(idx, region), "level", format!("has the code of another level ({})", name(&level)));
            }
            Some(_) => {
                // The first two digits are the province's.
                let strays = parent.is_some_and(|parent| parent != CHINA && parent.get(..2) != code.get(..2));
                if strays {
                    found.add(place(idx, region), "parent", "is in a region of another province");
                }
            }
        }
    }
}

/// How far up a division stands by its code alone.
pub(crate) fn level_of(code: &str) -> Option<RegionLevel> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match (code.len(), code) {
        (6, CHINA) => Some(RegionLevel::Nation),
        (6, code) if code.ends_with("0000") => Some(RegionLevel::Province),
        (6, code) if code.ends_with("00") => Some(RegionLevel::Prefecture),
        (6, _) => Some(RegionLevel::County),
        (9 | 12, _) => Some(RegionLevel::Township),
        _ => None,
    }
}

/// Which division one is in by its code alone; none for the nation, and for what is no code.
pub(crate) fn above(code: &str) -> Option<String> {
    match level_of(code)? {
        RegionLevel::Province => Some(CHINA.to_owned()),
        RegionLevel::Prefecture => Some(format!("{}0000", code.get(..2)?)),
        // GB/T 2260: 90 in place of a city is a county directly under its province.
        RegionLevel::County if code.get(2..4) == Some("90") => Some(format!("{}0000", code.get(..2)?)),
        RegionLevel::County => Some(format!("{}00", code.get(..4)?)),
        RegionLevel::Township => code.get(..6).map(str::to_owned),
        RegionLevel::Nation | RegionLevel::Unknown(_) => None,
    }
}

fn name(level: &RegionLevel) -> &'static str {
    match level {
        RegionLevel::Nation => "the nation",
        RegionLevel::Province => "a province",
        RegionLevel::Prefecture => "a city",
        RegionLevel::County => "a county",
        RegionLevel::Township => "a township",
        RegionLevel::Unknown(_) => "none",
    }
}
