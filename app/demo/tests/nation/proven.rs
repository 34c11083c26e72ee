//! What is proven of a person is signed by a department, and nothing else: not what a program says, not what somebody typed, not
//! what somebody else could prove.

use fingertip_contract::{Case, CaseState, Document, api};
use fingertip_credential::{Content, HolderKey, PERSON_FACTS, Presentation, SignError, issue, present};
use fingertip_kit::keys::SigningKey;
use fingertip_standard::ClaimName;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{
    delivery::{free_port, listen},
    device::Device,
    nation::{Nation, app, card_application, problem, until},
};

/// What somebody sends who has Zhang Wei's token and would like a card in another name.
fn in_another_name() -> Value {
    json!({
        "service": "social-security-card", "region": "440100",
        "claims": {"name": "李秀英", "id-number": "990106195110020244"},
        "body": json!({"name": "李秀英", "id_number": "990106195110020244", "delivery": {"kind": "post"}}).to_string()
    })
}

/// What the platform says to a submission that it does not take.
pub(crate) async fn refused(nation: &Nation, access: &str, key: &str, body: &Value) -> (u16, String) {
    problem(nation.submission(access, key, body).send().await.expect("answered")).await
}

fn invalid() -> (u16, String) {
    (422, "proof-invalid".into())
}

async fn cases(nation: &Nation, access: &str) -> Vec<Case> {
    let list = nation.client.get(nation.at(api::CASES)).bearer_auth(access);
    list.send().await.expect("answered").json().await.expect("cases")
}

pub(crate) async fn accepted(nation: &Nation, access: &str, key: &str, body: &Value) -> Case {
    let answer = nation.submission(access, key, body).send().await.expect("answered");
    assert_eq!(answer.status(), 201);
    answer.json().await.expect("a case")
}

pub(crate) fn payload(jws: &str) -> Document {
    jsonwebtoken::dangerous::insecure_decode_claims(jws).expect("a document")
}

/// A credential of Zhang Wei by whoever has `key`, and the device that it is bound to.
fn made(key: &SigningKey, issuer: &str, subject: &str, from: Timestamp, to: Timestamp) -> Device {
    let holder = HolderKey::make().expect("a key");
    let claims = [("name", "张伟"), ("id-number", "990106199003071175")];
    let content = Content {
        kind: PERSON_FACTS,
        issuer,
        subject,
        issued_at: from,
        expires_at: to,
        holder: holder.public(),
        claims: claims.map(|(name, value)| (name.to_owned(), value.into())).into(),
    };
    let sign = |typ: &str, payload: &_| key.sign(typ, payload).map_err(|_| SignError);
    let credential = issue(&content, sign).expect("issued");
    Device { key: holder, credential }
}

fn hours(n_hours: i64) -> Timestamp {
    Timestamp::now().checked_add(SignedDuration::from_hours(n_hours)).expect("a time")
}

const ZHANG_WEI: &str = "7f1c9a52d06b4e38";
const BOTH: [&str; 2] = ["name", "id-number"];

fn with_proof(device: &Device, nation: &Nation, key: &str) -> Value {
    let mut body = card_application();
    body["proof"] = device.show(&nation.running.platform_url, key, &BOTH).into();
    body
}

#[tokio::test]
async fn a_card_in_another_persons_name_is_not_to_be_had_by_saying_so() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let missing = (422, "proof-missing".to_owned());
    assert_eq!(refused(&nation, &access, "k", &in_another_name()).await, missing);
    // One's own name too: what a program says is not what the provider says.
    assert_eq!(refused(&nation, &access, "k", &card_application()).await, missing);
    // With one's own proof, and with that of the name's owner.
    let mut body = in_another_name();
    body["proof"] = with_proof(&nation.device(&access).await, &nation, "k")["proof"].clone();
    assert_eq!(refused(&nation, &access, "k", &body).await, invalid());
    let other = nation.log_in("li-xiuying").await.access;
    body["proof"] = with_proof(&nation.device(&other).await, &nation, "k")["proof"].clone();
    assert_eq!(refused(&nation, &access, "k", &body).await, invalid());
    assert!(cases(&nation, &access).await.is_empty());
}

#[tokio::test]
async fn a_name_that_was_typed_or_told_is_on_no_document() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let mut typed = in_another_name();
    typed["claims"] = json!({});
    let mut told = typed.clone();
    told["told"] = in_another_name()["claims"].clone();
    // A proof of something else than the name.
    let mut other = typed.clone();
    other["claims"] = json!({"id-number": "990106199003071175"});
    let other = nation.proven(&access, "other", other).await;
    for (key, body) in [("typed", typed), ("told", told), ("other", other)] {
        let case = accepted(&nation, &access, key, &body).await;
        let closed = nation.until(&access, &case, CaseState::Closed).await;
        assert_eq!(closed.steps[1].state, CaseState::Refused, "{key}");
        assert!(
            closed.steps[1]
                .note
                .as_ref()
                .expect("a reason")
                .in_language("en")
                .contains("agree to share your name")
        );
        assert!(closed.documents.is_empty(), "{key}");
    }
    let certificate = json!({
        "service": "tax-paid-certificate", "region": "450000",
        "body": json!({"year": 2025, "income_minor": 1, "tax_minor": 1, "name": "李秀英"}).to_string()
    });
    let request = nation.submission(&access, "tax", &certificate).headers(
        [(api::RUNNING_APP.parse().expect("a name"), app("taxation").parse().expect("a value"))]
            .into_iter()
            .collect(),
    );
    let case: Case = request.send().await.expect("answered").json().await.expect("a case");
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!((&closed.steps[1].state, closed.documents.len()), (&CaseState::Refused, 0));
}

