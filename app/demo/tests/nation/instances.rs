//! Several machines that serve one platform, each of them and their database killed while people hand in.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use fingertip_contract::{Case, api};
use fingertip_store::{Database, StoreError, Transaction, audit};
use serde_json::{Value, json};

use super::{
    desk::Desk,
    nation::{Nation, app},
};

/// How many times something is killed; none of it happens where nobody says so, for every other test has the same server.
const FAULTS: &str = "FINGERTIP_FAULTS";
/// How many hand in at a time.
const PEOPLE: usize = 6;
/// Between two faults.
const APART: Duration = Duration::from_millis(600);

/// A program that serves the platform, as on a machine of its own.
struct Machine {
    child: Child,
    url: String,
}

impl Machine {
    fn start(nation: &Nation, desk: &Desk, server: &str) -> Option<Self> {
        let folder = nation.folder.path();
        let departments = folder.join("departments.json");
        let registered = json!([{
            "id": "human-resources", "backend": desk.url(), "token_file": folder.join("tokens/human-resources"),
            "keys": { "keys": [] },
        }]);
        std::fs::write(&departments, registered.to_string()).expect("written");
        let tests = std::env::current_exe().expect("a path");
        let program = tests.ancestors().nth(2).expect("a folder").join("fingertip-server");
        let mut child = Command::new(program)
            .arg("serve")
            .arg("--data")
            .arg(folder)
            .arg("--repository")
            .arg(folder.join("repository"))
            .arg("--departments")
            .arg(departments)
            .args(["--issuer", nation.oidc("").trim_end_matches('/')])
            .args(["--limit-person", "0/0", "--limit-address", "0/0", "--limit-mini-app", "0/0"])
            .env("FINGERTIP_DATABASE", server)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("cargo builds it with the workspace's tests");
        let out = child.stdout.take().expect("piped");
        let mut machine = Self { child, url: String::new() };
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).expect("read");
        // Nothing where the database is on its way back.
        let ready: Value = serde_json::from_str(&line).ok()?;
        machine.url = ready["platform"].as_str()?.to_owned();
        Some(machine)
    }

    async fn until_started(nation: &Nation, desk: &Desk, server: &str) -> Self {
        loop {
            if let Some(machine) = Self::start(nation, desk, server) {
                return machine;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// One connection of the database's, which its server takes for a crash of all.
async fn kill_database(database: &Database) {
    let find = |work: &Transaction<'_>| -> Result<Vec<i32>, StoreError> {
        let others =
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        Ok(work.prepare(others)?.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    // It may be on its way back from the last time.
    let Ok(found) = database.look(find).await else { return };
    if let Some(pid) = found.first() {
        Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill");
    }
}

/// Where people hand in, what each was told, and until when.
struct Load {
    urls: [Mutex<String>; 2],
    told: Mutex<BTreeMap<String, BTreeSet<String>>>,
    n_tries: AtomicUsize,
    is_over: AtomicBool,
}

impl Load {
    fn url(&self, of: usize) -> String {
        self.urls[of % 2].lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Hands in case after case; each until it is told which it is, at whichever machine answers.
    async fn person(&self, client: &reqwest::Client, access: &str, number: usize) {
        for n in 0.. {
            if self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let key = format!("{number}-{n}");
            for machine in number.. {
                match self.hand_in(client, access, &key, machine).await {
                    Some(id) => {
                        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
                        told.entry(key).or_default().insert(id);
                        break;
                    }
                    None => tokio::time::sleep(Duration::from_millis(50)).await,
                }
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    async fn hand_in(
        &self,
        client: &reqwest::Client,
        access: &str,
        key: &str,
        machine: usize,
    ) -> Option<String> {
        self.n_tries.fetch_add(1, Ordering::Relaxed);
        let answer = client
            .post(format!("{}{}", self.url(machine), api::CASES))
            .bearer_auth(access)
            .header(api::IDEMPOTENCY_KEY, key)
            .header(api::RUNNING_APP, app("human-resources"))
            .json(&json!({"service": "social-security-card", "region": "440100", "body": format!("{{\"key\": \"{key}\"}}")}))
            .timeout(Duration::from_secs(8))
            .send()
            .await
            .ok()?;
        if !answer.status().is_success() {
            assert!(answer.status().is_server_error(), "{}", answer.status());
            return None;
        }
        Some(answer.json::<Case>().await.ok()?.id.to_string())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_machine_or_database_is_killed_no_case_is_lost_doubled_or_stuck() {
    let Some(n_faults) = std::env::var(FAULTS).ok().and_then(|text| text.parse::<usize>().ok()) else {
        return println!("LEFT OUT: machines that are killed; `cargo xtask test` does it by itself");
    };
    let desk = Desk::open().await;
    let nation = Nation::start_as(|options| {
        options.elsewhere.insert("human-resources".parse().expect("an id"), desk.url());
        options.access_token_lifetime = Duration::from_secs(6 * 60 * 60);
    })
    .await;
    let access = nation.log_in("zhang-wei").await.access;
    let (database, server) = (nation.database().await, nation.server().expect("PostgreSQL"));
    let mut machines = [
        Machine::until_started(&nation, &desk, &server).await,
        Machine::until_started(&nation, &desk, &server).await,
    ];
    let load = Arc::new(Load {
        urls: [Mutex::new(machines[0].url.clone()), Mutex::new(machines[1].url.clone())],
        told: Mutex::default(),
        n_tries: AtomicUsize::new(0),
        is_over: AtomicBool::new(false),
    });
    let mut people = tokio::task::JoinSet::new();
    for number in 0..PEOPLE {
        let (load, client, access) = (Arc::clone(&load), nation.client.clone(), access.clone());
        people.spawn(async move { load.person(&client, &access, number).await });
    }
    let mut n_killed = [0; 3];
    for fault in 0..n_faults {
        tokio::time::sleep(APART).await;
        n_killed[fault % 3] += 1;
        match fault % 3 {
            2 => kill_database(&database).await,
            machine => {
                machines[machine].child.kill().expect("killed");
                machines[machine] = Machine::until_started(&nation, &desk, &server).await;
                let mut url = load.urls[machine].lock().unwrap_or_else(PoisonError::into_inner);
                url.clone_from(&machines[machine].url);
            }
        }
    }
    load.is_over.store(true, Ordering::Relaxed);
    // The last one it may not have got over yet.
    while database.answers().await.is_err() {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    while let Some(person) = people.join_next().await {
        person.expect("no panic");
    }
    let told = load.told.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let cases: BTreeSet<String> = told.values().flatten().cloned().collect();
    println!(
        "{n_faults} faults ({} and {} of two machines, {} of the database), {} cases handed in by {} requests",
        n_killed[0],
        n_killed[1],
        n_killed[2],
        cases.len(),
        load.n_tries.load(Ordering::Relaxed)
    );
    // Asked once more under the same key, each is the same case: not lost, not doubled.
    for (key, ids) in &told {
        assert_eq!(ids.len(), 1, "{key}");
        let mut again = None;
        for machine in 0..20 {
            again = load.hand_in(&nation.client, &access, key, machine).await;
            if again.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        assert_eq!(again.as_ref(), ids.first(), "{key}");
    }
    let count = |work: &Transaction<'_>| -> Result<(i64, _), StoreError> {
        let kept = work.query_row("SELECT count(*) FROM cases", (), |row| row.get(0))?;
        Ok((kept, audit::verify(work, &[])?))
    };
    let (kept, log) = database.look(count).await.expect("read");
    assert_eq!(usize::try_from(kept), Ok(cases.len()), "no case but these");
    log.expect("the audit log holds");
    // What was under way with a machine that was killed goes out again within half a minute.
    for _ in 0..1_200 {
        let brought: BTreeSet<String> =
            desk.taken().iter().filter_map(|(_, body)| body["id"].as_str().map(str::to_owned)).collect();
        let waiting = |work: &Transaction<'_>| -> Result<i64, StoreError> {
            Ok(work.query_row("SELECT count(*) FROM outbox", (), |row| row.get(0))?)
        };
        let waits = database.look(waiting).await.expect("counted");
        if waits == 0 {
            assert_eq!(brought, cases, "the department has each of them");
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("something is stuck");
}
