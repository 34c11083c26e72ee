//! `cargo xtask eval search`: every judged set, its figures, what found nothing, and what changed.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Result, bail};
use fingertip_eval::{
    data::Data,
    run::{Outcome, run},
    sets, table,
};
use fingertip_meaning::Encoder;

const HELP: &str = "fingertip-eval [--data DIR] [--json] [--misses] [--accept]";

#[derive(Default)]
struct Options {
    data: Option<PathBuf>,
    json: bool,
    misses: bool,
    accept: bool,
}

fn main() -> Result<()> {
    let options = options()?;
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let synonyms = own.join("../../assets/demo/synonyms.yml");
    let data = Data::find(options.data.as_deref());
    let collections = [
        ("STARD", sets::stard(&data, &synonyms)?),
        ("GOV.UK", sets::govuk(&data)?),
        ("the citizens' questions", sets::citizens(&data, own, &synonyms)?),
    ];
    let encoder = encoder()?;
    let mut outcome = Outcome::default();
    for (name, collection) in collections {
        if let Some(collection) = collection {
            let one = run(&collection, encoder.as_ref());
            outcome.figures.extend(one.figures);
            outcome.misses.extend(one.misses);
        } else {
            eprintln!("LEFT OUT: {name}; its files are in none of the folders (--data, FINGERTIP_DATA)");
        }
    }
    let file = own.join("table.json");
    if options.json {
        print!("{}", table::json(&outcome.figures)?);
    } else {
        println!("{}", table::print(&outcome.figures, &table::read(&file)?));
        println!(
            "\n{} queries found nothing good among the first ten (--misses names them)",
            outcome.misses.len()
        );
    }
    if options.misses {
        for miss in &outcome.misses {
            let read_as = miss.read_as.as_deref().unwrap_or(&miss.query);
            let first = miss.first.as_deref().unwrap_or("nothing");
            eprintln!("MISS {}: {} (read as {read_as}) first: {first}", miss.set, miss.query);
        }
    }
    if options.accept {
        if options.data.is_some() {
            bail!("--accept keeps the figures of the default folder; leave --data out");
        }
        fs::write(file, table::json(&outcome.figures)?)?;
    }
    Ok(())
}

/// The encoder whose file `cargo xtask model` made.
fn encoder() -> Result<Option<Arc<Encoder>>> {
    let Some(file) = std::env::var_os("FINGERTIP_MEANING") else {
        eprintln!("LEFT OUT: meaning; its file is not there (cargo xtask model)");
        return Ok(None);
    };
    Ok(Some(Arc::new(Encoder::from_bytes(&fs::read(file)?)?)))
}

fn options() -> Result<Options> {
    let mut options = Options::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--data" => match words.next() {
                Some(folder) => options.data = Some(folder.into()),
                None => bail!("--data needs a folder"),
            },
            "--json" => options.json = true,
            "--misses" => options.misses = true,
            "--accept" => options.accept = true,
            _ => bail!("unknown option {word}\n{HELP}"),
        }
    }
    Ok(options)
}
