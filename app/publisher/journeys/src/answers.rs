//! How the host answers what a mini-app asks for.

use std::collections::BTreeMap;

use fingertip_standard::{
    Capability,
    requests::{Answer, Objection, Refusal, RequestFault, Wish},
};
use serde::{Deserialize, Serialize};

use crate::person::FACTS;

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

impl Answers {
    /// The answer to `wish`, which the host allows; none where it is left unanswered.
    pub fn answer(&mut self, wish: &Wish, region: &str) -> Option<Answer> {
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
                    FACTS.iter().find(|(name, _)| *name == claim).map(|(_, value)| (*value).to_owned())
                };
                Answer::Claims(
                    wishes
                        .iter()
                        .filter_map(|wish| Some((wish.claim.to_string(), known(wish.claim.as_str())?)))
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
            // Where a link leads the host has seen already.
            Wish::Open(_)
            | Wish::WatchCase(_)
            | Wish::OfferDocument(_)
            | Wish::Share(_)
            | Wish::Remind(_)
            | Wish::Close => Answer::Done,
        }
    }
}
