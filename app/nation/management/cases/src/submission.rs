//! A case handed in: received once under its key, with its answer and its way to the department kept together.

use std::collections::BTreeMap;

use fingertip_contract::{
    ProblemCode, Service,
    api::{DispatchedCase, ProvenFacts, SubmitCase},
};
use fingertip_kit::{ApiError, clock};
use fingertip_standard::{CaseId, DepartmentId, RunningApp};
use fingertip_store::{StoreError, Transaction, cases, outbox::NewParcel};

use crate::{
    deliveries,
    mandates::{Principal, find_principal, note_act},
    once::Once,
    pairwise, reference,
    state::{self, NewCase},
    uploads,
};

/// What a person hands in.
#[derive(Debug)]
pub struct Submission {
    /// Under which key, and whose it is.
    pub once: Once,
    /// The mini-app in which it is handed in.
    pub app: RunningApp,
    /// What is asked for.
    pub asked: SubmitCase,
}

impl Submission {
    /// What the person `subject` hands in under `key`.
    ///
    /// # Errors
    /// `body-malformed` when it cannot be written down.
    pub fn new(subject: String, key: String, app: RunningApp, asked: SubmitCase) -> Result<Self, ApiError> {
        // Written anew from what was read, so that spaces and the order of members make no other request; without the proof, which
        // is made anew with each try.
        let unproven = SubmitCase { proof: None, ..asked.clone() };
        Ok(Self { once: Once::new(subject, key, &(&app.app, &unproven))?, app, asked })
    }

    /// Whose case it is: the caller's, or that of whom they have a mandate.
    ///
    /// # Errors
    /// `mandate-invalid`, `facts-of-another`, or the database refuses.
    pub fn principal(&self, work: &Transaction<'_>) -> Result<Principal, ApiError> {
        let asked = &self.asked;
        let principal =
            find_principal(work, self.once.subject(), asked.on_behalf.as_ref(), &self.app.department)?;
        // They would be the helper's own.
        let has_facts = asked.proof.is_some() || !asked.claims.is_empty() || !asked.told.is_empty();
        if principal.helper_name.is_some() && has_facts {
            return Err(ProblemCode::FactsOfAnother.into());
        }
        Ok(principal)
    }

    /// Receives it for `service` with what is `proven` of the person, and says the case as JSON. Case, answer and dispatch stand
    /// or fall together. The proof stays here: it names the person as every department could. So does the link under which a helper
    /// hands it in; key, answer and uploads are the caller's, the case is the helped person's. The mandate is looked at in the same
    /// transaction: one that was ended a moment ago lets nothing in.
    ///
    /// # Errors
    /// `mandate-invalid`, `facts-of-another`, `upload-incomplete`, `upload-too-large` when all files together are more than a department takes, or the database refuses.
    pub fn receive(
        &self,
        work: &Transaction<'_>,
        service: &Service,
        proven: Option<ProvenFacts>,
        pairwise_secret: &str,
    ) -> Result<Received, ApiError> {
        let now = clock::now();
        let at_ms = now.as_millisecond();
        let principal = self.principal(work)?;
        let id = free_reference(work, &service.department)?;
        let by = principal.helper_name.clone();
        let new = NewCase {
            id: id.clone(),
            service: service.id.clone(),
            department: service.department.clone(),
            region: self.asked.region.clone(),
            app: self.app.app.clone(),
            promised_days: service.promised_days,
            handed_in_by: by,
            joint: None,
        };
        let case = state::receive(new, now);
        // A helper hands it in and does nothing more in it.
        let shown = if case.handed_in_by.is_none() { state::with_acts(case.clone()) } else { case.clone() };
        let response = serde_json::to_string(&shown).map_err(|_| ProblemCode::BodyMalformed)?;
        note_act(work, &principal, &service.department)?;
        let helper = principal.helper_name.is_some().then_some(self.once.subject());
        cases::insert(work, &principal.subject, helper, &case)?;
        self.once.keep(work, &response, at_ms)?;
        let subject = pairwise::derive_subject(&principal.subject, &service.department, pairwise_secret);
        let mut case =
            SubmitCase { claims: BTreeMap::new(), proof: None, on_behalf: None, ..self.asked.clone() };
        uploads::take(work, self.once.subject(), &mut case.files)?;
        let dispatched =
            DispatchedCase { id: id.clone(), subject, app: self.app.clone(), case, proven, joint: None };
        let body = serde_json::to_string(&dispatched).map_err(|_| ProblemCode::BodyMalformed)?;
        let department = service.department.as_str();
        let case_id = id.clone();
        let (id, path) = (id.as_str(), "/cases");
        deliveries::put(work, &NewParcel { id, case_id: id, department, path, body: &body }, at_ms)?;
        Ok(Received { response, case: case_id })
    }
}

/// A case that was received.
#[derive(Debug)]
pub struct Received {
    /// The case as JSON.
    pub response: String,
    /// Its reference.
    pub case: CaseId,
}

/// A reference that no case has.
pub(crate) fn free_reference(
    work: &Transaction<'_>,
    department: &DepartmentId,
) -> Result<CaseId, StoreError> {
    loop {
        let id = reference::make_reference(department, clock::now(), &mut rand::rng());
        if !cases::exists(work, id.as_str())? {
            return Ok(id);
        }
    }
}
