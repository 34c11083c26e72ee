//! Compiles the worst modules that can be thought of, each in a process of its own: what the limits on code are chosen by. Prints
//! `worst NAME,KIBIBYTES,BACKEND compile_ms|peak_bytes VALUE` for what the limits let through, and says which they refuse. With
//! `NAME KIBIBYTES native|pulley` it compiles that one without limits; with a path it says how much code is in it. Run by
//! `cargo xtask bench guest`.

use std::{fmt::Write as _, process::Command, time::Instant};

use fingertip_runtime::{Backend, Counting, code, config};
use fingertip_standard::limits::{COMPONENT_CODE, CodeLimits};
use wasmtime::{Engine, Module, Result, error::Context as _};

/// No limits.
const NONE: CodeLimits = CodeLimits {
    modules: u64::MAX,
    components: u64::MAX,
    items: u64::MAX,
    functions: u64::MAX,
    function_bytes: u64::MAX,
    function_locals: u64::MAX,
    signature: u64::MAX,
    function_loops: u64::MAX,
    function_jumps: u64::MAX,
    jumps: u64::MAX,
    function_crossings: u64::MAX,
    crossings: u64::MAX,
};

/// A module of about so many bytes.
type Make = fn(usize) -> String;

const BOMBS: &[(&str, Make)] = &[
    ("chain", chain),
    ("live", live),
    ("floats", floats),
    ("loads", loads),
    ("diamonds", diamonds),
    ("loops-and-locals", loops_and_locals),
    ("nests", nests),
    ("nests-everywhere", nests_everywhere),
    ("floats-everywhere", floats_everywhere),
    ("locals-in-blocks", locals_in_blocks),
    ("wide-blocks", wide_blocks),
    ("wide-calls", wide_calls),
    ("indirect", indirect),
    ("indirect-live", indirect_live),
    ("tables", tables),
    ("table-jumps", table_jumps),
    ("functions", functions),
    ("functions-100", functions_100),
    ("small-bodies", small_bodies),
    ("globals", globals),
    ("shuffles", shuffles),
    ("copies", copies),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [path] = arguments.as_slice() {
        let began = Instant::now();
        println!(
            "{path} {:?} in {:.2} s",
            code(&std::fs::read(path)?, &NONE)?,
            began.elapsed().as_secs_f64()
        );
        return Ok(());
    }
    if let [name, kib, backend] = arguments.as_slice() {
        return one(name, kib.parse()?, backend);
    }
    let itself = std::env::current_exe()?;
    for (name, make) in BOMBS {
        for kib in [16, 62] {
            let module = make(kib << 10);
            let component =
                wat::parse_str(format!("(component {})", module.replacen("(module", "(core module", 1)))?;
            if let Err(error) = code(&component, &COMPONENT_CODE) {
                println!("refused: {name} of {kib} KiB: {error}");
                continue;
            }
            for backend in ["native", "pulley"] {
                // The peak of memory is a process's.
                Command::new(&itself).arg(name).arg(kib.to_string()).arg(backend).status()?;
            }
        }
    }
    Ok(())
}

fn one(name: &str, kib: usize, backend: &str) -> Result<()> {
    let (_, make) = BOMBS.iter().find(|(own, _)| *own == name).context("a known name")?;
    let bytes = wat::parse_str(make(kib << 10))?;
    let backend_is = if backend == "pulley" { Backend::Pulley } else { Backend::Native };
    let engine = Engine::new(&config(backend_is, Counting::Work)?)?;
    let began = Instant::now();
    Module::new(&engine, &bytes)?;
    let figure = format!("worst {name},{kib},{backend}");
    println!("{figure} compile_ms {:.2}", began.elapsed().as_secs_f64() * 1000.0);
    println!("{figure} peak_bytes {}", peak_mib() << 20);
    Ok(())
}

fn peak_mib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or_default() >> 10
}

