//! From what happens to the host, and from what the host says is to be done to this app's effects.

use std::collections::BTreeMap;

use fingertip_contract::api::SubmittedFile;
use fingertip_host::{
    Around, ChosenFile, Draft, Effect as Wanted, Notice, OpenMiniApp as Host, Perform as Allowed, Reader,
    RequestNumber, Said,
};
use fingertip_locale::{Formatter, RegionNames};
use fingertip_records::Draft as KeptDraft;
use fingertip_standard::{
    Capability, ClaimName, StandingConsent,
    requests::{Answer, Refusal},
};
use jiff::Timestamp;

use crate::{
    areas::{
        answers,
        cards::due,
        consents::effect::ConsentsEffect,
        documents::model::Kept,
        links::model::NationLinks,
        mini_app::effect::{MiniAppEffect, Perform},
        notices::model::Told,
        outbox::upload::submitted,
        reminders::agreed::on_agreed,
        resume::left,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::Sheet,
};

/// What this shell has no way to do yet: the mini-app is told so at once, and the person is not asked for nothing.
const LACKS: [Capability; 1] = [Capability::Sign];

/// What a mini-app is not given while the person acts for another. All of it would be the person's own: their facts, their documents and
/// what they keep here, where they live, what they pay and sign.
const WITHHELD: [Capability; 8] = [
    Capability::Claims,
    Capability::ReadDocuments,
    Capability::OfferDocument,
    Capability::Storage,
    Capability::Locate,
    Capability::Pay,
    Capability::Sign,
    Capability::Remind,
];

/// Somebody is signed in, and nothing is known of whom they act for.
static NO_FACTS: BTreeMap<ClaimName, String> = BTreeMap::new();

/// The person, as they read.
struct Reading<'m>(&'m Model);

impl Reader for Reading<'_> {
    fn formatter(&self) -> Formatter {
        self.0.formatter()
    }

    fn region_names(&self) -> RegionNames {
        self.0.region_names()
    }
}

