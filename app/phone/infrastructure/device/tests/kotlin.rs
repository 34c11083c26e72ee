//! What Rust calls on Android's activity is there, with the types that it is called with: no compiler sees both.

use std::{collections::BTreeSet, fs, path::Path};

use fingertip_device::METHODS;
use regex::Regex;

/// A type of Kotlin's as the Java Native Interface writes it.
fn written(kotlin: &str) -> &'static str {
    match kotlin.trim() {
        "String" | "String?" => "Ljava/lang/String;",
        "Array<String>" => "[Ljava/lang/String;",
        "Boolean" => "Z",
        "Int" => "I",
        "Long" => "J",
        "Float" => "F",
        "Unit" => "V",
        other => panic!("{other} is no type that Rust gives or takes"),
    }
}

#[test]
fn what_rust_calls_is_there_in_kotlin_with_the_same_types_and_nothing_besides() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../delivery/shell/android/MainActivity.kt");
    let kotlin = fs::read_to_string(file).expect("the activity");
    let method = Regex::new(r"(?m)^    fun (device\w+)\(([^)]*)\): ([\w<>?]+)").expect("a pattern");
    let there: BTreeSet<(String, String)> = method
        .captures_iter(&kotlin)
        .map(|found| {
            let values: String = found[2]
                .split(',')
                .filter_map(|value| value.split_once(':'))
                .map(|(_, kind)| written(kind))
                .collect();
            (found[1].to_owned(), format!("({values}){}", written(&found[3])))
        })
        .collect();
    let called = METHODS.iter().map(|method| (method.name.to_owned(), method.types.to_owned())).collect();
    assert_eq!(there, called);
    assert!(kotlin.contains("    private external fun deviceArrived()\n"), "Rust registers it");
}
