//! Work units: what a step may cost, counted and never timed, so that a step ends alike on every engine and every machine.
//!
//! The weights were measured with wasmtime 48 (release, x86-64, canonical NaNs): `cargo xtask bench work` prints the time of one
//! instruction of each class in Pulley and as machine code. They follow Pulley, the slower one: there a unit is about a third of a
//! nanosecond in a tight loop and one nanosecond in a mini-app. As machine code the same unit is a tenth of that, within a factor of three; what
//! moves many bytes costs both the same and has the least weight that can be counted. No weight is cheaper than what the slower
//! engine needs, so that work bounds time and no clock is asked: one ends a step on a busy machine that passes on an idle one.
//!
//! The table is a part of the standard: a change of one weight or budget is a change of [`TABLE`], and no update of an engine
//! changes either. Start reading at [`STEP_WORK`], then [`Class`].

/// Which table this is. The versions 1.0 and 1.1 of the standard have this one.
pub const TABLE: u32 = 1;

/// What a step, a saving, a card or a start of a component may cost. A step over it is ended.
///
/// In Pulley it is a seventh to two fifths of a second on the machine where the weights were measured, some one to two seconds on a slow
/// phone. A page of the demo's costs 0.1 to 0.4 million.
pub const STEP_WORK: u64 = 400_000_000;

/// What a step of a script may cost, with its interpreter's work. A page of the demo's costs 11 to 21 million, a turn of a small loop some
/// ten thousand; all of it is about two seconds in Pulley.
pub const SCRIPT_STEP_WORK: u64 = 1_000_000_000;

/// A step that costs more is told to its department: a person on a slow phone notices it. A tenth of [`STEP_WORK`].
pub const NOTICED_WORK: u64 = STEP_WORK / 10;

/// As [`NOTICED_WORK`], of a script.
pub const SCRIPT_NOTICED_WORK: u64 = SCRIPT_STEP_WORK / 10;

/// A card for home that costs more is told to its department: a phone makes several in the background.
pub const CARD_NOTICED_WORK: u64 = NOTICED_WORK / 10;

/// The gate ends a step at this part of the budget, so that what passes there has room on every device.
pub const GATE_PART: u64 = 2;

// What passes the gate has room, and what is noticed is far from the end.
const _: () = assert!(GATE_PART >= 2);
const _: () = assert!(CARD_NOTICED_WORK < NOTICED_WORK && NOTICED_WORK < STEP_WORK / GATE_PART);
const _: () = assert!(SCRIPT_NOTICED_WORK < SCRIPT_STEP_WORK / GATE_PART);

/// Instructions that cost about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Makes no code, or is counted with what follows it: blocks, their ends, constants that are part of another instruction.
    Nothing,
    /// Reads a local or is a constant.
    Read,
    /// Sets a local.
    Set,
    /// Whole numbers, comparisons of them, and a choice between two values.
    Integer,
    /// Division of whole numbers: as machine code ten times an addition, in an interpreter no more than one.
    Division,
    /// Global variables.
    Global,
    /// One value from or to memory.
    Memory,
    /// A jump, taken or not.
    Jump,
    /// A jump with a table.
    TableJump,
    /// Comparing numbers with a point, their signs and bits, and their way from and to whole numbers.
    FloatMove,
    /// Calculating with numbers with a point, division and square roots as well: an interpreter needs most of the time to make every
    /// NaN the same one.
    Float,
    /// A call, with the entry into what is called.
    Call,
    /// A call through a table.
    IndirectCall,
    /// Sixteen bytes at once, as whole numbers, and their loading and storing.
    Vector,
    /// As [`Class::Vector`], for what takes several instructions everywhere: shuffles, products that widen, sums of neighbours.
    WideVector,
    /// Sixteen bytes at once, as numbers with a point.
    FloatVector,
    /// One element of a table, and references.
    Table,
    /// The start of what moves many bytes or elements at once; each of them costs besides, see [`BYTE`] and [`ELEMENT`].
    Bulk,
    /// More memory or a longer table; each page costs besides, see [`PAGE`].
    Grow,
    /// What the standard's engines do not run. The dearest, so that nothing new is ever free.
    Unknown,
}

/// One byte that is copied or filled: the least that can be counted, eight times what it takes.
pub const BYTE: u8 = 1;
/// One element of a table that is copied, filled or made.
pub const ELEMENT: u8 = 200;
/// One page of memory that is asked for.
pub const PAGE: u8 = 255;

