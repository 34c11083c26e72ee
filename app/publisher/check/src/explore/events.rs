//! What a person could do on a screen: every press, and inputs filled in a plausible way.

use std::collections::BTreeMap;

use fingertip_journeys::typed;
use fingertip_standard::{
    events::{Acted, Changed, Event, File, Input, Submitted},
    no_input, repeat,
    view::{Choice, Kind, Node, TextPurpose, View},
    words::{Date, Decimal, InstantMs, Money},
};

/// The moment of the runs: 24 November 2026.
pub(crate) const NOW: InstantMs = 1_795_500_000_000;
/// The day of the runs.
pub(crate) const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

/// How a page is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// What stands there already, what journeys type, plausible values, the first answers.
    First,
    /// Plausible values, the last answers.
    Last,
    /// Nothing but what stands there already.
    Nothing,
}

impl Filling {
    fn name(self) -> &'static str {
        match self {
            Self::First => "filled in",
            Self::Last => "filled in with the last answers",
            Self::Nothing => "left empty",
        }
    }
}

/// What journeys type, by the input's key.
type Typed = BTreeMap<String, serde_json::Value>;

/// Every event that the person could make of `view`, with its name.
pub(super) fn on(view: &View, known: &Typed) -> Vec<(String, Event)> {
    let mut events = Vec::new();
    for node in &view.nodes {
        if let Kind::Button(button) = &node.kind
            && button.submits
        {
            // Empty first: afterwards the mini-app knows what was filled in.
            let fillings: &[Filling] = if has_inputs(view) {
                &[Filling::Nothing, Filling::First, Filling::Last]
            } else {
                &[Filling::Nothing]
            };
            for &filling in fillings {
                let event = Submitted {
                    action: button.action.clone(),
                    inputs: filled(view, filling, known),
                    revision: view.revision,
                };
                events
                    .push((format!("submits {} {}", button.action, filling.name()), Event::Submitted(event)));
            }
        }
        for (action, row) in actions(&node.kind) {
            let event =
                Acted { action: action.to_owned(), node: node.key.clone(), row, revision: view.revision };
            let row = row.filter(|row| *row > 0).map(|row| format!(" (row {})", row + 1)).unwrap_or_default();
            events.push((format!("presses {action}{row}"), Event::Acted(event)));
        }
        events.extend(changes(node, view.revision));
    }
    events
}

fn has_inputs(view: &View) -> bool {
    view.nodes.iter().any(|node| node.kind.field().is_some())
}

/// The actions of a node that needs no inputs, with their rows. Of many rows alike, the first and the last are enough.
pub(crate) fn actions(kind: &Kind) -> Vec<(&str, Option<u32>)> {
    let all = kind.actions();
    let last = all.iter().filter_map(|(row, _)| *row).max();
    let mut found: Vec<(&str, Option<u32>)> = Vec::new();
    for (row, action) in all {
        if row == last || row.is_none() || !found.iter().any(|(known, _)| *known == action) {
            found.push((action, row));
        }
    }
    found
}

fn changes(node: &Node, revision: u32) -> Vec<(String, Event)> {
    if !node.kind.field().is_some_and(|field| field.reports_change) {
        return Vec::new();
    }
    let inputs: Vec<Input> = if let Kind::ChooseOne(input) = &node.kind {
        input.choices.iter().map(|choice| Input::Choice(choice.id.clone())).collect()
    } else if let Kind::SelectFrom(input) = &node.kind {
        input.choices.iter().take(2).map(|choice| Input::Choice(choice.id.clone())).collect()
    } else {
        vec![plausible(&node.kind, Filling::First)]
    };
    let event = |input| {
        let name = match &input {
            Input::Choice(id) => format!("changes {} to {id}", node.key),
            _ => format!("changes {}", node.key),
        };
        (name, Event::Changed(Changed { key: node.key.clone(), input, revision }))
    };
    inputs.into_iter().map(event).collect()
}

fn filled(view: &View, filling: Filling, known: &Typed) -> Vec<(String, Input)> {
    let inputs = view.nodes.iter().filter(|node| node.kind.field().is_some());
    let value = |node: &Node| match filling {
        Filling::First => of_journey(node, known).unwrap_or_else(|| plausible(&node.kind, filling)),
        _ => plausible(&node.kind, filling),
    };
    let given = inputs.map(|node| (node.key.clone(), value(node)));
    // A page with a repeat group is handed in with its number of copies.
    let nothing = BTreeMap::new();
    let copies = view.nodes.iter().filter_map(|node| {
        let Kind::RepeatGroup(group) = &node.kind else { return None };
        Some((node.key.clone(), repeat::count(repeat::copies(&node.key, group, &nothing))))
    });
    given.chain(copies).collect()
}

