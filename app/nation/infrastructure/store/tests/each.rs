//! What is promised of the store, on each database that it may be kept in: a file, memory, `PostgreSQL`.

#[path = "../../../../../tests/postgres/own.rs"]
mod postgres_server;

use std::{collections::BTreeSet, sync::Arc};

use fingertip_store::{
    Database, Place, StoreError, Transaction,
    audit::{self, Broken, Head, Note, Wanted},
    catalogue,
    catalogue_slices::{self, KeptSlice},
    console_sessions::{self, Session},
    helpers, idempotency, outbox, persons, proofs,
    retention::{Gone, Retention, TABLES, forget},
    sessions,
    sql::SqlError,
    uploads,
};
use jiff::Timestamp;

/// Every database, with a name to say where something went wrong. The folder holds the file.
async fn each(name: &str) -> (tempfile::TempDir, Vec<(&'static str, Database)>) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut places =
        vec![("a file", Place::File(folder.path().join("platform.db"))), ("memory", Place::Memory)];
    // A name that no earlier run left something under.
    let unique = folder.path().to_string_lossy().to_ascii_lowercase();
    let unique: String = unique.chars().filter(char::is_ascii_alphanumeric).collect();
    places.extend(
        postgres_server::own(&format!("{name}_{unique}")).map(|url| ("PostgreSQL", Place::Server(url))),
    );
    let mut all = Vec::new();
    for (name, place) in places {
        all.push((name, place.open().await.unwrap_or_else(|error| panic!("{name}: {error}"))));
    }
    (folder, all)
}

async fn run<T: Send + 'static>(
    database: &Database,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    database.run(work).await.expect("done")
}

const CASE: &str = "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms)
    VALUES (?1, ?2, 's', 'human-resources', '440100', 'cn.example.card', 'received', 1)";

#[tokio::test]
async fn work_is_done_as_a_whole_or_not_at_all() {
    let (_folder, all) = each("whole").await;
    for (name, database) in all {
        let failed: Result<(), StoreError> = database
            .run(|work| {
                work.execute(CASE, ["HU-20261124-7KQ2X9", "p"])?;
                Err(StoreError::Ended)
            })
            .await;
        assert!(failed.is_err(), "{name}");
        let is_there =
            run(&database, |work| fingertip_store::cases::exists(work, "HU-20261124-7KQ2X9")).await;
        assert!(!is_there, "{name}");
        let twice: Result<(), StoreError> = database
            .run(|work| {
                work.execute(CASE, ["HU-20261124-7KQ2X9", "p"])?;
                work.execute(CASE, ["HU-20261124-7KQ2X9", "q"])?;
                Ok(())
            })
            .await;
        let words = twice.expect_err("one reference, one case").to_string();
        assert!(!words.contains("7KQ2X9"), "{name}: {words}");
    }
}

#[tokio::test]
async fn whoever_only_looks_changes_nothing() {
    let (_folder, all) = each("look").await;
    for (name, database) in all.into_iter().filter(|(name, _)| *name != "memory") {
        let looked: Result<usize, StoreError> =
            database.look(|work| Ok(work.execute(CASE, ["HU-20261124-7KQ2X9", "p"])?)).await;
        assert!(matches!(looked, Err(StoreError::Sql(_))), "{name}");
    }
}

#[tokio::test]
async fn what_is_read_to_be_written_is_still_so_when_it_is_written() {
    let (_folder, all) = each("turns").await;
    for (name, database) in all {
        run(&database, |work| catalogue::replace(work, "0")).await;
        let database = Arc::new(database);
        let mut adding = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let database = Arc::clone(&database);
            adding.spawn(async move {
                let add = |work: &Transaction<'_>| {
                    let before: u32 = catalogue::load(work)?.and_then(|text| text.parse().ok()).unwrap_or(0);
                    catalogue::replace(work, &(before + 1).to_string())
                };
                let added: Result<(), StoreError> = database.run(add).await;
                added
            });
        }
        for added in adding.join_all().await {
            added.expect("added");
        }
        let now = run(&database, catalogue::load).await;
        assert_eq!(now.as_deref(), Some("40"), "{name}");
    }
}

