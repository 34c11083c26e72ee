//! How long what grows on a device is kept, in one place.
//!
//! | What | Until |
//! |---|---|
//! | cases, documents, consents, the ledger, what waits, drafts, what could not be read | the person says so: what they wrote or were told is never swept |
//! | the ledger in memory | `consents::model::LEDGER_PAGE` lines, more when they are wanted |
//! | cards and departments' keys, kept for offline | [`CACHED`] after they were last fetched; what the app begins with stays |
//! | names of what was taken away | [`GONE`] |
//! | compiled mini-apps | [`COMPILED`], and [`COMPILED_BYTES`] together: they are made again |
//! | what a writer that was killed left half done | [`PARTIAL`] |
//! | compiled programs in memory | `world::PROGRAMS` |
//! | metadata and mini-apps | the bundles' own shelf: 64 generations and 4 half downloads |
//! | notices on the screen | [`NOTICES`] |

use jiff::SignedDuration;

const DAY: i64 = 24;

/// What the platform gives again, after it was last fetched: documents that end within a year can be checked offline until then.
pub(crate) const CACHED: SignedDuration = SignedDuration::from_hours(400 * DAY);
/// Names of what was taken away: nobody brings back an older copy of their records.
pub(crate) const GONE: SignedDuration = SignedDuration::from_hours(5 * 366 * DAY);
/// A compiled mini-app.
pub(crate) const COMPILED: SignedDuration = SignedDuration::from_hours(180 * DAY);
/// All compiled mini-apps together, in bytes: some two hundred.
pub(crate) const COMPILED_BYTES: u64 = 256 << 20;
/// Half a file: a writer takes seconds.
pub(crate) const PARTIAL: SignedDuration = SignedDuration::from_hours(DAY);
/// Notices that stand on the screen at once; the oldest goes.
pub(crate) const NOTICES: usize = 20;

/// The first sweep comes so long after the start, when nobody waits for anything any more.
pub(crate) const FIRST_SWEEP: SignedDuration = SignedDuration::from_mins(10);
/// And each one so long after the one before.
pub(crate) const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(DAY);
