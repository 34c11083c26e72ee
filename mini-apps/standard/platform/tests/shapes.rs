//! What is said over the wire, letter by letter: whoever changes a shape sees it here.

use std::collections::BTreeSet;

use fingertip_contract::{
    Alert, Case, CaseAsk, CaseEntry, CaseStep, Catalogue, Department, Document, HelperCode, HelperLink,
    HelperLook, Helpers, JointCase, LifeEvent, Problem, ProblemCode, Rating, Region, Service, ServiceRating,
    api::{
        AcceptHelp, AdvanceCase, AskForHelp, AssuranceLevel, CaseAct, CaseQueue, CaseReply, DeadLetter,
        DepartmentRatings, DispatchedAct, DispatchedCase, ExclusionRequest, GivenRating, IdentityProvider,
        Indicator, KnownPerson, OperationReply, OperationRequest, PaymentOrder, PlatformInfo, RatingAppeal,
        Receipt, ReviewDecision, SubmitCase, SubmitJointCase, SubmittedFile, WithdrawJointCase, openapi,
    },
};
use insta::assert_json_snapshot;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// A shape from JSON that has every member; what is written is what was read.
fn whole<T: Serialize + DeserializeOwned>(value: Value) -> Value {
    let read: T = serde_json::from_value(value.clone()).expect("every member reads");
    let written = serde_json::to_value(&read).expect("JSON");
    assert_eq!(written, value, "a member is lost or added");
    value
}

fn case() -> Value {
    json!({
        "id": "HU-20261124-7KQ2X9", "service": "social-security-card", "department": "human-resources", "region": "440100",
        "app": "cn.example.hrss.card", "state": "closed", "submitted_at": "2026-11-24T02:00:00Z", "promised_days": 5, "promised_by": "2026-12-01", "promise_may_move": true,
        "is_late": true, "escalated_to": {"en": "Supervision office"}, "office": {"en": "Card office"}, "asked": [ask()], "answer_by": "2026-12-04",
        "acts": ["answer", "add", "ask", "withdraw"], "entries": [entry()],
        "steps": [{"state": "received", "at": "2026-11-24T02:00:00Z"}, {"state": "closed", "at": "2026-11-25T02:00:00Z", "note": {"en": "Closed.", "zh-Hans": "已办结。"}}],
        "documents": ["a.b.c"], "rating": {"level": "satisfied", "text": "Quick."}, "handed_in_by": "张伟",
        "follow_up": follow_up(), "joint": {"id": "JC-20261124-7KQ2X9", "step": "birth"}
    })
}

fn follow_up() -> Value {
    json!({
        "state": "closed", "reply_by": "2026-12-02", "is_late": true, "reply": {"en": "We are sorry."}, "appeal": "That is no answer.",
        "appeal_answer": {"en": "It is none."}, "exclusion": {"en": "Of another office."}, "exclusion_answer": {"en": "It is yours."},
        "is_excluded": true
    })
}

fn ask() -> Value {
    json!({
        "id": "photo", "kind": "document", "label": {"en": "A photo card"}, "hint": {"en": "Any."}, "is_required": true,
        "document_kind": "photo-card"
    })
}

fn entry() -> Value {
    json!({
        "id": "0123456789abcdef0123456789abcdef", "from": "person", "kind": "answer", "at": "2026-11-24T03:00:00Z", "words": {"und": "Here."},
        "attachments": [{"name": "a.png", "media_type": "image/png", "bytes": 1}]
    })
}

fn act() -> Value {
    json!({
        "kind": "answer", "words": "Here.", "answers": {"street": "1 Harbour Road"}, "documents": ["a.b.c"],
        "files": [submission()["files"][0]]
    })
}

fn submission() -> Value {
    json!({
        "service": "social-security-card", "region": "440100", "body": "{}", "documents": ["a.b.c"],
        "files": [{"key": "photo", "name": "a.png", "media_type": "image/png", "content": "AA=="}],
        "claims": {"name": "张伟"}, "proof": "a.b.c~d~e.f.g", "told": {"phone": "+86"},
        "on_behalf": "0123456789abcdef0123456789abcdef"
    })
}

fn app() -> Value {
    json!({"department": "human-resources", "app": "cn.example.hrss.card", "version": 3, "sha256": "ab"})
}

