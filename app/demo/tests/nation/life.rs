//! A nation with the demo's own catalogue, a person who hands a life event in, and a clerk who does a department's steps by hand.

use std::path::Path;

use fingertip_contract::{
    Case, Catalogue, JointCase, JointProgress, JointState,
    api::{self, DispatchedCase},
};
use fingertip_demo::Options;
use fingertip_kit::keys::SigningKey;
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use super::{
    desk::Desk,
    nation::{Nation, until},
};

/// The demo nation's catalogue, as the project publishes it.
pub(crate) fn demo_catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo");
    let read = |name: &str| -> Value {
        let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).expect(name);
        serde_json::from_str(&text).expect(name)
    };
    let lists = ["regions", "departments", "services", "life_events", "alerts"];
    let whole = lists.map(|name| (name.to_owned(), read(name))).into_iter().collect();
    let (catalogue, rejected) = Catalogue::read(Value::Object(whole));
    assert_eq!(rejected, []);
    catalogue
}

impl Nation {
    /// As [`Nation::start_as`], with the demo's own catalogue.
    pub(crate) async fn start_whole(change: impl Fn(&mut Options)) -> Self {
        let nation = Self::start_as(change).await;
        let put = nation.client.put(nation.at(api::CATALOGUE)).bearer_auth(&nation.running.operator_token);
        assert_eq!(put.json(&demo_catalogue()).send().await.expect("answered").status(), 204);
        nation
    }

    /// A life event, ready to send.
    pub(crate) fn life(&self, access: &str, key: &str, body: &Value) -> RequestBuilder {
        let request = self.client.post(self.at(api::JOINT_CASES)).bearer_auth(access);
        request.header(api::IDEMPOTENCY_KEY, key).json(body)
    }

    /// Hands a life event in, with what it needs proven.
    pub(crate) async fn hand_in(&self, access: &str, key: &str, body: Value) -> JointCase {
        let body = self.proven(access, key, body).await;
        let answer = self.life(access, key, &body).send().await.expect("answered");
        assert_eq!(answer.status(), 201, "{}", answer.text().await.expect("text"));
        answer.json().await.expect("a joint case")
    }

    pub(crate) async fn joint(&self, access: &str, joint: &JointCase) -> JointCase {
        let request = self.client.get(self.at(&api::joint_case(&joint.id))).bearer_auth(access);
        request.send().await.expect("answered").json().await.expect("a joint case")
    }

    /// Waits until the joint case is as it should be.
    pub(crate) async fn until_joint(
        &self,
        access: &str,
        joint: &JointCase,
        what: &str,
        is_so: impl Fn(&JointCase) -> bool,
    ) -> JointCase {
        until(what, || async {
            let now = self.joint(access, joint).await;
            is_so(&now).then_some(now)
        })
        .await
    }

    pub(crate) async fn until_state(&self, access: &str, joint: &JointCase, state: JointState) -> JointCase {
        self.until_joint(access, joint, "it stands so", |now| now.state == state).await
    }

    pub(crate) async fn take_back(
        &self,
        access: &str,
        joint: &JointCase,
        key: &str,
        step: Option<&str>,
    ) -> Response {
        let request = self.client.post(self.at(&api::joint_withdrawals(&joint.id))).bearer_auth(access);
        let request = request.header(api::IDEMPOTENCY_KEY, key).json(&json!({ "step": step }));
        request.send().await.expect("answered")
    }
}

/// The step with this id.
pub(crate) fn step<'a>(joint: &'a JointCase, id: &str) -> &'a JointProgress {
    joint.steps.iter().find(|step| step.id == id).unwrap_or_else(|| panic!("no step {id}"))
}

/// The case that the step is.
pub(crate) fn case<'a>(joint: &'a JointCase, id: &str) -> &'a Case {
    step(joint, id).case.as_deref().unwrap_or_else(|| panic!("{id} has not begun"))
}

/// Who does a department's steps by hand, where the platform brings its cases to a desk.
pub(crate) struct Clerk<'a> {
    pub(crate) nation: &'a Nation,
    pub(crate) department: &'static str,
}

