//! Departments that are down, hang or refuse: what is theirs waits in order, and one bad delivery holds up no other case.

use fingertip_contract::{
    EntryKind, Party,
    api::{self, DeadLetter},
};
use serde_json::json;

use super::{
    desk::{Desk, Officer, act},
    nation::{Nation, problem, until},
};

async fn letters(officer: &Officer<'_>) -> Vec<DeadLetter> {
    let department = "human-resources".parse().expect("an id");
    officer.get(&api::dead_letters(&department)).await.json().await.expect("letters")
}

async fn retry(officer: &Officer<'_>, id: &str) -> reqwest::Response {
    let department = "human-resources".parse().expect("an id");
    let path = api::dead_letter(&department, id);
    let request = officer.nation.client.post(officer.nation.at(&path));
    request.bearer_auth(officer.token("human-resources")).send().await.expect("answered")
}

#[tokio::test]
async fn a_department_that_was_down_hears_everything_in_the_order_in_which_it_was_done() {
    let desk = Desk::closed().await;
    let nation = Nation::start_elsewhere("human-resources", desk.url()).await;
    let access = nation.log_in("zhang-wei").await.access;
    let (one, two) = (nation.submit(&access, "one").await, nation.submit(&access, "two").await);
    for n in 0..3 {
        for case in [&one, &two] {
            let words = json!({"kind": "add", "words": format!("{n}")});
            act(&nation, &access, &case.id, &format!("{}{n}", case.id), &words).await;
        }
    }
    act(&nation, &access, &one.id, "w", &json!({"kind": "withdraw"})).await;
    // And over a restart.
    let nation = nation.restart_elsewhere("human-resources", desk.url()).await;
    desk.begin().await;
    let taken = desk.until_taken(9).await;
    for (case, last) in [(&one, Some("withdraw")), (&two, None)] {
        let of_case = taken
            .iter()
            .filter(|(_, body)| body["case"] == case.id.as_str() || body["id"] == case.id.as_str());
        let told: Vec<String> = of_case
            .map(|(path, body)| match path.as_str() {
                "/cases" => "the case".to_owned(),
                _ => body["act"]["words"].as_str().unwrap_or("withdraw").to_owned(),
            })
            .collect();
        let expected: Vec<&str> = ["the case", "0", "1", "2"].into_iter().chain(last).collect();
        assert_eq!(told, expected);
    }
    assert_eq!(
        letters(&Officer { nation: &nation }).await,
        [],
        "who was down is no reason to put anything aside"
    );
}

#[tokio::test]
async fn what_a_department_refuses_is_put_aside_told_to_both_and_holds_up_nobody_else() {
    let desk = Desk::open().await;
    let nation = Nation::start_elsewhere("human-resources", desk.url()).await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let bad = nation.submit(&access, "bad").await;
    desk.until_taken(1).await;
    desk.refuse(&bad.id, Some(422));
    act(&nation, &access, &bad.id, "a", &json!({"kind": "add", "words": "poison"})).await;
    let letter = until("it is put aside", || async { letters(&officer).await.pop() }).await;
    assert_eq!((&letter.case, letter.attempts, letter.status), (&bad.id, 1, Some(422)));
    let told = nation.case(&access, &bad).await.entries;
    assert_eq!((&told[1].from, &told[1].kind), (&Party::Platform, &EntryKind::PutAside));
    assert!(told[1].words.in_language("en").contains("need not send it again"));
    let good = nation.submit(&access, "good").await;
    let taken = desk.until_taken(2).await;
    assert_eq!(taken[1].1["id"], good.id.as_str());

    assert_eq!(problem(retry(&officer, "0").await).await, (404, "dead-letter-unknown".into()));
    let foreign =
        nation.client.post(nation.at(&api::dead_letter(&"taxation".parse().expect("an id"), &letter.id)));
    let foreign = foreign.bearer_auth(officer.token("taxation")).send().await.expect("answered");
    assert_eq!(problem(foreign).await, (404, "dead-letter-unknown".into()));
    desk.refuse(&bad.id, None);
    assert_eq!(retry(&officer, &letter.id).await.status(), 204);
    desk.until_taken(3).await;
    assert_eq!(desk.acts()[0].act.words, "poison");
    assert_eq!((letters(&officer).await, retry(&officer, &letter.id).await.status().as_u16()), (vec![], 404));
}

#[tokio::test]
async fn a_hundred_poisoned_deliveries_cost_their_senders_alone_and_what_fails_alone_is_put_aside_in_the_end()
{
    let desk = Desk::open().await;
    let url = desk.url();
    let nation = Nation::start_as(|options| {
        options.elsewhere.insert("human-resources".parse().expect("an id"), url.clone());
        options.most_attempts = Some(3);
    })
    .await;
    let officer = Officer { nation: &nation };
    let access = nation.log_in("zhang-wei").await.access;
    let bad = nation.submit(&access, "bad").await;
    desk.until_taken(1).await;
    desk.refuse(&bad.id, Some(500));
    act(&nation, &access, &bad.id, "first", &json!({"kind": "add", "words": "poison"})).await;
    for n in 1..100 {
        act(&nation, &access, &bad.id, &n.to_string(), &json!({"kind": "add", "words": "more of it"})).await;
    }
    let honest = nation.log_in("li-xiuying").await.access;
    for n in 0..6 {
        let good = nation.submit(&honest, &n.to_string()).await;
        until("an honest case gets through", || async {
            desk.taken().iter().any(|(_, body)| body["id"] == good.id.as_str()).then_some(())
        })
        .await;
    }
    let letter = until("it is put aside", || async { letters(&officer).await.into_iter().next() }).await;
    assert_eq!((&letter.case, letter.status), (&bad.id, Some(500)));
    assert!(letter.attempts >= 3);
}