#[tokio::test]
async fn the_audit_log_holds_and_finds_what_was_changed_or_cut_off() {
    let (_folder, all) = each("audit").await;
    for (name, database) in all {
        let write = |work: &Transaction<'_>| {
            for n in 0..10 {
                let object = format!("HU-{}", n % 3);
                audit::note(work, &Note { actor: "operator", action: "x", object: &object, detail: "" }, n)?;
            }
            Ok(())
        };
        run(&database, write).await;
        let head = run(&database, |work| audit::verify(work, &[])).await.expect("whole");
        assert_eq!(head.number, 10, "{name}");
        let found = run(&database, |work| Ok(audit::find(work, Wanted::Object("HU-1"))?.len())).await;
        assert_eq!(found, 3, "{name}");
        for harm in ["UPDATE audit SET detail = 'y'", "DELETE FROM audit"] {
            let harmed: Result<usize, StoreError> =
                database.run(move |work| Ok(work.execute(harm, ())?)).await;
            assert!(harmed.is_err(), "{name}: it is only appended to");
        }
        // Whoever has the database has no trigger in the way.
        let cut = if name == "PostgreSQL" {
            "DROP TRIGGER audit_is_not_deleted ON audit; DELETE FROM audit WHERE number > 8"
        } else {
            "DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE number > 8"
        };
        run(&database, move |work| Ok(work.execute_batch(cut)?)).await;
        let cut = run(&database, |work| audit::verify(work, &[])).await;
        assert_eq!(cut, Err(Broken::Cut { last: 8, given: 10 }), "{name}");
        let noted = Head { number: 6, hash: "0".repeat(64) };
        let other = run(&database, move |work| audit::verify(work, &[noted])).await;
        assert_eq!(other, Err(Broken::Another { number: 6 }), "{name}");
    }
}

#[tokio::test]
async fn deliveries_go_out_one_a_person_in_the_order_of_their_cases() {
    let (_folder, all) = each("outbox").await;
    for (name, database) in all {
        let put = |work: &Transaction<'_>| {
            for (case, person) in
                [("HU-20261124-AAAAAA", "p"), ("HU-20261124-BBBBBB", "q"), ("HU-20261124-CCCCCC", "p")]
            {
                work.execute(CASE, [case, person])?;
                let parcel = outbox::NewParcel {
                    id: case,
                    case_id: case,
                    department: "human-resources",
                    path: "/cases",
                    body: "{}",
                };
                outbox::put(work, &parcel, 5)?;
            }
            Ok(())
        };
        run(&database, put).await;
        let take = |whose: &'static [&'static str]| {
            move |work: &Transaction<'_>| {
                let whose: Vec<String> = whose.iter().map(|one| (*one).to_owned()).collect();
                let taken =
                    outbox::take_due(work, "human-resources", outbox::Whose::NotOf(&whose), 9, (7, 50))?;
                Ok(taken.into_iter().map(|parcel| (parcel.subject, parcel.id)).collect::<BTreeSet<_>>())
            }
        };
        let taken = run(&database, take(&["q"])).await;
        assert_eq!(taken, BTreeSet::from([("p".into(), "HU-20261124-AAAAAA".into())]), "{name}");
        run(&database, |work| outbox::delivered(work, "human-resources", "HU-20261124-AAAAAA")).await;
        run(&database, |work| outbox::postpone(work, "HU-20261124-BBBBBB", 60)).await;
        run(&database, |work| outbox::put_aside(work, "HU-20261124-CCCCCC", Some(422), 8)).await;
        let next =
            |work: &Transaction<'_>| outbox::next_due_ms(work, "human-resources", outbox::Whose::NotOf(&[]));
        assert_eq!(run(&database, next).await, Some(60), "{name}");
        let waiting = run(&database, outbox::count_waiting).await;
        let waiting: Vec<_> = waiting.iter().map(|one| (one.n_on_the_way, one.n_put_aside)).collect();
        assert_eq!(waiting, [(1, 1)], "{name}");
        let again = |work: &Transaction<'_>| {
            outbox::retry(work, &"human-resources".parse().expect("an id"), "HU-20261124-CCCCCC", 3)
        };
        assert_eq!(run(&database, again).await.as_deref(), Some("HU-20261124-CCCCCC"), "{name}");
    }
}

