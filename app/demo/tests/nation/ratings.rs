//! Ratings that change something: answered within their limit, objected to, left out only after a review, counted and published.

use std::sync::atomic::{AtomicI64, Ordering};

use fingertip_contract::{
    Case, FollowUpState,
    api::{self, DepartmentRating, DepartmentRatings, Indicator, IndicatorKind, Operation},
};
use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, Response};
use serde_json::{Value, json};

use super::{
    desk::{Desk, Officer},
    nation::{Nation, problem},
};

async fn put(nation: &Nation, token: &str, path: &str, body: &Value) -> Response {
    nation.client.put(nation.at(path)).bearer_auth(token).json(body).send().await.expect("answered")
}

/// A case of `access` that was refused and closed.
async fn handled(nation: &Nation, access: &str, key: &str) -> Case {
    let case = nation.submit(access, key).await;
    Officer { nation }.to(&case, &["refused", "closed"]).await;
    case
}

async fn rate(nation: &Nation, access: &str, case: &Case, rating: &Value) -> Case {
    let answer = put(nation, access, &api::rating(&case.id), rating).await;
    assert_eq!(answer.status(), 200);
    answer.json().await.expect("a case")
}

/// What the department reads.
async fn read(nation: &Nation) -> Vec<DepartmentRating> {
    let officer = Officer { nation };
    let path = Operation::ListDepartmentRatings.route().path_with(&["human-resources"]);
    officer.get(&path).await.json::<DepartmentRatings>().await.expect("ratings").ratings
}

fn of_department(operation: Operation, rating: &str) -> String {
    operation.route().path_with(&["human-resources", rating])
}

async fn nation() -> Nation {
    let desk = Desk::open().await;
    Nation::start_elsewhere("human-resources", desk.url()).await
}

fn state(case: &Case) -> &FollowUpState {
    &case.follow_up.as_ref().expect("a follow-up").state
}

#[tokio::test]
async fn a_bad_rating_is_answered_objected_to_once_and_answered_anew_when_the_operator_says_so() {
    let nation = nation().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = handled(&nation, &access, "k").await;
    let bad = json!({"level": "very-dissatisfied", "text": "Nobody said why.", "reasons": ["decision-unexplained", "slow"]});
    let rated = rate(&nation, &access, &case, &bad).await;
    assert_eq!(state(&rated), &FollowUpState::Open);
    assert_eq!(rate(&nation, &access, &case, &bad).await, rated, "the same again is one rating");
    let mut other = bad.clone();
    other["reasons"] = json!(["slow"]);
    let again = put(&nation, &access, &api::rating(&case.id), &other).await;
    assert_eq!(problem(again).await, (409, "already-rated".into()));

    let token = Officer { nation: &nation }.token("human-resources");
    let rating = read(&nation).await.remove(0);
    assert_eq!((rating.case.as_ref(), rating.reasons.len()), (Some(&case.id), 2));
    let early = put(&nation, &access, &api::rating_appeal(&case.id), &json!({"words": "No."})).await;
    assert_eq!(problem(early).await, (409, "rating-state".into()), "there is nothing to object to yet");
    let reply = json!({"words": {"en": "We are sorry.", "zh-Hans": "抱歉。"}});
    let path = of_department(Operation::ReplyToRating, &rating.id);
    assert_eq!(put(&nation, &token, &path, &reply).await.status(), 200);
    assert_eq!(state(&nation.case(&access, &case).await), &FollowUpState::Replied);

    let objection = json!({"words": "That is no answer."});
    for _ in 0..2 {
        assert_eq!(put(&nation, &access, &api::rating_appeal(&case.id), &objection).await.status(), 200);
    }
    let silent = put(&nation, &access, &api::rating_appeal(&case.id), &json!({"words": " "})).await;
    assert_eq!(problem(silent).await, (422, "act-incomplete".into()));
    let operator = &nation.running.operator_token;
    let reviews = nation.client.get(nation.at(Operation::ListReviews.route().path)).bearer_auth(operator);
    let reviews: Vec<DepartmentRating> =
        reviews.send().await.expect("answered").json().await.expect("reviews");
    assert_eq!((reviews.len(), &reviews[0].id), (1, &rating.id));
    let decision = json!({"kind": "appeal", "is_granted": true, "reason": {"en": "Say why it was refused."}});
    let decide = Operation::DecideReview.route().path_with(&[&rating.id]);
    assert_eq!(put(&nation, operator, &decide, &decision).await.status(), 200);
    assert_eq!(problem(put(&nation, operator, &decide, &decision).await).await, (409, "rating-state".into()));
    assert_eq!(state(&nation.case(&access, &case).await), &FollowUpState::Open);
    let anew = json!({"words": {"en": "The address was missing."}});
    assert_eq!(put(&nation, &token, &path, &anew).await.status(), 200);
    let closed = nation.case(&access, &case).await;
    assert_eq!(state(&closed), &FollowUpState::Closed);
    let follow_up = closed.follow_up.expect("a follow-up");
    assert_eq!(follow_up.reply.expect("a reply").in_language("en"), "The address was missing.");
    let more = put(&nation, &access, &api::rating_appeal(&case.id), &json!({"words": "Still not."})).await;
    assert_eq!(problem(more).await, (409, "rating-state".into()), "once");
}

