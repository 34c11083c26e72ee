//! The versions of the standard that this host runs, side by side.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A version of the standard, as a manifest names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Standard {
    /// A mini-app: `update` and `save`.
    #[serde(rename = "1.0")]
    V1_0,
    /// All of 1.0 as it is, and widgets.
    #[serde(rename = "1.1")]
    V1_1,
}

impl Standard {
    /// Every version that this host runs, the oldest first.
    pub const ALL: [Self; 2] = [Self::V1_0, Self::V1_1];

    /// The version that is written `text`, exactly.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.as_str() == text)
    }

    /// As a manifest writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1_0 => "1.0",
            Self::V1_1 => "1.1",
        }
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_written_and_read_alike() {
        for version in Standard::ALL {
            assert_eq!(serde_json::to_value(version).expect("a text"), version.as_str());
            assert_eq!(Standard::named(version.as_str()), Some(version));
        }
        for near in ["1", "1.0.0", "v1.0", "1.2", "2.0", ""] {
            assert_eq!(Standard::named(near), None, "{near:?} is not near enough");
        }
    }
}
