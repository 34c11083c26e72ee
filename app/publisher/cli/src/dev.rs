//! A mini-app while it is being written.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Result;
use fingertip_runtime::Backend;
use fingertip_studio::{Build, StudioOptions, run};

use crate::{
    code::{Code, CodeOptions},
    project::Project,
};

/// Serves the studio for the mini-app in `folder` until it is interrupted.
pub(crate) fn dev(folder: &Path, engine: Option<PathBuf>, journey: Option<String>) -> Result<()> {
    let own = folder.to_owned();
    let options = CodeOptions { component: None, engine };
    println!("building {}", folder.display());
    let build = Box::new(move || built(&own, &options));
    run(StudioOptions { folder: folder.to_owned(), build, journey }, |address| {
        println!("dev           {address}");
        println!(
            "Open this address in a browser on this machine. A save builds anew; what you did there is done again."
        );
    })
}

fn built(folder: &Path, options: &CodeOptions) -> Result<Build> {
    let program = Code::of(folder, options)?.program(Backend::Native)?;
    let project = Project::open(folder)?;
    let mut pictures = BTreeMap::new();
    for entry in fs::read_dir(folder.join("common")).into_iter().flatten().flatten() {
        if let Ok(bytes) = fs::read(entry.path()) {
            pictures.insert(format!("common/{}", entry.file_name().to_string_lossy()), bytes);
        }
    }
    Ok(Build {
        manifest: project.manifest,
        messages: project.messages,
        program,
        pictures: Arc::new(pictures),
    })
}
