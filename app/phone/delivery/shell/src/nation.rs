//! The nation that this build is for.

/// Where a nation's platform is, and whom its repository trusts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nation {
    /// The platform's address.
    pub(crate) platform: &'static str,
    /// The TUF root, as JSON.
    pub(crate) root: &'static [u8],
}

/// The one that was built in (`build.rs`); none where the command line names it.
pub(crate) const BUILT_IN: Option<Nation> = include!(concat!(env!("OUT_DIR"), "/nation.rs"));
