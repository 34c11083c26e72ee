//! What a person does in a case of theirs: answers, adds, asks, takes it back, objects. Done once under its key; the case, what was said, the
//! answer and the way to the department are kept together.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_calendar::WorkingDays;
use fingertip_contract::{
    ActKind, AskKind, Attachment, Case, CaseAsk, CaseEntry, Document, EntryKind, Party, ProblemCode,
    api::{CaseAct, DispatchedAct, SubmittedFile},
};
use fingertip_kit::{ApiError, clock, secrets};
use fingertip_standard::{CaseId, LocalText};
use fingertip_store::{StoreError, Transaction, cases, entries, outbox::NewParcel, queue};
use jiff::Timestamp;

use crate::{deliveries, once::Once, pairwise, state, uploads};

/// The most files with one act.
const MOST_FILES: usize = 20;
/// The media type of a document's compact JWS (RFC 7515, 9.2.1).
const DOCUMENT: &str = "application/jose";

/// What a person does in one of their cases.
#[derive(Debug)]
pub struct Act {
    /// Under which key, and whose it is.
    pub once: Once,
    /// In which case.
    pub case: CaseId,
    /// What.
    pub asked: CaseAct,
}

impl Act {
    /// What the person `subject` does in `case` under `key`.
    ///
    /// # Errors
    /// `words-too-long`, `input-invalid` for an act that nobody knows or for more than there can be.
    pub fn new(subject: String, key: String, case: CaseId, asked: CaseAct) -> Result<Self, ApiError> {
        check_bounds(&asked)?;
        Ok(Self { once: Once::new(subject, key, &("act", &case, &asked))?, case, asked })
    }

    /// Does it, with the `documents` that were checked to be the person's, and says the case as JSON.
    ///
    /// # Errors
    /// `case-not-found`, `case-state`, `act-incomplete`, `input-invalid`, `upload-incomplete`, `upload-too-large`, or the database refuses.
    pub fn perform(
        &self,
        work: &Transaction<'_>,
        documents: &[Document],
        around: Around<'_>,
    ) -> Result<Performed, ApiError> {
        let case = carry_out(work, (self.once.subject(), &self.case), &self.asked, documents, around)?;
        let response = serde_json::to_string(&case).map_err(|_| ProblemCode::BodyMalformed)?;
        self.once.keep(work, &response, around.now.as_millisecond())?;
        Ok(Performed { response, kind: self.asked.kind.clone(), case })
    }
}

/// Does what the person `subject` asks in their case, and puts it on its way; says the case.
///
/// # Errors
/// As [`Act::perform`].
pub(crate) fn carry_out(
    work: &Transaction<'_>,
    (subject, case): (&str, &CaseId),
    act: &CaseAct,
    documents: &[Document],
    around: Around<'_>,
) -> Result<Case, ApiError> {
    let at = around.now;
    let mut case = cases::of_person(work, subject, case.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
    let asked = case.asked.clone();
    let step = state::act(&mut case, &act.kind, at, around.working_days)?;
    let mut act = act.clone();
    uploads::take(work, subject, &mut act.files)?;
    check_said(&act, &asked, documents)?;
    let id = secrets::make_token(16).map_err(|_| StoreError::Ended)?;
    let entry = CaseEntry {
        id: id.clone(),
        from: Party::Person,
        kind: entry_kind(&act.kind).ok_or(ProblemCode::InputInvalid)?,
        at,
        words: words_of(&act, &asked),
        attachments: attachments(&act.files, documents, &act.documents)?,
    };
    cases::advance(work, &case, step.as_ref(), &[])?;
    if act.kind == ActKind::Appeal {
        // Its time begins anew.
        queue::forget_escalation(work, case.id.as_str())?;
        case.escalated_to = None;
    }
    entries::append(work, case.id.as_str(), &entry)?;
    case.entries.push(entry);
    let own_subject = pairwise::derive_subject(subject, &case.department, around.pairwise_secret);
    dispatch(work, &case, &DispatchedAct { id, case: case.id.clone(), subject: own_subject, act })?;
    Ok(state::with_acts(case))
}

fn dispatch(work: &Transaction<'_>, case: &Case, dispatched: &DispatchedAct) -> Result<(), ApiError> {
    let body = serde_json::to_string(dispatched).map_err(|_| ProblemCode::BodyMalformed)?;
    let path = format!("/cases/{}/acts", case.id);
    let parcel = NewParcel {
        id: &dispatched.id,
        case_id: case.id.as_str(),
        department: case.department.as_str(),
        path: &path,
        body: &body,
    };
    deliveries::put(work, &parcel, clock::now().as_millisecond())
}

/// What an act is done with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// When.
    pub now: Timestamp,
    /// The nation's working days.
    pub working_days: &'a WorkingDays,
    /// With which departments' names for persons are derived.
    pub pairwise_secret: &'a str,
}

