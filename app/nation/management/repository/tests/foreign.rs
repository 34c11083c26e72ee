//! Clients that others wrote read the repository: the reference one in Python and npm's, pinned. `cargo xtask test` installs
//! them beside what is built and names the folder.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use fingertip_repository::{Publisher, Release};
use fingertip_standard::{AppId, DepartmentId};
use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The variable that names the folder with the clients' libraries.
const LIBRARIES: &str = "FINGERTIP_FOREIGN";
const TARGET: &str = "hrss/cn.example.hrss.card.ma";

fn scripts() -> PathBuf {
    // Cargo's word at run time: this may have been compiled in another checkout.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).join("../../../../tests/foreign")
}

/// A client, given its libraries.
type Client = fn(&Path) -> Command;

fn python(libraries: &Path) -> Command {
    let mut command = Command::new(libraries.join("python/bin/python3"));
    command.arg(scripts().join("client.py"));
    command
}

fn node(libraries: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(scripts().join("client.mjs")).arg(libraries);
    command
}

/// A client as somebody has it who got the first root and has the given folder.
async fn read(mut client: Command, url: &str, root: &Path, folder: &Path) -> Value {
    client.args([url]).args([root, folder]).arg(TARGET);
    let output =
        tokio::task::spawn_blocking(move || client.output()).await.expect("waited").expect("started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[tokio::test(flavor = "multi_thread")]
async fn foreign_clients_read_what_is_published_and_follow_it_when_it_is_renewed() {
    let Some(libraries) = std::env::var_os(LIBRARIES).map(PathBuf::from) else {
        println!("LEFT OUT: the clients that others wrote; `cargo xtask test` installs them");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let (folder, repository) = (folder.path(), folder.path().join("repository"));
    let publisher = Publisher::new(&repository, &folder.join("keys"));
    // Foreign clients know no other time than the machine's.
    let (department, now) = (DepartmentId::new("hrss").expect("an id"), Timestamp::now());
    publisher.create(std::slice::from_ref(&department), now).await.expect("created");
    let files = tower_http::services::ServeDir::new(repository);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback_service(files)).await });
    let root = folder.join("first-root.json");
    std::fs::copy(publisher.root(), &root).expect("copied");
    let clients: [(&str, Client); 2] = [("python", python), ("node", node)];
    for (version, last_root) in [(1, 1), (2, 2), (3, 3)] {
        // The first edition; then each time a renewed one, with another version in it.
        if version > 1 {
            publisher.renew(now).await.expect("renewed");
        }
        let release = Release {
            department: department.clone(),
            app: AppId::new("cn.example.hrss.card").expect("an id"),
            version,
            grants: Vec::new(),
            bytes: format!("version {version}").into_bytes(),
        };
        publisher.release(std::slice::from_ref(&release), &[], now).await.expect("published");
        for (name, client) in clients {
            // One that was here before, and one that comes with the first root.
            for own in [format!("{name}-kept"), format!("{name}-{version}")] {
                let said = read(client(&libraries), &url, &root, &folder.join(&own)).await;
                assert_eq!(said["sha256"], hex::encode(Sha256::digest(&release.bytes)), "{own}: {said}");
                assert_eq!(
                    (&said["listed"], &said["length"]),
                    (&release.bytes.len().into(), &said["listed"])
                );
                assert_eq!(said["root"], last_root, "{own}: {said}");
            }
        }
    }
}
