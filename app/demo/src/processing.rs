//! How a department works its cases: it looks where a case stands, at what its person did since, and does the next thing, at its pace.

use std::{sync::Arc, time::Duration};

use fingertip_contract::{
    ActKind, Case, CaseState, Document,
    api::{self, AdvanceCase, CaseReply, DispatchedAct},
};
use fingertip_kit::clock;
use fingertip_standard::CaseId;
use fingertip_store::{StoreError, Transaction};
use reqwest::{RequestBuilder, Response, StatusCode};
use tokio::sync::watch;

use crate::{
    department::{Backend, Decision},
    desk::{self, Job},
    said::said,
    standing,
};

/// The wait with nothing to do; a new case ends it.
const REST: Duration = Duration::from_secs(30);
/// How long the platform may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Works until `stop` turns true.
pub(crate) async fn run(backend: Arc<Backend>, mut stop: watch::Receiver<bool>) {
    loop {
        let wait = match work_due(&backend).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(department = %backend.department.id(), %error, "cases cannot be worked on");
                REST
            }
        };
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = backend.wake.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Does what is due; says how long there is nothing to do.
async fn work_due(backend: &Backend) -> Result<Duration, StoreError> {
    loop {
        let department = backend.department.id();
        let job: Option<Job> = backend.database.run(move |work| desk::next(work, &department)).await?;
        let Some(job) = job else { return Ok(REST) };
        let early_ms = job.due_ms - clock::now().as_millisecond();
        if let Ok(wait) = u64::try_from(early_ms)
            && wait > 0
        {
            return Ok(Duration::from_millis(wait));
        }
        let outcome = do_next(backend, &job).await?;
        let pace = backend.pace;
        let keep = move |work: &Transaction<'_>| match outcome {
            Outcome::Done => desk::move_on(work, &job, pace),
            Outcome::NoAnswer => desk::postpone(work, &job),
            Outcome::Waits => desk::rest(work, &job),
            Outcome::Ends => desk::finish(work, &job),
        };
        backend.database.run(keep).await?;
    }
}

/// What became of the next thing to do.
#[derive(Debug, Clone, Copy)]
enum Outcome {
    /// It is done.
    Done,
    /// The platform did not answer, or another's act came first.
    NoAnswer,
    /// The person's turn.
    Waits,
    /// Nothing is to be done any more.
    Ends,
}

async fn do_next(backend: &Backend, job: &Job) -> Result<Outcome, StoreError> {
    let Ok(id) = CaseId::new(job.id.clone()) else { return Ok(Outcome::Ends) };
    if let Some(act) = &job.new_act {
        return look_at(backend, &id, act).await;
    }
    let shown =
        send(backend, backend.client.get(at(backend, &api::department_case(&backend.department.id(), &id))));
    let now: Case = match shown.await {
        Some(answer) if answer.status() == StatusCode::NOT_FOUND => return Ok(Outcome::Ends),
        Some(answer) => match answer.json().await {
            Ok(case) => case,
            Err(_) => return Ok(Outcome::NoAnswer),
        },
        None => return Ok(Outcome::NoAnswer),
    };
    if job.is_behind(&now) {
        return Ok(Outcome::Waits);
    }
    let step = match next_step(backend, job, &now).await? {
        Next::Step(step) => step,
        Next::Wait => return Ok(Outcome::Waits),
        Next::End => return Ok(Outcome::Ends),
    };
    let request = backend.client.post(at(backend, &api::advance(&backend.department.id(), &id))).json(&*step);
    Ok(match send(backend, request).await.map(|answer| answer.status()) {
        Some(status) if status.is_success() => Outcome::Done,
        // The person was quicker, or the answer to this step was lost: where the case stands is looked at anew.
        Some(StatusCode::CONFLICT) => Outcome::Done,
        Some(status) if status.is_client_error() => {
            tracing::error!(department = %backend.department.id(), %status, "platform refuses a step, the case is left");
            Outcome::Ends
        }
        _ => Outcome::NoAnswer,
    })
}

