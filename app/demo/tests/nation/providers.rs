//! Two identity providers beside each other: one person at both is one person, and neither speaks for the other's people.

use fingertip_contract::{
    CaseState,
    api::{self, AssuranceLevel, KnownPerson, PlatformInfo},
};
use fingertip_kit::keys::SigningKey;
use fingertip_server::{Limits, Rate};
use reqwest::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::nation::{CALLBACK, Nation, Tokens, VERIFIER, login_form, problem, query, tokens};

const NATIONAL: &str = "oidc";
const PROVINCIAL: &str = "provincial/oidc";
/// What the national provider calls Li Xiuying, and the provincial one somebody else.
const SHARED_SUBJECT: &str = "b2e80d4471a95c6f";
const ZHANG_WEI: &str = "7f1c9a52d06b4e38";
const ZHANG_WEIS_NUMBER: &str = "990106199003071175";

async fn start() -> Nation {
    Nation::start_as(|options| options.has_provincial_provider = true).await
}

fn at(nation: &Nation, provider: &str, path: &str) -> String {
    format!("{}/{provider}/{path}", nation.running.demo_url)
}

/// A login with whatever is typed.
async fn log_in_with(nation: &Nation, provider: &str, person: &str, typed: [&str; 2]) -> reqwest::Response {
    let [acr, passcode] = typed;
    let mut form = login_form(person, passcode);
    form.push(("acr_values", acr.to_owned()));
    nation.client.post(at(nation, provider, "login")).form(&form).send().await.expect("answered")
}

async fn redeem(nation: &Nation, provider: &str, code: &str) -> reqwest::Response {
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", "fingertip-shell"),
        ("code", code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
    ];
    nation.client.post(at(nation, provider, "token")).form(&form).send().await.expect("answered")
}

async fn code(nation: &Nation, provider: &str, person: &str, typed: [&str; 2]) -> String {
    let answer = log_in_with(nation, provider, person, typed).await;
    assert_eq!(answer.status(), StatusCode::FOUND);
    query(answer.headers()["location"].to_str().expect("text")).remove("code").expect("a code")
}

/// With a passcode: substantial at the provincial provider.
async fn by_passcode(nation: &Nation, provider: &str, person: &str) -> Tokens {
    tokens(redeem(nation, provider, &code(nation, provider, person, ["", "123456"]).await).await).await
}

/// With the identity card.
async fn by_card(nation: &Nation, person: &str) -> Tokens {
    let typed = ["identity-card passcode", "654321"];
    tokens(redeem(nation, PROVINCIAL, &code(nation, PROVINCIAL, person, typed).await).await).await
}

async fn known(nation: &Nation, access: &str) -> KnownPerson {
    let asked = nation.client.get(nation.at("/api/v1/person")).bearer_auth(access);
    asked.send().await.expect("answered").json().await.expect("a person")
}

/// A case without facts.
async fn submit(nation: &Nation, access: &str, key: &str) -> reqwest::Response {
    let body = json!({"service": "social-security-card", "region": "440100", "body": "{}"});
    nation.submission(access, key, &body).send().await.expect("answered")
}

/// What the provincial provider could sign if it were hostile.
struct Hostile<'a> {
    nation: &'a Nation,
    key: SigningKey,
}

impl<'a> Hostile<'a> {
    fn new(nation: &'a Nation) -> Self {
        let file = nation.folder.path().join("keys/provincial-identity.pk8");
        Self { nation, key: SigningKey::load_or_make(&file).expect("its key") }
    }

    fn sign(&self, typ: &str, change: &Value) -> String {
        let now = jiff::Timestamp::now().as_second();
        let issuer = format!("{}/{PROVINCIAL}", self.nation.running.demo_url);
        let mut claims = json!({
            "iss": issuer, "sub": "s", "aud": "fingertip-platform", "iat": now, "exp": now + 300, "acr": "passcode"
        });
        for (name, value) in change.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        self.key.sign(typ, &claims).expect("signed")
    }
}