/// What a journey types into an input in which nothing stands.
fn of_journey(node: &Node, known: &Typed) -> Option<Input> {
    let is_typed = matches!(
        node.kind,
        Kind::TextInput(_)
            | Kind::TextArea(_)
            | Kind::NumberInput(_)
            | Kind::MoneyInput(_)
            | Kind::DateInput(_)
            | Kind::TimeInput(_)
    );
    if !is_typed || plausible(&node.kind, Filling::Nothing) != Input::None {
        return None;
    }
    typed(&node.kind, known.get(&node.key)?).ok()
}

fn chosen(choices: &[Choice], initial: Option<&String>, filling: Filling) -> Input {
    let id = match filling {
        Filling::First => initial.or(choices.first().map(|choice| &choice.id)),
        Filling::Last => choices.last().map(|choice| &choice.id),
        Filling::Nothing => initial,
    };
    id.map_or(Input::None, |id| Input::Choice(id.clone()))
}

fn plausible(kind: &Kind, filling: Filling) -> Input {
    let is_filled = filling != Filling::Nothing;
    let text = |initial: &String, plausible: &str, most: u32| {
        let text = if initial.is_empty() && is_filled { plausible } else { initial };
        let most = if most == 0 { usize::MAX } else { most as usize };
        if text.is_empty() { Input::None } else { Input::Text(text.chars().take(most).collect()) }
    };
    match kind {
        Kind::TextInput(input) => text(&input.initial, of_purpose(input.purpose), input.max_chars),
        Kind::TextArea(input) => text(&input.initial, "滨江大道 18 号 301 室", input.max_chars),
        Kind::NumberInput(input) => {
            let guess =
                is_filled.then(|| input.minimum.or(input.maximum).unwrap_or(Decimal { digits: 1, scale: 0 }));
            input.initial.or(guess).map_or(Input::None, Input::Number)
        }
        Kind::MoneyInput(input) => {
            let guess = is_filled.then(|| {
                let least = input.minimum_minor.unwrap_or(0);
                input.maximum_minor.unwrap_or(i64::MAX).min(1_200_000).max(least)
            });
            let money = |minor| Input::Money(Money { currency: input.currency.clone(), minor });
            input.initial.or(guess).map_or(Input::None, money)
        }
        Kind::DateInput(input) => {
            let guess = is_filled.then(|| input.earliest.or(input.latest).unwrap_or(TODAY));
            input.initial.or(guess).map_or(Input::None, Input::Date)
        }
        Kind::TimeInput(input) => {
            input.initial_minute.or(is_filled.then_some(600)).map_or(Input::None, Input::Minute)
        }
        Kind::ChooseOne(input) => chosen(&input.choices, input.initial.as_ref(), filling),
        Kind::SelectFrom(input) if input.choices.is_empty() && is_filled => Input::Choice("440100".into()),
        Kind::SelectFrom(input) => chosen(&input.choices, input.initial.as_ref(), filling),
        Kind::ChooseMany(input) => match filling {
            Filling::First if input.initial.is_empty() => {
                Input::Choices(input.choices.first().map(|choice| choice.id.clone()).into_iter().collect())
            }
            Filling::Last => {
                Input::Choices(input.choices.last().map(|choice| choice.id.clone()).into_iter().collect())
            }
            _ => Input::Choices(input.initial.clone()),
        },
        Kind::Declaration(input) => Input::Agreed(input.agreed || is_filled),
        Kind::AddressInput(_) if is_filled => Input::Address("440100".into(), "滨江大道 18 号 301 室".into()),
        Kind::PlaceInput(_) if is_filled => Input::Place(23_129_000, 113_264_000),
        Kind::FileInput(input) if is_filled => {
            let media_type = input.media_types.first().cloned().unwrap_or_else(|| "image/jpeg".into());
            Input::Files(vec![File {
                handle: "file-1".into(),
                name: "photo.jpg".into(),
                media_type,
                bytes: 20_000.min(input.max_bytes),
            }])
        }
        Kind::SlotPicker(input) if is_filled => {
            input.slots.first().map_or(Input::None, |slot| Input::Slot(slot.id.clone()))
        }
        Kind::AddressInput(_)
        | Kind::PlaceInput(_)
        | Kind::FileInput(_)
        | Kind::SlotPicker(_)
        | no_input!() => Input::None,
    }
}

/// Values of a made-up person; the identity number's check digit is right, for guests check it.
fn of_purpose(purpose: TextPurpose) -> &'static str {
    match purpose {
        TextPurpose::Plain => "示例内容",
        TextPurpose::Name => "李明",
        TextPurpose::Phone => "13800138000",
        TextPurpose::Email => "li.ming@example.org",
        TextPurpose::Postcode => "510000",
        TextPurpose::NationalId => "11010519491231002X",
        TextPurpose::Reference => "A-20261124-01",
        TextPurpose::Plate => "粤A12345",
        TextPurpose::Account => "6222020000000000",
    }
}
