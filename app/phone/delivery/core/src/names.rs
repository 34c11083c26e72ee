//! Under which names things are kept, where more than one room has to know them.

/// The platform's answers, in the cache.
pub(crate) const INFO: &str = "info";
/// As [`INFO`].
pub(crate) const CATALOGUE: &str = "catalogue";
/// As [`INFO`].
pub(crate) const RATINGS: &str = "ratings";
/// What the person chose, among the settings.
pub(crate) const PREFERENCES: &str = "preferences";
/// The folder of mini-apps made ready for this device.
pub(crate) const COMPILED: &str = "compiled";
/// The folder of verified metadata and mini-apps.
pub(crate) const BUNDLES: &str = "bundles";
