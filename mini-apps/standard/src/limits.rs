//! The limits of a mini-app, all in one place: they are part of the standard.

use std::time::Duration;

/// A bundle's size in bytes.
pub const BUNDLE_BYTES: u64 = 2 << 20;
/// An interpreter that many mini-apps share, in bytes: a JavaScript engine has 12 MiB. It is fetched once for all of them.
pub const INTERPRETER_BYTES: u64 = 16 << 20;
/// One entry of a bundle after unpacking, in bytes: bounds a decompression bomb.
pub const ENTRY_BYTES: u64 = 8 << 20;
/// Entries of a bundle.
pub const BUNDLE_ENTRIES: usize = 256;
/// Nodes of a view.
pub const VIEW_NODES: usize = 600;
/// Depth of a view; the page has depth 1.
pub const VIEW_DEPTH: usize = 12;
/// All text of a step (words, keys, ids), in bytes of UTF-8.
pub const STEP_TEXT_BYTES: usize = 128 << 10;
/// Words of a step.
pub const STEP_WORDS: usize = 4096;
/// All text that a view shows, in bytes of UTF-8: a word counts as often as it is named.
pub const SHOWN_TEXT_BYTES: usize = 512 << 10;
/// One word as it is shown, after its arguments are in it, in bytes of UTF-8: a longer one is cut there. People read none so long.
pub const SHOWN_WORD_BYTES: usize = 16 << 10;
/// Cells, choices, rows and points of a whole view.
pub const VIEW_ITEMS: usize = 6000;
/// Cells, choices, rows or points in one node.
pub const NODE_ITEMS: usize = 2000;
/// A picture of a bundle in bytes.
pub const PICTURE_BYTES: usize = 512 << 10;
/// A picture's pixels once it is decoded: 2048 by 2048, four bytes each.
pub const PICTURE_PIXELS: u64 = 4 << 20;
/// All pictures of a bundle together, in pixels.
pub const PICTURES_PIXELS: u64 = 16 << 20;
/// What an SVG draws: its elements, each as often as something refers to it.
pub const SVG_ELEMENTS: u64 = 20_000;
/// Effects in an SVG (`fe...`), each as often as something refers to it: every one works through every pixel.
pub const SVG_EFFECTS: u64 = 16;
/// Copies of a repeat group.
pub const COPIES: u32 = 20;
/// Requests of a step.
pub const STEP_REQUESTS: usize = 16;
/// Requests that one mini-app may have under way.
pub const PENDING_REQUESTS: usize = 32;
/// Requests of one capability that a mini-app may make within [`REQUESTS_WITHIN`], also while the person acts: as many as a person who
/// types fast brings about.
pub const REQUESTS_OF_A_KIND: usize = 240;
/// See [`REQUESTS_OF_A_KIND`].
pub const REQUESTS_WITHIN: Duration = Duration::from_secs(60);
/// Sheets that a mini-app may bring up between two presses of the person.
pub const SHEETS_PER_PRESS: usize = 3;
/// Steps that a mini-app may take within [`STEPS_WITHIN`] without any act of the person: what answers itself for ever is ended.
pub const STEPS_WITHOUT_ACT: usize = 64;
/// Steps that a mini-app may take in all without any act of the person, however slowly: an hour of a case that is watched has a few.
pub const STEPS_WITHOUT_ACT_IN_ALL: usize = 600;
/// Events that a mini-app may leave unanswered before it is told no more of what the person types: it gets all of that when the page
/// is handed in.
pub const EVENTS_UNANSWERED: usize = 64;
/// See [`STEPS_WITHOUT_ACT`].
pub const STEPS_WITHIN: Duration = Duration::from_secs(10);
/// How long a standing consent holds, in days, where the nation sets no other time; then it is asked for again.
pub const CONSENT_DAYS: u32 = 365;
/// Saved state in bytes.
pub const SAVED_BYTES: usize = 64 << 10;
/// A guest's linear memory in bytes: of all its memories together.
pub const MEMORY_BYTES: usize = 32 << 20;
/// A guest's table elements: of all its tables together.
pub const TABLE_ELEMENTS: usize = 20_000;
/// Linear memories of a guest.
pub const MEMORIES: usize = 2;
/// Tables of a guest.
pub const TABLES: usize = 16;
/// Instances of core modules that a guest is made of.
pub const CORE_INSTANCES: usize = 16;
/// The stack of a guest's functions in use, in bytes. How deep it lets them go differs with the engine and the processor, so it is
/// six times what the gate gives them.
pub const STACK_BYTES: usize = 768 << 10;
/// The stack of a guest's functions in the gate, in bytes: what passes there has room everywhere.
pub const GATE_STACK_BYTES: usize = 128 << 10;
/// The linear memory of an interpreter with its script, in bytes. It is larger than a component's because the interpreter
/// takes its share before the script has done anything, and a garbage collector lets garbage lie for a while.
pub const INTERPRETER_MEMORY_BYTES: usize = 64 << 20;
/// Data that one call moves between guest and host, in bytes.
pub const HOSTCALL_BYTES: usize = 2 << 20;
/// A step that takes longer is noted in the log.
pub const STEP_SOFT: Duration = Duration::from_millis(100);
/// What a mini-app may store on the device, in bytes.
pub const STORAGE_BYTES: usize = 256 << 10;
/// A body that a mini-app sends or receives, in bytes.
pub const BODY_BYTES: usize = 512 << 10;
/// A file that a person hands in, in bytes.
pub const FILE_BYTES: u64 = 5 << 20;
/// All files of a case together, in bytes: with base64 around it and the form beside it, it goes through a department's door.
pub const CASE_FILES_BYTES: u64 = 5 << 20;
/// An address or link, in bytes.
pub const ADDRESS_BYTES: usize = 2048;
/// Parameters of an entry route.
pub const PARAMS: usize = 16;
/// Characters of a text that a parameter holds, where the manifest names no other number.
pub const TEXT_PARAM_CHARS: usize = 200;
/// Characters of a code that a parameter holds, where the manifest names no other number.
pub const CODE_PARAM_CHARS: usize = 64;
/// The most characters that a manifest may name for a parameter.
pub const PARAM_CHARS_MOST: usize = 500;
/// Widgets of a mini-app.
pub const WIDGETS: usize = 4;
/// Words of a card for home.
pub const WIDGET_WORDS: usize = 16;
/// Lines below the value of a card for home.
pub const WIDGET_DETAILS: usize = 3;
/// All text of a card for home (words, parameters), in bytes of UTF-8.
pub const WIDGET_TEXT_BYTES: usize = 2 << 10;
/// Stored values that a widget may read.
pub const WIDGET_STORED: usize = 8;
/// The shortest time between two refreshes of a widget, in minutes: a phone that asks more often is soon empty.
pub const WIDGET_MINUTES: u32 = 15;
/// The longest time between two refreshes of a widget, in minutes: a week.
pub const WIDGET_MINUTES_MOST: u32 = 7 * 24 * 60;
/// What a code may say that the person gives a mini-app, in bytes: as much as the largest holds (ISO/IEC 18004, version 40, level L).
pub const CODE_BYTES: usize = 2953;
/// How many reminders a mini-app may have that are not due yet.
pub const REMINDERS: usize = 32;
/// How long a mini-app was hidden before it is told that it is resumed.
pub const RESUMED_AFTER: Duration = Duration::from_secs(60);

