//! What a department says with a step and asks of the person: bounded, and such that it can be answered.

use std::collections::BTreeSet;

use fingertip_contract::{
    AskKind, CaseAsk,
    api::{AdvanceCase, CaseAct},
};
use fingertip_standard::LocalText;

use crate::refusal::CaseRefusal;

/// The longest name of an office and label of an ask, in characters.
const MOST_LABEL: usize = 200;
/// More languages than a nation speaks.
const MOST_LANGUAGES: usize = 32;

/// Whether a step can be told to the person as it is.
///
/// # Errors
/// [`CaseRefusal::Asks`], [`CaseRefusal::WordsTooLong`].
pub(crate) fn check(step: &AdvanceCase) -> Result<(), CaseRefusal> {
    if step.note.as_ref().is_some_and(|note| !is_within(note, CaseAct::MOST_WORDS))
        || step.office.as_ref().is_some_and(|office| !is_within(office, MOST_LABEL))
    {
        return Err(CaseRefusal::WordsTooLong);
    }
    let asks_nothing = step.asks.is_empty() && step.answer_by.is_none();
    if !step.state.asks_person() && !asks_nothing || step.asks.len() > CaseAsk::MOST {
        return Err(CaseRefusal::Asks);
    }
    let ids: BTreeSet<&str> = step.asks.iter().map(|ask| ask.id.as_str()).collect();
    if ids.len() == step.asks.len() && step.asks.iter().all(can_be_answered) {
        Ok(())
    } else {
        Err(CaseRefusal::Asks)
    }
}

fn can_be_answered(ask: &CaseAsk) -> bool {
    let is_id =
        (1..=CaseAsk::MOST_ID).contains(&ask.id.len()) && ask.id.bytes().all(|b| b.is_ascii_graphic());
    let has_kind = match ask.kind {
        AskKind::Words | AskKind::File => ask.document_kind.is_none(),
        AskKind::Document => ask.document_kind.as_ref().is_none_or(|kind| kind.len() <= MOST_LABEL),
        // Nobody can answer what no device knows how to ask.
        AskKind::Unknown(_) => false,
    };
    is_id
        && has_kind
        && !ask.label.is_empty()
        && is_within(&ask.label, MOST_LABEL)
        && ask.hint.as_ref().is_none_or(|hint| is_within(hint, CaseAct::MOST_WORDS))
}

/// Whether a text has at most `most` characters in each of its languages, and no more languages than there are.
pub(crate) fn is_within(text: &LocalText, most: usize) -> bool {
    text.0.len() <= MOST_LANGUAGES
        && text.0.iter().all(|(tag, text)| tag.len() <= 64 && text.chars().count() <= most)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn checked(state: &str, asks: &Value) -> Result<(), CaseRefusal> {
        let step = json!({"state": state, "asks": asks});
        check(&serde_json::from_value(step).expect("a step"))
    }

    #[test]
    fn what_cannot_be_answered_is_not_asked() {
        let ask = |member: &str, value: Value| {
            let mut ask = json!({"id": "a", "kind": "words", "label": {"en": "Where?"}});
            ask[member] = value;
            json!([ask])
        };
        assert_eq!(checked("correction-asked", &ask("id", "b".into())), Ok(()));
        assert_eq!(checked("supplement-asked", &json!([])), Ok(()));
        assert_eq!(checked("accepted", &ask("id", "b".into())), Err(CaseRefusal::Asks), "asks nothing");
        for (member, value) in [
            ("id", json!("")),
            ("id", json!("a b")),
            ("id", json!("x".repeat(65))),
            ("kind", json!("dance")),
            ("label", json!({})),
            ("label", json!({"en": "x".repeat(201)})),
            ("hint", json!({"en": "x".repeat(2001)})),
            ("document_kind", json!("card")),
        ] {
            assert_eq!(
                checked("correction-asked", &ask(member, value.clone())),
                Err(CaseRefusal::Asks),
                "{member} {value}"
            );
        }
        let twice = json!([ask("id", "b".into())[0], ask("id", "b".into())[0]]);
        assert_eq!(checked("correction-asked", &twice), Err(CaseRefusal::Asks));
        let many: Vec<Value> =
            (0..=CaseAsk::MOST).map(|n| ask("id", n.to_string().into())[0].clone()).collect();
        assert_eq!(checked("correction-asked", &many.into()), Err(CaseRefusal::Asks));
    }

    #[test]
    fn endless_notes_are_refused() {
        let mut step = AdvanceCase::to(fingertip_contract::CaseState::Accepted);
        step.note = Some(LocalText::single("en", "x".repeat(CaseAct::MOST_WORDS)));
        assert_eq!(check(&step), Ok(()));
        step.note = Some(LocalText::single("en", "x".repeat(CaseAct::MOST_WORDS + 1)));
        assert_eq!(check(&step), Err(CaseRefusal::WordsTooLong));
        step.note = Some(LocalText((0..100).map(|n| (format!("x-{n}"), String::new())).collect()));
        assert_eq!(check(&step), Err(CaseRefusal::WordsTooLong));
    }
}
