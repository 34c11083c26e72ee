//! Under which names things are kept, where more than one room has to know them.

/// The platform's answers, in the cache.
pub(crate) const INFO: &str = "info";
/// As [`INFO`].
pub(crate) const CATALOGUE: &str = "catalogue";
/// As [`INFO`].
pub(crate) const RATINGS: &str = "ratings";
/// How the names of the catalogue's slices begin, in the cache; the code of a region follows, or nothing for the national one.
pub(crate) const SLICES: &str = "catalogue-slice ";
/// What the person chose, among the settings.
pub(crate) const PREFERENCES: &str = "preferences";
/// The folder of mini-apps made ready for this device.
pub(crate) const COMPILED: &str = "compiled";
/// The folder of verified metadata and mini-apps.
pub(crate) const BUNDLES: &str = "bundles";
