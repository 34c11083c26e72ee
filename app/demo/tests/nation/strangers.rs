//! Every door of the table, knocked at by whom it is not for: with forged tokens, with others' tokens, for others' cases, with too much, again.

use fingertip_contract::api::{self, Caller, Method, Operation, Route, openapi};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use super::{
    desk::{Desk, Officer},
    nation::{Nation, app, problem},
};

/// Somebody else's ids, in the places of the names in braces.
struct Ids<'a> {
    department: &'a str,
    case: &'a str,
    joint: &'a str,
    other: &'a str,
}

impl Ids<'_> {
    fn path(&self, route: &Route) -> String {
        let ids: Vec<&str> = route
            .parameters()
            .map(|name| match name {
                "case" => self.case,
                "joint" => self.joint,
                "department" => self.department,
                "operation" => "card.options",
                _ => self.other,
            })
            .collect();
        route.path_with(&ids)
    }
}

/// A body that the door of `operation` reads, as far as the description names one.
fn body(operation: Operation) -> Value {
    match operation {
        Operation::SubmitCase => json!({"service": "social-security-card", "region": "440100", "body": "{}"}),
        Operation::SubmitJointCase => {
            json!({"life_event": "new-work", "region": "440100", "answers": {"address": "1 Harbour Road"}})
        }
        Operation::BeginUpload => json!({"length": 1, "sha256": "ab".repeat(32)}),
        Operation::ActOnCase => json!({"kind": "ask", "words": "Why?"}),
        Operation::RateCase => json!({"level": "satisfied"}),
        Operation::AppealRating => json!({"words": "No."}),
        Operation::BecomeHelper => json!({"code": "00000000"}),
        Operation::AdvanceCase => json!({"state": "accepted"}),
        Operation::ReplyInCase | Operation::ReplyToRating => json!({"words": {"en": "Yes."}}),
        Operation::AskForExclusion => json!({"reason": {"en": "No."}}),
        Operation::DecideReview => json!({"kind": "appeal", "is_granted": true, "reason": {"en": "Yes."}}),
        Operation::CallDepartment => json!({"body": "{}"}),
        _ => json!({}),
    }
}

/// A request with everything that the door asks for but who calls.
fn knock(nation: &Nation, operation: Operation, path: &str, key: &str) -> RequestBuilder {
    let route = operation.route();
    let method = route.method.as_str().parse().expect("a method");
    let request = nation
        .client
        .request(method, nation.at(path))
        .header(api::RUNNING_APP, app("human-resources"))
        .header(api::IDEMPOTENCY_KEY, key);
    match operation {
        Operation::AppendToUpload => request
            .header("content-type", api::PARTIAL_UPLOAD)
            .header(api::UPLOAD_OFFSET, "0")
            .header(api::UPLOAD_COMPLETE, "?0")
            .body("x"),
        _ if route.request.is_some() => request.json(&body(operation)),
        _ => request,
    }
}

/// The reference of a joint case of this person.
async fn joint(nation: &Nation, access: &str) -> String {
    let operation = Operation::SubmitJointCase;
    let request = knock(nation, operation, operation.route().path, "joint").bearer_auth(access);
    let answer = request.send().await.expect("answered");
    assert_eq!(answer.status(), 201);
    answer.json::<Value>().await.expect("JSON")["id"].as_str().expect("a reference").to_owned()
}

async fn refusal(answer: Response, operation: Operation) -> (u16, String) {
    match operation.route().method {
        // No body tells why.
        Method::Head => (answer.status().as_u16(), String::new()),
        _ => problem(answer).await,
    }
}

/// `token` with one letter of its signature changed.
fn forged(token: &str) -> String {
    let (rest, signature) = token.rsplit_once('.').expect("a signature");
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    format!("{rest}.{first}{}", &signature[1..])
}

fn guarded() -> impl Iterator<Item = Operation> {
    Operation::ALL.iter().copied().filter(|operation| operation.route().caller != Caller::Anyone)
}

