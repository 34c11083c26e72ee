//! Times one instruction of each class in machine code and in Pulley: what the standard's work units are weighed by. Prints
//! `native|pulley INSTRUCTION NANOSECONDS UNITS`, and what counting itself costs a tight loop. Run by `cargo xtask bench work`.

use std::time::Instant;

use fingertip_runtime::{Backend, Counting, config};
use wasmtime::error::Context as _;
use wasmtime::{Engine, Instance, Module, Result, Store, TypedFunc};

/// Copies of the instruction in one turn of the loop.
const COPIES: usize = 64;
/// How often the best of the runs is looked for.
const RUNS: usize = 7;
/// About how long one run takes.
const RUN_NS: f64 = 2.0e6;

/// A name and the text of what is repeated. `$a`, `$b` and `$c` are whole numbers of 32 bits, `$x` and `$y` of 64, `$f` and `$g`
/// numbers with a point, `$v` and `$w` vectors. Each needs the one before, so that none is left out.
const BODIES: &[(&str, &str)] = &[
    ("i32.add", "(local.set $a (i32.add (local.get $a) (local.get $b)))"),
    ("i32.xor+add", "(local.set $a (i32.xor (i32.add (local.get $a) (local.get $b)) (local.get $c)))"),
    ("i64.add", "(local.set $x (i64.add (local.get $x) (local.get $y)))"),
    ("i32.mul", "(local.set $a (i32.mul (local.get $a) (local.get $b)))"),
    ("i32.div_u", "(local.set $a (i32.div_u (local.get $a) (local.get $b)))"),
    ("i64.div_s", "(local.set $x (i64.div_s (local.get $x) (local.get $y)))"),
    ("i64.rem_u", "(local.set $x (i64.rem_u (local.get $x) (local.get $y)))"),
    ("i32.popcnt", "(local.set $a (i32.popcnt (local.get $a)))"),
    ("i64.popcnt", "(local.set $x (i64.popcnt (local.get $x)))"),
    ("i32.rotl", "(local.set $a (i32.rotl (local.get $a) (local.get $b)))"),
    (
        "i32.lt_s+select",
        "(local.set $a (select (local.get $b) (local.get $c) (i32.lt_s (local.get $a) (local.get $b))))",
    ),
    ("f64.add", "(local.set $f (f64.add (local.get $f) (local.get $g)))"),
    ("f64.mul", "(local.set $f (f64.mul (local.get $f) (local.get $g)))"),
    ("f32.add", "(local.set $h (f32.add (local.get $h) (local.get $i)))"),
    ("f64.div", "(local.set $f (f64.div (local.get $f) (local.get $g)))"),
    ("f64.sqrt", "(local.set $f (f64.sqrt (local.get $f)))"),
    ("f32.sqrt", "(local.set $h (f32.sqrt (local.get $h)))"),
    ("f64.min", "(local.set $f (f64.min (local.get $f) (local.get $g)))"),
    ("f64.floor", "(local.set $f (f64.floor (local.get $f)))"),
    ("f64.nearest", "(local.set $f (f64.nearest (local.get $f)))"),
    ("f64.abs+neg", "(local.set $f (f64.neg (f64.abs (local.get $f))))"),
    ("f64.copysign", "(local.set $f (f64.copysign (local.get $f) (local.get $g)))"),
    ("f64.convert+trunc_sat", "(local.set $a (i32.trunc_sat_f64_s (f64.convert_i32_s (local.get $a))))"),
    ("f64.convert+trunc", "(local.set $a (i32.trunc_f64_s (f64.convert_i32_s (local.get $a))))"),
    ("f64.promote+demote", "(local.set $h (f32.demote_f64 (f64.promote_f32 (local.get $h))))"),
    (
        "f64.lt+select",
        "(local.set $f (select (local.get $g) (local.get $f) (f64.lt (local.get $f) (local.get $g))))",
    ),
    ("i64.reinterpret", "(local.set $x (i64.reinterpret_f64 (f64.reinterpret_i64 (local.get $x))))"),
    ("i32.load", "(local.set $a (i32.load (local.get $a)))"),
    ("i64.load", "(local.set $x (i64.load (i32.wrap_i64 (local.get $x))))"),
    ("i32.store", "(i32.store (local.get $b) (local.get $a))"),
    ("i32.store+load", "(i32.store (local.get $b) (local.get $a)) (local.set $a (i32.load (local.get $b)))"),
    ("f64.store+load", "(f64.store (local.get $b) (local.get $f)) (local.set $f (f64.load (local.get $b)))"),
    ("global.get+set", "(global.set $g1 (i32.add (global.get $g1) (local.get $b)))"),
    (
        "br_if",
        "(block (br_if 0 (i32.eq (local.get $a) (local.get $b))) (local.set $a (i32.add (local.get $a) (local.get $c))))",
    ),
    (
        "if-else",
        "(if (i32.and (local.get $a) (i32.const 1)) (then (local.set $a (i32.add (local.get $a) (local.get $b)))) (else (local.set $a (i32.sub (local.get $a) (local.get $c)))))",
    ),
    (
        "br_table",
        "(block (block (block (br_table 0 1 2 (i32.and (local.get $a) (i32.const 3)))) (local.set $b (local.get $c)))) (local.set $a (i32.add (local.get $a) (local.get $c)))",
    ),
    ("call", "(local.set $a (call $small (local.get $a)))"),
    (
        "call-9",
        "(local.set $a (call $nine (local.get $a) (local.get $b) (local.get $c) (local.get $a) (local.get $b) (local.get $c) (local.get $a) (local.get $b) (local.get $c)))",
    ),
    ("call_indirect", "(local.set $a (call_indirect (type $one) (local.get $a) (i32.const 0)))"),
    ("memory.size", "(local.set $a (i32.add (local.get $a) (memory.size)))"),
    ("memory.grow-0", "(local.set $a (i32.add (local.get $a) (memory.grow (i32.const 0))))"),
    ("memory.copy-0", "(memory.copy (i32.const 0) (i32.const 8192) (i32.const 0))"),
    ("memory.copy-64", "(memory.copy (i32.const 0) (i32.const 8192) (i32.const 64))"),
    ("memory.copy-4096", "(memory.copy (i32.const 0) (i32.const 8192) (i32.const 4096))"),
    ("memory.copy-1MiB", "(memory.copy (i32.const 0) (i32.const 1048576) (i32.const 1048576))"),
    ("memory.fill-64", "(memory.fill (i32.const 0) (i32.const 7) (i32.const 64))"),
    ("memory.fill-1MiB", "(memory.fill (i32.const 0) (i32.const 7) (i32.const 1048576))"),
    ("table.fill-1000", "(table.fill $t (i32.const 1) (ref.func $small) (i32.const 1000))"),
    ("table.copy-1000", "(table.copy $t $t (i32.const 1) (i32.const 2000) (i32.const 1000))"),
    ("table.get+set", "(table.set $t (i32.const 1) (table.get $t (i32.const 0)))"),
    ("i32x4.add", "(local.set $v (i32x4.add (local.get $v) (local.get $w)))"),
    ("f64x2.add", "(local.set $v (f64x2.add (local.get $v) (local.get $w)))"),
    ("f32x4.add", "(local.set $v (f32x4.add (local.get $v) (local.get $w)))"),
    ("f64x2.sqrt", "(local.set $v (f64x2.sqrt (local.get $v)))"),
    ("f64x2.div", "(local.set $v (f64x2.div (local.get $v) (local.get $w)))"),
    ("f32x4.div", "(local.set $v (f32x4.div (local.get $v) (local.get $w)))"),
    ("f32x4.nearest", "(local.set $v (f32x4.nearest (local.get $v)))"),
    ("f32x4.max", "(local.set $v (f32x4.max (local.get $v) (local.get $w)))"),
    ("i8x16.swizzle", "(local.set $v (i8x16.swizzle (local.get $v) (local.get $w)))"),
    (
        "i8x16.shuffle",
        "(local.set $v (i8x16.shuffle 0 17 2 3 20 5 6 7 8 29 10 11 12 13 14 15 (local.get $v) (local.get $w)))",
    ),
    ("i8x16.add_sat_s", "(local.set $v (i8x16.add_sat_s (local.get $v) (local.get $w)))"),
    ("i8x16.popcnt", "(local.set $v (i8x16.popcnt (local.get $v)))"),
    ("i8x16.shl", "(local.set $v (i8x16.shl (local.get $v) (local.get $b)))"),
    ("i64x2.mul", "(local.set $v (i64x2.mul (local.get $v) (local.get $w)))"),
    ("i16x8.q15mulr", "(local.set $v (i16x8.q15mulr_sat_s (local.get $v) (local.get $w)))"),
    ("i32x4.dot", "(local.set $v (i32x4.dot_i16x8_s (local.get $v) (local.get $w)))"),
    ("i16x8.extadd", "(local.set $v (i16x8.extadd_pairwise_i8x16_s (local.get $v)))"),
    ("i32x4.trunc_sat", "(local.set $v (i32x4.trunc_sat_f32x4_s (local.get $v)))"),
    (
        "i8x16.bitmask",
        "(local.set $a (i32.add (local.get $a) (i8x16.bitmask (i8x16.add (local.get $v) (local.get $w)))))",
    ),
    ("v128.load", "(local.set $v (v128.xor (local.get $v) (v128.load (local.get $b))))"),
    (
        "f32x4.relaxed_madd",
        "(local.set $v (f32x4.relaxed_madd (local.get $v) (local.get $w) (local.get $w)))",
    ),
];

