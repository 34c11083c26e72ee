//! Catalogues and lists read item by item, so that one bad item is named and left out.

use std::collections::HashSet;

use serde::{Deserializer, de::DeserializeOwned};
use serde_json::Value;

use fingertip_standard::LifeEventId;

use crate::{Alert, BestBet, Case, Catalogue, Department, JointService, LifeEvent, Region, Service};

/// An item that was not taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rejected {
    /// Its line or number, 1 the first; 0 where it has none.
    pub line: usize,
    /// Which of its fields: `theme`, `legal_basis[1].title`; empty where it is the item as a whole.
    pub field: String,
    /// Why, in English, for who offers the catalogue: a parser's words quote the item.
    pub reason: String,
}

impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, "field {}: ", self.field)?;
        }
        f.write_str(&self.reason)
    }
}

/// What could not be read, and which field of it.
#[derive(Debug)]
pub struct Unread<E> {
    /// The field, as [`Rejected::field`] names it.
    pub field: String,
    /// What the parser says.
    pub error: E,
}

/// An item of a catalogue, or which of its fields cannot be read.
///
/// # Errors
/// [`Unread`]: a field is missing, or is of another type.
pub fn read_item<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, Unread<D::Error>> {
    serde_path_to_error::deserialize(from).map_err(|error| {
        // A path ends in a question mark where the parser does not know whose value it was.
        let path = error.path().to_string();
        let mut field = path.trim_end_matches('?').trim_end_matches('.').to_owned();
        let error = error.into_inner();
        // Where a field is missing, the path leads to what it is missing from.
        let said = error.to_string();
        if let Some((missing, _)) = said.strip_prefix("missing field `").and_then(|rest| rest.split_once('`'))
        {
            field = if field.is_empty() { missing.to_owned() } else { format!("{field}.{missing}") };
        }
        Unread { field, error }
    })
}

impl Catalogue {
    /// Everything of a catalogue in JSON that can be read, and what cannot, each with its reason.
    #[must_use]
    pub fn read(whole: Value) -> (Self, Vec<Rejected>) {
        read_items(whole)
    }
}

/// The cases of a list that can be read, and how many cannot.
///
/// # Errors
/// When it is no list.
pub fn read_cases(body: &[u8]) -> Result<(Vec<Case>, usize), serde_json::Error> {
    let items: Vec<Value> = serde_json::from_slice(body)?;
    let n_items = items.len();
    let cases: Vec<Case> = items.into_iter().filter_map(|item| serde_json::from_value(item).ok()).collect();
    let n_unread = n_items - cases.len();
    Ok((cases, n_unread))
}

fn read_items(mut whole: Value) -> (Catalogue, Vec<Rejected>) {
    let mut rejected = Vec::new();
    let mut take = |member: &str| {
        whole.get_mut(member).map(Value::take).and_then(|value| value.as_array().cloned()).unwrap_or_default()
    };
    let (regions, departments, services) = (take("regions"), take("departments"), take("services"));
    let (life_events, alerts, best_bets) = (take("life_events"), take("alerts"), take("best_bets"));
    let synonyms = whole.get("synonyms").and_then(Value::as_str).unwrap_or_default().to_owned();
    let regions: Vec<Region> = read("region", regions, &mut rejected);
    let departments: Vec<Department> = read("department", departments, &mut rejected);
    let mut seen = HashSet::new();
    let known: HashSet<_> = departments.iter().map(|department| department.id.clone()).collect();
    let known_regions: HashSet<_> = regions.iter().map(|region| region.code.clone()).collect();
    let mut services: Vec<Service> = read("service", services, &mut rejected);
    services.retain(|service| {
        let (field, reason) = if !seen.insert(service.id.clone()) {
            ("id", "comes twice")
        } else if !known.contains(&service.department) {
            ("department", "names an unknown department")
        } else if !known_regions.contains(&service.region) {
            ("region", "names an unknown region")
        } else if service.name.is_empty() {
            ("name", "has no name")
        } else {
            return true;
        };
        rejected.push(Rejected {
            line: 0,
            field: field.into(),
            reason: format!("service {} {reason}", service.id),
        });
        false
    });
    let (mut life_events, joints) = read_events(life_events, &mut rejected);
    let offered: HashSet<_> = services.iter().map(|service| service.id.clone()).collect();
    for event in &mut life_events {
        event.services.retain(|service| {
            let is_known = offered.contains(service);
            if !is_known {
                rejected.push(Rejected {
                    line: 0,
                    field: "services".into(),
                    reason: format!("life event {} names an unknown service {service}", event.id),
                });
            }
            is_known
        });
    }
    let alerts: Vec<Alert> = read("alert", alerts, &mut rejected);
    let mut best_bets: Vec<BestBet> = read("best bet", best_bets, &mut rejected);
    for (place, bet) in best_bets.iter_mut().enumerate() {
        bet.services.retain(|service| {
            let is_known = offered.contains(service);
            if !is_known {
                let reason = format!("best bet {}: {service} is not in the catalogue", place + 1);
                rejected.push(Rejected { line: place + 1, field: "services".into(), reason });
            }
            is_known
        });
    }
    best_bets.retain(|bet| !bet.services.is_empty());
    let mut catalogue =
        Catalogue { regions, departments, services, life_events, alerts, synonyms, best_bets };
    offer_joints(&mut catalogue, joints, &mut rejected);
    (catalogue, rejected)
}

