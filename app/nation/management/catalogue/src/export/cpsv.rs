//! The Core Public Service Vocabulary's application profile 3.2 (CPSV-AP), as JSON-LD that its SHACL shapes take.

use fingertip_contract::{
    Catalogue, Channel, Department, LifeEvent, LimitUnit, Region, Service, ServiceItem, TimeLimit,
};
use fingertip_standard::{LifeEventId, LocalText};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::iris::{Base, texts};
use crate::cpsv as v;

/// The catalogue of the platform at `url` as JSON-LD. What the profile has no property for is written in this project's own vocabulary.
#[must_use]
pub fn cpsv_ap(catalogue: &Catalogue, url: &str) -> Value {
    let base = Base::new(url);
    let mut graph: Vec<Value> = Vec::new();
    graph.extend(catalogue.regions.iter().map(|region| location(region, base)));
    graph.extend(catalogue.departments.iter().map(|department| organisation(department, base)));
    graph.extend(catalogue.services.iter().map(|own| {
        let has = |event: &&LifeEvent| event.services.contains(&own.id);
        service(own, catalogue.life_events.iter().filter(has).map(|event| &event.id), base)
    }));
    graph.extend(catalogue.life_events.iter().map(|event| life_event(event, base)));
    json!({ "@context": v::context(), "@graph": graph })
}

/// A node that is being written.
struct Node(Map<String, Value>);

impl Node {
    fn new(id: &str, class: v::Term) -> Self {
        let mut node = Self(Map::new());
        node.0.insert("@id".into(), id.into());
        node.0.insert("@type".into(), class.name.into());
        node
    }

