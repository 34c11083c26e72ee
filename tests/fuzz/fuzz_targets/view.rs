//! For cargo-fuzz: `fuzz_target!(|data: &[u8]| view(data));`

/// One view from `data`, with every property of it.
pub(crate) fn view(data: &[u8]) {
    let _ = fingertip_fuzz::view(data);
}
