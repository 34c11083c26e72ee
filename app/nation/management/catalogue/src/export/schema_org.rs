//! schema.org's `GovernmentService`, as search engines and other catalogues read it.

use fingertip_contract::{Catalogue, Channel, Department, Region, Service};
use fingertip_standard::LocalText;
use serde_json::{Map, Value, json};

use super::iris::{Base, texts};

/// The services of the platform at `url` as schema.org's `GovernmentService`, with the bodies and regions that they name.
#[must_use]
pub fn schema_org(catalogue: &Catalogue, url: &str) -> Value {
    let base = Base::new(url);
    let mut graph: Vec<Value> = catalogue.regions.iter().map(|own| region(own, base)).collect();
    graph.extend(catalogue.departments.iter().map(|own| department(own, base)));
    graph.extend(catalogue.services.iter().map(|own| service(own, base)));
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// What says nothing is left out.
fn said(value: Value) -> Value {
    let is_said = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(members) => {
            members.into_iter().filter(|(_, value)| is_said(value)).collect::<Map<_, _>>().into()
        }
        other => other,
    }
}

fn region(own: &Region, base: Base<'_>) -> Value {
    said(json!({
        "@id": base.region(&own.code), "@type": "AdministrativeArea", "identifier": own.code, "name": texts(&own.name),
        "containedInPlace": own.parent.as_ref().map(|code| json!({ "@id": base.region(code) })),
    }))
}

fn department(own: &Department, base: Base<'_>) -> Value {
    said(json!({
        "@id": base.department(&own.id), "@type": "GovernmentOrganization", "identifier": own.id, "name": texts(&own.name),
        "areaServed": { "@id": base.region(&own.region) }, "telephone": own.phone,
    }))
}

fn service(own: &Service, base: Base<'_>) -> Value {
    let item = &own.item;
    let audience = item.audience.iter().map(|who| json!({ "@type": "Audience", "audienceType": who.name() }));
    let offers = item.charges.iter().map(|charge| {
        said(json!({
            "@type": "Offer", "name": texts(&charge.name), "price": charge.amount, "priceCurrency": charge.currency,
        }))
    });
    let named =
        |of: &str, text: &LocalText| (!text.is_empty()).then(|| json!({ "@type": of, "name": texts(text) }));
    let channels = item.channels.iter().map(|channel| {
        let is_online = *channel == Channel::Online;
        said(json!({
            "@type": "ServiceChannel", "name": channel.name(), "serviceUrl": is_online.then(|| base.service(&own.id)),
        }))
    });
    said(json!({
        "@id": base.service(&own.id), "@type": "GovernmentService", "identifier": own.id, "name": texts(&own.name),
        "description": texts(&own.summary), "keywords": own.keywords.join(", "),
        "serviceType": item.kind.as_ref().map(|kind| kind.name()),
        "provider": { "@id": base.department(&own.department) }, "areaServed": { "@id": base.region(&own.region) },
        "audience": audience.collect::<Vec<_>>(), "availableChannel": channels.collect::<Vec<_>>(),
        "offers": offers.collect::<Vec<_>>(), "serviceOutput": named("Thing", &item.result),
        "termsOfService": texts(&own.conditions),
    }))
}
