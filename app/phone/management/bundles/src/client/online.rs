//! What the network is asked for. Nothing here holds anything that somebody else waits for.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Inner, Newest, is_fresh, keeping::Bound};
use crate::{
    BundleError,
    download::{Turn, download, listed_hash, target_path},
    fetch::Fetcher,
    flight::Board,
    opening::{Opened, Wanted},
    proof::Proof,
};

/// What the repository offers.
pub(super) struct Offer {
    pub(super) proof: Proof,
    pub(super) at: Timestamp,
    /// Whether it was asked just now.
    is_asked: bool,
}

impl Inner {
    fn fetcher(&self) -> Result<Arc<Fetcher>, BundleError> {
        if let Some(fetcher) = self.fetcher.get() {
            return Ok(fetcher.clone());
        }
        let (options, stall) = (&self.options, self.waits.stall);
        let made = Fetcher::new(&options.metadata_url, &options.targets_url, stall, self.http.clone())?;
        Ok(self.fetcher.get_or_init(|| Arc::new(made)).clone())
    }

    /// What the repository offers now, verified; what a refresh said a moment ago is now.
    async fn proof_of_now(self: &Arc<Self>, now: Timestamp) -> Result<Offer, BundleError> {
        let (root, fetcher) = (&self.options.root, self.fetcher()?);
        if let Some(Newest { generation, at }) = self.known().filter(|known| is_fresh(known.at, now)) {
            // What does not verify any more is refreshed.
            if let Ok(proof) = Proof::of(root, &generation, at, Some(fetcher)).await {
                return Ok(Offer { proof, at, is_asked: false });
            }
        }
        self.proof_asked(now).await
    }

    /// What the repository offers when it is asked.
    pub(super) async fn proof_asked(self: &Arc<Self>, now: Timestamp) -> Result<Offer, BundleError> {
        let inner = self.clone();
        let mut flight = self.refreshes.join("", |_| async move { inner.refresh(now).await });
        let Newest { generation, at } = flight.land().await?;
        let proof = Proof::of(&self.options.root, &generation, at, Some(self.fetcher()?)).await?;
        Ok(Offer { proof, at, is_asked: true })
    }

    async fn refresh(&self, now: Timestamp) -> Result<Newest, BundleError> {
        let (root, known) = (&self.options.root, self.known());
        let floor = known.as_ref().map(|known| &known.generation);
        let generation = Proof::online(root, floor, now, self.fetcher()?).await?.generation();
        // A clock that was set back takes nobody's grace: it was later already, and what came holds then too.
        let at = match known.map(|known| known.at).filter(|at| *at > now) {
            Some(later) if Proof::of(root, &generation, later, None).await.is_ok() => later,
            _ => now,
        };
        Ok(self.settle(Newest { generation, at }, None).await)
    }

    /// Fetches what is wanted, as the repository lists it now, and keeps it.
    pub(super) async fn fetch(
        self: Arc<Self>,
        wanted: Wanted,
        now: Timestamp,
        board: Board,
    ) -> Result<Opened, BundleError> {
        let offer = self.proof_of_now(now).await?;
        let is_asked = offer.is_asked;
        match self.fetch_of(offer, &wanted, &board).await {
            // What was known a moment ago does not have it: the repository is asked before anybody is told so.
            Err(error) if !is_asked && !error.is_passing() => {
                let offer = self.proof_asked(now).await?;
                self.fetch_of(offer, &wanted, &board).await
            }
            outcome => outcome,
        }
    }

    async fn fetch_of(&self, offer: Offer, wanted: &Wanted, board: &Board) -> Result<Opened, BundleError> {
        let Offer { mut proof, at, .. } = offer;
        let found = self.find(&mut proof, wanted, at, board).await;
        // With the roles that were read on the way, also when they say that something is withdrawn.
        let read = Newest { generation: proof.generation(), at };
        match found {
            Ok((opened, bound)) => {
                self.settle(read, Some(bound)).await;
                self.remember(&wanted.target(), &opened);
                Ok(opened)
            }
            Err(error) => {
                self.settle(read, None).await;
                Err(error)
            }
        }
    }

    async fn find(
        &self,
        proof: &mut Proof,
        wanted: &Wanted,
        at: Timestamp,
        board: &Board,
    ) -> Result<(Opened, Bound), BundleError> {
        let target = wanted.target();
        let Some(info) = proof.updater.get_target_info(&target, at).await? else {
            return Err(BundleError::NotPublished { target });
        };
        wanted.check_length(info.length)?;
        let sha256 = listed_hash(&info)?;
        let bytes = match self.shelf.content(&sha256) {
            Ok(Some(bytes)) if bytes.len() as u64 == info.length => bytes,
            // What was changed here is fetched anew.
            _ => {
                let is_consistent = proof.updater.trusted().root().consistent_snapshot;
                let path = if is_consistent { target_path(&target, &sha256) } else { target.clone() };
                let mut turn = Turn { is_urgent: board.is_urgent.clone(), taps: self.taps.subscribe() };
                let listed = (sha256.as_str(), info.length);
                download(&*self.fetcher()?, &self.shelf, &path, listed, &mut turn, &board.progress).await?
            }
        };
        let (opened, needs) = wanted.take(bytes.clone(), info, &mut proof.updater, at).await?;
        Ok((opened, Bound { target, sha256, bytes, needs }))
    }
}
