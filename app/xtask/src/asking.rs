//! Journeys that are about what happens around a person, such as a connection that goes away: the script in the browser asks
//! for what happens to the nation and to the shell, one line each, and this does it.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::Stdio,
};

use anyhow::{Context, Result, bail};

use crate::{
    browser::{self, Browser},
    demo::Nation,
    process::{Background, built},
};

/// The journey of the script `name`, to its end, or these `parts` of it. Its shell keeps everything in a folder of that name, from one start to the
/// next.
pub(crate) fn test(nation: &mut Nation, browser: &Browser, name: &str, parts: &[&str]) -> Result<()> {
    let mut node = browser.script(name);
    node.arg(&browser.chromium).arg(&browser.folder).args(parts).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut script = Background(node.spawn().context("node cannot be started")?);
    let said = script.0.stdout.take().context("the journey has no output")?;
    let mut answers = script.0.stdin.take().context("the journey has no input")?;
    let mut shell = None;
    for line in BufReader::new(said).lines() {
        let line = line?;
        match line.strip_prefix("please ") {
            Some(wish) => writeln!(answers, "{}", fulfil(wish, name, nation, &mut shell)?)?,
            None => println!("{line}"),
        }
    }
    let status = script.0.wait()?;
    // What comes next needs it, however this ended.
    if !nation.is_running() {
        nation.resume()?;
    }
    nation.offer_its_own()?;
    if status.success() { Ok(()) } else { bail!("the journey {name} failed with {status}") }
}

/// Does what the journey asks for; the answer is one line.
fn fulfil(wish: &str, name: &str, nation: &mut Nation, shell: &mut Option<Background>) -> Result<String> {
    if let Some(arguments) = wish.strip_prefix("start the shell") {
        // The one before has to let go of its records first.
        *shell = None;
        let arguments: Vec<_> = arguments.split_whitespace().collect();
        let (platform, arguments) = match arguments[..] {
            ["at", platform, ref rest @ ..] => (platform, rest),
            ref all => (nation.platform.as_str(), all),
        };
        let (started, address) =
            browser::serve_at(platform, nation, &built("fingertip-tester"), name, arguments)?;
        // The process's number: what it holds of memory is read from outside.
        let answer = format!("{address} {}", started.0.id());
        *shell = Some(started);
        return Ok(answer);
    }
    match wish {
        // As a system ends an app: no signal that could be heard, nothing written any more.
        "kill the shell" => *shell = None,
        // What stands between the shell and the nation asks where that is.
        "say where the nation is" => return Ok(nation.platform.clone()),
        "stop the nation" => nation.stop(),
        "start the nation" => nation.resume()?,
        _ => match wish.strip_prefix("offer ") {
            Some(catalogue) => nation.offer(Path::new(catalogue))?,
            None => bail!("the journey asks for {wish:?}, which nobody knows"),
        },
    }
    Ok("done".to_owned())
}
