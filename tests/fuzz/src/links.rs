//! Links out of bytes: parts of good ones and of tricks, in any order, or any text at all.

use arbitrary::{Arbitrary, Result, Unstructured};

const PARTS: [&str; 34] = [
    "fingertip://miniapp/",
    "fingertip://",
    "https://",
    "https://platform.example/miniapp/",
    "javascript:",
    "FINGERTIP://miniapp/",
    "cn.example.bus",
    "CN.EXAMPLE.BUS",
    ";version=",
    "1.0",
    "/",
    "//",
    "..",
    ".",
    "\\",
    "%2e",
    "%2f",
    "%00",
    "%",
    "@",
    ":",
    "81",
    "lines",
    "?",
    "&",
    "=",
    "a",
    "%E8%B7%AF",
    "+",
    "#",
    " ",
    "\n",
    "\u{202e}",
    "路",
];

/// The link that `data` stands for. Any bytes give one.
#[must_use]
pub fn from(data: &[u8]) -> String {
    make(&mut Unstructured::new(data)).unwrap_or_default()
}

fn make(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 10)? {
        return String::arbitrary(u);
    }
    // Half of them begin well, so that what stands behind is met too.
    let mut link =
        if u.arbitrary()? { "fingertip://miniapp/cn.example.bus".to_owned() } else { String::new() };
    for _ in 0..u.int_in_range(0..=12)? {
        link.push_str(u.choose(&PARTS)?);
    }
    Ok(link)
}
