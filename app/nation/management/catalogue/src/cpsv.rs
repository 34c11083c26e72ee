//! The Core Public Service Vocabulary's application profile 3.2 (CPSV-AP): the terms that a catalogue is written and read with, by the names
//! of the profile's own JSON-LD context, and what this project adds to them.

use serde_json::{Map, Value, json};

/// What this project adds: what the profile has no property for.
pub(crate) const OWN: &str = "https://fingertip.example/ns#";
/// The European Union's list of currencies, which the profile's costs name.
pub(crate) const CURRENCIES: &str = "http://publications.europa.eu/resource/authority/currency/";

pub(crate) const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// What stands behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    /// A class.
    Class,
    /// A value as it is: a text with its language, a number.
    Value,
    /// Another node.
    Node,
    /// A value of a type of XML Schema.
    Typed(&'static str),
}

macro_rules! terms {
    ($($constant:ident = $name:literal $is:expr, $iri:expr;)+) => {
        $(pub(crate) const $constant: Term = Term { name: $name, iri: $iri };)+
        const TERMS: &[(Term, Is)] = &[$(($constant, $is)),+];
    };
}

/// A name of the context, and what it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term {
    /// Its name, as the profile's context has it.
    pub(crate) name: &'static str,
    /// What it stands for.
    pub(crate) iri: &'static str,
}

terms! {
    SERVICE = "PublicService" Is::Class, "http://purl.org/vocab/cpsv#PublicService";
    ORGANISATION = "PublicOrganization" Is::Class, "http://data.europa.eu/m8g/PublicOrganisation";
    LOCATION = "Location" Is::Class, "http://purl.org/dc/terms/Location";
    CONCEPT = "Concept" Is::Class, "http://www.w3.org/2004/02/skos/core#Concept";
    CHANNEL = "Channel" Is::Class, "http://data.europa.eu/m8g/Channel";
    COST = "Cost" Is::Class, "http://data.europa.eu/m8g/Cost";
    EVIDENCE = "Evidence" Is::Class, "http://data.europa.eu/m8g/Evidence";
    OUTPUT = "Output" Is::Class, "http://data.europa.eu/m8g/Output";
    REQUIREMENT = "Requirement" Is::Class, "http://data.europa.eu/m8g/Requirement";
    LEGAL_RESOURCE = "LegalResource" Is::Class, "http://data.europa.eu/eli/ontology#LegalResource";
    EVENT = "Event" Is::Class, "http://data.europa.eu/m8g/Event";
    LIFE_EVENT = "LifeEvent" Is::Class, "http://data.europa.eu/m8g/LifeEvent";
    CONTACT_POINT = "ContactPoint" Is::Class, "http://data.europa.eu/m8g/ContactPoint";

    IDENTIFIER = "PublicService.identifier" Is::Value, "http://purl.org/dc/terms/identifier";
    NAME = "PublicService.name" Is::Value, "http://purl.org/dc/terms/title";
    DESCRIPTION = "PublicService.description" Is::Value, "http://purl.org/dc/terms/description";
    KEYWORD = "PublicService.keyword" Is::Value, "http://www.w3.org/ns/dcat#keyword";
    AUTHORITY = "PublicService.hasCompetentAuthority" Is::Node, "http://data.europa.eu/m8g/hasCompetentAuthority";
    SPATIAL = "PublicService.spatial" Is::Node, "http://purl.org/dc/terms/spatial";
    THEMATIC_AREA = "PublicService.thematicArea" Is::Node, "http://data.europa.eu/m8g/thematicArea";
    CLASSIFIED_BY = "PublicService.isClassifiedBy" Is::Node, "http://data.europa.eu/m8g/isClassifiedBy";
    ADDRESSEE = "PublicService.addressee" Is::Node, "http://purl.org/dc/terms/audience";
    HAS_CHANNEL = "PublicService.hasChannel" Is::Node, "http://data.europa.eu/m8g/hasChannel";
    HAS_INPUT = "PublicService.hasInput" Is::Node, "http://purl.org/vocab/cpsv#hasInput";
    HAS_COST = "PublicService.hasCost" Is::Node, "http://data.europa.eu/m8g/hasCost";
    HAS_LEGAL_RESOURCE = "PublicService.hasLegalResource" Is::Node, "http://data.europa.eu/m8g/hasLegalResource";
    HOLDS_REQUIREMENT = "PublicService.holdsRequirement" Is::Node, "http://data.europa.eu/m8g/holdsRequirement";
    PRODUCES = "PublicService.produces" Is::Node, "http://purl.org/vocab/cpsv#produces";
    GROUPED_BY = "PublicService.isGroupedBy" Is::Node, "http://data.europa.eu/m8g/isGroupedBy";
    CONTACT = "PublicService.contactPoint" Is::Node, "http://data.europa.eu/m8g/contactPoint";
    PROCESSING_TIME = "PublicService.processingTime" Is::Typed("http://www.w3.org/2001/XMLSchema#duration"), "http://data.europa.eu/m8g/processingTime";
    RELATED_SERVICE = "Event.hasRelatedService" Is::Node, "http://data.europa.eu/m8g/hasRelatedService";
    DCT_TYPE = "Channel.type" Is::Node, "http://purl.org/dc/terms/type";
    VALUE = "Cost.hasValue" Is::Typed("http://www.w3.org/2001/XMLSchema#double"), "http://data.europa.eu/m8g/hasValue";
    CURRENCY = "Cost.currency" Is::Node, "http://data.europa.eu/m8g/currency";
    TELEPHONE = "ContactPoint.hasTelephone" Is::Value, "http://data.europa.eu/m8g/telephone";

    LABEL = "label" Is::Value, "http://www.w3.org/2004/02/skos/core#prefLabel";
    NOTATION = "notation" Is::Value, "http://www.w3.org/2004/02/skos/core#notation";
    SEE_ALSO = "seeAlso" Is::Node, "http://www.w3.org/2000/01/rdf-schema#seeAlso";
    PART_OF = "isPartOf" Is::Node, "http://purl.org/dc/terms/isPartOf";
    REPLACED_BY = "isReplacedBy" Is::Node, "http://purl.org/dc/terms/isReplacedBy";

    // XML Schema's durations know no working days.
    PROMISED_WORKING_DAYS = "promisedWorkingDays" Is::Value, "https://fingertip.example/ns#promisedWorkingDays";
    STATUTORY_WORKING_DAYS = "statutoryWorkingDays" Is::Value, "https://fingertip.example/ns#statutoryWorkingDays";
    STATUTORY_TIME = "statutoryTime" Is::Typed("http://www.w3.org/2001/XMLSchema#duration"), "https://fingertip.example/ns#statutoryTime";
    IMPLEMENTATION_CODE = "implementationCode" Is::Value, "https://fingertip.example/ns#implementationCode";
    ISSUER = "issuer" Is::Value, "https://fingertip.example/ns#issuer";
    FETCHABLE = "isFetchable" Is::Value, "https://fingertip.example/ns#isFetchable";
    VISITS = "visits" Is::Value, "https://fingertip.example/ns#visits";
    VALID_FROM = "validFrom" Is::Typed("http://www.w3.org/2001/XMLSchema#date"), "https://fingertip.example/ns#validFrom";
    VALID_UNTIL = "validUntil" Is::Typed("http://www.w3.org/2001/XMLSchema#date"), "https://fingertip.example/ns#validUntil";
}

