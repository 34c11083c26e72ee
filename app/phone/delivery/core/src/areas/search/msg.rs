//! What happens in this area. Past tense: a message reports, `update` decides.

/// What the person searches for.
#[derive(Debug)]
pub enum SearchMsg {
    /// The person typed in the search box.
    TypedSearch(String),
}
