//! Parameters of queries and forms. Nothing here fails: what is not there is asked for by name and missing.

use std::collections::HashMap;

use url::form_urlencoded;

/// Decoded parameters.
#[derive(Debug, Default)]
pub(crate) struct Params {
    values: HashMap<String, String>,
    has_repeated: bool,
}

impl Params {
    /// Reads `application/x-www-form-urlencoded`.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let mut params = Self::default();
        for (name, value) in form_urlencoded::parse(bytes) {
            params.has_repeated |= params.values.insert(name.into_owned(), value.into_owned()).is_some();
        }
        params
    }

    /// The value of `name`; an empty one counts as missing (RFC 6749, 3.1).
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Whether one stands twice, which RFC 6749 forbids.
    pub(crate) fn has_repeated(&self) -> bool {
        self.has_repeated
    }
}
