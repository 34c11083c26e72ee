//! From a value to the Fluent message that says it: exhaustive, so that a new value cannot go without words.

use fingertip_contract::{
    ActKind, CaseState, EntryKind, JointMomentKind, JointState, JointStepState, Party, RatingLevel,
    RatingReason, Severity, Theme,
};
use fingertip_core::{PIN_MAX, PIN_MIN, PinError, Problem, ShownFault};
use fingertip_locale::Args;
use fingertip_standard::{LocalText, view::Progress, view::Tone};

use crate::state::Words;

pub(crate) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Education => "services-theme-education",
        Theme::SocialSecurity => "services-theme-social-security",
        Theme::Healthcare => "services-theme-healthcare",
        Theme::Taxation => "services-theme-taxation",
        Theme::Transport => "services-theme-transport",
        Theme::Utilities => "services-theme-utilities",
        Theme::CivilAffairs => "services-theme-civil-affairs",
        Theme::Housing => "services-theme-housing",
        Theme::PublicSecurity => "services-theme-public-security",
        Theme::Employment => "services-theme-employment",
        Theme::Business => "services-theme-business",
        Theme::Justice => "services-theme-justice",
        Theme::Environment => "services-theme-environment",
        Theme::Agriculture => "services-theme-agriculture",
        Theme::Culture => "services-theme-culture",
        Theme::Other => "services-theme-other",
    }
}

/// The message that names a language, in that language itself.
pub(crate) fn language(tag: &str) -> String {
    format!("language-{}", tag.to_lowercase())
}

/// The message of a case's state and how far that is.
pub(crate) fn case_state(state: &CaseState) -> (&'static str, Progress) {
    match state {
        CaseState::Received => ("cases-state-received", Progress::InProgress),
        CaseState::Accepted => ("cases-state-accepted", Progress::InProgress),
        CaseState::Refused => ("cases-state-refused", Progress::Problem),
        CaseState::CorrectionAsked => ("cases-state-correction-asked", Progress::WaitingForYou),
        CaseState::Review => ("cases-state-review", Progress::InProgress),
        CaseState::SupplementAsked => ("cases-state-supplement-asked", Progress::WaitingForYou),
        CaseState::Suspended => ("cases-state-suspended", Progress::Blocked),
        CaseState::Appealed => ("cases-state-appealed", Progress::InProgress),
        CaseState::Approved => ("cases-state-approved", Progress::InProgress),
        CaseState::Rejected => ("cases-state-rejected", Progress::Problem),
        CaseState::Delivered => ("cases-state-delivered", Progress::Done),
        CaseState::Closed => ("cases-state-closed", Progress::Done),
        CaseState::Withdrawn => ("cases-state-withdrawn", Progress::Done),
        // A newer platform says something that only the department can explain.
        CaseState::Unknown(_) => ("cases-state-unknown", Progress::InProgress),
    }
}

/// The message of a joint case's state and how far that is.
pub(crate) fn joint_state(state: &JointState) -> (&'static str, Progress) {
    match state {
        JointState::UnderWay => ("joint-state-under-way", Progress::InProgress),
        JointState::AsksPerson => ("joint-state-asks", Progress::WaitingForYou),
        JointState::Done => ("joint-state-done", Progress::Done),
        JointState::Ended => ("joint-state-ended", Progress::Problem),
        JointState::Withdrawn => ("cases-state-withdrawn", Progress::Done),
        JointState::Unknown(_) => ("cases-state-unknown", Progress::InProgress),
    }
}

/// The message of a step that is no case yet, and how far that is.
pub(crate) fn joint_step_state(state: &JointStepState) -> (&'static str, Progress) {
    match state {
        JointStepState::Waiting => ("joint-step-waiting", Progress::Blocked),
        JointStepState::Ready | JointStepState::Begun => ("joint-step-ready", Progress::InProgress),
        JointStepState::Skipped => ("joint-step-skipped", Progress::Problem),
        JointStepState::Unknown(_) => ("cases-state-unknown", Progress::InProgress),
    }
}

