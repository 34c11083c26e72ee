//! Whatever of a presentation does not hold is refused, also when whoever made it has the issuer's or the holder's key.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::{CredentialError, HolderKey, PERSON_FACTS, Proven, RESERVED, verify};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::issuer::{ISSUER, Issuer, NONCE, PLATFORM, after, digest, expected, now, sign};

/// What anybody can make who has the issuer's or the holder's key: a presentation of any content.
struct Forge {
    issuer: Issuer,
    holder: HolderKey,
    header: Header,
    payload: Value,
    disclosures: Vec<String>,
    binding_header: Header,
    binding: Value,
}

impl Forge {
    fn new() -> Self {
        let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
        let disclosures = vec![disclosure(&json!(["salt-of-a-claim", "name", "张伟"]))];
        let payload = json!({
            "iss": ISSUER, "sub": "p", "vct": PERSON_FACTS, "iat": now().as_second(), "exp": after(3600).as_second(),
            "cnf": {"jwk": holder.public()}, "_sd_alg": "sha-256", "_sd": [digest(&disclosures[0]), digest("another")]
        });
        let mut binding_header = Header::new(Algorithm::ES256);
        binding_header.typ = Some("kb+jwt".to_owned());
        let binding = json!({"aud": PLATFORM, "nonce": NONCE, "iat": now().as_second()});
        Self {
            issuer,
            holder,
            header: Issuer::header("dc+sd-jwt"),
            payload,
            disclosures,
            binding_header,
            binding,
        }
    }

    /// With a disclosure that the issuer signed.
    fn signed_disclosure(&mut self, array: &Value) {
        self.disclosures.push(disclosure(array));
        let digest = digest(self.disclosures.last().expect("one"));
        self.payload["_sd"].as_array_mut().expect("digests").push(digest.into());
    }

    fn make(&self) -> String {
        let parts = [vec![self.issuer.sign(&self.header, &self.payload)], self.disclosures.clone()].concat();
        let shown = format!("{}~", parts.join("~"));
        let mut binding = self.binding.clone();
        if binding.get("sd_hash").is_none() {
            binding["sd_hash"] = digest(&shown).into();
        }
        format!("{shown}{}", sign(&self.holder, &self.binding_header, &binding))
    }

    fn verify(&self) -> Result<Proven, CredentialError> {
        verify(&self.make(), &self.issuer.keys, expected())
    }
}

fn disclosure(array: &Value) -> String {
    URL_SAFE_NO_PAD.encode(array.to_string())
}

/// What is said of a forgery that is as it should be but for `change`.
fn forged(change: impl FnOnce(&mut Forge)) -> CredentialError {
    let mut forge = Forge::new();
    change(&mut forge);
    forge.verify().expect_err("refused")
}

#[test]
fn a_forgery_as_it_should_be_is_taken_so_that_each_refusal_below_has_one_reason() {
    assert_eq!(Forge::new().verify().expect("proved").claims.len(), 1);
    let mut older = Forge::new();
    older.header.typ = Some("vc+sd-jwt".to_owned());
    assert!(older.verify().is_ok());
    let mut without_kid = Forge::new();
    without_kid.header.kid = None;
    assert!(without_kid.verify().is_ok());
}

#[test]
fn an_issuers_header_and_claims_are_as_they_should_be() {
    use CredentialError::{
        Algorithm as Alg, Expired, Issuer as By, Kind, NotYetValid, Signature, Subject, Type,
    };
    assert_eq!(forged(|forge| forge.header.typ = Some("JWT".into())), Type);
    assert_eq!(forged(|forge| forge.header.typ = None), Type);
    assert_eq!(forged(|forge| forge.header.kid = Some("k2".into())), Signature);
    assert_eq!(forged(|forge| forge.header.crit = Some(vec!["b64".into()])), Alg);
    assert_eq!(forged(|forge| forge.payload["iss"] = "https://other.example".into()), By);
    assert_eq!(forged(|forge| forge.payload["vct"] = "urn:other".into()), Kind);
    assert_eq!(forged(|forge| forge.payload["sub"] = "".into()), Subject);
    assert_eq!(forged(|forge| forge.payload["iat"] = after(61).as_second().into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["nbf"] = after(61).as_second().into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["nbf"] = "soon".into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["exp"] = after(-61).as_second().into()), Expired);
    assert_eq!(forged(|forge| forge.payload["exp"] = Value::Null), Expired);
    // Signed with a secret that everybody knows: the published key.
    let mut hmac = Forge::new();
    let secret = EncodingKey::from_secret(hmac.issuer.key.public().to_string().as_bytes());
    hmac.header.alg = Algorithm::HS256;
    let jws = jsonwebtoken::encode(&hmac.header, &hmac.payload, &secret).expect("signed");
    assert_eq!(verify(&format!("{jws}~"), &hmac.issuer.keys, expected()).expect_err("refused"), Alg);
    let unsigned = format!(
        "{}.{}.",
        URL_SAFE_NO_PAD.encode(json!({"alg": "none", "typ": "dc+sd-jwt"}).to_string()),
        URL_SAFE_NO_PAD.encode(hmac.payload.to_string())
    );
    assert_eq!(verify(&format!("{unsigned}~"), &hmac.issuer.keys, expected()).expect_err("refused"), Alg);
}

