//! What is published: bundles and interpreters, each as a target with what the store says of it.

use std::collections::HashMap;

use fingertip_slices::MOST_INDEX_BYTES;
use fingertip_standard::{AppId, Capability, DepartmentId, Interpreter, Manifest, limits};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tough::schema::Target;

use fingertip_bundle::{Bundle, FormatError, interpreter_target, target_name};

use crate::error::PublishError;

/// What a department signs: bytes, and what the store is to say of them.
#[derive(Debug, Clone)]
pub struct Release {
    /// Who signs it.
    pub department: DepartmentId,
    /// What it is.
    pub app: AppId,
    /// Its version code.
    pub version: u64,
    /// What the store grants it.
    pub grants: Vec<Capability>,
    /// The bundle.
    pub bytes: Vec<u8>,
}

impl Release {
    /// The release that the bundle itself describes.
    ///
    /// # Errors
    /// [`FormatError`]: it is not whole, or its manifest is refused.
    pub fn read(bytes: Vec<u8>) -> Result<Self, FormatError> {
        let Manifest { app_id, version, fingertip, .. } = Bundle::read(&bytes)?.manifest;
        // What the store grants is what the manifest asks for; a reviewing store would grant less here.
        Ok(Self {
            department: fingertip.department,
            app: app_id,
            version: version.code,
            grants: fingertip.capabilities,
            bytes,
        })
    }

    pub(crate) fn target_name(&self) -> String {
        target_name(&self.department, &self.app)
    }

    pub(crate) fn target(&self) -> Result<Target, PublishError> {
        target(&self.bytes, &Custom { version: self.version, grants: self.grants.clone() })
    }
}

/// An interpreter for scripts: its name and its component.
#[derive(Debug, Clone)]
pub struct InterpreterRelease {
    /// Its language: `javascript`.
    pub name: String,
    /// Its component.
    pub bytes: Vec<u8>,
}

impl InterpreterRelease {
    /// How a manifest names it.
    #[must_use]
    pub fn reference(&self) -> Interpreter {
        Interpreter { name: self.name.clone(), sha256: hex::encode(Sha256::digest(&self.bytes)) }
    }

    pub(crate) fn target_name(&self) -> String {
        interpreter_target(&self.reference())
    }

    pub(crate) fn target(&self) -> Result<Target, PublishError> {
        if self.bytes.len() as u64 > limits::INTERPRETER_BYTES {
            return Err(PublishError::TooLarge { bytes: self.bytes.len(), limit: limits::INTERPRETER_BYTES });
        }
        target(&self.bytes, &())
    }
}

/// The index of the catalogue's slices, as a target.
pub(crate) fn index(bytes: &[u8]) -> Result<Target, PublishError> {
    if bytes.len() as u64 > MOST_INDEX_BYTES {
        return Err(PublishError::TooLarge { bytes: bytes.len(), limit: MOST_INDEX_BYTES });
    }
    target(bytes, &())
}

/// What the store says of a bundle, in the custom data of its target (TUF 1.0, 4.5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Custom {
    pub(crate) version: u64,
    pub(crate) grants: Vec<Capability>,
}

impl Custom {
    pub(crate) fn of(target: &Target) -> Self {
        serde_json::to_value(&target.custom).and_then(serde_json::from_value).unwrap_or_default()
    }
}

fn target(bytes: &[u8], custom: &impl Serialize) -> Result<Target, PublishError> {
    let custom = serde_json::to_value(custom).map_err(PublishError::key)?;
    let custom =
        custom.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())).collect();
    let hashes = serde_json::from_value(serde_json::json!({ "sha256": hex::encode(Sha256::digest(bytes)) }))
        .map_err(PublishError::key)?;
    Ok(Target { length: bytes.len() as u64, hashes, custom, _extra: HashMap::new() })
}
