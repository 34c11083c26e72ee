//! The platform on each of its databases.

use anyhow::Result;

use crate::{
    Options,
    postgres::{self, Disk, Server},
    process::{build_programs_as, built_as, cargo, run, say},
    system,
};

/// Prints each figure beside what it is to be, for SQLite, and for PostgreSQL where that is here.
pub(super) fn platform(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::POSTGRES], options)?;
    say("the platform, in a release build");
    build_programs_as("release", &["fingertip-server"])?;
    let server = Server::start(Disk::Waits);
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "-p", "fingertip-demo", "--bench", "platform"]);
    bench.env("FINGERTIP_SERVER", built_as("release", "fingertip-server"));
    if let Some(server) = &server {
        bench.env(postgres::SERVER, server.address());
    }
    run(&mut bench)
}
