//! What happens when it runs: every entry opens, nothing traps, the same events give the same steps everywhere.

use fingertip_standard::limits;

use super::{budgets::mishaps, component::place};
use crate::{Area, Check, Hit, Mishap, Rule, Runs, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "nothing-was-seen",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "The runs saw no screen, though no other rule says why.",
        why: "Most rules look at screens: a mini-app of which none was seen has not been checked.",
        fix: "Give the engine of a script with `--engine`, or fetch it with `fingertip engine fetch`; else show a page for each entry.",
        check: Check::Runs(nothing),
    },
    Rule {
        id: "entry-unreachable",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "An entry route ends the mini-app, or shows nothing.",
        why: "A link to it leads nowhere.",
        fix: "Show a page for each route of the manifest, also for one with odd parameters.",
        check: Check::Runs(entry),
    },
    Rule {
        id: "run-trapped",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "The mini-app trapped.",
        why: "The shell closes it with an apology.",
        fix: "Look at what is unwrapped, indexed or divided after this event.",
        check: Check::Runs(trapped),
    },
    Rule {
        id: "step-breaks-standard",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "A step breaks a rule of the standard.",
        why: "The shell refuses it and closes the mini-app.",
        fix: "Mend the node that is named; the SDK’s harness names it too.",
        check: Check::Runs(broke),
    },
    Rule {
        id: "runs-differ",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "The same events gave another step the second time.",
        why: "A replay, a test and a restart would each show something else.",
        fix: "Take clock and chance from the events, and no order from a hash map.",
        check: Check::Runs(differ),
    },
    Rule {
        id: "engines-differ",
        area: Area::Runs,
        severity: Severity::Error,
        catches: "The same events gave another step on the other engine.",
        why: "People with another phone would see something else.",
        fix: "Do not depend on the layout of memory or on the bits of a not-a-number.",
        check: Check::Runs(engines),
    },
    Rule {
        id: "restore-differs",
        area: Area::Runs,
        severity: Severity::Advice,
        catches: "Opened again with what it saved, it shows another page.",
        why: "A call comes in, and the person has lost their place.",
        fix: "Save where the person is.",
        check: Check::Runs(restore),
    },
    Rule {
        id: "data-in-one-language",
        area: Area::Runs,
        severity: Severity::Advice,
        catches: "Words given as data stay as they are when the language changes.",
        why: "They can never be translated.",
        fix: "Make a message of them.",
        check: Check::Runs(data),
    },
    Rule {
        id: "journey-fails",
        area: Area::Runs,
        severity: Severity::Warning,
        catches: "A recorded journey cannot be replayed.",
        why: "What the department tested is no longer what it ships.",
        fix: "Record it anew, or mend the mini-app.",
        check: Check::Runs(journey),
    },
];

fn nothing(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    // Anything else that a run meets is an error of another rule, which says more.
    let is_told = |mishap: &Mishap| {
        !matches!(mishap, Mishap::RestoredElsewhere(..) | Mishap::DataStays(_) | Mishap::Journey(_))
    };
    let Ok(manifest) = &subject.manifest else { return Vec::new() };
    if !runs.screens.is_empty() || runs.mishaps.iter().any(|(mishap, _)| is_told(mishap)) {
        return Vec::new();
    }
    let reason = match (manifest.fingertip.program.interpreter(), &subject.engine) {
        (Some(engine), None) => format!(
            "it is a script, and its engine, {} {}, is not here to play it",
            engine.name, engine.sha256
        ),
        (Some(_), Some(engine)) if engine.len() as u64 > limits::INTERPRETER_BYTES => {
            format!("its engine has {} bytes, the limit is {}", engine.len(), limits::INTERPRETER_BYTES)
        }
        _ => format!("no screen was seen in {} steps", runs.n_steps),
    };
    vec![Hit::new(place(subject), reason)]
}

fn entry(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::NoView(route) => Some(format!("{route} shows no page")),
        Mishap::EntryEnded(route, reason) => Some(format!("{route} ends it: {reason}")),
        _ => None,
    })
}

fn trapped(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::Trapped(reason) => Some(reason.clone()),
        _ => None,
    })
}

fn broke(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::BrokeStandard(reason) => Some(reason.clone()),
        _ => None,
    })
}

fn differ(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| {
        (*mishap == Mishap::OtherStep).then(|| "two runs gave different steps".into())
    })
}

fn engines(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| {
        (*mishap == Mishap::OtherEngine).then(|| "machine code and interpreter gave different steps".into())
    })
}

fn restore(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::RestoredElsewhere(before, after) => Some(format!("it was on {before} and opens on {after}")),
        _ => None,
    })
}

fn data(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::DataStays(text) => Some(format!("{text:?} is data")),
        _ => None,
    })
}

fn journey(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    mishaps(subject, runs, |mishap| match mishap {
        Mishap::Journey(reason) => Some(reason.clone()),
        _ => None,
    })
}
