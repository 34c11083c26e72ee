//! One request: its words, its items, its size.

use crate::{
    limits,
    requests::{Request, Wish},
    step::{StepError, checked::at_most},
    words::Word,
};

pub(super) fn check_request(request: &Request, words: usize) -> Result<(), StepError> {
    let all = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let (named, bytes, items): (Vec<Word>, usize, usize) = match &request.wish {
        Wish::Claims(wishes) => {
            let bytes = wishes
                .iter()
                .map(|wish| wish.claim.as_str().len() + wish.test.as_ref().map_or(0, String::len))
                .sum();
            (wishes.iter().map(|wish| wish.purpose).collect(), bytes, wishes.len())
        }
        Wish::Call(call) => (Vec::new(), call.operation.as_str().len() + call.body.len(), 0),
        Wish::SubmitCase(draft) => {
            let bytes = draft.service.as_str().len()
                + draft.region.as_str().len()
                + draft.body.len()
                + draft.claims.iter().map(|claim| claim.as_str().len()).sum::<usize>()
                + all(&draft.documents)
                + all(&draft.files);
            (Vec::new(), bytes, draft.claims.len() + draft.documents.len() + draft.files.len())
        }
        Wish::ReadDocuments(kinds) => (Vec::new(), all(kinds), kinds.len()),
        Wish::Store { key, value } => (Vec::new(), key.len() + value.len(), 0),
        Wish::Pay(payment) => (
            vec![payment.purpose],
            payment.bill_reference.len() + payment.payee.len() + payment.total.currency.len(),
            0,
        ),
        Wish::WatchCase(case) => (Vec::new(), case.as_str().len(), 0),
        Wish::Sign(text) | Wish::OfferDocument(text) | Wish::Fetch(text) | Wish::Open(text) => {
            (Vec::new(), text.len(), 0)
        }
        Wish::Share(word) => (vec![*word], 0, 0),
        Wish::Remind(reminder) => {
            ([reminder.title].into_iter().chain(reminder.detail).collect(), reminder.opens.len(), 0)
        }
        Wish::Locate | Wish::ScanCode | Wish::Close => (Vec::new(), 0, 0),
    };
    at_most("items in one request", items, limits::NODE_ITEMS)?;
    at_most("bytes of a request", bytes, limits::BODY_BYTES)?;
    match named.into_iter().find(|&word| word as usize >= words) {
        Some(word) => Err(StepError::NoSuchWord { place: format!("request {}", request.id), word, words }),
        None => Ok(()),
    }
}
