//! The published description of the interface, made from the table of routes: OpenAPI 3.1.

use std::collections::BTreeMap;

use fingertip_standard::RunningApp;
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::{
    Problem, ProblemCode,
    api::{
        AFTER, IDEMPOTENCY_KEY, PARTIAL_UPLOAD, RUNNING_APP, SUBJECT, UPLOAD_COMPLETE, UPLOAD_OFFSET,
        acts::DispatchedAct,
        bodies::DispatchedCase,
        patterns,
        routes::{Caller, Carries, Operation, Route, Shape},
    },
};

/// The whole interface.
#[must_use]
pub fn describe() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut schemas = settings.into_generator();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in Operation::ALL {
        let route = operation.route();
        let described = describe_operation(*operation, &route, &mut schemas);
        paths.entry(route.path).or_default().insert(route.method.as_str().to_ascii_lowercase(), described);
    }
    let webhooks = webhooks(&mut schemas);
    let mut definitions = Value::Object(schemas.take_definitions(true));
    write_for_readers(&mut definitions);
    patterns::add(&mut definitions);
    bound(&mut definitions);
    let bearer =
        |description: &str| json!({ "type": "http", "scheme": "bearer", "description": description });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "The national platform",
            "version": "1",
            "description": "What the citizen's device, the departments and the operator say to a platform. Unknown members are to be passed over, and unknown values of the lists below to be taken as what a newer platform knows."
        },
        "paths": paths,
        "webhooks": webhooks,
        "components": {
            "schemas": definitions,
            "securitySchemes": {
                "person": bearer(
                    "An access token of the identity provider that `show-info` names; one that is bound to a key comes as `DPoP`, with a \
                     proof by it (RFC 9449).",
                ),
                "department": bearer("The token that the department and the platform use with each other."),
                "operator": bearer("The operator's token.")
            }
        }
    })
}

/// What the platform asks of a department's backend, below the address that the department is registered with.
fn webhooks(schemas: &mut SchemaGenerator) -> Value {
    let case = Shape { schema: SchemaGenerator::subschema_for::<DispatchedCase>, media_type: None };
    let act = Shape { schema: SchemaGenerator::subschema_for::<DispatchedAct>, media_type: None };
    let own = Shape { schema: |_| schemars::json_schema!(true), media_type: None };
    let subject = json!({
        "name": SUBJECT, "in": "header", "required": true, "schema": { "type": "string" },
        "description": "The person, under a name that no other department shares."
    });
    let mut headers = headers(Carries::Stamp, schemas);
    headers.push(subject);
    headers.extend(signed());
    json!({
        "case": { "post": {
            "operationId": "take-case",
            "summary": "`POST {backend}/cases`: a new case. Told again and again until it is answered with a success; one told twice is one case.",
            "security": [{ "department": [] }],
            "parameters": signed(),
            "requestBody": { "required": true, "content": content("application/json", case, schemas) },
            "responses": { "2XX": { "description": "The department has it." } }
        } },
        "act": { "post": {
            "operationId": "take-act",
            "summary": "`POST {backend}/cases/{case}/acts`: what the person did in a case that the department has, in the order in which they did it. Told again and again until it is answered with a success; one told twice is one act. What is refused with a 4xx other than 401, 407, 408, 425 and 429 is put aside as a dead letter, as a case is.",
            "security": [{ "department": [] }],
            "parameters": signed(),
            "requestBody": { "required": true, "content": content("application/json", act, schemas) },
            "responses": { "2XX": { "description": "The department has it." } }
        } },
        "operation": { "post": {
            "operationId": "operate",
            "summary": "`POST {backend}/operations/{operation}`: a mini-app's call, with its own body.",
            "security": [{ "department": [] }],
            "parameters": headers,
            "requestBody": { "required": true, "content": content("application/json", own, schemas) },
            "responses": {
                "2XX": { "description": "The department's own answer.", "content": content("application/json", own, schemas) },
                "4XX": { "description": "The department refuses, in its own words.", "content": content(
                    "application/problem+json", Shape { schema: SchemaGenerator::subschema_for::<Problem>, media_type: None }, schemas,
                ) }
            }
        } }
    })
}

/// The headers with which the platform signs what it tells (RFC 9421, RFC 9530).
fn signed() -> Vec<Value> {
    let header = |name: &str, description: &str| json!({ "name": name, "in": "header", "required": true, "schema": { "type": "string" }, "description": description });
    vec![
        header("content-digest", "The body's SHA-256 (RFC 9530)."),
        header(
            "signature-input",
            "What is signed (RFC 9421 4.1): `@method`, `@target-uri`, `content-digest`, and each of `content-type`, `fingertip-app` and `fingertip-subject` that is there; `created`, `keyid` of one of the keys at `/api/v1/jwks.json`, `alg` `ecdsa-p256-sha256`, `nonce`, `tag` `fingertip-webhook`. Taken once and for 300 seconds.",
        ),
        header("signature", "The signature (RFC 9421 4.2)."),
    ]
}

/// Descriptions come from the code's own, where a link names a module: a reader of this document has none.
fn write_for_readers(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name == "description" => {
                        *text = text.replace("[`", "`").replace("`]", "`").replace("crate::", "");
                    }
                    other => write_for_readers(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(write_for_readers),
        _ => {}
    }
}

