//! `fingertip-demo serve`: the reference platform and the demo nation on this machine.

use std::{io::Write, path::PathBuf, time::Duration};

use anyhow::Context;
use clap::{Parser, Subcommand};
use fingertip_demo::{Options, start};

#[derive(Parser)]
#[command(version, about = "A fictional nation with the reference platform")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves until it is told to end; prints one JSON line with its addresses when ready.
    Serve {
        /// The folder for databases, keys and tokens.
        #[arg(long)]
        data: PathBuf,
        /// The TUF repository, with the folders `metadata` and `targets`.
        #[arg(long)]
        repository: PathBuf,
        /// The platform's port; 0 lets the system choose.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// The demo nation's port; 0 lets the system choose.
        #[arg(long, default_value_t = 0)]
        demo_port: u16,
        /// How long a demo department takes for each step of a case, in milliseconds.
        #[arg(long, default_value_t = 3000)]
        pace_ms: u64,
        /// A province with an identity provider of its own beside the nation's: persons choose where they sign in.
        #[arg(long)]
        provincial: bool,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    fingertip_log::begin("info");
    let Command::Serve { data, repository, port, demo_port, pace_ms, provincial } =
        Arguments::parse().command;
    let options = Options {
        port,
        demo_port,
        pace: Duration::from_millis(pace_ms),
        has_provincial_provider: provincial,
        ..Options::new(data, repository)
    };
    let token_file = options.operator_token_file();
    let running = start(options).await.context("the nation does not start")?;
    let ready = serde_json::json!({
        "platform": running.platform_url,
        "demo": running.demo_url,
        "operator_token_file": token_file,
    });
    writeln!(std::io::stdout(), "{ready}").context("nobody reads the ready line")?;
    fingertip_kit::listener::wait_for_end().await?;
    running.stop().await;
    Ok(())
}
