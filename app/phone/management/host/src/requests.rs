//! A mini-app's requests: decided, asked about, done, answered.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_broker::{Decision, Facts, Question, decide, disclosure};
use fingertip_standard::{
    Capability, CaseId, ClaimName, ConsentSubject, FactTest, Named, StandingConsent,
    events::Event,
    limits,
    requests::{Answer, ClaimWish, Evidence, Objection, Refusal, Request, Wish},
    words::Entry,
};
use jiff::tz::TimeZone;

use crate::{
    Around, Effect, Notice, OpenMiniApp, Pending, Perform, RequestNumber, Running, Sheet, SheetContent,
    SheetId,
};

impl OpenMiniApp {
    /// What came of a request. One that is not waited for any more goes nowhere.
    pub fn answer(&mut self, request: RequestNumber, answer: Answer) -> Vec<Effect> {
        self.run(|running| running.answer(request, answer))
    }

    /// The person answered a sheet: agreeing does exactly what it shows, if that is still allowed. A sheet that is gone
    /// answers nothing.
    pub fn answer_sheet(&mut self, sheet: SheetId, has_agreed: bool, around: &Around<'_>) -> Vec<Effect> {
        self.run(|running| running.answer_sheet(sheet, has_agreed, around))
    }
}

impl Running {
    /// A step asks for something.
    pub(crate) fn ask(&mut self, request: Request, words: &Arc<[Entry]>, around: &Around<'_>) -> Vec<Effect> {
        let Request { id: guest, wish } = request;
        let decision = match self.decide(&wish, around, around.consents, self.pending.len()) {
            // A case is handed in by a hand: in the step that answers a press, once; else the person is asked.
            Decision::Allow if hands_in(&wish) && !std::mem::take(&mut self.has_right) => {
                Decision::Ask(Question {
                    capability: Capability::of(&wish),
                    items: Vec::new(),
                    is_kept: false,
                })
            }
            decision => decision,
        };
        let number = RequestNumber(self.n_requests);
        self.n_requests += 1;
        match decision {
            Decision::Allow => {
                self.pending.insert(number, Pending { guest, wish: wish.clone() });
                self.perform(number, wish, around)
            }
            Decision::Ask(question)
                if self.has_declined(&question) || self.unasked.sheets >= limits::SHEETS_PER_PRESS =>
            {
                vec![self.tell(Event::Answered(guest, Answer::Refused(Refusal::DeclinedByPerson)))]
            }
            Decision::Ask(question) => {
                let content = match self::content(&wish, &question, around) {
                    Ok(content) => content,
                    Err(code) => {
                        let objection = Objection { code: code.to_owned(), words: None };
                        return vec![self.tell(Event::Answered(guest, Answer::Rejected(objection)))];
                    }
                };
                self.pending.insert(number, Pending { guest, wish: wish.clone() });
                let id = SheetId(self.n_sheets);
                self.n_sheets += 1;
                let sheet = Sheet { id, request: number, question, content, words: words.clone(), wish };
                self.unasked.sheets += 1;
                self.sheets.push(sheet.clone());
                vec![Effect::Ask(Box::new(sheet))]
            }
            Decision::Refuse(refusal) => {
                let told = self.tell(Event::Answered(guest, Answer::Refused(refusal)));
                let asked = if refusal == Refusal::NeedsSignIn { self.ask_to_sign_in() } else { None };
                asked.into_iter().chain([told]).collect()
            }
        }
    }

    /// Once for each thing that the person does.
    fn ask_to_sign_in(&mut self) -> Option<Effect> {
        (!std::mem::replace(&mut self.unasked.sign_in, true)).then_some(Effect::AskToSignIn)
    }

    fn decide(
        &self,
        wish: &Wish,
        around: &Around<'_>,
        consents: &[StandingConsent],
        pending: usize,
    ) -> Decision {
        let facts = Facts {
            manifest: &self.manifest,
            granted: &self.granted,
            is_signed_in: around.facts.is_some(),
            consents,
            pending,
            now: around.now,
        };
        decide(wish, facts)
    }

