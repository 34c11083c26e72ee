//! Coming up, with and without a draft.

use std::collections::BTreeMap;

use fingertip_standard::events::Input;

use super::app::{World, asks, form, of, open, opened, opening, stepped};
use crate::{Arrival, Effect, GivenFile, OpenMiniApp, Opened, State, draft_key};

#[test]
fn what_it_runs_on_is_prepared_only_while_it_opens() {
    let mut app = opening();
    app.prepare();
    assert_eq!(app.state, State::Preparing);
    let mut app = open(&World::default());
    app.prepare();
    assert!(app.running().is_some());
}

#[test]
fn one_that_nobody_waits_for_ends_at_once() {
    let world = World::default();
    let mut app = opening();
    app.close();
    assert_eq!(app.opened(opened(asks(Vec::new())), &world.around(0)), [Effect::Closed]);
}

#[test]
fn a_draft_brings_back_what_was_typed_but_for_files() {
    let world = World::default();
    let inputs = BTreeMap::from([
        ("line".to_owned(), Input::Text("7".into())),
        ("photo".to_owned(), Input::Files(Vec::new())),
    ]);
    let mut app = opening();
    let opened = Opened { inputs: Some(inputs), ..opened(stepped(Some(form(1)), Vec::new())) };
    app.opened(opened, &world.around(0));
    assert_eq!(of(&app).inputs.keys().collect::<Vec<_>>(), ["line"]);
    assert_eq!(of(&app).generation, 1, "the screen puts it in anew");
}

#[test]
fn another_place_of_one_route_has_a_draft_of_its_own() {
    let params = vec![("line".to_owned(), "7".to_owned())];
    assert_eq!(draft_key("/lines", &params), "/lines?line=7");
    let app = OpenMiniApp::open(opening().place, Arrival { params, ..Arrival::default() });
    assert_eq!(app.draft_key(), "/?line=7");
    let on_behalf = Some("0".repeat(32).parse().expect("an id"));
    let app = OpenMiniApp::open(opening().place, Arrival { on_behalf, ..app.arrival });
    assert_eq!(
        app.draft_key(),
        format!("/?line=7#{}", "0".repeat(32)),
        "another's form is no form of one's own"
    );
}

#[test]
fn files_chosen_anew_take_the_place_of_those_before() {
    let world = World::default();
    let photo = fingertip_standard::view::FileInput {
        field: super::app::field(None, false),
        media_types: Vec::new(),
        max_bytes: 10,
        at_most: 2,
        from_camera: false,
    };
    let view = super::app::page("form", vec![("photo", fingertip_standard::view::Kind::FileInput(photo))], 1);
    let mut app = opening();
    app.opened(opened(stepped(Some(view), Vec::new())), &world.around(0));
    let file =
        |name: &str| GivenFile { name: name.into(), media_type: "image/jpeg".into(), content: vec![0; 3] };
    app.choose_files("photo", vec![file("a"), file("b")]);
    app.choose_files("photo", vec![file("c")]);
    let running = of(&app);
    assert_eq!(running.chosen.keys().collect::<Vec<_>>(), ["photo#0"]);
    assert!(
        matches!(&running.inputs["photo"], Input::Files(files) if files[0].name == "c" && files[0].bytes == 3)
    );
}
