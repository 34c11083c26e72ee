//! What of a mini-app runs: its component, or its script with the engine that plays it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use clap::Args;
use fingertip_check::{Finding, Subject};
use fingertip_repository::InterpreterRelease;
use fingertip_runtime::{Backend, Engine, Program, WasmtimeEngine};
use fingertip_standard::{Manifest, Standard};
use sha2::{Digest, Sha256};

use crate::{
    build, engine, guest, home,
    project::Project,
    script::{
        self,
        places::{Placed, Places},
    },
};

/// Which program, and which engine plays it.
#[derive(Args, Clone, Default)]
pub(crate) struct CodeOptions {
    /// Its component, or its script; built first where none is named.
    #[arg(long, visible_alias = "script")]
    pub(crate) component: Option<PathBuf>,
    /// The engine that plays a script; its file is called as the manifest calls it. Else the one that is kept on this machine.
    #[arg(long, env = "FINGERTIP_ENGINE")]
    pub(crate) engine: Option<PathBuf>,
}

/// A program that is built.
pub(crate) struct Code {
    /// The component, or the script.
    pub(crate) bytes: Vec<u8>,
    /// Where it is.
    path: PathBuf,
    /// The version of the standard that its manifest names.
    standard: Standard,
    script: Option<Script>,
    /// The component with its names and lines, where it was built just now: the same code, but a trap says where it happened.
    with_lines: Option<Vec<u8>>,
}

struct Script {
    name: String,
    engine: InterpreterRelease,
    places: Option<Arc<Places>>,
}

impl Code {
    /// The program of the mini-app in `folder`: the one that is named, or the one that is built now.
    pub(crate) fn of(folder: &Path, options: &CodeOptions) -> Result<Self> {
        let path = match &options.component {
            Some(named) => named.clone(),
            None => guest::program(folder, None)?,
        };
        // Where the manifest is refused, what is wrong with it is for the gate to say.
        let standard = Project::standard(folder).ok().flatten().unwrap_or(Standard::V1_0);
        let mut code = Self::component(&path, standard)?;
        if options.component.is_none() {
            code.with_lines = fs::read(build::with_lines(&path)).ok();
        }
        if script::is_script(folder) {
            code.script = Script::of(folder, &path, options.engine.as_deref())?;
        }
        Ok(code)
    }

    /// A component by itself.
    pub(crate) fn component(path: &Path, standard: Standard) -> Result<Self> {
        let bytes = fs::read(path)
            .with_context(|| format!("{} cannot be read: `fingertip build` makes it", path.display()))?;
        Ok(Self { bytes, path: path.to_owned(), standard, script: None, with_lines: None })
    }

    /// The engine that plays it; none for a component.
    pub(crate) fn engine(&self) -> Option<&InterpreterRelease> {
        self.script.as_ref().map(|script| &script.engine)
    }

    /// The program on one engine.
    pub(crate) fn program(&self, backend: Backend) -> Result<Arc<dyn Program>> {
        let refused = || format!("{} is refused", self.path.display());
        if let Some(script) = &self.script {
            return script.program(&self.bytes, backend).with_context(refused);
        }
        let sha256 = Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        match &self.with_lines {
            Some(with_lines) => {
                WasmtimeEngine::developing(backend)?.compile(with_lines, &sha256, self.standard)
            }
            None => WasmtimeEngine::new(backend, None)?.compile(&self.bytes, &sha256, self.standard),
        }
        .with_context(refused)
    }

    /// The program on both engines, the native one first.
    pub(crate) fn programs(&self) -> Result<Vec<(&'static str, Arc<dyn Program>)>> {
        Ok(vec![("native", self.program(Backend::Native)?), ("pulley", self.program(Backend::Pulley)?)])
    }

    /// The mini-app in `folder` for the quality gate.
    pub(crate) fn subject(&self, folder: &Path) -> Result<Subject> {
        let mut subject = Subject::read(folder, self.bytes.clone())
            .with_context(|| format!("{} cannot be checked", folder.display()))?;
        subject.engine = self.engine().map(|engine| engine.bytes.clone());
        Ok(subject)
    }

    /// Has the gate's findings name the author's own files.
    pub(crate) fn place(&self, findings: &mut [Finding]) {
        if let Some(places) = self.script.as_ref().and_then(|script| script.places.as_ref()) {
            for finding in findings {
                finding.reason = places.told(&finding.reason);
            }
        }
    }
}

impl Script {
    /// None where the manifest is refused: what is wrong with it is for the gate to say.
    fn of(folder: &Path, path: &Path, named: Option<&Path>) -> Result<Option<Self>> {
        let manifest =
            fs::read(folder.join("manifest.json")).ok().and_then(|bytes| Manifest::parse(&bytes).ok());
        let Some(manifest) = manifest else { return Ok(None) };
        let Some(wanted) = manifest.fingertip.program.interpreter() else { return Ok(None) };
        let name = manifest.fingertip.program.path().to_owned();
        let engine = engine::find(wanted, named)?;
        let places = Places::read(&script::map(path), &name, folder).map(Arc::new);
        Ok(Some(Self { name, engine, places }))
    }

    fn program(&self, source: &[u8], backend: Backend) -> Result<Arc<dyn Program>> {
        let source = std::str::from_utf8(source).context("it is not UTF-8")?;
        let on = WasmtimeEngine::new(backend, home::compiled())?;
        let reference = self.engine.reference();
        let interpreter = match on.interpreter(&reference.sha256) {
            Some(interpreter) => interpreter,
            None => {
                eprintln!(
                    "the engine {} is compiled for this machine ({}): once, for up to half a minute",
                    reference.name,
                    on.name()
                );
                on.compile_interpreter(&self.engine.bytes, &reference.sha256)?
            }
        };
        let program = interpreter.program(&self.name, source.into());
        Ok(match &self.places {
            Some(places) => Arc::new(Placed { program, places: places.clone() }),
            None => program,
        })
    }
}
