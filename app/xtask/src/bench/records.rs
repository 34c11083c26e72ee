//! The person's records beside plain SQLite.

use anyhow::Result;

use super::{Table, read};
use crate::process::{cargo, output, say};

/// Prints what opening the encrypted store, listing 10,000 documents, saving a form and queueing a case take, beside the same statements on
/// files without a key. The aim is a ratio of 0.77 or more: ours within 1.3 times.
pub(super) fn records() -> Result<()> {
    say("the records, in a release build");
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-records", "--example", "bench_records"]);
    let figures = read(&output(&mut ours)?);
    let mut table = Table::default();
    for (figure, name) in [
        ("unlock", "unlock_ms"),
        ("list 10,000 documents", "list_ms"),
        ("save a form", "draft_ms"),
        ("queue a case", "enqueue_ms"),
    ] {
        table.compare(
            &figures,
            figure,
            (&format!("store {name}"), "store"),
            (&format!("sqlite {name}"), "plain SQLite"),
        )?;
    }
    table.write("records")
}
