//! JSON-LD after the Core Public Service Vocabulary's application profile 3.2 (CPSV-AP), in whichever form JSON-LD allows. Contexts are not
//! fetched; the profile's own is known.

use std::collections::HashMap;

use fingertip_contract::{
    Audience, Channel, Charge, Department, HandlingScope, ItemKind, ItemLevel, LegalBasis, LifeEvent,
    LimitUnit, Material, MaterialSource, Occasion, OnlineDepth, Region, RegionLevel, Service, ServiceItem,
    Theme, TimeLimit,
};
use fingertip_standard::{DepartmentId, LifeEventId, LocalText, RegionCode, ServiceId};
use serde::de::DeserializeOwned;

use super::draft::{Draft, Item};
use crate::{cpsv as v, flaws::level_of};

mod graph;

use graph::{Graph, Node};

/// What is wrong with a node: the property, and why.
type Wrong = (&'static str, String);

pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let graph = match Graph::of(text) {
        Ok(graph) => graph,
        Err((line, reason)) => {
            draft.reject(line, "", reason);
            return draft;
        }
    };
    let mut reading = Reading { draft, ..Reading::default() };
    for node in graph.of_class(v::LOCATION.iri) {
        reading.region(node).unwrap_or_else(|wrong| reading.reject(node, wrong));
    }
    for node in graph.of_class(v::ORGANISATION.iri) {
        reading.department(node).unwrap_or_else(|wrong| reading.reject(node, wrong));
    }
    for node in graph.of_class(v::SERVICE.iri) {
        reading.service(node).unwrap_or_else(|wrong| reading.reject(node, wrong));
    }
    for node in graph.of_class(v::LIFE_EVENT.iri) {
        reading.life_event(node).unwrap_or_else(|wrong| reading.reject(node, wrong));
    }
    reading.draft
}

/// What was read so far, by the names of nodes.
#[derive(Default)]
struct Reading<'a> {
    draft: Draft,
    regions: HashMap<&'a str, RegionCode>,
    departments: HashMap<&'a str, DepartmentId>,
    services: HashMap<&'a str, ServiceId>,
}

impl<'a> Reading<'a> {
    fn reject(&mut self, node: Node<'a>, (property, reason): Wrong) {
        self.draft.reject(node.line(), property, format!("{} {reason}", node.iri()));
    }

    fn region(&mut self, node: Node<'a>) -> Result<(), Wrong> {
        let code = code_of(node)?;
        self.regions.insert(node.iri(), code.clone());
        let name = Some(node.texts(v::LABEL)).filter(|name| !name.is_empty());
        let parent = node.node(v::PART_OF).map(code_of).transpose()?;
        let said = node.node(v::DCT_TYPE).and_then(|level| of_list(level, "region-level")).and_then(known);
        // Who says nothing of levels names countries; a code of China says it itself.
        let level = said.or_else(|| level_of(code.as_str())).unwrap_or(match parent {
            Some(_) => RegionLevel::Province,
            None => RegionLevel::Nation,
        });
        let shown = name.unwrap_or_else(|| LocalText::unnamed(code.as_str()));
        let mut region = Region::new(code, shown, parent, level);
        region.successor = node.node(v::REPLACED_BY).map(code_of).transpose()?;
        region.valid_from = node.parsed(v::VALID_FROM)?;
        region.valid_until = node.parsed(v::VALID_UNTIL)?;
        self.draft.take(node.line(), Item::Region(region));
        Ok(())
    }

    fn department(&mut self, node: Node<'a>) -> Result<(), Wrong> {
        let name = needed(node, v::LABEL)?;
        let id = match node.text(v::IDENTIFIER).and_then(|id| DepartmentId::new(id).ok()) {
            Some(id) => id,
            // Identifiers of others are of any form.
            None => DepartmentId::new(format!("cpsv-{}", self.departments.len() + 1))
                .map_err(|error| (v::IDENTIFIER.name, error.to_string()))?,
        };
        let place = node.node(v::SPATIAL).ok_or((v::SPATIAL.name, "is missing".to_owned()))?;
        let region = self.place(place)?;
        let mut department = Department::new(id.clone(), name, region);
        department.phone =
            node.node(v::CONTACT).and_then(|contact| contact.text(v::TELEPHONE)).map(str::to_owned);
        self.departments.insert(node.iri(), id);
        self.draft.take(node.line(), Item::Department(department));
        Ok(())
    }

    /// The region of a place, also of one of which nothing is said but its name.
    fn place(&mut self, node: Node<'a>) -> Result<RegionCode, Wrong> {
        if let Some(code) = self.regions.get(node.iri()) {
            return Ok(code.clone());
        }
        self.region(node)?;
        self.regions.get(node.iri()).cloned().ok_or((v::SPATIAL.name, "is no region".to_owned()))
    }

