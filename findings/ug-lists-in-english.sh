#!/usr/bin/env bash
# A list in Uyghur, with babel 2.19.0 (PyPI) and icu_list 2.4.0 (Rust): both know `ug`, refuse nothing, and join three items with the English word:
# "a, b, and c". CLDR has the list patterns of Uyghur in English. One would expect a language that the library supports to have its own word (ۋە),
# its own comma (،), or a join without words, as Tibetan has in the same data. So a form that says what is missing shows an English word in the
# middle of a line that runs from right to left, and no check for a missing locale finds it.
# Seen: "a, b, and c" from both, and "a, b, c" for Tibetan. Needs python3-venv, cargo.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; mkdir src
python3 -m venv venv; ./venv/bin/pip install --quiet 'babel==2.19.0'
cat > Cargo.toml <<'T'
[package]
name = "lists"
version = "0.1.0"
edition = "2024"
[dependencies]
icu_list = "=2.4.0"
icu_locale_core = "2"
writeable = "0.6"
T
cat > src/main.rs <<'R'
use icu_list::ListFormatter;
use icu_locale_core::{Locale, locale};
use writeable::Writeable;

fn join(language: Locale) -> String {
    let formatter = ListFormatter::try_new_and(language.into(), Default::default()).unwrap();
    formatter.format(["a", "b", "c"].iter()).write_to_string().into_owned()
}

fn main() {
    println!("icu_list: {} | {}", join(locale!("ug")), join(locale!("bo")));
}
R
cat > write.py <<'P'
from babel import Locale
from babel.lists import format_list
assert Locale.parse("ug").get_display_name() == "ئۇيغۇرچە"
print("babel:", format_list(["a", "b", "c"], locale="ug"), "|", format_list(["a", "b", "c"], locale="bo"))
P
{ ./venv/bin/python write.py; cargo run --quiet; } | tee seen
printf '%s\n' 'babel: a, b, and c | a, b, c' 'icu_list: a, b, and c | a, b, c' | diff - seen || { echo "the behaviour has changed"; exit 1; }
