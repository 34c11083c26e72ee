//! The text of a slice: a line an item, the name of its list before it.

use std::collections::HashSet;

use fingertip_contract::{Alert, BestBet, Catalogue, Department, LifeEvent, Region, Service};
use serde::Serialize;

use crate::{SliceError, name_of, unpack};

/// The text of a slice, every line ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(String);

impl Lines {
    /// What stands in `part`, in its order.
    ///
    /// # Errors
    /// When an item cannot be written as JSON.
    pub fn of(part: &Catalogue) -> Result<Self, serde_json::Error> {
        let mut lines = Self::default();
        lines.add("regions", &part.regions)?;
        lines.add("departments", &part.departments)?;
        lines.add("services", &part.services)?;
        lines.add("life_events", &part.life_events)?;
        lines.add("alerts", &part.alerts)?;
        lines.add("best_bets", &part.best_bets)?;
        if !part.synonyms.is_empty() {
            lines.add("synonyms", std::slice::from_ref(&part.synonyms))?;
        }
        Ok(lines)
    }

    fn add<T: Serialize>(&mut self, list: &str, items: &[T]) -> Result<(), serde_json::Error> {
        for item in items {
            self.0.push_str(list);
            self.0.push(' ');
            // JSON has no line ends but those that are written as escapes.
            self.0.push_str(&serde_json::to_string(item)?);
            self.0.push('\n');
        }
        Ok(())
    }

    /// A text that was a slice's before.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    /// The slice that travelled as `packed`: the one with the name `sha256`, of `bytes` bytes.
    ///
    /// # Errors
    /// [`SliceError`]: it cannot be unpacked, is larger, or another.
    pub fn from_packed(packed: &[u8], sha256: &str, bytes: u64) -> Result<Self, SliceError> {
        let lines = Self(unpack(packed, bytes)?);
        if lines.name() == sha256 { Ok(lines) } else { Err(SliceError::OtherName) }
    }

    /// All of it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// All of it.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.0)
    }

    /// Its lines, without their ends.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator('\n')
    }
}

/// What slices are together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joined {
    /// The catalogue of what they hold, in their order. A life event and a best bet have those of their services that are here.
    pub catalogue: Catalogue,
    /// How many lines could not be read, or name what is not here: each costs itself.
    pub n_unread: usize,
}

/// One catalogue of slices, the national one first. What a later slice repeats is there once; lists of a newer platform are passed over.
#[must_use]
pub fn join<'a>(slices: impl IntoIterator<Item = &'a Lines>) -> Joined {
    let mut joined = Joined::default();
    for line in slices.into_iter().flat_map(Lines::all) {
        if take(&mut joined.catalogue, line).is_err() {
            joined.n_unread += 1;
        }
    }
    let Catalogue { regions, departments, services, life_events, best_bets, .. } = &mut joined.catalogue;
    once(regions, |region| region.code.to_string());
    once(departments, |department| department.id.to_string());
    let places: HashSet<_> = regions.iter().map(|region| &region.code).collect();
    let offices: HashSet<_> = departments.iter().map(|department| &department.id).collect();
    let n_read = services.len();
    services.retain(|service| {
        places.contains(&service.region) && offices.contains(&service.department) && !service.name.is_empty()
    });
    joined.n_unread += n_read - services.len();
    once(services, |service| service.id.to_string());
    let here: HashSet<_> = services.iter().map(|service| service.id.clone()).collect();
    for event in life_events {
        event.services.retain(|service| here.contains(service));
    }
    for bet in &mut *best_bets {
        bet.services.retain(|service| here.contains(service));
    }
    best_bets.retain(|bet| !bet.services.is_empty());
    joined
}

fn take(catalogue: &mut Catalogue, line: &str) -> Result<(), serde_json::Error> {
    let (list, item) = line.split_once(' ').unwrap_or((line, ""));
    match list {
        "regions" => catalogue.regions.push(serde_json::from_str::<Region>(item)?),
        "departments" => catalogue.departments.push(serde_json::from_str::<Department>(item)?),
        "services" => catalogue.services.push(serde_json::from_str::<Service>(item)?),
        "life_events" => catalogue.life_events.push(serde_json::from_str::<LifeEvent>(item)?),
        "alerts" => catalogue.alerts.push(serde_json::from_str::<Alert>(item)?),
        "best_bets" => catalogue.best_bets.push(serde_json::from_str::<BestBet>(item)?),
        "synonyms" => catalogue.synonyms = serde_json::from_str(item)?,
        _ => {}
    }
    Ok(())
}

fn once<T>(items: &mut Vec<T>, id: impl Fn(&T) -> String) {
    let mut seen = HashSet::new();
    items.retain(|item| seen.insert(id(item)));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn part(service: &str, region: &str) -> Catalogue {
        serde_json::from_value(json!({
            "regions": [{ "code": region, "name": { "en": region }, "level": "province" }],
            "departments": [{ "id": "taxation", "name": { "en": "T\nwith a line end" }, "region": region }],
            "services": [{ "id": service, "name": { "en": "S" }, "department": "taxation", "region": region, "theme": "taxation" }],
            "life_events": [{ "id": service, "name": { "en": "E" }, "occasion": "birth", "services": [service, "elsewhere"] }],
            "synonyms": "- search: a => b\n- search: c => d"
        }))
        .expect("a catalogue")
    }

    #[test]
    fn slices_together_are_the_catalogue_and_what_is_elsewhere_is_not_missed() {
        let (first, second) = (part("a", "10"), part("b", "20"));
        let lines = [Lines::of(&first), Lines::of(&second)].map(|lines| lines.expect("lines"));
        assert_eq!(lines[0].all().count(), 5, "an item is a line, whatever is in it");
        let Joined { catalogue, n_unread } = join(&lines);
        assert_eq!(n_unread, 0);
        assert_eq!((catalogue.regions.len(), catalogue.departments.len()), (2, 1));
        assert_eq!(catalogue.services, [&first.services[..], &second.services].concat());
        assert_eq!(catalogue.life_events[0].services.len(), 1);
        assert_eq!(catalogue.synonyms, first.synonyms);
        let packed = crate::pack(lines[0].text());
        let bytes = u64::try_from(lines[0].text().len()).expect("short");
        assert_eq!(Lines::from_packed(&packed, &lines[0].name(), bytes).as_ref(), Ok(&lines[0]));
        assert_eq!(Lines::from_packed(&packed, &lines[1].name(), bytes), Err(SliceError::OtherName));
    }

    #[test]
    fn a_line_that_cannot_be_read_costs_itself_alone() {
        let whole = Lines::of(&part("a", "10")).expect("lines");
        let lost = "services {\"id\":\"b\",\"name\":{\"en\":\"B\"},\"department\":\"none\",\"region\":\"10\",\"theme\":\"taxation\"}";
        let text = format!("{}services {{\"id\"\nservices\nnewer [1]\n\u{202e}\n{lost}\n", whole.text());
        let joined = join([&Lines::from_text(text)]);
        assert_eq!((joined.catalogue.services.len(), joined.n_unread), (1, 3));
    }
}