#[tokio::test]
async fn no_door_opens_to_a_forged_token_or_to_one_of_somebody_else() {
    let nation = Nation::start().await;
    let officer = Officer { nation: &nation };
    let person = nation.log_in("zhang-wei").await.access;
    let (own, other) = (officer.token("human-resources"), officer.token("taxation"));
    let operator = nation.running.operator_token.clone();
    let ids = Ids {
        department: "human-resources",
        case: "HU-20261124-7KQ2X9",
        joint: "JC-20261124-7KQ2X9",
        other: &"0".repeat(32),
    };
    for operation in guarded() {
        let route = operation.route();
        let (strangers, code) = match route.caller {
            Caller::Person => (vec![forged(&person), own.clone(), operator.clone()], "token-invalid"),
            Caller::Department => (
                vec![other.clone(), person.clone(), operator.clone(), format!("{own}x")],
                "department-token-invalid",
            ),
            Caller::Operator => {
                (vec![own.clone(), person.clone(), format!("{operator}x")], "operator-token-invalid")
            }
            Caller::Anyone => continue,
        };
        for token in strangers.into_iter().chain([String::new()]) {
            let request = knock(&nation, operation, &ids.path(&route), "k").bearer_auth(&token);
            let (status, said) = refusal(request.send().await.expect("answered"), operation).await;
            assert_eq!(status, 401, "{operation:?}: {said}");
            assert!(said == code || said.is_empty(), "{operation:?}: {said}");
            // Who asks is known before a body is read: a stranger costs nothing.
            let request = knock(&nation, operation, &ids.path(&route), "k").bearer_auth(&token).body("{");
            let (status, said) = refusal(request.send().await.expect("answered"), operation).await;
            assert_eq!(status, 401, "{operation:?} reads a stranger's body: {said}");
        }
    }
}

#[tokio::test]
async fn nobodys_case_upload_or_rating_is_reached_by_its_id_alone() {
    let desk = Desk::open().await;
    let nation = Nation::start_elsewhere("human-resources", desk.url()).await;
    let officer = Officer { nation: &nation };
    let (owner, stranger) =
        (nation.log_in("zhang-wei").await.access, nation.log_in("li-xiuying").await.access);
    let case = nation.submit(&owner, "k").await;
    officer.to(&case, &["refused", "closed"]).await;
    let begin = knock(&nation, Operation::BeginUpload, Operation::BeginUpload.route().path, "u");
    let begun = begin.bearer_auth(&owner).send().await.expect("answered");
    let upload: api::Upload = begun.json().await.expect("an upload");
    let joint = joint(&nation, &owner).await;
    for operation in guarded() {
        let route = operation.route();
        let other = if route.path.contains("{upload}") { upload.id.clone() } else { "0".repeat(32) };
        let token = match route.caller {
            Caller::Person => stranger.clone(),
            // The case is another department's than that of the token and the path.
            Caller::Department => officer.token("taxation"),
            _ => continue,
        };
        let names: Vec<&str> = route.parameters().collect();
        if !names.iter().any(|name| ["case", "joint", "upload", "rating", "link", "letter"].contains(name)) {
            continue;
        }
        let ids = Ids { department: "taxation", case: case.id.as_str(), joint: &joint, other: &other };
        let request = knock(&nation, operation, &ids.path(&route), "k").bearer_auth(token);
        let (status, said) = refusal(request.send().await.expect("answered"), operation).await;
        assert_eq!(status, 404, "{operation:?}: {said}");
    }
    let now = nation.case(&owner, &case).await;
    assert!(now.rating.is_none() && now.entries.is_empty(), "nothing of that was done");
}

