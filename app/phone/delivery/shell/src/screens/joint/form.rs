//! The one form of a life event, a page a section, drawn as a mini-app's pages are; at its end the check of it all.

use std::{collections::BTreeMap, sync::Arc};

use dioxus::prelude::*;
use fingertip_core::{
    CHANGE, CONTINUE, CasesMsg, HAND_IN, JointChange, JointDraft, JointMsg, JointPage, Model, answers,
    check_view, page_view, pages,
};
use fingertip_locale::{Words as ViewWords, shell_messages};
use fingertip_standard::LifeEventId;
use fingertip_ui::{
    Images, ViewEvent, ViewTree,
    components::{Button, EmptyState, IconName, Notice, Tone, Weight},
};
use jiff::Timestamp;

use super::super::{Back, mini_app::chosen, missing::Missing};
use crate::{
    known::known,
    route::Route,
    state::{Words, code_lists, use_model, use_parts, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn JointForm(id: String) -> Element {
    let model = use_model!(catalogue, acting_for);
    let words = use_words();
    let event = LifeEventId::new(id).ok().and_then(|id| model.catalogue.ready()?.life_event(&id).cloned());
    let Some(event) = event.filter(|event| event.joint.is_some()) else {
        return rsx! {
            Missing { back: words.say("home-life-events"), icon: IconName::People, gone: words.say("joint-none") }
        };
    };
    let name = words.name(&event.name, event.id.as_str());
    rsx! {
        Back { title: name }
        if model.acting_for.is_some() {
            EmptyState { icon: IconName::People, title: words.say("joint-not-for-another") }
        } else {
            Filling { event: event.id }
        }
    }
}

/// What of the form is drawn: what is typed in a field is held by the page itself.
fn drawn(model: &Model, event: &LifeEventId) -> Option<JointDraft> {
    let mut draft = model.joint.draft(event)?.clone();
    draft.inputs.retain(|_, input| chosen(input).is_some());
    draft.files.clear();
    Some(draft)
}

#[component]
fn Filling(event: LifeEventId) -> Element {
    let of = event.clone();
    let model = use_parts(move |model| {
        let around = (model.preferences.clone(), model.catalogue.clone(), model.rules.clone());
        let of_person = (model.session.clone(), model.documents.clone(), model.answers.clone());
        (around, of_person, drawn(model, &of))
    });
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let lists = use_hook({
        let (catalogue, language) = (model.catalogue.ready().cloned(), model.preferences.language.clone());
        let today = model.rules.today(Timestamp::now());
        move || code_lists(catalogue, language, today)
    });
    let images = use_hook(|| Images::of(Arc::new(BTreeMap::<String, Arc<[u8]>>::new())));
    // Handed in: what becomes of it is among the cases.
    let is_there = model.joint.draft(&event).is_some();
    let mut was_there = use_signal(|| false);
    let looks = say.clone();
    use_effect(use_reactive!(|is_there| {
        if *was_there.peek() && !is_there {
            looks.that(CasesMsg::LookedAtCases);
            navigator.replace(Route::Cases {});
        }
        was_there.set(is_there);
    }));
    let Some(service) = model.joint_service(&event).cloned() else { return rsx! {} };
    let draft = model.joint.draft(&event).cloned().unwrap_or_else(|| JointDraft::new(event.clone()));
    let given = answers(&service, &draft);
    let all = pages(&service, &given);
    let page = draft.page.min(all.len() - 1);
    let pick = |text: &_| words.pick(text).to_string();
    let (view, entries) = page_view(all[page], (page, all.len()), &given, pick)
        .unwrap_or_else(|| check_view(&model, &service, &draft, pick));
    let errors: BTreeMap<String, String> = draft
        .problems
        .iter()
        .map(|(key, problem)| (key.clone(), wording::problem(&words, *problem)))
        .collect();
    let is_check = all[page] == JointPage::Check;
    let (back, away, of_back, of_away) = (say.clone(), say.clone(), event.clone(), event.clone());
    rsx! {
        if page == 0 {
            Begin { guide: words.pick(&service.guide).to_string() }
        }
        ViewTree {
            view: Arc::new(view),
            words: view_words(&words, entries, &model),
            inputs: draft.inputs.clone(),
            errors,
            known: known(&model, &words),
            code_lists: lists,
            images,
            numbers: model.rules.numbers.clone(),
            mode: model.preferences.display,
            generation: draft.generation,
            on_event: move |happened| {
                if let Some(msg) = report(&event, happened) {
                    say.that(msg);
                }
            },
        }
        div { class: "fi-row",
            if page > 0 {
                Button { label: words.say("joint-back"), weight: Weight::Quiet, icon: IconName::Back, on_press: move |()| back.that(JointMsg::WentBack(of_back.clone())) }
            }
            if draft.says_something() && !is_check {
                Button { label: words.say("joint-put-away"), weight: Weight::Quiet, on_press: move |()| away.that(JointMsg::PutAway(of_away.clone())) }
            }
        }
    }
}

/// What to have at hand before one begins.
#[component]
fn Begin(guide: String) -> Element {
    let words = use_words();
    if guide.is_empty() {
        return rsx! {};
    }
    rsx! {
        Notice { tone: Tone::Information, tone_label: words.say("tone-information"), p { "{guide}" } }
    }
}

/// The shell's own messages and the platform's texts, as a view names them.
fn view_words(words: &Words, entries: Vec<fingertip_standard::words::Entry>, model: &Model) -> ViewWords {
    ViewWords::new(Arc::from(entries), shell_messages(), words.0.clone(), model.region_names())
}

/// What the person did in the form, as the core hears it.
fn report(event: &LifeEventId, happened: ViewEvent) -> Option<JointMsg> {
    let event = event.clone();
    Some(match happened {
        ViewEvent::Submitted { action } if action == CONTINUE => JointMsg::Continued(event),
        ViewEvent::Acted { action, .. } if action == HAND_IN => JointMsg::HandedIn(event),
        ViewEvent::Acted { action, .. } => {
            JointMsg::WentTo(event, action.strip_prefix(CHANGE)?.parse().ok()?)
        }
        ViewEvent::Changed { key, input } => {
            JointMsg::Changed(event, JointChange::Typed { field: key, input })
        }
        ViewEvent::FilledIn { key, input } => {
            JointMsg::Changed(event, JointChange::FilledIn { field: key, input })
        }
        ViewEvent::FilesChosen { key, files } => {
            let files = files.into_iter().map(|file| (file.name, file.media_type, file.content)).collect();
            JointMsg::Changed(event, JointChange::ChoseFiles(key, files))
        }
        ViewEvent::Submitted { .. } | ViewEvent::CopyAdded { .. } | ViewEvent::CopyRemoved { .. } => {
            return None;
        }
    })
}
