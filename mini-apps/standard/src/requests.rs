//! What a mini-app asks for and what it is answered. Mirrors `requests.wit`.

use serde::{Deserialize, Serialize};

use crate::{
    CaseId, ClaimName, Named, OperationId, RegionCode, ServiceId,
    words::{InstantMs, Money, Word},
};

/// Chosen by the mini-app; the answer carries it.
pub type RequestId = u32;

/// What a claim is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// The value itself.
    Value,
    /// Only whether it meets a test.
    Test,
}

/// A fact about the person, asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimWish {
    /// The claim.
    pub claim: Named<ClaimName>,
    /// The value or a test of it.
    pub evidence: Evidence,
    /// The test, such as `>= 60`.
    pub test: Option<String>,
    /// What for.
    pub purpose: Word,
}

/// A call of a registered operation of the mini-app's own department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The operation.
    pub operation: Named<OperationId>,
    /// The body, JSON text.
    pub body: String,
    /// Whether it may wait for a connection.
    pub keep_until_online: bool,
}

/// What the person checked and submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDraft {
    /// The service asked for.
    pub service: Named<ServiceId>,
    /// Where; empty where the mini-app does not know it.
    pub region: Named<RegionCode>,
    /// The mini-app's form, JSON text.
    pub body: String,
    /// Facts that the person agreed to share; the host adds their values.
    pub claims: Vec<Named<ClaimName>>,
    /// Documents that `read-documents` answered.
    pub documents: Vec<String>,
    /// Handles of files chosen in file inputs.
    pub files: Vec<String>,
}

/// A bill to be paid in the host's sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The mini-app's reference; a reference is paid once.
    pub bill_reference: String,
    /// Who is paid.
    pub payee: String,
    /// How much.
    pub total: Money,
    /// What for.
    pub purpose: Word,
}

/// Shown by the host at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// When.
    pub at: InstantMs,
    /// What it says.
    pub title: Word,
    /// More of it.
    pub detail: Option<Word>,
    /// The route it opens.
    pub opens: String,
}

/// The requests; each uses one capability of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// Facts about the person.
    Claims(Vec<ClaimWish>),
    /// An operation of the department.
    Call(Call),
    /// Hand in a case.
    SubmitCase(CaseDraft),
    /// Be told when a case moves.
    WatchCase(Named<CaseId>),
    /// Kinds of documents from the person's records.
    ReadDocuments(Vec<String>),
    /// A document issued to the person.
    OfferDocument(String),
    /// Keep a value.
    Store {
        /// Its name.
        key: String,
        /// The value; empty forgets it.
        value: Vec<u8>,
    },
    /// Read a kept value.
    Fetch(String),
    /// The person's region.
    Locate,
    /// Read a code with the camera.
    ScanCode,
    /// Pay a bill.
    Pay(Payment),
    /// Sign a text.
    Sign(String),
    /// Hand a text to another program.
    Share(Word),
    /// Open another mini-app's entry, in addressing form.
    Open(String),
    /// Remind the person.
    Remind(Reminder),
    /// Close the mini-app.
    Close,
}

/// A request under the number by which it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The number.
    pub id: RequestId,
    /// What is asked for.
    pub wish: Wish,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The manifest does not ask for it.
    NotInManifest,
    /// The store did not grant it.
    NotGrantedByStore,
    /// The person said no.
    DeclinedByPerson,
    /// The person must sign in first.
    NeedsSignIn,
    /// The person must prove more.
    NeedsStrongerSignIn,
    /// More than the limits allow.
    OverQuota,
}

/// Why a request failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestFault {
    /// No connection.
    Offline,
    /// No answer in time.
    TimedOut,
    /// The department does not answer.
    DepartmentUnavailable,
    /// The platform does not answer, or nonsense.
    PlatformUnavailable,
    /// The device could not do it.
    Device,
}

/// A department's objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its code.
    pub code: String,
    /// Its own words.
    pub words: Option<String>,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Done; nothing to tell.
    Done,
    /// The facts.
    Claims(Vec<(String, String)>),
    /// The department's body.
    Reply(String),
    /// The case's reference.
    CaseAccepted(String),
    /// The documents.
    Documents(Vec<String>),
    /// The kept value, if any.
    Bytes(Option<Vec<u8>>),
    /// The region.
    Region(String),
    /// The scanned code.
    Code(String),
    /// The proof of payment.
    Receipt(String),
    /// The signature.
    Signature(String),
    /// Kept until there is a connection.
    Queued,
    /// Not allowed.
    Refused(Refusal),
    /// Allowed, but it failed.
    Failed(RequestFault),
    /// The department said no.
    Rejected(Objection),
}