#[tokio::test]
async fn the_card_bears_the_name_that_was_proven_whatever_was_typed() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let mut body = card_application();
    body["body"] = in_another_name()["body"].clone();
    let body = nation.proven(&access, "k", body).await;
    let case = accepted(&nation, &access, "k", &body).await;
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!(payload(&closed.documents[0]).holder, "张伟");
}

#[tokio::test]
async fn a_proof_is_good_for_one_request_to_this_platform_and_shows_what_the_case_says() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let device = nation.device(&access).await;
    let body = with_proof(&device, &nation, "k1");
    // Sent again under another key.
    assert_eq!(refused(&nation, &access, "k2", &body).await, invalid());
    // By somebody else, who listened.
    let other = nation.log_in("li-xiuying").await.access;
    assert_eq!(refused(&nation, &other, "k1", &body).await, invalid());
    // For another platform; more and less than the case says; no proof at all.
    let with = |proof: String| {
        let mut body = card_application();
        body["proof"] = proof.into();
        body
    };
    let here = nation.running.platform_url.as_str();
    let three = ["name", "id-number", "phone"];
    for proof in [
        device.show("http://127.0.0.1:9", "k1", &BOTH),
        device.show(here, "k1", &["name"]),
        device.show(here, "k1", &three),
        device.credential.clone(),
        "nonsense".into(),
        String::new(),
        access.clone(),
    ] {
        assert_eq!(refused(&nation, &access, "k1", &with(proof)).await, invalid());
    }
    // Bound to a key that the credential is not bound to.
    let thief = Device { key: HolderKey::make().expect("a key"), credential: device.credential.clone() };
    assert_eq!(refused(&nation, &access, "k1", &with_proof(&thief, &nation, "k1")).await, invalid());
    assert!(cases(&nation, &access).await.is_empty());
    // As it should be; and made anew for the same request it is the same request.
    let case = accepted(&nation, &access, "k1", &body).await;
    assert_eq!(accepted(&nation, &access, "k1", &with_proof(&device, &nation, "k1")).await.id, case.id);
    assert_eq!(cases(&nation, &access).await.len(), 1);
}

#[tokio::test]
async fn a_proof_that_is_over_or_of_another_issuer_proves_nothing() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let own =
        SigningKey::load_or_make(&nation.folder.path().join("keys/identity.pk8")).expect("the issuer's key");
    let stranger = SigningKey::load_or_make(&nation.folder.path().join("stranger.pk8")).expect("a key");
    let issuer = nation.issuer();
    let said =
        async |device: Device| refused(&nation, &access, "k", &with_proof(&device, &nation, "k")).await;
    let expired = (422, "proof-expired".to_owned());
    assert_eq!(said(made(&own, &issuer, ZHANG_WEI, hours(-26), hours(-2))).await, expired);
    assert_eq!(said(made(&own, &issuer, ZHANG_WEI, hours(2), hours(26))).await, invalid());
    assert_eq!(said(made(&stranger, &issuer, ZHANG_WEI, hours(-1), hours(23))).await, invalid());
    assert_eq!(said(made(&own, "https://other.example", ZHANG_WEI, hours(-1), hours(23))).await, invalid());
    assert_eq!(said(made(&own, &issuer, "somebody-else", hours(-1), hours(23))).await, invalid());
    // Shown long ago: whoever kept it meanwhile has no use of it.
    let device = nation.device(&access).await;
    let audience = nation.running.platform_url.as_str();
    let to = Presentation { audience, nonce: "k", now: hours(-1) };
    let mut body = card_application();
    body["proof"] = present(&device.credential, &BOTH, &device.key, to).expect("shown").into();
    assert_eq!(refused(&nation, &access, "k", &body).await, expired);
    let good = made(&own, &issuer, ZHANG_WEI, hours(-1), hours(23));
    let case = accepted(&nation, &access, "k", &with_proof(&good, &nation, "k")).await;
    // What was received is answered as it was, also when the proof has run out on the way.
    assert_eq!(accepted(&nation, &access, "k", &body).await.id, case.id);
}

#[tokio::test]
async fn a_department_is_told_who_vouches_for_what_and_nothing_by_which_others_know_the_person() {
    let port = free_port().await;
    let nation = Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let access = nation.log_in("zhang-wei").await.access;
    let before = Timestamp::now();
    let mut body = nation.proven(&access, "k", card_application()).await;
    body["told"] = json!({"phone": "+8610000000009"});
    accepted(&nation, &access, "k", &body).await;
    let inbox = listen(port).await;
    let (_, told) =
        until("the case arrives", || async { inbox.lock().expect("unpoisoned").first().cloned() }).await;
    let claim = |name: &str| ClaimName::new(name).expect("a claim's name");
    let proven = told.proven.as_ref().expect("proven");
    assert_eq!(proven.by, nation.issuer());
    assert!((proven.at.as_second() - before.as_second()).abs() < 60);
    assert_eq!(proven.claims[&claim("name")], "张伟");
    assert_eq!((told.case.claims.len(), told.case.proof.as_ref()), (0, None));
    assert_eq!(told.case.told[&claim("phone")], "+8610000000009");
    let said = serde_json::to_string(&told).expect("JSON");
    assert!(!said.contains(ZHANG_WEI) && !said.contains('~'), "{said}");
}
