//! What a host could answer to a request, as the broker, the person, the network and the department would.

use fingertip_standard::{
    Capability,
    requests::{Answer, Evidence, Objection, Refusal, RequestFault, Wish},
};

use super::session::State;
use crate::{Replies, Subject};

/// The reference of every accepted case of the runs.
pub(super) const CASE: &str = "DEMO-20261124-7KQ2";

/// Every kind of answer to an allowed request, with its name; the good one first.
pub(super) fn to(wish: &Wish, subject: &Subject, state: &State) -> Vec<(String, Answer)> {
    let named = |name: &str, answer| (format!("{} {name}", Capability::of(wish).row().wish), answer);
    let number = |index: usize| if index == 0 { String::new() } else { format!(" (sample {})", index + 1) };
    let good = granted(wish, subject.replies.as_ref(), state).into_iter().enumerate();
    let mut answers: Vec<_> =
        good.map(|(index, good)| named(&format!("is granted{}", number(index)), good)).collect();
    if let Wish::Open(_) = wish {
        let nowhere = |code: &str| Answer::Rejected(Objection { code: code.into(), words: None });
        answers.push(named("leads nowhere", nowhere("link-unknown")));
        answers.push(named("is not open to this mini-app", nowhere("link-sender")));
    }
    if matches!(wish, Wish::Store { .. } | Wish::Fetch(_) | Wish::Close | Wish::WatchCase(_)) {
        return answers;
    }
    answers.push(named("is declined", Answer::Refused(Refusal::DeclinedByPerson)));
    answers.push(named("meets no connection", Answer::Failed(RequestFault::Offline)));
    if matches!(wish, Wish::Call(_) | Wish::SubmitCase(_)) {
        answers.push(named("meets no department", Answer::Failed(RequestFault::DepartmentUnavailable)));
        let objection = |words: Option<&str>| {
            Answer::Rejected(Objection { code: "not-possible".into(), words: words.map(str::to_owned) })
        };
        answers.push(named("is rejected", objection(Some("示例：不能办理。"))));
        answers.push(named("is rejected without words", objection(None)));
        answers.push(named("comes too often", Answer::Refused(Refusal::OverQuota)));
        answers.push(named("is not granted by the store", Answer::Refused(Refusal::NotGrantedByStore)));
    }
    if matches!(wish, Wish::SubmitCase(_)) {
        answers.push(named("is kept until online", Answer::Queued));
    }
    answers
}

fn granted(wish: &Wish, replies: Option<&Replies>, state: &State) -> Vec<Answer> {
    vec![match wish {
        Wish::Claims(wishes) => Answer::Claims(
            wishes
                .iter()
                .map(|wish| {
                    (
                        wish.claim.to_string(),
                        if wish.evidence == Evidence::Test { "true" } else { of_claim(wish.claim.as_str()) }
                            .to_owned(),
                    )
                })
                .collect(),
        ),
        Wish::Call(call) => {
            let samples = replies
                .and_then(|replies| replies.get(call.operation.as_str()))
                .filter(|samples| !samples.is_empty());
            return match samples {
                Some(samples) => samples.iter().map(|sample| Answer::Reply(sample.to_string())).collect(),
                None => vec![Answer::Reply("{}".into())],
            };
        }
        Wish::SubmitCase(_) => Answer::CaseAccepted(CASE.into()),
        Wish::ReadDocuments(kinds) => {
            Answer::Documents(kinds.iter().map(|kind| format!("document-{kind}")).collect())
        }
        Wish::Fetch(key) => return fetched(state.stored.get(key).cloned()),
        Wish::Locate => Answer::Region("440100".into()),
        Wish::ScanCode => Answer::Code("A-20261124-01".into()),
        Wish::Pay(_) => Answer::Receipt("receipt-1".into()),
        Wish::Sign(_) => Answer::Signature("signature-1".into()),
        _ => Answer::Done,
    }]
}

fn fetched(kept: Option<Vec<u8>>) -> Vec<Answer> {
    vec![Answer::Bytes(kept.filter(|value| !value.is_empty()))]
}

fn of_claim(claim: &str) -> &'static str {
    match claim {
        "name" => "李明",
        "id-number" => "11010519491231002X",
        "phone" => "13800138000",
        "birth-date" => "1949-12-31",
        "age" => "76",
        _ => "示例",
    }
}
