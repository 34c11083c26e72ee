//! Who asks: a person by an access token of their issuer, a department or the operator by a token of their own.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, OriginalUri, RawPathParams},
    http::request::Parts,
};
use fingertip_cases::persons::{Asking, find_person};
use fingertip_contract::{ProblemCode, api::AssuranceLevel};
use fingertip_kit::{ApiError, Issuer, body::bearer, clock, proofs::Asked, secrets};
use fingertip_standard::DepartmentId;
use fingertip_store::{Transaction, proofs, sessions};

use crate::{audit::Actor, platform::Platform};

/// A person who asked.
pub(crate) struct Person {
    /// Their name here: the same at whichever provider they signed in.
    pub(crate) subject: String,
    /// Their name, where the issuer wrote it into the token.
    pub(crate) name: Option<String>,
    /// How surely they signed in.
    pub(crate) assurance: AssuranceLevel,
    /// Whose token they showed.
    issuer_url: String,
    /// Its name for them.
    pub(crate) issuer_subject: String,
}

impl Person {
    /// Whose token they showed.
    pub(crate) fn issuer<'a>(&self, platform: &'a Platform) -> Result<&'a Issuer, ApiError> {
        platform.issuers.find(&self.issuer_url).ok_or_else(|| ProblemCode::TokenInvalid.into())
    }

    /// Whether they signed in as surely as is `needed`.
    ///
    /// # Errors
    /// `assurance-substantial-needed`, `assurance-high-needed`.
    pub(crate) fn check_assurance(&self, needed: AssuranceLevel) -> Result<(), ApiError> {
        match needed.problem().filter(|_| self.assurance < needed) {
            Some(problem) => Err(problem.into()),
            None => Ok(()),
        }
    }
}

impl FromRequestParts<Arc<Platform>> for Person {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        // A router inside another sees a shorter path than the one that a proof of possession names.
        let path = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri.path(),
            None => parts.uri.path(),
        };
        let url = format!("{}{path}", platform.url);
        let asked = Asked { method: parts.method.as_str(), url: &url };
        let shown = platform.issuers.verify(&parts.headers, &asked).await?;
        platform.gates.let_person(shown.issuer.url(), &shown.claims.sub)?;
        let asking = Asking {
            issuer: shown.issuer.url().to_owned(),
            subject: shown.claims.sub.clone(),
            number: shown.vouched_number().map(str::to_owned),
        };
        let (issuer_url, issuer_subject) = (asking.issuer.clone(), asking.subject.clone());
        let (at, sid) = (Arc::clone(platform), shown.claims.sid.clone());
        // Where other machines serve this platform too, one of them may have taken the same proof.
        let proof = shown.claims.proof.clone().filter(|_| platform.database.is_shared());
        let find = move |work: &Transaction<'_>| {
            if let Some(proof) = &proof
                && !proofs::note(work, &proof.id, proof.until_s, clock::now().as_second())?
            {
                return Err(ProblemCode::TokenInvalid.into());
            }
            find_live(&at, work, &asking, sid.as_deref())
        };
        let subject = platform.database.run(find).await?;
        let (name, assurance) = (shown.claims.name, shown.assurance);
        Ok(Self { subject, name, assurance, issuer_url, issuer_subject })
    }
}

/// The person who asks, if their session has not ended. What is joined is noted.
fn find_live(
    platform: &Platform,
    work: &Transaction<'_>,
    asking: &Asking,
    sid: Option<&str>,
) -> Result<String, ApiError> {
    if let Some(sid) = sid
        && sessions::has_ended(work, &asking.issuer, sid)?
    {
        return Err(ProblemCode::TokenInvalid.into());
    }
    let found = find_person(work, asking, &platform.first_issuer, &platform.pairwise_secret)?;
    if found.has_joined {
        Actor::person(platform, &found.person).note_join(work)?;
    }
    Ok(found.person)
}

/// The operator asked.
pub(crate) struct Operator;

impl FromRequestParts<Arc<Platform>> for Operator {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        match bearer(&parts.headers) {
            Some(token) if secrets::is_same(token, &platform.operator_token) => Ok(Self),
            _ => Err(ProblemCode::OperatorTokenInvalid.into()),
        }
    }
}

/// The department that the path names asked. Who asks is known before a body is read.
pub(crate) struct AskingDepartment;

impl FromRequestParts<Arc<Platform>> for AskingDepartment {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        let named = RawPathParams::from_request_parts(parts, platform).await;
        let named = named.map_err(|_| ProblemCode::NotFound)?;
        let named = named.iter().find_map(|(name, value)| (name == "department").then_some(value));
        // A text that is no id names nothing that exists.
        let department = named.and_then(|text| DepartmentId::new(text).ok()).ok_or(ProblemCode::NotFound)?;
        match (platform.departments.find(&department), bearer(&parts.headers)) {
            (Some(registered), Some(token)) if registered.is_token(token) => {
                platform.gates.let_department(&department)?;
                Ok(Self)
            }
            _ => Err(ProblemCode::DepartmentTokenInvalid.into()),
        }
    }
}