#[tokio::test]
async fn who_rates_without_a_name_is_not_told_by_their_case() {
    let nation = nation().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = handled(&nation, &access, "k").await;
    let rating = json!({"level": "dissatisfied", "text": "Unfriendly.", "is_anonymous": true});
    rate(&nation, &access, &case, &rating).await;
    let read = read(&nation).await.remove(0);
    assert_eq!((read.case, read.rating.text.as_str()), (None, "Unfriendly."));
    let shown: Case = Officer { nation: &nation }
        .get(&api::department_case(&case.department, &case.id))
        .await
        .json()
        .await
        .expect("a case");
    assert_eq!((shown.rating, shown.follow_up), (None, None));
    let replied = json!({"words": {"en": "We are sorry."}});
    let token = Officer { nation: &nation }.token("human-resources");
    put(&nation, &token, &of_department(Operation::ReplyToRating, &read.id), &replied).await;
    assert_eq!(state(&nation.case(&access, &case).await), &FollowUpState::Replied, "the answer finds them");
}

#[tokio::test]
async fn a_rating_counts_until_the_operator_has_decided_with_a_reason_that_it_does_not() {
    let nation = nation().await;
    let mut cases = Vec::new();
    for person in ["zhang-wei", "li-xiuying"] {
        let access = nation.log_in(person).await.access;
        for n in 0..3 {
            let case = handled(&nation, &access, &n.to_string()).await;
            rate(&nation, &access, &case, &json!({"level": "very-dissatisfied"})).await;
            cases.push((access.clone(), case));
        }
    }
    let indicators = async || {
        let answer = nation.client.get(nation.at(Operation::ListIndicators.route().path)).send().await;
        let all: Vec<Indicator> = answer.expect("answered").json().await.expect("indicators");
        all.into_iter().map(|one| (one.kind, one.of, one.levels)).collect::<Vec<_>>()
    };
    let expected = |n_bad| {
        vec![
            (IndicatorKind::Service, "social-security-card".to_owned(), [0, 0, 0, 0, n_bad]),
            (IndicatorKind::Department, "human-resources".to_owned(), [0, 0, 0, 0, n_bad]),
            (IndicatorKind::Region, "440100".to_owned(), [0, 0, 0, 0, n_bad]),
        ]
    };
    assert_eq!(indicators().await, expected(6));

    let token = Officer { nation: &nation }.token("human-resources");
    let rating = read(&nation).await.pop().expect("a rating").id;
    let path = of_department(Operation::AskForExclusion, &rating);
    let empty = put(&nation, &token, &path, &json!({"reason": {}})).await;
    assert_eq!(problem(empty).await, (422, "act-incomplete".into()));
    let asked = json!({"reason": {"en": "It is about another office."}});
    assert_eq!(put(&nation, &token, &path, &asked).await.status(), 200);
    assert_eq!(indicators().await, expected(6), "asking alone changes nothing");
    let decide = Operation::DecideReview.route().path_with(&[&rating]);
    let decision = json!({"kind": "exclusion", "is_granted": true, "reason": {"en": "It is."}});
    for stranger in [&token, &cases[0].0] {
        let refused = put(&nation, stranger, &decide, &decision).await;
        assert_eq!(problem(refused).await, (401, "operator-token-invalid".into()));
    }
    assert_eq!(put(&nation, &nation.running.operator_token, &decide, &decision).await.status(), 200);
    assert_eq!(indicators().await, expected(5));
    let (access, case) = &cases[0];
    let told = nation.case(access, case).await.follow_up.expect("a follow-up");
    assert_eq!((told.is_excluded, told.state), (true, FollowUpState::Closed));
    assert_eq!(told.exclusion_answer.expect("a reason").in_language("en"), "It is.");
    assert!(nation.case(access, case).await.rating.is_some(), "the person's own stays");
}