#[tokio::test]
async fn no_door_reads_more_than_it_takes_whoever_sends_it() {
    let nation = Nation::start().await;
    let officer = Officer { nation: &nation };
    let person = nation.log_in("zhang-wei").await.access;
    let (own, operator) = (officer.token("human-resources"), nation.running.operator_token.clone());
    let ids = Ids {
        department: "human-resources",
        case: "HU-20261124-7KQ2X9",
        joint: "JC-20261124-7KQ2X9",
        other: &"0".repeat(32),
    };
    let large = "x".repeat((8 << 20) + 1);
    let mut seen = 0;
    for operation in Operation::ALL.iter().copied().filter(|operation| operation.route().request.is_some()) {
        let route = operation.route();
        let token = match route.caller {
            Caller::Person => &person,
            Caller::Department => &own,
            Caller::Operator | Caller::Anyone => &operator,
        };
        let request =
            knock(&nation, operation, &ids.path(&route), "k").bearer_auth(token).body(large.clone());
        let answer = request.send().await;
        // A catalogue may be larger than all else; that door is the operator's alone.
        if operation == Operation::ReplaceCatalogue {
            assert_eq!(problem(answer.expect("answered")).await, (400, "body-malformed".into()));
            continue;
        }
        // Whoever is told so while they still send may find the line closed: either way nothing more is read.
        let Ok(answer) = answer else { continue };
        let (status, said) = refusal(answer, operation).await;
        assert!(matches!(status, 413) || said == "logout-invalid", "{operation:?}: {status} {said}");
        seen += 1;
    }
    assert!(seen >= 15, "only {seen} doors take a body");
    // A name that is no id is none, however long it is, and a head is bounded too.
    let long = "0".repeat(64 << 10);
    let answer = nation.client.get(nation.at(&format!("/api/v1/cases/{}", &long[..8 << 10])));
    assert_eq!(problem(answer.bearer_auth(&person).send().await.expect("answered")).await.0, 404);
    let headed = nation.client.get(nation.at(api::INFO)).header("x-long", "x".repeat(1 << 20)).send().await;
    assert!(headed.is_err() || headed.is_ok_and(|answer| answer.status() == 431));
}

#[tokio::test]
async fn what_is_sent_again_is_done_once_and_no_key_serves_two_requests() {
    let desk = Desk::open().await;
    let nation = Nation::start_elsewhere("human-resources", desk.url()).await;
    let officer = Officer { nation: &nation };
    let (owner, other) = (nation.log_in("zhang-wei").await.access, nation.log_in("li-xiuying").await.access);
    let case = nation.submit(&owner, "first").await;
    let joint = joint(&nation, &owner).await;
    let with_key = |operation: &Operation| {
        openapi::describe()["paths"][operation.route().path]
            [operation.route().method.as_str().to_ascii_lowercase()]["parameters"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["name"] == api::IDEMPOTENCY_KEY))
    };
    let mut seen = 0;
    for operation in guarded().filter(with_key) {
        let route = operation.route();
        let token = match route.caller {
            Caller::Person => owner.clone(),
            _ => officer.token("human-resources"),
        };
        let ids = Ids {
            department: "human-resources",
            case: case.id.as_str(),
            joint: &joint,
            other: &"0".repeat(32),
        };
        let send = async |body: &Value, token: &str| {
            let request =
                knock(&nation, operation, &ids.path(&route), operation.id()).json(body).bearer_auth(token);
            let answer = request.send().await.expect("answered");
            (answer.status().as_u16(), answer.text().await.expect("text"))
        };
        let own = body(operation);
        let (first, again) = (send(&own, &token).await, send(&own, &token).await);
        assert!(first.0 < 300, "{operation:?}: {first:?}");
        assert_eq!(first, again, "{operation:?}: the same request has the same answer");
        let mut changed = own.clone();
        match operation {
            Operation::SubmitCase => changed["body"] = json!("[]"),
            // A second file of a case has its key, too.
            Operation::BeginUpload => changed["length"] = json!(2),
            Operation::SubmitJointCase => changed["answers"] = json!({"address": "2 Harbour Road"}),
            Operation::WithdrawJointCase => changed["step"] = json!("card"),
            Operation::ReplyInCase => changed["words"] = json!({"en": "Something else."}),
            _ => changed["words"] = json!("Something else."),
        }
        let (status, said) = send(&changed, &token).await;
        assert_eq!(status, 422, "{operation:?}: {said}");
        if operation == Operation::SubmitCase {
            assert_ne!(send(&own, &other).await.1, first.1, "another person's key is another key");
        }
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} doors take a key");
    let entries = nation.case(&owner, &case).await.entries;
    assert_eq!(entries.len(), 2, "one question and one reply");
}
