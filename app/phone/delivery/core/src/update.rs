//! What each message changes and what is then to be done. Pure; one file an area.

mod help;
mod lifecycle;
mod links;
mod mini_app;
mod requests;
#[cfg(test)]
mod tests;
mod widgets;

use fingertip_contract::{Case, Catalogue};
use fingertip_records::AsOf;
use fingertip_standard::events::{Event, Moment};
use jiff::Timestamp;

use crate::{
    Effect, HomeWidget, Model, Msg, Remote, SessionState, Sheet, ShownFault, Told, Verification,
    model::Search,
};

/// The most results of a search.
const HITS: usize = 30;

/// Takes a message in: changes the model, and says what is to be done. `now` is the only clock.
#[must_use]
pub fn update(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    let was_deleting = model.is_deleting;
    let mut effects = decide(model, msg, now);
    if was_deleting {
        // Nothing of the person is begun, sent or written while everything of theirs is forgotten.
        effects.clear();
    }
    if let Some(open) = &mut model.open {
        open.in_flight += effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Guest(instance, _) if *instance == open.instance))
            .count();
    }
    effects
}

fn decide(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    match msg {
        Msg::ChoseLanguage(language) => {
            model.preferences.language.clone_from(&language);
            chose(model, Event::LanguageChanged(language))
        }
        Msg::ChoseRegion(region) => {
            model.preferences.region = Some(region.clone());
            search(model);
            chose(model, Event::RegionChanged(region.to_string()))
        }
        Msg::ChoseDisplay(display) => {
            model.preferences.display = display;
            chose(model, Event::DisplayChanged(display))
        }
        Msg::ChoseScheme(_)
        | Msg::ChoseMoreContrast(_)
        | Msg::ChoseTextSize(_)
        | Msg::ChoseSimpleWords(_)
        | Msg::ChoseMessages(..)
        | Msg::PutAwayAlert(_)
        | Msg::LookedAtMessages => preferred(model, msg, now),
        Msg::WentTo(place) => {
            model.leave_screen();
            vec![Effect::KeepPlace(place, now)]
        }
        Msg::FinishedFirstStart => {
            model.preferences.has_started = true;
            [Effect::KeepPreferences(model.preferences.clone())]
                .into_iter()
                .chain(links::arrived(model, now))
                .collect()
        }
        Msg::TypedSearch(text) => {
            model.search.text = text;
            search(model);
            Vec::new()
        }
        Msg::PutAway(index) => {
            model.put_away(index);
            Vec::new()
        }
        Msg::RatingsCame(ratings) => {
            model.ratings = ratings;
            Vec::new()
        }
        Msg::LookedAtStorage => vec![Effect::MeasureStorage],
        Msg::AskedToFreeSpace => vec![Effect::FreeSpace],
        Msg::StorageMeasured(storage) => {
            model.storage = Some(storage);
            Vec::new()
        }
        Msg::AskedToExport => vec![Effect::Export],
        Msg::Exported(file) => {
            model.tell(Told::Exported(file));
            Vec::new()
        }
        Msg::AskedToDelete => {
            let open = model.open.take().map(|open| Effect::CloseMiniApp(open.instance));
            model.sheets.clear();
            model.is_deleting = true;
            open.into_iter().chain([Effect::DeleteEverything]).collect()
        }
        Msg::Deleted => {
            forget(model);
            Vec::new()
        }
        Msg::NotDeleted(fault) => {
            model.is_deleting = false;
            model.tell(Told::Fault(fault));
            Vec::new()
        }
        Msg::AskedToVerify(text) => {
            model.verification = Verification::UnderWay;
            vec![Effect::VerifyDocument(text)]
        }
        Msg::Verified(outcome) => {
            model.verification = outcome.map_or_else(Verification::Failed, Verification::Genuine);
            Vec::new()
        }
        Msg::Help(msg) => help::update(model, msg, now),
        Msg::RatedCase(case, rating) => vec![Effect::Rate(case, rating)],
        Msg::LookedAtCases => followed(model),
        Msg::RevokedConsent(app, subject) => vec![Effect::RevokeConsent(app, subject)],
        Msg::Restored(restored) => {
            model.preferences = restored.preferences;
            model.last_place = restored.last_place;
            model.session =
                restored.session.map_or(SessionState::SignedOut { has_ended: false }, SessionState::SignedIn);
            model.cases = restored.cases;
            model.documents = restored.documents;
            model.consents = restored.consents;
            model.disclosures = restored.disclosures;
            model.drafts = restored.drafts;
            model.help.helpers = restored.helpers;
            model.waiting = restored.waiting;
            model.widgets = restored
                .widgets
                .into_iter()
                .map(|(kept, card)| HomeWidget::restored(kept, card, now))
                .collect();
            model.is_restored = true;
            vec![Effect::Connect]
        }
        Msg::CatalogueCame { catalogue, index, as_of } => {
            model.catalogue = Remote::Ready(catalogue, as_of);
            model.search.index = Some(index);
            search(model);
            links::arrived(model, now)
        }
        Msg::CatalogueFailed(fault) => {
            // What was kept from before is better than a fault.
            if model.catalogue.ready().is_none() {
                model.catalogue = Remote::Failed(fault);
            }
            Vec::new()
        }
        Msg::Reached(is_online) => {
            let is_back = is_online && !model.is_online;
            model.is_online = is_online;
            if is_back && model.waiting > 0 { vec![Effect::FlushOutbox] } else { Vec::new() }
        }
        Msg::AskedToSignIn
        | Msg::CancelledSignIn
        | Msg::AskedToSignOut
        | Msg::SignInBegan(_)
        | Msg::SignedIn(_)
        | Msg::SignInFailed(_)
        | Msg::SignedOut
        | Msg::SessionEnded => session(model, msg, now),
        // A fetch that was under way when the person left must not bring their cases back.
        Msg::CasesCame(..) if model.signed_in().is_none() => Vec::new(),
        Msg::CasesCame(cases, as_of) => {
            let changed = cases
                .iter()
                .filter(|case| model.case(&case.id).is_none_or(|kept| kept.value != **case))
                .cloned()
                .collect::<Vec<_>>();
            let mut effects: Vec<Effect> =
                changed.iter().filter_map(|case| told_guest(model, case)).collect();
            for case in cases {
                place(model, case, as_of);
            }
            effects.push(Effect::KeepCases(model.cases.iter().map(|case| case.value.clone()).collect()));
            effects
        }
        Msg::CaseCame { case, as_of, told } => {
            let answered =
                matches!(told, Some(Told::CaseArrived(_))).then(|| requests::arrived(model, &case)).flatten();
            told.into_iter().for_each(|told| model.tell(told));
            let effects = answered
                .into_iter()
                .chain(told_guest(model, &case))
                .chain([Effect::KeepCases(vec![(*case).clone()])])
                .collect();
            place(model, *case, as_of);
            effects
        }
        Msg::DocumentsKept(documents) => {
            let new = documents
                .iter()
                .filter(|kept| !model.documents.iter().any(|known| known.document.id == kept.document.id));
            let titles: Vec<String> = new.map(|kept| kept.document.id.clone()).collect();
            model.documents = documents;
            titles.into_iter().for_each(|id| model.tell(Told::DocumentCame(id)));
            Vec::new()
        }
        Msg::LedgerChanged(consents, disclosures) => {
            model.consents = consents;
            model.disclosures = disclosures;
            Vec::new()
        }
        Msg::OutboxCounted(waiting) => {
            model.waiting = waiting;
            Vec::new()
        }
        Msg::DraftsCounted(drafts) => {
            model.drafts = drafts;
            Vec::new()
        }
        Msg::Failed(fault) => {
            model.tell(Told::Fault(fault));
            Vec::new()
        }
        Msg::Ticked => ticked(model, now),
        other => mini_app::update(model, other, now),
    }
}