#[tokio::test]
async fn nobody_touches_another_departments_ratings_and_no_list_of_reasons_is_made_up() {
    let nation = nation().await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = handled(&nation, &access, "k").await;
    for reasons in [json!(["dance"]), json!(["slow", "slow"])] {
        let rating = json!({"level": "dissatisfied", "reasons": reasons});
        let refused = put(&nation, &access, &api::rating(&case.id), &rating).await;
        assert_eq!(problem(refused).await, (422, "input-invalid".into()));
    }
    rate(&nation, &access, &case, &json!({"level": "dissatisfied"})).await;
    let rating = read(&nation).await.remove(0).id;
    let token = Officer { nation: &nation }.token("taxation");
    let reply = json!({"words": {"en": "Fine."}});
    let foreign = Operation::ReplyToRating.route().path_with(&["taxation", &rating]);
    assert_eq!(problem(put(&nation, &token, &foreign, &reply).await).await, (404, "rating-unknown".into()));
    let other = nation.log_in("li-xiuying").await.access;
    let objection = put(&nation, &other, &api::rating_appeal(&case.id), &json!({"words": "No."})).await;
    assert_eq!(problem(objection).await, (404, "case-not-found".into()));
    let list = Operation::ListReviews.route().path;
    let asked = nation.client.request(Method::GET, nation.at(list)).bearer_auth(&token).send().await;
    assert_eq!(problem(asked.expect("answered")).await, (401, "operator-token-invalid".into()));
}

/// How many days the platform's clock goes before that of the machine.
static DAYS_AHEAD: AtomicI64 = AtomicI64::new(0);

fn later() -> Timestamp {
    let ahead = SignedDuration::from_hours(24 * DAYS_AHEAD.load(Ordering::SeqCst));
    Timestamp::now().checked_add(ahead).expect("a time")
}

#[tokio::test]
async fn a_department_that_does_not_answer_within_its_working_days_is_late_for_both() {
    let desk = Desk::open().await;
    let url = desk.url();
    let nation = Nation::start_as(|options| {
        options.elsewhere.insert("human-resources".parse().expect("an id"), url.clone());
        options.now = Some(later);
    })
    .await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = handled(&nation, &access, "k").await;
    let rated = rate(&nation, &access, &case, &json!({"level": "dissatisfied"})).await;
    assert!(!rated.follow_up.expect("a follow-up").is_late);
    DAYS_AHEAD.store(30, Ordering::SeqCst);
    assert!(nation.case(&access, &case).await.follow_up.expect("a follow-up").is_late);
    assert!(read(&nation).await[0].follow_up.as_ref().expect("a follow-up").is_late);
    let good = handled(&nation, &access, "k2").await;
    let rated = rate(&nation, &access, &good, &json!({"level": "satisfied", "reasons": ["friendly"]})).await;
    assert_eq!(rated.follow_up, None, "nothing has to be answered");
}