#[tokio::test]
async fn two_who_turn_out_to_be_one_keep_what_each_had() {
    let (_folder, all) = each("join").await;
    for (name, database) in all {
        let write = |work: &Transaction<'_>| {
            for (who, person) in [("a", "p"), ("b", "q")] {
                persons::add(work, persons::Identity { issuer: "i", subject: who }, person, 1)?;
                let answer = idempotency::Answer {
                    subject: person,
                    key: "k",
                    request_hash: "h",
                    response: person,
                    at_ms: 1,
                };
                idempotency::keep(work, &answer)?;
            }
            work.execute(CASE, ["HU-20261124-AAAAAA", "p"])?;
            let link = format!("{:032}", 7).parse().expect("an id");
            helpers::link(work, &link, ("p", "P"), ("z", "Z"), None, Timestamp::UNIX_EPOCH)?;
            persons::join(work, "p", "q")?;
            let known = match idempotency::look_up(work, "q", "k", "h")? {
                idempotency::Known::Same(answer) => answer,
                idempotency::Known::New | idempotency::Known::Other => String::new(),
            };
            let found = persons::find(work, persons::Identity { issuer: "i", subject: "a" })?;
            let cases = fingertip_store::cases::exists(work, "HU-20261124-AAAAAA")?;
            Ok((known, found, cases, persons::names(work, "q")?, helpers::count_helpers(work, "q")?))
        };
        let (known, found, has_case, names, n_helpers) = run(&database, write).await;
        assert_eq!(
            (known.as_str(), found.as_deref(), has_case, n_helpers),
            ("q", Some("q"), true, 1),
            "{name}"
        );
        assert_eq!(names, ["q", "p"], "{name}");
    }
}

#[tokio::test]
async fn bytes_flags_and_texts_come_back_as_they_went_in() {
    let (_folder, all) = each("values").await;
    for (name, database) in all {
        let write = |work: &Transaction<'_>| {
            let new = uploads::NewUpload {
                id: "u",
                subject: "p",
                key: "k",
                sha256: "s",
                length: 5,
                expires_ms: 9,
                is_taken: false,
            };
            uploads::insert(work, &new)?;
            uploads::append(work, "u", 0, &[0, 1, 255])?;
            let begun = uploads::find(work, "p", "u")?.expect("an upload");
            let content = uploads::content(work, "u")?;
            uploads::mark_taken(work, "u")?;
            let taken = uploads::find_same(work, "p", "k", "s")?.expect("an upload");
            Ok((begun, content, taken, uploads::held_by(work, "p")?))
        };
        let (begun, content, taken, held) = run(&database, write).await;
        assert_eq!((begun.offset, begun.is_taken, content), (3, false, vec![0, 1, 255]), "{name}");
        assert_eq!((taken.offset, taken.is_taken, held.n_taken, held.n_open), (5, true, 1, 0), "{name}");
        // Texts of every kind, the sign that one of the databases cannot hold among them: it is not lost silently with what is around it.
        let texts = ["", "张伟 👨‍👩‍👧", "'; DROP TABLE cases; --", "?1 $1", "a\u{0}b"];
        for text in texts {
            let back = run(&database, move |work| {
                catalogue::replace(work, text)?;
                catalogue::load(work)
            });
            let back = back.await.expect("a text");
            assert!(
                back == text || back == text.replace('\0', "\u{fffd}"),
                "{name}: {text:?} came as {back:?}"
            );
        }
        let slices = |work: &Transaction<'_>| {
            let slice = KeptSlice { name: "n", packed: b"\x00\xff", traces: b"" };
            catalogue_slices::keep(work, &[slice])?;
            catalogue_slices::keep(work, &[slice])?;
            catalogue_slices::packed(work, "n")
        };
        assert_eq!(run(&database, slices).await.as_deref(), Some(&b"\x00\xff"[..]), "{name}");
        let versions = |work: &Transaction<'_>| {
            for number in 0..45 {
                catalogue::remember(work, &format!("v{number}"), "held")?;
            }
            Ok((catalogue::newest(work)?, catalogue::held(work, "v0")?, catalogue::held(work, "v44")?))
        };
        let told = run(&database, versions).await;
        assert_eq!(told, (Some("v44".into()), None, Some("held".into())), "{name}");
    }
}