fn mandate() -> Value {
    json!({"departments": ["human-resources"], "until": "2026-12-31"})
}

fn link() -> Value {
    json!({"id": "0123456789abcdef0123456789abcdef", "name": "李秀英", "since": "2026-11-24T02:00:00Z", "mandate": mandate()})
}

#[test]
fn what_a_person_sends_and_hears_of_cases() {
    assert_json_snapshot!("submit-case", whole::<SubmitCase>(submission()));
    assert_json_snapshot!("submitted-file", whole::<SubmittedFile>(submission()["files"][0].clone()));
    assert_json_snapshot!("case", whole::<Case>(case()));
    assert_json_snapshot!("case-step", whole::<CaseStep>(case()["steps"][1].clone()));
    assert_json_snapshot!("case-ask", whole::<CaseAsk>(ask()));
    assert_json_snapshot!("case-entry", whole::<CaseEntry>(entry()));
    assert_json_snapshot!("case-act", whole::<CaseAct>(act()));
    assert_json_snapshot!("rating", whole::<Rating>(case()["rating"].clone()));
    let given = json!({"level": "dissatisfied", "text": "Slow.", "reasons": ["slow", "asked-twice"], "is_anonymous": true});
    assert_json_snapshot!("given-rating", whole::<GivenRating>(given));
    let indicator = json!({"kind": "department", "of": "taxation", "count": 5, "levels": [2, 1, 1, 1, 0]});
    assert_json_snapshot!("indicator", whole::<Indicator>(indicator));
    whole::<RatingAppeal>(json!({"words": "That is no answer."}));
    whole::<ExclusionRequest>(json!({"reason": {"en": "Of another office."}}));
    whole::<ReviewDecision>(json!({"kind": "appeal", "is_granted": true, "reason": {"en": "It is none."}}));
    let rated = json!({
        "id": "r", "case": "HU-20261124-7KQ2X9", "service": "social-security-card", "region": "440100", "on": "2026-11-25",
        "level": "dissatisfied", "text": "Slow.", "reasons": ["slow"], "follow_up": follow_up()
    });
    let rated = json!({"ratings": [rated], "next": "1.r"});
    assert_json_snapshot!("department-ratings", whole::<DepartmentRatings>(rated));
    let rating = json!({"service": "social-security-card", "count": 5, "levels": [2, 1, 1, 1, 0]});
    assert_json_snapshot!("service-rating", whole::<ServiceRating>(rating));
}

#[test]
fn what_was_sent_before_there_were_proofs_is_read_as_facts_that_nobody_vouches_for() {
    let older = json!({
        "service": "social-security-card", "region": "440100", "body": "{}", "documents": [], "files": [], "claims": {"name": "张伟"}
    });
    let read: SubmitCase = serde_json::from_value(older.clone()).expect("read");
    assert_eq!((read.proof.as_ref(), read.told.len()), (None, 0));
    assert_eq!(
        serde_json::to_value(&read).expect("JSON"),
        older,
        "the same request has the same hash as before"
    );
    let told = json!({"id": "HU-20261124-7KQ2X9", "subject": "0123", "app": app(), "case": older});
    assert_eq!(serde_json::from_value::<DispatchedCase>(told).expect("read").proven, None);
}

#[test]
fn a_case_and_a_step_from_before_anything_was_said_in_a_case_read_and_are_written_as_they_were() {
    let mut older = case();
    for member in
        ["is_late", "escalated_to", "office", "asked", "answer_by", "acts", "entries", "follow_up", "joint"]
    {
        older.as_object_mut().expect("an object").remove(member);
    }
    whole::<Case>(older);
    whole::<AdvanceCase>(json!({"state": "delivered", "note": {"en": "Delivered."}, "documents": []}));
    whole::<CaseAct>(json!({"kind": "withdraw"}));
}

