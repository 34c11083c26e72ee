//! For cargo-fuzz: `fuzz_target!(|data: &[u8]| link(data));`

/// One link from `data`, with every property of it.
pub(crate) fn link(data: &[u8]) {
    let _ = fingertip_fuzz::link(data);
}