/// Lets something happen to the open mini-app; without one nothing happens.
pub(crate) fn happen(
    model: &mut Model,
    now: Timestamp,
    happen: impl FnOnce(&mut Host, &Around<'_>) -> Vec<Wanted>,
) -> Vec<Effect> {
    // Taken out for a moment, so that the rest of the model can be looked at meanwhile.
    let Some(mut open) = model.open.take() else { return Vec::new() };
    let acts = open.arrival().on_behalf.is_some();
    let own_facts = model.signed_in().map(|session| &session.claims);
    let around = Around {
        now,
        facts: own_facts.map(|own| if acts { &NO_FACTS } else { own }),
        consents: &model.consents,
        region: model.preferences.region.as_ref(),
        links: &NationLinks(model),
        papers: &Kept(&model.documents),
        reader: &Reading(model),
        rules: &model.rules,
        lacks: &LACKS,
        withheld: if acts { &WITHHELD } else { &[] },
    };
    let wanted = happen(&mut open.host, &around);
    if let Some(running) = open.running() {
        open.manifest = Some(running.manifest.clone());
    }
    *model.open = Some(open);
    forget_sheets(model);
    wanted.into_iter().flat_map(|wanted| carry(model, wanted, now)).collect()
}

/// A request is answered.
pub(crate) fn answer(
    model: &mut Model,
    request: RequestNumber,
    answer: Answer,
    now: Timestamp,
) -> Vec<Effect> {
    happen(model, now, |host, _| host.answer(request, answer))
}

/// A sheet that the host does not hold any more can be answered by nobody.
fn forget_sheets(model: &mut Model) {
    let held = |sheet: &Sheet| {
        let Some(id) = sheet.id() else { return true };
        let running = model.open.as_ref().and_then(|open| open.running());
        running.is_some_and(|running| running.sheets.iter().any(|own| own.id == id))
    };
    if !model.sheets.iter().all(held) {
        let kept = model.sheets.iter().filter(|sheet| held(sheet)).cloned().collect();
        model.sheets.set(kept);
    }
}

fn carry(model: &mut Model, wanted: Wanted, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &mut *model.open else { return Vec::new() };
    let instance = open.instance;
    let effect = match wanted {
        Wanted::Tell(event) => {
            let n_restored = open.running().map_or(0, |running| running.n_restored);
            MiniAppEffect::Guest { instance, n_restored, event }.into()
        }
        Wanted::KeepDraft(draft) => {
            open.has_unkept = false;
            let kept = MiniAppEffect::KeepDraft(kept(draft, now)).into();
            // What was not accepted is a form again.
            let is_new = !open.is_resumable;
            let left = is_new.then(|| left::keep_open(model, now)).flatten();
            return [kept].into_iter().chain(left).collect();
        }
        Wanted::DiscardDraft(key) => {
            let discarded = MiniAppEffect::DiscardDraft(open.place().app.clone(), key).into();
            return [discarded].into_iter().chain(left::forget_open(model)).collect();
        }
        Wanted::Ask(sheet) => {
            let sheet = Sheet::of(*sheet);
            match model.sheets.iter_mut().find(|shown| shown.id() == sheet.id()) {
                Some(shown) => *shown = sheet,
                None => model.sheets.push(sheet),
            }
            return Vec::new();
        }
        Wanted::Perform(allowed) => {
            let mut request = performed(instance, *allowed);
            request.on_behalf.clone_from(&open.arrival().on_behalf);
            if request.on_behalf.is_some() {
                // An opening ends with the acting that it was opened in: the name is that person's.
                request.acting_for = model.acting_for.as_ref().map(|acting| acting.name.clone());
            }
            // The model knows the time: it tells the person when it has come.
            if let Some(Said::Reminder(reminder)) = &request.said {
                let reminder = reminder.clone();
                let service = open.place().service.clone();
                let kept = on_agreed(model, (&request.app, service), reminder);
                let answer = if kept.is_some() { Answer::Done } else { Answer::Refused(Refusal::OverQuota) };
                let told = self::answer(model, request.request, answer, now);
                return kept.into_iter().chain(told).collect();
            }
            if let Some(line) = &mut request.disclosure {
                line.acting_for.clone_from(&request.acting_for);
            }
            let performed = MiniAppEffect::Perform(Box::new(request)).into();
            let is_over = open.running().is_some_and(|running| running.is_handed_in());
            let forgotten = is_over.then(|| left::forget_open(model)).flatten();
            return [performed].into_iter().chain(forgotten).collect();
        }
        Wanted::GiveConsent(consent) => {
            remember(model, &consent);
            ConsentsEffect::GiveConsent(consent).into()
        }
        Wanted::Remember(written) => {
            // What is written for somebody else is theirs.
            let is_own = open.arrival().on_behalf.is_none();
            let service = open.place().service.clone();
            let kept = is_own.then(|| answers::update::on_handed_in(model, service.as_ref(), written, now));
            return kept.flatten().into_iter().collect();
        }
        Wanted::AskToSignIn => {
            model.ask_to_sign_in();
            return Vec::new();
        }
        Wanted::Notice(notice) => {
            model.tell(match notice {
                Notice::CaseKept => Told::CaseKept,
                Notice::Restored => Told::MiniAppRestored,
            });
            return Vec::new();
        }
        Wanted::RunsWild => {
            let department = open.place().department.clone();
            tracing::warn!(app = %open.place().app, "a mini-app that works without end was ended");
            // What was typed a moment ago is not lost with it.
            let has_unkept = open.has_unkept;
            let mut effects = if has_unkept { happen(model, now, |host, _| host.keep()) } else { Vec::new() };
            if let Some(open) = &mut *model.open {
                open.host.fail(ShownFault::runs_wild(&department).into());
            }
            forget_sheets(model);
            effects.extend(left::forget_open(model));
            effects.push(MiniAppEffect::CloseMiniApp(instance).into());
            return effects;
        }
        Wanted::Closed => {
            let app = open.place().app.clone();
            let forgotten = left::forget_open(model);
            model.open.set(None);
            forget_sheets(model);
            let mut effects: Vec<Effect> = forgotten.into_iter().collect();
            effects.push(MiniAppEffect::CloseMiniApp(instance).into());
            // What was done there shows on its cards at once.
            effects.extend(due::touch_all(model, &app, now));
            return effects;
        }
    };
    vec![effect]
}

fn remember(model: &mut Model, consent: &StandingConsent) {
    let is_same = |kept: &StandingConsent| {
        (&kept.app, &kept.subject, &kept.test) == (&consent.app, &consent.subject, &consent.test)
    };
    model.consents.retain(|kept| !is_same(kept));
    model.consents.push(consent.clone());
}

fn kept(draft: Draft, now: Timestamp) -> KeptDraft {
    KeptDraft {
        app: draft.app.app,
        version: draft.app.version,
        route: draft.key,
        saved: draft.saved,
        inputs: draft.inputs,
        updated_at: now,
    }
}

fn performed(instance: u64, allowed: Allowed) -> Perform {
    let Allowed {
        request,
        app,
        draft_key,
        wish,
        disclosure,
        claims,
        files,
        documents,
        destination,
        said,
        region,
    } = allowed;
    let files = files.into_iter().map(handed_in).collect();
    Perform {
        instance,
        app,
        draft_key,
        request,
        wish,
        disclosure,
        claims,
        files,
        documents,
        destination,
        said,
        region,
        on_behalf: None,
        acting_for: None,
    }
}

fn handed_in(chosen: ChosenFile) -> SubmittedFile {
    submitted(chosen.key, chosen.file.name, chosen.file.media_type, &chosen.content)
}
