//! A life event handed in with one form: received once under its key, and its first steps begun in the same transaction.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_contract::{
    Catalogue, JointMomentKind, JointReason, JointReasonKind, JointService, JointStepState, LifeEvent,
    ProblemCode,
    api::{ProvenFacts, SubmitJointCase, SubmittedFile},
    joint::{FieldKind, FormFlawKind},
};
use fingertip_kit::{ApiError, clock};
use fingertip_standard::{CaseId, DepartmentId, RegionCode, limits::CASE_FILES_BYTES};
use fingertip_store::{
    StoreError, Transaction, joint,
    joint::{Joint, Step},
};

use super::{around::Around, content::Content, settle::settle, skip::moment, view};
use crate::{acts::check_files, once::Once, promise::day_of, reference, uploads, words::say_skipped};

/// With what references of joint cases begin, in the place of a department's letters.
const INITIALS: &str = "JC";

/// A life event as a person hands it in.
#[derive(Debug)]
pub struct JointSubmission {
    /// Under which key, and whose it is.
    pub once: Once,
    /// What is asked for.
    pub asked: SubmitJointCase,
}

/// A submission that fits what is offered: nothing in it has to be looked at again but what is proven.
#[derive(Debug)]
pub struct Fitting {
    event: LifeEvent,
    plan: JointService,
    steps: Vec<Step>,
}

impl Fitting {
    /// The departments that do the steps.
    pub fn departments(&self) -> impl Iterator<Item = &DepartmentId> {
        self.steps.iter().filter(|step| step.state == JointStepState::Waiting).map(|step| &step.department)
    }
}

impl JointSubmission {
    /// What the person `subject` hands in under `key`. Answers are taken without the spaces around them, and empty ones are none.
    ///
    /// # Errors
    /// `input-invalid` for files that cannot be read, `body-malformed` when it cannot be written down.
    pub fn new(subject: String, key: String, mut asked: SubmitJointCase) -> Result<Self, ApiError> {
        check_files(&asked.files)?;
        asked.answers = std::mem::take(&mut asked.answers)
            .into_iter()
            .map(|(id, said)| (id, said.trim().to_owned()))
            .filter(|(_, said)| !said.is_empty())
            .collect();
        // Without the proof, which is made anew with each try.
        let unproven = SubmitJointCase { proof: None, ..asked.clone() };
        Ok(Self { once: Once::new(subject, key, &("joint", &unproven))?, asked })
    }

    /// Whether it fits what `catalogue` offers now.
    ///
    /// # Errors
    /// `joint-unknown`, `joint-form-invalid`, `region-not-served`, `proof-missing` and `input-invalid` for other claims than are needed.
    pub fn fit(&self, catalogue: &Catalogue) -> Result<Fitting, ApiError> {
        let asked = &self.asked;
        let event = catalogue.life_event(&asked.life_event).ok_or(ProblemCode::JointUnknown)?;
        let plan = event.joint.clone().ok_or(ProblemCode::JointUnknown)?;
        let today = day_of(clock::now());
        let is_region =
            |region: &RegionCode| catalogue.region(region).is_some_and(|known| known.holds_on(today));
        if !is_region(&asked.region) || asked.destination.as_ref().is_some_and(|region| !is_region(region)) {
            return Err(ProblemCode::RegionNotServed.into());
        }
        if plan.needs_destination() != asked.destination.is_some() {
            return Err(ApiError::titled(ProblemCode::JointFormInvalid, "destination"));
        }
        self.check_form(&plan, is_region)?;
        let needed = plan.facts_for(&asked.answers);
        let claimed: BTreeSet<_> = asked.claims.keys().cloned().collect();
        if needed != claimed {
            let code = if needed.is_subset(&claimed) {
                ProblemCode::InputInvalid
            } else {
                ProblemCode::ProofMissing
            };
            return Err(code.into());
        }
        let steps = self.steps(&plan, catalogue)?;
        Ok(Fitting { event: LifeEvent { joint: None, ..event.clone() }, plan, steps })
    }

    fn check_form(
        &self,
        plan: &JointService,
        is_region: impl Fn(&RegionCode) -> bool,
    ) -> Result<(), ApiError> {
        let files: Vec<&str> = self.asked.files.iter().map(|file| file.key.as_str()).collect();
        if let Some(flaw) = plan.check_form(&self.asked.answers, &files).into_iter().next() {
            let what = match flaw.kind {
                FormFlawKind::Missing => "is missing",
                FormFlawKind::Malformed => "is none of its kind",
                FormFlawKind::TooMuch => "is too much",
                FormFlawKind::NotAsked => "is not asked",
            };
            // What nobody asks is named by whoever sent it.
            let field = plan.field(&flaw.field).map_or("something", |field| field.id.as_str());
            return Err(ApiError::titled(ProblemCode::JointFormInvalid, format!("{field} {what}")));
        }
        let of_regions = plan.fields().filter(|field| field.kind == FieldKind::Region);
        for field in of_regions {
            let code = self.asked.answers.get(&field.id).and_then(|said| RegionCode::new(said.clone()).ok());
            if code.is_some_and(|code| !is_region(&code)) {
                let what = format!("{} is no region of the nation", field.id);
                return Err(ApiError::titled(ProblemCode::JointFormInvalid, what));
            }
        }
        Ok(())
    }