#[test]
fn a_disclosure_is_one_that_the_issuer_signed_and_stands_once() {
    let refused = |change: &dyn Fn(&mut Forge)| {
        let said = forged(change);
        assert!(matches!(said, CredentialError::Disclosure(_)), "{said}");
    };
    // Never signed, and signed but shown twice.
    refused(&|forge| forge.disclosures.push(disclosure(&json!(["salt", "phone", "1"]))));
    refused(&|forge| forge.disclosures.push(forge.disclosures[0].clone()));
    // Two values for one claim, hidden or in the open.
    refused(&|forge| forge.signed_disclosure(&json!(["other-salt", "name", "李秀英"])));
    refused(&|forge| forge.payload["name"] = "李秀英".into());
    // One digest twice, whether it is disclosed or not; digests that are none.
    refused(&|forge| forge.payload["_sd"].as_array_mut().expect("digests").push(digest("another").into()));
    refused(&|forge| {
        let again = forge.payload["_sd"][0].clone();
        forge.payload["_sd"].as_array_mut().expect("digests").push(again);
    });
    refused(&|forge| forge.signed_disclosure(&json!(["salt", "value of an element"])));
    refused(&|forge| forge.payload["_sd_alg"] = "sha-512".into());
    // Something inside of a claim.
    refused(&|forge| forge.payload["address"] = json!({"_sd": [digest("x")]}));
    refused(&|forge| forge.payload["nationalities"] = json!([{"...": digest("x")}]));
    refused(&|forge| forge.signed_disclosure(&json!(["salt", "address", {"_sd": [digest("x")]}])));
    for name in RESERVED {
        refused(&|forge| forge.signed_disclosure(&json!(["salt", name, "somebody"])));
    }
}

#[test]
fn a_key_binding_is_of_the_holder_and_of_what_is_shown() {
    let refused = |change: &dyn Fn(&mut Forge)| {
        let said = forged(change);
        assert!(matches!(said, CredentialError::KeyBinding(_)), "{said}");
    };
    refused(&|forge| forge.binding_header.crit = Some(vec!["x".into()]));
    refused(&|forge| forge.binding["aud"] = "https://other.example".into());
    refused(&|forge| forge.binding["nonce"] = "another".into());
    refused(&|forge| forge.binding["sd_hash"] = digest("another").into());
    refused(&|forge| forge.binding["iat"] = after(17 * 60).as_second().into());
    refused(&|forge| forge.binding["iat"] = after(-17 * 60).as_second().into());
    refused(&|forge| forge.holder = HolderKey::make().expect("a key"));
    refused(&|forge| forge.payload["cnf"] = json!({"kid": "1"}));
    refused(&|forge| forge.payload["cnf"]["jwk"]["d"] = "AAAA".into());
    refused(&|forge| forge.payload["cnf"]["jwk"]["crv"] = "P-384".into());
    // The library refuses these while it reads.
    assert_eq!(forged(|forge| forge.binding["aud"] = json!([PLATFORM])), CredentialError::Malformed);
    assert_eq!(forged(|forge| forge.binding_header.typ = Some("JWT".into())), CredentialError::Malformed);
    assert_eq!(forged(|forge| forge.binding["iat"] = Value::Null), CredentialError::Malformed);
    // A claim that the person had not chosen, put in afterwards, and one taken out.
    let mut more = Forge::new();
    let hidden = disclosure(&json!(["salt", "phone", "1"]));
    more.payload["_sd"].as_array_mut().expect("digests").push(digest(&hidden).into());
    let made = more.make();
    let (shown, binding) = made.rsplit_once('~').expect("a binding");
    let said = verify(&format!("{shown}~{hidden}~{binding}"), &more.issuer.keys, expected());
    assert!(matches!(said.expect_err("more than was bound"), CredentialError::KeyBinding(_)));
    let issued = made.split('~').next().expect("a JWT");
    let said = verify(&format!("{issued}~{binding}"), &more.issuer.keys, expected());
    assert!(matches!(said.expect_err("less than was bound"), CredentialError::KeyBinding(_)));
}
