//! What the platform is asked.

use std::sync::Arc;

use fingertip_contract::{
    Case, Catalogue, HelperCode, HelperLink, Helpers, JointCase, Mandate, ProblemCode, ServiceRating,
    api::{self, Operation},
    catalogue_change::changed,
    read_cases,
    use_counts::{ServiceUse, UseReport},
};
use fingertip_standard::{CaseId, DepartmentId, HelperLinkId, OperationId, RunningApp};

use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    error::PlatformError,
    http::{Call, Sender},
    progress::Limits,
    token::TokenSource,
};

/// A client of one platform.
#[derive(Clone)]
pub struct Platform {
    sender: Sender,
}

impl std::fmt::Debug for Platform {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Platform").finish_non_exhaustive()
    }
}

/// Cases as far as they could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseList {
    /// Those that could.
    pub cases: Vec<Case>,
    /// How many could not: a newer platform may know more of a case than this version.
    pub n_unread: usize,
}

/// A catalogue, with what the platform calls this version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownCatalogue {
    /// Its entity tag, without quotes; none where the platform gave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The catalogue.
    #[serde(flatten, with = "shared")]
    pub catalogue: Arc<Catalogue>,
}

/// A catalogue that is shared, as its own members.
mod shared {
    use std::sync::Arc;

    use fingertip_contract::Catalogue;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(catalogue: &Arc<Catalogue>, to: S) -> Result<S::Ok, S::Error> {
        catalogue.as_ref().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<Catalogue>, D::Error> {
        Catalogue::deserialize(from).map(Arc::new)
    }
}

/// What can be read of a catalogue; none where that is no service.
fn read_catalogue(whole: Value) -> Option<Catalogue> {
    let (catalogue, rejected) = Catalogue::read(whole);
    if !rejected.is_empty() {
        // Not why: a parser's words quote the item.
        tracing::warn!(n_rejected = rejected.len(), "items of the catalogue were left out");
    }
    (!catalogue.services.is_empty()).then_some(catalogue)
}

impl Platform {
    /// A client of the platform at `base`, which asks `tokens` whenever it asks for a person.
    ///
    /// # Errors
    /// [`PlatformError::Insecure`] when `base` is neither `https` nor this device, [`PlatformError::Nonsense`] when there is no HTTP
    /// client on this device.
    pub fn new(base: &str, tokens: Arc<dyn TokenSource>) -> Result<Self, PlatformError> {
        Ok(Self { sender: Sender::new(base, tokens)? })
    }

    /// Gives up after other times in which nothing moves than [`Limits::default`].
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.sender.limit(limits);
        self
    }

    pub(crate) fn sender(&self) -> &Sender {
        &self.sender
    }

    fn at(&self, operation: Operation, ids: &[&str]) -> Call {
        self.sender.at(operation, ids)
    }

    /// Where things are.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached or says no.
    pub async fn info(&self) -> Result<api::PlatformInfo, PlatformError> {
        self.sender.ask(&self.at(Operation::ShowInfo, &[])).await
    }

    /// The catalogue, by what has changed since the version that is `known`, where the platform remembers that. One bad item of it costs
    /// no other: it is left out, and the log says how many were.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, or there is no service in it.
    pub async fn catalogue(&self, known: Option<&KnownCatalogue>) -> Result<KnownCatalogue, PlatformError> {
        if let Some(known) = known
            && let Some(now) = self.changed_catalogue(known).await?
        {
            return Ok(now);
        }
        let call = self.at(Operation::ShowCatalogue, &[]).remembered();
        let (body, tag) = self.sender.tagged_answer(&call).await?;
        let version = tag.map(|tag| tag.trim_start_matches("W/").trim_matches('"').to_owned());
        let nonsense = || PlatformError::Nonsense { reason: "a catalogue".into() };
        let catalogue = match serde_json::from_slice(&body) {
            Ok(whole) => whole,
            Err(_) => {
                read_catalogue(serde_json::from_slice(&body).map_err(|_| nonsense())?).ok_or_else(nonsense)?
            }
        };
        Ok(KnownCatalogue { version, catalogue: Arc::new(catalogue) })
    }