/// Functions that call themselves for ever, with what they carry: how deep a stack lets them go.
const DEPTHS: &[(&str, &str)] = &[
    ("bare", "(func $deep (export \"deep\") (global.set $n (i32.add (global.get $n) (i32.const 1))) (call $deep) (global.set $m (i32.const 1)))"),
    (
        "nine",
        "(func $deep (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (global.set $n (i32.add (global.get $n) (i32.const 1)))
           (i32.add (local.get 8) (call $deep (i32.add (local.get 0) (local.get 1)) (local.get 2) (local.get 3) (local.get 4) (local.get 5) (local.get 6) (local.get 7) (local.get 8) (local.get 0))))
         (func (export \"deep\") (drop (call $deep (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8) (i32.const 9))))",
    ),
];

/// As [`DEPTHS`], with `count` values of a type that are needed again after the call.
fn carrying(ty: &str, load: &str, count: usize) -> String {
    let kept = (0..count)
        .map(|at| format!("(local.set $l{at} ({load} offset={} (global.get $m)))", at * 16))
        .collect::<String>();
    let again = (0..count)
        .map(|at| format!("({ty}.store offset={} (global.get $m) (local.get $l{at}))", 4096 + at * 16))
        .collect::<String>();
    let locals = (0..count).map(|at| format!("(local $l{at} {ty})")).collect::<String>();
    format!(
        "(func $deep (export \"deep\") {locals} (global.set $n (i32.add (global.get $n) (i32.const 1))) {kept} (call $deep) {again})"
    )
}

fn depth(backend: Backend, function: &str) -> Result<i32> {
    let engine = Engine::new(&config(backend, Counting::Work)?)?;
    let text = format!(
        "(module (memory 1) (global $n (export \"n\") (mut i32) (i32.const 0)) (global $m (mut i32) (i32.const 0)) {function})"
    );
    let module = Module::new(&engine, wat::parse_str(text)?)?;
    let mut store = Store::new(&engine, ());
    store.set_epoch_deadline(1 << 40);
    store.set_fuel(u64::MAX / 2)?;
    let instance = Instance::new(&mut store, &module, &[])?;
    let deep: TypedFunc<(), ()> = instance.get_typed_func(&mut store, "deep")?;
    let _ended = deep.call(&mut store, ());
    let n = instance.get_global(&mut store, "n").context("a count")?;
    Ok(n.get(&mut store).i32().unwrap_or_default())
}

fn depths() -> Result<()> {
    let mut shapes: Vec<(String, String)> =
        DEPTHS.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for (ty, load) in [("i32", "i32.load"), ("i64", "i64.load"), ("f64", "f64.load"), ("v128", "v128.load")] {
        for count in [1, 4, 16, 64, 200] {
            shapes.push((format!("{count}-{ty}"), carrying(ty, load, count)));
        }
    }
    for (name, text) in shapes {
        let (native, pulley) = (depth(Backend::Native, &text)?, depth(Backend::Pulley, &text)?);
        println!(
            "depth {name} native {native} pulley {pulley} ratio {:.2}",
            f64::from(native) / f64::from(pulley)
        );
    }
    Ok(())
}

fn main() -> Result<()> {
    depths()?;
    if std::env::args().len() > 1 {
        return Ok(());
    }
    for (name, backend) in [("native", Backend::Native), ("pulley", Backend::Pulley)] {
        for (which, counting) in [("counted", Counting::Work), ("uncounted", Counting::Clock)] {
            let engine = Engine::new(&config(backend, counting)?)?;
            let empty = turn(&engine, "")?;
            println!("{name} {} loop {:.3} {}", which, empty.ns, empty.units);
            for (instruction, body) in BODIES {
                // What counting costs is seen on a few.
                if counting != Counting::Work
                    && !["i32.add", "i32.load", "call", "br_if", "if-else", "f64.add"].contains(instruction)
                {
                    continue;
                }
                let turn = turn(&engine, &body.repeat(COPIES)).with_context(|| (*instruction).to_owned())?;
                let each = COPIES as f64;
                println!(
                    "{name} {} {instruction} {:.3} {:.2}",
                    which,
                    (turn.ns - empty.ns) / each,
                    (turn.units - empty.units) / each
                );
            }
        }
    }
    Ok(())
}

/// What one turn of the loop costs.
struct Turn {
    ns: f64,
    units: f64,
}

fn turn(engine: &Engine, body: &str) -> Result<Turn> {
    let text = format!(
        "(module (type $one (func (param i32) (result i32)))
           (memory 64) (table $t 5000 funcref) (elem (table $t) (i32.const 0) func $small) (global $g1 (mut i32) (i32.const 1))
           (func $small (type $one) (i32.add (local.get 0) (i32.const 3)))
           (func $nine (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (i32.add (local.get 0) (local.get 8)))
           (func (export \"run\") (param $n i32)
             (local $a i32) (local $b i32) (local $c i32) (local $x i64) (local $y i64) (local $f f64) (local $g f64)
             (local $h f32) (local $i f32) (local $v v128) (local $w v128)
             (local.set $b (i32.load (i32.const 64))) (local.set $c (i32.load (i32.const 68)))
             (local.set $y (i64.load (i32.const 72)))
             (local.set $f (f64.load (i32.const 80))) (local.set $g (f64.load (i32.const 88)))
             (local.set $h (f32.load (i32.const 96))) (local.set $i (f32.load (i32.const 100)))
             (local.set $v (v128.load (i32.const 112))) (local.set $w (v128.load (i32.const 128)))
             (loop $again {body} (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
             (i32.store (i32.const 200) (local.get $a)) (i64.store (i32.const 208) (local.get $x))
             (f64.store (i32.const 216) (local.get $f)) (f32.store (i32.const 224) (local.get $h))
             (v128.store (i32.const 240) (local.get $v)))
           (data (i32.const 64) \"\\03\\00\\00\\00\\05\\00\\00\\00\\07\\00\\00\\00\\00\\00\\00\\00\")
           (data (i32.const 80) \"\\00\\00\\00\\00\\00\\00\\f0\\3f\\01\\00\\00\\00\\00\\00\\f0\\3f\\00\\00\\80\\3f\\01\\00\\80\\3f\")
           (data (i32.const 112) \"\\00\\00\\00\\00\\00\\00\\f0\\3f\\00\\00\\00\\00\\00\\00\\f0\\3f\\01\\00\\00\\00\\00\\00\\f0\\3f\\01\\00\\00\\00\\00\\00\\f0\\3f\"))"
    );
    let module = Module::new(engine, wat::parse_str(text)?)?;
    let mut store = Store::new(engine, ());
    store.set_epoch_deadline(1 << 40);
    let _ = store.set_fuel(u64::MAX / 2);
    let run: TypedFunc<i32, ()> =
        Instance::new(&mut store, &module, &[])?.get_typed_func(&mut store, "run")?;
    let mut turns = 16;
    loop {
        let began = Instant::now();
        run.call(&mut store, turns)?;
        let took = began.elapsed().as_nanos() as f64;
        if took > RUN_NS || turns > 1 << 28 {
            break;
        }
        turns *= 2;
    }
    let mut best = f64::MAX;
    let mut units = 0.0;
    for _ in 0..RUNS {
        let before = store.get_fuel().unwrap_or_default();
        let began = Instant::now();
        run.call(&mut store, turns)?;
        best = best.min(began.elapsed().as_nanos() as f64);
        units = (before - store.get_fuel().unwrap_or_default()) as f64;
        let _ = store.set_fuel(u64::MAX / 2);
    }
    Ok(Turn { ns: best / f64::from(turns), units: units / f64::from(turns) })
}