/// As on a new device, but for the nation's own things and the language in which the person reads that it is done.
fn forget(model: &mut Model) {
    let mut new = Model::new(model.protection);
    new.is_restored = true;
    new.preferences.language.clone_from(&model.preferences.language);
    new.catalogue = std::mem::replace(&mut model.catalogue, Remote::Loading);
    new.search.index = model.search.index.take();
    new.ratings = std::mem::take(&mut model.ratings);
    new.hosts = std::mem::take(&mut model.hosts);
    new.next_instance = model.next_instance;
    new.is_online = model.is_online;
    new.is_in_front = model.is_in_front;
    *model = new;
}

/// A choice that is the shell's own affair is kept.
fn preferred(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    let preferences = &mut model.preferences;
    match msg {
        Msg::ChoseScheme(scheme) => preferences.scheme = scheme,
        Msg::ChoseMoreContrast(has_more) => preferences.has_more_contrast = has_more,
        Msg::ChoseTextSize(percent) => preferences.text_percent = percent,
        // The mini-app is not told: its words are the host's to say.
        Msg::ChoseSimpleWords(are_simple) => preferences.simple_words = Some(are_simple),
        Msg::ChoseMessages(kind, true) => drop(preferences.quiet.remove(&kind)),
        Msg::ChoseMessages(kind, false) => drop(preferences.quiet.insert(kind)),
        Msg::PutAwayAlert(id) => {
            // An alert that is no longer published need not be remembered.
            let published = model.catalogue.ready().map(|catalogue| &catalogue.alerts);
            preferences
                .alerts_put_away
                .retain(|known| published.is_none_or(|alerts| alerts.iter().any(|alert| alert.id == *known)));
            preferences.alerts_put_away.push(id);
        }
        Msg::LookedAtMessages => preferences.messages_read_until = Some(now),
        _ => return Vec::new(),
    }
    vec![Effect::KeepPreferences(preferences.clone())]
}

