//! A life event that was handed in with one form: where each step stands, what it waits for, and all that happened on one line.

use dioxus::prelude::*;
use fingertip_contract::{JointCase, JointMoment, JointProgress, JointStepState};
use fingertip_core::{CasesMsg, JointMsg, Model};
use fingertip_locale::Args;
use fingertip_standard::{CaseId, view::Progress};
use fingertip_ui::components::{
    Button, EmptyState, IconName, List, ListRow, Moments, Status, Tag, Timeline, TimelineItem, Weight,
    progress_look,
};

use super::super::Back;
use crate::{
    route::Route,
    state::{Words, department_name, region_name, use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn Joint(id: String) -> Element {
    let model = use_model!(catalogue, joint);
    let say = use_say();
    let words = use_words();
    use_effect(move || say.that(CasesMsg::LookedAtCases));
    let Some(joint) = CaseId::new(id).ok().and_then(|id| model.joint.case(&id).cloned()) else {
        return rsx! {
            Back { title: words.say("cases-title") }
            h1 { class: "fi-visually-hidden", "{words.say(\"cases-gone\")}" }
            EmptyState { icon: IconName::Cases, title: words.say("cases-gone") }
        };
    };
    let moments =
        Moments::new(&words.0, joint.timeline.iter().map(|moment| item(&model, &words, &joint, moment)));
    rsx! {
        Back { title: words.say("cases-title") }
        h1 { {words.name(&joint.name, joint.life_event.as_str())} }
        p { {words.with("cases-reference", &Args::new().text("reference", joint.id.to_string()))} }
        p { class: "fi-lead", {words.say(wording::joint_state(&joint.state).0)} }
        List { label: words.say("joint-steps"),
            for step in joint.steps.iter() {
                Step { key: "{step.id}", joint: joint.clone(), step: step.clone() }
            }
        }
        Timeline { label: words.say("cases-history"), moments, more: words.say("mini-app-records-more") }
        if joint.may_withdraw {
            TakeBack { joint: joint.id.clone(), step: None, label: words.say("joint-withdraw") }
        }
    }
}

/// How the person knows a step: by its service.
fn step_name(model: &Model, words: &Words, joint: &JointCase, id: &str) -> String {
    let Some(step) = joint.steps.iter().find(|step| step.id == id) else { return id.to_owned() };
    let service = model.catalogue.ready().and_then(|catalogue| catalogue.service(&step.service));
    service
        .map_or_else(|| id.to_owned(), |service| words.name(&service.name, service.id.as_str()).to_string())
}

#[component]
fn Step(joint: JointCase, step: JointProgress) -> Element {
    let model = use_model!(preferences, catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let (state, progress) = step_state(&step);
    let look = progress_look(progress);
    let by = Args::new()
        .text("department", department_name(&model, &words, &step.department).to_string())
        .text("region", region_name(&model, &words, &step.region).to_string());
    let waits = step.waits_for.iter().map(|id| step_name(&model, &words, &joint, id));
    let waits = words.list(waits.collect::<Vec<_>>().into_iter());
    let to = step.case.as_ref().map(|case| Route::Case { id: case.id.to_string() });
    let may_withdraw = step.may_withdraw && step.case.is_none();
    rsx! {
        ListRow {
            title: step_name(&model, &words, &joint, &step.id),
            detail: words.with("joint-by", &by),
            icon: IconName::Cases,
            on_press: to.map(|to| EventHandler::new(move |()| drop(navigator.push(to.clone())))),
            Tag { label: words.say(state), tone: look.1, icon: look.0 }
            if !waits.is_empty() {
                p { class: "fi-muted", {words.with("joint-waits", &Args::new().text("steps", waits.clone()))} }
            }
            if let Some(reason) = &step.reason {
                p { {words.note(&reason.words)} }
            }
            // Of a step that is a case its own screen has the way back: this row is a button then.
            if may_withdraw {
                TakeBack { joint: joint.id.clone(), step: Some(step.id.clone()), label: words.say("joint-withdraw-step") }
            }
        }
    }
}

/// Where a step stands: its case's state once it is one.
fn step_state(step: &JointProgress) -> (&'static str, Progress) {
    match (&step.case, &step.state) {
        (Some(case), JointStepState::Begun) => wording::case_state(&case.state),
        (_, state) => wording::joint_step_state(state),
    }
}

/// One moment of the whole, with the step in which it was.
fn item(model: &Model, words: &Words, joint: &JointCase, moment: &JointMoment) -> TimelineItem {
    let (title, mut progress) = wording::joint_moment(&moment.kind);
    let mut title = words.say(title);
    if let Some(state) = &moment.state {
        let (state, how_far) = wording::case_state(state);
        (title, progress) = (words.say(state), how_far);
    }
    let of_step = moment.step.as_ref().map(|step| step_name(model, words, joint, step));
    let from = moment.from_step.as_ref().map(|step| {
        words.with("joint-from", &Args::new().text("step", step_name(model, words, joint, step)))
    });
    let said = (!moment.words.is_empty()).then(|| words.note(&moment.words));
    let detail: Vec<_> = [of_step, from, said].into_iter().flatten().collect();
    TimelineItem {
        title,
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        at: Some(moment.at.as_millisecond()),
        progress,
        progress_label: words.say(wording::progress(progress)),
    }
}

/// Taking back, asked once more before it is done.
#[component]
fn TakeBack(joint: CaseId, step: Option<String>, label: String) -> Element {
    let say = use_say();
    let words = use_words();
    let mut is_asked = use_signal(|| false);
    rsx! {
        div { class: "fi-row fi-no-print",
            Status { text: if is_asked() { words.say("joint-withdraw-sure") } else { String::new() } }
            if is_asked() {
                Button {
                    label: words.say("joint-withdraw-yes"),
                    weight: Weight::Destructive,
                    on_press: move |()| {
                        is_asked.set(false);
                        say.that(JointMsg::Withdrew(joint.clone(), step.clone()));
                    },
                }
                Button { label: words.say("joint-withdraw-no"), on_press: move |()| is_asked.set(false) }
            } else {
                Button { label, weight: Weight::Quiet, on_press: move |()| is_asked.set(true) }
            }
        }
    }
}
