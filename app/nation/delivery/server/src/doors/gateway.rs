//! The gateway: a mini-app's call to a registered operation of its own department, under the pairwise subject.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Json, extract::State, http::StatusCode};
use fingertip_cases::{
    derive_subject,
    mandates::{find_principal, note_act},
};
use fingertip_contract::{
    Problem, ProblemCode,
    api::{self, Operation, OperationReply, OperationRequest},
};
use fingertip_departments::{CallRefusal, Registered};
use fingertip_kit::{
    ApiError,
    answer::{self, AnswerError},
    body::{JsonBody, PathOf, StampedApp},
    webhooks::{self, SendError},
};
use fingertip_standard::{DepartmentId, HelperLinkId, OperationId, RunningApp, limits};
use fingertip_store::{StoreError, Transaction};

use crate::{askers::Person, audit::Actor, platform::Platform};

/// A department that takes longer is told as unavailable.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) async fn call(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf((department, operation)): PathOf<(DepartmentId, OperationId)>,
    StampedApp(app): StampedApp,
    JsonBody(request): JsonBody<OperationRequest>,
) -> Result<Json<OperationReply>, ApiError> {
    let registered = platform.departments.may_call(&app, &department, &operation).map_err(code_of_refusal)?;
    if !platform.published.knows(&app) {
        return Err(ProblemCode::AppNotPublished.into());
    }
    platform.gates.let_mini_app(&app.app)?;
    person.check_assurance(registered.needed_for(&operation))?;
    if request.body.len() > limits::BODY_BYTES {
        return Err(ProblemCode::BodyTooLarge.into());
    }
    let called = format!("{department}/{operation}");
    let actor = Actor::person(&platform, &person.subject);
    // What cannot be written down is not asked.
    let note = move |work: &Transaction<'_>| actor.note(work, Operation::CallDepartment, &called, "");
    let noted: Result<(), StoreError> = platform.database.run(note).await;
    noted?;
    let subject = match request.on_behalf {
        None => person.subject,
        // A mandate is for handing in.
        Some(_) if registered.changing.contains(&operation) => return Err(ProblemCode::MandateInvalid.into()),
        Some(link) => find_helped(&platform, person.subject, link, department.clone()).await?,
    };
    let subject = derive_subject(&subject, &department, &platform.pairwise_secret);
    let call = Call { operation, subject, app, body: request.body };
    let (status, body) = ask(&platform, &department, registered, call).await?;
    reply(status, body).map(Json)
}

/// Asks the department, if it answers these days.
async fn ask(
    platform: &Platform,
    department: &DepartmentId,
    registered: &Registered,
    call: Call,
) -> Result<(StatusCode, String), ApiError> {
    let left_alone = |wait: Duration| {
        // Whole seconds, and never less than is left (RFC 9110, 10.2.3).
        ApiError::from(ProblemCode::DepartmentUnavailable).after(Duration::from_secs(wait.as_secs() + 1))
    };
    platform.breakers.let_through(department, Instant::now()).map_err(left_alone)?;
    let asked = forward(platform, registered, call).await;
    let is_answer =
        asked.as_ref().is_ok_and(|said| !matches!(said, Ok((status, _)) if status.is_server_error()));
    if is_answer {
        platform.breakers.note_answer(department);
    } else if platform.breakers.note_failure(department, Instant::now()) {
        tracing::warn!(%department, "a department does not answer and is left alone for a while");
    }
    asked.map_err(|_| ProblemCode::DepartmentUnavailable)?
}

/// Whom `helper` acts for at `department`; they see that it was done.
async fn find_helped(
    platform: &Platform,
    helper: String,
    link: HelperLinkId,
    department: DepartmentId,
) -> Result<String, ApiError> {
    let find = move |work: &Transaction<'_>| {
        let principal = find_principal(work, &helper, Some(&link), &department)?;
        note_act(work, &principal, &department)?;
        Ok(principal.subject)
    };
    platform.database.run(find).await
}

struct Call {
    operation: OperationId,
    subject: String,
    app: RunningApp,
    body: String,
}

async fn forward(
    platform: &Platform,
    registered: &Registered,
    call: Call,
) -> Result<Result<(StatusCode, String), ApiError>, AnswerError> {
    let Ok(app) = serde_json::to_string(&call.app) else {
        return Ok(Err(ProblemCode::RunningAppMalformed.into()));
    };
    let request = platform
        .client
        .post(format!("{}/operations/{}", registered.backend, call.operation))
        .bearer_auth(&registered.token)
        .header(api::SUBJECT, call.subject)
        .header(api::RUNNING_APP, app)
        .header("content-type", "application/json")
        .timeout(PATIENCE)
        .body(call.body);
    let response = match webhooks::send(&platform.client, request, &platform.key).await {
        Ok(response) => response,
        Err(SendError::Http(error)) => return Err(error.into()),
        Err(error) => {
            tracing::error!(%error, "a call of a department cannot be sent");
            return Ok(Err(ProblemCode::PlatformFailed.into()));
        }
    };
    let status = response.status();
    let body = match answer::read(response, limits::BODY_BYTES).await {
        // It answers, and more than a mini-app takes: that is no reason to leave it alone.
        Err(AnswerError::TooLarge) => return Ok(Err(ProblemCode::DepartmentUnavailable.into())),
        read => read?,
    };
    Ok(String::from_utf8(body)
        .map(|body| (status, body))
        .map_err(|_| ProblemCode::DepartmentUnavailable.into()))
}

fn reply(status: StatusCode, body: String) -> Result<OperationReply, ApiError> {
    if status.is_success() {
        return Ok(OperationReply { body });
    }
    // A 401 or 403 is between the department and the platform: passed on, the shell would end the person's session.
    if !status.is_client_error() || matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return Err(ProblemCode::DepartmentUnavailable.into());
    }
    let problem: Option<Problem> = serde_json::from_str(&body).ok();
    let (code, detail) =
        problem.map_or((ProblemCode::DepartmentRefused, None), |problem| (problem.code, problem.detail));
    Err(ApiError::of_department(status, code, detail))
}

fn code_of_refusal(refusal: CallRefusal) -> ProblemCode {
    match refusal {
        CallRefusal::WrongDepartment => ProblemCode::WrongDepartment,
        CallRefusal::DepartmentUnknown => ProblemCode::DepartmentUnknown,
        CallRefusal::OperationUnknown => ProblemCode::OperationUnknown,
    }
}
