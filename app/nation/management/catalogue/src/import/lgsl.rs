//! The United Kingdom's tables: the list of local government services (LGSL), with the tier that provides each, and the local authorities
//! with their codes of the Government Statistical Service. Both as GOV.UK's publishers keep them.

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;
use fingertip_contract::{Channel, Department, Region, RegionLevel, Service, ServiceItem, Theme};
use fingertip_standard::{DepartmentId, IdError, LocalText, RegionCode, ServiceId};

use super::draft::{Draft, Item};

const LANGUAGE: &str = "en-GB";
/// The nation's code (ISO 3166-1).
const NATION: &str = "GB";
/// Who stands for the authority of each person's home.
const LOCAL: &str = "local-authority";
/// Which tiers provide a service.
const TIERS: [&str; 3] = ["all", "county/unitary", "district/unitary"];
/// The countries, by the names in the table, with their codes.
const COUNTRIES: [(&str, &str); 4] = [
    ("England", "E92000001"),
    ("Northern Ireland", "N92000002"),
    ("Scotland", "S92000004"),
    ("Wales", "W92000004"),
];

/// What is wrong with a line: the column, and why.
type Wrong = (&'static str, String);

/// A table with a header.
struct Table<'a> {
    places: HashMap<String, usize>,
    reader: csv::Reader<&'a [u8]>,
}

impl<'a> Table<'a> {
    /// The table in `text`, or which of the columns it lacks.
    fn of(text: &'a str, columns: &[&'static str]) -> Result<Self, Wrong> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let places: HashMap<String, usize> =
            header.iter().enumerate().map(|(place, name)| (name.trim().to_owned(), place)).collect();
        match columns.iter().find(|column| !places.contains_key(**column)) {
            Some(missing) => Err((missing, "the column is missing".to_owned())),
            None => Ok(Self { places, reader }),
        }
    }

    /// Gives each line to `take`, and what is wrong with it to `draft`.
    fn each(mut self, draft: &mut Draft, mut take: impl FnMut(&Row<'_>, &mut Draft) -> Result<(), Wrong>) {
        for (idx, record) in self.reader.records().enumerate() {
            let line_of = |position: Option<&csv::Position>| {
                position.and_then(|place| usize::try_from(place.line()).ok()).unwrap_or(idx + 2)
            };
            match record {
                Ok(record) => {
                    let line = line_of(record.position());
                    let row = Row { places: &self.places, record: &record, line };
                    if let Err((column, reason)) = take(&row, draft) {
                        draft.reject(line, column, reason);
                    }
                }
                Err(error) => draft.reject(line_of(error.position()), "", "is no line of a table"),
            }
        }
    }
}

struct Row<'a> {
    places: &'a HashMap<String, usize>,
    record: &'a StringRecord,
    line: usize,
}

impl Row<'_> {
    /// What stands in a column; empty where the line ends before it.
    fn cell(&self, column: &str) -> &str {
        self.places.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default().trim()
    }

    fn needed(&self, column: &'static str) -> Result<&str, Wrong> {
        match self.cell(column) {
            "" => Err((column, "is empty".to_owned())),
            cell => Ok(cell),
        }
    }
}

fn wrong(column: &'static str) -> impl Fn(IdError) -> Wrong {
    move |error| (column, error.to_string())
}

fn text(text: &str) -> LocalText {
    LocalText::single(LANGUAGE, text)
}

fn nation(draft: &mut Draft) -> Result<RegionCode, Wrong> {
    let code = RegionCode::new(NATION).map_err(wrong("gss"))?;
    draft.take(0, Item::Region(Region::new(code.clone(), text("United Kingdom"), None, RegionLevel::Nation)));
    Ok(code)
}

/// The services: each is offered everywhere, by the authority of one's home.
pub(super) fn services(text: &str) -> Draft {
    let mut draft = Draft::default();
    if let Err((column, reason)) = read_services(text, &mut draft) {
        draft.reject(1, column, reason);
    }
    draft
}

