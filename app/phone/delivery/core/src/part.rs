//! One area's part of the model: shared while it stays as it is.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

/// A value that is cheap to clone and to compare with a clone of itself. Whoever changes it gets a copy of their own where
/// somebody else still shows the old one, so a screen that shows one part is not drawn for a change of another.
#[derive(Debug, Default)]
pub struct Part<T>(Arc<T>);

impl<T> Part<T> {
    /// A part of its own.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// Puts another value in its place.
    pub(crate) fn set(&mut self, value: T) {
        self.0 = Arc::new(value);
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Part<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T: PartialEq> PartialEq for Part<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// A shared value that is large or has no equality of its own: two are the same when they are one.
#[derive(Debug)]
pub struct Same<T>(pub Arc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_copied_only_where_somebody_still_shows_the_old_one() {
        let mut own = Part::new(vec![1]);
        let before = std::ptr::from_ref(&*own);
        own.push(2);
        assert_eq!(std::ptr::from_ref(&*own), before, "nobody else has it");
        let shown = own.clone();
        own.push(3);
        assert_eq!((shown.len(), own.len()), (2, 3));
        assert!(own != shown && own == own.clone());
    }
}
