//! What is kept: opened without a network, and switched whole.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::PoisonError,
};

use jiff::{SignedDuration, Timestamp};
use sigstore_tuf::Updater;

use super::{Inner, Newest, RECENT, Recent, is_fresh};
use crate::{
    BundleError, VerifiedBundle,
    download::listed_hash,
    opening::{Opened, Wanted},
    proof::{Generation, Proof, changed_here, version, with_roles},
    shelf::{Kept, KeptTarget, Place},
};

/// A bundle that was opened from the repository and is to be kept.
pub(super) struct Bound {
    pub(super) target: String,
    pub(super) sha256: String,
    pub(super) bytes: Vec<u8>,
    pub(super) needs: Option<String>,
}

/// What becomes of a kept bundle in a newer generation.
enum Fate {
    /// The same bytes are listed: it goes along.
    Moves,
    /// Something newer is listed, or what lists it is not here: it stays with what proved it.
    Stays,
    /// It is listed no more.
    Withdrawn,
}

impl Inner {
    /// What is kept and was confirmed a moment ago.
    pub(super) async fn confirmed(&self, wanted: &Wanted, now: Timestamp) -> Option<Opened> {
        let target = wanted.target();
        let kept = self.shelf.kept();
        let own = kept.targets.get(&target).filter(|own| is_fresh(own.place.at, now))?;
        if let Some(known) = self.recall(&target, own) {
            return Some(Opened::MiniApp(Box::new(known)));
        }
        let opened = self.open_kept(wanted, now).await.ok()?;
        self.remember(&target, &opened);
        Some(opened)
    }

