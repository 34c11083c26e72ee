//! Who did what is written down, in a log that holds, and no claim or word of a person is in it.

use fingertip_contract::{CaseState, api::Operation};
use fingertip_store::{
    StoreError, Transaction,
    audit::{self, Broken, Head},
};
use serde_json::json;

use super::{
    desk::{act, acting},
    helpers::At,
    nation::Nation,
};

/// Every row as it lies in the file, and whether the log holds.
pub(crate) async fn read(nation: &Nation) -> (Vec<[String; 4]>, Result<Head, Broken>) {
    let database = nation.database().await;
    let read = |work: &Transaction<'_>| -> Result<_, StoreError> {
        let statement = work.prepare("SELECT actor, action, object, detail FROM audit ORDER BY number")?;
        let rows = statement.query_map((), |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
        Ok((rows.collect::<Result<Vec<_>, _>>()?, audit::verify(work, &[])?))
    };
    database.run(read).await.expect("read")
}

#[tokio::test]
async fn whatever_is_done_is_in_the_audit_log_once_and_without_a_word_of_the_person() {
    let nation = Nation::start().await;
    let (mother, son) = (At::log_in(&nation, "li-xiuying").await, At::log_in(&nation, "zhang-wei").await);
    let case = nation.submit(&mother.access, "k").await;
    nation.submit(&mother.access, "k").await;
    nation.until(&mother.access, &case, CaseState::Closed).await;
    let question = json!({"kind": "ask", "words": "Where is my yellow card?"});
    for _ in 0..2 {
        act(&nation, &mother.access, &case.id, "q", &question).await;
    }
    // What is not done is not in it.
    acting(&nation, &son.access, &case.id, "q", &question).send().await.expect("answered");
    let link = son.accept(&mother.code().await.code).await;
    son.cases_of(&link.id).await;
    son.end(&link.id).await;
    nation.operated(&mother.access, "human-resources", "card.options", &json!({})).await;

    let (rows, verified) = read(&nation).await;
    assert!(verified.is_ok());
    let count = |operation: Operation, object: &str| {
        rows.iter().filter(|[_, action, of, _]| action == operation.id() && of == object).count()
    };
    let reference = case.id.as_str();
    for (operation, object, times) in [
        (Operation::SubmitCase, reference, 1),
        (Operation::ActOnCase, reference, 1),
        (Operation::AdvanceCase, reference, 5),
        (Operation::MakeHelperCode, "", 1),
        (Operation::BecomeHelper, link.id.as_str(), 1),
        (Operation::ListHelpedCases, link.id.as_str(), 1),
        (Operation::EndHelp, link.id.as_str(), 1),
        (Operation::CallDepartment, "human-resources/card.options", 1),
    ] {
        assert_eq!(count(operation, object), times, "{}", operation.id());
    }
    let steps: Vec<&str> = rows
        .iter()
        .filter(|[actor, action, ..]| {
            action == Operation::AdvanceCase.id() && actor == "department human-resources"
        })
        .map(|[.., detail]| detail.as_str())
        .collect();
    assert_eq!(steps, ["accepted", "review", "approved", "delivered", "closed"]);
    let actors: std::collections::BTreeSet<&str> =
        rows.iter().map(|[actor, ..]| actor.as_str()).filter(|actor| actor.starts_with("person ")).collect();
    assert_eq!(actors.len(), 2, "each person has one name here");
    let all = rows.concat().join("\n");
    for secret in ["yellow", "李秀英", "张伟", "zhang-wei", "li-xiuying", "990106"] {
        assert!(!all.contains(secret), "{secret}");
    }
}
