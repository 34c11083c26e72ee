//! What departments write on their documents.

use fingertip_contract::api::DispatchedCase;
use fingertip_kit::secrets;
use fingertip_standard::{ClaimName, LocalText};

/// A fact about the person that came with the case.
pub(crate) fn claim<'a>(case: &'a DispatchedCase, name: &str) -> Option<&'a str> {
    let name = ClaimName::new(name).ok()?;
    case.case.claims.get(&name).map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// A text in the demo nation's two languages.
pub(crate) fn text(chinese: &str, english: &str) -> LocalText {
    LocalText(
        [("zh-Hans", chinese), ("en", english)].map(|(tag, text)| (tag.to_owned(), text.to_owned())).into(),
    )
}

/// A number that is the same whenever it is derived for the same seed.
pub(crate) fn derive_number(prefix: &str, seed: &str, n_digits: usize) -> String {
    let hash = secrets::derive_hash(seed);
    let digits = hash.bytes().map(|b| char::from(b'0' + b % 10)).take(n_digits);
    prefix.chars().chain(digits).collect()
}
