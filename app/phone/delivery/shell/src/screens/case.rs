//! One case: where it stands, what happened, its documents, its rating.

use dioxus::prelude::*;
use fingertip_contract::{Case as PersonCase, Rating, RatingLevel};
use fingertip_core::{CalendarMsg, CasesMsg, DueDay};
use fingertip_locale::Args;
use fingertip_standard::{CaseId, view::Progress};
use fingertip_ui::components::{
    Button, EmptyState, FieldText, IconName, Notice, RatingInput, TextAreaField, Timeline, TimelineItem,
    Tone, Weight,
};

use super::{Back, case_name};
use crate::{
    kept::use_kept,
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
            when: Some(words.0.instant(step.at.as_millisecond())),
            progress,
            progress_label: words.say(wording::progress(progress)),
        }
    });
    rsx! {
        Back { title: words.say("cases-title"), subtitle: department_name(&model, &words, &case.department) }
        h1 { {case_name(&model, &words, case)} }
        p { {words.with("cases-reference", &Args::new().text("reference", case.id.to_string()))} }
        p { class: "fi-lead", {words.say(wording::case_state(&case.state).0)} }
        if !promised.is_empty() {
            p { "{promised}" }
        }
        if let Some(name) = &case.handed_in_by {
            p { {words.with("cases-handed-in-by", &Args::new().text("name", words.0.isolate(name)))} }
        }
        Take { case: case.clone(), name: case_name(&model, &words, case).to_string() }
        Timeline { label: words.say("cases-history"), items: items.collect::<Vec<_>>(), more: words.say("mini-app-records-more") }
        p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(kept.as_of.as_millisecond())))} }
        if let Some(rating) = &case.rating {
            Notice { tone: Tone::Success, tone_label: words.say("tone-success"),
                {words.with("cases-rated", &Args::new().text("level", words.say(wording::rating(&rating.level))))}
            }
        } else if case.state.is_handled() {
            Rate { case: case.id.clone() }
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
                            day,
                            summary: words.with("take-out-promised-title", &Args::new().text("service", name.clone())),
                            details: words.with("cases-reference", &Args::new().text("reference", case.id.to_string())),
                            reminder_days: REMINDER_DAYS,
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

/// The most characters of a rating's own words.
const MOST_WORDS: u32 = 500;

/// Five levels and a few words, of free will.
#[component]
fn Rate(case: CaseId) -> Element {
    let say = use_say();
    let words = use_words();
    let place = Route::Case { id: case.to_string() };
    let (chosen, text) = (use_kept(&place, "rating-level"), use_kept(&place, "rating-text"));
    // By its place among the levels: how a level is called is another thing in each language.
    let number = |level: &RatingLevel| RatingLevel::ALL.iter().position(|own| own == level);
    let level = chosen.text().parse().ok().and_then(|at: usize| RatingLevel::ALL.get(at).cloned());
    let formatter = words.clone();
    let count = use_callback(move |(used, most): (u32, u32)| {
        formatter.with("mini-app-text-count", &Args::new().number("used", used).number("most", most))
    });
    let levels: Vec<_> =
        RatingLevel::ALL.map(|level| (level.clone(), words.say(wording::rating(&level)))).into();
    rsx! {
        section { aria_labelledby: "fi-rate",
            h2 { id: "fi-rate", "{words.say(\"cases-rate\")}" }
            RatingInput { id: "fi-rating", legend: words.say("cases-rate-question"), levels, chosen: level.clone(), on_change: move |level| chosen.set(number(&level).unwrap_or_default().to_string()) }
            TextAreaField {
                id: "fi-rating-text",
                text: FieldText {
                    label: words.say("cases-rate-text"),
                    optional: Some(words.say("mini-app-optional")),
                    ..FieldText::default()
                },
                initial: text.peek(),
                max_chars: MOST_WORDS,
                count,
                on_input: move |typed| text.set(typed),
            }
            if let Some(level) = level {
                Button {
                    label: words.say("cases-rate-send"),
                    weight: Weight::Primary,
                    is_wide: true,
                    on_press: move |()| {
                        let rating = Rating { level: level.clone(), text: text.peek().trim().to_owned() };
                        chosen.set(String::new());
                        text.set(String::new());
                        say.that(CasesMsg::RatedCase(case.clone(), rating));
                    },
                }
            }
        }
    }
}