fn hash(number: &str) -> String {
    hex(&Sha256::digest(number))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn the_platform_names_every_provider_with_whom_it_is_for_and_how_sure_it_is() {
    let nation = start().await;
    let info = nation.client.get(nation.at(api::INFO)).send().await.expect("answered");
    let info: PlatformInfo = info.json().await.expect("told");
    let providers = info.identity_providers();
    assert_eq!(providers.len(), 2);
    assert_eq!(providers[0].issuer, info.issuer, "who reads one alone reads the first");
    assert!(providers[0].reaches(AssuranceLevel::High) && providers[0].acr.is_empty());
    assert_eq!(providers[1].audience.pick("en").0, "Residents of Harbour Province");
    assert_eq!(providers[1].classes_for(AssuranceLevel::High), ["identity-card"]);
    let alone = Nation::start().await;
    let info = alone.client.get(alone.at(api::INFO)).send().await.expect("answered");
    let info: PlatformInfo = info.json().await.expect("told");
    assert!(info.providers.is_empty());
    assert_eq!(info.identity_providers()[0].issuer, info.issuer);
}

#[tokio::test]
async fn one_person_at_two_providers_has_the_same_cases_and_ratings_at_both() {
    let nation = start().await;
    let national = by_passcode(&nation, NATIONAL, "zhang-wei").await.access;
    let case = nation.submit(&national, "k").await;
    nation.until(&national, &case, CaseState::Closed).await;
    let provincial = by_card(&nation, "zhang-wei").await.access;
    assert_eq!(known(&nation, &provincial).await, known(&nation, &national).await);
    let own = nation.cases(&provincial).await;
    assert_eq!(own.iter().map(|case| &case.id).collect::<Vec<_>>(), [&case.id]);
    let rate = nation.client.put(nation.at(&format!("/api/v1/cases/{}/rating", case.id)));
    let rated = rate.bearer_auth(&provincial).json(&json!({"level": "satisfied"})).send().await;
    assert_eq!(rated.expect("answered").status(), StatusCode::OK);
    assert!(nation.case(&national, &case).await.rating.is_some(), "rated once, wherever one signed in");
    // What a department has of the person is theirs at both.
    let asked = async |access: &str| {
        nation.operated(access, "taxation", "income.statement", &json!({"year": 2024})).await
    };
    assert_eq!(asked(&national).await, asked(&provincial).await);
    let nation = nation.restart_with(|options| options.has_provincial_provider = true).await;
    assert_eq!(nation.cases(&provincial).await.len(), 1, "also after a restart");
}

#[tokio::test]
async fn a_less_sure_sign_in_joins_nobody_until_it_is_a_surer_one_and_then_brings_what_was_done_along() {
    let nation = start().await;
    let national = by_passcode(&nation, NATIONAL, "zhang-wei").await.access;
    let first = nation.submit(&national, "k").await;
    let weak = by_passcode(&nation, PROVINCIAL, "zhang-wei").await.access;
    let apart = known(&nation, &weak).await;
    assert_eq!(apart.assurance, AssuranceLevel::Substantial);
    assert_ne!(
        apart.person,
        known(&nation, &national).await.person,
        "the number in its token is not believed"
    );
    assert!(nation.cases(&weak).await.is_empty());
    assert_eq!(submit(&nation, &weak, "k").await.status(), StatusCode::CREATED);
    assert_eq!(nation.cases(&national).await.len(), 1);
    // Once they are surely Zhang Wei, what they did is his.
    let strong = by_card(&nation, "zhang-wei").await.access;
    assert_eq!(known(&nation, &strong).await, known(&nation, &national).await);
    for access in [&national, &strong, &weak] {
        let own = nation.cases(access).await;
        assert_eq!(own.len(), 2);
        assert!(own.iter().any(|case| case.id == first.id));
    }
    let went_on = async |access: &str| {
        let own = nation.cases(access).await;
        own.iter().all(|case| case.state != CaseState::Received).then_some(())
    };
    super::nation::until("departments go on with both", || went_on(&national)).await;
}

#[tokio::test]
async fn a_provider_that_calls_somebody_as_another_calls_somebody_else_reaches_nothing_of_theirs() {
    let nation = start().await;
    let li = by_passcode(&nation, NATIONAL, "li-xiuying").await.access;
    let case = nation.submit(&li, "k").await;
    let wang = by_card(&nation, "wang-fang").await.access;
    assert_ne!(known(&nation, &wang).await.person, known(&nation, &li).await.person);
    assert!(nation.cases(&wang).await.is_empty());
    let asked = nation.client.get(nation.at(&api::case(&case.id))).bearer_auth(&wang);
    assert_eq!(problem(asked.send().await.expect("answered")).await, (404, "case-not-found".into()));
    // Their keys are their own too.
    assert_eq!(submit(&nation, &wang, "k").await.status(), StatusCode::CREATED);
    assert_eq!((nation.cases(&li).await.len(), nation.cases(&wang).await.len()), (1, 1));
    let hostile = Hostile::new(&nation);
    for subject in [SHARED_SUBJECT, ZHANG_WEI] {
        let token = hostile.sign("at+jwt", &json!({ "sub": subject }));
        assert!(nation.cases(&token).await.iter().all(|own| own.id != case.id), "{subject}");
    }
}

#[tokio::test]
async fn nobody_spends_what_somebody_else_may_ask_whom_another_provider_calls_the_same() {
    let nation = Nation::start_as(|options| {
        options.has_provincial_provider = true;
        options.limits = Some(Limits { person: Rate::new(1, 2), ..Limits::NONE });
    })
    .await;
    let wang = by_passcode(&nation, PROVINCIAL, "wang-fang").await.access;
    let li = by_passcode(&nation, NATIONAL, "li-xiuying").await.access;
    let ask = async |access: &str| {
        let asked = nation.client.get(nation.at(api::CASES)).bearer_auth(access);
        asked.send().await.expect("answered").status()
    };
    assert_eq!([ask(&wang).await, ask(&wang).await], [StatusCode::OK; 2]);
    assert_eq!(ask(&wang).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask(&li).await, StatusCode::OK, "{SHARED_SUBJECT} is somebody else there");
}

#[tokio::test]
async fn a_hostile_provider_signs_for_nobody_but_its_own_and_no_surer_than_it_may() {
    let nation = start().await;
    let national = by_passcode(&nation, NATIONAL, "zhang-wei").await.access;
    let his = known(&nation, &national).await.person;
    let hostile = Hostile::new(&nation);
    let issuer = format!("{}/{NATIONAL}", nation.running.demo_url);
    for wrong in [
        json!({ "iss": issuer, "sub": ZHANG_WEI }),
        json!({ "iss": [issuer], "sub": ZHANG_WEI }),
        json!({ "iss": "https://elsewhere.example" }),
        json!({ "iss": null }),
        json!({ "aud": "another-platform" }),
        json!({ "aud": "fingertip-shell" }),
    ] {
        let asked = nation.client.get(nation.at(api::CASES)).bearer_auth(hostile.sign("at+jwt", &wrong));
        assert_eq!(
            problem(asked.send().await.expect("answered")).await,
            (401, "token-invalid".into()),
            "{wrong}"
        );
    }
    // A class that nobody announced is of the lowest; a number counts from the surest sign-in alone, and only as a hash.
    let number = hash(ZHANG_WEIS_NUMBER);
    for (acr, number) in [
        ("high", number.as_str()),
        ("passcode", &number),
        ("identity-card", ZHANG_WEIS_NUMBER),
        ("identity-card", &number.to_uppercase()),
        ("identity-card", ""),
    ] {
        let token = hostile.sign("at+jwt", &json!({ "sub": "t", "acr": acr, "id_number_sha256": number }));
        assert_ne!(known(&nation, &token).await.person, his, "{acr} {number}");
    }
    // Nor does it end a session of the other's.
    let said: Value = jsonwebtoken::dangerous::insecure_decode_claims(&national).expect("claims");
    let events = json!({ "http://schemas.openid.net/event/backchannel-logout": {} });
    let logout = json!({ "aud": "fingertip-shell", "jti": "j", "events": events, "sid": said["sid"] });
    let told = nation.client.post(nation.at("/api/v1/backchannel-logout"));
    let token = hostile.sign("logout+jwt", &logout);
    assert_eq!(
        told.form(&[("logout_token", token)]).send().await.expect("answered").status(),
        StatusCode::OK
    );
    assert_eq!(nation.cases(&national).await.len(), 0, "it goes on");
}

#[tokio::test]
async fn what_one_provider_gave_is_worth_nothing_at_the_other() {
    let nation = start().await;
    let (here, there) = (
        by_passcode(&nation, NATIONAL, "zhang-wei").await,
        by_passcode(&nation, PROVINCIAL, "zhang-wei").await,
    );
    for (own, provider) in [(&here, PROVINCIAL), (&there, NATIONAL)] {
        let told = nation.client.get(at(&nation, provider, "userinfo")).bearer_auth(&own.access);
        assert_eq!(told.send().await.expect("answered").status(), StatusCode::UNAUTHORIZED, "{provider}");
        let refresh = [
            ("grant_type", "refresh_token"),
            ("client_id", "fingertip-shell"),
            ("refresh_token", &own.refresh),
        ];
        let asked = nation.client.post(at(&nation, provider, "token")).form(&refresh).send().await;
        assert_eq!(asked.expect("answered").status(), StatusCode::BAD_REQUEST, "{provider}");
        let payments = nation.exchanging(&own.access);
        let asked = nation.client.post(at(&nation, provider, "token")).form(&payments).send().await;
        assert_eq!(asked.expect("answered").status(), StatusCode::BAD_REQUEST, "{provider}");
        // Revoking what is not one's own ends nothing.
        let form = [("token", own.refresh.as_str()), ("client_id", "fingertip-shell")];
        nation.client.post(at(&nation, provider, "revoke")).form(&form).send().await.expect("answered");
        assert!(nation.cases(&own.access).await.is_empty());
    }
    let code = code(&nation, PROVINCIAL, "zhang-wei", ["", "123456"]).await;
    assert_eq!(redeem(&nation, NATIONAL, &code).await.status(), StatusCode::BAD_REQUEST);
    assert_eq!(
        redeem(&nation, PROVINCIAL, &code).await.status(),
        StatusCode::OK,
        "and it is not used up there"
    );
}

#[tokio::test]
async fn what_needs_a_surer_sign_in_says_so_and_is_done_after_one() {
    let nation = start().await;
    let weak = by_passcode(&nation, PROVINCIAL, "zhang-wei").await.access;
    let year = json!({"year": 2024});
    let needed = (403, "assurance-high-needed".to_owned());
    assert_eq!(problem(nation.operation(&weak, "taxation", "income.statement", &year).await).await, needed);
    let certificate = json!({"service": "tax-paid-certificate", "region": "450000", "body": "{}"});
    let hand_in = async |access: &str| {
        let request = nation.submission(access, "tax", &certificate);
        let app = super::nation::app("taxation").parse().expect("a value");
        let stamp = [(api::RUNNING_APP.parse().expect("a name"), app)].into_iter().collect();
        request.headers(stamp).send().await.expect("answered")
    };
    assert_eq!(problem(hand_in(&weak).await).await, needed);
    // A card's class is given to nobody who typed the passcode alone.
    let typed = log_in_with(&nation, PROVINCIAL, "zhang-wei", ["identity-card", "123456"]).await;
    assert_eq!(typed.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let strong = by_card(&nation, "zhang-wei").await.access;
    assert_eq!(
        nation.operation(&strong, "taxation", "income.statement", &year).await.status(),
        StatusCode::OK
    );
    assert_eq!(hand_in(&strong).await.status(), StatusCode::CREATED);
}
