//! Budgets: what a phone must fetch, keep and work. Counted, never timed, so that every machine says the same.

use fingertip_standard::{limits, work};

use super::component::place;
use crate::{Area, Check, Hit, Mishap, Place, Rule, Runs, Severity, Subject};

/// What a component should stay under; the demo's mini-apps, written with the SDK, have 130 to 155 KB.
const COMPONENT_BYTES: usize = 200 << 10;
/// What a small component stays under.
const SMALL_COMPONENT_BYTES: usize = 160 << 10;

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "component-too-large",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "The component is larger than the limit of the standard.",
        why: "No device takes it.",
        fix: "Leave out what a form does not need; build with the profile `guest`.",
        check: Check::Files(too_large),
    },
    Rule {
        id: "component-large",
        area: Area::Budgets,
        severity: Severity::Warning,
        catches: "The component is larger than 200 KB.",
        why: "On a slow network each 100 KB is seconds before the first page.",
        fix: "Look for large tables and for crates that a form does not need; have lists come from the department.",
        check: Check::Files(large),
    },
    Rule {
        id: "component-size",
        area: Area::Budgets,
        severity: Severity::Advice,
        catches: "The component is larger than 160 KB.",
        why: "It is growing towards the budget of 200 KB.",
        fix: "Look at what the last change added.",
        check: Check::Files(sizeable),
    },
    Rule {
        id: "bundle-too-large",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "The bundle is larger than the limit of the standard.",
        why: "No device takes it.",
        fix: "Make pictures smaller, and leave out files that nothing shows.",
        check: Check::Files(bundle),
    },
    Rule {
        id: "bundle-readable",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "The packed bundle cannot be read as a device would read it.",
        why: "A device refuses it for the same reason.",
        fix: "Pack it with `fingertip pack`.",
        check: Check::Files(readable),
    },
    Rule {
        id: "step-work",
        area: Area::Budgets,
        severity: Severity::Warning,
        catches: "One step costs more than a tenth of the work that a device allows: on a slow phone about 100 ms.",
        why: "A person notices a delay of 100 ms, and a step that costs more than the whole is ended.",
        fix: "Do less at once: sort and sum at the department, or show fewer rows.",
        check: Check::Runs(heavy),
    },
    Rule {
        id: "step-timed-out",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "A step costs more than half of the work that a device allows, or does not end.",
        why: "A step that costs more than the whole ends the mini-app, on every device alike; with other data than the gate's it is more.",
        fix: "Look for a loop that does not end with this event; sort and sum at the department, or show fewer rows.",
        check: Check::Runs(timed_out),
    },
    Rule {
        id: "memory-over-limit",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "The mini-app wanted more memory than the limit.",
        why: "The shell ends the mini-app.",
        fix: "Keep less at once, and drop what is no longer shown.",
        check: Check::Runs(memory_over),
    },
    Rule {
        id: "memory-high",
        area: Area::Budgets,
        severity: Severity::Warning,
        catches: "The mini-app used more than half of the memory that it may have.",
        why: "A phone with little memory ends other programs for it.",
        fix: "Keep less at once, and drop what is no longer shown.",
        check: Check::Runs(memory_high),
    },
    Rule {
        id: "step-moves-too-much",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "A step moved more data than the limit.",
        why: "The shell ends the mini-app.",
        fix: "Show a part of the data, and ask for more when the person does.",
        check: Check::Runs(moves),
    },
    Rule {
        id: "saved-too-large",
        area: Area::Budgets,
        severity: Severity::Error,
        catches: "The saved state is larger than the limit.",
        why: "What the person filled in is lost when the mini-app is closed.",
        fix: "Save answers and references, not lists that can be fetched again.",
        check: Check::Runs(saved_over),
    },
    Rule {
        id: "saved-large",
        area: Area::Budgets,
        severity: Severity::Warning,
        catches: "The saved state is larger than half of the limit.",
        why: "A longer form or a longer list will lose what the person filled in.",
        fix: "Save answers and references, not lists that can be fetched again.",
        check: Check::Runs(saved_high),
    },
];

