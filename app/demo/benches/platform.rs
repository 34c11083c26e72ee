//! The platform on each database beside that database alone, which does the same statements; lists in a nation with a million cases beside
//! one with a thousand; what a running server takes in memory. `cargo xtask bench platform` starts what is needed.

mod nation;
#[path = "../../../tests/postgres/own.rs"]
mod postgres_server;

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, http::StatusCode, routing::post};
use fingertip_standard::DepartmentId;
use fingertip_store::{
    Database, Place, StoreError, Transaction, cases,
    queue::{self, Place as After},
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use nation::{DEPARTMENT, Nation, ms, percentile, serve};

/// How many hand in at a time, and how many cases each.
const PEOPLE: usize = 8;
const CASES: usize = 150;
/// How often each is run, in turn.
const RUNS: usize = 3;
/// How many cases a nation has, and how many of them one person.
const FEW: u32 = 1_000;
const MANY: u32 = 1_000_000;
const OWN: u32 = 20;
/// How often a list is asked for.
const LISTS: usize = 101;

/// What one case costs a database: the statements of `app/nation` for one that is handed in, but for the sums of the audit log.
const STATEMENTS: [&str; 10] = [
    "SELECT person FROM identities WHERE issuer = ?1 AND subject = ?1",
    "SELECT request_hash, response FROM idempotency WHERE subject = ?1 AND key = ?1",
    "SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?1)",
    "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms) VALUES (?1, ?1, 'card', 'human-resources', '100000', 'a', 'received', 1)",
    "INSERT INTO case_steps (case_id, position, state, at_ms) VALUES (?1, (SELECT count(*) FROM case_steps WHERE case_id = ?1), 'received', 1)",
    "INSERT INTO outbox (id, case_id, department, path, body, due_ms, subject) VALUES (?1, ?1, 'human-resources', '/cases', '{}', 1, (SELECT subject FROM cases WHERE id = ?1))",
    "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1",
    "INSERT INTO audit (at_ms, actor, action, object, detail, hash) VALUES (1, 'a', 'submit-case', ?1, '', ?1)",
    "INSERT INTO idempotency (subject, key, request_hash, response, at_ms) VALUES (?1, ?1, ?1, ?1, 1)",
    "SELECT state, at_ms, note FROM case_steps WHERE case_id = ?1 ORDER BY position",
];

/// Cases a second, and the 99th of a hundred waits in milliseconds.
struct Speed {
    per_second: f64,
    p99: f64,
}

fn speed(begin: Instant, mut waits: Vec<f64>) -> Speed {
    let per_second = waits.len() as f64 / begin.elapsed().as_secs_f64();
    Speed { per_second, p99: percentile(&mut waits, 99) }
}

/// People hand in, over HTTP.
async fn by_platform(nation: &Nation, run: &str) -> Speed {
    let (begin, mut people) = (Instant::now(), JoinSet::new());
    for person in 0..PEOPLE {
        let (nation, token) = (nation.clone(), nation.token(&format!("{run}-{person}")));
        people.spawn(async move {
            let mut waits = Vec::new();
            for case in 0..CASES {
                let at = Instant::now();
                nation.submit(&token, &case.to_string(), "{}").await;
                waits.push(ms(at.elapsed()));
            }
            waits
        });
    }
    speed(begin, people.join_all().await.into_iter().flatten().collect())
}

/// The same number of cases, by the database's own client: SQLite takes one who writes, PostgreSQL as many as come.
fn by_sqlite(folder: &Path, run: &str) -> Speed {
    let mut connection = rusqlite::Connection::open(folder.join("bare.db")).expect("opened");
    for (name, value) in
        [("journal_mode", "WAL"), ("synchronous", "FULL"), ("secure_delete", "ON"), ("foreign_keys", "ON")]
    {
        connection.pragma_update(None, name, value).expect("set");
    }
    let (begin, mut waits) = (Instant::now(), Vec::new());
    for case in 0..PEOPLE * CASES {
        let at = Instant::now();
        let work =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).expect("begun");
        for sql in STATEMENTS {
            let mut statement = work.prepare_cached(sql).expect("a statement");
            let values = vec![format!("{run}-{case}"); statement.parameter_count()];
            let mut rows = statement.query(rusqlite::params_from_iter(values)).expect("done");
            while rows.next().expect("a row").is_some() {}
        }
        work.commit().expect("kept");
        waits.push(ms(at.elapsed()));
    }
    speed(begin, waits)
}

