//! Who is who, and who is not.

use fingertip_store::{Database, MIGRATIONS};

use super::*;

const FIRST: &str = "https://nation.example";
const SECOND: &str = "https://province.example";
const SECRET: &str = "s";

struct Store {
    database: Database,
    _folder: tempfile::TempDir,
}

fn asking(issuer: &str, subject: &str, number: Option<&str>) -> Asking {
    Asking { issuer: issuer.into(), subject: subject.into(), number: number.map(str::to_owned) }
}

impl Store {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(&folder.path().join("platform.db"), MIGRATIONS).expect("opened");
        Self { database, _folder: folder }
    }

    async fn run(&self, sql: &'static str) {
        let work = move |work: &Transaction<'_>| -> Result<(), StoreError> { Ok(work.execute_batch(sql)?) };
        self.database.run(work).await.expect("done");
    }

    async fn person(&self, asking: Asking) -> String {
        let find = move |work: &Transaction<'_>| find_person(work, &asking, FIRST, SECRET);
        self.database.run(find).await.expect("found").person
    }

    async fn cases(&self, person: String) -> Vec<String> {
        let list = move |work: &Transaction<'_>| -> Result<Vec<String>, StoreError> {
            let statement = work.prepare("SELECT id FROM cases WHERE subject = ?1 ORDER BY id")?;
            let ids = statement.query_map([&person], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        };
        self.database.run(list).await.expect("cases")
    }
}

/// A case of `p`, which an only provider called them, from before there were others.
const OLD_CASE: &str =
    "INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms)
    VALUES ('HU-20261124-7KQ2X9', 'p', 's', 'human-resources', '440100', 'cn.example.card', 'received', 1);";

#[tokio::test]
async fn the_same_name_at_another_provider_is_somebody_else() {
    let store = Store::open();
    store.run(OLD_CASE).await;
    let second = store.person(asking(SECOND, "p", None)).await;
    assert_ne!(second, "p");
    assert!(store.cases(second.clone()).await.is_empty());
    assert_eq!(store.person(asking(FIRST, "p", None)).await, "p", "the first one's people keep their names");
    assert_eq!(store.person(asking(SECOND, "p", None)).await, second, "and the others keep theirs");
    // Neither does a provider get at somebody by the name that the platform made.
    assert_ne!(store.person(asking(FIRST, &second, None)).await, second);
    assert_ne!(store.person(asking("https://third.example", &second, None)).await, second);
}

#[tokio::test]
async fn one_number_that_is_vouched_for_is_one_person_and_no_number_joins_nobody() {
    let store = Store::open();
    let first = store.person(asking(FIRST, "p", Some("n"))).await;
    assert_ne!(store.person(asking(SECOND, "a", None)).await, first);
    assert_ne!(store.person(asking(SECOND, "b", Some("m"))).await, first);
    assert_eq!(store.person(asking(SECOND, "c", Some("n"))).await, first);
    assert_eq!(
        store.person(asking(SECOND, "c", None)).await,
        first,
        "also when they sign in less surely later"
    );
}

#[tokio::test]
async fn who_turns_out_to_be_somebody_is_them_with_all_that_is_theirs() {
    let store = Store::open();
    let less = store.person(asking(SECOND, "a", None)).await;
    store.run("INSERT INTO cases (id, subject, service, department, region, app, state, submitted_ms)
        SELECT 'TR-20261124-7KQ2X8', person, 's', 'transport', '440100', 'cn.example.bus', 'received', 5 FROM identities;
        INSERT INTO idempotency VALUES ('q', 'k', 'h', 'theirs', 1);
        INSERT INTO idempotency SELECT person, 'k', 'h', 'own', 1 FROM identities;
        INSERT INTO helper_links (id, subject, subject_name, helper, helper_name, since_ms) SELECT 'l', person, '', 'q', '', 1 FROM identities;").await;
    store.run(OLD_CASE).await;
    assert_eq!(store.person(asking(FIRST, "p", Some("n"))).await, "p");
    assert_eq!(
        store.person(asking(SECOND, "a", Some("n"))).await,
        "p",
        "who was known longer keeps their name"
    );
    assert_eq!(store.cases("p".into()).await, ["HU-20261124-7KQ2X9", "TR-20261124-7KQ2X8"]);
    let names = store.database.run(|work| persons::names(work, "p")).await.expect("names");
    assert_eq!(names, ["p".to_owned(), less], "what a department issued under the other name stays theirs");
    assert_eq!(store.person(asking(SECOND, "a", None)).await, "p");
}

#[tokio::test]
async fn a_history_from_before_keeps_its_name_when_the_other_provider_was_signed_in_at_first() {
    let store = Store::open();
    store.run(OLD_CASE).await;
    let second = store.person(asking(SECOND, "a", Some("n"))).await;
    assert_eq!(store.person(asking(FIRST, "p", Some("n"))).await, "p");
    assert_eq!(store.person(asking(SECOND, "a", Some("n"))).await, "p");
    // Somebody new at the first is who they were at the second.
    let other = store.person(asking(SECOND, "b", Some("m"))).await;
    assert_eq!(store.person(asking(FIRST, "q", Some("m"))).await, other);
    assert_ne!(other, second);
}

#[tokio::test]
async fn a_number_that_changes_into_somebody_elses_joins_nobody() {
    let store = Store::open();
    let one = store.person(asking(FIRST, "p", Some("n"))).await;
    let other = store.person(asking(SECOND, "a", Some("m"))).await;
    assert_eq!(store.person(asking(SECOND, "a", Some("n"))).await, other);
    assert_eq!(store.person(asking(FIRST, "p", Some("n"))).await, one);
    assert_ne!(one, other);
    // Nor does a number that is nobody's take the place of one's own.
    assert_eq!(store.person(asking(SECOND, "a", Some("k"))).await, other);
    assert_ne!(store.person(asking(SECOND, "b", Some("k"))).await, other);
}