/// The message of what happened in a joint case, and how far that is.
pub(crate) fn joint_moment(kind: &JointMomentKind) -> (&'static str, Progress) {
    match kind {
        JointMomentKind::Submitted => ("joint-moment-submitted", Progress::Done),
        JointMomentKind::Begun => ("joint-moment-begun", Progress::Done),
        JointMomentKind::HandedOn => ("joint-moment-handed-on", Progress::Done),
        JointMomentKind::Moved | JointMomentKind::Unknown(_) => ("joint-moment-moved", Progress::InProgress),
        JointMomentKind::Told => ("joint-moment-told", Progress::Problem),
        JointMomentKind::Skipped => ("joint-step-skipped", Progress::Problem),
        JointMomentKind::Resumed => ("joint-moment-resumed", Progress::InProgress),
        JointMomentKind::Withdrawn => ("cases-state-withdrawn", Progress::Done),
    }
}

/// How much of the way a case has behind it, in percent; none where there is nothing more to wait for.
pub(crate) fn case_share(state: &CaseState) -> Option<f64> {
    match state {
        CaseState::Received => Some(10.0),
        CaseState::CorrectionAsked => Some(25.0),
        CaseState::Accepted => Some(35.0),
        CaseState::Review | CaseState::SupplementAsked | CaseState::Suspended | CaseState::Appealed => {
            Some(60.0)
        }
        CaseState::Approved => Some(85.0),
        CaseState::Refused
        | CaseState::Rejected
        | CaseState::Delivered
        | CaseState::Closed
        | CaseState::Withdrawn
        | CaseState::Unknown(_) => None,
    }
}

/// What a screen says of something that a person does in a case: messages, and a name for ids.
#[derive(Clone, Copy)]
pub(crate) struct ActWords {
    /// In ids of the page.
    pub(crate) name: &'static str,
    /// What it is called.
    pub(crate) title: &'static str,
    /// What comes of it, where that must be said.
    pub(crate) body: Option<&'static str>,
    /// What the person's own words are about.
    pub(crate) words: &'static str,
    /// The button that sends it.
    pub(crate) send: &'static str,
}

/// The words for something that a person does in a case.
pub(crate) fn act(kind: &ActKind) -> ActWords {
    match kind {
        ActKind::Answer => ActWords {
            name: "answer",
            title: "cases-act-answer",
            body: None,
            words: "cases-act-answer-words",
            send: "cases-act-answer-send",
        },
        ActKind::Add => ActWords {
            name: "add",
            title: "cases-act-add",
            body: Some("cases-act-add-body"),
            words: "cases-act-add-words",
            send: "cases-act-add-send",
        },
        ActKind::Ask => ActWords {
            name: "ask",
            title: "cases-act-ask",
            body: Some("cases-act-ask-body"),
            words: "cases-act-ask-words",
            send: "cases-act-ask-send",
        },
        ActKind::Withdraw => ActWords {
            name: "withdraw",
            title: "cases-act-withdraw",
            body: Some("cases-act-withdraw-body"),
            words: "cases-act-withdraw-words",
            send: "cases-act-withdraw-send",
        },
        ActKind::Appeal => ActWords {
            name: "appeal",
            title: "cases-act-appeal",
            body: Some("cases-act-appeal-body"),
            words: "cases-act-appeal-words",
            send: "cases-act-appeal-send",
        },
        ActKind::Unknown(_) => ActWords {
            name: "unknown",
            title: "cases-entry-unknown",
            body: None,
            words: "cases-act-add-words",
            send: "cases-act-add-send",
        },
    }
}

/// What was said in a case, as its person reads it.
pub(crate) fn entry(kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Answer => "cases-entry-answer",
        EntryKind::Addition => "cases-entry-addition",
        EntryKind::Withdrawal => "cases-entry-withdrawal",
        EntryKind::Appeal => "cases-entry-appeal",
        EntryKind::Question => "cases-entry-question",
        EntryKind::Reply => "cases-entry-reply",
        EntryKind::Escalation => "cases-entry-escalation",
        EntryKind::PutAside => "cases-entry-put-aside",
        EntryKind::Unknown(_) => "cases-entry-unknown",
    }
}

/// Who said it.
pub(crate) fn party(party: &Party) -> &'static str {
    match party {
        Party::Person => "cases-party-person",
        Party::Department => "cases-party-department",
        Party::Platform => "cases-party-platform",
        Party::Unknown(_) => "cases-party-unknown",
    }
}

/// A document as the person knows it apart from others of its kind.
pub(crate) fn document(words: &Words, title: &LocalText, number: &str) -> String {
    let title = words.pick(title);
    if number.is_empty() { title.to_string() } else { format!("{title} · {}", words.0.isolate(number)) }
}

