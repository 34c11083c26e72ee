//! Clients that others wrote read the repository: the reference one in Python and npm's, pinned. `cargo xtask test` installs
//! them beside what is built and names the folder.

#[path = "../../../../../tests/foreign/peer.rs"]
mod peer;

use std::{path::Path, process::Command};

use fingertip_repository::{Publisher, Release};
use fingertip_standard::{AppId, DepartmentId};
use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

const TARGET: &str = "hrss/cn.example.hrss.card.ma";

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
    let Some(libraries) = peer::libraries("the clients that others wrote") else { return };
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
    let clients = ["client.py", "client.mjs"];
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
        for name in clients {
            // One that was here before, and one that comes with the first root.
            for own in [format!("{name}-kept"), format!("{name}-{version}")] {
                let said = read(peer::program(&libraries, name), &url, &root, &folder.join(&own)).await;
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
