//! A department that does not keep its promise: said to the person, told to an office above it, once.

use std::sync::atomic::{AtomicI64, Ordering};

use fingertip_contract::{CaseState, EntryKind, Party};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{
    desk::{Desk, Officer, act},
    nation::{Nation, until},
};

/// How many days the platform's clock goes before that of the machine.
static DAYS_AHEAD: AtomicI64 = AtomicI64::new(0);

fn later() -> Timestamp {
    let ahead = SignedDuration::from_hours(24 * DAYS_AHEAD.load(Ordering::SeqCst));
    Timestamp::now().checked_add(ahead).expect("a time")
}

#[tokio::test]
async fn a_case_that_is_late_says_so_and_an_office_above_is_told_once() {
    let desk = Desk::open().await;
    let url = desk.url();
    let change = |options: &mut fingertip_demo::Options| {
        options.elsewhere.insert("human-resources".parse().expect("an id"), url.clone());
        options.now = Some(later);
    };
    let nation = Nation::start_as(change).await;
    let access = nation.log_in("zhang-wei").await.access;
    let (late, waiting, decided) = (
        nation.submit(&access, "1").await,
        nation.submit(&access, "2").await,
        nation.submit(&access, "3").await,
    );
    let officer = Officer { nation: &nation };
    officer.to(&late, &["accepted"]).await;
    officer.to(&waiting, &["accepted", "supplement-asked"]).await;
    officer.to(&decided, &["accepted", "review", "rejected"]).await;
    let promised = nation.case(&access, &late).await;
    assert!(promised.promised_by.is_some() && !promised.is_late);
    assert_eq!(nation.case(&access, &waiting).await.promised_by, None, "the clock stands still");

    DAYS_AHEAD.store(60, Ordering::SeqCst);
    let nation = nation.restart_with(change).await;
    let told = until("it is late", || async {
        let now = nation.case(&access, &late).await;
        now.is_late.then_some(now)
    })
    .await;
    let office = told.escalated_to.as_ref().expect("an office").in_language("en");
    assert!(office.contains("Supervision"));
    assert_eq!((&told.entries[0].from, &told.entries[0].kind), (&Party::Platform, &EntryKind::Escalation));
    assert!(told.entries[0].words.in_language("en").contains(office));
    for other in [&waiting, &decided] {
        let now = nation.case(&access, other).await;
        assert_eq!((now.is_late, now.entries.len(), now.escalated_to), (false, 0, None));
    }
    // And not again, however often it is looked.
    let nation = nation.restart_with(change).await;
    let officer = Officer { nation: &nation };
    officer.to(&late, &["review"]).await;
    let now = nation.case(&access, &late).await;
    assert_eq!((now.entries.len(), now.is_late), (1, true), "still late");
    officer.to(&late, &["rejected"]).await;
    let now = nation.case(&access, &late).await;
    assert_eq!((&now.state, now.is_late, now.escalated_to.is_some()), (&CaseState::Rejected, false, true));
    let appealed = act(&nation, &access, &late.id, "o", &json!({"kind": "appeal", "words": "No."})).await;
    assert_eq!((appealed.is_late, appealed.escalated_to), (false, None), "its time begins anew");
}
