//! The authorisation endpoint and its login form.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::RawBody, clock, secrets};
use fingertip_store::StoreError;

use super::{
    devices,
    grants::{self, NewCode},
    page::{self, Language, LoginPage},
    params::Params,
    provider::Provider,
    request::{AuthorizeRequest, Refusal},
};

pub(crate) async fn show(
    State(provider): State<Arc<Provider>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let params = Params::parse(query.unwrap_or_default().as_bytes());
    let language = Language::negotiate(&params, &headers);
    match AuthorizeRequest::read(&params) {
        Ok(request) => login_page(&provider, &request, &params, Shown { language, has_error: false }),
        Err(refusal) => refuse(&provider, refusal, language),
    }
}

pub(crate) async fn log_in(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    RawBody(body): RawBody,
) -> Result<Response, ApiError> {
    let params = Params::parse(&body);
    let language = Language::negotiate(&params, &headers);
    let request = match AuthorizeRequest::read(&params) {
        Ok(request) => request,
        Err(refusal) => return Ok(refuse(&provider, refusal, language)),
    };
    let class = provider.classes.of(&params);
    let person = params.get("person").and_then(|id| provider.person_by_id(id));
    let passcode = params.get("passcode").unwrap_or_default();
    let Some(person) = person.filter(|_| secrets::is_same(passcode.trim(), class.passcode)) else {
        return Ok(login_page(&provider, &request, &params, Shown { language, has_error: true }));
    };
    let code = secrets::make_token(32).map_err(|_| ProblemCode::PlatformFailed)?;
    let new = NewCode {
        code_hash: secrets::derive_hash(&code),
        grant_id: secrets::make_token(16).map_err(|_| ProblemCode::PlatformFailed)?,
        subject: person.subject.to_owned(),
        scope: request.scope,
        redirect_uri: request.redirect.uri.clone(),
        challenge: request.challenge,
        nonce: request.nonce,
        key: request.key,
        device: devices::name(&headers),
        acr: class.acr,
        now: clock::now().as_second(),
    };
    let begun: Result<(), StoreError> = provider.database.run(move |work| grants::begin(work, &new)).await;
    begun?;
    Ok(found(&request.redirect.with("code", &code, &provider.issuer)))
}

#[derive(Clone, Copy)]
struct Shown {
    language: Language,
    has_error: bool,
}

fn login_page(provider: &Provider, request: &AuthorizeRequest, params: &Params, shown: Shown) -> Response {
    let cancel = request.redirect.with("error", "access_denied", &provider.issuer);
    LoginPage {
        provider,
        language: shown.language,
        params,
        cancel: &cancel,
        has_error: shown.has_error,
        passcode: provider.classes.of(params).passcode,
    }
    .answer()
}

fn refuse(provider: &Provider, refusal: Refusal, language: Language) -> Response {
    match refusal {
        Refusal::Page => page::refused(language),
        Refusal::Client(redirect, error) => found(&redirect.with("error", error, &provider.issuer)),
    }
}

/// 302 to `address`.
pub(crate) fn found(address: &str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store")]).into_response()
}