impl Clerk<'_> {
    pub(crate) async fn to(&self, case: &Case, states: &[&str]) {
        for state in states {
            self.advance(case, &json!({"state": state})).await;
        }
    }

    pub(crate) async fn advance(&self, case: &Case, step: &Value) {
        let token = self.nation.folder.path().join("tokens").join(self.department);
        let token = std::fs::read_to_string(token).expect("a token");
        let request = self.nation.client.post(self.nation.at(&api::advance(&case.department, &case.id)));
        let answer = request.bearer_auth(token).json(step).send().await.expect("answered");
        assert_eq!(answer.status(), 200, "{step}: {}", answer.text().await.expect("text"));
    }

    /// A document of the department's for the person of `told`.
    pub(crate) fn document(&self, told: &DispatchedCase, kind: &str, valid_until: Option<&str>) -> String {
        let file = self.nation.folder.path().join(format!("keys/{}.pk8", self.department));
        let document = json!({
            "jti": format!("{}-{kind}", told.id), "iss": self.department, "sub": told.subject, "kind": kind, "title": {"en": kind},
            "holder": "张伟", "number": "1", "iat": 0, "valid_until": valid_until, "fields": []
        });
        SigningKey::load_or_make(&file).expect("a key").sign("JWT", &document).expect("signed")
    }

    /// Decides in the person's favour, with a document where there is a kind.
    pub(crate) async fn grant(&self, case: &Case, told: &DispatchedCase, kind: Option<&str>) {
        let documents: Vec<String> = kind.iter().map(|kind| self.document(told, kind, None)).collect();
        self.to(case, &["accepted", "review", "approved"]).await;
        self.advance(case, &json!({"state": "delivered", "documents": documents})).await;
    }
}

/// What was brought of this case.
pub(crate) async fn brought(desk: &Desk, case: &Case) -> DispatchedCase {
    let body = until("the department has the case", || async {
        desk.taken().into_iter().find(|(_, body)| body["id"] == case.id.as_str())
    });
    serde_json::from_value(body.await.1).expect("a case")
}

fn claims() -> Value {
    json!({"name": "张伟", "id-number": "990106199003071175"})
}

fn photo(key: &str) -> Value {
    json!({"key": key, "name": "a.png", "media_type": "image/png", "content": "AA=="})
}

/// A child is born: all that a person gives.
pub(crate) fn birth() -> Value {
    json!({
        "life_event": "child-is-born", "region": "440100", "claims": claims(),
        "answers": {
            "child-name": "张宁", "child-sex": "female", "child-born": "2026-11-20", "birth-record": "B20261120",
            "other-parent-name": "王芳", "other-parent-id": "990106199203070028", "register-with": "mine",
            "address": "港湾路18号", "phone": "+8610000000001", "wants-card": "yes", "delivery": "post",
            "wants-allowance": "yes", "bank-account": "6200000000000001"
        },
        "files": [photo("card-photo")]
    })
}

/// Moving to another province: all that a person gives.
pub(crate) fn moving() -> Value {
    json!({
        "life_event": "moving-to-another-region", "region": "440100", "destination": "330100", "claims": claims(),
        "answers": {
            "reason": "work", "move-date": "2026-12-01", "address": "港湾路18号", "new-address": "西湖路7号",
            "phone": "+8610000000001", "moves-pension": "yes", "moves-medical": "yes", "wants-id-card": "yes"
        },
        "files": [photo("home-proof"), photo("id-photo")]
    })
}

/// Retirement: all that a person gives.
pub(crate) fn retirement() -> Value {
    json!({
        "life_event": "growing-old", "region": "440100", "claims": claims(),
        "answers": {
            "retire-on": "2026-12-31", "work-began": "1986-07-01", "last-employer": "港湾造船厂", "bank-account": "6200000000000001",
            "address": "港湾路18号", "phone": "+8610000000001", "wants-fund": "yes", "fund-account": "F100",
            "wants-pass": "yes", "wants-allowance": "no"
        },
        "files": [photo("pass-photo")]
    })
}
