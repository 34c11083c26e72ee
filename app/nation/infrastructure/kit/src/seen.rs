//! Which proofs and signatures were seen, as long as they could be shown again, and never more than there is room for.

use std::collections::{BTreeSet, HashMap};

type Id = [u8; 32];

/// What is known of a proof.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// It was not seen; now it is noted.
    New,
    /// It was seen.
    Again,
    /// Proofs of its age were let go for want of room: it may have been seen.
    TooOldToKnow,
}

/// The proofs of one window.
#[derive(Debug)]
pub(crate) struct Seen {
    most: usize,
    ends: HashMap<Id, i64>,
    by_end: BTreeSet<(i64, Id)>,
    /// Up to this end, proofs were let go before their time.
    let_go: i64,
}

impl Seen {
    pub(crate) fn new(most: usize) -> Self {
        Self { most, ends: HashMap::new(), by_end: BTreeSet::new(), let_go: i64::MIN }
    }

    /// Notes a proof that is taken until `end`; both times are seconds.
    pub(crate) fn note(&mut self, id: Id, end: i64, now: i64) -> Note {
        while let Some(&(first, old)) = self.by_end.first().filter(|(first, _)| *first < now) {
            self.by_end.remove(&(first, old));
            self.ends.remove(&old);
        }
        if self.ends.contains_key(&id) {
            return Note::Again;
        }
        if end <= self.let_go {
            return Note::TooOldToKnow;
        }
        self.ends.insert(id, end);
        self.by_end.insert((end, id));
        if self.ends.len() > self.most
            && let Some((first, old)) = self.by_end.pop_first()
        {
            self.ends.remove(&old);
            self.let_go = first;
        }
        Note::New
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_twice_however_little_room_there_is() {
        let mut seen = Seen::new(2);
        let id = |number: u8| [number; 32];
        assert_eq!(seen.note(id(1), 110, 100), Note::New);
        assert_eq!(seen.note(id(1), 110, 100), Note::Again);
        assert_eq!(seen.note(id(2), 111, 100), Note::New);
        assert_eq!(seen.note(id(3), 112, 100), Note::New);
        assert_eq!(seen.note(id(1), 110, 100), Note::TooOldToKnow, "it made room");
        assert_eq!(seen.note(id(4), 110, 100), Note::TooOldToKnow, "nobody knows any more");
        assert_eq!(seen.note(id(3), 112, 100), Note::Again);
        assert_eq!(seen.note(id(5), 120, 113), Note::New);
        assert_eq!((seen.ends.len(), seen.by_end.len()), (1, 1), "what has run out is let go");
    }
}