/// The tone of an alert.
pub(crate) fn severity(severity: &Severity) -> Tone {
    match severity {
        Severity::Extreme | Severity::Severe => Tone::Urgent,
        // Better too loud than not heard.
        Severity::Moderate | Severity::Unknown(_) => Tone::Warning,
        Severity::Minor => Tone::Information,
    }
}

pub(crate) fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "cases-progress-not-started",
        Progress::Blocked => "cases-progress-blocked",
        Progress::InProgress => "cases-progress-in-progress",
        Progress::WaitingForYou => "cases-progress-waiting-for-you",
        Progress::Done => "cases-progress-done",
        Progress::Problem => "cases-progress-problem",
    }
}

pub(crate) fn rating(level: &RatingLevel) -> &'static str {
    match level {
        RatingLevel::VerySatisfied => "cases-rating-very-satisfied",
        RatingLevel::Satisfied => "cases-rating-satisfied",
        RatingLevel::FairlySatisfied => "cases-rating-fairly-satisfied",
        RatingLevel::Dissatisfied => "cases-rating-dissatisfied",
        RatingLevel::VeryDissatisfied => "cases-rating-very-dissatisfied",
        RatingLevel::Unknown(_) => "cases-rating-unknown",
    }
}

/// Why a person rates as they do.
pub(crate) fn reason(reason: &RatingReason) -> &'static str {
    match reason {
        RatingReason::Fast => "cases-reason-fast",
        RatingReason::Clear => "cases-reason-clear",
        RatingReason::Friendly => "cases-reason-friendly",
        RatingReason::NothingAskedTwice => "cases-reason-nothing-asked-twice",
        RatingReason::Slow => "cases-reason-slow",
        RatingReason::Unclear => "cases-reason-unclear",
        RatingReason::Unfriendly => "cases-reason-unfriendly",
        RatingReason::AskedTwice => "cases-reason-asked-twice",
        RatingReason::DecisionUnexplained => "cases-reason-decision-unexplained",
        RatingReason::TechnicalTrouble => "cases-reason-technical-trouble",
        RatingReason::Unknown(_) => "cases-rating-unknown",
    }
}

pub(crate) fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "tone-neutral",
        Tone::Information => "tone-information",
        Tone::Success => "tone-success",
        Tone::Warning => "tone-warning",
        Tone::Urgent => "tone-urgent",
    }
}

pub(crate) fn claim(name: &str) -> Option<&'static str> {
    Some(match name {
        "name" => "sheet-claim-name",
        "id-number" => "sheet-claim-id-number",
        "birth-date" => "sheet-claim-birth-date",
        "phone" => "sheet-claim-phone",
        "gender" => "sheet-claim-gender",
        "email" => "sheet-claim-email",
        "address" => "sheet-claim-address",
        "postcode" => "sheet-claim-postcode",
        "plate" => "sheet-claim-plate",
        "account" => "sheet-claim-account",
        "over-16" => "sheet-claim-over-16",
        "over-18" => "sheet-claim-over-18",
        "over-60" => "sheet-claim-over-60",
        _ => return None,
    })
}

/// A claim as a person calls it.
pub(crate) fn claim_name(words: &Words, name: &str) -> String {
    claim(name).map_or_else(|| name.to_owned(), |id| words.say(id))
}

pub(crate) fn problem(words: &Words, problem: Problem) -> String {
    let args = Args::new().numbers(problem.numbers());
    words.with(problem.message_id(), &args)
}

/// What happened and what to do next.
pub(crate) fn fault(words: &Words, fault: &ShownFault) -> String {
    words.say(fault.message_id)
}

/// Why a PIN was not taken.
pub(crate) fn pin(words: &Words, why: PinError) -> String {
    let length = |bound: usize| u32::try_from(bound).unwrap_or(u32::MAX);
    match why {
        PinError::Shape => {
            let args = Args::new().number("least", length(PIN_MIN)).number("most", length(PIN_MAX));
            words.with("lock-pin-shape", &args)
        }
        PinError::Weak => words.say("lock-pin-weak"),
        PinError::Wrong => words.say("lock-pin-wrong"),
        PinError::Wait { until } => {
            words.with("lock-pin-wait", &Args::new().text("time", words.0.instant(until.as_millisecond())))
        }
    }
}
