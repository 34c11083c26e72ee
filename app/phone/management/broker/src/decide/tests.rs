use fingertip_standard::ClaimName;
use fingertip_standard::requests::{Call, CaseDraft, ClaimWish, Payment};
use fingertip_standard::words::Money;
use jiff::Timestamp;

use super::*;

fn manifest() -> Manifest {
    let value = serde_json::json!({
        "app_id": "cn.example.hrss.card", "name": "Card", "lang": "en",
        "version": {"code": 1, "name": "1.0.0"}, "platform_version": {"min_code": 1},
        "pages": ["pages/index"], "icons": [{"src": "common/icon.svg"}],
        "fingertip": {
            "standard": "1.0", "department": "hrss", "names": {"en": "Card"}, "component": "component.wasm",
            "languages": ["en"], "services": ["card"], "entries": [{"route": "/"}],
            "capabilities": ["claims", "call", "submit-case", "pay", "locate"], "operations": ["card.options"],
            "claims": [{"claim": "name", "purpose": {"en": "on the card"}, "retention": {"en": "ten years"}}]
        }
    });
    Manifest::parse(value.to_string().as_bytes()).expect("a good manifest")
}

fn claims(names: &[&str]) -> Wish {
    Wish::Claims(
        names
            .iter()
            .map(|name| ClaimWish {
                claim: (*name).into(),
                evidence: Evidence::Value,
                test: None,
                purpose: 0,
            })
            .collect(),
    )
}

fn call(operation: &str) -> Wish {
    Wish::Call(Call { operation: operation.into(), body: "{}".into(), keep_until_online: false })
}

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn consent(claim: &str, purpose: &str) -> StandingConsent {
    StandingConsent {
        app: "cn.example.hrss.card".parse().expect("an id"),
        subject: ConsentSubject::Claim(ClaimName::new(claim).expect("a claim")),
        purpose: LocalText::single("en", purpose),
        retention: Some(LocalText::single("en", "ten years")),
        test: None,
        given_at: Timestamp::UNIX_EPOCH,
    }
}

fn check(
    wish: &Wish,
    change: impl FnOnce(&mut Manifest, &mut BTreeSet<Capability>, &mut bool, &mut Vec<StandingConsent>),
) -> Decision {
    let mut manifest = manifest();
    let mut granted: BTreeSet<Capability> = manifest.fingertip.capabilities.iter().copied().collect();
    let (mut is_signed_in, mut consents) = (true, Vec::new());
    change(&mut manifest, &mut granted, &mut is_signed_in, &mut consents);
    decide(
        wish,
        Facts {
            manifest: &manifest,
            granted: &granted,
            is_signed_in,
            consents: &consents,
            pending: 0,
            consent_days: limits::CONSENT_DAYS,
            now: NOW,
        },
    )
}

#[test]
fn manifest_and_store_and_person_must_agree() {
    let name = claims(&["name"]);
    assert!(matches!(check(&name, |_, _, _, _| ()), Decision::Ask(_)));
    assert_eq!(
        check(&name, |_, _, _, consents| consents.push(consent("name", "on the card"))),
        Decision::Allow
    );
    assert_eq!(
        check(&name, |manifest, _, _, _| manifest.fingertip.capabilities.clear()),
        Decision::Refuse(Refusal::NotInManifest)
    );
    assert_eq!(
        check(&name, |_, granted, _, _| granted.clear()),
        Decision::Refuse(Refusal::NotGrantedByStore)
    );
    assert_eq!(
        check(&name, |_, _, is_signed_in, _| *is_signed_in = false),
        Decision::Refuse(Refusal::NeedsSignIn)
    );
}

#[test]
fn only_what_is_declared_can_be_asked_for() {
    let not_declared = Decision::Refuse(Refusal::NotInManifest);
    assert_eq!(check(&claims(&["name", "id-number"]), |_, _, _, _| ()), not_declared);
    assert_eq!(check(&claims(&[]), |_, _, _, _| ()), not_declared);
    assert_eq!(check(&call("other.operation"), |_, _, _, _| ()), not_declared);
    assert_eq!(check(&call("card.options"), |_, _, _, _| ()), Decision::Allow);
    let draft = |service: &str, claims: &[&str]| {
        Wish::SubmitCase(CaseDraft {
            service: service.into(),
            region: "440100".into(),
            body: "{}".into(),
            claims: claims.iter().map(|&claim| claim.into()).collect(),
            documents: Vec::new(),
            files: Vec::new(),
        })
    };
    assert_eq!(check(&draft("card", &["name"]), |_, _, _, _| ()), Decision::Allow);
    assert_eq!(check(&draft("pension", &[]), |_, _, _, _| ()), not_declared);
    assert_eq!(check(&draft("card", &["income"]), |_, _, _, _| ()), not_declared);
}

#[test]
fn another_purpose_is_asked_for_again() {
    let Decision::Ask(question) =
        check(&claims(&["name"]), |_, _, _, consents| consents.push(consent("name", "for the news")))
    else {
        panic!("the person must be asked");
    };
    assert_eq!(question.items.len(), 1);
    assert_eq!(question.items[0].purpose.in_language("en"), "on the card");
    assert!(question.is_kept);
}

#[test]
fn paying_is_asked_each_time() {
    let pay = Wish::Pay(Payment {
        bill_reference: "b".into(),
        payee: "p".into(),
        total: Money { currency: "CNY".into(), minor: 1 },
        purpose: 0,
    });
    assert!(matches!(check(&pay, |_, _, _, _| ()), Decision::Ask(Question { is_kept: false, .. })));
}

#[test]
fn a_flood_of_requests_is_refused_and_close_always_works() {
    let (manifest, granted) = (manifest(), BTreeSet::new());
    let facts = |pending| Facts {
        manifest: &manifest,
        granted: &granted,
        is_signed_in: false,
        consents: &[],
        pending,
        consent_days: limits::CONSENT_DAYS,
        now: NOW,
    };
    assert_eq!(decide(&Wish::Close, facts(0)), Decision::Allow);
    assert_eq!(decide(&Wish::Close, facts(limits::PENDING_REQUESTS)), Decision::Refuse(Refusal::OverQuota));
}

#[test]
fn a_consent_is_to_what_was_shown_and_ends() {
    let wish = claims(&["name"]);
    let with = |change: fn(&mut StandingConsent), days: i64| {
        let (manifest, granted) = (manifest(), [Capability::Claims].into());
        let mut given = consent("name", "on the card");
        change(&mut given);
        let facts = Facts {
            manifest: &manifest,
            granted: &granted,
            is_signed_in: true,
            consents: &[given],
            pending: 0,
            consent_days: limits::CONSENT_DAYS,
            now: NOW + jiff::SignedDuration::from_hours(24 * days),
        };
        decide(&wish, facts) == Decision::Allow
    };
    assert!(with(|_| (), 0) && with(|_| (), i64::from(limits::CONSENT_DAYS) - 1));
    assert!(!with(|_| (), i64::from(limits::CONSENT_DAYS)), "a year later it is asked for again");
    assert!(
        !with(|given| given.retention = Some(LocalText::single("en", "for ever")), 0),
        "kept for another time"
    );
    assert!(!with(|given| given.retention = None, 0), "an earlier version showed no time");
    assert!(!with(|given| given.purpose = LocalText::single("en", "to sell it"), 0));
    assert!(!with(|given| given.test = Some(">= 60".into()), 0), "to a test only");
}
