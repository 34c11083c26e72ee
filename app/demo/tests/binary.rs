//! The program as it is run: its ready line, its end by a signal, and what a kill leaves behind.

#![cfg(unix)]

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use reqwest::StatusCode;
use serde_json::{Value, json};

fn serve(data: &Path) -> (Child, Value) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fingertip-demo"))
        .args(["serve", "--data"])
        .arg(data)
        .arg("--repository")
        .arg(data.join("repository"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    (child, serde_json::from_str(&line).expect("JSON"))
}

fn text<'a>(ready: &'a Value, name: &str) -> &'a str {
    ready[name].as_str().expect(name)
}

#[tokio::test]
async fn what_was_acknowledged_survives_a_kill_and_a_signal_ends_it_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let (mut child, ready) = serve(folder.path());
    let token = std::fs::read_to_string(text(&ready, "operator_token_file")).expect("the token");
    let catalogue = json!({"regions": [{"code": "100000", "name": {"en": "Nation"}, "level": "nation"}], "departments": [], "services": []});
    let address = format!("{}/api/v1/catalogue", text(&ready, "platform"));
    let put = client.put(address).bearer_auth(token).json(&catalogue).send().await.expect("answered");
    assert_eq!(put.status(), StatusCode::NO_CONTENT);
    child.kill().expect("killed");
    child.wait().expect("ended");

    let (mut child, ready) = serve(folder.path());
    let address = format!("{}/api/v1/catalogue", text(&ready, "platform"));
    let kept: Value = client.get(address).send().await.expect("answered").json().await.expect("JSON");
    assert_eq!(kept, catalogue);
    let signal = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("sent");
    assert!(signal.success());
    assert!(child.wait().expect("ended").success());
}
