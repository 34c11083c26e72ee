//! How events change the gallery.

use fingertip_sdk::{Answer, Claim, Context, Effects, Event, Filled, Reminder, msg};

use crate::{
    model::{Model, Screen},
    patterns, sheets,
};

/// A place in another department's mini-app.
const SERVICE: &str = "fingertip://miniapp/cn.example.transport.bus-card/lines?line=7";
/// A page of the web: the draft that addresses follow.
const WEB: &str = "https://www.w3.org/TR/miniapp-addressing/";
/// How long after the press the reminder comes.
const HOUR_MS: i64 = 3_600_000;

pub(crate) fn update(model: &mut Model, event: &Event, cx: &Context, effects: &mut Effects) {
    if model.screen == Screen::Form {
        match patterns::FORM.update(&mut model.form, event, cx) {
            Filled::Stays => {}
            Filled::LeftBack => go(model, Screen::Tasks),
            Filled::Sent => {
                model.is_form_done = true;
                go(model, Screen::Tasks);
            }
        }
        return;
    }
    match event {
        Event::Submitted { action, inputs }
            if model.screen == Screen::Household && action == "people-continue" =>
        {
            model.people = Some(inputs.copies("person"));
            go(model, Screen::Tasks);
        }
        Event::Submitted { action, .. } => model.reported = Some(action.clone()),
        Event::Acted { action, node, row } => {
            acted(model, (action, node, row.unwrap_or_default()), cx.now, effects)
        }
        Event::Answered { answer: Answer::Code(code), .. } => model.reported = Some(code.clone()),
        Event::WentBack => back(model, effects),
        _ => {}
    }
}

/// Not inlined: it would stand in every arm below.
#[inline(never)]
fn go(model: &mut Model, screen: Screen) {
    (model.screen, model.part, model.reported) = (screen, 0, None);
}

fn acted(model: &mut Model, (action, node, row): (&str, &str, usize), now: i64, effects: &mut Effects) {
    match (action, model.screen) {
        ("open", Screen::Home) if row == sheets::GROUPS.len() => go(model, Screen::Patterns),
        ("open", Screen::Home) => match sheets::GROUPS.get(row) {
            Some(group) if group.sheets.len() > 1 => go(model, Screen::Group(row)),
            Some(_) => go(model, Screen::Sheet(row, 0)),
            None => {}
        },
        ("open", Screen::Group(group)) if sheets::sheet(group, row).is_some() => {
            go(model, Screen::Sheet(group, row))
        }
        ("open", Screen::Patterns) => open_pattern(model, row),
        ("open-form", Screen::Tasks) => {
            if model.is_form_done {
                model.form = patterns::at_check(&model.form);
            }
            go(model, Screen::Form);
        }
        ("open-household", Screen::Tasks) => go(model, Screen::Household),
        ("send", Screen::Tasks) if patterns::is_ready(model) => go(model, Screen::Sent),
        ("keep", Screen::Tasks) => go(model, Screen::Kept),
        ("resume", _) => go(model, Screen::Tasks),
        ("to-patterns", _) => go(model, Screen::Patterns),
        ("to-gallery", _) => go(model, Screen::Home),
        ("next-example", Screen::Sheet(..)) => (model.part, model.reported) = (model.part + 1, None),
        ("share-name", Screen::Sheet(..)) => {
            effects.claims([Claim::value("name", "gallery-claim-purpose")]);
        }
        ("go-service", Screen::Sheet(..)) => drop(effects.open(SERVICE)),
        ("go-web", Screen::Sheet(..)) => drop(effects.open(WEB)),
        ("share-text", Screen::Sheet(..)) => drop(effects.share(msg("gallery-shared"))),
        ("remind", Screen::Sheet(..)) => {
            let (title, detail) = (msg("gallery-reminder"), Some(msg("gallery-reminder-detail")));
            effects.remind(Reminder { at: now + HOUR_MS, title, detail, opens: "/".to_owned() });
        }
        ("scan", Screen::Sheet(..)) => drop(effects.scan_code()),
        (_, Screen::Sheet(..)) => {
            model.reported =
                Some(if node == action { action.to_owned() } else { format!("{action} {}", row + 1) })
        }
        _ => {}
    }
}

/// Each pattern as somebody meets it: its own place of the one example.
fn open_pattern(model: &mut Model, row: usize) {
    match row {
        0 => {
            model.form = Default::default();
            go(model, Screen::Form);
        }
        1 => go(model, Screen::Tasks),
        2 => {
            model.form = patterns::filled();
            go(model, Screen::Form);
        }
        3 => go(model, Screen::Sent),
        4 => go(model, Screen::Household),
        5 => go(model, Screen::Kept),
        _ => {}
    }
}

fn back(model: &mut Model, effects: &mut Effects) {
    match model.screen {
        Screen::Home => drop(effects.close()),
        Screen::Sheet(..) if model.part > 0 => (model.part, model.reported) = (model.part - 1, None),
        Screen::Sheet(group, _) if sheets::GROUPS.get(group).is_some_and(|group| group.sheets.len() > 1) => {
            go(model, Screen::Group(group))
        }
        Screen::Group(_) | Screen::Sheet(..) | Screen::Patterns => go(model, Screen::Home),
        Screen::Household | Screen::Kept => go(model, Screen::Tasks),
        Screen::Tasks | Screen::Sent | Screen::Form => go(model, Screen::Patterns),
    }
}
