use std::sync::{Arc, Mutex};

use axum::{Router, extract::State, http::HeaderMap, routing::post};
use fingertip_contract::{
    Case, CaseState,
    api::{self, AdvanceCase, DispatchedCase},
};
use fingertip_kit::keys::SigningKey;
use fingertip_store::{StoreError, Transaction};
use serde_json::json;
use tokio::net::TcpListener;

use super::nation::{Nation, problem, until};

pub(crate) type Inbox = Arc<Mutex<Vec<(String, DispatchedCase)>>>;

async fn take(State(inbox): State<Inbox>, headers: HeaderMap, axum::Json(case): axum::Json<DispatchedCase>) {
    let token = headers["authorization"].to_str().expect("text").to_owned();
    inbox.lock().expect("unpoisoned").push((token, case));
}

/// A port on which nothing listens yet.
pub(crate) async fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.expect("bound").local_addr().expect("an address").port()
}

pub(crate) async fn listen(port: u16) -> Inbox {
    let inbox = Inbox::default();
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("the port is free");
    let routes = Router::new().route("/cases", post(take)).with_state(Arc::clone(&inbox));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    inbox
}

/// Whether the platform's files hold the claim of the submitted case.
fn holds_id_number(nation: &Nation) -> bool {
    ["platform.db", "platform.db-wal"].iter().any(|name| {
        let bytes = std::fs::read(nation.folder.path().join(name)).unwrap_or_default();
        bytes.windows(18).any(|window| window == b"990106199003071175")
    })
}

async fn n_in_outbox(nation: &Nation) -> i64 {
    let file = nation.database().await;
    let count =
        |work: &Transaction<'_>| Ok(work.query_row("SELECT count(*) FROM outbox", (), |row| row.get(0))?);
    let counted: Result<i64, StoreError> = file.run(count).await;
    counted.expect("counted")
}

#[tokio::test]
async fn a_department_that_was_down_gets_its_case_and_no_claims_stay_behind() {
    let port = free_port().await;
    let nation = Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    assert_eq!(n_in_outbox(&nation).await, 1);
    let is_file = !nation.database().await.is_shared();
    assert_eq!(holds_id_number(&nation), is_file);
    let down = nation.operation(&access, "human-resources", "card.options", &json!({})).await;
    assert_eq!(problem(down).await, (503, "department-unavailable".into()));

    let inbox = listen(port).await;
    let (token, told) =
        until("the case arrives", || async { inbox.lock().expect("unpoisoned").first().cloned() }).await;
    let kept =
        std::fs::read_to_string(nation.folder.path().join("tokens/human-resources")).expect("the token");
    assert_eq!(token, format!("Bearer {kept}"));
    assert_eq!((told.id, told.subject.len()), (case.id, 32));
    until("the outbox is empty", || async { (n_in_outbox(&nation).await == 0).then_some(()) }).await;
    until("the id number is on no page", || async { (!holds_id_number(&nation)).then_some(()) }).await;
}

#[tokio::test]
async fn an_undelivered_case_survives_a_restart() {
    let nation =
        Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{}", free_port().await)).await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    let nation = nation.restart().await;
    let closed = nation.until(&access, &case, CaseState::Closed).await;
    assert_eq!((closed.id, closed.documents.len()), (case.id.clone(), 1));
    assert_eq!(nation.submit(&access, "k").await.id, case.id);
}

#[tokio::test]
async fn only_the_department_moves_its_case_and_only_along_the_states() {
    let nation =
        Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{}", free_port().await)).await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    let token = |department: &str| {
        std::fs::read_to_string(nation.folder.path().join("tokens").join(department)).expect("a token")
    };
    let own = token("human-resources");
    let advance = async |department: &str, token: &str, step: &AdvanceCase| {
        let path = format!("/api/v1/departments/{department}/cases/{}/steps", case.id);
        nation.client.post(nation.at(&path)).bearer_auth(token).json(step).send().await.expect("answered")
    };
    let step = |state, documents| AdvanceCase { documents, ..AdvanceCase::to(state) };
    let accepted = step(CaseState::Accepted, vec![]);

    assert_eq!(
        problem(advance("human-resources", &access, &accepted).await).await,
        (401, "department-token-invalid".into())
    );
    assert_eq!(
        problem(advance("human-resources", &token("taxation"), &accepted).await).await,
        (401, "department-token-invalid".into())
    );
    assert_eq!(
        problem(advance("taxation", &token("taxation"), &accepted).await).await,
        (404, "case-not-found".into())
    );
    let delivered = step(CaseState::Delivered, vec![]);
    assert_eq!(problem(advance("human-resources", &own, &delivered).await).await, (409, "case-state".into()));
    let stranger = SigningKey::load_or_make(&nation.folder.path().join("stranger.pk8")).expect("a key");
    let forged = step(
        CaseState::Accepted,
        vec![stranger.sign("JWT", &json!({"iss": "human-resources"})).expect("signed")],
    );
    assert_eq!(
        problem(advance("human-resources", &own, &forged).await).await,
        (422, "document-invalid".into())
    );
    let rating = json!({"level": "satisfied"});
    let early = nation
        .client
        .put(nation.at(&api::rating(&case.id)))
        .bearer_auth(&access)
        .json(&rating)
        .send()
        .await
        .expect("answered");
    assert_eq!(problem(early).await, (409, "case-not-handled".into()));

    let moved: Case = advance("human-resources", &own, &accepted).await.json().await.expect("a case");
    assert_eq!((&moved.state, moved.steps.len()), (&CaseState::Accepted, 2));
    assert_eq!(problem(advance("human-resources", &own, &accepted).await).await, (409, "case-state".into()));
    let shown = nation.case(&access, &case).await;
    assert_eq!(
        Case { acts: Vec::new(), ..shown },
        moved,
        "what the person may do is no affair of the department's"
    );
}