    /// The catalogue that `known` has become; none where that is to be read as a whole.
    async fn changed_catalogue(
        &self,
        known: &KnownCatalogue,
    ) -> Result<Option<KnownCatalogue>, PlatformError> {
        let Some(version) = &known.version else { return Ok(None) };
        let body = match self.sender.body(&self.at(Operation::ShowCatalogueChange, &[version])).await {
            Ok(body) => body,
            Err(error @ (PlatformError::Unreachable | PlatformError::TimedOut)) => return Err(error),
            // A platform that remembers this version no more, or has no such door.
            Err(_) => return Ok(None),
        };
        let Ok(change) = serde_json::from_slice::<Value>(&body) else { return Ok(None) };
        let Some(now) = change["version"].as_str().map(str::to_owned) else { return Ok(None) };
        if now == *version {
            return Ok(Some(known.clone()));
        }
        let before = serde_json::to_value(&*known.catalogue).ok();
        let whole = before.and_then(|before| changed(before, change).ok());
        let Some(catalogue) = whole.and_then(read_catalogue) else {
            tracing::warn!("a change of the catalogue leads nowhere, it is read as a whole");
            return Ok(None);
        };
        Ok(Some(KnownCatalogue { version: Some(now), catalogue: Arc::new(catalogue) }))
    }

    /// What people think of services.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached or says no.
    pub async fn ratings(&self) -> Result<Vec<ServiceRating>, PlatformError> {
        self.sender.ask(&self.at(Operation::ListRatings, &[]).remembered()).await
    }

    /// Which services stand out by how often they are used.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached or says no.
    pub async fn most_used(&self) -> Result<Vec<ServiceUse>, PlatformError> {
        self.sender.ask(&self.at(Operation::ListUses, &[]).remembered()).await
    }

    /// Says at random what was used in a week. Asked without a token: the platform learns from nobody in particular.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached or says no.
    pub async fn report_use(&self, report: &UseReport) -> Result<(), PlatformError> {
        self.sender.body(&self.at(Operation::ReportUse, &[]).json(report)?).await.map(drop)
    }

    /// The keys that sign a department's documents, a JWK set as JSON.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached or says no.
    pub async fn department_keys(&self, department: &DepartmentId) -> Result<String, PlatformError> {
        let call = self.at(Operation::ShowDepartmentKeys, &[department.as_str()]);
        let keys: serde_json::Value = self.sender.ask(&call).await?;
        Ok(keys.to_string())
    }

    /// The status list at `uri`, a signed token as it came (draft-ietf-oauth-status-list-21, 8.2), of at most `most_bytes`. Asked
    /// without a token: whoever publishes it learns nothing of the person.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, is too large or no text; [`PlatformError::Insecure`] when `uri` is neither `https` nor
    /// this device.
    pub async fn status_list(&self, uri: &str, most_bytes: usize) -> Result<String, PlatformError> {
        let call = Sender::published(uri)?.accept("application/statuslist+jwt").at_most(most_bytes);
        let body = self.sender.body(&call).await?;
        let nonsense = |_| PlatformError::Nonsense { reason: "a status list".into() };
        let token = String::from_utf8(body).map_err(nonsense)?;
        Ok(token.trim().to_owned())
    }

