//! A mini-app's requests: decided, asked about, done, answered.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_broker::{Decision, Facts, Question, decide, disclosure};
use fingertip_standard::{
    Capability, CaseId, StandingConsent,
    events::Event,
    limits,
    requests::{Answer, Evidence, Objection, Refusal, Request, RequestFault, RequestId, Wish},
    words::Entry,
};

use crate::{
    Around, Effect, Notice, OpenMiniApp, Pending, Perform, RequestNumber, Running, Said, Sheet, SheetContent,
    SheetId,
    content::{known, told},
    running::Cause,
};

impl OpenMiniApp {
    /// What came of a request. One that is not waited for any more goes nowhere.
    pub fn answer(&mut self, request: RequestNumber, answer: Answer) -> Vec<Effect> {
        self.run(|running| running.answer(request, answer))
    }

    /// The person ticked the document at `index` of a sheet, or took the tick away.
    pub fn tick(&mut self, sheet: SheetId, index: usize, is_ticked: bool) -> Vec<Effect> {
        self.run(|running| running.tick(sheet, index, is_ticked))
    }

    /// The person gave the code that a sheet asks for: what it says. It is shown, and goes to the mini-app when they agree.
    pub fn scan(&mut self, sheet: SheetId, code: String) -> Vec<Effect> {
        self.run(|running| running.scan(sheet, code))
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
        let capability = Capability::of(&wish);
        let is_flood = capability != Capability::Close && !self.allows_request(capability, around.now);
        let decision = match self.decide(&wish, around, around.consents, self.pending.len()) {
            Decision::Allow | Decision::Ask(_) if is_flood => Decision::Refuse(Refusal::OverQuota),
            Decision::Allow | Decision::Ask(_) if around.lacks.contains(&capability) => {
                return vec![self.tell(Event::Answered(guest, Answer::Failed(RequestFault::Device)))];
            }
            Decision::Allow | Decision::Ask(_) if around.withheld.contains(&capability) => {
                return vec![self.tell(Event::Answered(guest, Answer::Refused(Refusal::DeclinedByPerson)))];
            }
            // What is handed in is so by a hand: in the step that answers a press, once; else the person is asked.
            Decision::Allow if self.hands_in(&wish, around) && !std::mem::take(&mut self.has_right) => {
                Decision::Ask(Question { capability, items: Vec::new(), is_kept: false })
            }
            decision => decision,
        };
        match decision {
            Decision::Allow => {
                // The person agreed to reminders before; this one is kept in their words all the same.
                let shown = match &wish {
                    Wish::Remind(reminder) => match self.reminding(reminder, words, around) {
                        Ok(reminder) => Some(SheetContent::Remind { reminder }),
                        Err(code) => return vec![self.reject(guest, code)],
                    },
                    _ => None,
                };
                let number = self.wait_for(guest, &wish);
                self.perform(number, wish, shown, around)
            }
            Decision::Ask(question) if self.has_declined(&question) => {
                vec![self.tell(Event::Answered(guest, Answer::Refused(Refusal::DeclinedByPerson)))]
            }
            Decision::Ask(_) if self.unasked.sheets >= limits::SHEETS_PER_PRESS => {
                vec![self.tell(Event::Answered(guest, Answer::Refused(Refusal::OverQuota)))]
            }
            Decision::Ask(question) => match self.content(&wish, &question, words, around) {
                Ok(content) => {
                    self.unasked.sheets += 1;
                    let request = self.wait_for(guest, &wish);
                    let id = self.next_sheet();
                    let sheet = Sheet { id, request, question, content, words: words.clone(), wish };
                    self.sheets.push(sheet.clone());
                    vec![Effect::Ask(Box::new(sheet))]
                }
                Err(code) => vec![self.reject(guest, code)],
            },
            Decision::Refuse(refusal) => {
                let told = self.tell(Event::Answered(guest, Answer::Refused(refusal)));
                let asked = if refusal == Refusal::NeedsSignIn { self.ask_to_sign_in() } else { None };
                asked.into_iter().chain([told]).collect()
            }
        }
    }

    /// Tells the guest that what it named is nothing.
    fn reject(&mut self, guest: RequestId, code: &str) -> Effect {
        self.tell(Event::Answered(guest, Answer::Rejected(objection(code))))
    }

    /// The number of a request that is answered later.
    fn wait_for(&mut self, guest: RequestId, wish: &Wish) -> RequestNumber {
        let number = RequestNumber(self.n_requests);
        self.n_requests += 1;
        self.pending.insert(number, Pending { guest, wish: wish.clone() });
        number
    }

    fn next_sheet(&mut self) -> SheetId {
        let id = SheetId(self.n_sheets);
        self.n_sheets += 1;
        id
    }

    /// Whether it hands something in or changes something. What is paid or signed is asked about each time anyway.
    pub(crate) fn hands_in(&self, wish: &Wish, around: &Around<'_>) -> bool {
        match wish {
            Wish::SubmitCase(_) => true,
            Wish::Call(call) => {
                call.operation.id().is_some_and(|id| around.rules.changes(&self.app.department, id))
            }
            _ => false,
        }
    }

    /// Once for each thing that the person does.
    fn ask_to_sign_in(&mut self) -> Option<Effect> {
        (!std::mem::replace(&mut self.unasked.sign_in, true)).then_some(Effect::AskToSignIn)
    }

