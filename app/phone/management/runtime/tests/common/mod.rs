//! What the tests of harm share: guests made from the smallest module that fits the world by changing its text.

use std::path::Path;

use anyhow::Result;
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

/// A component whose every function does `body`, with `more` at the top of its module.
pub(crate) fn guest(body: &str, more: &str) -> Result<Vec<u8>> {
    made(body, |text| text.replacen("(module", &format!("(module {more}"), 1))
}

/// As [`guest`], with `more` at the end of its module: what it has keeps its numbers.
#[allow(dead_code, reason = "one of the tests needs none")]
pub(crate) fn guest_ending(body: &str, more: &str) -> Result<Vec<u8>> {
    made(body, |text| before_the_end(&text, more))
}

/// `component` with `more` at its end.
#[allow(dead_code, reason = "one of the tests needs none")]
pub(crate) fn with_more(component: &[u8], more: &str) -> Result<Vec<u8>> {
    Ok(wat::parse_str(before_the_end(&wasmprinter::print_bytes(component)?, more))?)
}

fn before_the_end(text: &str, more: &str) -> String {
    let text = text.trim_end();
    format!("{} {more})", text.strip_suffix(')').unwrap_or(text))
}

fn made(body: &str, changed: impl Fn(String) -> String) -> Result<Vec<u8>> {
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_path(Path::new("../../../../mini-apps/standard/wit/since-1.0"))?;
    let world = resolve.select_world(&[package], Some("mini-app"))?;
    let module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
    let text = changed(wasmprinter::print_bytes(&module)?.replace("unreachable", body));
    let mut module = wat::parse_str(text)?;
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8)?;
    ComponentEncoder::default().validate(true).module(&module)?.encode()
}
