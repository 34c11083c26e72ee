//! What is opened, and what bytes become when they are proved.

use std::sync::Arc;

use fingertip_bundle::{Bundle, Code, FormatError, INTERPRETERS, interpreter_target, target_name};
use fingertip_slices::{INDEX_TARGET, MOST_INDEX_BYTES};
use fingertip_standard::{AppId, Capability, DepartmentId, Interpreter, RunningApp, limits};
use jiff::Timestamp;
use serde::Deserialize;
use sigstore_tuf::{Updater, metadata::TargetFile};

use crate::{BundleError, Freshness, VerifiedBundle, shelf::sha256_of};

/// What is to be opened.
#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    MiniApp(DepartmentId, AppId),
    Interpreter(Interpreter),
    CatalogueIndex,
}

/// What was opened.
#[derive(Debug, Clone)]
pub(crate) enum Opened {
    MiniApp(Box<VerifiedBundle>),
    Interpreter(Arc<[u8]>),
    CatalogueIndex(Arc<[u8]>),
}

impl Opened {
    /// The same, with how fresh it is.
    pub(crate) fn with_freshness(self, freshness: Freshness) -> Self {
        match self {
            Self::MiniApp(verified) => Self::MiniApp(Box::new(VerifiedBundle { freshness, ..*verified })),
            other @ (Self::Interpreter(_) | Self::CatalogueIndex(_)) => other,
        }
    }
}

/// The custom data of a target.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Custom {
    version: u64,
    grants: Vec<Capability>,
}

impl Wanted {
    /// Its target.
    pub(crate) fn target(&self) -> String {
        match self {
            Self::MiniApp(department, app) => target_name(department, app),
            Self::Interpreter(interpreter) => interpreter_target(interpreter),
            Self::CatalogueIndex => INDEX_TARGET.to_owned(),
        }
    }

    /// That it is not too large, said before anything is fetched: a phone need not download what it will refuse.
    pub(crate) fn check_length(&self, length: u64) -> Result<(), BundleError> {
        let most = match self {
            Self::MiniApp(..) => limits::BUNDLE_BYTES,
            Self::Interpreter(_) => limits::INTERPRETER_BYTES,
            Self::CatalogueIndex => MOST_INDEX_BYTES,
        };
        if length <= most {
            return Ok(());
        }
        Err(malformed(format!("{} has {length} bytes, the limit is {most}", self.target())))
    }

    /// Opens `bytes`, which are what the repository lists as `info`; and names the target without which they cannot run.
    pub(crate) async fn take(
        &self,
        bytes: Vec<u8>,
        info: TargetFile,
        updater: &mut Updater,
        at: Timestamp,
    ) -> Result<(Opened, Option<String>), BundleError> {
        match self {
            Self::Interpreter(interpreter) if sha256_of(&bytes) != interpreter.sha256 => {
                Err(BundleError::Changed {
                    reason: "an interpreter's bytes are not those that its name says".into(),
                })
            }
            Self::Interpreter(_) => Ok((Opened::Interpreter(bytes.into()), None)),
            Self::CatalogueIndex => Ok((Opened::CatalogueIndex(bytes.into()), None)),
            Self::MiniApp(department, app) => {
                let (verified, needs) = mini_app((department, app), &bytes, info, updater, at).await?;
                Ok((Opened::MiniApp(Box::new(verified)), needs))
            }
        }
    }
}

fn malformed(reason: impl Into<String>) -> BundleError {
    BundleError::from(FormatError::Malformed { reason: reason.into() })
}

async fn mini_app(
    (department, app): (&DepartmentId, &AppId),
    bytes: &[u8],
    info: TargetFile,
    updater: &mut Updater,
    at: Timestamp,
) -> Result<(VerifiedBundle, Option<String>), BundleError> {
    let bundle = Bundle::read(bytes)?;
    let named = &bundle.manifest;
    if named.app_id != *app || named.fingertip.department != *department {
        return Err(malformed("its manifest names another mini-app or department"));
    }
    let custom: Custom =
        info.custom.and_then(|custom| serde_json::from_value(custom).ok()).unwrap_or_default();
    if custom.version != named.version.code {
        return Err(malformed("its manifest names another version than the repository"));
    }
    let mut needs = None;
    if let Code::Script { interpreter, .. } = &bundle.code {
        // One that the repository has withdrawn plays nothing any more, also where this device still has it.
        let target = interpreter_target(interpreter);
        if updater.get_target_info(&target, at).await?.is_none() {
            return Err(BundleError::NotPublished { target });
        }
        needs = Some(target);
    }
    let running = RunningApp {
        department: department.clone(),
        app: app.clone(),
        version: named.version.code,
        sha256: sha256_of(bytes),
    };
    let grants = custom.grants.into_iter().collect();
    let freshness = Freshness::Confirmed;
    Ok((VerifiedBundle { running, bundle, grants, verified_at: at, freshness }, needs))
}

/// The interpreter of a target's name.
pub(crate) fn of_target(target: &str) -> Option<Interpreter> {
    let (name, sha256) =
        target.strip_prefix(INTERPRETERS)?.strip_prefix('/')?.strip_suffix(".wasm")?.rsplit_once('-')?;
    let interpreter = Interpreter { name: name.to_owned(), sha256: sha256.to_owned() };
    interpreter.is_well_formed().then_some(interpreter)
}
