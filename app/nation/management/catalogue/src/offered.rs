//! The catalogue that a nation is offered: what it must hold, how it is kept at hand, which service a case asks for.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use fingertip_contract::{Alert, BestBet, Catalogue, Service, api::SubmitCase, joint::JointFlaw};
use fingertip_standard::{RegionCode, RunningApp};
use sha2::{Digest, Sha256};

use crate::changes::Held;

/// Why a catalogue is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueFlaw {
    /// Two entries with one id.
    #[error("{what} stands twice: {id}")]
    Twice {
        /// A region, department or service.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// An entry names something that is not there.
    #[error("{by} names a {what} that is not in the catalogue")]
    Missing {
        /// A region, department or service.
        what: &'static str,
        /// The entry's id.
        by: String,
    },
    /// A life event cannot be done as one case.
    #[error("life event {id}: {flaw}")]
    Joint {
        /// The life event.
        id: String,
        /// What is wrong, with its member.
        flaw: JointFlaw,
    },
}

/// A catalogue as it is offered: its content with the JSON and the tag that go out.
#[derive(Debug, Default)]
pub struct Offered {
    /// Its JSON.
    pub body: String,
    /// Its entity tag, quoted.
    pub etag: String,
    /// Its content.
    pub catalogue: Catalogue,
    /// What leads here from versions that phones have asked about, in JSON.
    changes: Mutex<HashMap<String, Arc<str>>>,
}

impl Offered {
    /// A catalogue with its JSON and tag.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn new(catalogue: Catalogue) -> Result<Self, serde_json::Error> {
        let body = serde_json::to_string(&catalogue)?;
        Ok(Self { etag: etag_of(&body), body, catalogue, changes: Mutex::default() })
    }

    /// What this version is called: its entity tag without quotes.
    #[must_use]
    pub fn version(&self) -> &str {
        self.etag.trim_matches('"')
    }

    /// What leads here from the version called `since`, in JSON, where somebody has asked for it before.
    #[must_use]
    pub fn known_change(&self, since: &str) -> Option<Arc<str>> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner).get(since).cloned()
    }

    /// What leads here from the version called `since`, which held `before`, in JSON.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn change(&self, since: &str, before: &Held) -> Result<Arc<str>, serde_json::Error> {
        let change: Arc<str> = serde_json::to_string(&before.to(&self.catalogue, self.version())?)?.into();
        self.changes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(since.to_owned(), Arc::clone(&change));
        Ok(change)
    }
}

/// The entity tag of what goes out, quoted (RFC 9110, 8.8.3).
#[must_use]
pub fn etag_of(body: &str) -> String {
    let hash = hex::encode(Sha256::digest(body.as_bytes()));
    format!("\"{}\"", hash.get(..32).unwrap_or(&hash))
}

/// Where the catalogue that is offered now is at hand for every request.
#[derive(Debug, Default)]
pub struct Shelf {
    now: RwLock<Arc<Offered>>,
}

impl Shelf {
    /// A shelf with this catalogue.
    #[must_use]
    pub fn new(offered: Offered) -> Self {
        Self { now: RwLock::new(Arc::new(offered)) }
    }

    /// What is offered now.
    #[must_use]
    pub fn offered(&self) -> Arc<Offered> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Offers another catalogue from now on.
    pub fn offer(&self, offered: Offered) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(offered);
    }
}

/// Why a case is not received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubmitRefusal {
    /// No such service.
    ServiceUnknown,
    /// The service is not offered there.
    RegionNotServed,
    /// The mini-app belongs to another department.
    WrongDepartment,
}

/// Checks that every id stands once and everything named is there.
///
/// # Errors
/// The first [`CatalogueFlaw`].
pub fn check(catalogue: &Catalogue) -> Result<(), CatalogueFlaw> {
    once("region", catalogue.regions.iter().map(|region| region.code.as_str()))?;
    once("department", catalogue.departments.iter().map(|department| department.id.as_str()))?;
    once("service", catalogue.services.iter().map(|service| service.id.as_str()))?;
    let regions: HashSet<_> = catalogue.regions.iter().map(|region| &region.code).collect();
    let departments: HashSet<_> = catalogue.departments.iter().map(|department| &department.id).collect();
    let parents =
        catalogue.regions.iter().filter_map(|region| Some((region.code.as_str(), region.parent.as_ref()?)));
    let of_departments =
        catalogue.departments.iter().map(|department| (department.id.as_str(), &department.region));
    let of_services = catalogue.services.iter().map(|service| (service.id.as_str(), &service.region));
    for (by, region) in parents.chain(of_departments).chain(of_services) {
        if !regions.contains(region) {
            return Err(CatalogueFlaw::Missing { what: "region", by: by.to_owned() });
        }
    }
    if let Some(service) =
        catalogue.services.iter().find(|service| !departments.contains(&service.department))
    {
        return Err(CatalogueFlaw::Missing { what: "department", by: service.id.to_string() });
    }
    events_and_alerts(catalogue, &regions)
}

