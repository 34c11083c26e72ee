//! What can be asked of every kind of node alike.

use crate::view::{Field, Kind};

/// The pattern of every kind that is no input, for a `match` that says what happens to each input: a new kind must be put here
/// or there, else it does not compile.
#[macro_export]
macro_rules! no_input {
    () => {
        $crate::view::Kind::Page(_)
            | $crate::view::Kind::Section(_)
            | $crate::view::Kind::Heading(_)
            | $crate::view::Kind::Text(_)
            | $crate::view::Kind::Notice(_)
            | $crate::view::Kind::Details(_)
            | $crate::view::Kind::Image(_)
            | $crate::view::Kind::Tabs(_)
            | $crate::view::Kind::Button(_)
            | $crate::view::Kind::LinkList(_)
            | $crate::view::Kind::RepeatGroup(_)
            | $crate::view::Kind::Attribute(_)
            | $crate::view::Kind::Summary(_)
            | $crate::view::Kind::TaskList(_)
            | $crate::view::Kind::RecordList(_)
            | $crate::view::Kind::Credential(_)
            | $crate::view::Kind::Table(_)
            | $crate::view::Kind::Timeline(_)
            | $crate::view::Kind::Points(_)
            | $crate::view::Kind::Chart(_)
            | $crate::view::Kind::Bill(_)
            | $crate::view::Kind::Confirmation(_)
    };
}

impl Kind {
    /// Its name in the WIT.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Page(_) => "page",
            Self::Section(_) => "section",
            Self::Heading(_) => "heading",
            Self::Text(_) => "text",
            Self::Notice(_) => "notice",
            Self::Details(_) => "details",
            Self::Image(_) => "image",
            Self::Tabs(_) => "tabs",
            Self::Button(_) => "button",
            Self::LinkList(_) => "link-list",
            Self::TextInput(_) => "text-input",
            Self::TextArea(_) => "text-area",
            Self::NumberInput(_) => "number-input",
            Self::MoneyInput(_) => "money-input",
            Self::DateInput(_) => "date-input",
            Self::TimeInput(_) => "time-input",
            Self::ChooseOne(_) => "choose-one",
            Self::ChooseMany(_) => "choose-many",
            Self::SelectFrom(_) => "select-from",
            Self::Declaration(_) => "declaration",
            Self::AddressInput(_) => "address-input",
            Self::PlaceInput(_) => "place-input",
            Self::FileInput(_) => "file-input",
            Self::RepeatGroup(_) => "repeat-group",
            Self::Attribute(_) => "attribute",
            Self::Summary(_) => "summary",
            Self::TaskList(_) => "task-list",
            Self::RecordList(_) => "record-list",
            Self::Credential(_) => "credential",
            Self::Table(_) => "table",
            Self::Timeline(_) => "timeline",
            Self::Points(_) => "points",
            Self::Chart(_) => "chart",
            Self::SlotPicker(_) => "slot-picker",
            Self::Bill(_) => "bill",
            Self::Confirmation(_) => "confirmation",
        }
    }

    /// What all inputs share, where it is an input.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        match self {
            Self::TextInput(input) => Some(&input.field),
            Self::TextArea(input) => Some(&input.field),
            Self::NumberInput(input) => Some(&input.field),
            Self::MoneyInput(input) => Some(&input.field),
            Self::DateInput(input) => Some(&input.field),
            Self::TimeInput(input) => Some(&input.field),
            Self::ChooseOne(input) => Some(&input.field),
            Self::ChooseMany(input) => Some(&input.field),
            Self::SelectFrom(input) => Some(&input.field),
            Self::Declaration(input) => Some(&input.field),
            Self::AddressInput(input) => Some(&input.field),
            Self::PlaceInput(input) => Some(&input.field),
            Self::FileInput(input) => Some(&input.field),
            Self::SlotPicker(input) => Some(&input.field),
            no_input!() => None,
        }
    }

    /// Whether children may stand under it.
    #[must_use]
    pub fn takes_children(&self) -> bool {
        match self {
            Self::Page(_)
            | Self::Section(_)
            | Self::Details(_)
            | Self::Tabs(_)
            | Self::RepeatGroup(_)
            | Self::Notice(_) => true,
            Self::Heading(_)
            | Self::Text(_)
            | Self::Image(_)
            | Self::Button(_)
            | Self::LinkList(_)
            | Self::TextInput(_)
            | Self::TextArea(_)
            | Self::NumberInput(_)
            | Self::MoneyInput(_)
            | Self::DateInput(_)
            | Self::TimeInput(_)
            | Self::ChooseOne(_)
            | Self::ChooseMany(_)
            | Self::SelectFrom(_)
            | Self::Declaration(_)
            | Self::AddressInput(_)
            | Self::PlaceInput(_)
            | Self::FileInput(_)
            | Self::Attribute(_)
            | Self::Summary(_)
            | Self::TaskList(_)
            | Self::RecordList(_)
            | Self::Credential(_)
            | Self::Table(_)
            | Self::Timeline(_)
            | Self::Points(_)
            | Self::Chart(_)
            | Self::SlotPicker(_)
            | Self::Bill(_)
            | Self::Confirmation(_) => false,
        }
    }

    /// Everything that a press on it reports without handing the page in: the row, where it has rows, and the action.
    #[must_use]
    pub fn actions(&self) -> Vec<(Option<u32>, &str)> {
        fn rows<'a>(actions: impl Iterator<Item = Option<&'a String>>) -> Vec<(Option<u32>, &'a str)> {
            (0_u32..).zip(actions).filter_map(|(row, action)| Some((Some(row), action?.as_str()))).collect()
        }
        match self {
            Self::Button(button) if button.submits => Vec::new(),
            Self::Button(button) => vec![(None, button.action.as_str())],
            Self::Bill(bill) => vec![(None, bill.action.as_str())],
            Self::LinkList(links) => rows(links.iter().map(|link| Some(&link.action))),
            Self::Summary(lines) => rows(lines.iter().map(|line| line.change_action.as_ref())),
            Self::TaskList(tasks) => rows(tasks.iter().map(|task| task.action.as_ref())),
            Self::Points(points) => rows(points.iter().map(|point| point.action.as_ref())),
            Self::RecordList(list) => {
                let mut all = rows(list.rows.iter().map(|row| row.action.as_ref()));
                all.extend(list.more_action.as_deref().map(|action| (None, action)));
                all
            }
            Self::Page(_)
            | Self::Section(_)
            | Self::Heading(_)
            | Self::Text(_)
            | Self::Notice(_)
            | Self::Details(_)
            | Self::Image(_)
            | Self::Tabs(_)
            | Self::TextInput(_)
            | Self::TextArea(_)
            | Self::NumberInput(_)
            | Self::MoneyInput(_)
            | Self::DateInput(_)
            | Self::TimeInput(_)
            | Self::ChooseOne(_)
            | Self::ChooseMany(_)
            | Self::SelectFrom(_)
            | Self::Declaration(_)
            | Self::AddressInput(_)
            | Self::PlaceInput(_)
            | Self::FileInput(_)
            | Self::RepeatGroup(_)
            | Self::Attribute(_)
            | Self::Credential(_)
            | Self::Table(_)
            | Self::Timeline(_)
            | Self::Chart(_)
            | Self::SlotPicker(_)
            | Self::Confirmation(_) => Vec::new(),
        }
    }
}