    /// The steps, each with the service that does it where the person lives or moves to.
    fn steps(&self, plan: &JointService, catalogue: &Catalogue) -> Result<Vec<Step>, ApiError> {
        let (home, destination) = (&self.asked.region, self.asked.destination.as_ref());
        let done: BTreeSet<&str> = plan.steps_for(&self.asked.answers).map(|step| step.id.as_str()).collect();
        let steps = plan.steps.iter().map(|step| {
            let is_done = done.contains(step.id.as_str());
            let region = plan.region_of(step, home, destination).ok_or(ProblemCode::RegionNotServed)?;
            // What is not needed need not be there.
            let any = || step.services.iter().filter(|_| !is_done).find_map(|id| catalogue.service(id));
            let service = plan.service_of(step, region, catalogue).or_else(any);
            let service = service.ok_or(ProblemCode::RegionNotServed)?;
            let kind = JointReasonKind::NotNeeded;
            let reason = (!is_done).then(|| JointReason { words: say_skipped(&kind), kind, step: None });
            Ok(Step {
                id: step.id.clone(),
                service: service.id.clone(),
                department: service.department.clone(),
                region: region.clone(),
                promised_days: service.promised_days,
                state: if is_done { JointStepState::Waiting } else { JointStepState::Skipped },
                reason,
                case: None,
            })
        });
        steps.collect()
    }

    /// Receives it with what is `proven` of the person; says the joint case as JSON, its reference and which departments have something
    /// new. All of it stands or falls together.
    ///
    /// # Errors
    /// `upload-incomplete`, `upload-too-large` when all files together are more than a department takes, `input-invalid` for a file that is
    /// none, or the database refuses.
    pub fn receive(
        &self,
        work: &Transaction<'_>,
        fitting: Fitting,
        proven: Option<ProvenFacts>,
        around: Around<'_>,
    ) -> Result<ReceivedJoint, ApiError> {
        let mut files = self.asked.files.clone();
        uploads::take(work, self.once.subject(), &mut files)?;
        check_content(&files)?;
        let content = Content { answers: self.asked.answers.clone(), proven };
        let written = |value: serde_json::Result<String>| {
            value.map_err(|_| ApiError::from(ProblemCode::PlatformFailed))
        };
        let of = Joint {
            id: free_reference(work, around)?,
            subject: self.once.subject().to_owned(),
            life_event: fitting.event.id,
            name: fitting.event.name,
            region: self.asked.region.clone(),
            destination: self.asked.destination.clone(),
            submitted_at: around.now,
            is_withdrawn: false,
            plan: written(serde_json::to_string(&fitting.plan))?,
            content: Some(written(serde_json::to_string(&content))?),
        };
        joint::insert(work, &of, &fitting.steps, &files)?;
        joint::note(work, &of.id, &moment(around.now, JointMomentKind::Submitted, None))?;
        let told = settle(work, &of.id, around)?;
        let shown = view::show(work, &of, around.now)?;
        let response = written(serde_json::to_string(&shown))?;
        self.once.keep(work, &response, around.now.as_millisecond())?;
        Ok(ReceivedJoint { response, id: of.id, told })
    }
}

/// A joint case that was received.
#[derive(Debug)]
pub struct ReceivedJoint {
    /// The joint case as JSON.
    pub response: String,
    /// Its reference.
    pub id: CaseId,
    /// Which departments have something new.
    pub told: Vec<DepartmentId>,
}

/// Each file has content, and all together are no more than a department's door takes.
fn check_content(files: &[SubmittedFile]) -> Result<(), ApiError> {
    let mut n_bytes = 0;
    for file in files {
        let content = BASE64.decode(&file.content).map_err(|_| ProblemCode::InputInvalid)?;
        if content.is_empty() {
            return Err(ProblemCode::InputInvalid.into());
        }
        n_bytes += content.len() as u64;
    }
    if n_bytes > CASE_FILES_BYTES {
        let title = format!("{CASE_FILES_BYTES} bytes in all at most");
        return Err(ApiError::titled(ProblemCode::UploadTooLarge, title));
    }
    Ok(())
}

fn free_reference(work: &Transaction<'_>, around: Around<'_>) -> Result<CaseId, StoreError> {
    loop {
        let id = reference::make_with(INITIALS, around.now, &mut rand::rng());
        if !joint::exists(work, id.as_str())? {
            return Ok(id);
        }
    }
}
