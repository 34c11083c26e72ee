//! What it asks for: what the manifest says and what it does are the same.

use std::collections::BTreeSet;

use fingertip_standard::{
    Capability, Link,
    manifest::GovernmentMembers,
    requests::{Call, CaseDraft, Wish},
};

use super::component::place;
use crate::{Area, Asked, Check, Hit, Place, Rule, Runs, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "capability-not-asked",
        area: Area::Access,
        severity: Severity::Error,
        catches: "It uses a capability that the manifest does not ask for.",
        why: "The broker denies it, and the person sees it fail.",
        fix: "Ask for it in `fingertip.capabilities`, or leave it out.",
        check: Check::Runs(capability_denied),
    },
    Rule {
        id: "capability-unused",
        area: Area::Access,
        severity: Severity::Warning,
        catches: "The manifest asks for a capability that no run uses.",
        why: "Nobody should hold a right that they do not need.",
        fix: "Leave it out, or add the sample reply or journey that leads to its use.",
        check: Check::Runs(capability_unused),
    },
    Rule {
        id: "claim-undeclared",
        area: Area::Access,
        severity: Severity::Error,
        catches: "It asks for a claim that the manifest does not declare.",
        why: "The broker denies it: there is no purpose that the person could agree to.",
        fix: "Declare it with its purpose and retention, or leave it out.",
        check: Check::Runs(claim_denied),
    },
    Rule {
        id: "claim-unused",
        area: Area::Access,
        severity: Severity::Warning,
        catches: "The manifest declares a claim that no run asks for.",
        why: "The law allows no fact to be asked for without need.",
        fix: "Leave it out, or add the sample reply or journey that leads to it.",
        check: Check::Runs(claim_unused),
    },
    Rule {
        id: "claims-without-any",
        area: Area::Access,
        severity: Severity::Error,
        catches: "The manifest asks for claims and declares none.",
        why: "The capability then gives nothing.",
        fix: "Declare the claims, or leave the capability out.",
        check: Check::Files(claims_none),
    },
    Rule {
        id: "operation-undeclared",
        area: Area::Access,
        severity: Severity::Error,
        catches: "It calls an operation that the manifest does not declare.",
        why: "The gateway denies it.",
        fix: "Declare it in `fingertip.operations`, or leave it out.",
        check: Check::Runs(operation_denied),
    },
    Rule {
        id: "operation-unused",
        area: Area::Access,
        severity: Severity::Warning,
        catches: "The manifest declares an operation that no run calls.",
        why: "Each open door of a department is one more to guard.",
        fix: "Leave it out, or add the sample reply or journey that leads to it.",
        check: Check::Runs(operation_unused),
    },
    Rule {
        id: "sample-reply-missing",
        area: Area::Access,
        severity: Severity::Advice,
        catches: "A declared operation has no sample reply.",
        why: "The runs cannot see the pages behind it.",
        fix: "Add it to `replies.json` of the mini-app’s folder.",
        check: Check::Files(reply_missing),
    },
    Rule {
        id: "document-undeclared",
        area: Area::Access,
        severity: Severity::Error,
        catches: "It reads a kind of document that the manifest does not declare.",
        why: "The broker denies it.",
        fix: "Declare it in `fingertip.documents`, or leave it out.",
        check: Check::Runs(document_denied),
    },
    Rule {
        id: "document-unused",
        area: Area::Access,
        severity: Severity::Warning,
        catches: "The manifest declares a kind of document that no run reads or offers.",
        why: "Nobody should hold a right that they do not need.",
        fix: "Leave it out, or add the sample reply or journey that leads to it.",
        check: Check::Runs(document_unused),
    },
    Rule {
        id: "service-undeclared",
        area: Area::Access,
        severity: Severity::Error,
        catches: "It hands in a case for a service that the manifest does not name.",
        why: "The platform refuses the case.",
        fix: "Name the service in `fingertip.services`.",
        check: Check::Runs(service_denied),
    },
    Rule {
        id: "sign-in-at-once",
        area: Area::Access,
        severity: Severity::Warning,
        catches: "Its first step asks for something that needs signing in.",
        why: "A sheet opens before the person has touched anything; phishing looks like that.",
        fix: "Ask when the person presses the button that needs it.",
        check: Check::Runs(sign_in),
    },
    Rule {
        id: "body-not-json",
        area: Area::Access,
        severity: Severity::Advice,
        catches: "The body of a call or case is no JSON.",
        why: "The gateway expects JSON text.",
        fix: "Make it with the SDK’s `Json`.",
        check: Check::Runs(body),
    },
    Rule {
        id: "link-malformed",
        area: Area::Access,
        severity: Severity::Error,
        catches: "The mini-app wants to open a link that no shell follows.",
        why: "The person is asked for nothing and taken nowhere.",
        fix: "Write `fingertip://miniapp/ID/ROUTE?NAME=VALUE`, or an `https` address.",
        check: Check::Runs(link),
    },
];

fn own(subject: &Subject) -> Option<&GovernmentMembers> {
    subject.manifest.as_ref().ok().map(|manifest| &manifest.fingertip)
}

/// A hit for each request of which `say` has something to say.
fn asked(
    subject: &Subject,
    runs: &Runs,
    say: impl Fn(&GovernmentMembers, &Asked) -> Vec<String>,
) -> Vec<Hit> {
    let Some(own) = own(subject) else { return Vec::new() };
    let hits = runs.asked.iter().flat_map(|asked| {
        let place = Place { event: Some(asked.event.clone()), ..place(subject) };
        say(own, asked).into_iter().map(move |reason| Hit::new(place.clone(), reason))
    });
    hits.collect()
}

