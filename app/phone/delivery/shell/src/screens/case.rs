//! One case: where it stands, what is asked in it, what happened and was said, its rating.

mod acts;
mod entries;
mod form;
mod rating;

use dioxus::prelude::*;
use fingertip_contract::Case as PersonCase;
use fingertip_core::{CalendarMsg, CasesMsg, Due, DueDay};
use fingertip_locale::Args;
use fingertip_standard::{CaseId, view::Progress};
use fingertip_ui::components::{
    Button, EmptyState, IconName, Moments, Notice, Tag, Timeline, TimelineItem, Tone, Weight, progress_look,
};

use super::{Back, case_name};
use crate::{
    print::{can_print, print_page},
    route::Route,
    state::{Surface, department_name, use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn Case(id: String) -> Element {
    let model = use_model!(catalogue, cases);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(CasesMsg::LookedAtCases));
    let Some(kept) = CaseId::new(id).ok().and_then(|id| model.case(&id).cloned()) else {
        return rsx! {
            Back { title: words.say("cases-title") }
            h1 { class: "fi-visually-hidden", "{words.say(\"cases-gone\")}" }
            EmptyState { icon: IconName::Cases, title: words.say("cases-gone") }
        };
    };
    let case = &kept.value;
    let promised = super::promised(&words, case).join(" · ");
    let last = case.steps.len().saturating_sub(1);
    let items = case.steps.iter().enumerate().map(|(index, step)| {
        let (title, progress) = wording::case_state(&step.state);
        let progress = if index < last { Progress::Done } else { progress };
        TimelineItem {
            title: words.say(title),
            detail: step.note.as_ref().map(|note| words.note(note)),
            at: Some(step.at.as_millisecond()),
            progress,
            progress_label: words.say(wording::progress(progress)),
        }
    });
    let (state, progress) = wording::case_state(&case.state);
    let look = progress_look(progress);
    rsx! {
        Back { title: words.say("cases-title"), subtitle: department_name(&model, &words, &case.department) }
        h1 { {case_name(&model, &words, case)} }
        div { class: "fi-lead", Tag { label: words.say(state), tone: look.1, icon: look.0 } }
        p { class: "fi-muted", {words.with("cases-reference", &Args::new().text("reference", case.id.to_string()))} }
        if !promised.is_empty() {
            p { "{promised}" }
        }
        if let Some(name) = &case.handed_in_by {
            p { {words.with("cases-handed-in-by", &Args::new().text("name", words.0.isolate(name)))} }
        }
        PartOf { case: case.clone() }
        With { case: case.clone() }
        acts::Asked { case: case.clone() }
        Take { case: case.clone(), name: case_name(&model, &words, case).to_string() }
        rating::Rating { case: case.clone() }
        section { aria_labelledby: "fi-case-history",
            h2 { id: "fi-case-history", {words.say("cases-history")} }
            Timeline { label: words.say("cases-history"), moments: Moments::new(&words.0, items), more: words.say("mini-app-records-more") }
        }
        entries::Entries { case: case.clone() }
        acts::Others { case: case.clone() }
        p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(kept.as_of.as_millisecond())))} }
    }
}

/// Of which life event it is a step.
#[component]
fn PartOf(case: PersonCase) -> Element {
    let model = use_model!(joint);
    let words = use_words();
    let navigator = use_navigator();
    let Some(joint) = case.joint.and_then(|own| model.joint.case(&own.id).cloned()) else { return rsx! {} };
    let name = words.name(&joint.name, joint.life_event.as_str());
    rsx! {
        Button {
            label: words.with("joint-part-of", &Args::new().text("name", words.0.isolate(&name.to_string()))),
            icon: IconName::People,
            weight: Weight::Quiet,
            on_press: move |()| drop(navigator.push(Route::Joint { id: joint.id.to_string() })),
        }
    }
}

/// Who has it now, and what was done where they are late.
#[component]
fn With(case: PersonCase) -> Element {
    let words = use_words();
    let office = case.office.as_ref().filter(|_| !case.state.is_handled() && !case.state.is_over());
    rsx! {
        if let Some(office) = office {
            p { {words.with_pick("cases-office", "office", office)} }
        }
        if case.is_late {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"),
                p { {words.say("cases-late")} }
                if let Some(office) = &case.escalated_to {
                    p { {words.with_pick("cases-escalated", "office", office)} }
                }
            }
        }
    }
}

/// A case on paper, and its promised day in a calendar.
#[component]
fn Take(case: PersonCase, name: String) -> Element {
    let say = use_say();
    let words = use_words();
    let is_browser = use_context::<Surface>().is_browser;
    let day = case.promised_by.filter(|_| !case.state.is_handled());
    rsx! {
        div { class: "fi-row fi-no-print",
            if can_print(is_browser) {
                Button { label: words.say("take-out-print"), icon: IconName::Download, on_press: move |()| print_page(is_browser) }
            }
            if let Some(day) = day {
                Button {
                    label: words.say("take-out-promised-day"),
                    icon: IconName::Calendar,
                    on_press: move |()| {
                        let due = DueDay {
                            id: format!("case:{}", case.id),
                            due: Due::Day { day, reminder_days: REMINDER_DAYS },
                            summary: words.with("take-out-promised-title", &Args::new().text("service", name.clone())),
                            details: words.with("cases-reference", &Args::new().text("reference", case.id.to_string())),
                        };
                        say.that(CalendarMsg::AskedToSaveDay(Box::new(due)));
                    },
                }
            }
        }
    }
}

/// How many days before the promised one a calendar reminds.
const REMINDER_DAYS: u32 = 1;
