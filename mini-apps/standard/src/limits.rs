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
/// Copies of a repeat group.
pub const COPIES: u32 = 20;
/// Requests of a step.
pub const STEP_REQUESTS: usize = 16;
/// Requests that one mini-app may have under way.
pub const PENDING_REQUESTS: usize = 32;
/// Sheets that a mini-app may bring up between two presses of the person.
pub const SHEETS_PER_PRESS: usize = 3;
/// Steps that a mini-app may take within [`STEPS_WITHIN`] without any act of the person: what answers itself for ever is ended.
pub const STEPS_WITHOUT_ACT: usize = 64;
/// Events that a mini-app may leave unanswered before it is told no more of what the person types: it gets all of that when the page
/// is handed in.
pub const EVENTS_UNANSWERED: usize = 64;
/// See [`STEPS_WITHOUT_ACT`].
pub const STEPS_WITHIN: Duration = Duration::from_secs(10);
/// How long a standing consent holds, in days; then it is asked for again.
pub const CONSENT_DAYS: i64 = 365;
/// Saved state in bytes.
pub const SAVED_BYTES: usize = 64 << 10;
/// A guest's linear memory in bytes.
pub const MEMORY_BYTES: usize = 32 << 20;
/// A guest's table elements.
pub const TABLE_ELEMENTS: usize = 20_000;
/// The linear memory of an interpreter with its script, in bytes. It is larger than a component's because the interpreter
/// takes its share before the script has done anything, and a garbage collector lets garbage lie for a while.
pub const INTERPRETER_MEMORY_BYTES: usize = 64 << 20;
/// Data that one call moves between guest and host, in bytes.
pub const HOSTCALL_BYTES: usize = 2 << 20;
/// A step that takes longer is reported to the department's quality gate.
pub const STEP_SOFT: Duration = Duration::from_millis(100);
/// A step that takes longer is ended.
pub const STEP_HARD: Duration = Duration::from_secs(1);
/// What a mini-app may store on the device, in bytes.
pub const STORAGE_BYTES: usize = 256 << 10;
/// A body that a mini-app sends or receives, in bytes.
pub const BODY_BYTES: usize = 512 << 10;
/// A file that a person hands in, in bytes.
pub const FILE_BYTES: u64 = 5 << 20;
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
/// How long a mini-app was hidden before it is told that it is resumed.
pub const RESUMED_AFTER: Duration = Duration::from_secs(60);
