//! A mini-app while it is being written.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use anyhow::{Context, Result};
use fingertip_studio::{Build, StudioOptions, run};

use crate::{
    guest,
    project::{Project, programs},
};

/// Serves the studio for the mini-app in `folder` until it is interrupted.
pub(crate) fn dev(folder: &Path, journey: Option<String>) -> Result<()> {
    let own = folder.to_owned();
    println!("building {}", folder.display());
    let build = Box::new(move || built(&own));
    run(StudioOptions { folder: folder.to_owned(), build, journey }, |address| {
        println!("dev           {address}");
        println!("Open this address in a browser on this machine. A save builds anew; what you did there is done again.");
    })
}

fn built(folder: &Path) -> Result<Build> {
    let component = guest::build(folder, None)?;
    let project = Project::open(folder)?;
    let (_, program) = programs(&component, project.manifest.fingertip.standard)?.into_iter().next().context("no engine")?;
    let mut pictures = BTreeMap::new();
    for entry in fs::read_dir(folder.join("common")).into_iter().flatten().flatten() {
        if let Ok(bytes) = fs::read(entry.path()) {
            pictures.insert(format!("common/{}", entry.file_name().to_string_lossy()), bytes);
        }
    }
    Ok(Build { manifest: project.manifest, messages: project.messages, program, pictures: Arc::new(pictures) })
}