fn joint_service() -> Value {
    json!({
        "guide": {"en": "Have the hospital's note at hand."},
        "sections": [{"title": {"en": "The child"}, "hint": {"en": "As it shall be written."}, "fields": [
            {"id": "name", "kind": "text", "label": {"en": "Name"}, "hint": {"en": "All of it."}, "is_required": true, "fact": "name"},
            {"id": "bank", "kind": "choice", "label": {"en": "Bank"}, "is_required": false,
             "choices": [{"id": "harbour", "label": {"en": "Harbour"}}], "only_if": {"field": "wants-card", "is": "yes"}}
        ]}],
        "steps": [
            {"id": "birth", "services": ["social-security-card"], "place": "home", "answers": ["name"], "facts": ["id-number"],
             "gives": "birth-certificate", "own_fields": ["name"]},
            {"id": "register", "services": ["social-security-card"], "place": "fixed", "region": "440100", "depends_on": ["birth"],
             "only_if": {"field": "wants-card", "is": "yes"}, "takes": ["birth-certificate"], "own_documents": ["birth-certificate"]}
        ]
    })
}

#[test]
fn what_is_sent_and_heard_of_joint_cases() {
    let submission = json!({
        "life_event": "birth", "region": "440100", "destination": "330100", "answers": {"name": "Ning"}, "files": submission()["files"],
        "claims": {"name": "张伟"}, "proof": "a.b.c~d~e.f.g"
    });
    assert_json_snapshot!("submit-joint-case", whole::<SubmitJointCase>(submission));
    whole::<WithdrawJointCase>(json!({"step": "register"}));
    whole::<WithdrawJointCase>(json!({}));
    let mut own = case();
    own["state"] = "approved".into();
    let joint = json!({
        "id": "JC-20261124-7KQ2X9", "life_event": "birth", "name": {"en": "A child is born"}, "region": "440100", "destination": "330100",
        "submitted_at": "2026-11-24T02:00:00Z", "state": "asks-person", "may_withdraw": true,
        "steps": [
            {"id": "birth", "service": "birth-certificate", "department": "healthcare", "region": "440100", "state": "begun", "may_withdraw": true, "case": own},
            {"id": "register", "service": "household-registration", "department": "public-security", "region": "440100", "state": "waiting",
             "waits_for": ["birth"], "takes": ["birth-certificate"]},
            {"id": "card", "service": "social-security-card", "department": "human-resources", "region": "440100", "state": "skipped",
             "reason": {"kind": "refused-before", "step": "register", "words": {"en": "It was refused."}}}
        ],
        "timeline": [
            {"at": "2026-11-24T02:00:00Z", "kind": "submitted"},
            {"at": "2026-11-24T03:00:00Z", "kind": "moved", "step": "birth", "state": "accepted", "words": {"en": "Accepted."}},
            {"at": "2026-11-24T04:00:00Z", "kind": "handed-on", "step": "register", "from_step": "birth", "document": "birth-certificate"}
        ]
    });
    assert_json_snapshot!("joint-case", whole::<JointCase>(joint));
    let newer = json!({
        "id": "JC-20261124-7KQ2X9", "life_event": "birth", "name": {}, "region": "440100", "submitted_at": "2026-11-24T02:00:00Z",
        "state": "on-the-moon", "steps": [{"id": "a", "service": "s", "department": "d", "region": "440100", "state": "orbiting",
            "reason": {"kind": "no-gravity", "words": {}}}],
        "timeline": [{"at": "2026-11-24T02:00:00Z", "kind": "launched"}]
    });
    whole::<JointCase>(newer);
}

#[test]
fn what_persons_and_their_helpers_send_and_hear() {
    let code = json!({"code": "12345678", "expires_at": "2026-11-24T02:10:00Z"});
    assert_json_snapshot!("helper-code", whole::<HelperCode>(code));
    assert_json_snapshot!("ask-for-help", whole::<AskForHelp>(json!({"mandate": mandate()})));
    assert_json_snapshot!("accept-help", whole::<AcceptHelp>(json!({"code": "12345678"})));
    assert_json_snapshot!("helper-link", whole::<HelperLink>(link()));
    let look = json!({"at": "2026-11-24T02:00:00Z", "name": "张伟", "department": "human-resources"});
    assert_json_snapshot!("helper-look", whole::<HelperLook>(look.clone()));
    let helpers = json!({"helpers": [link()], "helped": [], "looks": [look]});
    assert_json_snapshot!("helpers", whole::<Helpers>(helpers));
}

#[test]
fn a_link_and_a_question_from_before_there_were_mandates_give_none() {
    let older =
        json!({"id": "0123456789abcdef0123456789abcdef", "name": "李秀英", "since": "2026-11-24T02:00:00Z"});
    assert_eq!(serde_json::from_value::<HelperLink>(older).expect("read").mandate, None);
    assert_eq!(serde_json::from_value::<AskForHelp>(json!({})).expect("read").mandate, None);
}

