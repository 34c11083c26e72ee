//! What a mini-app asks for. Each request gets a number, by which its answer is known.

use crate::{
    Json, Text,
    bindings::fingertip::mini_app::{
        requests::{self, ClaimWish, Evidence, Request, Wish},
        words::{InstantMs, Money},
    },
    words::Words,
};

/// The number of a request; its answer carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// A fact about the person that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    name: &'static str,
    test: Option<String>,
    purpose: Text,
}

impl Claim {
    /// The value of the fact, for the purpose that the manifest declares.
    #[must_use]
    pub fn value(name: &'static str, purpose: impl Into<Text>) -> Self {
        Self { name, test: None, purpose: purpose.into() }
    }

    /// Only whether the fact meets `test`, such as `>= 60` for age: asks for less, so prefer it.
    #[must_use]
    pub fn test(name: &'static str, test: impl Into<String>, purpose: impl Into<Text>) -> Self {
        Self { name, test: Some(test.into()), purpose: purpose.into() }
    }
}

/// What the person checked and hands in.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseDraft {
    /// The service of the catalogue.
    pub service: &'static str,
    /// Where: a region code.
    pub region: String,
    /// The mini-app's own form.
    pub body: Json,
    /// Names of facts that the person agreed to share; the host adds the values.
    pub claims: Vec<String>,
    /// Handles of documents from the person's records.
    pub documents: Vec<String>,
    /// Handles of files from file inputs.
    pub files: Vec<String>,
}

/// A bill to be paid in the host's sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    /// Unique for this bill, so that it cannot be paid twice.
    pub bill_reference: String,
    /// Who gets the money.
    pub payee: String,
    /// How much.
    pub total: Money,
    /// What for.
    pub purpose: Text,
}

/// Something that the host reminds of.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    /// When.
    pub at: InstantMs,
    /// Its heading.
    pub title: Text,
    /// More about it.
    pub detail: Option<Text>,
    /// The route of this mini-app that it opens.
    pub opens: String,
}

/// The requests of one step.
#[derive(Debug)]
pub struct Effects {
    words: Words,
    requests: Vec<Request>,
    last: u32,
}

impl Effects {
    pub(crate) fn after(last: u32) -> Self {
        Self { words: Words::default(), requests: Vec::new(), last }
    }

    pub(crate) fn n_requests(&self) -> u32 {
        self.last
    }

    pub(crate) fn into_parts(self) -> (Words, Vec<Request>) {
        (self.words, self.requests)
    }

    fn ask(&mut self, wish: Wish) -> RequestId {
        self.last += 1;
        self.requests.push(Request { id: self.last, wish });
        RequestId(self.last)
    }

    /// Asks for facts about the person; answered by `Answer::Claims`.
    pub fn claims(&mut self, claims: impl IntoIterator<Item = Claim>) -> RequestId {
        let mut wishes = Vec::new();
        for claim in claims {
            let evidence = if claim.test.is_some() { Evidence::Test } else { Evidence::Value };
            let purpose = self.words.add(claim.purpose);
            wishes.push(ClaimWish { claim: claim.name.to_owned(), evidence, test: claim.test, purpose });
        }
        self.ask(Wish::Claims(wishes))
    }

    /// Calls an operation of the department's backend; answered by `Answer::Reply`, which [`Json::parse`] reads.
    pub fn call(&mut self, operation: &'static str, body: &Json) -> RequestId {
        self.ask(Wish::Call(requests::Call {
            operation: operation.to_owned(),
            body: body.to_string(),
            keep_until_online: false,
        }))
    }

    /// Like [`Effects::call`], but kept by the host until the phone is online.
    pub fn call_when_online(&mut self, operation: &'static str, body: &Json) -> RequestId {
        self.ask(Wish::Call(requests::Call {
            operation: operation.to_owned(),
            body: body.to_string(),
            keep_until_online: true,
        }))
    }

    /// Hands a case in; answered by `Answer::CaseAccepted`, or `Answer::Queued` when offline.
    pub fn submit_case(&mut self, draft: CaseDraft) -> RequestId {
        self.ask(Wish::SubmitCase(requests::CaseDraft {
            service: draft.service.to_owned(),
            region: draft.region,
            body: draft.body.to_string(),
            claims: draft.claims,
            documents: draft.documents,
            files: draft.files,
        }))
    }

    /// Asks to be told when a case moves, by [`Event::CaseChanged`](crate::Event::CaseChanged).
    pub fn watch_case(&mut self, case: impl Into<String>) -> RequestId {
        self.ask(Wish::WatchCase(case.into()))
    }

    /// Asks for documents of these kinds from the person's records; answered by `Answer::Documents`.
    pub fn read_documents(&mut self, kinds: impl IntoIterator<Item = &'static str>) -> RequestId {
        self.ask(Wish::ReadDocuments(kinds.into_iter().map(str::to_owned).collect()))
    }

    /// Puts an issued document (SD-JWT VC) into the person's records.
    pub fn offer_document(&mut self, document: impl Into<String>) -> RequestId {
        self.ask(Wish::OfferDocument(document.into()))
    }

    /// Keeps a value on this device for this mini-app and person.
    pub fn store(&mut self, key: &'static str, value: &Json) -> RequestId {
        self.ask(Wish::Store((key.to_owned(), value.to_string().into_bytes())))
    }

    /// Forgets a value that [`Effects::store`] kept.
    pub fn forget(&mut self, key: &'static str) -> RequestId {
        self.ask(Wish::Store((key.to_owned(), Vec::new())))
    }

    /// Reads a value that [`Effects::store`] kept; answered by `Answer::Bytes`, which [`Json::from_bytes`] reads.
    pub fn fetch(&mut self, key: &'static str) -> RequestId {
        self.ask(Wish::Fetch(key.to_owned()))
    }

    /// Asks for the region that the person is in; answered by `Answer::Region`.
    pub fn locate(&mut self) -> RequestId {
        self.ask(Wish::Locate)
    }

    /// Reads one code with the camera; answered by `Answer::Code`.
    pub fn scan_code(&mut self) -> RequestId {
        self.ask(Wish::ScanCode)
    }

    /// Has a bill paid in the host's sheet; answered by `Answer::Receipt`.
    pub fn pay(&mut self, payment: Payment) -> RequestId {
        let purpose = self.words.add(payment.purpose);
        self.ask(Wish::Pay(requests::Payment {
            bill_reference: payment.bill_reference,
            payee: payment.payee,
            total: payment.total,
            purpose,
        }))
    }

    /// Has a text signed that the host shows word for word; answered by `Answer::Signature`.
    pub fn sign(&mut self, text: impl Into<String>) -> RequestId {
        self.ask(Wish::Sign(text.into()))
    }

    /// Hands a text to another program that the person chooses.
    pub fn share(&mut self, text: impl Into<Text>) -> RequestId {
        let word = self.words.add(text.into());
        self.ask(Wish::Share(word))
    }

    /// Opens an entry of another mini-app, in addressing form.
    pub fn open(&mut self, address: impl Into<String>) -> RequestId {
        self.ask(Wish::Open(address.into()))
    }

    /// Has the host remind the person.
    pub fn remind(&mut self, reminder: Reminder) -> RequestId {
        let title = self.words.add(reminder.title);
        let detail = reminder.detail.map(|detail| self.words.add(detail));
        self.ask(Wish::Remind(requests::Reminder { at: reminder.at, title, detail, opens: reminder.opens }))
    }

    /// Closes the mini-app.
    pub fn close(&mut self) -> RequestId {
        self.ask(Wish::Close)
    }
}
