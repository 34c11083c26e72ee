//! For cargo-fuzz: `fuzz_target!(|data: &[u8]| manifest(data));`

/// One manifest from `data`, with every property of it.
pub(crate) fn manifest(data: &[u8]) {
    let _ = fingertip_fuzz::manifest(data);
}