/// How much code a component may be, so that compiling it ends in bounded time and memory whatever it is made of. Looked at before
/// anything is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLimits {
    /// Core modules.
    pub modules: u64,
    /// Components inside the component.
    pub components: u64,
    /// Everything that a section lists: types, functions, tables, globals, exports, segments, of the component and its modules.
    pub items: u64,
    /// Functions with a body.
    pub functions: u64,
    /// A function's body in bytes.
    pub function_bytes: u64,
    /// A function's locals, its parameters among them.
    pub function_locals: u64,
    /// Parameters and results of a function or a block.
    pub signature: u64,
    /// Loops inside each other: a compiler's time grows with the third power of them.
    pub function_loops: u64,
    /// Ways that open or join in one function: jumps with each of their targets, blocks and their ends, calls through a
    /// table, and what moves many bytes at once.
    pub function_jumps: u64,
    /// As [`Self::function_jumps`], of all functions together.
    pub jumps: u64,
    /// Values (locals, and what lies on the operand stack) that a function has at its jumps and joints, summed up over all of them: a
    /// compiler's time and memory grow with them and not with the function's bytes.
    pub function_crossings: u64,
    /// As [`Self::function_crossings`], of all functions together.
    pub crossings: u64,
}

/// The code of a component. The largest of the demo's has 600 functions, the largest function 24 KB, 54 locals, 1,279 jumps
/// and 0.07 million crossings; none has more than 0.15 million together.
pub const COMPONENT_CODE: CodeLimits = CodeLimits {
    modules: 8,
    components: 16,
    items: 10_000,
    functions: 5000,
    function_bytes: 64 << 10,
    function_locals: 500,
    signature: 32,
    function_loops: 8,
    function_jumps: 5000,
    jumps: 60_000,
    function_crossings: 250_000,
    crossings: 2_000_000,
};

/// The code of an interpreter, of which there are few, compiled once a device. The largest function of JavaScript's has 172 KB.
pub const INTERPRETER_CODE: CodeLimits = CodeLimits {
    items: 60_000,
    functions: 30_000,
    function_bytes: 256 << 10,
    function_jumps: 40_000,
    jumps: 1_000_000,
    function_crossings: 2_000_000,
    crossings: 40_000_000,
    ..COMPONENT_CODE
};
