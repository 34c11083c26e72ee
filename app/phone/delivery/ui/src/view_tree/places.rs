//! Where and when: addresses, places, points of a map, appointments.

use dioxus::prelude::*;
use fingertip_locale::Args;
use fingertip_standard::{
    events::Input,
    view::{AddressInput, MapPoint, Node, PlaceInput, Slot, SlotPicker},
};

use super::{Draw, inputs::text_of, parse};
use crate::{
    components::{
        AddressField, List, ListRow, PlaceField, PlaceLabels, PlaceMap, SlotDay, SlotField, SlotOption,
    },
    focus::input_id,
};

/// The platform's code list of its regions.
const REGIONS: &str = "regions";

pub(super) fn address(draw: &Draw<'_>, node: &Node, input: &AddressInput) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Address(region, rest)) => (region.clone(), rest.clone()),
        // A fact about the person is one line.
        Some(value) => (String::new(), text_of(Some(value)).unwrap_or_default()),
        None => (input.region.clone().unwrap_or_default(), input.initial.clone().unwrap_or_default()),
    };
    let read = |(region, rest): (String, String)| {
        if region.is_empty() && rest.trim().is_empty() { Input::None } else { Input::Address(region, rest) }
    };
    rsx! {
        AddressField {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field),
            region_label: draw.say("mini-app-address-region"), rest_label: draw.say("mini-app-address-rest"),
            labels: draw.select_labels(), regions: (draw.props.code_lists.0)(REGIONS), initial,
            select_count: draw.select_count, text_count: draw.text_count, on_input: draw.changed(node, read),
        }
    }
}

pub(super) fn place(draw: &Draw<'_>, node: &Node, input: &PlaceInput) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Place(latitude, longitude)) => parse::show_place(*latitude, *longitude),
        value => text_of(value).unwrap_or_default(),
    };
    let mut text = draw.field(node, &input.field);
    text.hint = text.hint.or_else(|| Some(draw.say("mini-app-place-hint")));
    let labels = PlaceLabels {
        here: draw.say("mini-app-place-here"),
        found: draw.say("mini-app-place-found"),
        failed: draw.say("mini-app-place-failed"),
    };
    rsx! {
        PlaceField {
            id: input_id(&node.key), input_key: node.key.clone(), text, labels, initial,
            on_input: draw.changed(node, |typed: String| parse::place(&typed)),
        }
    }
}

pub(super) fn slots(draw: &Draw<'_>, node: &Node, picker: &SlotPicker) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Slot(id)) => Some(id.clone()),
        Some(_) => None,
        None => picker.initial.clone(),
    };
    let mut sorted: Vec<&Slot> = picker.slots.iter().collect();
    sorted.sort_by_key(|slot| slot.at);
    let mut days: Vec<SlotDay> = Vec::new();
    for slot in sorted {
        let (label, option) = (draw.props.words.formatter().weekday(slot.at), option(draw, slot));
        match days.last_mut().filter(|day| day.label == label) {
            Some(day) => day.slots.push(option),
            None => days.push(SlotDay { label, slots: vec![option] }),
        }
    }
    let mut text = draw.field(node, &picker.field);
    let zone = picker.slots.first().and_then(|slot| draw.props.words.formatter().times_in(slot.at));
    if let Some(zone) = zone {
        text.hint =
            Some([text.hint.take(), Some(zone)].into_iter().flatten().collect::<Vec<_>>().join(" \u{00b7} "));
    }
    rsx! {
        SlotField {
            id: input_id(&node.key), input_key: node.key.clone(), text, days, none: draw.say("mini-app-slot-none"), initial,
            on_change: draw.changed(node, Input::Slot),
        }
    }
}

fn option(draw: &Draw<'_>, slot: &Slot) -> SlotOption {
    let formatter = draw.props.words.formatter();
    let begins = formatter.clock(slot.at);
    let label = match slot.minutes {
        0 => begins,
        minutes => format!(
            "{begins}\u{2013}{}",
            formatter.clock(slot.at.saturating_add(i64::from(minutes) * 60_000))
        ),
    };
    let left = match slot.left {
        0 => draw.say("mini-app-slot-full"),
        left => draw.say_with("mini-app-slot-left", &Args::new().number("count", left)),
    };
    let hint = draw.optional(slot.place).into_iter().chain([left]).collect::<Vec<_>>().join(" \u{00b7} ");
    SlotOption { id: slot.id.clone(), label, hint: Some(hint), is_full: slot.left == 0 }
}

/// The list says everything; the map above it only helps.
pub(super) fn points(draw: &Draw<'_>, node: &Node, points: &[MapPoint]) -> Element {
    let degrees = |millionths: i32| f64::from(millionths) / 1e6;
    let rows = points.iter().enumerate().map(|(position, point)| {
        let args = Args::new()
            .number("number", u32::try_from(position + 1).unwrap_or(u32::MAX))
            .text("label", draw.word(point.label));
        let title = draw.say_with("mini-app-point", &args);
        match point.action.as_ref().map(|action| draw.act(node, action, Some(position))) {
            Some(on_press) => {
                rsx! { ListRow { key: "{position}", title, action: point.action.clone(), on_press } }
            }
            None => rsx! { ListRow { key: "{position}", title } },
        }
    });
    rsx! {
        if !points.is_empty() {
            PlaceMap { points: points.iter().map(|point| (degrees(point.latitude_e6), degrees(point.longitude_e6))).collect::<Vec<_>>() }
        }
        List { {rows} }
    }
}
