//! Whoever changes, takes out, moves or cuts off what the audit log holds is found.

use fingertip_store::{
    Database, MIGRATIONS, StoreError, Transaction,
    audit::{self, Broken, Head, Note, Wanted},
};

/// A log of ten entries, which `harm` is done to behind the program's back.
async fn harmed(harm: &'static str, noted: Vec<Head>) -> Result<Head, Broken> {
    let folder = tempfile::tempdir().expect("a folder");
    let database = Database::open(&folder.path().join("platform.db"), MIGRATIONS).expect("opened");
    let write = move |work: &Transaction<'_>| -> Result<(), StoreError> {
        for n in 0..10 {
            let object = format!("HU-{n}");
            let note = Note {
                actor: "department taxation",
                action: "advance-case",
                object: &object,
                detail: "accepted",
            };
            audit::note(work, &note, n)?;
        }
        // Whoever writes to the file has no triggers in the way.
        work.execute_batch("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;")?;
        Ok(work.execute_batch(harm)?)
    };
    database.run(write).await.expect("written");
    let verify = move |work: &Transaction<'_>| audit::verify(work, &noted);
    let verified: Result<Result<Head, Broken>, StoreError> = database.run(verify).await;
    verified.expect("read")
}

#[tokio::test]
async fn a_log_that_nobody_touched_holds_and_says_where_it_stands() {
    let head = harmed("", vec![]).await.expect("whole");
    assert_eq!((head.number, head.hash.len()), (10, 64));
    assert_eq!(harmed("", vec![head.clone()]).await, Ok(head), "the same is written the same");
}

#[tokio::test]
async fn what_was_changed_taken_out_moved_or_cut_off_is_found() {
    for (harm, found) in [
        ("UPDATE audit SET detail = 'rejected' WHERE number = 4", Broken::Changed { number: 4 }),
        ("UPDATE audit SET at_ms = 0 WHERE number = 7", Broken::Changed { number: 7 }),
        // Parts that run into each other are other parts.
        (
            "UPDATE audit SET actor = 'department ', action = 'taxationadvance-case' WHERE number = 2",
            Broken::Changed { number: 2 },
        ),
        ("DELETE FROM audit WHERE number = 5", Broken::Missing { expected: 5, found: 6 }),
        ("DELETE FROM audit WHERE number = 1", Broken::Missing { expected: 1, found: 2 }),
        (
            "DELETE FROM audit WHERE number = 5; UPDATE audit SET number = number - 1 WHERE number > 5",
            Broken::Changed { number: 5 },
        ),
        (
            "UPDATE audit SET number = 100 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4; UPDATE audit SET number = 4 WHERE number = 100",
            Broken::Changed { number: 3 },
        ),
        ("DELETE FROM audit WHERE number > 8", Broken::Cut { last: 8, given: 10 }),
        ("DELETE FROM audit", Broken::Cut { last: 0, given: 10 }),
        (
            "INSERT INTO audit (at_ms, actor, action, object, detail, hash) VALUES (11, 'operator', 'x', '', '', 'made up')",
            Broken::Changed { number: 11 },
        ),
    ] {
        assert_eq!(harmed(harm, vec![]).await, Err(found), "{harm}");
    }
}

#[tokio::test]
async fn a_head_that_was_noted_elsewhere_finds_what_was_cut_off_or_written_anew_without_a_trace() {
    let noted = vec![harmed("", vec![]).await.expect("whole")];
    let cut = "DELETE FROM audit WHERE number > 8; UPDATE sqlite_sequence SET seq = 8 WHERE name = 'audit'";
    assert!(harmed(cut, vec![]).await.is_ok(), "the file alone says nothing of it");
    assert_eq!(harmed(cut, noted).await, Err(Broken::Cut { last: 8, given: 10 }));
    let other = vec![Head { number: 6, hash: "0".repeat(64) }];
    assert_eq!(harmed("", other).await, Err(Broken::Another { number: 6 }));
}

#[tokio::test]
async fn the_program_itself_only_appends_and_finds_by_object_and_actor() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = Database::open(&folder.path().join("platform.db"), MIGRATIONS).expect("opened");
    let write = |work: &Transaction<'_>| -> Result<(usize, usize), StoreError> {
        for (actor, object) in [("operator", "a"), ("platform", "b"), ("operator", "b")] {
            audit::note(work, &Note { actor, action: "x", object, detail: "" }, 1)?;
        }
        assert!(work.execute("UPDATE audit SET detail = 'y'", ()).is_err());
        assert!(work.execute("DELETE FROM audit", ()).is_err());
        let found = |wanted| audit::find(work, wanted).map(|entries| entries.len());
        Ok((found(Wanted::Object("b"))?, found(Wanted::Actor("operator"))?))
    };
    assert_eq!(database.run(write).await.expect("found"), (2, 2));
}