    /// Whether the person already said no to any of it in this opening. What is asked anew each time may be asked anew.
    fn has_declined(&self, question: &Question) -> bool {
        question.is_kept && question.items.iter().any(|item| self.declined.contains(&item.subject))
    }

    fn answer_sheet(&mut self, id: SheetId, has_agreed: bool, around: &Around<'_>) -> Vec<Effect> {
        let Some(at) = self.sheets.iter().position(|sheet| sheet.id == id) else { return Vec::new() };
        let Sheet { request, question, content, wish, .. } = self.sheets.remove(at);
        if !has_agreed {
            if question.is_kept {
                self.declined.extend(question.items.into_iter().map(|item| item.subject));
            }
            return self.answer(request, Answer::Refused(Refusal::DeclinedByPerson));
        }
        let given = self.consents(&question, around);
        let mut consents = around.consents.to_vec();
        consents.extend(given.iter().cloned());
        // The person may have signed out, or asked for too much, since the sheet came up.
        let others = self.pending.len().saturating_sub(1);
        let refusal = match self.decide(&wish, around, &consents, others) {
            Decision::Allow => None,
            Decision::Ask(now) if now == question && !question.is_kept => None,
            Decision::Ask(_) => Some(Refusal::DeclinedByPerson),
            Decision::Refuse(refusal) => Some(refusal),
        };
        if let Some(refusal) = refusal {
            return self.answer(request, Answer::Refused(refusal));
        }
        let mut effects: Vec<Effect> = given.into_iter().map(Effect::GiveConsent).collect();
        match (content, wish) {
            (SheetContent::Open { destination }, Wish::Open(link)) => effects.push(Effect::Go {
                request,
                caller: self.app.clone(),
                link,
                destination: Box::new(destination),
            }),
            (_, wish) => effects.extend(self.perform(request, wish, around)),
        }
        effects
    }

    /// What the person has just agreed to for good.
    fn consents(&self, question: &Question, around: &Around<'_>) -> Vec<StandingConsent> {
        let items = question.items.iter().filter(|_| question.is_kept);
        items
            .map(|item| StandingConsent {
                app: self.app.app.clone(),
                subject: item.subject.clone(),
                purpose: item.purpose.clone(),
                retention: Some(item.retention.clone()),
                test: item.test.clone(),
                given_at: around.now,
            })
            .collect()
    }

    /// Does what an allowed request asks for: here what needs no one else, else as an effect.
    fn perform(&mut self, request: RequestNumber, wish: Wish, around: &Around<'_>) -> Vec<Effect> {
        match &wish {
            Wish::Close => {
                let discarded = Effect::DiscardDraft(self.draft_key.clone());
                return [discarded].into_iter().chain(self.end()).collect();
            }
            Wish::WatchCase(case) => {
                // A mini-app watches its own cases only; the answer is the same, so that it learns nothing of others.
                self.watched.extend(case.id().cloned());
                return self.answer(request, Answer::Done);
            }
            _ => {}
        }
        let (claims, files) = match &wish {
            Wish::Claims(wishes) => (told(wishes, around), Vec::new()),
            Wish::SubmitCase(draft) => {
                // Only what was agreed to since the mini-app was opened goes with the case.
                let agreed = draft.claims.iter().filter(|name| self.claims.contains_key(name.as_str()));
                let files = draft.files.iter().filter_map(|handle| self.chosen.get(handle)).cloned();
                (known(agreed, around), files.collect())
            }
            _ => (BTreeMap::new(), Vec::new()),
        };
        let disclosure = disclosure(&wish, &self.app, &self.manifest, around.now);
        vec![Effect::Perform(Box::new(Perform {
            request,
            app: self.app.clone(),
            wish,
            disclosure,
            claims,
            files,
            region: around.region.cloned(),
        }))]
    }