    /// The person's cases. One that cannot be read costs no other.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn cases(&self) -> Result<CaseList, PlatformError> {
        self.list(&self.at(Operation::ListCases, &[]).remembered()).await
    }

    /// Hands a case in; `key` makes a repeated one the same.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn submit(
        &self,
        key: &str,
        app: &RunningApp,
        case: &api::SubmitCase,
    ) -> Result<Case, PlatformError> {
        let call = self.at(Operation::SubmitCase, &[]).key(key).stamp(app)?.json(case)?;
        self.sender.ask(&call).await
    }

    /// Who helps the person, and whom they help.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helpers(&self) -> Result<Helpers, PlatformError> {
        self.sender.ask(&self.at(Operation::ListHelpers, &[])).await
    }

    /// A code that the person tells somebody: whoever uses it has this mandate, if there is one.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helper_code(&self, mandate: Option<&Mandate>) -> Result<HelperCode, PlatformError> {
        let asked = api::AskForHelp { mandate: mandate.cloned() };
        self.sender.ask(&self.at(Operation::MakeHelperCode, &[]).json(&asked)?).await
    }

    /// Helps whoever told this code.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn become_helper(&self, code: &str) -> Result<HelperLink, PlatformError> {
        let asked = api::AcceptHelp { code: code.to_owned() };
        self.sender.ask(&self.at(Operation::BecomeHelper, &[]).json(&asked)?).await
    }

    /// Ends a link, by either side.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn end_help(&self, link: &HelperLinkId) -> Result<(), PlatformError> {
        self.sender.body(&self.at(Operation::EndHelp, &[link.as_str()])).await.map(drop)
    }

    /// The cases of somebody whom the person helps. One that cannot be read costs no other.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helped_cases(&self, link: &HelperLinkId) -> Result<CaseList, PlatformError> {
        self.list(&self.at(Operation::ListHelpedCases, &[link.as_str()])).await
    }

    /// Rates a case.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn rate(&self, case: &CaseId, rating: &api::GivenRating) -> Result<Case, PlatformError> {
        self.sender.ask(&self.at(Operation::RateCase, &[case.as_str()]).json(rating)?).await
    }

    /// Objects to the answer that a bad rating got; the same words again are the same objection.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn appeal_rating(&self, case: &CaseId, words: &str) -> Result<Case, PlatformError> {
        let appeal = api::RatingAppeal { words: words.to_owned() };
        self.sender.ask(&self.at(Operation::AppealRating, &[case.as_str()]).json(&appeal)?).await
    }

    /// Does something in a case of the person: answers, adds, asks, objects, takes it back. `key` makes it one act however often it is sent.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn act(&self, key: &str, case: &CaseId, act: &api::CaseAct) -> Result<Case, PlatformError> {
        self.sender.ask(&self.at(Operation::ActOnCase, &[case.as_str()]).key(key).json(act)?).await
    }

    /// The person's joint cases, the newest first.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn joint_cases(&self) -> Result<Vec<JointCase>, PlatformError> {
        self.sender.ask(&self.at(Operation::ListJointCases, &[]).remembered()).await
    }

    /// Hands in a life event with one form; `key` makes a repeated one the same.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn submit_joint(
        &self,
        key: &str,
        case: &api::SubmitJointCase,
    ) -> Result<JointCase, PlatformError> {
        self.sender.ask(&self.at(Operation::SubmitJointCase, &[]).key(key).json(case)?).await
    }

    /// Takes back a step of a joint case, or all of it that is not decided yet.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn withdraw_joint(
        &self,
        key: &str,
        case: &CaseId,
        step: Option<String>,
    ) -> Result<JointCase, PlatformError> {
        let asked = api::WithdrawJointCase { step };
        let call = self.at(Operation::WithdrawJointCase, &[case.as_str()]).key(key).json(&asked)?;
        self.sender.ask(&call).await
    }

    /// Calls an operation of a department, through the gateway; for another where a link is named.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn call(
        &self,
        app: &RunningApp,
        operation: &OperationId,
        body: &str,
        on_behalf: Option<&HelperLinkId>,
    ) -> Result<String, PlatformError> {
        let asked = api::OperationRequest { body: body.to_owned(), on_behalf: on_behalf.cloned() };
        let call = self.at(Operation::CallDepartment, &[app.department.as_str(), operation.as_str()]);
        let reply: api::OperationReply = self.sender.ask(&call.stamp(app)?.json(&asked)?).await?;
        Ok(reply.body)
    }

    /// Pays a bill at the payment service at `url`, with a token for its `audience` where it has one of its own; `key` makes a repeated
    /// order the same.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no; [`PlatformError::Insecure`] when `url` is neither
    /// `https` nor this device.
    pub async fn pay(
        &self,
        url: &str,
        audience: Option<&str>,
        key: &str,
        order: &api::PaymentOrder,
    ) -> Result<api::Receipt, PlatformError> {
        self.sender.ask(&Sender::elsewhere(url, audience, key)?.json(order)?).await
    }

    /// Who the platform takes the person for, at whichever provider they signed in.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn person(&self) -> Result<api::KnownPerson, PlatformError> {
        self.sender.ask(&self.at(Operation::ShowPerson, &[])).await
    }

    /// On which devices the person is signed in, from the issuer's list at `url`.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no; [`PlatformError::Insecure`] when `url` is neither
    /// `https` nor this device.
    pub async fn devices(&self, url: &str) -> Result<Vec<api::SignedInDevice>, PlatformError> {
        self.sender.ask(&Sender::at_issuer(Method::GET, url)?).await
    }

    /// Ends the sign-in on the device with this `id`. One that is not there any more has ended.
    ///
    /// # Errors
    /// As [`Self::devices`].
    pub async fn end_device(&self, url: &str, id: &str) -> Result<(), PlatformError> {
        let at = format!("{}/{id}", url.trim_end_matches('/'));
        match self.sender.body(&Sender::at_issuer(Method::DELETE, &at)?).await {
            Ok(_) => Ok(()),
            Err(PlatformError::Refused { code: ProblemCode::NotFound, .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn list(&self, call: &Call) -> Result<CaseList, PlatformError> {
        let body = self.sender.body(call).await?;
        let (cases, n_unread) =
            read_cases(&body).map_err(|_| PlatformError::Nonsense { reason: "a list of cases".into() })?;
        if n_unread > 0 {
            // Nothing of their content: it is the person's.
            tracing::warn!(n_unread, "cases that cannot be read were left out");
        }
        Ok(CaseList { cases, n_unread })
    }
}