    fn service(&mut self, node: Node<'a>) -> Result<(), Wrong> {
        let identifier = node.text(v::IDENTIFIER).ok_or((v::IDENTIFIER.name, "is missing".to_owned()))?;
        let id = service_id(identifier)?;
        let name = needed(node, v::NAME)?;
        let authority = node.node(v::AUTHORITY).ok_or((v::AUTHORITY.name, "is missing".to_owned()))?;
        let department = self.departments.get(authority.iri()).cloned();
        let department = department.ok_or_else(|| {
            (v::AUTHORITY.name, format!("{} is no public organisation here", authority.iri()))
        })?;
        let place = node.node(v::SPATIAL).or_else(|| authority.node(v::SPATIAL));
        let region = self.place(place.ok_or((v::SPATIAL.name, "is missing".to_owned()))?)?;
        let mut themes =
            node.nodes(v::THEMATIC_AREA).filter_map(|area| of_list(area, "theme")).filter_map(known);
        let theme = themes.next().unwrap_or(Theme::Other);
        let themes = themes.collect();
        let description = Some(node.texts(v::DESCRIPTION)).filter(|text| *text != name);
        let mut service = Service::new(id.clone(), name, department, region, theme);
        service.summary = description.unwrap_or_default();
        service.keywords = node.values(v::KEYWORD).map(str::to_owned).collect();
        service.conditions =
            node.node(v::HOLDS_REQUIREMENT).map(|own| own.texts(v::NAME)).unwrap_or_default();
        service.documents = node.nodes(v::HAS_INPUT).map(|own| own.texts(v::NAME)).collect();
        service.legal_basis = node.nodes(v::HAS_LEGAL_RESOURCE).map(legal_basis).collect();
        service.promised_days = node.parsed(v::PROMISED_WORKING_DAYS)?;
        service.statutory_days = node.parsed(v::STATUTORY_WORKING_DAYS)?;
        let (fee, charges) = costs(node)?;
        service.fee = fee;
        service.item = ServiceItem { themes, charges, ..item_of(node, service.promised_days.is_some())? };
        self.services.insert(node.iri(), id);
        self.draft.take(node.line(), Item::Service(Box::new(service)));
        Ok(())
    }

    fn life_event(&mut self, node: Node<'a>) -> Result<(), Wrong> {
        let id = node.text(v::IDENTIFIER).ok_or((v::IDENTIFIER.name, "is missing".to_owned()))?;
        let id = LifeEventId::new(id).map_err(|error| (v::IDENTIFIER.name, error.to_string()))?;
        let occasion = node.node(v::DCT_TYPE).map(|own| last_segment(own.iri())).unwrap_or_default();
        let services = node.nodes(v::RELATED_SERVICE).map(|own| {
            let known = self.services.get(own.iri()).cloned();
            known.ok_or_else(|| (v::RELATED_SERVICE.name, format!("{} is no service here", own.iri())))
        });
        let event = LifeEvent {
            id,
            name: needed(node, v::NAME)?,
            summary: node.texts(v::DESCRIPTION),
            occasion: known(occasion).unwrap_or_else(|| Occasion::Unknown(occasion.to_owned())),
            services: services.collect::<Result<_, _>>()?,
            joint: None,
        };
        self.draft.take(node.line(), Item::LifeEvent(Box::new(event)));
        Ok(())
    }
}

fn needed(node: Node<'_>, term: v::Term) -> Result<LocalText, Wrong> {
    let text = node.texts(term);
    if text.is_empty() { Err((term.name, "is missing".to_owned())) } else { Ok(text) }
}

/// What a node of this project's list stands for: the last part of its address.
fn of_list<'a>(node: Node<'a>, list: &str) -> Option<&'a str> {
    node.iri().strip_prefix(v::OWN)?.strip_prefix(list)?.strip_prefix('/')
}

/// What has this name in JSON.
fn known<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(name.into()).ok()
}

fn last_segment(iri: &str) -> &str {
    let iri = iri.trim_end_matches('/');
    iri.rsplit(['/', '#', ':']).next().unwrap_or(iri)
}

/// The code of a place: what it is identified by, else the last part of its address, as in the European Union's lists.
fn code_of(node: Node<'_>) -> Result<RegionCode, Wrong> {
    let code = node.text(v::IDENTIFIER).unwrap_or_else(|| last_segment(node.iri()));
    RegionCode::new(code).map_err(|error| (v::SPATIAL.name, error.to_string()))
}

