//! How the host answers what a mini-app asks for.

use std::collections::BTreeMap;

use fingertip_standard::{
    Capability, Link, Manifest,
    requests::{Answer, Objection, Refusal, RequestFault, Wish},
};
use serde::{Deserialize, Serialize};

/// An answer, as a journey writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// As a host does when all goes well.
    Usual,
    /// Done; nothing to tell.
    Done,
    /// No answer at all, as on a line that is dead.
    Nothing,
    /// Kept until there is a connection.
    Queued,
    /// The department's body.
    Reply(serde_json::Value),
    /// The facts.
    Claims(BTreeMap<String, String>),
    /// The case's reference.
    Case(String),
    /// Documents.
    Documents(Vec<String>),
    /// A scanned code.
    Code(String),
    /// The proof of payment.
    Receipt(String),
    /// A signature.
    Signature(String),
    /// Not allowed.
    Refused(Refusal),
    /// Allowed, but it failed.
    Failed(RequestFault),
    /// The department said no: its code and its words.
    Rejected(String, String),
}

/// The name of a request in a journey: its case in the WIT, and the operation of a call.
#[must_use]
pub fn key_of(wish: &Wish) -> String {
    match wish {
        Wish::Call(call) => format!("call {}", call.operation),
        Wish::Store { .. } => "store".to_owned(),
        Wish::Fetch(_) => "fetch".to_owned(),
        wish => Capability::of(wish).row().wish.to_owned(),
    }
}

/// The table of answers, and what answering leaves behind.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Replies by the request's name.
    pub table: BTreeMap<String, Reply>,
    /// What the mini-app keeps on the device.
    pub storage: BTreeMap<String, Vec<u8>>,
    /// The cases that were handed in.
    pub cases: Vec<String>,
}

/// Facts about the person of every journey, for claims that the table does not answer.
const PERSON: [(&str, &str); 8] = [
    ("name", "张伟"),
    ("id-number", "11010519491231002X"),
    ("birth-date", "1949-12-31"),
    ("phone", "13800138000"),
    ("email", "zhang.wei@example.cn"),
    ("address", "广州市越秀区东风中路100号"),
    ("gender", "male"),
    ("nationality", "CHN"),
];

impl Answers {
    /// The answer to `wish`; none where it is left unanswered. What the manifest does not ask for is refused first, as
    /// the broker does.
    pub fn answer(
        &mut self,
        wish: &Wish,
        manifest: &Manifest,
        is_signed_in: bool,
        region: &str,
    ) -> Option<Answer> {
        if let Some(refusal) = refused(wish, manifest, is_signed_in) {
            return Some(Answer::Refused(refusal));
        }
        Some(match self.table.get(&key_of(wish)).cloned().unwrap_or(Reply::Usual) {
            Reply::Usual => self.usual(wish, region),
            Reply::Nothing => return None,
            Reply::Done => Answer::Done,
            Reply::Queued => Answer::Queued,
            Reply::Reply(body) => Answer::Reply(body.to_string()),
            Reply::Claims(claims) => Answer::Claims(claims.into_iter().collect()),
            Reply::Case(reference) => {
                self.cases.push(reference.clone());
                Answer::CaseAccepted(reference)
            }
            Reply::Documents(documents) => Answer::Documents(documents),
            Reply::Code(code) => Answer::Code(code),
            Reply::Receipt(receipt) => Answer::Receipt(receipt),
            Reply::Signature(signature) => Answer::Signature(signature),
            Reply::Refused(refusal) => Answer::Refused(refusal),
            Reply::Failed(fault) => Answer::Failed(fault),
            Reply::Rejected(code, words) => {
                Answer::Rejected(Objection { code, words: Some(words).filter(|words| !words.is_empty()) })
            }
        })
    }

    fn usual(&mut self, wish: &Wish, region: &str) -> Answer {
        match wish {
            Wish::Claims(wishes) => {
                let known = |claim: &str| {
                    PERSON.iter().find(|(name, _)| *name == claim).map(|(_, value)| (*value).to_owned())
                };
                Answer::Claims(
                    wishes
                        .iter()
                        .filter_map(|wish| Some((wish.claim.clone(), known(&wish.claim)?)))
                        .collect(),
                )
            }
            // What a department's backend says cannot be guessed.
            Wish::Call(_) => Answer::Failed(RequestFault::DepartmentUnavailable),
            Wish::SubmitCase(_) => {
                let reference = format!("XX-20261124-{:06}", self.cases.len() + 1);
                self.cases.push(reference.clone());
                Answer::CaseAccepted(reference)
            }
            Wish::ReadDocuments(_) => Answer::Documents(Vec::new()),
            Wish::Store { key, value } => {
                if value.is_empty() {
                    self.storage.remove(key);
                } else {
                    self.storage.insert(key.clone(), value.clone());
                }
                Answer::Done
            }
            Wish::Fetch(key) => Answer::Bytes(self.storage.get(key).cloned()),
            Wish::Locate => Answer::Region(region.to_owned()),
            Wish::ScanCode => Answer::Code("0000".to_owned()),
            Wish::Pay(payment) => Answer::Receipt(format!("receipt-{}", payment.bill_reference)),
            Wish::Sign(_) => Answer::Signature("signature".to_owned()),
            Wish::Open(link) => match Link::parse(link, &[]) {
                Ok(_) => Answer::Done,
                Err(error) => Answer::Rejected(Objection { code: error.code().to_owned(), words: None }),
            },
            Wish::WatchCase(_) | Wish::OfferDocument(_) | Wish::Share(_) | Wish::Remind(_) | Wish::Close => {
                Answer::Done
            }
        }
    }
}

/// Manifest AND sign-in, before any table is asked.
fn refused(wish: &Wish, manifest: &Manifest, is_signed_in: bool) -> Option<Refusal> {
    let row = Capability::of(wish).row();
    if !manifest.declares(wish) {
        Some(Refusal::NotInManifest)
    } else {
        (row.needs_sign_in && !is_signed_in).then_some(Refusal::NeedsSignIn)
    }
}