/// A choice is kept, and the open mini-app is told; what it shows and what was typed stays.
fn chose(model: &Model, event: Event) -> Vec<Effect> {
    let mut effects = vec![Effect::KeepPreferences(model.preferences.clone())];
    if let Some(open) = model.open.as_ref().filter(|open| open.running.is_some()) {
        effects.push(Effect::Guest(open.instance, event));
    }
    effects
}

fn search(model: &mut Model) {
    let Search { text, index, .. } = &model.search;
    let (Some(index), Some(catalogue)) = (index, model.catalogue.ready()) else { return };
    let home = model.preferences.region.as_ref();
    let near = |key: &str| {
        let service = fingertip_standard::ServiceId::new(key).ok().and_then(|id| catalogue.service(&id));
        match (service, home) {
            (Some(service), Some(home)) if catalogue.reaches(&service.region, home) => 1.15,
            (Some(service), _) if service.mini_app.is_some() => 1.05,
            _ => 1.0,
        }
    };
    let hits = index.0.find(&fingertip_search::Query { text, limit: HITS }, near);
    model.search.hits =
        hits.into_iter().filter_map(|hit| fingertip_standard::ServiceId::new(hit.key).ok()).collect();
}

fn session(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    match msg {
        Msg::AskedToSignIn => {
            model.session = SessionState::SigningIn(None);
            vec![Effect::SignIn { language: model.preferences.language.clone() }]
        }
        Msg::CancelledSignIn => {
            model.session = SessionState::SignedOut { has_ended: false };
            model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
            vec![Effect::CancelSignIn]
        }
        Msg::AskedToSignOut => vec![Effect::SignOut],
        Msg::SignInBegan(url) => {
            if matches!(model.session, SessionState::SigningIn(_)) {
                model.session = SessionState::SigningIn(Some(url));
            }
            Vec::new()
        }
        Msg::SignedIn(session) => {
            model.session = SessionState::SignedIn(session);
            model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
            let told = moment(model, Moment::SignedIn);
            let helped = help::signed_in(&model.help);
            told.into_iter()
                .chain([Effect::FetchCases, Effect::FlushOutbox])
                .chain(helped)
                .chain(widgets::signed_in(model, now))
                .collect()
        }
        Msg::SignInFailed(fault) => {
            model.session = SessionState::SignedOut { has_ended: false };
            match model.sheets.iter_mut().find(|sheet| matches!(sheet, Sheet::SignIn { .. })) {
                Some(sheet) => *sheet = Sheet::SignIn { fault: Some(fault) },
                None => model.tell(Told::Fault(fault)),
            }
            Vec::new()
        }
        Msg::SignedOut => {
            model.session = SessionState::SignedOut { has_ended: false };
            help::signed_out(&mut model.help);
            if let Some(open) = &mut model.open {
                open.claims.clear();
            }
            moment(model, Moment::SignedOut).into_iter().chain(widgets::signed_out(model)).collect()
        }
        // Several requests can learn late of one end. The person who is signing in again is already past it.
        Msg::SessionEnded if matches!(model.session, SessionState::SigningIn(_)) => Vec::new(),
        Msg::SessionEnded => {
            // The person stays where they are: the sheet comes over what they were doing, and goes away again.
            model.session = SessionState::SignedOut { has_ended: true };
            ask_to_sign_in(model);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(crate) fn ask_to_sign_in(model: &mut Model) {
    if !model.sheets.iter().any(|sheet| matches!(sheet, Sheet::SignIn { .. })) {
        model.sheets.push(Sheet::SignIn { fault: None });
    }
}

fn moment(model: &Model, moment: Moment) -> Option<Effect> {
    model
        .open
        .as_ref()
        .filter(|open| open.running.is_some())
        .map(|open| Effect::Guest(open.instance, Event::Moment(moment)))
}

fn followed(model: &Model) -> Vec<Effect> {
    if model.signed_in().is_some() { vec![Effect::FetchCases] } else { Vec::new() }
}

/// From time to time: what waits is sent, what is under way is looked at, what is missing is fetched.
fn ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !model.is_online || !matches!(model.catalogue, Remote::Ready(..)) {
        effects.push(Effect::Connect);
    }
    if model.signed_in().is_some() {
        if model.waiting > 0 {
            effects.push(Effect::FlushOutbox);
        }
        let is_under_way = |case: &AsOf<Case>| !case.value.state.next().is_empty();
        if model.cases.iter().any(is_under_way) {
            effects.push(Effect::FetchCases);
        }
        effects.extend(help::ticked(model, now));
    }
    effects.extend(widgets::due(model, now));
    effects
}

fn place(model: &mut Model, case: Case, as_of: Timestamp) {
    match model.cases.iter_mut().find(|kept| kept.value.id == case.id) {
        Some(kept) => *kept = AsOf { value: case, as_of },
        None => model.cases.insert(0, AsOf { value: case, as_of }),
    }
    model.cases.sort_by_key(|case| std::cmp::Reverse(case.value.submitted_at));
}

/// The open mini-app is told of its own cases only.
fn told_guest(model: &Model, case: &Case) -> Option<Effect> {
    let open = model.open.as_ref().filter(|open| open.watched.contains(&case.id) && open.app == case.app)?;
    let state = serde_json::to_value(case.state).ok()?.as_str()?.to_owned();
    Some(Effect::Guest(open.instance, Event::CaseChanged(case.id.to_string(), state)))
}

/// The department of a fault in the open mini-app.
pub(crate) fn owned(model: &Model, fault: ShownFault) -> ShownFault {
    match &model.open {
        Some(open) if fault.class == fingertip_standard::FaultClass::Department => {
            fault.owned_by(&open.department)
        }
        _ => fault,
    }
}

pub(crate) fn service_entry(
    catalogue: &Catalogue,
    id: &fingertip_standard::ServiceId,
) -> Option<(fingertip_standard::DepartmentId, fingertip_contract::MiniAppEntry)> {
    let service = catalogue.service(id)?;
    Some((service.department.clone(), service.mini_app.clone()?))
}
