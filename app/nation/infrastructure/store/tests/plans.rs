//! What the platform asks often costs no scan, and what an earlier version kept is there after a migration.

use fingertip_store::{Database, MIGRATIONS, StoreError, Transaction, cases, outbox, ratings, sql::Value};

/// How SQLite would answer.
async fn plan(database: &Database, sql: &'static str) -> String {
    let ask = move |work: &Transaction<'_>| -> Result<String, StoreError> {
        let statement = work.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let n_parameters = (1..=9).take_while(|number| sql.contains(&format!("?{number}"))).count();
        let nothing = vec![Value::Text(String::new()); n_parameters];
        let lines: Vec<String> = statement.query_map(nothing, |row| row.get(3))?.collect::<Result<_, _>>()?;
        Ok(lines.join("\n"))
    };
    database.run(ask).await.expect("a plan")
}

fn opened(folder: &tempfile::TempDir, migrations: &[&str]) -> Database {
    Database::open(&folder.path().join("platform.db"), migrations).expect("opened")
}

#[tokio::test]
async fn queue_late_cases_and_outbox_are_found_by_their_indexes() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = opened(&folder, MIGRATIONS);
    for (sql, index) in [
        (
            "SELECT id FROM cases WHERE department = ?1 AND state NOT IN ('closed', 'withdrawn')
             AND (queue_day, submitted_ms, id) > (?2, ?3, ?4) ORDER BY queue_day, submitted_ms, id LIMIT ?5",
            "cases_of_a_queue",
        ),
        (
            "SELECT id FROM cases WHERE is_late = 0 AND state IN ('accepted', 'review', 'appealed') AND promised_by < ?1
             ORDER BY promised_by LIMIT ?2",
            "cases_promised",
        ),
        ("SELECT id FROM outbox WHERE department = ?1 AND due_ms <= ?2 AND put_aside_ms IS NULL ORDER BY due_ms", "outbox_due"),
        (
            "SELECT id FROM outbox WHERE department = ?1 AND put_aside_ms IS NOT NULL ORDER BY put_aside_ms",
            "outbox_put_aside",
        ),
        (
            "SELECT id FROM joint_cases WHERE subject = ?1 ORDER BY submitted_ms DESC LIMIT ?2",
            "joint_cases_of_a_person",
        ),
        ("SELECT id FROM joint_cases WHERE forget_ms <= ?1 ORDER BY forget_ms LIMIT ?2", "joint_cases_to_forget"),
        (
            "SELECT DISTINCT joint_id FROM joint_steps WHERE state = 'ready' AND joint_id > ?1 ORDER BY joint_id LIMIT ?2",
            "joint_steps_ready",
        ),
        ("SELECT id FROM ratings WHERE awaits_review = 1 ORDER BY position", "ratings_to_review"),
        ("SELECT id FROM ratings WHERE department = ?1 AND position < ?2 ORDER BY position DESC", "ratings_of_a_department"),
    ] {
        let plan = plan(&database, sql).await;
        // A partial index holds nothing but what is wanted: all of it may be read.
        let scans_all = plan.lines().any(|line| line.starts_with("SCAN") && !line.contains("INDEX"));
        assert!(plan.contains(index) && !scans_all && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}

#[tokio::test]
async fn what_was_on_its_way_before_acts_were_goes_out_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let older = opened(&folder, &MIGRATIONS[..7]);
    let put = |work: &Transaction<'_>| -> Result<(), StoreError> {
        work.execute_batch(
            "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms)
                 VALUES ('HU-20261124-7KQ2X9', 'p', 's', 'human-resources', '440100', 'cn.example.card', 'received', 1);
             INSERT INTO outbox (case_id, department, body, attempts, due_ms)
                 VALUES ('HU-20261124-7KQ2X9', 'human-resources', '{}', 3, 7);",
        )?;
        Ok(())
    };
    older.run(put).await.expect("kept");
    drop(older);
    let newer = opened(&folder, MIGRATIONS);
    let take = |work: &Transaction<'_>| {
        outbox::take_due(work, "human-resources", outbox::Whose::NotOf(&[]), 4, (7, 9))
    };
    let due: Result<Vec<outbox::Parcel>, StoreError> = newer.run(take).await;
    let parcel = due.expect("taken").pop().expect("a delivery");
    let reference = "HU-20261124-7KQ2X9".to_owned();
    assert_eq!(
        (parcel.id, parcel.case_id, parcel.path, parcel.body, parcel.attempts),
        (reference.clone(), reference, "/cases".to_owned(), "{}".to_owned(), 3)
    );
}

#[tokio::test]
async fn what_people_thought_before_ratings_had_a_table_counts_as_it_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let older = opened(&folder, &MIGRATIONS[..9]);
    let put = |work: &Transaction<'_>| -> Result<(), StoreError> {
        work.execute_batch(
            "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms, rating_level, rating_text, rated_ms)
                 VALUES ('HU-20261124-7KQ2X9', 'p', 's', 'human-resources', '440100', 'cn.example.card', 'closed', 1, 'dissatisfied', 'Slow.', 7);",
        )?;
        Ok(())
    };
    older.run(put).await.expect("kept");
    drop(older);
    let newer = opened(&folder, MIGRATIONS);
    let read = |work: &Transaction<'_>| -> Result<_, StoreError> {
        let case = cases::of_person(work, "p", "HU-20261124-7KQ2X9")?.expect("a case");
        let kept = ratings::of_case(work, case.id.as_str())?.expect("a rating");
        Ok((case, kept, ratings::indicators(work, 1)?))
    };
    let (case, kept, indicators) = newer.run(read).await.expect("read");
    assert_eq!((case.rating.expect("a rating").text, kept.at.as_millisecond()), ("Slow.".to_owned(), 7));
    assert_eq!(
        (kept.reply_by, kept.is_anonymous),
        (None, false),
        "nothing is asked of its department afterwards"
    );
    assert_eq!(indicators.iter().map(|one| one.levels).collect::<Vec<_>>(), [[0, 0, 0, 1, 0]; 3]);
}