/// How a life event is asked for with one form, with the event's place in the file.
type Joint = (LifeEventId, usize, JointService);

/// Life events, and apart from them how each is done as one case: where that cannot be read, the event stays a list of services.
fn read_events(items: Vec<Value>, rejected: &mut Vec<Rejected>) -> (Vec<LifeEvent>, Vec<Joint>) {
    let mut joints = Vec::new();
    let mut bare = items;
    for (index, item) in bare.iter_mut().enumerate() {
        let Some(joint) = item.as_object_mut().and_then(|event| event.remove("joint")) else { continue };
        let line = index + 1;
        match (serde_json::from_value(item["id"].clone()), read_item(joint)) {
            (Ok(id), Ok(joint)) => joints.push((id, line, joint)),
            (_, Err(Unread { field, error })) => {
                let field = format!("joint.{field}");
                rejected.push(Rejected { line, field, reason: format!("life event {line}: {error}") });
            }
            // The event itself is named below.
            (Err(_), _) => {}
        }
    }
    (read("life event", bare, rejected), joints)
}

/// Offers what can be done as one case, and names what cannot, by its member.
fn offer_joints(catalogue: &mut Catalogue, joints: Vec<Joint>, rejected: &mut Vec<Rejected>) {
    for (id, line, joint) in joints {
        let flaws = joint.check(catalogue);
        if flaws.is_empty() {
            if let Some(event) = catalogue.life_events.iter_mut().find(|event| event.id == id) {
                event.joint = Some(joint);
            }
            continue;
        }
        rejected.extend(flaws.into_iter().map(|flaw| Rejected {
            line,
            field: format!("joint.{}", flaw.field),
            reason: format!("life event {id}: {}", flaw.reason),
        }));
    }
}

fn read<T: DeserializeOwned>(what: &str, items: Vec<Value>, rejected: &mut Vec<Rejected>) -> Vec<T> {
    let mut taken = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        match read_item(item) {
            Ok(item) => taken.push(item),
            Err(Unread { field, error }) => {
                let line = index + 1;
                rejected.push(Rejected { line, field, reason: format!("{what} {line}: {error}") });
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_unknown_value_costs_no_row_and_one_unreadable_case_no_other() {
        let case = json!({
            "id": "HU-20261124-7KQ2X9", "service": "s", "department": "human-resources", "region": "440100",
            "app": "cn.example.card", "state": "on-the-moon", "submitted_at": "2026-11-24T02:00:00Z", "steps": []
        });
        let list = json!([case, {"id": "No case"}, case]);
        let (cases, n_unread) = read_cases(list.to_string().as_bytes()).expect("a list");
        assert_eq!((cases.len(), n_unread), (2, 1));
        assert!(read_cases(b"{}").is_err());
        let (catalogue, rejected) = Catalogue::read(json!({
            "regions": [{"code": "100000", "name": {"en": "N"}, "level": "galaxy"}],
            "departments": [{"id": "taxation", "name": {"en": "T"}, "region": "100000"}],
            "services": [{"id": "s", "name": {"en": "S"}, "department": "taxation", "region": "100000", "theme": "moonwalks"}],
            "life_events": [{"id": "e", "name": {"en": "E"}, "occasion": "moving-to-the-moon", "services": ["s"]}],
            "alerts": [{"id": "a", "severity": "cosmic", "headline": {"en": "A"}, "effective": "2026-11-01T00:00:00Z"}]
        }));
        assert_eq!(rejected, []);
        let rows = (
            catalogue.regions.len(),
            catalogue.services.len(),
            catalogue.life_events.len(),
            catalogue.alerts.len(),
        );
        assert_eq!(rows, (1, 1, 1, 1));
        let written = serde_json::to_value(&catalogue).expect("JSON");
        assert_eq!(
            (&written["regions"][0]["level"], &written["alerts"][0]["severity"]),
            (&json!("galaxy"), &json!("cosmic"))
        );
    }
}
