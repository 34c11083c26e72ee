//! How what is to be done here is done.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError},
};

use fingertip_identity::{Holder, IdentityError, ShownOnce, Target};
use fingertip_platform_client::PlatformError;
use fingertip_presentation::{
    Asked, Candidate, Invitation, Offer, Pick, Post, PostError, PresentationError, Refused, Request,
    RequestMethod, Telling, read_request, return_address,
};
use fingertip_standard::{DepartmentId, Disclosure, LocalText};
use rand::{Rng, distr::Alphanumeric};
use url::Url;

use crate::{
    areas::{
        consents::run::write_down,
        presentation::{
            effect::PresentationEffect,
            model::{AskedToShow, Asker, Found, PaperToShow},
            msg::PresentationMsg,
            pending::Pending,
        },
        session::msg::SessionMsg,
    },
    fault::ShownFault,
    world::{Connected, World},
};

pub(crate) fn carry_out(world: &Arc<World>, effect: PresentationEffect) {
    let at = world.clone();
    drop(match effect {
        PresentationEffect::Look(number, invitation) => world.begin(async move {
            let found = look(&at, number, &invitation).await;
            at.send(PresentationMsg::Looked(number, found));
        }),
        PresentationEffect::Answer { number, picks, disclosure } => world.begin(async move {
            let shown = answer(&at, number, &picks, &disclosure).await;
            at.send(PresentationMsg::Shown(number, shown));
        }),
        PresentationEffect::Decline(number) => world.begin(async move { decline(&at, number).await }),
    });
}

/// Who asks, for what, and what of it is here. What is found waits in the world until the person has decided.
async fn look(world: &World, number: u64, invitation: &Invitation) -> Result<Found, ShownFault> {
    let owned = |fault: ShownFault| fault.owned_by(&invitation.asker);
    let post = Post::new().map_err(|error| ShownFault::of(&error))?;
    // Asked for each time: a key that was withdrawn asks nobody for anything from then on.
    let keys = world.platform.department_keys(&invitation.asker).await.map_err(|error| match error {
        PlatformError::Refused { status: 404, .. } => ShownFault::of(&PresentationError::UnknownAsker),
        error => ShownFault::of(&error),
    })?;
    let nonce = make_nonce();
    let jws = post.fetch(&invitation.request_uri, invitation.method, &nonce).await;
    let jws = jws.map_err(|error| owned(ShownFault::of(&error)))?;
    let wallet_nonce = match invitation.method {
        RequestMethod::Get => None,
        RequestMethod::Post => Some(nonce.as_str()),
    };
    let asked = Asked { invitation, keys: &keys, wallet_nonce, now: world.now() };
    let request = match read_request(&jws, asked) {
        Ok(request) => request,
        Err(Refused { why, telling }) => {
            if let Some(telling) = telling {
                tell(world, &post, &telling).await;
            }
            let fault = ShownFault::of(&why);
            // Whoever is not who they say is not the department's affair.
            return Err(if why.code().is_some() { owned(fault) } else { fault });
        }
    };
    let connected = world.connected().ok_or_else(|| ShownFault::of(&PlatformError::Unreachable))?;
    let papers = papers(world, &connected, &request).await?;
    let asker = Asker {
        department: request.asker.clone(),
        host: request.response_uri.host_str().unwrap_or_default().to_owned(),
    };
    let candidate = |paper: &ShownOnce| Candidate {
        kind: paper.kind().to_owned(),
        open: paper.open().clone(),
        hidden: paper.hidden(),
    };
    let candidates: Vec<Candidate> = papers.iter().map(candidate).collect();
    let found = match Offer::of(&request.query, &candidates) {
        None => Found::Nothing(asker),
        Some(offer) => {
            let issuer = issuer_of(&connected);
            let paper = |paper: &ShownOnce| PaperToShow {
                title: paper.title().clone(),
                issuer: issuer.clone(),
                claims: paper.hidden().into_iter().collect(),
            };
            let papers = papers.iter().map(paper).collect();
            Found::Offer(Box::new(AskedToShow::new(asker, papers, offer, world.now())))
        }
    };
    let pending = Pending { request, papers };
    world.presenting.lock().unwrap_or_else(PoisonError::into_inner).insert(number, pending);
    Ok(found)
}