    /// With a property; an empty list and an empty text say nothing.
    fn with(mut self, property: v::Term, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            self.0.insert(property.name.into(), value);
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A member of a code list of this project: `kind/01`. What a newer platform knows may be no part of an address.
fn concept(list: &str, code: &str) -> Option<Value> {
    let is_plain = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain
        .then(|| Node::new(&format!("{}{list}/{code}", v::OWN), v::CONCEPT).with(v::NOTATION, code).done())
}

/// What something is called in JSON.
fn word<T: Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn location(region: &Region, base: Base<'_>) -> Value {
    Node::new(&base.region(&region.code), v::LOCATION)
        .with(v::IDENTIFIER, region.code.as_str())
        .with(v::LABEL, texts(&region.name))
        .with(v::DCT_TYPE, concept("region-level", &word(&region.level)))
        .with(v::PART_OF, region.parent.as_ref().map(|code| base.region(code)))
        .with(v::REPLACED_BY, region.successor.as_ref().map(|code| base.region(code)))
        .with(v::VALID_FROM, region.valid_from.map(|day| day.to_string()))
        .with(v::VALID_UNTIL, region.valid_until.map(|day| day.to_string()))
        .done()
}

fn organisation(department: &Department, base: Base<'_>) -> Value {
    let id = base.department(&department.id);
    let contact = department.phone.as_ref().map(|phone| {
        Node::new(&format!("{id}#contact"), v::CONTACT_POINT).with(v::TELEPHONE, phone.as_str()).done()
    });
    Node::new(&id, v::ORGANISATION)
        .with(v::IDENTIFIER, department.id.as_str())
        .with(v::LABEL, texts(&department.name))
        .with(v::SPATIAL, base.region(&department.region))
        .with(v::CONTACT, contact)
        .done()
}

fn life_event(event: &LifeEvent, base: Base<'_>) -> Value {
    let services: Vec<String> = event.services.iter().map(|id| base.service(id)).collect();
    let mut node = Node::new(&base.life_event(&event.id), v::LIFE_EVENT)
        .with(v::IDENTIFIER, event.id.as_str())
        .with(v::NAME, texts(&event.name))
        .with(v::DESCRIPTION, texts(&event.summary))
        .with(v::DCT_TYPE, concept("occasion", &word(&event.occasion)))
        .with(v::RELATED_SERVICE, services);
    // Whoever asks for events is given no life events, unless they are said to be both.
    node.0.insert("@type".into(), json!([v::LIFE_EVENT.name, v::EVENT.name]));
    node.done()
}

fn service<'a>(own: &Service, events: impl Iterator<Item = &'a LifeEventId>, base: Base<'_>) -> Value {
    let id = base.service(&own.id);
    let part = |what: &str, number: usize| format!("{id}#{what}-{}", number + 1);
    let item = &own.item;
    // The profile wants a description.
    let description = if own.summary.is_empty() { &own.name } else { &own.summary };
    let themes = std::iter::once(&own.theme).chain(&item.themes);
    let keyword = |word: &String| json!({ "@language": "und", "@value": word });
    let laws = own.legal_basis.iter().enumerate().map(|(n, law)| {
        Node::new(&part("law", n), v::LEGAL_RESOURCE)
            .with(v::NAME, texts(&law.title))
            .with(v::SEE_ALSO, law.url.as_deref().filter(|url| is_address(url)))
            .done()
    });
    let named = |what: &str, class: v::Term, text: &LocalText| {
        let id = part(what, 0);
        (!text.is_empty())
            .then(|| Node::new(&id, class).with(v::IDENTIFIER, id.as_str()).with(v::NAME, texts(text)).done())
    };
    Node::new(&id, v::SERVICE)
        .with(v::IDENTIFIER, own.id.as_str())
        .with(v::NAME, texts(&own.name))
        .with(v::DESCRIPTION, texts(description))
        .with(v::KEYWORD, own.keywords.iter().map(keyword).collect::<Vec<_>>())
        .with(v::AUTHORITY, base.department(&own.department))
        .with(v::SPATIAL, base.region(&own.region))
        .with(v::THEMATIC_AREA, themes.filter_map(|theme| concept("theme", &word(theme))).collect::<Vec<_>>())
        .with(v::CLASSIFIED_BY, classes(item))
        .with(
            v::ADDRESSEE,
            item.audience.iter().filter_map(|own| concept("audience", own.code())).collect::<Vec<_>>(),
        )
        .with(v::HAS_CHANNEL, channels(&item.channels, part))
        .with(v::HAS_INPUT, inputs(own, part))
        .with(v::HAS_COST, costs(own, part))
        .with(v::HAS_LEGAL_RESOURCE, laws.collect::<Vec<_>>())
        .with(v::HOLDS_REQUIREMENT, named("requirement", v::REQUIREMENT, &own.conditions))
        .with(v::PRODUCES, named("output", v::OUTPUT, &item.result))
        .with(v::GROUPED_BY, events.map(|id| base.life_event(id)).collect::<Vec<_>>())
        .with(v::PROCESSING_TIME, processing_time(own))
        .with(v::PROMISED_WORKING_DAYS, own.promised_days)
        .with(v::STATUTORY_WORKING_DAYS, own.statutory_days)
        .with(v::STATUTORY_TIME, item.statutory_limit.as_ref().and_then(duration))
        .with(v::IMPLEMENTATION_CODE, item.implementation_code.as_str())
        .with(v::VISITS, item.visits)
        .done()
}

fn classes(item: &ServiceItem) -> Vec<Value> {
    let of_lists = [
        item.kind.as_ref().and_then(|kind| concept("kind", kind.code())),
        item.level.as_ref().and_then(|level| concept("level", level.code())),
        item.scope.as_ref().and_then(|scope| concept("scope", scope.code())),
        concept("item", &item.basic_code),
    ];
    let depths = item.online_depth.iter().map(|depth| concept("online-depth", depth.code()));
    of_lists.into_iter().chain(depths).flatten().collect()
}

fn channels(channels: &[Channel], part: impl Fn(&str, usize) -> String) -> Vec<Value> {
    let channel = |(n, channel): (usize, &Channel)| {
        let id = part("channel", n);
        let of = concept("channel", channel.code());
        Node::new(&id, v::CHANNEL).with(v::IDENTIFIER, id.as_str()).with(v::DCT_TYPE, of).done()
    };
    channels.iter().enumerate().map(channel).collect()
}

fn inputs(service: &Service, part: impl Fn(&str, usize) -> String) -> Vec<Value> {
    let evidence = |(n, name): (usize, &LocalText)| {
        let id = part("input", n);
        let node = Node::new(&id, v::EVIDENCE).with(v::IDENTIFIER, id.as_str()).with(v::NAME, texts(name));
        match service.item.materials.iter().find(|material| material.name == *name) {
            Some(material) => node
                .with(v::ISSUER, texts(&material.issuer))
                .with(v::DCT_TYPE, material.source.as_ref().and_then(|own| concept("source", own.code())))
                .with(v::FETCHABLE, material.is_fetchable)
                .done(),
            None => node.done(),
        }
    };
    service.documents.iter().enumerate().map(evidence).collect()
}

/// What people read of the fee first, then charge by charge.
fn costs(service: &Service, part: impl Fn(&str, usize) -> String) -> Vec<Value> {
    let cost = |n: usize, text: &LocalText| {
        let id = part("cost", n);
        Node::new(&id, v::COST).with(v::IDENTIFIER, id.as_str()).with(v::DESCRIPTION, texts(text))
    };
    let fee = (!service.fee.is_empty()).then(|| cost(0, &service.fee).done());
    let charges = service.item.charges.iter().enumerate().map(|(n, charge)| {
        let currency = (!charge.currency.is_empty())
            .then(|| Node::new(&format!("{}{}", v::CURRENCIES, charge.currency), v::CONCEPT).done());
        cost(n + 1, &charge.name).with(v::VALUE, charge.amount.as_str()).with(v::CURRENCY, currency).done()
    });
    fee.into_iter().chain(charges).collect()
}

/// How long it takes at most. So many working days are the days of that many weeks of five, begun on the worst of their days; what holidays
/// add nobody knows before they are announced.
fn processing_time(service: &Service) -> Option<String> {
    let in_calendar = |days: u16| format!("P{}D", u32::from(days) + 2 * u32::from(days.div_ceil(5)));
    let promised = service.item.promised_limit.as_ref().and_then(duration);
    service.promised_days.map(in_calendar).or(promised)
}

/// A time limit as a duration of XML Schema; working days are none.
fn duration(limit: &TimeLimit) -> Option<String> {
    matches!(limit.unit, LimitUnit::Days).then(|| format!("P{}D", limit.count))
}

/// Whether it can be the name of a node: an address with nothing in it that JSON-LD would leave out.
fn is_address(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web
        && !url.chars().any(|sign| sign.is_whitespace() || sign.is_control() || "<>\"{}|\\^`".contains(sign))
}