fn by_postgres(server: &str, run: &str) -> Speed {
    let begin = Instant::now();
    let people: Vec<_> = (0..PEOPLE)
        .map(|person| {
            let (server, run) = (server.to_owned(), run.to_owned());
            std::thread::spawn(move || {
                let mut client = postgres::Client::connect(&server, postgres::NoTls).expect("connected");
                let statements =
                    STATEMENTS.map(|sql| client.prepare(&sql.replace('?', "$")).expect("a statement"));
                let mut waits = Vec::new();
                for case in 0..CASES {
                    let (at, id) = (Instant::now(), format!("{run}-{person}-{case}"));
                    let mut work = client.transaction().expect("begun");
                    for statement in &statements {
                        let values: Vec<&(dyn postgres::types::ToSql + Sync)> =
                            statement.params().iter().map(|_| &id as _).collect();
                        work.query(statement, &values).expect("done");
                    }
                    work.commit().expect("kept");
                    waits.push(ms(at.elapsed()));
                }
                waits
            })
        })
        .collect();
    speed(begin, people.into_iter().flat_map(|person| person.join().expect("no panic")).collect())
}

fn median(mut values: Vec<f64>) -> f64 {
    percentile(&mut values, 50)
}

/// Fills a database until it has `until` cases of people with some each, of one department.
async fn fill(database: &Database, (from, until): (u32, u32)) {
    let is_shared = database.is_shared();
    let fill = move |work: &Transaction<'_>| -> Result<(), StoreError> {
        let numbers = if is_shared {
            format!("SELECT generate_series({from}, {}) AS n", until - 1)
        } else {
            format!(
                "WITH RECURSIVE up(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM up WHERE n < {}) SELECT n FROM up",
                until - 1
            )
        };
        work.execute_batch(&format!(
            "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms, promised_by)
             SELECT 'HU-2026-' || n, 'p' || (n / {OWN}), 'card', '{DEPARTMENT}', '100000', 'cn.example.human-resources.app', 'accepted', n,
                 '2026-12-' || (10 + n % 18) FROM ({numbers}) AS numbers"
        ))?;
        Ok(())
    };
    database.run(fill).await.expect("filled");
    let known = |work: &Transaction<'_>| -> Result<(), StoreError> { Ok(work.execute_batch("ANALYZE")?) };
    database.run(known).await.expect("counted");
}

/// The medians of a person's list and of a queue's first page, in milliseconds.
async fn lists(database: &Database) -> (f64, f64) {
    let (mut own, mut queues) = (Vec::new(), Vec::new());
    for _ in 0..LISTS {
        let at = Instant::now();
        let listed = database.look(|work: &Transaction<'_>| cases::list(work, "p7")).await;
        let listed: Result<_, StoreError> = listed;
        assert_eq!(listed.expect("listed").len(), OWN as usize);
        own.push(ms(at.elapsed()));
        let at = Instant::now();
        let queue = |work: &Transaction<'_>| {
            queue::list(
                work,
                &DepartmentId::new(DEPARTMENT).map_err(|_| StoreError::Ended)?,
                &After::first(),
                50,
            )
        };
        assert_eq!(database.look(queue).await.expect("listed").len(), 50);
        queues.push(ms(at.elapsed()));
    }
    (median(own), median(queues))
}

/// A server as it is run, on `database` where that is said.
struct Server {
    child: Child,
    url: String,
    operator_token: String,
}

impl Server {
    fn start(folder: &Path, nation: &Nation, backend: &str, database: Option<&str>) -> Option<Self> {
        let program = std::env::var_os("FINGERTIP_SERVER")?;
        let (departments, token) = (folder.join("departments.json"), folder.join("token"));
        std::fs::write(&token, "a-token-that-is-long-enough-for-a-bench").expect("written");
        let registered =
            json!([{ "id": DEPARTMENT, "backend": backend, "token_file": token, "keys": { "keys": [] } }]);
        std::fs::write(&departments, registered.to_string()).expect("written");
        let mut command = Command::new(program);
        command
            .arg("serve")
            .arg("--data")
            .arg(folder)
            .arg("--repository")
            .arg(folder)
            .arg("--departments")
            .arg(departments);
        command.args(["--issuer", &nation.issuer]);
        for limit in ["--limit-person", "--limit-address", "--limit-mini-app", "--limit-department"] {
            command.args([limit, "0/0"]);
        }
        command.envs(database.map(|url| ("FINGERTIP_DATABASE", url)));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("started");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let ready: Value = serde_json::from_str(&line).expect("a ready line");
        let text = |name: &str| ready[name].as_str().expect("a text").to_owned();
        let operator_token = std::fs::read_to_string(text("operator_token_file")).expect("the token");
        Some(Self { child, url: text("platform"), operator_token })
    }

