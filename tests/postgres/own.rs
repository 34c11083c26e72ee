//! A database of a test's own on the server of `PostgreSQL` that the tests are told of: `cargo xtask test` starts one beside what is built.

use postgres::{Client, NoTls};

/// The variable that says how to connect, such as `host=/tmp/server user=postgres`.
const SERVER: &str = "FINGERTIP_POSTGRES";

/// How to connect to the database `name`, which is made where it is not there; none where there is no server.
pub(crate) fn own(name: &str) -> Option<String> {
    let Ok(server) = std::env::var(SERVER) else {
        println!("LEFT OUT: PostgreSQL; `cargo xtask test` starts a server of its own");
        return None;
    };
    let own = format!("{server} dbname={name}");
    let name = name.to_owned();
    // Its client waits, which no thread of asynchronous ones may.
    let made = std::thread::spawn(move || {
        let mut client = Client::connect(&format!("{server} dbname=postgres"), NoTls).expect("the server");
        let is_there = client.query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&name]);
        if is_there.expect("asked").is_none() {
            client.batch_execute(&format!("CREATE DATABASE {name}")).expect("made");
        }
    });
    made.join().expect("made");
    Some(own)
}
