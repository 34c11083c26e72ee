//! A mini-app's requests: decided, asked about, done, answered.

use std::{collections::BTreeMap, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_broker::{Decision, Facts, Question, decide, disclosure};
use fingertip_contract::api::SubmittedFile;
use fingertip_standard::{
    CaseId, ClaimName, ConsentSubject, StandingConsent,
    events::Event,
    requests::{Answer, Refusal, Request, RequestId, Wish},
    words::Entry,
};
use jiff::Timestamp;

use crate::{
    areas::{
        consents::effect::ConsentsEffect,
        links::{destination, effect::LinksEffect, model::Destination},
        mini_app::{
            effect::{MiniAppEffect, Perform},
            opening,
        },
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
    sheet::Sheet,
};

/// A step asks for something.
pub(crate) fn ask(model: &mut Model, request: Request, words: Arc<[Entry]>, now: Timestamp) -> Vec<Effect> {
    let Request { id, wish } = request;
    let is_signed_in = model.signed_in().is_some();
    let Some(open) = &mut *model.open else { return Vec::new() };
    let Some(manifest) = open.manifest.clone() else { return Vec::new() };
    let facts = Facts {
        manifest: &manifest,
        granted: &open.granted,
        is_signed_in,
        consents: &model.consents,
        pending: open.pending.len(),
    };
    let decision = decide(&wish, facts);
    tracing::debug!(capability = %fingertip_standard::Capability::of(&wish), decision = decision_name(&decision), "request");
    match decision {
        Decision::Allow => {
            open.pending.insert(id, wish);
            perform(model, id, now)
        }
        Decision::Ask(question) => {
            let sheet = match &wish {
                Wish::Open(link) => match destination::destination(model, link) {
                    Ok(destination) => Sheet::Open { request: id, destination },
                    Err((_, code)) => {
                        tracing::warn!(code, "a mini-app wants to open a link that leads nowhere");
                        let answer = Event::Answered(id, destination::rejected(code));
                        return model
                            .open
                            .iter()
                            .map(|open| Effect::MiniApp(MiniAppEffect::Guest(open.instance, answer.clone())))
                            .collect();
                    }
                },
                wish => sheet(model, id, wish, question, words),
            };
            if let Some(open) = &mut *model.open {
                open.pending.insert(id, wish);
            }
            model.sheets.push(sheet);
            Vec::new()
        }
        Decision::Refuse(refusal) => {
            if refusal == Refusal::NeedsSignIn {
                model.ask_to_sign_in();
            }
            model
                .open
                .iter()
                .map(|open| {
                    Effect::MiniApp(MiniAppEffect::Guest(
                        open.instance,
                        Event::Answered(id, Answer::Refused(refusal)),
                    ))
                })
                .collect()
        }
    }
}

fn decision_name(decision: &Decision) -> &'static str {
    match decision {
        Decision::Allow => "allow",
        Decision::Ask(_) => "ask",
        Decision::Refuse(_) => "refuse",
    }
}

fn sheet(model: &Model, request: RequestId, wish: &Wish, question: Question, words: Arc<[Entry]>) -> Sheet {
    if let Wish::Pay(payment) = wish {
        return Sheet::Payment { request, payment: payment.clone(), words };
    }
    let facts = model.signed_in().map(|session| &session.claims);
    let values = question.items.iter().filter_map(|item| match &item.subject {
        ConsentSubject::Claim(claim) => {
            Some((claim.clone(), facts.and_then(|facts| facts.get(claim)).cloned()))
        }
        ConsentSubject::Capability(_) => None,
    });
    Sheet::Consent { request, values: values.collect(), question }
}

pub(crate) fn on_answered_sheet(model: &mut Model, has_agreed: bool, now: Timestamp) -> Vec<Effect> {
    if matches!(model.sheets.first(), None | Some(Sheet::SignIn { .. })) {
        return Vec::new();
    }
    let sheet = model.sheets.remove(0);
    let (Sheet::Consent { request, .. } | Sheet::Open { request, .. } | Sheet::Payment { request, .. }) =
        &sheet
    else {
        return Vec::new();
    };
    let request = *request;
    if !has_agreed {
        return answer_guest(model, request, Answer::Refused(Refusal::DeclinedByPerson));
    }
    if let Sheet::Open { destination, .. } = sheet {
        return leave(model, request, destination);
    }
    let mut effects = Vec::new();
    if let Sheet::Consent { question, .. } = &sheet
        && question.is_kept
        && let Some(open) = &*model.open
    {
        for item in &question.items {
            let consent = StandingConsent {
                app: open.app.clone(),
                subject: item.subject.clone(),
                purpose: item.purpose.clone(),
                given_at: now,
            };
            model.consents.retain(|kept| !(kept.app == consent.app && kept.subject == consent.subject));
            model.consents.push(consent.clone());
            effects.push(Effect::Consents(ConsentsEffect::GiveConsent(consent)));
        }
    }
    effects.extend(perform(model, request, now));
    effects
}

/// The person goes where the mini-app wants them to.
fn leave(model: &mut Model, request: RequestId, destination: Destination) -> Vec<Effect> {
    match destination {
        Destination::Web(url) => [Effect::MiniApp(MiniAppEffect::OpenWeb(url))]
            .into_iter()
            .chain(answer_guest(model, request, Answer::Done))
            .collect(),
        destination @ Destination::MiniApp { .. } => {
            let Some((instance, caller)) =
                model.open.as_ref().and_then(|open| Some((open.instance, open.running.clone()?)))
            else {
                return Vec::new();
            };
            vec![Effect::Links(LinksEffect::CheckDestination {
                instance,
                request,
                caller,
                destination: Box::new(destination),
            })]
        }
    }
}

/// A case that was kept has arrived: the mini-app that handed it in, if it is still open, is answered once more.
pub(crate) fn answer_queued(model: &mut Model, case: &fingertip_contract::Case) -> Option<Effect> {
    let open = model.open.as_mut().filter(|open| open.app == case.app)?;
    let request = open.queued.take()?;
    open.watched.insert(case.id.clone());
    Some(Effect::MiniApp(MiniAppEffect::Guest(
        open.instance,
        Event::Answered(request, Answer::CaseAccepted(case.id.to_string())),
    )))
}

/// Does what an allowed request asks for: here what needs no one else, else as an effect.
fn perform(model: &mut Model, request: RequestId, now: Timestamp) -> Vec<Effect> {
    let facts = model.signed_in().map(|session| session.claims.clone()).unwrap_or_default();
    let region = model.preferences.region.clone();
    let Some(open) = &mut *model.open else { return Vec::new() };
    let (Some(wish), Some(running), Some(manifest)) =
        (open.pending.get(&request).cloned(), open.running.clone(), open.manifest.clone())
    else {
        return Vec::new();
    };
    match &wish {
        Wish::Close => {
            return vec![Effect::MiniApp(MiniAppEffect::DiscardDraft(open.app.clone(), open.draft_key()))]
                .into_iter()
                .chain(
                    opening::close(model, now)
                        .into_iter()
                        .filter(|effect| !matches!(effect, Effect::MiniApp(MiniAppEffect::KeepDraft(_)))),
                )
                .collect();
        }
        Wish::WatchCase(case) => {
            // A mini-app watches its own cases only; the answer is the same, so that it learns nothing of others.
            open.watched.extend(CaseId::new(case.as_str()).ok());
            return answer_guest(model, request, Answer::Done);
        }
        _ => {}
    }
    let wanted = |names: Vec<String>| -> BTreeMap<ClaimName, String> {
        names
            .into_iter()
            .filter_map(|name| ClaimName::new(name).ok())
            .filter_map(|name| Some((name.clone(), facts.get(&name)?.clone())))
            .collect()
    };
    let (claims, files) = match &wish {
        Wish::Claims(wishes) => (wanted(wishes.iter().map(|wish| wish.claim.clone()).collect()), Vec::new()),
        Wish::SubmitCase(draft) => {
            // Only what was agreed to since the mini-app was opened goes with the case.
            let agreed =
                draft.claims.iter().filter(|name| open.claims.contains_key(*name)).cloned().collect();
            (
                wanted(agreed),
                draft.files.iter().filter_map(|handle| open.chosen.get(handle)).map(handed_in).collect(),
            )
        }
        _ => (BTreeMap::new(), Vec::new()),
    };
    let disclosure = disclosure(&wish, &running, &manifest, now);
    vec![Effect::MiniApp(MiniAppEffect::Perform(Box::new(Perform {
        instance: open.instance,
        app: running,
        request,
        wish,
        disclosure,
        claims,
        files,
        region,
    })))]
}

fn handed_in(chosen: &crate::ChosenFile) -> SubmittedFile {
    SubmittedFile {
        key: chosen.key.clone(),
        name: chosen.file.name.clone(),
        media_type: chosen.file.media_type.clone(),
        content: BASE64.encode(&chosen.content),
    }
}

pub(crate) fn answer_guest(model: &mut Model, request: RequestId, answer: Answer) -> Vec<Effect> {
    let mut effects = Vec::new();
    if matches!(answer, Answer::Refused(Refusal::NeedsSignIn)) {
        model.ask_to_sign_in();
    }
    if matches!(answer, Answer::Queued) {
        model.tell(Told::CaseKept);
    }
    let Some(open) = &mut *model.open else { return effects };
    let Some(wish) = open.pending.remove(&request) else { return effects };
    match &answer {
        Answer::Claims(facts) => {
            open.claims.extend(facts.iter().cloned());
            opening::fill(open);
        }
        Answer::CaseAccepted(_) | Answer::Queued if matches!(wish, Wish::SubmitCase(_)) => {
            open.has_submitted = true;
            open.queued = matches!(answer, Answer::Queued).then_some(request);
            if let Answer::CaseAccepted(case) = &answer {
                open.watched.extend(CaseId::new(case.as_str()).ok());
            }
            effects.push(Effect::MiniApp(MiniAppEffect::DiscardDraft(open.app.clone(), open.draft_key())));
        }
        _ => {}
    }
    effects.push(Effect::MiniApp(MiniAppEffect::Guest(open.instance, Event::Answered(request, answer))));
    effects
}