#[tokio::test]
async fn who_is_signed_in_and_what_was_shown_is_known_to_every_machine() {
    let (_folder, all) = each("signed").await;
    for (name, database) in all {
        let session = Session {
            department: "human-resources".parse().expect("an id"),
            token_hash: "t".into(),
            language: "en".into(),
            form_token: "f".into(),
            until_ms: 50,
        };
        let kept = session.clone();
        let begin = move |work: &Transaction<'_>| {
            let first = console_sessions::begin(work, "c", &kept, (10, 1))?;
            let second = console_sessions::begin(work, "d", &kept, (10, 1))?;
            let later = console_sessions::begin(work, "e", &kept, (60, 1))?;
            Ok((first, second, later, console_sessions::find(work, "e")?))
        };
        let (first, second, later, found) = run(&database, begin).await;
        assert_eq!(
            (first, second, later),
            (true, false, true),
            "{name}: there is room again when one is over"
        );
        assert!(found == Some(session), "{name}");
        run(&database, |work| console_sessions::end(work, "e")).await;
        assert!(run(&database, |work| console_sessions::find(work, "e")).await.is_none(), "{name}");
        let show = |work: &Transaction<'_>| {
            Ok((
                proofs::note(work, "a", 50, 10)?,
                proofs::note(work, "a", 50, 11)?,
                proofs::note(work, "a", 99, 51)?,
            ))
        };
        assert_eq!(run(&database, show).await, (true, false, true), "{name}");
        run(&database, |work| sessions::end(work, ("i", "s"), 1, 50)).await;
        assert!(run(&database, |work| sessions::has_ended(work, "i", "s")).await, "{name}");
    }
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let (_folder, all) = each("tables").await;
    let mut seen: Vec<BTreeSet<(String, String)>> = Vec::new();
    for (name, database) in all {
        let sql = if name == "PostgreSQL" {
            "SELECT table_name::text, column_name::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name NOT IN ('schema_version', 'audit_given')
             AND NOT (table_name = 'helper_looks' AND column_name = 'position')"
        } else {
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
        };
        let ask = move |work: &Transaction<'_>| {
            let rows = work.prepare(sql)?.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, SqlError>>()?)
        };
        seen.push(run(&database, ask).await);
    }
    assert!(seen.first().is_some_and(|first| first.len() > 100));
    assert!(
        seen.windows(2).all(|two| two[0] == two[1]),
        "{:?}",
        seen.first().and_then(|one| Some(one.symmetric_difference(seen.last()?).collect::<Vec<_>>()))
    );
}

