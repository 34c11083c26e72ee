//! The gallery shows what the standard has, in both languages and both displays.

use std::collections::BTreeSet;

use fingertip_sdk::{
    Display, Input,
    testing::{Harness, Messages, start},
};

use crate::{Gallery, model::Screen, sheets::GROUPS};

type Shown = Harness<Gallery>;

fn launch(display: Display) -> Shown {
    let messages = Messages::new(&[include_str!("../i18n/zh-Hans.ftl"), include_str!("../i18n/en.ftl")]);
    let mut start = start();
    start.display = display;
    Shown::launch_with(start, Some(messages))
}

/// The names of the kinds in the standard, as its WIT lists them.
fn standard_kinds() -> BTreeSet<String> {
    let wit = include_str!("../../../standard/wit/since-1.0/view.wit");
    let (_, variant) = wit.split_once("variant kind {").expect("the kinds");
    let (variant, _) = variant.split_once("\n    }").expect("their end");
    let lines = variant.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.split(", "))
        .filter_map(|case| Some(case.trim().split_once('(')?.0.to_owned()))
        .collect()
}

fn kinds(shown: &Shown) -> impl Iterator<Item = String> {
    shown.kind_names().into_iter().map(str::to_owned)
}

/// Walks every sheet, and every example of it where they are shown one by one.
fn walk(shown: &mut Shown, mut see: impl FnMut(&Shown)) {
    see(shown);
    for (at, group) in GROUPS.iter().enumerate() {
        for sheet in 0..group.sheets.len() {
            shown.act_on_row("open", "groups", at as u32);
            if group.sheets.len() > 1 {
                see(shown);
                shown.act_on_row("open", "sheets", sheet as u32);
            }
            see(shown);
            while shown.find("next-example").is_some() {
                shown.act("next-example");
                see(shown);
            }
            shown.act("to-gallery");
        }
    }
    assert_eq!(shown.page_key(), "page-home");
}

#[test]
fn the_pages_hold_every_kind_of_the_standard() {
    assert_eq!(standard_kinds().len(), 36);
    for display in [Display::Normal, Display::Seniors] {
        let mut seen = BTreeSet::new();
        walk(&mut launch(display), |shown| seen.extend(kinds(shown)));
        assert_eq!(seen, standard_kinds(), "{display:?}");
    }
}

#[test]
fn in_seniors_mode_a_page_asks_for_three_things_at_most() {
    let mut n_pages = 0;
    walk(&mut launch(Display::Seniors), |shown| {
        n_pages += 1;
        let n_inputs =
            kinds(shown).filter(|kind| kind.ends_with("-input") || kind.starts_with("choose-")).count();
        assert!(n_inputs <= 3, "{} asks for {n_inputs} things", shown.page_key());
    });
    assert!(n_pages > 30, "{n_pages}");
}

#[test]
fn what_is_pressed_is_said() {
    let mut shown = launch(Display::Normal);
    shown.act_on_row("open", "groups", 1);
    shown.act("press-secondary");
    assert!(shown.says("gallery-reported"));
    shown.back();
    assert_eq!(shown.page_key(), "page-home");
    shown.back();
    assert!(shown.is_closing());
}

#[test]
fn an_application_is_filled_in_left_and_sent() {
    let mut shown = launch(Display::Normal);
    shown.act_on_row("open", "groups", GROUPS.len() as u32);
    shown.act_on_row("open", "patterns", 1);
    shown.act("open-form");
    shown.write("applicant", "Zhang Wei");
    shown.submit("form-continue");
    assert_eq!(shown.page_key(), "page-reach");
    shown.restart();
    assert_eq!(shown.page_key(), "page-reach", "what was begun is there again");
    shown.write("contact", "13800138000");
    shown.submit("form-continue");
    shown.choose("size", "large");
    shown.submit("form-continue");
    shown.submit("form-continue");
    assert_eq!(shown.page_key(), "page-check");
    shown.act("form-send");
    assert!(shown.find("send").is_none(), "one task is left");
    shown.act("open-household");
    shown.add_copy("person");
    shown.fill("person.0.person-name", Input::Text("Wang Fang".into()));
    shown.fill("person.1.person-name", Input::Text("Zhang Min".into()));
    shown.submit("people-continue");
    shown.act("keep");
    assert_eq!(shown.page_key(), "page-kept");
    shown.restart();
    shown.act("resume");
    shown.act("open-form");
    assert_eq!(shown.page_key(), "page-check", "a finished form is opened at its check");
    shown.act("form-send");
    shown.act("send");
    assert_eq!(shown.model().map(|model| model.screen), Some(Screen::Sent));
}