#[test]
fn what_departments_send_and_hear() {
    let step = json!({
        "state": "delivered", "note": {"en": "Delivered."}, "documents": ["a.b.c"], "asks": [ask()], "answer_by": "2026-12-04",
        "office": {"en": "Card office"}
    });
    assert_json_snapshot!("advance-case", whole::<AdvanceCase>(step));
    let mut typed = submission();
    typed["claims"] = json!({});
    for member in ["proof", "on_behalf"] {
        typed.as_object_mut().expect("an object").remove(member);
    }
    let proven =
        json!({"by": "https://id.example", "at": "2026-11-24T01:00:00Z", "claims": {"name": "张伟"}});
    let told = json!({"id": "HU-20261124-7KQ2X9", "subject": "0123", "app": app(), "case": typed, "proven": proven,
        "joint": {"id": "JC-20261124-7KQ2X9", "life_event": "birth", "step": "register"}});
    assert_json_snapshot!("dispatched-case", whole::<DispatchedCase>(told));
    let done = json!({"id": entry()["id"], "case": "HU-20261124-7KQ2X9", "subject": "0123", "act": act()});
    assert_json_snapshot!("dispatched-act", whole::<DispatchedAct>(done));
    assert_json_snapshot!("case-reply", whole::<CaseReply>(json!({"words": {"en": "By Friday."}})));
    assert_json_snapshot!(
        "case-queue",
        whole::<CaseQueue>(json!({"cases": [case()], "next": "2026-12-01.a"}))
    );
    let letter = json!({"id": entry()["id"], "case": "HU-20261124-7KQ2X9", "attempts": 1, "at": "2026-11-24T03:00:00Z", "status": 400});
    assert_json_snapshot!("dead-letter", whole::<DeadLetter>(letter));
    assert_json_snapshot!(
        "operation-request",
        whole::<OperationRequest>(json!({"body": "{}", "on_behalf": link()["id"]}))
    );
    assert_json_snapshot!("operation-reply", whole::<OperationReply>(json!({"body": "{}"})));
    let document = json!({
        "jti": "HU-20261124-7KQ2X9", "iss": "human-resources", "sub": "0123", "kind": "social-security-card",
        "title": {"en": "Social security card"}, "holder": "张伟", "number": "99", "iat": 1_764_000_000,
        "valid_until": "2036-11-24", "fields": [{"label": {"en": "Bank"}, "value": "Harbour"}]
    });
    assert_json_snapshot!("document", whole::<Document>(document));
}

#[test]
fn what_is_paid_and_what_is_told_of_the_platform() {
    let order = json!({"bill_reference": "b1", "payee": "Transport", "currency": "CNY", "minor": 5000, "app": "cn.example.transport.card"});
    assert_json_snapshot!("payment-order", whole::<PaymentOrder>(order));
    assert_json_snapshot!("receipt", whole::<Receipt>(json!({"id": "r", "jws": "a.b.c"})));
    let info = json!({
        "name": {"en": "A nation"}, "issuer": "https://id.example", "client_id": "fingertip-shell",
        "metadata_url": "https://p.example/repository/metadata/", "targets_url": "https://p.example/repository/targets/",
        "payments_url": "https://pay.example"
    });
    assert_json_snapshot!("platform-info", whole::<PlatformInfo>(info));
    let problem =
        json!({"code": "input-invalid", "title": "the input cannot be used", "detail": "Give a year."});
    assert_json_snapshot!("problem", whole::<Problem>(problem));
    let codes: BTreeSet<&str> = ProblemCode::ALL.iter().map(ProblemCode::as_str).collect();
    assert_json_snapshot!("problem-codes", codes);
}

