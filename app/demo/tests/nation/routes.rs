use fingertip_contract::{
    ProblemCode,
    api::{Caller, Method, Operation, Route, openapi},
};
use serde_json::Value;

use super::nation::{Nation, problem};

/// Ids that name nothing, one for each name in braces.
fn path(route: &Route) -> String {
    let ids: Vec<&str> = route
        .parameters()
        .map(|name| match name {
            "case" => "HU-20261124-7KQ2X9",
            "department" => "courts",
            "joint" => "JC-20261124-7KQ2X9",
            "operation" => "bus-card.balance",
            _ => "00000000000000000000000000000000",
        })
        .collect();
    route.path_with(&ids)
}

async fn knock(nation: &Nation, method: &str, path: &str) -> reqwest::Response {
    let method = method.parse().expect("a method");
    nation.client.request(method, nation.at(path)).send().await.expect("answered")
}

#[tokio::test]
async fn every_door_of_the_table_is_there_and_asks_who_calls() {
    let nation = Nation::start().await;
    for operation in Operation::ALL {
        let route = operation.route();
        let answer = knock(&nation, route.method.as_str(), &path(&route)).await;
        let expected = match route.caller {
            Caller::Anyone => None,
            Caller::Person => Some(ProblemCode::TokenInvalid),
            Caller::Department => Some(ProblemCode::DepartmentTokenInvalid),
            Caller::Operator => Some(ProblemCode::OperatorTokenInvalid),
        };
        if route.method == Method::Head {
            assert_eq!(answer.status(), 401, "no body tells why: {operation:?}");
            continue;
        }
        match expected {
            Some(code) => assert_eq!(problem(answer).await, (401, code.to_string()), "{operation:?}"),
            None if answer.status() == route.status => {}
            None => {
                let (_, said) = problem(answer).await;
                assert!(
                    route.all_problems().iter().any(|code| code.as_str() == said),
                    "{operation:?}: {said}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_in_the_table_is_not_served() {
    let nation = Nation::start().await;
    for route in Operation::ALL.iter().map(|operation| operation.route()) {
        for method in [Method::Get, Method::Post, Method::Put, Method::Delete] {
            let is_a_door = |other: &Operation| {
                let other = other.route();
                (other.method, other.path) == (method, route.path)
            };
            if !Operation::ALL.iter().any(is_a_door) {
                let answer = knock(&nation, method.as_str(), &path(&route)).await;
                assert_eq!(
                    problem(answer).await,
                    (405, "method-not-allowed".into()),
                    "{method:?} {}",
                    route.path
                );
            }
        }
    }
}

#[tokio::test]
async fn the_interface_describes_itself() {
    let nation = Nation::start().await;
    let answer = knock(&nation, "GET", Operation::ShowInterface.route().path).await;
    let described: Value = answer.json().await.expect("JSON");
    assert_eq!(described, openapi::describe());
}