/// A hit for each of `declared` that no run used. Only what was seen whole can say "never".
fn unused(
    subject: &Subject,
    runs: &Runs,
    what: &str,
    declared: impl IntoIterator<Item = String>,
    used: &BTreeSet<String>,
) -> Vec<Hit> {
    if !runs.is_whole || !runs.is_representative || runs.n_steps == 0 {
        return Vec::new();
    }
    let never = declared.into_iter().filter(|name| !used.contains(name));
    let place = |name: &str| Place::line("manifest.json", subject.manifest_line(&format!("\"{name}\"")));
    never.map(|name| Hit::new(place(&name), format!("no run uses the {what} {name}"))).collect()
}

fn used<'a, T: IntoIterator<Item = &'a str>>(
    runs: &'a Runs,
    names: impl Fn(&'a Wish) -> T,
) -> BTreeSet<String> {
    runs.asked.iter().flat_map(|asked| names(&asked.wish)).map(str::to_owned).collect()
}

fn claims(wish: &Wish) -> Vec<&str> {
    match wish {
        Wish::Claims(wishes) => wishes.iter().map(|wish| wish.claim.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn operation(wish: &Wish) -> Option<&str> {
    match wish {
        Wish::Call(Call { operation, .. }) => Some(operation.as_str()),
        _ => None,
    }
}

fn documents(wish: &Wish) -> &[String] {
    match wish {
        Wish::ReadDocuments(kinds) => kinds,
        _ => &[],
    }
}

fn capability_denied(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |own, asked| {
        let capability = Capability::of(&asked.wish);
        let is_denied = capability.row().needs_manifest && !own.capabilities.contains(&capability);
        is_denied.then(|| format!("it uses {capability}")).into_iter().collect()
    })
}

fn capability_unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let declared = own(subject).into_iter().flat_map(|own| own.capabilities.iter().map(ToString::to_string));
    unused(subject, runs, "capability", declared, &used(runs, |wish| [Capability::of(wish).row().id]))
}

fn claim_denied(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |own, asked| {
        let denied = claims(&asked.wish)
            .into_iter()
            .filter(|claim| !own.claims.iter().any(|own| own.claim.as_str() == *claim));
        denied.map(|claim| format!("it asks for the claim {claim}")).collect()
    })
}

fn claim_unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let declared =
        own(subject).into_iter().flat_map(|own| own.claims.iter().map(|own| own.claim.to_string()));
    unused(subject, runs, "claim", declared, &used(runs, claims))
}

fn claims_none(subject: &Subject) -> Vec<Hit> {
    let is_bad = own(subject)
        .is_some_and(|own| own.capabilities.contains(&Capability::Claims) && own.claims.is_empty());
    if is_bad {
        vec![Hit::new(
            Place::line("manifest.json", subject.manifest_line("\"claims\"")),
            "it declares no claim",
        )]
    } else {
        Vec::new()
    }
}

fn operation_denied(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |own, asked| {
        let denied =
            operation(&asked.wish).filter(|called| !own.operations.iter().any(|own| own.as_str() == *called));
        denied.map(|operation| format!("it calls {operation}")).into_iter().collect()
    })
}

fn operation_unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let declared = own(subject).into_iter().flat_map(|own| own.operations.iter().map(ToString::to_string));
    unused(subject, runs, "operation", declared, &used(runs, operation))
}

fn reply_missing(subject: &Subject) -> Vec<Hit> {
    let (Some(own), Some(replies)) = (own(subject), &subject.replies) else { return Vec::new() };
    let missing = own.operations.iter().filter(|operation| !replies.contains_key(operation.as_str()));
    let place = |name: &str| Place::line("manifest.json", subject.manifest_line(&format!("\"{name}\"")));
    missing.map(|own| Hit::new(place(own.as_str()), format!("{own} has no sample reply"))).collect()
}

fn document_denied(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |own, asked| {
        let denied = documents(&asked.wish).iter().filter(|kind| !own.documents.contains(kind));
        denied.map(|kind| format!("it reads documents of the kind {kind}")).collect()
    })
}

fn document_unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    // What is offered is a signed document whose kind only the department's reply knows.
    let offers = runs.asked.iter().any(|asked| matches!(asked.wish, Wish::OfferDocument(_)));
    let declared = own(subject).filter(|_| !offers).into_iter().flat_map(|own| own.documents.clone());
    unused(
        subject,
        runs,
        "kind of document",
        declared,
        &used(runs, |wish| documents(wish).iter().map(String::as_str)),
    )
}

fn service_denied(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |own, asked| match &asked.wish {
        Wish::SubmitCase(CaseDraft { service, .. })
            if service.id().is_none_or(|service| !own.services.contains(service)) =>
        {
            vec![format!("it hands in a case for {service}")]
        }
        _ => Vec::new(),
    })
}

fn sign_in(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |_, asked| {
        let capability = Capability::of(&asked.wish);
        asked
            .is_unasked_sign_in
            .then(|| format!("its first step asks for {capability}"))
            .into_iter()
            .collect()
    })
}

fn body(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |_, asked| {
        let (what, body) = match &asked.wish {
            Wish::Call(call) => (format!("the body of {}", call.operation), &call.body),
            Wish::SubmitCase(draft) => (format!("the case for {}", draft.service), &draft.body),
            _ => return Vec::new(),
        };
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(body).is_ok();
        if is_json { Vec::new() } else { vec![format!("{what} is no JSON")] }
    })
}

fn link(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    asked(subject, runs, |_, asked| match &asked.wish {
        Wish::Open(text) => {
            Link::parse(text, &[]).err().map(|error| format!("{text:?}: {error}")).into_iter().collect()
        }
        _ => Vec::new(),
    })
}
