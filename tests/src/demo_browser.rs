//! Stands in for the system's browser where nobody can look at one: opens the address that a shell asks it to open, a sign-in
//! at the demo nation's provider, and signs a person in. `cargo xtask desktop` names it in `BROWSER`.

use clap::Parser;
use fingertip_tests::person::at_provider;
use url::Url;

/// Signs a person of the demo nation in at the address of its provider.
#[derive(Parser)]
struct Arguments {
    /// Who.
    person: String,
    /// What the shell wants to be opened.
    address: Url,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    at_provider(&arguments.address, &arguments.person).await
}