    fn recall(&self, target: &str, own: &KeptTarget) -> Option<VerifiedBundle> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |recent: &&Recent| {
            recent.target == target
                && recent.verified.verified_at == own.place.at
                && recent.verified.running.sha256 == own.sha256
        };
        recent.iter().find(is_it).map(|recent| recent.verified.clone())
    }

    pub(super) fn remember(&self, target: &str, opened: &Opened) {
        let Opened::MiniApp(verified) = opened else { return };
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.retain(|own| own.target != target);
        recent.push_front(Recent { target: target.to_owned(), verified: (**verified).clone() });
        recent.truncate(RECENT);
    }

    /// What is kept, verified from the pinned root at the time at which it was confirmed.
    ///
    /// # Errors
    /// [`BundleError::Offline`] where nothing is kept.
    pub(super) async fn open_kept(&self, wanted: &Wanted, now: Timestamp) -> Result<Opened, BundleError> {
        let target = wanted.target();
        let mut kept = self.shelf.kept();
        loop {
            let own = kept.targets.get(&target).ok_or(BundleError::Offline)?;
            let grace = SignedDuration::from_hours(24 * i64::from(self.options.grace_days));
            if own.place.at.checked_add(grace).is_ok_and(|end| end < now) {
                return Err(BundleError::GraceOver { days: self.options.grace_days });
            }
            let outcome = self.prove(wanted, &target, own).await;
            // Switched while it was read: what it was read from may be gone.
            let after = self.shelf.kept();
            if outcome.is_err() && after != kept {
                kept = after;
                continue;
            }
            return match outcome {
                // A shell with another root never verified it; that says nothing of who changed it.
                Err(BundleError::ChangedHere { .. }) if kept.root != self.pinned => Err(BundleError::Offline),
                outcome => outcome,
            };
        }
    }

    async fn prove(&self, wanted: &Wanted, target: &str, own: &KeptTarget) -> Result<Opened, BundleError> {
        let at = own.place.at;
        let generation = self.shelf.generation(&own.place.generation)?.ok_or(BundleError::Offline)?;
        let bytes = self.shelf.content(&own.sha256)?.ok_or(BundleError::Offline)?;
        let proof = Proof::of(&self.options.root, &generation, at, None).await;
        let mut updater = proof.map_err(|error| changed_here(&error))?.updater;
        let info = updater.get_target_info(target, at).await.map_err(|error| changed_here(&error))?;
        let info = info.filter(|info| {
            info.length == bytes.len() as u64 && listed_hash(info).is_ok_and(|hash| hash == own.sha256)
        });
        let info = info.ok_or_else(|| BundleError::ChangedHere {
            reason: "what is kept is not what was listed".into(),
        })?;
        wanted.take(bytes, info, &mut updater, at).await.map(|(opened, _)| opened)
    }

    /// The newest that is known of the repository, however old; for another root too, from which the verifier may get to it.
    pub(super) fn known(&self) -> Option<Newest> {
        let Place { generation, at } = self.shelf.kept().newest?;
        let generation = self.shelf.generation(&generation).ok().flatten()?;
        Some(Newest { generation, at })
    }

    /// Switches to what was read of the repository, and to a bundle that it lists. Whatever is kept and still listed as it
    /// is goes along, so that it counts as confirmed; what is listed no more goes; everything else stays with what proved it.
    pub(super) async fn settle(&self, read: Newest, bound: Option<Bound>) -> Newest {
        let _turn = self.switching.lock().await;
        let mut kept = self.shelf.kept();
        let generations = self.generations(&kept);
        let newest = kept.newest.as_ref().and_then(|place| generations.get(&place.generation));
        // A refresh that came meanwhile knows more.
        let is_newest = kept.root != self.pinned
            || newest.is_none_or(|newest| version(newest) <= version(&read.generation));
        let read = if is_newest {
            Newest { generation: with_roles(&read.generation, generations.values()), at: read.at }
        } else {
            read
        };
        if is_newest {
            self.move_along(&mut kept, &generations, &read).await;
        }
        if let Err(error) = self.put(kept, &read, is_newest, bound) {
            // What was verified opens all the same; the next refresh tries again.
            tracing::warn!(kind = ?error.kind(), "what the repository said could not be kept");
        }
        read
    }

    fn generations(&self, kept: &Kept) -> BTreeMap<String, Generation> {
        let places = kept.newest.iter().chain(kept.targets.values().map(|own| &own.place));
        let names: BTreeSet<&String> = places.map(|place| &place.generation).collect();
        let load = |name: &String| Some((name.clone(), self.shelf.generation(name).ok().flatten()?));
        names.into_iter().filter_map(load).collect()
    }

    /// Marks what goes along with an empty name, and lets go of what was withdrawn.
    async fn move_along(&self, kept: &mut Kept, generations: &BTreeMap<String, Generation>, read: &Newest) {
        let root = &self.options.root;
        let Ok(mut proof) = Proof::of(root, &read.generation, read.at, None).await else { return };
        let mut targets = BTreeMap::new();
        for (target, mut own) in std::mem::take(&mut kept.targets) {
            match fate(&mut proof.updater, &target, &own, read.at).await {
                Fate::Withdrawn => continue,
                Fate::Moves => own.place = Place { generation: MOVED.into(), at: read.at },
                Fate::Stays if kept.root != self.pinned => {
                    // A shell with a newer root: only what that one proves is of use.
                    let Some(generation) = generations.get(&own.place.generation) else { continue };
                    if Proof::of(root, generation, own.place.at, None).await.is_err() {
                        continue;
                    }
                }
                Fate::Stays => {}
            }
            targets.insert(target, own);
        }
        kept.targets = targets;
    }

    fn put(&self, mut kept: Kept, read: &Newest, is_newest: bool, bound: Option<Bound>) -> io::Result<()> {
        let generation = self.shelf.put_generation(&read.generation)?;
        let place = Place { generation, at: read.at };
        kept.targets
            .values_mut()
            .filter(|own| own.place.generation == MOVED)
            .for_each(|own| own.place = place.clone());
        if let Some(Bound { target, sha256, bytes, needs }) = bound {
            self.shelf.put_content(&sha256, &bytes)?;
            kept.targets.insert(target, KeptTarget { place: place.clone(), sha256, needs });
        }
        if is_newest {
            kept.newest = Some(place);
            kept.root.clone_from(&self.pinned);
        }
        self.shelf.switch(kept)
    }
}

/// The name of a generation that has none yet.
const MOVED: &str = "";

async fn fate(updater: &mut Updater, target: &str, own: &KeptTarget, at: Timestamp) -> Fate {
    match updater.get_target_info(target, at).await {
        Ok(None) => return Fate::Withdrawn,
        Ok(Some(info)) if listed_hash(&info).is_ok_and(|hash| hash == own.sha256) => {}
        Ok(Some(_)) | Err(_) => return Fate::Stays,
    }
    let Some(needs) = &own.needs else { return Fate::Moves };
    match updater.get_target_info(needs, at).await {
        Ok(None) => Fate::Withdrawn,
        Ok(Some(_)) => Fate::Moves,
        Err(_) => Fate::Stays,
    }
}
