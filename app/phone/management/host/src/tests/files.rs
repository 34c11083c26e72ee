//! Files that the person chose, removed, and moved with their rows.

use fingertip_standard::{
    events::Input,
    view::{FileInput, Kind, Node, RepeatGroup},
};

use super::app::{World, asks, case, field, of, opened, opening, page, performs, stepped};
use crate::{GivenFile, OpenMiniApp};

fn file(name: &str) -> GivenFile {
    GivenFile { name: name.into(), media_type: "image/jpeg".into(), content: name.as_bytes().to_vec() }
}

fn photo(at_most: u32) -> Kind {
    Kind::FileInput(FileInput {
        field: field(None, false),
        media_types: Vec::new(),
        max_bytes: 10,
        at_most,
        from_camera: false,
    })
}

/// A page with an input for files, and a row of a repeat group with one.
fn app(world: &World) -> OpenMiniApp {
    let rows = Kind::RepeatGroup(RepeatGroup { label: 0, add_label: 0, at_least: 1, at_most: 5 });
    let mut view = page("form", vec![("photo", photo(3)), ("child", rows)], 1);
    let inner = u32::try_from(view.nodes.len()).expect("a few");
    view.nodes.push(Node { key: "scan".into(), kind: photo(1), children: Vec::new() });
    view.nodes[2].children.push(inner);
    let mut app = opening();
    app.opened(opened(stepped(Some(view), Vec::new())), &world.around(0));
    app
}

/// What the input holds, by name and by what is in it.
fn held(app: &OpenMiniApp, key: &str) -> Vec<(String, Vec<u8>)> {
    let running = of(app);
    let Some(Input::Files(files)) = running.inputs.get(key) else { return Vec::new() };
    files.iter().map(|file| (file.name.clone(), running.chosen[&file.handle].content.to_vec())).collect()
}

fn is(names: &[&str]) -> Vec<(String, Vec<u8>)> {
    names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
}

#[test]
fn a_file_that_was_removed_stays_removed_whatever_a_mini_app_asks_for() {
    let world = World::signed_in();
    let mut app = app(&world);
    app.choose_files("photo", vec![file("a"), file("b")]);
    let Some(Input::Files(files)) = of(&app).inputs.get("photo").cloned() else { panic!("files") };
    app.change("photo", Input::Files(files[1..].to_vec()));
    assert_eq!(held(&app, "photo"), is(&["b"]));
    assert_eq!(of(&app).chosen.len(), 1, "its content is gone");
    let asked: Vec<&str> = files.iter().map(|file| &*file.handle).collect();
    let effects = app.take(asks(vec![(1, case(&[], &asked))]), &world.around(0));
    let sent = super::app::sheet(&effects).map(|sheet| app.answer_sheet(sheet.id, true, &world.around(0)));
    let names: Vec<String> =
        performs(&sent.unwrap_or(effects))[0].files.iter().map(|file| file.file.name.clone()).collect();
    assert_eq!(names, ["b"]);
    app.change("photo", Input::None);
    assert!(of(&app).chosen.is_empty());
    app.choose_files("photo", vec![file("a")]);
    assert_eq!(held(&app, "photo"), is(&["a"]), "the same one can be chosen again");
}

#[test]
fn a_row_keeps_its_own_file_whatever_is_added_or_removed_before_it() {
    let world = World::signed_in();
    let mut app = app(&world);
    app.add_copy("child");
    app.add_copy("child");
    for (row, name) in ["a", "b", "c"].iter().enumerate() {
        app.choose_files(&format!("child.{row}.scan"), vec![file(name)]);
    }
    app.remove_copy("child", 0);
    assert_eq!((held(&app, "child.0.scan"), held(&app, "child.1.scan")), (is(&["b"]), is(&["c"])));
    assert_eq!(of(&app).chosen.len(), 2, "what stood in the row is gone with it");
    app.add_copy("child");
    app.choose_files("child.2.scan", vec![file("d")]);
    assert_eq!(held(&app, "child.1.scan"), is(&["c"]), "a new row takes nothing from it");
    app.choose_files("child.1.scan", vec![file("e")]);
    let all: Vec<_> = (0..3).flat_map(|row| held(&app, &format!("child.{row}.scan"))).collect();
    assert_eq!(all, is(&["b", "e", "d"]));
    let keys: Vec<&str> = of(&app).chosen.values().map(|chosen| &*chosen.key).collect();
    assert!(
        ["child.0.scan", "child.1.scan", "child.2.scan"].iter().all(|key| keys.contains(key)),
        "{keys:?}"
    );
}