    /// What it has in memory, in megabytes.
    fn megabytes(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn department() -> Router {
    Router::new().route("/cases", post(|| async { StatusCode::ACCEPTED }))
}

/// A database of this run's own, by what it is for.
fn place(name: &str, folder: &Path, is_postgres: bool) -> Option<Place> {
    if !is_postgres {
        return Some(Place::File(folder.join(format!("{name}.db"))));
    }
    postgres_server::own(&format!("bench_{name}_{}", std::process::id())).map(Place::Server)
}

#[tokio::main]
async fn main() {
    let mut out = std::io::stdout();
    let mut say = |line: String| writeln!(out, "{line}").expect("somebody reads");
    for (engine, is_postgres) in [("SQLite", false), ("PostgreSQL", true)] {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let (Some(ours), Some(bare), Some(large)) = (
            place("ours", folder, is_postgres),
            place("bare", folder, is_postgres),
            place("large", folder, is_postgres),
        ) else {
            continue;
        };
        // The bare one has the same tables.
        drop(bare.open().await.expect("made"));
        let address = match (&ours, &bare) {
            (Place::Server(ours), Place::Server(bare)) => Some((ours.clone(), bare.clone())),
            _ => None,
        };
        let (nation, running) = Nation::begin(folder, Some(ours), department()).await;
        let (mut own, mut alone) = (Vec::new(), Vec::new());
        for run in 0..RUNS {
            own.push(by_platform(&nation, &format!("run-{run}")).await);
            let (address, folder, run) = (address.clone(), folder.to_owned(), format!("run-{run}"));
            let bare = tokio::task::spawn_blocking(move || match address {
                Some((_, bare)) => by_postgres(&bare, &run),
                None => by_sqlite(&folder, &run),
            });
            alone.push(bare.await.expect("no panic"));
        }
        let of = |speeds: &[Speed], what: fn(&Speed) -> f64| median(speeds.iter().map(what).collect());
        let [(ours_s, ours_p99), (bare_s, bare_p99)] = [&own, &alone]
            .map(|speeds| (of(speeds, |speed| speed.per_second), of(speeds, |speed| speed.p99)));
        say(format!(
            "{engine}: {ours_s:.0} cases a second over HTTP by {PEOPLE} at a time (p99 {ours_p99:.1} ms); the database alone {bare_s:.0} (p99 {bare_p99:.1} ms): {:.2} (at least 0.5)",
            ours_s / bare_s
        ));
        let database = Arc::new(large.open().await.expect("made"));
        fill(&database, (0, FEW)).await;
        let few = lists(&database).await;
        fill(&database, (FEW, MANY)).await;
        let many = lists(&database).await;
        say(format!(
            "{engine}: a person's list of {OWN}: {:.2} ms among {FEW} cases, {:.2} ms among {MANY}: {:.2} (at most 1.5); a queue's first 50: {:.2} and {:.2} ms: {:.2} (at most 1.5)",
            few.0,
            many.0,
            many.0 / few.0,
            few.1,
            many.1,
            many.1 / few.1
        ));
        let data = folder.join("server");
        std::fs::create_dir_all(&data).expect("made");
        let database = place("server", folder, is_postgres).filter(|_| is_postgres);
        let database = match &database {
            Some(Place::Server(url)) => Some(url.as_str()),
            _ => None,
        };
        if let Some(server) = Server::start(&data, &nation, &serve(department()).await, database) {
            tokio::time::sleep(Duration::from_secs(2)).await;
            let idle = server.megabytes();
            // The same people, at another platform.
            let people = Nation { url: server.url.clone(), ..nation.clone() };
            people.offer(&server.operator_token).await;
            by_platform(&people, "memory").await;
            say(format!(
                "{engine}: a server takes {idle:.0} MB idle (at most 50), {:.0} MB after {} cases",
                server.megabytes(),
                PEOPLE * CASES
            ));
        }
        running.stop().await;
    }
}
