//! The words' answer and the meaning's together.

/// A row with how well it answers; only good for ordering.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Which row.
    pub row: usize,
    /// How well.
    pub score: f32,
}

/// Stub.
#[must_use]
pub fn fuse(_words: &[Scored], _nearness: &[f32], _limit: usize) -> Vec<Scored> {
    Vec::new()
}
