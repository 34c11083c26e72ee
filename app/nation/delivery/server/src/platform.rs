//! What the platform's endpoints share: its store, its departments, its issuer, its secrets.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use fingertip_contract::{Catalogue, api::PlatformInfo};
use fingertip_standard::{DepartmentId, OperationId};
use jsonwebtoken::jwk::JwkSet;
use tokio::sync::Notify;

use crate::{
    http::auth::Issuer,
    secrets,
    store::{self, Database, StoreError},
};

/// A department's backend as the platform knows it.
pub(crate) struct Registration {
    /// Where its backend stands, without a slash at the end.
    pub(crate) backend: String,
    /// The token that both use with each other.
    pub(crate) token: String,
    /// The operations that mini-apps may call.
    pub(crate) operations: HashSet<OperationId>,
    /// The keys that sign its documents.
    pub(crate) keys: JwkSet,
    /// Told of every new case on its way.
    pub(crate) wake: Notify,
}

/// The catalogue as it is offered.
pub(crate) struct Offered {
    /// Its JSON.
    pub(crate) body: String,
    /// Its entity tag, quoted.
    pub(crate) etag: String,
    /// Its content.
    pub(crate) catalogue: Catalogue,
}

impl Offered {
    /// A catalogue with its JSON and tag.
    pub(crate) fn new(catalogue: Catalogue) -> Result<Self, StoreError> {
        let body =
            serde_json::to_string(&catalogue).map_err(|_| StoreError::Damaged { table: "catalogue" })?;
        let hash = secrets::derive_hash(&body);
        Ok(Self { etag: format!("\"{}\"", hash.get(..32).unwrap_or(&hash)), body, catalogue })
    }
}

/// The running platform.
pub(crate) struct Platform {
    pub(crate) info: PlatformInfo,
    pub(crate) database: Database,
    pub(crate) departments: HashMap<DepartmentId, Registration>,
    pub(crate) issuer: Issuer,
    pub(crate) client: reqwest::Client,
    pub(crate) operator_token: String,
    pub(crate) pairwise_secret: String,
    /// How long a code for a helper is taken.
    pub(crate) helper_code_lifetime: Duration,
    offered: RwLock<Arc<Offered>>,
}

/// What [`Platform::new`] puts together.
pub(crate) struct PlatformParts {
    pub(crate) info: PlatformInfo,
    pub(crate) database: Database,
    pub(crate) departments: HashMap<DepartmentId, Registration>,
    pub(crate) client: reqwest::Client,
    pub(crate) operator_token: String,
    pub(crate) pairwise_secret: String,
    /// How long a code for a helper is taken.
    pub(crate) helper_code_lifetime: Duration,
}

impl Platform {
    /// The platform with the catalogue of its store.
    pub(crate) async fn new(parts: PlatformParts) -> Result<Self, StoreError> {
        let PlatformParts {
            info,
            database,
            departments,
            client,
            operator_token,
            pairwise_secret,
            helper_code_lifetime,
        } = parts;
        let body: Option<String> = database.run(store::catalogue::load).await?;
        let catalogue = body.map(|body| store::json_of("catalogue", &body)).transpose()?.unwrap_or_default();
        let offered = RwLock::new(Arc::new(Offered::new(catalogue)?));
        let issuer = Issuer::new(info.issuer.clone(), client.clone());
        Ok(Self {
            info,
            database,
            departments,
            issuer,
            client,
            operator_token,
            pairwise_secret,
            helper_code_lifetime,
            offered,
        })
    }

    /// The catalogue as it is offered now.
    pub(crate) fn offered(&self) -> Arc<Offered> {
        Arc::clone(&self.offered.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Offers another catalogue from now on.
    pub(crate) fn offer(&self, offered: Offered) {
        *self.offered.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(offered);
    }
}