fn module(locals: &str, body: &str) -> String {
    format!(
        "(module (memory 1) (table $t 10 funcref) (type $one (func (param i32) (result i32)))
           (func (export \"f\") (param $a i32) (result i32) (local $b i32) (local $f f64) (local $v v128) {locals} {body} (local.get $a) nop))"
    )
}

fn chain(bytes: usize) -> String {
    module("", &"(local.set $a (i32.add (local.get $a) (local.get $b)))".repeat(bytes / 7))
}

/// Many values at once.
fn live(bytes: usize) -> String {
    let n = bytes / 6;
    module(
        "",
        &format!("{} {} local.set $a", "(i32.load (local.get $a))".repeat(n), "i32.xor ".repeat(n - 1)),
    )
}

fn floats(bytes: usize) -> String {
    module("", &format!("(local.get $f) {} (local.set $f)", "f64.sqrt ".repeat(bytes)))
}

fn loads(bytes: usize) -> String {
    module("", &format!("(local.get $a) {} (local.set $a)", "i32.load ".repeat(bytes / 3)))
}

fn diamonds(bytes: usize) -> String {
    module(
        "",
        &"(if (local.get $a) (then (local.set $b (local.get $a))) (else (local.set $a (local.get $b))))"
            .repeat(bytes / 14),
    )
}

/// Each of many loops inside each other has each of many locals for a value of its own.
fn loops_and_locals(bytes: usize) -> String {
    let (depth, locals) = (bytes / 3 / 7, bytes * 2 / 3 / 9);
    let mut body = "(loop ".repeat(depth);
    for at in 0..locals {
        let _ = write!(body, "(local.set $l{at} (i32.add (local.get $l{at}) (local.get $a) nop))");
    }
    body += &"(br_if 0 (local.get $a) nop))".repeat(depth);
    module(&names(locals), &body)
}

/// As many loops inside each other as are allowed, with as many locals, again and again.
fn nests(bytes: usize) -> String {
    let (depth, locals) = (8, 400);
    let mut body = "(loop ".repeat(depth);
    for at in 0..locals {
        let _ = write!(body, "(local.set $l{at} (i32.add (local.get $l{at}) (local.get $a) nop))");
    }
    body += &"(br_if 0 (local.get $a) nop))".repeat(depth);
    module(&names(locals), &body.repeat((bytes / (locals * 9)).max(1)))
}

/// A bundle's fill of [`nests`], to the limit of all functions together.
fn nests_everywhere(bytes: usize) -> String {
    everywhere(&nests(bytes), COMPONENT_CODE.crossings / (bytes as u64 * 5))
}

/// A bundle's fill of [`floats`].
fn floats_everywhere(bytes: usize) -> String {
    everywhere(&floats(bytes), (2 << 20) / bytes as u64 - 1)
}

/// The one function of `module` so often.
fn everywhere(module: &str, count: u64) -> String {
    let Some(at) = module.find("(func (export") else { return module.to_owned() };
    let (head, function) = module.split_at(at);
    let function = function.trim_end().trim_end_matches(')').replacen("(export \"f\")", "", 1);
    format!("{head} {})", format!("{function})").repeat(count as usize))
}

fn locals_in_blocks(bytes: usize) -> String {
    let n = bytes / 16;
    let mut body = String::new();
    for at in 0..n {
        let _ = write!(body, "(block (br_if 0 (local.get $a)) (local.set $l{} (local.get $b)))", at % 20_000);
    }
    for at in 0..n.min(20_000) {
        let _ = write!(body, "(local.set $a (i32.xor (local.get $a) (local.get $l{at})))");
    }
    module(&names(n.min(20_000)), &body)
}

fn names(n: usize) -> String {
    (0..n).map(|at| format!("(local $l{at} i32)")).collect()
}

/// A block that gives a thousand values, left from everywhere.
fn wide_blocks(bytes: usize) -> String {
    let many = "i32 ".repeat(1000);
    let body = format!(
        "(block (result {many}) {} {} ) {} local.set $a",
        "(i32.load (local.get $a))".repeat(1000),
        "(br_if 0 (local.get $a))".repeat(bytes / 4),
        "i32.xor ".repeat(999)
    );
    module("", &body)
}

fn wide_calls(bytes: usize) -> String {
    let many = "i32 ".repeat(900);
    format!(
        "(module (func $wide (param {many}) (result {many}) unreachable)
           (func (export \"f\") (param $a i32) {} {} {}))",
        "(local.get $a)".repeat(900),
        "call $wide ".repeat(bytes / 2),
        "drop ".repeat(900)
    )
}

fn indirect(bytes: usize) -> String {
    module(
        "",
        &format!(
            "(local.get $a) {} (local.set $a)",
            "(call_indirect $t (type $one) (local.get $b)) ".repeat(bytes / 5)
        ),
    )
}

fn indirect_live(bytes: usize) -> String {
    let n = bytes / 12;
    module(
        "",
        &format!(
            "{} {} local.set $a",
            "(call_indirect $t (type $one) (i32.load (local.get $a)) (local.get $b))".repeat(n),
            "i32.xor ".repeat(n - 1)
        ),
    )
}

fn tables(bytes: usize) -> String {
    module("", &"(table.set $t (local.get $a) (table.get $t (local.get $b)))".repeat(bytes / 8))
}

/// Jumps with many targets, one of each nested block.
fn table_jumps(bytes: usize) -> String {
    let depth = (bytes / 40).min(2000);
    let targets: String = (0..depth).map(|at| format!("{at} ")).collect();
    let n = bytes / 2 / (2 * depth);
    let jumps = format!("(block (br_if 0 (local.get $b)) (br_table {targets} (local.get $a) nop))").repeat(n);
    module(
        "",
        &format!(
            "{} {jumps} {}",
            "(block ".repeat(depth),
            "(local.set $a (i32.add (local.get $a) (i32.const 1))))".repeat(depth)
        ),
    )
}

fn functions(bytes: usize) -> String {
    format!("(module {})", "(func)".repeat(bytes / 4))
}

fn functions_100(bytes: usize) -> String {
    format!(
        "(module (memory 1) {})",
        "(func (param i32) (result i32) (i32.load (i32.add (local.get 0) (i32.const 8))))".repeat(bytes / 12)
    )
}

fn small_bodies(bytes: usize) -> String {
    let body = "(if (local.get 0) (then (drop (call $f (i32.load (local.get 0))))))";
    format!(
        "(module (memory 1) (func $f (param i32) (result i32) (local.get 0)) {})",
        format!("(func (param i32) {body}{body}{body}{body})").repeat(bytes / 50)
    )
}

fn globals(bytes: usize) -> String {
    format!("(module {})", "(global (mut i32) (i32.const 0))".repeat(bytes / 5))
}

fn shuffles(bytes: usize) -> String {
    module("", &"(local.set $v (i8x16.shuffle 0 17 2 3 20 5 6 7 8 29 10 11 12 13 14 15 (local.get $v) (local.get $v)))".repeat(bytes / 24))
}

fn copies(bytes: usize) -> String {
    module("", &"(memory.copy (local.get $a) (local.get $b) (local.get $a))".repeat(bytes / 10))
}
