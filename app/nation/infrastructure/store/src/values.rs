//! Values as columns hold them, and back.

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use crate::error::StoreError;

/// The text of a value that serialises as a string.
pub fn text_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A value that serialises as a string, from its text.
///
/// # Errors
/// [`StoreError::Damaged`] when the text of `table` is none.
pub fn value_of<T: DeserializeOwned>(table: &'static str, text: String) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(text)).map_err(|_| StoreError::Damaged { table })
}

/// A time from its milliseconds.
///
/// # Errors
/// [`StoreError::Damaged`] when the number of `table` is none.
pub fn timestamp(table: &'static str, ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::Damaged { table })
}

/// A value from its JSON.
///
/// # Errors
/// [`StoreError::Damaged`] when the text of `table` is none.
pub fn json_of<T: DeserializeOwned>(table: &'static str, json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::Damaged { table })
}
