//! A nation's catalogue on a phone: what comes before home is usable, what a day's change costs, what finding takes.

use std::process::Command;

use anyhow::Result;

use super::{Table, percentile, read};
use crate::process::{built_as, cargo, output, run, say};

/// How many services, where nothing else is said: a nation's.
const SIZES: [&str; 1] = ["350000"];

/// Prints each figure beside what it may be at most.
pub(super) fn catalogue(sizes: &[String]) -> Result<()> {
    say("the catalogue in slices, in a release build");
    run(cargo().args(["build", "--release", "-p", "fingertip-eval", "--bin", "fingertip-catalogue-bench"]))?;
    let mut table = Table::default();
    let default = SIZES.map(str::to_owned);
    for size in if sizes.is_empty() { &default } else { sizes } {
        say(&format!("{size} services"));
        let program = built_as("release", "fingertip-catalogue-bench");
        let figures = read(&output(Command::new(program).arg(size))?);
        let of = |figure: &str| percentile(&figures, &format!("catalogue {figure}"), 50);
        let mut tell =
            |what: &str, unit: &str, value: f64| table.say(&format!("{size}: {what}"), "ours", unit, value);
        tell("slices", "", of("slices")?);
        tell("all of it, packed", "bytes", of("whole_bytes")?);
        tell("the signed index", "bytes", of("index_bytes")?);
        tell("the largest slice, packed", "bytes", of("largest_slice_bytes")?);
        tell("before home is usable (at most 2,097,152)", "bytes", of("first_start_bytes")?);
        tell(
            "a day's change of 0.5 % for who has all of it (at most 2)",
            "percent",
            100.0 * of("day_bytes")? / of("whole_bytes")?,
        );
        tell("a day's change for who has what is theirs", "bytes", of("day_own_bytes")?);
        tell("services of the nation and the person's places", "", of("own_services")?);
        tell("the index of these is made", "ms", of("own_build_ms")?);
        tell("the whole nation's is read", "ms", of("whole_read_ms")?);
        tell("the index of the whole nation is made", "ms", of("whole_build_ms")?);
        tell("it takes in memory (at most 41,943,040)", "bytes", of("whole_memory_bytes")?);
        tell(
            "it is kept in, beside its text (at most 1.2)",
            "times",
            of("whole_kept_bytes")? / of("whole_text_bytes")?,
        );
        tell("the platform cuts and packs it", "ms", of("cut_ms")?);
    }
    table.write("catalogue")
}
