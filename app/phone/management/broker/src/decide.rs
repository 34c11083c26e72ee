//! The decision.

use std::collections::BTreeSet;

use fingertip_standard::{
    Capability, ConsentSubject, FactTest, LocalText, Manifest, StandingConsent,
    capability::Consent,
    limits,
    requests::{Evidence, Refusal, Wish},
};
use jiff::{SignedDuration, Timestamp};

/// All that a decision rests on.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The verified manifest.
    pub manifest: &'a Manifest,
    /// What the store granted, from the signed metadata.
    pub granted: &'a BTreeSet<Capability>,
    /// Whether the person is signed in.
    pub is_signed_in: bool,
    /// What the person agreed to before.
    pub consents: &'a [StandingConsent],
    /// Requests of this mini-app that are under way.
    pub pending: usize,
    /// How long a standing consent holds, in days.
    pub consent_days: u32,
    /// Now.
    pub now: Timestamp,
}

/// One thing that the person is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionItem {
    /// What is asked for.
    pub subject: ConsentSubject,
    /// Whether only a test of it is answered, and which.
    pub test: Option<String>,
    /// What it is used for, as the verified manifest declares it.
    pub purpose: LocalText,
    /// How long it is kept, as the verified manifest declares it.
    pub retention: LocalText,
}

/// A question to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The capability.
    pub capability: Capability,
    /// What exactly; empty where the sheet itself shows it (a payment, a text to sign).
    pub items: Vec<QuestionItem>,
    /// Whether the answer is kept.
    pub is_kept: bool,
}

/// The decision on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Go on.
    Allow,
    /// Ask the person first.
    Ask(Question),
    /// Answer the mini-app with this.
    Refuse(Refusal),
}

/// Decides on one request.
#[must_use]
pub fn decide(wish: &Wish, facts: Facts<'_>) -> Decision {
    let capability = Capability::of(wish);
    let row = capability.row();
    if !facts.manifest.declares(wish) || !tests_are_known(wish) {
        return Decision::Refuse(Refusal::NotInManifest);
    }
    if row.needs_manifest && !facts.granted.contains(&capability) {
        return Decision::Refuse(Refusal::NotGrantedByStore);
    }
    if facts.pending >= limits::PENDING_REQUESTS {
        return Decision::Refuse(Refusal::OverQuota);
    }
    if row.needs_sign_in && !facts.is_signed_in {
        return Decision::Refuse(Refusal::NeedsSignIn);
    }
    let question = |items, is_kept| Decision::Ask(Question { capability, items, is_kept });
    match row.consent {
        Consent::Never => Decision::Allow,
        Consent::EachTime => question(Vec::new(), false),
        Consent::OncePerPurpose => {
            let items: Vec<QuestionItem> =
                asked(wish, facts.manifest).into_iter().filter(|item| !has_consent(item, facts)).collect();
            if items.is_empty() { Decision::Allow } else { question(items, true) }
        }
    }
}

fn asked(wish: &Wish, manifest: &Manifest) -> Vec<QuestionItem> {
    match wish {
        Wish::Claims(wishes) => wishes
            .iter()
            .filter_map(|wish| {
                let declared = manifest.claim_use(wish.claim.id()?)?;
                let test = (wish.evidence == Evidence::Test).then(|| wish.test.clone().unwrap_or_default());
                Some(QuestionItem {
                    subject: ConsentSubject::Claim(declared.claim.clone()),
                    test,
                    purpose: declared.purpose.clone(),
                    retention: declared.retention.clone(),
                })
            })
            .collect(),
        _ => vec![QuestionItem {
            subject: ConsentSubject::Capability(Capability::of(wish)),
            test: None,
            purpose: LocalText::default(),
            retention: LocalText::default(),
        }],
    }
}

/// Whether every test that is asked for is one that the host can answer.
fn tests_are_known(wish: &Wish) -> bool {
    let Wish::Claims(wishes) = wish else { return true };
    // One request asks one thing of a fact: a sheet has one line for it, and one answer.
    let once: BTreeSet<&str> = wishes.iter().map(|wish| wish.claim.as_str()).collect();
    if once.len() < wishes.len() {
        return false;
    }
    wishes.iter().all(|wish| match (wish.evidence, wish.claim.id(), &wish.test) {
        (Evidence::Value, _, _) => true,
        (Evidence::Test, Some(claim), Some(test)) => FactTest::read(claim, test).is_some(),
        (Evidence::Test, _, _) => false,
    })
}

fn has_consent(item: &QuestionItem, facts: Facts<'_>) -> bool {
    let lasts = SignedDuration::from_hours(24 * i64::from(facts.consent_days));
    facts.consents.iter().any(|consent| {
        consent.app == facts.manifest.app_id
            && consent.subject == item.subject
            && consent.purpose == item.purpose
            && consent.retention.as_ref() == Some(&item.retention)
            && consent.test == item.test
            && facts.now.duration_since(consent.given_at) < lasts
    })
}

#[cfg(test)]
mod tests;
