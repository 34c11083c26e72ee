//! Files that come apart from their case: taken up where they stand, nobody else's, bounded, and in place when the department hears of it.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_contract::api::{self, Upload};
use fingertip_store::{StoreError, Transaction};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    delivery::{free_port, listen},
    nation::{Nation, problem, until},
    proven::{accepted, refused},
};

const UPLOADS: &str = "/api/v1/uploads";

pub(super) fn photo() -> Vec<u8> {
    (0..40_000_u32).map(|number| (number * 7 % 251) as u8).collect()
}

fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn begin(nation: &Nation, access: &str, key: &str, (length, sha256): (u64, &str)) -> Response {
    let asked = json!({"length": length, "sha256": sha256});
    let request =
        nation.client.post(nation.at(UPLOADS)).bearer_auth(access).header(api::IDEMPOTENCY_KEY, key);
    request.json(&asked).send().await.expect("answered")
}

pub(super) async fn begun(nation: &Nation, access: &str, key: &str, content: &[u8]) -> Upload {
    let answer = begin(nation, access, key, (content.len() as u64, &hash(content))).await;
    assert_eq!(answer.status(), 201);
    answer.json().await.expect("an upload")
}

async fn ask(nation: &Nation, access: &str, id: &str) -> Response {
    let request = nation.client.request(Method::HEAD, nation.at(&format!("{UPLOADS}/{id}")));
    request.bearer_auth(access).send().await.expect("answered")
}

pub(super) async fn append(
    nation: &Nation,
    access: &str,
    id: &str,
    at: (usize, bool),
    piece: &[u8],
) -> Response {
    let request = nation.client.patch(nation.at(&format!("{UPLOADS}/{id}"))).bearer_auth(access);
    let request = request.header("content-type", api::PARTIAL_UPLOAD).header(api::UPLOAD_OFFSET, at.0);
    let request = request.header(api::UPLOAD_COMPLETE, if at.1 { "?1" } else { "?0" });
    request.body(piece.to_vec()).send().await.expect("answered")
}

fn told(answer: &Response) -> (&str, &str) {
    let text = |name: &str| answer.headers().get(name).map_or("", |value| value.to_str().expect("text"));
    (text(api::UPLOAD_OFFSET), text(api::UPLOAD_COMPLETE))
}

fn case_with(ids: &[&str]) -> Value {
    let file = |id: &&str| json!({"key": "photo", "name": "a.png", "media_type": "image/png", "upload": id});
    let files: Vec<_> = ids.iter().map(file).collect();
    json!({"service": "social-security-card", "region": "440100", "body": "{}", "files": files})
}

#[tokio::test]
async fn an_upload_goes_on_where_it_stands_and_its_case_arrives_as_if_it_had_come_in_one() {
    let port = free_port().await;
    let nation = Nation::start_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let access = nation.log_in("zhang-wei").await.access;
    let photo = photo();
    let Upload { id, offset, length } = begun(&nation, &access, "k", &photo).await;
    assert_eq!((offset, length), (0, 40_000));
    let first = append(&nation, &access, &id, (0, false), &photo[..15_000]).await;
    assert_eq!((first.status().as_u16(), told(&first)), (204, ("15000", "?0")));

    // The answer was lost: the same piece again, from a device that was begun anew, after a restart of the platform.
    let nation = nation.restart_elsewhere("human-resources", format!("http://127.0.0.1:{port}")).await;
    let again = append(&nation, &access, &id, (0, false), &photo[..15_000]).await;
    assert_eq!(told(&again), ("15000", "?0"), "it is told where it belongs");
    assert_eq!(problem(again).await, (409, "upload-offset".into()));
    assert_eq!(begun(&nation, &access, "k", &photo).await, Upload { id: id.clone(), offset: 15_000, length });
    let how_far = ask(&nation, &access, &id).await;
    assert_eq!((how_far.status().as_u16(), told(&how_far)), (204, ("15000", "?0")));
    assert_eq!(how_far.headers()["upload-limit"], "max-size=10485760, max-append-size=1048576");

    assert_eq!(refused(&nation, &access, "k", &case_with(&[&id])).await, (422, "upload-incomplete".into()));
    let last = append(&nation, &access, &id, (15_000, true), &photo[15_000..]).await;
    assert_eq!((last.status().as_u16(), told(&last)), (204, ("40000", "?1")));
    let case = accepted(&nation, &access, "k", &case_with(&[&id])).await;
    assert_eq!(accepted(&nation, &access, "k", &case_with(&[&id])).await.id, case.id, "once");
    let taken = ask(&nation, &access, &id).await;
    assert_eq!((taken.status().as_u16(), told(&taken)), (204, ("40000", "?1")), "the case has it");
    let more = append(&nation, &access, &id, (40_000, true), &[]).await;
    assert_eq!(problem(more).await, (409, "upload-offset".into()));
    assert_eq!(
        refused(&nation, &access, "other", &case_with(&[&id])).await,
        (422, "upload-incomplete".into())
    );
    // The case's answer was lost too, and the device begins from the start.
    let anew = begun(&nation, &access, "k", &photo).await;
    assert_eq!((&anew.id, anew.offset), (&id, 40_000), "nothing is sent twice");
    assert_eq!(accepted(&nation, &access, "k", &case_with(&[&anew.id])).await.id, case.id);

    let inbox = listen(port).await;
    let came = || async { inbox.lock().expect("unpoisoned").first().cloned() };
    let (_, dispatched) = until("the case arrives", came).await;
    let file = &dispatched.case.files[0];
    assert_eq!((&*file.name, &file.upload), ("a.png", &None));
    assert_eq!(BASE64.decode(&file.content).expect("base64"), photo);
}