/// An act that was done.
#[derive(Debug)]
pub struct Performed {
    /// The case as JSON.
    pub response: String,
    /// What was done, as the contract names it.
    pub kind: ActKind,
    /// The case, whose department has to be told.
    pub case: Case,
}

fn check_bounds(act: &CaseAct) -> Result<(), ApiError> {
    if let ActKind::Unknown(_) = act.kind {
        return Err(ProblemCode::InputInvalid.into());
    }
    let is_long = |words: &String| words.chars().count() > CaseAct::MOST_WORDS;
    if is_long(&act.words) || act.answers.values().any(is_long) {
        return Err(ProblemCode::WordsTooLong.into());
    }
    let is_bounded =
        act.answers.len() <= CaseAsk::MOST && act.answers.keys().all(|id| id.len() <= CaseAsk::MOST_ID);
    if is_bounded { check_files(&act.files) } else { Err(ProblemCode::InputInvalid.into()) }
}

/// Whether there are no more files than anybody hands in at once, and no longer names.
///
/// # Errors
/// `input-invalid`.
pub(crate) fn check_files(files: &[SubmittedFile]) -> Result<(), ApiError> {
    let is_short = |file: &SubmittedFile| {
        file.key.len() <= CaseAsk::MOST_ID && file.name.len() <= 255 && file.media_type.len() <= 127
    };
    if files.len() <= MOST_FILES && files.iter().all(is_short) {
        Ok(())
    } else {
        Err(ProblemCode::InputInvalid.into())
    }
}

/// Whether all that was `asked` and is required is there, nothing answers what was not asked, and something is said at all.
fn check_said(act: &CaseAct, asked: &[CaseAsk], documents: &[Document]) -> Result<(), ApiError> {
    let keys = act.files.iter().map(|file| file.key.as_str()).filter(|key| !key.is_empty());
    if act.kind != ActKind::Answer && (!act.answers.is_empty() || keys.clone().next().is_some()) {
        return Err(ProblemCode::InputInvalid.into());
    }
    let ids = |kind: &AskKind| -> BTreeSet<&str> {
        asked.iter().filter(|ask| ask.kind == *kind).map(|ask| ask.id.as_str()).collect()
    };
    let (words, files) = (ids(&AskKind::Words), ids(&AskKind::File));
    let knows_all = act.answers.keys().all(|id| words.contains(id.as_str()))
        && keys.clone().all(|key| files.contains(key));
    if !knows_all {
        // The department asks something else by now.
        return Err(ProblemCode::CaseState.into());
    }
    let is_answered = |ask: &CaseAsk| match ask.kind {
        AskKind::Words => act.answers.get(&ask.id).is_some_and(|said| !said.trim().is_empty()),
        AskKind::File => keys.clone().any(|key| key == ask.id),
        AskKind::Document => documents
            .iter()
            .any(|document| ask.document_kind.as_ref().is_none_or(|kind| *kind == document.kind)),
        AskKind::Unknown(_) => false,
    };
    let says_words = !act.words.trim().is_empty();
    let says_anything = says_words
        || act.answers.values().any(|said| !said.trim().is_empty())
        || !act.files.is_empty()
        || !documents.is_empty();
    let is_whole = match act.kind {
        ActKind::Answer => says_anything && asked.iter().filter(|ask| ask.is_required).all(is_answered),
        ActKind::Add => says_anything,
        ActKind::Ask | ActKind::Appeal => says_words,
        ActKind::Withdraw | ActKind::Unknown(_) => true,
    };
    if is_whole { Ok(()) } else { Err(ProblemCode::ActIncomplete.into()) }
}

fn entry_kind(kind: &ActKind) -> Option<EntryKind> {
    Some(match kind {
        ActKind::Answer => EntryKind::Answer,
        ActKind::Add => EntryKind::Addition,
        ActKind::Withdraw => EntryKind::Withdrawal,
        ActKind::Appeal => EntryKind::Appeal,
        ActKind::Ask => EntryKind::Question,
        ActKind::Unknown(_) => return None,
    })
}