/// What the person's provider issues of the kinds that are asked for.
async fn papers(
    world: &World,
    connected: &Connected,
    request: &Request,
) -> Result<Vec<ShownOnce>, ShownFault> {
    let (identity, now) = (&connected.identity, world.now());
    let told = |error: IdentityError| {
        if matches!(error, IdentityError::SessionEnded | IdentityError::SignedOut) {
            world.send(SessionMsg::SessionEnded);
        }
        ShownFault::of(&error)
    };
    let subject = identity.session().ok_or(IdentityError::SignedOut).map_err(told)?.subject;
    let holder = Holder { issuer: &connected.provider.issuer, subject: &subject };
    let authorize = |url: Url, nonce: Option<String>| async move {
        let target = Target { method: "POST", url: url.as_str(), nonce: nonce.as_deref() };
        identity.credentials(&target, now).await
    };
    connected.facts.fetch_once(holder, &request.query.kinds(), authorize, now).await.map_err(told)
}

/// What people call the provider; where it says nothing of that, its host.
fn issuer_of(connected: &Connected) -> LocalText {
    if !connected.provider.name.is_empty() {
        return connected.provider.name.clone();
    }
    let host = Url::parse(&connected.provider.issuer).ok().and_then(|url| url.host_str().map(str::to_owned));
    LocalText([(String::new(), host.unwrap_or_default())].into())
}

/// Answers with what the person agreed to, after it is written down.
async fn answer(
    world: &World,
    number: u64,
    picks: &[Pick],
    disclosure: &Disclosure,
) -> Result<(DepartmentId, Option<Url>), ShownFault> {
    let pending = take(world, number).ok_or_else(ShownFault::presentation_over)?;
    let (request, now) = (&pending.request, world.now());
    let present = |pick: &Pick| {
        let names: Vec<&str> = pick.claims.iter().map(String::as_str).collect();
        let paper = pending.papers.get(pick.candidate)?;
        let shown = paper.present(&names, request.asker.as_str(), &request.nonce, now)?;
        Some((pick.query.clone(), shown))
    };
    let presentations: Option<BTreeMap<String, String>> = picks.iter().map(present).collect();
    let presentations = presentations.ok_or_else(ShownFault::presentation_over)?;
    let post = Post::new().map_err(|error| ShownFault::of(&error))?;
    write_down(world, std::slice::from_ref(disclosure), |_| false).map_err(|error| ShownFault::of(&error))?;
    let department = request.asker.clone();
    match post.post(&request.answered(&presentations)).await {
        Ok(reply) => Ok((department, go_on(world, &reply))),
        Err(error) => Err(ShownFault::of_answer(error, &department)),
    }
}

/// Tells whoever asks that nothing is shown, and why is nobody's affair.
async fn decline(world: &World, number: u64) {
    let Some(pending) = take(world, number) else { return };
    if let (Ok(post), Some(telling)) = (Post::new(), pending.request.declined()) {
        tell(world, &post, &telling).await;
    }
}

/// Whether it arrives changes nothing here.
async fn tell(world: &World, post: &Post, telling: &Telling) {
    match post.post(telling).await {
        Ok(reply) => drop(go_on(world, &reply)),
        Err(error) => tracing::info!(%error, "a refusal did not arrive"),
    }
}

/// The person goes on in the browser where whoever asked sends them (8.2).
fn go_on(world: &World, reply: &[u8]) -> Option<Url> {
    let back = return_address(reply)?;
    (world.options.open_browser)(&back);
    Some(back)
}

fn take(world: &World, number: u64) -> Option<Pending> {
    world.presenting.lock().unwrap_or_else(PoisonError::into_inner).remove(&number)
}

/// Fresh and random (5.10).
fn make_nonce() -> String {
    rand::rng().sample_iter(Alphanumeric).take(32).map(char::from).collect()
}

impl ShownFault {
    /// Why an answer that went out was not taken, or whether it arrived is not known.
    fn of_answer(error: PostError, department: &DepartmentId) -> Self {
        let message_id = match error {
            PostError::Nonsense(_) => "fault-presentation-not-taken",
            _ => "fault-presentation-unsent",
        };
        Self { message_id, ..Self::of(&error) }.owned_by(department)
    }
}