fn read_services(table: &str, draft: &mut Draft) -> Result<(), Wrong> {
    let table = Table::of(table, &["LGSL", "Description", "Providing Tier"])?;
    let region = nation(draft)?;
    let department = DepartmentId::new(LOCAL).map_err(wrong("Providing Tier"))?;
    draft.take(
        0,
        Item::Department(Department::new(department.clone(), text("Your local authority"), region.clone())),
    );
    table.each(draft, |row, draft| {
        let code = row.needed("LGSL")?;
        code.parse::<u32>().map_err(|_| ("LGSL", "is no number".to_owned()))?;
        let tier = row.needed("Providing Tier")?;
        if !TIERS.contains(&tier) {
            return Err(("Providing Tier", format!("{tier} is none of {}", TIERS.join(", "))));
        }
        let id = ServiceId::new(format!("lgsl-{code}")).map_err(wrong("LGSL"))?;
        let name = text(row.needed("Description")?);
        let mut service = Service::new(id, name, department.clone(), region.clone(), Theme::Other);
        service.item = ServiceItem {
            basic_code: code.to_owned(),
            channels: vec![Channel::Online],
            ..ServiceItem::default()
        };
        draft.take(row.line, Item::Service(Box::new(service)));
        Ok(())
    });
    Ok(())
}

/// The authorities: each a region and the body that governs it.
pub(super) fn authorities(text: &str) -> Draft {
    let mut draft = Draft::default();
    if let Err((column, reason)) = read_authorities(text, &mut draft) {
        draft.reject(1, column, reason);
    }
    draft
}

/// A local authority: the line it stands on, what it is called, and in which country.
struct Authority {
    line: usize,
    code: RegionCode,
    slug: DepartmentId,
    name: String,
    country: RegionCode,
    parent: String,
    level: RegionLevel,
}

fn read_authorities(table: &str, draft: &mut Draft) -> Result<(), Wrong> {
    const COLUMNS: [&str; 7] =
        ["id", "gss", "tier_id", "parent_local_authority_id", "slug", "country_name", "name"];
    let table = Table::of(table, &COLUMNS)?;
    let nation = nation(draft)?;
    for (name, code) in COUNTRIES {
        let code = RegionCode::new(code).map_err(wrong("country_name"))?;
        let country = Region::new(code, text(name), Some(nation.clone()), RegionLevel::Province);
        draft.take(0, Item::Region(country));
    }
    let mut all: BTreeMap<String, Authority> = BTreeMap::new();
    table.each(draft, |row, _| {
        let authority = authority(row)?;
        let id = row.needed("id")?.to_owned();
        match all.insert(id, authority) {
            Some(before) => Err(("id", format!("stands twice: also on line {}", before.line))),
            None => Ok(()),
        }
    });
    for own in all.values() {
        let parent = match own.parent.as_str() {
            "" => own.country.clone(),
            id => match all.get(id) {
                Some(parent) => parent.code.clone(),
                None => {
                    draft.reject(own.line, "parent_local_authority_id", format!("{id} is no authority here"));
                    continue;
                }
            },
        };
        let name = text(&own.name);
        let region = Region::new(own.code.clone(), name.clone(), Some(parent), own.level.clone());
        draft.take(own.line, Item::Region(region));
        draft.take(own.line, Item::Department(Department::new(own.slug.clone(), name, own.code.clone())));
    }
    Ok(())
}

fn authority(row: &Row<'_>) -> Result<Authority, Wrong> {
    let country = row.needed("country_name")?;
    let country = COUNTRIES
        .iter()
        .find(|(name, _)| *name == country)
        .ok_or_else(|| ("country_name", format!("{country} is no country of the table")))?;
    // A county and a unitary authority are the first below a country; districts are in counties.
    let level = match row.needed("tier_id")? {
        "1" | "3" => RegionLevel::Prefecture,
        "2" => RegionLevel::County,
        tier => return Err(("tier_id", format!("{tier} is no tier: 1 county, 2 district, 3 unitary"))),
    };
    Ok(Authority {
        line: row.line,
        code: RegionCode::new(row.needed("gss")?).map_err(wrong("gss"))?,
        slug: DepartmentId::new(row.needed("slug")?).map_err(wrong("slug"))?,
        name: row.needed("name")?.to_owned(),
        country: RegionCode::new(country.1).map_err(wrong("country_name"))?,
        parent: row.cell("parent_local_authority_id").to_owned(),
        level,
    })
}
