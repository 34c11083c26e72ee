//! What the person thinks of how their case was handled, and what became of that.

use dioxus::prelude::*;
use fingertip_contract::{
    Case, FollowUp, FollowUpState, Rating as Given, RatingLevel, RatingReason,
    api::{CaseAct, GivenRating},
};
use fingertip_core::{CasesMsg, OutgoingSubject};
use fingertip_locale::Args;
use fingertip_standard::CaseId;
use fingertip_ui::components::{
    Button, Checkbox, Chip, FieldText, Notice, RatingInput, Status, TextAreaField, Tone, Weight,
};

use crate::{
    kept::use_kept,
    route::Route,
    screens::date,
    state::{Words, use_count, use_model, use_say, use_words},
    wording,
};

/// What is kept of a box that is ticked.
const YES: &str = "yes";
/// The most characters of a rating's own words.
const MOST_WORDS: u32 = 500;

/// The rating as it was given, or its form once the case is handled.
#[component]
pub(super) fn Rating(case: Case) -> Element {
    let words = use_words();
    let Some(rating) = &case.rating else {
        return if case.state.is_handled() {
            rsx! { Rate { case: case.id } }
        } else {
            rsx! {}
        };
    };
    rsx! {
        Notice { tone: Tone::Success, tone_label: words.say("tone-success"),
            {words.with("cases-rated", &Args::new().text("level", words.say(wording::rating(&rating.level))))}
        }
        if let Some(follow_up) = case.follow_up.clone() {
            Became { id: case.id.clone(), follow_up }
        }
    }
}

/// Five levels, reasons to tick, and a few words, of free will.
#[component]
fn Rate(case: CaseId) -> Element {
    let say = use_say();
    let words = use_words();
    let place = Route::Case { id: case.to_string() };
    let (chosen, text) = (use_kept(&place, "rating-level"), use_kept(&place, "rating-text"));
    let (ticked, anonymous) = (use_kept(&place, "rating-reasons"), use_kept(&place, "rating-anonymous"));
    // By its place among the levels: how a level is called is another thing in each language.
    let level = chosen.text().parse().ok().and_then(|at: usize| RatingLevel::ALL.get(at).cloned());
    let reasons: Vec<RatingReason> = serde_json::from_str(&ticked.text()).unwrap_or_default();
    let keep_reasons =
        move |reasons: &[RatingReason]| ticked.set(serde_json::to_string(reasons).unwrap_or_default());
    let levels: Vec<_> =
        RatingLevel::ALL.map(|level| (level.clone(), words.say(wording::rating(&level)))).into();
    let offered = level.as_ref().map(fitting).unwrap_or_default();
    let before = reasons.clone();
    let choose = move |level: RatingLevel| {
        // What speaks for one level says nothing of another.
        let fits = fitting(&level);
        keep_reasons(&before.iter().filter(|reason| fits.contains(reason)).cloned().collect::<Vec<_>>());
        let number = RatingLevel::ALL.iter().position(|own| *own == level);
        chosen.set(number.unwrap_or_default().to_string());
    };
    let is_on = |reason: &RatingReason| reasons.contains(reason);
    let toggled = |reason: &RatingReason| {
        let others = reasons.iter().filter(|chosen| *chosen != reason).cloned();
        others.chain((!is_on(reason)).then(|| reason.clone())).collect::<Vec<_>>()
    };
    rsx! {
        section { aria_labelledby: "fi-rate",
            h2 { id: "fi-rate", "{words.say(\"cases-rate\")}" }
            RatingInput { id: "fi-rating", legend: words.say("cases-rate-question"), levels, chosen: level.clone(), on_change: choose }
            if !offered.is_empty() {
                div { class: "fi-row", role: "group", aria_label: words.say("cases-rate-reasons"),
                    for reason in offered {
                        Chip {
                            key: "{wording::reason(&reason)}",
                            label: words.say(wording::reason(&reason)),
                            is_on: is_on(&reason),
                            on_press: {
                                let now = toggled(&reason);
                                move |()| keep_reasons(&now)
                            },
                        }
                    }
                }
            }
            if let Some(level) = level {
                TextAreaField {
                    id: "fi-rating-text",
                    text: FieldText {
                        label: words.say("cases-rate-text"),
                        optional: Some(words.say("mini-app-optional")),
                        ..FieldText::default()
                    },
                    initial: text.peek(),
                    max_chars: MOST_WORDS,
                    count: use_count(),
                    on_input: move |typed| text.set(typed),
                }
                Checkbox {
                    id: "fi-rating-anonymous",
                    text: FieldText { label: words.say("cases-rate-anonymous"), optional: Some(String::new()), ..FieldText::default() },
                    initial: anonymous.peek() == YES,
                    on_change: move |is_on| anonymous.set(if is_on { YES.to_owned() } else { String::new() }),
                }
                Button {
                    label: words.say("cases-rate-send"),
                    weight: Weight::Primary,
                    is_wide: true,
                    on_press: move |()| {
                        let rating = Given { level: level.clone(), text: text.peek().trim().to_owned() };
                        let is_anonymous = anonymous.peek() == YES;
                        let given = GivenRating { rating, reasons: reasons.clone(), is_anonymous };
                        [chosen, text, ticked, anonymous].into_iter().for_each(|kept| kept.set(String::new()));
                        say.that(CasesMsg::RatedCase(case.clone(), given));
                    },
                }
            }
        }
    }
}