/// Reads what the person did. Who asks or adds something hears of it; the rest shows in where the case stands.
async fn look_at(backend: &Backend, id: &CaseId, act: &DispatchedAct) -> Result<Outcome, StoreError> {
    let text = match act.act.kind {
        ActKind::Ask => Some("reply-question"),
        ActKind::Add => Some("reply-addition"),
        _ => None,
    };
    if let Some(text) = text {
        let request = backend
            .client
            .post(at(backend, &api::reply(&backend.department.id(), id)))
            // A question is answered once, however often this is tried.
            .header(api::IDEMPOTENCY_KEY, &act.id)
            .json(&CaseReply { words: said(text) });
        match send(backend, request).await.map(|answer| answer.status()) {
            Some(status) if status.is_success() || status.is_client_error() => {}
            _ => return Ok(Outcome::NoAnswer),
        }
    }
    let act = act.id.clone();
    backend.database.run(move |work| desk::settle(work, &act)).await?;
    Ok(Outcome::Done)
}

fn at(backend: &Backend, path: &str) -> String {
    format!("{}{path}", backend.platform_url)
}

/// None where nobody answers.
async fn send(backend: &Backend, request: RequestBuilder) -> Option<Response> {
    request.bearer_auth(&backend.token).timeout(PATIENCE).send().await.ok()
}

/// What is to be done next.
enum Next {
    Step(Box<AdvanceCase>),
    /// Nothing until the person does something.
    Wait,
    /// Nothing any more.
    End,
}

async fn next_step(backend: &Backend, job: &Job, now: &Case) -> Result<Next, StoreError> {
    let step = |state, id: &str| AdvanceCase {
        note: Some(said(id)),
        office: Some(said(backend.department.office())),
        ..AdvanceCase::to(state)
    };
    let Some(case) = &job.case else { return Ok(Next::End) };
    let decide = || backend.department.decide(case, &job.acts, clock::now());
    let ask = |state, asks| AdvanceCase {
        asks,
        answer_by: clock::now()
            .to_zoned(clock::nation_zone())
            .date()
            .checked_add(jiff::Span::new().days(15))
            .ok(),
        ..step(state, "case-correction-asked")
    };
    use CaseState::{
        Accepted, Appealed, Approved, Closed, CorrectionAsked, Delivered, Received, Refused, Rejected,
        Review, SupplementAsked, Suspended, Withdrawn,
    };
    let next = match &now.state {
        Received => match decide() {
            Decision::Refuse(reason) => step(Refused, reason),
            Decision::Ask(asks) => ask(CorrectionAsked, asks),
            Decision::Grant(_) => step(Accepted, "case-accepted"),
        },
        Accepted => step(Review, "case-review"),
        Appealed => step(Review, "case-appeal-review"),
        Review => match decide() {
            Decision::Refuse(reason) => step(Rejected, reason),
            Decision::Ask(asks) => ask(SupplementAsked, asks),
            Decision::Grant(_) => step(Approved, "case-approved"),
        },
        Approved => {
            let mut delivered = step(Delivered, "case-delivered");
            if let Decision::Grant(Some(document)) = decide() {
                delivered.documents = sign(backend, *document).await?;
                delivered.note = Some(said("case-delivered-document"));
            }
            delivered
        }
        Delivered | Refused | Rejected => step(Closed, "case-closed"),
        CorrectionAsked | SupplementAsked | Suspended => return Ok(Next::Wait),
        // What was decided against the person is kept: they may still object.
        Closed if may_be_appealed(now) => return Ok(Next::Wait),
        Closed | Withdrawn | CaseState::Unknown(_) => return Ok(Next::End),
    };
    Ok(Next::Step(Box::new(next)))
}

fn may_be_appealed(case: &Case) -> bool {
    case.steps.iter().any(|step| matches!(step.state, CaseState::Refused | CaseState::Rejected))
        && !case.steps.iter().any(|step| matches!(step.state, CaseState::Appealed | CaseState::Delivered))
}

async fn sign(backend: &Backend, mut document: Document) -> Result<Vec<String>, StoreError> {
    document.status = Some(standing::place(backend, &document.id).await?);
    Ok(backend.key.sign("JWT", &document).into_iter().collect())
}