#[tokio::test]
async fn an_upload_is_nobody_elses() {
    let nation = Nation::start().await;
    let zhang = nation.log_in("zhang-wei").await.access;
    let li = nation.log_in("li-xiuying").await.access;
    let id = begun(&nation, &zhang, "k", &photo()).await.id;
    let unknown = (404, "upload-unknown".to_owned());
    assert_eq!(ask(&nation, &li, &id).await.status(), 404);
    assert_eq!(problem(append(&nation, &li, &id, (0, true), &photo()).await).await, unknown);
    assert_eq!(append(&nation, &zhang, &id, (0, true), &photo()).await.status(), 204);
    assert_eq!(refused(&nation, &li, "k", &case_with(&[&id])).await, (422, "upload-incomplete".into()));
    assert_ne!(begun(&nation, &li, "k", &photo()).await.id, id);
    accepted(&nation, &zhang, "k", &case_with(&[&id, &id])).await;
}

#[tokio::test]
async fn uploads_are_bounded_and_what_is_not_as_promised_is_not_kept() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let (most, some_hash) = (10 << 20, "ab".repeat(32));
    let large = begin(&nation, &access, "k", (most + 1, &some_hash)).await;
    let said: Value = large.json().await.expect("a problem");
    assert_eq!(said["code"], "upload-too-large");
    assert!(said["title"].as_str().expect("text").contains("10485760"), "{said}");
    for (length, sha256) in [(0, &*some_hash), (1, "AB"), (1, &"zz".repeat(32))] {
        let answer = begin(&nation, &access, "k", (length, sha256)).await;
        assert_eq!(problem(answer).await, (400, "body-malformed".into()));
    }
    for key in ["1", "2", "3", "4"] {
        assert_eq!(begin(&nation, &access, key, (most, &some_hash)).await.status(), 201);
    }
    let many = begin(&nation, &access, "5", (1, &some_hash)).await;
    assert_eq!(problem(many).await, (409, "upload-too-many".into()));
    let other = begin(&nation, &access, "1", (most - 1, &some_hash)).await;
    assert_eq!(problem(other).await, (422, "idempotency-key-reused".into()));

    let access = nation.log_in("li-xiuying").await.access;
    let mut changed = photo();
    let id = begun(&nation, &access, "k", &changed).await.id;
    changed.push(0);
    let beyond = append(&nation, &access, &id, (0, true), &changed).await;
    assert_eq!(problem(beyond).await, (413, "upload-too-large".into()));
    let short = append(&nation, &access, &id, (0, true), &changed[..10]).await;
    assert_eq!(problem(short).await, (422, "input-invalid".into()));
    let huge = append(&nation, &access, &id, (0, false), &vec![0; (1 << 20) + 1]).await;
    assert_eq!(problem(huge).await, (413, "body-too-large".into()));
    changed.truncate(40_000);
    changed[0] ^= 1;
    let broken = append(&nation, &access, &id, (0, true), &changed).await;
    assert_eq!(problem(broken).await, (422, "upload-incomplete".into()));
    assert_eq!(told(&ask(&nation, &access, &id).await), ("0", "?0"), "it is there, and empty");
    assert_eq!(begun(&nation, &access, "k", &photo()).await.offset, 0, "anew");
}

#[tokio::test]
async fn an_upload_that_no_case_took_ends() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let id = begun(&nation, &access, "k", &photo()).await.id;
    assert_eq!(append(&nation, &access, &id, (0, true), &photo()).await.status(), 204);
    let file = nation.database().await;
    let a_day_later = |work: &Transaction<'_>| {
        Ok(work.execute("UPDATE uploads SET expires_ms = expires_ms - 86400000", ())?)
    };
    let n_changed: Result<usize, StoreError> = file.run(a_day_later).await;
    assert_eq!(n_changed.expect("changed"), 1);
    assert_eq!(refused(&nation, &access, "k", &case_with(&[&id])).await, (422, "upload-incomplete".into()));
    let again = begun(&nation, &access, "k", &photo()).await;
    assert_ne!((again.id.as_str(), again.offset), (id.as_str(), 40_000));
    accepted(&nation, &access, "taken", &case_with(&[])).await;
    let whole = begun(&nation, &access, "taken", &photo()).await;
    assert_eq!(
        told(&ask(&nation, &access, &whole.id).await),
        ("40000", "?1"),
        "what is told to be begun is found"
    );
    let count = |work: &Transaction<'_>| {
        Ok(work.query_row("SELECT count(*) FROM upload_pieces", (), |row| row.get(0))?)
    };
    let n_pieces: Result<i64, StoreError> = file.run(count).await;
    assert_eq!(n_pieces.expect("counted"), 0, "its content is gone with it");
}