/// The reasons that may go with a level: praise with a good one, complaints with a bad one, both with what lies between.
fn fitting(level: &RatingLevel) -> Vec<RatingReason> {
    let is_good = matches!(level, RatingLevel::VerySatisfied | RatingLevel::Satisfied);
    let fits = |reason: &RatingReason| match reason.is_praise() {
        true => !level.is_bad(),
        false => !is_good,
    };
    RatingReason::ALL.into_iter().filter(fits).collect()
}

/// What became of a bad rating; once the department has answered, the person may say that this is no answer.
#[component]
fn Became(id: CaseId, follow_up: FollowUp) -> Element {
    let model = use_model!(outbox);
    let words = use_words();
    let is_on_its_way =
        model.outbox.iter().any(|outgoing| outgoing.subject == OutgoingSubject::RatingAppeal(id.clone()));
    rsx! {
        section { aria_labelledby: "fi-follow-up",
            h2 { id: "fi-follow-up", {words.say("cases-follow-up")} }
            for (place, line) in lines(&words, &follow_up).into_iter().enumerate() {
                p { key: "{place}", "{line}" }
            }
            Status { class: "fi-muted", text: if is_on_its_way { words.say("cases-follow-up-on-its-way") } else { String::new() } }
            if !is_on_its_way && follow_up.state == FollowUpState::Replied {
                Object { id }
            }
        }
    }
}

/// All that happened, in the order in which it may.
fn lines(words: &Words, follow_up: &FollowUp) -> Vec<String> {
    let day = || Args::new().text("day", words.0.date(date(follow_up.reply_by)));
    let told = |id: &str, text: &str| words.with(id, &Args::new().text("words", text));
    let stands = match &follow_up.state {
        FollowUpState::Open if follow_up.is_late => Some(words.with("cases-follow-up-late", &day())),
        FollowUpState::Open => Some(words.with("cases-follow-up-open", &day())),
        FollowUpState::Replied => None,
        FollowUpState::Appealed => Some(words.say("cases-follow-up-appealed")),
        FollowUpState::Closed => Some(words.say("cases-follow-up-closed")),
        FollowUpState::Unknown(_) => Some(words.say("cases-state-unknown")),
    };
    let note = |id: &str, note: &Option<fingertip_standard::LocalText>| {
        note.as_ref().map(|note| told(id, &words.note(note)))
    };
    let appeal =
        follow_up.appeal.as_ref().map(|appeal| told("cases-follow-up-objection", &words.0.isolate(appeal)));
    let excluded = follow_up.is_excluded.then(|| words.say("cases-follow-up-excluded"));
    [
        note("cases-not-accepted-words", &follow_up.reply),
        appeal,
        note("cases-follow-up-operator", &follow_up.appeal_answer),
        note("cases-follow-up-exclusion", &follow_up.exclusion),
        note("cases-follow-up-operator", &follow_up.exclusion_answer),
        excluded,
        stands,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The person says once why the answer is none.
#[component]
fn Object(id: CaseId) -> Element {
    let words = use_words();
    let say = use_say();
    let text = use_kept(&Route::Case { id: id.to_string() }, "rating-objection");
    let mut is_open = use_signal(|| !text.peek().is_empty());
    let most = u32::try_from(CaseAct::MOST_WORDS).unwrap_or(u32::MAX);
    if !is_open() {
        return rsx! {
            Button { label: words.say("cases-follow-up-object"), on_press: move |()| is_open.set(true) }
        };
    }
    let length = text.text().trim().chars().count();
    let is_ready = (1..=CaseAct::MOST_WORDS).contains(&length);
    rsx! {
        TextAreaField {
            id: "fi-follow-up-words",
            text: FieldText { label: words.say("cases-follow-up-why"), ..FieldText::default() },
            initial: text.peek(),
            max_chars: most,
            count: use_count(),
            on_input: move |typed| text.set(typed),
        }
        div { class: "fi-row",
            Button {
                label: words.say("cases-act-appeal-send"),
                weight: Weight::Primary,
                is_disabled: !is_ready,
                on_press: move |()| {
                    say.that(CasesMsg::AppealedRating(id.clone(), text.peek().trim().to_owned()));
                    text.set(String::new());
                },
            }
            Button {
                label: words.say("cases-act-cancel"),
                weight: Weight::Quiet,
                on_press: move |()| {
                    text.set(String::new());
                    is_open.set(false);
                },
            }
        }
    }
}