fn events_and_alerts(catalogue: &Catalogue, regions: &HashSet<&RegionCode>) -> Result<(), CatalogueFlaw> {
    once("life event", catalogue.life_events.iter().map(|event| event.id.as_str()))?;
    once("alert", catalogue.alerts.iter().map(|alert| alert.id.as_str()))?;
    let services: HashSet<_> = catalogue.services.iter().map(|service| &service.id).collect();
    if let Some(event) =
        catalogue.life_events.iter().find(|event| event.services.iter().any(|id| !services.contains(id)))
    {
        return Err(CatalogueFlaw::Missing { what: "service", by: event.id.to_string() });
    }
    for event in &catalogue.life_events {
        let flaws = event.joint.as_ref().map(|joint| joint.check(catalogue)).unwrap_or_default();
        if let Some(flaw) = flaws.into_iter().next() {
            return Err(CatalogueFlaw::Joint { id: event.id.to_string(), flaw });
        }
    }
    once("best bet", catalogue.best_bets.iter().map(|bet| bet.question.as_str()))?;
    let is_of_others = |bet: &&BestBet| bet.services.iter().any(|id| !services.contains(id));
    if let Some(bet) = catalogue.best_bets.iter().find(is_of_others) {
        return Err(CatalogueFlaw::Missing { what: "service", by: bet.question.clone() });
    }
    let is_nowhere = |alert: &&Alert| alert.region.as_ref().is_some_and(|region| !regions.contains(region));
    match catalogue.alerts.iter().find(is_nowhere) {
        Some(alert) => Err(CatalogueFlaw::Missing { what: "region", by: alert.id.to_string() }),
        None => Ok(()),
    }
}

fn once<'a>(what: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<(), CatalogueFlaw> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(CatalogueFlaw::Twice { what, id: id.to_owned() });
        }
    }
    Ok(())
}

/// The service that `asked` is for, when `app` may hand it in there.
///
/// # Errors
/// [`SubmitRefusal`].
pub fn service_for<'a>(
    catalogue: &'a Catalogue,
    asked: &SubmitCase,
    app: &RunningApp,
) -> Result<&'a Service, SubmitRefusal> {
    let service = catalogue.service(&asked.service).ok_or(SubmitRefusal::ServiceUnknown)?;
    if service.department != app.department {
        return Err(SubmitRefusal::WrongDepartment);
    }
    if !catalogue.reaches(&service.region, &asked.region) {
        return Err(SubmitRefusal::RegionNotServed);
    }
    Ok(service)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn flaw(change: impl Fn(&mut Value)) -> Option<CatalogueFlaw> {
        let mut value = json!({
            "regions": [{"code": "100000", "name": {"en": "N"}, "level": "nation"}],
            "departments": [{"id": "taxation", "name": {"en": "T"}, "region": "100000"}],
            "services": [{"id": "s", "name": {"en": "S"}, "department": "taxation", "region": "100000", "theme": "taxation"}]
        });
        change(&mut value);
        check(&serde_json::from_value(value).expect("a catalogue")).err()
    }

    #[test]
    fn a_catalogue_names_only_what_it_holds() {
        assert_eq!(flaw(|_| ()), None);
        assert!(matches!(
            flaw(|v| v["services"][0]["department"] = "other".into()),
            Some(CatalogueFlaw::Missing { what: "department", .. })
        ));
        assert!(matches!(
            flaw(|v| v["services"][0]["region"] = "99".into()),
            Some(CatalogueFlaw::Missing { what: "region", .. })
        ));
        let twice = |v: &mut Value| {
            let service = v["services"][0].clone();
            v["services"] = json!([service, service]);
        };
        assert!(matches!(flaw(twice), Some(CatalogueFlaw::Twice { what: "service", .. })));
        let event = |services: Value| {
            move |v: &mut Value| {
                v["life_events"] =
                    json!([{"id": "e", "name": {"en": "E"}, "occasion": "birth", "services": services}])
            }
        };
        assert_eq!(flaw(event(json!(["s"]))), None);
        assert!(matches!(flaw(event(json!(["t"]))), Some(CatalogueFlaw::Missing { what: "service", .. })));
        let joint = |depends_on: Value| {
            move |v: &mut Value| {
                v["life_events"] = json!([{
                    "id": "e", "name": {"en": "E"}, "occasion": "birth", "services": ["s"], "joint": {"sections": [], "steps": [
                        {"id": "a", "services": ["s"], "place": "home", "depends_on": depends_on},
                        {"id": "b", "services": ["s"], "place": "home", "depends_on": ["a"]}
                    ]}
                }]);
            }
        };
        assert_eq!(flaw(joint(json!([]))), None);
        assert!(
            matches!(flaw(joint(json!(["b"]))), Some(CatalogueFlaw::Joint { flaw, .. }) if flaw.field == "steps[0].depends_on[0]")
        );
        let bet = |service: &'static str| {
            move |v: &mut Value| v["best_bets"] = json!([{"question": "where", "services": [service]}])
        };
        assert_eq!(flaw(bet("s")), None);
        assert!(matches!(flaw(bet("t")), Some(CatalogueFlaw::Missing { what: "service", .. })));
        let alert = |v: &mut Value| v["alerts"] = json!([{"id": "a", "severity": "severe", "headline": {"en": "A"}, "region": "99", "effective": "2026-11-01T00:00:00Z"}]);
        assert!(matches!(flaw(alert), Some(CatalogueFlaw::Missing { what: "region", .. })));
    }
}
