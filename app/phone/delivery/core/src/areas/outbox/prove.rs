//! What goes with a case as proven: made when it is sent, for it may have waited longer than any proof holds.

use std::collections::BTreeMap;

use fingertip_contract::api::{SubmitCase, SubmitJointCase};
use fingertip_identity::{Holder, IdentityError, Showing, Target};
use fingertip_platform_client::PlatformError;
use fingertip_standard::ClaimName;
use url::Url;

use crate::world::World;

/// `case` with a proof of those of its claims that the person's provider vouches for, good for this request alone; the others go as
/// what the person says.
pub(crate) async fn prove(world: &World, key: &str, case: &SubmitCase) -> Result<SubmitCase, PlatformError> {
    let Proven { claims, proof, told } = proven(world, key, &case.claims).await?;
    Ok(SubmitCase { claims, proof, told, ..case.clone() })
}

/// As [`prove`], of a life event: what is not vouched for is claimed all the same, and the platform says what is missing.
pub(crate) async fn prove_joint(
    world: &World,
    key: &str,
    case: &SubmitJointCase,
) -> Result<SubmitJointCase, PlatformError> {
    let Proven { claims, proof, .. } = proven(world, key, &case.claims).await?;
    Ok(SubmitJointCase { claims, proof, ..case.clone() })
}

/// Claims, and how they go.
#[derive(Default)]
struct Proven {
    /// Those that the proof proves.
    claims: BTreeMap<ClaimName, String>,
    /// The proof; none where nothing is claimed.
    proof: Option<String>,
    /// Those that go as what the person says.
    told: BTreeMap<ClaimName, String>,
}

async fn proven(
    world: &World,
    key: &str,
    claims: &BTreeMap<ClaimName, String>,
) -> Result<Proven, PlatformError> {
    if claims.is_empty() {
        return Ok(Proven::default());
    }
    let connected = world.connected().ok_or(PlatformError::Unreachable)?;
    let (identity, facts, now) = (&connected.identity, &connected.facts, world.now());
    let subject = identity.session().ok_or(PlatformError::NotSignedIn)?.subject;
    let holder = Holder { issuer: &connected.provider.issuer, subject: &subject };
    let mut known = facts.known(holder, now).map_err(told_as)?;
    if known.is_none() {
        let authorize = |url: Url, nonce: Option<String>| async move {
            let target = Target { method: "POST", url: url.as_str(), nonce: nonce.as_deref() };
            identity.credentials(&target, now).await
        };
        facts.fetch(holder, authorize, now).await.map_err(told_as)?;
        known = facts.known(holder, now).map_err(told_as)?;
    }
    let known = known.unwrap_or_default();
    let (claims, told): (BTreeMap<_, _>, BTreeMap<_, _>) =
        claims.clone().into_iter().partition(|(name, _)| known.contains(name));
    let names: Vec<_> = claims.keys().collect();
    let audience = world.options.platform_url.trim_end_matches('/');
    let showing = Showing { holder, audience, nonce: key };
    let proof = if names.is_empty() { None } else { facts.present(&names, showing, now).map_err(told_as)? };
    // Nothing is sent as a claim that no proof is sent for.
    let is_proven = proof.is_some() || names.is_empty();
    if is_proven { Ok(Proven { claims, proof, told }) } else { Err(nonsense()) }
}

/// All of these may be otherwise the next time: the case stays in the outbox.
fn told_as(error: IdentityError) -> PlatformError {
    match error {
        IdentityError::SessionEnded | IdentityError::SignedOut => PlatformError::NotSignedIn,
        IdentityError::Unreachable { .. } => PlatformError::Unreachable,
        other => {
            tracing::warn!(error = %other, "what the provider vouches for could not be fetched");
            nonsense()
        }
    }
}

fn nonsense() -> PlatformError {
    PlatformError::Nonsense { reason: "a credential".into() }
}