#[tokio::test]
async fn what_is_no_address_is_said_without_being_repeated() {
    for url in ["", "nonsense", "postgres://user:secret@host:notaport/db"] {
        let Err(error) = Place::Server(url.to_owned()).open().await else { panic!("{url:?} is none") };
        assert!(
            !format!("{error} {error:?} {:?}", Place::Server(url.to_owned())).contains("secret"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn every_table_has_a_date_by_which_its_rows_go() {
    let (_folder, all) = each("tables").await;
    let named: BTreeSet<_> = TABLES.iter().map(|(table, _)| (*table).to_owned()).collect();
    assert_eq!(named.len(), TABLES.len(), "no table twice");
    for (name, database) in all {
        let sql = if name == "PostgreSQL" {
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        };
        let tables = run(&database, move |work| {
            let statement = work.prepare(sql)?;
            let rows = statement.query_map((), |row| row.get::<String>(0))?;
            Ok(rows.collect::<Result<BTreeSet<_>, _>>()?)
        })
        .await;
        let tables: BTreeSet<_> = tables.into_iter().filter(|table| !table.starts_with("schema_")).collect();
        let mut named = named.clone();
        if name != "PostgreSQL" {
            // SQLite gives the numbers of the audit log itself.
            named.remove("audit_given");
        }
        assert_eq!(tables, named, "{name}");
    }
}

/// Cases that ended long ago, in which something hangs on or not; joint cases of them.
const PAST: &str = "
    INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms) VALUES
        ('old', 'p', 's', 'd', 'r', 'a', 'closed', 1), ('withdrawn', 'p', 's', 'd', 'r', 'a', 'withdrawn', 1),
        ('open', 'p', 's', 'd', 'r', 'a', 'review', 1), ('moved', 'p', 's', 'd', 'r', 'a', 'closed', 1),
        ('untold', 'p', 's', 'd', 'r', 'a', 'closed', 1), ('appealed', 'p', 's', 'd', 'r', 'a', 'closed', 1),
        ('step', 'p', 's', 'd', 'r', 'a', 'closed', 1), ('other-step', 'p', 's', 'd', 'r', 'a', 'closed', 1);
    INSERT INTO case_steps (case_id, position, state, at_ms) VALUES
        ('old', 0, 'closed', 2), ('moved', 0, 'closed', 50000000000), ('step', 0, 'closed', 2), ('other-step', 0, 'closed', 2);
    INSERT INTO case_documents (case_id, position, jws) VALUES ('old', 0, 'x');
    INSERT INTO outbox (id, case_id, department, path, body, due_ms) VALUES ('o', 'untold', 'd', '/', '{}', 1);
    INSERT INTO ratings (id, case_id, department, service, region, level, text, at_ms, appeal) VALUES
        ('r', 'old', 'd', 's', 'r', 'satisfied', '', 3, NULL), ('q', 'appealed', 'd', 's', 'r', 'very-dissatisfied', '', 3, 'no');
    INSERT INTO joint_cases (id, subject, life_event, name, region, submitted_ms, plan) VALUES
        ('over', 'p', 'birth', '{}', 'r', 1, '{}'), ('waits', 'p', 'birth', '{}', 'r', 1, '{}');
    INSERT INTO joint_steps (joint_id, position, id, service, department, region, state, case_id) VALUES
        ('over', 0, 'a', 's', 'd', 'r', 'begun', 'step'), ('over', 1, 'b', 's', 'd', 'r', 'skipped', NULL),
        ('waits', 0, 'a', 's', 'd', 'r', 'begun', 'other-step'), ('waits', 1, 'b', 's', 'd', 'r', 'waiting', NULL)";

#[tokio::test]
async fn what_is_over_goes_and_what_something_hangs_on_stays() {
    let (_folder, all) = each("over").await;
    // A hundred days after the first of January 1970 and a bit.
    let now = Timestamp::from_second(101 * 24 * 3600).expect("a time");
    let retention = Retention { handled_cases: Some(100), ..Retention::default() };
    for (name, database) in all {
        run(&database, |work| {
            work.execute_batch(PAST)?;
            sessions::end(work, ("issuer", "sid"), 0, 1)?;
            Ok(())
        })
        .await;
        let left = |database: &Database| {
            let database = database.clone();
            async move {
                run(&database, |work| {
                    let statement =
                        work.prepare("SELECT id FROM cases UNION SELECT id FROM joint_cases ORDER BY id")?;
                    let rows = statement.query_map((), |row| row.get::<String>(0))?;
                    Ok(rows.collect::<Result<Vec<_>, _>>()?)
                })
                .await
            }
        };
        let before = left(&database).await;
        assert_eq!(
            run(&database, move |work| forget(work, now, Retention::default(), 10)).await,
            Gone::default()
        );
        assert_eq!(left(&database).await, before, "{name}: without a word they stay");
        let gone = run(&database, move |work| forget(work, now, retention, 10)).await;
        assert_eq!(gone, Gone { cases: 3, joint_cases: 1 }, "{name}");
        let stay = ["appealed", "moved", "open", "other-step", "untold", "waits"];
        assert_eq!(left(&database).await, stay, "{name}");
        assert_eq!(run(&database, move |work| forget(work, now, retention, 10)).await, Gone::default());
        let sql = "SELECT (SELECT count(*) FROM ended_sessions) + (SELECT count(*) FROM case_documents)";
        let rest: i64 = run(&database, move |work| Ok(work.query_row(sql, (), |row| row.get(0))?)).await;
        assert_eq!(rest, 0, "{name}");
    }
}
