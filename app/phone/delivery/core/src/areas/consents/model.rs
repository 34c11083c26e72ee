//! How much of the ledger is in memory.

/// So many lines are read at first, and with each wish for more: a ledger of years has thousands, and a start would wait for all of them.
pub(crate) const LEDGER_PAGE: usize = 50;
