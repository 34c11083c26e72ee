//! What proving who somebody is costs a device.

use anyhow::Result;

use super::{Table, read};
use crate::process::{cargo, output, say};

/// Prints what a proof, an exchanged token and a credential that is verified take, beside the signatures and requests that they cannot do
/// without. The aim is a ratio of 0.67 or more: ours within 1.5 times.
pub(super) fn identity() -> Result<()> {
    say("proofs, tokens and credentials, in a release build");
    let mut ours = cargo();
    ours.args(["run", "--quiet", "--release", "-p", "fingertip-identity", "--example", "bench_identity"]);
    let figures = read(&output(&mut ours)?);
    let mut table = Table::default();
    for (figure, name, rival) in [
        ("a proof that goes with a request", "proof_ms", "one signature"),
        ("a token for another audience", "exchange_ms", "one request, two signatures"),
        ("a credential verified", "verify_ms", "two signatures checked"),
    ] {
        let (ours, bare) = (format!("ours {name}"), format!("bare {name}"));
        table.compare(&figures, figure, (&ours, "identity"), (&bare, rival))?;
    }
    table.write("identity")
}