/// What the person said, the answers in the order in which they were asked for.
fn words_of(act: &CaseAct, asked: &[CaseAsk]) -> LocalText {
    let answers = asked.iter().filter_map(|ask| act.answers.get(&ask.id)).map(String::as_str);
    let said: Vec<&str> =
        answers.chain([act.words.as_str()]).map(str::trim).filter(|said| !said.is_empty()).collect();
    if said.is_empty() { LocalText::default() } else { LocalText::unnamed(said.join("\n")) }
}

/// What came with it, by name and size.
fn attachments(
    files: &[SubmittedFile],
    documents: &[Document],
    jws: &[String],
) -> Result<Vec<Attachment>, ApiError> {
    let files = files.iter().map(|file| {
        let content = BASE64.decode(&file.content).map_err(|_| ProblemCode::InputInvalid)?;
        if content.is_empty() {
            return Err(ApiError::from(ProblemCode::InputInvalid));
        }
        Ok(Attachment {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            bytes: content.len() as u64,
        })
    });
    let documents = documents.iter().zip(jws).map(|(document, jws)| {
        Ok(Attachment {
            name: document.kind.clone(),
            media_type: DOCUMENT.to_owned(),
            bytes: jws.len() as u64,
        })
    });
    files.chain(documents).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn asks() -> Vec<CaseAsk> {
        let ask = |id: &str, kind: &str| json!({"id": id, "kind": kind, "label": {"en": "?"}, "is_required": id != "extra"});
        serde_json::from_value(json!([ask("street", "words"), ask("photo", "file"), ask("extra", "words")]))
            .expect("asks")
    }

    fn said(act: Value) -> Result<(), String> {
        let act: CaseAct = serde_json::from_value(act).expect("an act");
        check_bounds(&act).and_then(|()| check_said(&act, &asks(), &[])).map_err(|error| error.to_string())
    }

    fn whole() -> Value {
        json!({
            "kind": "answer", "answers": {"street": "1 Harbour Road"},
            "files": [{"key": "photo", "name": "a.png", "media_type": "image/png", "content": "AA=="}]
        })
    }

    #[test]
    fn an_answer_has_all_that_is_required_and_nothing_that_was_not_asked() {
        assert_eq!(said(whole()), Ok(()));
        let with = |member: &str, value: Value| {
            let mut act = whole();
            act[member] = value;
            said(act).expect_err("refused")
        };
        let lacks = ProblemCode::ActIncomplete.title();
        assert_eq!(with("answers", json!({})), lacks);
        assert_eq!(with("answers", json!({"street": "  "})), lacks);
        assert_eq!(with("files", json!([])), lacks);
        let other = ProblemCode::CaseState.title();
        assert_eq!(with("answers", json!({"street": "1", "colour": "red"})), other);
        assert_eq!(with("answers", json!({"street": "1", "photo": "words for a file"})), other);
        let long = "x".repeat(CaseAct::MOST_WORDS + 1);
        assert_eq!(with("words", json!(long)), ProblemCode::WordsTooLong.title());
        assert_eq!(with("answers", json!({"street": long})), ProblemCode::WordsTooLong.title());
        let many: Vec<Value> = vec![whole()["files"][0].clone(); MOST_FILES + 1];
        assert_eq!(with("files", many.into()), ProblemCode::InputInvalid.title());
        assert_eq!(with("kind", json!("dance")), ProblemCode::InputInvalid.title());
        assert_eq!(with("kind", json!("add")), ProblemCode::InputInvalid.title(), "only an answer answers");
    }

    #[test]
    fn nobody_asks_adds_or_objects_without_a_word() {
        for kind in ["ask", "appeal", "add"] {
            assert_eq!(
                said(json!({"kind": kind, "words": " \n"})),
                Err(ProblemCode::ActIncomplete.title().into()),
                "{kind}"
            );
            assert_eq!(said(json!({"kind": kind, "words": "Why?"})), Ok(()), "{kind}");
        }
        assert_eq!(said(json!({"kind": "withdraw"})), Ok(()));
    }

    #[test]
    fn what_was_said_is_read_in_the_order_in_which_it_was_asked() {
        let act: CaseAct = serde_json::from_value(
            json!({"kind": "answer", "words": "That is all.", "answers": {"extra": "2", "street": "1"}}),
        )
        .expect("an act");
        assert_eq!(words_of(&act, &asks()), LocalText::unnamed("1\n2\nThat is all."));
    }
}
