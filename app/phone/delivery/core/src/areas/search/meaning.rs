//! What the services mean: for questions whose words none of them has.

use fingertip_contract::Catalogue;
use fingertip_locale::SHELL_LANGUAGES;
use fingertip_meaning::{Encoder, ModelError, Scored, Vectors, fuse, weigh};

/// An encoder, and what it makes of every service of a catalogue, in its order.
pub struct Meaning {
    encoder: Encoder,
    vectors: Vectors,
}

impl Meaning {
    /// Reads the encoder's file and encodes each service's name, which takes about two milliseconds a service.
    ///
    /// # Errors
    /// [`ModelError`] when the file is broken; the search then goes on by words.
    pub(crate) fn of(model: &[u8], catalogue: &Catalogue) -> Result<Self, ModelError> {
        let encoder = Encoder::from_bytes(model)?;
        let mut vectors = Vectors::new(encoder.width());
        let names = catalogue.services.iter().map(|service| service.name.pick(SHELL_LANGUAGES[0]).0);
        for vector in encoder.encode_all(names) {
            vectors.push(&vector);
        }
        Ok(Self { encoder, vectors })
    }

    /// The rows that answer `question`, best first: what its words found, and what means the same. `best` is all that the first row of
    /// `words` says.
    pub(crate) fn join(&self, question: &str, words: &[Scored], best: &str, limit: usize) -> Vec<usize> {
        let weight = weigh(question, self.encoder.knows(question), best);
        if weight <= 0.0 {
            return words.iter().take(limit).map(|scored| scored.row).collect();
        }
        let nearness = self.vectors.nearness(&self.encoder.encode(question));
        fuse(words, &nearness, weight, limit).into_iter().map(|scored| scored.row).collect()
    }
}

impl std::fmt::Debug for Meaning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meaning").field("services", &self.vectors.len()).finish()
    }
}