    pub(crate) fn decide(
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
            consent_days: around.rules.consent_days,
            now: around.now,
        };
        decide(wish, facts)
    }

    /// Whether the person already said no to any of it in this opening. What is asked anew each time may be asked anew.
    fn has_declined(&self, question: &Question) -> bool {
        question.is_kept && question.items.iter().any(|item| self.declined.contains(&item.subject))
    }

    fn tick(&mut self, id: SheetId, index: usize, is_ticked: bool) -> Vec<Effect> {
        let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == id) else { return Vec::new() };
        let SheetContent::Documents { papers } = &mut sheet.content else { return Vec::new() };
        let Some((_, tick)) = papers.get_mut(index) else { return Vec::new() };
        *tick = is_ticked;
        vec![Effect::Ask(Box::new(sheet.clone()))]
    }

    /// The person gave a code for a sheet that asks for one.
    fn scan(&mut self, id: SheetId, text: String) -> Vec<Effect> {
        let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == id) else { return Vec::new() };
        let SheetContent::Scan { code } = &mut sheet.content else { return Vec::new() };
        *code = Some(text).filter(|text| !text.is_empty() && text.len() <= limits::CODE_BYTES);
        vec![Effect::Ask(Box::new(sheet.clone()))]
    }

    fn answer_sheet(&mut self, id: SheetId, has_agreed: bool, around: &Around<'_>) -> Vec<Effect> {
        let Some(at) = self.sheets.iter().position(|sheet| sheet.id == id) else { return Vec::new() };
        let sheet = self.sheets.remove(at);
        let Sheet { request, question, content: shown, words, wish, .. } = &sheet;
        let request = *request;
        if !has_agreed {
            if question.is_kept {
                self.declined.extend(question.items.iter().map(|item| item.subject.clone()));
            }
            return self.answer(request, Answer::Refused(Refusal::DeclinedByPerson));
        }
        // A yes is an act of the person's as a press is: what follows from it may ask anew.
        self.unasked.sheets = 0;
        let given = self.consents(question, around);
        let mut consents = around.consents.to_vec();
        consents.extend(given.iter().cloned());
        // The person may have signed out, or asked for too much, since the sheet came up.
        let others = self.pending.len().saturating_sub(1);
        let refusal = match self.decide(wish, around, &consents, others) {
            Decision::Allow => None,
            Decision::Ask(now) if now == *question && !question.is_kept => None,
            Decision::Ask(_) => Some(Refusal::DeclinedByPerson),
            Decision::Refuse(refusal) => Some(refusal),
        };
        // Nobody agrees to a blank: that is a no.
        if let Some(refusal) = refusal.or(shown.is_blank().then_some(Refusal::DeclinedByPerson)) {
            return self.answer(request, Answer::Refused(refusal));
        }
        // What would be done now may be another thing than what was agreed to: a fact or the region has changed. It is shown anew.
        match self.content(wish, question, words, around) {
            Ok(now) if now.shows_the_same(shown) => {}
            Ok(content) => {
                let sheet = Sheet { id: self.next_sheet(), content, ..sheet };
                self.sheets.insert(at, sheet.clone());
                return vec![Effect::Ask(Box::new(sheet))];
            }
            Err(code) => return self.answer(request, Answer::Rejected(objection(code))),
        }
        let Sheet { content, wish, .. } = sheet;
        let mut effects: Vec<Effect> = given.into_iter().map(Effect::GiveConsent).collect();
        effects.extend(self.perform(request, wish, Some(content), around));
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

    /// Does what an allowed request asks for: here what needs no one else, else as an effect. `agreed` is what a sheet showed of it.
    fn perform(
        &mut self,
        request: RequestNumber,
        wish: Wish,
        agreed: Option<SheetContent>,
        around: &Around<'_>,
    ) -> Vec<Effect> {
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
        // From here on it is handed in or it is filled in, never both: no draft of it is written beside what is sent.
        self.has_submitted |= matches!(wish, Wish::SubmitCase(_));
        let (claims, files) = match &wish {
            Wish::Claims(wishes) => (told(wishes, around), Vec::new()),
            Wish::SubmitCase(draft) => {
                (known(self.agreed_claims(draft, around), around), self.files_of(draft).cloned().collect())
            }
            _ => (BTreeMap::new(), Vec::new()),
        };
        let documents = agreed.as_ref().map(SheetContent::ticked).unwrap_or_default();
        let (destination, said) = match agreed {
            Some(SheetContent::Open { destination }) => (Some(destination), None),
            Some(SheetContent::Share { text }) => (None, Some(Said::Text(text))),
            Some(SheetContent::Remind { reminder }) => (None, Some(Said::Reminder(reminder))),
            Some(SheetContent::Scan { code }) => (None, code.map(Said::Code)),
            _ => (None, None),
        };
        let with = self.disclosed(&wish, &documents, &files, destination.as_ref(), around);
        let disclosure = disclosure(&wish, &self.app, &self.manifest, with, around.now);
        vec![Effect::Perform(Box::new(Perform {
            request,
            app: self.app.clone(),
            draft_key: self.draft_key.clone(),
            wish,
            disclosure,
            claims,
            files,
            documents,
            destination,
            said,
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
                self.queued = matches!(answer, Answer::Queued).then_some(guest);
                if let Answer::CaseAccepted(case) = &answer {
                    self.watched.extend(CaseId::new(case.as_str()).ok());
                }
                let answers = std::mem::take(&mut self.answers);
                effects.extend((!answers.is_empty()).then_some(Effect::Remember(answers)));
            }
            (_, Wish::SubmitCase(_)) => self.has_submitted = false,
            _ => {}
        }
        // Who has paid or signed has pressed for it: what is done with the receipt needs no second sheet.
        let is_by_hand = matches!(answer, Answer::Receipt(_) | Answer::Signature(_));
        let told = self.tell(Event::Answered(guest, answer));
        if is_by_hand && let Some(cause) = self.in_flight.back_mut() {
            *cause = Cause::Press;
        }
        effects.push(told);
        effects
    }
}

/// What a mini-app is told that named nothing.
fn objection(code: &str) -> Objection {
    Objection { code: code.to_owned(), words: None }
}