fn component_over(subject: &Subject, limit: usize) -> Vec<Hit> {
    let bytes = subject.component.len();
    if bytes <= limit {
        return Vec::new();
    }
    vec![Hit::new(place(subject), format!("it has {} KB, the budget is {} KB", bytes >> 10, limit >> 10))]
}

fn too_large(subject: &Subject) -> Vec<Hit> {
    component_over(subject, usize::try_from(limits::BUNDLE_BYTES).unwrap_or(usize::MAX))
}

fn large(subject: &Subject) -> Vec<Hit> {
    component_over(subject, COMPONENT_BYTES)
}

fn sizeable(subject: &Subject) -> Vec<Hit> {
    if subject.component.len() > COMPONENT_BYTES {
        Vec::new()
    } else {
        component_over(subject, SMALL_COMPONENT_BYTES)
    }
}

fn bundle(subject: &Subject) -> Vec<Hit> {
    let (bytes, limit) = (subject.bundle_bytes, limits::BUNDLE_BYTES);
    if bytes <= limit {
        Vec::new()
    } else {
        vec![Hit::new(
            Place::file("manifest.json"),
            format!("the bundle has {bytes} bytes, the limit is {limit}"),
        )]
    }
}

fn readable(subject: &Subject) -> Vec<Hit> {
    subject.unreadable.iter().map(|reason| Hit::new(Place::file("manifest.json"), reason.clone())).collect()
}

/// What a step may cost before it is noticed; a script has its interpreter's share.
fn noticed(subject: &Subject) -> u64 {
    if subject.is_script() { work::SCRIPT_NOTICED_WORK } else { work::NOTICED_WORK }
}

fn heavy(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let (work, event) = &runs.work;
    let budget = noticed(subject);
    if *work <= budget {
        return Vec::new();
    }
    let place = Place { event: Some(event.clone()), ..place(subject) };
    let reason = format!(
        "a step costs {} million units of work, {} million are noticed",
        work / 1_000_000,
        budget / 1_000_000
    );
    vec![Hit::new(place, reason)]
}

/// A hit for each mishap of which `say` has something to say.
pub(super) fn mishaps(subject: &Subject, runs: &Runs, say: impl Fn(&Mishap) -> Option<String>) -> Vec<Hit> {
    let hit = |(mishap, event): &(Mishap, String)| {
        let place = Place { event: Some(event.clone()), ..place(subject) };
        say(mishap).map(|reason| Hit::new(place, format!("{reason}, after: {event}")))
    };
    runs.mishaps.iter().filter_map(hit).collect()
}

fn timed_out(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| {
        (*mishap == Mishap::TimedOut)
            .then(|| "a step did not end within half of the work that a device allows".into())
    })
}

/// What it may have; an interpreter's share is in a script's.
fn most_memory(subject: &Subject) -> usize {
    if subject.is_script() { limits::INTERPRETER_MEMORY_BYTES } else { limits::MEMORY_BYTES }
}

fn memory_over(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let reason = || format!("it wanted more than {} MB", most_memory(subject) >> 20);
    mishaps(subject, runs, |mishap| (*mishap == Mishap::OutOfMemory).then(reason))
}

fn memory_high(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let most = most_memory(subject);
    if runs.memory_bytes <= most / 2 {
        return Vec::new();
    }
    vec![Hit::new(place(subject), format!("it used {} of {} MB", runs.memory_bytes >> 20, most >> 20))]
}

fn moves(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| {
        (*mishap == Mishap::TooMuchData).then(|| "it moved more data than the limit".into())
    })
}

fn saved_over(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::SavedTooLarge(bytes) => {
            Some(format!("it saved {bytes} bytes, the limit is {}", limits::SAVED_BYTES))
        }
        _ => None,
    })
}

fn saved_high(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    if runs.saved_bytes <= limits::SAVED_BYTES / 2 || runs.saved_bytes > limits::SAVED_BYTES {
        return Vec::new();
    }
    vec![Hit::new(
        place(subject),
        format!("it saved {} bytes, the limit is {}", runs.saved_bytes, limits::SAVED_BYTES),
    )]
}