/// Identifiers of others are addresses, or have signs that ours have not.
fn service_id(identifier: &str) -> Result<ServiceId, Wrong> {
    if let Ok(id) = ServiceId::new(identifier) {
        return Ok(id);
    }
    let plain: String = last_segment(identifier)
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' })
        .collect();
    ServiceId::new(plain).map_err(|error| (v::IDENTIFIER.name, error.to_string()))
}

fn legal_basis(node: Node<'_>) -> LegalBasis {
    let title = Some(node.texts(v::NAME)).filter(|title| !title.is_empty());
    let address = node.node(v::SEE_ALSO).map(|page| page.iri().to_owned());
    match title {
        Some(title) => LegalBasis { title, url: address },
        // Elsewhere a law is named by its address alone (ELI).
        None => LegalBasis { title: LocalText::unnamed(node.iri()), url: Some(node.iri().to_owned()) },
    }
}

/// What people read of the fee, and each charge.
fn costs(node: Node<'_>) -> Result<(LocalText, Vec<Charge>), Wrong> {
    let (mut fee, mut charges) = (LocalText::default(), Vec::new());
    for cost in node.nodes(v::HAS_COST) {
        let text = cost.texts(v::DESCRIPTION);
        match cost.text(v::VALUE) {
            Some(amount) => charges.push(Charge {
                name: if text.is_empty() { LocalText::unnamed(amount) } else { text },
                amount: amount.to_owned(),
                currency: cost
                    .node(v::CURRENCY)
                    .map(|own| last_segment(own.iri()).to_owned())
                    .unwrap_or_default(),
                basis: LocalText::default(),
            }),
            None if fee.is_empty() => fee = text,
            None if text.is_empty() => {}
            None => charges.push(Charge {
                name: text,
                amount: String::new(),
                currency: String::new(),
                basis: LocalText::default(),
            }),
        }
    }
    Ok((fee, charges))
}

fn item_of(node: Node<'_>, has_working_days: bool) -> Result<ServiceItem, Wrong> {
    let classes = |list: &'static str| node.nodes(v::CLASSIFIED_BY).filter_map(move |own| of_list(own, list));
    let channels = node.nodes(v::HAS_CHANNEL).filter_map(|channel| channel.node(v::DCT_TYPE));
    // Of working days the processing time is what they come to in the calendar.
    let promised = if has_working_days { None } else { time_limit(node, v::PROCESSING_TIME)? };
    Ok(ServiceItem {
        kind: classes("kind").find_map(ItemKind::of_code),
        level: classes("level").find_map(ItemLevel::of_code),
        basic_code: classes("item").next().unwrap_or_default().to_owned(),
        implementation_code: node.text(v::IMPLEMENTATION_CODE).unwrap_or_default().to_owned(),
        audience: node
            .nodes(v::ADDRESSEE)
            .filter_map(|own| of_list(own, "audience"))
            .filter_map(Audience::of_code)
            .collect(),
        channels: channels.filter_map(|own| of_list(own, "channel")).filter_map(Channel::of_code).collect(),
        online_depth: classes("online-depth").filter_map(OnlineDepth::of_code).collect(),
        scope: classes("scope").find_map(HandlingScope::of_code),
        visits: node.parsed(v::VISITS)?,
        materials: node.nodes(v::HAS_INPUT).filter_map(material).collect(),
        result: node.node(v::PRODUCES).map(|own| own.texts(v::NAME)).unwrap_or_default(),
        statutory_limit: time_limit(node, v::STATUTORY_TIME)?,
        promised_limit: promised,
        ..ServiceItem::default()
    })
}

/// What is said of a document beside its name.
fn material(node: Node<'_>) -> Option<Material> {
    let issuer = node.texts(v::ISSUER);
    let source =
        node.node(v::DCT_TYPE).and_then(|own| of_list(own, "source")).and_then(MaterialSource::of_code);
    let fetchable = node.text(v::FETCHABLE);
    let is_said = !issuer.is_empty() || source.is_some() || fetchable.is_some();
    is_said.then(|| Material {
        name: node.texts(v::NAME),
        issuer,
        source,
        kind: String::new(),
        is_fetchable: fetchable == Some("true"),
    })
}

/// A duration of whole days; others are no time limits that a person counts.
fn time_limit(node: Node<'_>, term: v::Term) -> Result<Option<TimeLimit>, Wrong> {
    let Some(text) = node.text(term) else { return Ok(None) };
    let days =
        text.strip_prefix('P').and_then(|rest| rest.strip_suffix('D')).and_then(|days| days.parse().ok());
    match (days, text.starts_with(['P', '-'])) {
        (Some(count), _) => Ok(Some(TimeLimit { count, unit: LimitUnit::Days })),
        (None, true) => Ok(None),
        (None, false) => Err((term.name, format!("{text} is no duration of XML Schema"))),
    }
}