/// What a day and a time look like in RFC 3339, as far as a pattern says it.
const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const TIME: &str =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-6][0-9]";

/// The most of each kind of whole number, and what days and times look like: a `format` alone is a remark, to which no validator holds
/// anybody (JSON Schema 2020-12, 7.2.1).
fn bound(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let most = match members.get("format").and_then(Value::as_str) {
                Some("uint8") => Some(json!(u8::MAX)),
                Some("uint16") => Some(json!(u16::MAX)),
                Some("uint32") => Some(json!(u32::MAX)),
                Some("uint64") => Some(json!(u64::MAX)),
                Some("int64") => Some(json!(i64::MAX)),
                _ => None,
            };
            let pattern = match members.get("format").and_then(Value::as_str) {
                Some("date") => Some(DAY),
                Some("date-time") => Some(TIME),
                _ => None,
            };
            if let Some(pattern) = pattern {
                members.entry("pattern").or_insert(pattern.into());
            }
            if let Some(most) = most {
                members.entry("maximum").or_insert(most);
                if members["format"] == "int64" {
                    members.entry("minimum").or_insert(json!(i64::MIN));
                }
            }
            members.values_mut().for_each(bound);
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        _ => {}
    }
}

fn describe_operation(operation: Operation, route: &Route, schemas: &mut SchemaGenerator) -> Value {
    let mut described = json!({
        "operationId": operation.id(),
        "summary": route.summary,
        "security": security(route.caller),
        "responses": responses(route, schemas),
    });
    let parameters: Vec<Value> = route
        .parameters()
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .chain(headers(route.carries, schemas))
        .collect();
    if !parameters.is_empty() {
        described["parameters"] = parameters.into();
    }
    if let Some(shape) = route.request {
        let media_type = match route.carries {
            Carries::Offset => PARTIAL_UPLOAD,
            Carries::Form => "application/x-www-form-urlencoded",
            Carries::Nothing | Carries::Place | Carries::Key | Carries::Stamp | Carries::StampAndKey => {
                "application/json"
            }
        };
        described["requestBody"] = json!({ "required": !operation.may_be_asked_without_body(), "content": content(media_type, shape, schemas) });
    }
    described
}

fn security(caller: Caller) -> Value {
    match caller {
        Caller::Anyone => json!([]),
        Caller::Person => json!([{ "person": [] }]),
        Caller::Department => json!([{ "department": [] }]),
        Caller::Operator => json!([{ "operator": [] }]),
    }
}

fn headers(carries: Carries, schemas: &mut SchemaGenerator) -> Vec<Value> {
    let stamp = |schemas: &mut SchemaGenerator| {
        json!({
            "name": RUNNING_APP, "in": "header", "required": true,
            "description": "The running mini-app, stamped by the shell and never by the mini-app.",
            "content": { "application/json": { "schema": schemas.subschema_for::<RunningApp>() } }
        })
    };
    let key = || {
        json!({
            "name": IDEMPOTENCY_KEY, "in": "header", "required": true,
            "description": "Makes a repeated request the same request.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" }
        })
    };
    let place = |name: &str, description: &str, schema: Value| json!({ "name": name, "in": "header", "required": true, "description": description, "schema": schema });
    match carries {
        Carries::Nothing | Carries::Form => Vec::new(),
        Carries::Key => vec![key()],
        Carries::Place => vec![json!({
            "name": AFTER, "in": "query", "required": false, "schema": { "type": "string" },
            "description": "After what the list goes on, as the answer before said it."
        })],
        Carries::Offset => vec![
            place(
                UPLOAD_OFFSET,
                "Where the piece begins, in bytes.",
                json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
            ),
            place(UPLOAD_COMPLETE, "Whether the file ends with it.", json!({ "enum": ["?0", "?1"] })),
        ],
        Carries::Stamp => vec![stamp(schemas)],
        Carries::StampAndKey => vec![stamp(schemas), key()],
    }
}

fn responses(route: &Route, schemas: &mut SchemaGenerator) -> Value {
    let mut responses = Map::new();
    let mut done = json!({ "description": "Done." });
    if let Some(shape) = route.response {
        done["content"] = content("application/json", shape, schemas);
    }
    responses.insert(route.status.to_string(), done);
    let mut by_status: BTreeMap<u16, Vec<ProblemCode>> = BTreeMap::new();
    for code in route.all_problems() {
        by_status.entry(code.status()).or_default().push(code);
    }
    for (status, codes) in by_status {
        let codes: Vec<_> = codes.iter().map(|code| format!("`{code}`: {}", code.title())).collect();
        let shape = Shape { schema: SchemaGenerator::subschema_for::<Problem>, media_type: None };
        responses.insert(
            status.to_string(),
            json!({ "description": codes.join("; "), "content": content("application/problem+json", shape, schemas) }),
        );
    }
    responses.into()
}

fn content(usual: &str, shape: Shape, schemas: &mut SchemaGenerator) -> Value {
    let media_type = shape.media_type.unwrap_or(usual);
    json!({ media_type: { "schema": (shape.schema)(schemas) } })
}
