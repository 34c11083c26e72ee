//! Evaluations: how well something is done, measured on judged examples.

use anyhow::{Result, bail};

use crate::{
    Options,
    process::{cargo, run},
};

/// Asks every judged query of the sets outside the project and of its own, prints the figures and what changed.
pub(crate) fn eval(options: &Options) -> Result<()> {
    if options.rest.first().map(String::as_str) != Some("search") {
        bail!("cargo xtask eval search [--data DIR] [--json] [--misses] [--accept]");
    }
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "-p", "fingertip-eval", "--"]);
    match crate::model::file() {
        Ok(file) => drop(command.env("FINGERTIP_MEANING", file)),
        Err(error) => eprintln!("services are found by words alone: {error:#}"),
    }
    if let Some(folder) = &options.data {
        command.arg("--data").arg(folder);
    }
    for (is_wanted, word) in
        [(options.json, "--json"), (options.misses, "--misses"), (options.accept, "--accept")]
    {
        if is_wanted {
            command.arg(word);
        }
    }
    run(&mut command)
}
