//! What one letter costs, in the search box of a nation with very many services and in a form of a hundred nodes; beside an
//! earlier shell, where one is at hand.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{Table, percentile, read};
use crate::{
    Options,
    demo::{self, Nation},
    guests,
    process::{fingertip, output, run, say, target},
    system,
};

/// How often a word is typed in each place.
const RUNS: &str = "2";
/// How many services there are to be searched.
const SERVICES: usize = 100_000;
const FORM: &str = "form-guest";

/// What a letter costs, figure by figure: its name, its unit, and what it says.
const FIGURES: [(&str, &str, &str); 5] = [
    ("loop_ms", "ms", "time on the loop"),
    ("all_ms", "ms", "time of all threads"),
    ("components", "components", "components drawn"),
    ("frame_bytes", "bytes", "bytes sent to the page"),
    ("written_bytes", "bytes", "bytes written to the disk"),
];

/// A nation with the form and very many services; what it offers is a folder.
pub(super) fn start(options: &Options) -> Result<Nation> {
    let component = guests::build_one(options, FORM)?;
    let bundle = target().join("bench/form.ma");
    fs::create_dir_all(target().join("bench"))?;
    run(fingertip()
        .args(["pack", "tests/form-guest", "--component"])
        .arg(component)
        .arg("--out")
        .arg(&bundle))?;
    let nation = demo::start(options, "bench-nation", true)?;
    let home = target().join("bench-nation");
    run(fingertip()
        .args(["repository", "publish", "--repository"])
        .arg(home.join("repository"))
        .arg("--keys")
        .arg(home.join("keys"))
        .arg(&bundle))?;
    nation.offer_besides(&catalogue()?)?;
    Ok(nation)
}

/// Services as a large nation has them: what is done, for what, and where; and the form.
fn catalogue() -> Result<PathBuf> {
    const DONE: [(&str, &str); 8] = [
        ("申请", "Apply for"),
        ("补办", "Replace"),
        ("变更", "Change"),
        ("注销", "Give up"),
        ("查询", "Look up"),
        ("续期", "Renew"),
        ("转移", "Transfer"),
        ("证明", "Certify"),
    ];
    const THINGS: [(&str, &str); 10] = [
        ("社会保障卡", "a social security card"),
        ("居住证", "a residence permit"),
        ("驾驶证", "a driving licence"),
        ("公积金", "the housing fund"),
        ("营业执照", "a business licence"),
        ("不动产登记", "a property record"),
        ("生育津贴", "a maternity benefit"),
        ("养老金", "a pension"),
        ("公租房", "public housing"),
        ("医疗保险", "medical insurance"),
    ];
    let mut services = vec![
        r#"{"id":"long-form","name":{"en":"Long form"},"department":"transport","region":"100000","theme":"transport","mini_app":{"app":"cn.example.transport.long-form","route":"/"}}"#
            .to_owned(),
    ];
    for number in services.len()..SERVICES {
        let (done, thing) = (DONE[number % DONE.len()], THINGS[number / DONE.len() % THINGS.len()]);
        let office = number / (DONE.len() * THINGS.len());
        services.push(format!(
            r#"{{"id":"many-{number}","name":{{"zh-Hans":"{}{}（{office}号窗口）","en":"{} {} at office {office}"}},"department":"transport","region":"100000","theme":"transport"}}"#,
            done.0, thing.0, done.1, thing.1
        ));
    }
    let folder = target().join("bench/catalogue");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("services.json"), format!("[{}]", services.join(",\n")))?;
    for part in ["regions", "departments"] {
        fs::copy(format!("assets/demo/{part}.json"), folder.join(format!("{part}.json")))?;
    }
    Ok(folder)
}

/// Adds what a letter costs to the table, once the shell's program is built.
pub(super) fn compare(
    options: &Options,
    nation: &Nation,
    libraries: &Path,
    program: &Path,
    table: &mut Table,
) -> Result<()> {
    let mut figures = measure(nation, libraries, "shell", program)?;
    if let Some(earlier) = &options.against {
        figures.extend(measure(nation, libraries, "earlier", Path::new(earlier))?);
    }
    for (place, where_) in [("search", "the search box, 100,000 services"), ("form", "a form of 100 nodes")] {
        for (figure, unit, what) in FIGURES {
            let of = |subject: &str| percentile(&figures, &format!("{subject} {place}_{figure}"), 50);
            let name = format!("a letter in {where_}: {what}");
            match &options.against {
                Some(_) => table.beside(&name, unit, of("shell")?, of("earlier")?),
                None => table.say(&name, "shell", unit, of("shell")?),
            }
        }
    }
    Ok(())
}

fn measure(
    nation: &Nation,
    libraries: &Path,
    subject: &str,
    program: &Path,
) -> Result<BTreeMap<String, Vec<f64>>> {
    say(&format!("one letter in {}", program.display()));
    let mut script = Command::new("node");
    script
        .arg("tests/browser/bench-typing.mjs")
        .arg(system::chromium()?)
        .arg(libraries)
        .args([RUNS, subject]);
    script.arg(target().join("bench-nation").join(format!("typing-{subject}"))).arg(program);
    // The window and the page of a tester were one program once.
    if program.file_stem().context("the earlier shell is a program")? == "fingertip-shell" {
        script.arg("--browser");
    }
    script.arg("--platform").arg(&nation.platform).arg("--root").arg(&nation.root);
    Ok(read(&output(&mut script)?))
}