    fn answer(&mut self, request: RequestNumber, answer: Answer) -> Vec<Effect> {
        let Some(Pending { guest, wish }) = self.pending.remove(&request) else { return Vec::new() };
        let mut effects = Vec::new();
        match &answer {
            Answer::Refused(Refusal::NeedsSignIn) => effects.extend(self.ask_to_sign_in()),
            Answer::Queued => effects.push(Effect::Notice(Notice::CaseKept)),
            _ => {}
        }
        match (&answer, &wish) {
            (Answer::Claims(facts), Wish::Claims(wishes)) => {
                // The answer to a test is no fact: it fills nothing and goes with no case.
                let is_asked = |name: &str, evidence| {
                    wishes.iter().any(|wish| wish.claim.as_str() == name && wish.evidence == evidence)
                };
                let is_fact = |name: &str| !is_asked(name, Evidence::Test) || is_asked(name, Evidence::Value);
                self.claims.extend(facts.iter().filter(|(name, _)| is_fact(name)).cloned());
                self.fill();
            }
            (Answer::CaseAccepted(_) | Answer::Queued, Wish::SubmitCase(_)) => {
                self.has_submitted = true;
                self.queued = matches!(answer, Answer::Queued).then_some(guest);
                if let Answer::CaseAccepted(case) = &answer {
                    self.watched.extend(CaseId::new(case.as_str()).ok());
                }
                effects.push(Effect::DiscardDraft(self.draft_key.clone()));
            }
            _ => {}
        }
        effects.push(self.tell(Event::Answered(guest, answer)));
        effects
    }
}

/// Whether it hands something in. What is paid or signed is asked about each time anyway.
fn hands_in(wish: &Wish) -> bool {
    matches!(wish, Wish::SubmitCase(_))
}

/// What a sheet shows of `wish`; else the code by which a mini-app is told that its link leads nowhere.
fn content(wish: &Wish, question: &Question, around: &Around<'_>) -> Result<SheetContent, &'static str> {
    match wish {
        Wish::Open(link) => Ok(SheetContent::Open { destination: around.links.find(link)? }),
        Wish::Pay(payment) => Ok(SheetContent::Payment { payment: payment.clone() }),
        Wish::SubmitCase(draft) => Ok(SheetContent::HandIn { draft: Box::new(draft.clone()) }),
        _ => {
            // What would be told, and of a fact that is only tested no more than that.
            let told = if let Wish::Claims(wishes) = wish { told(wishes, around) } else { BTreeMap::new() };
            let claims = question.items.iter().filter_map(|item| match &item.subject {
                ConsentSubject::Claim(claim) => Some(claim.clone()),
                ConsentSubject::Capability(_) => None,
            });
            let values = claims.map(|claim| {
                let value = told.get(&claim).cloned();
                (claim, value)
            });
            Ok(SheetContent::Consent { values: values.collect() })
        }
    }
}

/// What is told of the facts that are asked for: their values, and yes or no to a test of one.
fn told(wishes: &[ClaimWish], around: &Around<'_>) -> BTreeMap<ClaimName, String> {
    let values = wishes.iter().filter(|wish| wish.evidence == Evidence::Value).map(|wish| &wish.claim);
    let tests = wishes.iter().filter(|wish| wish.evidence == Evidence::Test);
    let mut told: BTreeMap<ClaimName, String> = tests
        .filter_map(|wish| Some((wish.claim.id()?.clone(), passes(wish, around)?.to_string())))
        .collect();
    told.extend(known(values, around));
    told
}

/// Whether the person's fact passes the test. The day is that of UTC, for the host has no place: near midnight on a birthday the
/// answer may be some hours early or late.
fn passes(wish: &ClaimWish, around: &Around<'_>) -> Option<bool> {
    let claim = wish.claim.id()?;
    let today = around.now.to_zoned(TimeZone::UTC).date();
    FactTest::read(claim, wish.test.as_deref()?)?.holds(around.facts?.get(claim)?, today)
}

/// The facts among `names` that are known of the person.
fn known<'n>(
    names: impl Iterator<Item = &'n Named<ClaimName>>,
    around: &Around<'_>,
) -> BTreeMap<ClaimName, String> {
    let Some(facts) = around.facts else { return BTreeMap::new() };
    names
        .filter_map(Named::id)
        .filter_map(|name| facts.get(name).cloned().map(|value| (name.clone(), value)))
        .collect()
}