/// The context that is written with a catalogue, and understood where a document names the profile's own by its address.
pub(crate) fn context() -> Value {
    let term = |(Term { name, iri }, is): &(Term, Is)| {
        let stands_for = match is {
            Is::Class => json!(iri),
            Is::Value => json!({ "@id": iri }),
            Is::Node => json!({ "@id": iri, "@type": "@id" }),
            Is::Typed(of) => json!({ "@id": iri, "@type": of }),
        };
        ((*name).to_owned(), stands_for)
    };
    // The profile names the same property anew for each class.
    let aliases = ALIASES.iter().map(|(alias, Term { iri, .. }, is)| term(&(Term { name: alias, iri }, *is)));
    Value::Object(TERMS.iter().map(term).chain(aliases).collect::<Map<_, _>>())
}

const ALIASES: &[(&str, Term, Is)] = &[
    ("Agent.identifier", IDENTIFIER, Is::Value),
    ("Channel.identifier", IDENTIFIER, Is::Value),
    ("Channel.processingTime", PROCESSING_TIME, Is::Typed("http://www.w3.org/2001/XMLSchema#duration")),
    ("Cost.description", DESCRIPTION, Is::Value),
    ("Cost.identifier", IDENTIFIER, Is::Value),
    ("Event.description", DESCRIPTION, Is::Value),
    ("Event.identifier", IDENTIFIER, Is::Value),
    ("Event.name", NAME, Is::Value),
    ("Evidence.identifier", IDENTIFIER, Is::Value),
    ("Evidence.name", NAME, Is::Value),
    ("Evidence.type", DCT_TYPE, Is::Node),
    ("LifeEvent.type", DCT_TYPE, Is::Node),
    ("Output.identifier", IDENTIFIER, Is::Value),
    ("Output.name", NAME, Is::Value),
    ("PublicOrganization.preferredLabel", LABEL, Is::Value),
    ("PublicOrganization.spatial", SPATIAL, Is::Node),
    ("Requirement.identifier", IDENTIFIER, Is::Value),
    ("Requirement.name", NAME, Is::Value),
];