impl Class {
    /// What one instruction costs.
    #[must_use]
    pub const fn units(self) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Read => 1,
            Self::Set => 2,
            Self::Integer | Self::Global => 5,
            Self::Division | Self::Memory => 8,
            Self::Jump => 10,
            Self::Vector => 14,
            Self::TableJump | Self::FloatMove => 24,
            Self::Table => 30,
            Self::WideVector => 120,
            Self::Bulk => 200,
            Self::Call => 220,
            Self::FloatVector => 200,
            Self::Float | Self::IndirectCall | Self::Grow | Self::Unknown => 255,
        }
    }

    /// The class of an instruction by its name in WebAssembly's specification, with `_` for each point: `i32_add`, `memory_copy`.
    #[must_use]
    pub fn of(instruction: &str) -> Self {
        match instruction {
            "nop" | "drop" | "block" | "loop" | "else" | "end" | "return" | "unreachable" => Self::Nothing,
            "local_get" | "i32_const" | "i64_const" | "f32_const" | "f64_const" => Self::Read,
            "local_set" | "local_tee" => Self::Set,
            "global_get" | "global_set" => Self::Global,
            "br" | "br_if" | "if" => Self::Jump,
            "br_table" => Self::TableJump,
            "select" | "typed_select" | "memory_size" | "table_size" => Self::Integer,
            "call" | "return_call" => Self::Call,
            "call_indirect" | "return_call_indirect" => Self::IndirectCall,
            "memory_grow" | "table_grow" => Self::Grow,
            "memory_copy" | "memory_fill" | "memory_init" | "data_drop" | "table_copy" | "table_fill"
            | "table_init" | "elem_drop" => Self::Bulk,
            "table_get" | "table_set" | "ref_null" | "ref_is_null" | "ref_func" => Self::Table,
            _ => Self::of_typed(instruction),
        }
    }

    /// The class of an instruction whose name begins with the type that it works on.
    fn of_typed(instruction: &str) -> Self {
        let Some((on, does)) = instruction.split_once('_') else { return Self::Unknown };
        match on {
            "i32" | "i64" => integer(does),
            "f32" | "f64" => float(does),
            "v128" | "i8x16" | "i16x8" | "i32x4" | "i64x2" => vector(does),
            "f32x4" | "f64x2" => float_vector(does),
            _ => Self::Unknown,
        }
    }
}

fn moves(does: &str) -> bool {
    does.starts_with("load") || does.starts_with("store")
}

fn integer(does: &str) -> Class {
    // What is shared between threads no engine of the standard runs.
    if does.starts_with("atomic") {
        Class::Unknown
    } else if moves(does) {
        Class::Memory
    } else if does.starts_with("div") || does.starts_with("rem") {
        Class::Division
    } else if does.starts_with("trunc") || does.starts_with("reinterpret") {
        Class::FloatMove
    } else {
        Class::Integer
    }
}

fn float(does: &str) -> Class {
    match does {
        "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "abs" | "neg" | "copysign" => Class::FloatMove,
        _ if moves(does) => Class::Memory,
        _ if does.starts_with("convert") || does.starts_with("reinterpret") => Class::FloatMove,
        _ => Class::Float,
    }
}

fn vector(does: &str) -> Class {
    const WIDE: [&str; 10] =
        ["shuffle", "swizzle", "relaxed", "extadd", "extmul", "dot", "popcnt", "q15mulr", "narrow", "trunc"];
    if WIDE.iter().any(|wide| does.starts_with(wide)) { Class::WideVector } else { Class::Vector }
}

fn float_vector(does: &str) -> Class {
    match does {
        "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "abs" | "neg" => Class::Vector,
        _ if ["splat", "extract_lane", "replace_lane"].contains(&does) => Class::Vector,
        _ if does.starts_with("relaxed") => Class::Float,
        _ => Class::FloatVector,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_have_the_class_that_their_name_says() {
        for (name, class) in [
            ("i32_add", Class::Integer),
            ("i64_rem_u", Class::Division),
            ("i32_load8_s", Class::Memory),
            ("f64_store", Class::Memory),
            ("i32_trunc_sat_f64_s", Class::FloatMove),
            ("f64_sqrt", Class::Float),
            ("f32_demote_f64", Class::Float),
            ("v128_load32_zero", Class::Vector),
            ("i8x16_swizzle", Class::WideVector),
            ("f64x2_sqrt", Class::FloatVector),
            ("memory_copy", Class::Bulk),
            ("i32_atomic_load", Class::Unknown),
            ("struct_new", Class::Unknown),
            ("something", Class::Unknown),
        ] {
            assert_eq!(Class::of(name), class, "{name}");
        }
    }
}