#[test]
fn a_platform_of_one_provider_says_what_it_always_said_and_one_of_several_names_each() {
    let one = json!({
        "name": {"en": "A nation"}, "issuer": "https://id.example", "client_id": "shell", "resource": "https://p.example/",
        "devices_url": "https://id.example/devices", "metadata_url": "m", "targets_url": "t", "payments_url": "p"
    });
    let read = whole::<PlatformInfo>(one.clone());
    let read: PlatformInfo = serde_json::from_value(read).expect("read");
    let own = read.identity_providers();
    assert_eq!(
        (own.len(), own[0].issuer.as_str(), own[0].assurance),
        (1, "https://id.example", AssuranceLevel::High)
    );
    assert_eq!(
        (&own[0].client_id, &own[0].resource, &own[0].devices_url),
        (&read.client_id, &read.resource, &read.devices_url)
    );
    let provider = json!({
        "issuer": "https://province.example", "client_id": "shell-2", "resource": "https://p.example/", "name": {"en": "Provincial identity"},
        "audience": {"en": "Residents of the province"}, "assurance": "high", "acr": {"identity-card": "high", "passcode": "substantial"},
        "devices_url": "https://province.example/devices"
    });
    assert_json_snapshot!("identity-provider", whole::<IdentityProvider>(provider.clone()));
    let mut several = one;
    several["providers"] = json!([provider]);
    let read: PlatformInfo = serde_json::from_value(whole::<PlatformInfo>(several)).expect("read");
    assert_eq!(read.identity_providers(), read.providers);
    assert_json_snapshot!(
        "known-person",
        whole::<KnownPerson>(json!({"person": "0123", "assurance": "substantial"}))
    );
}

#[test]
fn what_a_catalogue_is_made_of() {
    let region = json!({"code": "440100", "name": {"en": "City"}, "parent": "440000", "level": "prefecture"});
    let department = json!({
        "id": "human-resources", "name": {"en": "Human resources"}, "region": "440100", "prefix": "cn.example.hrss",
        "phone": "12333", "answers_for_all": true
    });
    let service = json!({
        "id": "social-security-card", "name": {"en": "Social security card"}, "summary": {"en": "A card."},
        "department": "human-resources", "region": "440100", "theme": "social-security", "keywords": ["card"],
        "asked": [{"text": "sbk", "count": 40}],
        "conditions": {"en": "None."}, "documents": [{"en": "A photo"}], "fee": {"en": "Free"}, "statutory_days": 20,
        "promised_days": 5, "legal_basis": [{"title": {"en": "A law"}, "url": "https://law.example"}], "demand": 9,
        "is_high_demand": true, "mini_app": {"app": "cn.example.hrss.card", "route": "/"},
        "outage": {"reason": {"en": "Works"}, "until": "2026-11-30T00:00:00Z"},
        "item": {
            "kind": "public-service", "level": "prefecture", "basic_code": "442111002000",
            "implementation_code": "11440100MB2D00000X344211100200001", "audience": ["person", "enterprise"], "themes": ["employment"],
            "channels": ["window", "online"], "online_depth": ["acceptance", "handling"], "scope": "across-cities", "visits": 1,
            "materials": [{"name": {"en": "A photo"}, "issuer": {"en": "Police"}, "source": "authority", "kind": "photo-card", "is_fetchable": true}],
            "charges": [{"name": {"en": "Card"}, "amount": "12.50", "currency": "CNY", "basis": {"en": "A rule"}}],
            "result": {"en": "A card"}, "statutory_limit": {"count": 90, "unit": "days"}, "promised_limit": {"count": 30, "unit": "days"}
        }
    });
    let event = json!({"id": "birth", "name": {"en": "A child is born"}, "summary": {"en": "Much."}, "occasion": "birth", "services": ["social-security-card"], "joint": joint_service()});
    let alert = json!({
        "id": "storm", "severity": "severe", "headline": {"en": "Storm"}, "instruction": {"en": "Stay in."}, "region": "440100",
        "department": "human-resources", "effective": "2026-11-24T02:00:00Z", "expires": "2026-11-25T02:00:00Z", "phone": "110",
        "url": "https://storm.example"
    });
    whole::<Region>(region.clone());
    whole::<Department>(department.clone());
    whole::<Service>(service.clone());
    whole::<LifeEvent>(event.clone());
    whole::<Alert>(alert.clone());
    let catalogue = json!({"regions": [region], "departments": [department], "services": [service], "life_events": [event], "alerts": [alert], "synonyms": "- search: 驾照 => 驾驶证",
        "best_bets": [{"question": "卡丢了", "also": ["lost card"], "services": ["social-security-card"]}]});
    assert_json_snapshot!("catalogue", whole::<Catalogue>(catalogue));
}

#[test]
fn the_published_description_is_the_one_of_the_table() {
    assert_json_snapshot!("openapi", openapi::describe());
}
