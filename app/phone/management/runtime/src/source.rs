//! Where in its source a guest trapped, for whoever writes it.

use wasmtime::WasmBacktrace;

/// How many places are named: where it happened, and who called.
const MOST: usize = 3;
/// Parts of paths that are not the author's: the standard library and fetched packages.
const FOREIGN: [&str; 3] = ["/rustc/", "/library/", "/registry/src/"];

/// The trap's words and, where the component has its lines (DWARF), its places, the innermost first.
pub(crate) fn with_place(trap: String, error: &wasmtime::Error) -> String {
    let frames = error.downcast_ref::<WasmBacktrace>().map(WasmBacktrace::frames).unwrap_or_default();
    let own = frames
        .iter()
        .flat_map(|frame| frame.symbols())
        .filter_map(|symbol| Some((symbol.file()?, symbol.line()?)))
        .filter(|(file, line)| *line > 0 && !FOREIGN.iter().any(|part| file.contains(part)));
    let mut places: Vec<String> = Vec::new();
    for (file, line) in own {
        let place = format!("{}:{line}", short(file));
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.truncate(MOST);
    if places.is_empty() { trap } else { format!("{trap}, at {}", places.join(", from ")) }
}

/// A path as the author knows it: from the folder of the package on.
fn short(file: &str) -> &str {
    let Some(at) = file.rfind("/src/") else { return file };
    let package = file[..at].rfind('/').map_or(0, |slash| slash + 1);
    &file[package..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_the_package_on() {
        assert_eq!(short("/home/me/code/my-form/src/pages/first.rs"), "my-form/src/pages/first.rs");
        assert_eq!(short("my-form/src/lib.rs"), "my-form/src/lib.rs");
        assert_eq!(short("lib.rs"), "lib.rs");
    }
}
