//! A server of `PostgreSQL` for tests and benches, of this machine's packages: in a folder of its own, reached by a socket in it, gone with
//! them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{self, run_quietly},
    system::is_root,
};

/// The variable by which tests are told how to connect.
pub(crate) const SERVER: &str = "FINGERTIP_POSTGRES";
/// Where Debian puts the programs of each version.
const DEBIAN: &str = "/usr/lib/postgresql";
/// The user whom Debian makes for it: it does not run as root.
const USER: &str = "postgres";

/// Whether what is written waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disk {
    /// As in use.
    Waits,
    /// Nothing has to survive a loss of power: tests are in a hurry.
    Skips,
}

/// A running server; it ends with this value.
pub(crate) struct Server {
    programs: PathBuf,
    folder: PathBuf,
}

impl Server {
    /// Starts one; what is said where none can be is no failure of the tests.
    pub(crate) fn start(disk: Disk) -> Option<Self> {
        match Self::try_start(disk) {
            Ok(server) => Some(server),
            Err(error) => {
                println!("LEFT OUT: PostgreSQL: {error:#}");
                None
            }
        }
    }

    fn try_start(disk: Disk) -> Result<Self> {
        let programs = programs().context("its programs (Debian's package postgresql) are not here")?;
        // A socket's path is short: not beside what is built.
        let folder = std::env::temp_dir().join(format!("fingertip-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let server = Self { programs, folder };
        if is_root() {
            run_quietly(Command::new("chown").arg(USER).arg(&server.folder))?;
        }
        let data = server.folder.join("data");
        let mut make = server.program("initdb");
        make.arg("-D").arg(&data).args(["-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        run_quietly(&mut make)?;
        let fast = match disk {
            Disk::Waits => "",
            Disk::Skips => " -c fsync=off -c full_page_writes=off",
        };
        let settings =
            format!("-c listen_addresses= -c max_connections=400{fast} -k {}", server.folder.display());
        let mut begin = server.program("pg_ctl");
        begin
            .arg("-D")
            .arg(&data)
            .arg("-l")
            .arg(server.folder.join("log"))
            .args(["-o", &settings, "-w", "start"]);
        // What it starts keeps what it inherits: a pipe would never end.
        let status = begin.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if !status.success() {
            bail!("it does not start; {} says why", server.folder.join("log").display());
        }
        Ok(server)
    }

    /// How to connect, but for the name of a database.
    pub(crate) fn address(&self) -> String {
        format!("host={} user={USER}", self.folder.display())
    }

    /// One of its programs, by a user whom it lets.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if is_root() {
            let mut other = Command::new("runuser");
            other.args(["-u", USER, "--"]).arg(path);
            other
        } else {
            Command::new(path)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut end = self.program("pg_ctl");
        end.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]);
        if let Err(error) = run_quietly(&mut end) {
            println!("the server of PostgreSQL in {} goes on: {error:#}", self.folder.display());
            return;
        }
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// The folder with its programs, of the newest version.
fn programs() -> Option<PathBuf> {
    if let Some(found) = process::find("initdb") {
        return found.parent().map(Path::to_owned);
    }
    let versions = fs::read_dir(DEBIAN).ok()?.flatten().map(|version| version.path().join("bin"));
    let version = |path: &PathBuf| -> Option<u32> { path.parent()?.file_name()?.to_str()?.parse().ok() };
    versions.filter(|path| path.join("initdb").is_file()).max_by_key(version)
}
